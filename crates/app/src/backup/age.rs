//! The age format, version 1 (age-encryption.org/v1, C2SP), for X25519 recipients: a file that any of several people can
//! open with a key that is not on the server. Other programs read and write the same files.
//!
//! Input and output are streams; nothing is held but one chunk. It knows nothing of what the file holds, and of the
//! format only what is needed: no passphrases, no armour, no plugins.

use std::io::{self, Read, Write};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use chacha20poly1305::aead::Aead as _;
use chacha20poly1305::{ChaCha20Poly1305, KeyInit as _, Nonce};
use curve25519_dalek::MontgomeryPoint;
use hmac::{Hmac, Mac as _};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::bech32;
use crate::chance::{Entropy, draw};
use crate::refusal::Fault;

const FIRST_LINE: &str = "age-encryption.org/v1";
const STANZA: &str = "age-encryption.org/v1/X25519";
const CHUNK: usize = 64 * 1024;
const TAG: usize = 16;
/// Longest header that is read, in bytes. Ours have under a kilobyte.
const LONGEST_HEADER: u64 = 64 * 1024;

/// The public half: whom a file is written for. Text that begins with `age1`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient([u8; 32]);

impl Recipient {
    /// Reads `age1…`.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        Ok(Self(bech32::read("age", text.trim())?))
    }
}

impl std::fmt::Display for Recipient {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&bech32::written("age", &self.0))
    }
}

/// The private half: opens what was written for its recipient. Kept offline, never on the server.
pub struct Identity(Zeroizing<[u8; 32]>);

impl Identity {
    /// Draws a new one.
    pub fn draw(entropy: &dyn Entropy) -> Result<Self, Fault> {
        Ok(Self(Zeroizing::new(draw(entropy)?)))
    }

    /// Reads the text of a key file: the line that begins with `AGE-SECRET-KEY-1`; empty lines and `#` lines are passed over.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        let (Some(line), None) = (lines.next(), lines.next()) else {
            return Err(Fault::unreadable("a key file has exactly one line that begins with AGE-SECRET-KEY-1"));
        };
        Ok(Self(Zeroizing::new(bech32::read("age-secret-key-", line)?)))
    }

    /// The public half.
    pub fn recipient(&self) -> Recipient {
        Recipient(MontgomeryPoint::mul_base_clamped(*self.0).to_bytes())
    }

    /// The text that a key file holds.
    pub fn reveal(&self) -> Zeroizing<String> {
        Zeroizing::new(bech32::written("age-secret-key-", &self.0).to_ascii_uppercase())
    }
}

/// Why a file could not be opened. Each says what to do.
#[derive(Debug, thiserror::Error)]
pub enum NotOpened {
    /// It is not an age file.
    #[error("this is not an encrypted backup: give the file that `passerelle backup` wrote, unchanged")]
    NotAge,
    /// The header was changed.
    #[error("the beginning of the file was changed or damaged: take another copy of this backup")]
    Header,
    /// No stanza opens with this key.
    #[error("this key does not open this backup: give the key file of one of the two recipients it was written for")]
    WrongKey,
    /// The end is missing.
    #[error("the file is cut off: take another copy of this backup, a whole one")]
    Truncated,
    /// A chunk does not open where it stands, or something follows the end.
    #[error(
        "the file is cut off, was changed or put together from pieces, or has something after its end: \
         take another copy of this backup"
    )]
    Changed,
    /// Reading failed.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl From<NotOpened> for io::Error {
    fn from(why: NotOpened) -> Self {
        match why {
            NotOpened::Io(error) => error,
            why => Self::new(io::ErrorKind::InvalidData, why),
        }
    }
}

/// HKDF with SHA-256 (RFC 5869), for one block of output.
fn derived(secret: &[u8], salt: &[u8], info: &str) -> Zeroizing<[u8; 32]> {
    let extracted = Zeroizing::new(mac(salt, &[secret]));
    Zeroizing::new(mac(&*extracted, &[info.as_bytes(), &[1]]))
}

fn mac(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    // A key of any length is taken; the empty arm is never reached.
    let Ok(mut mac) = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(key) else { return [0; 32] };
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// The key that wraps the file key for one recipient. Nothing for a point of small order, which every sender would share.
fn wrapping_key(shared: MontgomeryPoint, share: &[u8; 32], recipient: &[u8; 32]) -> Option<Zeroizing<[u8; 32]>> {
    let shared = Zeroizing::new(shared.to_bytes());
    let used = shared.iter().any(|byte| *byte != 0);
    used.then(|| derived(&*shared, &[&share[..], &recipient[..]].concat(), STANZA))
}

fn cipher(key: &[u8; 32]) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new(key.into())
}

