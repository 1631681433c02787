//! The two doors: what a refusal leaves behind, repeated requests, pages that are out of date.

use access::Actor;
use app::{Deed, Refusal};
use domain::file::Allocated;
use domain::look::Purpose;
use domain::{ActId, CaseId, ReferralId};

use crate::acts;
use crate::house::House;

/// How many leaves and commits something took.
fn cost(house: &House, ask: impl Fn(&House)) -> (u64, u64) {
    let size = |house: &House| house.leaves();
    let (leaves, flushes) = (size(house), house.app().counts().flushes);
    ask(house);
    (size(house) - leaves, house.app().counts().flushes - flushes)
}

#[test]
fn not_there_and_not_yours_are_answered_alike() {
    let house = House::new();
    let shared = house.offered("A-1");
    let nothing = house.fresh();
    let asked: [(&Actor, CaseId, ReferralId); 2] =
        [(&house.other_intake, shared.case, shared.referral), (&house.other_supervisor, shared.case, shared.referral)];
    // The first look of all makes the key of the year.
    assert!(!house.sees_case(&house.colleague, shared.case));
    for (actor, case, referral) in asked {
        let alike = |ask: &dyn Fn(&House, CaseId, ReferralId) -> Refusal| {
            let one = cost(&house, |house| assert!(matches!(ask(house, case, referral), Refusal::NotYours)));
            let other =
                cost(&house, |house| assert!(matches!(ask(house, nothing.into(), nothing.into()), Refusal::NotYours)));
            assert_eq!((one, other), ((1, 1), (1, 1)));
        };
        alike(&|house, case, _| house.app().case(actor, case, Purpose::Casework).unwrap_err());
        alike(&|house, _, referral| house.app().referral(actor, referral, Purpose::Intake).unwrap_err());
        alike(&|house, case, _| house.app().print_case(actor, case, domain::Part::Plan).unwrap_err());
        alike(&|house, case, _| house.refused(actor, case, acts::needs()));
        alike(&|house, case, _| house.refused(actor, case, Allocated { to: actor.account }));
        alike(&|house, _, referral| house.refused(actor, referral, domain::referral::Accepted { note: None }));
    }
}

#[test]
fn each_refusal_leaves_one_entry_with_the_actor_and_nothing_else() {
    let house = House::new();
    let shared = house.offered("A-1");
    let file = |house: &House| {
        let file = house.app().case(&house.monitor, shared.case, Purpose::Oversight).unwrap();
        file.acts.len()
    };
    let before = file(&house);
    let plan = shared.plan;
    let stale = Deed { based_on: vec![(shared.case.stream(), 1)], ..Deed::one(shared.case, acts::plan()) };
    let now = house.now();
    let too_long = acts::imposed(
        domain::measure::MeasureKind::Solitary,
        domain::measure::MeasurePurpose::Order,
        now,
        now.plus(20 * domain::moment::DAY),
    );
    let refusals: Vec<(&Actor, Deed)> = vec![
        (&house.colleague, Deed::one(shared.case, acts::needs())),
        (&house.manager, Deed::one(shared.case, domain::plan::Approved { plan })),
        (&house.supervisor, Deed::one(shared.case, domain::plan::Approved { plan })),
        (&house.governor, Deed::one(shared.case, too_long)),
        (&house.manager, stale),
        (&house.manager, Deed::one(shared.case, acts::needs()).concerning(Some(now.plus(1)))),
        (&house.supervisor, Deed::one(shared.case, Allocated { to: house.practitioner.account })),
        (&house.manager, Deed::default()),
        // The first act of the deed would have been possible: nothing of it remains.
        (
            &house.manager,
            Deed::one(shared.case, acts::needs()).and(shared.case, Allocated { to: house.manager.account }),
        ),
    ];
    for (place, (actor, deed)) in refusals.iter().enumerate() {
        let own = house.entries_of(actor, "look.refused");
        let spent = cost(&house, |house| drop(house.perform(actor, deed).unwrap_err()));
        assert_eq!(spent, (1, 1), "refusal {place}");
        assert_eq!(house.entries_of(actor, "look.refused"), own + 1, "refusal {place}");
    }
    assert_eq!(file(&house), before);
}

