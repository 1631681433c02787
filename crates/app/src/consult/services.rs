//! Services: looked for by need, place, language, sex, age, free places and aim; one by itself; what an organisation must look
//! over; what waits for whoever keeps the directory.
//!
//! The order is by waiting time, then by name, and by nothing else. Nobody can ask for a faith or an ethnicity: there is no
//! field for either.

use access::Actor;
use domain::assessment::NeedArea;
use domain::custody::Sex;
use domain::directory::{Assurance, Availability, DirectoryClocks, FeedAsked, FeedState, ServiceDrafted};
use domain::kind::{Act, topic};
use domain::look::ListName;
use domain::organisation::{Aim, ServicePublished};
use domain::registry::ServiceFacts;
use domain::{Action, Ground, Line, Moment, OrgId, Part, Recorded, ServiceId, StreamId, Strength};
use safeguards::ClockName;
use store::{Tx, Val};

use super::directory::{OrgLine, on_directory};
use super::listed;
use crate::App;
use crate::disclosed::Disclosed;
use crate::refusal::Refusal;

/// Services on a page.
pub const SERVICES_PAGE: usize = 25;
/// Most pages that can be asked for.
pub const SERVICES_PAGES: u32 = 400;
/// Most services in a table to take away, or in a list to choose from.
pub const SERVICES_TABLE: usize = 2_000;
/// Most languages, and most places, that are offered to choose from.
const CHOICES: i64 = 200;

/// What is looked for. What is left out is not asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ServicesAsked {
    /// A need that it answers.
    pub need: Option<NeedArea>,
    /// A place where it is given.
    pub place: Option<Line>,
    /// A language in which it is given.
    pub language: Option<Line>,
    /// Whom it takes.
    pub sex: Option<Sex>,
    /// An age that it takes.
    pub age: Option<u32>,
    /// What it aims at.
    pub aim: Option<Aim>,
    /// A free place now, by a statement that still counts.
    pub free: bool,
    /// Which page, counted from 1; 0 is the first one too.
    pub page: u32,
}

impl ServicesAsked {
    /// Is everything asked for?
    pub fn is_everything(&self) -> bool {
        Self { page: 0, ..self.clone() } == Self::default()
    }
}

/// One service, as the directory has it now.
#[derive(Debug, Clone)]
pub struct ServiceLine {
    /// The service.
    pub service: ServiceId,
    /// What was published, as it reads since the last revision.
    pub published: ServicePublished,
    /// The organisation's name.
    pub org_name: String,
    /// What was said last of free places.
    pub availability: Option<Availability>,
    /// Does that still count?
    pub counts: bool,
    /// When the entry was looked over last.
    pub assured: Option<Moment>,
    /// The office or function that did; nothing where that came with the publication or a revision.
    pub assured_by: Option<String>,
    /// How it stands by the clock.
    pub assurance: Assurance,
    /// Until when it counts as confirmed.
    pub until: Option<Moment>,
}

/// One page of services.
#[derive(Debug, Clone)]
pub struct ServiceList {
    /// What was asked.
    pub asked: ServicesAsked,
    /// Services, in the stated order.
    pub lines: Vec<ServiceLine>,
    /// Is there another page?
    pub more: bool,
    /// Languages in which anything is given.
    pub languages: Vec<String>,
    /// Places where anything is given.
    pub places: Vec<String>,
}

/// One service by itself.
#[derive(Debug, Clone)]
pub struct ServiceFile {
    /// What the directory has.
    pub line: ServiceLine,
    /// Whom to ring at the organisation.
    pub contact: String,
    /// Where it stands towards the public feed, for the organisation and whoever keeps the directory.
    pub feed: Option<FeedEntry>,
    /// The reader may change it for the organisation.
    pub own: bool,
    /// The reader keeps the directory.
    pub keeps: bool,
    /// The head that a decision is based on.
    pub head: u64,
}

/// A service towards the public feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedEntry {
    /// Where it stands.
    pub state: FeedState,
    /// The act that asked for it, and what would be public with it.
    pub asked: Option<(domain::ActId, FeedAsked)>,
    /// The act with the entry as it stands.
    pub entry: Option<domain::ActId>,
    /// Why it was not let in.
    pub reason: Option<String>,
}

/// One organisation by itself, with what it offers.
#[derive(Debug, Clone)]
pub struct OrgFile {
    /// The organisation.
    pub line: OrgLine,
    /// Its services that are on offer, by name; a page of them at most.
    pub services: Vec<ServiceLine>,
}

