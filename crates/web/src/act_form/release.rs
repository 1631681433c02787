//! Forms of release: what is arranged, who takes over, and the first contacts outside.

use super::{ActForm, FULL, SHORT, Source, WHEN, line, plain, under};
use crate::form::Field;
use domain::{
    Kind,
    measure::YesNo,
    organisation::OrgKind,
    release::{ContactManner, ReleaseItem, ReturnReason},
};

const MANNER: Field = Field::choice("manner", ContactManner::LIST, ContactManner::CODES).required();
const AGREED: Field = Field::long_text("agreed", SHORT).required().hint();

pub(super) static FORMS: &[ActForm] = &[
    ActForm::new(
        Kind::ReleaseItemArranged,
        "submit-record",
        &[under(
            "f-release-item-arranged-what",
            "mandela-108",
            &[
                Field::choice("item", ReleaseItem::LIST, ReleaseItem::CODES).required(),
                Field::long_text("how", SHORT).required(),
                WHEN,
            ],
        )],
    ),
    ActForm::new(
        Kind::HandoverOffered,
        "f-release-handover-offered-submit",
        &[under(
            "f-release-handover-offered-what",
            "mandela-90",
            &[
                Field::pick("to").required(),
                Field::long_text("summary", FULL).required().hint(),
                Field::date("answer_by").required(),
            ],
        )],
    )
    .picks(&[("to", Source::Orgs(&[OrgKind::Probation, OrgKind::Aftercare]))]),
    ActForm::new(
        Kind::HandoverAccepted,
        "f-release-handover-accepted-submit",
        &[plain(&[Field::moment("first_meeting").required().hint(), line("place").required()])],
    ),
    ActForm::new(
        Kind::HandoverReturned,
        "f-release-handover-returned-submit",
        &[plain(&[
            Field::choice("reason", ReturnReason::LIST, ReturnReason::CODES).required(),
            Field::long_text("note", SHORT).hint(),
        ])],
    ),
    ActForm::new(
        Kind::FileCopyOffered,
        "submit-record",
        &[under(
            "f-release-file-copy-offered-what",
            "mandela-9-copy",
            &[Field::choice("taken", YesNo::LIST, YesNo::CODES).required(), WHEN],
        )],
    ),
    ActForm::new(
        Kind::FirstContactMade,
        "submit-record",
        &[under("f-release-first-contact-what", "mandela-90", &[MANNER, AGREED, WHEN])],
    ),
    ActForm::new(Kind::AftercareContactMade, "submit-record", &[plain(&[MANNER, AGREED, WHEN])]),
];
