//! The day of one person in prison: time out of the cell and in the open air, work, and whether a request could be made.
//!
//! Minutes and codes. It does not say with whom, where or why: a record of a day must not become a record of company.

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
