//! Inspections of a prison: the list, one inspection with its checklist, and what the prison answered.
//!
//! It names nobody who is held there. Who may record what is decided by `app`; the links follow the table of rights.

mod doing;

use app::Disclosed;
use app::consult::{InspectionLine, Inspections, ItemLine, RecommendationLine, ReplyLine};
use domain::inspection::{InspectionAnswer, InspectionItem};
use domain::measure::YesNo;
use domain::{ActId, Kind, Moment, OrgId};
use safeguards::PolicyClock;

use crate::answer::Answer;
use crate::pages::sheet::{Block, Page};
use crate::part::{Column, Doors, Empty, Identity, Pairs, Phrase, State, Table, Tag, When};
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::Visit;
use crate::words::Words;

const READS: Asks = Asks::Consult("the inspections of one prison");

/// The routes of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/inspections", Asks::SignedIn("leads to the inspections of the reader's own prison"), own),
    Route::get("/organisations/{org}/inspections", READS, list),
    Route::get("/organisations/{org}/inspections/new", READS, doing::show_new),
    Route::post("/organisations/{org}/inspections/new", Asks::Perform("inspection.opened"), doing::opened),
    Route::get("/organisations/{org}/inspections/{inspection}", READS, show),
    Route::get("/organisations/{org}/inspections/{inspection}/do/{kind}", READS, doing::show),
    Route::post(
        "/organisations/{org}/inspections/{inspection}/do/{kind}",
        Asks::Perform("one act about an inspection"),
        doing::send,
    ),
];

fn own(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    Ok(Answer::see(path(visit.actor()?.org)))
}

/// The page of a prison's inspections.
fn path(org: OrgId) -> String {
    format!("/organisations/{org}/inspections")
}

/// Where an act about an inspection is asked for, with what it carries along.
fn ask(org: OrgId, inspection: ActId, kind: Kind, carried: Option<(&str, String)>) -> String {
    let path = format!("{}/{inspection}/do/{}", path(org), kind.row().name);
    carried.map_or_else(|| path.clone(), |(name, value)| format!("{path}?{name}={value}"))
}

fn list(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let found = visit.app.inspections(visit.actor()?, visit.id("org")?)?;
    Ok(Answer::page(&found.map(|found| list_page(visit, &found)))?)
}

fn list_page(visit: &Visit<'_>, found: &Inspections) -> Page {
    let words = &visit.words;
    // A body finishes one inspection before it opens the next.
    let opens = found.may.contains(&Kind::InspectionOpened)
        && found.inspections.iter().all(|line| !line.own || line.reported.is_some());
    let doors = if opens {
        Doors::first(format!("{}/new", path(found.org)), words.say("act-inspection-opened"))
    } else {
        Doors::default()
    };
    let head = Identity::new(words.say("inspections-title"))
        .lead(words.say("inspections-lead"))
        .fact(Phrase::name(&found.org_name))
        .doors(doors);
    let all = Block::new("all", words.say("inspections-all"));
    let all = if found.inspections.is_empty() {
        all.with(Empty::new(words.say("inspections-none"), words.say("inspections-none-text")))
    } else {
        let columns = ["inspections-began", "inspections-body", "inspections-state", "inspections-answers"];
        let rows = found.inspections.iter().map(|line| row(visit, found, line)).collect();
        let counted = words.say1("inspections-count", "count", found.inspections.len());
        all.with(Table::new(counted, columns.map(|key| Column::new(words.say(key))).into(), rows))
    };
    Page::new(visit.shell("inspections-title")).head(head).block(all.line(next_due(words, found)))
}

/// When the next inspection is due, by the clock that policy sets.
fn next_due(words: &Words, found: &Inspections) -> Phrase {
    let policy = words.say1("inspections-every", "days", days(words, &found.every));
    let tag = match found.last_reported {
        None => Tag::new(State::Unknown, words.say("inspections-never")),
        Some(last) if found.now.since(last) > found.every.millis() => {
            Tag::new(State::Late, words.say("inspections-overdue"))
        }
        Some(_) => Tag::new(State::Met, words.say("inspections-in-time")),
    };
    Phrase::from(tag).note(policy)
}

/// A clock in days.
fn days(words: &Words, clock: &PolicyClock) -> String {
    words.days(clock.minutes / (24 * 60)).into_owned()
}

