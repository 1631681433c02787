//! Posts, standing in for somebody, and the line of command on which a reviewer stood.

use access::{Actor, StandsIn};
use app::Refusal;
use domain::account::Disabled;
use domain::admission::NotPossible;
use domain::command::CommandLine;
use domain::file::{ConflictDeclared, Named, Restricted, Tie};
use domain::kind::{Act, topic};
use domain::look::{Outcome, Purpose};
use domain::measure::{MeasureKind, MeasurePurpose, MeasureReview, Reviewed};
use domain::moment::{DAY, HOUR};
use domain::post::{
    CoverConfirmed, CoverEnded, CoverKind, CoverProposed, EntryVoided, Established, Left, Placed, PostOf, Taken,
};
use domain::{AccountId, ActId, Capacity, CaseId, Kind, Moment, OrgId};

use crate::acts::{self, line, text};
use crate::house::House;

/// A post that has always been there.
pub fn post(house: &House, org: OrgId, title: &str, capacity: Capacity) -> ActId {
    let from = house.now().plus(-1000 * DAY);
    house.does(&house.admins[0], org, Established { title: line(title), capacity, unit: None, from })
}

pub fn held(house: &House, post: ActId, by: &Actor) -> ActId {
    let (from, account) = (house.now().plus(-900 * DAY), by.account);
    house.does(&house.admins[0], by.org, Taken { post, account, from, until: None })
}

pub fn placed(house: &House, org: OrgId, post: ActId, under: Option<(OrgId, ActId)>) -> ActId {
    let under = under.map(|(org, post)| PostOf { org, post });
    house.does(&house.admins[0], org, Placed { post, under, from: house.now().plus(-900 * DAY), until: None })
}

/// The posts of the prison: a governor over a supervisor over two case managers.
pub struct Posts {
    pub governor: ActId,
    pub supervisor: ActId,
    pub manager: ActId,
    pub admins: [Actor; 2],
}

pub fn recorded(house: &House) -> Posts {
    let prison = house.prison;
    let governor = post(house, prison, "Governor", Capacity::Governor);
    let supervisor = post(house, prison, "Head of casework", Capacity::Supervisor);
    let manager = post(house, prison, "Case manager, east wing", Capacity::CaseManager);
    for (post, by) in [(governor, &house.governor), (supervisor, &house.supervisor), (manager, &house.manager)] {
        held(house, post, by);
    }
    placed(house, prison, governor, None);
    placed(house, prison, supervisor, Some((prison, governor)));
    placed(house, prison, manager, Some((prison, supervisor)));
    let admin = |name: &str| house.account(name, prison, Capacity::OrgAdministrator);
    Posts { governor, supervisor, manager, admins: [admin("prison.admin"), admin("prison.second")] }
}

/// The posts of the prison, and a reviewer who stands outside its line of command.
pub fn reviewer_outside(house: &House) {
    recorded(house);
    let reviewer = post(house, house.oversight, "Reviewer", Capacity::IndependentReviewer);
    held(house, reviewer, &house.reviewer);
    placed(house, house.oversight, reviewer, None);
}

/// Who holds a post of the prison at a moment from now on.
pub fn holder(house: &House, post: ActId, at: Moment) -> Option<AccountId> {
    let course = house.app().post(&house.admins[0], house.prison, post).unwrap();
    course.posts[0].holder(at).map(|held| held.account)
}

fn proposal(house: &House, post: ActId, by: &Actor, (from, until): (i64, i64), cover: CoverKind) -> CoverProposed {
    let (from, until) = (house.now().plus(from), house.now().plus(until));
    let holder = holder(house, post, from);
    CoverProposed { post, account: by.account, holder, cover, from, until, basis: line("Order 7") }
}

/// Somebody stands in, as two administrators of the prison say.
pub fn covered(house: &House, posts: &Posts, post: ActId, by: &Actor, times: (i64, i64), kind: CoverKind) -> ActId {
    let cover = house.does(&posts.admins[0], house.prison, proposal(house, post, by, times, kind));
    house.does(&posts.admins[1], house.prison, CoverConfirmed { cover });
    cover
}

