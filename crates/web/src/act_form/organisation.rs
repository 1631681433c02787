//! Forms of organisations, their services and their mandates.

use super::{ActForm, FULL, SHORT, Source, carried, line, plain};
use crate::form::Field;
use domain::{
    Kind,
    assessment::NeedArea,
    organisation::{Aim, OrgKind},
};

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
        Kind::ServicePublished,
        "f-service-published-submit",
        &[plain(&[
            carried("org"),
            line("name").required().hint(),
            Field::choice("aim", Aim::LIST, Aim::CODES).required(),
            Field::many("needs", NeedArea::LIST, NeedArea::CODES).required(),
            Field::lines("languages", 12, 80).required(),
            line("place").required(),
            Field::long_text("description", FULL).required(),
            Field::number("places", 0, 10_000).required().hint(),
        ])],
    ),
    ActForm::new(
        Kind::ClockStepped,
        "f-installation-clock-stepped-submit",
        &[plain(&[Field::long_text("reason", SHORT).required().hint()])],
    ),
    ActForm::new(Kind::ClockStepConfirmed, "f-installation-clock-step-confirmed-submit", &[plain(&[])]),
    ActForm::new(Kind::ServiceWithdrawn, "f-service-withdrawn-submit", &[plain(&[line("reason").required()])]),
];
