//! Sessions: who the cookie of a browser belongs to, until when, and how freshly a second factor was given.
//!
//! The store has the SHA-256 of each cookie, never the cookie. Everything is a half-open span: at the very moment of a limit
//! a session is over. Sets no cookie and reads no header.

use std::fmt;

use domain::{AccountId, ActId, Moment, Strength};
use sha2::{Digest as _, Sha256};
use store::{Error, Tx};
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use super::key::keyed_hash;
use super::{Client, Secret, base32, handle_of};
use crate::chance::{Entropy, NoEntropy, draw};

/// Milliseconds without a request after which a session is over.
pub const IDLE_LIMIT: i64 = 30 * 60_000;

/// Milliseconds after signing in at which a session is over, whatever happens.
pub const ABSOLUTE_LIMIT: i64 = 12 * 3_600_000;

/// Milliseconds for which a second factor counts as fresh.
pub const FRESH_FACTOR: i64 = 5 * 60_000;

/// Milliseconds for which a request need not be written down as the last one; a session may end so much early.
pub const TOUCH_EVERY: i64 = 60_000;

/// What a browser shows to be recognised: 256 random bits. Wiped when dropped, never shown.
#[derive(Clone)]
pub struct Token(Zeroizing<[u8; 32]>);

impl Token {
    /// From the value of a cookie; nothing if it cannot be one of ours.
    pub fn read(cookie: &str) -> Option<Self> {
        base32::decode(cookie).map(|bytes| Self(Zeroizing::new(bytes)))
    }

    /// The value of the cookie: 52 capital letters and digits.
    pub fn cookie(&self) -> Secret {
        Secret::new(base32::encode(&*self.0))
    }

    pub(crate) fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0.as_slice()).into()
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// The randomness of a session that is about to begin, drawn before the writer is asked.
#[derive(Clone)]
pub struct NewSession {
    /// The cookie to set once the session has begun.
    pub token: Token,
    csrf: Zeroizing<[u8; 32]>,
    client: Client,
}

impl NewSession {
    /// Draws a cookie and a secret for form tokens.
    pub fn draw(entropy: &dyn Entropy) -> Result<Self, NoEntropy> {
        Ok(Self {
            token: Token(Zeroizing::new(draw(entropy)?)),
            csrf: Zeroizing::new(draw(entropy)?),
            client: Client::default(),
        })
    }

    /// The same session, begun in this kind of browser.
    #[must_use]
    pub fn from(self, client: Client) -> Self {
        Self { client, ..self }
    }
}

impl fmt::Debug for NewSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NewSession(…)")
    }
}

/// A session that stands.
#[derive(Clone)]
pub struct Session {
    /// Whose it is.
    pub account: AccountId,
    /// When somebody signed in.
    pub begun_at: Moment,
    /// The last request that was written down.
    pub seen_at: Moment,
    /// From when on it is over, however busy: the earliest `until` of all that is derived from it.
    pub ends_at: Moment,
    /// When a second factor was last given.
    pub factor_at: Moment,
    /// Whether the password must be changed before anything else.
    pub must_change: bool,
    /// By which act its holder acts for a post that they stand in for, as long as they do.
    pub stands_in: Option<ActId>,
    csrf: Zeroizing<[u8; 32]>,
}

impl Session {
    /// How strongly it is proved at that moment.
    pub fn strength(&self, now: Moment) -> Strength {
        if now.since(self.factor_at) < FRESH_FACTOR { Strength::Fresh } else { Strength::Ordinary }
    }

    /// Whether [`touch`] has something to write down.
    pub fn wants_touch(&self, now: Moment) -> bool {
        now.since(self.seen_at) >= TOUCH_EVERY
    }

    /// The token that every form of this session carries.
    pub fn form_token(&self) -> Secret {
        Secret::new(base32::encode(&self.form_hash()))
    }

    /// Whether a form carries the token of this session; takes the same time wherever it differs.
    pub fn accepts(&self, form_token: &str) -> bool {
        base32::decode::<32>(form_token).is_some_and(|given| given.ct_eq(&self.form_hash()).into())
    }

