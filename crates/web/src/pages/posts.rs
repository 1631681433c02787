//! The posts of an organisation, as of a day: who holds which, to whom each reports, who stands in; and the course of one post.
//!
//! It shows colleagues and no case. Who may record what is decided by `app`; the links follow the table of rights.

mod course;
mod doing;
mod words;

use app::Disclosed;
use app::consult::{CoverLine, HolderLine, PostLine, Posts, ReportLine};
use askama::Template;
use askama::filters::HtmlSafe;
use domain::post::CoverKind;
use domain::post_facts::CoverState;
use domain::{ActId, Capacity, Date, Kind, OrgId};

use crate::answer::Answer;
use crate::pages::sheet::{Block, Page};
use crate::part::{Column, Doors, Empty, Identity, Phrase, State, Table, Tag};
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::Visit;
use words::{between, reports};

const READS: Asks = Asks::Consult("the posts of one organisation");

/// The routes of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/posts", Asks::SignedIn("leads to the posts of the reader's own organisation"), own),
    Route::get("/organisations/{org}/posts", READS, list),
    Route::get("/organisations/{org}/posts/new", READS, doing::show_new),
    Route::post("/organisations/{org}/posts/new", Asks::Perform("post.established"), doing::established),
    Route::get("/organisations/{org}/posts/{post}", READS, course::show),
    Route::get("/organisations/{org}/posts/{post}/do/{kind}", READS, doing::show),
    Route::post("/organisations/{org}/posts/{post}/do/{kind}", Asks::Perform("one act about a post"), doing::send),
];

fn own(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    Ok(Answer::see(format!("/organisations/{}/posts", visit.actor()?.org)))
}

/// The page of an organisation's posts.
fn path(org: OrgId) -> String {
    format!("/organisations/{org}/posts")
}

/// Where an act about a post is asked for, with what it carries along.
fn ask(org: OrgId, post: ActId, kind: Kind, carried: Option<(&str, ActId)>) -> String {
    let path = format!("{}/{post}/do/{}", path(org), kind.row().name);
    carried.map_or_else(|| path.clone(), |(name, act)| format!("{path}?{name}={act}"))
}

/// The form that asks for another day.
#[derive(Template)]
#[template(
    source = "<form action=\"{{ action }}\"><label for=\"on\">{{ label }}</label><input id=\"on\" name=\"on\" type=\"date\" value=\"{{ day }}\" required> <button class=\"other\">{{ button }}</button></form>",
    ext = "html"
)]
struct AsOf {
    action: String,
    label: String,
    day: String,
    button: String,
}

impl HtmlSafe for AsOf {}

fn list(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let org: OrgId = visit.id("org")?;
    let day: Option<Date> = visit.wanted("on")?;
    let found = visit.app.posts(visit.actor()?, org, day)?;
    Ok(Answer::page(&found.map(|found| list_page(visit, &found)))?)
}

fn list_page(visit: &Visit<'_>, found: &Posts) -> Page {
    let words = &visit.words;
    let doors = if found.may.contains(&Kind::PostEstablished) {
        Doors::first(format!("{}/new", path(found.org)), words.say("act-post-established"))
    } else {
        Doors::default()
    };
    let head = Identity::new(words.say("posts-title"))
        .lead(words.say("posts-lead"))
        .fact(Phrase::name(&found.org_name))
        .doors(doors);
    let today = found.now.date_in(words.zone());
    let day = found.day.unwrap_or(today);
    let as_of = AsOf {
        action: path(found.org),
        label: words.say("posts-as-of").into_owned(),
        day: day.to_string(),
        button: words.say("posts-as-of-button").into_owned(),
    };
    let all = Block::new("all", words.say1("posts-on", "day", words.date(day)));
    let all = if found.posts.is_empty() {
        all.with(Empty::new(words.say("posts-none"), words.say("posts-none-text")))
    } else {
        let columns = ["posts-post", "posts-acts-as", "posts-held-by", "posts-reports-to", "posts-stands-in"];
        let rows = found.posts.iter().map(|line| row(visit, found, line)).collect();
        let counted = words.say1("posts-count", "count", found.posts.len());
        all.with(Table::new(counted, columns.map(|key| Column::new(words.say(key))).into(), rows))
    };
    let covers = Block::new("covers", words.say("posts-covers"));
    let covers = if found.covers.is_empty() {
        let text = if day == today { "posts-covers-none-text" } else { "posts-covers-none-then" };
        covers.with(Empty::new(words.say("posts-covers-none"), words.say(text)))
    } else {
        covers.line(words.say("posts-covers-text")).with(cover_table(visit, found))
    };
    Page::new(visit.shell("posts-title"))
        .head(head)
        .block(all.with(as_of).line(words.say("posts-not-known-text")))
        .block(covers)
}

