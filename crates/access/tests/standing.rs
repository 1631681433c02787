//! What stays true of the table whatever is added to it: sentences that hold for every capacity, ground, part, action
//! and strength. Who has which cell is compared elsewhere, with a decider of its own.

use std::collections::BTreeSet;

use access::{allows, grounds, parts};
use domain::kind::Kind;
use domain::{Action, Capacity, Ground, Part, Strength};

use Capacity::{
    CsoManager, CsoPractitioner, DataProtection, Health, IndependentReviewer, Monitor, OrgAdministrator,
    ProbationOfficer, Registrar, SystemAdministrator,
};
use Ground::{
    Accepted, Aftercare, Allocated, Assigned, Custody, Emergency, Handover, Installation, Mandate, OwnAccount,
    OwnOrganisation, Referral, Referrer,
};

/// What only the file of a person holds.
const CASE_PARTS: &[Part] = &[
    Part::Identity,
    Part::Sentence,
    Part::Assessment,
    Part::Plan,
    Part::Consent,
    Part::Offer,
    Part::Package,
    Part::Attendance,
    Part::Notes,
    Part::Measures,
    Part::Complaint,
    Part::Complainant,
    Part::SecurityOutcome,
    Part::Family,
    Part::Observance,
    Part::Release,
];

fn holders(part: Part, action: Action, strength: Strength) -> BTreeSet<(Capacity, Ground)> {
    let all = Capacity::ALL.iter();
    all.flat_map(|&capacity| grounds(capacity, part, action, strength).map(move |on| (capacity, on))).collect()
}

/// Every capacity, ground and strength.
fn positions() -> impl Iterator<Item = (Capacity, Ground, Strength)> {
    Capacity::ALL.iter().flat_map(|&capacity| {
        Ground::ALL
            .iter()
            .flat_map(move |&ground| Strength::ALL.iter().map(move |&strength| (capacity, ground, strength)))
    })
}

#[test]
fn each_kind_of_act_has_somebody_who_may_do_it_or_is_witnessed() {
    for kind in Kind::ALL {
        let row = kind.row();
        // What needs a second factor shown again is still somebody's to do.
        let somebody = !holders(row.part, row.action, Strength::Fresh).is_empty();
        assert_eq!(somebody, row.action != Action::Witness, "{kind}");
    }
}

/// Parts and actions that the table already decides, and whose acts come later.
const BEFORE_THEIR_ACTS: &[(Part, Action)] =
    &[(Part::SecurityOutcome, Action::Decide), (Part::Observance, Action::Answer), (Part::Keys, Action::Approve)];

#[test]
fn each_thing_that_somebody_may_do_is_a_kind_of_act_or_is_known_to_come() {
    for &part in Part::ALL {
        for &action in Action::ALL.iter().filter(|action| !matches!(action, Action::Read | Action::Print)) {
            let somebody = !holders(part, action, Strength::Fresh).is_empty();
            let kind = Kind::ALL.iter().any(|kind| (kind.row().part, kind.row().action) == (part, action));
            let to_come = BEFORE_THEIR_ACTS.contains(&(part, action));
            assert_eq!(somebody, (kind && action != Action::Witness) || to_come, "{action} {part}");
            assert!(!(kind && to_come), "{action} {part} has come");
        }
    }
}

/// U7 and U8: paper shows nothing that a page would not.
#[test]
fn nobody_prints_what_they_may_not_read() {
    for (capacity, ground, strength) in positions() {
        let seen = parts(capacity, ground, Action::Read, strength);
        assert!(parts(capacity, ground, Action::Print, strength).is_within(seen), "{capacity} prints on {ground}");
    }
}

#[test]
fn without_a_fresh_factor_only_a_plan_goes_on_paper() {
    for (capacity, ground, _) in positions() {
        let printed = parts(capacity, ground, Action::Print, Strength::Ordinary);
        assert!(printed.iter().all(|part| part == Part::Plan), "{capacity} on {ground}");
    }
}

/// U12: who proves themselves again has what they had, and perhaps more.
#[test]
fn a_fresh_factor_never_takes_anything_away() {
    for (capacity, ground, _) in positions() {
        for &action in Action::ALL {
            let [ordinary, fresh] = [Strength::Ordinary, Strength::Fresh].map(|at| parts(capacity, ground, action, at));
            assert!(ordinary.is_within(fresh), "{capacity} {action} on {ground}");
        }
    }
}

/// U5 and U9: an emergency is for reading, of what the capacity has otherwise, and of no vault.
#[test]
fn an_emergency_adds_no_part_that_the_capacity_never_has() {
    for &capacity in Capacity::ALL {
        let on = |ground| parts(capacity, ground, Action::Read, Strength::Fresh);
        let otherwise = Ground::ALL.iter().filter(|ground| **ground != Emergency);
        let ever = otherwise.fold(access::PartSet::EMPTY, |ever, ground| ever.union(on(*ground)));
        assert!(on(Emergency).is_within(ever), "{capacity}");
        for &action in Action::ALL.iter().filter(|action| **action != Action::Read) {
            assert!(parts(capacity, Emergency, action, Strength::Fresh).is_empty(), "{capacity} {action}");
        }
    }
}

