//! What is on record of restrictive measures: Mandela Rules 36, 37, 42, 43, 45 and 46.

use domain::{Kind, Part};

use super::{CheckKind, Rule, RuleId, mandela};
use crate::finding::{Severity, TextWord};
use crate::settings::ClockName;

/// What most rules of measures have in common.
pub(super) const MEASURE: Rule = Rule {
    rule: RuleId::Nmr36,
    id: "",
    cites: &[],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Text,
    part: Part::Measures,
    population: "everyone",
    key: "",
    asks: "",
    checks: "",
    met_by: "",
    broken_by: "",
    undetermined_by: "",
    clocks: &[],
    source: "V1",
    data: &[],
};

pub(super) static NMR_36: Rule = Rule {
    rule: RuleId::Nmr36,
    id: "NMR-36",
    cites: &[mandela(36, "")],
    kind: CheckKind::Proxy,
    key: "rule-nmr-36",
    asks: "No more restriction than is needed for safe custody, secure operation and an ordered community life.",
    checks: "The record of a measure names a less restrictive way that was considered, and why it was not enough. That a \
             reason exists is checked; it is not judged.",
    met_by: "Closed visits were considered, and the reason against them is on record.",
    broken_by: "Nothing else was considered.",
    undetermined_by: "Nobody said whether something else was considered.",
    data: &[
        (Kind::MeasureImposed, "other ways considered"),
        (Kind::MeasureFoundInForce, "whether other ways were considered"),
    ],
    ..MEASURE
};

pub(super) static NMR_37B: Rule = Rule {
    rule: RuleId::Nmr37b,
    id: "NMR-37b",
    cites: &[mandela(37, "(d)")],
    kind: CheckKind::Proxy,
    key: "rule-nmr-37b",
    asks: "Whoever is kept apart is kept apart by a law or regulation, under a policy on its use and review.",
    checks: "For solitary confinement and separation a law or regulation is named, a policy is in force on the day on \
             which it begins, and a review is planned. That they exist is checked; they are not judged.",
    met_by: "A regulation, a policy in force since the day on which the separation begins, and a day of review.",
    broken_by: "No policy; or one that came into force the day after.",
    undetermined_by: "Nobody said whether there is a policy.",
    data: &[
        (Kind::MeasureImposed, "legal basis, policy and since when, day of review"),
        (Kind::MeasureFoundInForce, "whether there are a law, a policy and a review"),
    ],
    ..MEASURE
};

pub(super) static NMR_42: Rule = Rule {
    rule: RuleId::Nmr42,
    id: "NMR-42",
    cites: &[mandela(42, "")],
    severity: Severity::Prohibition,
    key: "rule-nmr-42",
    asks: "General living conditions are for everybody without exception: light, air, warmth, a bed, hygiene, food, water, \
           the open air, health care.",
    checks: "A measure takes none of these away, and none was found lacking under it.",
    met_by: "A measure that takes away association.",
    broken_by: "A measure that takes away the hour in the open air; or bedding that was found lacking, from then until it \
                was found to be there.",
    undetermined_by: "A measure that somebody found, and nothing on record of what it takes away or of its conditions.",
    data: &[
        (Kind::MeasureImposed, "what it takes away"),
        (Kind::MeasureFoundInForce, "what it takes away that no measure may"),
        (Kind::MeasureConditionsRecorded, "what is lacking, and when"),
        (Kind::MeasureLifted, "end"),
    ],
    ..MEASURE
};

pub(super) static NMR_43A: Rule = Rule {
    rule: RuleId::Nmr43a,
    id: "NMR-43a",
    cites: &[mandela(43, "(1)(a)")],
    severity: Severity::Prohibition,
    key: "rule-nmr-43a",
    asks: "No solitary confinement without an end.",
    checks: "Solitary confinement has a planned end. Until further notice is none; whoever extends it names one.",
    met_by: "A planned end five days after it begins.",
    broken_by: "Until further notice, from the beginning until somebody names an end.",
    undetermined_by: "Nobody could say whether an end was named, or which.",
    data: &[
        (Kind::MeasureImposed, "kind, planned end"),
        (Kind::MeasureFoundInForce, "kind, what was said of its end, planned end"),
        (Kind::MeasureExtended, "new end"),
        (Kind::MeasureLifted, "end"),
    ],
    ..MEASURE
};

