//! What the directory says of a service beyond its publication: whom it takes and how, how many it can take as a dated
//! statement, until when its entry counts as looked over, and whether it stands in the public feed.
//!
//! There is no field for a faith, an ethnicity or an opinion, of a service or of whom it takes. Whether an entry counts as
//! looked over is computed from the clock that reads it; nothing flips a flag.

use serde::{Deserialize, Serialize};

use crate::admission::{NotPossible, latest_day};
use crate::assessment::NeedArea;
use crate::code::codes;
use crate::custody::Sex;
use crate::id::{ActId, OrgId};
use crate::kind::{Act, topic};
use crate::moment::{Date, Moment};
use crate::organisation::ServicePublished;
use crate::recorded::Recorded;
use crate::registry::ServiceFacts;
use crate::text::{Line, Text};

codes! {
    /// How a service is given.
    pub ServiceMode as "service_mode" {
        /// In the prison.
        Inside = "inside",
        /// Outside, before or after release.
        Outside = "outside",
        /// By telephone, letter or screen.
        Remote = "remote",
        /// With one person.
        OneToOne = "one_to_one",
        /// With several.
        Group = "group",
    }
}

/// Whom a service takes, where else than at its first place, and how. Ages are whole years; no limit where none is said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Whom {
    /// Women, men, those who say neither.
    pub sexes: Vec<Sex>,
    /// The youngest age.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_age: Option<u32>,
    /// The oldest age.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to_age: Option<u32>,
    /// How it is given.
    pub modes: Vec<ServiceMode>,
    /// Other places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also_at: Vec<Line>,
}

/// `service.revised`: what the directory says of a service that is on offer, as a whole and from now on. What it aims at stays,
/// for referrals rest on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceRevised {
    /// Its name.
    pub name: Line,
    /// The needs it answers.
    pub needs: Vec<NeedArea>,
    /// Languages.
    pub languages: Vec<Line>,
    /// Where.
    pub place: Line,
    /// What it does.
    pub description: Text,
    /// Whom it takes, and how.
    pub whom: Whom,
}

/// `service.assured`: the organisation looked its entry over, and it is right as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceAssured {
    /// Who looked: an office or a function.
    pub by: Line,
}

/// `service.availability_stated`: how many it can take and how long others wait, as somebody said it on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AvailabilityStated {
    /// How many people it can take now.
    pub free: u32,
    /// For how many days somebody who is not taken at once waits; nothing where nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting_days: Option<u32>,
    /// The day it is true of.
    pub as_of: Date,
    /// Who says so: an office or a function.
    pub said_by: Line,
}

/// `service.feed_asked`: the organisation wants the entry in the public feed, with what it gives as public to reach it by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeedAsked {
    /// A telephone of an office that may be public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Line>,
    /// A mailbox of an office that may be public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Line>,
    /// A page on the web, beginning with `https://`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub web: Option<Line>,
}

/// `service.feed_left`: the organisation wants it there no longer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeedLeft {}

/// `service.feed_approved`: whoever keeps the directory read the entry as it would be public, and lets it in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeedApproved {
    /// The act that asked for it.
    pub asked: ActId,
    /// The act with the entry that was read.
    pub entry: ActId,
}

/// `service.feed_refused`: whoever keeps the directory does not let it in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeedRefused {
    /// The act that asked for it.
    pub asked: ActId,
    /// Why, so that it can be mended.
    pub reason: Text,
}

/// `service.drafted`: what another directory says of a service, brought in by whoever keeps this one. It is shown to the
/// organisation alone, until the organisation publishes it in its own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceDrafted {
    /// Whose it is.
    pub org: OrgId,
    /// Its name there.
    pub name: Line,
    /// What it does, if that is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Text>,
    /// Languages that are named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Line>,
    /// Where, if that is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Line>,
    /// Which directory or file it comes from.
    pub source: Line,
    /// What it is called there.
    pub source_id: Line,
}

codes! {
    /// Whether an entry counts as looked over. Computed from a clock, never set by hand.
    pub Assurance as "assurance" {
        /// Looked over, and not long ago.
        Confirmed = "confirmed",
        /// Still confirmed; to be looked over again soon.
        Due = "due",
        /// Nobody has looked it over for too long.
        Unconfirmed = "unconfirmed",
    }
}

/// The clocks of the directory, in milliseconds: policy of the installation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DirectoryClocks {
    /// For so long an entry that was looked over counts as confirmed.
    pub assured: i64,
    /// So long before that ends, the organisation is reminded.
    pub remind: i64,
    /// For so long a statement on free places and waiting counts.
    pub stated: i64,
}