fn reads_in_an_emergency(capacity: Capacity) -> bool {
    !parts(capacity, Emergency, Action::Read, Strength::Fresh).is_empty()
}

/// No file is opened in an emergency by whoever would see nothing then, by a civil society organisation, or by a machine, whose
/// token never proves itself anew.
#[test]
fn an_emergency_is_opened_by_staff_who_proved_themselves_and_by_nobody_else() {
    for (capacity, ground, strength) in positions() {
        let opens = allows(capacity, ground, Part::Record, Action::Open, strength);
        let staff = reads_in_an_emergency(capacity) && !matches!(capacity, CsoManager | CsoPractitioner);
        assert_eq!(opens, staff && ground == OwnOrganisation && strength == Strength::Fresh, "{capacity} on {ground}");
    }
}

/// Whoever examines an opening sees the record that it stands in.
#[test]
fn an_emergency_is_examined_by_whoever_reads_the_record() {
    let mut who = std::collections::BTreeSet::new();
    for (capacity, ground, strength) in positions() {
        if allows(capacity, ground, Part::Record, Action::Examine, strength) {
            assert!(allows(capacity, ground, Part::Record, Action::Read, strength), "{capacity} on {ground}");
            who.insert(capacity);
        }
    }
    let expected = [Capacity::Supervisor, Capacity::Governor, Monitor, DataProtection];
    assert_eq!(who, expected.into_iter().collect());
}

/// Who reads in the record of the own organisation which of its accounts came to the limit of an hour.
fn told_of_budgets(capacity: Capacity) -> bool {
    matches!(capacity, Capacity::Supervisor | Capacity::Governor)
}

/// U9: no blind writing.
#[test]
fn whoever_writes_into_a_part_sees_it_except_at_the_gate() {
    for (capacity, ground, strength) in positions() {
        let seen = parts(capacity, ground, Action::Read, strength);
        for &action in Action::ALL {
            let blind = parts(capacity, ground, action, strength).without(seen);
            let at_the_gate: &[Part] = match (capacity, ground, action) {
                // A person who is being admitted has no case yet.
                (Registrar, OwnOrganisation, Action::Register) => &[Part::Identity],
                // Whoever says that they must not see a file sees it no more, and need not have seen who looked at it.
                (Capacity::CustodyOfficer | Registrar | Health, Custody, Action::Declare)
                | (ProbationOfficer, Handover, Action::Declare)
                | (IndependentReviewer, Mandate, Action::Declare) => &[Part::Record],
                // An emergency begins where nothing is held: what is said stands on record before anything is seen.
                (_, OwnOrganisation, Action::Open)
                    if reads_in_an_emergency(capacity) && strength == Strength::Fresh && !told_of_budgets(capacity) =>
                {
                    &[Part::Record]
                }
                // Only the plan that waits is shown to be signed, on the page of the signature.
                (Monitor, Ground::NoSecondPerson, Action::Approve) => &[Part::Plan],
                // Nor has the file of somebody who comes back been opened to anybody.
                (Monitor, Ground::NoSecondPerson, Action::Register) => &[Part::Identity],
                // The monitor reads which keys there are on the ground of the installation.
                (Monitor, Ground::NoSecondPerson, Action::Administer) if strength == Strength::Fresh => &[Part::Keys],
                _ => &[],
            };
            assert_eq!(blind.iter().collect::<Vec<_>>(), at_the_gate, "{capacity} {action} on {ground}");
        }
    }
}

#[test]
fn a_practitioner_reads_nothing_on_an_offer() {
    for ground in [Ground::Offer, Accepted, Referral] {
        for &strength in Strength::ALL {
            assert!(Action::ALL.iter().all(|&action| parts(CsoPractitioner, ground, action, strength).is_empty()));
        }
    }
}

#[test]
fn a_civil_society_organisation_has_nothing_on_a_ground_of_a_case() {
    for (capacity, ground, strength) in positions() {
        let partner = matches!(capacity, CsoManager | CsoPractitioner);
        if partner && matches!(ground, Custody | Allocated | Referrer | Handover | Aftercare | Mandate) {
            assert!(Action::ALL.iter().all(|&action| parts(capacity, ground, action, strength).is_empty()));
        }
    }
}

#[test]
fn before_it_answers_an_organisation_sees_the_offer_alone() {
    let seen = parts(CsoManager, Ground::Offer, Action::Read, Strength::Fresh);
    assert_eq!(seen.iter().collect::<Vec<_>>(), [Part::Offer]);
}

