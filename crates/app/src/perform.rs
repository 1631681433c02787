//! `perform`: the only way anything changes.
//!
//! A star: it asks each neighbour — access, the stored file, admission, the register, the safeguards, the seal, the
//! writer — and gets a value back; none calls back. A safeguard may stop a decision, never a record.

mod correcting;
mod elsewhere;
mod emergency;
mod following;

use std::collections::BTreeMap;

use access::{Actor, Permit};
use domain::admission::NotPossible;
use domain::kind::topic;
use domain::{Act, ActId, Action, Ground, Moment, Part, Recorded, StreamId};
use ledger::seal::Key;
use safeguards::Finding;
use store::{Tx, Val};

use crate::App;
use crate::chance::draw;
use crate::clock_guard::{self, ClockState};
use crate::erase;
use crate::erasure_list::Entry;
use crate::keys::SealedBy;
use crate::ledger_rows::{Prepared, Seal, act_of, decides, envelope, key_of};
use crate::once::{digest_of, performed};
use crate::refusal::{Fault, Refusal};
use crate::resolve;
use crate::state::State;
use crate::witness::TRIES;
use crate::writing::{head_of, size_of};

pub use crate::deed::{Deed, Proposed, Receipt};
pub use crate::resolve::{begins, founds};
pub use correcting::Correcting;
pub use emergency::UNFOUND;
pub(crate) use following::note_due;
use following::{end_ways_in, summarise};

/// The streams a deed was prepared from, with the heads they had then.
type ReadSet = Vec<(StreamId, Option<u64>)>;

/// A right that a deed rests on. The writer asks for it again, for it may end between preparing and writing.
#[derive(Debug, Clone, Copy)]
struct Claim {
    parent: StreamId,
    stream: StreamId,
    part: Part,
    action: Action,
    until: Option<Moment>,
}

impl Claim {
    fn stands(&self, tx: &mut Tx<'_>, actor: &Actor, at: Moment) -> Result<bool, Fault> {
        let standing = crate::ground::standing(tx, actor, self.parent, at)?.barred_from(tx, actor, self.stream, at)?;
        Ok(standing.permit(actor, self.stream, (self.part, self.action), at).is_some())
    }
}

impl App {
    /// Does it, or says why not. A refusal is one entry of fixed size in the actor's own record; nothing else changes.
    pub fn perform(&self, actor: &Actor, deed: &Deed) -> Result<Receipt, Refusal> {
        let outcome = if crate::emergency::asks(deed) {
            self.tries_a_number(actor, deed, || self.try_perform(actor, deed))
        } else {
            self.try_perform(actor, deed)
        };
        self.on_record(actor, outcome)
    }

    fn try_perform(&self, actor: &Actor, deed: &Deed) -> Result<Receipt, Refusal> {
        if deed.acts.is_empty() {
            return Err(Refusal::NotYours);
        }
        if let Some(receipt) = self.performed_before(actor, deed)? {
            return Ok(receipt);
        }
        // Whoever decides compares the clock; what is only reported does not wait for it.
        let decides_now = |proposed: &Proposed| decides(&proposed.act) && !clock_guard::mends(&proposed.act);
        if deed.acts.iter().any(decides_now) && self.watch_clock()? != ClockState::Steady {
            return Err(Refusal::ClockStepped);
        }
        for attempt in 1..=TRIES {
            let (ready, read_set) = self.store.read(|tx| self.prepare(tx, actor, deed))?;
            match self.write(actor, deed, ready, read_set) {
                // The same request came twice at once, and the other one was first.
                Err(Refusal::KeyReused) => return self.performed_before(actor, deed)?.ok_or(Refusal::KeyReused),
                Err(Refusal::Meanwhile { moved }) if attempt < TRIES && !self.stale(deed, &moved) => {}
                outcome => return outcome,
            }
        }
        Err(Fault::from(store::Error::Busy).into())
    }

    /// Did a section move under the user's own form, or only beside it?
    fn stale(&self, deed: &Deed, moved: &[StreamId]) -> bool {
        let decision = deed.acts.iter().any(|proposed| decides(&proposed.act));
        decision && deed.based_on.iter().any(|(stream, _)| moved.contains(stream))
    }

