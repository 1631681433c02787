//! Being received: Mandela Rules 7, 59 and 67, Bangkok Rules 2 and 3, Havana Rules 20 and 21.

use domain::{Kind, Part};

use super::{CheckKind, Rule, RuleId, mandela};
use crate::finding::{Citation, Instrument, Severity, TextWord};
use crate::settings::ClockName;

pub(super) static NMR_07A: Rule = Rule {
    rule: RuleId::Nmr07a,
    id: "NMR-07a",
    cites: &[mandela(7, ""), Citation { instrument: Instrument::Havana, rule: 20, paragraph: "" }],
    severity: Severity::Prohibition,
    word: TextWord::Shall,
    kind: CheckKind::Text,
    part: Part::Sentence,
    population: "everybody who is received",
    key: "rule-nmr-07a",
    asks: "Nobody is received in prison without a valid commitment order.",
    checks: "An order was shown that held at the instant at which the person was received: from its beginning, until before its end. An order that begins later, or that somebody was received without one, is a breach until a valid order begins or the person leaves. No record within k.admission_record is itself overdue.",
    met_by: "An order that holds from ten o’clock, and admission at ten.",
    broken_by: "Admission one minute before the order begins, or without one.",
    undetermined_by: "No order is on record; after the clock the missing record is itself overdue.",
    clocks: &[ClockName::AdmissionRecord],
    source: "V1; Havana 20 V2",
    data: &[
        (Kind::CustodyAdmitted, "received"),
        (Kind::CustodyReturned, "received again"),
        (Kind::AdmissionOrderRecorded, "whether an order was shown, from when until when it holds"),
    ],
};

pub(super) static NMR_07B: Rule = Rule {
    rule: RuleId::Nmr07b,
    id: "NMR-07b",
    cites: &[mandela(7, "(a)-(g)")],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Clock,
    part: Part::Identity,
    population: "everybody who is received",
    key: "rule-nmr-07b",
    asks: "Identity, reasons, hour, injuries, belongings, family and emergency contact are entered in the register upon admission.",
    checks: "Within k.admission_record all seven groups are filled in the register, or it is on record that there is nothing, that the person would not say, or that nobody knows. A record that leaves a group open when the clock has run out is a breach; none at all is undetermined. What stands in the register is not held here.",
    met_by: "Injuries: asked, and nothing to write.",
    broken_by: "A group that is still open a millisecond after the clock.",
    undetermined_by: "Nothing is on record yet.",
    clocks: &[ClockName::AdmissionRecord],
    source: "V1",
    data: &[
        (Kind::CustodyAdmitted, "received"),
        (Kind::CustodyReturned, "received again"),
        (Kind::AdmissionRecorded, "groups, and how each stands"),
    ],
};

pub(super) static HAV_21: Rule = Rule {
    rule: RuleId::Hav21,
    id: "HAV-21",
    cites: &[Citation { instrument: Instrument::Havana, rule: 21, paragraph: "(a)-(e)" }],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Clock,
    part: Part::Identity,
    population: "children who are received",
    key: "rule-hav-21",
    asks: "Of a child five groups are recorded: identity, reasons, hours, notices to the parents, health problems that are known.",
    checks: "As NMR-07b, for identity, reasons, hour, whether the parents were told, and health problems that are known.",
    met_by: "All five are filled.",
    broken_by: "Four are filled when the clock has run out.",
    undetermined_by: "Nothing is on record yet.",
    clocks: &[ClockName::AdmissionRecord],
    source: "V2",
    data: &[
        (Kind::CustodyAdmitted, "received"),
        (Kind::CustodyReturned, "received again"),
        (Kind::CustodyIdentityCorrected, "date of birth"),
        (Kind::AdmissionRecorded, "groups, and how each stands"),
    ],
};

