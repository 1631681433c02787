//! Forms of custody: admission to closing, and who carries the file.
//!
//! No question asks for an offence.

use super::{ActForm, FULL, SHORT, Source, WHEN, carried, headed, line, plain, under};
use crate::form::Field;
use domain::{
    Kind,
    custody::{Circumstance, ClosingReason, Sex, Status},
    organisation::OrgKind,
};

const PERSON: &[Field] = &[
    line("person.family_name").required(),
    line("person.given_names").required(),
    Field::date("person.born.earliest").required().hint(),
    Field::date("person.born.latest").required().hint(),
    Field::choice("person.sex", Sex::LIST, Sex::CODES).required(),
    Field::lines("person.languages", 8, 80).required().hint(),
    Field::text("person.reads", 80).required().hint(),
];

const BORN: &[(&str, &str)] = &[("person.born.earliest", "person.born.latest")];

const PRISONS: Source = Source::Orgs(&[OrgKind::Prison]);

pub(super) static FORMS: &[ActForm] = &[
    ActForm::new(
        Kind::CustodyAdmitted,
        "f-custody-admitted-submit",
        &[
            headed("f-custody-admitted-who", PERSON),
            under(
                "f-custody-admitted-order-section",
                "mandela-7",
                &[
                    Field::text("number", 60).required().hint(),
                    line("order").required().hint(),
                    Field::choice("status", Status::LIST, Status::CODES).required(),
                    WHEN,
                    carried("prison"),
                ],
            ),
        ],
    )
    .in_order(BORN),
    ActForm::new(
        Kind::CustodyIdentityCorrected,
        "submit-correct",
        &[
            headed("f-custody-identity-corrected-who", PERSON),
            headed("f-custody-identity-corrected-why-section", &[Field::long_text("why", SHORT).required().hint()]),
        ],
    )
    .in_order(BORN),
    ActForm::new(
        Kind::CustodyStatusChanged,
        "submit-record",
        &[plain(&[Field::choice("status", Status::LIST, Status::CODES).required(), line("order").required(), WHEN])],
    ),
    ActForm::new(
        Kind::CustodySentenceRecorded,
        "submit-record",
        &[plain(&[
            line("order").required(),
            Field::date("begins").required(),
            Field::date("earliest_release").required().hint(),
            Field::date("ends").required(),
            WHEN,
        ])],
    )
    .in_order(&[("begins", "earliest_release"), ("earliest_release", "ends")]),
    ActForm::new(
        Kind::CustodyCircumstanceNoted,
        "submit-record",
        &[under(
            "f-custody-circumstance-noted-what",
            "circumstances",
            &[
                Field::choice("circumstance", Circumstance::LIST, Circumstance::CODES).required().hint(),
                WHEN,
                Field::moment("until").hint(),
                line("source").required(),
            ],
        )],
    ),
    ActForm::new(
        Kind::CustodyTransferred,
        "f-custody-transferred-submit",
        &[under(
            "f-custody-transferred-where",
            "mandela-59",
            &[Field::pick("to").required(), Field::long_text("reason", SHORT).required().hint(), WHEN],
        )],
    )
    .picks(&[("to", PRISONS)]),
    ActForm::new(
        Kind::CustodyReleaseDateSet,
        "submit-record",
        &[plain(&[Field::date("on").required().hint(), line("basis").required()])],
    ),
    ActForm::new(
        Kind::CustodyReleased,
        "f-custody-released-submit",
        &[plain(&[line("basis").required().hint(), WHEN])],
    ),
    ActForm::new(
        Kind::CustodyReturned,
        "submit-record",
        &[plain(&[Field::pick("prison").required(), line("order").required(), WHEN])],
    )
    .picks(&[("prison", PRISONS)]),
    ActForm::new(
        Kind::CustodyDied,
        "submit-record",
        &[under("f-custody-died-what", "mandela-69", &[WHEN, Field::long_text("told", FULL).required().hint()])],
    ),
    ActForm::new(
        Kind::CustodyClosed,
        "f-custody-closed-submit",
        &[plain(&[
            Field::choice("reason", ClosingReason::LIST, ClosingReason::CODES).required(),
            Field::long_text("note", SHORT).hint(),
        ])],
    ),
];
