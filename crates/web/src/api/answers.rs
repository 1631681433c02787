//! What the answers of the API hold. They are read back nowhere in the program: that they can be is how their shape is found,
//! and what a client in the same language would do.

#![expect(clippy::struct_field_names, reason = "these are the names that clients read")]

mod from;

pub(crate) use from::act;

use app::credential::{Device, Program};
use domain::account::{Credential, TokenScope};
use domain::assessment::NeedArea;
use domain::custody::Sex;
use domain::directory::{Assurance, FeedState, ServiceMode};
use domain::emergency::{EmergencyFinding, EmergencyReason};
use domain::inspection::{InspectionAnswer, InspectionItem};
use domain::look::{Outcome, Purpose};
use domain::measure::YesNo;
use domain::organisation::{Aim, OrgKind};
use domain::post::CoverKind;
use domain::post_facts::CoverState;
use domain::referral_facts::{ReferralEnd, ReferralState};
use domain::registry::{AccountState, MandateState};
use domain::token::TokenState;
use domain::{
    AccountId, ActId, Capacity, CaseId, Date, Kind, Moment, OrgId, Part, ReferralId, ServiceId, StreamId,
    custody::Status, facts::Step,
};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

macro_rules! answers {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty),* $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(crate) struct $name { $($(#[$field_doc])* pub(crate) $field: $type),* }
    )+};
}

domain::codes! {
    /// Whether the files of the engine hold nothing of what was erased.
    pub Settled as "settled" {
        /// They were read through, and hold nothing of it.
        Clean = "clean",
        /// Not yet: it is tried again.
        Later = "later",
        /// They are a database server's, whose own log and backups must run out.
        OnServer = "on_server",
    }
}

