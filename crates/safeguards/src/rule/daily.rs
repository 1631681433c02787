//! Daily life and contact: the day, where somebody sleeps, family, lawyer, consulate.

use domain::{Kind, Part};

use super::{CheckKind, Rule, RuleId, mandela};
use crate::finding::{Citation, Instrument, Severity, TextWord};
use crate::settings::ClockName;

pub(super) static NMR_11: Rule = Rule {
    rule: RuleId::Nmr11,
    id: "NMR-11",
    cites: &[mandela(11, "(a)-(d)"), mandela(112, "(1)")],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Text,
    part: Part::Measures,
    population: "everybody in prison",
    key: "rule-nmr-11",
    asks: "Women and men, children and adults, convicted and other people, and civil prisoners are kept apart \
           from each other.",
    checks: "For as long as somebody sleeps in a unit: whether it is attested to hold people of the other sex, \
             of the other side of 18, or both convicted and other people. That a child may be with the own \
             family is an exception of Havana Rule 29, applied here too by policy. What was attested is not \
             checked against anybody else's file: who sleeps beside whom is not known here.",
    met_by: "An untried person in a unit that holds untried people alone.",
    broken_by: "An untried person for one night in a unit that holds convicted people.",
    undetermined_by: "No place on record, or a unit of which it is not known whom it holds.",
    clocks: &[ClockName::DayRecord],
    source: "V1",
    data: &[
        (Kind::LodgingPlaced, "unit, room, whether people who must be kept apart share it"),
        (Kind::CustodyAdmitted, "when the stay began"),
        (Kind::CustodyReturned, "when a later stay began"),
        (Kind::CustodyTransferred, "from one prison to another: the stay goes on"),
        (Kind::CustodyReleased, "when the stay ended"),
        (Kind::CustodyDied, "when the stay ended"),
    ],
};

pub(super) static NMR_12: Rule = Rule {
    rule: RuleId::Nmr12,
    id: "NMR-12",
    cites: &[mandela(12, "(1)")],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Proxy,
    part: Part::Measures,
    population: "everybody in prison",
    key: "rule-nmr-12",
    asks: "Whoever sleeps in a cell has it alone at night; two in a cell are not desirable. An exception needs a \
           special reason, by the central administration.",
    checks: "For as long as somebody sleeps in a shared room: whether the central administration allowed it. Of \
             two in a cell the text says that it is not desirable. That it was allowed is on record; the reason \
             is not judged.",
    met_by: "A room alone; a shared one that the central administration allowed.",
    broken_by: "A shared room that was not allowed.",
    undetermined_by: "No place on record, or a shared room of which it is not known whether it was allowed.",
    clocks: &[ClockName::DayRecord],
    source: "V1",
    data: &[
        (Kind::LodgingPlaced, "unit, room, whether people who must be kept apart share it"),
        (Kind::CustodyAdmitted, "when the stay began"),
        (Kind::CustodyReturned, "when a later stay began"),
        (Kind::CustodyTransferred, "from one prison to another: the stay goes on"),
        (Kind::CustodyReleased, "when the stay ended"),
        (Kind::CustodyDied, "when the stay ended"),
    ],
};

pub(super) static NMR_23: Rule = Rule {
    rule: RuleId::Nmr23,
    id: "NMR-23",
    cites: &[mandela(23, "(1)")],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Text,
    part: Part::Measures,
    population: "everybody in prison",
    key: "rule-nmr-23",
    asks: "At least one hour of suitable exercise in the open air every day, if the weather permits, for whoever \
           does not work outdoors.",
    checks: "Each whole calendar day at the place: 60 minutes or more in the open air, unless the weather \
             prevented it or the person worked outdoors. Days in a row without the hour are one finding. Of two \
             records of one day the lower counts. A day without a record is asked for once the policy clock has \
             run out.",
    met_by: "60 minutes.",
    broken_by: "59 minutes on a day with permitting weather.",
    undetermined_by: "A day without a record.",
    clocks: &[ClockName::DayRecord],
    source: "V1",
    data: &[
        (Kind::RegimeDayRecorded, "the day, minutes in the open air, weather, work, opportunity for requests"),
        (Kind::CustodyAdmitted, "when the stay began"),
        (Kind::CustodyReturned, "when a later stay began"),
        (Kind::CustodyTransferred, "from one prison to another: the stay goes on"),
        (Kind::CustodyReleased, "when the stay ended"),
        (Kind::CustodyDied, "when the stay ended"),
    ],
};

