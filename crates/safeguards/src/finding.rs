//! What a check returns: findings, what is met, advisories, and the next instant that matters.
//!
//! Codes, ids and times only. Words for a code are in `locales/`; a finding has none of its own.

use std::fmt::{self, Write as _};

use domain::look::Outcome;
use domain::{ActId, Moment, Span};
use serde::{Deserialize, Serialize, Serializer};

use crate::rule::RuleId;
use crate::settings::{PolicyClock, Settings};

/// Declares a list of codes that only this crate makes.
macro_rules! codes {
    ($(#[$doc:meta])* $list:ident { $($(#[$member_doc:meta])* $member:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $list { $($(#[$member_doc])* #[serde(rename = $code)] $member),+ }

        impl $list {
            /// Every member.
            pub const ALL: &'static [Self] = &[$(Self::$member),+];

            /// The word that stands for this member in documents and answers.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$member => $code),+ }
            }
        }

        impl fmt::Display for $list {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.code())
            }
        }
    };
}

codes! {
    /// How much a rule weighs.
    Severity {
        /// Cannot be waived; a decision that breaks it is refused, and oversight is told at once.
        Prohibition = "prohibition",
        /// A task with a clock.
        Obligation = "obligation",
        /// Advice.
        Recommendation = "recommendation",
    }
}

codes! {
    /// The word of the text itself, where the project's weight could be mistaken for it.
    TextWord {
        /// "shall"
        Shall = "shall",
        /// "should"
        Should = "should",
    }
}

codes! {
    /// The instrument that is cited.
    Instrument {
        /// Nelson Mandela Rules, A/RES/70/175.
        Mandela = "mandela",
        /// Bangkok Rules, A/RES/65/229.
        Bangkok = "bangkok",
        /// Havana Rules, A/RES/45/113.
        Havana = "havana",
        /// Beijing Rules, A/RES/40/33.
        Beijing = "beijing",
        /// General comments of the Committee on the Rights of the Child; the number is a paragraph of the comment.
        ChildRights = "child_rights",
        /// Tokyo Rules, A/RES/45/110.
        Tokyo = "tokyo",
        /// Security Council resolution 2396 (2017); the number is a paragraph.
        Resolution2396 = "resolution2396",
    }
}

impl Instrument {
    /// The short English name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mandela => "Mandela Rules",
            Self::Bangkok => "Bangkok Rules",
            Self::Havana => "Havana Rules",
            Self::Beijing => "Beijing Rules",
            Self::ChildRights => "CRC general comment 24, paragraph",
            Self::Tokyo => "Tokyo Rules",
            Self::Resolution2396 => "S/RES/2396 (2017), paragraph",
        }
    }
}

/// Rule and paragraph of an instrument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Citation {
    /// The instrument.
    pub instrument: Instrument,
    /// The rule.
    pub rule: u16,
    /// The paragraph as it is written after the number, such as `(1)(b)`; empty for the whole rule.
    pub paragraph: &'static str,
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}{}", self.instrument.name(), self.rule, self.paragraph)
    }
}

/// Several citations on one line; the name of an instrument is written once.
pub(crate) fn cited(citations: &[Citation]) -> String {
    let mut line = String::new();
    let mut last = None;
    for citation in citations {
        let Citation { instrument, rule, paragraph } = citation;
        // Writing to a string cannot fail.
        let _ = match last {
            None => write!(line, "{citation}"),
            Some(same) if same == *instrument => write!(line, ", {rule}{paragraph}"),
            Some(_) => write!(line, "; {citation}"),
        };
        last = Some(*instrument);
    }
    line
}

