//! One step of a history: who does what to which of the things there are.

use proptest::prelude::*;
use proptest::sample::select;

/// Who takes a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Somebody who may, by the model: the so-manieth of them.
    Fit(u8),
    /// The so-manieth of everybody, whether they may or not.
    Any(u8),
}

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Whatever comes next for this person: allocated, planned, agreed, approved, consented, referred, answered, met.
    Onward,
    Admit,
    Sentence,
    Correct,
    Allocate,
    Needs,
    Assess,
    Contest,
    Propose,
    Agree,
    Approve,
    Consent,
    Refer,
    Package,
    Accept,
    Decline,
    Assign,
    Meet,
    Schedule,
    Conclude,
    WithdrawReferral,
    WithdrawConsent,
    Impose,
    FindInForce,
    Visit,
    Regime,
    Review,
    Lift,
    Arrange,
    FileCopy,
    HandOver,
    TakeOver,
    ReturnHandover,
    Transfer,
    Release,
    Return,
    Close,
    Mandate,
    ConfirmMandate,
    Disable,
    Wait,
}

/// A step. Places in lists are taken modulo their length, so that a history stays one when steps are left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Who.
    pub who: Who,
    /// What.
    pub what: What,
    /// To which case or referral.
    pub at: u8,
    /// With whom or how: a receiver, a number of days.
    pub to: u8,
}

/// What happens often, what sometimes, what rarely.
const OFTEN: &[What] = &[What::Onward, What::Onward, What::Onward, What::Onward, What::Onward, What::Admit, What::Wait];
const SOMETIMES: &[What] = &[
    What::Allocate,
    What::Consent,
    What::Refer,
    What::Accept,
    What::Assign,
    What::Sentence,
    What::Correct,
    What::Needs,
    What::Assess,
    What::Contest,
    What::Package,
    What::Meet,
    What::Schedule,
    What::Impose,
    What::FindInForce,
    What::Visit,
    What::Regime,
    What::Review,
    What::Lift,
    What::Arrange,
    What::HandOver,
    What::TakeOver,
    What::WithdrawConsent,
    What::Transfer,
    What::Release,
];
const RARELY: &[What] = &[
    What::Decline,
    What::Conclude,
    What::WithdrawReferral,
    What::FileCopy,
    What::ReturnHandover,
    What::Return,
    What::Close,
    What::Mandate,
    What::ConfirmMandate,
    What::Disable,
];

/// Any step.
pub fn step() -> impl Strategy<Value = Step> {
    let who = prop_oneof![4 => any::<u8>().prop_map(Who::Fit), 1 => any::<u8>().prop_map(Who::Any)];
    let what = prop_oneof![6 => select(OFTEN), 3 => select(SOMETIMES), 1 => select(RARELY)];
    (who, what, any::<u8>(), any::<u8>()).prop_map(|(who, what, at, to)| Step { who, what, at, to })
}
