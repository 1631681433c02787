//! What a data protection officer, and whoever oversees, acts on: erasings announced and done, holds, files past their time.
//!
//! By the ids of files and never by a name: the reader has no part with one. What a file says of its keeping stands in the file.

use access::Actor;
use domain::file::{ErasureBasis, LegalOrder};
use domain::kind::{Kind, topic};
use domain::look::ListName;
use domain::moment::DAY;
use domain::{Act, ActId, Action, CaseId, Date, Ground, Moment, OrgId, Part, StreamId};
use store::{Tx, Val};

use super::alerts::{self, BudgetAlert};
use super::listed;
use super::lists::{VISIBLE, Who, grounds_for, visible_vals};
use crate::App;
use crate::disclosed::Disclosed;
use crate::ledger_rows::rows_of;
use crate::refusal::{Fault, Refusal};
use crate::step_up::proved;
use crate::witness::Resting;

/// Most files that are shown at once, those that are due longest first.
const MOST: i64 = 500;

/// Most erasings of one prison that are shown, the newest first.
const MOST_ERASED: usize = 200;

/// For so long refusals and alerts are counted, in milliseconds.
const LATELY: i64 = 30 * DAY;

/// How it stands with an erasing that was announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErasingState {
    /// Its day has not come.
    Waits,
    /// A hold lies on the file.
    Held,
    /// Somebody else than who announced it may carry it out.
    Due,
}

/// An erasing that was announced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErasingLine {
    /// The file.
    pub case: CaseId,
    /// When it was announced.
    pub announced: Moment,
    /// The first day.
    pub on: Date,
    /// On what basis.
    pub basis: ErasureBasis,
    /// How it stands.
    pub state: ErasingState,
    /// Did the asker announce it, so that another must carry it out?
    pub own: bool,
}

/// A hold that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoldLine {
    /// The file.
    pub case: CaseId,
    /// When it was set.
    pub since: Moment,
    /// Its last day; of several holds the latest.
    pub until: Date,
}

/// A file that is kept longer than it should be, and of which no erasing was announced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverdueLine {
    /// The file.
    pub case: CaseId,
    /// The last day for which it is kept.
    pub until: Date,
    /// Does a hold keep it?
    pub held: bool,
}

/// A file that was erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErasedLine {
    /// The act that says so.
    pub act: ActId,
    /// When.
    pub at: Moment,
    /// On what basis.
    pub basis: ErasureBasis,
    /// The order of law that was followed.
    pub order: Option<LegalOrder>,
    /// Does only the erasure list say so, for the act was lost with a restore?
    pub from_the_list: bool,
}

/// One prison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrisonKeeping {
    /// The prison.
    pub prison: OrgId,
    /// Its name.
    pub name: String,
    /// Erasings that were announced, the nearest first.
    pub announced: Vec<ErasingLine>,
    /// Holds, those that end first in front.
    pub holds: Vec<HoldLine>,
    /// Files past their time, the longest first.
    pub overdue: Vec<OverdueLine>,
    /// Files that were erased, the newest first.
    pub erased: Vec<ErasedLine>,
    /// Files that are restricted to named people now.
    pub restricted: u32,
    /// Requests of its staff that were refused within thirty days.
    pub refused: u32,
}

/// What waits, prison by prison.
#[derive(Debug, Clone)]
pub struct Protection {
    /// The prisons under the mandate of the asker's body, by name.
    pub prisons: Vec<PrisonKeeping>,
    /// Who came to the limit of what an hour allows to look at, within thirty days.
    pub alerts: Vec<BudgetAlert>,
    /// When it was drawn up.
    pub now: Moment,
}

/// What is done with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum For {
    Reading,
    TakingAway,
}

impl App {
    /// What waits for the end of its keeping, in the prisons under the mandate of the asker's body.
    pub fn protection(&self, actor: &Actor) -> Result<Disclosed<Protection>, Refusal> {
        self.protection_for(actor, For::Reading)
    }

    /// The same, to be taken away as a table: a look of its own kind, after proving oneself again.
    pub fn protection_table(&self, actor: &Actor) -> Result<Disclosed<Protection>, Refusal> {
        self.protection_for(actor, For::TakingAway)
    }