pub(super) static BKK_03: Rule = Rule {
    rule: RuleId::Bkk03,
    id: "BKK-03",
    cites: &[Citation { instrument: Instrument::Bangkok, rule: 3, paragraph: "(1)" }],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Clock,
    part: Part::Sentence,
    population: "women who are received",
    key: "rule-bkk-03",
    asks: "Number and details of the children of women are recorded: names, ages, and of those who are elsewhere, where and with whom.",
    checks: "Within k.admission_record it is on record how many children the person has, and of as many the register has name, age, place and guardian. Only the two numbers are held here.",
    met_by: "Two children, and two of whom all is written.",
    broken_by: "Two children, and one of whom all is written.",
    undetermined_by: "Nothing is on record yet.",
    clocks: &[ClockName::AdmissionRecord],
    source: "V2",
    data: &[
        (Kind::CustodyAdmitted, "received"),
        (Kind::CustodyReturned, "received again"),
        (Kind::ChildrenRecorded, "how many children, and of how many all is written"),
    ],
};

pub(super) static BKK_02B: Rule = Rule {
    rule: RuleId::Bkk02b,
    id: "BKK-02b",
    cites: &[Citation { instrument: Instrument::Bangkok, rule: 2, paragraph: "(2)" }],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Text,
    part: Part::Sentence,
    population: "women who are received and for whom it arises",
    key: "rule-bkk-02b",
    asks: "Women who care for children may arrange for them before or on admission, if need be with the detention put off.",
    checks: "It was offered, before or when the person was received, to arrange the care of those who depend on her. An offer that came later is a breach until then.",
    met_by: "It was offered at admission.",
    broken_by: "It was offered the next day, or not at all.",
    undetermined_by: "Nothing is on record yet.",
    clocks: &[ClockName::AdmissionRecord],
    source: "V2",
    data: &[
        (Kind::CustodyAdmitted, "received"),
        (Kind::CustodyReturned, "received again"),
        (Kind::ChildrenRecorded, "whether, and when, it was offered to arrange their care"),
    ],
};

pub(super) static NMR_59: Rule = Rule {
    rule: RuleId::Nmr59,
    id: "NMR-59",
    cites: &[mandela(59, "")],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Proxy,
    part: Part::Identity,
    population: "everybody in prison",
    key: "rule-nmr-59",
    asks: "As far as possible people are placed close to home, or to where they will live.",
    checks: "In each prison, the distance to home and to the nearest suitable prison are on record within k.assess. More than 50 km (policy) beyond the nearest without a reason is a breach; exactly 50 km is not. A record exists; its quality is not judged.",
    met_by: "Exactly 50 km further than the nearest, or a reason.",
    broken_by: "51 km further, and no reason.",
    undetermined_by: "The distances are not on record.",
    clocks: &[ClockName::Assess],
    source: "V1; text: to the extent possible",
    data: &[
        (Kind::CustodyAdmitted, "received"),
        (Kind::CustodyReturned, "received again"),
        (Kind::CustodyTransferred, "another prison"),
        (Kind::DistanceRecorded, "both distances, the wish of the person, the reason"),
    ],
};

pub(super) static NMR_67: Rule = Rule {
    rule: RuleId::Nmr67,
    id: "NMR-67",
    cites: &[mandela(67, "(1)-(2)")],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Text,
    part: Part::Identity,
    population: "everybody who is received; and again at release",
    key: "rule-nmr-67",
    asks: "Belongings are listed and the list is signed; all are given back at release against a receipt.",
    checks: "A list of belongings was signed within k.admission_record. On the day of release as many things as the list last signed has were given back or excepted for a written reason, and the receipt was signed. The list itself is not held here.",
    met_by: "Twelve things; eleven given back and one excepted.",
    broken_by: "Twelve things; eleven given back and none excepted.",
    undetermined_by: "Nothing is on record.",
    clocks: &[ClockName::AdmissionRecord],
    source: "V1",
    data: &[
        (Kind::CustodyAdmitted, "received"),
        (Kind::CustodyReturned, "received again"),
        (Kind::PropertyListed, "how many things, and whether it was signed"),
        (Kind::CustodyReleased, "release"),
        (Kind::PropertyReturned, "how many were given back or excepted, and whether it was signed"),
    ],
};
