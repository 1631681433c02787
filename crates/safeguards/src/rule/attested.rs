//! What the health service attests: Mandela Rules 27 to 33, 92 and 109, Bangkok Rules 6 and 8.

use domain::{Kind, Part};

use super::{CheckKind, Rule, RuleId, mandela};
use crate::finding::{Citation, Instrument, Severity, TextWord};
use crate::settings::ClockName;

pub(super) static NMR_30: Rule = Rule {
    rule: RuleId::Nmr30,
    id: "NMR-30",
    cites: &[mandela(30, ""), Citation { instrument: Instrument::Havana, rule: 50, paragraph: "" }],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Clock,
    part: Part::Measures,
    population: "everybody who is received",
    key: "rule-nmr-30",
    asks: "A health professional sees, talks with and examines everybody as soon as possible after admission.",
    checks: "A health professional attests within k.health_admission that the person was seen, spoken with and examined. Nothing of what was found is held here.",
    met_by: "Examined after exactly 24 hours.",
    broken_by: "Examined a millisecond later.",
    undetermined_by: "No examination is on record; after the clock that is itself overdue.",
    clocks: &[ClockName::HealthAdmission],
    source: "V1; Havana 50 V3",
    data: &[
        (Kind::CustodyAdmitted, "received"),
        (Kind::CustodyReturned, "received again"),
        (Kind::HealthExamined, "that and when"),
    ],
};

pub(super) static BKK_06: Rule = Rule {
    rule: RuleId::Bkk06,
    id: "BKK-06",
    cites: &[
        Citation { instrument: Instrument::Bangkok, rule: 6, paragraph: "" },
        Citation { instrument: Instrument::Bangkok, rule: 8, paragraph: "" },
    ],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Clock,
    part: Part::Measures,
    population: "women who are received",
    key: "rule-bkk-06",
    asks: "Women are offered a screening of five areas on entry; nobody has to speak of any of them.",
    checks: "Within k.health_admission all five areas of the screening were spoken about or offered to be. What somebody would not speak of counts like any other area, and nothing is raised for it (Bangkok 8).",
    met_by: "All five were offered; one was declined.",
    broken_by: "Four were offered when the clock has run out.",
    undetermined_by: "Nothing is on record yet.",
    clocks: &[ClockName::HealthAdmission],
    source: "V2",
    data: &[
        (Kind::CustodyAdmitted, "received"),
        (Kind::CustodyReturned, "received again"),
        (Kind::HealthExamined, "areas that were offered"),
    ],
};

pub(super) static NMR_27A: Rule = Rule {
    rule: RuleId::Nmr27a,
    id: "NMR-27a",
    cites: &[mandela(27, "(1)")],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Clock,
    part: Part::Measures,
    population: "whoever asks for urgent care",
    key: "rule-nmr-27a",
    asks: "In urgent cases everybody has prompt access to medical attention.",
    checks: "The health service attests that it saw the person within k.urgent of the call. Why the person asked is not held here.",
    met_by: "Seen exactly at the limit.",
    broken_by: "Seen a millisecond later.",
    undetermined_by: "Nobody is on record as having come.",
    clocks: &[ClockName::UrgentCare],
    source: "V1",
    data: &[
        (Kind::CareAsked, "that and when, urgent or not"),
        (Kind::CareReached, "that and when the person was seen"),
    ],
};

pub(super) static NMR_31: Rule = Rule {
    rule: RuleId::Nmr31,
    id: "NMR-31",
    cites: &[mandela(31, "")],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Text,
    part: Part::Measures,
    population: "whoever asks to be seen",
    key: "rule-nmr-31",
    asks: "The health service has daily access to everybody who is sick, complains or is pointed out to it.",
    checks: "On each calendar day after the request, until the person was seen, they were seen or a round was held that could have reached them. A day on which the round was cancelled or the person was not brought is a breach; a day without any record is undetermined. Days that are not over are not judged.",
    met_by: "Asked on Monday, a round on Tuesday, seen on Wednesday.",
    broken_by: "On Tuesday the round was cancelled and nobody came.",
    undetermined_by: "A day without any record.",
    clocks: &[],
    source: "V1",
    data: &[(Kind::CareAsked, "that and when"), (Kind::CareReached, "seen, a round held, or kept away")],
};

