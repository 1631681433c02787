//! Nobody enlarges their rights alone, and no organisation gains those of another.

use std::collections::BTreeSet;

use access::Actor;
use domain::Ground::{Accepted, Handover, Offer, Referral};
use domain::{AccountId, Part, StreamId};
use proptest::prelude::*;
use proptest::sample::select;

use crate::runner::tries;
use crate::step::{Step, What, Who, step};
use crate::world::World;

/// A history of everybody, and then another in which only some go on.
fn and_then_some() -> impl Strategy<Value = (Vec<Step>, Vec<Step>, u8)> {
    let eager = prop_oneof![1 => step(), 2 => grasping()];
    (proptest::collection::vec(step(), 25..45), proptest::collection::vec(eager, 15..35), any::<u8>())
}

/// Steps by which somebody might try to gain: they name themselves, answer, move, take over, admit, confirm.
fn grasping() -> impl Strategy<Value = Step> {
    let what = select(
        &[
            What::Allocate,
            What::Assign,
            What::Accept,
            What::TakeOver,
            What::Transfer,
            What::Refer,
            What::Consent,
            What::Mandate,
            What::Package,
            What::HandOver,
            What::Admit,
        ][..],
    );
    (what, any::<u8>(), any::<u8>(), any::<u8>()).prop_map(|(what, who, at, to)| Step {
        who: Who::Any(who),
        what,
        at,
        to,
    })
}

type Held = BTreeSet<(AccountId, StreamId, Part)>;

fn held(world: &World, among: impl Fn(&Actor) -> bool, files: &[StreamId]) -> Held {
    let mut held = Held::new();
    for who in world.people.iter().filter(|who| among(who)) {
        for stream in files {
            let parts = world.house.app().open_parts(who, *stream).unwrap();
            held.extend(parts.iter().map(|part| (who.account, *stream, part)));
        }
    }
    held
}

/// What an answer to somebody else's offer opens is given by whoever offered: the referral to the organisation that was
/// asked, the case to the service that was asked.
fn offered(world: &World, among: impl Fn(&Actor) -> bool, files: &[StreamId]) -> BTreeSet<StreamId> {
    let now = world.now();
    let mut given = BTreeSet::new();
    for who in world.people.iter().filter(|who| among(who)) {
        for stream in files {
            let grounds = world.model.grounds(who, *stream, now);
            if grounds.iter().any(|ground| matches!(ground, Offer | Accepted | Referral)) {
                given.insert(*stream);
            }
            if grounds.contains(&Handover) {
                // With the case, the service takes over its referrals.
                given.insert(*stream);
                let with = world.model.referrals.iter().filter(|shared| shared.case == *stream);
                given.extend(with.map(|shared| shared.id));
            }
        }
    }
    given
}

/// A prison that receives a person again, whom nobody holds, begins with it as with an admission, and is not meant here.
fn begins(step: Step) -> bool {
    step.what == What::Return
}

/// U11. After any history, somebody who goes on alone, whatever they do, sees no more of any file that was there than before
/// they began; but for what somebody else had offered them.
#[test]
fn nobody_enlarges_their_own_rights_alone() {
    tries(11, 6, &and_then_some(), |(steps, more, who)| {
        let mut world = World::new(usize::from(who));
        for step in steps {
            world.take(step)?;
        }
        // Not an administrator: two of them are needed for an account, and neither has a file.
        let alone = world.people[usize::from(who) % world.people.len()];
        let only = |other: &Actor| other.account == alone.account;
        let files = world.files();
        let (before, given) = (held(&world, only, &files), offered(&world, only, &files));
        for step in more.into_iter().filter(|step| step.what != What::Wait && !begins(*step)) {
            world.take_among(step, only)?;
        }
        let after = held(&world, only, &files);
        let gained = after.difference(&before).find(|(_, stream, _)| !given.contains(stream));
        prop_assert_eq!(gained, None, "{:?}", alone);
        Ok(())
    });
}

/// U11. All of one organisation together gain no part of a file that none of them had any ground on: a colleague may name
/// another to carry what the organisation holds, but nobody gains what another organisation holds.
#[test]
fn the_people_of_one_organisation_together_gain_nothing_of_another() {
    tries(111, 6, &and_then_some(), |(steps, more, who)| {
        let mut world = World::new(usize::from(who));
        for step in steps {
            world.take(step)?;
        }
        let org = world.people[usize::from(who) % world.people.len()].org;
        let together = |other: &Actor| other.org == org;
        let (files, now) = (world.files(), world.now());
        let mut strange: Vec<StreamId> = files
            .iter()
            .filter(|stream| {
                world
                    .people
                    .iter()
                    .filter(|who| together(who))
                    .all(|who| world.model.grounds(who, **stream, now).is_empty())
            })
            .copied()
            .collect();
        let given = offered(&world, together, &files);
        strange.retain(|stream| !given.contains(stream));
        for step in more.into_iter().filter(|step| step.what != What::Wait && !begins(*step)) {
            world.take_among(step, together)?;
        }
        prop_assert_eq!(held(&world, together, &strange), Held::new());
        Ok(())
    });
}
