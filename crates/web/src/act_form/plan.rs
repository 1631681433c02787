//! Forms of the plan: goals and life after release, the person's own answer, approval, steps and reviews.

use super::{ActForm, FULL, Group, SHORT, Source, WHEN, carried, headed, line, plain, under};
use crate::form::Field;
use domain::{
    Kind,
    assessment::NeedArea,
    plan::{NoAnswer, ReviewOutcome, StepState},
};

pub(super) static FORMS: &[ActForm] = &[
    ActForm::new(
        Kind::PlanProposed,
        "f-plan-proposed-submit",
        &[
            under(
                "f-plan-proposed-goals-section",
                "mandela-94",
                &[Field::repeat(
                    "goals",
                    1,
                    3,
                    12,
                    &[
                        Field::choice("need", NeedArea::LIST, NeedArea::CODES).required(),
                        Field::long_text("goal", SHORT).required(),
                        Field::long_text("step", SHORT).required(),
                        line("helper").required(),
                    ],
                )
                .hint()],
            ),
            under(
                "f-plan-proposed-release-section",
                "mandela-107",
                &[
                    Field::long_text("release.home", SHORT).hint(),
                    Field::long_text("release.living", SHORT),
                    Field::long_text("release.ties", SHORT),
                    line("release.agency").hint(),
                ],
            ),
            headed(
                "f-plan-proposed-words-section",
                &[Field::long_text("words", FULL).hint(), Field::date("review_on").required()],
            ),
        ],
    )
    .groups(&[Group { path: "release", needs: &["release.home", "release.living", "release.ties", "release.agency"] }]),
    ActForm::new(
        Kind::PlanAgreed,
        "submit-record",
        &[plain(&[carried("plan"), Field::text("language", 80).required(), Field::long_text("words", FULL), WHEN])],
    ),
    ActForm::new(
        Kind::PlanDisagreed,
        "submit-record",
        &[plain(&[
            carried("plan"),
            Field::text("language", 80).required(),
            Field::long_text("reason", FULL).required().hint(),
            WHEN,
        ])],
    ),
    ActForm::new(
        Kind::PlanNotAnswered,
        "submit-record",
        &[plain(&[
            carried("plan"),
            Field::choice("reason", NoAnswer::LIST, NoAnswer::CODES).required(),
            Field::date("ask_again").required(),
            WHEN,
        ])],
    ),
    ActForm::new(Kind::PlanApproved, "f-plan-approved-submit", &[plain(&[carried("plan")])]),
    ActForm::new(
        Kind::PlanReturned,
        "f-plan-returned-submit",
        &[plain(&[carried("plan"), Field::long_text("reason", FULL).required().hint()])],
    ),
    ActForm::new(
        Kind::PlanStepRecorded,
        "submit-record",
        &[plain(&[
            carried("plan"),
            Field::pick("goal").required(),
            Field::choice("state", StepState::LIST, StepState::CODES).required(),
            Field::long_text("note", SHORT).required(),
            WHEN,
        ])],
    )
    .picks(&[("goal", Source::Goal)])
    .numbers(&["goal"]),
    ActForm::new(
        Kind::PlanReviewed,
        "f-plan-reviewed-submit",
        &[
            headed(
                "f-plan-reviewed-talk",
                &[
                    carried("plan"),
                    Field::lines("present", 12, 120).required(),
                    Field::long_text("view", FULL).required().hint(),
                    Field::long_text("dissent", SHORT),
                    WHEN,
                ],
            ),
            headed(
                "f-plan-reviewed-decided",
                &[
                    Field::choice("outcome", ReviewOutcome::LIST, ReviewOutcome::CODES).required(),
                    Field::date("next_review").required(),
                ],
            ),
        ],
    ),
];