answers! {
    /// A file that was erased.
    Erased {
        /// The act that certifies it.
        certificate: ActId,
        /// When.
        at: Moment,
        /// Acts whose envelope and body are gone.
        acts: u64,
        /// Streams whose key is gone: the case, and each of its referrals.
        streams: u64,
        /// Whether the files of the engine were emptied of it.
        settled: Settled,
    }

    /// Nothing more to say.
    Nothing {}

    /// What somebody gets for a deed.
    Receipt { acts: Vec<ActId>, streams: Vec<StreamId>, at: Moment, raised: Vec<Finding>, repeated: bool }

    /// Somebody has signed in.
    SignedIn { must_change: bool, codes_left: Option<u32> }

    /// Somebody has proved themselves again.
    Fresh { fresh_until: Moment, codes_left: Option<u32> }

    /// Who asks.
    Me {
        account: AccountId, organisation: OrgId, capacity: Capacity, name: String, ends_at: Moment, must_change: bool,
        /// The post for which this session acts, if its holder stands in for it.
        for_post: Option<ActId>,
        /// What the account stands in for now.
        stands_in: Vec<Acting>,
    }

    /// A post that somebody stands in for.
    Acting { cover: ActId, title: String, capacity: Capacity, holder: Option<String>, from: Moment, until: Moment }

    /// An act, as a reader of its part may see it.
    Act {
        act: ActId, kind: Kind, version: u16, at: Moment, concerns: Moment, capacity: Capacity, organisation: OrgId,
        /// The post for which it was done, by somebody who stood in for it.
        for_post: Option<ActId>,
        body: Box<RawValue>,
    }

    /// One look at a file.
    Look {
        at: Moment, capacity: Capacity, organisation: String, who: Option<String>, own: bool, parts: Vec<Part>, printed: bool,
        purpose: Option<Purpose>,
        /// What the post is called for which somebody looked who stood in for it.
        for_post: Option<String>,
    }

    /// A person's name and number.
    Name { family: String, given: String, number: String }

    /// One case in a list.
    CaseLine {
        case: CaseId, name: Option<Name>, step: Step, status: Option<Status>, carried_by: Option<String>, plan: PlanStanding,
        review_on: Option<Date>, release_on: Option<Date>, handover: HandoverStanding, measures: u32,
        measure_end: Option<Moment>, breaches: u32, undetermined: u32,
    }

    /// A page of cases: how many there are, or more than how many if that is where counting stopped.
    Cases { total: Option<u32>, more_than: Option<u32>, page: u32, loading: bool, cases: Vec<CaseLine> }

    /// A finding, and whether the reader sees what it rests on.
    CaseFinding { finding: Finding, with_facts: bool }

    /// A referral as its case sees it.
    CaseReferral {
        referral: ReferralId, service: ServiceId, organisation: OrgId, state: ReferralState, plan: ActId, goal: u32,
        next_session: Option<Moment>,
    }

    /// One case.
    Case {
        case: CaseId, head: u64, parts: Vec<Part>, step: Step, acts: Vec<Act>, findings: Vec<CaseFinding>, met: u32,
        referrals: Vec<CaseReferral>, looks: Vec<Look>, looks_total: u32, may: Vec<Kind>,
        emergency_until: Option<Moment>, sent: Vec<Sent>,
    }

    /// A referral that is open in an emergency: to whom something was sent.
    Sent { referral: ReferralId, organisation: OrgId }

    /// One opening of a file in an emergency.
    Emergency {
        opening: ActId, case: CaseId, name: Option<Name>, who: Option<String>, capacity: Capacity, organisation: String,
        at: Moment, until: Moment, reason: EmergencyReason, words: String, examine_by: Moment, examined_at: Option<Moment>,
        found: Option<EmergencyFinding>, lately: Option<u32>, may_examine: bool,
    }

    /// An account that oversight looks at for itself.
    FrequentAccount { who: Option<String>, capacity: Capacity, organisation: String, lately: u32, overdue: u32 }

    /// Openings in an emergency that the asker may examine.
    Emergencies { openings: Vec<Emergency>, frequent: Vec<FrequentAccount> }

    /// One offer or referral in a list.
    OfferLine {
        referral: ReferralId, called: String, service: ServiceId, service_name: String, sender: String, state: ReferralState,
        answer_by: Option<Date>, assigned: Option<String>, next_session: Option<Moment>,
    }

    /// Offers and referrals.
    Referrals { referrals: Vec<OfferLine> }

    /// One referral.
    Referral {
        referral: ReferralId, head: u64, parts: Vec<Part>, state: ReferralState, end: Option<ReferralEnd>,
        case: Option<CaseId>, acts: Vec<Act>, looks: Vec<Look>, looks_total: u32, may: Vec<Kind>,
        emergency_until: Option<Moment>,
    }

    /// One line of the board of findings.
    BoardLine { case: CaseId, rule: String, outcome: Outcome, since: Moment, raised: Moment }

    /// The board of findings.
    Board {
        cases: u32, unchecked: u32, rules: Vec<RuleSum>, findings: Vec<BoardLine>, next: Option<String>,
    }

    /// How one rule stands on the board.
    RuleSum { rule: String, undetermined: u32, breach: u32 }

    /// One organisation.
    Organisation { organisation: OrgId, name: String, kind: OrgKind, place: String, contact: String }

    /// A mandate of an oversight body over a prison.
    Mandate {
        mandate: ActId, prison: OrgId, body: OrgId, basis: String, until: Option<Date>, state: MandateState,
        waits_after: Option<AccountId>,
    }

    /// Organisations, and the mandates over prisons.
    Organisations { organisations: Vec<Organisation>, mandates: Vec<Mandate> }

    /// Who holds a post.
    Holder { taken: ActId, account: AccountId, name: String, from: Moment, until: Option<Moment> }

    /// Where a post reports: to another post, or without one to nobody.
    Line { line: ActId, organisation: Option<OrgId>, post: Option<ActId>, from: Moment, until: Option<Moment> }

    /// Who stands in.
    StandsIn { name: String, from: Moment, until: Option<Moment> }

    /// One post, with what counts of it on the day that was asked for.
    Post {
        post: ActId, title: String, unit: Option<String>, capacity: Capacity, from: Moment, until: Option<Moment>,
        held: Vec<Holder>, lines: Vec<Line>, stands_in: Vec<StandsIn>,
    }

    /// That somebody stands in, was proposed to, or did.
    Cover {
        cover: ActId, post: ActId, name: String, holder: Option<String>, why: CoverKind, basis: String, from: Moment,
        until: Moment, state: CoverState, proposed_by: String,
    }

    /// The posts of an organisation, as of a day.
    Posts { organisation: OrgId, name: String, on: Option<Date>, posts: Vec<Post>, covers: Vec<Cover>, may: Vec<Kind> }

    /// One item of an inspection, with what was found.
    InspectionAnswered { item: InspectionItem, answer: Option<InspectionAnswer>, evidence: Option<String> }

    /// One answer of a prison to what was recommended.
    InspectionReply { at: Moment, in_time: YesNo, accepted: YesNo, what: String, by: Option<Date> }

    /// One recommendation, and until when an answer to it is in time.
    Recommendation {
        recommendation: ActId, item: InspectionItem, what: String, due: Option<Moment>, replies: Vec<InspectionReply>,
    }

    /// One inspection. Of another body's, only what was reported.
    Inspection {
        inspection: ActId, body: String, opened_by: String, began: Moment, announced: YesNo, health_professional: YesNo,
        woman: YesNo, items: Vec<InspectionAnswered>, recommendations: Vec<Recommendation>, reported: Option<Moment>,
        summary: Option<String>,
    }

    /// The inspections of a prison, the newest first.
    Inspections {
        organisation: OrgId, name: String, inspections: Vec<Inspection>, last_reported: Option<Moment>, may: Vec<Kind>,
    }

    /// What was said of free places and waiting, and whether it still counts by the clock of the directory.
    Availability {
        free: u32, waiting_days: Option<u32>, as_of: Option<Date>, said_by: Option<String>, recorded_at: Moment,
        counts: YesNo,
    }

    /// Whom a service takes, where else, and how: no limit of age where none is said.
    ServiceWhom {
        sexes: Vec<Sex>, from_age: Option<u32>, to_age: Option<u32>, modes: Vec<ServiceMode>, also_at: Vec<String>,
    }

    /// What was published of a service.
    Offer {
        org: OrgId, name: String, aim: Aim, needs: Vec<NeedArea>, languages: Vec<String>, place: String,
        description: String, places: u32, whom: Option<ServiceWhom>,
    }

    /// One service as the directory has it now: what was published, as it reads since the last revision.
    Service {
        service: ServiceId, organisation: String, published: Offer, availability: Option<Availability>,
        assured_at: Option<Moment>, assured_by: Option<String>, assured_until: Option<Moment>, assurance: Assurance,
    }

    /// Services that are offered now and answer what is asked: by waiting time, then by name. The next page, if there is one.
    Services { services: Vec<Service>, next_page: Option<u32> }

    /// Where a service stands towards the public feed: the act that asked, the act with the entry as it stands.
    Feed {
        state: FeedState, asked: Option<ActId>, entry: Option<ActId>, phone: Option<String>, email: Option<String>,
        web: Option<String>, reason: Option<String>,
    }

    /// One service by itself. The feed, for its organisation and whoever keeps the directory.
    ServiceEntry { service: Service, contact: String, feed: Option<Feed>, head: u64 }

    /// One account.
    Account {
        account: AccountId, name: String, sign_in: String, organisation: OrgId, capacity: Capacity, state: AccountState,
    }

    /// Accounts that the asker administers.
    Accounts { accounts: Vec<Account> }

    /// One session of the own account.
    SessionLine {
        session: String, begun_at: Moment, seen_at: Moment, ends_at: Moment, program: Program, device: Device, own: bool,
    }

    /// By which second factors the account can be signed in to.
    Factors { telephone: bool, card: bool, codes_left: u32, recovered_at: Option<Moment> }

    /// Something that happened to the own account; `by` is nothing where nobody else did it.
    SignInEvent { at: Moment, kind: Kind, credential: Option<Credential>, by: Option<Capacity> }

    /// The own sessions and factors, and what happened to the account.
    SignIns { sessions: Vec<SessionLine>, factors: Factors, events: Vec<SignInEvent> }

    /// How many sessions ended.
    Ended { ended: u32 }

    /// One token of an account.
    Token {
        token: ActId, purpose: String, scope: Vec<TokenScope>, until: Moment, state: TokenState, collected: bool,
    }

    /// Tokens of an account.
    Tokens { tokens: Vec<Token> }

    /// The secret of a token; shown once.
    Collected { secret: String }

    /// The half of what somebody signs in with that falls to the asker: a password, or a second factor. Shown once.
    Enrolled {
        password: Option<String>, change_by: Option<Moment>, totp_secret: Option<String>, totp_uri: Option<String>,
        codes: Vec<String>,
    }

    /// Rule and paragraph of an instrument.
    Citation { instrument: safeguards::Instrument, rule: u16, paragraph: String }

    /// A clock that runs, or ran, against a limit.
    Clock { limit: Limit, from: Moment, until: Option<Moment>, elapsed: i64, reached_at: Moment }

    /// A stretch of time; without an end it goes on.
    Stretch { from: Moment, until: Option<Moment> }

    /// How much is on record.
    Coverage { recorded: u32, closed: u32 }

    /// One answer of one rule about one act.
    Finding {
        rule: String, citations: Vec<Citation>, outcome: Outcome, severity: safeguards::Severity, word: safeguards::TextWord,
        anchor: ActId, acts: Vec<ActId>, clock: Option<Clock>, since: Moment, over: Option<Moment>, stretches: Vec<Stretch>,
        known: Option<Moment>, flags: Vec<safeguards::Flag>, coverage: Option<Coverage>, planned_end: Option<Moment>,
        remedies: Vec<safeguards::Remedy>, rule_set: String,
    }
}