pub(super) static NMR_43D: Rule = Rule {
    rule: RuleId::Nmr43d,
    id: "NMR-43d",
    cites: &[mandela(43, "(1)(d)"), mandela(22, "")],
    severity: Severity::Prohibition,
    key: "rule-nmr-43d",
    asks: "No corporal punishment, and no less food or drinking water.",
    checks: "A measure does not reduce food or water and does not touch the body, and neither was found lacking under it.",
    met_by: "A measure that takes away the television for seven days.",
    broken_by: "A measure that rations water.",
    undetermined_by: "A measure that somebody found, and nothing on record of what it takes away or of its conditions.",
    data: &[
        (Kind::MeasureImposed, "what it takes away"),
        (Kind::MeasureFoundInForce, "what it takes away or does that no measure may"),
        (Kind::MeasureConditionsRecorded, "what is lacking, and when"),
        (Kind::MeasureLifted, "end"),
    ],
    ..MEASURE
};

pub(super) static NMR_43G: Rule = Rule {
    rule: RuleId::Nmr43g,
    id: "NMR-43g",
    cites: &[mandela(43, "(3)")],
    severity: Severity::Prohibition,
    kind: CheckKind::Clock,
    key: "rule-nmr-43g",
    asks: "No measure prohibits contact with the family; its means are restricted only for a limited time, and as strictly \
           required for security and order.",
    checks: "All measures of a case together: visits, calls and letters are never closed at the same instant. Each that \
             restricts contact has an end and a ground that has to do with security and order. After k.family_restrict, \
             and as often again, somebody outside the line of command reviews it; a measure that begins when another \
             ends, or at most two hours later, goes on with its clock.",
    met_by: "Visits are closed for fourteen days; calls go on.",
    broken_by: "One measure closes visits, another one calls and letters; or no end; or more than k.family_restrict without \
                a review.",
    undetermined_by: "Nobody said what a measure takes away, on which ground, or until when.",
    clocks: &[ClockName::FamilyRestrict],
    data: &[
        (Kind::MeasureImposed, "effects, grounds, planned end"),
        (Kind::MeasureFoundInForce, "effects and grounds that were given, and the end that was named"),
        (Kind::MeasureReviewed, "when, and where the reviewer stood"),
        (Kind::MeasureLifted, "until when"),
    ],
    ..MEASURE
};

pub(super) static NMR_45B: Rule = Rule {
    rule: RuleId::Nmr45b,
    id: "NMR-45b",
    cites: &[mandela(45, "(1)")],
    key: "rule-nmr-45b",
    asks: "Solitary confinement only as a competent authority authorised it.",
    checks: "The director, a deputy, an officer whom a regulation names for emergencies, the authority above the prison or a \
             court authorised it, no later than it began. The text has no exception for emergencies: one is told, and \
             the breach lasts until the authorisation.",
    met_by: "Authorised by the director at the instant at which it begins.",
    broken_by: "Authorised a minute after it began, for that minute; or by the leader of a shift.",
    undetermined_by: "By whose authority is not on record.",
    data: &[
        (Kind::MeasureImposed, "start, authority, when it was authorised, emergency"),
        (Kind::MeasureFoundInForce, "start, authority, when it was authorised"),
    ],
    ..MEASURE
};

pub(super) static NMR_45D: Rule = Rule {
    rule: RuleId::Nmr45d,
    id: "NMR-45d",
    cites: &[mandela(45, "(1)")],
    severity: Severity::Prohibition,
    key: "rule-nmr-45d",
    asks: "Solitary confinement is not imposed by virtue of the sentence.",
    checks: "Each ground is a fact about this person. The sentence is none; that the kind of offence, a list and what \
             somebody believes or belongs to are none either is derived.",
    met_by: "The person attacked somebody three days ago.",
    broken_by: "The sentence, the offence or a list as a ground.",
    undetermined_by: "No ground is on record.",
    data: &[
        (Kind::MeasureImposed, "grounds, as codes"),
        (Kind::MeasureFoundInForce, "grounds that were given, as codes"),
    ],
    ..MEASURE
};

pub(super) static NMR_46A: Rule = Rule {
    rule: RuleId::Nmr46a,
    id: "NMR-46a",
    cites: &[mandela(46, "(1)")],
    severity: Severity::Prohibition,
    key: "rule-nmr-46a",
    asks: "Health staff have no part in imposing sanctions or other restrictive measures.",
    checks: "Nobody of the health service authorised, signed or agreed to a measure. What they report and advise of its \
             harm is their work, and counts as no part in it.",
    met_by: "The health service only reported that the measure does harm.",
    broken_by: "A nurse signed the order too.",
    undetermined_by: "Nobody said whether the health service took part.",
    data: &[
        (Kind::MeasureImposed, "authority"),
        (Kind::MeasureFoundInForce, "whether anybody of the health service signed or agreed"),
    ],
    ..MEASURE
};