pub(super) static NMR_56A: Rule = Rule {
    rule: RuleId::Nmr56a,
    id: "NMR-56a",
    cites: &[mandela(56, "(1)")],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Text,
    part: Part::Measures,
    population: "everybody in prison",
    key: "rule-nmr-56a",
    asks: "Every day everybody has an opportunity to make a request or complaint to the director or staff who \
           stand in for the director.",
    checks: "Each whole calendar day: whether a request could be made, as recorded for the person or for the \
             whole wing. What was asked for or complained of is not in the file.",
    met_by: "A box or an officer for a part of every day.",
    broken_by: "A day on which there was neither.",
    undetermined_by: "A day without a record.",
    clocks: &[ClockName::DayRecord],
    source: "V1",
    data: &[
        (Kind::RegimeDayRecorded, "the day, minutes in the open air, weather, work, opportunity for requests"),
        (Kind::CustodyAdmitted, "when the stay began"),
        (Kind::CustodyReturned, "when a later stay began"),
        (Kind::CustodyTransferred, "from one prison to another: the stay goes on"),
        (Kind::CustodyReleased, "when the stay ended"),
        (Kind::CustodyDied, "when the stay ended"),
    ],
};

pub(super) static NMR_58A: Rule = Rule {
    rule: RuleId::Nmr58a,
    id: "NMR-58a",
    cites: &[mandela(58, "(1)")],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Clock,
    part: Part::Measures,
    population: "everybody in prison",
    key: "rule-nmr-58a",
    asks: "Everybody may communicate with family and friends at regular intervals, in writing or by \
           telecommunication, and by visits.",
    checks: "Never longer than the policy clock without an offer of contact with family, friends or own \
             children, by any way. Contact that the person declined, or that the other side did not come to, was \
             offered. A wait that ended late is a breach that is over. While one goes on too long it is a breach \
             if the record says that contact was not made possible, and undetermined if nothing is on record.",
    met_by: "A call or a visit every seven days.",
    broken_by: "A visit that was not given, and no other offer, on the eighth day.",
    undetermined_by: "Nothing on record for longer than the policy clock.",
    clocks: &[ClockName::Contact],
    source: "V1",
    data: &[
        (Kind::ContactRecorded, "with whom, by which way, when, what became of it"),
        (Kind::CustodyAdmitted, "when the stay began"),
        (Kind::CustodyReturned, "when a later stay began"),
        (Kind::CustodyTransferred, "from one prison to another: the stay goes on"),
        (Kind::CustodyReleased, "when the stay ended"),
        (Kind::CustodyDied, "when the stay ended"),
    ],
};

pub(super) static NMR_61A: Rule = Rule {
    rule: RuleId::Nmr61a,
    id: "NMR-61a",
    cites: &[mandela(61, "(1)")],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Clock,
    part: Part::Measures,
    population: "everybody in prison",
    key: "rule-nmr-61a",
    asks: "A lawyer of one's own choice may visit and be talked with without delay, interception or censorship \
           and in full confidentiality: staff may see, and not hear.",
    checks: "Each contact with a lawyer: within the policy clock from when it was asked for, and heard or read \
             by nobody. Contact that was not given is a breach until a lawyer could be met.",
    met_by: "In sight of staff, on the day on which it was asked for.",
    broken_by: "Somebody listened in; the visit came one millisecond after the policy clock.",
    undetermined_by: "When it was asked for, or whether it could be heard, is not on record.",
    clocks: &[ClockName::Legal],
    source: "V1",
    data: &[
        (Kind::ContactRecorded, "asked for when, held when, heard by whom"),
        (Kind::CustodyAdmitted, "when the stay began"),
        (Kind::CustodyReturned, "when a later stay began"),
        (Kind::CustodyTransferred, "from one prison to another: the stay goes on"),
        (Kind::CustodyReleased, "when the stay ended"),
        (Kind::CustodyDied, "when the stay ended"),
    ],
};

