//! What is possible with the posts of one organisation: spans in order, nobody twice, no circle, nobody for themselves.
//!
//! Judges by the organisation's own posts. Whether an account is open, of this organisation and of a fitting capacity, who
//! may say so, and lines that lead through other organisations are asked elsewhere.

use crate::admission::NotPossible;
use crate::command::Command;
use crate::id::{ActId, OrgId};
use crate::kind::topic;
use crate::moment::{Moment, Span};
use crate::organisation::OrgKind;
use crate::post::{CoverKind, Placed, PostOf, Taken};
use crate::post_facts::{CoverFacts, CoverState, LONGEST_COVER, PostsFacts, overlap};
use crate::recorded::Recorded;

/// Is it possible?
pub(crate) fn admit(
    posts: &PostsFacts,
    kind: Option<OrgKind>,
    recorded: &Recorded,
    act: &topic::Post,
) -> Result<(), NotPossible> {
    let kind = kind.ok_or(NotPossible::NotOpen)?;
    let actor = recorded.envelope.actor;
    match act {
        topic::Post::Established(body) if kind.capacities().contains(&body.capacity) => Ok(()),
        topic::Post::Established(_) => Err(NotPossible::CapacityElsewhere),
        topic::Post::Renamed(body) => life(posts, body.post).map(|_| ()),
        topic::Post::Abolished(body) => ends(life(posts, body.post)?, body.at),
        topic::Post::Taken(body) => taken(posts, body),
        topic::Post::Left(body) => ends(posts.holding(body.taken).ok_or(NotPossible::EntryUnknown)?.span, body.at),
        topic::Post::Placed(body) => placed(posts, recorded.envelope.stream.into(), body),
        topic::Post::LineEnded(body) => ends(posts.line(body.line).ok_or(NotPossible::EntryUnknown)?.span, body.at),
        topic::Post::CoverProposed(_) | topic::Post::CoverConfirmed(_) if covers_itself(posts, actor, act) => {
            Err(NotPossible::CoverOneself)
        }
        topic::Post::CoverProposed(body) => cover(posts, recorded.at, None, CoverFacts::of(body, actor)),
        topic::Post::CoverConfirmed(body) => {
            let facts = posts.cover(body.cover).ok_or(NotPossible::EntryUnknown)?;
            match posts.cover_state(body.cover, recorded.at) {
                CoverState::Proposed if facts.proposed_by == actor => Err(NotPossible::OwnProposal),
                CoverState::Proposed => {
                    // It must still be possible as it was when it was proposed.
                    let asked = CoverFacts { from: facts.from.max(recorded.at), ..facts };
                    cover(posts, recorded.at, Some(body.cover), asked)
                }
                CoverState::Ahead | CoverState::Runs => Err(NotPossible::AlreadyDone),
                CoverState::Over => Err(NotPossible::CoverOver),
            }
        }
        topic::Post::CoverEnded(body) => {
            posts.cover(body.cover).ok_or(NotPossible::EntryUnknown)?;
            match posts.cover_state(body.cover, recorded.at) {
                CoverState::Over => Err(NotPossible::AlreadyDone),
                _ => Ok(()),
            }
        }
        topic::Post::EntryVoided(body) => {
            if posts.is_voided(body.of) {
                Err(NotPossible::AlreadyDone)
            } else if posts.cover(body.of).is_some() {
                // What gave a right has had its effect: it is ended, never said not to have been.
                Err(NotPossible::CoverNotVoided)
            } else if posts.holding(body.of).is_some() || posts.line(body.of).is_some() {
                Ok(())
            } else {
                Err(NotPossible::EntryUnknown)
            }
        }
    }
}

/// Would somebody give it to themselves?
fn covers_itself(posts: &PostsFacts, actor: crate::id::AccountId, act: &topic::Post) -> bool {
    match act {
        topic::Post::CoverProposed(body) => body.account == actor,
        topic::Post::CoverConfirmed(body) => posts.cover(body.cover).is_some_and(|cover| cover.account == actor),
        _ => false,
    }
}

