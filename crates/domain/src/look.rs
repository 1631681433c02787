//! Looks, refusals and findings: what the installation writes down by itself.

use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::id::{ActId, StreamId};
use crate::moment::Moment;
use crate::right::Part;

codes! {
    /// For what somebody looked.
    pub Purpose as "purpose" {
        /// Work on the case.
        Casework = "casework",
        /// Decide.
        Decision = "decision",
        /// Answer an offer.
        Intake = "intake",
        /// Give the service.
        Service = "service",
        /// Take over after release.
        Handover = "handover",
        /// Oversight.
        Oversight = "oversight",
        /// Put on paper for the person.
        Paper = "paper",
        /// Run the installation.
        Administration = "administration",
        /// Somebody is in danger.
        Emergency = "emergency",
    }
}

codes! {
    /// Which list was shown.
    pub ListName as "list_name" {
        /// Cases.
        Cases = "cases",
        /// Offers and referrals.
        Referrals = "referrals",
        /// Handovers.
        Handovers = "handovers",
        /// Queues on the first page.
        Home = "home",
        /// Findings.
        Findings = "findings",
        /// Findings, taken away as a table.
        FindingsTable = "findings_table",
        /// What is due today, on paper.
        DutySheet = "duty_sheet",
        /// Organisations.
        Organisations = "organisations",
        /// Services.
        Services = "services",
        /// Accounts.
        Accounts = "accounts",
        /// Posts of an organisation.
        Posts = "posts",
        /// Inspections of a prison.
        Inspections = "inspections",
        /// The notes of an organisation on one referral, while there are none.
        Notes = "notes",
        /// Who holds the vault of an organisation.
        Vault = "vault",
        /// A search by name.
        Names = "names",
        /// Openings in an emergency.
        Emergencies = "emergencies",
        /// What waits for the end of its keeping.
        Keeping = "keeping",
        /// The same, taken away as a table.
        KeepingTable = "keeping_table",
    }
}

codes! {
    /// Why a request was refused, for the oversight log only.
    pub RefusalReason as "refusal_reason" {
        /// Not there, or not theirs: the same word for both.
        NotYours = "not_yours",
        /// They may see it, but not do this.
        NotAllowed = "not_allowed",
        /// They may, once they have proved themselves again.
        NeedsFresh = "needs_fresh",
        /// A decision, while the clock could not be relied on.
        ClockStepped = "clock_stepped",
        /// Not possible in this state.
        NotPossible = "not_possible",
        /// A safeguard forbids it.
        Safeguard = "safeguard",
        /// The page was out of date.
        Meanwhile = "meanwhile",
        /// The form could not be read.
        Form = "form",
        /// They looked at as much as an hour allows.
        OverBudget = "over_budget",
    }
}

codes! {
    /// What a read budget counts.
    pub Budgeted as "budgeted" {
        /// Different files.
        Files = "files",
        /// Lists.
        Lists = "lists",
    }
}

codes! {
    /// What a rule found.
    pub Outcome as "outcome" {
        /// Met.
        Met = "met",
        /// Breached.
        Breach = "breach",
        /// A needed fact is missing. Never counts as met.
        Undetermined = "undetermined",
    }
}

/// `look.consulted`: stands in the stream that was opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consulted {
    /// The parts that were opened.
    pub parts: Vec<Part>,
    /// For what.
    pub purpose: Purpose,
}

/// `look.listed`: stands in the stream of whoever looked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listed {
    /// The list.
    pub list: ListName,
    /// Whose streams were shown.
    pub shown: Vec<StreamId>,
}

/// `look.printed`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Printed {
    /// The part that went on paper.
    pub part: Part,
}

/// `look.refused`: stands in the stream of whoever asked. It does not say what was asked for, so that every refusal
/// has the same size and none is a trace of somebody's file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refused {
    /// Why.
    pub reason: RefusalReason,
}

/// `look.budget_reached`: stands in the stream of whoever looked, at most once an hour for each of the two. It says how much,
/// and of nobody whose file it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BudgetReached {
    /// Of what.
    pub what: Budgeted,
    /// How many of them an hour allowed.
    pub limit: u32,
}

/// `finding.raised`: once for each rule, stream and anchor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindingRaised {
    /// The rule, as the catalogue names it: `NMR-43b`.
    pub rule: String,
    /// The act it hangs on.
    pub anchor: ActId,
    /// Breach or undetermined.
    pub outcome: Outcome,
    /// Since when it is so, which may lie before the moment it became known.
    pub since: Moment,
    /// The acts whose facts were used.
    pub facts: Vec<ActId>,
    /// The version of the rules.
    pub rules: String,
}

/// `finding.closed`: facts closed it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindingClosed {
    /// The rule.
    pub rule: String,
    /// The act it hung on.
    pub anchor: ActId,
    /// What the rule finds now.
    pub outcome: Outcome,
}
