//! What is sealed to a vault, and what opens it sealed to a holder: files in the age format, version 1, in base 64.
//!
//! The first lines of what is inside say where it belongs. Whatever was sealed for another place does not open here.

use std::io::{Read as _, Write as _};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use domain::text::Sealed;
use domain::{AccountId, OrgId, StreamId, Text};
use ledger::note::KeyName;
use zeroize::Zeroizing;

use crate::backup::{Decryptor, Encryptor, Identity, Recipient};
use crate::chance::Entropy;
use crate::refusal::Fault;

/// The least length of what is inside, in bytes; above it, powers of two. So a sealed note does not tell how long it is.
const SMALLEST: usize = 1024;

/// Seals a note that this account writes into this stream.
pub(crate) fn note(
    whose: (&KeyName, StreamId, AccountId),
    text: &Text,
    to: &Recipient,
    entropy: &dyn Entropy,
) -> Result<Sealed, Fault> {
    seal(&note_head(whose), text.as_str(), to, entropy)
}

/// Opens a note; nothing if it was not sealed to this vault, or for another place.
pub(crate) fn opened_note(
    whose: (&KeyName, StreamId, AccountId),
    identity: &Identity,
    sealed: &Sealed,
) -> Option<Text> {
    open(&note_head(whose), identity, sealed).and_then(|text| Text::new(&*text).ok())
}

fn note_head((origin, stream, account): (&KeyName, StreamId, AccountId)) -> String {
    format!("passerelle/v1 vault\n{origin}\n{stream}\n{account}\nnote.written/1\n\n")
}

/// Seals what opens a vault to the key of one holder.
pub(super) fn share(
    whose: (&KeyName, OrgId, AccountId),
    vault: &Identity,
    to: &Recipient,
    entropy: &dyn Entropy,
) -> Result<Sealed, Fault> {
    seal(&share_head(whose), &vault.reveal(), to, entropy)
}

/// What opens a vault, for a holder.
pub(super) fn opened_share(
    whose: (&KeyName, OrgId, AccountId),
    holder: &Identity,
    sealed: &Sealed,
) -> Result<Identity, Fault> {
    let text = open(&share_head(whose), holder, sealed).ok_or_else(|| Fault::unreadable("a share of a vault"))?;
    Identity::parse(&text)
}

fn share_head((origin, org, account): (&KeyName, OrgId, AccountId)) -> String {
    format!("passerelle/v1 vault share\n{origin}\n{org}\n{account}\n\n")
}

fn seal(head: &str, text: &str, to: &Recipient, entropy: &dyn Entropy) -> Result<Sealed, Fault> {
    let length = (head.len() + text.len()).next_power_of_two().max(SMALLEST);
    let mut inside = Zeroizing::new(Vec::with_capacity(length));
    inside.extend_from_slice(head.as_bytes());
    inside.extend_from_slice(text.as_bytes());
    inside.resize(length, 0);
    let mut encryptor = Encryptor::begin(Vec::new(), std::slice::from_ref(to), entropy)?;
    encryptor.write_all(&inside).map_err(Fault::unreadable)?;
    let file = encryptor.finish().map_err(Fault::unreadable)?;
    Sealed::new(STANDARD_NO_PAD.encode(file)).map_err(Fault::unreadable)
}

fn open(head: &str, identity: &Identity, sealed: &Sealed) -> Option<Zeroizing<String>> {
    let file = STANDARD_NO_PAD.decode(sealed.as_str()).ok()?;
    let mut inside = Zeroizing::new(Vec::with_capacity(file.len()));
    Decryptor::begin(file.as_slice(), identity).ok()?.read_to_end(&mut inside).ok()?;
    let rest = inside.strip_prefix(head.as_bytes())?;
    let length = rest.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
    let (text, _) = rest.split_at_checked(length)?;
    std::str::from_utf8(text).ok().map(|text| Zeroizing::new(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::SeededEntropy;

    #[test]
    fn a_note_opens_for_its_vault_in_its_place_and_nowhere_else() {
        let entropy = SeededEntropy::new(7);
        let (vault, other) = (Identity::draw(&entropy).unwrap(), Identity::draw(&entropy).unwrap());
        let origin = KeyName::new("prison.example/sealed").unwrap();
        let (stream, account) = (StreamId::from_bytes([1; 16]), AccountId::from_bytes([2; 16]));
        let text = Text::new("He asked about his sister.\nNothing else.").unwrap();
        let sealed = note((&origin, stream, account), &text, &vault.recipient(), &entropy).unwrap();
        assert_eq!(opened_note((&origin, stream, account), &vault, &sealed), Some(text));
        assert_eq!(opened_note((&origin, stream, account), &other, &sealed), None);
        assert_eq!(opened_note((&origin, StreamId::from_bytes([3; 16]), account), &vault, &sealed), None);
        assert_eq!(opened_note((&origin, stream, AccountId::from_bytes([3; 16])), &vault, &sealed), None);
    }

    #[test]
    fn a_sealed_note_does_not_tell_how_long_it_is() {
        let entropy = SeededEntropy::new(8);
        let vault = Identity::draw(&entropy).unwrap();
        let origin = KeyName::new("prison.example/sealed").unwrap();
        let whose = (&origin, StreamId::from_bytes([1; 16]), AccountId::from_bytes([2; 16]));
        let length = |text: &str| {
            let text = Text::new(text).unwrap();
            note(whose, &text, &vault.recipient(), &entropy).unwrap().as_str().len()
        };
        assert_eq!(length("x"), length(&"x".repeat(600)));
        assert!(length(&"x".repeat(4000)) > length("x"));
        assert!(length(&"\u{1f5dd}".repeat(4000)) < Sealed::MAX);
    }
}
