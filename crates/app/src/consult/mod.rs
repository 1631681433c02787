//! `consult`: the only way anything is seen. Grounds first, then parts, then only the bodies of permitted parts; the look
//! is durable before a value leaves. No entry, no page.

mod alerts;
mod board;
mod case;
mod cases;
mod directory;
mod duty;
mod emergencies;
mod entries;
mod feed;
mod inspections;
mod lists;
mod notes;
mod places;
mod posts;
mod protection;
mod queues;
mod reallocation;
mod referral;
mod returning;
mod services;
mod wing;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use access::{Actor, PartSet, Reading};
use domain::kind::Kind;
use domain::look::{ListName, Listed, Purpose};
use domain::{Act, ActId, Capacity, Ground, Moment, OrgId, Part, Recorded, StreamId};
use store::{Tx, Val};

use crate::App;
use crate::ground::{self, Standing};
use crate::ledger_rows::{count_looks, looks_of};
use crate::refusal::{Fault, Refusal};
use crate::step_up::proved;
use crate::witness::{Opened, Resting};

pub use crate::danger::DangerLine;
pub use alerts::BudgetAlert;
pub use board::{BOARD_PAGE, BOARD_TABLE, BoardAsked, BoardLine, BoardPlace, FindingsBoard, RuleSum};
pub use case::{CaseFile, FindingLine, ReferralLine};
pub use cases::{CaseFilter, CaseLine, CaseList, Mine, PAGE};
pub(crate) use directory::on_directory;
pub use directory::{AccountLine, Directory, MandateLine, OrgLine, Waiting};
pub use duty::{DutyLine, DutyRule, DutySheet, DutyState, DutyTime};
pub use emergencies::{EmergencyLine, EmergencyList, FrequentLine, SentLine};
pub use entries::{EntryLine, EntryWhy};
pub use feed::{FeedQuery, PublicLine};
pub use inspections::{InspectionLine, Inspections, ItemLine, RecommendationLine, ReplyLine};
pub use lists::{OfferLine, ReferralList};
pub use notes::{NoteLine, NotesFile, NotesLook, Words};
pub use places::Total;
pub use posts::{Above, CoverLine, HolderLine, PostLine, Posts, ReportLine};
pub use protection::{ErasedLine, ErasingLine, ErasingState, HoldLine, OverdueLine, PrisonKeeping, Protection};
pub use queues::{Home, Queue, QueueName, SignatureLine, Why};
pub use reallocation::{AT_ONCE, Carried};
pub use referral::ReferralFile;
pub(crate) use services::keeps;
pub use services::{
    DraftLine, FeedEntry, FeedLine, OrgFile, SERVICES_PAGE, SERVICES_PAGES, SERVICES_TABLE, ServiceFile, ServiceLine,
    ServiceList, ServicesAsked,
};
pub use wing::{IN_A_WING, InWing, Wing, WingLine};

/// One look at a file, in words: in which capacity, for whom, which parts, when. A name is for oversight alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookLine {
    /// When.
    pub at: Moment,
    /// In which capacity.
    pub capacity: Capacity,
    /// For which organisation.
    pub org: String,
    /// The name, for those alone who oversee looks.
    pub who: Option<String>,
    /// Was it the one who asks now?
    pub own: bool,
    /// Parts opened, or the part that went on paper.
    pub parts: Vec<Part>,
    /// Was it put on paper?
    pub printed: bool,
    /// For what.
    pub purpose: Option<Purpose>,
    /// What the post is called for which they looked, if they stood in for it; empty while titles are not known yet.
    pub for_post: Option<String>,
}

/// Which looks are asked for: a page of so many, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LookPage {
    /// Looks on a page.
    pub size: u32,
    /// Which page.
    pub number: u32,
}

impl LookPage {
    /// The newest few, as the first page of a file shows them.
    pub const NEWEST: Self = Self { size: 5, number: 0 };

    /// A page of the whole list.
    pub const fn of_all(number: u32) -> Self {
        Self { size: 50, number }
    }
}

/// Looks at a file, newest first: one page, and how many there are in all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looks {
    /// Those of the page.
    pub lines: Vec<LookLine>,
    /// Which page it is.
    pub page: LookPage,
    /// How many looks there were, on all pages.
    pub total: u32,
}

