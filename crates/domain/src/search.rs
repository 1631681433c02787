//! Searches of a person, a cell or belongings: why, by whom, how, and what was found.
//!
//! Whoever searched is an account or a word for an office, with sex and training as the rules ask for them; nobody else is
//! named. Of what was found only whether: what it was belongs to another record.

use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::custody::Sex;
use crate::id::{AccountId, ActId};
use crate::kind::topic;
use crate::measure::YesNo;
use crate::moment::Moment;
use crate::recorded::Recorded;
use crate::text::Line;

codes! {
    /// What was searched, and how.
    pub SearchKind as "search_kind" {
        /// The cell or belongings.
        Cell = "cell",
        /// The clothed body, by hand.
        PatDown = "pat_down",
        /// With a scanner or a detector.
        Scan = "scan",
        /// The unclothed body.
        Strip = "strip",
        /// A cavity of the body.
        Cavity = "cavity",
    }
}

impl SearchKind {
    /// Does it intrude on the body?
    pub const fn intrudes(self) -> bool {
        matches!(self, Self::Strip | Self::Cavity)
    }

    /// Is it a search of the person, and not of things?
    pub const fn is_of_the_person(self) -> bool {
        !matches!(self, Self::Cell)
    }
}

codes! {
    /// Why it was searched.
    pub SearchReason as "search_reason" {
        /// A fact about this person.
        OwnFact = "own_fact",
        /// After a visit.
        AfterVisit = "after_visit",
        /// Before or after a transfer.
        Transfer = "transfer",
        /// After an incident nearby.
        AfterIncident = "after_incident",
        /// Everybody in turn, by regulation.
        InTurn = "in_turn",
        /// On admission.
        Admission = "admission",
    }
}

codes! {
    /// What came of it.
    pub SearchResult as "search_result" {
        /// Nothing was found.
        Nothing = "nothing",
        /// Something was found and taken away.
        Found = "found",
        /// Not yet known: something is being looked at.
        NotYetKnown = "not_yet_known",
    }
}

codes! {
    /// In what office somebody searched.
    pub SearcherOffice as "searcher_office" {
        /// Custody staff.
        Custody = "custody",
        /// Custody staff trained by a medical professional in hygiene, health and safety.
        MedicallyTrained = "medically_trained",
        /// A health professional who is not responsible for this person's care.
        OtherHealth = "other_health",
        /// A health professional who treats this person.
        TreatingHealth = "treating_health",
    }
}

codes! {
    /// Why no scan took its place.
    pub NoScan as "no_scan" {
        /// There is no scanner, or it did not work.
        NoScanner = "no_scanner",
        /// A scan came first and left a doubt.
        ScannedFirst = "scanned_first",
        /// The person asked not to be scanned.
        AskedNot = "asked_not",
        /// Nobody thought of it.
        NotConsidered = "not_considered",
    }
}

codes! {
    /// What became of papers of the person's own case.
    pub CasePapers as "case_papers" {
        /// There were none.
        NoneThere = "none_there",
        /// They stayed with the person, and nobody read them.
        Untouched = "untouched",
        /// They were put away unread, and are given on request.
        StoredWithAccess = "stored_with_access",
        /// They were put away, and not given on request.
        Withheld = "withheld",
        /// Somebody read them.
        Read = "read",
    }
}

/// Somebody who searched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Searcher {
    /// In what office.
    pub office: SearcherOffice,
    /// Their sex, as the rules ask for it.
    pub sex: Sex,
    /// Were they trained in it, on that day?
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trained: Option<YesNo>,
    /// Their account, if they have one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<AccountId>,
}

/// `search.recorded`: searched, at the time concerned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SearchRecorded {
    /// What was searched, and how.
    pub search: SearchKind,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<SearchReason>,
    /// The law or regulation that allows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_basis: Option<Line>,
    /// Who searched.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub searchers: Vec<Searcher>,
    /// Was it out of the sight of others?
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub private: Option<YesNo>,
    /// Why no scan took its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_scan: Option<NoScan>,
    /// What became of papers of the person's own case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub papers: Option<CasePapers>,
    /// What came of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<SearchResult>,
}

/// A search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchFacts {
    /// The act.
    pub act: ActId,
    /// When.
    pub at: Moment,
    /// When it was recorded.
    pub known: Moment,
    /// What was searched, and how.
    pub search: SearchKind,
    /// Why.
    pub reason: Option<SearchReason>,
    /// Does a law or regulation stand in the record?
    pub legal_basis: YesNo,
    /// Who searched.
    pub searchers: Vec<Searcher>,
    /// Was it out of the sight of others?
    pub private: Option<YesNo>,
    /// Why no scan took its place.
    pub no_scan: Option<NoScan>,
    /// What became of papers of the person's own case.
    pub papers: Option<CasePapers>,
    /// What came of it.
    pub result: Option<SearchResult>,
}

impl SearchFacts {
    pub(crate) fn of(recorded: &Recorded, act: &topic::Search) -> Self {
        let topic::Search::SearchRecorded(body) = act;
        Self {
            act: recorded.id(),
            at: recorded.concerns(),
            known: recorded.at,
            search: body.search,
            reason: body.reason,
            legal_basis: if body.legal_basis.is_some() { YesNo::Yes } else { YesNo::No },
            searchers: body.searchers.clone(),
            private: body.private,
            no_scan: body.no_scan,
            papers: body.papers,
            result: body.result,
        }
    }
}
