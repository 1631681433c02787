//! Forms of organisations, their mandates and the installation.

use super::{ActForm, SHORT, Source, carried, line, plain};
use crate::form::Field;
use domain::{Kind, organisation::OrgKind};

pub(super) static FORMS: &[ActForm] = &[
    ActForm::new(
        Kind::OrganisationRegistered,
        "f-organisation-registered-submit",
        &[plain(&[
            line("name").required(),
            Field::choice("kind", OrgKind::LIST, OrgKind::CODES).required(),
            line("place").required(),
            line("contact").required(),
        ])],
    ),
    ActForm::new(
        Kind::MandateProposed,
        "f-organisation-mandate-proposed-submit",
        &[plain(&[Field::pick("body").required().hint(), line("basis").required(), Field::date("until").hint()])],
    )
    .picks(&[("body", Source::Orgs(&[OrgKind::Oversight]))]),
    ActForm::new(Kind::MandateConfirmed, "f-organisation-mandate-confirmed-submit", &[plain(&[carried("mandate")])]),
    ActForm::new(
        Kind::MandateEndProposed,
        "f-organisation-mandate-end-proposed-submit",
        &[plain(&[carried("mandate"), line("basis").required()])],
    ),
    ActForm::new(Kind::MandateEnded, "f-organisation-mandate-ended-submit", &[plain(&[carried("mandate")])]),
    ActForm::new(
        Kind::ClockStepped,
        "f-installation-clock-stepped-submit",
        &[plain(&[Field::long_text("reason", SHORT).required().hint()])],
    ),
    ActForm::new(Kind::ClockStepConfirmed, "f-installation-clock-step-confirmed-submit", &[plain(&[])]),
];
