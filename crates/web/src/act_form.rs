//! The form of every act that people perform: what it asks, in plain data, and how an answer becomes the body of the act.
//!
//! [`of`] finds the form of a kind. A page draws it with [`crate::form::FormSpec::show`] and reads it with [`ActForm::parse`]. What the
//! page must bring along is named by the form: the options of each pick ([`ActForm::picks`]) and the values that
//! come from where it was opened ([`ActForm::fixed`]). Whether the act may be done, is possible or is forbidden by a safeguard is not
//! judged here; nothing is looked up, and no word is written in this code.

mod account;
mod assessment;
pub mod begin_referral;
mod consent;
mod custody;
pub(crate) mod daily;
mod directory;
mod file;
mod health;
mod inspection;
mod keeping;
mod measure;
mod not_possible;
mod organisation;
mod parse;
pub mod place_lost;
mod plan;
mod post;
mod reception;
mod referral;
mod release;
mod restraint;
mod search;
mod session;
mod under_measure;
mod weighing;

pub(crate) use file::IN_PRISON;
pub(crate) use post::PLACED;

use crate::form::{Cite, Field, FormSpec, Kind as FieldKind, Section, Whose};
use domain::{Capacity, Kind, Line, Text, kind::Nature, organisation::OrgKind};

/// Where the options of a pick come from. The page fills them with what the reader may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Goals of the plan version, by number from 1.
    Goal,
    /// Consents that hold, by the act that gave them.
    Consent,
    /// Referrals of the case, by their own id.
    Referral,
    /// Services that are published.
    Services,
    /// Organisations of these kinds.
    Orgs(&'static [OrgKind]),
    /// Open accounts with one of these capacities.
    Accounts(&'static [Capacity]),
    /// Posts, of this organisation and others.
    Posts,
    /// The own account; for those who lead a prison also the open accounts there.
    Led,
    /// Reviews from outside the line of command that say that a measure may go on, by the act of the review.
    OutsideReviews,
    /// What the health service told the director of a measure and nobody answered, by the act that told it.
    HealthSaid,
    /// Orders of a restraint, by the act that gave them.
    RestraintOrders,
    /// Accounts whose conflict of interest stands on the case.
    Barred,
    /// Requests for the health service that were not seen to, by the act that made them.
    Care,
    /// Advice and clinical decisions that are not followed yet, by the act that gave them.
    Advice,
    /// Accommodation that was asked for and not decided, by the act that asked.
    Accommodation,
}

/// What a form says of the time that the act concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// Nothing: it concerns the moment of recording, or the body itself holds the times.
    Now,
    /// A report: it may have happened before it is recorded. Empty means now.
    Happened,
    /// A decision that takes effect from a stated time. Empty means now.
    From,
}

/// The form of one kind of act, or of several acts that people do in one breath.
#[derive(Clone, Copy, Debug)]
pub struct ActForm {
    /// The kind of the act; of several, the one that stands in the stream where the form is opened.
    pub kind: Kind,
    /// What is asked.
    pub spec: FormSpec,
    /// The picks, by path, and where their options come from.
    pub picks: &'static [(&'static str, Source)],
    /// The kinds of all acts that this form makes, if it makes several: then a function beside the form splits its answer.
    pub composes: &'static [Kind],
    /// Answers that are numbers in the body although they are picked or carried along.
    numbers: &'static [&'static str],
    /// Groups that may be left out as a whole, and the answers that each needs once anything of it is answered.
    groups: &'static [Group],
    /// Pairs of dates or moments of which the second must not lie before the first.
    in_order: &'static [(&'static str, &'static str)],
    /// A list in the body that is asked code by code.
    coded: Option<Coded>,
}

/// A group that may be left out as a whole.
#[derive(Clone, Copy, Debug)]
struct Group {
    /// The path above its answers.
    path: &'static str,
    /// What must be answered once anything in it is.
    needs: &'static [&'static str],
}

/// A list of `{<key>: code, …}` in the body, asked as one question for each code: `<list>.<code>.…`.
#[derive(Clone, Copy, Debug)]
struct Coded {
    list: &'static str,
    key: &'static str,
    codes: &'static [&'static str],
    /// The answer without which a code counts as not asked.
    needs: &'static str,
}

/// Longest short account: some sentences.
const SHORT: usize = 1000;
/// Longest full account.
const FULL: usize = Text::MAX;