fn row(visit: &Visit<'_>, found: &Inspections, line: &InspectionLine) -> Vec<Phrase> {
    let words = &visit.words;
    vec![
        Phrase::link(format!("{}/{}", path(found.org), line.inspection), words.date(line.began.date_in(words.zone()))),
        Phrase::name(&line.body),
        state(words, line),
        answers(words, line, found.now),
    ]
}

fn state(words: &Words, line: &InspectionLine) -> Phrase {
    match line.reported {
        Some((at, _)) => Phrase::from(Tag::new(State::Met, words.say("inspections-reported")))
            .and(When::date(words, at.date_in(words.zone()))),
        None => Tag::new(
            State::Due,
            words.say_with(
                "inspections-under-way",
                &[("done", line.answered().into()), ("all", line.items.len().into())],
            ),
        )
        .into(),
    }
}

/// Whether the prison answered what was recommended, and in time.
fn answers(words: &Words, line: &InspectionLine, now: Moment) -> Phrase {
    if line.reported.is_none() || line.recommendations.is_empty() {
        return Phrase::default();
    }
    let waits: Vec<&RecommendationLine> = line.recommendations.iter().filter(|of| of.replies.is_empty()).collect();
    let overdue = waits.iter().any(|of| of.due.is_some_and(|due| due < now));
    match line.unanswered() {
        0 => Tag::new(State::Met, words.say("inspections-all-answered")).into(),
        waiting => {
            let looks = if overdue { State::Late } else { State::Due };
            Tag::new(looks, words.say1("inspections-waiting", "count", waiting)).into()
        }
    }
}

/// One inspection of the prison in the path.
fn one(visit: &Visit<'_>) -> Result<(Disclosed<Inspections>, InspectionLine), Trouble> {
    let (org, inspection): (OrgId, ActId) = (visit.id("org")?, visit.id("inspection")?);
    let found = visit.app.inspections(visit.actor()?, org)?;
    let line = found.inspections.iter().find(|line| line.inspection == inspection).cloned();
    Ok((found, line.ok_or_else(Trouble::not_found)?))
}

fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (found, line) = one(visit)?;
    Ok(Answer::page(&found.map(|found| page(visit, &found, &line)))?)
}

fn page(visit: &Visit<'_>, found: &Inspections, line: &InspectionLine) -> Page {
    let words = &visit.words;
    let writes = line.own && line.reported.is_none();
    let may = |kind: Kind| found.may.contains(&kind);
    let mut doors = Doors::default();
    if writes && may(Kind::InspectionRecommended) {
        let to = |kind| ask(found.org, line.inspection, kind, None);
        doors = Doors::first(to(Kind::InspectionRecommended), words.say("act-inspection-recommended"));
        if line.answered() > 0 {
            doors = doors.or(to(Kind::InspectionReported), words.say("act-inspection-reported"));
        }
    }
    let head = Identity::new(words.say("inspections-one"))
        .lead(words.say(if writes { "inspections-one-lead-open" } else { "inspections-one-lead" }))
        .fact(Phrase::name(&found.org_name))
        .fact(state(words, line))
        .doors(doors);
    let about = Pairs::new()
        .with(words.say("inspections-body"), Phrase::name(&line.body))
        .with(words.say("inspections-opened-by"), Phrase::name(&line.opened_by))
        .with(words.say("inspections-began"), When::date(words, line.began.date_in(words.zone())))
        .with(words.say("f-inspection-opened-announced"), yes_no(words, line.opened.announced))
        .with(words.say("f-inspection-opened-health-professional"), team(words, line.opened.health_professional))
        .with(words.say("f-inspection-opened-woman"), team(words, line.opened.woman));
    let mut page = Page::new(visit.shell("inspections-one"))
        .trail(path(found.org), words.say("inspections-title"))
        .head(head)
        .block(Block::new("about", words.say("inspections-about")).with(about));
    if let Some((_, summary)) = &line.reported {
        page = page.block(Block::new("report", words.say("inspections-report")).written(summary));
    }
    page.block(recommendations(visit, found, line)).block(checklist(visit, found, line, writes))
}

fn yes_no(words: &Words, answer: YesNo) -> Phrase {
    words.code(YesNo::LIST, answer.code()).into()
}

/// Those whom a rule wants among the inspectors: where they are missing it is said.
fn team(words: &Words, answer: YesNo) -> Phrase {
    let looks = if answer == YesNo::Yes { State::Met } else { State::Breach };
    Tag::new(looks, words.code(YesNo::LIST, answer.code())).into()
}

