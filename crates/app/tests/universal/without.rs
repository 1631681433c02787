//! Non-interference: a random history is lived twice, at the same times and with the same streams, once with a second
//! organisation in it and once without; the first organisation cannot tell which.

use access::Actor;
use domain::assessment::NeedArea;
use domain::moment::HOUR;
use domain::referral::{
    Accepted, Assigned, Attendance, Concluded, MeetingHeld, Offered, SessionScheduled, WithdrawReason,
};
use domain::{Capacity, ReferralId, StreamId};
use proptest::prelude::*;

use crate::acts::{self, line};
use crate::runner::tries;
use crate::step::{Step, What, step};
use crate::visible::{visible, without_ids};
use crate::world::World;

/// What is kept from the first organisation: at so many places of the history, something between the prison and another one.
type Secret = Vec<(u8, u8)>;

/// Lives a history, with what is secret or without; everything that the people of the first organisation could ask for.
fn lived(steps: &[Step], secret: &Secret, with: With) -> Result<(Vec<String>, u32), TestCaseError> {
    let mut world = World::with_one_partner(3);
    let (mut seen, mut happened, mut begun) = (Vec::new(), 0, None);
    for (at, step) in steps.iter().enumerate() {
        for (_, what) in secret.iter().filter(|(place, _)| usize::from(*place) % steps.len() == at) {
            if with == With::Secret {
                happened += u32::from(between_others(&world, *what, &mut begun));
            }
        }
        // Whatever is asked of a partner is asked of the first.
        let to = if matches!(step.what, What::Onward | What::Admit | What::Consent | What::Refer) {
            step.to & !1
        } else {
            step.to
        };
        if let Some(done) = world.take(Step { to, ..*step })? {
            let theirs = done.by.org == world.house.cso;
            if theirs {
                seen.push(without_ids(&format!("{:?}", done.answer)));
            }
        }
        if at % 4 == 3 {
            look(&world, &mut seen);
        }
    }
    look(&world, &mut seen);
    let own = |actor: &Actor| {
        let envelopes = world.house.envelopes();
        let own = envelopes.into_iter().filter(|envelope| envelope.actor == actor.account);
        own.map(|envelope| format!("{} {:?} {}", envelope.kind, envelope.concerns, envelope.capacity))
            .collect::<Vec<_>>()
    };
    // The entries that they left themselves: as many, of the same kinds, at the same times.
    seen.extend(theirs(&world).iter().map(|actor| own(actor).join("\n")));
    Ok((seen, happened))
}

/// Which of the two histories.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum With {
    Secret,
    Nothing,
}

fn theirs(world: &World) -> Vec<Actor> {
    world.people.iter().filter(|who| who.org == world.house.cso).copied().collect()
}

fn look(world: &World, seen: &mut Vec<String>) {
    for actor in theirs(world) {
        let (cases, referrals) = (&world.model.cases, &world.model.referrals);
        for (case, referral) in referrals.iter().map(|shared| (shared.case, shared.id)).chain(
            // A case without a referral to them is nothing to them, and so is one that is not there.
            cases.iter().map(|case| (case.id, case.id)),
        ) {
            seen.push(visible(&world.house, &actor, case, ReferralId::from(referral)));
        }
    }
}

/// Something between the prison and the other organisation, if it is possible now. It is no part of the model, so what
/// the model says of everybody else is compared all the same.
fn between_others(world: &World, what: u8, begun: &mut Option<(StreamId, StreamId, domain::ActId)>) -> bool {
    let house = &world.house;
    let now = house.now();
    let Some((case, referral, consent)) = *begun else {
        let cases = world.model.cases.iter().filter(|case| case.plan.is_some());
        for case in cases {
            let holds = |who: &&Actor| {
                who.capacity == Capacity::CaseManager
                    && world.model.may_kind(who, case.id, domain::kind::Kind::ReferralBegun, now)
            };
            let Some(manager) = world.people.iter().find(holds) else { continue };
            let consent = acts::consent(house.other_cso, house.day(90));
            let Ok(given) = house.perform(manager, &app::Deed::one(case.id, consent)) else { continue };
            let referral = ReferralId::from(house.fresh());
            let planned = crate::house::Planned { case: case.id.into(), plan: case.plan.unwrap() };
            let mut deed = house.offer_to(&planned, given.acts[0], referral, (house.other_service, house.other_cso));
            // For another need: for one, so many offers wait at once, whoever they were sent to. Nobody who was not asked learns of it.
            let offer = acts::offered(house.other_service, house.other_cso, manager.org, house.day(7));
            deed.acts[1].act = Offered { need: NeedArea::Home, ..offer }.into();
            if house.perform(manager, &deed).is_ok() {
                *begun = Some((case.id, referral.stream(), given.acts[0]));
                return true;
            }
        }
        return false;
    };
    let met =
        MeetingHeld { attendance: Attendance::TookPlace, told_limits: domain::measure::YesNo::Yes, summary: None };
    let (intake, mentor) = (&house.other_intake, &house.other_practitioner);
    let done = match what % 7 {
        0 => house.perform(intake, &app::Deed::one(referral, Accepted { note: None })),
        1 => house.perform(intake, &app::Deed::one(referral, Assigned { to: mentor.account })),
        2 => house.perform(mentor, &app::Deed::one(referral, met)),
        3 => {
            let session = SessionScheduled { at: now.plus(HOUR), place: line("office") };
            house.perform(mentor, &app::Deed::one(referral, session))
        }
        4 => house.perform(mentor, &app::Deed::one(referral, Concluded {})),
        5 => {
            let reason = WithdrawReason::ALL[0];
            house.perform(intake, &app::Deed::one(referral, domain::referral::Withdrawn { reason }))
        }
        _ => {
            let manager = world.people.iter().find(|who| {
                who.capacity == Capacity::CaseManager
                    && world.model.may_kind(who, case, domain::kind::Kind::ConsentWithdrawn, now)
            });
            let Some(manager) = manager else { return false };
            house.perform(manager, &app::Deed::one(case, domain::consent::Withdrawn { consent }))
        }
    };
    // Looked at as well: an entry in the log that the first organisation must not notice.
    let _ = house.app().referral(mentor, ReferralId::from(referral), domain::look::Purpose::Service);
    done.is_ok()
}

/// U1, U7, U13, U14 and U15 together: lists, files, counts, first pages, boards, searches, receipts, refusals, and the
/// entries that they themselves left, are the same to the byte, ids apart, whether or not the person is also with another.
#[test]
fn an_organisation_cannot_tell_from_anything_whether_another_one_works_with_the_person() {
    let compared = std::cell::Cell::new((0, 0));
    let history = proptest::collection::vec(step(), 30..50);
    let secret = proptest::collection::vec((any::<u8>(), any::<u8>()), 10..25);
    tries(33, 5, &(history, secret), |(steps, secret)| {
        let (without, _) = lived(&steps, &secret, With::Nothing)?;
        let (with, happened) = lived(&steps, &secret, With::Secret)?;
        prop_assert_eq!(without.len(), with.len());
        for (place, (without, with)) in without.iter().zip(&with).enumerate() {
            prop_assert_eq!(without, with, "look {}", place);
        }
        let (looks, secrets) = compared.get();
        compared.set((looks + without.len(), secrets + happened));
        Ok(())
    });
    let (looks, secrets) = compared.get();
    println!("{looks} answers compared, with {secrets} secret acts in one of each pair of histories");
    assert!(looks > 100 && secrets > 5, "{secrets} secret acts");
}
