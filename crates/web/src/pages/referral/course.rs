//! A referral after the offer was sent: where it stands, what was released, meetings, report, what was recorded, who looked.

use std::collections::BTreeMap;

use app::consult::{LookLine, ReferralFile};
use domain::act::topic;
use domain::measure::YesNo;
use domain::referral::{
    Attendance, HoldReason, MeetingHeld, PackageReleased, Reached, SessionRecorded, WithdrawReason,
};
use domain::referral_facts::{ReferralEnd, ReferralState, SessionFacts};
use domain::{Act, ActId, Capacity, Kind, Line, Part, Recorded};
use jiff::Timestamp;

use super::{offer, possible};
use crate::act_form;
use crate::pages::referrals::{answer_bar, state_tag};
use crate::pages::sheet::{Block, Page};
use crate::part::{
    Column, Doors, Empty, Entry, Identity, Log, Note, Pages, Pairs, People, Phrase, State, Table, Tabs, Tag, When,
};
use crate::visit::Visit;
use crate::words::Words;

/// Doors at the head of the page; what else can be done stands beside it.
const DOORS: usize = 2;

/// The page.
pub(super) fn page(visit: &Visit<'_>, file: &ReferralFile) -> Page {
    let words = &visit.words;
    let page = Page::new(visit.shell("referral-title"))
        .trail("/referrals", words.say("referrals-title"))
        .head(identity(visit, file))
        .head_some(open_until(words, file))
        .head_some(held_up(words, file));
    let mut blocks = Vec::new();
    blocks.extend(file.package().map(|package| package_block(words, package)));
    if file.facts.assigned.is_some() {
        blocks.push(first_meeting(words, file));
        blocks.push(sessions(words, file));
    }
    blocks.extend(notes(visit, file));
    blocks.extend(report(words, file));
    if let Some(offered) = file.offer() {
        blocks.push(asked(visit, file, offered));
    }
    blocks.push(timeline(words, file));
    if file.parts.contains(Part::Record) {
        blocks.push(looks(words, file));
    }
    page.blocks(blocks).beside(words.say("referral-beside"), beside(visit, file))
}

/// The way to the notes, for whoever carries the referral, and for their manager.
fn notes(visit: &Visit<'_>, file: &ReferralFile) -> Option<Block> {
    let manages = visit.actor().is_ok_and(|actor| actor.capacity == Capacity::CsoManager);
    let opens = file.facts.assigned.is_some() && (manages || file.may.contains(&Kind::NoteWritten));
    let words = &visit.words;
    let link = Phrase::link(format!("/referrals/{}/notes", file.referral), words.say("notes-link"));
    opens.then(|| Block::new("notes", words.say("notes-title")).line(link.note(words.say("notes-link-text"))))
}

/// What whoever has it open in an emergency must know first.
fn open_until(words: &Words, file: &ReferralFile) -> Option<Note> {
    let hour = words.hour(Timestamp::from(file.emergency?));
    let title = words.say1("emergency-open-until", "hour", hour);
    Some(Note::new(title, words.say("emergency-open-text")))
}

/// What the person is called for this reader.
pub(super) fn called(file: &ReferralFile) -> String {
    let name = file.package().map(|package| package.name.to_string());
    name.or_else(|| file.offer().map(|offer| offer.alias.to_string())).unwrap_or_default()
}

fn identity(visit: &Visit<'_>, file: &ReferralFile) -> Identity {
    let words = &visit.words;
    let facts = &file.facts;
    let name = |stream| file.shown.orgs.get(&stream).cloned().unwrap_or_default();
    let mut identity = Identity::new(called(file)).fact(state_tag(words, facts.state.code()));
    if let Some((service, org, _)) = facts.parties {
        let service = file.shown.services.get(&service.stream()).cloned().unwrap_or_default();
        identity = identity.lead(service).fact(Phrase::name(name(org.stream())));
    }
    if let Some(name) = facts.assigned.and_then(|account| file.shown.staff.get(&account.stream())) {
        identity = identity.fact(Phrase::from(words.say("referral-carried")).and(Phrase::name(name)));
    }
    if let Some((end, at)) = facts.end {
        let how = words.code(ReferralEnd::LIST, end.code());
        identity = identity.fact(Phrase::from(how).and(When::moment(words, Timestamp::from(at))));
    }
    let doors = possible::now(file).into_iter().take(DOORS);
    identity.doors(doors.fold(Doors::default(), |doors, kind| doors.or(href(file, kind), label(words, kind))))
}