    fn form_hash(&self) -> [u8; 32] {
        keyed_hash(&self.csrf, &[b"passerelle/v1 form\n"])
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Session { account, begun_at, seen_at, ends_at, factor_at, must_change, stands_in, csrf: _ } = self;
        f.debug_struct("Session")
            .field("account", account)
            .field("begun_at", begun_at)
            .field("seen_at", seen_at)
            .field("ends_at", ends_at)
            .field("factor_at", factor_at)
            .field("must_change", must_change)
            .field("stands_in", stands_in)
            .finish_non_exhaustive()
    }
}

const BEGIN: &str = "insert into session (hash, account, csrf, begun_at, seen_at, ends_at, factor_at, client) \
     values ($1, $2, $3, $4, $5, $6, $7, $8)";
const FIND: &str = "select s.account, s.begun_at, s.seen_at, s.ends_at, s.factor_at, c.change_by, s.csrf, s.stands_in \
     from session s join credential c on c.account = s.account where s.hash = $1";
const TOUCH: &str = "update session set seen_at = $1 where hash = $2 and seen_at < $3";
const STEP_UP: &str = "update session set hash = $1, seen_at = $2, factor_at = $3 where hash = $4";
const STAND_IN: &str = "update session set stands_in = $1 where hash = $2";
const END: &str = "delete from session where hash = $1";
const END_ALL_OF: &str = "delete from session where account = $1";
const OWN: &str = "select hash, begun_at, seen_at, ends_at, client from session where account = $1 and ends_at > $2 \
     and seen_at > $3 order by seen_at desc, begun_at desc";
const END_OTHERS: &str = "delete from session where account = $1 and hash <> $2";
const OTHERS: &str = "select count(*) from session where account = $1 and hash <> $2";
const PURGE: &str = "delete from session where ends_at <= $1 or seen_at <= $2";

#[cfg(test)]
pub(super) const STATEMENTS: &[&str] =
    &[BEGIN, FIND, TOUCH, STEP_UP, STAND_IN, END, END_ALL_OF, OWN, END_OTHERS, OTHERS, PURGE];

/// Begins the session of somebody who has just signed in. The cookie is always a new one; the session of the cookie that
/// came with the request, if any, is ended.
pub fn begin(
    tx: &mut Tx<'_>,
    new: &NewSession,
    account: AccountId,
    replacing: Option<&Token>,
    now: Moment,
) -> Result<(), Error> {
    if let Some(token) = replacing {
        end(tx, token)?;
    }
    let (hash, account, ends_at) = (new.token.hash(), account.bytes(), now.plus(ABSOLUTE_LIMIT).millis());
    let now = now.millis().into();
    let client = new.client.text();
    let secret = (&*new.csrf).into();
    tx.exec(
        BEGIN,
        &[(&hash).into(), (&account).into(), secret, now, now, ends_at.into(), now, client.as_str().into()],
    )?;
    Ok(())
}

/// The session of the cookie, if it stands at that moment. An account without a credential has none.
pub fn find(tx: &mut Tx<'_>, token: &Token, now: Moment) -> Result<Option<Session>, Error> {
    let found = tx.one(FIND, &[(&token.hash()).into()], |row| {
        let moment = |column| row.get(column).map(Moment::from_millis);
        Ok(Session {
            account: AccountId::from_bytes(row.get(0)?),
            begun_at: moment(1)?,
            seen_at: moment(2)?,
            ends_at: moment(3)?,
            factor_at: moment(4)?,
            must_change: row.get::<Option<i64>>(5)?.is_some(),
            csrf: Zeroizing::new(row.get(6)?),
            stands_in: row.get::<Option<[u8; 16]>>(7)?.map(ActId::from_bytes),
        })
    })?;
    Ok(found.filter(|session| now < session.ends_at && now.since(session.seen_at) < IDLE_LIMIT))
}

/// Writes down that the session was used. No, if it is over. Need not be called unless [`Session::wants_touch`].
pub fn touch(tx: &mut Tx<'_>, token: &Token, now: Moment) -> Result<bool, Error> {
    if find(tx, token, now)?.is_none() {
        return Ok(false);
    }
    tx.exec(TOUCH, &[now.millis().into(), (&token.hash()).into(), now.millis().into()])?;
    Ok(true)
}