impl DirectoryClocks {
    /// When an entry that was looked over then no longer counts as confirmed.
    pub const fn assured_until(self, assured: Moment) -> Moment {
        assured.plus(self.assured)
    }

    /// From when the organisation is reminded.
    pub const fn remind_from(self, assured: Moment) -> Moment {
        assured.plus(self.assured.saturating_sub(self.remind))
    }

    /// How an entry stands that was looked over then; half-open, as every span.
    pub fn assurance(self, assured: Option<Moment>, now: Moment) -> Assurance {
        match assured {
            Some(at) if now < self.remind_from(at) && now < self.assured_until(at) => Assurance::Confirmed,
            Some(at) if now < self.assured_until(at) => Assurance::Due,
            _ => Assurance::Unconfirmed,
        }
    }

    /// Does a statement that is true of then still count?
    pub const fn counts(self, stated: Moment, now: Moment) -> bool {
        now.since(stated) < self.stated
    }
}

/// How many a service can take, and who said so when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Availability {
    /// Free places.
    pub free: u32,
    /// Days of waiting, if anybody said so.
    pub waiting_days: Option<u32>,
    /// The day it is true of; that of the publication, where it came with it.
    pub as_of: Option<Date>,
    /// The office or function that said it; nothing where it came with the publication.
    pub said_by: Option<Line>,
    /// When it was recorded.
    pub at: Moment,
}

impl Availability {
    /// For how many days somebody waits, if that is known: not at all, where a place is free.
    pub const fn wait(&self) -> Option<u32> {
        if self.free > 0 { Some(0) } else { self.waiting_days }
    }
}

codes! {
    /// Where a service stands towards the public feed.
    pub FeedState as "feed_state" {
        /// Nobody asked for it.
        Out = "out",
        /// Waiting for whoever keeps the directory.
        Asked = "asked",
        /// Let in.
        Approved = "approved",
        /// Not let in.
        Refused = "refused",
    }
}

/// What of a service the directory goes by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EntryFacts {
    /// The act with the entry as it stands: the publication, or the last revision.
    pub entry: Option<ActId>,
    /// When it was looked over last.
    pub assured: Option<Moment>,
    /// What was said last of free places.
    pub availability: Option<Availability>,
    /// The act that asked for the public feed, while that stands.
    pub asked: Option<ActId>,
    /// What was decided on it, if anything was.
    pub decided: Option<FeedState>,
    /// The act that drafted it from elsewhere, while nobody published it.
    pub draft: Option<ActId>,
}

impl EntryFacts {
    /// Where it stands towards the public feed.
    pub fn feed(&self) -> FeedState {
        match (self.asked, self.decided) {
            (None, _) => FeedState::Out,
            (Some(_), None) => FeedState::Asked,
            (Some(_), Some(decided)) => decided,
        }
    }

    /// Takes one act of the service in.
    pub(crate) fn take(&mut self, recorded: &Recorded) {
        let id = recorded.id();
        match &recorded.act {
            Act::Organisation(topic::Organisation::ServicePublished(body)) => {
                *self = Self {
                    entry: Some(id),
                    assured: Some(recorded.at),
                    availability: Some(Availability {
                        free: body.places,
                        waiting_days: None,
                        as_of: None,
                        said_by: None,
                        at: recorded.at,
                    }),
                    ..Self::default()
                };
            }
            Act::Organisation(topic::Organisation::ServiceWithdrawn(_)) => {
                (self.asked, self.decided, self.draft) = (None, None, None);
            }
            Act::Directory(act) => self.take_directory(recorded, act),
            _ => {}
        }
    }

    fn take_directory(&mut self, recorded: &Recorded, act: &topic::Directory) {
        let id = recorded.id();
        match act {
            // Whoever writes an entry anew looked it over; what was let into the feed was the older text.
            topic::Directory::Revised(_) => {
                (self.entry, self.assured, self.decided) = (Some(id), Some(recorded.at), None);
            }
            topic::Directory::Assured(_) => self.assured = Some(recorded.at),
            topic::Directory::AvailabilityStated(body) => {
                self.availability = Some(Availability {
                    free: body.free,
                    waiting_days: body.waiting_days,
                    as_of: Some(body.as_of),
                    said_by: Some(body.said_by.clone()),
                    at: recorded.at,
                });
            }
            topic::Directory::FeedAsked(_) => (self.asked, self.decided) = (Some(id), None),
            topic::Directory::FeedLeft(_) => (self.asked, self.decided) = (None, None),
            topic::Directory::FeedApproved(_) => self.decided = Some(FeedState::Approved),
            topic::Directory::FeedRefused(_) => self.decided = Some(FeedState::Refused),
            topic::Directory::Drafted(_) => self.draft = Some(id),
        }
    }
}

