//! What an organisation sees does not depend on what happens with another one.

use app::Deed;
use domain::ReferralId;
use domain::measure::YesNo;
use domain::moment::HOUR;
use domain::referral::{Accepted, Assigned, Attendance, MeetingHeld, SessionScheduled};

use crate::acts::{self, line};
use crate::house::House;
use crate::visible::{visible, without_ids};

/// One history as the organisation's manager and practitioner see it, step by step.
fn history(with_another: bool) -> Vec<String> {
    let house = House::new();
    let shared = house.offered("A-1");
    let mut seen = Vec::new();
    let look = |seen: &mut Vec<String>| {
        seen.extend(
            [&house.intake, &house.practitioner]
                .map(|actor| visible(&house, actor, shared.case.stream(), shared.referral)),
        );
    };
    look(&mut seen);
    let other = with_another.then(|| {
        let planned = crate::house::Planned { case: shared.case, plan: shared.plan };
        let consent = house.does(&house.manager, shared.case, acts::consent(house.other_cso, house.day(90)));
        let referral = ReferralId::from(house.fresh());
        let to = (house.other_service, house.other_cso);
        house.performed(&house.manager, &house.offer_to(&planned, consent, referral, to));
        house.does(&house.other_intake, referral, Accepted { note: None });
        house.does(&house.other_intake, referral, Assigned { to: house.other_practitioner.account });
        (consent, referral)
    });
    look(&mut seen);
    house.clock.advance(HOUR);
    house.does(&house.intake, shared.referral, Accepted { note: None });
    let accepted =
        house.performed(&house.intake, &Deed::one(shared.referral, Assigned { to: house.practitioner.account }));
    seen.push(without_ids(&format!("{accepted:?}")));
    look(&mut seen);
    if let Some((consent, referral)) = other {
        let met = MeetingHeld { attendance: Attendance::TookPlace, told_limits: YesNo::Yes, summary: None };
        house.does(&house.other_practitioner, referral, met);
        house.does(&house.manager, shared.case, domain::consent::Withdrawn { consent });
        assert!(!house.sees_referral(&house.other_practitioner, referral));
    }
    house.clock.advance(HOUR);
    let met = MeetingHeld { attendance: Attendance::TookPlace, told_limits: YesNo::Yes, summary: None };
    house.does(&house.practitioner, shared.referral, met);
    let session = SessionScheduled { at: house.now().plus(HOUR), place: line("visiting room") };
    house.does(&house.practitioner, shared.referral, session);
    look(&mut seen);
    seen
}

#[test]
fn an_organisation_cannot_tell_whether_another_one_works_with_the_person() {
    let (without, with) = (history(false), history(true));
    assert_eq!(without.len(), with.len());
    for (place, (without, with)) in without.iter().zip(&with).enumerate() {
        assert_eq!(without, with, "look {place}");
    }
    assert!(without.iter().any(|seen| seen.contains("Packaged") || seen.contains("Person 17")));
}
