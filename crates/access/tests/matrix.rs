//! The matrix a second time, written down from the design and not from the policies: who holds what, and what nobody
//! does.

use std::collections::BTreeSet;

use access::{allows, grounds, parts};
use domain::kind::Kind;
use domain::{Action, Capacity, Ground, Part, Strength};

use Capacity::{
    CaseManager, CsoManager, CsoPractitioner, CustodyOfficer, DataProtection, Governor, Health, IndependentReviewer,
    Monitor, OrgAdministrator, ProbationOfficer, Registrar, Supervisor, SystemAdministrator,
};
use Ground::{
    Accepted, Aftercare, Allocated, Assigned, Custody, Handover, Installation, Mandate, OwnAccount, OwnOrganisation,
    Referral, Referrer,
};

/// One part and one action, and everybody who has it.
type Entry = (Part, Action, &'static [(Capacity, Ground)]);

/// Who sees each part. Left out are the own account, the directory and the released statistics, which everybody has.
const SEEN: &[Entry] = &[
    (
        Part::Keeping,
        Action::Read,
        &[
            (CaseManager, Allocated),
            (Supervisor, Custody),
            (Governor, Custody),
            (Registrar, Custody),
            (ProbationOfficer, Aftercare),
            (IndependentReviewer, Mandate),
            (Monitor, Mandate),
            (DataProtection, Mandate),
        ],
    ),
    (
        Part::Identity,
        Action::Read,
        &[
            (CaseManager, Allocated),
            (Supervisor, Custody),
            (Governor, Custody),
            (CustodyOfficer, Custody),
            (Registrar, Custody),
            (Health, Custody),
            (IndependentReviewer, Mandate),
            (Monitor, Mandate),
            (ProbationOfficer, Handover),
            (ProbationOfficer, Aftercare),
        ],
    ),
    (
        Part::Sentence,
        Action::Read,
        &[
            (CaseManager, Allocated),
            (Supervisor, Custody),
            (Governor, Custody),
            (Registrar, Custody),
            (IndependentReviewer, Mandate),
            (Monitor, Mandate),
            (ProbationOfficer, Aftercare),
        ],
    ),
    (
        Part::Assessment,
        Action::Read,
        &[
            (CaseManager, Allocated),
            (Supervisor, Custody),
            (Governor, Custody),
            (IndependentReviewer, Mandate),
            (Monitor, Mandate),
        ],
    ),
    (
        Part::Consent,
        Action::Read,
        &[
            (CaseManager, Allocated),
            (Supervisor, Custody),
            (Governor, Custody),
            (ProbationOfficer, Aftercare),
            (IndependentReviewer, Mandate),
            (Monitor, Mandate),
        ],
    ),
    (
        Part::Plan,
        Action::Read,
        &[
            (CaseManager, Allocated),
            (Supervisor, Custody),
            (Governor, Custody),
            (CustodyOfficer, Custody),
            (IndependentReviewer, Mandate),
            (Monitor, Mandate),
            (ProbationOfficer, Aftercare),
        ],
    ),
    (
        Part::Offer,
        Action::Read,
        &[
            (CaseManager, Allocated),
            (Supervisor, Referrer),
            (Governor, Referrer),
            (CsoManager, Ground::Offer),
            (CsoManager, Accepted),
            (CsoManager, Referral),
            (CsoPractitioner, Assigned),
            (IndependentReviewer, Mandate),
            (Monitor, Mandate),
        ],
    ),
    (
        Part::Package,
        Action::Read,
        &[
            (CaseManager, Allocated),
            (Supervisor, Referrer),
            (CsoManager, Referral),
            (CsoPractitioner, Assigned),
            (IndependentReviewer, Mandate),
            (Monitor, Mandate),
        ],
    ),
    (
        Part::Attendance,
        Action::Read,
        &[
            (CaseManager, Allocated),
            (Supervisor, Referrer),
            (Governor, Referrer),
            (CsoManager, Referral),
            (CsoPractitioner, Assigned),
            (ProbationOfficer, Aftercare),
            (IndependentReviewer, Mandate),
            (Monitor, Mandate),
        ],
    ),
    (
        Part::Measures,
        Action::Read,
        &[
            (CaseManager, Allocated),
            (Supervisor, Custody),
            (Governor, Custody),
            (CustodyOfficer, Custody),
            (Health, Custody),
            (IndependentReviewer, Mandate),
            (Monitor, Mandate),
        ],
    ),
    (
        Part::Release,
        Action::Read,
        &[
            (CaseManager, Allocated),
            (Supervisor, Custody),
            (Governor, Custody),
            (ProbationOfficer, Handover),
            (ProbationOfficer, Aftercare),
            (IndependentReviewer, Mandate),
            (Monitor, Mandate),
        ],
    ),
    (
        Part::Record,
        Action::Read,
        &[
            (CaseManager, Allocated),
            (Supervisor, Custody),
            (Governor, Custody),
            (ProbationOfficer, Aftercare),
            (IndependentReviewer, Mandate),
            (Monitor, Mandate),
            (DataProtection, Mandate),
        ],
    ),
    (Part::Keys, Action::Read, &[(SystemAdministrator, Installation)]),
];

/// Who does each thing to each part: whatever is not here, nobody does.
const DONE: &[Entry] = &[
    (
        Part::Identity,
        Action::Correct,
        &[
            (CaseManager, Allocated),
            (Supervisor, Custody),
            (Governor, Custody),
            (Registrar, Custody),
            (CustodyOfficer, Custody),
            (Health, Custody),
            (ProbationOfficer, Aftercare),
        ],
    ),
    (
        Part::Keeping,
        Action::Strike,
        &[(CaseManager, Allocated), (Supervisor, Custody), (Registrar, Custody), (DataProtection, Mandate)],
    ),
    (Part::Keeping, Action::Hold, &[(IndependentReviewer, Mandate), (Monitor, Mandate), (DataProtection, Mandate)]),
    (Part::Keeping, Action::Erase, &[(Registrar, Custody), (DataProtection, Mandate)]),
    (Part::Identity, Action::Register, &[(Registrar, Custody), (Registrar, OwnOrganisation)]),
    (Part::Sentence, Action::Register, &[(Registrar, Custody)]),
    (Part::Identity, Action::Allocate, &[(Supervisor, Custody)]),
    (Part::Identity, Action::Close, &[(Supervisor, Custody), (ProbationOfficer, Aftercare)]),
    (Part::Assessment, Action::Assess, &[(CaseManager, Allocated)]),
    (Part::Assessment, Action::Answer, &[(CaseManager, Allocated), (Supervisor, Custody)]),
    (Part::Plan, Action::Propose, &[(CaseManager, Allocated), (ProbationOfficer, Aftercare)]),
    (Part::Plan, Action::Answer, &[(CaseManager, Allocated), (ProbationOfficer, Aftercare)]),
    (Part::Plan, Action::Approve, &[(Supervisor, Custody)]),
    (Part::Plan, Action::Record, &[(CaseManager, Allocated), (CustodyOfficer, Custody), (ProbationOfficer, Aftercare)]),
    (Part::Consent, Action::Answer, &[(CaseManager, Allocated), (ProbationOfficer, Aftercare)]),
    (Part::Consent, Action::Offer, &[(CaseManager, Allocated)]),
    (Part::Offer, Action::Offer, &[(CaseManager, Allocated)]),
    (Part::Package, Action::Offer, &[(CaseManager, Allocated)]),
    (Part::Offer, Action::Respond, &[(CsoManager, Ground::Offer)]),
    (Part::Offer, Action::Assign, &[(CsoManager, Accepted), (CsoManager, Referral)]),
    (Part::Attendance, Action::Deliver, &[(CsoManager, Referral), (CsoPractitioner, Assigned)]),
    (
        Part::Attendance,
        Action::Record,
        &[(CaseManager, Allocated), (Governor, Referrer), (CsoManager, Referral), (CsoPractitioner, Assigned)],
    ),
    (Part::Measures, Action::Decide, &[(Governor, Custody)]),
    (Part::Measures, Action::Ease, &[(Governor, Custody)]),
    (Part::Measures, Action::Attest, &[(Health, Custody)]),
    (Part::Measures, Action::Review, &[(IndependentReviewer, Mandate), (Monitor, Mandate)]),
    (
        Part::Measures,
        Action::Record,
        &[
            (CaseManager, Allocated),
            (Governor, Custody),
            (CustodyOfficer, Custody),
            (Health, Custody),
            (IndependentReviewer, Mandate),
            (Monitor, Mandate),
        ],
    ),
    (Part::Release, Action::Record, &[(CaseManager, Allocated), (Registrar, Custody), (ProbationOfficer, Aftercare)]),
    (Part::Release, Action::Offer, &[(CaseManager, Allocated)]),
    (Part::Release, Action::Respond, &[(ProbationOfficer, Handover)]),
    (Part::Directory, Action::Administer, &[(SystemAdministrator, Installation)]),
    (Part::Directory, Action::Publish, &[(CsoManager, OwnOrganisation)]),
    (Part::Record, Action::Restrict, &[(Supervisor, Custody), (Governor, Custody)]),
    (
        Part::Record,
        Action::Declare,
        &[
            (CaseManager, Allocated),
            (Supervisor, Custody),
            (Governor, Custody),
            (CustodyOfficer, Custody),
            (Registrar, Custody),
            (Health, Custody),
            (ProbationOfficer, Handover),
            (ProbationOfficer, Aftercare),
            (IndependentReviewer, Mandate),
            (Monitor, Mandate),
        ],
    ),
    (Part::Accounts, Action::Administer, &[(SystemAdministrator, Installation), (OrgAdministrator, OwnOrganisation)]),
    (Part::Keys, Action::Administer, &[(SystemAdministrator, Installation)]),
];

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
    Part::Keeping,
];