pub(super) static NMR_61B: Rule = Rule {
    rule: RuleId::Nmr61b,
    id: "NMR-61b",
    cites: &[mandela(61, "(2)")],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Text,
    part: Part::Measures,
    population: "people who do not share a language with their lawyer",
    key: "rule-nmr-61b",
    asks: "Whoever does not speak the local language is helped to an independent competent interpreter when \
           talking with the lawyer.",
    checks: "Each talk with a lawyer for which somebody interpreted, or had to: the interpreter is independent \
             of the prison.",
    met_by: "An interpreter from outside.",
    broken_by: "An officer who interprets.",
    undetermined_by: "The need of an interpreter is noted, and the record does not say who it was.",
    clocks: &[],
    source: "V1",
    data: &[
        (Kind::ContactRecorded, "with a lawyer, who interpreted"),
        (Kind::CustodyCircumstanceNoted, "needs an interpreter: since when"),
        (Kind::CustodyAdmitted, "when the stay began"),
        (Kind::CustodyReturned, "when a later stay began"),
        (Kind::CustodyTransferred, "from one prison to another: the stay goes on"),
        (Kind::CustodyReleased, "when the stay ended"),
        (Kind::CustodyDied, "when the stay ended"),
    ],
};

pub(super) static NMR_62: Rule = Rule {
    rule: RuleId::Nmr62,
    id: "NMR-62",
    cites: &[mandela(62, "(1)"), mandela(62, "(2)")],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Clock,
    part: Part::Measures,
    population: "people who are not nationals, refugees and stateless people",
    key: "rule-nmr-62",
    asks: "Whoever is not a national has reasonable facilities to talk with consular staff of their State; \
           refugees, stateless people and nationals of a State without a consulate with whoever protects their \
           interests.",
    checks: "Where it is noted that somebody is not a national: contact with a consulate or a protecting agency \
             offered within the policy clock. It is offered and never made for them: nobody is told without the \
             person's consent, and no country is on record.",
    met_by: "Offered on the first day, and declined.",
    broken_by: "Not given, and no offer, when the policy clock has run out.",
    undetermined_by: "No offer on record.",
    clocks: &[ClockName::PromptInfo],
    source: "V1",
    data: &[
        (Kind::ContactRecorded, "with consulate or agency, when, what became of it"),
        (Kind::CustodyCircumstanceNoted, "is not a national: since when"),
        (Kind::CustodyAdmitted, "when the stay began"),
        (Kind::CustodyReturned, "when a later stay began"),
        (Kind::CustodyTransferred, "from one prison to another: the stay goes on"),
        (Kind::CustodyReleased, "when the stay ended"),
        (Kind::CustodyDied, "when the stay ended"),
    ],
};

pub(super) static NMR_102: Rule = Rule {
    rule: RuleId::Nmr102,
    id: "NMR-102",
    cites: &[mandela(102, "(2)")],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Text,
    part: Part::Measures,
    population: "people who work",
    key: "rule-nmr-102",
    asks: "Working hours leave one day of rest a week, and enough time for education and other activities.",
    checks: "Each whole week from Monday: one day at least without work. Time for education is not computed.",
    met_by: "Rest on Monday of one week and on Sunday of the next.",
    broken_by: "Work on all seven days of one week.",
    undetermined_by: "Work on every day that is on record, and days of that week without a record.",
    clocks: &[ClockName::DayRecord],
    source: "V1",
    data: &[
        (Kind::RegimeDayRecorded, "the day, minutes in the open air, weather, work, opportunity for requests"),
        (Kind::CustodyAdmitted, "when the stay began"),
        (Kind::CustodyReturned, "when a later stay began"),
        (Kind::CustodyTransferred, "from one prison to another: the stay goes on"),
        (Kind::CustodyReleased, "when the stay ended"),
        (Kind::CustodyDied, "when the stay ended"),
    ],
};