fn row(visit: &Visit<'_>, found: &Posts, line: &PostLine) -> Vec<Phrase> {
    let words = &visit.words;
    let title = Phrase::link(format!("{}/{}", path(found.org), line.post), line.title.clone());
    let title = match &line.unit {
        Some(unit) => title.note(unit.clone()),
        None => title,
    };
    let held = |held: &HolderLine| Phrase::name(&held.name).note(between(words, held.span));
    let reports_to = |line: &ReportLine| reports(words, found.org, line).note(between(words, line.span));
    let stands = |(name, span): &(String, _)| Phrase::name(name).note(between(words, *span));
    vec![
        title,
        words.code(Capacity::LIST, line.capacity.code()).into(),
        all_of(line.held.iter().map(held)).unwrap_or_else(|| words.say("posts-vacant").into()),
        all_of(line.lines.iter().map(reports_to)).unwrap_or_else(|| not_known(visit)),
        all_of(line.stands_in.iter().map(stands)).unwrap_or_default(),
    ]
}

/// Nobody said: that is not the same as nobody.
fn not_known(visit: &Visit<'_>) -> Phrase {
    Tag::new(State::Unknown, visit.words.say("posts-not-known")).into()
}

fn all_of(phrases: impl Iterator<Item = Phrase>) -> Option<Phrase> {
    phrases.reduce(Phrase::and)
}

/// Who stands in, was proposed to, or did.
fn cover_table(visit: &Visit<'_>, found: &Posts) -> Table {
    let words = &visit.words;
    let columns = ["posts-who-stands-in", "posts-for", "posts-when", "posts-state", "posts-next"];
    let row = |line: &CoverLine| -> Vec<Phrase> {
        let of_post = Phrase::link(format!("{}/{}", path(found.org), line.post), line.title.clone());
        let of_post = match &line.holder {
            Some(holder) => of_post.and(Phrase::name(holder)),
            None => of_post.note(words.say("posts-vacant")),
        };
        let why = words.code(CoverKind::LIST, line.cover_kind.code()).into_owned();
        let looks = match line.state {
            CoverState::Proposed => State::Due,
            CoverState::Runs => State::Met,
            CoverState::Ahead | CoverState::Over => State::Plain,
        };
        let state = Phrase::from(Tag::new(looks, words.code(CoverState::LIST, line.state.code())));
        vec![
            Phrase::name(&line.name),
            of_post,
            Phrase::from(between(words, domain::Span::between(line.from, line.until))).note(format!(
                "{why}{}{}",
                words.say("shell-comma"),
                line.basis
            )),
            state.note(words.say1("posts-proposed-by", "name", &line.proposed_by)),
            next(visit, found, line),
        ]
    };
    Table::new(
        words.say("posts-covers"),
        columns.map(|key| Column::new(words.say(key))).into(),
        found.covers.iter().map(row).collect(),
    )
    .caption_unseen()
}

/// What the reader can do about it.
fn next(visit: &Visit<'_>, found: &Posts, line: &CoverLine) -> Phrase {
    let (words, may) = (&visit.words, &found.may);
    // The list follows whom the reader leads; oversight is asked only where nobody else is left.
    let of_post = found.posts.iter().find(|post| post.post == line.post);
    let own_org = visit.signed.as_ref().is_some_and(|signed| signed.actor.org == found.org);
    let says =
        if own_org { of_post.is_some_and(|post| post.says_cover) } else { may.contains(&Kind::PostCoverConfirmed) };
    if !says || line.state == CoverState::Over {
        return Phrase::default();
    }
    let to = |kind: Kind, key: &str| {
        Phrase::link(ask(found.org, line.post, kind, Some(("cover", line.cover))), words.say(key))
    };
    let end = own_org.then(|| to(Kind::PostCoverEnded, "act-post-cover-ended"));
    if line.state != CoverState::Proposed {
        return end.unwrap_or_default();
    }
    if line.own_proposal || line.own {
        let waits = Phrase::from(words.say("posts-needs-another"));
        return end.into_iter().fold(waits, Phrase::and);
    }
    let confirm = to(Kind::PostCoverConfirmed, "act-post-cover-confirmed");
    end.into_iter().fold(confirm, Phrase::and)
}

/// One post of an organisation, for its course and its forms.
fn opened(visit: &Visit<'_>) -> Result<(Disclosed<Posts>, PostLine), Trouble> {
    let (org, post): (OrgId, ActId) = (visit.id("org")?, visit.id("post")?);
    let found = visit.app.post(visit.actor()?, org, post)?;
    let line = found.posts.first().cloned().ok_or_else(Trouble::not_found)?;
    Ok((found, line))
}
