//! Cookies: the session, the token of a visitor who is not signed in, the chosen language. Nothing else is kept in a browser.

use std::collections::BTreeMap;

use crate::headers::Reached;
use crate::words::Language;

/// The visitor's token: what forms carry before anybody is signed in.
pub const VISITOR: &str = "passerelle-visit";
/// The chosen language.
pub const LANGUAGE: &str = "passerelle-language";

/// The name of the session cookie. Over https it has the prefix that keeps it on this host and path.
pub fn session_name(reached: Reached) -> &'static str {
    match reached {
        Reached::OverHttps => "__Host-passerelle",
        Reached::Plainly => "passerelle",
    }
}

/// Reads the cookies of a request. The first of a name counts.
pub fn read(header: &str) -> BTreeMap<String, String> {
    let mut cookies = BTreeMap::new();
    for pair in header.split(';') {
        if let Some((name, value)) = pair.trim().split_once('=') {
            cookies.entry(name.to_owned()).or_insert_with(|| value.to_owned());
        }
    }
    cookies
}

fn made(name: &str, value: &str, reached: Reached, rest: &str) -> String {
    let secure = if reached == Reached::OverHttps { "; Secure" } else { "" };
    format!("{name}={value}; Path=/; HttpOnly{secure}; SameSite=Strict{rest}")
}

/// Sets the session.
pub fn session(value: &str, reached: Reached) -> String {
    made(session_name(reached), value, reached, "")
}

/// Ends the session.
pub fn no_session(reached: Reached) -> String {
    made(session_name(reached), "", reached, "; Max-Age=0")
}

/// Sets the visitor's token.
pub fn visitor(value: &str, reached: Reached) -> String {
    made(VISITOR, value, reached, "")
}

/// Keeps the chosen language for a year.
pub fn language(language: Language, reached: Reached) -> String {
    made(LANGUAGE, language.tag(), reached, "; Max-Age=31536000")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_cookie_of_a_name_counts() {
        let cookies = read("a=1; b=2; a=3; =4; c");
        assert_eq!(cookies.get("a").map(String::as_str), Some("1"));
        assert_eq!(cookies.get("b").map(String::as_str), Some("2"));
        assert_eq!(cookies.get("c"), None);
    }

    #[test]
    fn a_session_over_https_stays_on_its_host() {
        let cookie = session("x", Reached::OverHttps);
        assert_eq!(cookie, "__Host-passerelle=x; Path=/; HttpOnly; Secure; SameSite=Strict");
    }
}