fn life(posts: &PostsFacts, post: ActId) -> Result<Span, NotPossible> {
    posts.exists(post).ok_or(NotPossible::PostUnknown)
}

/// Can a span be ended at this instant?
fn ends(span: Span, at: Moment) -> Result<(), NotPossible> {
    if at < span.from {
        Err(NotPossible::EndBeforeBeginning)
    } else if span.until.is_some_and(|until| until <= at) {
        Err(NotPossible::AlreadyDone)
    } else {
        Ok(())
    }
}

/// A span in its order, and no longer than the post exists.
fn lies_in(life: Span, span: Span) -> Result<(), NotPossible> {
    if span.until.is_some_and(|until| until <= span.from) {
        return Err(NotPossible::EndBeforeBeginning);
    }
    let ends_later = life.until.is_some_and(|end| span.until.is_none_or(|until| until > end));
    if span.from < life.from || ends_later { Err(NotPossible::PostNotThere) } else { Ok(()) }
}

fn taken(posts: &PostsFacts, body: &Taken) -> Result<(), NotPossible> {
    let span = Span { from: body.from, until: body.until };
    lies_in(life(posts, body.post)?, span)?;
    let held = posts.holdings().any(|(_, held)| held.post == body.post && overlap(held.span, span));
    if held {
        return Err(NotPossible::PostHeld);
    }
    // Whoever stands in for the post cannot hold it too: standing in is ended first.
    let stands = posts.standing_in().filter(|stands| stands.post == body.post && stands.account == body.account);
    let stands = stands.map(|stands| Span::between(stands.from, stands.until)).any(|stands| overlap(stands, span));
    if stands { Err(NotPossible::CoverOneself) } else { Ok(()) }
}

fn placed(posts: &PostsFacts, org: OrgId, body: &Placed) -> Result<(), NotPossible> {
    let span = Span { from: body.from, until: body.until };
    lies_in(life(posts, body.post)?, span)?;
    if posts.lines().any(|(_, line)| line.post == body.post && overlap(line.span, span)) {
        return Err(NotPossible::LineThere);
    }
    let Some(under) = body.under.filter(|under| under.org == org) else { return Ok(()) };
    lies_in(life(posts, under.post)?, span)?;
    let own = PostOf { org, post: body.post };
    if under == own || Command::of([(org, posts)]).reaches(under, own, span) {
        return Err(NotPossible::LineCircle);
    }
    Ok(())
}

/// `again`: the cover itself, when it is asked again before it is confirmed.
fn cover(posts: &PostsFacts, now: Moment, again: Option<ActId>, body: CoverFacts) -> Result<(), NotPossible> {
    let span = Span::between(body.from, body.until);
    lies_in(life(posts, body.post)?, span)?;
    if body.until <= now {
        return Err(NotPossible::CoverOver);
    }
    if body.until.since(body.from) > LONGEST_COVER {
        return Err(NotPossible::CoverTooLong);
    }
    let own = posts
        .holdings()
        .any(|(_, held)| held.post == body.post && held.account == body.account && overlap(held.span, span));
    if own {
        return Err(NotPossible::CoverOneself);
    }
    let another = posts.covers().any(|(id, other)| {
        Some(id) != again
            && other.post == body.post
            && !matches!(posts.cover_state(id, now), CoverState::Over)
            && overlap(Span::between(other.from, other.until), span)
    });
    if another {
        return Err(NotPossible::CoverThere);
    }
    if !posts.one_holder(body.post, body.from, body.until) {
        return Err(NotPossible::CoverGap);
    }
    match (body.cover, posts.holder_at(body.post, body.from)) {
        (CoverKind::Leave, None) => Err(NotPossible::NobodyAway),
        (_, holder) if holder != body.holder => Err(NotPossible::HolderOther),
        (CoverKind::Leave | CoverKind::ActingUp, _) => Ok(()),
    }
}