codes! {
    /// What else must be said about a result.
    Flag {
        /// Days without a complete regime record were counted as solitary, because nothing shows that they were not.
        OnPresumption = "on_presumption",
        /// The planned end lies beyond the limit, whatever happens until then.
        Planned = "planned",
        /// The planned end is not known.
        NoPlannedEnd = "no_planned_end",
        /// The person was under 18.
        Child = "child",
        /// The age is disputed and spans 18: the child rules apply.
        AgeDisputed = "age_disputed",
        /// Pregnant, with an infant or breastfeeding, as attested.
        Circumstance = "circumstance",
        /// Undetermined for longer than the policy clock: the record itself is now the fault.
        Overdue = "overdue",
        /// Somebody in the line of command reviewed it: that is no independent review.
        InsideLine = "inside_line",
        /// Whether a reviewer was outside the line of command was not known, for posts or lines of that day were not recorded.
        LineNotKnown = "line_not_known",
        /// Counted against a stricter limit of national law; the number of the text is not reached yet.
        NationalLimit = "national_limit",
        // Measures and separation.
        // Restraints, searches and discipline.
        /// Chains, irons, or something painful or degrading in itself.
        ProhibitedInstrument = "prohibited_instrument",
        /// As a punishment.
        AsPunishment = "as_punishment",
        /// Attested: something less would have worked, or intruded less.
        NotTheLeast = "not_the_least",
        /// Not everybody who did it was trained in it on that day.
        NotTrained = "not_trained",
        /// Restrained before a judicial or administrative authority.
        BeforeAuthority = "before_authority",
        /// Not by order of the director.
        NotTheDirector = "not_the_director",
        /// For a purpose that the rule does not name.
        OtherPurpose = "other_purpose",
        /// Nothing else was tried first.
        NothingTried = "nothing_tried",
        /// The health service was told late, or nothing says that it was.
        HealthNotTold = "health_not_told",
        /// The authority above the prison was told late, or nothing says that it was.
        AuthorityNotTold = "authority_not_told",
        /// The director was told late, or nothing says so.
        DirectorNotTold = "director_not_told",
        /// Nobody looked for longer than the policy clock.
        NotChecked = "not_checked",
        /// It stayed on after the danger was over.
        StayedOn = "stayed_on",
        /// In labour, childbirth or the time after it, as attested.
        Childbirth = "childbirth",
        /// No medical or psychological professional was there from first to last.
        NoProfessional = "no_professional",
        /// A reason or a legal basis is missing.
        NoBasis = "no_basis",
        /// Reason, searcher or result is not in the record.
        RecordIncomplete = "record_incomplete",
        /// Somebody of another sex searched.
        OtherSex = "other_sex",
        /// Not out of the sight of others.
        NotPrivate = "not_private",
        /// Whoever treats the person searched.
        TreatingHealth = "treating_health",
        /// Somebody searched who is no health professional, nor trained by one.
        NotMedicallyTrained = "not_medically_trained",
        /// Somebody read papers of the person's own case.
        PapersRead = "papers_read",
        /// Papers of the person's own case were taken and not given on request.
        PapersWithheld = "papers_withheld",
        /// A scan was possible, and nobody thought of it.
        NoScan = "no_scan",
        // Daily life, contact and information.
        /// The record says that it was not made possible.
        NotGiven = "not_given",
        /// Somebody could hear or read it.
        Overheard = "overheard",
        /// The work gave power over others in prison.
        PowerOver = "power_over",
        /// The work was for the private benefit of somebody of the staff.
        ForStaff = "for_staff",
        /// The person did not choose it.
        NotChosen = "not_chosen",
        /// It was not paid.
        NotPaid = "not_paid",
        // Admission, health, plan and release.
        /// The person was held untried or under civil law.
        NotConvicted = "not_convicted",
        /// The person was held without charge.
        WithoutCharge = "without_charge",
        /// What a service aimed at was not written down when the referral began.
        AimNotKnown = "aim_not_known",
        /// The plan is older than any assessment.
        BeforeAssessment = "before_assessment",
        /// No service had taken over when the person was released.
        NobodyTookOver = "nobody_took_over",
        /// A group of the register is still open.
        GroupOpen = "group_open",
        /// One of the two reports is there, the other is missing.
        OneOfTwo = "one_of_two",
        /// What is on record leaves something out.
        LeftOut = "left_out",
        /// It rests on no dated fact about this person.
        NoIndividualFact = "no_individual_fact",
    }
}