#[test]
fn a_decision_on_a_page_that_is_out_of_date_is_asked_again_and_a_report_is_taken() {
    let house = House::new();
    let planned = house.planned("A-1");
    let page = house.app().case(&house.manager, planned.case, Purpose::Casework).unwrap().head;
    house.does(&house.registrar, planned.case, acts::sentence());
    let on = |deed: Deed| Deed { based_on: vec![(planned.case.stream(), page)], ..deed };
    let decision = house.perform(&house.manager, &on(Deed::one(planned.case, acts::plan()))).unwrap_err();
    assert!(matches!(decision, Refusal::Meanwhile { moved } if moved == [planned.case.stream()]));
    house.performed(&house.manager, &on(Deed::one(planned.case, acts::needs())));
    // Looks and findings do not move the page.
    let page = house.app().case(&house.manager, planned.case, Purpose::Casework).unwrap().head;
    assert_eq!(page, house.app().case(&house.manager, planned.case, Purpose::Casework).unwrap().head);
}

#[test]
fn the_same_request_twice_is_done_once() {
    let house = House::new();
    let case = house.admitted("A-1");
    let once = |deed: Deed| Deed { once: Some("form-1".to_owned()), ..deed };
    let first = house.performed(&house.manager, &once(Deed::one(case, acts::needs())));
    let leaves = house.leaves();
    let again = house.performed(&house.manager, &once(Deed::one(case, acts::needs())));
    assert_eq!((&again.acts, again.at, again.repeated), (&first.acts, first.at, true));
    assert_eq!(house.leaves(), leaves);
    let other = house.perform(&house.manager, &once(Deed::one(case, acts::assessed())));
    assert!(matches!(other, Err(Refusal::KeyReused)));
    // Another account has keys of its own.
    house.performed(&house.registrar, &once(Deed::one(case, acts::sentence())));
}

#[test]
fn a_request_that_begins_a_file_is_recognised_though_its_id_is_drawn_anew() {
    let house = House::new();
    let once = |deed: Deed| Deed { once: Some("form-1".to_owned()), ..deed };
    let admit = |number: &str| {
        let body = acts::admitted(house.prison, number, "Placeholder", jiff::civil::date(1990, 1, 1));
        once(Deed::one(house.fresh(), body))
    };
    let first = house.performed(&house.registrar, &admit("A-1"));
    assert_eq!(house.performed(&house.registrar, &admit("A-1")).streams, first.streams);
    assert!(matches!(house.perform(&house.registrar, &admit("A-2")), Err(Refusal::KeyReused)));
    let planned = house.planned("A-3");
    let consent = house.does(&house.manager, planned.case, acts::consent(house.cso, house.day(90)));
    let refer = || once(house.offer(&planned, consent, house.fresh().into()));
    let first = house.performed(&house.manager, &refer());
    assert_eq!(house.performed(&house.manager, &refer()).streams, first.streams);
}

#[test]
fn requests_that_come_at_once_are_done_once() {
    let house = House::new();
    let case = house.admitted("A-1");
    let deed = Deed { once: Some("form-1".to_owned()), ..Deed::one(case, acts::needs()) };
    let acts: Vec<ActId> = std::thread::scope(|scope| {
        let asked: Vec<_> = (0..8).map(|_| scope.spawn(|| house.performed(&house.manager, &deed).acts[0])).collect();
        asked.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(acts.iter().all(|act| *act == acts[0]));
}

#[test]
fn acts_in_one_file_at_once_are_all_taken() {
    let house = House::new();
    let case = house.admitted("A-1");
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| house.performed(&house.manager, &Deed::one(case, acts::assessed())));
        }
    });
    let file = house.app().case(&house.manager, case, Purpose::Casework).unwrap();
    assert_eq!(file.facts.assessments.len(), 4);
}

#[test]
fn nothing_is_read_or_done_after_the_right_to_it_ended() {
    let house = House::new();
    let case = house.admitted("A-1");
    let ended = std::thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut seen = 0;
            while house.sees_case(&house.manager, case) {
                seen += 1;
            }
            seen
        });
        let writer = scope.spawn(|| while house.perform(&house.manager, &Deed::one(case, acts::needs())).is_ok() {});
        let receipt = house.performed(&house.supervisor, &Deed::one(case, Allocated { to: house.colleague.account }));
        reader.join().unwrap();
        writer.join().unwrap();
        receipt.acts[0]
    });
    let rows = house.envelopes();
    let place = rows.iter().position(|envelope| envelope.act == ended).unwrap();
    let after = rows[place..].iter().filter(|envelope| envelope.actor == house.manager.account);
    assert_eq!(after.filter(|envelope| envelope.kind != "look.refused").count(), 0);
}
