//! The decision on a sign-in: both factors right, not right, or too many tries.
//!
//! A name that nobody has is treated like any other: the same look-ups, the same work, the same counting under what
//! [`nobody`] makes of it, the same answers. After five failures in a row each further one closes the account for
//! longer, up to fifteen minutes at a time; tries while it is closed are not counted. Somebody who tries again each time it
//! opens can still delay its holder; each try that was counted stands in the record of the account.
//!
//! Begins no session and records no act.

use std::fmt;

use domain::account::Credential;
use domain::{AccountId, Moment};
use store::{Error, Tx};

use super::key::{Use, keyed_hash};
use super::{Fault, Gate, PasswordHash, SealedTotp, TotpSecret, WorkingKey, card};

/// Failures in a row that have no consequence.
const FREE_FAILURES: u32 = 4;

/// Minutes that the next failure closes an account for; the last stands for all that follow.
const DELAYS: [i64; 5] = [1, 2, 4, 8, 15];

/// Milliseconds after which a failure is forgotten.
const FORGOTTEN_AFTER: i64 = 24 * 3_600_000;

/// How many subjects the names that nobody has are counted under, so that trying names does not fill the disk.
const NOBODIES: u16 = 4096;

/// What is known about whoever wants to sign in, whether there is such an account or not.
#[derive(Debug, Clone)]
pub struct Record {
    subject: AccountId,
    held: Option<Held>,
    locked_until: Option<Moment>,
}

#[derive(Clone, Default)]
struct Held {
    version: i64,
    password: Option<PasswordHash>,
    change_by: Option<Moment>,
    totp: Option<SealedTotp>,
    last_totp_step: i64,
    cards: Vec<(u32, [u8; 32])>,
}

impl fmt::Debug for Held {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Held(…)")
    }
}

/// The second factor that was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Factor {
    /// A code from a telephone.
    Totp {
        /// The step it belongs to, thirty seconds each.
        step: i64,
    },
    /// A code from a printed card.
    Card {
        /// Its number on the card.
        position: u32,
    },
    /// A passkey: its device asked its holder for a code or a finger.
    Passkey,
}

impl Factor {
    /// As acts name it.
    pub fn credential(self) -> Credential {
        match self {
            Factor::Totp { .. } => Credential::Totp,
            Factor::Card { .. } => Credential::CodeCard,
            Factor::Passkey => Credential::Passkey,
        }
    }
}

/// What [`verify`] found to be right. Good for one [`settle`], and only while the credential is the one it was checked against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proof {
    factor: Factor,
    version: i64,
}

/// What [`verify`] found. Nothing is decided before [`settle`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Right.
    Right(Proof),
    /// One of them is not right, or there is no such account; which, nobody is told.
    NotRight,
    /// Too many tries; whether they were right was not looked at.
    TooMany {
        /// From when on the next try counts.
        until: Moment,
    },
}

impl Verdict {
    /// The second factor, if it is right.
    pub fn factor(&self) -> Option<Factor> {
        if let Self::Right(proof) = self { Some(proof.factor) } else { None }
    }
}

/// How a sign-in ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settled {
    /// Somebody has signed in.
    SignedIn {
        /// By which second factor.
        factor: Factor,
        /// The codes left on the card, if one of them was used.
        codes_left: Option<u32>,
        /// Whether the password must be changed before anything else.
        must_change: bool,
    },
    /// Not right, and counted.
    NotRight,
    /// Too many tries; not counted.
    TooMany {
        /// From when on the next try counts.
        until: Moment,
    },
}

const HELD: &str = "select version, password, change_by, totp, last_totp_step from credential where account = $1";
const FAILED: &str = "select failures, failed_at, locked_until from sign_in_failure where subject = $1";
const FAIL: &str = "insert into sign_in_failure (subject, failures, failed_at, locked_until) values ($1, $2, $3, $4) \
     on conflict (subject) do update set failures = excluded.failures, failed_at = excluded.failed_at, \
     locked_until = excluded.locked_until";
const FORGIVE: &str = "delete from sign_in_failure where subject = $1";
const PURGE: &str = "delete from sign_in_failure where failed_at <= $1";
const STANDS: &str = "select change_by from credential where account = $1 and version = $2";
const VERSION: &str = "select version from credential where account = $1";
const STANDS_STILL: &str = "select 1 from credential where account = $1 and version = $2 and password is not null";
const CHANGE_BY: &str = "select change_by from credential where account = $1";
const USE_STEP: &str = "update credential set last_totp_step = $1 where account = $2 and last_totp_step < $3";

#[cfg(test)]
pub(super) const STATEMENTS: &[&str] =
    &[HELD, FAILED, FAIL, FORGIVE, PURGE, STANDS, VERSION, STANDS_STILL, CHANGE_BY, USE_STEP];

/// Which of the credentials that an account had, one after the other, something was checked against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Version(i64);

impl Version {
    pub(super) const fn number(self) -> i64 {
        self.0
    }
}

/// The credential that an account has now; nothing if it has none.
pub fn version_of(tx: &mut Tx<'_>, account: AccountId) -> Result<Option<Version>, Error> {
    tx.one(VERSION, &[(&account.bytes()).into()], |row| Ok(Version(row.get(0)?)))
}