fn holders(part: Part, action: Action, strength: Strength) -> BTreeSet<(Capacity, Ground)> {
    let all = Capacity::ALL.iter();
    let held = all.flat_map(|&capacity| grounds(capacity, part, action, strength).map(move |on| (capacity, on)));
    held.filter(|(_, ground)| *ground != Ground::Emergency).collect()
}

/// Every capacity, ground and strength.
fn positions() -> impl Iterator<Item = (Capacity, Ground, Strength)> {
    Capacity::ALL.iter().flat_map(|&capacity| {
        Ground::ALL
            .iter()
            .filter(|ground| **ground != Ground::Emergency)
            .flat_map(move |&ground| Strength::ALL.iter().map(move |&strength| (capacity, ground, strength)))
    })
}

#[test]
fn an_emergency_shows_who_the_person_is_and_what_was_sent_and_is_for_reading_with_a_fresh_factor() {
    for &capacity in Capacity::ALL {
        for &action in Action::ALL {
            let ordinary = parts(capacity, Ground::Emergency, action, Strength::Ordinary);
            let fresh: Vec<Part> = parts(capacity, Ground::Emergency, action, Strength::Fresh).iter().collect();
            let expected: &[Part] = match (action, capacity) {
                (Action::Read, CaseManager | Supervisor | Governor | ProbationOfficer) => {
                    &[Part::Identity, Part::Offer, Part::Package]
                }
                (Action::Read, CustodyOfficer | Registrar | Health) => &[Part::Identity],
                _ => &[],
            };
            assert!(ordinary.is_empty(), "{capacity} {action}");
            assert_eq!(fresh, expected, "{capacity} {action}");
        }
    }
}

