//! Which of several servers may write: one row with an epoch, its holder, and until when, by the database's own clock.
//!
//! INVARIANT: every transaction of a writer begins by locking the row and finding its own epoch in it. Whoever takes the
//! lease over raises the epoch; so a writer that was paused past its lease, for however long, commits nothing after that.
//! The end of the lease only decides when somebody else may try.

use std::time::Duration;

use postgres::SimpleQueryMessage;

use super::Session;
use crate::Error;

/// The clock of the database, in milliseconds.
const NOW: &str = "(extract(epoch from clock_timestamp()) * 1000)::bigint";

pub(super) const TABLE: &str = "create table if not exists writer_lease (
    only_row integer primary key check (only_row = 1), epoch bigint not null, holder text not null, until bigint not null)";

/// The right to write, as long as nobody took it over.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lease {
    epoch: i64,
    length: i64,
}

impl Lease {
    /// Takes the lease if it is free or has ended; [`Error::WriterTaken`] while somebody has it.
    pub(crate) fn take(session: &mut Session, length: Duration) -> Result<Lease, Error> {
        let length = i64::try_from(length.as_millis()).unwrap_or(i64::MAX / 2);
        // Whoever is in the middle of a commit has the row locked, and has the lease.
        let row = format!("select epoch, until - {NOW} from writer_lease where only_row = 1 for update skip locked");
        let found = numbers(&session.begin_with(&row)?);
        let taken = match found.as_slice() {
            [epoch, left] if *left <= 0 => Lease { epoch: epoch + 1, length },
            _ => {
                session.rollback()?;
                return Err(Error::WriterTaken);
            }
        };
        session.say(&format!(
            "update writer_lease set epoch = {}, holder = '{}', until = {NOW} + {length} where only_row = 1",
            taken.epoch,
            holder(),
        ))?;
        session.commit()?;
        Ok(taken)
    }

    /// Begins the transaction of a group, and prolongs the lease with it once a third of it has passed.
    pub(crate) fn begin(self, session: &mut Session) -> Result<(), Error> {
        let row = format!("select epoch, until - {NOW} from writer_lease where only_row = 1 for update");
        match numbers(&session.begin_with(&row)?).as_slice() {
            [epoch, left] if *epoch == self.epoch => {
                if *left < self.length / 3 * 2 {
                    session.say(&self.prolonging())?;
                }
                Ok(())
            }
            _ => Err(Error::Superseded),
        }
    }

    /// Prolongs the lease between groups.
    pub(crate) fn keep(self, session: &mut Session) -> Result<(), Error> {
        self.begin(session)?;
        session.commit().map_err(|error| Error::Unreachable(error.to_string().into()))
    }

    /// Lets the next server have it at once.
    pub(crate) fn give_back(self, session: &mut Session) -> Result<(), Error> {
        session.say(&format!("update writer_lease set until = 0 where only_row = 1 and epoch = {}", self.epoch))
    }

    /// How long a writer may rest before it prolongs the lease.
    pub(crate) fn rest(self) -> Duration {
        Duration::from_millis((self.length / 3).max(1).unsigned_abs())
    }

    fn prolonging(self) -> String {
        let Lease { epoch, length } = self;
        format!("update writer_lease set until = {NOW} + {length} where only_row = 1 and epoch = {epoch}")
    }
}

/// Who has it, for people who look at the row: machine and process. Decides nothing.
fn holder() -> String {
    let machine = std::fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
    let plain: String = machine.chars().filter(|sign| sign.is_ascii_alphanumeric() || "-.".contains(*sign)).collect();
    format!("{plain} {}", std::process::id())
}

/// The whole numbers of the one row that was answered.
fn numbers(answer: &[SimpleQueryMessage]) -> Vec<i64> {
    let row = answer.iter().find_map(|message| match message {
        SimpleQueryMessage::Row(row) => Some(row),
        _ => None,
    });
    row.map_or_else(Vec::new, |row| (0..row.len()).filter_map(|column| row.get(column)?.parse().ok()).collect())
}
