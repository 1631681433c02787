//! Rows of the ledger: an act prepared for writing, and an act read back and checked.
//!
//! Decides nothing. What is written was permitted before; what is read is disclosed by `consult` alone.

use access::Permit;
use domain::kind::Nature;
use domain::{Act, ActId, Envelope, Moment, Recorded, StreamId};
use ledger::commitment::Commitment;
use ledger::leaf::Leaf;
use ledger::seal::{Context, Key};
use store::{Row, Tx, Val};

use crate::chance::{Entropy, draw};
use crate::keys::{Keys, SealedBy};
use crate::refusal::Fault;

/// With what an act is sealed.
pub(crate) struct Seal<'a> {
    pub(crate) keys: &'a Keys,
    pub(crate) entropy: &'a dyn Entropy,
    pub(crate) by: SealedBy,
    pub(crate) key: &'a Key,
}

/// An act sealed and ready to be written. Only the time and the place in the log are still missing.
#[derive(Clone)]
pub(crate) struct Prepared {
    pub(crate) envelope: Envelope,
    pub(crate) act: Act,
    envelope_text: String,
    envelope_salt: [u8; 32],
    sealed: Vec<u8>,
    commitments: (Commitment, Commitment),
    pub(crate) sealed_by: SealedBy,
}

impl Prepared {
    /// Seals an act, spending the permit for it.
    pub(crate) fn seal(permit: Permit, seal: &Seal<'_>, envelope: Envelope, act: Act) -> Result<Self, Fault> {
        let row = act.kind().row();
        if !permit.admits(envelope.stream, row.part, row.action) {
            return Err(Fault::unreadable("a permit for another act"));
        }
        drop(permit);
        let Seal { keys, entropy, by: sealed_by, key } = *seal;
        let envelope_text = serde_json::to_string(&envelope).map_err(Fault::unreadable)?;
        let body = act.to_bytes().map_err(Fault::unreadable)?;
        let envelope_salt = draw(entropy)?;
        let context = context_of(&envelope);
        let sealed = keys.sealer.seal_body(key, &context, &body, draw(entropy)?, draw(entropy)?)?;
        let commitments = (Commitment::to_envelope(&envelope_salt, envelope_text.as_bytes()), sealed.commitment);
        Ok(Self { envelope, act, envelope_text, envelope_salt, sealed: sealed.bytes, commitments, sealed_by })
    }

    pub(crate) fn leaf(&self, at: Moment) -> Leaf {
        let (envelope, body) = self.commitments;
        Leaf { recorded_at: u64::try_from(at.millis()).unwrap_or(0), envelope, body }
    }

    /// This act as it will stand in the ledger when recorded at `at`.
    pub(crate) fn recorded(&self, at: Moment) -> Recorded {
        Recorded { envelope: self.envelope.clone(), at, act: self.act.clone() }
    }

    /// Writes the row of this act.
    pub(crate) fn insert(&self, tx: &mut Tx<'_>, seq: u64, at: Moment) -> Result<(), store::Error> {
        let leaf = self.leaf(at).to_bytes();
        let year = match self.sealed_by {
            SealedBy::Stream(_) => Val::Null,
            SealedBy::Year(year) => Val::I64(year.into()),
        };
        tx.exec(
            "insert into act (seq, id, stream, kind, actor, recorded_at, leaf, envelope, envelope_salt, sealed, year)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            &[
                signed(seq),
                Val::Blob(&self.envelope.act.bytes()),
                Val::Blob(&self.envelope.stream.bytes()),
                Val::Text(&self.envelope.kind),
                Val::Blob(&self.envelope.actor.bytes()),
                Val::I64(at.millis()),
                Val::Blob(&leaf),
                Val::Text(&self.envelope_text),
                Val::Blob(&self.envelope_salt),
                Val::Blob(&self.sealed),
                year,
            ],
        )?;
        Ok(())
    }
}

fn context_of(envelope: &Envelope) -> Context<'_> {
    Context {
        act: envelope.act.bytes(),
        stream: envelope.stream.bytes(),
        kind: &envelope.kind,
        version: envelope.version.into(),
    }
}