#[test]
fn each_part_is_seen_by_those_whom_the_design_names() {
    for &part in Part::ALL {
        if matches!(part, Part::Accounts | Part::Directory | Part::Statistics) {
            continue;
        }
        let named = SEEN.iter().find(|(of, _, _)| *of == part).map_or(&[][..], |(_, _, who)| who);
        for &strength in Strength::ALL {
            let mut seen = holders(part, Action::Read, strength);
            if part == Part::Record {
                seen.retain(|(_, ground)| *ground != OwnAccount);
            }
            assert_eq!(seen, named.iter().copied().collect(), "{part}");
        }
    }
}

#[test]
fn each_thing_is_done_by_those_whom_the_design_names() {
    for &part in Part::ALL {
        for &action in Action::ALL.iter().filter(|action| !matches!(action, Action::Read | Action::Print)) {
            let named =
                DONE.iter().find(|(of, what, _)| (*of, *what) == (part, action)).map_or(&[][..], |(_, _, who)| who);
            for &strength in Strength::ALL {
                assert_eq!(holders(part, action, strength), named.iter().copied().collect(), "{action} {part}");
            }
        }
    }
}

#[test]
fn each_kind_of_act_has_somebody_who_may_do_it_or_is_witnessed() {
    for kind in Kind::ALL {
        let row = kind.row();
        let somebody = !holders(row.part, row.action, Strength::Ordinary).is_empty();
        assert_eq!(somebody, row.action != Action::Witness, "{kind}");
    }
}

