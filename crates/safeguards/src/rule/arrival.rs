//! What is told on arrival, and whether the family could learn of it.

use domain::{Kind, Part};

use super::{CheckKind, Rule, RuleId, mandela};
use crate::finding::{Citation, Instrument, Severity, TextWord};
use crate::settings::ClockName;

pub(super) static NMR_54: Rule = Rule {
    rule: RuleId::Nmr54,
    id: "NMR-54",
    cites: &[mandela(54, "(a)-(d)")],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Clock,
    part: Part::Measures,
    population: "everybody in prison",
    key: "rule-nmr-54",
    asks: "Whoever arrives is promptly given written information: the law and rules of the prison, rights with \
           legal help and complaints, duties and sanctions, and all else that is needed to live there.",
    checks: "Written information on all four topics within the policy clock from the beginning of the stay, in \
             one or several records. A record exists; its quality is not judged.",
    met_by: "All four in writing after 24 hours.",
    broken_by: "The last of them one millisecond later.",
    undetermined_by: "No record of all four.",
    clocks: &[ClockName::PromptInfo],
    source: "V1",
    data: &[
        (Kind::InformationGiven, "topics, forms, when, whether it was understood"),
        (Kind::CustodyAdmitted, "when the stay began"),
        (Kind::CustodyReturned, "when a later stay began"),
        (Kind::CustodyTransferred, "from one prison to another: the stay goes on"),
        (Kind::CustodyReleased, "when the stay ended"),
        (Kind::CustodyDied, "when the stay ended"),
    ],
};

pub(super) static NMR_55A: Rule = Rule {
    rule: RuleId::Nmr55a,
    id: "NMR-55a",
    cites: &[mandela(55, "(1)")],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Text,
    part: Part::Measures,
    population: "everybody in prison",
    key: "rule-nmr-55a",
    asks: "Information is given in the languages most used, and through an interpreter to whoever understands \
           none of them (the text: should).",
    checks: "Each time information was given: in a language that the person understands, or interpreted, as \
             attested by whoever gave it. Not understood, it is a breach until the same topics are given so that \
             they are.",
    met_by: "Information in another language, with an interpreter.",
    broken_by: "A leaflet in a language that the person does not understand, and no interpreter.",
    undetermined_by: "Whether it was understood is not known.",
    clocks: &[],
    source: "V1",
    data: &[(Kind::InformationGiven, "topics, forms, when, whether it was understood")],
};

pub(super) static NMR_55B: Rule = Rule {
    rule: RuleId::Nmr55b,
    id: "NMR-55b",
    cites: &[mandela(55, "(2)")],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Clock,
    part: Part::Measures,
    population: "people who need help with reading",
    key: "rule-nmr-55b",
    asks: "Information is given orally to whoever cannot read. In a suitable form to people with sensory \
           disabilities (the text: should) is not computed: no kind of disability is on record.",
    checks: "Where help with reading is noted: information aloud, as a recording, in braille or in sign language \
             within the policy clock.",
    met_by: "Read aloud on the first day.",
    broken_by: "In writing alone, when the policy clock has run out.",
    undetermined_by: "No information on record.",
    clocks: &[ClockName::PromptInfo],
    source: "V1",
    data: &[
        (Kind::InformationGiven, "topics, forms, when, whether it was understood"),
        (Kind::CustodyCircumstanceNoted, "help with reading: since when"),
        (Kind::CustodyAdmitted, "when the stay began"),
        (Kind::CustodyReturned, "when a later stay began"),
        (Kind::CustodyTransferred, "from one prison to another: the stay goes on"),
        (Kind::CustodyReleased, "when the stay ended"),
        (Kind::CustodyDied, "when the stay ended"),
    ],
};

pub(super) static NMR_68: Rule = Rule {
    rule: RuleId::Nmr68,
    id: "NMR-68",
    cites: &[mandela(68, "")],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Clock,
    part: Part::Measures,
    population: "everybody in prison",
    key: "rule-nmr-68",
    asks: "Everybody may inform the family, or whoever they named, at once of their imprisonment and of a \
           transfer to another prison.",
    checks: "After each arrival and each transfer: within the policy clock the family was told or the person \
             could have told them. Serious illness and injury, which the rule names too, are not computed here.",
    met_by: "The person called after two hours, or did not want to.",
    broken_by: "The call came one millisecond later, or was not made possible.",
    undetermined_by: "Nothing on record.",
    clocks: &[ClockName::Immediate],
    source: "V1",
    data: &[
        (Kind::InformationFamilyInformed, "of what, how, when"),
        (Kind::CustodyAdmitted, "when the stay began"),
        (Kind::CustodyReturned, "when a later stay began"),
        (Kind::CustodyTransferred, "from one prison to another: the stay goes on"),
        (Kind::CustodyReleased, "when the stay ended"),
        (Kind::CustodyDied, "when the stay ended"),
    ],
};

