//! Non-interference of a restricted file: a random history is lived twice, at the same times, once with a file in it that is
//! restricted to named people and once without; nobody else of the prison, of another one, of a service or of probation can
//! tell which.

use std::collections::BTreeSet;

use access::Actor;
use app::consult::{BoardAsked, CaseFilter, InWing, Mine, ServicesAsked};
use app::{Deed, Refusal};
use domain::facts::Step as Stage;
use domain::file::{Allocated, Named, Restricted};
use domain::look::Purpose;
use domain::measure::{Lifted, MeasureKind, MeasurePurpose};
use domain::moment::DAY;
use domain::{AccountId, ActId, Capacity, CaseId, Part, ReferralId};
use jiff::civil::date;
use proptest::prelude::*;

use crate::acts::{self, text};
use crate::house::House;
use crate::runner::tries;
use crate::step::{Step, step};
use crate::visible::without_ids;
use crate::world::World;

/// The number of the file that others must not learn of. In both histories somebody asks for it.
const NUMBER: &str = "S-1";

/// What happens with the file: at so many places of the history.
type Secret = Vec<(u8, u8)>;

/// Which of the histories.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum With {
    /// With the file, restricted.
    TheFile,
    /// With the file, which nobody restricted: what is to be told then is told.
    OpenFile,
    /// Without.
    Nothing,
}

/// The file, once it is there.
#[derive(Default)]
struct File {
    plan: Option<ActId>,
    consent: Option<ActId>,
    measure: Option<ActId>,
    done: u32,
}

/// Ids that no history draws.
fn case() -> CaseId {
    CaseId::from_random([0x5e; 16])
}

fn referral() -> ReferralId {
    ReferralId::from_random([0x7e; 16])
}

fn named(house: &House) -> [Actor; 3] {
    [house.governor, house.supervisor, house.manager]
}

/// Everybody but those whom the restriction names, those who hold a mandate or see to data protection, and the organisation that
/// the person is offered to.
fn outside(world: &World) -> Vec<Actor> {
    let house = &world.house;
    let inside: BTreeSet<AccountId> = named(house).map(|actor| actor.account).into();
    let kept_out = |who: &&Actor| {
        !inside.contains(&who.account)
            && ![house.oversight, house.other_cso].contains(&who.org)
            && who.capacity != Capacity::DataProtection
    };
    world.people.iter().filter(kept_out).copied().collect()
}

/// Everything that somebody could ask for, the file by its id and number included, and how many entries the answer left.
fn answers(house: &House, who: &Actor, other: &Actor) -> Vec<String> {
    let app = house.app();
    let said = |refusal: Refusal| format!("{refusal:?}");
    let mut told = Vec::new();
    let mut ask = |question: &dyn Fn() -> String| {
        let before = house.leaves();
        let answer = without_ids(&without_anchors(&question()));
        told.push(format!("{answer} ({} entries)", house.leaves() - before));
    };
    let mut filters = vec![
        CaseFilter::default(),
        CaseFilter { mine: Mine::Carried, ..CaseFilter::default() },
        CaseFilter { name: Some(NUMBER.to_owned()), ..CaseFilter::default() },
        CaseFilter { name: Some("Unsaid".to_owned()), ..CaseFilter::default() },
    ];
    filters.extend(Stage::ALL.iter().map(|stage| CaseFilter { step: Some(*stage), ..CaseFilter::default() }));
    for filter in &filters {
        ask(&|| app.cases(who, filter).map_or_else(said, |list| format!("{:?} {:?}", *list, list.until())));
    }
    ask(&|| app.home(who).map_or_else(said, |home| format!("{:?} {:?}", *home, home.until())));
    ask(&|| app.referrals(who).map_or_else(said, |list| format!("{:?}", *list)));
    ask(&|| app.findings_asked(who, &BoardAsked::default()).map_or_else(said, |board| format!("{:?}", *board)));
    ask(&|| app.duty_sheet(who).map_or_else(said, |sheet| format!("{:?}", *sheet)));
    ask(&|| app.wing(who, &InWing::Everybody).map_or_else(said, |wing| format!("{:?}", *wing)));
    ask(&|| app.wing(who, &InWing::NoUnit).map_or_else(said, |wing| format!("{:?}", *wing)));
    ask(&|| app.accounts(who).map_or_else(said, |lines| format!("{:?}", *lines)));
    ask(&|| app.colleagues(who, Capacity::CaseManager).map_or_else(said, |lines| format!("{:?}", *lines)));
    ask(&|| app.carried(who, house.manager.account, other.account).map_or_else(said, |files| format!("{:?}", *files)));
    ask(&|| app.emergencies(who).map_or_else(said, |list| format!("{:?}", *list)));
    ask(&|| app.inspections(who, house.prison).map_or_else(said, |list| format!("{:?}", *list)));
    ask(&|| app.posts(who, house.prison, None).map_or_else(said, |posts| format!("{:?}", *posts)));
    ask(&|| app.organisations(who).map_or_else(said, |orgs| format!("{:?}", *orgs)));
    ask(&|| app.services(who, &ServicesAsked::default()).map_or_else(said, |list| format!("{:?}", *list)));
    ask(&|| app.released_under(who, NUMBER).map_or_else(said, |found| format!("{:?}", *found)));
    ask(&|| app.case(who, case(), Purpose::Casework).map_or_else(said, |file| format!("{:?}", *file)));
    ask(&|| app.print_case(who, case(), Part::Plan).map_or_else(said, |file| format!("{:?}", *file)));
    ask(&|| app.referral(who, referral(), Purpose::Casework).map_or_else(said, |file| format!("{:?}", *file)));
    ask(&|| format!("{:?} {:?}", app.open_parts(who, case()), app.open_parts(who, referral())));
    ask(&|| said(house.refused(who, case(), acts::needs())));
    ask(&|| said(house.refused(who, case(), Allocated { to: who.account })));
    ask(&|| said(house.refused(who, referral(), domain::referral::Accepted { note: None })));
    told
}

