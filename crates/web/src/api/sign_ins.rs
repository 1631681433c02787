//! The own sign-ins: where the asker is signed in, by which factors, what happened to the account; ending one session, and every
//! other one.
//!
//! For sessions alone: a token of a machine neither sees nor ends what its account's holder signs in with.

use app::own_sign_ins::{AccountEvent, OwnSignIns};
use domain::Line;
use serde::Deserialize;

use super::answers::{Ended, Factors, Nothing, SessionLine, SignInEvent, SignIns};
use super::contract::Contract;
use super::read;
use crate::answer::Answer;
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::Visit;

const OWN: Asks = Asks::Consult("the reader's own sessions and factors");
const CHANGES: Asks = Asks::SignedIn("the reader's own sessions");
const LIST: Contract = Contract::gives::<SignIns>("SignIns");
const END: Contract = Contract::gives::<Ended>("Ended").form::<EndSession>("EndSession", &[]);
const END_OTHERS: Contract = Contract::gives::<Ended>("Ended").form::<Nothing>("Nothing", &[]);

/// The routes of this file.
pub(super) const ROUTES: &[Route] = &[
    Route::shows("/api/v1/sign-ins", OWN, LIST, list),
    Route::does("/api/v1/sign-ins/end", CHANGES, END, end),
    Route::does("/api/v1/sign-ins/end-others", CHANGES, END_OTHERS, end_others),
];

/// Which session ends, as the list calls it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EndSession {
    session: Line,
}

fn list(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let cookie = visit.cookie.as_deref().ok_or(Trouble::SignIn)?;
    let found = visit.app.own_sign_ins(visit.actor()?, cookie)?;
    Ok(Answer::json(&found.map(told)))
}

fn told(found: OwnSignIns) -> SignIns {
    let OwnSignIns { sessions, factors, events, .. } = found;
    let session = |line: app::credential::SessionLine| SessionLine {
        session: line.handle,
        begun_at: line.begun_at,
        seen_at: line.seen_at,
        ends_at: line.ends_at,
        program: line.client.program,
        device: line.client.device,
        own: line.own,
    };
    let event = |AccountEvent { at, kind, credential, by }| SignInEvent { at, kind, credential, by };
    SignIns {
        sessions: sessions.into_iter().map(session).collect(),
        factors: Factors {
            telephone: factors.telephone,
            card: factors.card,
            codes_left: factors.codes_left,
            recovered_at: factors.recovered_at,
        },
        events: events.into_iter().map(event).collect(),
    }
}

/// One that is over already is as good as ended.
fn end(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let actor = visit.actor()?;
    let EndSession { session } = read(visit)?;
    let ended = visit.app.end_own_session(actor, session.as_str())?;
    Ok(Answer::open_json(&Ended { ended: u32::from(ended) }))
}

fn end_others(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (actor, cookie) = (visit.actor()?, visit.cookie.as_deref().ok_or(Trouble::SignIn)?);
    let Nothing {} = read(visit)?;
    let ended = visit.app.end_other_sessions(actor, cookie)?;
    Ok(Answer::open_json(&Ended { ended: u32::try_from(ended).unwrap_or(u32::MAX) }))
}
