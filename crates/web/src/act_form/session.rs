//! Forms of meetings and sessions: what leaves an organisation is that they took place, and what the person agreed to.

use super::{ActForm, SHORT, WHEN, carried, line, plain};
use crate::form::Field;
use domain::{
    Kind,
    measure::YesNo,
    referral::{AskedBy, Attendance},
};

const ATTENDANCE: Field = Field::choice("attendance", Attendance::LIST, Attendance::CODES).required();
const SUMMARY: Field = Field::long_text("summary", SHORT).hint();

pub(super) static FORMS: &[ActForm] = &[
    ActForm::new(
        Kind::ReferralMeetingHeld,
        "submit-record",
        &[plain(&[
            WHEN,
            ATTENDANCE,
            Field::choice("told_limits", YesNo::LIST, YesNo::CODES).required().hint(),
            SUMMARY,
        ])],
    ),
    ActForm::new(
        Kind::SessionScheduled,
        "f-referral-session-scheduled-submit",
        &[plain(&[Field::moment("at").required(), line("place").required()])],
    ),
    ActForm::new(
        Kind::SessionChanged,
        "f-referral-session-changed-submit",
        &[plain(&[
            carried("session"),
            Field::moment("at").required(),
            Field::choice("asked_by", AskedBy::LIST, AskedBy::CODES).required(),
            line("reason").required(),
        ])],
    ),
    ActForm::new(Kind::SessionRecorded, "submit-record", &[plain(&[carried("session"), ATTENDANCE, SUMMARY])]),
];
