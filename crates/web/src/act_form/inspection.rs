//! Forms of inspections: who takes part, what is found of each item, what is recommended, the report, the answers.

use super::{ActForm, FULL, SHORT, carried, plain};
use crate::form::Field;
use domain::{
    Kind,
    inspection::{InspectionAnswer, InspectionItem},
    measure::YesNo,
};

const fn yes_or_no(path: &'static str) -> Field {
    Field::choice(path, YesNo::LIST, YesNo::CODES).required()
}

const ITEM: Field = Field::choice("item", InspectionItem::LIST, InspectionItem::CODES).required();

pub(super) static FORMS: &[ActForm] = &[
    ActForm::new(
        Kind::InspectionOpened,
        "f-inspection-opened-submit",
        &[plain(&[yes_or_no("announced"), yes_or_no("health_professional").hint(), yes_or_no("woman").hint()])],
    ),
    ActForm::new(
        Kind::InspectionItemAnswered,
        "f-inspection-item-answered-submit",
        &[plain(&[
            carried("inspection"),
            ITEM,
            Field::choice("answer", InspectionAnswer::LIST, InspectionAnswer::CODES).required(),
            Field::long_text("evidence", SHORT).required().hint(),
        ])],
    ),
    ActForm::new(
        Kind::InspectionRecommended,
        "f-inspection-recommended-submit",
        &[plain(&[carried("inspection"), ITEM, Field::long_text("what", SHORT).required().hint()])],
    ),
    ActForm::new(
        Kind::InspectionReported,
        "f-inspection-reported-submit",
        &[plain(&[carried("inspection"), Field::long_text("summary", FULL).required().hint()])],
    ),
    ActForm::new(
        Kind::InspectionReplied,
        "f-inspection-replied-submit",
        &[plain(&[
            carried("recommendation"),
            yes_or_no("accepted"),
            Field::long_text("what", SHORT).required().hint(),
            Field::date("by").hint(),
        ])],
    ),
];