    fn prepare(&self, tx: &mut Tx<'_>, actor: &Actor, deed: &Deed) -> Result<(Ready, ReadSet), Refusal> {
        let now = self.now();
        let mut work = Work {
            app: self,
            actor,
            now,
            files: BTreeMap::new(),
            sealed: Vec::new(),
            raised: Vec::new(),
            new_keys: Vec::new(),
            claims: Vec::new(),
        };
        let size = size_of(tx)?;
        for (stream, head) in &deed.based_on {
            let stands = head_of(tx, *stream)?;
            let decision = deed.acts.iter().any(|proposed| proposed.stream == *stream && decides(&proposed.act));
            if decision && stands != Some(*head) {
                return Err(Refusal::Meanwhile { moved: vec![*stream] });
            }
        }
        for proposed in &deed.acts {
            work.one(tx, deed, proposed)?;
        }
        if let Some(correcting) = deed.correcting {
            work.correct(tx, deed, correcting)?;
        }
        let due = work.note_findings(tx)?;
        let mut read_set: Vec<_> = work.files.iter().map(|(stream, file)| (*stream, file.head)).collect();
        let named = deed.acts.iter().flat_map(|proposed| resolve::rests_on(&proposed.act));
        for stream in named.chain([actor.account.stream()]) {
            read_set.push((stream, head_of(tx, stream)?));
        }
        let Work { files, sealed, raised, new_keys, claims, .. } = work;
        let summaries = files.into_iter().map(|(stream, file)| (stream, file.state)).collect();
        Ok((Ready { sealed, summaries, raised, due, new_keys, claims, size, now }, read_set))
    }

    fn write(&self, actor: &Actor, deed: &Deed, ready: Ready, read_set: ReadSet) -> Result<Receipt, Refusal> {
        let (actor, zone) = (*actor, self.zone.clone());
        let once = deed.once.clone();
        let digest = digest_of(deed)?;
        let own: Vec<(ActId, StreamId)> = ready
            .sealed
            .iter()
            .filter(|(own, _)| *own)
            .map(|(_, sealed)| (sealed.envelope.act, sealed.envelope.stream))
            .collect();
        let Ready { sealed, summaries, raised, due, new_keys, claims, size, now } = ready;
        let acts: Vec<ActId> = own.iter().map(|(act, _)| *act).collect();
        let streams: Vec<StreamId> = own.iter().map(|(_, stream)| *stream).collect();
        let receipt_text = serde_json::to_string(&(&acts, &streams)).map_err(Fault::unreadable)?;
        let kept = new_keys.clone();
        let (list, keys) = (self.erasures.clone(), std::sync::Arc::clone(&self.keys));
        let opens = crate::emergency::asks(deed);
        let (at, recorded, struck) = self.writer.submit(move |tx: &mut Tx<'_>, edge| -> Result<Written, Refusal> {
            let mut moved = Vec::new();
            for (stream, head) in &read_set {
                if head_of(tx, *stream)? != *head {
                    moved.push(*stream);
                }
            }
            let at = edge.at(now);
            let changed = edge.rights > size;
            for claim in &claims {
                let ended = claim.until.is_some_and(|until| until <= at);
                if ended || (changed && !claim.stands(tx, &actor, at)?) {
                    return Err(Refusal::Meanwhile { moved });
                }
            }
            if !moved.is_empty() {
                return Err(Refusal::Meanwhile { moved });
            }
            // Counted once more: two at once do not both take the last place.
            if opens && crate::emergency::paced(tx, &actor, at)? {
                return Err(NotPossible::EmergencyPaced.into());
            }
            if let Some(once) = &once
                && performed(tx, &actor, once)?.is_some()
            {
                return Err(Refusal::KeyReused);
            }
            for (stream, epoch, wrapped, _) in &new_keys {
                tx.exec(
                    "insert into stream_key (stream, epoch, wrapped) values ($1, $2, $3)",
                    &[Val::Blob(&stream.bytes()), Val::I64((*epoch).into()), Val::Blob(wrapped)],
                )?;
            }
            let mut written = Vec::with_capacity(sealed.len());
            let mut struck = Vec::new();
            for (_, prepared) in &sealed {
                let (_, recorded) = edge.append(tx, prepared, now, &zone)?;
                end_ways_in(tx, &recorded)?;
                if let Act::File(topic::File::Struck(body)) = &recorded.act {
                    list.add(&Entry::act(body.of, recorded.at))?;
                    struck.extend(erase::strike(tx, body.of)?);
                    crate::index::make_file_anew(&keys, tx, recorded.envelope.stream, &zone)?;
                    edge.rights_changed();
                }
                written.push(recorded);
            }
            summarise(tx, &keys, &summaries, &written)?;
            for (stream, at) in &due {
                note_due(tx, *stream, *at)?;
            }
            let at = Moment::from_millis(edge.last);
            if let Some(once) = &once {
                tx.exec(
                    "insert into performed (account, once, digest, receipt, at) values ($1, $2, $3, $4, $5)",
                    &[
                        Val::Blob(&actor.account.bytes()),
                        Val::Text(once),
                        Val::Blob(&digest),
                        Val::Text(&receipt_text),
                        Val::I64(at.millis()),
                    ],
                )?;
            }
            Ok((at, written, struck))
        })?;
        self.has_been(at);
        for (stream, _, _, key) in &kept {
            self.keys.remember(SealedBy::Stream(*stream).name(), key);
        }
        for act in &recorded {
            self.names.take(act);
            self.clock_guard.take(act, self.clock.now(), self.clock.elapsed());
        }
        if !struck.is_empty() {
            for (stream, _) in &struck {
                self.kept.forget(*stream);
                self.name_anew(*stream)?;
            }
            self.settle(struck.into_iter().map(|(_, trace)| trace).collect());
        }
        Ok(Receipt { acts, streams, at, raised, repeated: false })
    }
}

