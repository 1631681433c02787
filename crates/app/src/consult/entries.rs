//! What an organisation must look over: its entries in the directory, by the clock that reads them.

use access::Actor;
use domain::codes;
use domain::directory::{Assurance, FeedState};
use domain::{Capacity, Moment, ServiceId};
use store::{Tx, Val};

use crate::App;
use crate::refusal::Fault;

/// Most entries on a first page.
const REMINDERS: usize = 25;

codes! {
    /// Why an entry waits for its organisation, the most pressing first.
    pub EntryWhy as "entry_why" {
        /// Nobody looked it over for too long.
        Unconfirmed = "unconfirmed",
        /// It is to be looked over soon.
        Due = "due",
        /// What was said of free places no longer counts.
        Availability = "availability",
        /// It was drafted from elsewhere.
        Draft = "draft",
        /// It was not let into the public feed.
        FeedRefused = "feed_refused",
    }
}

/// One entry that waits for its organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryLine {
    /// The service.
    pub service: ServiceId,
    /// Its name.
    pub name: String,
    /// What is to be done.
    pub why: EntryWhy,
    /// Until when it counts, or since when it no longer does.
    pub at: Option<Moment>,
}

impl App {
    /// Entries of the asker's organisation that wait for somebody, those that no longer count first.
    pub(super) fn entries(&self, tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> Result<Vec<EntryLine>, Fault> {
        if actor.capacity != Capacity::CsoManager {
            return Ok(Vec::new());
        }
        let clocks = self.directory_clocks();
        let rows = tx.all(
            "select stream, name, draft, assured_at, stated_at, feed from service
             where org = $1 and (open = 1 or draft = 1) order by draft desc, assured_at, name, stream",
            &[Val::Blob(&actor.org.bytes())],
            |row| {
                Ok((
                    ServiceId::from_bytes(row.get(0)?),
                    row.get::<String>(1)?,
                    row.get::<i64>(2)? == 1,
                    row.get::<Option<i64>>(3)?.map(Moment::from_millis),
                    row.get::<Option<i64>>(4)?.map(Moment::from_millis),
                    row.get::<String>(5)?,
                ))
            },
        )?;
        let mut lines = Vec::new();
        for (service, name, draft, assured, stated, feed) in rows {
            let mut put = |why, at| lines.push(EntryLine { service, name: name.clone(), why, at });
            if draft {
                put(EntryWhy::Draft, None);
                continue;
            }
            match clocks.assurance(assured, now) {
                Assurance::Unconfirmed => put(EntryWhy::Unconfirmed, assured.map(|at| clocks.assured_until(at))),
                Assurance::Due => put(EntryWhy::Due, assured.map(|at| clocks.assured_until(at))),
                Assurance::Confirmed => {}
            }
            if stated.is_none_or(|at| !clocks.counts(at, now)) {
                put(EntryWhy::Availability, stated.map(|at| at.plus(clocks.stated)));
            }
            if feed == FeedState::Refused.code() {
                put(EntryWhy::FeedRefused, None);
            }
        }
        lines.sort_by_key(|line| (line.why, line.at));
        lines.truncate(REMINDERS);
        Ok(lines)
    }
}
