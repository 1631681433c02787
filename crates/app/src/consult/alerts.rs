//! Who came to the limit of what an hour allows to look at: for whoever leads them, and for oversight.
//!
//! Says when and how much, never of whom: the looks themselves stand in the files, for those who may read those.

use access::Actor;
use domain::kind::topic;
use domain::look::Budgeted;
use domain::{AccountId, Act, Action, Capacity, Ground, Moment, OrgId, Part, StreamId};
use store::{Tx, Val};

use crate::App;
use crate::ledger_rows::Closed;
use crate::refusal::Fault;
use crate::witness::Resting;

/// Most alerts that are shown at once.
const MOST: i64 = 50;

/// Somebody came to a limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BudgetAlert {
    /// The account.
    pub account: AccountId,
    /// The name of its holder.
    pub name: Option<String>,
    /// In which capacity.
    pub capacity: Capacity,
    /// The organisation.
    pub org: OrgId,
    /// Its name.
    pub org_name: String,
    /// When.
    pub at: Moment,
    /// Of what.
    pub what: Budgeted,
    /// How many of them an hour allowed.
    pub limit: u32,
}

/// Accounts of the asker's own organisation, if they may know; those of a prison under the mandate of the asker's body; and those
/// of whoever holds a file that such a prison holds or held. Custody is looked for by the file, and not among all files of the
/// prison.
const ALERTS: &str = "select a.seq, a.leaf, a.envelope, a.envelope_salt, a.sealed, a.year, c.capacity, o.name, c.org
     from act a join account c on c.stream = a.stream join organisation o on o.stream = c.org
     where a.kind = 'look.budget_reached' and a.recorded_at > $1 and (
        ($2 = 1 and c.org = $3)
        or ($4 = 1 and exists (
            select 1 from ground m where m.holder = $3 and m.ground = 'mandate' and m.stream = c.org
                and m.begins <= $5 and (m.ends is null or m.ends > $5)))
        or ($4 = 1 and exists (
            select 1 from ground g left join file f on f.stream = g.stream
                join ground m on m.ground = 'mandate' and m.holder = $3
            where g.holder in (c.org, c.stream) and g.begins <= $5 and (g.ends is null or g.ends > $5)
                and m.begins <= $5 and (m.ends is null or m.ends > $5)
                and m.stream in (select k.holder from ground k
                    where k.stream = coalesce(f.of_case, g.stream) and k.ground = 'custody'))))
     order by a.recorded_at desc, a.seq desc limit $6";

/// On which of the two grounds somebody may know: of their own organisation, under a mandate.
pub(crate) fn may_know(actor: &Actor) -> (bool, bool) {
    let on = |ground| access::allows(actor.capacity, ground, Part::Record, Action::Read, actor.strength);
    (on(Ground::OwnOrganisation), on(Ground::Mandate))
}

impl App {
    /// Alerts of the asker's reach since a moment, the newest first.
    pub(crate) fn budget_alerts(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        (since, now): (Moment, Moment),
    ) -> Result<Vec<BudgetAlert>, Fault> {
        let (own, mandate) = may_know(actor);
        if !own && !mandate {
            return Ok(Vec::new());
        }
        let vals = [
            Val::I64(since.millis()),
            Val::I64(i64::from(own)),
            Val::Blob(&actor.org.bytes()),
            Val::I64(i64::from(mandate)),
            Val::I64(now.millis()),
            Val::I64(MOST),
        ];
        let rows = tx.all(ALERTS, &vals, |row| {
            let org = OrgId::from_bytes(row.get(8)?);
            Ok((Closed::read(row)?, row.get::<String>(6)?, row.get::<String>(7)?, org))
        })?;
        let mut alerts = Vec::new();
        for (closed, capacity, org_name, org) in rows {
            let Some(closed) = closed else { continue };
            // The key of its year is destroyed with those of the looks it counts.
            let Some(recorded) = closed.open(&self.keys, tx)? else { continue };
            let Act::Look(topic::Look::BudgetReached(body)) = recorded.act else { continue };
            let Ok(capacity) = capacity.parse() else { continue };
            let account = AccountId::from(recorded.envelope.stream);
            let (at, what, limit) = (recorded.at, body.what, body.limit);
            let name = self.names.staff(account.stream());
            alerts.push(BudgetAlert { account, name, capacity, org, org_name, at, what, limit });
        }
        Ok(alerts)
    }
}

/// What a list with alerts rests on, and whom it shows.
pub(crate) fn resting_on(alerts: &[BudgetAlert]) -> (Vec<StreamId>, Vec<Resting>) {
    let mut shown: Vec<StreamId> = alerts.iter().map(|alert| alert.account.stream()).collect();
    shown.sort_unstable();
    shown.dedup();
    let rests_on = if shown.is_empty() { Vec::new() } else { vec![Resting::on_every_right()] };
    (shown, rests_on)
}
