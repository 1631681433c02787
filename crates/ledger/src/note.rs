//! Signed notes (c2sp.org/signed-note) with Ed25519, and the reading of witness cosignatures
//! (c2sp.org/tlog-cosignature, v1).
//!
//! Signs as a ledger, never as a witness. Knows two key types: `0x01` Ed25519 and `0x04` timestamped Ed25519
//! cosignature; signatures of any other type are carried along unread.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest as _, Sha256};

use crate::error::Error;

/// Longest note that is read, in bytes.
pub const MAX_NOTE: usize = 1_000_000;

/// Most signatures read on one note.
pub const MAX_SIGNATURES: usize = 100;

/// Name of a signing key; a ledger's key is named by its origin.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeyName(String);

impl KeyName {
    /// A name of 1 to 255 bytes without white space, control characters or plus signs, such as
    /// `passerelle.example/casework`.
    pub fn new(name: &str) -> Result<Self, Error> {
        let forbidden = |c: char| c.is_whitespace() || c.is_control() || c == '+';
        if name.is_empty() || name.len() > 255 || name.contains(forbidden) {
            return Err(Error::KeyName);
        }
        Ok(Self(name.to_owned()))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for KeyName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a key signs, by the type byte of the signed-note registry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyType {
    /// `0x01`: Ed25519 over the note text. A ledger's key.
    Ed25519,
    /// `0x04`: Ed25519 over a cosignature header, a time and the note text. A witness's key.
    CosignatureV1,
}

impl KeyType {
    fn byte(self) -> u8 {
        match self {
            Self::Ed25519 => 0x01,
            Self::CosignatureV1 => 0x04,
        }
    }
}

/// A public key with its name, written as `name+id+key`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifierKey {
    name: KeyName,
    key_type: KeyType,
    public: VerifyingKey,
}

impl VerifierKey {
    /// From the 32 bytes of an Ed25519 public key. Keys of small order, under which forging is easy, are refused.
    pub fn new(name: KeyName, key_type: KeyType, public: &[u8; 32]) -> Result<Self, Error> {
        let public = VerifyingKey::from_bytes(public).map_err(|_| Error::VerifierKey("not an Ed25519 public key"))?;
        if public.is_weak() {
            return Err(Error::VerifierKey("a public key of small order"));
        }
        Ok(Self { name, key_type, public })
    }

    /// Reads the text form, in the one spelling it has.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let (name, rest) = text.split_once('+').ok_or(Error::VerifierKey("no plus sign"))?;
        let (_, encoded) = rest.split_once('+').ok_or(Error::VerifierKey("only one plus sign"))?;
        let material = STANDARD.decode(encoded).map_err(|_| Error::VerifierKey("the key is not base64"))?;
        let (key_type, public) = match material.split_first() {
            Some((0x01, public)) => (KeyType::Ed25519, public),
            Some((0x04, public)) => (KeyType::CosignatureV1, public),
            _ => return Err(Error::VerifierKey("the key type is not known")),
        };
        let public = public.try_into().map_err(|_| Error::VerifierKey("not an Ed25519 public key"))?;
        let key = Self::new(KeyName::new(name)?, key_type, public)?;
        if key.to_string() == text { Ok(key) } else { Err(Error::VerifierKey("the id is not that of the key")) }
    }

    /// Name of the key.
    pub fn name(&self) -> &KeyName {
        &self.name
    }

    /// The 32 bytes of the public key.
    pub fn public_key(&self) -> [u8; 32] {
        self.public.to_bytes()
    }

    /// What the key signs.
    pub fn key_type(&self) -> KeyType {
        self.key_type
    }

    /// First four bytes of `SHA-256(name || 0x0A || type || public key)`.
    pub fn id(&self) -> [u8; 4] {
        let digest = Sha256::new()
            .chain_update(self.name.0.as_bytes())
            .chain_update([b'\n', self.key_type.byte()])
            .chain_update(self.public.as_bytes())
            .finalize();
        let [a, b, c, d, ..] = <[u8; 32]>::from(digest);
        [a, b, c, d]
    }

    /// Whether a signature line speaks of this key; whether it is true is another question.
    fn is_named_by(&self, signature: &NoteSignature) -> bool {
        signature.name == self.name && signature.key_id == self.id()
    }

    /// Verifies one signature over a note text. Gives the time a witness stated, in seconds since the Unix epoch.
    fn verify(&self, text: &str, signature: &NoteSignature) -> Result<Option<u64>, Error> {
        let is_false = || Error::FalseSignature(self.name.to_string());
        match self.key_type {
            KeyType::Ed25519 => {
                let bytes = signature.bytes.as_slice().try_into().map_err(|_| is_false())?;
                self.public.verify_strict(text.as_bytes(), &Signature::from_bytes(bytes)).map_err(|_| is_false())?;
                Ok(None)
            }
            KeyType::CosignatureV1 => {
                let (time, bytes) = signature.bytes.split_first_chunk::<8>().ok_or_else(is_false)?;
                let time = u64::from_be_bytes(*time);
                let bytes = bytes.try_into().map_err(|_| is_false())?;
                if i64::try_from(time).is_err() {
                    return Err(is_false());
                }
                let message = format!("cosignature/v1\ntime {time}\n{text}");
                self.public.verify_strict(message.as_bytes(), &Signature::from_bytes(bytes)).map_err(|_| is_false())?;
                Ok(Some(time))
            }
        }
    }
}

