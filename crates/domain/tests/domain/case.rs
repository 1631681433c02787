//! Tiny stories for the tests: sample acts of the corpus, with only the relevant detail changed.
//!
//! The samples name one plan, one consent, one measure and one session; an act that is [`Deed::named`] like that is the
//! one that the others speak of.

use std::path::{Path, PathBuf};

use domain::admission::NotPossible;
use domain::facts::Facts;
use domain::referral_facts::ReferralFacts;
use domain::{
    AccountId, ActId, Capacity, Envelope, Ground, Kind, Moment, OrgId, Recorded, ReferralId, StreamId, admission,
};
use serde::Serialize;
use serde_json::Value;

/// The plan, consent, measure and session of the samples.
pub const PLAN: u64 = 601;
pub const CONSENT: u64 = 602;
pub const MEASURE: u64 = 603;
pub const SESSION: u64 = 604;
/// The restraint of the samples, and the order it rests on.
pub const RESTRAINT: u64 = 605;
pub const ORDER: u64 = 606;
/// The review on which the extension of the samples rests, and what the health service told.
pub const REVIEW: u64 = 607;
pub const SAID: u64 = 608;
/// The prison, the civil society organisation and the other prison of the samples.
pub const PRISON: u64 = 101;
pub const WORKSHOP: u64 = 102;
pub const OTHER_PRISON: u64 = 105;
/// The case manager of the samples, and somebody else.
pub const CASE_MANAGER: u64 = 201;
pub const SUPERVISOR: u64 = 203;

/// The sixteen bytes of the sample id with this number.
fn bytes(number: u64) -> [u8; 16] {
    let text = format!("00000000-0000-4000-8000-{number:012}");
    text.parse::<ActId>().unwrap().bytes()
}

pub fn act(number: u64) -> ActId {
    ActId::from_bytes(bytes(number))
}

pub fn org(number: u64) -> OrgId {
    OrgId::from_bytes(bytes(number))
}

pub fn account(number: u64) -> AccountId {
    AccountId::from_bytes(bytes(number))
}

pub fn referral(number: u64) -> ReferralId {
    ReferralId::from_bytes(bytes(number))
}

/// So many hours after the example day, 2026-05-02T09:00Z.
pub fn hour(hours: i64) -> Moment {
    "2026-05-02T09:00:00Z".parse::<Moment>().unwrap().plus(hours * domain::moment::HOUR)
}

/// Where the tests keep what they compare with.
pub fn tests_dir() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// Compares a text with a file that is checked in; `BLESS=1` writes it instead.
pub fn compare(file: &Path, text: &str) {
    if std::env::var_os("BLESS").is_some() {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, text).unwrap();
    }
    let kept = std::fs::read_to_string(file).unwrap_or_default();
    assert!(kept == text, "{} is out of date; look at the change, then BLESS=1", file.display());
}

/// The sample body of a kind, as the corpus has it.
pub fn body(kind: Kind, version: u16) -> Value {
    let file = tests_dir().join("corpus").join(format!("{kind}.{version}.json"));
    serde_json::from_str(&std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display())))
        .unwrap()
}

/// One act to be done in a story.
#[derive(Debug, Clone)]
pub struct Deed {
    kind: Kind,
    body: Value,
    named: Option<ActId>,
    by: AccountId,
    at: Option<Moment>,
    recorded: Option<Moment>,
    from: OrgId,
}

/// The sample act of this kind.
pub fn sample(kind: &str) -> Deed {
    let kind: Kind = kind.parse().unwrap();
    let body = body(kind, kind.row().version);
    Deed { kind, body, named: None, by: account(CASE_MANAGER), from: org(PRISON), at: None, recorded: None }
}

impl Deed {
    /// The same, with this in one field.
    pub fn with(mut self, field: &str, value: impl Serialize) -> Self {
        self.body[field] = serde_json::to_value(value).unwrap();
        self
    }

