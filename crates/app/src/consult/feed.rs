//! What anybody may read of the directory: services whose organisations asked for it, as whoever keeps the directory let them in.
//!
//! No look and no account: whoever asks is nobody here. It holds no name of a person, nothing of who uses a service, not what a
//! service aims at, and no way to reach anybody that was not given as public.

use domain::assessment::NeedArea;
use domain::directory::{Assurance, Availability, FeedAsked, FeedState};
use domain::kind::{Act, topic};
use domain::organisation::ServicePublished;
use domain::registry::ServiceFacts;
use domain::{Moment, OrgId, ServiceId};
use store::{Tx, Val};

use super::directory::OrgLine;
use super::services::entry_of;
use crate::App;
use crate::refusal::{Fault, Refusal};

/// What is asked of the feed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FeedQuery {
    /// One organisation.
    pub org: Option<OrgId>,
    /// One need.
    pub need: Option<NeedArea>,
    /// What changed then or later.
    pub changed_from: Option<Moment>,
}

/// A service as anybody may read it.
#[derive(Debug, Clone)]
pub struct PublicLine {
    /// The service.
    pub service: ServiceId,
    /// The entry that was let in.
    pub entry: ServicePublished,
    /// What was given as public.
    pub given: FeedAsked,
    /// Its organisation.
    pub org: OrgLine,
    /// What was said last of free places, if that still counts.
    pub availability: Option<Availability>,
    /// When the entry was looked over last.
    pub assured: Option<Moment>,
    /// How that stands by the clock.
    pub assurance: Assurance,
    /// When anything of it changed last.
    pub changed: Moment,
}

const PUBLIC: &str = "select s.stream from service s where s.open = 1 and s.feed = 'approved'";

impl App {
    /// Public services that answer what is asked: so many from that place on, and how many there are in all.
    pub fn public_services(&self, asked: FeedQuery, from: u32, most: u32) -> Result<(Vec<PublicLine>, u64), Refusal> {
        let now = self.now();
        self.store.read(|tx| {
            let mut kept = String::new();
            let mut vals: Vec<Val<'_>> = Vec::new();
            let org = asked.org.map(OrgId::bytes);
            if let Some(org) = &org {
                vals.push(Val::Blob(org));
                kept = format!("{kept} and s.org = ${}", vals.len());
            }
            if let Some(need) = asked.need {
                vals.push(Val::Text(need.code()));
                kept = format!(
                    "{kept} and s.stream in (select stream from service_term where term = 'need' and value = ${})",
                    vals.len()
                );
            }
            if let Some(changed) = asked.changed_from {
                vals.push(Val::I64(changed.millis()));
                kept = format!("{kept} and s.changed_at >= ${}", vals.len());
            }
            let counted = format!("select count(*) from service s where s.open = 1 and s.feed = 'approved'{kept}");
            let total = tx.one(&counted, &vals, |row| row.get::<i64>(0))?.unwrap_or_default();
            vals.extend([Val::from(most), Val::from(from)]);
            let (limit, offset) = (vals.len().saturating_sub(1), vals.len());
            let sql = format!("{PUBLIC}{kept} order by s.name, s.stream limit ${limit} offset ${offset}");
            let found = tx.all(&sql, &vals, |row| Ok(ServiceId::from_bytes(row.get(0)?)))?;
            let mut lines = Vec::with_capacity(found.len());
            for service in found {
                lines.extend(self.public_line(tx, service, now)?);
            }
            Ok((lines, u64::try_from(total).unwrap_or_default()))
        })
    }

    /// One public service.
    pub fn public_service(&self, service: ServiceId) -> Result<Option<PublicLine>, Refusal> {
        let now = self.now();
        self.store.read(|tx| Ok(self.public_line(tx, service, now)?))
    }

    /// Organisations with a public service: so many from that place on, and how many there are in all.
    pub fn public_organisations(&self, from: u32, most: u32) -> Result<(Vec<OrgLine>, u64), Refusal> {
        self.store.read(|tx| {
            let total =
                tx.one("select count(distinct org) from service where open = 1 and feed = 'approved'", &[], |row| {
                    row.get::<i64>(0)
                })?;
            let found = tx.all(
                "select o.stream from organisation o
                 where o.stream in (select org from service where open = 1 and feed = 'approved')
                 order by o.name, o.stream limit $1 offset $2",
                &[Val::from(most), Val::from(from)],
                |row| Ok(OrgId::from_bytes(row.get(0)?)),
            )?;
            let mut lines = Vec::with_capacity(found.len());
            for org in found {
                lines.extend(self.org_line(tx, org)?);
            }
            Ok((lines, u64::try_from(total.unwrap_or_default()).unwrap_or_default()))
        })
    }

    /// An organisation with a public service.
    pub fn public_organisation(&self, org: OrgId) -> Result<Option<OrgLine>, Refusal> {
        self.store.read(|tx| {
            let public = tx.one(
                "select 1 from service where org = $1 and open = 1 and feed = 'approved' limit 1",
                &[Val::Blob(&org.bytes())],
                |row| row.get::<i64>(0),
            )?;
            Ok(if public.is_some() { self.org_line(tx, org)? } else { None })
        })
    }

    /// The facts decide whether it is public, and not the row by which it was found.
    fn public_line(&self, tx: &mut Tx<'_>, service: ServiceId, now: Moment) -> Result<Option<PublicLine>, Fault> {
        let acts = self.opened(tx, service.stream())?;
        let facts = ServiceFacts::of(acts.iter());
        if !facts.open() || facts.entry.feed() != FeedState::Approved {
            return Ok(None);
        }
        let given = acts.iter().rev().find_map(|recorded| match &recorded.act {
            Act::Directory(topic::Directory::FeedAsked(body)) => Some(body.clone()),
            _ => None,
        });
        let (Some(entry), Some(given), Some(org)) = (entry_of(&acts), given, facts.org) else { return Ok(None) };
        let Some(org) = self.org_line(tx, org)? else { return Ok(None) };
        let clocks = self.directory_clocks();
        let counts = |said: &Availability| {
            let stated = said.as_of.map_or(said.at, |day| Moment::start_of(day, self.zone()));
            clocks.counts(stated, now)
        };
        Ok(Some(PublicLine {
            service,
            entry,
            given,
            org,
            availability: facts.entry.availability.filter(counts),
            assured: facts.entry.assured,
            assurance: clocks.assurance(facts.entry.assured, now),
            changed: acts.iter().map(|recorded| recorded.at).max().unwrap_or(now),
        }))
    }
}
