//! What an organisation sees does not depend on what happens with another one.

use std::collections::BTreeMap;

use access::Actor;
use app::{Deed, Refusal};
use domain::look::Purpose;
use domain::measure::YesNo;
use domain::moment::HOUR;
use domain::referral::{Accepted, Assigned, Attendance, MeetingHeld, SessionScheduled};
use domain::{ActId, ReferralId};

use crate::acts::{self, line};
use crate::house::{House, Shared};

/// Ids are drawn at random in every history; what counts is which of them are the same.
pub fn without_ids(shown: &str) -> String {
    let of_an_id = |sign: char| sign.is_ascii_hexdigit() || sign == '-';
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    let mut plain = String::new();
    for piece in shown.split_inclusive(|sign| !of_an_id(sign)) {
        let word = piece.trim_end_matches(|sign| !of_an_id(sign));
        if word.len() == 36 && word.parse::<ActId>().is_ok() {
            let known = names.len();
            let name = *names.entry(word).or_insert(known);
            plain.extend(["#", &name.to_string(), piece.trim_start_matches(of_an_id)]);
        } else {
            plain.push_str(piece);
        }
    }
    plain
}

/// Everything that somebody of the organisation can ask for, and how it is answered.
fn visible(house: &House, actor: &Actor, shared: &Shared) -> String {
    let app = house.app();
    let unknown = house.fresh();
    let said = |refusal: Refusal| format!("{refusal:?}");
    let referral = app.referral(actor, shared.referral, Purpose::Service).map(|file| format!("{:?}", *file));
    let answers = [
        format!("{:?}", *app.referrals(actor).unwrap()),
        format!("{:?}", *app.home(actor).unwrap()),
        referral.unwrap_or_else(said),
        format!("{:?}", *app.cases(actor, &app::consult::CaseFilter::default()).unwrap()),
        app.case(actor, shared.case, Purpose::Service).map_or_else(said, |_| String::new()),
        app.referral(actor, unknown.into(), Purpose::Service).map_or_else(said, |_| String::new()),
        app.findings(actor).map_or_else(said, |_| String::new()),
        said(house.refused(actor, shared.case, acts::needs())),
        said(house.refused(actor, unknown, Accepted { note: None })),
        format!("{:?}", *app.services(actor).unwrap()),
        format!("{:?}", *app.organisations(actor).unwrap()),
        format!("{:?}", *app.colleagues(actor, domain::Capacity::CsoPractitioner).unwrap()),
    ];
    without_ids(&answers.join("\n"))
}

/// One history as the organisation's manager and practitioner see it, step by step.
fn history(with_another: bool) -> Vec<String> {
    let house = House::new();
    let shared = house.offered("A-1");
    let mut seen = Vec::new();
    let look = |seen: &mut Vec<String>| {
        seen.extend([&house.intake, &house.practitioner].map(|actor| visible(&house, actor, &shared)));
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
