//! What a change may do to rights: take away at once and for good, never widen by ending, never touch what is unrelated,
//! never destroy.

use std::collections::BTreeMap;

use app::Refusal;
use domain::look::Purpose;
use domain::moment::{DAY, HOUR};
use domain::{AccountId, CaseId, OrgId, Part, ReferralId, StreamId};
use proptest::prelude::*;

use crate::runner::histories;
use crate::step::What;
use crate::world::World;

type Rights = Vec<((AccountId, StreamId), Vec<Part>)>;

/// The first right in the one that the other has not.
fn gained(before: &Rights, after: &Rights) -> Option<(AccountId, StreamId, Part)> {
    let had: BTreeMap<_, _> = before.iter().cloned().collect();
    after.iter().find_map(|((account, stream), parts)| {
        let had = had.get(&(*account, *stream));
        let more = parts.iter().find(|part| had.is_none_or(|had| !had.contains(part)));
        more.map(|part| (*account, *stream, *part))
    })
}

/// Acts that end something. A transfer and a return give the file to the prison that receives the person, and to nobody else.
fn ends(what: What) -> bool {
    matches!(
        what,
        What::Decline
            | What::Conclude
            | What::WithdrawReferral
            | What::WithdrawConsent
            | What::ReturnHandover
            | What::Release
            | What::Close
            | What::Disable
            | What::Wait
    )
}

/// U12. An ending, of a consent, a referral, a handover, custody, a file, an account, or of time itself, gives nobody a part
/// that they had not; and what the model says has ended is closed at that very moment.
#[test]
fn an_ending_takes_away_and_never_adds() {
    let ended = std::cell::Cell::new(0);
    histories(12, 6, 40..70, |steps| {
        let mut world = World::new(steps.len());
        let mut before = None;
        for step in steps {
            if ends(step.what) {
                let had = before.take().unwrap_or_else(|| world.rights());
                world.take(step)?;
                let has = world.rights();
                prop_assert_eq!(gained(&had, &has), None, "by {:?}", step);
                ended.set(ended.get() + usize::from(had != has));
                before = Some(has);
            } else {
                world.take(step)?;
                before = None;
            }
        }
        Ok(())
    });
    assert!(ended.get() > 5, "nothing ever ended");
}

/// U22. A file that is moved or closed opens to nobody but the prison that receives it.
#[test]
fn a_file_that_is_moved_opens_to_its_new_prison_and_to_nobody_else() {
    let moved = std::cell::Cell::new(0);
    histories(22, 6, 50..80, |steps| {
        let mut world = World::new(steps.len());
        for step in steps {
            if !matches!(step.what, What::Transfer | What::Return) {
                world.take(step)?;
                continue;
            }
            let had = world.rights();
            let Some(done) = world.take(step)? else { continue };
            let to: Option<OrgId> = done.deed.acts.iter().find_map(|proposed| match &proposed.act {
                domain::Act::Custody(domain::act::topic::Custody::Transferred(body)) => Some(body.to),
                domain::Act::Custody(domain::act::topic::Custody::Returned(body)) => Some(body.prison),
                _ => None,
            });
            let elsewhere = |rights: Rights| -> Rights {
                let of = |account: AccountId| world.people.iter().find(|who| who.account == account).unwrap().org;
                // A body that oversees the receiving prison oversees the file from now on: its mandate is for the prison.
                let overseer = world.house.oversight;
                rights.into_iter().filter(|((who, _), _)| Some(of(*who)) != to && of(*who) != overseer).collect()
            };
            moved.set(moved.get() + usize::from(done.answer.is_ok()));
            prop_assert_eq!(gained(&elsewhere(had), &elsewhere(world.rights())), None, "by {:?}", step);
        }
        Ok(())
    });
    assert!(moved.get() > 3, "nobody was ever moved");
}

/// U13. New organisations, people, services and persons in custody, and what they do among themselves, change no decision
/// about anybody else.
#[test]
fn what_is_unrelated_changes_no_decision() {
    histories(13, 3, 30..50, |steps| {
        let mut world = World::new(steps.len());
        for step in steps {
            world.take(step)?;
        }
        let before = world.rights();
        let house = &world.house;
        let prison = OrgId::from(house.fresh());
        house.does(
            &house.admins[0],
            prison,
            crate::acts::registered("Unrelated Prison", domain::organisation::OrgKind::Prison),
        );
        let registrar = house.account("unrelated.registrar", prison, domain::Capacity::Registrar);
        let governor = house.account("unrelated.governor", prison, domain::Capacity::Governor);
        let born = jiff::civil::date(1980, 1, 1);
        let case = house.fresh();
        house.does(&registrar, case, crate::acts::admitted(prison, "U-1", "Unrelated", born));
        house.does(&governor, case, crate::acts::found_in_force(None));
        prop_assert_eq!(&world.rights(), &before);
        for who in [registrar, governor] {
            for stream in world.files() {
                prop_assert_eq!(world.shown(&who, stream), None);
            }
        }
        Ok(())
    });
}