impl fmt::Display for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut material = vec![self.key_type.byte()];
        material.extend_from_slice(self.public.as_bytes());
        write!(f, "{}+{}+{}", self.name, hex::encode(self.id()), STANDARD.encode(material))
    }
}

/// A ledger's private key. Wiped from memory when dropped.
pub struct Signer {
    name: KeyName,
    key: SigningKey,
}

impl Signer {
    /// From the 32 secret bytes of an Ed25519 key (RFC 8032, section 5.1.5). The caller wipes its own copy.
    pub fn new(origin: KeyName, secret: &[u8; 32]) -> Self {
        Self { name: origin, key: SigningKey::from_bytes(secret) }
    }

    /// Name of the key, which is the origin of the ledger it signs for.
    pub fn name(&self) -> &KeyName {
        &self.name
    }

    /// The public half, to give to those who verify.
    pub fn verifier_key(&self) -> VerifierKey {
        VerifierKey { name: self.name.clone(), key_type: KeyType::Ed25519, public: self.key.verifying_key() }
    }

    /// Signs a note text, which ends in a newline and holds no other control character.
    pub fn sign(&self, text: &str) -> Result<Note, Error> {
        let signature = NoteSignature {
            name: self.name.clone(),
            key_id: self.verifier_key().id(),
            bytes: self.key.sign(text.as_bytes()).to_bytes().to_vec(),
        };
        Note::new(text, vec![signature])
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Signer").field("name", &self.name).finish_non_exhaustive()
    }
}

/// One signature line, not yet verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteSignature {
    /// Name of the key it claims.
    pub name: KeyName,
    /// Id of the key it claims.
    pub key_id: [u8; 4],
    /// The signature, in whatever form that key's type gives it.
    pub bytes: Vec<u8>,
}

impl NoteSignature {
    /// Reads one line without its newline: em dash, space, name, space, base64 of key id and signature.
    pub fn parse(line: &str) -> Result<Self, Error> {
        let rest = line.strip_prefix("\u{2014} ").ok_or(Error::Note("a signature line does not start with a dash"))?;
        let (name, encoded) = rest.split_once(' ').ok_or(Error::Note("a signature line has no signature"))?;
        let name = KeyName::new(name).map_err(|_| Error::Note("a signature line has no key name"))?;
        let decoded = STANDARD.decode(encoded).map_err(|_| Error::Note("a signature is not base64"))?;
        match decoded.split_first_chunk::<4>() {
            Some((key_id, bytes)) if !bytes.is_empty() => Ok(Self { name, key_id: *key_id, bytes: bytes.to_vec() }),
            _ => Err(Error::Note("a signature is too short")),
        }
    }
}

impl fmt::Display for NoteSignature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut decoded = self.key_id.to_vec();
        decoded.extend_from_slice(&self.bytes);
        write!(f, "\u{2014} {} {}", self.name, STANDARD.encode(decoded))
    }
}

/// A text with signatures. Displays exactly as it was read. Nothing in it is to be believed before [`Note::verify`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    text: String,
    signatures: Vec<NoteSignature>,
}

impl Note {
    /// Puts a text and its signatures together.
    pub fn new(text: &str, signatures: Vec<NoteSignature>) -> Result<Self, Error> {
        let note = Self { text: text.to_owned(), signatures };
        // Whatever is written must read back as itself.
        if Self::parse(&note.to_string())? == note {
            Ok(note)
        } else {
            Err(Error::Note("the text has no newline at its end"))
        }
    }

    /// Reads a note of at most [`MAX_NOTE`] bytes and [`MAX_SIGNATURES`] signatures.
    pub fn parse(note: &str) -> Result<Self, Error> {
        if note.len() > MAX_NOTE {
            return Err(Error::Note("it is too long"));
        }
        if note.contains(|c| c < '\u{20}' && c != '\n') {
            return Err(Error::Note("it holds a control character"));
        }
        let (text, lines) = note.rsplit_once("\n\n").ok_or(Error::Note("no empty line before signatures"))?;
        let lines = lines.strip_suffix('\n').ok_or(Error::Note("no newline at the end"))?;
        let signatures: Vec<NoteSignature> =
            lines.split('\n').take(MAX_SIGNATURES + 1).map(NoteSignature::parse).collect::<Result<_, _>>()?;
        if signatures.len() > MAX_SIGNATURES {
            return Err(Error::Note("too many signatures"));
        }
        Ok(Self { text: format!("{text}\n"), signatures })
    }

    /// The signed text, with its last newline.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The signature lines, verified or not.
    pub fn signatures(&self) -> &[NoteSignature] {
        &self.signatures
    }

    /// Adds a signature line, such as a witness answered. Verify the note afterwards.
    pub fn add(&mut self, signature: NoteSignature) -> Result<(), Error> {
        if self.signatures.contains(&signature) {
            return Ok(());
        }
        if self.signatures.len() >= MAX_SIGNATURES {
            return Err(Error::Note("too many signatures"));
        }
        self.signatures.push(signature);
        Ok(())
    }

    /// Succeeds when `key` signed this note and every line that claims that key is true. A witness's key gives the time
    /// it stated, in seconds since the Unix epoch.
    pub fn verify(&self, key: &VerifierKey) -> Result<Option<u64>, Error> {
        let mut verified = Err(Error::NotSigned(key.name.to_string()));
        for signature in self.signatures.iter().filter(|signature| key.is_named_by(signature)) {
            verified = Ok(key.verify(&self.text, signature)?);
        }
        verified
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        self.signatures.iter().try_for_each(|signature| writeln!(f, "{signature}"))
    }
}