/// An anchor of a finding is drawn from ids of acts, which every history draws anew.
fn without_anchors(answer: &str) -> String {
    let mut pieces = answer.split("anchor: [");
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        plain.push_str("anchor");
        plain.push_str(piece.split_once(']').map_or(piece, |(_, rest)| rest));
    }
    plain
}

/// The next thing that is done with the file, by those it is restricted to; nothing if it is not possible now.
fn goes_on(house: &House, file: &mut File, what: u8) {
    let [governor, supervisor, manager] = named(house);
    let now = house.now();
    let (case, referral) = (case(), referral());
    let mut does = |who: &Actor, deed: Deed| {
        let receipt = house.perform(who, &deed).ok();
        file.done += u32::from(receipt.is_some());
        receipt.and_then(|receipt| receipt.acts.first().copied())
    };
    let one = |act: domain::Act| Deed::one(case, act);
    match what % 12 {
        0 => drop(does(&manager, one(acts::assessed().into()))),
        1 => {
            let plan = does(&manager, one(acts::plan().into()));
            file.plan = plan.or(file.plan);
        }
        2 | 3 => {
            let Some(plan) = file.plan else { return };
            let language = acts::line("ar");
            does(&manager, one(domain::plan::Agreed { plan, language, words: None }.into()));
            does(&supervisor, one(domain::plan::Approved { plan }.into()));
        }
        4 => {
            let consent = does(&manager, one(acts::consent(house.other_cso, house.day(90)).into()));
            file.consent = consent.or(file.consent);
        }
        5 => {
            let (Some(plan), Some(consent)) = (file.plan, file.consent) else { return };
            let planned = crate::house::Planned { case, plan };
            does(&manager, house.offer_to(&planned, consent, referral, (house.other_service, house.other_cso)));
        }
        6 => drop(does(&house.other_intake, Deed::one(referral, domain::referral::Accepted { note: None }))),
        7 | 8 => {
            let until = now.plus(i64::from(what % 5 + 1) * DAY);
            let kind = if what % 12 == 7 { MeasureKind::Solitary } else { MeasureKind::Separation };
            let measure = does(&governor, one(acts::imposed(kind, MeasurePurpose::Order, now, until).into()));
            file.measure = measure.or(file.measure);
        }
        9 => {
            let Some(measure) = file.measure else { return };
            does(&governor, one(Lifted { measure, reason: text("It is quiet.") }.into()));
        }
        10 => {
            // Named anew, the same people.
            does(&governor, one(restricted(house).into()));
        }
        _ => {
            let _ = house.app().case(&manager, case, Purpose::Casework);
            let _ = house.app().home(&supervisor);
        }
    }
}

