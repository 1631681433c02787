//! The board of whoever sees the files of whole prisons: the findings of each prison in the order of the board, as many as are
//! shown, and for a mandate those of people whom one of its prisons held and who are elsewhere now. A transfer takes nothing out
//! of sight of those who oversee where it happened.

use std::collections::{BTreeMap, BTreeSet};

use access::Actor;
use domain::look::Outcome;
use domain::{Action, Ground, Moment, OrgId, StreamId};
use safeguards::{Rule, RuleId};
use store::{Tx, Val};

use super::{BoardAsked, BoardPlace, FindingsBoard, Told, named, place, rules};
use crate::App;
use crate::bar;
use crate::ground::{in_portions, these};
use crate::refusal::Refusal;

/// Whole prisons, and how their files are open.
pub(super) struct Prisons {
    /// Whose prison or mandate it is.
    org: OrgId,
    /// Custody or a mandate.
    ground: Ground,
    /// The prison itself, or those of the mandate.
    pub(super) all: Vec<OrgId>,
}

/// Where findings are looked for.
#[derive(Clone, Copy)]
enum Section {
    /// Of people who are, or were last, in this prison.
    In(OrgId),
    /// Of people whom a prison of the mandate held, and who are, or were last, in none of them.
    MovedOn,
}

/// Two parameters of a statement: whose files, and at which moment.
struct Of(&'static str, &'static str);

impl Prisons {
    pub(super) fn own(org: OrgId) -> Self {
        Self { org, ground: Ground::Custody, all: vec![org] }
    }

    pub(super) fn of_mandate(org: OrgId, prisons: Vec<OrgId>) -> Self {
        Self { org, ground: Ground::Mandate, all: prisons }
    }

    fn sections(&self, asked: &BoardAsked) -> Vec<Section> {
        let prisons = self.all.iter().copied().filter(|prison| asked.prison.is_none_or(|only| only == *prison));
        let moved_on = self.ground == Ground::Mandate && asked.prison.is_none();
        prisons.map(Section::In).chain(moved_on.then_some(Section::MovedOn)).collect()
    }

    /// Is anything told of this rule?
    fn told(&self, actor: &Actor, rule: &Rule) -> Told {
        let may = access::allows(actor.capacity, self.ground, rule.part, Action::Read, actor.strength);
        if may { Told::Yes } else { Told::No }
    }

    /// Rows of the files that are open: of those whom the prison holds; for a mandate, of those whom one of its prisons held as
    /// well.
    fn files(&self, of: &Of) -> String {
        let Of(org, now) = of;
        if self.ground == Ground::Custody {
            format!(
                "holder = {org} and ground = 'custody' and listed is not null and begins <= {now}
                 and (ends is null or ends > {now})"
            )
        } else {
            let mandated = mandated(of);
            format!("holder in ({mandated}) and ground = 'custody' and listed is not null and begins <= {now}")
        }
    }

    /// The findings of people who moved on from every prison of the mandate.
    fn moved_on(&self, of: &Of) -> String {
        let Of(_, now) = of;
        format!(
            "stream in (select stream from ground where {} and ends <= {now})
             and (prison is null or prison not in ({}))",
            self.files(of),
            mandated(of)
        )
    }

    /// The findings of a section, as a condition on its rows and the prison that it is asked with.
    fn findings(&self, section: Section, of: &Of, prison: &str) -> String {
        match section {
            Section::In(_) => {
                format!("stream in (select stream from ground where {}) and prison = {prison}", self.files(of))
            }
            Section::MovedOn => self.moved_on(of),
        }
    }

    /// Cases that are not closed, and those of them whose next check is due.
    fn cases(&self, tx: &mut Tx<'_>, asked: &BoardAsked, now: Moment) -> Result<(u32, u32), store::Error> {
        let (org, prison) = (self.org.bytes(), asked.prison.map(OrgId::bytes));
        let mut vals = vec![Val::Blob(&org), Val::I64(now.millis())];
        let mut open = format!("{} and step <> 'closed'", self.files(&Of("$1", "$2")));
        if let Some(prison) = &prison {
            vals.push(Val::Blob(prison));
            open.push_str(" and stream in (select stream from case_index where prison = $3)");
        }
        let cases = format!("select count(distinct stream) from ground where {open}");
        let due =
            format!("select count(*) from due where stream in (select stream from ground where {open}) and at <= $2");
        let cases = tx.one(&cases, &vals, |row| row.get::<u32>(0))?;
        let due = tx.one(&due, &vals, |row| row.get::<u32>(0))?;
        Ok((cases.unwrap_or(0), due.unwrap_or(0)))
    }

