//! Searches: Mandela Rules 50 to 53, Bangkok Rules 19 and 20.

use domain::{Kind, Part};

use super::{CheckKind, Rule, RuleId, mandela};
use crate::finding::{Citation, Instrument, Severity, TextWord};

pub(super) static NMR_50: Rule = Rule {
    rule: RuleId::Nmr50,
    id: "NMR-50",
    cites: &[mandela(50, "")],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Proxy,
    part: Part::Measures,
    population: "everyone",
    key: "rule-nmr-50",
    asks: "Searches are lawful, necessary and proportionate, with respect for dignity and privacy.",
    checks: "The record names a legal basis and a reason. Both exist; they are not judged.",
    met_by: "A rule and a fact about this person.",
    broken_by: "A reason, and no legal basis.",
    undetermined_by: "Neither is on record.",
    clocks: &[],
    source: "V1",
    data: &[(Kind::SearchRecorded, "reason, legal basis")],
};

pub(super) static NMR_51B: Rule = Rule {
    rule: RuleId::Nmr51b,
    id: "NMR-51b",
    cites: &[mandela(51, "")],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Text,
    part: Part::Measures,
    population: "everyone",
    key: "rule-nmr-51b",
    asks: "A record is kept of each search: why, who searched, and what came of it.",
    checks: "The record has a reason, the account of at least one who searched, and a result, be it that nothing \
             was found.",
    met_by: "A record with the result that nothing was found.",
    broken_by: "A record without a result.",
    undetermined_by: "A result that is not yet known.",
    clocks: &[],
    source: "V1",
    data: &[(Kind::SearchRecorded, "reason, who searched, result")],
};

pub(super) static NMR_52A: Rule = Rule {
    rule: RuleId::Nmr52a,
    id: "NMR-52a",
    cites: &[mandela(52, "(1)")],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Text,
    part: Part::Measures,
    population: "everyone",
    key: "rule-nmr-52a",
    asks: "Intrusive searches only if absolutely necessary; in private, by trained staff of the same sex.",
    checks: "For a strip or cavity search: everybody who searched is of the sex of the person and trained, and it \
             was out of the sight of others. Necessity is not judged.",
    met_by: "Two trained women search a woman in private.",
    broken_by: "One of the two is a man; or not in private.",
    undetermined_by: "Who searched, their training, or whether it was in private is not on record.",
    clocks: &[],
    source: "V1",
    data: &[(Kind::SearchRecorded, "who searched: sex, training; whether in private"), (Kind::CustodyAdmitted, "sex")],
};

pub(super) static NMR_52B: Rule = Rule {
    rule: RuleId::Nmr52b,
    id: "NMR-52b",
    cites: &[mandela(52, "(2)")],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Text,
    part: Part::Measures,
    population: "everyone",
    key: "rule-nmr-52b",
    asks: "A cavity is searched only by a health professional who is not responsible for the person’s care, or \
           at least by staff whom a medical professional trained.",
    checks: "Nobody who treats the person searched, nor anybody who is neither a health professional nor trained \
             by one.",
    met_by: "A visiting doctor.",
    broken_by: "The doctor who treats the person.",
    undetermined_by: "Who searched is not on record.",
    clocks: &[],
    source: "V1",
    data: &[(Kind::SearchRecorded, "office of each who searched")],
};

pub(super) static NMR_53: Rule = Rule {
    rule: RuleId::Nmr53,
    id: "NMR-53",
    cites: &[mandela(53, "")],
    severity: Severity::Prohibition,
    word: TextWord::Shall,
    kind: CheckKind::Text,
    part: Part::Measures,
    population: "everyone",
    key: "rule-nmr-53",
    asks: "Papers of the person’s own legal case stay with them, and are not open to the administration.",
    checks: "In a search of a cell such papers were neither read nor kept from the person.",
    met_by: "Papers stayed untouched.",
    broken_by: "Somebody read them.",
    undetermined_by: "A search of a cell, and nothing on record of papers.",
    clocks: &[],
    source: "V1",
    data: &[(Kind::SearchRecorded, "papers of the own case")],
};

pub(super) static BKK_19: Rule = Rule {
    rule: RuleId::Bkk19,
    id: "BKK-19",
    cites: &[Citation { instrument: Instrument::Bangkok, rule: 19, paragraph: "" }],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Text,
    part: Part::Measures,
    population: "women",
    key: "rule-bkk-19",
    asks: "Women are searched by women who are trained in it.",
    checks: "For any search of her person but a scan: everybody who searched is a woman and trained.",
    met_by: "A pat-down by a trained woman.",
    broken_by: "A pat-down by a man.",
    undetermined_by: "Who searched, or their training, is not on record.",
    clocks: &[],
    source: "V2",
    data: &[(Kind::SearchRecorded, "who searched: sex, training"), (Kind::CustodyAdmitted, "sex")],
};

pub(super) static BKK_20: Rule = Rule {
    rule: RuleId::Bkk20,
    id: "BKK-20",
    cites: &[Citation { instrument: Instrument::Bangkok, rule: 20, paragraph: "" }],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Proxy,
    part: Part::Measures,
    population: "women",
    key: "rule-bkk-20",
    asks: "Scans and other ways take the place of strip and invasive searches.",
    checks: "For a strip or cavity search the record says why no scan took its place. A reason exists; it is not \
             judged.",
    met_by: "The scanner did not work.",
    broken_by: "Nobody thought of a scan.",
    undetermined_by: "Why there was no scan is not on record.",
    clocks: &[],
    source: "V2",
    data: &[(Kind::SearchRecorded, "why no scan took its place")],
};
