//! Restraints and force: Mandela Rules 43, 47 to 49 and 82, general comment 24 of the Committee on the Rights of the Child.

use domain::{Kind, Part};

use super::{CheckKind, Rule, RuleId, mandela};
use crate::finding::{Citation, Instrument, Severity, TextWord};
use crate::settings::ClockName;

pub(super) static NMR_43F: Rule = Rule {
    rule: RuleId::Nmr43f,
    id: "NMR-43f",
    cites: &[mandela(43, "(2)")],
    severity: Severity::Prohibition,
    word: TextWord::Shall,
    kind: CheckKind::Text,
    part: Part::Measures,
    population: "everyone",
    key: "rule-nmr-43f",
    asks: "Restraints are never used as a punishment.",
    checks: "The ground of each order and each restraint is not punishment. An order that names it is refused.",
    met_by: "A restraint against injury to others.",
    broken_by: "A restraint that was put on as a punishment.",
    undetermined_by: "A restraint with another ground, or none that was given.",
    clocks: &[],
    source: "V1",
    data: &[
        (Kind::RestraintOrdered, "instrument, ground"),
        (Kind::RestraintApplied, "instrument, ground, since when"),
        (Kind::RestraintRemoved, "until when"),
    ],
};

pub(super) static NMR_47A: Rule = Rule {
    rule: RuleId::Nmr47a,
    id: "NMR-47a",
    cites: &[mandela(47, "(1)")],
    severity: Severity::Prohibition,
    word: TextWord::Shall,
    kind: CheckKind::Text,
    part: Part::Measures,
    population: "everyone",
    key: "rule-nmr-47a",
    asks: "No chains, no irons, no other restraint that degrades or hurts in itself.",
    checks: "The instrument of each order and each restraint is not chains, irons, or something painful in \
             itself. An order that names one is refused; a report that one was used is taken.",
    met_by: "Soft cuffs.",
    broken_by: "Irons, for a minute.",
    undetermined_by: "Nothing: a restraint cannot be recorded without its instrument.",
    clocks: &[],
    source: "V1",
    data: &[
        (Kind::RestraintOrdered, "instrument, ground"),
        (Kind::RestraintApplied, "instrument, ground, since when"),
        (Kind::RestraintRemoved, "until when"),
    ],
};

pub(super) static NMR_47B: Rule = Rule {
    rule: RuleId::Nmr47b,
    id: "NMR-47b",
    cites: &[mandela(47, "(2)(a)")],
    severity: Severity::Prohibition,
    word: TextWord::Shall,
    kind: CheckKind::Text,
    part: Part::Measures,
    population: "everyone",
    key: "rule-nmr-47b",
    asks: "A restraint is taken off when the person is before a judicial or administrative authority.",
    checks: "No restraint is on while the person is before an authority: on for certain until it was taken off, \
             or as long as somebody looked at it. That this holds for every ground, and not for a transfer alone, \
             is policy.",
    met_by: "Taken off at 10:00; the hearing begins at 10:00.",
    broken_by: "Taken off one second after the hearing began.",
    undetermined_by: "A hearing after a restraint that nothing says was taken off.",
    clocks: &[],
    source: "V1",
    data: &[
        (Kind::RestraintApplied, "instrument, ground, since when"),
        (Kind::RestraintChecked, "still on"),
        (Kind::RestraintRemoved, "until when"),
        (Kind::RestraintAppeared, "from when until when before an authority"),
    ],
};

pub(super) static NMR_47C: Rule = Rule {
    rule: RuleId::Nmr47c,
    id: "NMR-47c",
    cites: &[mandela(47, "(2)(b)")],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Clock,
    part: Part::Measures,
    population: "everyone",
    key: "rule-nmr-47c",
    asks: "Otherwise a restraint is put on by order of the director alone, when other ways failed, against \
           injury or damage; the director tells the health service at once and reports to the authority above.",
    checks: "For every ground but a transfer: ordered by the director, or by whoever holds the office on that \
             day; the ground is injury to oneself or others or damage; something was tried first; the health \
             service was told and the authority above the prison was told within k.immediate. Whether what was \
             tried was enough is not judged.",
    met_by: "Ordered by the director, talked first, the health service told after ten minutes, the authority \
             above after two hours.",
    broken_by: "Ordered by the leader of a shift; or the health service told after two hours and one millisecond.",
    undetermined_by: "Nothing on record after two hours of who was told.",
    clocks: &[ClockName::Immediate],
    source: "V1",
    data: &[
        (Kind::RestraintOrdered, "order of the director, what was tried first"),
        (Kind::RestraintApplied, "on whose order, ground, what was tried first"),
        (Kind::RestraintTold, "who was told, and when"),
        (Kind::RestraintRemoved, "until when"),
    ],
};

pub(super) static NMR_48A: Rule = Rule {
    rule: RuleId::Nmr48a,
    id: "NMR-48a",
    cites: &[mandela(48, "(1)(a)-(b)")],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Proxy,
    part: Part::Measures,
    population: "everyone",
    key: "rule-nmr-48a",
    asks: "A restraint only if nothing less works, and of what works the one that intrudes least.",
    checks: "Both are attested with the order or the restraint. An attestation exists; whether it is true is not \
             judged.",
    met_by: "Both attested.",
    broken_by: "Attested that something less would have worked.",
    undetermined_by: "An attestation is missing.",
    clocks: &[],
    source: "V1",
    data: &[
        (Kind::RestraintOrdered, "both attestations"),
        (Kind::RestraintApplied, "both attestations"),
        (Kind::RestraintRemoved, "until when"),
    ],
};

