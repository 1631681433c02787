//! Who may see a case besides those whose work it is: a restriction to named people, and conflicts of interest.
//!
//! Shown to those who see the record of looks. Whoever is kept from the file sees no page of it at all.

use domain::kind::{Act, topic};
use domain::{AccountId, Kind};

use super::{Case, Section};
use crate::pages::sheet::Block;
use crate::part::{Note, Phrase};

impl Case<'_> {
    /// What every reader of a restricted file must know first.
    pub(super) fn restriction_note(&self) -> Option<Note> {
        let restriction = self.file.facts.restricted.as_ref()?;
        let mut text = Phrase::from(self.dated("sight-restricted-text", self.day(restriction.since)));
        if restriction.named.is_empty() {
            text = text.and(self.say("sight-restricted-moved"));
        } else {
            let names: Vec<String> = restriction.named.iter().map(|account| self.staff(*account)).collect();
            let names = names.join(&self.say("casework-semicolon"));
            text = text.and(self.words.say1("sight-restricted-to", "names", names).into_owned());
        }
        if self.may(Kind::FileRestrictionLifted) {
            text = text.and(Phrase::link(self.href(Section::Looks), self.say("sight-change")));
        }
        Some(Note::new(self.say("sight-restricted"), text))
    }

    /// The block about who may see the file.
    pub(super) fn sight_block(&self) -> Block {
        let facts = &self.file.facts;
        let mut block = Block::new("sight", self.say("sight-title")).line(self.say("sight-text"));
        let reason = facts.restricted.as_ref().and_then(|restriction| self.act(restriction.act));
        if let Some(recorded) = reason
            && let Act::File(topic::File::Restricted(body)) = &recorded.act
        {
            block = block.with(self.said(body.reason.as_str(), self.by(recorded)));
        }
        let standing = facts.conflicts.iter().filter(|row| row.span.until.is_none());
        let told: Vec<Phrase> = standing
            .map(|row| {
                let (account, tie) = row.value;
                let day = self.dated("sight-conflict-since", self.day(row.span.from));
                let tie = self.words.code("tie", tie.code()).into_owned();
                Phrase::name(self.staff(account)).and(tie).note(day)
            })
            .collect();
        if !told.is_empty() {
            block = block.heading(self.say("sight-conflicts")).items(told);
        }
        let doors =
            [Kind::FileRestricted, Kind::FileRestrictionLifted, Kind::FileConflictDeclared, Kind::FileConflictEnded];
        let ways: Vec<Phrase> = doors
            .into_iter()
            .filter(|kind| self.may(*kind))
            .map(|kind| Phrase::link(self.doing(kind, &[]), self.title_of(kind)))
            .collect();
        if ways.is_empty() { block } else { block.heading(self.say("sight-do")).items(ways) }
    }

    /// Accounts whose conflict of interest stands, with their names.
    pub(super) fn barred(&self) -> Vec<(AccountId, String)> {
        let standing = self.file.facts.conflicts.iter().filter(|row| row.span.until.is_none());
        standing.map(|row| (row.value.0, self.staff(row.value.0))).collect()
    }
}
