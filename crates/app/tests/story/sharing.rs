//! What a civil society organisation sees of a referral, and when it no longer does.

use app::{Deed, Refusal};
use domain::admission::NotPossible;
use domain::consent::{SharedPart, Withdrawn};
use domain::look::Purpose;
use domain::moment::DAY;
use domain::referral::{Accepted, DeclineReason, Declined, PackageReleased, WithdrawReason};
use domain::{Moment, ReferralId};

use crate::acts;
use crate::house::{House, Planned, Shared};

/// Neither opens, nor lists, nor acts: to the organisation it is not there.
#[track_caller]
fn is_gone(house: &House, referral: ReferralId) {
    for actor in [&house.intake, &house.practitioner] {
        assert!(!house.sees_referral(actor, referral));
        assert!(!house.lists(actor, referral));
        let home = house.app().home(actor).unwrap();
        assert!(home.queues.iter().all(|queue| queue.offers.iter().all(|offer| offer.referral != referral)));
    }
    assert!(matches!(house.refused(&house.intake, referral, Accepted { note: None }), Refusal::NotYours));
    let held = domain::referral::Held { reason: domain::referral::HoldReason::Organisation };
    assert!(matches!(house.refused(&house.practitioner, referral, held), Refusal::NotYours));
}

#[test]
fn a_declined_offer_is_gone() {
    let house = House::new();
    let Shared { referral, .. } = house.offered("A-1");
    house.does(&house.intake, referral, Declined { reason: DeclineReason::Capacity, note: None });
    is_gone(&house, referral);
    assert!(house.sees_referral(&house.manager, referral), "whoever sent it sees how it ended");
}

#[test]
fn a_withdrawn_referral_is_gone() {
    let house = House::new();
    let Shared { referral, .. } = house.assigned("A-1");
    assert!(house.sees_referral(&house.practitioner, referral));
    house.does(&house.manager, referral, domain::referral::Withdrawn { reason: WithdrawReason::PersonAsked });
    is_gone(&house, referral);
}

#[test]
fn an_offer_that_nobody_answered_is_gone_at_the_end_of_its_day_and_expires() {
    let house = House::new();
    let Shared { referral, .. } = house.offered("A-1");
    let end = Moment::start_of(house.day(8), house.app().zone());
    house.clock.set(end.plus(-1));
    assert!(house.sees_referral(&house.intake, referral));
    // What rules ask for came due meanwhile; the offer has not.
    house.app().come_due().unwrap();
    assert_eq!(house.app().come_due().unwrap(), 0);
    house.clock.set(end);
    is_gone(&house, referral);
    assert_eq!(house.app().come_due().unwrap(), 1);
    assert_eq!(house.app().come_due().unwrap(), 0, "once");
    let file = house.app().referral(&house.manager, referral, Purpose::Casework).unwrap();
    assert_eq!(file.facts.end.map(|(how, _)| how.code()), Some("expired"));
    is_gone(&house, referral);
}

#[test]
fn withdrawing_consent_ends_what_is_shared_at_once() {
    let house = House::new();
    let offered = house.offered("A-1");
    let assigned = house.assigned("A-2");
    let other = house.assigned("A-3");
    for shared in [&offered, &assigned] {
        house.does(&house.manager, shared.case, Withdrawn { consent: shared.consent });
        is_gone(&house, shared.referral);
    }
    assert!(house.sees_referral(&house.practitioner, other.referral), "another person's consent is not touched");
    // Nobody ends with one file what was consented to in another.
    let foreign = Withdrawn { consent: other.consent };
    assert!(matches!(
        house.refused(&house.manager, assigned.case, foreign),
        Refusal::NotPossible(NotPossible::ConsentUnknown)
    ));
    assert!(house.sees_referral(&house.practitioner, other.referral));
}

#[test]
fn consent_withdrawn_before_a_referral_blocks_it() {
    let house = House::new();
    let planned = house.planned("A-1");
    let consent = house.does(&house.manager, planned.case, acts::consent(house.cso, house.day(90)));
    house.does(&house.manager, planned.case, Withdrawn { consent });
    let deed = house.offer(&planned, consent, house.fresh().into());
    let refused = house.perform(&house.manager, &deed).unwrap_err();
    assert!(matches!(refused, Refusal::NotPossible(NotPossible::ConsentNotHolding)));
}

#[test]
fn sharing_ends_with_the_consent_whatever_the_package_says() {
    let house = House::new();
    let planned = house.planned("A-1");
    let consent = house.does(&house.manager, planned.case, acts::consent(house.cso, house.day(30)));
    let referral: ReferralId = house.fresh().into();
    // A package may not be readable for longer than was consented to.
    let longer = house.offer(&planned, consent, referral);
    let refused = house.perform(&house.manager, &longer).unwrap_err();
    assert!(matches!(refused, Refusal::NotPossible(NotPossible::ConsentNotHolding)));
    // Offered without a package, accepted, and nobody named: it ends with the consent all the same.
    let mut offer = house.offer(&planned, consent, referral);
    offer.acts.pop();
    house.performed(&house.manager, &offer);
    house.does(&house.intake, referral, Accepted { note: None });
    let end = Moment::start_of(house.day(31), house.app().zone());
    house.clock.set(end.plus(-1));
    assert!(house.sees_referral(&house.intake, referral));
    house.clock.set(end);
    is_gone(&house, referral);
}