/// Does an account still have the credential that something was checked against, with a password of its holder or the printed
/// one? A recovery takes the password away, and closing an account takes everything.
pub fn stands(tx: &mut Tx<'_>, account: AccountId, since: Version) -> Result<bool, Error> {
    let id = account.bytes();
    let values = [(&id).into(), since.0.into()];
    Ok(tx.one(STANDS_STILL, &values, |row| row.get::<i64>(0))?.is_some())
}

/// Stands for a name that no account has, so that what follows is the same as for one that some account has. Never the id of
/// an account: nothing may be recorded under it.
pub fn nobody(key: &WorkingKey, sign_in: &str) -> AccountId {
    let hash = keyed_hash(&key.derived(Use::Nobody), &[sign_in.trim().to_lowercase().as_bytes()]);
    let number = hash.first_chunk::<2>().map_or(0, |first| u16::from_be_bytes(*first)) % NOBODIES;
    let mut bytes = *b"passerelle nob\0\0";
    if let Some(last) = bytes.last_chunk_mut::<2>() {
        *last = number.to_be_bytes();
    }
    AccountId::from_bytes(bytes)
}

/// Reads what [`verify`] needs. `subject` is the account of the name, or else [`nobody`].
pub fn lookup(tx: &mut Tx<'_>, subject: AccountId) -> Result<Record, Error> {
    let id = subject.bytes();
    let cards = card::unused(tx, &id)?;
    let held = tx.one(HELD, &[(&id).into()], |row| {
        Ok(Held {
            version: row.get(0)?,
            password: row.get::<Option<String>>(1)?.map(PasswordHash::stored),
            change_by: row.get::<Option<i64>>(2)?.map(Moment::from_millis),
            totp: row.get::<Option<Vec<u8>>>(3)?.map(SealedTotp::stored),
            last_totp_step: row.get(4)?,
            cards,
        })
    })?;
    let locked_until = failures(tx, &id)?.and_then(|failed| failed.locked_until);
    Ok(Record { subject, held, locked_until })
}

/// Checks password and code. Takes long on purpose, and equally long whatever is wrong; on a thread that may wait.
pub fn verify(
    record: &Record,
    password: &str,
    code: &str,
    now: Moment,
    key: &WorkingKey,
    gate: &Gate,
) -> Result<Verdict, Fault> {
    let password_right = gate.matches(password, record.password())?;
    let verdict = verify_factor(record, code, now, key)?;
    let lapsed = record.held.as_ref().and_then(|held| held.change_by).is_some_and(|change_by| change_by <= now);
    Ok(match verdict {
        Verdict::Right(_) if !password_right || lapsed => Verdict::NotRight,
        verdict => verdict,
    })
}

/// Checks a code alone: for somebody who is signed in and gives a fresh second factor. To be settled like a sign-in.
pub fn verify_factor(record: &Record, code: &str, now: Moment, key: &WorkingKey) -> Result<Verdict, Fault> {
    let nothing = Held::default();
    let held = record.held.as_ref().unwrap_or(&nothing);
    // Worked for whatever is held; what is not held is never right.
    let factor = held.factor(code, record.subject, now, key)?;
    let proof = factor.filter(|_| record.held.is_some()).map(|factor| Proof { factor, version: held.version });
    if let Some(until) = record.locked_until.filter(|until| now < *until) {
        return Ok(Verdict::TooMany { until });
    }
    Ok(proof.map_or(Verdict::NotRight, Verdict::Right))
}

/// What is to be settled if it is not the password of the account: for somebody who is signed in and changes it. To be called on
/// a thread that may wait; while there were too many tries it is not looked at.
pub fn knows_password(record: &Record, password: &str, now: Moment, gate: &Gate) -> Result<Option<Verdict>, Fault> {
    let right = gate.matches(password, record.password())?;
    if let Some(until) = record.locked_until.filter(|until| now < *until) {
        return Ok(Some(Verdict::TooMany { until }));
    }
    Ok(if right { None } else { Some(Verdict::NotRight) })
}

impl Record {
    /// The credential that was looked at; nothing if there is none.
    pub fn version(&self) -> Option<Version> {
        self.held.as_ref().map(|held| Version(held.version))
    }

    fn password(&self) -> Option<&PasswordHash> {
        self.held.as_ref().and_then(|held| held.password.as_ref())
    }
}

impl Held {
    /// Which of the factors the code is of. A factor that is not held is worked for by a decoy, so that the time taken tells
    /// neither whether there is such an account nor what it holds.
    fn factor(&self, code: &str, account: AccountId, now: Moment, key: &WorkingKey) -> Result<Option<Factor>, Fault> {
        if let Some(code) = card::typed(code) {
            let position = card::position_of(&self.cards, key, account, &code);
            return Ok(position.map(|position| Factor::Card { position }));
        }
        let digits: String = code.chars().filter(|sign| *sign != ' ').take(7).collect();
        let number = digits.parse::<u32>().ok();
        let six_digits = digits.len() == 6 && digits.bytes().all(|sign| sign.is_ascii_digit());
        let Some(number) = number.filter(|_| six_digits) else { return Ok(None) };
        let secret = match &self.totp {
            Some(sealed) => sealed.open(key, account)?,
            None => TotpSecret::decoy(key, account)?,
        };
        let step = secret.step_of(number, now, self.last_totp_step).filter(|_| self.totp.is_some());
        Ok(step.map(|step| Factor::Totp { step }))
    }
}