/// Names that a page may show beside acts: organisations, and the staff of acts in permitted parts.
#[derive(Debug, Clone, Default)]
pub struct Shown {
    /// Names of organisations.
    pub orgs: BTreeMap<StreamId, String>,
    /// Names of staff.
    pub staff: BTreeMap<StreamId, String>,
    /// Names of services.
    pub services: BTreeMap<StreamId, String>,
    /// Titles of posts for which somebody acted who stood in.
    pub posts: BTreeMap<ActId, String>,
}

impl App {
    /// What the actor may open of a stream.
    pub(crate) fn reading(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        stream: StreamId,
        now: Moment,
    ) -> Result<Reading, Refusal> {
        readable(&ground::standing(tx, actor, stream, now)?, actor, stream, now)
    }

    /// Which parts of a file the asker may open now; none of one that is not there. Opens nothing, and says nothing but the
    /// asker's own rights: for knowing where somebody can go on after an act.
    pub fn open_parts(&self, actor: &Actor, stream: impl Into<StreamId>) -> Result<PartSet, Refusal> {
        let (stream, now) = (stream.into(), self.now());
        let reading = self.store.read(|tx| self.reading(tx, actor, stream, now));
        match reading {
            Ok(reading) => Ok(reading.parts()),
            Err(Refusal::NotYours | Refusal::NeedsFresh) => Ok(PartSet::EMPTY),
            Err(refusal) => Err(refusal),
        }
    }

    /// Opens the acts of permitted parts, and no others.
    pub(crate) fn open_permitted(
        &self,
        tx: &mut Tx<'_>,
        reading: &Reading,
        stream: StreamId,
    ) -> Result<Vec<Recorded>, Fault> {
        let parts = if reading.stream() == stream { reading.parts() } else { PartSet::EMPTY };
        self.open_parts_of(tx, stream, parts)
    }

    /// The acts of these parts, and no others.
    pub(crate) fn open_parts_of(
        &self,
        tx: &mut Tx<'_>,
        stream: StreamId,
        parts: PartSet,
    ) -> Result<Vec<Recorded>, Fault> {
        if parts.is_empty() {
            return Ok(Vec::new());
        }
        let permitted = |recorded: &&Recorded| parts.contains(recorded.act.kind().row().part);
        Ok(self.opened(tx, stream)?.iter().filter(permitted).cloned().collect())
    }

    /// What the actor could do on a stream now, by the table alone; for some of it they will be asked to prove themselves again.
    pub(crate) fn may(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        stream: StreamId,
        now: Moment,
    ) -> Result<Vec<Kind>, Fault> {
        let standing = ground::standing(tx, actor, stream, now)?;
        let proved = proved(actor).unwrap_or(*actor);
        // Where nobody else is left, the second signature itself and nothing beside it.
        let signs = crate::second::answers(tx, actor, stream, now)?;
        let may = |kind: &&Kind| {
            let row = kind.row();
            let permit = standing.permit(&proved, stream, (row.part, row.action), now);
            permit.is_some_and(|permit| permit.ground() != Ground::NoSecondPerson || signs.contains(kind))
        };
        let mut may: Vec<Kind> = Kind::ALL.iter().filter(may).copied().collect();
        // An erasing is carried out by its own door and recorded by the installation: it has no form.
        may.extend(signs.into_iter().filter(|kind| *kind == Kind::FileErased));
        Ok(may)
    }

