//! Every answer, of both doors and of every list, is the one that the documents give.

use std::collections::BTreeSet;

use access::Actor;
use app::Refusal;
use app::consult::{CaseFilter, Total};
use domain::look::Purpose;
use domain::{Capacity, CaseId, Part, ReferralId, StreamId};
use proptest::prelude::*;

use crate::runner::{Outcome, histories};
use crate::world::World;

/// U7, U9, U16 and the matrix end to end: each act of a history is taken or refused, and each file opened or withheld, part
/// by part, as the model of grounds and the reference decider say; for right people and wrong ones.
#[test]
fn every_act_and_every_look_is_decided_as_the_documents_decide_it() {
    let compared = std::cell::Cell::new((0_u64, 0_u64));
    histories(21, 8, 30..60, |steps| {
        let mut world = World::new(steps.len());
        let mut recorded = 0;
        for (at, step) in steps.iter().enumerate() {
            let done = world.take(*step)?;
            recorded += u64::from(done.is_some_and(|done| done.answer.is_ok()));
            let files = world.files();
            for probe in 0..3 {
                let Some(stream) = files.get((at + usize::from(step.at) * (probe + 1)) % files.len().max(1)) else {
                    continue;
                };
                let who = world.people[(at + probe * 7 + usize::from(step.to)) % world.people.len()];
                world.compare(&who, *stream)?;
                world.compare(&World::proved(&who), *stream)?;
            }
        }
        for (who, stream) in everybody_and_every_file(&world) {
            world.compare(&who, stream)?;
        }
        let (decisions, acts) = compared.get();
        compared.set((decisions + world.compared.get(), acts + recorded));
        Ok(())
    });
    let (decisions, acts) = compared.get();
    println!("{decisions} decisions compared end to end, {acts} deeds recorded; no differences");
    assert!(decisions > 1_000 && acts > 50, "the histories are too poor to say anything");
}

pub fn everybody_and_every_file(world: &World) -> Vec<(Actor, StreamId)> {
    let files = world.files();
    world.people.iter().flat_map(|who| files.iter().map(|stream| (*who, *stream))).collect()
}

/// U1. A civil society organisation meets a person in a referral to itself that is offered or carried now, and nowhere else:
/// no case, no list, no count, no board.
#[test]
fn no_civil_society_organisation_knows_of_anybody_without_a_referral_to_it() {
    let met = std::cell::Cell::new(0);
    histories(1, 6, 30..60, |steps| {
        let mut world = World::new(steps.len());
        for step in steps {
            world.take(step)?;
            for who in world.people.iter().filter(|who| of_civil_society(who.capacity)) {
                let live: BTreeSet<StreamId> = world
                    .model
                    .referrals
                    .iter()
                    .filter(|shared| {
                        shared.to == who.org && !world.model.grounds(who, shared.id, world.now()).is_empty()
                    })
                    .map(|shared| shared.id)
                    .collect();
                let app = world.house.app();
                let Ok(list) = app.referrals(who) else { continue };
                let listed: BTreeSet<StreamId> = list.lines.iter().map(|line| line.referral.stream()).collect();
                prop_assert!(listed.is_subset(&live), "{:?}", who);
                met.set(met.get() + listed.len());
                prop_assert_eq!(app.cases(who, &CaseFilter::default()).unwrap().total, Total::Exactly(0));
                let named = CaseFilter { name: Some("placeholder".to_owned()), ..CaseFilter::default() };
                prop_assert_eq!(app.cases(who, &named).unwrap().total, Total::Exactly(0));
                prop_assert!(app.findings(who).is_err());
            }
        }
        for (who, stream) in everybody_and_every_file(&world) {
            if of_civil_society(who.capacity) && world.model.cases.iter().any(|case| case.id == stream) {
                let answer = world.house.app().case(&who, CaseId::from(stream), Purpose::Service);
                prop_assert!(matches!(answer, Err(Refusal::NotYours)));
            }
        }
        Ok(())
    });
    assert!(met.get() > 0, "nobody ever met anybody");
}

fn of_civil_society(capacity: Capacity) -> bool {
    matches!(capacity, Capacity::CsoManager | Capacity::CsoPractitioner)
}