/// Decides, in the writer: whether the account was closed meanwhile, the credential changed, the code used by somebody
/// faster. Uses up the code, or counts the failure.
pub fn settle(tx: &mut Tx<'_>, subject: AccountId, verdict: &Verdict, now: Moment) -> Result<Settled, Error> {
    let id = subject.bytes();
    let failed = failures(tx, &id)?;
    if let Some(until) = failed.and_then(|failed| failed.locked_until).filter(|until| now < *until) {
        return Ok(Settled::TooMany { until });
    }
    match verdict {
        Verdict::TooMany { until } => return Ok(Settled::TooMany { until: *until }),
        Verdict::Right(proof) => {
            if let Some(signed_in) = use_up(tx, subject, proof, now)? {
                tx.exec(FORGIVE, &[(&id).into()])?;
                return Ok(signed_in);
            }
        }
        Verdict::NotRight => {}
    }
    count(tx, subject, failed, now)
}

/// Counts a failure under a subject, unless it was closed for its failures before.
pub(super) fn count_failure(tx: &mut Tx<'_>, subject: AccountId, now: Moment) -> Result<Settled, Error> {
    let failed = failures(tx, &subject.bytes())?;
    if let Some(until) = failed.and_then(|failed| failed.locked_until).filter(|until| now < *until) {
        return Ok(Settled::TooMany { until });
    }
    count(tx, subject, failed, now)
}

fn count(tx: &mut Tx<'_>, subject: AccountId, failed: Option<Failed>, now: Moment) -> Result<Settled, Error> {
    let id = subject.bytes();
    let in_a_row = failed.filter(|failed| now.since(failed.at) < FORGOTTEN_AFTER).map_or(0, |failed| failed.count);
    let count = in_a_row.saturating_add(1);
    let locked_until = count.checked_sub(FREE_FAILURES + 1).map(|beyond| {
        let place = usize::try_from(beyond).unwrap_or(usize::MAX);
        let [.., longest] = DELAYS;
        now.plus(DELAYS.get(place).unwrap_or(&longest) * 60_000).millis()
    });
    tx.exec(FAIL, &[(&id).into(), count.into(), now.millis().into(), locked_until.into()])?;
    Ok(Settled::NotRight)
}

/// Uses up the code that was right; nothing, if it no longer is.
fn use_up(tx: &mut Tx<'_>, account: AccountId, proof: &Proof, now: Moment) -> Result<Option<Settled>, Error> {
    let (id, factor) = (account.bytes(), proof.factor);
    let stands = tx.one(STANDS, &[(&id).into(), proof.version.into()], |row| row.get::<Option<i64>>(0))?;
    let Some(must_change) = stands.map(|change_by| change_by.is_some()) else {
        return Ok(None);
    };
    let (used, codes_left) = match factor {
        Factor::Totp { step } => (tx.exec(USE_STEP, &[step.into(), (&id).into(), step.into()])? == 1, None),
        Factor::Card { position } => {
            let used = card::use_up(tx, &id, position, now.millis().into())?;
            (used, Some(card::codes_left(tx, account)?))
        }
        // Never typed: settled by itself.
        Factor::Passkey => (false, None),
    };
    Ok(used.then_some(Settled::SignedIn { factor, codes_left, must_change }))
}

/// Whether the password of an account must be changed before anything else; nothing for one without a credential.
pub(super) fn must_change(tx: &mut Tx<'_>, account: AccountId) -> Result<Option<bool>, Error> {
    tx.one(CHANGE_BY, &[(&account.bytes()).into()], |row| Ok(row.get::<Option<i64>>(0)?.is_some()))
}

/// Deletes failures that are forgotten; how many subjects.
pub(super) fn purge(tx: &mut Tx<'_>, now: Moment) -> Result<usize, Error> {
    tx.exec(PURGE, &[now.plus(-FORGOTTEN_AFTER).millis().into()])
}

pub(super) fn forgive(tx: &mut Tx<'_>, account: &[u8; 16]) -> Result<(), Error> {
    tx.exec(FORGIVE, &[account.into()])?;
    Ok(())
}

#[derive(Clone, Copy)]
struct Failed {
    count: u32,
    at: Moment,
    locked_until: Option<Moment>,
}

fn failures(tx: &mut Tx<'_>, subject: &[u8; 16]) -> Result<Option<Failed>, Error> {
    tx.one(FAILED, &[subject.into()], |row| {
        Ok(Failed {
            count: row.get(0)?,
            at: Moment::from_millis(row.get(1)?),
            locked_until: row.get::<Option<i64>>(2)?.map(Moment::from_millis),
        })
    })
}
