//! The forms of posts: which there are, who holds each, where it reports, who stands in.
//!
//! What is possible is decided by `app`; here the answers are narrowed to what could be.

use app::Disclosed;
use app::consult::{PostLine, Posts};
use domain::kind::Subject;
use domain::{Capacity, Kind, OrgId};

use super::{opened, path};
use crate::act_form::{ActForm, PLACED};
use crate::answer::Answer;
use crate::form::{FormSpec, Input};
use crate::pages::asking::{self, Asking};
use crate::pages::organisations::form_of;
use crate::pages::sheet::Block;
use crate::part::{Pairs, Phrase};
use crate::trouble::Trouble;
use crate::visit::Visit;
use crate::{acting, words::Words};

/// What the pick of a post above holds for a post that reports to nobody.
const NOBODY: &str = "nobody";

fn establish(visit: &Visit<'_>) -> Result<(OrgId, Disclosed<Asking>), Trouble> {
    let org: OrgId = visit.id("org")?;
    let form = form_of(Kind::PostEstablished)?;
    let found = visit.app.posts(visit.actor()?, org, None)?;
    if !found.may.contains(&Kind::PostEstablished) {
        return Err(app::Refusal::NotAllowed.into());
    }
    let (here, above) = (format!("{}/new", path(org)), path(org));
    let asking = found.map(|found| Asking {
        lead: visit.words.say1("posts-new-for", "org", &found.org_name).into_owned(),
        ..Asking::new(visit, form, here, (above.as_str(), "posts-title"))
    });
    Ok((org, asking))
}

pub(super) fn show_new(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    asking::show(visit, establish(visit)?.1)
}

pub(super) fn established(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (org, asking) = establish(visit)?;
    let deed = asking.deed(visit, org.stream());
    let to = path(org);
    // The act that established a post is what the post is called by.
    asking::send(visit, asking, deed, |receipt| {
        Ok(Answer::see(receipt.acts.first().map_or_else(|| to.clone(), |post| format!("{to}/{post}"))))
    })
}

/// The form of the kind in the path: one about a post that is there.
fn wanted(visit: &Visit<'_>) -> Result<&'static ActForm, Trouble> {
    let kind: Kind = visit.id("kind")?;
    let row = kind.row();
    let about_one =
        row.subject == Subject::Organisation && row.name.starts_with("post.") && kind != Kind::PostEstablished;
    if about_one { form_of(kind) } else { Err(Trouble::not_found()) }
}

fn asked(visit: &Visit<'_>) -> Result<(OrgId, Disclosed<Asking>), Trouble> {
    let form = wanted(visit)?;
    let (found, line) = opened(visit)?;
    let org = found.org;
    if !found.may.contains(&form.kind) {
        return Err(app::Refusal::NotAllowed.into());
    }
    Ok((org, found.map(|found| asking(visit, form, &found, &line))))
}

fn asking(visit: &Visit<'_>, form: &'static ActForm, found: &Posts, line: &PostLine) -> Asking {
    let words = &visit.words;
    let carried = |name: &str| visit.query.get(name).or_else(|| visit.form.get(name)).unwrap_or_default().to_owned();
    let post = line.post.to_string();
    let mut known = vec![("post", post)];
    for name in ["taken", "line", "cover", "of"] {
        // Standing in is asked for as a choice where it is proposed, and carried along where it is confirmed or ended.
        if name != "cover" || form.kind != Kind::PostCoverProposed {
            known.push((name, carried(name)));
        }
    }
    if form.kind == Kind::PostRenamed {
        known.push(("title", line.title.clone()));
        known.extend(line.unit.clone().map(|unit| ("unit", unit)));
    }
    // For whom somebody stands in is said with it, and confirmed with it.
    if let Some(held) = line.holder(found.now).filter(|_| form.kind == Kind::PostCoverProposed) {
        known.push(("holder", held.account.to_string()));
    }
    known.retain(|(name, _)| form.spec.field(name).is_some());
    let known: Vec<(&str, &str)> = known.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let sections = if form.kind == Kind::PostPlaced { PLACED } else { form.spec.sections };
    // What the form was opened with goes along, so that it can be shown again.
    let along = ["taken", "line", "cover", "of"].into_iter().filter(|name| visit.query.get(name).is_some());
    let along: Vec<String> = along.map(|name| format!("{name}={}", carried(name))).collect();
    let action = super::ask(found.org, line.post, form.kind, None);
    let action = if along.is_empty() { action } else { format!("{action}?{}", along.join("&")) };
    let above = format!("{}/{}", path(found.org), line.post);
    Asking {
        lead: words.say(lead(form.kind)).into_owned(),
        about: vec![about(words, form.kind, found, line, &carried("cover"))],
        drawn: FormSpec { sections, ..form.spec },
        options: options(words, form.kind, found, line),
        opened: form.opened(&known),
        ..Asking::new(visit, form, action, (above.as_str(), "posts-one"))
    }
}

/// What must be known before it is done.
const fn lead(kind: Kind) -> &'static str {
    match kind {
        Kind::PostCoverProposed => "posts-cover-lead",
        Kind::PostCoverConfirmed => "posts-confirm-lead",
        Kind::PostCoverEnded => "posts-end-lead",
        Kind::PostEntryVoided => "posts-void-lead",
        Kind::PostAbolished => "posts-abolish-lead",
        Kind::PostPlaced | Kind::PostLineEnded => "posts-line-lead",
        _ => "posts-keep-lead",
    }
}

