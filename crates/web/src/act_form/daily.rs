//! Forms of daily life: a day, contact with people outside, information, where somebody sleeps.
//!
//! No question asks for a name of anybody else, a number to call or a country.

use super::{ActForm, WHEN, under};
use crate::form::Field;
use domain::{
    Kind,
    contact::{ContactMeans, ContactOutcome, ContactWith, Hearing, LegalInterpreter, NotGivenReason},
    information::{FamilyEvent, FamilyTold, InformationForm, InformationTopic, Understood},
    lodging::{Mixed, MixedAge, Room},
    measure::YesNo,
    regime::{DayWork, LONGEST_DAY, Weather, WorkFor, WorkOutcome, WorkReason, WorkTerms, WorkTowards},
};

/// Most minutes of a day.
const MOST: i64 = LONGEST_DAY as i64;

/// Minutes out of the cell.
pub(crate) const OUT_OF_CELL: Field = Field::number("out_of_cell", 0, MOST);
/// Minutes in the open air.
pub(crate) const OPEN_AIR: Field = Field::number("open_air", 0, MOST);
/// Work.
pub(crate) const WORK: Field = Field::choice("work", DayWork::LIST, DayWork::CODES);
/// Weather.
pub(crate) const WEATHER: Field = Field::choice("weather", Weather::LIST, Weather::CODES);
/// Requests and complaints.
pub(crate) const REQUESTS: Field = Field::choice("requests", YesNo::LIST, YesNo::CODES);

pub(super) static FORMS: &[ActForm] = &[
    ActForm::new(
        Kind::RegimeDayRecorded,
        "submit-record",
        &[under(
            "f-regime-day-recorded-what",
            "mandela-23",
            &[
                Field::date("date").required().hint(),
                OUT_OF_CELL.required().hint(),
                OPEN_AIR.required().hint(),
                WEATHER.required(),
                WORK.required(),
                REQUESTS.required().hint(),
            ],
        )],
    ),
    ActForm::new(
        Kind::RegimeWorkRecorded,
        "submit-record",
        &[
            under(
                "f-regime-work-recorded-what",
                "mandela-97",
                &[
                    Field::choice("outcome", WorkOutcome::LIST, WorkOutcome::CODES).required().hint(),
                    Field::choice("reason", WorkReason::LIST, WorkReason::CODES).when("outcome", "declined|not_given"),
                    WHEN,
                ],
            ),
            under(
                "f-regime-work-recorded-how",
                "mandela-116",
                &[
                    Field::choice("benefit", WorkFor::LIST, WorkFor::CODES).hint(),
                    Field::choice("terms", WorkTerms::LIST, WorkTerms::CODES),
                    Field::choice("paid", YesNo::LIST, YesNo::CODES),
                    Field::choice("towards", WorkTowards::LIST, WorkTowards::CODES),
                ],
            ),
        ],
    ),
    ActForm::new(
        Kind::ContactRecorded,
        "submit-record",
        &[
            under(
                "f-contact-recorded-what",
                "mandela-58",
                &[
                    Field::choice("with", ContactWith::LIST, ContactWith::CODES).required().hint(),
                    Field::choice("means", ContactMeans::LIST, ContactMeans::CODES).required(),
                    Field::choice("outcome", ContactOutcome::LIST, ContactOutcome::CODES).required(),
                    Field::choice("reason", NotGivenReason::LIST, NotGivenReason::CODES)
                        .when("outcome", ContactOutcome::NotGiven.code()),
                    WHEN,
                ],
            ),
            under(
                "f-contact-recorded-legal",
                "mandela-61",
                &[
                    Field::moment("asked").when("with", ContactWith::Lawyer.code()),
                    Field::choice("hearing", Hearing::LIST, Hearing::CODES).when("with", ContactWith::Lawyer.code()),
                    Field::choice("interpreter", LegalInterpreter::LIST, LegalInterpreter::CODES)
                        .when("with", ContactWith::Lawyer.code()),
                ],
            ),
        ],
    ),
    ActForm::new(
        Kind::InformationGiven,
        "submit-record",
        &[under(
            "f-information-given-what",
            "mandela-54",
            &[
                Field::many("topics", InformationTopic::LIST, InformationTopic::CODES).required(),
                Field::many("forms", InformationForm::LIST, InformationForm::CODES).required(),
                Field::choice("understood", Understood::LIST, Understood::CODES).required().hint(),
                WHEN,
            ],
        )],
    ),
    ActForm::new(
        Kind::InformationFamilyInformed,
        "submit-record",
        &[under(
            "f-information-family-informed-what",
            "mandela-68",
            &[
                Field::choice("event", FamilyEvent::LIST, FamilyEvent::CODES).required(),
                Field::choice("told", FamilyTold::LIST, FamilyTold::CODES).required(),
                WHEN,
            ],
        )],
    ),
    ActForm::new(
        Kind::LodgingPlaced,
        "submit-record",
        &[under(
            "f-lodging-placed-what",
            "mandela-11",
            &[
                Field::text("unit", 20).required().hint(),
                Field::choice("room", Room::LIST, Room::CODES).required(),
                Field::choice("allowed", YesNo::LIST, YesNo::CODES).when("room", "two|several"),
                Field::choice("other_sex", Mixed::LIST, Mixed::CODES).required(),
                Field::choice("other_age", MixedAge::LIST, MixedAge::CODES).required(),
                Field::choice("other_status", Mixed::LIST, Mixed::CODES).required().hint(),
                WHEN,
            ],
        )],
    ),
];
