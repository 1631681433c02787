//! The posts of one organisation: who holds each, to whom it reports, who stands in today; and what waits of it.
//!
//! For everybody who works there, for who keeps its posts, and for oversight. It opens nothing of any case.

use std::collections::BTreeMap;

use access::Actor;
use domain::kind::{Act, topic};
use domain::look::ListName;
use domain::post::{CoverKind, PostOf};
use domain::post_facts::{CoverState, HoldingFacts, LineFacts, PostsFacts, overlap};
use domain::registry::OrgFacts;
use domain::{AccountId, ActId, Capacity, Date, Kind, Moment, OrgId, Part, Recorded, Span};
use store::{Tx, Val};

use super::{Shown, listed, resting};
use crate::App;
use crate::disclosed::Disclosed;
use crate::posts;
use crate::refusal::{Fault, Refusal};

/// The posts of one organisation, on a day or of all time.
#[derive(Debug, Clone)]
pub struct Posts {
    /// The organisation.
    pub org: OrgId,
    /// Its name.
    pub org_name: String,
    /// As of which day; nothing for the whole course of one post.
    pub day: Option<Date>,
    /// The posts that were asked for, by title.
    pub posts: Vec<PostLine>,
    /// Who stands in, will, or was proposed to, those that wait for a second person first; of another day than today, who
    /// stood in; of one post everything, the newest first.
    pub covers: Vec<CoverLine>,
    /// Open accounts of the organisation, for whoever may record who holds a post or stands in.
    pub staff: Vec<(AccountId, String, Capacity)>,
    /// Posts of the organisation and of others, for whoever may record where one reports.
    pub all: Vec<(PostOf, String)>,
    /// What the asker may do here, by the table alone.
    pub may: Vec<Kind>,
    /// When it was drawn up.
    pub now: Moment,
}

/// One post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostLine {
    /// The post.
    pub post: ActId,
    /// What people call it.
    pub title: String,
    /// The unit or wing.
    pub unit: Option<String>,
    /// What its holder acts as.
    pub capacity: Capacity,
    /// When it exists.
    pub exists: Span,
    /// Who holds it, in the order of time.
    pub held: Vec<HolderLine>,
    /// Where it reports, in the order of time. What nobody said is not known.
    pub lines: Vec<ReportLine>,
    /// Who stands in.
    pub stands_in: Vec<(String, Span)>,
    /// May the asker say who stands in for it?
    pub says_cover: bool,
}

impl PostLine {
    /// Who holds it at an instant.
    pub fn holder(&self, at: Moment) -> Option<&HolderLine> {
        self.held.iter().rev().find(|held| held.span.holds(at))
    }

    /// Where it reports at an instant; nothing, if nobody said.
    pub fn line(&self, at: Moment) -> Option<&ReportLine> {
        self.lines.iter().rev().find(|line| line.span.holds(at))
    }
}

/// Who holds a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HolderLine {
    /// The act by which it was taken.
    pub taken: ActId,
    /// Who.
    pub account: AccountId,
    /// The name.
    pub name: String,
    /// When.
    pub span: Span,
}

/// Where a post reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportLine {
    /// The act that says so.
    pub line: ActId,
    /// The post above it; nothing, if it reports to nobody: it is the head.
    pub to: Option<Above>,
    /// When.
    pub span: Span,
}

/// A post above another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Above {
    /// Which.
    pub post: PostOf,
    /// What people call it.
    pub title: String,
    /// The name of its organisation, if it is another one.
    pub org: Option<String>,
}

/// That somebody stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverLine {
    /// The act that proposed it.
    pub cover: ActId,
    /// The post.
    pub post: ActId,
    /// What people call it.
    pub title: String,
    /// Who stands in.
    pub name: String,
    /// Whether that is the asker.
    pub own: bool,
    /// For whom, if somebody holds the post.
    pub holder: Option<String>,
    /// Why.
    pub cover_kind: CoverKind,
    /// The order it rests on.
    pub basis: String,
    /// The first instant.
    pub from: Moment,
    /// The first instant at which no longer.
    pub until: Moment,
    /// Where it stands.
    pub state: CoverState,
    /// Who proposed it, by name.
    pub proposed_by: String,
    /// Whether that was the asker.
    pub own_proposal: bool,
}

/// Titles and units of posts, and the orders that standing in rests on.
#[derive(Default)]
struct Words {
    posts: BTreeMap<ActId, (String, Option<String>)>,
    basis: BTreeMap<ActId, String>,
}

impl Words {
    fn of(acts: &[Recorded]) -> Self {
        let mut words = Self::default();
        let text = |line: &domain::Line| line.to_string();
        for recorded in acts {
            match &recorded.act {
                Act::Post(topic::Post::Established(body)) => {
                    words.posts.insert(recorded.id(), (text(&body.title), body.unit.as_ref().map(text)));
                }
                Act::Post(topic::Post::Renamed(body)) => {
                    words.posts.insert(body.post, (text(&body.title), body.unit.as_ref().map(text)));
                }
                Act::Post(topic::Post::CoverProposed(body)) => {
                    words.basis.insert(recorded.id(), text(&body.basis));
                }
                _ => {}
            }
        }
        words
    }