fn href(file: &ReferralFile, kind: Kind) -> String {
    format!("/referrals/{}/do/{}", file.referral, kind.row().name)
}

fn label(words: &Words, kind: Kind) -> String {
    act_form::of(kind).map(|form| words.say(&form.title()).into_owned()).unwrap_or_default()
}

fn held_up(words: &Words, file: &ReferralFile) -> Option<Note> {
    let (reason, since) = file.facts.held?;
    let key = if file.facts.state == ReferralState::PlaceLost { "referral-place-lost" } else { "referral-on-hold" };
    let since = words.say1("referral-since", "when", words.moment(Timestamp::from(since)));
    let text = Phrase::from(words.code(HoldReason::LIST, reason.code())).and(since);
    let text = match file.facts.reentry_asked {
        Some(at) => text.and(words.say1("referral-reentry-asked", "when", words.moment(Timestamp::from(at)))),
        None => text,
    };
    Some(Note::new(words.say(key), text.and(words.say("referral-counts-against-nobody"))))
}

fn package_block(words: &Words, package: &PackageReleased) -> Block {
    let pairs = Pairs::new()
        .with(words.say("referral-name"), Phrase::name(package.name.to_string()))
        .with_some(words.say("field-called"), package.called.as_ref().map(|called| Phrase::name(called.to_string())))
        .with(words.say("referral-goal"), Phrase::name(package.goal.to_string()))
        .with(words.say("referral-step"), Phrase::name(package.step.to_string()))
        .with(words.say("referral-visiting"), Phrase::name(package.visiting.to_string()))
        .with_some(words.say("field-release-on"), package.release_on.map(|on| When::date(words, on)))
        .with(words.say("referral-basis"), Phrase::name(package.basis.to_string()))
        .with(words.say("referral-until"), When::date(words, package.until));
    Block::new("package", words.say("referral-package")).with(pairs)
}

fn meeting_of(recorded: &Recorded) -> Option<&MeetingHeld> {
    match &recorded.act {
        Act::Referral(topic::Referral::MeetingHeld(body)) => Some(body),
        _ => None,
    }
}

fn first_meeting(words: &Words, file: &ReferralFile) -> Block {
    let block = Block::new("meeting", words.say("referral-meeting"));
    let meetings: Vec<_> = file.acts.iter().filter_map(|recorded| Some((recorded, meeting_of(recorded)?))).collect();
    if meetings.is_empty() {
        return block.with(Empty::new(words.say("referral-no-meeting"), words.say("referral-no-meeting-text")));
    }
    meetings.into_iter().fold(block, |block, (recorded, body)| {
        let when = When::moment(words, Timestamp::from(recorded.concerns()));
        let told = words.say(if body.told_limits == YesNo::Yes { "referral-told-limits" } else { "referral-not-told" });
        let block = block.line(Phrase::from(when).and(attendance(words, Some(body.attendance))).note(told));
        summary(words, block, body.summary.as_ref().map(ToString::to_string))
    })
}

/// Words agreed with the person stand as their words.
fn summary(words: &Words, block: Block, text: Option<String>) -> Block {
    match text {
        Some(text) => block.written(&text).line(Phrase::default().note(words.say("referral-agreed"))),
        None => block,
    }
}

/// Whether it took place; the cause if it did not.
fn attendance(words: &Words, attendance: Option<Attendance>) -> Phrase {
    match attendance {
        Some(Attendance::TookPlace) => Tag::new(State::Met, words.say("referral-took-place")).into(),
        Some(cause) => Phrase::from(Tag::new(State::Plain, words.say("referral-did-not")))
            .note(words.code(Attendance::LIST, cause.code())),
        None => Tag::new(State::Due, words.say("referral-not-recorded")).into(),
    }
}

