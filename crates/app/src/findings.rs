//! What the safeguards find in a case, and what of it is new.
//!
//! The rules themselves are in the `safeguards` crate; here their answer is compared with the findings on record.

use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::thread;

use domain::facts::Facts;
use domain::look::{FindingClosed, FindingRaised, Outcome};
use domain::{Act, ActId, Capacity, CaseId, Moment, Part, StreamId, Strength};
use safeguards::{Checked, Finding, Rule, RuleId, Severity};
use store::{Tx, Val};

use crate::App;
use crate::refusal::{Fault, Refusal};

/// How many cases a core checks before their answers are handed over: few enough to hold, and to show that something moves.
const CASES_A_CORE: usize = 64;

/// The judgement on one case.
pub(crate) struct Judged {
    /// Findings to record as raised or closed.
    pub(crate) acts: Vec<Act>,
    /// Those that are raised by it.
    pub(crate) raised: Vec<Finding>,
    /// When the case must be looked at again.
    pub(crate) next: Option<Moment>,
}

impl App {
    /// Checks a case against the rules.
    pub fn check(&self, facts: &Facts, now: Moment) -> Checked {
        safeguards::check(facts, &self.safeguards, now)
    }

    /// Checks one case or all of them now, on every core, and hands over each answer with how many are done of how many, in
    /// the order of the cases. For whoever runs the installation: ids and codes only, nothing of any content, and nothing is
    /// recorded.
    pub fn check_all(
        &self,
        only: Option<CaseId>,
        mut each: impl FnMut(CaseId, u64, u64, &Checked),
    ) -> Result<(), Refusal> {
        let cases = self.store.read(|tx| {
            tx.all("select id from stream where subject = 'case' order by id", &[], |row| {
                Ok(StreamId::from_bytes(row.get(0)?))
            })
        })?;
        let cases: Vec<StreamId> =
            cases.into_iter().filter(|case| only.is_none_or(|only| only.stream() == *case)).collect();
        let (now, all) = (self.now(), cases.len().try_into().unwrap_or(u64::MAX));
        let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
        let mut done = 0;
        for block in cases.chunks(cores.saturating_mul(CASES_A_CORE)) {
            for (case, checked) in self.check_block(block, cores, now)? {
                done += 1;
                each(CaseId::from(case), done, all, &checked);
            }
        }
        Ok(())
    }

    /// Checks some cases, shared out among so many threads; the answers stand in the order of the cases.
    fn check_block(&self, block: &[StreamId], cores: usize, now: Moment) -> Result<Vec<(StreamId, Checked)>, Fault> {
        let share = |cases: &[StreamId]| -> Result<Vec<(StreamId, Checked)>, Fault> {
            let mut judged = Vec::with_capacity(cases.len());
            for case in cases {
                let read = |tx: &mut Tx<'_>| crate::ledger_rows::acts_of(&self.keys, tx, *case);
                let facts = Facts::of(&self.store.read(read)?);
                judged.push((*case, self.check(&facts, now)));
            }
            Ok(judged)
        };
        thread::scope(|scope| {
            let shares = block.chunks(block.len().div_ceil(cores).max(1));
            let working: Vec<_> = shares.map(|cases| scope.spawn(move || share(cases))).collect();
            let mut judged = Vec::with_capacity(block.len());
            for share in working {
                // A rule that panics is a fault of the program; it is not hidden in a thread.
                judged.extend(share.join().unwrap_or_else(|panic| resume_unwind(panic))?);
            }
            Ok(judged)
        })
    }

    /// Refuses a decision that a prohibition forbids.
    pub(crate) fn stop_if_forbidden(&self, before: &Facts, after: &Facts, now: Moment) -> Result<(), Refusal> {
        let (before, after) = (self.check(before, now), self.check(after, now));
        let blocking: Vec<Finding> = safeguards::blocking(&after, &before).into_iter().cloned().collect();
        if blocking.is_empty() { Ok(()) } else { Err(Refusal::Safeguard(blocking)) }
    }

    /// Compares what the rules find now with what is on record.
    pub(crate) fn judge(&self, tx: &mut Tx<'_>, stream: StreamId, facts: &Facts, now: Moment) -> Result<Judged, Fault> {
        let checked = self.check(facts, now);
        let known = tx.all(
            "select rule, anchor, outcome, closed_at from finding where stream = $1",
            &[Val::Blob(&stream.bytes())],
            |row| {
                let open = row.get::<Option<i64>>(3)?.is_none();
                Ok(Known { rule: row.get(0)?, anchor: ActId::from_bytes(row.get(1)?), outcome: row.get(2)?, open })
            },
        )?;
        let mut judged = Judged { acts: Vec::new(), raised: Vec::new(), next: checked.next_change_at };
        for finding in &checked.findings {
            let row = known.iter().find(|known| known.rule == finding.rule.id() && known.anchor == finding.anchor);
            let said = row
                .is_some_and(|known| known.outcome == finding.outcome.code() && (known.open || finding.over.is_some()));
            if !said {
                judged.acts.push(raised(finding).into());
                judged.raised.push(finding.clone());
            }
            // A breach that is over stays on record with its length, and waits for nobody any more.
            if finding.over.is_some() && (!said || row.is_some_and(|known| known.open)) {
                let (rule, anchor) = (finding.rule.id().to_owned(), finding.anchor);
                judged.acts.push(FindingClosed { rule, anchor, outcome: finding.outcome }.into());
            }
        }
        for known in known.into_iter().filter(|known| known.open) {
            let found = checked
                .findings
                .iter()
                .any(|finding| finding.rule.id() == known.rule && finding.anchor == known.anchor);
            if !found {
                judged
                    .acts
                    .push(FindingClosed { rule: known.rule, anchor: known.anchor, outcome: Outcome::Met }.into());
            }
        }
        Ok(judged)
    }
}

/// The place of a finding on the board: what cannot be judged first, for a record can still be made; then prohibitions. A rule
/// that this program does not know comes last.
pub(crate) fn rank(rule: &str, outcome: Outcome) -> i64 {
    let severity = rule.parse::<RuleId>().ok().map(|rule| rule.rule().severity);
    match (outcome, severity) {
        (Outcome::Undetermined, Some(_)) => 0,
        (_, Some(Severity::Prohibition)) => 1,
        (_, Some(Severity::Obligation)) => 2,
        (_, Some(Severity::Recommendation) | None) => 3,
    }
}

/// Is a finding of this rule told to somebody of this capacity, so that they act: may they record anything of what it rests on, or
/// do they lead those who may, or oversee them?
pub(crate) fn concerns(rule: &Rule, capacity: Capacity) -> bool {
    let leads = matches!(capacity, Capacity::Supervisor | Capacity::Governor);
    let oversees = matches!(capacity, Capacity::Monitor | Capacity::IndependentReviewer);
    let records = || {
        rule.data.iter().any(|(kind, _)| {
            let row = kind.row();
            access::grounds(capacity, row.part, row.action, Strength::Fresh).any(domain::Ground::is_on_files)
        })
    };
    leads || oversees || records()
}

/// The part that a finding hangs on.
pub(crate) fn part_of(finding: &Finding) -> Part {
    finding.rule.rule().part
}

/// A finding on record.
struct Known {
    rule: String,
    anchor: ActId,
    outcome: String,
    open: bool,
}

fn raised(finding: &Finding) -> FindingRaised {
    FindingRaised {
        rule: finding.rule.id().to_owned(),
        anchor: finding.anchor,
        outcome: finding.outcome,
        since: finding.since,
        facts: finding.acts.clone(),
        rules: finding.rule_set.to_owned(),
    }
}