#[test]
fn before_it_answers_a_receiving_service_sees_who_and_what_alone() {
    let seen = parts(ProbationOfficer, Handover, Action::Read, Strength::Fresh);
    assert_eq!(seen.iter().collect::<Vec<_>>(), [Part::Identity, Part::Release]);
}

#[test]
fn administrators_have_no_case_part_on_any_ground() {
    for (capacity, ground, strength) in positions() {
        if matches!(capacity, OrgAdministrator | SystemAdministrator | Capacity::Analyst | Capacity::ExchangeEditor) {
            for &action in Action::ALL {
                let held = parts(capacity, ground, action, strength);
                assert!(CASE_PARTS.iter().all(|&part| !held.contains(part)), "{capacity} {action} on {ground}");
                assert!(!held.contains(Part::Record) || ground == OwnAccount, "{capacity} {action} on {ground}");
            }
        }
    }
}

#[test]
fn nobody_opens_a_complaint_or_learns_who_complained() {
    for (capacity, ground, strength) in positions() {
        for &action in Action::ALL {
            for part in [Part::Complaint, Part::Complainant] {
                assert!(!allows(capacity, ground, part, action, strength), "{capacity} {action} {part} on {ground}");
            }
        }
    }
}

/// U4: notes stay in the organisation that wrote them.
#[test]
fn notes_are_opened_by_who_carries_the_referral_and_by_their_manager_who_proved_themselves() {
    for (capacity, ground, strength) in positions() {
        for &action in Action::ALL {
            let carries =
                capacity == CsoPractitioner && ground == Assigned && matches!(action, Action::Read | Action::Record);
            let heads = capacity == CsoManager
                && ground == Ground::Referral
                && action == Action::Read
                && strength == Strength::Fresh;
            let may = allows(capacity, ground, Part::Notes, action, strength);
            assert_eq!(may, carries || heads, "{capacity} {action} on {ground}, {strength}");
            let held = allows(capacity, ground, Part::Vault, action, strength);
            let own = ground == OwnOrganisation && matches!(capacity, CsoManager | CsoPractitioner);
            assert!(!held || own, "{capacity} {action} of a vault on {ground}");
        }
    }
}

#[test]
fn nobody_witnesses_by_hand() {
    for (capacity, ground, strength) in positions() {
        assert!(parts(capacity, ground, Action::Witness, strength).is_empty());
    }
}

/// The one thing that oversight approves by itself is of no person: work on keys. Where nobody else in a prison could sign, it
/// gives the second signature that is missing, and nothing more.
#[test]
fn health_and_oversight_never_decide() {
    for (capacity, ground, strength) in positions().filter(|(_, ground, _)| *ground != Ground::NoSecondPerson) {
        if matches!(capacity, Health | Monitor | IndependentReviewer | DataProtection) {
            for action in [Action::Decide, Action::Ease, Action::Propose, Action::Approve] {
                let held = parts(capacity, ground, action, strength);
                let of_keys = capacity == Monitor && action == Action::Approve;
                let but = held.iter().find(|part| !(of_keys && *part == Part::Keys));
                assert_eq!(but, None, "{capacity} {action} on {ground}");
            }
        }
    }
}

#[test]
fn no_capacity_both_proposes_and_approves() {
    for &capacity in Capacity::ALL {
        let has = |action| {
            // A second signature that falls to oversight is asked of it one by one, and never of what it proposed.
            let own = positions().filter(|(who, on, _)| *who == capacity && *on != Ground::NoSecondPerson);
            own.fold(access::PartSet::EMPTY, |all, (who, ground, strength)| {
                all.union(parts(who, ground, action, strength))
            })
        };
        let apart = |one, other| has(one).intersection(has(other)).is_empty();
        assert!(apart(Action::Propose, Action::Approve), "{capacity}");
        assert!(apart(Action::Decide, Action::Review), "{capacity}");
        assert!(apart(Action::Offer, Action::Respond), "{capacity}");
        assert!(apart(Action::Administer, Action::Approve), "{capacity}");
    }
}

#[test]
fn nobody_changes_their_own_account() {
    for (capacity, ground, strength) in positions().filter(|(_, ground, _)| *ground == OwnAccount) {
        for &action in Action::ALL.iter().filter(|action| **action != Action::Read) {
            assert!(parts(capacity, ground, action, strength).is_empty(), "{capacity} {action}");
        }
    }
}

#[test]
fn everybody_sees_their_own_account_and_what_was_done_with_it() {
    for &capacity in Capacity::ALL {
        let seen = parts(capacity, OwnAccount, Action::Read, Strength::Ordinary);
        assert_eq!(seen.iter().collect::<Vec<_>>(), [Part::Record, Part::Accounts], "{capacity}");
    }
}

#[test]
fn the_directory_is_open_to_everybody() {
    for &capacity in Capacity::ALL {
        assert!(allows(capacity, Installation, Part::Directory, Action::Read, Strength::Ordinary), "{capacity}");
    }
}