/// Writes a file for its recipients. Whatever is written is lost unless [`Encryptor::finish`] is called.
pub struct Encryptor<W: Write> {
    out: W,
    key: Zeroizing<[u8; 32]>,
    chunk: Zeroizing<Vec<u8>>,
    count: u64,
}

impl<W: Write> Encryptor<W> {
    /// Begins a file: writes its header.
    pub fn begin(mut out: W, recipients: &[Recipient], entropy: &dyn Entropy) -> Result<Self, Fault> {
        let file_key = Zeroizing::new(draw::<16>(entropy)?);
        let mut header = format!("{FIRST_LINE}\n");
        for recipient in recipients {
            let secret = Zeroizing::new(draw::<32>(entropy)?);
            let share = MontgomeryPoint::mul_base_clamped(*secret).to_bytes();
            let shared = MontgomeryPoint(recipient.0).mul_clamped(*secret);
            let key = wrapping_key(shared, &share, &recipient.0).ok_or_else(|| {
                Fault::unreadable(format!("{recipient} is not a key that anything may be written for"))
            })?;
            let wrapped = cipher(&key)
                .encrypt(&Nonce::default(), &file_key[..])
                .map_err(|_| Fault::unreadable("a file key could not be wrapped"))?;
            let (share, wrapped) = (STANDARD_NO_PAD.encode(share), STANDARD_NO_PAD.encode(wrapped));
            header.extend(["-> X25519 ", &share, "\n", &wrapped, "\n"]);
        }
        header.push_str("---");
        let tag = mac(&*derived(&*file_key, &[], "header"), &[header.as_bytes()]);
        header.extend([" ", &STANDARD_NO_PAD.encode(tag), "\n"]);
        let nonce = draw::<16>(entropy)?;
        out.write_all(header.as_bytes()).and_then(|()| out.write_all(&nonce)).map_err(Fault::unreadable)?;
        let key = derived(&*file_key, &nonce, "payload");
        Ok(Self { out, key, chunk: Zeroizing::new(Vec::with_capacity(CHUNK)), count: 0 })
    }

    fn seal(&mut self, last: Last) -> io::Result<()> {
        let sealed = cipher(&self.key)
            .encrypt(&nonce_of(self.count, last), self.chunk.as_slice())
            .map_err(|_| io::Error::other("a chunk could not be sealed"))?;
        self.chunk.clear();
        self.count += 1;
        self.out.write_all(&sealed)
    }

    /// Seals the last chunk and gives the output back.
    pub fn finish(mut self) -> io::Result<W> {
        self.seal(Last::Yes)?;
        self.out.flush()?;
        Ok(self.out)
    }
}

impl<W: Write> Write for Encryptor<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A full chunk is sealed only when more follows, for the last one is marked as the last.
        if self.chunk.len() == CHUNK && !bytes.is_empty() {
            self.seal(Last::No)?;
        }
        let taken = bytes.len().min(CHUNK - self.chunk.len());
        let (now, _) = bytes.split_at_checked(taken).unwrap_or((bytes, &[]));
        self.chunk.extend_from_slice(now);
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Is it the last chunk?
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    No,
    Yes,
}

fn nonce_of(count: u64, last: Last) -> Nonce {
    let mut nonce = [0_u8; 12];
    for (to, from) in nonce.iter_mut().skip(3).zip(count.to_be_bytes()) {
        *to = from;
    }
    if let Some(flag) = nonce.last_mut() {
        *flag = u8::from(last == Last::Yes);
    }
    Nonce::from(nonce)
}

/// Reads a file that was written for the recipient of a key. Every byte it gives was authenticated; the end is reached only
/// where the file ends as it was written.
pub struct Decryptor<R: Read> {
    from: R,
    key: Zeroizing<[u8; 32]>,
    chunk: Zeroizing<Vec<u8>>,
    given: usize,
    ahead: Option<u8>,
    count: u64,
    ended: bool,
}

