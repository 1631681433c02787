//! A device that holds a passkey, in software: it makes a key pair and answers as an authenticator and a browser do, and on
//! demand says one thing wrong.
//!
//! Taken in by the tests of other crates too, by its path; whoever does has what its `super` names beside it. It writes the bytes by hand, from the specification and not with the
//! code that reads them.

use base64::Engine as _;
use p256::ecdsa::signature::Signer as _;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::{DerSignature, SigningKey, URL_SAFE_NO_PAD};

/// Somebody was there, and proved it.
pub const THERE_AND_PROVED: u8 = 0b101;

/// A device with one passkey.
#[derive(Clone)]
pub struct Device {
    /// Its private key.
    pub signing: SigningKey,
    /// The id of its passkey.
    pub id: Vec<u8>,
    /// What it calls its holder.
    pub holder: Vec<u8>,
    /// How often it was asked; it counts on with each answer, unless it begins with nothing and stays there.
    pub counter: u32,
}

/// What browser and device say, before it becomes bytes.
#[derive(Clone)]
pub struct Said {
    /// `webauthn.create` or `webauthn.get`.
    pub ceremony: &'static str,
    /// The challenge.
    pub challenge: Vec<u8>,
    /// The origin of the page.
    pub origin: String,
    /// What else the browser says.
    pub more: Vec<(&'static str, Value)>,
    /// The host that the passkey is bound to.
    pub host: String,
    /// Flags of the device, without those that follow from the ceremony.
    pub flags: u8,
    /// Its count.
    pub counter: u32,
    /// What follows in the data of the device.
    pub after: Vec<u8>,
}

impl Device {
    /// A device of its own for each number.
    pub fn new(number: u8) -> Self {
        let signing = SigningKey::from_bytes(&[number; 32].into()).unwrap();
        Self { signing, id: vec![number; 32], holder: Vec::new(), counter: 1 }
    }

    /// What it and a browser say when a page of this origin asks for a new passkey, or for an answer.
    pub fn says(&self, ceremony: &'static str, origin: &str, challenge: &[u8]) -> Said {
        let host = origin.split("://").nth(1).unwrap().split(':').next().unwrap().to_owned();
        Said {
            ceremony,
            challenge: challenge.to_vec(),
            origin: origin.to_owned(),
            more: vec![("crossOrigin", json!(false))],
            host,
            flags: THERE_AND_PROVED,
            counter: self.counter,
            after: Vec::new(),
        }
    }

    /// Makes its passkey for a page: what the script of the page writes into its field.
    pub fn creates(&mut self, origin: &str, challenge: &str, holder: &[u8]) -> String {
        self.holder = holder.to_vec();
        self.created(&self.says("webauthn.create", origin, &bytes(challenge))).to_string()
    }

    /// Answers a page, and counts on.
    pub fn answers(&mut self, origin: &str, challenge: &str) -> String {
        self.counter += 1;
        self.asserted(&self.says("webauthn.get", origin, &bytes(challenge))).to_string()
    }

    /// A new passkey, from what is said.
    pub fn created(&self, said: &Said) -> Value {
        let data = said.data(&self.attested(&self.key()));
        json!({"client_data": text(&said.client_data()), "attestation": text(&attestation(&data))})
    }

    /// An answer, from what is said.
    pub fn asserted(&self, said: &Said) -> Value {
        let data = said.data(&[]);
        let signed = [data.as_slice(), &Sha256::digest(said.client_data())].concat();
        let signature: DerSignature = self.signing.sign(&signed);
        json!({
            "id": text(&self.id), "client_data": text(&said.client_data()), "authenticator_data": text(&data),
            "signature": text(signature.as_bytes()), "user_handle": text(&self.holder),
        })
    }

    /// Its public key: a COSE key for ES256 (RFC 9053, section 7.1.1), in the canonical order.
    pub fn key(&self) -> Vec<u8> {
        let point = self.signing.verifying_key().to_sec1_point(false);
        let (x, y) = point.as_bytes()[1..].split_at(32);
        [&[0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20], x, &[0x22, 0x58, 0x20], y].concat()
    }

    /// The part of its data that brings a new passkey.
    pub fn attested(&self, key: &[u8]) -> Vec<u8> {
        let length = u16::try_from(self.id.len()).unwrap().to_be_bytes();
        [&[0; 16], length.as_slice(), &self.id, key].concat()
    }
}

impl Said {
    /// What the browser wrote down.
    pub fn client_data(&self) -> Vec<u8> {
        let mut said = json!({"type": self.ceremony, "challenge": text(&self.challenge), "origin": self.origin});
        for (name, value) in &self.more {
            said[*name] = value.clone();
        }
        said.to_string().into_bytes()
    }

    /// What the device wrote down.
    pub fn data(&self, attested: &[u8]) -> Vec<u8> {
        let flags = if attested.is_empty() { self.flags } else { self.flags | 0x40 };
        let host = Sha256::digest(&self.host);
        [host.as_slice(), &[flags], &self.counter.to_be_bytes(), attested, &self.after].concat()
    }
}

/// An attestation object of the kind "none".
pub fn attestation(data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap().to_be_bytes();
    [b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x59".as_slice(), &length, data].concat()
}

/// As base 64 for addresses.
pub fn text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// From base 64 for addresses.
pub fn bytes(text: &str) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(text).unwrap()
}