codes! {
    /// What would remedy it.
    Remedy {
        /// End the measure, or give meaningful contact for more than two hours in a block of 24 hours.
        EndMeasure = "end_measure",
        /// Choose a planned end no later than the moment at which the limit is reached.
        ShortenPlan = "shorten_plan",
        /// Record the regime of the days that have no complete record.
        RecordRegime = "record_regime",
        /// Record when the measure is planned to end.
        RecordPlannedEnd = "record_planned_end",
        /// Record the date of birth, as an interval if it is not sure.
        RecordBirth = "record_birth",
        /// Propose a plan with a release section.
        ProposePlan = "propose_plan",
        /// Propose a new version of the plan, with a release section.
        AddReleaseSection = "add_release_section",
        /// Have it reviewed by somebody outside the line of command.
        ReviewFromOutside = "review_from_outside",
        /// Record the posts and reporting lines of that day, and the review again as a correction.
        RecordPosts = "record_posts",
        // Measures and separation.
        // Restraints, searches and discipline.
        /// Record why it was done.
        RecordGround = "record_ground",
        /// Attest whether something less would have worked, by a correction.
        AttestLeast = "attest_least",
        /// Record whether everybody who did it was trained in it on that day.
        RecordTraining = "record_training",
        /// Record when it was taken off.
        RecordRemoval = "record_removal",
        /// Tell the health service, and record when.
        TellHealth = "tell_health",
        /// Report to the authority above the prison, and record when.
        TellAuthority = "tell_authority",
        /// Report to the director, and record when.
        TellDirector = "tell_director",
        /// Record the checks that were made.
        RecordChecks = "record_checks",
        /// Look now, and take it off unless the danger goes on.
        CheckAndRemove = "check_and_remove",
        /// Take it off now.
        RemoveNow = "remove_now",
        /// Ask the health service to attest from when until when.
        AskHealth = "ask_health",
        /// Record whether a medical or psychological professional was there.
        RecordProfessional = "record_professional",
        /// Complete the record of the search, by a correction.
        CompleteSearch = "complete_search",
        /// Record the result once it is known, by a correction.
        RecordResult = "record_result",
        /// Record what became of papers of the person's own case.
        RecordPapers = "record_papers",
        // Daily life, contact and information.
        /// Record the days that are missing.
        RecordDays = "record_days",
        /// Offer contact with family.
        OfferContact = "offer_contact",
        /// Record contact that was offered and is not on record, or offer it.
        RecordContact = "record_contact",
        /// Let the person and the lawyer meet.
        LetLawyerIn = "let_lawyer_in",
        /// Complete the record of the contact with the lawyer by a correction.
        CompleteLegalRecord = "complete_legal_record",
        /// Offer contact with the consulate or a protecting agency; tell nobody without the person's consent.
        OfferConsulate = "offer_consulate",
        /// Give the information that is missing.
        GiveInformation = "give_information",
        /// Give it again in a language that the person understands, or with an interpreter.
        GiveUnderstood = "give_understood",
        /// Say it aloud.
        TellAloud = "tell_aloud",
        /// Let the person tell the family.
        TellFamily = "tell_family",
        /// Record where the person sleeps.
        RecordPlace = "record_place",
        /// Keep those apart who must be kept apart.
        KeepApart = "keep_apart",
        /// Give a room alone, or ask the central administration.
        AskAdministration = "ask_administration",
        /// Complete the record of the work, by a correction.
        CompleteWork = "complete_work",
        // Admission, health, plan and release.
        /// Offer only support that implies no guilt.
        OfferSupportOnly = "offer_support_only",
        /// Withdraw the referral and begin it again.
        BeginReferralAnew = "begin_referral_anew",
        /// Assess, and propose a version of the plan that follows it.
        AssessThenPlan = "assess_then_plan",
        /// Hold a review of the plan, or propose a new version.
        ReviewPlan = "review_plan",
        /// Name a case manager.
        NameCaseManager = "name_case_manager",
        /// Offer a copy of the file.
        OfferFileCopy = "offer_file_copy",
        /// Meet the person outside.
        MeetOutside = "meet_outside",
        /// Offer the handover to a service.
        OfferHandover = "offer_handover",
        /// Arrange what is needed on the day of release.
        ArrangeRelease = "arrange_release",
        /// Release the person, or have a valid order shown.
        ReleaseOrOrder = "release_or_order",
        /// Record the order on which the person is held.
        RecordOrder = "record_order",
        /// Fill the groups of the register, and record it.
        FillRegister = "fill_register",
        /// Complete what is written about the children, and record the numbers.
        RecordChildren = "record_children",
        /// Help to arrange the care of the children.
        ArrangeCare = "arrange_care",
        /// List the belongings and have the list signed.
        ListProperty = "list_property",
        /// Give the belongings back against a signed receipt.
        ReturnProperty = "return_property",
        /// Record the distances and the reason, or ask for a place nearer to home.
        RecordDistance = "record_distance",
        /// Have the person examined by a health professional.
        Examine = "examine",
        /// Offer the areas of the screening that are missing.
        OfferAreas = "offer_areas",
        /// Have the person seen by the health service now.
        SeeAtOnce = "see_at_once",
        /// Record the rounds of the days that have no record.
        RecordRound = "record_round",
        /// Follow the advice, or refer it upward with a report.
        AnswerAdvice = "answer_advice",
        /// Follow the clinical decision.
        FollowDecision = "follow_decision",
        /// Begin the move to the facility.
        BeginMove = "begin_move",
        /// Record the assessment, and have the report of the health service given.
        CompleteReports = "complete_reports",
        /// Record what the plan has considered.
        ConsiderInPlan = "consider_in_plan",
        /// Look at what is missing in the assessment, and record it.
        ConsiderInAssessment = "consider_in_assessment",
        /// Classify from dated facts about this person, with a day of review.
        Classify = "classify",
        /// Decide what was asked for, with a reason.
        DecideAccommodation = "decide_accommodation",
        /// Hand the care that goes on over to where the person is.
        HandOverCare = "hand_over_care",
    }
}