fn sessions(words: &Words, file: &ReferralFile) -> Block {
    let block = Block::new("sessions", words.say("referral-sessions"));
    if file.facts.sessions.is_empty() {
        let step = Kind::SessionScheduled;
        let empty = Empty::new(words.say("referral-no-session"), words.say("referral-no-session-text"));
        let can = possible::can(file, step);
        return block.with(if can { empty.step(href(file, step), label(words, step)) } else { empty });
    }
    let places: BTreeMap<ActId, &Line> = file
        .acts
        .iter()
        .filter_map(|recorded| match &recorded.act {
            Act::Referral(topic::Referral::SessionScheduled(body)) => Some((recorded.id(), &body.place)),
            _ => None,
        })
        .collect();
    let columns = ["referral-when", "referral-place", "referral-attendance"];
    let row = |session: &SessionFacts| -> Vec<Phrase> {
        let when = Phrase::from(When::moment(words, Timestamp::from(session.at)));
        let moved = session.changes > 0;
        let summary = recorded_session(file, session.act).and_then(|body| body.summary.as_ref());
        let took = attendance(words, session.attendance);
        let took = match on_session(words, file, session) {
            Some(links) => took.and(links),
            None => took,
        };
        vec![
            if moved { when.note(words.say1("referral-moved", "count", session.changes)) } else { when },
            places.get(&session.act).map_or_else(Phrase::default, |place| Phrase::name(place.to_string())),
            match summary {
                Some(summary) => took.note(summary.to_string()),
                None => took,
            },
        ]
    };
    let rows = file.facts.sessions.iter().rev().map(row).collect();
    block.with(
        Table::new(words.say("referral-sessions"), columns.map(|key| Column::new(words.say(key))).into(), rows)
            .caption_unseen(),
    )
}

fn recorded_session(file: &ReferralFile, session: ActId) -> Option<&SessionRecorded> {
    file.acts.iter().find_map(|recorded| match &recorded.act {
        Act::Referral(topic::Referral::SessionRecorded(body)) if body.session == session => Some(body),
        _ => None,
    })
}

/// What can be done with a session.
fn on_session(words: &Words, file: &ReferralFile, session: &SessionFacts) -> Option<Phrase> {
    let kinds = [Kind::SessionRecorded, Kind::SessionChanged].into_iter();
    let links = kinds
        .filter(|kind| possible::waits(session) && possible::can(file, *kind))
        .map(|kind| Phrase::link(format!("{}?session={}", href(file, kind), session.act), label(words, kind)));
    links.reduce(Phrase::and)
}

fn report(words: &Words, file: &ReferralFile) -> Option<Block> {
    let (recorded, body) = file.acts.iter().rev().find_map(|recorded| match &recorded.act {
        Act::Referral(topic::Referral::ServiceReported(body)) => Some((recorded, body)),
        _ => None,
    })?;
    let block = Block::new("report", words.say("referral-report"));
    let read =
        words.say(if body.person_read == YesNo::Yes { "referral-person-read" } else { "referral-person-not-read" });
    let columns = ["referral-hoped", "referral-reached", "referral-helped"];
    let row = |outcome: &domain::referral::Outcome| -> Vec<Phrase> {
        vec![
            Phrase::name(outcome.hoped.to_string()),
            words.code(Reached::LIST, outcome.reached.code()).into(),
            Phrase::name(outcome.note.to_string()),
        ]
    };
    let table = Table::new(
        words.say("referral-outcomes"),
        columns.map(|key| Column::new(words.say(key))).into(),
        body.outcomes.iter().map(row).collect(),
    );
    let when = When::moment(words, Timestamp::from(recorded.concerns()));
    Some(block.line(Phrase::from(when).note(read)).with(table.caption_unseen()))
}

fn asked(visit: &Visit<'_>, file: &ReferralFile, offered: &domain::referral::Offered) -> Block {
    let words = &visit.words;
    let block = Block::new("ask", words.say("referral-asked"));
    match file.facts.offered {
        Some((_, at)) if file.facts.state == ReferralState::Offered => {
            let bar = answer_bar(visit, at, offered.answer_by);
            let day = words.say1("offer-answer-by", "day", words.weekday(offered.answer_by));
            block.line(Phrase::from(day).note(bar.sentence())).with(bar).with(offer::pairs(visit, file, offered))
        }
        _ => block.with(offer::pairs(visit, file, offered)),
    }
}

