//! Solitary confinement: Mandela Rules 43 to 45.

use domain::{Kind, Part};

use super::{CheckKind, Rule, RuleId, mandela};
use crate::finding::{Citation, Instrument, Severity, TextWord};
use crate::settings::ClockName;

pub(super) static NMR_43B: Rule = Rule {
    rule: RuleId::Nmr43b,
    id: "NMR-43b",
    cites: &[mandela(43, "(1)(b)"), mandela(44, "")],
    severity: Severity::Prohibition,
    word: TextWord::Shall,
    kind: CheckKind::Text,
    part: Part::Measures,
    population: "everyone",
    key: "rule-nmr-43b",
    asks: "No prolonged solitary confinement: 22 hours or more a day without meaningful human contact, for more than \
           15 days in a row.",
    checks: "Blocks of 24 hours from the start of confinement and calendar days at the place; either counts. A closed \
             block or day is solitary if 22 hours or more were spent confined without meaningful contact; the running \
             one is presumed to be until contact shows otherwise. A chain of such units longer than 15 × 24 hours of \
             elapsed time is a breach, and so is a planned end of solitary confinement beyond that, counted from where \
             the running chain began. A break in confinement of at most two hours \
             in a block counts as contact and resets nothing; a measure that begins when another ends goes on with its \
             chain. A block without a complete record is presumed solitary under solitary confinement and undetermined \
             under separation; a chain beyond the limit that rests on such blocks is a breach on presumption. Chains closer to each other than k.episode_gap that \
             together exceed the limit are shown as one pattern, as advice.",
    met_by: "Solitary confinement for exactly 360 hours; an order planned for 15 days.",
    broken_by: "Solitary confinement for 360 hours and one second; an order planned for 20 days.",
    undetermined_by: "Separation for 24 hours or more without a complete regime record; solitary confinement that was \
                      found in force and has no known planned end.",
    clocks: &[ClockName::EpisodeGap, ClockName::SolitaryAlert, ClockName::SolitaryLastAlert],
    source: "V1",
    data: &[
        (Kind::MeasureImposed, "start, planned end, kind of measure"),
        (Kind::MeasureFoundInForce, "start, planned end if known, kind of measure"),
        (Kind::MeasureExtended, "planned end"),
        (Kind::MeasureRegimeRecorded, "complete stretches of regime and every meaningful contact in them"),
        (Kind::MeasureLifted, "end"),
        (Kind::CustodyReleased, "end of every measure"),
        (Kind::CustodyDied, "end of every measure"),
    ],
};

pub(super) static NMR_45C: Rule = Rule {
    rule: RuleId::Nmr45c,
    id: "NMR-45c",
    cites: &[mandela(45, "(1)")],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Clock,
    part: Part::Measures,
    population: "everyone",
    key: "rule-nmr-45c",
    asks: "Solitary confinement is subject to independent review.",
    checks: "The first review within k.sep_review1 from the start of confinement, and each further one within \
             k.sep_review from the one before, as long as it runs; a measure that begins when another ends, or at \
             most two hours later, goes on with its clocks. A review counts only if the reviewer was outside the \
             line of command of whoever decided on the measure, on the day of the review and on the days of the \
             decisions. Outside means: neither above nor below, with both lines recorded up to somebody who \
             reports to nobody. It is computed from the posts on record when the review is recorded, and written \
             into it. What the review says is not judged.",
    met_by: "A review from outside the line at exactly 72 hours.",
    broken_by: "No review at 72 hours and one millisecond; a review by a deputy of whoever ordered it, and no other.",
    undetermined_by: "A review in time by somebody whose post, or whose line, is not on record for that day.",
    clocks: &[ClockName::SeparationReview1, ClockName::SolitaryReview],
    source: "V1",
    data: &[
        (Kind::MeasureImposed, "start, kind, who decided"),
        (Kind::MeasureFoundInForce, "start, kind"),
        (Kind::MeasureExtended, "who decided"),
        (Kind::MeasureReviewed, "when, and where the reviewer stood towards the line of command"),
        (Kind::PostTaken, "who holds which post: computed when the review is recorded"),
        (Kind::PostPlaced, "to which post a post reports: computed when the review is recorded"),
        (Kind::PostCoverConfirmed, "who stands in for a post: computed when the review is recorded"),
        (Kind::MeasureLifted, "end"),
        (Kind::CustodyReleased, "end of every measure"),
        (Kind::CustodyDied, "end of every measure"),
    ],
};

pub(super) static NMR_45F: Rule = Rule {
    rule: RuleId::Nmr45f,
    id: "NMR-45f",
    cites: &[
        mandela(45, "(2)"),
        Citation { instrument: Instrument::Bangkok, rule: 22, paragraph: "" },
        Citation { instrument: Instrument::Havana, rule: 67, paragraph: "" },
    ],
    severity: Severity::Prohibition,
    word: TextWord::Shall,
    kind: CheckKind::Text,
    part: Part::Measures,
    population: "persons under 18; pregnant women, women with infants, breastfeeding mothers",
    key: "rule-nmr-45f",
    asks: "No solitary confinement and no disciplinary segregation of children, pregnant women, women with infants and \
           breastfeeding mothers.",
    checks: "Solitary confinement for any purpose, and separation as a sanction, of any length, at an instant at which \
             the person is under 18 or an attested circumstance holds. Until the first instant of the 18th birthday at \
             the place the person is a child; while a disputed age spans 18 the child rules apply. That solitary \
             confinement for other purposes than punishment is treated alike is policy, because rule 45(2) speaks of \
             its use.",
    met_by: "Solitary confinement that begins on the 18th birthday.",
    broken_by: "Solitary confinement that begins the day before the 18th birthday; separation as a sanction for one \
                hour while breastfeeding is attested.",
    undetermined_by: "A date of birth that is not on record.",
    clocks: &[],
    source: "V1 (Mandela 45); V3 (Bangkok 22, Havana 67)",
    data: &[
        (Kind::CustodyAdmitted, "date of birth, as an interval"),
        (Kind::CustodyIdentityCorrected, "date of birth, as an interval"),
        (Kind::CustodyCircumstanceNoted, "pregnancy, infant, breastfeeding: since when, until when"),
        (Kind::MeasureImposed, "start, kind, purpose"),
        (Kind::MeasureFoundInForce, "start, kind, purpose"),
        (Kind::MeasureLifted, "end"),
    ],
};