    fn protection_for(&self, actor: &Actor, what: For) -> Result<Disclosed<Protection>, Refusal> {
        self.show(actor, |tx, now| {
            let may = |who: &Actor, action| {
                access::allows(who.capacity, Ground::Mandate, Part::Keeping, action, who.strength)
            };
            // Whoever works with the files of a prison sees each in its place: this is for those who look at them all.
            if !may(actor, Action::Read) {
                return Err(Refusal::NotYours);
            }
            if what == For::TakingAway && !may(actor, Action::Print) {
                let fresh = proved(actor).is_some_and(|proved| may(&proved, Action::Print));
                return Err(if fresh { Refusal::NeedsFresh } else { Refusal::NotAllowed });
            }
            let mut prisons = self.prisons_of(tx, actor, now)?;
            let shown = self.fill_keeping(tx, actor, &mut prisons, now)?;
            for prison in &mut prisons {
                prison.erased = self.erased_of(tx, prison.prison)?;
            }
            let alerts = self.budget_alerts(tx, actor, (now.plus(-LATELY), now))?;
            let (alerted, _) = alerts::resting_on(&alerts);
            let name = match what {
                For::Reading => ListName::Keeping,
                For::TakingAway => ListName::KeepingTable,
            };
            let protection = Protection { prisons, alerts, now };
            let rests_on = vec![Resting::on_every_right()];
            listed(tx, actor, now, (name, [shown, alerted].concat()), (protection, rests_on))
        })
    }

    /// Prisons under a mandate, with what is counted of them.
    fn prisons_of(&self, tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> Result<Vec<PrisonKeeping>, Fault> {
        let sql = "select o.stream, o.name,
                (select count(*) from act a join account c on c.stream = a.actor
                    where a.kind = 'look.refused' and a.recorded_at > $1 and c.org = o.stream)
             from organisation o where exists (
                select 1 from ground m where m.holder = $2 and m.ground = 'mandate' and m.stream = o.stream
                    and m.begins <= $3 and (m.ends is null or m.ends > $3))
             order by o.name, o.stream";
        let vals = [Val::I64(now.plus(-LATELY).millis()), Val::Blob(&actor.org.bytes()), Val::I64(now.millis())];
        let rows = tx.all(sql, &vals, |row| {
            Ok(PrisonKeeping {
                prison: OrgId::from_bytes(row.get(0)?),
                name: row.get(1)?,
                announced: Vec::new(),
                holds: Vec::new(),
                overdue: Vec::new(),
                erased: Vec::new(),
                restricted: 0,
                refused: row.get(2)?,
            })
        })?;
        Ok(rows)
    }

    /// Puts each file that waits into its prison; the streams that are shown.
    fn fill_keeping(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        prisons: &mut [PrisonKeeping],
        now: Moment,
    ) -> Result<Vec<StreamId>, Fault> {
        let grounds = grounds_for(actor, Part::Keeping);
        let who = Who::of(actor);
        let today = now.date_in(&self.zone);
        let day = today.to_string();
        let mut vals = visible_vals(&who, &grounds, now);
        let counted = vals.len();
        // A file belongs to the prison that holds it, or held it last.
        let held_by = "(select g.holder from ground g where g.stream = k.stream and g.ground = 'custody'
             order by g.begins desc, g.holder limit 1)";
        let restricted = format!(
            "{VISIBLE} select {held_by}, count(*) from case_index k join visible v on v.stream = k.stream
             where exists (select 1 from bar b where b.stream = k.stream and b.bar = 'restricted'
                and b.begins <= $2 and (b.ends is null or b.ends > $2))
             group by 1 order by 1"
        );
        for (prison, count) in tx.all(&restricted, &vals, |row| {
            Ok((row.get::<Option<[u8; 16]>>(0)?.map(OrgId::from_bytes), row.get::<u32>(1)?))
        })? {
            if let Some(line) = prisons.iter_mut().find(|line| Some(line.prison) == prison) {
                line.restricted = count;
            }
        }
        vals.truncate(counted);
        vals.extend([Val::Text(&day), Val::I64(MOST)]);
        let sql = format!(
            "{VISIBLE} select k.stream, k.announced_on, k.announced_at, k.announced_by, k.basis, k.held_until, k.held_since,
                k.kept_until, {held_by}
             from keeping k join visible v on v.stream = k.stream
             where k.announced_on is not null or k.held_until >= $11 or k.kept_until < $11
             order by coalesce(k.announced_on, k.kept_until, k.held_until), k.stream limit $12"
        );
        let rows = tx.all(&sql, &vals, |row| {
            Ok(Row {
                case: StreamId::from_bytes(row.get(0)?).into(),
                announced_on: row.get(1)?,
                announced_at: row.get::<Option<i64>>(2)?.map(Moment::from_millis),
                announced_by: row.get(3)?,
                basis: row.get(4)?,
                held_until: row.get(5)?,
                held_since: row.get::<Option<i64>>(6)?.map(Moment::from_millis),
                kept_until: row.get(7)?,
                prison: row.get::<Option<[u8; 16]>>(8)?.map(OrgId::from_bytes),
            })
        })?;
        let mut shown = Vec::with_capacity(rows.len());
        for row in rows {
            let Some(line) = prisons.iter_mut().find(|line| Some(line.prison) == row.prison) else { continue };
            shown.push(row.case.stream());
            row.put(line, actor, today);
        }
        for line in prisons {
            line.holds.sort_by_key(|hold| hold.until);
        }
        Ok(shown)
    }

