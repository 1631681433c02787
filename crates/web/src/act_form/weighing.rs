//! Forms of what was weighed, and of accommodation asked for and decided. A question that was asked, never its answer.

use super::{ActForm, Coded, SHORT, Source, WHEN, carried, plain, under};
use crate::form::Field;
use domain::{
    Kind,
    weighing::{AccommodationAnswer, AccommodationNeed, AssessmentAspect, Considered, PlanAspect},
};

const fn considered(path: &'static str) -> Field {
    Field::choice(path, Considered::LIST, Considered::CODES)
}

pub(super) static FORMS: &[ActForm] = &[
    ActForm::new(
        Kind::AssessmentConsidered,
        "submit-record",
        &[under(
            "f-assessment-aspects-considered-what",
            "mandela-92",
            &[Field::many("aspects", AssessmentAspect::LIST, AssessmentAspect::CODES).required().hint(), WHEN],
        )],
    ),
    ActForm::new(
        Kind::PlanConsidered,
        "submit-record",
        &[under(
            "f-plan-aspects-considered-what",
            "mandela-106",
            &[
                carried("plan"),
                considered("aspects.family.outcome"),
                considered("aspects.community.outcome"),
                considered("aspects.coordinator.outcome"),
                considered("aspects.education.outcome"),
                considered("aspects.work.outcome"),
                considered("aspects.practical_help.outcome"),
                considered("aspects.stages.outcome"),
                considered("aspects.home_leave.outcome"),
                considered("aspects.open_prison.outcome"),
                considered("aspects.halfway_house.outcome"),
                considered("aspects.community_programme.outcome"),
                WHEN,
            ],
        )],
    )
    .coded(Coded { list: "aspects", key: "aspect", codes: PlanAspect::CODES, needs: "outcome" }),
    ActForm::new(
        Kind::AccommodationAsked,
        "submit-record",
        &[under(
            "f-accommodation-asked-what",
            "mandela-5",
            &[
                Field::choice("need", AccommodationNeed::LIST, AccommodationNeed::CODES).required().hint(),
                Field::long_text("words", SHORT),
                WHEN,
            ],
        )],
    ),
    ActForm::new(
        Kind::AccommodationDecided,
        "submit-record",
        &[plain(&[
            Field::pick("asked").required(),
            Field::choice("answer", AccommodationAnswer::LIST, AccommodationAnswer::CODES).required(),
            Field::long_text("reason", SHORT).required(),
            WHEN,
        ])],
    )
    .picks(&[("asked", Source::Accommodation)]),
];