fn timeline(words: &Words, file: &ReferralFile) -> Block {
    let entry = |recorded: &Recorded| {
        let envelope = &recorded.envelope;
        let org = file.shown.orgs.get(&envelope.org.stream()).cloned().unwrap_or_default();
        let by = match file.shown.staff.get(&envelope.actor.stream()) {
            Some(name) => words.say_with("referral-of", &[("who", name.into()), ("org", org.into())]).into(),
            None => Phrase::name(org),
        };
        let told = Phrase::from(words.say(&act_form::told(recorded.act.kind())));
        let what = match why(words, &recorded.act) {
            Some(why) => told.note(why),
            None => told,
        };
        Entry { when: When::moment(words, Timestamp::from(recorded.concerns())), what, by }
    };
    Block::new("timeline", words.say("referral-timeline")).with(Log::new(file.acts.iter().rev().map(entry).collect()))
}

/// The reason that an act states, where it states one.
fn why(words: &Words, act: &Act) -> Option<String> {
    let Act::Referral(act) = act else { return None };
    match act {
        topic::Referral::Accepted(body) => body.note.as_ref().map(ToString::to_string),
        topic::Referral::Declined(body) => {
            let reason = words.code(domain::referral::DeclineReason::LIST, body.reason.code());
            Some(body.note.as_ref().map_or_else(|| reason.to_string(), |note| format!("{reason}. {note}")))
        }
        topic::Referral::Held(body) => Some(words.code(HoldReason::LIST, body.reason.code()).into_owned()),
        topic::Referral::PlaceLost(body) => Some(words.code(HoldReason::LIST, body.reason.code()).into_owned()),
        topic::Referral::Withdrawn(body) => Some(words.code(WithdrawReason::LIST, body.reason.code()).into_owned()),
        topic::Referral::SessionChanged(body) => Some(body.reason.to_string()),
        _ => None,
    }
}

fn looks(words: &Words, file: &ReferralFile) -> Block {
    let block = Block::new("looks", words.say("referral-looks"));
    if file.looks.lines.is_empty() {
        return block.with(Empty::new(words.say("referral-no-look"), words.say("referral-no-look-text")));
    }
    let line = |look: &LookLine| {
        let who = if look.own {
            Phrase::strong(words.say("referral-you"))
        } else {
            let who = words.code(Capacity::LIST, look.capacity.code());
            words.say_with("referral-of", &[("who", who.into()), ("org", (&look.org).into())]).into()
        };
        let parts: Vec<_> = look.parts.iter().map(|part| words.code(Part::LIST, part.code())).collect();
        Phrase::from(When::moment(words, Timestamp::from(look.at))).and(who).note(parts.join(&words.say("list-comma")))
    };
    let looks = &file.looks;
    let to = |page: u32| format!("/referrals/{}?page={page}", file.referral);
    block.with(People::new(looks.lines.iter().map(line).collect())).with(Tabs::paging(
        words,
        looks.page.number,
        Pages::All(looks.total.div_ceil(looks.page.size)),
        to,
    ))
}

fn beside(visit: &Visit<'_>, file: &ReferralFile) -> Vec<Block> {
    let words = &visit.words;
    let more: Vec<Phrase> = possible::now(file)
        .into_iter()
        .skip(DOORS)
        .map(|kind| Phrase::link(href(file, kind), label(words, kind)))
        .collect();
    let mut blocks = Vec::new();
    if !more.is_empty() {
        blocks.push(Block::new("more", words.say("referral-more")).items(more));
    }
    if let Some(case) = file.case {
        let link = Phrase::link(format!("/cases/{case}"), words.say("referral-to-case"));
        blocks.push(Block::new("case", words.say("referral-case")).line(link));
    }
    // Grounds on the case open more, but not here.
    let here = [Part::Offer, Part::Package, Part::Attendance, Part::Record].into_iter();
    let open = here.filter(|part| file.parts.contains(*part)).map(|part| words.code(Part::LIST, part.code()).into());
    let open = Block::new("open", words.say("referral-open-to-you")).items(open.collect());
    let helps = visit.actor().is_ok_and(|actor| file.facts.parties.is_some_and(|(_, org, _)| org == actor.org));
    blocks.push(if helps { open.line(words.say("offer-help")) } else { open });
    blocks
}