#[test]
fn a_package_shows_no_more_than_was_consented_to() {
    let house = House::new();
    // Each in a file of its own: for one need no more than two offers stand open.
    let offer = |number: &str, parts: &[SharedPart], package: PackageReleased| {
        let planned = house.planned(number);
        let given = domain::consent::Given { parts: parts.to_vec(), ..acts::consent(house.cso, house.day(90)) };
        let consent = house.does(&house.manager, planned.case, given);
        let mut deed = house.offer(&planned, consent, house.fresh().into());
        deed.acts[2].act = package.into();
        house.perform(&house.manager, &deed)
    };
    let package = acts::package(house.day(60));
    let dated = PackageReleased { release_on: Some(house.day(120)), ..package.clone() };
    let three = [SharedPart::Name, SharedPart::Goals, SharedPart::Visiting];
    assert!(offer("A-1", &three[..1], package.clone()).is_err());
    offer("A-2", &three[..2], package.clone()).unwrap();
    assert!(offer("A-3", &three, dated.clone()).is_err());
    offer("A-4", &three, package).unwrap();
    offer("A-5", SharedPart::ALL, dated).unwrap();
}

#[test]
fn a_new_package_moves_the_last_day_on_which_it_may_be_read() {
    let house = House::new();
    let shared = house.assigned("A-1");
    let version = |days: i64| PackageReleased { version: 2, ..acts::package(house.day(days)) };
    house.does(&house.manager, shared.referral, version(3));
    let end = Moment::start_of(house.day(4), house.app().zone());
    house.clock.set(end.plus(-1));
    assert!(house.sees_referral(&house.practitioner, shared.referral));
    house.clock.set(end);
    assert!(!house.sees_referral(&house.practitioner, shared.referral));
    // The organisation's right ended; a later version gives none back by itself.
    house.does(&house.manager, shared.referral, version(10));
    assert!(!house.sees_referral(&house.practitioner, shared.referral));
}

#[test]
fn consent_to_one_organisation_is_none_to_another() {
    let house = House::new();
    let planned = house.planned("A-1");
    let consent = house.does(&house.manager, planned.case, acts::consent(house.cso, house.day(90)));
    let elsewhere = house.offer_to(&planned, consent, house.fresh().into(), (house.other_service, house.other_cso));
    assert!(matches!(
        house.perform(&house.manager, &elsewhere).unwrap_err(),
        Refusal::NotPossible(NotPossible::ConsentForAnother)
    ));
}

#[test]
fn what_is_kept_after_the_end_is_kept_no_longer_than_was_agreed() {
    let house = House::new();
    let shared = house.assigned("A-1");
    let report = domain::referral::ServiceReported { outcomes: Vec::new(), person_read: domain::measure::YesNo::Yes };
    let mut longer = acts::package(house.day(88));
    longer.version = 2;
    house.does(&house.manager, shared.referral, longer);
    house.does(&house.practitioner, shared.referral, report);
    house.does(&house.practitioner, shared.referral, domain::referral::Concluded {});
    house.clock.advance(80 * DAY);
    assert!(house.sees_referral(&house.intake, shared.referral));
    house.clock.advance(9 * DAY);
    assert!(!house.sees_referral(&house.intake, shared.referral), "the package was readable until day 88 only");
}

#[test]
fn a_referral_is_begun_offered_and_packaged_in_one_deed_or_not_at_all() {
    let house = House::new();
    let planned = house.planned("A-1");
    let consent = house.does(&house.manager, planned.case, acts::consent(house.cso, house.day(90)));
    let referral: ReferralId = house.fresh().into();
    let whole = house.offer(&planned, consent, referral);
    let alone = |place: usize| Deed { acts: vec![whole.acts[place].clone()], ..Deed::default() };
    for place in 0..3 {
        assert!(house.perform(&house.manager, &alone(place)).is_err(), "act {place}");
    }
    assert!(house.perform(&house.colleague, &whole).is_err(), "it is not the colleague's case");
    house.performed(&house.manager, &whole);
    let twice = house.perform(&house.manager, &whole).unwrap_err();
    assert!(matches!(twice, Refusal::NotPossible(_)), "{twice:?}");
    // A referral of somebody else cannot be taken over by naming it.
    let second = Planned { case: house.planned("A-2").case, plan: planned.plan };
    assert!(house.perform(&house.manager, &house.offer(&second, consent, referral)).is_err());
}
