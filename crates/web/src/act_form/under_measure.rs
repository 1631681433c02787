//! Forms of what happens under a measure. Most are one or two answers, for they are given at a door.

use super::{ActForm, SHORT, Source, WHEN, carried, under};
use crate::form::{Cite, Field, Section, Whose};
use domain::{
    Kind,
    measure::YesNo,
    measure_terms::{MeasureEffect, Untouchable},
    under_measure::{CellLight, ChangeAdvice, MeasureAnswer, MeasureOffer, Relief},
};

/// Living conditions that can be lacking in a room; what is done to a person is no condition of a room.
const CONDITIONS: &[&str] = &["light", "air", "warmth", "bed", "hygiene", "food", "water", "open_air", "health_care"];

const fn clocked(legend: &'static str, key: &'static str, fields: &'static [Field]) -> Section {
    Section { legend, cite: Some(Cite { key, whose: Whose::Policy }), fields }
}

pub(super) static FORMS: &[ActForm] = &[
    ActForm::new(
        Kind::MeasureConditionsRecorded,
        "submit-record",
        &[under(
            "f-measure-conditions-recorded-what",
            "mandela-42-43",
            &[
                carried("measure"),
                WHEN,
                Field::choice("light", CellLight::LIST, CellLight::CODES).required(),
                Field::many("lacking", Untouchable::LIST, CONDITIONS).hint(),
            ],
        )],
    ),
    ActForm::new(
        Kind::MeasureOffered,
        "submit-record",
        &[clocked(
            "f-measure-offered-what",
            "weekly-offers",
            &[
                carried("measure"),
                WHEN,
                Field::choice("offer", MeasureOffer::LIST, MeasureOffer::CODES).required().hint(),
            ],
        )],
    ),
    ActForm::new(
        Kind::MeasureReliefPlanned,
        "submit-record",
        &[clocked(
            "f-measure-relief-planned-what",
            "relief-clock",
            &[carried("measure"), WHEN, Field::many("ways", Relief::LIST, Relief::CODES).required()],
        )],
    ),
    ActForm::new(
        Kind::MeasureLossRecorded,
        "submit-record",
        &[under(
            "f-measure-loss-recorded-what",
            "mandela-36",
            &[
                carried("measure"),
                WHEN,
                Field::many("lost", MeasureEffect::LIST, MeasureEffect::CODES).required().hint(),
                Field::moment("until").hint(),
            ],
        )],
    ),
    ActForm::new(
        Kind::MeasureReentryAsked,
        "submit-record",
        &[clocked(
            "f-measure-reentry-asked-what",
            "relief-clock",
            &[carried("measure"), WHEN, Field::many("areas", MeasureEffect::LIST, MeasureEffect::CODES).hint()],
        )],
    ),
    ActForm::new(
        Kind::MeasureHarmAttested,
        "submit-record",
        &[under(
            "f-measure-harm-attested-what",
            "mandela-45-2",
            &[WHEN, Field::choice("worsens", YesNo::LIST, YesNo::CODES).required().hint()],
        )],
    ),
    ActForm::new(
        Kind::MeasureEffectReported,
        "submit-record",
        &[clocked(
            "f-measure-effect-reported-what",
            "effect-clock",
            &[
                carried("measure"),
                Field::moment("observed").required(),
                WHEN,
                Field::choice("advice", ChangeAdvice::LIST, ChangeAdvice::CODES).hint(),
            ],
        )],
    ),
    ActForm::new(
        Kind::MeasureChangeAdvised,
        "submit-record",
        &[clocked(
            "f-measure-change-advised-what",
            "effect-clock",
            &[carried("measure"), WHEN, Field::choice("advice", ChangeAdvice::LIST, ChangeAdvice::CODES).required()],
        )],
    ),
    ActForm::new(
        Kind::MeasureAdviceAnswered,
        "submit-record",
        &[clocked(
            "f-measure-advice-answered-what",
            "effect-clock",
            &[
                Field::pick("advice").required(),
                WHEN,
                Field::choice("answer", MeasureAnswer::LIST, MeasureAnswer::CODES).required(),
                Field::long_text("reasons", SHORT).required().hint(),
            ],
        )],
    )
    .picks(&[("advice", Source::HealthSaid)]),
    ActForm::new(
        Kind::MeasureVisitMissed,
        "submit-record",
        &[under("f-measure-visit-missed-what", "mandela-46", &[Field::date("on").required()])],
    ),
];
