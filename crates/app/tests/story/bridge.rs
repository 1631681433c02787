//! The main job as one story: from admission over plan, service, measure and release to the end of aftercare.

use app::consult::{CaseFilter, QueueName};
use app::{Deed, Refusal};
use domain::admission::NotPossible;
use domain::custody::{Closed, ClosingReason, Released};
use domain::facts::Step;
use domain::file::Allocated;
use domain::look::Purpose;
use domain::measure::{
    Contact, ContactKind, HealthVisited, Lifted, MeasureKind, MeasurePurpose, MeasureReview, RegimeRecorded, YesNo,
};
use domain::moment::{DAY, HOUR};
use domain::referral::{
    Accepted, AskedBy, Assigned, Attendance, Concluded, HoldReason, MeetingHeld, Reached, Reentered, ReentryAsked,
    ServiceReported, SessionChanged, SessionRecorded, SessionScheduled,
};
use domain::release::{
    AftercareContact, ContactManner, FileCopyOffered, FirstContact, HandoverAccepted, HandoverOffered, ItemArranged,
    ReleaseItem,
};
use domain::{CaseId, Part, ReferralId};
use jiff::civil::date;

use crate::acts::{self, line, text};
use crate::house::House;
use crate::opening::copied_and_checked;

#[test]
#[expect(clippy::too_many_lines, reason = "it is one story")]
fn one_person_goes_over_the_bridge() {
    let mut house = House::new();
    let app = house.app();

    // Admission, sentence, somebody who carries the file.
    let case = CaseId::from(house.fresh());
    house.does(&house.registrar, case, acts::admitted(house.prison, "A-1", "Placeholder", date(1990, 1, 1)));
    house.does(&house.registrar, case, acts::sentence());
    assert!(!house.sees_case(&house.manager, case));
    stage(&house, case, Step::New);
    house.does(&house.supervisor, case, Allocated { to: house.manager.account });
    assert!(house.sees_case(&house.manager, case));
    assert!(!house.sees_case(&house.colleague, case));
    assert!(!house.sees_case(&house.other_supervisor, case));
    stage(&house, case, Step::Assessment);

    house.does(&house.manager, case, acts::needs());
    house.does(&house.manager, case, acts::assessed());

    // A plan with a release section from version 1; the person agrees; somebody else approves.
    let plan = house.does(&house.manager, case, acts::plan());
    stage(&house, case, Step::Plan);
    assert_eq!(queued(&house, &house.manager, QueueName::NeedsDecision), [case]);
    assert!(matches!(
        house.refused(&house.supervisor, case, domain::plan::Approved { plan }),
        Refusal::NotPossible(NotPossible::PersonNotAsked)
    ));
    house.does(&house.manager, case, domain::plan::Agreed { plan, language: line("ar"), words: None });
    assert!(matches!(house.refused(&house.manager, case, domain::plan::Approved { plan }), Refusal::NotAllowed));
    assert_eq!(queued(&house, &house.supervisor, QueueName::NeedsDecision), [case]);
    house.does(&house.supervisor, case, domain::plan::Approved { plan });
    stage(&house, case, Step::Services);

    // Consent, then the referral in one deed.
    let referral = ReferralId::from(house.fresh());
    let consent = house.does(&house.manager, case, acts::consent(house.cso, house.day(150)));
    let planned = crate::house::Planned { case, plan };
    let mut deed = house.offer(&planned, consent, referral);
    deed.acts[2].act = acts::package(house.day(140)).into();
    house.performed(&house.manager, &deed);

    // Intake sees the offer and nothing else.
    let offer = app.referral(&house.intake, referral, Purpose::Intake).unwrap();
    assert!(offer.package().is_none() && offer.offer().is_some() && offer.case.is_none());
    assert_eq!(offer.parts.iter().collect::<Vec<_>>(), [Part::Offer]);
    let shown = format!("{:?}", *offer);
    assert!(!shown.contains(&case.to_string()), "the case is not to be learnt");
    assert!(!shown.contains("Placeholder") && !shown.contains("Packaged"));
    let line_of = |actor| app.referrals(actor).unwrap().lines.iter().find(|l| l.referral == referral).cloned();
    assert_eq!(line_of(&house.intake).unwrap().called, "Person 17");
    assert!(!house.sees_referral(&house.practitioner, referral));
    assert!(!house.sees_referral(&house.other_intake, referral));
    assert!(!house.sees_case(&house.intake, case));

    // Accepted: the package is still closed. Assigned: it opens, to the practitioner and to the manager.
    house.does(&house.intake, referral, Accepted { note: None });
    assert!(app.referral(&house.intake, referral, Purpose::Intake).unwrap().package().is_none());
    house.does(&house.intake, referral, Assigned { to: house.practitioner.account });
    let file = app.referral(&house.practitioner, referral, Purpose::Service).unwrap();
    assert_eq!(file.package().unwrap().name.as_str(), "Packaged Name");
    assert!(!format!("{:?}", *file).contains(&case.to_string()));
    assert_eq!(line_of(&house.practitioner).unwrap().called, "Packaged Name");

    // The service at work, with causes that are not the person's.
    house.clock.advance(DAY);
    let met = MeetingHeld { attendance: Attendance::TookPlace, told_limits: YesNo::Yes, summary: None };
    house.does(&house.practitioner, referral, met);
    let session = |days: i64| SessionScheduled { at: house.now().plus(days * DAY), place: line("visiting room") };
    let first = house.does(&house.practitioner, referral, session(1));
    let changed = SessionChanged {
        session: first,
        at: house.now().plus(2 * DAY),
        asked_by: AskedBy::Organisation,
        reason: line("illness"),
    };
    house.does(&house.practitioner, referral, changed);
    house.clock.advance(2 * DAY + HOUR);
    let took = SessionRecorded { session: first, attendance: Attendance::TookPlace, summary: Some(text("Talked.")) };
    house.does(&house.practitioner, referral, took);
    let second = house.does(&house.practitioner, referral, session(1));

    // A solitary measure with its five answers; the session falls, the place is lost: two acts in one deed.
    let now = house.now();
    let order = acts::imposed(MeasureKind::Solitary, MeasurePurpose::Order, now, now.plus(5 * DAY));
    let measure = house.does(&house.governor, case, order);
    stage(&house, case, Step::Services);
    house.clock.advance(DAY);
    house.does(&house.health, case, HealthVisited { advises_change: YesNo::No });
    let talk = Contact { from: now.plus(3 * HOUR), until: now.plus(4 * HOUR), contact: ContactKind::Talk };
    house.does(&house.officer, case, RegimeRecorded { from: now, until: now.plus(DAY), contacts: vec![talk] });
    house.clock.advance(HOUR);
    let fell = SessionRecorded { session: second, attendance: Attendance::Regime, summary: None };
    house.does(&house.practitioner, referral, fell);
    let lost = Deed::one(case, domain::measure::PlaceLost { measure, referral })
        .and(referral, domain::referral::PlaceLost { reason: HoldReason::Regime });
    assert_eq!(house.performed(&house.governor, &lost).acts.len(), 2);
    assert_eq!(line_of(&house.practitioner).unwrap().state, "place_lost");
    let review = domain::measure::Reviewed {
        measure,
        outcome: MeasureReview::End,
        reasons: text("It is quiet."),
        view: text("I want to go back."),
        command: None,
    };
    house.does(&house.reviewer, case, review);
    house.does(&house.governor, case, Lifted { measure, reason: text("It is quiet.") });

    // Back into the place.
    house.does(&house.manager, referral, ReentryAsked { from: house.day(1) });
    house.does(&house.practitioner, referral, Reentered { from: house.day(1) });
    assert_eq!(line_of(&house.practitioner).unwrap().state, "meeting");

    // The plan is looked at again.
    house.clock.advance(20 * DAY);
    let reviewed = domain::plan::Reviewed {
        plan,
        present: vec![line("the person")],
        view: text("It goes well."),
        dissent: None,
        outcome: domain::plan::ReviewOutcome::GoesOn,
        next_review: date(2026, 8, 1),
    };
    house.does(&house.manager, case, reviewed);
    stage(&house, case, Step::Review);

    // Release: arranged, handed over before the gate opens.
    for item in ReleaseItem::ALL {
        house.does(&house.manager, case, ItemArranged { item: *item, how: text("Arranged.") });
    }
    assert!(!house.sees_case(&house.probation, case));
    let handover = HandoverOffered {
        to: house.probation_service,
        summary: text("Going home to an aunt."),
        answer_by: house.day(7),
    };
    house.does(&house.manager, case, handover);
    assert_eq!(queued(&house, &house.probation, QueueName::OfferedToUs), [case]);
    let before = app.case(&house.probation, case, Purpose::Handover).unwrap();
    assert_eq!(before.parts.iter().collect::<Vec<_>>(), [Part::Identity, Part::Release]);
    assert!(before.findings.iter().all(|line| before.parts.contains(line.finding.rule.rule().part)));
    assert!(before.facts.measures.is_empty() && before.referrals.is_empty());
    let accepted = HandoverAccepted { first_meeting: house.now().plus(32 * DAY), place: line("office 2") };
    house.does(&house.probation, case, accepted);
    stage(&house, case, Step::Release);
    house.does(&house.registrar, case, FileCopyOffered { taken: YesNo::Yes });
    house.clock.advance(30 * DAY);
    house.does(&house.registrar, case, Released { basis: line("Order 44/2026") });
    stage(&house, case, Step::Aftercare);
    assert_eq!(queued(&house, &house.probation, QueueName::DueThisWeek), [case]);

    // Outside: first contact, the service concludes, aftercare ends.
    house.clock.advance(2 * DAY);
    house.does(&house.probation, case, FirstContact { manner: ContactManner::InPerson, agreed: text("Weekly.") });
    let report = ServiceReported {
        outcomes: vec![domain::referral::Outcome {
            hoped: text("Talk."),
            reached: Reached::Reached,
            note: text("It helped."),
        }],
        person_read: YesNo::Yes,
    };
    house.does(&house.practitioner, referral, report);
    house.does(&house.practitioner, referral, Concluded {});
    house.clock.advance(20 * DAY);
    house.does(&house.probation, case, AftercareContact { manner: ContactManner::Telephone, agreed: text("Works.") });
    assert!(!house.sees_case(&house.manager, case), "the prison's papers are finished after fourteen days");
    let closed = Closed { reason: ClosingReason::AftercareEnded, note: None };
    house.does(&house.probation, case, closed);
    stage(&house, case, Step::Closed);
    assert!(!house.sees_case(&house.probation, case));

    // Oversight sees who looked, and for whom.
    let file = app.case(&house.monitor, case, Purpose::Oversight).unwrap();
    assert!(file.looks.lines.iter().any(|look| look.org == "Sample Probation"));
    assert!(file.looks.lines.iter().any(|look| look.own));
    let forbidden = |line: &&app::consult::FindingLine| {
        line.finding.severity == safeguards::Severity::Prohibition
            && line.finding.outcome == domain::look::Outcome::Breach
    };
    assert_eq!(file.findings.iter().filter(forbidden).count(), 0, "{:?}", file.findings);
    assert!(file.facts.contradictions.is_empty(), "{:?}", file.facts.contradictions);

    // The log says what happened, the tables are what the log makes of them, and a copy stands by itself.
    house.reopen();
    let app = house.app();
    let verified = app.examine().unwrap();
    assert_eq!(verified.leaves, verified.envelopes);
    assert_eq!(verified.leaves, verified.bodies);
    let replayed = app.replay(|_, _| {}).unwrap();
    assert_eq!(replayed.differing, Vec::<String>::new());
    assert_eq!(replayed.acts, verified.leaves);
    assert_eq!(copied_and_checked(&house).leaves, verified.leaves);
}

/// Oversight sees the file at every stage, and the list agrees with it.
#[track_caller]
fn stage(house: &House, case: CaseId, step: Step) {
    let app = house.app();
    let file = app.case(&house.monitor, case, Purpose::Oversight).unwrap();
    assert_eq!(file.facts.step(), step);
    assert!(file.looks.total > 0 || step == Step::New);
    let listed = app.cases(&house.monitor, &CaseFilter::default()).unwrap();
    assert_eq!(listed.lines.iter().find(|line| line.case == case).unwrap().step, step);
    app.findings(&house.monitor).unwrap();
}

fn queued(house: &House, actor: &access::Actor, name: QueueName) -> Vec<CaseId> {
    let home = house.app().home(actor).unwrap();
    let queue = home.queues.iter().find(|queue| queue.name == name).unwrap();
    queue.cases.iter().map(|(line, _)| line.case).collect()
}
