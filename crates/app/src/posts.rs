//! Posts as rows: who stands in for whom, who leads which post, and the lines of command of everybody.
//!
//! The rows are made anew from what an organisation folds to, after each act about its posts and by replay. What is possible
//! with posts is decided by the domain.

use std::collections::{BTreeMap, BTreeSet};

use access::{Actor, StandsIn};
use domain::admission::NotPossible;
use domain::command::{Below, Command, CommandLine};
use domain::facts::{MeasureFacts, Origin};
use domain::kind::{Subject, topic};
use domain::post::{Placed, PostOf};
use domain::post_facts::{PostsFacts, StandingIn};
use domain::{AccountId, ActId, Capacity, Date, Moment, OrgId, Span, StreamId};
use store::{Tx, Val};

use crate::App;
use crate::refusal::{Fault, Refusal};
use crate::state::State;

/// Writes the rows of one organisation anew.
pub(crate) fn summarise(tx: &mut Tx<'_>, org: StreamId, posts: &PostsFacts) -> Result<(), store::Error> {
    let id = org.bytes();
    for table in ["cover", "post_held", "post_line"] {
        tx.exec(&format!("delete from {table} where org = $1"), &[Val::Blob(&id)])?;
    }
    for StandingIn { cover, post, capacity, account, holder, from, until } in posts.standing_in() {
        let holder = holder.map(AccountId::bytes);
        tx.exec(
            "insert into cover (cover, org, post, account, holder, capacity, begins, ends)
             values ($1, $2, $3, $4, $5, $6, $7, $8)",
            &[
                Val::Blob(&cover.bytes()),
                Val::Blob(&id),
                Val::Blob(&post.bytes()),
                Val::Blob(&account.bytes()),
                Val::from(holder.as_ref()),
                Val::Text(capacity.code()),
                Val::I64(from.millis()),
                Val::I64(until.millis()),
            ],
        )?;
    }
    for (taken, held) in posts.holdings() {
        tx.exec(
            "insert into post_held (taken, org, post, account, begins, ends) values ($1, $2, $3, $4, $5, $6)",
            &[
                Val::Blob(&taken.bytes()),
                Val::Blob(&id),
                Val::Blob(&held.post.bytes()),
                Val::Blob(&held.account.bytes()),
                Val::I64(held.span.from.millis()),
                Val::from(held.span.until.map(Moment::millis)),
            ],
        )?;
    }
    for (placed, line) in posts.lines() {
        let Some(under) = line.under.filter(|under| under.org.stream() == org) else { continue };
        tx.exec(
            "insert into post_line (placed, org, post, under, begins, ends) values ($1, $2, $3, $4, $5, $6)",
            &[
                Val::Blob(&placed.bytes()),
                Val::Blob(&id),
                Val::Blob(&line.post.bytes()),
                Val::Blob(&under.post.bytes()),
                Val::I64(line.span.from.millis()),
                Val::from(line.span.until.map(Moment::millis)),
            ],
        )?;
    }
    Ok(())
}

/// For whom somebody stands in, and until when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Covering {
    pub(crate) stands: StandsIn,
    pub(crate) org: OrgId,
    pub(crate) capacity: Capacity,
    /// Who holds the post, whether their account is open or not.
    pub(crate) holder: Option<AccountId>,
    pub(crate) from: Moment,
    pub(crate) until: Moment,
}

