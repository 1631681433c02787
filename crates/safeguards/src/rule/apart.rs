//! Who is held apart, and what it does to them: Mandela Rules 38, 43, 45 and 46.

use domain::Kind;

use super::terms::MEASURE;
use super::{CheckKind, Rule, RuleId, mandela};
use crate::finding::{Severity, TextWord};
use crate::settings::ClockName;

pub(super) static NMR_38B: Rule = Rule {
    rule: RuleId::Nmr38b,
    id: "NMR-38b",
    cites: &[mandela(38, "(2)")],
    kind: CheckKind::Clock,
    population: "whoever is held apart",
    key: "rule-nmr-38b",
    asks: "What is needed is done so that being held apart harms less.",
    checks: "Within k.mitigation from when solitary confinement or separation began, something that lessens the harm is \
             planned; a measure that begins when another ends, or at most two hours later, goes on with its clock. What ends \
             before needs none. What is done after it ended, and how good the plan is, is not judged.",
    met_by: "Somebody to talk with each day, planned on the third day.",
    broken_by: "Nothing is planned on the fourth day.",
    undetermined_by: "It is the second day, and nothing is planned yet.",
    clocks: &[ClockName::Mitigation],
    data: &[
        (Kind::MeasureImposed, "start, kind of measure"),
        (Kind::MeasureFoundInForce, "start, kind of measure"),
        (Kind::MeasureReliefPlanned, "what is done, as codes"),
        (Kind::MeasureLifted, "end"),
    ],
    ..MEASURE
};

pub(super) static NMR_43C: Rule = Rule {
    rule: RuleId::Nmr43c,
    id: "NMR-43c",
    cites: &[mandela(43, "(1)(c)")],
    severity: Severity::Prohibition,
    population: "whoever is held apart",
    key: "rule-nmr-43c",
    asks: "Nobody is placed in a dark or constantly lit cell.",
    checks: "Under solitary confinement and separation the room was looked at and its light written down: light by day, and \
             dark or dimmed by night. What was seen holds until somebody looks again. Until k.day_record it is waited for.",
    met_by: "Light by day, dimmed by night.",
    broken_by: "Lit day and night, from when it was seen until it was seen to be otherwise.",
    undetermined_by: "Nobody wrote down how the room is.",
    clocks: &[ClockName::DayRecord],
    data: &[
        (Kind::MeasureImposed, "start, kind of measure"),
        (Kind::MeasureFoundInForce, "start, kind of measure"),
        (Kind::MeasureConditionsRecorded, "light, as a code"),
        (Kind::MeasureLifted, "end"),
    ],
    ..MEASURE
};

pub(super) static NMR_45A: Rule = Rule {
    rule: RuleId::Nmr45a,
    id: "NMR-45a",
    cites: &[mandela(45, "(1)")],
    kind: CheckKind::Proxy,
    key: "rule-nmr-45a",
    asks: "Solitary confinement only in exceptional cases, as a last resort, for as short a time as possible.",
    checks: "An individual ground, another way that was considered with a reason against it, and an end are on record. That \
             they exist is checked; they are not judged.",
    met_by: "The person attacked somebody, closer observation was considered, the end is named.",
    broken_by: "Nothing else was considered.",
    undetermined_by: "Nobody said on which ground, or whether something else was considered.",
    data: &[
        (Kind::MeasureImposed, "grounds, other ways considered, planned end"),
        (Kind::MeasureFoundInForce, "grounds, whether other ways were considered, end"),
        (Kind::MeasureExtended, "an end, if none was named"),
    ],
    ..MEASURE
};

pub(super) static NMR_45E: Rule = Rule {
    rule: RuleId::Nmr45e,
    id: "NMR-45e",
    cites: &[mandela(45, "(2)")],
    severity: Severity::Prohibition,
    word: TextWord::Should,
    population: "whoever is in solitary confinement; asked for each of them, so that nobody is marked by it",
    key: "rule-nmr-45e",
    asks: "No solitary confinement where it makes a mental or physical disability worse.",
    checks: "The health service attested yes or no, never what it is; each attestation holds until the next. At an instant at \
             which yes holds there is no solitary confinement.",
    met_by: "Attested before it began: it makes nothing worse.",
    broken_by: "Attested that it makes a disability worse, and it goes on.",
    undetermined_by: "Nobody of the health service attested anything.",
    data: &[
        (Kind::MeasureImposed, "start, kind of measure"),
        (Kind::MeasureFoundInForce, "start, kind of measure"),
        (Kind::MeasureHarmAttested, "yes or no"),
        (Kind::MeasureLifted, "end"),
    ],
    ..MEASURE
};

pub(super) static NMR_46C: Rule = Rule {
    rule: RuleId::Nmr46c,
    id: "NMR-46c",
    cites: &[mandela(46, "(2)")],
    kind: CheckKind::Clock,
    population: "whoever the health service spoke up for under a measure",
    key: "rule-nmr-46c",
    asks: "Health staff report harm of a measure to the director without delay, and advise to end or change it.",
    checks: "A report comes within k.delay from when the harm was seen. The director answers each report and each advice \
             within k.immediate_days, as long as the measure runs, and refers it upward with reasons if it goes on. That \
             the director answers is read from rule 35(2).",
    met_by: "Reported the same day; the measure was changed the next.",
    broken_by: "No answer after k.immediate_days; or it simply goes on.",
    undetermined_by: "The time for an answer has not run out.",
    clocks: &[ClockName::Delay, ClockName::ImmediateDays],
    data: &[
        (Kind::MeasureEffectReported, "when it was seen, and when it was reported"),
        (Kind::MeasureChangeAdvised, "when it was advised"),
        (Kind::MeasureHealthVisited, "that a change was advised"),
        (Kind::MeasureAdviceAnswered, "when, and what was done"),
        (Kind::MeasureLifted, "end"),
    ],
    ..MEASURE
};
