//! What a request to the API must not be: ambiguous. What comes twice, is not known or says two things is refused before
//! anything is asked of the application.

use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE};
use axum::http::{HeaderMap, HeaderName};

use crate::api::contract::Contract;
use crate::form::read_body;
use crate::trouble::Trouble;

/// Longest key by which a repeated request is recognised.
const LONGEST_KEY: usize = 200;

/// Every name of the query is one that the route has, and comes once.
pub(super) fn query(contract: Contract, query: Option<&str>) -> Result<(), Trouble> {
    let Some(query) = query else { return Ok(()) };
    let input = read_body(query.as_bytes()).map_err(|_| Trouble::Unreadable)?;
    for (place, (name, _)) in input.pairs().iter().enumerate() {
        let known = contract.query.iter().any(|taken| taken.name == name);
        let twice = input.pairs().iter().take(place).any(|(before, _)| before == name);
        if !known || twice {
            return Err(Trouble::Strange(name.clone()));
        }
    }
    Ok(())
}

/// The key by which a repeated request is recognised, if one came: once, printable, not too long.
pub(super) fn idempotency_key(headers: &HeaderMap) -> Result<Option<String>, Trouble> {
    let name = HeaderName::from_static("idempotency-key");
    let strange = || Trouble::Strange("idempotency-key".to_owned());
    let mut keys = headers.get_all(&name).iter();
    let Some(key) = keys.next() else { return Ok(None) };
    let key = key.to_str().map_err(|_| strange())?;
    let fit = !key.is_empty() && key.len() <= LONGEST_KEY && key.bytes().all(|byte| byte.is_ascii_graphic());
    if fit && keys.next().is_none() { Ok(Some(key.to_owned())) } else { Err(strange()) }
}

/// The body is said to be of this type, once, and in no other writing than UTF-8.
pub(super) fn content_type(headers: &HeaderMap, wanted: &str) -> Result<(), Trouble> {
    let mut said = headers.get_all(CONTENT_TYPE).iter();
    let (Some(said), None) = (said.next(), said.next()) else { return Err(Trouble::WrongType) };
    let said = said.to_str().map_err(|_| Trouble::WrongType)?.to_ascii_lowercase();
    let mut parts = said.split(';').map(str::trim);
    let is_wanted = parts.next() == Some(wanted);
    let plain = |part: &str| part.is_empty() || matches!(part, "charset=utf-8" | "charset=\"utf-8\"");
    if is_wanted && parts.all(plain) { Ok(()) } else { Err(Trouble::WrongType) }
}

/// The secret of a token, if one came: once, and with no cookie beside it, for a request speaks for one alone.
pub(super) fn bearer(headers: &HeaderMap) -> Result<Option<String>, Trouble> {
    let mut said = headers.get_all(AUTHORIZATION).iter();
    let Some(first) = said.next() else { return Ok(None) };
    let cookies = headers.get_all(COOKIE).iter().any(|cookie| !cookie.as_bytes().trim_ascii().is_empty());
    if said.next().is_some() || cookies {
        return Err(Trouble::Strange("authorization".to_owned()));
    }
    let first = first.to_str().map_err(|_| Trouble::Token)?;
    let (scheme, secret) = first.split_once(' ').ok_or(Trouble::Token)?;
    if scheme.eq_ignore_ascii_case("bearer") { Ok(Some(secret.trim().to_owned())) } else { Err(Trouble::Token) }
}
