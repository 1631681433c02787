//! Forms of the file itself: who carries it, who alone may see it, and who must not.

use super::{ActForm, SHORT, Source, carried, headed, plain};
use crate::form::Field;
use domain::emergency::{EmergencyFinding, EmergencyReason};
use domain::{Capacity, Kind, file::Tie};

/// Whoever works in a prison and may meet a person through it.
pub(crate) const IN_PRISON: &[Capacity] = &[
    Capacity::Governor,
    Capacity::Supervisor,
    Capacity::CaseManager,
    Capacity::Registrar,
    Capacity::Health,
    Capacity::CustodyOfficer,
];

const REASON: Field = Field::long_text("reason", SHORT).required();

pub(super) static FORMS: &[ActForm] = &[
    ActForm::new(Kind::FileAllocated, "f-file-allocated-submit", &[plain(&[Field::pick("to").required().hint()])])
        .picks(&[("to", Source::Accounts(&[Capacity::CaseManager]))]),
    ActForm::new(
        Kind::FileRestricted,
        "f-file-restricted-submit",
        &[
            plain(&[REASON.hint()]),
            headed("f-file-restricted-who", &[Field::repeat("named", 1, 4, 40, &[Field::pick("account")]).hint()]),
        ],
    )
    .picks(&[("named.account", Source::Accounts(IN_PRISON))]),
    ActForm::new(Kind::FileRestrictionLifted, "f-file-restriction-lifted-submit", &[plain(&[REASON])]),
    ActForm::new(
        Kind::FileConflictDeclared,
        "f-file-conflict-declared-submit",
        &[plain(&[
            Field::pick("account").required().hint(),
            Field::choice("tie", Tie::LIST, Tie::CODES).required().hint(),
        ])],
    )
    .picks(&[("account", Source::Led)]),
    ActForm::new(
        Kind::FileConflictEnded,
        "f-file-conflict-ended-submit",
        &[plain(&[Field::pick("account").required(), REASON])],
    )
    .picks(&[("account", Source::Barred)]),
    ActForm::new(
        Kind::FileEmergencyOpened,
        "f-file-emergency-opened-submit",
        &[plain(&[
            Field::text("number", 60).required().hint(),
            Field::choice("reason", EmergencyReason::LIST, EmergencyReason::CODES).required(),
            Field::long_text("words", SHORT).required().hint(),
        ])],
    ),
    ActForm::new(
        Kind::FileEmergencyReviewed,
        "f-file-emergency-reviewed-submit",
        &[plain(&[
            carried("opening"),
            Field::choice("found", EmergencyFinding::LIST, EmergencyFinding::CODES).required(),
            REASON.hint(),
        ])],
    ),
];
