//! A report in the place of another one, and what is struck: what the deed names must be there, of this file, and of a
//! kind that can be corrected or struck. After either, the file is folded anew.

use domain::admission::NotPossible;
use domain::file::{Corrected, CorrectionReason};
use domain::keeping::{correctable, strikable};
use domain::kind::{Kind, Subject, topic};
use domain::{Act, ActId, Recorded, StreamId};
use store::{Tx, Val};

use super::{Deed, Proposed, Work};
use crate::ledger_rows::acts_of;
use crate::refusal::{Fault, Refusal};
use crate::state::State;

/// Which report a deed corrects, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Correcting {
    /// The report that was wrong.
    pub of: ActId,
    /// Why.
    pub why: CorrectionReason,
}

impl Work<'_> {
    /// The state that a correction is judged in: as if the report that was wrong had never been made.
    pub(super) fn without(&self, tx: &mut Tx<'_>, stream: StreamId, of: ActId) -> Result<State, Fault> {
        let mut acts = acts_of(&self.app.keys, tx, stream)?;
        let replaced: Vec<ActId> = acts
            .iter()
            .filter_map(|recorded| match &recorded.act {
                Act::File(topic::File::Corrected(body)) if body.of == of => Some(body.by),
                _ => None,
            })
            .collect();
        acts.retain(|recorded| recorded.id() != of && !replaced.contains(&recorded.id()));
        Ok(State::of(Subject::Case, &acts))
    }

    /// Puts the one act of the deed in the place of the report that it corrects.
    pub(super) fn correct(&mut self, tx: &mut Tx<'_>, deed: &Deed, correcting: Correcting) -> Result<(), Refusal> {
        let ([proposed], Some((_, prepared))) = (deed.acts.as_slice(), self.sealed.last()) else {
            return Err(NotPossible::NotCorrectable.into());
        };
        let by = prepared.envelope.act;
        let link = Corrected { of: correcting.of, by, why: correcting.why };
        let stream = proposed.stream;
        self.one(tx, deed, &Proposed { stream, act: link.into(), concerns: None })?;
        self.fold_anew(tx, stream, None)
    }

    /// Folds a case again with what the deed adds, without an act that is struck by it.
    pub(super) fn fold_anew(
        &mut self,
        tx: &mut Tx<'_>,
        stream: StreamId,
        struck: Option<ActId>,
    ) -> Result<(), Refusal> {
        let mut acts: Vec<Recorded> = acts_of(&self.app.keys, tx, stream)?;
        let added = self.sealed.iter().filter(|(_, prepared)| prepared.envelope.stream == stream);
        acts.extend(added.map(|(_, prepared)| prepared.recorded(self.now)));
        acts.retain(|recorded| Some(recorded.id()) != struck);
        if let Some(file) = self.files.get_mut(&stream) {
            file.state = State::of(Subject::Case, &acts);
        }
        Ok(())
    }

    /// What a correction or a strike names must stand in this file, and its body with it.
    pub(super) fn names_an_act(&self, tx: &mut Tx<'_>, deed: &Deed, proposed: &Proposed) -> Result<(), Refusal> {
        let (of, may): (ActId, fn(Kind) -> bool) = match &proposed.act {
            Act::File(topic::File::Corrected(body)) => (body.of, correctable),
            Act::File(topic::File::StrikeProposed(body)) => (body.of, strikable),
            Act::File(topic::File::Struck(body)) => (body.of, strikable),
            _ => return Ok(()),
        };
        let known = tx.one(
            "select kind from act where id = $1 and stream = $2 and year is null and sealed is not null",
            &[Val::Blob(&of.bytes()), Val::Blob(&proposed.stream.bytes())],
            |row| row.get::<String>(0),
        )?;
        let kind: Kind = known.and_then(|kind| kind.parse().ok()).ok_or(NotPossible::ActUnknown)?;
        let correction = matches!(proposed.act, Act::File(topic::File::Corrected(_)));
        if !may(kind) {
            return Err(if correction { NotPossible::NotCorrectable } else { NotPossible::NotStrikable }.into());
        }
        // A correction is never said by itself: the report in the place of the other one is part of the same deed.
        let same = deed.correcting.is_some() && deed.acts.first().is_some_and(|act| act.act.kind() == kind);
        if correction && !same {
            return Err(NotPossible::AnotherKind.into());
        }
        Ok(())
    }
}
