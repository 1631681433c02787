//! Forms of accounts. Passwords and codes are never asked for here.

use super::{ActForm, SHORT, Source, carried, line, plain};
use crate::form::Field;
use domain::account::TokenScope;
use domain::{Capacity, Kind, organisation::OrgKind};

/// What an account can act as. The person and their legal representative have no account at an organisation.
pub(super) const CAPACITIES: &[&str] = &[
    Capacity::CaseManager.code(),
    Capacity::Supervisor.code(),
    Capacity::Governor.code(),
    Capacity::CustodyOfficer.code(),
    Capacity::Registrar.code(),
    Capacity::Health.code(),
    Capacity::IndependentReviewer.code(),
    Capacity::HearingOfficer.code(),
    Capacity::CsoManager.code(),
    Capacity::CsoPractitioner.code(),
    Capacity::ProbationOfficer.code(),
    Capacity::ComplaintHandler.code(),
    Capacity::Monitor.code(),
    Capacity::DataProtection.code(),
    Capacity::OrgAdministrator.code(),
    Capacity::SystemAdministrator.code(),
    Capacity::Analyst.code(),
    Capacity::ExchangeEditor.code(),
];

pub(super) static FORMS: &[ActForm] = &[
    ActForm::new(
        Kind::AccountProposed,
        "f-account-proposed-submit",
        &[plain(&[
            line("name").required(),
            Field::text("sign_in", 60).required().hint(),
            Field::pick("org").required(),
            Field::choice("capacity", Capacity::LIST, CAPACITIES).required().hint(),
        ])],
    )
    .picks(&[("org", Source::Orgs(OrgKind::ALL))]),
    ActForm::new(Kind::AccountConfirmed, "f-account-confirmed-submit", &[plain(&[])]),
    ActForm::new(
        Kind::AccountTokenProposed,
        "f-account-token-proposed-submit",
        &[plain(&[
            line("purpose").required().hint(),
            Field::many("scope", TokenScope::LIST, TokenScope::CODES).required(),
            Field::moment("until").required().hint(),
        ])],
    ),
    ActForm::new(Kind::AccountTokenIssued, "f-account-token-issued-submit", &[plain(&[carried("token")])]),
    ActForm::new(
        Kind::AccountTokenRevoked,
        "f-account-token-revoked-submit",
        &[plain(&[carried("token"), Field::long_text("reason", SHORT).required()])],
    ),
    ActForm::new(
        Kind::AccountRecoveryAsked,
        "f-account-recovery-asked-submit",
        &[plain(&[Field::long_text("reason", SHORT).required().hint()])],
    ),
    ActForm::new(Kind::AccountRecoveryConfirmed, "f-account-recovery-confirmed-submit", &[plain(&[])]),
    ActForm::new(
        Kind::AccountRecoveryRefused,
        "f-account-recovery-refused-submit",
        &[plain(&[Field::long_text("reason", SHORT).required()])],
    ),
    ActForm::new(
        Kind::AccountDisabled,
        "f-account-disabled-submit",
        &[plain(&[Field::long_text("reason", SHORT).required()])],
    ),
];