/// The time that the act concerns. It stands outside the body.
const CONCERNS: &str = "concerns";

/// The question for that time.
const WHEN: Field = Field::moment(CONCERNS).hint();

impl ActForm {
    const fn new(kind: Kind, submit: &'static str, sections: &'static [Section]) -> Self {
        Self {
            kind,
            spec: FormSpec { id: kind.row().name, sections, submit },
            picks: &[],
            composes: &[],
            numbers: &[],
            groups: &[],
            in_order: &[],
            coded: None,
        }
    }

    const fn picks(mut self, picks: &'static [(&'static str, Source)]) -> Self {
        self.picks = picks;
        self
    }

    const fn composes(mut self, kinds: &'static [Kind]) -> Self {
        self.composes = kinds;
        self
    }

    const fn numbers(mut self, paths: &'static [&'static str]) -> Self {
        self.numbers = paths;
        self
    }

    const fn groups(mut self, groups: &'static [Group]) -> Self {
        self.groups = groups;
        self
    }

    const fn in_order(mut self, pairs: &'static [(&'static str, &'static str)]) -> Self {
        self.in_order = pairs;
        self
    }

    const fn coded(mut self, coded: Coded) -> Self {
        self.coded = Some(coded);
        self
    }

    /// What the form says of the time that the act concerns.
    pub fn timing(&self) -> Timing {
        match self.kind.row().nature {
            _ if self.spec.field(CONCERNS).is_none() => Timing::Now,
            Nature::Decision => Timing::From,
            Nature::Report => Timing::Happened,
        }
    }

    /// Paths of the values that come from where the form was opened, such as the plan version or the measure. The page puts them in
    /// with [`ActForm::opened`].
    pub fn fixed(&self) -> impl Iterator<Item = &'static str> {
        let fields = self.spec.sections.iter().flat_map(|section| section.fields);
        fields.filter(|field| matches!(field.kind, FieldKind::Hidden { .. })).map(|field| field.path)
    }

    /// The key of the act as a heading or a link, such as "Record a health visit".
    pub fn title(&self) -> String {
        act_key("act", self.kind)
    }
}

/// The key of the sentence that a timeline shows for an act of this kind, such as "A measure was imposed".
pub fn told(kind: Kind) -> String {
    act_key("kind", kind)
}

fn act_key(before: &str, kind: Kind) -> String {
    format!("{before}-{}", crate::words::dashed(kind.row().name))
}

/// The form of a kind; none if the installation records it by itself, or if it is made by the form of another kind.
pub fn of(kind: Kind) -> Option<&'static ActForm> {
    ALL.iter().copied().flatten().find(|form| form.kind == kind)
}

/// Every form, by topic.
static ALL: &[&[ActForm]] = &[
    custody::FORMS,
    file::FORMS,
    keeping::FORMS,
    assessment::FORMS,
    plan::FORMS,
    consent::FORMS,
    referral::FORMS,
    session::FORMS,
    begin_referral::FORMS,
    measure::FORMS,
    under_measure::FORMS,
    place_lost::FORMS,
    release::FORMS,
    daily::FORMS,
    reception::FORMS,
    health::FORMS,
    weighing::FORMS,
    restraint::FORMS,
    search::FORMS,
    organisation::FORMS,
    directory::FORMS,
    post::FORMS,
    inspection::FORMS,
    account::FORMS,
];

/// Every form there is.
pub fn all() -> impl Iterator<Item = &'static ActForm> {
    ALL.iter().copied().flatten()
}

/// A section without a heading.
const fn plain(fields: &'static [Field]) -> Section {
    Section { legend: "", cite: None, fields }
}

/// A section under a heading.
const fn headed(legend: &'static str, fields: &'static [Field]) -> Section {
    Section { legend, cite: None, fields }
}

/// A section with the rule of the United Nations beside it.
const fn under(legend: &'static str, rule: &'static str, fields: &'static [Field]) -> Section {
    Section { legend, cite: Some(Cite { key: rule, whose: Whose::Text }), fields }
}

/// One line, of any length that a line may have.
const fn line(path: &'static str) -> Field {
    Field::text(path, Line::MAX)
}

/// An id that comes from where the form was opened.
const fn carried(path: &'static str) -> Field {
    Field::hidden(path, 36).required()
}

#[cfg(test)]
mod composed_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod words_tests;