    fn title(&self, post: ActId) -> String {
        self.posts.get(&post).map(|(title, _)| title.clone()).unwrap_or_default()
    }
}

/// What is asked of the posts of an organisation.
#[derive(Clone, Copy)]
enum Asked {
    /// How it was on a day.
    Day(Date),
    /// The whole course of one post.
    Post(ActId),
}

impl App {
    /// The posts of an organisation as of a day, without one as of today.
    pub fn posts(&self, actor: &Actor, org: OrgId, day: Option<Date>) -> Result<Disclosed<Posts>, Refusal> {
        self.posts_asked(actor, org, |now| Asked::Day(day.unwrap_or_else(|| now.date_in(&self.zone))))
    }

    /// One post of an organisation, from its beginning on.
    pub fn post(&self, actor: &Actor, org: OrgId, post: ActId) -> Result<Disclosed<Posts>, Refusal> {
        self.posts_asked(actor, org, |_| Asked::Post(post))
    }

    fn posts_asked(
        &self,
        actor: &Actor,
        org: OrgId,
        asked: impl Fn(Moment) -> Asked,
    ) -> Result<Disclosed<Posts>, Refusal> {
        self.show(actor, |tx, now| {
            let asked = asked(now);
            let reading = self.reading(tx, actor, org.stream(), now)?;
            if !reading.opens(org.stream(), Part::Posts) {
                return Err(Refusal::NotYours);
            }
            let acts = self.opened(tx, org.stream())?;
            let (facts, words) = (OrgFacts::of(acts.iter()).posts, Words::of(&acts));
            let mut shown = Shown::default();
            self.show_org(tx, &mut shown, org)?;
            let may = self.may(tx, actor, org.stream(), now)?;
            let mut posts = Vec::new();
            for (post, of_post, exists) in facts.posts() {
                let during = match asked {
                    Asked::Day(day) => self.span_of_day(day),
                    Asked::Post(of) if of != post => continue,
                    Asked::Post(_) => exists,
                };
                if !overlap(exists, during) {
                    continue;
                }
                let (title, unit) = words.posts.get(&post).cloned().unwrap_or_default();
                let says_cover =
                    may.contains(&Kind::PostCoverProposed) && posts::says_who_stands_in(tx, actor, org, post, now)?;
                posts.push(PostLine {
                    post,
                    title,
                    unit,
                    capacity: of_post.capacity,
                    exists,
                    held: self.holders(&facts, post, during),
                    lines: self.report_lines(tx, &mut shown, (org, post), &facts, during)?,
                    stands_in: self.stand_ins(&facts, post, during),
                    says_cover,
                });
            }
            let day = match asked {
                Asked::Day(day) => Some(day),
                Asked::Post(_) if posts.is_empty() => return Err(Refusal::NotYours),
                Asked::Post(_) => None,
            };
            posts.sort_by(|one, other| (&one.title, one.post).cmp(&(&other.title, other.post)));
            let keeps = may.contains(&Kind::PostTaken) || posts.iter().any(|line| line.says_cover);
            let value = Posts {
                org,
                org_name: shown.orgs.get(&org.stream()).cloned().unwrap_or_default(),
                day,
                posts,
                covers: self.cover_lines(actor, &facts, &words, asked, now),
                staff: if keeps { self.staff_of(tx, org)? } else { Vec::new() },
                all: if may.contains(&Kind::PostPlaced) { self.posts_anywhere(tx, org)? } else { Vec::new() },
                may,
                now,
            };
            let rests_on = resting(&[org.stream()], Part::Posts);
            listed(tx, actor, now, (ListName::Posts, vec![org.stream()]), (value, rests_on))
        })
    }

    fn staff_name(&self, account: AccountId) -> String {
        self.names.staff(account.stream()).unwrap_or_default()
    }

    fn holders(&self, facts: &PostsFacts, post: ActId, during: Span) -> Vec<HolderLine> {
        let held = facts.holdings().filter(|(_, held)| held.post == post && overlap(held.span, during));
        let line = |(taken, held): (ActId, HoldingFacts)| HolderLine {
            taken,
            account: held.account,
            name: self.staff_name(held.account),
            span: held.span,
        };
        let mut held: Vec<HolderLine> = held.map(line).collect();
        held.sort_by_key(|held| (held.span.from, held.taken));
        held
    }

    fn stand_ins(&self, facts: &PostsFacts, post: ActId, during: Span) -> Vec<(String, Span)> {
        let stands = facts.standing_in().filter(|stands| stands.post == post && overlap(stands.span(), during));
        let mut stands: Vec<_> = stands.map(|stands| (self.staff_name(stands.account), stands.span())).collect();
        stands.sort_by_key(|(_, span)| span.from);
        stands
    }

