//! Facts of the posts of one organisation, and what follows from them at an instant.
//!
//! Order does not matter, nor does hearing of an act twice: what is known is a set of spans, each ended by the earliest end
//! that was said. Holds no title and no name. Who reports to whom across organisations is asked of [`crate::command`].

use std::collections::{BTreeMap, BTreeSet};

use crate::id::{AccountId, ActId};
use crate::kind::topic;
use crate::moment::{DAY, Moment, Span};
use crate::post::{CoverKind, CoverProposed, PostOf};
use crate::recorded::Recorded;
use crate::right::Capacity;

/// Nobody stands in longer than this without a new decision, in milliseconds: three months (policy of the installation).
pub const LONGEST_COVER: i64 = 92 * DAY;

/// A post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PostFacts {
    /// What its holder acts as.
    pub capacity: Capacity,
    /// Since when it exists.
    pub from: Moment,
}

/// That somebody holds a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HoldingFacts {
    /// The post.
    pub post: ActId,
    /// Who.
    pub account: AccountId,
    /// As it was recorded; it may have been ended since.
    pub span: Span,
}

/// To which post a post reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineFacts {
    /// The post.
    pub post: ActId,
    /// The one above it; nothing if it reports to nobody.
    pub under: Option<PostOf>,
    /// As it was recorded; it may have been ended since.
    pub span: Span,
}

/// That somebody stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CoverFacts {
    /// The post.
    pub post: ActId,
    /// Who stands in.
    pub account: AccountId,
    /// For whom, as two people said.
    pub holder: Option<AccountId>,
    /// Why.
    pub cover: CoverKind,
    /// The first instant that was asked for.
    pub from: Moment,
    /// The first instant at which no longer.
    pub until: Moment,
    /// Who proposed it.
    pub proposed_by: AccountId,
}

impl CoverFacts {
    pub(crate) fn of(body: &CoverProposed, proposed_by: AccountId) -> Self {
        let CoverProposed { post, account, holder, cover, from, until, .. } = *body;
        Self { post, account, holder, cover, from, until, proposed_by }
    }
}

crate::code::codes! {
    /// Where standing in stands.
    pub CoverState as "cover_state" {
        /// Waiting for a second person.
        Proposed = "proposed",
        /// Confirmed, and its time has not come.
        Ahead = "ahead",
        /// Somebody stands in.
        Runs = "runs",
        /// It is over, or was refused.
        Over = "over",
    }
}

/// Somebody stands in for a post, from when until when, and for whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StandingIn {
    /// The act that proposed it, by which it is called.
    pub cover: ActId,
    /// The post.
    pub post: ActId,
    /// What its holder acts as.
    pub capacity: Capacity,
    /// Who stands in.
    pub account: AccountId,
    /// For whom; nobody, if nobody holds the post.
    pub holder: Option<AccountId>,
    /// The first instant.
    pub from: Moment,
    /// The first instant at which no longer.
    pub until: Moment,
}

impl StandingIn {
    /// When.
    pub fn span(&self) -> Span {
        Span::between(self.from, self.until)
    }
}

/// The posts of one organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PostsFacts {
    posts: BTreeMap<ActId, PostFacts>,
    holdings: BTreeMap<ActId, HoldingFacts>,
    lines: BTreeMap<ActId, LineFacts>,
    covers: BTreeMap<ActId, CoverFacts>,
    /// When each was confirmed.
    confirmed: BTreeMap<ActId, Moment>,
    /// The earliest end that was said of a post, a holding, a line or a cover.
    ends: BTreeMap<ActId, Moment>,
    voided: BTreeSet<ActId>,
}

fn earliest(moments: &mut BTreeMap<ActId, Moment>, of: ActId, at: Moment) {
    moments.entry(of).and_modify(|known| *known = at.min(*known)).or_insert(at);
}

/// The part of a span that lies in another; nothing if it is empty.
pub(crate) fn within(span: Span, outer: Span) -> Option<Span> {
    let from = span.from.max(outer.from);
    let until = match (span.until, outer.until) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    };
    until.is_none_or(|until| from < until).then_some(Span { from, until })
}

