//! The table, the bars and the joining of grounds, compared with a decider that was written from the documents: for every
//! combination there is, and for grounds held together at random.

mod reference;

use access::{Actor, Bar, Held, PartSet, permit, printable, readable};
use domain::{AccountId, Action, Capacity, Ground, Moment, OrgId, Part, StreamId, Strength};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use reference::{Question, decide};

const BARS: [Option<Bar>; 4] = [None, Some(Bar::Restricted), Some(Bar::Conflict), Some(Bar::OwnPerson)];

const NOON: Moment = Moment::from_millis(1_000_000);

fn acting_as(capacity: Capacity, strength: Strength) -> Actor {
    Actor {
        account: AccountId::from_random([1; 16]),
        org: OrgId::from_random([2; 16]),
        capacity,
        strength,
        stands_in: None,
    }
}

fn file() -> StreamId {
    StreamId::from_random([3; 16])
}

#[test]
fn every_combination_is_decided_as_the_documents_decide_it() {
    let (mut compared, mut allowed) = (0_u64, 0_u64);
    for &capacity in Capacity::ALL {
        for &strength in Strength::ALL {
            let actor = acting_as(capacity, strength);
            for &ground in Ground::ALL {
                let held = [Held { ground, until: None }];
                for bar in BARS {
                    for &part in Part::ALL {
                        for &action in Action::ALL {
                            let asked = Question { capacity, ground, part, action, strength, bar };
                            let given = permit(&actor, file(), part, action, &held, bar.as_slice(), NOON).is_some();
                            let reason = decide(asked);
                            assert_eq!(given, reason.is_some(), "{asked:?}: {reason:?}");
                            compared += 1;
                            allowed += u64::from(given);
                        }
                    }
                }
            }
        }
    }
    println!("{compared} decisions compared, {allowed} of them a yes; no differences");
    assert!(compared > 1_000_000 && allowed > 500);
}

/// What somebody holds on a file: grounds, each with an end or none, and what bars them.
fn holding() -> impl Strategy<Value = (Capacity, Strength, Vec<Held>, Vec<Bar>)> {
    let ends = proptest::collection::vec(proptest::option::of(-2_i64..3), Ground::ALL.len());
    let grounds = subsequence(Ground::ALL, 0..5);
    let bars = prop_oneof![4 => Just(Vec::new()), 3 => subsequence(&BARS[1..], 1..3)
        .prop_map(|bars| bars.into_iter().flatten().collect())];
    (select(Capacity::ALL), select(Strength::ALL), grounds, ends, bars).prop_map(
        |(capacity, strength, grounds, ends, bars)| {
            let held = grounds.into_iter().zip(ends);
            let held = held.map(|(ground, end)| Held { ground, until: end.map(|end| NOON.plus(end)) });
            (capacity, strength, held.collect(), bars)
        },
    )
}

/// U23 and U10 at the level of one decision: what has ended gives nothing, and several grounds give what each gives alone.
#[test]
fn grounds_held_together_give_what_each_gives_alone_while_it_lasts() {
    let cases = cases(2_000);
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[11; 32]));
    let compared = std::cell::Cell::new(0_u64);
    let outcome = runner.run(&holding(), |(capacity, strength, held, bars)| {
        let actor = acting_as(capacity, strength);
        let expects = |part, action| {
            held.iter().any(|on| {
                let alone =
                    |bar| decide(Question { capacity, ground: on.ground, part, action, strength, bar }).is_some();
                let lasts = on.until.is_none_or(|until| NOON < until);
                lasts && alone(None) && bars.iter().all(|bar| alone(Some(*bar)))
            })
        };
        for &part in Part::ALL {
            for &action in Action::ALL {
                let given = permit(&actor, file(), part, action, &held, &bars, NOON);
                prop_assert_eq!(given.is_some(), expects(part, action), "{} {}", action, part);
                if let Some(given) = given {
                    let on = Held { ground: given.ground(), until: given.until() };
                    prop_assert!(held.contains(&on), "{:?}", on);
                    prop_assert!(given.stands_at(NOON));
                }
                compared.set(compared.get() + 1);
            }
        }
        for (ask, action) in [(readable as fn(_, _, _, _, _) -> _, Action::Read), (printable, Action::Print)] {
            let open: PartSet = Part::ALL.iter().copied().filter(|part| expects(*part, action)).collect();
            let given = ask(&actor, file(), &held, &bars, NOON);
            prop_assert_eq!(given.as_ref().map_or(PartSet::EMPTY, access::Reading::parts), open);
            prop_assert_eq!(given.is_none(), open.is_empty());
        }
        Ok(())
    });
    println!("{cases} holdings, {} decisions compared; no differences", compared.get());
    if let Err(failed) = outcome {
        panic!("{failed}");
    }
}

/// How many cases: as many as `PASSERELLE_CASES` says, or so many.
fn cases(usual: u32) -> u32 {
    std::env::var("PASSERELLE_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(usual)
}

/// Each bar is felt on each ground that gives anything, and each ground that a bar leaves gives something: so to change
/// what any bar leaves would be noticed above.
#[test]
fn no_bar_can_be_loosened_or_tightened_unnoticed() {
    let mut changed = 0;
    for bar in BARS.into_iter().flatten() {
        for &ground in Ground::ALL {
            let felt = Capacity::ALL.iter().any(|&capacity| {
                let held = [Held { ground, until: None }];
                let actor = acting_as(capacity, Strength::Fresh);
                let open = readable(&actor, file(), &held, &[], NOON).map(|reading| reading.parts());
                let barred = readable(&actor, file(), &held, &[bar], NOON).map(|reading| reading.parts());
                open.is_some_and(|open| barred.is_none_or(|barred| barred == open))
            });
            assert!(felt, "{bar:?} on {ground}");
            changed += 1;
        }
    }
    println!("{changed} of {changed} changed bars are noticed");
}
