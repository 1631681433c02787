//! Forms of the health service, and of those who ask for it or answer it. Yes, no, a date: nothing of what was found, said or
//! prescribed.

use super::{ActForm, Source, WHEN, plain, under};
use crate::form::Field;
use domain::{
    Kind,
    health::{AdviceAnswer, AdviceWeight, Attestation, Reach, ScreeningArea, Urgency},
};

pub(super) static FORMS: &[ActForm] = &[
    ActForm::new(
        Kind::HealthExamined,
        "submit-record",
        &[under(
            "f-health-examined-what",
            "mandela-30",
            &[WHEN, Field::many("areas", ScreeningArea::LIST, ScreeningArea::CODES).hint()],
        )],
    ),
    ActForm::new(
        Kind::HealthAttested,
        "submit-record",
        &[plain(&[Field::choice("what", Attestation::LIST, Attestation::CODES).required().hint(), WHEN])],
    ),
    ActForm::new(
        Kind::CareAsked,
        "submit-record",
        &[under(
            "f-health-care-asked-what",
            "mandela-31",
            &[Field::choice("urgency", Urgency::LIST, Urgency::CODES).required().hint(), WHEN],
        )],
    ),
    ActForm::new(
        Kind::CareReached,
        "submit-record",
        &[under(
            "f-health-care-reached-what",
            "mandela-31",
            &[
                Field::pick("asked").required(),
                Field::choice("reach", Reach::LIST, Reach::CODES).required().hint(),
                WHEN,
            ],
        )],
    )
    .picks(&[("asked", Source::Care)]),
    ActForm::new(
        Kind::HealthAdvised,
        "submit-record",
        &[under(
            "f-health-advised-what",
            "mandela-33",
            &[Field::choice("weight", AdviceWeight::LIST, AdviceWeight::CODES).required().hint(), WHEN],
        )],
    ),
    ActForm::new(
        Kind::AdviceAnswered,
        "submit-record",
        &[under(
            "f-health-advice-answered-what",
            "mandela-33",
            &[
                Field::pick("advice").required(),
                Field::choice("answer", AdviceAnswer::LIST, AdviceAnswer::CODES).required().hint(),
            ],
        )],
    )
    .picks(&[("advice", Source::Advice)]),
    ActForm::new(
        Kind::AdviceFoundIgnored,
        "submit-record",
        &[under("f-health-advice-found-ignored-what", "mandela-27", &[Field::pick("advice").required(), WHEN])],
    )
    .picks(&[("advice", Source::Advice)]),
];
