//! The part of a form that asks the browser for a passkey. Hidden until the small script has found that it can.
//!
//! It carries no secret: a challenge, and ids that the reader's own devices know. Without script nothing of it is seen.

use app::credential::{CHALLENGE_LASTS, Challenge, PasskeyId, PublicAddress};
use app::passkeys::ToAdd;
use askama::{Template, filters::HtmlSafe};

use crate::assets::Assets;
use crate::words::Words;

/// Asks for a new passkey, or for an answer of one.
#[derive(Clone, Debug, Template)]
#[template(path = "parts/passkey.html")]
pub struct AskPasskey {
    ceremony: &'static str,
    origin: String,
    host: String,
    challenge: String,
    /// Milliseconds.
    lasts: i64,
    have: String,
    new: Option<New>,
    button: Option<String>,
    /// What may have to be said, and when.
    sentences: Vec<(&'static str, String)>,
    script: &'static str,
}

/// What a device is told of a new passkey.
#[derive(Clone, Debug)]
struct New {
    installation: String,
    holder: String,
    sign_in: String,
}

impl HtmlSafe for AskPasskey {}

impl AskPasskey {
    /// Asks for an answer, by a button with these words; of one of these passkeys, or of whichever there is.
    pub fn to_answer(
        words: &Words,
        address: &PublicAddress,
        challenge: &Challenge,
        have: &[PasskeyId],
        button: &str,
    ) -> Self {
        let button = Some(words.say(button).into_owned());
        Self { button, ..Self::asking("get", words, address, challenge, have) }
    }

    /// Asks for a new one when the form is sent.
    pub fn to_add(words: &Words, address: &PublicAddress, to_add: &ToAdd) -> Self {
        let new = New {
            installation: to_add.installation.clone(),
            holder: to_add.holder_coded(),
            sign_in: to_add.sign_in.clone(),
        };
        Self { new: Some(new), ..Self::asking("create", words, address, &to_add.challenge, &to_add.have) }
    }

    fn asking(
        ceremony: &'static str,
        words: &Words,
        address: &PublicAddress,
        challenge: &Challenge,
        have: &[PasskeyId],
    ) -> Self {
        let say = |key: &str| words.say(key).into_owned();
        Self {
            ceremony,
            origin: address.origin().to_owned(),
            host: address.host().to_owned(),
            challenge: challenge.coded(),
            lasts: CHALLENGE_LASTS,
            have: have.iter().map(PasskeyId::coded).collect::<Vec<_>>().join(" "),
            new: None,
            button: None,
            sentences: vec![
                ("elsewhere", words.say1("passkey-elsewhere", "address", address.origin()).into_owned()),
                ("unable", say("passkey-unable")),
                ("late", say("passkey-late")),
                ("failed", say(if ceremony == "create" { "passkey-not-made" } else { "passkey-no-answer" })),
                ("have", say("passkey-have")),
            ],
            script: Assets::passkey_path(),
        }
    }

    /// For tests and the gallery.
    pub fn sample(words: &Words) -> Self {
        let address = PublicAddress::of_this_machine(8080);
        Self::to_answer(words, &address, &Challenge::sample(), &[], "passkey-sign-in")
    }
}