/// The limit against which time is counted. The two must never look alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    /// A number that the text itself names.
    UnLimit {
        /// In hours; exactly so many are met.
        hours: u32,
    },
    /// A stricter number that national law sets in the place of the text's. Never shown as the text's own.
    NationalLimit {
        /// In hours; exactly so many are met.
        hours: u32,
        /// What the text itself says, in hours.
        un_hours: u32,
        /// Who set it.
        set_by: String,
    },
    /// A number that somebody set because the text has only a word.
    PolicyClock {
        /// The name in the catalogue, such as `k.plan`.
        name: &'static str,
        /// In minutes.
        minutes: u32,
        /// Who set it.
        set_by: String,
    },
}

impl Limit {
    /// The length in milliseconds.
    pub fn millis(&self) -> i64 {
        match self {
            Self::UnLimit { hours } | Self::NationalLimit { hours, .. } => i64::from(*hours) * domain::moment::HOUR,
            Self::PolicyClock { minutes, .. } => i64::from(*minutes) * domain::moment::MINUTE,
        }
    }
}

impl From<&PolicyClock> for Limit {
    fn from(clock: &PolicyClock) -> Self {
        Self::PolicyClock { name: clock.name, minutes: clock.minutes, set_by: clock.set_by.clone() }
    }
}

/// A clock that runs, or ran, against a limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Clock {
    /// The limit.
    pub limit: Limit,
    /// Where counting began.
    pub from: Moment,
    /// Where it ended; nothing while it runs.
    pub until: Option<Moment>,
    /// What has been counted, in milliseconds of elapsed time.
    pub elapsed: i64,
    /// When the limit is, or would be, reached if counting goes on: the latest end that still meets it.
    pub reached_at: Moment,
}

impl Clock {
    pub(crate) fn running(limit: Limit, from: Moment, now: Moment) -> Self {
        let reached_at = from.plus(limit.millis());
        Self { limit, from, until: None, elapsed: now.since(from).max(0), reached_at }
    }

    /// Has more than the limit been counted?
    pub fn exceeded(&self) -> bool {
        self.elapsed > self.limit.millis()
    }
}

/// How much of the closed blocks of 24 hours is on record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// Blocks whose record decides whether they were solitary.
    pub recorded: u32,
    /// All closed blocks.
    pub closed: u32,
}

/// One answer of one rule about one act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The rule, as the catalogue names it.
    pub rule: RuleId,
    /// Rule and paragraph.
    pub citations: &'static [Citation],
    /// Met, breach or undetermined.
    pub outcome: Outcome,
    /// How much the rule weighs.
    pub severity: Severity,
    /// The word of the text.
    pub word: TextWord,
    /// The act it hangs on: the first measure of the confinement, the measure, the plan version or the admission.
    pub anchor: ActId,
    /// The acts whose facts were used, the anchor among them.
    pub acts: Vec<ActId>,
    /// The clock, if the rule has one.
    pub clock: Option<Clock>,
    /// Since when it is so; the first instant of the breach, which may lie before anybody knew.
    pub since: Moment,
    /// When a breach was over. It stays a finding: what happened is not undone.
    pub over: Option<Moment>,
    /// The stretches during which the rule was broken, oldest first.
    pub stretches: Vec<Span>,
    /// When the anchor was recorded, if that was later than `since`: "known since".
    pub known: Option<Moment>,
    /// What else must be said.
    pub flags: Vec<Flag>,
    /// How much of the regime is on record.
    pub coverage: Option<Coverage>,
    /// The planned end that lies beyond the limit.
    pub planned_end: Option<Moment>,
    /// What would remedy it; nothing if nothing can.
    pub remedies: Vec<Remedy>,
    /// The version of the rules.
    pub rule_set: &'static str,
}