pub(crate) fn signed(number: u64) -> Val<'static> {
    Val::I64(i64::try_from(number).unwrap_or(i64::MAX))
}

/// A row of the ledger before its body is opened. The envelope has been checked against the leaf.
pub(crate) struct Closed {
    pub(crate) at: Moment,
    pub(crate) envelope: Envelope,
    leaf: Leaf,
    sealed: Option<Vec<u8>>,
    sealed_by: SealedBy,
}

impl Closed {
    /// Reads a row; nothing if its envelope was erased.
    pub(crate) fn read(row: &Row<'_>) -> Result<Option<Self>, store::Error> {
        let (Some(text), Some(salt)) = (row.get::<Option<String>>(2)?, row.get::<Option<[u8; 32]>>(3)?) else {
            return Ok(None);
        };
        let wrong = |what: &str| store::Error::unreadable(what);
        let leaf = Leaf::from_bytes(&row.get::<Vec<u8>>(1)?).map_err(|_| wrong("a leaf"))?;
        leaf.envelope.check_envelope(&salt, text.as_bytes()).map_err(|_| wrong("an envelope against its leaf"))?;
        let envelope: Envelope = serde_json::from_str(&text).map_err(|_| wrong("an envelope"))?;
        let sealed_by = match row.get::<Option<i64>>(5)? {
            Some(year) => SealedBy::Year(u16::try_from(year).map_err(|_| wrong("a year"))?),
            None => SealedBy::Stream(envelope.stream),
        };
        Ok(Some(Self {
            at: Moment::from_millis(i64::try_from(leaf.recorded_at).unwrap_or(i64::MAX)),
            envelope,
            leaf,
            sealed: row.get(4)?,
            sealed_by,
        }))
    }

    /// How many bytes it is, body and envelope; an act that was opened weighs about as much, and so much again for its parts.
    pub(crate) fn weight(&self) -> usize {
        let kind = self.envelope.kind.len();
        self.sealed
            .as_ref()
            .map_or(0, Vec::len)
            .saturating_mul(2)
            .saturating_add(kind)
            .saturating_add(size_of::<Recorded>())
    }

    /// Opens the body. Nothing if the body or its key was erased, or a newer version wrote it.
    pub(crate) fn open(&self, keys: &Keys, tx: &mut Tx<'_>) -> Result<Option<Recorded>, Fault> {
        let Some(sealed) = &self.sealed else { return Ok(None) };
        let Some(key) = key_of(keys, tx, self.sealed_by)? else { return Ok(None) };
        let opened = keys.sealer.open_body(&key, &context_of(&self.envelope), sealed, &self.leaf.body)?;
        match Act::decode(&self.envelope.kind, self.envelope.version, &opened.body) {
            Ok(act) => Ok(Some(Recorded { envelope: self.envelope.clone(), at: self.at, act })),
            Err(domain::kind::NotAnAct::Kind(_) | domain::kind::NotAnAct::Version(_)) => Ok(None),
            Err(error) => Err(Fault::Unreadable { act: Some(self.envelope.act), why: error.to_string() }),
        }
    }

    /// Does the body open, and match its leaf? No if it or its key was erased.
    pub(crate) fn stands(&self, keys: &Keys, tx: &mut Tx<'_>) -> Result<bool, Fault> {
        let Some(sealed) = &self.sealed else { return Ok(false) };
        let Some(key) = key_of(keys, tx, self.sealed_by)? else { return Ok(false) };
        keys.sealer.open_body(&key, &context_of(&self.envelope), sealed, &self.leaf.body)?;
        Ok(true)
    }
}

/// The key that seals, if it still exists.
pub(crate) fn key_of(keys: &Keys, tx: &mut Tx<'_>, sealed_by: SealedBy) -> Result<Option<Key>, Fault> {
    let name = sealed_by.name();
    if let Some(key) = keys.opened(name) {
        return Ok(Some(key));
    }
    let read = |row: &Row<'_>| Ok((row.get::<i64>(0)?, row.get::<Vec<u8>>(1)?));
    let row = match sealed_by {
        SealedBy::Stream(stream) => {
            tx.one("select epoch, wrapped from stream_key where stream = $1", &[Val::Blob(&stream.bytes())], read)?
        }
        SealedBy::Year(year) => {
            tx.one("select epoch, wrapped from year_key where year = $1", &[Val::I64(year.into())], read)?
        }
    };
    let Some((epoch, wrapped)) = row else { return Ok(None) };
    let epoch = u32::try_from(epoch).map_err(Fault::unreadable)?;
    Ok(Some(keys.unwrap(name, epoch, &wrapped)?))
}

