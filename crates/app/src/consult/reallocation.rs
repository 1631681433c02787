//! What somebody carries, for giving all of it to somebody else in one deed.
//!
//! Asked by those alone who allocate files. Files that the receiver is kept from stay where they are, and are counted.

use access::Actor;
use domain::look::ListName;
use domain::{AccountId, Action, CaseId, Ground, Moment, Part, StreamId};
use store::Tx;

use super::lists::{CASE_COLUMNS, CaseLine, VISIBLE, grounds_for, visible_vals};
use super::{listed, resting};
use crate::disclosed::Disclosed;
use crate::refusal::Refusal;
use crate::{App, bar};
use store::Val;

/// Most files that one deed gives to somebody else.
pub const AT_ONCE: i64 = 500;

/// What one case manager carries, as far as the asker sees it.
#[derive(Debug, Clone)]
pub struct Carried {
    /// Files that can be given to the receiver.
    pub cases: Vec<CaseId>,
    /// How many files the receiver is kept from, by a restriction or a conflict of interest.
    pub kept_from: usize,
}

impl App {
    /// The files that `from` carries, and which of them `to` may be given; at most [`AT_ONCE`].
    pub fn carried(&self, actor: &Actor, from: AccountId, to: AccountId) -> Result<Disclosed<Carried>, Refusal> {
        self.show(actor, |tx, now| {
            let allocates =
                access::allows(actor.capacity, Ground::Custody, Part::Identity, Action::Allocate, actor.strength);
            if !allocates {
                return Err(Refusal::NotYours);
            }
            let lines = self.carried_lines(tx, actor, from, now)?;
            // The receiver works in the same prison: only that counts for what keeps somebody from a file.
            let receiver = Actor { account: to, ..*actor };
            let mut carried = Carried { cases: Vec::new(), kept_from: 0 };
            for line in &lines {
                if bar::on(tx, &receiver, line.case.stream(), now)?.is_empty() {
                    carried.cases.push(line.case);
                } else {
                    carried.kept_from = carried.kept_from.saturating_add(1);
                }
            }
            let shown: Vec<StreamId> = lines.iter().map(|line| line.case.stream()).collect();
            let rests_on = resting(&shown, Part::Identity);
            listed(tx, actor, now, (ListName::Cases, shown), (carried, rests_on))
        })
    }

    fn carried_lines(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        from: AccountId,
        now: Moment,
    ) -> Result<Vec<CaseLine>, Refusal> {
        let grounds = grounds_for(actor, Part::Identity);
        let (account, org, carrier) = (actor.account.bytes(), actor.org.bytes(), from.bytes());
        let mut vals = visible_vals(&account, &org, &grounds, now);
        vals.extend([Val::Blob(&carrier), Val::I64(AT_ONCE)]);
        let sql = format!(
            "{VISIBLE} select {CASE_COLUMNS} from case_index c join visible v on v.stream = c.stream
             where c.carried_by = $10 and c.step <> 'closed' order by c.admitted_at, c.stream limit $11"
        );
        Ok(tx.all(&sql, &vals, |row| self.case_line(row))?)
    }
}