/// What the writer gives back: when, what was recorded, and of which streams an act was struck.
type Written = (Moment, Vec<Recorded>, Vec<(StreamId, erase::Trace)>);

/// A deed ready for the writer.
struct Ready {
    /// Acts in order; the flag says whether the act is the deed's own or one that follows from it.
    sealed: Vec<(bool, Prepared)>,
    summaries: Vec<(StreamId, State)>,
    raised: Vec<Finding>,
    /// When each case must be looked at again.
    due: Vec<(StreamId, Option<Moment>)>,
    new_keys: Vec<(StreamId, u32, Vec<u8>, Key)>,
    claims: Vec<Claim>,
    /// Leaves in the log when it was prepared.
    size: u64,
    now: Moment,
}

/// A stream as it would stand with the acts so far.
struct FileState {
    head: Option<u64>,
    state: State,
    key: Key,
}

/// The work on one deed.
struct Work<'a> {
    app: &'a App,
    actor: &'a Actor,
    now: Moment,
    files: BTreeMap<StreamId, FileState>,
    sealed: Vec<(bool, Prepared)>,
    raised: Vec<Finding>,
    new_keys: Vec<(StreamId, u32, Vec<u8>, Key)>,
    claims: Vec<Claim>,
}

impl Work<'_> {
    fn one(&mut self, tx: &mut Tx<'_>, deed: &Deed, proposed: &Proposed) -> Result<(), Refusal> {
        let found;
        let (proposed, in_emergency) = match &proposed.act {
            Act::File(topic::File::EmergencyOpened(body)) => {
                found = self.called(tx, proposed, body)?;
                (&found, true)
            }
            // Whoever sits in the place of the opener, or above it for a while, is not somebody else.
            Act::File(topic::File::EmergencyReviewed(_)) if self.actor.stands_in.is_some() => {
                return Err(NotPossible::EmergencyStandingIn.into());
            }
            _ => (proposed, false),
        };
        let concerns = proposed.concerns.unwrap_or(self.now);
        let parent = resolve::parent(tx, self.actor, deed, proposed, self.now)?;
        let permit = self.permit(tx, proposed, parent)?;
        if permit.ground() == Ground::NoSecondPerson && !crate::second::signs(tx, self.actor, proposed, self.now)? {
            return Err(Refusal::NotAllowed);
        }
        if concerns > self.now {
            return Err(Refusal::InFuture);
        }
        let proposed = &self.with_what_stands_elsewhere(tx, proposed)?;
        let envelope = envelope(&permit, ActId::from_random(draw(&*self.app.entropy)?), &proposed.act, concerns);
        let recorded = Recorded { envelope: envelope.clone(), at: self.now, act: proposed.act.clone() };
        let named = resolve::named_org(&proposed.act).map(|org| self.app.org_facts(tx, org)).transpose()?;
        let mut possible = self.file(tx, proposed)?.state.admit(named.as_ref(), &recorded);
        if let Some(correcting) = deed.correcting.filter(|_| !matches!(proposed.act, Act::File(_))) {
            possible = self.without(tx, proposed.stream, correcting.of)?.admit(named.as_ref(), &recorded);
        }
        // A report that contradicts the state is taken and marked; only a decision can be impossible.
        match possible {
            Err(reason) if in_emergency => return Err(emergency::told_alike(reason)),
            Err(reason) if decides(&proposed.act) || resolve::records_nothing(&proposed.act, reason) => {
                return Err(reason.into());
            }
            _ => {}
        }
        self.resolve(tx, deed, proposed)?;
        let Some(file) = self.files.get_mut(&proposed.stream) else { return Err(Fault::unreadable("a file").into()) };
        let before = file.state.clone();
        file.state.take(&recorded);
        let key = file.key.clone();
        if let (State::Case(before), State::Case(after)) = (&before, &file.state)
            && decides(&proposed.act)
        {
            self.app.stop_if_forbidden(before, after, self.now)?;
        }
        let seal = Seal {
            keys: &self.app.keys,
            entropy: &*self.app.entropy,
            by: SealedBy::Stream(proposed.stream),
            key: &key,
        };
        self.sealed.push((true, Prepared::seal(permit, &seal, envelope, proposed.act.clone())?));
        if let Act::File(topic::File::Struck(body)) = &proposed.act {
            self.fold_anew(tx, proposed.stream, Some(body.of))?;
        }
        Ok(())
    }

    /// What the act names elsewhere must be there, and what a package shows must be consented to.
    fn resolve(&self, tx: &mut Tx<'_>, deed: &Deed, proposed: &Proposed) -> Result<(), Refusal> {
        resolve::resolve(tx, self.actor, deed, proposed)?;
        if let Act::Post(act) = &proposed.act
            && let Some(State::Organisation(facts)) = self.files.get(&proposed.stream).map(|file| &file.state)
        {
            self.app.resolve_post(tx, self.actor, proposed.stream.into(), (&facts.posts, act), self.now)?;
        }
        if let Act::Note(topic::Note::Written(body)) = &proposed.act {
            crate::notes::resolve(self.app, tx, self.actor, proposed.stream, body)?;
        }
        self.offers_at_once(tx, deed, proposed)?;
        crate::danger::stays_inside(self.app, tx, self.actor, proposed.stream, &proposed.act)?;
        self.names_an_act(tx, deed, proposed)?;
        let package = match &proposed.act {
            Act::Referral(topic::Referral::Begun(body)) => {
                let holds = match self.files.get(&proposed.stream).map(|file| &file.state) {
                    Some(State::Case(facts)) => facts
                        .consents
                        .iter()
                        .any(|consent| consent.act == body.consent && consent.holds(self.now, &self.app.zone)),
                    _ => false,
                };
                return if holds { Ok(()) } else { Err(NotPossible::ConsentNotHolding.into()) };
            }
            Act::Referral(topic::Referral::PackageReleased(package)) => package,
            _ => return Ok(()),
        };
        let consent = resolve::consent_of(tx, deed, proposed.stream)?.ok_or(NotPossible::ConsentUnknown)?;
        let sealed = self.sealed.iter().find(|(_, prepared)| prepared.envelope.act == consent);
        let given = match sealed {
            Some((_, prepared)) => Some(prepared.act.clone()),
            None => act_of(&self.app.keys, tx, consent)?.map(|recorded| recorded.act),
        };
        match given {
            Some(Act::Consent(topic::Consent::Given(given))) if resolve::covers(&given, package) => Ok(()),
            _ => Err(NotPossible::ConsentNotHolding.into()),
        }
    }

    fn permit(&mut self, tx: &mut Tx<'_>, proposed: &Proposed, parent: StreamId) -> Result<Permit, Refusal> {
        let row = proposed.act.kind().row();
        let standing = crate::ground::standing(tx, self.actor, parent, self.now)?.barred_from(
            tx,
            self.actor,
            proposed.stream,
            self.now,
        )?;
        let permit = standing.permit(self.actor, proposed.stream, (row.part, row.action), self.now);
        if let Some(permit) = &permit {
            let (part, action, until) = (row.part, row.action, permit.until());
            self.claims.push(Claim { parent, stream: proposed.stream, part, action, until });
        }
        if let Some(permit) = permit {
            return Ok(permit);
        }
        let fresh =
            |proved: Actor| standing.permit(&proved, proposed.stream, (row.part, row.action), self.now).is_some();
        if crate::step_up::proved(self.actor).is_some_and(fresh) {
            return Err(Refusal::NeedsFresh);
        }
        // Who may see the file but not do this gets a reasoned refusal; everybody else the one 404. A file that is there
        // already is asked for itself, whoever's word it was to begin with. Of notes there is nothing but the referral: whether
        // there are any is nobody's to learn from an answer.
        let of_notes = matches!(proposed.act, Act::Note(_));
        let there = head_of(tx, proposed.stream)?.is_some() && parent != proposed.stream && !of_notes;
        let (asked, standing) = if there {
            (proposed.stream, crate::ground::standing(tx, self.actor, proposed.stream, self.now)?)
        } else {
            (parent, standing)
        };
        Err(match standing.readable(self.actor, asked, self.now) {
            Some(_) => Refusal::NotAllowed,
            None => Refusal::NotYours,
        })
    }

    /// Loads the stream of an act once, or founds it.
    fn file(&mut self, tx: &mut Tx<'_>, proposed: &Proposed) -> Result<&FileState, Refusal> {
        let stream = proposed.stream;
        if !self.files.contains_key(&stream) {
            let subject = proposed.act.kind().row().subject;
            let head = head_of(tx, stream)?;
            let known = tx.one("select subject from stream where id = $1", &[Val::Blob(&stream.bytes())], |row| {
                row.get::<String>(0)
            })?;
            let file = match known {
                Some(known) if known == subject.code() => {
                    let key = key_of(&self.app.keys, tx, SealedBy::Stream(stream))?.ok_or(Refusal::NotYours)?;
                    FileState { head, state: State::clone(&*self.app.folded(tx, stream, subject)?), key }
                }
                None if resolve::founds(&proposed.act) => {
                    let key = Key::new(draw(&*self.app.entropy)?);
                    let wrapped = self.app.keys.wrap(SealedBy::Stream(stream).name(), &key, &*self.app.entropy)?;
                    self.new_keys.push((stream, self.app.keys.epoch, wrapped, key.clone()));
                    FileState { head, state: State::of(subject, &[]), key }
                }
                _ => return Err(Refusal::NotYours),
            };
            self.files.insert(stream, file);
        }
        self.files.get(&stream).ok_or_else(|| Fault::unreadable("a file").into())
    }

    /// Appends `finding.raised` and `finding.closed` for every case that the deed touched, once for each rule, stream
    /// and anchor, and notes when the case must be looked at again.
    fn note_findings(&mut self, tx: &mut Tx<'_>) -> Result<Vec<(StreamId, Option<Moment>)>, Refusal> {
        let mut due = Vec::new();
        for (stream, file) in &self.files {
            let State::Case(facts) = &file.state else { continue };
            let judged = self.app.judge(tx, *stream, facts, self.now)?;
            due.push((*stream, judged.next));
            // A receipt says no more than the page would: what hangs on a part the actor cannot open stays unsaid.
            let standing = crate::ground::standing(tx, self.actor, *stream, self.now)?;
            let reading = standing.readable(self.actor, *stream, self.now);
            let opens = |part| reading.as_ref().is_some_and(|reading| reading.opens(*stream, part));
            self.raised.extend(judged.raised.into_iter().filter(|finding| opens(crate::findings::part_of(finding))));
            for act in judged.acts {
                let permit = Permit::witness(&Actor::installation(), *stream, act.kind().row().part);
                let envelope = envelope(&permit, ActId::from_random(draw(&*self.app.entropy)?), &act, self.now);
                let seal = Seal {
                    keys: &self.app.keys,
                    entropy: &*self.app.entropy,
                    by: SealedBy::Stream(*stream),
                    key: &file.key,
                };
                self.sealed.push((false, Prepared::seal(permit, &seal, envelope, act)?));
            }
        }
        Ok(due)
    }
}