/// What somebody stands in for now, the first to end first; with `only`, this one alone.
pub(crate) fn covering(
    tx: &mut Tx<'_>,
    account: AccountId,
    only: Option<ActId>,
    now: Moment,
) -> Result<Vec<Covering>, store::Error> {
    let only = only.map(ActId::bytes);
    tx.all(
        "select c.cover, c.org, c.post, c.holder, c.capacity, c.begins, c.ends, a.stream from cover c
         left join account a on a.stream = c.holder and a.state = 'open'
         where c.account = $1 and c.begins <= $2 and c.ends > $2 and ($3 = 1 or c.cover = $4) order by c.ends, c.cover",
        &[
            Val::Blob(&account.bytes()),
            Val::I64(now.millis()),
            Val::I64(i64::from(only.is_none())),
            Val::Blob(only.as_ref().map_or(&[0; 16], |cover| cover)),
        ],
        |row| {
            let account = |row: &store::Row<'_>, column| -> Result<_, store::Error> {
                Ok(row.get::<Option<[u8; 16]>>(column)?.map(AccountId::from_bytes))
            };
            Ok(Covering {
                // Whoever is away holds what they held, as long as their account is open.
                stands: StandsIn {
                    cover: ActId::from_bytes(row.get(0)?),
                    post: ActId::from_bytes(row.get(2)?),
                    holder: account(row, 7)?,
                },
                org: OrgId::from_bytes(row.get(1)?),
                holder: account(row, 3)?,
                capacity: row.get::<String>(4)?.parse().map_err(|_| store::Error::unreadable("a capacity"))?,
                from: Moment::from_millis(row.get(5)?),
                until: Moment::from_millis(row.get(6)?),
            })
        },
    )
}

/// How long somebody acts as they do now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stands {
    /// Until their account is closed.
    Themselves,
    /// They stand in for a post, until then at the latest.
    Until(Moment),
}

impl Stands {
    pub(crate) const fn until(self) -> Option<Moment> {
        match self {
            Self::Themselves => None,
            Self::Until(until) => Some(until),
        }
    }
}

/// Does somebody act as they say, and until when? Nothing, if the account is not open or of another capacity, or if they stand
/// in no longer, or for another.
pub(crate) fn stands(tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> Result<Option<Stands>, store::Error> {
    let own = tx.one(
        "select capacity from account where stream = $1 and state = 'open'",
        &[Val::Blob(&actor.account.bytes())],
        |row| row.get::<String>(0),
    )?;
    let Some(own) = own else { return Ok(None) };
    let Some(stands) = actor.stands_in else {
        return Ok((own == actor.capacity.code()).then_some(Stands::Themselves));
    };
    let covering = covering(tx, actor.account, Some(stands.cover), now)?;
    let same = |covering: &&Covering| {
        covering.stands == stands && covering.org == actor.org && covering.capacity == actor.capacity
    };
    Ok(covering.first().filter(same).map(|covering| Stands::Until(covering.until)))
}

/// No chain of an organisation has so many posts.
const MOST_STEPS: usize = 64;

/// Who leads a post now: whoever holds a post above it in the same organisation, or stands in for one.
pub(crate) fn leaders(
    tx: &mut Tx<'_>,
    org: OrgId,
    post: ActId,
    now: Moment,
) -> Result<BTreeSet<AccountId>, store::Error> {
    let mut leaders = BTreeSet::new();
    let (mut seen, mut at) = (BTreeSet::from([post]), post);
    for _ in 0..MOST_STEPS {
        let above = tx.one(
            "select under from post_line where org = $1 and post = $2 and begins <= $3 and (ends is null or ends > $3)
             order by begins desc",
            &[Val::Blob(&org.bytes()), Val::Blob(&at.bytes()), Val::I64(now.millis())],
            |row| Ok(ActId::from_bytes(row.get(0)?)),
        )?;
        let Some(above) = above.filter(|above| seen.insert(*above)) else { break };
        leaders.extend(tx.all(
            "select account from post_held where org = $1 and post = $2 and begins <= $3 and (ends is null or ends > $3)
             union select account from cover where org = $1 and post = $2 and begins <= $3 and ends > $3",
            &[Val::Blob(&org.bytes()), Val::Blob(&above.bytes()), Val::I64(now.millis())],
            |row| Ok(AccountId::from_bytes(row.get(0)?)),
        )?);
        at = above;
    }
    Ok(leaders)
}

/// Those who administer accounts say who stands in for any post of their organisation, those who lead a post for that one.
pub(crate) fn says_who_stands_in(
    tx: &mut Tx<'_>,
    actor: &Actor,
    org: OrgId,
    post: ActId,
    now: Moment,
) -> Result<bool, store::Error> {
    Ok(actor.capacity == Capacity::OrgAdministrator || leaders(tx, org, post, now)?.contains(&actor.account))
}

fn may_say(tx: &mut Tx<'_>, actor: &Actor, org: OrgId, post: ActId, now: Moment) -> Result<(), Refusal> {
    if says_who_stands_in(tx, actor, org, post, now)? { Ok(()) } else { Err(Refusal::NotAllowed) }
}

/// Whoever is to stand in has an open account of this organisation, in a capacity that stands in for such a post.
fn can_stand_in(
    tx: &mut Tx<'_>,
    org: OrgId,
    posts: &PostsFacts,
    (post, account): (ActId, AccountId),
) -> Result<(), Refusal> {
    let post = posts.post(post).ok_or(NotPossible::PostUnknown)?;
    match open_account(tx, account)? {
        None => Err(Refusal::Unknown("account")),
        Some((own, _)) if own != org => Err(NotPossible::CoverElsewhere.into()),
        Some((_, capacity)) if !capacity.stands_in_for(post.capacity) => Err(NotPossible::CoverOtherCapacity.into()),
        Some(_) => Ok(()),
    }
}

/// For which post somebody acts, and until when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acting {
    /// The act that said so.
    pub cover: ActId,
    /// What people call the post.
    pub title: String,
    /// What its holder acts as.
    pub capacity: Capacity,
    /// For whom, by name; nobody, if nobody holds the post.
    pub holder: Option<String>,
    /// Since when.
    pub from: Moment,
    /// The first instant at which no longer.
    pub until: Moment,
}