/// A service that asks to be public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedLine {
    /// The service.
    pub service: ServiceId,
    /// Its name.
    pub name: String,
    /// The organisation's name.
    pub org_name: String,
}

/// A service drafted from elsewhere.
#[derive(Debug, Clone)]
pub struct DraftLine {
    /// The service.
    pub service: ServiceId,
    /// What the other directory says.
    pub drafted: ServiceDrafted,
    /// The organisation's name.
    pub org_name: String,
}

impl App {
    /// The clocks of the directory, as they are set here.
    pub fn directory_clocks(&self) -> DirectoryClocks {
        let millis = |clock| self.safeguards.clock(clock).millis();
        DirectoryClocks {
            assured: millis(ClockName::DirectoryAssured),
            remind: millis(ClockName::DirectoryReminder),
            stated: millis(ClockName::DirectoryStated),
        }
    }

    /// One page of the services that are on offer and answer what is asked. Withdrawn ones and drafts do not appear.
    pub fn services(&self, actor: &Actor, asked: &ServicesAsked) -> Result<Disclosed<ServiceList>, Refusal> {
        let from = usize::try_from(asked.page.clamp(1, SERVICES_PAGES).saturating_sub(1)).unwrap_or(0);
        self.services_from(actor, asked, (from.saturating_mul(SERVICES_PAGE), SERVICES_PAGE))
    }

    /// The same, as many as are taken away in a table or offered in a form.
    pub fn services_table(&self, actor: &Actor, asked: &ServicesAsked) -> Result<Disclosed<ServiceList>, Refusal> {
        self.services_from(actor, asked, (0, SERVICES_TABLE))
    }

    fn services_from(
        &self,
        actor: &Actor,
        asked: &ServicesAsked,
        (from, most): (usize, usize),
    ) -> Result<Disclosed<ServiceList>, Refusal> {
        self.show(actor, |tx, now| {
            self.may_read_directory(tx, actor, now)?;
            let clocks = self.directory_clocks();
            let mut found = found(tx, asked, clocks, (from, most.saturating_add(1)), now)?;
            let more = found.len() > most;
            found.truncate(most);
            let mut lines = Vec::with_capacity(found.len());
            for (service, org_name) in found {
                let acts = self.opened(tx, service.stream())?;
                lines.extend(line_of(service, org_name, &acts, (clocks, self.zone()), now));
            }
            let shown = lines.iter().map(|line| line.service.stream()).collect();
            let value = ServiceList {
                asked: asked.clone(),
                lines,
                more,
                languages: values(tx, "language")?,
                places: values(tx, "place")?,
            };
            listed(tx, actor, now, (ListName::Services, shown), (value, on_directory()))
        })
    }

    /// One service that is on offer.
    pub fn service(&self, actor: &Actor, service: ServiceId) -> Result<Disclosed<ServiceFile>, Refusal> {
        self.show(actor, |tx, now| {
            self.may_read_directory(tx, actor, now)?;
            let row = tx.one(
                "select o.name, o.contact, o.stream, st.head from service s join organisation o on o.stream = s.org
                 join stream st on st.id = s.stream where s.stream = $1 and s.open = 1",
                &[Val::Blob(&service.bytes())],
                |row| {
                    Ok((
                        row.get::<String>(0)?,
                        row.get::<String>(1)?,
                        OrgId::from_bytes(row.get(2)?),
                        row.get::<i64>(3)?,
                    ))
                },
            )?;
            let (org_name, contact, org, head) = row.ok_or(Refusal::NotYours)?;
            let acts = self.opened(tx, service.stream())?;
            let facts = ServiceFacts::of(acts.iter());
            let line = line_of(service, org_name, &acts, (self.directory_clocks(), self.zone()), now);
            let line = line.ok_or(Refusal::NotYours)?;
            let own = org == actor.org && publishes(actor);
            let keeps = keeps(actor);
            let feed = (own || keeps).then(|| feed_of(&facts, &acts));
            let value = ServiceFile { line, contact, feed, own, keeps, head: u64::try_from(head).unwrap_or_default() };
            listed(tx, actor, now, (ListName::Services, vec![service.stream()]), (value, on_directory()))
        })
    }