    /// Who looked, newest first; nobody, for a reader of parts without the record.
    pub(crate) fn looks(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        (stream, parts): (StreamId, PartSet),
        page: LookPage,
        shown: &mut Shown,
    ) -> Result<Looks, Fault> {
        let mut lines = Vec::new();
        if !parts.contains(Part::Record) {
            return Ok(Looks { lines, page, total: 0 });
        }
        let names = matches!(actor.capacity, Capacity::Monitor | Capacity::DataProtection);
        for row in looks_of(tx, stream, page.size, page.size.saturating_mul(page.number))? {
            let Some(recorded) = row.open(&self.keys, tx)? else { continue };
            let (parts, printed, purpose) = match recorded.act {
                Act::Look(domain::act::topic::Look::Consulted(body)) => (body.parts, false, Some(body.purpose)),
                Act::Look(domain::act::topic::Look::Printed(body)) => (vec![body.part], true, None),
                _ => continue,
            };
            let envelope = &recorded.envelope;
            self.show_org(tx, shown, envelope.org)?;
            lines.push(LookLine {
                at: recorded.at,
                capacity: envelope.capacity,
                org: shown.orgs.get(&envelope.org.stream()).cloned().unwrap_or_default(),
                who: names.then(|| self.names.staff(envelope.actor.stream())).flatten(),
                own: envelope.actor == actor.account,
                for_post: envelope.for_post.map(|post| self.names.post(post).unwrap_or_default()),
                parts,
                printed,
                purpose,
            });
        }
        Ok(Looks { lines, page, total: count_looks(tx, stream)? })
    }

    pub(crate) fn show_org(&self, tx: &mut Tx<'_>, shown: &mut Shown, org: OrgId) -> Result<(), Fault> {
        let stream = org.stream();
        if let Entry::Vacant(place) = shown.orgs.entry(stream) {
            let name =
                tx.one("select name from organisation where stream = $1", &[Val::Blob(&stream.bytes())], |row| {
                    row.get::<String>(0)
                })?;
            let name = name.unwrap_or_else(|| {
                if stream == StreamId::INSTALLATION { self.about.name.clone() } else { String::new() }
            });
            place.insert(name);
        }
        Ok(())
    }

    /// The names that stand beside these acts.
    pub(crate) fn show_names(&self, tx: &mut Tx<'_>, shown: &mut Shown, acts: &[Recorded]) -> Result<(), Fault> {
        for recorded in acts {
            self.show_org(tx, shown, recorded.envelope.org)?;
            let account = recorded.envelope.actor.stream();
            if let Some(name) = self.names.staff(account) {
                shown.staff.insert(account, name);
            }
            if let Some(post) = recorded.envelope.for_post {
                shown.posts.insert(post, self.names.post(post).unwrap_or_default());
            }
        }
        Ok(())
    }
}

/// What may be opened of a stream by whoever stands towards it so.
fn readable(standing: &Standing, actor: &Actor, stream: StreamId, now: Moment) -> Result<Reading, Refusal> {
    standing.readable(actor, stream, now).ok_or_else(|| {
        let proved = proved(actor).is_some_and(|proved| standing.readable(&proved, stream, now).is_some());
        if proved { Refusal::NeedsFresh } else { Refusal::NotYours }
    })
}

/// A list that was drawn up: one entry, in the stream of whoever looks.
pub(crate) fn listed<T>(
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: Moment,
    drawn: (ListName, Vec<StreamId>),
    opened: (T, Vec<Resting>),
) -> Result<Opened<T>, Refusal> {
    let until = ground::first_end(tx, actor, now)?;
    Ok(listed_until(actor, until, drawn, opened))
}

/// The same, for a list whose rows may be seen until then.
pub(crate) fn listed_until<T>(
    actor: &Actor,
    until: Option<Moment>,
    (list, shown): (ListName, Vec<StreamId>),
    (value, rests_on): (T, Vec<Resting>),
) -> Opened<T> {
    let entry = (actor.account.stream(), Act::from(Listed { list, shown }));
    Opened { value, until, entry, rests_on }
}

/// What a look is for: what the asker says, unless the file is open to them in an emergency alone.
pub(crate) fn purpose_of(reading: &Reading, said: Purpose) -> Purpose {
    if reading.ground() == Ground::Emergency { Purpose::Emergency } else { said }
}

/// Until when a file is open, if it is open in an emergency alone.
pub(crate) fn in_emergency(reading: &Reading) -> Option<Moment> {
    reading.until().filter(|_| reading.ground() == Ground::Emergency)
}

/// Each of these streams, with the part that put it in a list.
pub(crate) fn resting(shown: &[StreamId], part: Part) -> Vec<Resting> {
    shown.iter().map(|stream| Resting::part(*stream, part)).collect()
}
