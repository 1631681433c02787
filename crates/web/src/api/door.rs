//! Signing in and out, and who one is.

use app::sign_in::{Attempt, PasswordRefused};
use app::step_up::SteppedUp;
use domain::{ActId, Moment};
use serde::{Deserialize, Deserializer};

use super::answers::{Fresh, Me, Nothing, SignedIn};
use super::contract::Contract;
use super::read;
use crate::answer::Answer;
use crate::cookie;
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::Visit;

const SIGN_IN: Contract = Contract::gives::<SignedIn>("SignedIn").form::<Given>("SignIn", &[]);
const FRESH: Contract = Contract::gives::<Fresh>("Fresh").form::<Code>("Code", &[]);
const PASSWORD: Contract = Contract::gives::<Nothing>("Nothing").form::<Password>("ChangePassword", &[]);
const ACT_FOR: Contract = Contract::gives::<Nothing>("Nothing").form::<ActFor>("ActFor", &[]);
const SIGN_OUT: Contract = Contract::gives::<Nothing>("Nothing").form::<Nothing>("Nothing", &[]);

/// The routes of this file.
pub(super) const ROUTES: &[Route] = &[
    Route::does("/api/v1/session", Asks::Nothing("the way in; says the same whatever is wrong"), SIGN_IN, sign_in),
    Route::does(super::STEP_UP, Asks::SignedIn("proves oneself again, for five minutes"), FRESH, fresh),
    Route::does("/api/v1/session/end", Asks::SignedIn("ends the own session"), SIGN_OUT, sign_out),
    Route::does("/api/v1/password", Asks::SignedIn("the own password"), PASSWORD, password),
    Route::does(
        "/api/v1/session/post",
        Asks::SignedIn("for which post the own session acts; only one that its holder stands in for"),
        ACT_FOR,
        act_for,
    ),
    Route::shows("/api/v1/me", Asks::SignedIn("the own account"), Contract::gives::<Me>("Me").needs(&[]), me),
];

/// Something that is typed and compared, never kept: taken as it is, up to 400 characters.
struct Typed(String);

impl Typed {
    const MAX: usize = 400;
}

impl<'de> Deserialize<'de> for Typed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if text.chars().count() > Self::MAX {
            return Err(serde::de::Error::custom(format!("it is longer than {} characters", Self::MAX)));
        }
        Ok(Self(text))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    sign_in: Typed,
    password: Typed,
    code: Typed,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Code {
    code: Typed,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Password {
    old: Typed,
    new: Typed,
}

/// The act by which one stands in; without one, the session is its holder's own again.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ActFor {
    #[serde(default)]
    cover: Option<ActId>,
}

fn act_for(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (actor, cookie) = (visit.actor()?, visit.cookie.as_deref().ok_or(Trouble::SignIn)?);
    let ActFor { cover } = read(visit)?;
    visit.app.act_for(actor, cookie, cover)?;
    Ok(Answer::open_json(&Nothing {}))
}

fn sign_in(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let asked: Given = read(visit)?;
    let reached = visit.site.settings.reached;
    let before = (visit.cookie.as_deref(), visit.client);
    match visit.app.sign_in_from(&asked.sign_in.0, &asked.password.0, &asked.code.0, before)? {
        Attempt::In { cookie, must_change, codes_left } => {
            let answer = Answer::open_json(&SignedIn { must_change, codes_left });
            Ok(answer.with_cookie(cookie::session(cookie.reveal(), reached)))
        }
        Attempt::NotRight => Err(Trouble::NotRight),
        Attempt::TooMany { until } => Err(too_many(visit, until)),
    }
}

fn too_many(visit: &Visit<'_>, until: Moment) -> Trouble {
    let seconds = until.since(visit.now()).max(0) / 1_000;
    Trouble::TooMany { seconds: u32::try_from(seconds).unwrap_or(u32::MAX).saturating_add(1) }
}

fn fresh(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (actor, cookie) = (visit.actor()?, visit.cookie.as_deref().ok_or(Trouble::SignIn)?);
    let asked: Code = read(visit)?;
    match visit.app.step_up(actor, cookie, &asked.code.0)? {
        SteppedUp::Fresh { cookie, until, codes_left } => {
            let answer = Answer::open_json(&Fresh { fresh_until: until, codes_left });
            Ok(answer.with_cookie(cookie::session(cookie.reveal(), visit.site.settings.reached)))
        }
        SteppedUp::NotRight => Err(Trouble::NotRight),
        SteppedUp::TooMany { until } => Err(too_many(visit, until)),
    }
}

fn sign_out(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let Nothing {} = read(visit)?;
    if let (Some(signed), Some(cookie)) = (&visit.signed, &visit.cookie) {
        visit.app.sign_out(&signed.actor, cookie)?;
    }
    Ok(Answer::open_json(&Nothing {}).with_cookie(cookie::no_session(visit.site.settings.reached)))
}

fn password(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let signed = visit.signed.as_ref().ok_or(Trouble::SignIn)?;
    let asked: Password = read(visit)?;
    let changed = visit.app.change_password(&signed.actor, &asked.old.0, &asked.new.0)?;
    let cookie = changed.map_err(|refused| match refused {
        PasswordRefused::TooMany { until } => too_many(visit, until),
        refused => Trouble::Password(refused),
    })?;
    Ok(Answer::open_json(&Nothing {}).with_cookie(cookie::session(cookie.reveal(), visit.site.settings.reached)))
}

fn me(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    if let Some(bearer) = &visit.bearer {
        return Ok(Answer::open_json(&Me {
            account: bearer.actor.account,
            organisation: bearer.actor.org,
            capacity: bearer.actor.capacity,
            name: bearer.name.clone(),
            ends_at: bearer.until,
            must_change: false,
            for_post: None,
            stands_in: Vec::new(),
        }));
    }
    let signed = visit.signed.as_ref().ok_or(Trouble::SignIn)?;
    let stands_in = visit.app.stands_in_for(&signed.actor)?;
    Ok(Answer::open_json(&Me {
        account: signed.actor.account,
        organisation: signed.actor.org,
        capacity: signed.actor.capacity,
        name: signed.name.clone(),
        ends_at: signed.session.ends_at,
        must_change: signed.session.must_change,
        for_post: signed.actor.stands_in.map(|stands| stands.post),
        stands_in: stands_in.iter().map(Into::into).collect(),
    }))
}