    /// One organisation, with what it offers.
    pub fn organisation(&self, actor: &Actor, org: OrgId) -> Result<Disclosed<OrgFile>, Refusal> {
        self.show(actor, |tx, now| {
            self.may_read_directory(tx, actor, now)?;
            let line = self.org_line(tx, org)?.ok_or(Refusal::NotYours)?;
            let found = tx.all(
                "select stream from service where org = $1 and open = 1 order by name, stream limit $2",
                &[Val::Blob(&org.bytes()), Val::from(u32::try_from(SERVICES_PAGE).unwrap_or(u32::MAX))],
                |row| Ok(ServiceId::from_bytes(row.get(0)?)),
            )?;
            let mut services = Vec::with_capacity(found.len());
            for service in found {
                let acts = self.opened(tx, service.stream())?;
                let clocks = (self.directory_clocks(), self.zone());
                services.extend(line_of(service, line.name.clone(), &acts, clocks, now));
            }
            let shown =
                std::iter::once(org.stream()).chain(services.iter().map(|line| line.service.stream())).collect();
            listed(tx, actor, now, (ListName::Organisations, shown), (OrgFile { line, services }, on_directory()))
        })
    }

    /// Services that were drafted from elsewhere and that nobody published yet: those of the asker's organisation, or all of
    /// them for whoever keeps the directory.
    pub fn drafts(&self, actor: &Actor) -> Result<Disclosed<Vec<DraftLine>>, Refusal> {
        self.show(actor, |tx, now| {
            self.may_read_directory(tx, actor, now)?;
            if !keeps(actor) && !publishes(actor) {
                return Err(Refusal::NotYours);
            }
            let rows = tx.all(
                "select s.stream, o.name from service s join organisation o on o.stream = s.org
                 where s.draft = 1 and ($1 = 1 or s.org = $2) order by s.name, s.stream limit $3",
                &[Val::I64(i64::from(keeps(actor))), Val::Blob(&actor.org.bytes()), Val::I64(500)],
                |row| Ok((ServiceId::from_bytes(row.get(0)?), row.get::<String>(1)?)),
            )?;
            let mut lines = Vec::new();
            for (service, org_name) in rows {
                let acts = self.opened(tx, service.stream())?;
                let drafted = acts.iter().rev().find_map(|recorded| match &recorded.act {
                    Act::Directory(topic::Directory::Drafted(body)) => Some(body.clone()),
                    _ => None,
                });
                lines.extend(drafted.map(|drafted| DraftLine { service, drafted, org_name }));
            }
            let shown = lines.iter().map(|line| line.service.stream()).collect();
            listed(tx, actor, now, (ListName::Services, shown), (lines, on_directory()))
        })
    }

    /// Services that ask to be public and wait for whoever keeps the directory.
    pub fn feed_waiting(&self, actor: &Actor) -> Result<Disclosed<Vec<FeedLine>>, Refusal> {
        self.show(actor, |tx, now| {
            self.may_read_directory(tx, actor, now)?;
            if !keeps(actor) {
                return Err(Refusal::NotYours);
            }
            let lines = tx.all(
                "select s.stream, s.name, o.name from service s join organisation o on o.stream = s.org
                 where s.open = 1 and s.feed = 'asked' order by s.name, s.stream limit 200",
                &[],
                |row| {
                    Ok(FeedLine {
                        service: ServiceId::from_bytes(row.get(0)?),
                        name: row.get(1)?,
                        org_name: row.get(2)?,
                    })
                },
            )?;
            let shown = lines.iter().map(|line| line.service.stream()).collect();
            listed(tx, actor, now, (ListName::Services, shown), (lines, on_directory()))
        })
    }
}

/// May this reader change entries of the own organisation?
pub(super) fn publishes(actor: &Actor) -> bool {
    access::allows(actor.capacity, Ground::OwnOrganisation, Part::Directory, Action::Publish, Strength::Fresh)
}

/// Does this reader keep the directory?
pub(crate) fn keeps(actor: &Actor) -> bool {
    access::allows(actor.capacity, Ground::Installation, Part::Directory, Action::Administer, Strength::Fresh)
}

/// What of a service can be chosen from.
fn values(tx: &mut Tx<'_>, term: &str) -> Result<Vec<String>, store::Error> {
    tx.all(
        "select distinct t.value from service_term t join service s on s.stream = t.stream
         where t.term = $1 and s.open = 1 order by t.value limit $2",
        &[Val::Text(term), Val::I64(CHOICES)],
        |row| row.get(0),
    )
}