    /// Files of a prison that were erased: what its own stream says, and what the list alone still knows.
    fn erased_of(&self, tx: &mut Tx<'_>, prison: OrgId) -> Result<Vec<ErasedLine>, Fault> {
        let mut lines = Vec::new();
        for row in rows_of(tx, prison.stream())? {
            if row.envelope.kind != Kind::ErasureRecorded.code() {
                continue;
            }
            let Some(recorded) = row.open(&self.keys, tx)? else { continue };
            let (act, at) = (recorded.id(), recorded.at);
            if let Act::Organisation(topic::Organisation::ErasureRecorded(body)) = recorded.act {
                lines.push(ErasedLine { act, at, basis: body.basis, order: body.order, from_the_list: false });
            }
        }
        for entry in self.erasures.read()? {
            let Some((basis, recorded)) = entry.recorded().filter(|(_, recorded)| recorded.custody == prison) else {
                continue;
            };
            if lines.iter().all(|line| line.act != recorded.act) {
                let (act, order) = (recorded.act, recorded.order.clone());
                lines.push(ErasedLine { act, at: entry.at(), basis, order, from_the_list: true });
            }
        }
        lines.sort_by_key(|line| std::cmp::Reverse((line.at, line.act)));
        lines.truncate(MOST_ERASED);
        Ok(lines)
    }
}

/// One row of the index.
struct Row {
    case: CaseId,
    announced_on: Option<String>,
    announced_at: Option<Moment>,
    announced_by: Option<[u8; 16]>,
    basis: Option<String>,
    held_until: Option<String>,
    held_since: Option<Moment>,
    kept_until: Option<String>,
    prison: Option<OrgId>,
}

impl Row {
    fn put(self, line: &mut PrisonKeeping, actor: &Actor, today: Date) {
        let day = |text: &Option<String>| text.as_deref().and_then(|text| text.parse::<Date>().ok());
        let case = self.case;
        let held = day(&self.held_until).filter(|until| today <= *until);
        if let (Some(until), Some(since)) = (held, self.held_since) {
            line.holds.push(HoldLine { case, since, until });
        }
        let basis = self.basis.as_deref().and_then(|basis| basis.parse().ok());
        if let (Some(on), Some(announced), Some(basis)) = (day(&self.announced_on), self.announced_at, basis) {
            let state = match held {
                Some(_) => ErasingState::Held,
                None if today < on => ErasingState::Waits,
                None => ErasingState::Due,
            };
            let own = self.announced_by == Some(actor.account.bytes());
            line.announced.push(ErasingLine { case, announced, on, basis, state, own });
        } else if let Some(until) = day(&self.kept_until).filter(|until| *until < today) {
            line.overdue.push(OverdueLine { case, until, held: held.is_some() });
        }
    }
}
