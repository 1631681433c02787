//! Whoever comes back to custody long after a release: the file is held by no prison, and found by its number alone.

use access::Actor;
use domain::look::ListName;
use domain::{Action, CaseId, Ground, Moment, Part, StreamId};
use store::{Tx, Val};

use super::listed;
use crate::App;
use crate::disclosed::Disclosed;
use crate::refusal::{Fault, Refusal};
use crate::returning::ReturnLine;

impl App {
    /// The file of a released person whom no prison holds, by its whole number, even while the one before still has its papers.
    /// Asked by whoever may admit people into their own prison; every question is on record, whatever the answer.
    pub fn released_under(&self, actor: &Actor, number: &str) -> Result<Disclosed<Option<CaseId>>, Refusal> {
        let register = (Part::Identity, Action::Register);
        self.show_for_an_act(actor, |tx, now| {
            if !access::allows(actor.capacity, Ground::OwnOrganisation, register.0, register.1, actor.strength) {
                return Err(Refusal::NotYours);
            }
            let mut found = None;
            for stream in self.names.numbered(number) {
                let released = tx.one(
                    "select count(*) from case_index c
                     where c.stream = $1 and c.released_at is not null and c.prison is null",
                    &[Val::Blob(&stream.bytes())],
                    |row| row.get::<i64>(0),
                )?;
                // Whoever is kept out of a file finds it by no question.
                let open = crate::bar::on(tx, actor, stream, now)?.is_empty();
                if open && released.is_some_and(|count| count > 0) {
                    found = Some(CaseId::from(stream));
                }
            }
            let shown: Vec<StreamId> = found.iter().map(|case| case.stream()).collect();
            listed(tx, actor, now, (ListName::Names, shown), (found, Vec::new()))
        })
    }

    /// Does a return to the asker's own prison wait for a second word? Asked by whoever just recorded it.
    pub fn return_waits(&self, actor: &Actor, case: CaseId) -> Result<bool, Fault> {
        let now = self.now();
        self.store.read(|tx| Ok(self.returns_waiting(tx, actor, now)?.iter().any(|line| line.case == case)))
    }

    /// Returns to the asker's own prison that one person recorded, and another has not said yet.
    pub(crate) fn returns_waiting(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        now: Moment,
    ) -> Result<Vec<ReturnLine>, Fault> {
        if !access::allows(actor.capacity, Ground::OwnOrganisation, Part::Identity, Action::Register, actor.strength) {
            return Ok(Vec::new());
        }
        Ok(crate::returning::waiting(tx, actor, now)?)
    }
}