/// U23. What has ended stays ended, whatever the clock shows afterwards: nobody gets back by a clock set back what time
/// took from them.
#[test]
fn what_has_ended_stays_ended_if_the_clock_goes_back() {
    let lost = std::cell::Cell::new(0);
    histories(23, 5, 30..60, |steps| {
        let mut world = World::new(steps.len());
        for step in steps.into_iter().filter(|step| step.what != What::Disable) {
            world.take(step)?;
        }
        let then = world.now();
        let had = world.rights();
        for (place, days) in [1, 10, 40, 200].into_iter().enumerate() {
            world.house.clock.set(then.plus(days * DAY));
            let has = world.rights();
            lost.set(lost.get() + usize::from(gained(&has, &had).is_some()));
            for back in [then.plus(days * DAY - 1), then.plus(HOUR), then.plus(-900 * DAY)] {
                world.house.clock.set(back);
                prop_assert_eq!(gained(&has, &world.rights()), None, "{} days on, then back to {:?}", days, back);
            }
            for stream in world.files() {
                world.compare(&world.people[place * 7 % world.people.len()].clone(), stream)?;
            }
        }
        Ok(())
    });
    assert!(lost.get() > 3, "nothing ended with time");
}

/// U23 and U12, to the millisecond: one millisecond before a consent, an answer or a mandate ends it stands, and then no more.
#[test]
fn a_right_ends_at_its_instant_for_pages_lists_and_acts_alike() {
    let edges = std::cell::Cell::new(0);
    histories(24, 4, 30..50, |steps| {
        let mut world = World::new(steps.len());
        for step in steps.into_iter().filter(|step| step.what != What::Disable) {
            world.take(step)?;
        }
        for referral in world.model.referrals.clone() {
            let who = world
                .people
                .iter()
                .find(|who| who.org == referral.to && !world.model.reads(who, referral.id, world.now()).is_empty());
            let Some(who) = who.copied() else { continue };
            let file = world.house.app().referral(&who, ReferralId::from(referral.id), Purpose::Service).unwrap();
            let Some(until) = file.until() else { continue };
            if until <= world.now() {
                continue;
            }
            world.house.clock.set(until.plus(-1));
            world.compare(&who, referral.id)?;
            prop_assert!(world.house.lists(&who, ReferralId::from(referral.id)));
            world.house.clock.set(until);
            world.compare(&who, referral.id)?;
            prop_assert!(world.shown(&who, referral.id).is_none_or(|parts| parts.len() < file.parts.len()));
            let met = crate::acts::package(world.house.day(5));
            let answer = world.house.perform(&who, &app::Deed::one(referral.id, met));
            prop_assert!(matches!(answer, Err(Refusal::NotYours | Refusal::NotAllowed)));
            edges.set(edges.get() + 1);
        }
        Ok(())
    });
    assert!(edges.get() > 2, "nothing was shared");
}

/// U20. What was shown of a file at some time is shown afterwards, act by act and word by word, whatever was corrected,
/// withdrawn, moved or closed since.
#[test]
fn a_correction_destroys_nothing_that_was_shown() {
    histories(20, 4, 40..70, |steps| {
        let mut world = World::new(steps.len());
        let monitor = world.house.monitor;
        let mut shown: BTreeMap<StreamId, Vec<String>> = BTreeMap::new();
        for step in steps.into_iter().filter(|step| step.what != What::Disable) {
            world.take(step)?;
            let Some(case) = world.model.cases.get(usize::from(step.at) % world.model.cases.len().max(1)) else {
                continue;
            };
            let stream = case.id;
            match world.house.app().case(&monitor, CaseId::from(stream), Purpose::Oversight) {
                Ok(file) => {
                    let acts: Vec<String> = file.acts.iter().map(|recorded| format!("{recorded:?}")).collect();
                    let before = shown.entry(stream).or_default();
                    prop_assert!(acts.starts_with(before), "{:?}", step);
                    *before = acts;
                }
                Err(_) => prop_assert!(!shown.contains_key(&stream), "what oversight saw it goes on seeing"),
            }
        }
        Ok(())
    });
}