fn about(words: &Words, kind: Kind, found: &Posts, line: &PostLine, cover: &str) -> Block {
    let mut pairs = Pairs::new()
        .with(words.say("posts-post"), Phrase::name(&line.title))
        .with(words.say("posts-acts-as"), words.code(Capacity::LIST, line.capacity.code()));
    let of_cover = matches!(kind, Kind::PostCoverConfirmed | Kind::PostCoverEnded);
    if let Some(cover) = found.covers.iter().find(|line| of_cover && line.cover.to_string() == cover) {
        let span = domain::Span::between(cover.from, cover.until);
        pairs = pairs
            .with(words.say("posts-who-stands-in"), Phrase::name(&cover.name))
            .with_some(words.say("posts-for"), cover.holder.clone().map(Phrase::name))
            .with(words.say("posts-when"), super::words::between(words, span))
            .with(words.say("posts-basis"), Phrase::name(&cover.basis))
            .with(words.say("posts-proposed"), Phrase::name(&cover.proposed_by));
    } else if let Some(held) = line.holder(found.now) {
        pairs = pairs.with(words.say("posts-held-by"), Phrase::name(&held.name));
    }
    Block::new("which", words.say("posts-which")).with(pairs)
}

/// Those who could hold the post or stand in for it, and the posts that it could report to.
fn options(words: &Words, kind: Kind, found: &Posts, line: &PostLine) -> acting::Options {
    let fits = |capacity: Capacity| match kind {
        Kind::PostTaken => capacity == line.capacity,
        _ => capacity.stands_in_for(line.capacity),
    };
    let person = |(account, name, capacity): &(domain::AccountId, String, Capacity)| {
        (account.to_string(), format!("{name} ({})", words.code(Capacity::LIST, capacity.code())))
    };
    match kind {
        Kind::PostTaken | Kind::PostCoverProposed => {
            let holder = line.holder(found.now).map(|held| held.account);
            let others =
                found.staff.iter().filter(|(account, _, capacity)| fits(*capacity) && Some(*account) != holder);
            let ahead = line.held.iter().filter(|held| held.span.until.is_none_or(|until| found.now < until));
            let ahead = ahead.map(|held| {
                let when = super::words::between(words, held.span);
                (held.account.to_string(), format!("{} ({when})", held.name))
            });
            vec![("holder", ahead.collect()), ("account", others.map(person).collect())]
        }
        Kind::PostPlaced => {
            let head = (NOBODY.to_owned(), words.say("posts-head").into_owned());
            let others = found.all.iter().filter(|(of, _)| of.post != line.post);
            let others = others.map(|(of, title)| (format!("{} {}", of.org, of.post), title.clone()));
            vec![("under.post", std::iter::once(head).chain(others).collect())]
        }
        _ => Vec::new(),
    }
}

pub(super) fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    asking::show(visit, asked(visit)?.1)
}

/// What was chosen of the posts above, as the act says it: its organisation beside it, or nothing for the head.
fn with_above(sent: &Input) -> Input {
    let chosen = sent.get("under.post").unwrap_or_default();
    let pairs = sent.pairs().iter().filter(|(name, _)| name != "under.post").cloned().collect();
    let mut input = Input::new(pairs);
    if let Some((org, post)) = chosen.split_once(' ') {
        input.put("under.org", org);
        input.put("under.post", post);
    } else if chosen != NOBODY {
        input.put("under.post", chosen);
    }
    input
}

pub(super) fn send(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (org, asking) = asked(visit)?;
    let back = asking.back.0.clone();
    let deed = if asking.form.kind == Kind::PostPlaced {
        match asking.drawn.read(&visit.form, &visit.words) {
            Ok(_) => acting::deed_of(visit, &with_above(&visit.form), org.stream(), asking.form),
            Err(errors) => Err(errors),
        }
    } else {
        asking.deed(visit, org.stream())
    };
    asking::send(visit, asking, deed, |_| Ok(Answer::see(back)))
}
