//! By which rules an installation judges: the catalogue of the program and the national profile, on record when either changes.
//!
//! A change makes every case due at once, so that no finding rests on rules that no longer hold. It reads no profile and
//! decides nothing about one.

use domain::kind::topic;
use domain::organisation::RulesTaken;
use domain::{Act, Line, StreamId};
use safeguards::RULE_SET;
use sha2::{Digest as _, Sha256};
use store::{Tx, Val};

use crate::App;
use crate::ledger_rows::acts_of;
use crate::refusal::{Fault, Refusal};

/// Whether cases are judged by other rules than before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RulesChanged {
    /// By the same.
    No,
    /// By others: it is on record now, and every case is due.
    Yes,
}

impl App {
    /// Writes down by which rules cases are judged from now on, if that changed. Called once when an installation begins to be
    /// served.
    ///
    /// Marking the cases comes first: a crash between the two marks them again at the next start, and misses none.
    pub fn take_rules(&self) -> Result<RulesChanged, Refusal> {
        let taken = self.rules()?;
        let last = self.store.read(|tx| acts_of(&self.keys, tx, StreamId::INSTALLATION))?;
        let last = last.into_iter().rev().find_map(|recorded| match recorded.act {
            Act::Organisation(topic::Organisation::RulesTaken(body)) => Some(body),
            _ => None,
        });
        if last.as_ref() == Some(&taken) {
            return Ok(RulesChanged::No);
        }
        let now = self.now();
        self.writer.submit(move |tx: &mut Tx<'_>, _| -> Result<(), Refusal> {
            tx.exec(
                "insert into due (stream, at) select id, $1 from stream where subject = 'case'
                 on conflict (stream) do update set at = excluded.at",
                &[Val::I64(now.millis())],
            )?;
            Ok(())
        })?;
        self.record_done(StreamId::INSTALLATION, &Act::from(taken))?;
        Ok(RulesChanged::Yes)
    }

    fn rules(&self) -> Result<RulesTaken, Fault> {
        let profile = self.safeguards.profile();
        let line = |text: &str| Line::new(text).map_err(Fault::unreadable);
        let digest = |text: &str| {
            Sha256::digest(text.as_bytes()).iter().fold(String::new(), |mut hex, byte| {
                use std::fmt::Write as _;
                // Writing to a string cannot fail.
                let _ = write!(hex, "{byte:02x}");
                hex
            })
        };
        let told = !profile.is_empty();
        Ok(RulesTaken {
            rule_set: line(RULE_SET)?,
            profile: told.then(|| line(&digest(profile.text()))).transpose()?,
            set_by: told.then(|| line(profile.set_by())).transpose()?,
        })
    }
}