    /// How often each rule is open in a section.
    fn sum(
        &self,
        tx: &mut Tx<'_>,
        section: Section,
        (every, now): (&str, Moment),
        sums: &mut BTreeMap<RuleId, (i64, i64)>,
    ) -> Result<(), store::Error> {
        let findings = self.findings(section, &Of("$1", "$2"), "$3");
        let sql = format!(
            "select rule, outcome, count(*) from finding where {findings} and closed_at is null and rule in ({every})
             group by rule, outcome order by rule, outcome"
        );
        let (org, prison) = (self.org.bytes(), prison_of(section));
        let mut vals = vec![Val::Blob(&org), Val::I64(now.millis())];
        vals.extend(prison.as_ref().map(|prison| Val::Blob(prison)));
        let rows = tx.all(&sql, &vals, |row| Ok((row.get::<String>(0)?, row.get::<String>(1)?, row.get::<i64>(2)?)))?;
        for (rule, outcome, count) in rows {
            add(sums, &rule, &outcome, count);
        }
        Ok(())
    }

    /// What the asker is kept from is in no count: they are kept from few.
    fn take_out(
        &self,
        tx: &mut Tx<'_>,
        shut: &[StreamId],
        (sections, now): (&[Section], Moment),
        (board, sums): (&mut FindingsBoard, &mut BTreeMap<RuleId, (i64, i64)>),
    ) -> Result<(), store::Error> {
        let of = Of("$26", "$27");
        let org = self.org.bytes();
        for section in sections {
            let prison = prison_of(*section);
            let mut others = vec![Val::Blob(&org), Val::I64(now.millis())];
            others.extend(prison.as_ref().map(|prison| Val::Blob(prison)));
            let sql = format!(
                "select distinct rule, outcome, stream, anchor from finding where stream in {} and {} and closed_at is null",
                these!(),
                self.findings(*section, &of, "$28")
            );
            let told = in_portions(tx, &sql, shut, &others, |row| Ok((row.get::<String>(0)?, row.get::<String>(1)?)))?;
            for (rule, outcome) in told {
                add(sums, &rule, &outcome, -1);
            }
        }
        let prison = board.asked.prison.map(OrgId::bytes);
        let mut others = vec![Val::Blob(&org), Val::I64(now.millis())];
        others.extend(prison.as_ref().map(|prison| Val::Blob(prison)));
        let here =
            if prison.is_some() { "and stream in (select stream from case_index where prison = $28)" } else { "" };
        let open = format!("stream in {} and {} and step <> 'closed' {here}", these!(), self.files(&of));
        let cases = format!("select distinct stream from ground where {open}");
        let due =
            format!("select stream from due where stream in (select stream from ground where {open}) and at <= $27");
        let mut count = |sql: &str| {
            let found = in_portions(tx, sql, shut, &others, |row| row.get::<[u8; 16]>(0))?;
            Ok::<u32, store::Error>(u32::try_from(found.len()).unwrap_or(u32::MAX))
        };
        board.cases = board.cases.saturating_sub(count(&cases)?);
        board.unchecked = board.unchecked.saturating_sub(count(&due)?);
        Ok(())
    }

    /// The first findings of a section behind a place, in the order of the board: rows of one index, in its order.
    fn walk(
        &self,
        tx: &mut Tx<'_>,
        section: Section,
        (asked, after, now): (&BoardAsked, Option<BoardPlace>, Moment),
        (rules, limit): (&str, usize),
    ) -> Result<Vec<BoardPlace>, store::Error> {
        // Of a prison the rows are those of its index; which of them are open to the asker is asked of the few that are shown.
        let (findings, whose, then) = match section {
            Section::In(prison) => ("prison = $1".to_owned(), prison, 2),
            Section::MovedOn => (self.moved_on(&Of("$1", "$2")), self.org, 3),
        };
        let [rank, since, stream, rule, anchor, from, outcome, limit_at] = numbered(then);
        let sql = format!(
            "select rank, since, stream, rule, anchor from finding
             where {findings} and closed_at is null
               and (rank, since, stream, rule, anchor) > ({rank}, {since}, {stream}, {rule}, {anchor})
               and since >= {from} and ({outcome} = '' or outcome = {outcome}) and rule in ({rules})
             order by rank, since, stream, rule, anchor limit {limit_at}"
        );
        let (rank, since) = after.map_or((-1, i64::MIN), |after| (after.rank, after.since));
        let (case, anchor) = after.map_or(([0; 16], [0; 16]), |after| (after.case.bytes(), after.anchor));
        let whose = whose.bytes();
        let mut vals = vec![Val::Blob(&whose)];
        if let Section::MovedOn = section {
            vals.push(Val::I64(now.millis()));
        }
        vals.extend([
            Val::I64(rank),
            Val::I64(since),
            Val::Blob(&case),
            Val::Text(after.map_or("", |after| after.rule.id())),
            Val::Blob(&anchor),
            Val::I64(asked.since.map_or(i64::MIN, Moment::millis)),
            Val::Text(asked.outcome.map_or("", Outcome::code)),
            Val::I64(i64::try_from(limit).unwrap_or(i64::MAX)),
        ]);
        tx.all(&sql, &vals, place)
    }
}

