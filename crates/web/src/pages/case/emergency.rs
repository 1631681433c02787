//! A file that is open in an emergency says so on every page, with its end; and whoever sees who looked at a file sees who
//! opened it so.

use domain::Part;
use domain::emergency::{EmergencyFacts, EmergencyFinding, EmergencyReason};
use domain::kind::{Act, topic};
use jiff::Timestamp;

use super::{Case, Section};
use crate::pages::emergencies;
use crate::pages::sheet::Block;
use crate::part::{Note, Phrase, State, Tag};

impl Case<'_> {
    /// What whoever opened it in an emergency must know first: until when.
    pub(super) fn emergency_banner(&self) -> Option<Note> {
        let until = self.file.emergency?;
        let title = self.words.say1("emergency-open-until", "hour", self.words.hour(Timestamp::from(until)));
        Some(Note::new(title, self.say("emergency-open-text")))
    }

    /// What an emergency opens besides who the person is: to whom something was sent.
    pub(super) fn sent_block(&self) -> Option<Block> {
        self.file.emergency?;
        let block = Block::new("sent", self.say("emergency-sent"));
        if self.file.sent.is_empty() {
            return Some(block.line(self.say("emergency-sent-none")));
        }
        let links = self.file.sent.iter().map(|line| {
            let told = self.words.say1("emergency-sent-to", "org", self.org(line.org)).into_owned();
            Phrase::link(format!("/referrals/{}", line.referral), told)
        });
        Some(block.items(links.collect()))
    }

    /// An opening that nobody examined yet, for those who see who looked.
    pub(super) fn emergency_note(&self) -> Option<Note> {
        let waiting = self.openings()?.iter().rev().find(|opening| opening.examined.is_empty())?;
        let when = self.words.moment(Timestamp::from(waiting.at));
        let text = Phrase::from(self.words.say1("casework-emergency-seen-text", "when", when)).and(Phrase::link(
            format!("{}#emergencies", self.href(Section::Looks)),
            self.say("casework-emergency-see"),
        ));
        Some(Note::new(self.say("casework-emergency-seen"), text))
    }

    fn openings(&self) -> Option<&[EmergencyFacts]> {
        self.file.parts.contains(Part::Record).then_some(self.file.facts.emergencies.as_slice())
    }

    /// All openings, beside those who looked; nothing where there was none.
    pub(super) fn emergencies_block(&self) -> Option<Block> {
        let openings = self.openings().filter(|openings| !openings.is_empty())?;
        let lines = openings.iter().rev().filter_map(|opening| {
            let recorded = self.act(opening.act)?;
            let Act::File(topic::File::EmergencyOpened(body)) = &recorded.act else { return None };
            let reason = self.words.code(EmergencyReason::LIST, body.reason.code()).into_owned();
            let line = self.by(recorded).and(Phrase::strong(reason)).and(Phrase::name(body.words.as_str()));
            Some(self.examined(opening).into_iter().fold(line, Phrase::and))
        });
        let block = Block::new("emergencies", self.say("casework-emergencies"));
        Some(block.line(self.say("casework-emergencies-text")).items(lines.collect()))
    }

    /// What was found, by each who examined it; or the way to do so.
    fn examined(&self, opening: &EmergencyFacts) -> Vec<Phrase> {
        let mut told: Vec<Phrase> = Vec::new();
        for examined in &opening.examined {
            let state = match examined.found {
                EmergencyFinding::Justified => State::Met,
                EmergencyFinding::NotJustified => State::Breach,
            };
            let found = self.words.code(EmergencyFinding::LIST, examined.found.code()).into_owned();
            told.push(Tag::new(state, found).into());
            if let Some(recorded) = self.act(examined.act)
                && let Act::File(topic::File::EmergencyReviewed(body)) = &recorded.act
            {
                told.push(Phrase::name(body.reason.as_str()).and(self.by(recorded)));
            }
        }
        if self.file.examines.contains(&opening.act) && opening.examined.is_empty() {
            let href = format!("{}/{}", emergencies::PATH, opening.act);
            told.push(Phrase::link(href, self.say("emergencies-examine")));
        }
        told
    }
}
