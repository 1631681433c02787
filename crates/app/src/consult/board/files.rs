//! The board of whoever sees a few files: those files are asked, one after the other.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use access::Actor;
use domain::look::Outcome;
use domain::{Moment, StreamId};
use safeguards::{Rule, RuleId};
use store::{Tx, Val};

use super::super::lists::grounds_for;
use super::{BoardAsked, BoardPlace, FindingsBoard, Told, named, place, rules};
use crate::App;
use crate::ground::{in_portions, these};
use crate::refusal::Refusal;

impl App {
    pub(super) fn by_file(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        (asked, wanted): (&BoardAsked, usize),
        files: &[StreamId],
        now: Moment,
    ) -> Result<FindingsBoard, Refusal> {
        let mut board = FindingsBoard::of(asked);
        board.cases = u32::try_from(files.len()).unwrap_or(u32::MAX);
        let due = in_portions(tx, DUE, files, &[Val::I64(now.millis())], |row| row.get::<[u8; 16]>(0))?;
        board.unchecked = u32::try_from(due.into_iter().collect::<BTreeSet<_>>().len()).unwrap_or(u32::MAX);
        let told = |rule: &Rule| {
            let nowhere = grounds_for(actor, rule.part).iter().all(|ground| ground.is_empty());
            if nowhere { Told::No } else { Told::Yes }
        };
        let every = rules(&BoardAsked::default(), told);
        let sql = format!("{OF_FILES} and rule in ({})", named(&every));
        let mut found = in_portions(tx, &sql, files, &[], |row| Ok((place(row)?, row.get::<Option<[u8; 16]>>(5)?)))?;
        found.sort_unstable();
        found.dedup();
        let all: Vec<BoardPlace> = found.iter().map(|(place, _)| *place).collect();
        let mut whole = FindingsBoard::of(asked);
        self.fill(tx, actor, (&mut whole, usize::MAX), &all, now)?;
        let mut sums: BTreeMap<RuleId, (i64, i64)> = every.iter().map(|rule| (rule.rule, (0, 0))).collect();
        for line in &whole.lines {
            let sum = sums.entry(line.place.rule).or_default();
            let count = if line.outcome == Outcome::Undetermined { &mut sum.0 } else { &mut sum.1 };
            *count += 1;
        }
        board.take_sums(sums);
        let wanted_rules = rules(asked, told);
        let in_prison: BTreeMap<BoardPlace, Option<[u8; 16]>> = found.into_iter().collect();
        board.lines = whole
            .lines
            .into_iter()
            .filter(|line| {
                let place = line.place;
                wanted_rules.iter().any(|rule| rule.rule == place.rule)
                    && asked.outcome.is_none_or(|only| only == line.outcome)
                    && asked.since.is_none_or(|since| line.since >= since)
                    && asked.after.is_none_or(|after| place.cmp(&after) == Ordering::Greater)
                    && asked.prison.is_none_or(|only| {
                        in_prison.get(&place).copied().flatten().is_some_and(|prison| prison == only.bytes())
                    })
            })
            .take(wanted.saturating_add(1))
            .collect();
        board.cut(wanted);
        Ok(board)
    }
}

/// The open findings of files.
const OF_FILES: &str = concat!(
    "select rank, since, stream, rule, anchor, prison from finding where closed_at is null and stream in ",
    these!()
);

/// Those of these files whose next check is due.
const DUE: &str = concat!("select stream from due where stream in ", these!(), " and at <= $26");