    fn report_lines(
        &self,
        tx: &mut Tx<'_>,
        shown: &mut Shown,
        (org, post): (OrgId, ActId),
        facts: &PostsFacts,
        during: Span,
    ) -> Result<Vec<ReportLine>, Fault> {
        let mut lines = Vec::new();
        for (line, LineFacts { under, span, .. }) in
            facts.lines().filter(|(_, line)| line.post == post && overlap(line.span, during))
        {
            let to = match under {
                None => None,
                Some(under) => {
                    let title = self.names.post(under.post).unwrap_or_default();
                    self.show_org(tx, shown, under.org)?;
                    let other = shown.orgs.get(&under.org.stream()).filter(|_| under.org != org).cloned();
                    Some(Above { post: under, title, org: other })
                }
            };
            lines.push(ReportLine { line, to, span });
        }
        lines.sort_by_key(|line| (line.span.from, line.line));
        Ok(lines)
    }

    fn cover_lines(
        &self,
        actor: &Actor,
        facts: &PostsFacts,
        words: &Words,
        asked: Asked,
        now: Moment,
    ) -> Vec<CoverLine> {
        let today = now.date_in(&self.zone);
        let wanted = |line: &CoverLine| match asked {
            Asked::Post(post) => line.post == post,
            Asked::Day(day) if day == today => line.state != CoverState::Over,
            Asked::Day(day) => {
                facts.stands_in(line.cover).is_some_and(|stands| overlap(stands.span(), self.span_of_day(day)))
            }
        };
        let mut lines: Vec<CoverLine> = facts
            .covers()
            .map(|(cover, asked)| {
                let stands = facts.stands_in(cover);
                let from = stands.map_or(asked.from, |stands| stands.from);
                CoverLine {
                    cover,
                    post: asked.post,
                    title: words.title(asked.post),
                    name: self.staff_name(asked.account),
                    own: asked.account == actor.account,
                    holder: facts.holder_at(asked.post, from).map(|holder| self.staff_name(holder)),
                    cover_kind: asked.cover,
                    basis: words.basis.get(&cover).cloned().unwrap_or_default(),
                    from,
                    until: stands.map_or(asked.until, |stands| stands.until),
                    state: facts.cover_state(cover, now),
                    proposed_by: self.staff_name(asked.proposed_by),
                    own_proposal: asked.proposed_by == actor.account,
                }
            })
            .filter(wanted)
            .collect();
        match asked {
            Asked::Day(_) => lines.sort_by_key(|line| (line.state, line.from, line.cover)),
            Asked::Post(_) => lines.sort_by_key(|line| (std::cmp::Reverse(line.from), line.cover)),
        }
        lines
    }

    fn staff_of(&self, tx: &mut Tx<'_>, org: OrgId) -> Result<Vec<(AccountId, String, Capacity)>, Fault> {
        let rows = tx.all(
            "select stream, capacity, sign_in from account where org = $1 and state = 'open' order by sign_in",
            &[Val::Blob(&org.bytes())],
            |row| Ok((AccountId::from_bytes(row.get(0)?), row.get::<String>(1)?, row.get::<String>(2)?)),
        )?;
        let staff = rows.into_iter().filter_map(|(account, capacity, sign_in)| {
            Some((account, self.names.staff(account.stream()).unwrap_or(sign_in), capacity.parse().ok()?))
        });
        Ok(staff.collect())
    }

    /// Posts that exist, those of the organisation first.
    fn posts_anywhere(&self, tx: &mut Tx<'_>, org: OrgId) -> Result<Vec<(PostOf, String)>, Fault> {
        let mut shown = Shown::default();
        let (mut own, mut others) = (Vec::new(), Vec::new());
        for (other, facts) in self.all_posts(tx)? {
            self.show_org(tx, &mut shown, other)?;
            let name = shown.orgs.get(&other.stream()).cloned().unwrap_or_default();
            for (post, _, exists) in facts.posts() {
                if exists.until.is_some() {
                    continue;
                }
                let title = self.names.post(post).unwrap_or_default();
                let of = PostOf { org: other, post };
                if other == org { own.push((of, title)) } else { others.push((of, format!("{title} ({name})"))) }
            }
        }
        own.sort_by(|one, other| one.1.cmp(&other.1));
        others.sort_by(|one, other| one.1.cmp(&other.1));
        own.extend(others);
        Ok(own)
    }

    /// The posts that the asker stands in for now: of their own account, as what happened to it is.
    pub fn stands_in_for(&self, actor: &Actor) -> Result<Vec<posts::Acting>, Refusal> {
        let now = self.now();
        Ok(self.store.read(|tx| self.covered_by(tx, actor, now))?)
    }

    /// The posts that somebody stands in for now.
    pub(crate) fn covered_by(&self, tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> Result<Vec<posts::Acting>, Fault> {
        let covering = posts::covering(tx, actor.account, None, now)?;
        Ok(covering.iter().map(|covering| self.acting(covering)).collect())
    }
}