/// The limit against which time is counted: a number of the text, or one that somebody set.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[expect(clippy::enum_variant_names, reason = "these are the names that clients read")]
pub(crate) enum Limit {
    /// Of the text.
    UnLimit {
        /// In hours.
        hours: u32,
    },
    /// Of national law, stricter than the text.
    NationalLimit {
        /// In hours.
        hours: u32,
        /// What the text says, in hours.
        un_hours: u32,
        /// Who set it.
        set_by: String,
    },
    /// Of a policy.
    PolicyClock {
        /// The name in the catalogue.
        name: String,
        /// In minutes.
        minutes: u32,
        /// Who set it.
        set_by: String,
    },
}

domain::codes! {
    /// Where the plan of a case stands.
    pub(crate) PlanStanding as "plan_standing" {
        /// There is none, or it is not the reader's to see.
        None = "none",
        /// Proposed.
        Proposed = "proposed",
        /// The person has answered.
        Answered = "answered",
        /// Sent back.
        Returned = "returned",
        /// Approved.
        Approved = "approved",
    }
}

domain::codes! {
    /// Where the handover of a case stands.
    pub(crate) HandoverStanding as "handover_standing" {
        /// There is none, or it is not the reader's to see.
        None = "none",
        /// Offered.
        Offered = "offered",
        /// Accepted.
        Accepted = "accepted",
        /// Sent back.
        Returned = "returned",
    }
}
