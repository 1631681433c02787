//! Forms of consent: given with everything that makes it free and informed, refused without reasons, withdrawn at once.

use super::{ActForm, SHORT, Source, WHEN, headed, line, plain, under};
use crate::form::Field;
use domain::{
    Kind,
    consent::{ConsentBy, SharedPart},
    organisation::OrgKind,
};

pub(super) static FORMS: &[ActForm] = &[
    ActForm::new(
        Kind::ConsentGiven,
        "f-consent-given-submit",
        &[
            under(
                "f-consent-given-what",
                "mandela-9",
                &[
                    Field::pick("recipient").required(),
                    line("purpose").required().hint(),
                    Field::many("parts", SharedPart::LIST, SharedPart::CODES).required(),
                    Field::date("until").required(),
                ],
            ),
            headed(
                "f-consent-given-how",
                &[
                    Field::choice("by", ConsentBy::LIST, ConsentBy::CODES).required(),
                    line("explained_by").required().hint(),
                    Field::text("language", 80).required(),
                    Field::long_text("alternative", SHORT).required().hint(),
                    WHEN,
                ],
            ),
        ],
    )
    .picks(&[("recipient", Source::Orgs(&[OrgKind::CivilSociety, OrgKind::Probation, OrgKind::Aftercare]))]),
    ActForm::new(Kind::ConsentRefused, "submit-record", &[plain(&[line("purpose").required().hint(), WHEN])]),
    ActForm::new(
        Kind::ConsentWithdrawn,
        "f-consent-withdrawn-submit",
        &[plain(&[Field::pick("consent").required().hint(), WHEN])],
    )
    .picks(&[("consent", Source::Consent)]),
];