/// The services that answer what is asked, in the stated order.
fn found(
    tx: &mut Tx<'_>,
    asked: &ServicesAsked,
    clocks: DirectoryClocks,
    (from, most): (usize, usize),
    now: Moment,
) -> Result<Vec<(ServiceId, String)>, store::Error> {
    // A statement that no longer counts says nothing of waiting: such services come after those of which it is known.
    let counts_after = now.plus(-clocks.stated).millis();
    let mut kept: Vec<String> = Vec::new();
    let mut vals: Vec<Val<'_>> = Vec::new();
    let terms = [
        ("need", asked.need.map(NeedArea::code)),
        ("place", asked.place.as_ref().map(Line::as_str)),
        ("language", asked.language.as_ref().map(Line::as_str)),
        ("sex", asked.sex.map(Sex::code)),
    ];
    for (term, value) in terms {
        let Some(value) = value else { continue };
        let number = vals.len().saturating_add(1);
        kept.push(format!(
            " and s.stream in (select stream from service_term where term = '{term}' and value = ${number})"
        ));
        vals.push(Val::Text(value));
    }
    if let Some(aim) = asked.aim {
        kept.push(format!(" and s.aim = ${}", vals.len().saturating_add(1)));
        vals.push(Val::Text(aim.code()));
    }
    if let Some(age) = asked.age {
        let number = vals.len().saturating_add(1);
        kept.push(format!(" and s.from_age <= ${number} and s.to_age >= ${number}"));
        vals.push(Val::from(age));
    }
    let counts = vals.len().saturating_add(1);
    vals.push(Val::I64(counts_after));
    let free = if asked.free { format!(" and s.free > 0 and s.stated_at > ${counts}") } else { String::new() };
    let (limit, offset) = (counts.saturating_add(1), counts.saturating_add(2));
    let sql = format!(
        "select s.stream, o.name from service s join organisation o on o.stream = s.org where s.open = 1{}{free}
         order by case when s.waiting is not null and s.stated_at > ${counts} then 0 else 1 end,
         case when s.waiting is not null and s.stated_at > ${counts} then s.waiting else 0 end, s.name, s.stream
         limit ${limit} offset ${offset}",
        kept.concat()
    );
    vals.push(Val::I64(i64::try_from(most).unwrap_or(i64::MAX)));
    vals.push(Val::I64(i64::try_from(from).unwrap_or(i64::MAX)));
    tx.all(&sql, &vals, |row| Ok((ServiceId::from(StreamId::from_bytes(row.get(0)?)), row.get(1)?)))
}

/// The entry of a service as its acts leave it; none of one that was never published.
pub(crate) fn entry_of(acts: &[Recorded]) -> Option<ServicePublished> {
    let mut entry: Option<ServicePublished> = None;
    for recorded in acts {
        match &recorded.act {
            Act::Organisation(topic::Organisation::ServicePublished(body)) => entry = Some(body.clone()),
            Act::Directory(topic::Directory::Revised(body)) => {
                if let Some(entry) = &mut entry {
                    entry.revise(body);
                }
            }
            _ => {}
        }
    }
    entry
}

fn line_of(
    service: ServiceId,
    org_name: String,
    acts: &[Recorded],
    (clocks, zone): (DirectoryClocks, &jiff::tz::TimeZone),
    now: Moment,
) -> Option<ServiceLine> {
    let published = entry_of(acts)?;
    let facts = ServiceFacts::of(acts).entry;
    let said = acts.iter().rev().find_map(|recorded| match &recorded.act {
        Act::Directory(topic::Directory::Assured(body)) => Some(Some(body.by.to_string())),
        Act::Directory(topic::Directory::Revised(_)) | Act::Organisation(topic::Organisation::ServicePublished(_)) => {
            Some(None)
        }
        _ => None,
    });
    let stated = facts.availability.as_ref().map(|said| match said.as_of {
        Some(day) => Moment::start_of(day, zone),
        None => said.at,
    });
    Some(ServiceLine {
        service,
        published,
        org_name,
        availability: facts.availability,
        counts: stated.is_some_and(|at| clocks.counts(at, now)),
        assured: facts.assured,
        assured_by: said.flatten(),
        assurance: clocks.assurance(facts.assured, now),
        until: facts.assured.map(|at| clocks.assured_until(at)),
    })
}

fn feed_of(facts: &ServiceFacts, acts: &[Recorded]) -> FeedEntry {
    let asked = acts.iter().rev().find_map(|recorded| match &recorded.act {
        Act::Directory(topic::Directory::FeedAsked(body)) if facts.entry.asked == Some(recorded.id()) => {
            Some((recorded.id(), body.clone()))
        }
        _ => None,
    });
    let state = facts.entry.feed();
    let reason = acts.iter().rev().find_map(|recorded| match &recorded.act {
        Act::Directory(topic::Directory::FeedRefused(body)) => Some(body.reason.to_string()),
        _ => None,
    });
    FeedEntry { state, asked, entry: facts.entry.entry, reason: reason.filter(|_| state == FeedState::Refused) }
}
