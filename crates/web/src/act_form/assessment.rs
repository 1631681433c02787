//! Forms of assessment: the first hours, then facts and judgements in separate sections.
//!
//! There is no question for a score, a level or a category.

use super::{ActForm, Coded, FULL, Group, SHORT, WHEN, headed, line, plain, under};
use crate::form::Field;
use domain::{
    Kind,
    assessment::{ImmediateNeed, Looked, NeedArea},
};

const fn looked(path: &'static str) -> Field {
    Field::choice(path, Looked::LIST, Looked::CODES)
}

pub(super) static FORMS: &[ActForm] = &[
    ActForm::new(
        Kind::NeedsTaken,
        "submit-record",
        &[
            under(
                "f-assessment-needs-taken-first",
                "first-hours",
                &[
                    looked("answers.safety.looked"),
                    line("answers.safety.note"),
                    looked("answers.health_seen.looked"),
                    line("answers.health_seen.note").hint(),
                    looked("answers.family_told.looked"),
                    line("answers.family_told.note"),
                    looked("answers.dependants.looked"),
                    line("answers.dependants.note"),
                    looked("answers.lawyer.looked"),
                    line("answers.lawyer.note"),
                    looked("answers.consulate.looked"),
                    line("answers.consulate.note"),
                    looked("answers.informed.looked"),
                    line("answers.informed.note"),
                    looked("answers.property.looked"),
                    line("answers.property.note"),
                ],
            ),
            headed("f-assessment-needs-taken-how", &[Field::text("language", 80).required(), WHEN]),
        ],
    )
    .coded(Coded { list: "answers", key: "need", codes: ImmediateNeed::CODES, needs: "looked" })
    .groups(&[
        Group { path: "answers.safety", needs: &["answers.safety.looked"] },
        Group { path: "answers.health_seen", needs: &["answers.health_seen.looked"] },
        Group { path: "answers.family_told", needs: &["answers.family_told.looked"] },
        Group { path: "answers.dependants", needs: &["answers.dependants.looked"] },
        Group { path: "answers.lawyer", needs: &["answers.lawyer.looked"] },
        Group { path: "answers.consulate", needs: &["answers.consulate.looked"] },
        Group { path: "answers.informed", needs: &["answers.informed.looked"] },
        Group { path: "answers.property", needs: &["answers.property.looked"] },
    ]),
    ActForm::new(
        Kind::Assessed,
        "f-assessment-assessed-submit",
        &[
            under(
                "f-assessment-assessed-facts-section",
                "assessment-facts",
                &[Field::repeat(
                    "facts",
                    1,
                    2,
                    12,
                    &[
                        Field::long_text("text", SHORT).required(),
                        line("source").required(),
                        Field::date("on").required(),
                    ],
                )
                .hint()],
            ),
            under(
                "f-assessment-assessed-judgements-section",
                "assessment-judgements",
                &[Field::repeat(
                    "judgements",
                    0,
                    1,
                    8,
                    &[
                        Field::long_text("text", SHORT).required(),
                        Field::long_text("basis", SHORT).required(),
                        Field::date("review").required(),
                    ],
                )
                .hint()],
            ),
            under(
                "f-assessment-assessed-needs-section",
                "mandela-94",
                &[
                    Field::repeat(
                        "needs",
                        1,
                        2,
                        11,
                        &[
                            Field::choice("area", NeedArea::LIST, NeedArea::CODES).required(),
                            Field::long_text("text", SHORT).required(),
                        ],
                    )
                    .hint(),
                    Field::long_text("strengths", FULL).hint(),
                    WHEN,
                ],
            ),
        ],
    ),
    ActForm::new(
        Kind::AssessmentContested,
        "submit-record",
        &[plain(&[Field::long_text("words", FULL).required().hint(), WHEN])],
    ),
];
