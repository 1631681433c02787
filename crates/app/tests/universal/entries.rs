//! What each question leaves behind: one entry, of the right kind, in the right place, and nothing by which one could tell
//! what is not there from what is not one's own.

use std::collections::BTreeSet;

use access::Actor;
use app::Refusal;
use app::consult::LookPage;
use domain::look::Purpose;
use domain::{AccountId, CaseId, Envelope, Part, ReferralId, StreamId};
use proptest::prelude::*;

use crate::acts;
use crate::house::House;
use crate::runner::histories;
use crate::world::World;

/// One entry of the log as this test expects it: by whom, of which kind, in which stream.
type Entry = (AccountId, &'static str, StreamId);

/// The log beside the program: each envelope as it is stored, and how long the sealed body is.
fn log(house: &House) -> Vec<(Envelope, usize, usize)> {
    let read = |tx: &mut store::Tx<'_>| {
        tx.all("select envelope, length(sealed) from act order by seq", &[], |row| {
            Ok((row.get::<String>(0)?, row.get::<i64>(1)?))
        })
    };
    let rows: Vec<(String, i64)> = house.beside().read(read).unwrap();
    let parsed = |(text, sealed): (String, i64)| {
        (serde_json::from_str(&text).unwrap(), text.len(), usize::try_from(sealed).unwrap())
    };
    rows.into_iter().map(parsed).collect()
}

/// U15. Each look and each refusal leaves exactly one entry, each deed its acts, and nothing leaves anything else: the log of a
/// history is, in order, what the history did.
#[test]
fn each_look_and_each_refusal_leaves_exactly_one_entry() {
    let entries = std::cell::Cell::new(0);
    histories(15, 5, 30..60, |steps| {
        let mut world = World::new(steps.len());
        let before = log(&world.house).len();
        let mut expected: Vec<Entry> = Vec::new();
        for (at, step) in steps.into_iter().enumerate() {
            if let Some(done) = world.take(step)? {
                match &done.answer {
                    Ok(receipt) => {
                        let acts = done.deed.acts.iter().zip(&receipt.streams);
                        expected
                            .extend(acts.map(|(act, stream)| (done.by.account, act.act.kind().row().name, *stream)));
                    }
                    Err(_) => expected.push((done.by.account, "look.refused", done.by.account.stream())),
                }
            }
            let files = world.files();
            let who = world.people[(at * 5 + usize::from(step.to)) % world.people.len()];
            if let Some(stream) = files.get(at % files.len().max(1)) {
                expected.push(match world.shown(&who, *stream) {
                    Some(_) => (who.account, "look.consulted", *stream),
                    None => (who.account, "look.refused", who.account.stream()),
                });
            }
            let listed = world.house.app().referrals(&who);
            let kind = if listed.is_ok() { "look.listed" } else { "look.refused" };
            expected.push((who.account, kind, who.account.stream()));
        }
        let log = log(&world.house);
        // Findings are the installation's own, and follow from deeds.
        let made = log[before..].iter().filter(|(envelope, _, _)| !envelope.kind.starts_with("finding."));
        let made: Vec<_> =
            made.map(|(envelope, _, _)| (envelope.actor, envelope.kind.as_str(), envelope.stream)).collect();
        for (place, (made, expected)) in made.iter().zip(&expected).enumerate() {
            prop_assert_eq!(made, expected, "entry {}", place);
        }
        prop_assert_eq!(made.len(), expected.len());
        entries.set(entries.get() + made.len());
        Ok(())
    });
    println!("{} entries, each of them expected", entries.get());
    assert!(entries.get() > 200);
}

/// U14. Whoever asks for a file that is not theirs is answered, and entered, as if it were not there: the same refusal, one
/// entry, of the same size, and as many statements and rows asked of the database.
#[test]
fn what_is_not_yours_is_answered_as_if_it_were_not_there() {
    let asked = std::cell::Cell::new(0);
    histories(14, 4, 30..50, |steps| {
        let mut world = World::new(steps.len());
        for step in steps {
            world.take(step)?;
        }
        let before = log(&world.house).len();
        let mut questions = 0;
        for who in &world.people {
            for stream in world.files() {
                if world.model.reads(who, stream, world.now()).is_empty() {
                    let app = world.house.app();
                    let strange = world.house.fresh();
                    // As a case and as a referral, whichever it is; to look, to print and to act.
                    let mut work = Vec::new();
                    for asked in [stream, strange] {
                        let before = app.asked();
                        let (case, referral) = (CaseId::from(asked), ReferralId::from(asked));
                        let answers = [
                            app.case(who, case, Purpose::Casework).err(),
                            app.referral(who, referral, Purpose::Service).err(),
                            app.print_case(who, case, Part::Plan).err(),
                            app.perform(who, &app::Deed::one(asked, acts::needs())).err(),
                            app.perform(who, &app::Deed::one(asked, domain::referral::Concluded {})).err(),
                        ];
                        prop_assert!(
                            answers.iter().all(|answer| matches!(answer, Some(Refusal::NotYours))),
                            "{:?}",
                            who
                        );
                        questions += answers.len();
                        let more = |(now, before): (app::Asked, app::Asked)| {
                            (now.statements - before.statements, now.rows - before.rows)
                        };
                        work.push(app.asked().into_iter().zip(before).map(more).collect::<Vec<_>>());
                    }
                    prop_assert_eq!(&work[0], &work[1], "{:?} takes more or less work on {:?}", who, stream);
                }
            }
        }
        let log = log(&world.house);
        let entries = &log[before..];
        prop_assert_eq!(entries.len(), questions);
        prop_assert!(entries.iter().all(|(envelope, _, _)| envelope.kind == "look.refused"));
        // The envelope names the actor's capacity, so sizes are compared for each asker.
        for who in &world.people {
            let own = entries.iter().filter(|(envelope, _, _)| envelope.actor == who.account);
            let sizes: BTreeSet<_> = own.map(|(_, envelope, sealed)| (*envelope, *sealed)).collect();
            prop_assert!(sizes.len() <= 1, "{:?} {:?}", who, sizes);
        }
        asked.set(asked.get() + questions);
        Ok(())
    });
    println!("{} questions about what is not one's own, each answered as if it were not there", asked.get());
}