/// The rows of a stream that are sealed by its own key, oldest first, bodies closed: looks are not among them.
pub(crate) fn rows_of(tx: &mut Tx<'_>, stream: StreamId) -> Result<Vec<Closed>, Fault> {
    rows_from(tx, stream, 0)
}

/// The same, from a place in the log on.
pub(crate) fn rows_from(tx: &mut Tx<'_>, stream: StreamId, from: u64) -> Result<Vec<Closed>, Fault> {
    let sql = "select seq, leaf, envelope, envelope_salt, sealed, year from act where stream = $1 and year is null and seq >= $2 order by seq";
    let rows = tx.all(sql, &[Val::Blob(&stream.bytes()), signed(from)], Closed::read)?;
    Ok(rows.into_iter().flatten().collect())
}

/// The looks of a stream, newest first, bodies closed: so many of them, after so many.
pub(crate) fn looks_of(tx: &mut Tx<'_>, stream: StreamId, most: u32, after: u32) -> Result<Vec<Closed>, Fault> {
    let sql = "select seq, leaf, envelope, envelope_salt, sealed, year from act
               where stream = $1 and year is not null order by year desc, seq desc limit $2 offset $3";
    let vals = [Val::Blob(&stream.bytes()), Val::I64(most.into()), Val::I64(after.into())];
    let rows = tx.all(sql, &vals, Closed::read)?;
    Ok(rows.into_iter().flatten().collect())
}

/// How many looks a stream has.
pub(crate) fn count_looks(tx: &mut Tx<'_>, stream: StreamId) -> Result<u32, Fault> {
    let sql = "select count(*) from act where stream = $1 and year is not null";
    Ok(tx.one(sql, &[Val::Blob(&stream.bytes())], |row| row.get(0))?.unwrap_or(0))
}

/// Every act of a stream but the looks, opened. For the application's own judgement, never for a page.
pub(crate) fn acts_of(keys: &Keys, tx: &mut Tx<'_>, stream: StreamId) -> Result<Vec<Recorded>, Fault> {
    let mut acts = Vec::new();
    for row in rows_of(tx, stream)? {
        if let Some(recorded) = row.open(keys, tx)? {
            acts.push(recorded);
        }
    }
    Ok(acts)
}

/// One act, opened.
pub(crate) fn act_of(keys: &Keys, tx: &mut Tx<'_>, act: ActId) -> Result<Option<Recorded>, Fault> {
    let sql = "select seq, leaf, envelope, envelope_salt, sealed, year from act where id = $1";
    match tx.one(sql, &[Val::Blob(&act.bytes())], Closed::read)?.flatten() {
        Some(row) => row.open(keys, tx),
        None => Ok(None),
    }
}

/// Where one act stands: its place and stream.
pub(crate) fn place_of(tx: &mut Tx<'_>, act: ActId) -> Result<Option<(u64, StreamId)>, Fault> {
    Ok(tx.one("select seq, stream from act where id = $1", &[Val::Blob(&act.bytes())], |row| {
        Ok((row.get(0)?, StreamId::from_bytes(row.get(1)?)))
    })?)
}

/// Is this a decision?
pub(crate) fn decides(act: &Act) -> bool {
    act.kind().row().nature == Nature::Decision
}

/// The envelope of an act, as its permit allows it.
pub(crate) fn envelope(permit: &Permit, act: ActId, body: &Act, concerns: Moment) -> Envelope {
    let row = body.kind().row();
    Envelope {
        act,
        actor: permit.account(),
        capacity: permit.capacity(),
        org: permit.org(),
        stream: permit.stream(),
        kind: row.name.to_owned(),
        version: row.version,
        concerns,
        ground: permit.ground(),
        for_post: permit.for_post(),
    }
}