pub(super) static NMR_48B: Rule = Rule {
    rule: RuleId::Nmr48b,
    id: "NMR-48b",
    cites: &[mandela(48, "(1)(c)")],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Clock,
    part: Part::Measures,
    population: "everyone",
    key: "rule-nmr-48b",
    asks: "A restraint lasts only as long as it is required, and is taken off as soon as possible after the \
           danger is over.",
    checks: "Between putting it on, each check and taking it off lies at most k.restraint_check; after the first \
             check that says the danger is over it is off within k.restraint_check.",
    met_by: "A check after exactly fifteen minutes; taken off fifteen minutes after the danger was over.",
    broken_by: "Sixteen minutes between two checks; taken off fifteen minutes and one second after the danger was \
                over.",
    undetermined_by: "A restraint without any check on record after fifteen minutes.",
    clocks: &[ClockName::RestraintCheck],
    source: "V1",
    data: &[
        (Kind::RestraintApplied, "instrument, ground, since when"),
        (Kind::RestraintChecked, "when, and whether the danger goes on"),
        (Kind::RestraintRemoved, "until when"),
        (Kind::CustodyReleased, "end of every restraint"),
        (Kind::CustodyDied, "end of every restraint"),
    ],
};

pub(super) static NMR_48C: Rule = Rule {
    rule: RuleId::Nmr48c,
    id: "NMR-48c",
    cites: &[mandela(48, "(2)"), Citation { instrument: Instrument::Bangkok, rule: 24, paragraph: "" }],
    severity: Severity::Prohibition,
    word: TextWord::Shall,
    kind: CheckKind::Clock,
    part: Part::Measures,
    population: "women",
    key: "rule-nmr-48c",
    asks: "No restraint on a woman in labour, during childbirth or immediately after it.",
    checks: "No order and no restraint at an instant at which the health service attests labour, childbirth or \
             the time after it, which the health service sets. For a pregnant woman without such an attestation \
             it is undetermined.",
    met_by: "A restraint that ends when the attested time begins.",
    broken_by: "One minute of both.",
    undetermined_by: "A restraint on a woman whose pregnancy is attested, and nothing on record of childbirth.",
    clocks: &[],
    source: "V1",
    data: &[
        (Kind::RestraintOrdered, "instrument, ground"),
        (Kind::RestraintApplied, "instrument, ground, since when"),
        (Kind::RestraintRemoved, "until when"),
        (Kind::CustodyCircumstanceNoted, "pregnancy; labour, childbirth and the time after it: since when, until when"),
        (Kind::CustodyAdmitted, "sex"),
    ],
};

pub(super) static NMR_49: Rule = Rule {
    rule: RuleId::Nmr49,
    id: "NMR-49",
    cites: &[mandela(49, "")],
    severity: Severity::Recommendation,
    word: TextWord::Should,
    kind: CheckKind::Proxy,
    part: Part::Measures,
    population: "staff",
    key: "rule-nmr-49",
    asks: "Staff are trained in what avoids restraints.",
    checks: "It is recorded with each restraint that everybody who put it on had valid training on that day. A \
             record exists; the training is not judged.",
    met_by: "Everybody was trained on that day.",
    broken_by: "Training of one of them had ended the day before.",
    undetermined_by: "Not on record.",
    clocks: &[],
    source: "V1",
    data: &[(Kind::RestraintApplied, "training of those who put it on"), (Kind::RestraintRemoved, "until when")],
};

pub(super) static NMR_82: Rule = Rule {
    rule: RuleId::Nmr82,
    id: "NMR-82",
    cites: &[mandela(82, "(1)")],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Clock,
    part: Part::Measures,
    population: "everyone",
    key: "rule-nmr-82",
    asks: "Force only in self-defence, against an attempt to escape, or against active or passive resistance to \
           a lawful order; it is reported to the director at once.",
    checks: "The ground is one of these, and the director was told within k.immediate. That it was no more than \
             necessary is not judged.",
    met_by: "Self-defence, reported after two hours.",
    broken_by: "Another ground; or reported after two hours and one millisecond.",
    undetermined_by: "Nothing on record after two hours of who was told.",
    clocks: &[ClockName::Immediate],
    source: "V1",
    data: &[(Kind::RestraintForceUsed, "ground, when"), (Kind::RestraintTold, "when the director was told")],
};

pub(super) static CRC_95F: Rule = Rule {
    rule: RuleId::Crc95f,
    id: "CRC-95f",
    cites: &[
        Citation { instrument: Instrument::ChildRights, rule: 95, paragraph: "(f)" },
        Citation { instrument: Instrument::Havana, rule: 63, paragraph: "" },
    ],
    severity: Severity::Prohibition,
    word: TextWord::Shall,
    kind: CheckKind::Text,
    part: Part::Measures,
    population: "persons under 18",
    key: "rule-crc-95f",
    asks: "A child is restrained only against imminent injury and after everything else was tried, under close \
           control of a medical or psychological professional.",
    checks: "While the person is under 18: the ground is injury to oneself or others, something was tried first, \
             and a professional was there from first to last. While a disputed age spans 18 the child rules \
             apply.",
    met_by: "Against injury to others, talked first, a professional there throughout.",
    broken_by: "A restraint of a child who did not do what they were told.",
    undetermined_by: "No date of birth on record; a restraint that is over, and nothing on record of a professional.",
    clocks: &[],
    source: "V2 (general comment 24); V3 (Havana 63)",
    data: &[
        (Kind::RestraintOrdered, "instrument, ground"),
        (Kind::RestraintApplied, "ground, what was tried first"),
        (Kind::RestraintRemoved, "whether a professional was there"),
        (Kind::CustodyAdmitted, "date of birth, as an interval"),
    ],
};