fn checklist(visit: &Visit<'_>, found: &Inspections, line: &InspectionLine, writes: bool) -> Block {
    let words = &visit.words;
    let row = |item: &ItemLine| -> Vec<Phrase> {
        let what = Phrase::from(words.code(InspectionItem::LIST, item.item.code()));
        let answer = match &item.found {
            None => Phrase::from(Tag::new(State::Unknown, words.say("inspections-not-answered"))),
            Some((answer, evidence)) => Phrase::from(answer_tag(words, *answer)).note(evidence.clone()),
        };
        let mut row = vec![what, answer];
        if writes {
            let carried = Some(("item", item.item.code().to_owned()));
            let to = ask(found.org, line.inspection, Kind::InspectionItemAnswered, carried);
            row.push(Phrase::link(to, words.say("act-inspection-item-answered")));
        }
        row
    };
    let mut columns = vec!["inspections-item", "inspections-found"];
    if writes {
        columns.push("inspections-next");
    }
    let counted =
        words.say_with("inspections-answered", &[("done", line.answered().into()), ("all", line.items.len().into())]);
    Block::new("checklist", words.say("inspections-checklist")).line(words.say("inspections-checklist-text")).with(
        Table::new(
            counted,
            columns.into_iter().map(|key| Column::new(words.say(key))).collect(),
            line.items.iter().map(row).collect(),
        ),
    )
}

fn answer_tag(words: &Words, answer: InspectionAnswer) -> Tag {
    let looks = match answer {
        InspectionAnswer::InOrder => State::Met,
        InspectionAnswer::NotInOrder => State::Breach,
        InspectionAnswer::NotLookedAt => State::Unknown,
    };
    Tag::new(looks, words.code(InspectionAnswer::LIST, answer.code()))
}

fn recommendations(visit: &Visit<'_>, found: &Inspections, line: &InspectionLine) -> Block {
    let words = &visit.words;
    let block = Block::new("recommendations", words.say("inspections-recommendations"));
    if line.recommendations.is_empty() {
        let text = if line.reported.is_some() { "inspections-no-advice-text" } else { "inspections-no-advice-yet" };
        return block.with(Empty::new(words.say("inspections-no-advice"), words.say(text)));
    }
    let replies = line.reported.is_some() && found.may.contains(&Kind::InspectionReplied);
    let row = |of: &RecommendationLine| -> Vec<Phrase> {
        let mut row = vec![
            Phrase::from(of.what.clone()).note(words.code(InspectionItem::LIST, of.item.code())),
            replied(words, of, found.now),
        ];
        if replies {
            let carried = Some(("recommendation", of.recommendation.to_string()));
            let to = ask(found.org, line.inspection, Kind::InspectionReplied, carried);
            row.push(Phrase::link(to, words.say("act-inspection-replied")));
        }
        row
    };
    let mut columns = vec!["inspections-what", "inspections-reply"];
    if replies {
        columns.push("inspections-next");
    }
    block.line(words.say1("inspections-reply-within", "days", days(words, &found.reply))).with(
        Table::new(
            words.say("inspections-recommendations"),
            columns.into_iter().map(|key| Column::new(words.say(key))).collect(),
            line.recommendations.iter().map(row).collect(),
        )
        .caption_unseen(),
    )
}

/// Every answer to a recommendation, or until when one is due.
fn replied(words: &Words, of: &RecommendationLine, now: Moment) -> Phrase {
    let Some(due) = of.due else { return words.say("inspections-after-report").into() };
    let by = |at: Moment| When::date(words, at.date_in(words.zone()));
    if of.replies.is_empty() {
        let (looks, key) =
            if due < now { (State::Late, "inspections-reply-late") } else { (State::Due, "inspections-reply-due") };
        return Phrase::from(Tag::new(looks, words.say(key))).and(by(due));
    }
    let line = |reply: &ReplyLine| {
        let looks = if reply.accepted == YesNo::Yes { State::Met } else { State::Plain };
        let key = if reply.accepted == YesNo::Yes { "inspections-accepted" } else { "inspections-not-accepted" };
        let mut phrase = Phrase::from(Tag::new(looks, words.say(key))).and(by(reply.at));
        if reply.in_time == YesNo::No {
            phrase = phrase.and(Tag::new(State::Late, words.say("inspections-replied-late")));
        }
        if let Some(promised) = reply.by {
            phrase = phrase.and(words.say("inspections-by")).and(When::date(words, promised));
        }
        phrase.note(reply.what.clone())
    };
    of.replies.iter().map(line).reduce(Phrase::and).unwrap_or_default()
}
