//! Erasing: what is destroyed in the tables, in memory and in the files of the engine, and the list that a restore must obey.
//!
//! Leaves and proofs are never touched. A file is erased with its referrals; a struck act loses its body alone. Who may, and
//! when, is asked here of the file's own record; the words of it are in `domain::keeping`.
//!
//! INVARIANT: the list is written before the commit. A crash between the two leaves a file that the list names: it is
//! erased when the installation is opened again.

use std::collections::BTreeSet;

use access::{Actor, Permit};
use domain::facts::Facts;
use domain::file::{Erased, ErasureRecorded, LegalOrder};
use domain::keeping::AnnouncedFacts;
use domain::kind::{Subject, topic};
use domain::{Act, ActId, Action, CaseId, Ground, Kind, Moment, OrgId, Part, StreamId};
use store::{Remains, Tx, Val};

use crate::App;
use crate::chance::draw;
use crate::clock_guard::ClockState;
use crate::erasure_list::{Entry, ErasureList};
use crate::ground;
use crate::index;
use crate::keys::{Keys, SealedBy};
use crate::ledger_rows::{Closed, Prepared, Seal, act_of, envelope, key_of};
use crate::refusal::{Fault, Refusal};
use crate::state::State;
use crate::step_up::proved;
use crate::witness::TRIES;
use crate::writing::head_of;

/// The beginning of something that must not be found any more: random, and as good as unique.
pub(crate) type Trace = [u8; 16];

/// A file that was erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileErased {
    /// The act that certifies it.
    pub certificate: ActId,
    /// When.
    pub at: Moment,
    /// Acts whose envelope and body are gone.
    pub acts: u64,
    /// Streams whose key is gone: the case, and each of its referrals.
    pub streams: u64,
    /// Were the files of the engine emptied of it at once? If not, something still reads an older state; it is tried again
    /// until it is so.
    pub settled: Settled,
}

/// Whether the files of the engine hold nothing of what was destroyed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settled {
    /// They were read through, and hold nothing of it.
    Clean,
    /// Not yet: somebody still reads an older state.
    Later,
    /// They are a database server's: its tables were written anew, and its own log and backups run out.
    OnServer,
}

/// On what a file is erased, and who held it.
#[derive(Debug, Clone)]
pub(crate) struct Followed {
    pub(crate) custody: OrgId,
    pub(crate) announced: AnnouncedFacts,
    pub(crate) order: Option<LegalOrder>,
}

/// What one destruction took away.
#[derive(Debug, Default)]
pub(crate) struct Destroyed {
    pub(crate) traces: Vec<Trace>,
}

/// Where nobody else is left, oversight carries out what was announced, and only while that falls to it.
fn may_carry_out(
    tx: &mut Tx<'_>,
    actor: &Actor,
    permit: Option<&Permit>,
    case: StreamId,
    now: Moment,
) -> Result<bool, Fault> {
    if permit.is_none_or(|permit| permit.ground() != Ground::NoSecondPerson) {
        return Ok(true);
    }
    Ok(crate::second::answers(tx, actor, case, now)?.contains(&Kind::FileErased))
}

/// The notes on the referrals among these streams.
fn notes_of(tx: &mut Tx<'_>, streams: &[StreamId]) -> Result<Vec<StreamId>, store::Error> {
    let mut notes = Vec::new();
    for stream in streams {
        notes.extend(crate::notes::of_referral(tx, *stream)?);
    }
    Ok(notes)
}

impl App {
    /// Erases a case and its referrals: the second of two people, on the announced day or after it, unless a hold lies on it.
    pub fn erase(&self, actor: &Actor, case: CaseId) -> Result<FileErased, Refusal> {
        let outcome = self.try_erase(actor, case.stream());
        self.on_record(actor, outcome)
    }