/// Have two spans an instant in common?
pub fn overlap(one: Span, other: Span) -> bool {
    within(one, other).is_some()
}

impl PostsFacts {
    /// Takes one act in.
    pub(crate) fn take(&mut self, recorded: &Recorded, act: &topic::Post) {
        let id = recorded.id();
        match act {
            topic::Post::Established(body) => {
                self.posts.insert(id, PostFacts { capacity: body.capacity, from: body.from });
            }
            topic::Post::Renamed(_) => {}
            topic::Post::Abolished(body) => earliest(&mut self.ends, body.post, body.at),
            topic::Post::Taken(body) => {
                let span = Span { from: body.from, until: body.until };
                self.holdings.insert(id, HoldingFacts { post: body.post, account: body.account, span });
            }
            topic::Post::Left(body) => earliest(&mut self.ends, body.taken, body.at),
            topic::Post::Placed(body) => {
                let span = Span { from: body.from, until: body.until };
                self.lines.insert(id, LineFacts { post: body.post, under: body.under, span });
            }
            topic::Post::LineEnded(body) => earliest(&mut self.ends, body.line, body.at),
            topic::Post::CoverProposed(body) => {
                self.covers.insert(id, CoverFacts::of(body, recorded.envelope.actor));
            }
            topic::Post::CoverConfirmed(body) => earliest(&mut self.confirmed, body.cover, recorded.at),
            topic::Post::CoverEnded(body) => earliest(&mut self.ends, body.cover, recorded.at),
            topic::Post::EntryVoided(body) => {
                self.voided.insert(body.of);
            }
        }
    }

    /// Has anything been said of posts here?
    pub fn is_empty(&self) -> bool {
        self.posts.is_empty()
    }

    /// A post.
    pub fn post(&self, post: ActId) -> Option<PostFacts> {
        self.posts.get(&post).copied()
    }

    /// Every post, with when it exists.
    pub fn posts(&self) -> impl Iterator<Item = (ActId, PostFacts, Span)> {
        self.posts.iter().map(|(post, facts)| (*post, *facts, self.ended(*post, Span::since(facts.from))))
    }

    /// When a post exists.
    pub fn exists(&self, post: ActId) -> Option<Span> {
        self.posts.get(&post).map(|facts| self.ended(post, Span::since(facts.from)))
    }

    fn ended(&self, of: ActId, span: Span) -> Span {
        self.ends.get(&of).map_or(span, |end| span.ended(*end))
    }

    /// A span as it counts: ended by what was said since, and no longer than its post.
    fn counts(&self, of: ActId, post: ActId, span: Span) -> Option<Span> {
        if self.voided.contains(&of) {
            return None;
        }
        within(self.ended(of, span), self.exists(post)?)
    }

    /// Who holds which post, when: every holding that counts.
    pub fn holdings(&self) -> impl Iterator<Item = (ActId, HoldingFacts)> {
        self.holdings.iter().filter_map(|(id, held)| {
            Some((*id, HoldingFacts { span: self.counts(*id, held.post, held.span)?, ..*held }))
        })
    }

    /// To which post each post reports, when: every line that counts.
    pub fn lines(&self) -> impl Iterator<Item = (ActId, LineFacts)> {
        self.lines
            .iter()
            .filter_map(|(id, line)| Some((*id, LineFacts { span: self.counts(*id, line.post, line.span)?, ..*line })))
    }

    /// A holding that counts.
    pub fn holding(&self, taken: ActId) -> Option<HoldingFacts> {
        self.holdings().find(|(id, _)| *id == taken).map(|(_, held)| held)
    }

    /// A line that counts.
    pub fn line(&self, placed: ActId) -> Option<LineFacts> {
        self.lines().find(|(id, _)| *id == placed).map(|(_, line)| line)
    }

    /// Was this entry voided?
    pub fn is_voided(&self, of: ActId) -> bool {
        self.voided.contains(&of)
    }

