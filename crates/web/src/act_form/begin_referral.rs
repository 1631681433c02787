//! Beginning a referral: one form, three acts. `referral.begun` stands in the case; the offer and the package stand in the new stream of
//! the referral, where nothing leads back to the case.
//!
//! The form asks for no organisation: it is the one that offers the service. The page looks it up and draws the new id.

use super::{ActForm, SHORT, Source, carried, line, place_lost::decoded, under};
use crate::form::Field;
use domain::{Act, Kind, OrgId, ReferralId, ServiceId, assessment::NeedArea, kind::NotAnAct};
use serde_json::{Map, Value, json};

pub(super) static FORMS: &[ActForm] = &[ActForm::new(
    Kind::ReferralBegun,
    "f-referral-begun-submit",
    &[
        under(
            "f-referral-begun-which",
            "mandela-88",
            &[
                carried("plan"),
                Field::pick("goal").required(),
                Field::pick("service").required(),
                Field::pick("consent").required().hint(),
            ],
        ),
        under(
            "f-referral-begun-offer",
            "offer-minimal",
            &[
                Field::text("offered.alias", 40).required().hint(),
                Field::choice("offered.need", NeedArea::LIST, NeedArea::CODES).required(),
                Field::long_text("offered.asked", SHORT).required().hint(),
                Field::lines("offered.languages", 8, 80).required(),
                line("offered.place").required(),
                line("offered.contact").required().hint(),
                Field::date("offered.answer_by").required().hint(),
                Field::date("offered.first_meeting_by").required(),
            ],
        ),
        under(
            "f-referral-begun-package",
            "mandela-9",
            &[
                line("package.name").required(),
                line("package.called"),
                Field::long_text("package.goal", SHORT).required(),
                Field::long_text("package.step", SHORT).required(),
                Field::long_text("package.visiting", SHORT).required().hint(),
                Field::date("package.release_on").hint(),
                line("package.basis").required().hint(),
                Field::date("package.until").required(),
            ],
        ),
    ],
)
.picks(&[("goal", Source::Goal), ("service", Source::Services), ("consent", Source::Consent)])
.numbers(&["goal"])
.in_order(&[("offered.answer_by", "offered.first_meeting_by")])
.composes(&[Kind::ReferralBegun, Kind::ReferralOffered, Kind::ReferralPackageReleased])];

/// What only the page knows when a referral begins.
#[derive(Clone, Copy, Debug)]
pub struct Parties {
    /// The new referral.
    pub referral: ReferralId,
    /// The organisation that offers the service.
    pub org: OrgId,
    /// The organisation that sends.
    pub from: OrgId,
}

/// The three acts of a beginning.
#[derive(Clone, Debug)]
pub struct Beginning {
    /// For the stream of the case.
    pub begun: Act,
    /// For the stream of the referral, first.
    pub offered: Act,
    /// For the stream of the referral, second.
    pub package: Act,
}

/// The service that was picked, to look up who offers it.
pub fn service(answer: &Value) -> Option<ServiceId> {
    answer.get("service")?.as_str()?.parse().ok()
}

/// The three acts that an answer to the form means.
pub fn split(answer: &Value, parties: Parties) -> Result<Beginning, NotAnAct> {
    let (referral, org, from) = (parties.referral.to_string(), parties.org.to_string(), parties.from.to_string());
    let service = answer.get("service").cloned().unwrap_or_default();
    let mut begun = object(Some(answer));
    begun.remove("offered");
    begun.remove("package");
    begun.extend(object(Some(&json!({"referral": referral, "org": org}))));
    let mut offered = object(answer.get("offered"));
    offered.extend(object(Some(&json!({"service": service, "org": org, "from": from}))));
    let mut package = object(answer.get("package"));
    package.insert("version".to_owned(), Value::from(1));
    Ok(Beginning {
        begun: decoded(Kind::ReferralBegun, &Value::Object(begun))?,
        offered: decoded(Kind::ReferralOffered, &Value::Object(offered))?,
        package: decoded(Kind::ReferralPackageReleased, &Value::Object(package))?,
    })
}

fn object(value: Option<&Value>) -> Map<String, Value> {
    value.and_then(Value::as_object).cloned().unwrap_or_default()
}