#[test]
fn each_thing_that_somebody_may_do_is_a_kind_of_act() {
    for (part, action, _) in DONE.iter().filter(|(part, _, _)| *part != Part::Keys) {
        let named = Kind::ALL.iter().any(|kind| (kind.row().part, kind.row().action) == (*part, *action));
        assert!(named, "{action} {part}");
    }
}

#[test]
fn the_plan_goes_on_paper_with_whoever_works_on_it_and_a_monitor_prints_what_a_monitor_sees() {
    for (capacity, ground, strength) in positions() {
        let printed = parts(capacity, ground, Action::Print, strength);
        let seen = parts(capacity, ground, Action::Read, strength);
        match (capacity, ground) {
            (CaseManager, Allocated) | (Supervisor, Custody) | (ProbationOfficer, Aftercare) => {
                assert_eq!(printed.iter().collect::<Vec<_>>(), [Part::Plan]);
            }
            (Monitor, Mandate) => assert_eq!(printed, seen),
            _ => assert!(printed.is_empty(), "{capacity} prints on {ground}"),
        }
        assert!(printed.is_within(seen), "{capacity} prints unseen on {ground}");
    }
}

#[test]
fn whoever_writes_into_a_part_sees_it_except_at_the_gate() {
    for (capacity, ground, strength) in positions() {
        let seen = parts(capacity, ground, Action::Read, strength);
        for &action in Action::ALL {
            let blind = parts(capacity, ground, action, strength).without(seen);
            let at_the_gate: &[Part] = match (capacity, ground, action) {
                // A person who is being admitted has no case yet; an address after release is not for the register.
                (Registrar, OwnOrganisation, Action::Register) => &[Part::Identity],
                (Registrar, Custody, Action::Record) => &[Part::Release],
                // Whoever says that they must not see a file sees it no more, and need not have seen who looked at it.
                (CustodyOfficer | Registrar | Health, Custody, Action::Declare)
                | (ProbationOfficer, Handover, Action::Declare) => &[Part::Record],
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
fn nobody_opens_notes_or_a_complaint_or_learns_who_complained() {
    for (capacity, ground, strength) in positions() {
        for &action in Action::ALL {
            for part in [Part::Notes, Part::Complaint, Part::Complainant] {
                assert!(!allows(capacity, ground, part, action, strength), "{capacity} {action} {part} on {ground}");
            }
        }
    }
}

#[test]
fn nobody_witnesses_by_hand() {
    for (capacity, ground, strength) in positions() {
        assert!(parts(capacity, ground, Action::Witness, strength).is_empty());
    }
}

#[test]
fn health_and_oversight_never_decide() {
    for (capacity, ground, strength) in positions() {
        if matches!(capacity, Health | Monitor | IndependentReviewer | DataProtection) {
            for action in [Action::Decide, Action::Ease, Action::Propose, Action::Approve] {
                assert!(parts(capacity, ground, action, strength).is_empty(), "{capacity} {action} on {ground}");
            }
        }
    }
}

#[test]
fn no_capacity_both_proposes_and_approves() {
    for &capacity in Capacity::ALL {
        let has = |action| {
            positions()
                .filter(|(who, _, _)| *who == capacity)
                .any(|(who, ground, strength)| !parts(who, ground, action, strength).is_empty())
        };
        assert!(!(has(Action::Propose) && has(Action::Approve)), "{capacity}");
        assert!(!(has(Action::Decide) && has(Action::Review)), "{capacity}");
        assert!(!(has(Action::Offer) && has(Action::Respond)), "{capacity}");
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
fn the_directory_is_open_to_every_capacity_but_the_person() {
    for &capacity in Capacity::ALL {
        let seen = allows(capacity, Installation, Part::Directory, Action::Read, Strength::Ordinary);
        assert_eq!(seen, capacity != Capacity::Person, "{capacity}");
    }
}