/// U6. Administrators, analysts and editors are never shown a person, a row about one, or how many there are.
#[test]
fn whoever_administers_or_analyses_never_meets_a_person() {
    histories(6, 3, 30..50, |steps| {
        let mut world = World::new(steps.len());
        for step in steps {
            world.take(step)?;
        }
        let away = [
            Capacity::SystemAdministrator,
            Capacity::OrgAdministrator,
            Capacity::Analyst,
            Capacity::ExchangeEditor,
            Capacity::HearingOfficer,
            Capacity::ComplaintHandler,
        ];
        for who in world.people.iter().filter(|who| away.contains(&who.capacity)) {
            for strength in [*who, World::proved(who)] {
                for stream in world.files() {
                    prop_assert_eq!(world.shown(&strength, stream), None);
                }
                nobody_in_any_list(&world, &strength)?;
            }
        }
        Ok(())
    });
}

fn nobody_in_any_list(world: &World, who: &Actor) -> Outcome {
    let app = world.house.app();
    if let Ok(cases) = app.cases(who, &CaseFilter::default()) {
        prop_assert_eq!((cases.total, cases.lines.len()), (Total::Exactly(0), 0));
    }
    if let Ok(referrals) = app.referrals(who) {
        prop_assert_eq!(referrals.lines.len(), 0);
    }
    if let Ok(home) = app.home(who) {
        prop_assert_eq!(home.queues.iter().map(app::consult::Queue::count).sum::<usize>() + home.limits.len(), 0);
    }
    if let Ok(board) = app.findings(who) {
        prop_assert_eq!((board.lines.len(), board.cases), (0, 0));
    }
    Ok(())
}

/// U7. A list of cases or referrals holds what its reader may open now, all of it and nothing else, and counts it; a
/// search, a filter, a queue and the board hold some of that.
#[test]
fn a_list_holds_what_its_reader_may_open_and_counts_it() {
    let rows = std::cell::Cell::new(0);
    histories(7, 5, 30..60, |steps| {
        let mut world = World::new(steps.len());
        for (at, step) in steps.into_iter().enumerate() {
            world.take(step)?;
            if at % 6 == 5 {
                let listed = lists_are_what_may_be_opened(&world)?;
                rows.set(rows.get() + listed);
            }
        }
        lists_are_what_may_be_opened(&world)?;
        Ok(())
    });
    println!("{} rows of lists compared", rows.get());
    assert!(rows.get() > 100);
}

fn lists_are_what_may_be_opened(world: &World) -> Result<usize, TestCaseError> {
    let (app, now) = (world.house.app(), world.now());
    let mut rows = 0;
    for who in &world.people {
        let opens = |stream: &StreamId, part| world.model.reads(who, *stream, now).contains(&part);
        let cases = world.model.cases.iter().map(|case| case.id).filter(|case| opens(case, Part::Identity));
        let cases: BTreeSet<StreamId> = cases.collect();
        let list = match app.cases(who, &CaseFilter::default()) {
            Ok(list) => list,
            Err(Refusal::NotYours) => continue,
            Err(other) => panic!("{other:?}"),
        };
        prop_assert!(cases.len() <= 20, "a page holds them all");
        let listed: BTreeSet<StreamId> = list.lines.iter().map(|line| line.case.stream()).collect();
        prop_assert_eq!(&listed, &cases, "{:?}", who);
        prop_assert_eq!(list.total.exactly().unwrap() as usize, cases.len());
        prop_assert_eq!(list.lines.len(), cases.len());
        rows += listed.len();
        let named = CaseFilter { name: Some("holder".to_owned()), ..CaseFilter::default() };
        let found = app.cases(who, &named).unwrap();
        prop_assert_eq!(found.total.exactly().unwrap() as usize, found.lines.len());
        prop_assert!(found.lines.iter().all(|line| cases.contains(&line.case.stream())));

        let offers = world.model.referrals.iter().map(|shared| shared.id).filter(|shared| opens(shared, Part::Offer));
        let offers: BTreeSet<StreamId> = offers.collect();
        let listed: Vec<StreamId> =
            app.referrals(who).unwrap().lines.iter().map(|line| line.referral.stream()).collect();
        prop_assert_eq!(listed.len(), offers.len());
        prop_assert_eq!(&listed.into_iter().collect::<BTreeSet<_>>(), &offers, "{:?}", who);
        rows += offers.len();

        let home = app.home(who).unwrap();
        for queue in &home.queues {
            prop_assert!(queue.cases.iter().all(|(line, _)| cases.contains(&line.case.stream())));
            prop_assert!(queue.offers.iter().all(|line| offers.contains(&line.referral.stream())));
        }
        prop_assert!(home.limits.iter().all(|line| opens(&line.case.stream(), Part::Measures)));
        if let Ok(board) = app.findings(who) {
            prop_assert!(board.lines.iter().all(|line| opens(&line.case.stream(), Part::Measures)));
            let judged = world.model.cases.iter().filter(|case| opens(&case.id, Part::Measures)).count();
            prop_assert_eq!(board.cases as usize, judged, "{:?}", who);
        }
    }
    Ok(rows)
}