fn restricted(house: &House) -> Restricted {
    let named = named(house).iter().map(|actor| Named { account: actor.account }).collect();
    Restricted { reason: text("A colleague was a witness."), named }
}

/// Somebody is admitted, and before anybody looks the file is restricted.
fn begins(house: &House, with: With) -> File {
    let admitted = acts::admitted(house.prison, NUMBER, "Unsaid", date(1991, 2, 3));
    house.does(&house.registrar, case(), admitted);
    if with == With::TheFile {
        house.does(&house.governor, case(), restricted(house));
    }
    house.does(&house.supervisor, case(), Allocated { to: house.manager.account });
    File::default()
}

/// Lives a history; everything that those outside could ask for, each time by two of them and in the end by all.
fn lived(steps: &[Step], secret: &Secret, with: With) -> Result<(Vec<String>, u32), TestCaseError> {
    let mut world = World::with_one_partner(4);
    let outside = outside(&world);
    let mut file = (with != With::Nothing).then(|| begins(&world.house, with));
    let mut seen = Vec::new();
    let other = world.house.colleague;
    for (at, step) in steps.iter().enumerate() {
        for (_, what) in secret.iter().filter(|(place, _)| usize::from(*place) % steps.len() == at) {
            if let Some(file) = &mut file {
                goes_on(&world.house, file, *what);
            }
        }
        let done = world.take_among(*step, |who| outside.iter().any(|one| one.account == who.account))?;
        if let Some(done) = done {
            seen.push(without_ids(&format!("{:?} {:?}", done.by.capacity, done.answer)));
        }
        if at % 6 == 5 {
            world.house.app().come_due().unwrap();
            for turn in 0..2 {
                let who = &outside[(at / 3 + turn) % outside.len()];
                seen.extend(answers(&world.house, who, &other).into_iter().map(|told| format!("{who:?}: {told}")));
            }
        }
    }
    world.house.app().come_due().unwrap();
    for who in &outside {
        seen.extend(answers(&world.house, who, &other).into_iter().map(|told| format!("{who:?}: {told}")));
        // The entries that they left themselves: as many, of the same kinds, for the same times. Who admitted the person knows of it.
        if who.account != world.house.registrar.account {
            let own = world.house.envelopes().into_iter().filter(|envelope| envelope.actor == who.account);
            let own = own.map(|envelope| format!("{} {:?} {}", envelope.kind, envelope.concerns, envelope.capacity));
            seen.push(own.collect::<Vec<_>>().join("\n"));
        }
    }
    Ok((seen, file.map_or(0, |file| file.done)))
}

/// U1, U7, U13, U14 and U15 together, for a file that is restricted.
#[test]
fn nobody_who_is_not_named_can_tell_from_anything_whether_a_restricted_file_is_there() {
    let compared = std::cell::Cell::new((0, 0));
    let history = proptest::collection::vec(step(), 24..40);
    let secret = proptest::collection::vec((any::<u8>(), any::<u8>()), 10..25);
    tries(34, 2, &(history, secret), |(steps, secret)| {
        let (without, _) = lived(&steps, &secret, With::Nothing)?;
        let (with, happened) = lived(&steps, &secret, With::TheFile)?;
        prop_assert_eq!(without.len(), with.len());
        for (place, (without, with)) in without.iter().zip(&with).enumerate() {
            prop_assert_eq!(without, with, "answer {}", place);
        }
        let (answers, secrets) = compared.get();
        compared.set((answers + without.len(), secrets + happened));
        Ok(())
    });
    let (answers, secrets) = compared.get();
    println!("{answers} answers compared, with {secrets} acts on a restricted file in one of each pair of histories");
    assert!(answers > 1000 && secrets > 5, "{secrets} secret acts");
}

/// The statement above could fail: of a file that nobody restricted almost everybody in the prison learns.
#[test]
fn a_file_that_is_not_restricted_is_told_of() {
    let (without, _) = lived(&[], &Vec::new(), With::Nothing).unwrap();
    let (with, _) = lived(&[], &Vec::new(), With::OpenFile).unwrap();
    let differing = without.iter().zip(&with).filter(|(without, with)| without != with).count();
    println!("{differing} of {} answers tell of it", with.len());
    assert!(differing > 20, "{differing}");
}