    fn try_erase(&self, actor: &Actor, case: StreamId) -> Result<FileErased, Refusal> {
        // Days of waiting and of holds are counted by the clock: while it is in doubt nothing is destroyed.
        if self.watch_clock()? != ClockState::Steady {
            return Err(Refusal::ClockStepped);
        }
        for _ in 0..TRIES {
            let now = self.now();
            let (streams, heads, followed, until) = self.store.read(|tx| -> Result<_, Refusal> {
                let standing = ground::standing(tx, actor, case, now)?;
                let permit = standing.permit(actor, case, (Part::Keeping, Action::Erase), now);
                let until = permit.as_ref().map(Permit::until);
                if permit.is_none() {
                    let may =
                        |proved: Actor| standing.permit(&proved, case, (Part::Keeping, Action::Erase), now).is_some();
                    if proved(actor).is_some_and(may) {
                        return Err(Refusal::NeedsFresh);
                    }
                    let sees = standing.readable(actor, case, now).is_some();
                    return Err(if sees { Refusal::NotAllowed } else { Refusal::NotYours });
                }
                let folded = self.folded(tx, case, Subject::Case)?;
                let State::Case(facts) = &*folded else { return Err(Refusal::NotYours) };
                if !may_carry_out(tx, actor, permit.as_ref(), case, now)? {
                    return Err(Refusal::NotAllowed);
                }
                let announced = facts.keeping.may_be_erased(actor.account, now, &self.zone)?;
                let mut streams = vec![case];
                streams.extend(ground::referrals_of(tx, case)?);
                let notes = notes_of(tx, &streams)?;
                let mut heads = Vec::new();
                for stream in streams.iter().chain(&notes) {
                    heads.push((*stream, head_of(tx, *stream)?));
                }
                let order = order_of(&self.keys, tx, announced.act)?;
                let custody = held_last(tx, facts, actor)?;
                let ground = Followed { custody, announced, order };
                Ok(((streams, notes), heads, ground, until.flatten()))
            })?;
            match self.destroy(actor, &streams, heads, &followed, until) {
                Err(Refusal::Meanwhile { .. }) => {}
                outcome => return outcome,
            }
        }
        Err(Fault::from(store::Error::Busy).into())
    }