    /// The same, without an optional field.
    pub fn without(mut self, field: &str) -> Self {
        self.body.as_object_mut().unwrap().remove(field);
        self
    }

    /// The same act under the id with this number.
    pub fn named(mut self, number: u64) -> Self {
        self.named = Some(act(number));
        self
    }

    /// Done by the account with this number.
    pub fn by(mut self, number: u64) -> Self {
        self.by = account(number);
        self
    }

    /// Done for the organisation with this number.
    pub fn from(mut self, number: u64) -> Self {
        self.from = org(number);
        self
    }

    /// It concerns this hour of the story.
    pub fn at(mut self, hours: i64) -> Self {
        self.at = Some(hour(hours));
        self
    }

    /// It was recorded in this hour of the story.
    pub fn recorded_at(mut self, hours: i64) -> Self {
        self.recorded = Some(hour(hours));
        self
    }

    fn told(self, number: u64, now: Moment) -> Recorded {
        let at = self.at.unwrap_or(now);
        let act = self.kind.decode(self.kind.row().version, self.body.to_string().as_bytes()).unwrap();
        let envelope = envelope(self.kind, self.named.unwrap_or_else(|| self::act(number)), self.by, at);
        Recorded { envelope: Envelope { org: self.from, ..envelope }, at: self.recorded.unwrap_or(now.max(at)), act }
    }
}

/// The organisation whose stream the acts of stories stand in.
pub fn org_of_stories() -> OrgId {
    OrgId::from_bytes([5; 16])
}

/// An envelope whose capacity and ground no fold looks at.
pub fn envelope(kind: Kind, act: ActId, actor: AccountId, concerns: Moment) -> Envelope {
    Envelope {
        act,
        actor,
        capacity: Capacity::CaseManager,
        org: org(PRISON),
        stream: StreamId::from_bytes([5; 16]),
        kind: kind.code().to_owned(),
        version: kind.row().version,
        concerns,
        ground: Ground::Allocated,
        for_post: None,
    }
}

/// Acts of one stream, one after the other, each a minute later unless it says otherwise.
#[derive(Debug, Clone, Default)]
pub struct Story {
    pub acts: Vec<Recorded>,
}

/// Nothing has happened yet.
pub fn story() -> Story {
    Story::default()
}

/// Somebody was admitted to the sample prison.
pub fn case() -> Story {
    story().then(sample("custody.admitted"))
}

/// A referral was offered to the sample workshop.
pub fn offer() -> Story {
    story().then(sample("referral.offered"))
}

impl Story {
    fn next(&self, deed: Deed) -> Recorded {
        let told = u64::try_from(self.acts.len()).unwrap();
        deed.told(9000 + told, hour(0).plus(i64::try_from(told).unwrap() * 60_000))
    }

    /// Then this happened, whether it was possible or not.
    pub fn then(mut self, deed: Deed) -> Self {
        let next = self.next(deed);
        self.acts.push(next);
        self
    }

    /// Then the samples of these kinds happened.
    pub fn then_all(self, kinds: &[&str]) -> Self {
        kinds.iter().fold(self, |story, kind| story.then(sample(kind)))
    }

    pub fn facts(&self) -> Facts {
        Facts::of(&self.acts)
    }

    pub fn referral_facts(&self) -> ReferralFacts {
        ReferralFacts::of(&self.acts)
    }

    /// Could this happen next in a case?
    pub fn admits(&self, deed: Deed) -> Result<(), NotPossible> {
        admission::admit_case(&self.facts(), &self.next(deed))
    }

    /// Could this happen next in a referral?
    pub fn referral_admits(&self, deed: Deed) -> Result<(), NotPossible> {
        admission::admit_referral(&self.referral_facts(), &self.next(deed))
    }

    /// The act that would come next.
    pub fn next_is(&self, deed: Deed) -> Recorded {
        self.next(deed)
    }
}
