//! Forms of one referral between its beginning and its end. Beginning one is in [`super::begin_referral`], sessions in `session`.

use super::{ActForm, SHORT, Source, WHEN, carried, headed, line, plain, under};
use crate::form::Field;
use domain::{
    Capacity, Kind,
    measure::YesNo,
    referral::{Danger, DeclineReason, HoldReason, Reached, WithdrawReason},
};

/// Why a place is lost: causes outside the person.
const LOST: &[&str] =
    &[HoldReason::Regime.code(), HoldReason::Away.code(), HoldReason::Unwell.code(), HoldReason::Organisation.code()];

pub(super) static FORMS: &[ActForm] = &[
    ActForm::new(
        Kind::ReferralPackageReleased,
        "f-referral-package-released-submit",
        &[under(
            "f-referral-package-released-what",
            "mandela-9",
            &[
                carried("version"),
                line("name").required(),
                line("called"),
                Field::long_text("goal", SHORT).required(),
                Field::long_text("step", SHORT).required(),
                Field::long_text("visiting", SHORT).required().hint(),
                Field::date("release_on").hint(),
                line("basis").required().hint(),
                Field::date("until").required(),
            ],
        )],
    )
    .numbers(&["version"]),
    ActForm::new(
        Kind::ReferralAccepted,
        "f-referral-accepted-submit",
        &[plain(&[Field::long_text("note", SHORT).hint()])],
    ),
    ActForm::new(
        Kind::ReferralDeclined,
        "f-referral-declined-submit",
        &[plain(&[
            Field::choice("reason", DeclineReason::LIST, DeclineReason::CODES).required(),
            Field::long_text("note", SHORT).hint(),
        ])],
    ),
    ActForm::new(
        Kind::ReferralAssigned,
        "f-referral-assigned-submit",
        &[plain(&[Field::pick("to").required().hint()])],
    )
    .picks(&[("to", Source::Accounts(&[Capacity::CsoPractitioner, Capacity::CsoManager]))]),
    ActForm::new(
        Kind::ReferralHeld,
        "submit-record",
        &[plain(&[Field::choice("reason", HoldReason::LIST, HoldReason::CODES).required(), WHEN])],
    ),
    ActForm::new(Kind::ReferralResumed, "submit-record", &[plain(&[WHEN])]),
    ActForm::new(
        Kind::ReferralPlaceLost,
        "submit-record",
        &[plain(&[Field::choice("reason", HoldReason::LIST, LOST).required().hint(), WHEN])],
    ),
    ActForm::new(
        Kind::ReferralReentryAsked,
        "f-referral-reentry-asked-submit",
        &[plain(&[Field::date("from").required()])],
    ),
    ActForm::new(Kind::ReferralReentered, "submit-record", &[plain(&[Field::date("from").required()])]),
    ActForm::new(
        Kind::ReferralServiceReported,
        "f-referral-service-reported-submit",
        &[
            headed(
                "f-referral-service-reported-outcomes-section",
                &[Field::repeat(
                    "outcomes",
                    1,
                    2,
                    8,
                    &[
                        Field::long_text("hoped", SHORT).required(),
                        Field::choice("reached", Reached::LIST, Reached::CODES).required(),
                        Field::long_text("note", SHORT).required(),
                    ],
                )
                .hint()],
            ),
            headed(
                "f-referral-service-reported-person",
                &[Field::choice("person_read", YesNo::LIST, YesNo::CODES).required().hint()],
            ),
        ],
    ),
    ActForm::new(
        Kind::ReferralWelfareNoted,
        "f-referral-welfare-noted-submit",
        &[plain(&[
            Field::long_text("asked", SHORT).required().hint(),
            Field::choice("agreed", YesNo::LIST, YesNo::CODES).required().hint(),
        ])],
    ),
    ActForm::new(
        Kind::ReferralDangerDisclosed,
        "f-referral-danger-disclosed-submit",
        &[
            headed(
                "f-referral-danger-disclosed-what",
                &[
                    Field::choice("danger", Danger::LIST, Danger::CODES).required(),
                    Field::long_text("facts", SHORT).required().hint(),
                    line("told").required().hint(),
                    Field::moment("told_at").required(),
                ],
            ),
            headed(
                "f-referral-danger-disclosed-person",
                &[
                    Field::choice("person_told", YesNo::LIST, YesNo::CODES).required().hint(),
                    Field::date("tell_by").hint(),
                    Field::long_text("why_later", SHORT).hint(),
                ],
            ),
        ],
    ),
    ActForm::new(
        Kind::ReferralDangerAnswered,
        "f-referral-danger-answered-submit",
        &[plain(&[carried("disclosed"), Field::long_text("done", SHORT).required().hint()])],
    ),
    ActForm::new(Kind::ReferralConcluded, "f-referral-concluded-submit", &[plain(&[])]),
    ActForm::new(
        Kind::ReferralWithdrawn,
        "f-referral-withdrawn-submit",
        &[plain(&[Field::choice("reason", WithdrawReason::LIST, WithdrawReason::CODES).required(), WHEN])],
    ),
];
