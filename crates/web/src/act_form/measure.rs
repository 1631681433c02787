//! Forms of restrictive measures. Imposing one means answering five questions, each with its rule in the margin.
//!
//! A sentence, an offence, a list or a protected ground can be ticked, so that whoever means it is told that it carries none.

use super::{ActForm, FULL, SHORT, Source, WHEN, carried, line, plain, under};
use crate::form::{Cite, Field, Section, Whose};
use domain::{
    Kind,
    measure::{ContactKind, MeasureKind, MeasurePurpose, MeasureReview, YesNo},
    measure_terms::{Authority, EndSaid, MeasureEffect, MeasureGround, Untouchable},
};

/// Whose decision a measure can be. Another one can be reported, and not be decided.
const COMPETENT: &[&str] = &["director", "deputy", "named_for_emergencies", "higher_authority", "court"];

/// What can be decided. Contact with a lawyer is not among it.
const EFFECTS: &[&str] = &[
    "association",
    "work",
    "education",
    "programmes",
    "recreation",
    "news",
    "books",
    "belongings",
    "visits",
    "calls",
    "letters",
    "less_contact",
    "own_child",
];

const GROUNDS: Field = Field::many("grounds", MeasureGround::LIST, MeasureGround::CODES).hint();

const fn yes_no(path: &'static str) -> Field {
    Field::choice(path, YesNo::LIST, YesNo::CODES)
}

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
            under("f-measure-imposed-question-1", "mandela-45-1", &[GROUNDS.required(), FACTS]),
            under(
                "f-measure-imposed-question-2",
                "mandela-36",
                &[
                    Field::long_text("necessary", SHORT).required().hint(),
                    Field::repeat(
                        "alternatives",
                        1,
                        2,
                        6,
                        &[line("way").required(), Field::long_text("outcome", SHORT).required()],
                    )
                    .hint(),
                    Field::long_text("proportionate", SHORT).required().hint(),
                ],
            ),
            under(
                "f-measure-imposed-question-3",
                "mandela-37",
                &[
                    line("legal_basis").required().hint(),
                    line("policy.title").required().hint(),
                    Field::date("policy.since").required(),
                    Field::choice("authority", Authority::LIST, COMPETENT).required(),
                    line("authorised_by").required().hint(),
                    Field::moment("authorised_at").hint(),
                    yes_no("emergency").hint(),
                ],
            ),
            under(
                "f-measure-imposed-question-4",
                "mandela-2",
                &[Field::long_text("same_for_anyone", SHORT).required().hint()],
            ),
            under(
                "f-measure-imposed-question-5",
                "mandela-45-2",
                &[Field::long_text("fits_person", SHORT).required().hint(), yes_no("supervised").hint()],
            ),
            beside(
                "f-measure-imposed-review",
                "review-clock",
                Whose::Policy,
                &[Field::moment("review_by").required().hint(), Field::long_text("ends_when", SHORT).required().hint()],
            ),
            under(
                "f-measure-imposed-goes-on-section",
                "mandela-38",
                &[
                    Field::many("effects", MeasureEffect::LIST, EFFECTS).hint(),
                    Field::long_text("goes_on", FULL).required().hint(),
                ],
            ),
        ],
    ),
    ActForm::new(
        Kind::MeasureFoundInForce,
        "submit-record",
        &[
            beside(
                "f-measure-found-in-force-what-section",
                "mandela-43-44",
                Whose::Limit,
                &[
                    Field::choice("measure", MeasureKind::LIST, MeasureKind::CODES).required(),
                    Field::choice("purpose", MeasurePurpose::LIST, MeasurePurpose::CODES).required(),
                    WHEN,
                    Field::choice("end_said", EndSaid::LIST, EndSaid::CODES).required(),
                    Field::moment("planned_end").hint().when("end_said", "named"),
                    Field::long_text("what", FULL).required().hint(),
                ],
            ),
            under(
                "f-measure-found-in-force-said",
                "mandela-37",
                &[
                    GROUNDS,
                    yes_no("alternatives").hint(),
                    yes_no("law"),
                    yes_no("policy"),
                    yes_no("review"),
                    Field::choice("authority", Authority::LIST, Authority::CODES),
                    Field::moment("authorised_at").hint(),
                    yes_no("health_took_part"),
                    yes_no("supervised").hint(),
                ],
            ),
            under(
                "f-measure-found-in-force-takes",
                "mandela-38",
                &[
                    Field::many("effects", MeasureEffect::LIST, MeasureEffect::CODES),
                    Field::many("withheld", Untouchable::LIST, Untouchable::CODES).hint(),
                ],
            ),
        ],
    ),
    ActForm::new(
        Kind::MeasureExtended,
        "f-measure-extended-submit",
        &[
            beside(
                "f-measure-extended-until-section",
                "mandela-43-44",
                Whose::Limit,
                &[
                    carried("measure"),
                    Field::pick("review").required().hint(),
                    Field::moment("until").required().hint(),
                ],
            ),
            under(
                "f-measure-extended-facts-section",
                "mandela-45-1",
                &[FACTS, Field::long_text("why", SHORT).required()],
            ),
        ],
    )
    .picks(&[("review", Source::OutsideReviews)]),
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
