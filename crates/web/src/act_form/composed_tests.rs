//! Forms that make several acts at once.

use super::tests::{sample, words};
use super::{begin_referral, of, place_lost};
use crate::words::Language;
use domain::{Kind, OrgId, ReferralId};
use serde_json::{Value, json};

/// What the form of a new referral would have read, from the samples of its three acts.
pub(super) fn answer() -> Value {
    let mut begun = sample(Kind::ReferralBegun);
    let mut offered = sample(Kind::ReferralOffered);
    let mut package = sample(Kind::ReferralPackageReleased);
    for (body, looked_up) in [
        (&mut begun, &["referral", "org"][..]),
        (&mut offered, &["service", "org", "from"]),
        (&mut package, &["version"]),
    ] {
        for key in looked_up {
            body.as_object_mut().unwrap().remove(*key);
        }
    }
    begun["offered"] = offered;
    begun["package"] = package;
    begun
}

#[test]
fn one_answer_is_the_beginning_the_offer_and_the_package() {
    let words = words(Language::En);
    let form = of(Kind::ReferralBegun).unwrap();
    let input = form.fill(&answer(), None, words.zone());
    let (read, _) = form.parse(&input, &words).unwrap();
    assert_eq!(read, answer());
    let begun = sample(Kind::ReferralBegun);
    let id = |key: &str| begun[key].as_str().unwrap().to_owned();
    let from = sample(Kind::ReferralOffered)["from"].as_str().unwrap().to_owned();
    let parties = begin_referral::Parties {
        referral: id("referral").parse::<ReferralId>().unwrap(),
        org: id("org").parse::<OrgId>().unwrap(),
        from: from.parse().unwrap(),
    };
    assert_eq!(begin_referral::service(&read).unwrap().to_string(), id("service"));
    let acts = begin_referral::split(&read, parties).unwrap();
    assert_eq!(acts.begun.to_value().unwrap(), begun);
    assert_eq!(acts.offered.to_value().unwrap(), sample(Kind::ReferralOffered));
    assert_eq!(acts.package.to_value().unwrap(), sample(Kind::ReferralPackageReleased));
}

#[test]
fn an_offer_says_neither_name_nor_plan_nor_consent() {
    let words = words(Language::En);
    let form = of(Kind::ReferralBegun).unwrap();
    let (read, _) = form.parse(&form.fill(&answer(), None, words.zone()), &words).unwrap();
    let id = || ReferralId::from_bytes([1; 16]);
    let parties =
        begin_referral::Parties { referral: id(), org: OrgId::from_bytes([2; 16]), from: OrgId::from_bytes([3; 16]) };
    let offered = begin_referral::split(&read, parties).unwrap().offered.to_value().unwrap().to_string();
    for kept_back in ["name", "plan", "consent", &id().to_string()] {
        assert!(!offered.contains(kept_back), "{kept_back}");
    }
}

#[test]
fn a_lost_place_is_told_to_the_case_and_to_the_referral_and_its_cause_is_the_regime() {
    let [case, referral] = place_lost::split(&sample(Kind::MeasurePlaceLost)).unwrap();
    assert_eq!(case.to_value().unwrap(), sample(Kind::MeasurePlaceLost));
    assert_eq!((referral.kind(), referral.to_value().unwrap()), (Kind::ReferralPlaceLost, json!({"reason": "regime"})));
    assert!(place_lost::split(&Value::Null).is_err());
}