    fn destroy(
        &self,
        actor: &Actor,
        (streams, notes): &(Vec<StreamId>, Vec<StreamId>),
        heads: Vec<(StreamId, Option<u64>)>,
        followed: &Followed,
        until: Option<Moment>,
    ) -> Result<FileErased, Refusal> {
        let case = *streams.first().ok_or_else(|| Fault::unreadable("the streams of a file"))?;
        let (basis, announced_by) = (followed.announced.basis, followed.announced.by);
        let now = self.now();
        let year = now.year();
        let key = self.year_key(year)?;
        let certified = self.store.read(|tx| count_acts(tx, streams))?;
        let count = u64::try_from(streams.len()).unwrap_or(u64::MAX);
        let certificate = Act::from(Erased { basis, announced_by, acts: certified, streams: count });
        let permit = Permit::witness(actor, case, Part::Record);
        let envelope = envelope(&permit, ActId::from_random(draw(&*self.entropy)?), &certificate, now);
        let id = envelope.act;
        let seal = Seal { keys: &self.keys, entropy: &*self.entropy, by: SealedBy::Year(year), key: &key };
        let prepared = Prepared::seal(permit, &seal, envelope, certificate)?;
        // What was followed stays with the organisation that held the file, for the certificate ends with its year.
        let recorded = self.prepare_record(actor, followed, (id, certified, count), now)?;
        let entry = Entry::file(case, now, basis, announced_by).with(followed, recorded.envelope.act);
        // What an organisation wrote for itself goes with it, and is counted nowhere: how much there was is nobody's to know.
        let doomed: Vec<StreamId> = streams.iter().chain(notes).copied().collect();
        let all = doomed.clone();
        let (list, zone, actor) = (self.erasures.clone(), self.zone.clone(), *actor);
        let (at, destroyed) =
            self.writer.submit(move |tx: &mut Tx<'_>, edge| -> Result<(Moment, Destroyed), Refusal> {
                let mut moved = Vec::new();
                for (stream, head) in &heads {
                    if head_of(tx, *stream)? != *head {
                        moved.push(*stream);
                    }
                }
                let at = edge.at(now);
                let standing = ground::standing(tx, &actor, case, at)?;
                let permit = standing.permit(&actor, case, (Part::Keeping, Action::Erase), at);
                let may = permit.is_some() && may_carry_out(tx, &actor, permit.as_ref(), case, at)?;
                if !may || until.is_some_and(|until| until <= at) {
                    return Err(Refusal::NotYours);
                }
                if !moved.is_empty() {
                    return Err(Refusal::Meanwhile { moved });
                }
                list.add(&entry)?;
                let mut destroyed = Destroyed::default();
                for stream in &doomed {
                    destroy_stream(tx, *stream, &mut destroyed)?;
                }
                forget_requests(tx, &doomed)?;
                edge.append(tx, &recorded, now, &zone)?;
                let (_, recorded) = edge.append(tx, &prepared, now, &zone)?;
                // Rights on the file are gone with it: whoever had it open asks again.
                edge.rights_changed();
                Ok((recorded.at, destroyed))
            })?;
        self.has_been(at);
        self.forget(&all);
        let settled = self.settle(destroyed.traces);
        Ok(FileErased { certificate: id, at, acts: certified, streams: count, settled })
    }

    /// The act that says in the stream of the organisation on what its file was erased.
    fn prepare_record(
        &self,
        actor: &Actor,
        followed: &Followed,
        (certificate, acts, streams): (ActId, u64, u64),
        now: Moment,
    ) -> Result<Prepared, Refusal> {
        let stream = followed.custody.stream();
        let AnnouncedFacts { by, at, basis, .. } = followed.announced;
        let order = followed.order.clone();
        let body = ErasureRecorded { certificate, basis, announced_by: by, announced_at: at, order, acts, streams };
        let act = Act::from(body);
        let key = self.store.read(|tx| key_of(&self.keys, tx, SealedBy::Stream(stream)))?;
        let key = key.ok_or_else(|| Fault::unreadable("the key of an organisation"))?;
        let permit = Permit::witness(actor, stream, Part::Keeping);
        let envelope = envelope(&permit, ActId::from_random(draw(&*self.entropy)?), &act, now);
        let seal = Seal { keys: &self.keys, entropy: &*self.entropy, by: SealedBy::Stream(stream), key: &key };
        Ok(Prepared::seal(permit, &seal, envelope, act)?)
    }

    /// What the list names and is still here is erased: after a restore, or a crash at the wrong moment. Called before
    /// anything is served.
    pub(crate) fn obey_the_list(&self) -> Result<usize, Refusal> {
        let mut again = 0;
        for entry in self.erasures.read()? {
            if let Some(case) = entry.file_stream() {
                let found = self.store.read(|tx| -> Result<_, Refusal> {
                    if !is_here(tx, case)? {
                        return Ok(None);
                    }
                    let mut streams = vec![case];
                    streams.extend(ground::referrals_of(tx, case)?);
                    streams.extend(notes_of(tx, &streams)?);
                    Ok(Some(streams))
                })?;
                if let Some(streams) = found {
                    self.erase_again(&streams)?;
                    again += 1;
                }
            } else if let Some(act) = entry.struck_act()
                && self.strike_again(act)?
            {
                again += 1;
            }
        }
        if again > 0 {
            // Ids of acts are no secret that a search of the files asks for one by one; a new file holds none of them.
            self.store.write_anew().map_err(Fault::from)?;
        }
        Ok(again)
    }

    /// Takes away what was certified before. The list is the record of it: no act is added, for a log that is restored must first
    /// be seen to be what it was.
    fn erase_again(&self, streams: &[StreamId]) -> Result<(), Refusal> {
        let doomed = streams.to_vec();
        let destroyed = self.writer.submit(move |tx: &mut Tx<'_>, edge| -> Result<Destroyed, Refusal> {
            let mut destroyed = Destroyed::default();
            for stream in &doomed {
                destroy_stream(tx, *stream, &mut destroyed)?;
            }
            forget_requests(tx, &doomed)?;
            edge.rights_changed();
            Ok(destroyed)
        })?;
        self.forget(streams);
        self.settle(destroyed.traces);
        Ok(())
    }

    /// Forgets streams whose keys are destroyed.
    fn forget(&self, streams: &[StreamId]) {
        for stream in streams {
            self.keys.destroyed(SealedBy::Stream(*stream).name());
            self.kept.forget(*stream);
            self.names.forget(*stream);
        }
    }

    fn strike_again(&self, act: ActId) -> Result<bool, Refusal> {
        let zone = self.zone.clone();
        let keys = std::sync::Arc::clone(&self.keys);
        let struck =
            self.writer.submit(move |tx: &mut Tx<'_>, edge| -> Result<Option<(StreamId, Trace)>, Refusal> {
                let struck = strike(tx, act)?;
                if let Some((stream, _)) = struck {
                    index::make_file_anew(&keys, tx, stream, &zone)?;
                    edge.rights_changed();
                }
                Ok(struck)
            })?;
        let Some((stream, trace)) = struck else { return Ok(false) };
        self.kept.forget(stream);
        self.settle(vec![trace]);
        Ok(true)
    }

    /// How much of what was erased may still be in the files of the engine; nothing, once they were read through.
    pub fn unsettled(&self) -> usize {
        self.to_settle.lock().unwrap_or_else(std::sync::PoisonError::into_inner).len()
    }

    /// Empties the engine's log into the database and reads its files through for what must be gone.
    pub(crate) fn settle(&self, traces: Vec<Trace>) -> Settled {
        let mut waiting = self.to_settle.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        waiting.extend(traces);
        if waiting.is_empty() {
            return Settled::Clean;
        }
        match self.store.remains_of(&waiting) {
            Ok(Remains::Nothing) => {
                waiting.clear();
                Settled::Clean
            }
            Ok(Remains::OnServer) => {
                waiting.clear();
                tracing::info!("the tables of the database server were written anew; its own log and backups run out");
                Settled::OnServer
            }
            Ok(Remains::Something) => {
                tracing::warn!(
                    "what was erased is still in the files of the database, for somebody reads an older state"
                );
                Settled::Later
            }
            Err(error) => {
                tracing::error!(%error, "the files of the database could not be read through after an erasure");
                Settled::Later
            }
        }
    }
}

