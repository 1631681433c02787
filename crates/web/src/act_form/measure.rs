//! Forms of restrictive measures. Imposing one means answering five questions, each with its rule in the margin.
//!
//! There is no question whose answer could be a sentence, an offence, a faith, an origin or an opinion.

use super::{ActForm, FULL, SHORT, WHEN, carried, line, plain, under};
use crate::form::{Cite, Field, Section, Whose};
use domain::{
    Kind,
    measure::{ContactKind, MeasureKind, MeasurePurpose, MeasureReview, YesNo},
};

const FACTS: Field = Field::repeat(
    "facts",
    1,
    2,
    8,
    &[Field::date("on").required(), Field::long_text("what", SHORT).required(), line("source").required().hint()],
)
.hint();

const fn beside(legend: &'static str, key: &'static str, whose: Whose, fields: &'static [Field]) -> Section {
    Section { legend, cite: Some(Cite { key, whose }), fields }
}

pub(super) static FORMS: &[ActForm] = &[
    ActForm::new(
        Kind::MeasureImposed,
        "f-measure-imposed-submit",
        &[
            beside(
                "f-measure-imposed-what",
                "mandela-43-44",
                Whose::Limit,
                &[
                    Field::choice("measure", MeasureKind::LIST, MeasureKind::CODES).required(),
                    Field::choice("purpose", MeasurePurpose::LIST, MeasurePurpose::CODES).required(),
                    WHEN,
                    Field::moment("planned_end").required().hint(),
                ],
            ),
            under("f-measure-imposed-question-1", "mandela-45-1", &[FACTS]),
            under(
                "f-measure-imposed-question-2",
                "mandela-36",
                &[Field::repeat(
                    "alternatives",
                    1,
                    2,
                    6,
                    &[line("way").required(), Field::long_text("outcome", SHORT).required()],
                )
                .hint()],
            ),
            under(
                "f-measure-imposed-question-3",
                "mandela-37",
                &[line("legal_basis").required().hint(), line("authorised_by").required().hint()],
            ),
            under(
                "f-measure-imposed-question-4",
                "mandela-2",
                &[Field::long_text("same_for_anyone", SHORT).required().hint()],
            ),
            under(
                "f-measure-imposed-question-5",
                "mandela-45-2",
                &[Field::long_text("fits_person", SHORT).required().hint()],
            ),
            beside(
                "f-measure-imposed-review",
                "review-clock",
                Whose::Policy,
                &[Field::moment("review_by").required().hint()],
            ),
            under(
                "f-measure-imposed-goes-on-section",
                "mandela-38",
                &[Field::long_text("goes_on", FULL).required().hint()],
            ),
        ],
    ),
    ActForm::new(
        Kind::MeasureFoundInForce,
        "submit-record",
        &[beside(
            "f-measure-found-in-force-what-section",
            "mandela-43-44",
            Whose::Limit,
            &[
                Field::choice("measure", MeasureKind::LIST, MeasureKind::CODES).required(),
                Field::choice("purpose", MeasurePurpose::LIST, MeasurePurpose::CODES).required(),
                WHEN,
                Field::moment("planned_end").hint(),
                Field::long_text("what", FULL).required().hint(),
            ],
        )],
    ),
    ActForm::new(
        Kind::MeasureExtended,
        "f-measure-extended-submit",
        &[
            beside(
                "f-measure-extended-until-section",
                "mandela-43-44",
                Whose::Limit,
                &[carried("measure"), Field::moment("until").required().hint()],
            ),
            under(
                "f-measure-extended-facts-section",
                "mandela-45-1",
                &[FACTS, Field::long_text("why", SHORT).required()],
            ),
        ],
    ),
    ActForm::new(
        Kind::MeasureRegimeRecorded,
        "submit-record",
        &[beside(
            "f-measure-regime-recorded-what",
            "mandela-44",
            Whose::Limit,
            &[
                Field::moment("from").required(),
                Field::moment("until").required(),
                Field::repeat(
                    "contacts",
                    0,
                    3,
                    24,
                    &[
                        Field::choice("contact", ContactKind::LIST, ContactKind::CODES).required(),
                        Field::moment("from").required(),
                        Field::moment("until").required(),
                    ],
                )
                .hint(),
            ],
        )],
    )
    .in_order(&[("from", "until")]),
    ActForm::new(
        Kind::MeasureHealthVisited,
        "submit-record",
        &[under(
            "f-measure-health-visited-what",
            "mandela-46",
            &[WHEN, Field::choice("advises_change", YesNo::LIST, YesNo::CODES).required().hint()],
        )],
    ),
    ActForm::new(
        Kind::MeasureReviewed,
        "f-measure-reviewed-submit",
        &[beside(
            "f-measure-reviewed-what",
            "review-clock",
            Whose::Policy,
            &[
                carried("measure"),
                WHEN,
                Field::long_text("view", FULL).required().hint(),
                Field::choice("outcome", MeasureReview::LIST, MeasureReview::CODES).required(),
                Field::long_text("reasons", FULL).required(),
            ],
        )],
    ),
    ActForm::new(
        Kind::MeasureLifted,
        "f-measure-lifted-submit",
        &[plain(&[carried("measure"), WHEN, Field::long_text("reason", SHORT).required()])],
    ),
];
