//! The board of findings: what is broken or cannot be judged, over all cases that the asker may see.

use access::Actor;
use domain::look::{ListName, Outcome};
use domain::{CaseId, Moment, Part, StreamId};
use safeguards::{RULES, Rule};

use super::lists::{VISIBLE, Who, grounds_for, visible_vals};
use super::{listed, resting};
use crate::App;
use crate::disclosed::Disclosed;
use crate::names::PersonName;
use crate::refusal::Refusal;

/// Open findings of the cases that the asker may see: undetermined first.
#[derive(Debug, Clone)]
pub struct FindingsBoard {
    /// Case, its name, rule, outcome, since when, known since.
    pub lines: Vec<BoardLine>,
    /// Cases that were checked.
    pub cases: u32,
}

/// One line of the board.
#[derive(Debug, Clone)]
pub struct BoardLine {
    /// The case.
    pub case: CaseId,
    /// Its name.
    pub name: Option<PersonName>,
    /// The rule.
    pub rule: String,
    /// Breach or undetermined.
    pub outcome: Outcome,
    /// Since when it is so.
    pub since: Moment,
    /// When it became known.
    pub raised: Moment,
}

impl App {
    /// Open findings of the cases that the asker may see.
    pub fn findings(&self, actor: &Actor) -> Result<Disclosed<FindingsBoard>, Refusal> {
        let grounds = grounds_for(actor, Part::Measures);
        self.show(actor, |tx, now| {
            if grounds.iter().all(|ground| ground.is_empty()) {
                return Err(Refusal::NotYours);
            }
            let who = Who::of(actor);
            let vals = visible_vals(&who, &grounds, now);
            // Of a rule whose part the asker may see nowhere, nothing is told; the names are those of the catalogue.
            let told = |rule: &&&Rule| grounds_for(actor, rule.part).iter().any(|ground| !ground.is_empty());
            let told: Vec<String> = RULES.iter().filter(told).map(|rule| format!("'{}'", rule.id)).collect();
            let told = told.join(", ");
            let sql = format!(
                "{VISIBLE} select f.stream, f.rule, f.outcome, f.since, f.raised_at from finding f join visible v on v.stream = f.stream
                 where f.closed_at is null and f.rule in ({told})
                 order by case f.outcome when 'undetermined' then 0 else 1 end, f.since, f.stream, f.rule limit 500"
            );
            let lines = tx.all(&sql, &vals, |row| {
                let stream = StreamId::from_bytes(row.get(0)?);
                Ok(BoardLine {
                    case: stream.into(),
                    name: self.names.person(stream),
                    rule: row.get(1)?,
                    outcome: row.get::<String>(2)?.parse().map_err(|_| store::Error::unreadable("an outcome"))?,
                    since: Moment::from_millis(row.get(3)?),
                    raised: Moment::from_millis(row.get(4)?),
                })
            })?;
            let count = format!("{VISIBLE} select count(*) from case_index c join visible v on v.stream = c.stream");
            let cases = tx.one(&count, &vals, |row| row.get::<u32>(0))?.unwrap_or(0);
            let mut shown: Vec<StreamId> = lines.iter().map(|line| line.case.stream()).collect();
            shown.sort_unstable();
            shown.dedup();
            let rests_on = resting(&shown, Part::Measures);
            listed(tx, actor, now, (ListName::Findings, shown), (FindingsBoard { lines, cases }, rests_on))
        })
    }
}