pub(super) static NMR_119: Rule = Rule {
    rule: RuleId::Nmr119,
    id: "NMR-119",
    cites: &[mandela(119, "(1)")],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Clock,
    part: Part::Measures,
    population: "people who are not convicted",
    key: "rule-nmr-119",
    asks: "Whoever is held untried is promptly told why, and of any charges.",
    checks: "Within the policy clock from the beginning of the stay, or of being held so: information on reasons \
             and charges that was understood. Who assigns a lawyer, and the review of a refusal of one, are not \
             computed.",
    met_by: "Told after 24 hours.",
    broken_by: "Told one millisecond later.",
    undetermined_by: "Nothing on record.",
    clocks: &[ClockName::PromptInfo],
    source: "V1",
    data: &[
        (Kind::InformationGiven, "topics, forms, when, whether it was understood"),
        (Kind::CustodyAdmitted, "status"),
        (Kind::CustodyStatusChanged, "status"),
        (Kind::CustodyReleased, "when the stay ended"),
    ],
};

pub(super) static BKK_02A: Rule = Rule {
    rule: RuleId::Bkk02a,
    id: "BKK-02a",
    cites: &[Citation { instrument: Instrument::Bangkok, rule: 2, paragraph: "(1)" }],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Clock,
    part: Part::Measures,
    population: "women in prison",
    key: "rule-bkk-02a",
    asks: "Women who arrive can contact relatives, have legal advice, are told of rules, daily life and where to \
           seek help in a language they understand, and can contact their consulate if they are not nationals.",
    checks: "Within the policy clock from the beginning of the stay: contact with family offered; legal help \
             offered or explained; law, daily life and where to seek help explained and understood; contact with \
             a consulate or agency offered if it is noted that she is not a national. A record exists; its \
             quality is not judged.",
    met_by: "All of it on the first day.",
    broken_by: "The last of it one millisecond after the policy clock.",
    undetermined_by: "Something of it not on record.",
    clocks: &[ClockName::PromptInfo],
    source: "V2",
    data: &[
        (Kind::InformationGiven, "topics, forms, when, whether it was understood"),
        (Kind::ContactRecorded, "with whom, by which way, when, what became of it"),
        (Kind::CustodyAdmitted, "sex, when the stay began"),
        (Kind::CustodyIdentityCorrected, "sex"),
        (Kind::CustodyCircumstanceNoted, "is not a national: since when"),
    ],
};

pub(super) static HAV_22: Rule = Rule {
    rule: RuleId::Hav22,
    id: "HAV-22",
    cites: &[Citation { instrument: Instrument::Havana, rule: 22, paragraph: "" }],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Clock,
    part: Part::Measures,
    population: "people under 18",
    key: "rule-hav-22",
    asks: "Parents, guardians or the closest relative are told without delay of admission, transfer and release \
           of a child.",
    checks: "After each arrival, transfer and release of a child: the family told, or the child able to tell \
             them, within the policy clock.",
    met_by: "Told after 24 hours.",
    broken_by: "Told one millisecond later, or not made possible.",
    undetermined_by: "Nothing on record.",
    clocks: &[ClockName::Delay],
    source: "V2",
    data: &[
        (Kind::InformationFamilyInformed, "of what, how, when"),
        (Kind::CustodyAdmitted, "date of birth, when the stay began"),
        (Kind::CustodyIdentityCorrected, "date of birth"),
        (Kind::CustodyReturned, "when a later stay began"),
        (Kind::CustodyReleased, "when the stay ended"),
    ],
};

pub(super) static HAV_24: Rule = Rule {
    rule: RuleId::Hav24,
    id: "HAV-24",
    cites: &[Citation { instrument: Instrument::Havana, rule: 24, paragraph: "" }],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Clock,
    part: Part::Measures,
    population: "people under 18",
    key: "rule-hav-24",
    asks: "Children are given the rules, their rights and duties on admission in a language they understand, \
           with addresses for complaints and legal help.",
    checks: "Within the policy clock from the beginning of the stay: law, rights, addresses for complaints and \
             for legal help, in writing and understood. A record exists; its quality is not judged.",
    met_by: "All of it on the first day.",
    broken_by: "The last of it one millisecond after the policy clock.",
    undetermined_by: "Something of it not on record.",
    clocks: &[ClockName::PromptInfo],
    source: "V3",
    data: &[
        (Kind::InformationGiven, "topics, forms, when, whether it was understood"),
        (Kind::CustodyAdmitted, "date of birth, when the stay began"),
        (Kind::CustodyIdentityCorrected, "date of birth"),
        (Kind::CustodyReturned, "when a later stay began"),
        (Kind::CustodyReleased, "when the stay ended"),
    ],
};