/// U26. Whoever sees the record of a case finds each look at it there: when, in which capacity, for which organisation, at
/// which parts, for what; no look is missing and none is made up.
#[test]
fn each_look_at_a_case_stands_in_its_record() {
    histories(26, 4, 30..50, |steps| {
        let mut world = World::new(steps.len());
        let monitor = world.house.monitor;
        let mut looks: Vec<(StreamId, domain::Capacity, Vec<Part>)> = Vec::new();
        for (at, step) in steps.into_iter().filter(|step| step.what != crate::step::What::Disable).enumerate() {
            world.take(step)?;
            let cases = &world.model.cases;
            let Some(stream) = cases.get(at % cases.len().max(1)).map(|case| case.id) else { continue };
            let who = world.people[(at * 3 + usize::from(step.to)) % world.people.len()];
            if let Some(parts) = world.shown(&who, stream) {
                looks.push((stream, who.capacity, parts));
            }
        }
        for case in world.model.cases.clone() {
            let whole = LookPage { size: 1_000, number: 0 };
            let app = world.house.app();
            let Ok(file) = app.case_with_looks(&monitor, CaseId::from(case.id), Purpose::Oversight, whole) else {
                continue;
            };
            let mut seen: Vec<_> = file.looks.lines.iter().map(|look| (look.capacity, look.parts.clone())).collect();
            seen.reverse();
            let own = looks.iter().filter(|(stream, _, _)| *stream == case.id);
            let own: Vec<_> = own.map(|(_, capacity, parts)| (*capacity, parts.clone())).collect();
            prop_assert_eq!(&seen, &own);
            prop_assert_eq!(file.looks.total as usize, own.len());
            prop_assert!(
                file.looks.lines.iter().all(|look| look.purpose == Some(Purpose::Casework) && look.who.is_some())
            );
        }
        Ok(())
    });
}

/// U27. Every id is drawn at random, none twice, and what two organisations see of one person has no id in common but those
/// of organisations, services and staff.
#[test]
fn what_two_organisations_see_of_one_person_has_no_id_in_common() {
    let pairs = std::cell::Cell::new(0);
    histories(27, 8, 60..90, |steps| {
        let mut world = World::new(steps.len());
        for step in steps.into_iter().filter(|step| step.what != crate::step::What::Disable) {
            world.take(step)?;
        }
        let log = log(&world.house);
        let acts: BTreeSet<_> = log.iter().map(|(envelope, _, _)| envelope.act).collect();
        prop_assert_eq!(acts.len(), log.len());
        let version_4 = |id: &str| id.len() == 36 && id.as_bytes()[14] == b'4';
        let installation = StreamId::INSTALLATION;
        for (Envelope { act, stream, .. }, _, _) in &log {
            prop_assert!(version_4(&act.to_string()) && (*stream == installation || version_4(&stream.to_string())));
        }
        let public: BTreeSet<String> = world.model.belongings.iter().map(|(stream, _)| stream.to_string()).collect();
        let seen = |referral: StreamId| -> Vec<BTreeSet<String>> {
            let to = world.model.referrals.iter().find(|shared| shared.id == referral).unwrap().to;
            let theirs = world.people.iter().filter(|who| who.org == to);
            let files = theirs.filter_map(|who: &Actor| {
                world.house.app().referral(who, ReferralId::from(referral), Purpose::Service).ok()
            });
            files.map(|file| ids(&format!("{:?}", *file))).collect()
        };
        for one in &world.model.referrals {
            for other in world.model.referrals.iter().filter(|other| other.case == one.case && other.to != one.to) {
                for (here, there) in seen(one.id)
                    .iter()
                    .flat_map(|here| seen(other.id).into_iter().map(move |there| (here.clone(), there)))
                {
                    let common: Vec<_> = here.intersection(&there).filter(|id| !public.contains(*id)).collect();
                    prop_assert_eq!(common, Vec::<&String>::new());
                    prop_assert!(!here.contains(&one.case.to_string()), "the case is not to be learnt");
                    pairs.set(pairs.get() + 1);
                }
            }
        }
        Ok(())
    });
    println!("{} pairs of views of one person compared", pairs.get());
    assert!(pairs.get() > 0);
}

/// Everything in a text that has the shape of an id.
fn ids(text: &str) -> BTreeSet<String> {
    let words = text.split(|sign: char| !(sign.is_ascii_hexdigit() || sign == '-'));
    words.filter(|word| word.len() == 36 && word.matches('-').count() == 4).map(str::to_owned).collect()
}