/// U7 and U9. A case shows the referrals of that person, the acts and the findings, of parts that its reader has; and
/// whoever is shown a form for an act may do it, by the model, and nothing else.
#[test]
fn a_file_shows_acts_of_permitted_parts_and_offers_what_may_be_done() {
    histories(9, 4, 30..50, |steps| {
        let mut world = World::new(steps.len());
        for step in steps {
            world.take(step)?;
        }
        let now = world.now();
        for (who, stream) in everybody_and_every_file(&world) {
            let app = world.house.app();
            let (acts, may) = if world.model.cases.iter().any(|case| case.id == stream) {
                let Ok(file) = app.case(&who, CaseId::from(stream), Purpose::Casework) else { continue };
                let consents = world.model.reads(&who, stream, now).contains(&Part::Consent);
                prop_assert!(consents || file.referrals.is_empty(), "{:?} sees who was asked for help", who);
                let seen: Vec<_> = file.acts.iter().map(domain::Recorded::id).collect();
                prop_assert!(file.findings.iter().all(|line| seen.contains(&line.finding.anchor)));
                for line in &file.findings {
                    prop_assert!(line.finding.acts.iter().all(|act| seen.contains(act)));
                    prop_assert!(line.with_facts || line.finding.acts.is_empty());
                }
                (file.acts.clone(), file.may.clone())
            } else {
                let Ok(file) = app.referral(&who, ReferralId::from(stream), Purpose::Service) else { continue };
                let case = world.model.referrals.iter().find(|shared| shared.id == stream).unwrap().case;
                let opens_case = !world.model.reads(&who, case, now).is_empty();
                prop_assert_eq!(file.case.is_some(), opens_case, "{:?}", who);
                (file.acts.clone(), file.may.clone())
            };
            let parts = world.model.reads(&who, stream, now);
            prop_assert!(acts.iter().all(|recorded| parts.contains(&recorded.act.kind().row().part)));
            // What they may do once they proved themselves again is offered too: they are asked for it then.
            let proved = World::proved(&who);
            for kind in domain::kind::Kind::ALL {
                prop_assert_eq!(
                    may.contains(kind),
                    world.model.may_kind(&proved, stream, *kind, now),
                    "{:?} {}",
                    who,
                    kind
                );
            }
        }
        Ok(())
    });
}

/// U9. Whoever wrote into a part of a file may read that part, unless the act itself ended their ground.
#[test]
fn whoever_acted_may_read_what_they_wrote() {
    histories(10, 4, 40..70, |steps| {
        let mut world = World::new(steps.len());
        for step in steps {
            let Some(done) = world.take(step)? else { continue };
            if done.answer.is_err() {
                continue;
            }
            for proposed in done.deed.acts {
                let stream = proposed.stream;
                if !world.files().contains(&stream) || world.model.grounds(&done.by, stream, world.now()).is_empty() {
                    continue;
                }
                let parts = world.house.app().open_parts(&done.by, stream).unwrap();
                let part = proposed.act.kind().row().part;
                let answered = matches!(step.what, crate::step::What::Assign | crate::step::What::TakeOver);
                prop_assert!(parts.contains(part) || answered, "{:?} {:?}", done.by, step);
            }
        }
        Ok(())
    });
}

/// U16. What is not understood opens nothing: a capacity that the account has not, an account that is not there, a row
/// that nobody can read.
#[test]
fn what_is_not_understood_is_refused() {
    histories(16, 2, 30..50, |steps| {
        let mut world = World::new(steps.len());
        for step in steps {
            world.take(step)?;
        }
        let people = world.people.clone();
        for stream in world.files() {
            for (place, who) in people.iter().enumerate() {
                let capacity = Capacity::ALL[place % Capacity::ALL.len()];
                if capacity != who.capacity {
                    prop_assert_eq!(
                        world.shown(&Actor { capacity, ..*who }, stream),
                        None,
                        "{:?} as {}",
                        who,
                        capacity
                    );
                }
                let account = domain::AccountId::from(world.house.fresh());
                prop_assert_eq!(world.shown(&Actor { account, ..*who }, stream), None, "nobody for {:?}", who);
            }
        }
        Ok(())
    });
}
