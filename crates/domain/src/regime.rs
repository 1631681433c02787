//! The day of one person in prison: time out of the cell and in the open air, work, and whether a request could be made.
//!
//! Minutes and codes. It does not say with whom, where or why: a record of a day must not become a record of company. Work is
//! recorded apart from the day when it is offered, given or not: for whose benefit, on what terms, and nothing of how well.

use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::measure::YesNo;
use crate::moment::Date;

/// Minutes in the longest calendar day: one on which clocks are set back by an hour.
pub const LONGEST_DAY: u16 = 25 * 60;

codes! {
    /// Did the weather permit exercise in the open air?
    pub Weather as "weather" {
        /// It did.
        Permitted = "permitted",
        /// It did not.
        Prevented = "prevented",
    }
}

codes! {
    /// Did the person work that day?
    pub DayWork as "day_work" {
        /// No.
        None = "none",
        /// Yes, indoors.
        Indoors = "indoors",
        /// Yes, outdoors.
        Outdoors = "outdoors",
    }
}

/// `regime.day_recorded`: one calendar day at the prison, as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DayRecorded {
    /// The day.
    pub date: Date,
    /// Minutes out of the cell, with those in the open air.
    pub out_of_cell: u16,
    /// Minutes of exercise in the open air; work outdoors is not among them.
    pub open_air: u16,
    /// Did the weather permit it?
    pub weather: Weather,
    /// Did the person work?
    pub work: DayWork,
    /// Could the person make a request or complaint that day, to somebody or into a box?
    pub requests: YesNo,
}

codes! {
    /// What became of work.
    pub WorkOutcome as "work_outcome" {
        /// It was offered, and not answered yet.
        Offered = "offered",
        /// It was given.
        Given = "given",
        /// The person did not want it.
        Declined = "declined",
        /// The prison did not give it.
        NotGiven = "not_given",
    }
}

codes! {
    /// For whose benefit.
    pub WorkFor as "work_for" {
        /// The prison: kitchen, laundry, cleaning, upkeep.
        Prison = "prison",
        /// A workshop or farm of the administration.
        Industry = "industry",
        /// Public works.
        Public = "public",
        /// An employer outside.
        Employer = "employer",
        /// The person: learning a trade.
        Training = "training",
        /// Somebody of the staff, privately.
        Staff = "staff",
    }
}

codes! {
    /// On what terms.
    pub WorkTerms as "work_terms" {
        /// The person chose it.
        Chosen = "chosen",
        /// It is a duty under the law.
        Duty = "duty",
        /// As a punishment.
        Punishment = "punishment",
    }
}

codes! {
    /// What the work is towards others in prison.
    pub WorkTowards as "work_towards" {
        /// It has nothing to do with them.
        Nothing = "nothing",
        /// Help among equals, under supervision and without power over anybody.
        PeerHelp = "peer_help",
        /// It gives power over others: orders, reports, punishment.
        PowerOver = "power_over",
    }
}

codes! {
    /// Why work was not taken or not given.
    pub WorkReason as "work_reason" {
        /// The person gave none, and needs none.
        NoneNeeded = "none_needed",
        /// Something else at that time: school, a programme, a visit.
        OtherActivity = "other_activity",
        /// The health service attests that it should not be.
        HealthAttested = "health_attested",
        /// There is no place.
        NoPlace = "no_place",
        /// Order and safety.
        OrderAndSafety = "order_and_safety",
        /// Another reason.
        Other = "other",
    }
}

/// `regime.work_recorded`: at the time concerned work was offered, given, not taken or not given. Who did so is the account
/// that records, or the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkRecorded {
    /// What became of it.
    pub outcome: WorkOutcome,
    /// For whose benefit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub benefit: Option<WorkFor>,
    /// On what terms.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<WorkTerms>,
    /// Is it paid?
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid: Option<YesNo>,
    /// What it is towards others in prison.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub towards: Option<WorkTowards>,
    /// Why it was not taken or not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<WorkReason>,
}