impl Finding {
    /// A result of `rule` that hangs on `anchor`; the caller adds what it knows beyond that.
    pub(crate) fn new(rule: RuleId, outcome: Outcome, anchor: ActId, since: Moment) -> Self {
        let row = rule.rule();
        Self {
            rule,
            citations: row.cites,
            outcome,
            severity: row.severity,
            word: row.word,
            anchor,
            acts: vec![anchor],
            clock: None,
            since,
            over: None,
            stretches: Vec::new(),
            known: None,
            flags: Vec::new(),
            coverage: None,
            planned_end: None,
            remedies: Vec::new(),
            rule_set: crate::rule::RULE_SET,
        }
    }

    /// Is this said about the result?
    pub fn has(&self, flag: Flag) -> bool {
        self.flags.contains(&flag)
    }

    /// Does the breach go on?
    pub fn runs(&self) -> bool {
        self.outcome == Outcome::Breach && self.over.is_none()
    }

    /// Takes the stretches of a breach; the first begins it, and it is over when none is open.
    pub(crate) fn broken(&mut self, stretches: Vec<Span>) {
        if let Some(first) = stretches.first() {
            self.since = first.from;
        }
        self.over =
            stretches.iter().map(|stretch| stretch.until).max_by_key(|until| (until.is_none(), *until)).flatten();
        self.stretches = stretches;
    }
}

impl fmt::Display for Finding {
    /// One line for a terminal, such as `NMR-43b breach — Mandela Rules 43(1)(b), 44`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} — {}", self.rule, self.outcome, cited(self.citations))
    }
}

codes! {
    /// What an advisory says.
    AdvisoryKind {
        /// Chains of solitary days close to each other: a short break does not reset the count silently.
        Pattern = "pattern",
        /// The first warning before the limit.
        Warning = "warning",
        /// The last warning before the limit.
        LastWarning = "last_warning",
    }
}

/// Advice to look, set by policy. Never a breach, never refuses anything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Advisory {
    /// The rule it belongs to.
    pub rule: RuleId,
    /// What it says.
    pub kind: AdvisoryKind,
    /// The act it hangs on.
    pub anchor: ActId,
    /// Since when.
    pub since: Moment,
    /// The clock by which it was raised.
    pub clock: Clock,
    /// Solitary time counted, in milliseconds: for a pattern, of all its chains.
    pub counted: i64,
}

/// What a check returns.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Checked {
    /// Breaches, running and over, and what could not be determined.
    pub findings: Vec<Finding>,
    /// What is asked for and not yet due: undetermined, with a clock that has not run out. Nothing is raised for it.
    pub waiting: Vec<Finding>,
    /// What is met. A rule that does not apply to this case has no result at all.
    pub met: Vec<Finding>,
    /// Advice set by policy.
    pub advisories: Vec<Advisory>,
    /// The first instant at which an answer may change though nothing is recorded; check again then.
    pub next_change_at: Option<Moment>,
}

impl Checked {
    pub(crate) fn take(&mut self, result: Finding) {
        if result.outcome == Outcome::Met {
            self.met.push(result);
        } else {
            self.findings.push(result);
        }
    }

    /// Leaves out what is not checked in this place.
    pub(crate) fn keep(&mut self, settings: &Settings) {
        let checks = |rule: RuleId| settings.checks(rule.rule());
        self.findings.retain(|finding| checks(finding.rule));
        self.met.retain(|finding| checks(finding.rule));
        self.waiting.retain(|finding| checks(finding.rule));
        self.advisories.retain(|advisory| checks(advisory.rule));
    }

    /// Takes a result of which the clock may still run: before its limit nobody is told of a fault.
    pub(crate) fn settle(&mut self, result: Finding) {
        let runs = result.clock.as_ref().is_some_and(|clock| clock.until.is_none() && !clock.exceeded());
        if result.outcome == Outcome::Undetermined && runs {
            self.waiting.push(result);
        } else {
            self.take(result);
        }
    }

    /// The findings with this outcome.
    pub fn with(&self, outcome: Outcome) -> impl Iterator<Item = &Finding> {
        self.findings.iter().chain(&self.waiting).chain(&self.met).filter(move |finding| finding.outcome == outcome)
    }
}

impl Serialize for RuleId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}
