//! The notes of a civil society organisation on one referral: for whoever carries it, and for its manager who proved
//! themselves just now. Whoever reads leaves an entry, with the notes and nowhere else.

use access::{Actor, PartSet};
use domain::kind::topic;
use domain::look::{Consulted, ListName, Purpose};
use domain::{Act, ActId, Action, Capacity, Moment, Part, ReferralId, StreamId, Text};
use store::Tx;

use super::{listed, resting};
use crate::App;
use crate::credential::Token;
use crate::disclosed::Disclosed;
use crate::ground;
use crate::ledger_rows::{looks_of, rows_of};
use crate::notes;
use crate::refusal::{Fault, Refusal};
use crate::step_up::proved;
use crate::vault;
use crate::witness::{Opened, Resting};

/// How many looks at notes are told.
const LOOKS: u32 = 20;

/// One note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteLine {
    /// The act.
    pub act: ActId,
    /// When it was written.
    pub at: Moment,
    /// Who wrote it.
    pub by: Option<String>,
    /// Was it the one who asks now?
    pub own: bool,
    /// What it says, while the vault is open.
    pub words: Words,
}

/// The words of a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Words {
    /// Read, in this session.
    Open(Text),
    /// The vault is closed.
    Closed,
    /// Sealed to another vault, or for another place: nobody here reads it.
    Unreadable,
}

/// Somebody opened the notes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotesLook {
    /// When.
    pub at: Moment,
    /// In which capacity.
    pub capacity: Capacity,
    /// Who.
    pub by: Option<String>,
}

/// Notes on a referral.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotesFile {
    /// The referral.
    pub referral: ReferralId,
    /// The notes, newest first.
    pub notes: Vec<NoteLine>,
    /// Has the organisation a vault?
    pub vault: bool,
    /// Does the asker hold it?
    pub holds: bool,
    /// Until when it is open in this session, if it is.
    pub open_until: Option<Moment>,
    /// May the asker write?
    pub writes: bool,
    /// Who opened them, newest first.
    pub looks: Vec<NotesLook>,
}

impl App {
    /// Opens the notes on a referral. Their words are there only while the vault is open in the session of this cookie.
    pub fn notes(
        &self,
        actor: &Actor,
        referral: ReferralId,
        purpose: Purpose,
        cookie: &str,
    ) -> Result<Disclosed<NotesFile>, Refusal> {
        let session = Token::read(cookie).ok_or(Refusal::NotYours)?.hash();
        self.show(actor, |tx, now| self.open_notes(tx, actor, (referral, session), purpose, now))
    }

    fn open_notes(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        (referral, session): (ReferralId, [u8; 32]),
        purpose: Purpose,
        now: Moment,
    ) -> Result<Opened<NotesFile>, Refusal> {
        let stream = referral.stream();
        let standing = ground::standing(tx, actor, stream, now)?;
        let opens =
            |asker: &Actor| standing.readable(asker, stream, now).filter(|reading| reading.opens(stream, Part::Notes));
        let Some(reading) = opens(actor) else {
            let fresh = proved(actor).is_some_and(|proved| opens(&proved).is_some());
            return Err(if fresh { Refusal::NeedsFresh } else { Refusal::NotYours });
        };
        let streams = notes::of_referral(tx, stream)?;
        let vault = self.vault_of(tx, actor.org)?;
        let holder = vault.as_ref().and_then(|vault| vault.holder(actor.account));
        let key = vault::public_of(tx, actor.account)?;
        let holds = holder.is_some_and(|holder| Some(holder.to.as_str()) == key.as_deref());
        let open = vault.as_ref().filter(|_| holds).map(|vault| vault.act);
        let open_until = open.and_then(|vault| self.vaults.until(actor, session, vault, now));
        let mut found = Vec::new();
        for notes in &streams {
            for row in rows_of(tx, *notes)? {
                let Some(recorded) = row.open(&self.keys, tx)? else { continue };
                let Act::Note(topic::Note::Written(body)) = &recorded.act else { continue };
                let author = recorded.envelope.actor;
                let whose = (self.keys.sealer.origin(), *notes, author);
                let read = open.and_then(|vault| {
                    self.vaults
                        .with(actor, session, vault, now, |identity| vault::opened_note(whose, identity, &body.sealed))
                });
                let words = match read {
                    None => Words::Closed,
                    Some(None) => Words::Unreadable,
                    Some(Some(text)) => Words::Open(text),
                };
                found.push(NoteLine {
                    act: recorded.id(),
                    at: recorded.concerns(),
                    by: self.names.staff(author.stream()),
                    own: author == actor.account,
                    words,
                });
            }
        }
        found.sort_by(|one, other| other.at.cmp(&one.at).then(other.act.cmp(&one.act)));
        let looks = self.looks_at_notes(tx, &streams)?;
        let writes = standing.permit(actor, stream, (Part::Notes, Action::Record), now).is_some();
        let value = NotesFile { referral, notes: found, vault: vault.is_some(), holds, open_until, writes, looks };
        let parts = PartSet::EMPTY.with(Part::Notes);
        let rests_on = vec![Resting::on(&reading, parts)];
        let Some(first) = streams.first() else {
            // Nothing is there to be entered with: the entry stands with whoever looked, as that of any list.
            return listed(tx, actor, now, (ListName::Notes, Vec::new()), (value, resting(&[stream], Part::Notes)));
        };
        let entry = (*first, Act::from(Consulted { parts: vec![Part::Notes], purpose }));
        Ok(Opened { value, until: reading.until(), entry, rests_on })
    }

    /// Who opened the notes: all of them are people of one organisation, who work together.
    fn looks_at_notes(&self, tx: &mut Tx<'_>, streams: &[StreamId]) -> Result<Vec<NotesLook>, Fault> {
        let mut looks = Vec::new();
        for stream in streams {
            for row in looks_of(tx, *stream, LOOKS, 0)? {
                let Some(recorded) = row.open(&self.keys, tx)? else { continue };
                if let Act::Look(topic::Look::Consulted(_)) = recorded.act {
                    let capacity = recorded.envelope.capacity;
                    let by = self.names.staff(recorded.envelope.actor.stream());
                    looks.push(NotesLook { at: recorded.at, capacity, by });
                }
            }
        }
        looks.sort_by_key(|look| std::cmp::Reverse(look.at));
        Ok(looks)
    }
}
