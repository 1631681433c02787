//! Lines of command: who stands above and below whom on a day, across organisations.
//!
//! A pure function of what was recorded of posts. It never guesses: where nobody said to which post a post reports, or
//! which post somebody holds, the answer is that it is not known.

use std::collections::{BTreeMap, BTreeSet};

use crate::code::codes;
use crate::id::{AccountId, OrgId};
use crate::moment::{Moment, Span};
use crate::post::PostOf;
use crate::post_facts::{PostsFacts, overlap, within};

codes! {
    /// Where somebody stands towards another person's line of command on a day.
    pub CommandLine as "command_line" {
        /// Outside it: neither above nor below, and both lines are recorded up to their heads.
        Outside = "outside",
        /// Inside it: the same person, or one above the other.
        Inside = "inside",
        /// Not known: posts or lines of that day are not recorded.
        NotKnown = "not_known",
    }
}

codes! {
    /// Whether somebody stands below another person, in a line of command as it is on record for a day.
    pub Below as "below" {
        /// Below: the other one, or somebody who leads a post of theirs through whatever others; the same person too.
        Below = "below",
        /// Not below: their lines are recorded up to their heads, and the other is not in them.
        NotBelow = "not_below",
        /// Not known: posts or lines of that day are not recorded.
        NotKnown = "not_known",
    }
}

impl Below {
    /// The answer for several days: below if it is so once, not below only if it is so each time.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Below, _) | (_, Self::Below) => Self::Below,
            (Self::NotKnown, _) | (_, Self::NotKnown) => Self::NotKnown,
            (Self::NotBelow, Self::NotBelow) => Self::NotBelow,
        }
    }
}

impl CommandLine {
    /// The answer for several people or days: inside if it is inside once, outside only if it is outside each time.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Inside, _) | (_, Self::Inside) => Self::Inside,
            (Self::NotKnown, _) | (_, Self::NotKnown) => Self::NotKnown,
            (Self::Outside, Self::Outside) => Self::Outside,
        }
    }
}

/// Everybody in somebody's line of command on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineOfCommand {
    /// Who is known to be in it: those above and those below, those who stood in for them, and the person.
    pub people: BTreeSet<AccountId>,
    /// Is the line above recorded up to somebody who reports to nobody, all day?
    pub known: Known,
}

/// How much is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// All of it.
    Wholly,
    /// Something is missing.
    InPart,
}

/// The posts of several organisations.
#[derive(Debug, Default)]
pub struct Command<'a> {
    orgs: BTreeMap<OrgId, &'a PostsFacts>,
}

/// Posts above a post, and whether they lead up to a head.
struct Above {
    posts: BTreeSet<PostOf>,
    known: Known,
}

