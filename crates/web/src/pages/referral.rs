//! One referral: the minimal offer for whoever must answer it, and then everything from the name of a practitioner to the
//! report, for both sides.
//!
//! Parts that are not open to the reader are not here to be shown. What can be done is what the table allows and the
//! state of the referral makes possible; nothing else has a button.

mod acts;
mod course;
mod offer;
mod outlets;
mod possible;

use app::Disclosed;
use app::consult::{LookPage, ReferralFile};
use domain::referral_facts::ReferralState;
use domain::{Kind, ReferralId};

use crate::answer::Answer;
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::{Visit, usual_purpose};

const OPENS: Asks = Asks::Consult("one referral, the parts that are open to the reader");

/// The routes of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/referrals/{referral}", OPENS, show),
    Route::post(
        "/referrals/{referral}/answer",
        Asks::Perform("referral.accepted or referral.declined"),
        offer::answered,
    ),
    Route::get("/referrals/{referral}/do/{kind}", OPENS, acts::show),
    Route::post("/referrals/{referral}/do/{kind}", Asks::Perform("one act of a referral"), acts::send),
];

/// Opens the referral of the path.
fn open(visit: &Visit<'_>) -> Result<Disclosed<ReferralFile>, Trouble> {
    let (referral, actor): (ReferralId, _) = (visit.id("referral")?, visit.actor()?);
    let number = match visit.query.get("page") {
        Some(number) => number.parse().map_err(|_| Trouble::Unreadable)?,
        None => 0,
    };
    let looks = LookPage { size: 20, number };
    Ok(visit.app.referral_with_looks(actor, referral, usual_purpose(actor.capacity), looks)?)
}

fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let file = open(visit)?;
    if is_asked(&file) {
        return offer::show(visit, file);
    }
    Ok(Answer::page(&file.map(|file| course::page(visit, &file)))?)
}

/// Does the offer wait for this very reader?
fn is_asked(file: &ReferralFile) -> bool {
    file.facts.state == ReferralState::Offered && file.may.contains(&Kind::ReferralAccepted)
}