/// Is this possible for the service?
pub(crate) fn admit(facts: &ServiceFacts, recorded: &Recorded, act: &topic::Directory) -> Result<(), NotPossible> {
    let entry = &facts.entry;
    match act {
        topic::Directory::Drafted(_) if facts.published.is_some() => Err(NotPossible::AlreadyDone),
        // Another organisation's draft is another service; one that was turned down does not come back by a file.
        topic::Directory::Drafted(body) if facts.org.is_some_and(|org| org != body.org) => {
            Err(NotPossible::WrongSubject)
        }
        topic::Directory::Drafted(_) if facts.withdrawn.is_some() => Err(NotPossible::NotOpen),
        topic::Directory::Drafted(_) => Ok(()),
        _ if !facts.open() => Err(NotPossible::NotOpen),
        topic::Directory::Revised(body) => admit_whom(&body.whom),
        topic::Directory::Assured(_) => Ok(()),
        topic::Directory::AvailabilityStated(body) if body.as_of > latest_day(recorded.at) => {
            Err(NotPossible::InFuture)
        }
        topic::Directory::AvailabilityStated(_) => Ok(()),
        topic::Directory::FeedAsked(body) => admit_asked(body),
        topic::Directory::FeedLeft(_) if entry.asked.is_none() => Err(NotPossible::NotProposed),
        topic::Directory::FeedLeft(_) => Ok(()),
        topic::Directory::FeedApproved(body) if entry.entry != Some(body.entry) => {
            waits(entry, body.asked)?;
            Err(NotPossible::EntryChanged)
        }
        topic::Directory::FeedApproved(body) => waits(entry, body.asked),
        topic::Directory::FeedRefused(body) => waits(entry, body.asked),
    }
}

/// Youngest before oldest.
pub(crate) fn admit_whom(whom: &Whom) -> Result<(), NotPossible> {
    match (whom.from_age, whom.to_age) {
        (Some(from), Some(to)) if from > to => Err(NotPossible::AgesReversed),
        _ => Ok(()),
    }
}

/// A page on the web is one that a reader of the feed can open, and nothing else.
fn admit_asked(body: &FeedAsked) -> Result<(), NotPossible> {
    let reached = |web: &Line| {
        let host = web.as_str().strip_prefix("https://").unwrap_or_default();
        let host = host.split('/').next().unwrap_or_default();
        host.contains('.')
            && host.chars().all(|sign| sign.is_ascii_alphanumeric() || "-.:".contains(sign))
            && web.as_str().chars().all(|sign| sign.is_ascii_graphic() && !"\"<>\\^`{|}".contains(sign))
    };
    let mailbox = |email: &Line| {
        let at = email.as_str().split_once('@');
        let plain = |part: &str| {
            !part.is_empty() && part.chars().all(|sign| sign.is_ascii_alphanumeric() || "-._+".contains(sign))
        };
        at.is_some_and(|(name, host)| plain(name) && plain(host) && host.contains('.'))
    };
    if body.web.as_ref().is_some_and(|web| !reached(web)) {
        return Err(NotPossible::NoWebAddress);
    }
    if body.email.as_ref().is_some_and(|email| !mailbox(email)) {
        return Err(NotPossible::NoMailbox);
    }
    Ok(())
}

fn waits(entry: &EntryFacts, asked: ActId) -> Result<(), NotPossible> {
    match entry.asked {
        Some(act) if act == asked && entry.decided.is_none() => Ok(()),
        Some(act) if act == asked => Err(NotPossible::AlreadyDone),
        _ => Err(NotPossible::NotProposed),
    }
}

impl ServicePublished {
    /// What was published, as it reads once it was revised.
    pub fn revise(&mut self, revised: &ServiceRevised) {
        self.name.clone_from(&revised.name);
        self.needs.clone_from(&revised.needs);
        self.languages.clone_from(&revised.languages);
        self.place.clone_from(&revised.place);
        self.description.clone_from(&revised.description);
        self.whom = Some(revised.whom.clone());
    }

    /// Every place where it is given, the first one first.
    pub fn at(&self) -> impl Iterator<Item = &Line> {
        let more = self.whom.as_ref().map_or(&[][..], |whom| whom.also_at.as_slice());
        std::iter::once(&self.place).chain(more)
    }
}
