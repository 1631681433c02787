//! Everything that somebody of an organisation can ask for, as one text in which ids are numbered: two histories that must
//! look alike give the same text.

use std::collections::BTreeMap;

use access::Actor;
use app::Refusal;
use domain::look::Purpose;
use domain::referral::Accepted;
use domain::{ActId, ReferralId, StreamId};

use crate::acts;
use crate::house::House;

/// Ids are drawn at random in every history; what counts is which of them are the same.
pub fn without_ids(shown: &str) -> String {
    let of_an_id = |sign: char| sign.is_ascii_hexdigit() || sign == '-';
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    let mut plain = String::new();
    for piece in shown.split_inclusive(|sign| !of_an_id(sign)) {
        let word = piece.trim_end_matches(|sign| !of_an_id(sign));
        if word.len() == 36 && word.parse::<ActId>().is_ok() {
            let known = names.len();
            let name = *names.entry(word).or_insert(known);
            plain.extend(["#", &name.to_string(), piece.trim_start_matches(of_an_id)]);
        } else {
            plain.push_str(piece);
        }
    }
    plain
}

/// Everything that somebody of the organisation can ask for, and how it is answered.
pub fn visible(house: &House, actor: &Actor, case: StreamId, referral: ReferralId) -> String {
    let app = house.app();
    let unknown = house.fresh();
    let said = |refusal: Refusal| format!("{refusal:?}");
    let referral = app.referral(actor, referral, Purpose::Service).map(|file| format!("{:?}", *file));
    let answers = [
        format!("{:?}", *app.referrals(actor).unwrap()),
        format!("{:?}", *app.home(actor).unwrap()),
        referral.unwrap_or_else(said),
        format!("{:?}", *app.cases(actor, &app::consult::CaseFilter::default()).unwrap()),
        app.case(actor, case.into(), Purpose::Service).map_or_else(said, |_| String::new()),
        app.referral(actor, unknown.into(), Purpose::Service).map_or_else(said, |_| String::new()),
        app.findings(actor).map_or_else(said, |_| String::new()),
        said(house.refused(actor, case, acts::needs())),
        said(house.refused(actor, unknown, Accepted { note: None })),
        format!("{:?}", *app.services(actor, &app::consult::ServicesAsked::default()).unwrap()),
        format!("{:?}", *app.organisations(actor).unwrap()),
        format!("{:?}", *app.colleagues(actor, domain::Capacity::CsoPractitioner).unwrap()),
    ];
    without_ids(&answers.join("\n"))
}