/// The organisation that held the file last and is in the register; the eraser's own, if there is none.
fn held_last(tx: &mut Tx<'_>, facts: &Facts, actor: &Actor) -> Result<OrgId, store::Error> {
    for place in facts.custody.iter().rev() {
        let sql = "select 1 from stream_key where stream = $1";
        if tx.one(sql, &[Val::Blob(&place.value.bytes())], |row| row.get::<i64>(0))?.is_some() {
            return Ok(place.value);
        }
    }
    Ok(actor.org)
}

/// The order of law that an announcement names, if it does.
fn order_of(keys: &Keys, tx: &mut Tx<'_>, announced: ActId) -> Result<Option<LegalOrder>, Fault> {
    Ok(act_of(keys, tx, announced)?.and_then(|recorded| match recorded.act {
        Act::File(topic::File::ErasureAnnounced(body)) => body.order,
        _ => None,
    }))
}

/// Is there anything left of this file to erase?
fn is_here(tx: &mut Tx<'_>, case: StreamId) -> Result<bool, store::Error> {
    let key =
        tx.one("select 1 from stream_key where stream = $1", &[Val::Blob(&case.bytes())], |row| row.get::<i64>(0))?;
    let acts =
        tx.one("select count(*) from act where stream = $1 and year is null", &[Val::Blob(&case.bytes())], |row| {
            row.get::<i64>(0)
        })?;
    Ok(key.is_some() || acts.unwrap_or(0) > 0)
}

fn count_acts(tx: &mut Tx<'_>, streams: &[StreamId]) -> Result<u64, Fault> {
    let mut acts = 0_u64;
    for stream in streams {
        let sql = "select count(*) from act where stream = $1 and year is null";
        acts = acts.saturating_add(tx.one(sql, &[Val::Blob(&stream.bytes())], |row| row.get::<u64>(0))?.unwrap_or(0));
    }
    Ok(acts)
}

pub(crate) fn trace_of(bytes: &[u8], from: usize) -> Option<Trace> {
    bytes.get(from..).and_then(|rest| rest.first_chunk::<16>()).copied()
}

