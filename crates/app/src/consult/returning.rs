//! Whoever comes back to custody long after a release: the file is held by no prison, and found by its number alone.

use access::Actor;
use domain::look::ListName;
use domain::{Action, CaseId, Ground, Part, StreamId};
use store::Val;

use super::listed;
use crate::App;
use crate::disclosed::Disclosed;
use crate::refusal::Refusal;

impl App {
    /// The file of a released person whom no prison holds, by its whole number. Asked by whoever may admit people into
    /// their own prison; every question is on record, whatever the answer.
    pub fn released_under(&self, actor: &Actor, number: &str) -> Result<Disclosed<Option<CaseId>>, Refusal> {
        let register = (Part::Identity, Action::Register);
        self.show_for_an_act(actor, |tx, now| {
            if !access::allows(actor.capacity, Ground::OwnOrganisation, register.0, register.1, actor.strength) {
                return Err(Refusal::NotYours);
            }
            let mut found = None;
            for stream in self.names.numbered(number) {
                let released = tx.one(
                    "select count(*) from case_index c where c.stream = $1 and c.released_at is not null and c.prison is null
                        and not exists (select 1 from ground g where g.stream = $1 and g.ground = 'custody'
                            and g.begins <= $2 and (g.ends is null or g.ends > $2))",
                    &[Val::Blob(&stream.bytes()), Val::I64(now.millis())],
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
}
