//! Work in prison: Mandela Rules 40, 97 and 115 to 116.

use domain::{Kind, Part};

use super::{CheckKind, Rule, RuleId, mandela};
use crate::finding::{Severity, TextWord};

pub(super) static NMR_40: Rule = Rule {
    rule: RuleId::Nmr40,
    id: "NMR-40",
    cites: &[mandela(40, "(1)")],
    severity: Severity::Prohibition,
    word: TextWord::Shall,
    kind: CheckKind::Text,
    part: Part::Measures,
    population: "everybody in prison",
    key: "rule-nmr-40",
    asks: "Nobody in prison is employed in a disciplinary capacity.",
    checks: "Work that was given does not give power over others in prison. Help among equals under supervision is not \
             such a power.",
    met_by: "Help among equals, supervised.",
    broken_by: "Work that lets somebody order, report or punish others on a wing.",
    undetermined_by: "Work that was given, and nothing on record of what it is towards others.",
    clocks: &[],
    source: "V1",
    data: &[
        (Kind::RegimeWorkRecorded, "what became of it, what it is towards others"),
        (Kind::CustodyAdmitted, "when the stay began"),
        (Kind::CustodyReleased, "when the stay ended"),
    ],
};

pub(super) static NMR_97: Rule = Rule {
    rule: RuleId::Nmr97,
    id: "NMR-97",
    cites: &[mandela(97, "(1)-(3)")],
    severity: Severity::Prohibition,
    word: TextWord::Shall,
    kind: CheckKind::Text,
    part: Part::Measures,
    population: "everybody in prison",
    key: "rule-nmr-97",
    asks: "Work is not made to hurt, nobody is held in slavery or servitude, and nobody works for the private benefit of \
           staff.",
    checks: "Work that was given is not for the private benefit of staff, and not a punishment. That work as a \
             punishment is work made to hurt is policy; how heavy it is is not judged.",
    met_by: "Public works, as a duty under the law.",
    broken_by: "Work in the house of an officer; or extra work as a punishment.",
    undetermined_by: "Work that was given, and nothing on record of for whom, or on what terms.",
    clocks: &[],
    source: "V1",
    data: &[
        (Kind::RegimeWorkRecorded, "what became of it, for whose benefit, on what terms"),
        (Kind::CustodyAdmitted, "when the stay began"),
        (Kind::CustodyReleased, "when the stay ended"),
    ],
};

pub(super) static NMR_115: Rule = Rule {
    rule: RuleId::Nmr115,
    id: "NMR-115",
    cites: &[mandela(116, "")],
    severity: Severity::Prohibition,
    word: TextWord::Shall,
    kind: CheckKind::Text,
    part: Part::Measures,
    population: "persons not tried, or held without charge",
    key: "rule-nmr-115",
    asks: "Whoever is not tried is offered work and not required to work; who chooses it is paid.",
    checks: "Work that was given while the person was untried or held without charge: they chose it, and it is paid. \
             Civil prisoners may be required to work (121), and are not judged by it. Whether work was always offered, \
             and own clothing, are not judged.",
    met_by: "Chosen and paid.",
    broken_by: "Given as a duty, or without pay.",
    undetermined_by: "Given, and nothing on record of the terms or of pay.",
    clocks: &[],
    source: "V1",
    data: &[
        (Kind::RegimeWorkRecorded, "what became of it, on what terms, whether it is paid"),
        (Kind::CustodyAdmitted, "status"),
        (Kind::CustodyStatusChanged, "status"),
        (Kind::CustodyReleased, "when the stay ended"),
    ],
};