/// Takes one stream away: its wrapped key, envelopes, salts and bodies, and every row that speaks of it. The leaves stay,
/// each with an id that says nothing. Looks at it stay too, with those who looked: they hold nothing of the file.
fn destroy_stream(tx: &mut Tx<'_>, stream: StreamId, destroyed: &mut Destroyed) -> Result<(), store::Error> {
    let id = stream.bytes();
    let wrapped =
        tx.one("select wrapped from stream_key where stream = $1", &[Val::Blob(&id)], |row| row.get::<Vec<u8>>(0))?;
    // The suite takes the first byte; the nonce after it is random.
    destroyed.traces.extend(wrapped.as_deref().and_then(|wrapped| trace_of(wrapped, 1)));
    tx.exec("delete from stream_key where stream = $1", &[Val::Blob(&id)])?;
    let rows = tx.all(
        "select seq, id, leaf, envelope_salt, sealed from act where stream = $1 and year is null order by seq",
        &[Val::Blob(&id)],
        |row| {
            let salt = row.get::<Option<[u8; 32]>>(3)?;
            let sealed = row.get::<Option<Vec<u8>>>(4)?;
            Ok((row.get::<i64>(0)?, row.get::<[u8; 16]>(1)?, row.get::<Vec<u8>>(2)?, salt, sealed))
        },
    )?;
    for (seq, act, leaf, salt, sealed) in rows {
        destroyed.traces.extend(salt.as_ref().and_then(|salt| trace_of(salt, 0)));
        destroyed.traces.extend(sealed.as_deref().and_then(|sealed| trace_of(sealed, 1)));
        let nothing = trace_of(&leaf, 9).ok_or_else(|| store::Error::unreadable("a leaf"))?;
        tx.exec(
            "update act set id = $1, stream = $2, kind = 'erased', actor = $2, envelope = null, envelope_salt = null,
                 sealed = null
             where seq = $3",
            &[Val::Blob(&nothing), Val::Blob(&[0; 16]), Val::I64(seq)],
        )?;
        tx.exec("delete from consent where act = $1", &[Val::Blob(&act)])?;
    }
    destroyed.traces.extend(crate::kept_form::erase_about(tx, stream)?);
    for table in index::OF_A_FILE.into_iter().chain(["due"]) {
        tx.exec(&format!("delete from {table} where stream = $1"), &[Val::Blob(&id)])?;
    }
    tx.exec("delete from looked where of_what = $1", &[Val::Blob(&id)])?;
    // So that no file begins under this id again.
    tx.exec("update stream set subject = 'erased' where id = $1", &[Val::Blob(&id)])?;
    Ok(())
}

/// Requests that are remembered, so that a repetition is noticed, name streams and acts.
fn forget_requests(tx: &mut Tx<'_>, streams: &[StreamId]) -> Result<(), store::Error> {
    let doomed: BTreeSet<String> = streams.iter().map(ToString::to_string).collect();
    let rows = tx.all("select account, once, receipt from performed order by account, once", &[], |row| {
        Ok((row.get::<[u8; 16]>(0)?, row.get::<String>(1)?, row.get::<String>(2)?))
    })?;
    for (account, once, _) in rows.iter().filter(|(_, _, receipt)| doomed.iter().any(|id| receipt.contains(id))) {
        tx.exec("delete from performed where account = $1 and once = $2", &[Val::Blob(account), Val::Text(once)])?;
    }
    Ok(())
}

/// Takes the body of one act away; its envelope stays, so that it is known that there was one. Nothing if it is gone already.
pub(crate) fn strike(tx: &mut Tx<'_>, act: ActId) -> Result<Option<(StreamId, Trace)>, store::Error> {
    let row = tx.one(
        "select stream, sealed from act where id = $1 and sealed is not null",
        &[Val::Blob(&act.bytes())],
        |row| Ok((StreamId::from_bytes(row.get(0)?), row.get::<Vec<u8>>(1)?)),
    )?;
    let Some((stream, sealed)) = row else { return Ok(None) };
    tx.exec("update act set sealed = null where id = $1", &[Val::Blob(&act.bytes())])?;
    Ok(trace_of(&sealed, 1).map(|trace| (stream, trace)))
}

/// The rows of a case and its referrals in the order of the log, to make the index of one file anew.
pub(crate) fn rows_of_file(tx: &mut Tx<'_>, streams: &[StreamId]) -> Result<Vec<Closed>, Fault> {
    let mut rows = Vec::new();
    for stream in streams {
        let sql = "select seq, leaf, envelope, envelope_salt, sealed, year from act where stream = $1 and year is null order by seq";
        let found = tx.all(sql, &[Val::Blob(&stream.bytes())], |row| Ok((row.get::<i64>(0)?, Closed::read(row)?)))?;
        rows.extend(found.into_iter().filter_map(|(seq, row)| row.map(|row| (seq, row))));
    }
    rows.sort_by_key(|(seq, _)| *seq);
    Ok(rows.into_iter().map(|(_, row)| row).collect())
}

/// The list, shared with the writer.
pub(crate) type SharedList = std::sync::Arc<ErasureList>;
