//! Forms of reception: the order, the register, belongings, how far from home, and the regime.
//!
//! Nothing of what stands in the register is asked: only that it stands there.

use super::{ActForm, Coded, SHORT, WHEN, line, under};
use crate::form::Field;
use domain::{
    Kind,
    measure::YesNo,
    reception::{AdmissionGroup, CareArranged, ClassPurpose, GroupState, PlacementReason, Regime},
};

const fn group(path: &'static str) -> Field {
    Field::choice(path, GroupState::LIST, GroupState::CODES)
}

const fn yes_no(path: &'static str) -> Field {
    Field::choice(path, YesNo::LIST, YesNo::CODES).required()
}

const fn count(path: &'static str) -> Field {
    Field::number(path, 0, 9999).required()
}

pub(super) static FORMS: &[ActForm] = &[
    ActForm::new(
        Kind::AdmissionOrderRecorded,
        "submit-record",
        &[under(
            "f-admission-order-recorded-what",
            "mandela-7",
            &[
                yes_no("shown"),
                line("authority").required().when("shown", "yes"),
                Field::moment("from").required().hint().when("shown", "yes"),
                Field::moment("until").hint().when("shown", "yes"),
                WHEN,
            ],
        )],
    )
    .in_order(&[("from", "until")]),
    ActForm::new(
        Kind::AdmissionRecorded,
        "submit-record",
        &[
            under(
                "f-admission-recorded-groups-section",
                "mandela-7-groups",
                &[
                    group("groups.identity.state"),
                    group("groups.reasons.state"),
                    group("groups.hour.state"),
                    group("groups.injuries.state"),
                    group("groups.property.state"),
                    group("groups.family.state"),
                    group("groups.contact.state"),
                ],
            ),
            under(
                "f-admission-recorded-child-section",
                "havana-21",
                &[group("groups.parents_told.state"), group("groups.health_known.state"), WHEN],
            ),
        ],
    )
    .coded(Coded { list: "groups", key: "group", codes: AdmissionGroup::CODES, needs: "state" }),
    ActForm::new(
        Kind::ChildrenRecorded,
        "submit-record",
        &[under(
            "f-admission-children-recorded-what",
            "bangkok-3",
            &[
                Field::number("count", 0, 30).required(),
                Field::number("complete", 0, 30).required().hint(),
                Field::choice("arranged", CareArranged::LIST, CareArranged::CODES).required(),
                WHEN,
            ],
        )],
    ),
    ActForm::new(
        Kind::PropertyListed,
        "submit-record",
        &[under("f-admission-property-listed-what", "mandela-67", &[count("items").hint(), yes_no("signed"), WHEN])],
    ),
    ActForm::new(
        Kind::PropertyReturned,
        "submit-record",
        &[under(
            "f-release-property-returned-what",
            "mandela-67",
            &[count("returned"), count("exceptions").hint(), yes_no("signed"), WHEN],
        )],
    ),
    ActForm::new(
        Kind::DistanceRecorded,
        "submit-record",
        &[under(
            "f-custody-distance-recorded-what",
            "mandela-59",
            &[
                count("km").hint(),
                count("nearest_km").hint(),
                yes_no("asked"),
                Field::choice("reason", PlacementReason::LIST, PlacementReason::CODES).hint(),
                WHEN,
            ],
        )],
    ),
    ActForm::new(
        Kind::CustodyClassified,
        "submit-record",
        &[under(
            "f-custody-classified-what",
            "mandela-89",
            &[
                Field::choice("regime", Regime::LIST, Regime::CODES).required().hint(),
                Field::choice("purpose", ClassPurpose::LIST, ClassPurpose::CODES).required(),
                Field::repeat(
                    "facts",
                    1,
                    2,
                    8,
                    &[
                        Field::date("on").required(),
                        Field::long_text("what", SHORT).required(),
                        line("source").required(),
                    ],
                )
                .hint(),
                Field::date("review_on").required(),
                WHEN,
            ],
        )],
    ),
];

const _: () = assert!(AdmissionGroup::CODES.len() == 9, "each group is asked");