/// The capacity of an open account, with its organisation.
fn open_account(tx: &mut Tx<'_>, account: AccountId) -> Result<Option<(OrgId, Capacity)>, store::Error> {
    tx.one(
        "select org, capacity from account where stream = $1 and state = 'open'",
        &[Val::Blob(&account.bytes())],
        |row| {
            let capacity = row.get::<String>(1)?.parse().map_err(|_| store::Error::unreadable("a capacity"))?;
            Ok((OrgId::from_bytes(row.get(0)?), capacity))
        },
    )
}

impl App {
    pub(crate) fn acting(&self, covering: &Covering) -> Acting {
        Acting {
            cover: covering.stands.cover,
            title: self.names.post(covering.stands.post).unwrap_or_default(),
            capacity: covering.capacity,
            holder: covering.holder.and_then(|holder| self.names.staff(holder.stream())),
            from: covering.from,
            until: covering.until,
        }
    }

    /// Lets the session of this cookie act for the post of a cover from now on, or for its holder again. What is done then says
    /// for which post it was.
    pub fn act_for(&self, actor: &Actor, cookie: &str, cover: Option<ActId>) -> Result<(), Refusal> {
        let now = self.now();
        let token = crate::credential::Token::read(cookie).ok_or(Refusal::NotYours)?;
        if let Some(cover) = cover {
            let stands = self.store.read(|tx| covering(tx, actor.account, Some(cover), now))?;
            if stands.is_empty() {
                self.record_refusal(actor, domain::look::RefusalReason::NotYours)?;
                return Err(Refusal::NotYours);
            }
        }
        let acts = self.writer.submit(move |tx: &mut Tx<'_>, _| -> Result<bool, Refusal> {
            Ok(crate::credential::act_for(tx, &token, cover, now)?)
        })?;
        if acts { Ok(()) } else { Err(Refusal::NotYours) }
    }

    /// What an act about posts names elsewhere: accounts that are open, of this organisation and of a fitting capacity, posts of
    /// other organisations; and who may say who stands in.
    pub(crate) fn resolve_post(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        org: OrgId,
        (posts, act): (&PostsFacts, &topic::Post),
        now: Moment,
    ) -> Result<(), Refusal> {
        match act {
            topic::Post::Taken(body) => {
                let post = posts.post(body.post).ok_or(NotPossible::PostUnknown)?;
                match open_account(tx, body.account)? {
                    Some((own, capacity)) if own == org => {
                        let fits = capacity == post.capacity;
                        if fits { Ok(()) } else { Err(NotPossible::PostOfAnotherCapacity.into()) }
                    }
                    _ => Err(Refusal::Unknown("account")),
                }
            }
            topic::Post::Placed(body) => self.leads_nowhere_back(tx, org, body),
            topic::Post::CoverProposed(body) => {
                may_say(tx, actor, org, body.post, now)?;
                can_stand_in(tx, org, posts, (body.post, body.account))
            }
            topic::Post::CoverConfirmed(body) => {
                let cover = posts.cover(body.cover).ok_or(NotPossible::EntryUnknown)?;
                // Oversight confirms where nobody else is left, and was asked for that before.
                if actor.org == org {
                    may_say(tx, actor, org, cover.post, now)?;
                }
                can_stand_in(tx, org, posts, (cover.post, cover.account))
            }
            topic::Post::CoverEnded(body) => {
                let cover = posts.cover(body.cover).ok_or(NotPossible::EntryUnknown)?;
                may_say(tx, actor, org, cover.post, now)
            }
            _ => Ok(()),
        }
    }

    /// A post of another organisation must be there all the time, and must not report back.
    fn leads_nowhere_back(&self, tx: &mut Tx<'_>, org: OrgId, body: &Placed) -> Result<(), Refusal> {
        let Some(under) = body.under.filter(|under| under.org != org) else { return Ok(()) };
        let all = self.all_posts(tx)?;
        let theirs = all.get(&under.org).and_then(|posts| posts.exists(under.post)).ok_or(NotPossible::PostUnknown)?;
        let span = Span { from: body.from, until: body.until };
        let ends_later = theirs.until.is_some_and(|end| span.until.is_none_or(|until| until > end));
        if span.from < theirs.from || ends_later {
            return Err(NotPossible::PostNotThere.into());
        }
        let command = Command::of(all.iter().map(|(org, posts)| (*org, posts)));
        let back = command.reaches(under, PostOf { org, post: body.post }, span);
        if back { Err(NotPossible::LineCircle.into()) } else { Ok(()) }
    }

    /// The posts of every organisation that has any.
    pub(crate) fn all_posts(&self, tx: &mut Tx<'_>) -> Result<BTreeMap<OrgId, PostsFacts>, Fault> {
        let orgs =
            tx.all("select stream from organisation order by stream", &[], |row| Ok(OrgId::from_bytes(row.get(0)?)))?;
        let mut posts = BTreeMap::new();
        for org in orgs {
            if let State::Organisation(facts) = &*self.folded(tx, org.stream(), Subject::Organisation)?
                && !facts.posts.is_empty()
            {
                posts.insert(org, facts.posts.clone());
            }
        }
        Ok(posts)
    }

    /// The day of a moment where the places of the installation are, as a span.
    pub(crate) fn day_of(&self, at: Moment) -> Span {
        self.span_of_day(at.date_in(&self.zone))
    }

    /// A day where the places of the installation are, as a span.
    pub(crate) fn span_of_day(&self, day: Date) -> Span {
        let from = Moment::start_of(day, &self.zone);
        Span { from, until: day.tomorrow().ok().map(|next| Moment::start_of(next, &self.zone)) }
    }

    /// Did somebody stand below another person on the days of these moments?
    pub(crate) fn stands_below(
        &self,
        tx: &mut Tx<'_>,
        one: AccountId,
        other: AccountId,
        at: [Moment; 2],
    ) -> Result<Below, Fault> {
        let posts = self.all_posts(tx)?;
        let command = Command::of(posts.iter().map(|(org, posts)| (*org, posts)));
        let [first, second] = at.map(|at| command.below(one, other, self.day_of(at)));
        Ok(first.and(second))
    }

    /// Where a reviewer stands towards the line of command of those who decided on a measure: on the day of the review, and
    /// on the day of each decision.
    pub(crate) fn line_towards(
        &self,
        tx: &mut Tx<'_>,
        reviewer: AccountId,
        measure: &MeasureFacts,
        at: Moment,
    ) -> Result<CommandLine, Fault> {
        // Who ordered what was found in force is not on record.
        if measure.origin == Origin::Found {
            return Ok(CommandLine::NotKnown);
        }
        let posts = self.all_posts(tx)?;
        let command = Command::of(posts.iter().map(|(org, posts)| (*org, posts)));
        let decided = [(measure.decided_by, measure.known)].into_iter().chain(measure.extended_by.iter().copied());
        let mut line = CommandLine::Outside;
        for (decider, decided_at) in decided {
            for day in [self.day_of(at), self.day_of(decided_at)] {
                line = line.and(command.between(reviewer, decider, day));
            }
        }
        Ok(line)
    }
}