    /// Who holds a post at an instant. If two were recorded for it, the one that began last.
    pub fn holder_at(&self, post: ActId, at: Moment) -> Option<AccountId> {
        let held = self.holdings().filter(|(_, held)| held.post == post && held.span.holds(at));
        held.max_by_key(|(id, held)| (held.span.from, *id)).map(|(_, held)| held.account)
    }

    /// From this instant on, the first at which somebody else holds the post, or nobody any more, or now somebody.
    fn holder_changes(&self, post: ActId, from: Moment) -> Option<Moment> {
        let holder = self.holder_at(post, from);
        let mut edges: Vec<Moment> = self
            .holdings()
            .filter(|(_, held)| held.post == post)
            .flat_map(|(_, held)| [Some(held.span.from), held.span.until])
            .flatten()
            .filter(|edge| *edge > from)
            .collect();
        edges.sort_unstable();
        edges.into_iter().find(|edge| self.holder_at(post, *edge) != holder)
    }

    /// Is a post held by one and the same person, or by nobody, all the time?
    pub(crate) fn one_holder(&self, post: ActId, from: Moment, until: Moment) -> bool {
        self.holder_changes(post, from).is_none_or(|change| change >= until)
    }

    /// What was proposed of somebody standing in.
    pub fn cover(&self, cover: ActId) -> Option<CoverFacts> {
        self.covers.get(&cover).copied()
    }

    /// Everything that was proposed of standing in.
    pub fn covers(&self) -> impl Iterator<Item = (ActId, CoverFacts)> {
        self.covers.iter().map(|(id, cover)| (*id, *cover))
    }

    /// Where a cover stands at an instant.
    pub fn cover_state(&self, cover: ActId, at: Moment) -> CoverState {
        let Some(facts) = self.covers.get(&cover) else { return CoverState::Over };
        if self.ends.get(&cover).is_some_and(|end| *end <= at) || facts.until <= at {
            return CoverState::Over;
        }
        if !self.confirmed.contains_key(&cover) {
            return CoverState::Proposed;
        }
        match self.stands_in(cover) {
            Some(stands) if at < stands.from => CoverState::Ahead,
            Some(stands) if at < stands.until => CoverState::Runs,
            _ => CoverState::Over,
        }
    }

    /// Somebody stands in by this, if it was confirmed: never before that, for nobody else than was said, and no longer than
    /// the holder stays the same.
    pub fn stands_in(&self, cover: ActId) -> Option<StandingIn> {
        let CoverFacts { post, account, holder, from, until, .. } = self.cover(cover)?;
        let from = from.max(*self.confirmed.get(&cover)?);
        let span = self.counts(cover, post, Span::between(from, until))?;
        let until = [span.until, self.holder_changes(post, span.from)].into_iter().flatten().min()?;
        let capacity = self.post(post)?.capacity;
        // Whoever is found later to have held the post is not the one for whom two people said it.
        let same = self.holder_at(post, span.from) == holder && holder != Some(account);
        let stands = StandingIn { cover, post, capacity, account, holder, from: span.from, until };
        (same && stands.from < until).then_some(stands)
    }

    /// In which post somebody was, beside whoever holds it, and when. Wider than standing in: it counts also where the holder
    /// was found later to have been another, for what was done in the post was done.
    pub fn acting_in(&self) -> impl Iterator<Item = (ActId, AccountId, Span)> {
        self.confirmed.iter().filter_map(|(cover, confirmed)| {
            let CoverFacts { post, account, from, until, .. } = self.cover(*cover)?;
            let span = match self.stands_in(*cover) {
                Some(stands) => stands.span(),
                None => self.counts(*cover, post, Span::between(from.max(*confirmed), until))?,
            };
            Some((post, account, span))
        })
    }

    /// Everybody who stands in, stood in or will.
    pub fn standing_in(&self) -> impl Iterator<Item = StandingIn> {
        self.confirmed.keys().filter_map(|cover| self.stands_in(*cover))
    }
}