impl<'a> Command<'a> {
    /// The posts of these organisations.
    pub fn of(orgs: impl IntoIterator<Item = (OrgId, &'a PostsFacts)>) -> Self {
        Self { orgs: orgs.into_iter().collect() }
    }

    fn posts(&self) -> impl Iterator<Item = (OrgId, &'a PostsFacts)> {
        self.orgs.iter().map(|(org, posts)| (*org, *posts))
    }

    /// The posts that somebody holds, or stands in for, at any instant of a span.
    fn posts_of(&self, account: AccountId, span: Span) -> BTreeSet<PostOf> {
        let mut found = BTreeSet::new();
        for (org, posts) in self.posts() {
            let held = posts.holdings().filter(|(_, held)| held.account == account && overlap(held.span, span));
            found.extend(held.map(|(_, held)| PostOf { org, post: held.post }));
            let stands = posts.acting_in().filter(|(_, who, when)| *who == account && overlap(*when, span));
            found.extend(stands.map(|(post, ..)| PostOf { org, post }));
        }
        found
    }

    /// Who holds a post, or stands in for it, at any instant of a span.
    fn people_of(&self, post: PostOf, span: Span) -> BTreeSet<AccountId> {
        let Some(posts) = self.orgs.get(&post.org) else { return BTreeSet::new() };
        let held = posts.holdings().filter(|(_, held)| held.post == post.post && overlap(held.span, span));
        let stands = posts.acting_in().filter(|(of, _, when)| *of == post.post && overlap(*when, span));
        held.map(|(_, held)| held.account).chain(stands.map(|(_, who, _)| who)).collect()
    }

    /// The posts directly above a post at any instant of a span, and whether all of the span is recorded.
    fn directly_above(&self, of: PostOf, span: Span) -> Above {
        let mut above = Above { posts: BTreeSet::new(), known: Known::InPart };
        let Some(posts) = self.orgs.get(&of.org) else { return above };
        let mut lines: Vec<_> = posts.lines().map(|(_, line)| line).filter(|line| line.post == of.post).collect();
        lines.retain(|line| overlap(line.span, span));
        lines.sort_by_key(|line| line.span.from);
        above.posts.extend(lines.iter().filter_map(|line| line.under));
        // What of the span lies within the life of the post must be said without a gap.
        let Some(life) = posts.exists(of.post) else { return above };
        let mut said_until = span.from.max(life.from);
        let end = [span.until, life.until].into_iter().flatten().min();
        for line in lines {
            if line.span.from > said_until {
                break;
            }
            match line.span.until {
                None => said_until = Moment::from_millis(i64::MAX),
                Some(until) => said_until = said_until.max(until),
            }
        }
        if end.map_or(said_until == Moment::from_millis(i64::MAX), |end| end <= said_until) {
            above.known = Known::Wholly;
        }
        above
    }

    /// All posts above a post, at whatever instant of a span.
    fn above(&self, of: PostOf, span: Span) -> Above {
        let mut all = Above { posts: BTreeSet::new(), known: Known::Wholly };
        let mut next = vec![of];
        let mut seen = BTreeSet::from([of]);
        while let Some(post) = next.pop() {
            let direct = self.directly_above(post, span);
            if direct.known == Known::InPart {
                all.known = Known::InPart;
            }
            for above in direct.posts {
                all.posts.insert(above);
                if seen.insert(above) {
                    next.push(above);
                }
            }
        }
        all
    }

    /// Does one post report to another, through however many others, at some instant of a span?
    ///
    /// Walks up with what is left of the span at each step, so that lines of different times lead nowhere.
    pub fn reaches(&self, from: PostOf, to: PostOf, span: Span) -> bool {
        let mut next = vec![(from, span)];
        let mut steps = 0_usize;
        while let Some((post, span)) = next.pop() {
            steps = steps.saturating_add(1);
            if post == to || steps > MOST_STEPS {
                return true;
            }
            let Some(posts) = self.orgs.get(&post.org) else { continue };
            for (_, line) in posts.lines().filter(|(_, line)| line.post == post.post) {
                if let (Some(above), Some(left)) = (line.under, within(line.span, span)) {
                    next.push((above, left));
                }
            }
        }
        false
    }

    /// Somebody's line of command in a span, usually a day; nothing if no post of theirs is recorded for it.
    pub fn line_of_command(&self, account: AccountId, span: Span) -> Option<LineOfCommand> {
        let own = self.posts_of(account, span);
        if own.is_empty() {
            return None;
        }
        let mut line = LineOfCommand { people: BTreeSet::from([account]), known: Known::Wholly };
        let mut posts = own.clone();
        for post in &own {
            let above = self.above(*post, span);
            if above.known == Known::InPart {
                line.known = Known::InPart;
            }
            posts.extend(above.posts);
        }
        for (org, facts) in self.posts() {
            for (post, ..) in facts.posts() {
                let post = PostOf { org, post };
                if !posts.contains(&post) && self.above(post, span).posts.iter().any(|above| own.contains(above)) {
                    posts.insert(post);
                }
            }
        }
        for post in posts {
            line.people.extend(self.people_of(post, span));
        }
        Some(line)
    }

    /// Where one person stands towards the line of command of another in a span, usually a day.
    pub fn between(&self, one: AccountId, other: AccountId, span: Span) -> CommandLine {
        if one == other {
            return CommandLine::Inside;
        }
        match (self.line_of_command(one, span), self.line_of_command(other, span)) {
            (Some(line), _) if line.people.contains(&other) => CommandLine::Inside,
            (_, Some(line)) if line.people.contains(&one) => CommandLine::Inside,
            (Some(one), Some(other)) if one.known == Known::Wholly && other.known == Known::Wholly => {
                CommandLine::Outside
            }
            _ => CommandLine::NotKnown,
        }
    }

    /// Does one person stand below another in a span, usually a day?
    pub fn below(&self, one: AccountId, other: AccountId, span: Span) -> Below {
        if one == other {
            return Below::Below;
        }
        let (own, theirs) = (self.posts_of(one, span), self.posts_of(other, span));
        if own.is_empty() || theirs.is_empty() {
            return Below::NotKnown;
        }
        let mut answer = Below::NotBelow;
        for post in own {
            let above = self.above(post, span);
            answer = answer.and(if above.posts.iter().any(|above| theirs.contains(above)) {
                Below::Below
            } else if above.known == Known::Wholly {
                Below::NotBelow
            } else {
                Below::NotKnown
            });
        }
        answer
    }

    /// Does somebody hold a post above this one at an instant, or stand in for one?
    pub fn leads(&self, account: AccountId, post: PostOf, at: Moment) -> bool {
        let now = Span::between(at, at.plus(1));
        self.above(post, now).posts.iter().any(|above| self.people_of(*above, now).contains(&account))
    }
}

/// No chain is so long, and none branches so often: whatever needs more steps is refused as a circle.
const MOST_STEPS: usize = 10_000;
