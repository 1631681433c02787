//! A place in a service lost through a measure: one form, an act in the case and one in the referral.

use super::{ActForm, Source, WHEN, carried, under};
use crate::form::Field;
use domain::{Act, Kind, kind::NotAnAct, referral::HoldReason};
use serde_json::{Value, json};

pub(super) static FORMS: &[ActForm] = &[ActForm::new(
    Kind::MeasurePlaceLost,
    "submit-record",
    &[under(
        "f-measure-place-lost-what",
        "mandela-38",
        &[carried("measure"), Field::pick("referral").required().hint(), WHEN],
    )],
)
.picks(&[("referral", Source::Referral)])
.composes(&[Kind::MeasurePlaceLost, Kind::ReferralPlaceLost])];

/// The two acts: `measure.place_lost` for the case, `referral.place_lost` for the stream of the referral that the first one names.
/// The cause is always the regime, never the person.
pub fn split(answer: &Value) -> Result<[Act; 2], NotAnAct> {
    let regime = json!({"reason": HoldReason::Regime.code()});
    Ok([decoded(Kind::MeasurePlaceLost, answer)?, decoded(Kind::ReferralPlaceLost, &regime)?])
}

pub(super) fn decoded(kind: Kind, body: &Value) -> Result<Act, NotAnAct> {
    kind.decode(kind.row().version, body.to_string().as_bytes())
}
