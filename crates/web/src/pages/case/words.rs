//! How a case tells of people, places, times and rules.

use domain::{AccountId, ActId, Date, Moment, OrgId, Recorded};
use jiff::{SignedDuration, Timestamp};
use safeguards::{Finding, Limit};

use super::Case;
use crate::form::Whose;
use crate::part::{Bar, Margin, Phrase, Said, State, Tag, When};
use crate::words::dashed;

impl Case<'_> {
    /// The name of an organisation.
    pub(crate) fn org(&self, org: OrgId) -> String {
        self.file
            .shown
            .orgs
            .get(&org.stream())
            .filter(|name| !name.is_empty())
            .cloned()
            .unwrap_or_else(|| self.say("casework-some-org"))
    }

    /// The name of a colleague.
    pub(crate) fn staff(&self, account: AccountId) -> String {
        self.file.shown.staff.get(&account.stream()).cloned().unwrap_or_else(|| self.say("casework-somebody"))
    }

    /// The calendar day of a moment at the place.
    pub(crate) fn day(&self, at: Moment) -> Date {
        at.date_in(self.words.zone())
    }

    /// Today at the place.
    pub(crate) fn today(&self) -> Date {
        self.day(self.file.now)
    }

    /// A moment.
    pub(crate) fn when(&self, at: Moment) -> When {
        When::moment(self.words, Timestamp::from(at))
    }

    /// A day.
    pub(crate) fn on(&self, date: Date) -> When {
        When::date(self.words, date)
    }

    /// Who recorded something, for whom, when.
    pub(crate) fn by(&self, recorded: &Recorded) -> Phrase {
        let envelope = &recorded.envelope;
        let capacity = self.words.code("capacity", envelope.capacity.code()).into_owned();
        let comma = self.say("shell-comma");
        Phrase::name(self.staff(envelope.actor))
            .and(format!("({capacity}{comma}{})", self.org(envelope.org)))
            .and(self.when(recorded.concerns()))
    }

    /// Somebody's own words, in whatever language they are, with who says so.
    pub(crate) fn said(&self, text: &str, by: impl Into<Phrase>) -> Said {
        Said::new(language_of(text), text, by)
    }

    /// The act with this id, if it is in the file.
    pub(crate) fn act(&self, id: ActId) -> Option<&Recorded> {
        self.file.acts.iter().find(|recorded| recorded.id() == id)
    }

    /// The text of a key with one date in it.
    pub(crate) fn dated(&self, key: &str, date: Date) -> String {
        self.words.say1(key, "day", self.words.date(date)).into_owned()
    }

    /// The state of a rule.
    pub(crate) fn outcome(&self, finding: &Finding) -> Tag {
        let state = match finding.outcome {
            domain::look::Outcome::Met => State::Met,
            domain::look::Outcome::Breach => State::Breach,
            domain::look::Outcome::Undetermined => State::Unknown,
        };
        if finding.over.is_some() {
            return Tag::new(state, self.say("casework-breach-over"));
        }
        Tag::of(state, self.words)
    }

    /// How much of the limit of a finding is used.
    pub(crate) fn bar(&self, finding: &Finding) -> Option<Bar> {
        let clock = finding.clock.as_ref()?;
        let (used, limit) =
            (SignedDuration::from_millis(clock.elapsed), SignedDuration::from_millis(clock.limit.millis()));
        Some(Bar::new(self.words, used, limit, whose(&clock.limit)))
    }

    /// The rule of a finding, for the margin.
    pub(crate) fn rule_beside(&self, finding: &Finding) -> Margin {
        rule_margin(self.words, finding.rule.rule().key, finding.clock.as_ref().map(|clock| &clock.limit)).note(
            Phrase::code(finding.rule.id())
                .and(self.words.say1("casework-rule-set", "version", finding.rule_set))
                .and(Phrase::link(crate::pages::rules::address(finding.rule.rule()), self.words.say("rules-one"))),
        )
    }

    /// A rule from the words of the forms, for the margin.
    pub(crate) fn cite(&self, key: &str, whose: Whose) -> Margin {
        Margin::new(self.words, self.say(&format!("cite-{key}")), self.say(&format!("cite-{key}-text")), whose)
    }

    /// One sentence of a rule: `title`, `breach`, `undetermined`, `remedy`.
    pub(crate) fn of_rule(&self, finding: &Finding, what: &str) -> String {
        self.say(&format!("{}-{}", finding.rule.rule().key, dashed(what)))
    }
}

/// The rule with this key, for the margin.
pub(crate) fn rule_margin(words: &crate::words::Words, key: &str, limit: Option<&Limit>) -> Margin {
    let margin = Margin::new(
        words,
        words.say(&format!("{key}-cite")),
        words.say(key),
        match limit {
            Some(Limit::UnLimit { .. }) => Whose::Limit,
            _ => Whose::Text,
        },
    );
    match limit {
        Some(Limit::PolicyClock { minutes, set_by: by, .. }) => {
            let span = words.span_of(SignedDuration::from_mins(i64::from(*minutes)));
            let text = format!("{} {}", words.say1("casework-clock-set", "limit", span), set_by(words, by));
            margin.and(words, text, Whose::Policy)
        }
        Some(Limit::NationalLimit { hours, set_by: by, .. }) => {
            let span = words.span_of(SignedDuration::from_hours(i64::from(*hours)));
            let text = format!("{} {}", words.say1("rules-national-limit", "length", span), set_by(words, by));
            margin.and(words, text, Whose::Policy)
        }
        _ => margin,
    }
}

/// Who set a clock or a limit that is not of the text.
pub(crate) fn set_by(words: &crate::words::Words, by: &str) -> String {
    if by == safeguards::settings::PROPOSED {
        words.say("rules-set-by-proposal").into_owned()
    } else {
        words.say1("rules-set-by", "who", by.to_owned()).into_owned()
    }
}

/// Whose a limit is.
pub(crate) fn whose(limit: &Limit) -> Whose {
    match limit {
        Limit::UnLimit { .. } => Whose::Limit,
        Limit::NationalLimit { .. } | Limit::PolicyClock { .. } => Whose::Policy,
    }
}

/// The language that a text is most likely in, from its script: it decides on direction and typeface, nothing else.
pub(crate) fn language_of(text: &str) -> &'static str {
    match text.chars().find(|c| c.is_alphabetic()) {
        Some('\u{600}'..='\u{6ff}') => "ar",
        Some('\u{400}'..='\u{4ff}') => "ru",
        Some('\u{4e00}'..='\u{9fff}') => "zh",
        _ => "und",
    }
}