pub(super) static NMR_33: Rule = Rule {
    rule: RuleId::Nmr33,
    id: "NMR-33",
    cites: &[mandela(33, ""), mandela(35, "(2)")],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Clock,
    part: Part::Measures,
    population: "whoever the health service gave advice on",
    key: "rule-nmr-33",
    asks: "When the physician reports that imprisonment harms somebody, the director acts or refers the matter upward at once.",
    checks: "Within k.immediate_days the director followed the advice or referred it upward with a report. Taking note, or setting it aside, is neither. What was advised stays between the two.",
    met_by: "Disagreed, and referred upward the same day.",
    broken_by: "“Noted”, and nothing else.",
    undetermined_by: "The clock still runs.",
    clocks: &[ClockName::ImmediateDays],
    source: "V1",
    data: &[
        (Kind::HealthAdvised, "that advice was given, and when"),
        (Kind::AdviceAnswered, "what the director did, and when"),
    ],
};

pub(super) static NMR_27B: Rule = Rule {
    rule: RuleId::Nmr27b,
    id: "NMR-27b",
    cites: &[mandela(27, "(2)")],
    severity: Severity::Prohibition,
    word: TextWord::Shall,
    kind: CheckKind::Text,
    part: Part::Measures,
    population: "whoever a clinical decision was made for",
    key: "rule-nmr-27b",
    asks: "Clinical decisions are made by health professionals alone, and nobody else overrules or ignores them.",
    checks: "A clinical decision is not set aside by the director, and the health service does not find that it is ignored. It is broken from then until it is followed. A decision on which nothing is on record after k.immediate_days is undetermined. What was decided stays with the health service.",
    met_by: "The director followed it.",
    broken_by: "The director set it aside, or the health service finds that it is ignored.",
    undetermined_by: "Nothing is on record of what was done.",
    clocks: &[ClockName::ImmediateDays],
    source: "V1",
    data: &[
        (Kind::HealthAdvised, "that a clinical decision was made, and when"),
        (Kind::AdviceAnswered, "followed, or set aside"),
        (Kind::AdviceFoundIgnored, "that it is not followed"),
    ],
};

pub(super) static NMR_109: Rule = Rule {
    rule: RuleId::Nmr109,
    id: "NMR-109",
    cites: &[mandela(109, "(1)")],
    severity: Severity::Prohibition,
    word: TextWord::Shall,
    kind: CheckKind::Clock,
    part: Part::Measures,
    population: "whoever must be moved to a mental health facility",
    key: "rule-nmr-109",
    asks: "Whoever is not responsible for a crime, or whose severe illness prison makes worse, is not kept in prison and is moved as soon as possible.",
    checks: "From the attestation that the person must be moved, the move begins within k.delay, or the attestation is taken back. After that it is open until the move begins. No diagnosis is held here.",
    met_by: "The move began the same day.",
    broken_by: "Nothing began within the clock.",
    undetermined_by: "The clock still runs.",
    clocks: &[ClockName::Delay],
    source: "V1",
    data: &[
        (Kind::HealthAttested, "that a move is needed, that it began, that it is no longer needed"),
        (Kind::CustodyReleased, "end"),
    ],
};

pub(super) static NMR_92B: Rule = Rule {
    rule: RuleId::Nmr92b,
    id: "NMR-92b",
    cites: &[mandela(92, "(2)")],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Clock,
    part: Part::Assessment,
    population: "convicted persons",
    key: "rule-nmr-92b",
    asks: "The director gets full reports as soon as possible after admission, always with one by a health professional.",
    checks: "Within k.assess there is an assessment, and the health service attests that it gave its own report, whose content stays with it. One without the other when the clock has run out is a breach; neither is undetermined.",
    met_by: "Both on day 30.",
    broken_by: "Both on day 31, or an assessment without the other report.",
    undetermined_by: "Neither is on record.",
    clocks: &[ClockName::Assess],
    source: "V1",
    data: &[
        (Kind::CustodyAdmitted, "admission, status"),
        (Kind::CustodyStatusChanged, "convicted or not"),
        (Kind::Assessed, "when"),
        (Kind::HealthAttested, "that the report was given"),
    ],
};