impl App {
    pub(super) fn by_prison(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        (asked, wanted): (&BoardAsked, usize),
        whole: &Prisons,
        now: Moment,
    ) -> Result<FindingsBoard, Refusal> {
        let mut board = FindingsBoard::of(asked);
        let sections = whole.sections(asked);
        // A restriction leaves a mandate standing: what is open is in the counts too.
        let bars = bar::cases_shut(tx, actor, now)?.into_iter();
        let shut = bars.filter(|(_, bar)| !bar.leaves(whole.ground));
        let shut: Vec<StreamId> = shut.map(|(case, _)| case).collect::<BTreeSet<_>>().into_iter().collect();
        let every = rules(&BoardAsked::default(), |rule| whole.told(actor, rule));
        let mut sums: BTreeMap<RuleId, (i64, i64)> = every.iter().map(|rule| (rule.rule, (0, 0))).collect();
        let every = named(&every);
        for section in &sections {
            whole.sum(tx, *section, (&every, now), &mut sums)?;
        }
        (board.cases, board.unchecked) = whole.cases(tx, asked, now)?;
        whole.take_out(tx, &shut, (&sections, now), (&mut board, &mut sums))?;
        board.take_sums(sums);
        // The first places of each section, then those of them that are open, until the page is full or nothing is left.
        let rules = named(&rules(asked, |rule| whole.told(actor, rule)));
        let mut after = asked.after;
        while board.lines.len() <= wanted {
            let portion = wanted.saturating_add(1).saturating_sub(board.lines.len()).max(25);
            let mut candidates: BTreeSet<BoardPlace> = BTreeSet::new();
            let mut more = false;
            for section in &sections {
                let found = whole.walk(tx, *section, (asked, after, now), (&rules, portion))?;
                more |= found.len() == portion;
                candidates.extend(found);
            }
            // Behind the last of these another section may have nearer ones: only the first `portion` are sure.
            let sure: Vec<BoardPlace> = candidates.iter().copied().take(portion).collect();
            let Some(last) = sure.last().copied() else { break };
            after = Some(last);
            self.fill(tx, actor, (&mut board, wanted.saturating_add(1)), &sure, now)?;
            if !more && candidates.len() <= portion {
                break;
            }
        }
        board.cut(wanted);
        Ok(board)
    }
}

/// The prisons that an organisation has a mandate over.
fn mandated(Of(org, now): &Of) -> String {
    format!(
        "select stream from ground where holder = {org} and ground = 'mandate' and begins <= {now}
         and (ends is null or ends > {now})"
    )
}

/// Names of parameters, one after the other.
fn numbered<const N: usize>(first: usize) -> [String; N] {
    std::array::from_fn(|at| format!("${}", first.saturating_add(at)))
}

fn prison_of(section: Section) -> Option<[u8; 16]> {
    match section {
        Section::In(prison) => Some(prison.bytes()),
        Section::MovedOn => None,
    }
}

/// Adds to the sum of a rule; of one that is not told, nothing.
fn add(sums: &mut BTreeMap<RuleId, (i64, i64)>, rule: &str, outcome: &str, count: i64) {
    let Some(sum) = rule.parse().ok().and_then(|rule: RuleId| sums.get_mut(&rule)) else { return };
    let known = if outcome == Outcome::Undetermined.code() { &mut sum.0 } else { &mut sum.1 };
    *known = known.saturating_add(count);
}

#[cfg(test)]
mod tests {
    use domain::{Capacity, Part, Strength};

    use super::*;

    /// The board of prisons has one ground: nobody has two.
    #[test]
    fn nobody_sees_measures_by_custody_and_by_a_mandate() {
        for capacity in Capacity::ALL {
            let fresh = Strength::Fresh;
            let through = |ground| access::allows(*capacity, ground, Part::Measures, Action::Read, fresh);
            assert!(!(through(Ground::Custody) && through(Ground::Mandate)), "{capacity:?}");
        }
    }
}