/// After a second factor was given again: the session has a fresh factor and a new cookie, and keeps its end and its form
/// token, so that forms open elsewhere still go through. No, if it is over.
pub fn step_up(tx: &mut Tx<'_>, token: &Token, new: &NewSession, now: Moment) -> Result<bool, Error> {
    if find(tx, token, now)?.is_none() {
        return Ok(false);
    }
    let (from, to, now) = (token.hash(), new.token.hash(), now.millis().into());
    tx.exec(STEP_UP, &[(&to).into(), now, now, (&from).into()])?;
    Ok(true)
}

/// From now on the session acts for the post of this cover, or for its holder again. No, if it is over.
pub fn act_for(tx: &mut Tx<'_>, token: &Token, cover: Option<ActId>, now: Moment) -> Result<bool, Error> {
    if find(tx, token, now)?.is_none() {
        return Ok(false);
    }
    let cover = cover.map(ActId::bytes);
    Ok(tx.exec(STAND_IN, &[cover.as_ref().into(), (&token.hash()).into()])? == 1)
}

/// Ends the session of the cookie. No, if there was none.
pub fn end(tx: &mut Tx<'_>, token: &Token) -> Result<bool, Error> {
    Ok(tx.exec(END, &[(&token.hash()).into()])? == 1)
}

/// Ends every session of an account; how many.
pub fn end_all_of(tx: &mut Tx<'_>, account: AccountId) -> Result<usize, Error> {
    tx.exec(END_ALL_OF, &[(&account.bytes()).into()])
}

/// A session as its holder sees it in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionLine {
    /// By which its holder names it on a page.
    pub handle: String,
    /// When somebody signed in.
    pub begun_at: Moment,
    /// The last request that was written down.
    pub seen_at: Moment,
    /// From when on it is over, however busy.
    pub ends_at: Moment,
    /// What kind of browser it began in.
    pub client: Client,
    /// Is it the one that asks?
    pub own: bool,
}

/// The sessions of an account that stand, the last used first.
pub fn sessions_of(tx: &mut Tx<'_>, account: AccountId, own: &Token, now: Moment) -> Result<Vec<SessionLine>, Error> {
    let (id, own) = (account.bytes(), own.hash());
    tx.all(OWN, &[(&id).into(), now.millis().into(), now.plus(-IDLE_LIMIT).millis().into()], |row| {
        let hash: [u8; 32] = row.get(0)?;
        let moment = |column| row.get(column).map(Moment::from_millis);
        Ok(SessionLine {
            handle: handle_of(&hash),
            begun_at: moment(1)?,
            seen_at: moment(2)?,
            ends_at: moment(3)?,
            client: Client::stored(&row.get::<String>(4)?),
            own: hash == own,
        })
    })
}

/// Ends the session of an account that has this handle. No, if there is none.
pub fn end_by_handle(tx: &mut Tx<'_>, account: AccountId, handle: &str) -> Result<bool, Error> {
    let id = account.bytes();
    let hashes = tx.all(OWN, &[(&id).into(), i64::MIN.into(), i64::MIN.into()], |row| row.get::<[u8; 32]>(0))?;
    match hashes.iter().find(|hash| handle_of(hash.as_slice()) == handle) {
        Some(hash) => Ok(tx.exec(END, &[hash.into()])? == 1),
        None => Ok(false),
    }
}

/// How many sessions an account has besides this one, those that are over among them.
pub fn others_of(tx: &mut Tx<'_>, account: AccountId, but: &Token) -> Result<usize, Error> {
    let count = tx.one(OTHERS, &[(&account.bytes()).into(), (&but.hash()).into()], |row| row.get::<u64>(0))?;
    Ok(usize::try_from(count.unwrap_or(0)).unwrap_or(usize::MAX))
}

/// Ends every session of an account but this one; how many.
pub fn end_others_of(tx: &mut Tx<'_>, account: AccountId, but: &Token) -> Result<usize, Error> {
    tx.exec(END_OTHERS, &[(&account.bytes()).into(), (&but.hash()).into()])
}

/// Deletes the sessions that are over; how many.
pub(super) fn purge(tx: &mut Tx<'_>, now: Moment) -> Result<usize, Error> {
    tx.exec(PURGE, &[now.millis().into(), now.plus(-IDLE_LIMIT).millis().into()])
}