pub(super) static HAV_29: Rule = Rule {
    rule: RuleId::Hav29,
    id: "HAV-29",
    cites: &[
        Citation { instrument: Instrument::Havana, rule: 29, paragraph: "" },
        Citation { instrument: Instrument::Beijing, rule: 13, paragraph: ".4" },
    ],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Text,
    part: Part::Measures,
    population: "people under 18",
    key: "rule-hav-29",
    asks: "Children are kept apart from adults, unless they are of one family.",
    checks: "For as long as a child sleeps in a unit: whether it is attested to hold adults other than the own \
             family. Programmes that mix children and adults are not computed.",
    met_by: "A unit for children alone.",
    broken_by: "A unit that holds adults.",
    undetermined_by: "Whether it holds adults is not known.",
    clocks: &[],
    source: "V2",
    data: &[
        (Kind::LodgingPlaced, "unit, room, whether people who must be kept apart share it"),
        (Kind::CustodyAdmitted, "when the stay began"),
        (Kind::CustodyReturned, "when a later stay began"),
        (Kind::CustodyTransferred, "from one prison to another: the stay goes on"),
        (Kind::CustodyReleased, "when the stay ended"),
        (Kind::CustodyDied, "when the stay ended"),
        (Kind::CustodyIdentityCorrected, "date of birth"),
    ],
};

pub(super) static HAV_60: Rule = Rule {
    rule: RuleId::Hav60,
    id: "HAV-60",
    cites: &[Citation { instrument: Instrument::Havana, rule: 60, paragraph: "" }],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Text,
    part: Part::Measures,
    population: "people under 18",
    key: "rule-hav-60",
    asks: "Children have visits regularly and often, in principle once a week and not less than once a month.",
    checks: "Never longer than one calendar month without an offer of a visit by family or friends, to the end \
             of the same day of the next month. That it be once a week in principle is not computed.",
    met_by: "Visits on 1 May and on 1 June.",
    broken_by: "The next visit on 2 June.",
    undetermined_by: "No visit on record for longer than a month.",
    clocks: &[],
    source: "V3",
    data: &[
        (Kind::ContactRecorded, "with whom, by which way, when, what became of it"),
        (Kind::CustodyAdmitted, "date of birth, when the stay began"),
        (Kind::CustodyIdentityCorrected, "date of birth"),
        (Kind::CustodyReturned, "when a later stay began"),
        (Kind::CustodyReleased, "when the stay ended"),
    ],
};

pub(super) static HAV_61: Rule = Rule {
    rule: RuleId::Hav61,
    id: "HAV-61",
    cites: &[Citation { instrument: Instrument::Havana, rule: 61, paragraph: "" }],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Text,
    part: Part::Measures,
    population: "people under 18",
    key: "rule-hav-61",
    asks: "Children may write or call a person of their choice at least twice a week.",
    checks: "In each seven days from the beginning of the stay: two offers of a letter or a call. Fewer are a \
             breach if the record says that one was not given, and undetermined if it says nothing. The number \
             of the rule is confirmed by a secondary source alone.",
    met_by: "Two calls within seven days.",
    broken_by: "One call, and one that was not given.",
    undetermined_by: "Fewer than two on record.",
    clocks: &[],
    source: "V3",
    data: &[
        (Kind::ContactRecorded, "with whom, by which way, when, what became of it"),
        (Kind::CustodyAdmitted, "date of birth, when the stay began"),
        (Kind::CustodyIdentityCorrected, "date of birth"),
        (Kind::CustodyReturned, "when a later stay began"),
        (Kind::CustodyReleased, "when the stay ended"),
    ],
};
