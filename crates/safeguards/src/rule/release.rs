//! Life after release: Mandela Rules 107 to 110.

use domain::{Kind, Part};

use super::{CheckKind, Rule, RuleId, mandela};
use crate::finding::{Severity, TextWord};
use crate::settings::ClockName;

pub(super) static NMR_107: Rule = Rule {
    rule: RuleId::Nmr107,
    id: "NMR-107",
    cites: &[mandela(107, "")],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Proxy,
    part: Part::Plan,
    population: "convicted persons",
    key: "rule-nmr-107",
    asks: "Life after release is considered from the beginning of the sentence, and the person is helped to keep ties \
           with people and agencies outside.",
    checks: "The first version of the plan has a release section. A record exists; its quality is not judged.",
    met_by: "A release section in version 1 of the plan.",
    broken_by: "A release section that is added in a later version only.",
    undetermined_by: "No plan yet; after the policy clock the missing record is itself overdue.",
    clocks: &[ClockName::Plan],
    source: "V1",
    data: &[
        (Kind::CustodyAdmitted, "admission, status"),
        (Kind::CustodyStatusChanged, "convicted or not"),
        (Kind::PlanProposed, "version, release section"),
    ],
};