/// Somebody as they act for the post.
pub fn acting(by: &Actor, cover: ActId, post: ActId, of: &Actor) -> Actor {
    Actor { capacity: of.capacity, stands_in: Some(StandsIn { cover, post, holder: Some(of.account) }), ..*by }
}

fn impossible(refusal: &Refusal) -> NotPossible {
    match refusal {
        Refusal::NotPossible(why) => *why,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_colleague_on_leave_is_stood_in_for_from_the_instant_until_the_instant() {
    let house = House::new();
    let posts = recorded(&house);
    let case = house.admitted("A-1");
    let (from, until) = (house.now().plus(2 * HOUR), house.now().plus(26 * HOUR));
    let cover = covered(&house, &posts, posts.manager, &house.colleague, (2 * HOUR, 26 * HOUR), CoverKind::Leave);
    let stands = acting(&house.colleague, cover, posts.manager, &house.manager);
    let lists = |who: &Actor| {
        house
            .app()
            .cases(who, &app::consult::CaseFilter::default())
            .is_ok_and(|list| list.total == app::consult::Total::Exactly(1))
    };
    assert!(!house.sees_case(&house.colleague, case));
    for (at, there) in [(from.plus(-1), false), (from, true), (until.plus(-1), true), (until, false)] {
        house.clock.set(at);
        assert_eq!(house.sees_case(&stands, case), there, "{at}");
        assert_eq!(lists(&stands), there, "{at}");
        assert!(!house.sees_case(&house.colleague, case), "not in their own name");
        if there {
            assert_eq!(house.app().case(&stands, case, Purpose::Casework).unwrap().until(), Some(until));
            house.does(&stands, case, acts::needs());
        }
    }
    assert!(matches!(house.refused(&stands, case, acts::assessed()), Refusal::NotYours));
    // Every entry says for which post it was, and who it was.
    let own = house
        .envelopes()
        .into_iter()
        .filter(|entry| entry.actor == house.colleague.account && entry.stream == case.stream());
    let own: Vec<_> = own.filter(|entry| entry.kind != "look.refused").collect();
    assert!(own.len() >= 4 && own.iter().all(|entry| entry.for_post == Some(posts.manager)), "{own:?}");
    assert!(house.app().compare_tables().unwrap().differing.is_empty());
}

#[test]
fn somebody_who_acts_up_has_the_capacity_of_the_post_and_not_their_own_beside_it() {
    let house = House::new();
    let posts = recorded(&house);
    let case = house.admitted("A-1");
    let cover = covered(&house, &posts, posts.governor, &house.supervisor, (0, 5 * DAY), CoverKind::ActingUp);
    let stands = acting(&house.supervisor, cover, posts.governor, &house.governor);
    let order = acts::imposed(MeasureKind::Observation, MeasurePurpose::Order, house.now(), house.now().plus(DAY));
    house.does(&stands, case, order.clone());
    let allocate = domain::file::Allocated { to: house.colleague.account };
    assert!(
        matches!(house.refused(&stands, case, allocate.clone()), Refusal::NotAllowed),
        "the supervisor's, not the post's"
    );
    house.does(&house.supervisor, case, allocate);
    assert!(matches!(house.refused(&house.supervisor, case, order), Refusal::NotAllowed), "not in their own name");
    // Nobody acts for a post by saying so.
    for posing in [
        acting(&house.colleague, cover, posts.governor, &house.governor),
        acting(&house.supervisor, cover, posts.manager, &house.governor),
        acting(&house.supervisor, cover, posts.governor, &house.registrar),
        acting(&house.supervisor, cover, posts.governor, &Actor { capacity: Capacity::Governor, ..house.registrar }),
        acting(&house.other_supervisor, cover, posts.governor, &house.governor),
    ] {
        assert!(!house.sees_case(&posing, case), "{posing:?}");
        assert!(matches!(house.app().home(&posing), Err(Refusal::NotYours)));
    }
}

#[test]
fn what_keeps_either_of_the_two_from_a_file_keeps_whoever_stands_in_from_it() {
    let house = House::new();
    let posts = recorded(&house);
    let (own, theirs) = (house.admitted("A-1"), house.admitted("A-2"));
    let cover = covered(&house, &posts, posts.manager, &house.colleague, (0, 5 * DAY), CoverKind::Leave);
    let stands = acting(&house.colleague, cover, posts.manager, &house.manager);
    let listed = |who: &Actor| house.app().cases(who, &app::consult::CaseFilter::default()).unwrap().total;
    assert!(
        house.sees_case(&stands, own)
            && house.sees_case(&stands, theirs)
            && listed(&stands) == app::consult::Total::Exactly(2)
    );
    house.does(&house.supervisor, own, ConflictDeclared { account: house.colleague.account, tie: Tie::Other });
    assert!(
        !house.sees_case(&stands, own) && listed(&stands) == app::consult::Total::Exactly(1),
        "the conflict of whoever stands in"
    );
    house.does(&house.supervisor, theirs, ConflictDeclared { account: house.manager.account, tie: Tie::Relative });
    assert!(
        !house.sees_case(&stands, theirs) && listed(&stands) == app::consult::Total::Exactly(0),
        "the conflict of the one who is away"
    );

    let circle = |others: &[&Actor]| {
        let named = others.iter().map(|one| Named { account: one.account }).collect();
        Restricted { reason: text("Small circle."), named }
    };
    for (named, seen) in [
        (&[&house.manager, &house.supervisor][..], false),
        (&[&house.colleague, &house.supervisor][..], false),
        (&[&house.colleague, &house.manager, &house.supervisor][..], true),
    ] {
        let case = house.admitted("A-3");
        house.does(&house.supervisor, case, circle(named));
        assert_eq!(house.sees_case(&stands, case), seen, "{named:?}");
        assert_eq!(
            house
                .app()
                .cases(&stands, &app::consult::CaseFilter::default())
                .unwrap()
                .lines
                .iter()
                .any(|line| line.case == case),
            seen
        );
    }
    assert!(house.app().compare_tables().unwrap().differing.is_empty());
}

#[test]
fn all_files_of_somebody_on_leave_are_given_away_by_whoever_stands_in_for_the_supervisor() {
    let house = House::new();
    let posts = recorded(&house);
    let cases = [house.admitted("A-1"), house.admitted("A-2"), house.admitted("A-3")];
    let third = house.account("third.manager", house.prison, Capacity::CaseManager);
    let up = covered(&house, &posts, posts.supervisor, &house.governor, (0, 5 * DAY), CoverKind::Leave);
    let leads = acting(&house.governor, up, posts.supervisor, &house.supervisor);
    let away = covered(&house, &posts, posts.manager, &house.colleague, (0, 5 * DAY), CoverKind::Leave);
    let stands = acting(&house.colleague, away, posts.manager, &house.manager);
    assert!(cases.iter().all(|case| house.sees_case(&stands, *case)));
    // Whoever is to receive them is kept from one; whoever gives them is not, for it is not their conflict.
    house.does(&house.supervisor, cases[2], ConflictDeclared { account: third.account, tie: Tie::Other });
    assert!(matches!(
        house.app().carried(&house.governor, house.manager.account, third.account),
        Err(Refusal::NotYours)
    ));
    let carried = house.app().carried(&leads, house.manager.account, third.account).unwrap();
    assert_eq!((carried.cases.len(), carried.kept_from), (2, 1));
    let mut deed = app::Deed::one(carried.cases[0], domain::file::Allocated { to: third.account });
    deed = deed.and(carried.cases[1], domain::file::Allocated { to: third.account });
    house.performed(&leads, &deed);
    let seen = |who: &Actor| cases.map(|case| house.sees_case(who, case));
    assert_eq!(seen(&third), [true, true, false]);
    // Files go with the person who carries them: whoever stands in for the one before has no more than is left.
    assert_eq!(seen(&stands), [false, false, true]);
    assert_eq!(seen(&house.manager), [false, false, true]);
    // The one who leaves the post keeps what they carry until it is given away; the post gives nothing to the next.
    let taken = house.app().posts(&house.governor, house.prison, None).unwrap();
    let taken = taken.posts.iter().find(|line| line.post == posts.manager).unwrap().holder(house.now()).unwrap().taken;
    house.does(&posts.admins[0], house.prison, Left { taken, at: house.now() });
    house.clock.advance(1);
    house.does(
        &posts.admins[0],
        house.prison,
        Taken { post: posts.manager, account: house.colleague.account, from: house.now(), until: None },
    );
    assert_eq!(seen(&house.manager), [false, false, true]);
    assert_eq!(seen(&house.colleague), [false, false, false]);
    assert!(house.app().compare_tables().unwrap().differing.is_empty());
}

#[test]
fn a_vacant_post_gives_its_capacity_and_the_files_of_nobody() {
    let house = House::new();
    let posts = recorded(&house);
    let (case, small) = (house.admitted("A-1"), house.admitted("A-2"));
    let named = vec![Named { account: house.supervisor.account }];
    house.does(&house.supervisor, small, Restricted { reason: text("Small circle."), named });
    let lines = house.app().posts(&house.governor, house.prison, None).unwrap();
    let taken = lines.posts.iter().find(|line| line.post == posts.governor).unwrap().holder(house.now()).unwrap().taken;
    house.does(&posts.admins[0], house.prison, Left { taken, at: house.now() });
    house.clock.advance(1);
    let leave = proposal(&house, posts.governor, &house.supervisor, (0, DAY), CoverKind::Leave);
    assert_eq!(impossible(&house.refused(&posts.admins[0], house.prison, leave)), NotPossible::NobodyAway);
    let cover = covered(&house, &posts, posts.governor, &house.supervisor, (0, DAY), CoverKind::ActingUp);
    let stands_in = Some(StandsIn { cover, post: posts.governor, holder: None });
    let stands = Actor { capacity: Capacity::Governor, stands_in, ..house.supervisor };
    assert!(house.sees_case(&stands, case));
    assert!(house.sees_case(&stands, small), "who is named is the person, and nobody else is away");
    let order = acts::imposed(MeasureKind::Observation, MeasurePurpose::Order, house.now(), house.now().plus(DAY));
    house.does(&stands, case, order);
    let claimed = Actor {
        stands_in: stands_in.map(|stands| StandsIn { holder: Some(house.manager.account), ..stands }),
        ..stands
    };
    assert!(!house.sees_case(&claimed, case), "nobody is away");
}

#[test]
fn nobody_has_more_in_standing_in_than_the_one_they_stand_in_for() {
    let house = House::new();
    let posts = recorded(&house);
    let (theirs, others) = (house.admitted("A-1"), house.admitted("A-2"));
    house.does(&house.supervisor, others, domain::file::Allocated { to: house.colleague.account });
    let cover = covered(&house, &posts, posts.manager, &house.colleague, (0, 5 * DAY), CoverKind::Leave);
    let stands = acting(&house.colleague, cover, posts.manager, &house.manager);
    assert!(house.sees_case(&stands, theirs));
    assert!(!house.sees_case(&stands, others), "their own case is theirs in their own name alone");
    assert!(house.sees_case(&house.colleague, others));
    // What the holder loses, whoever stands in loses.
    house.does(&house.admins[0], house.manager.account, Disabled { reason: text("Left.") });
    assert!(!house.sees_case(&stands, theirs));
}

#[test]
fn standing_in_is_over_when_it_is_ended_when_the_holder_leaves_and_when_the_account_closes() {
    for ending in 0..3 {
        let house = House::new();
        let posts = recorded(&house);
        let case = house.admitted("A-1");
        let cover = covered(&house, &posts, posts.manager, &house.colleague, (0, 5 * DAY), CoverKind::Leave);
        let stands = acting(&house.colleague, cover, posts.manager, &house.manager);
        assert!(house.sees_case(&stands, case));
        house.clock.advance(1);
        match ending {
            0 => {
                house.does(&house.supervisor, house.prison, CoverEnded { cover, reason: text("Back early.") });
            }
            1 => {
                let lines = house.app().posts(&house.governor, house.prison, None).unwrap();
                let taken = lines
                    .posts
                    .iter()
                    .find(|line| line.post == posts.manager)
                    .unwrap()
                    .holder(house.now())
                    .unwrap()
                    .taken;
                house.does(&posts.admins[0], house.prison, Left { taken, at: house.now() });
            }
            _ => {
                house.does(&house.admins[0], house.colleague.account, Disabled { reason: text("Left.") });
            }
        }
        assert!(!house.sees_case(&stands, case), "{ending}");
        assert!(house.app().compare_tables().unwrap().differing.is_empty());
    }
}

#[test]
fn who_stands_in_is_said_by_those_who_lead_and_confirmed_by_another() {
    let house = House::new();
    let posts = recorded(&house);
    let (prison, manager) = (house.prison, posts.manager);
    let leave = |house: &House| proposal(house, manager, &house.colleague, (HOUR, DAY), CoverKind::Leave);
    for (who, what) in [
        (&house.colleague, "not for oneself"),
        (&house.officer, "no right to it"),
        (&house.registrar, "no right to it"),
        (&house.admins[0], "runs the installation"),
    ] {
        assert!(matches!(house.refused(who, prison, leave(&house)), Refusal::NotAllowed | Refusal::NotYours), "{what}");
    }
    assert!(matches!(house.refused(&house.other_supervisor, prison, leave(&house)), Refusal::NotAllowed));
    let by_supervisor = house.does(&house.supervisor, prison, leave(&house));
    let own = house.refused(&house.supervisor, prison, CoverConfirmed { cover: by_supervisor });
    assert_eq!(impossible(&own), NotPossible::OwnProposal);
    // The supervisor leads the case manager, not the governor.
    let up = proposal(&house, posts.governor, &house.officer, (HOUR, DAY), CoverKind::ActingUp);
    assert!(matches!(house.refused(&house.supervisor, prison, up), Refusal::NotAllowed));
    house.does(&house.governor, prison, CoverConfirmed { cover: by_supervisor });
    // Nobody confirms that they themselves stand in.
    let own = proposal(&house, posts.governor, &house.supervisor, (HOUR, DAY), CoverKind::ActingUp);
    let own = house.does(&posts.admins[0], prison, own);
    let refused = house.refused(&house.supervisor, prison, CoverConfirmed { cover: own });
    assert_eq!(impossible(&refused), NotPossible::CoverOneself);
}

#[test]
fn who_holds_a_post_and_who_stands_in_works_there_and_is_of_a_fitting_capacity() {
    let house = House::new();
    let posts = recorded(&house);
    let (prison, admin) = (house.prison, &posts.admins[0]);
    let second = post(&house, prison, "Case manager, west wing", Capacity::CaseManager);
    let takes = |who: &Actor| Taken { post: second, account: who.account, from: house.now(), until: None };
    assert!(matches!(house.refused(admin, prison, takes(&house.other_supervisor)), Refusal::Unknown("account")));
    let refused = house.refused(admin, prison, takes(&house.officer));
    assert_eq!(impossible(&refused), NotPossible::PostOfAnotherCapacity);
    house.does(admin, prison, takes(&house.colleague));
    let stands = |who: &Actor| proposal(&house, second, who, (0, DAY), CoverKind::Leave);
    assert_eq!(impossible(&house.refused(admin, prison, stands(&house.other_supervisor))), NotPossible::CoverElsewhere);
    for who in [&house.health, &posts.admins[1]] {
        assert_eq!(impossible(&house.refused(admin, prison, stands(who))), NotPossible::CoverOtherCapacity);
    }
    house.does(admin, prison, stands(&house.officer));
}

#[test]
fn lines_lead_to_posts_of_other_organisations_and_never_in_a_circle() {
    let house = House::new();
    let posts = recorded(&house);
    let service = house.other_prison;
    let director = post(&house, service, "Director", Capacity::Governor);
    let line = |post: ActId, org: OrgId, under: (OrgId, ActId)| {
        let under = Some(PostOf { org: under.0, post: under.1 });
        (org, Placed { post, under, from: house.now().plus(-DAY), until: None })
    };
    let unknown = line(director, service, (house.prison, ActId::from_bytes([9; 16])));
    assert_eq!(impossible(&house.refused(&house.admins[0], unknown.0, unknown.1)), NotPossible::PostUnknown);
    let under_case_manager = line(director, service, (house.prison, posts.manager));
    house.does(&house.admins[0], under_case_manager.0, under_case_manager.1);
    // The governor reports to nobody; under the director it would be a circle.
    let known = house.app().posts(&house.monitor, house.prison, None).unwrap();
    let head = known.posts.iter().find(|line| line.post == posts.governor).unwrap().line(house.now()).unwrap();
    assert_eq!(head.to, None);
    let head = head.line;
    house.does(&house.admins[0], house.prison, EntryVoided { of: head, reason: text("Reports to the director.") });
    let back = line(posts.governor, house.prison, (service, director));
    assert_eq!(impossible(&house.refused(&house.admins[0], back.0, back.1)), NotPossible::LineCircle);
}

pub fn review(measure: ActId) -> Reviewed {
    let (reasons, view) = (text("Looked at it."), text("Nothing to add."));
    Reviewed { measure, outcome: MeasureReview::GoOn, reasons, view, command: None }
}

fn written(house: &House, case: CaseId) -> Option<CommandLine> {
    let file = house.app().case(&house.monitor, case, Purpose::Oversight).unwrap();
    file.acts.iter().rev().find_map(|recorded| match &recorded.act {
        Act::Measure(topic::Measure::Reviewed(body)) => body.command,
        _ => None,
    })
}

fn outcome(house: &House, case: CaseId) -> Option<Outcome> {
    let file = house.app().case(&house.monitor, case, Purpose::Oversight).unwrap();
    let rule = "NMR-45c";
    let found = file.findings.iter().find(|line| line.finding.rule.id() == rule).map(|line| line.finding.outcome);
    found.or((file.met > 0).then_some(Outcome::Met))
}

/// Solitary confinement, ordered by the governor, and reviewed a day later by the reviewer.
fn reviewed(house: &House) -> CaseId {
    let case = house.admitted("A-1");
    let order =
        acts::imposed(MeasureKind::Solitary, MeasurePurpose::SafetyOfOthers, house.now(), house.now().plus(6 * DAY));
    let measure = house.does(&house.governor, case, order);
    house.clock.advance(DAY);
    house.does(&house.reviewer, case, review(measure));
    house.clock.advance(2 * DAY + 1);
    case
}

#[test]
fn whether_a_reviewer_stood_outside_is_written_into_the_review_and_judged_from_it() {
    // Nobody recorded any post.
    let house = House::new();
    let case = reviewed(&house);
    assert_eq!(written(&house, case), Some(CommandLine::NotKnown));
    assert_eq!(outcome(&house, case), Some(Outcome::Undetermined));

    // Both lines are recorded up to their heads.
    let house = House::new();
    reviewer_outside(&house);
    let case = reviewed(&house);
    assert_eq!(written(&house, case), Some(CommandLine::Outside));
    assert_eq!(outcome(&house, case), Some(Outcome::Met));

    // The reviewer reports to the governor.
    let house = House::new();
    let posts = recorded(&house);
    let reviewer = post(&house, house.oversight, "Reviewer", Capacity::IndependentReviewer);
    held(&house, reviewer, &house.reviewer);
    placed(&house, house.oversight, reviewer, Some((house.prison, posts.governor)));
    let case = reviewed(&house);
    assert_eq!(written(&house, case), Some(CommandLine::Inside));
    assert_eq!(outcome(&house, case), Some(Outcome::Breach));
}

#[test]
fn what_is_recorded_later_changes_nothing_of_what_was_written_and_nobody_says_it_themselves() {
    let house = House::new();
    let case = reviewed(&house);
    recorded(&house);
    let reviewer = post(&house, house.oversight, "Reviewer", Capacity::IndependentReviewer);
    held(&house, reviewer, &house.reviewer);
    placed(&house, house.oversight, reviewer, None);
    assert_eq!(written(&house, case), Some(CommandLine::NotKnown));
    assert_eq!(outcome(&house, case), Some(Outcome::Undetermined));
    let file = house.app().case(&house.monitor, case, Purpose::Oversight).unwrap();
    let measure = file.facts.measures[0].act;
    let claimed = Reviewed { command: Some(CommandLine::Outside), ..review(measure) };
    assert!(matches!(house.refused(&house.reviewer, case, claimed), Refusal::Form(_)));
    // Held again, it is judged by what is on record now; the days before it stay as they were.
    house.does(&house.reviewer, case, review(measure));
    assert_eq!(written(&house, case), Some(CommandLine::Outside));
}

#[test]
fn whoever_stood_in_for_the_governor_that_day_does_not_review_from_outside() {
    let house = House::new();
    let posts = recorded(&house);
    let case = house.admitted("A-1");
    let cover = covered(&house, &posts, posts.governor, &house.supervisor, (0, 5 * DAY), CoverKind::ActingUp);
    let stands = acting(&house.supervisor, cover, posts.governor, &house.governor);
    let order =
        acts::imposed(MeasureKind::Solitary, MeasurePurpose::SafetyOfOthers, house.now(), house.now().plus(6 * DAY));
    let measure = house.does(&stands, case, order);
    let reviewer = post(&house, house.oversight, "Reviewer", Capacity::IndependentReviewer);
    held(&house, reviewer, &house.reviewer);
    // In the line of the post that the supervisor holds in their own name.
    placed(&house, house.oversight, reviewer, Some((house.prison, posts.supervisor)));
    house.does(&house.reviewer, case, review(measure));
    assert_eq!(written(&house, case), Some(CommandLine::Inside));
}

#[test]
fn colleagues_and_oversight_see_the_posts_and_nobody_of_another_organisation() {
    let house = House::new();
    let posts = recorded(&house);
    covered(&house, &posts, posts.manager, &house.colleague, (0, 5 * DAY), CoverKind::Leave);
    for who in [&house.officer, &house.health, &house.monitor, &house.reviewer, &house.admins[0], &posts.admins[0]] {
        let seen = house.app().posts(who, house.prison, None).unwrap();
        assert_eq!(seen.posts.len(), 3);
        let stood_in_for = seen.posts.iter().find(|line| line.post == posts.manager).unwrap();
        assert_eq!(stood_in_for.stands_in[0].0, "Specimen colleague");
    }
    for who in [&house.other_supervisor, &house.intake, &house.practitioner, &house.probation] {
        assert!(matches!(house.app().posts(who, house.prison, None), Err(Refusal::NotYours)));
    }
    let home = house.app().home(&house.colleague).unwrap();
    assert_eq!(home.stands_in[0].title, "Case manager, east wing");
    assert_eq!(home.stands_in[0].holder.as_deref(), Some("Specimen manager"));
    assert!(
        house.app().posts(&house.officer, house.prison, None).unwrap().may.iter().all(|kind| *kind != Kind::PostTaken)
    );
}

#[test]
fn a_session_acts_for_the_post_until_it_is_told_otherwise_or_the_time_is_over() {
    let house = House::new();
    let posts = recorded(&house);
    let case = house.admitted("A-1");
    let cover = covered(&house, &posts, posts.manager, &house.colleague, (0, 2 * HOUR), CoverKind::Leave);
    let (entry, factor) = house.app().draw_both([&house.admins[0], &house.admins[1]], house.colleague.account).unwrap();
    let code = factor.card.codes[0].code.reveal();
    let app::sign_in::Attempt::In { cookie, .. } =
        house.app().sign_in("colleague", entry.password.reveal(), code, None).unwrap()
    else {
        panic!("not signed in")
    };
    let who = |house: &House| house.app().session(cookie.reveal()).unwrap().unwrap();
    let other = ActId::from_bytes([7; 16]);
    assert!(house.app().act_for(&house.colleague, cookie.reveal(), Some(other)).is_err());
    assert!(who(&house).acting.is_none());
    house.app().act_for(&house.colleague, cookie.reveal(), Some(cover)).unwrap();
    let signed = who(&house);
    assert_eq!(signed.acting.as_ref().unwrap().title, "Case manager, east wing");
    assert!(house.sees_case(&signed.actor, case));
    house.app().act_for(&signed.actor, cookie.reveal(), None).unwrap();
    assert!(!house.sees_case(&who(&house).actor, case));
    house.app().act_for(&house.colleague, cookie.reveal(), Some(cover)).unwrap();
    let end: Moment = house.app().home(&house.colleague).unwrap().stands_in[0].until;
    // Half an hour without a request would end the session itself.
    while house.now().plus(20 * 60_000) < end {
        house.clock.advance(20 * 60_000);
        assert!(house.app().session(cookie.reveal()).unwrap().is_some());
    }
    house.clock.set(end.plus(-1));
    assert!(who(&house).acting.is_some());
    house.clock.set(end);
    assert!(
        who(&house).acting.is_none()
            && who(&house).actor == Actor { strength: who(&house).actor.strength, ..house.colleague }
    );
}