impl<R: Read> Decryptor<R> {
    /// Reads the header and finds the stanza that this key opens.
    pub fn begin(mut from: R, identity: &Identity) -> Result<Self, NotOpened> {
        let mut left = LONGEST_HEADER;
        if line(&mut from, &mut left)? != FIRST_LINE {
            return Err(NotOpened::NotAge);
        }
        let (mut signed, mut file_key) = (format!("{FIRST_LINE}\n"), None);
        let tag = loop {
            let text = line(&mut from, &mut left)?;
            if let Some(tag) = text.strip_prefix("--- ") {
                signed.push_str("---");
                break tag.to_owned();
            }
            let stanza = text.strip_prefix("-> ").ok_or(NotOpened::Header)?.to_owned();
            signed.extend([text.as_str(), "\n"]);
            let mut body = String::new();
            loop {
                let part = line(&mut from, &mut left)?;
                signed.extend([part.as_str(), "\n"]);
                body.push_str(&part);
                if part.len() < 64 {
                    break;
                }
            }
            if file_key.is_none() {
                file_key = opened(identity, &stanza, &body);
            }
        };
        let file_key = file_key.ok_or(NotOpened::WrongKey)?;
        let tag = STANDARD_NO_PAD.decode(tag).map_err(|_| NotOpened::Header)?;
        let expected = mac(&*derived(&*file_key, &[], "header"), &[signed.as_bytes()]);
        if !bool::from(subtle::ConstantTimeEq::ct_eq(&tag[..], &expected[..])) {
            return Err(NotOpened::Header);
        }
        let mut nonce = [0_u8; 16];
        from.read_exact(&mut nonce).map_err(cut_off)?;
        let key = derived(&*file_key, &nonce, "payload");
        Ok(Self { from, key, chunk: Zeroizing::new(Vec::new()), given: 0, ahead: None, count: 0, ended: false })
    }

    /// Opens the next chunk. One byte is read beyond it, to know whether it must be the last.
    fn next(&mut self) -> Result<(), NotOpened> {
        let mut sealed = Vec::with_capacity(CHUNK + TAG + 1);
        sealed.extend(self.ahead.take());
        let wanted = u64::try_from(CHUNK + TAG + 1 - sealed.len()).unwrap_or(0);
        (&mut self.from).take(wanted).read_to_end(&mut sealed)?;
        let last = if sealed.len() > CHUNK + TAG {
            self.ahead = sealed.pop();
            Last::No
        } else {
            Last::Yes
        };
        let key = cipher(&self.key);
        let Ok(chunk) = key.decrypt(&nonce_of(self.count, last), &sealed[..]) else {
            // What ends here although it was written as something to be followed is cut off.
            let goes_on = last == Last::Yes && key.decrypt(&nonce_of(self.count, Last::No), &sealed[..]).is_ok();
            return Err(if goes_on || sealed.len() < TAG { NotOpened::Truncated } else { NotOpened::Changed });
        };
        if chunk.is_empty() && self.count > 0 {
            return Err(NotOpened::Changed);
        }
        self.chunk = Zeroizing::new(chunk);
        (self.given, self.count, self.ended) = (0, self.count + 1, last == Last::Yes);
        Ok(())
    }
}

impl<R: Read> Read for Decryptor<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if into.is_empty() {
            return Ok(0);
        }
        while self.given == self.chunk.len() {
            if self.ended {
                return Ok(0);
            }
            self.next()?;
        }
        let rest = self.chunk.get(self.given..).unwrap_or(&[]);
        let given = rest.len().min(into.len());
        for (to, from) in into.iter_mut().zip(rest) {
            *to = *from;
        }
        self.given += given;
        Ok(given)
    }
}

/// The file key, if this stanza is for this key.
fn opened(identity: &Identity, stanza: &str, body: &str) -> Option<Zeroizing<[u8; 16]>> {
    let share = STANDARD_NO_PAD.decode(stanza.strip_prefix("X25519 ")?).ok()?;
    let share: [u8; 32] = share.try_into().ok()?;
    let body = STANDARD_NO_PAD.decode(body).ok()?;
    let shared = MontgomeryPoint(share).mul_clamped(*identity.0);
    let key = wrapping_key(shared, &share, &identity.recipient().0)?;
    let opened = Zeroizing::new(cipher(&key).decrypt(&Nonce::default(), &body[..]).ok()?);
    opened.as_slice().try_into().ok().map(Zeroizing::new)
}

/// One line of the header, without its end.
fn line(from: &mut impl Read, left: &mut u64) -> Result<String, NotOpened> {
    let mut line = Vec::new();
    loop {
        let mut byte = [0_u8];
        from.read_exact(&mut byte).map_err(cut_off)?;
        *left = left.checked_sub(1).ok_or(NotOpened::NotAge)?;
        match byte {
            [b'\n'] => return String::from_utf8(line).map_err(|_| NotOpened::NotAge),
            [byte] => line.push(byte),
        }
    }
}

fn cut_off(error: io::Error) -> NotOpened {
    if error.kind() == io::ErrorKind::UnexpectedEof { NotOpened::Truncated } else { NotOpened::Io(error) }
}
