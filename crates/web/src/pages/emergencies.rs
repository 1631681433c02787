//! Openings in an emergency, for those who examine them: what waits, what was found, and accounts that oversight looks at.
//!
//! It shows of a file what stands in the record of who looked. To examine an opening opens nothing.

use app::Disclosed;
use app::consult::{EmergencyLine, EmergencyList, FrequentLine};
use domain::emergency::{EmergencyFinding, EmergencyReason, SUSPENDED_AFTER};
use domain::{ActId, Kind, Moment};
use jiff::Timestamp;

use super::asking::{self, Asking};
use super::organisations::form_of;
use crate::answer::Answer;
use crate::pages::sheet::{Block, Page};
use crate::part::{Column, Empty, Identity, Pairs, Phrase, State, Table, Tag, When};
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::Visit;

/// Where they stand.
pub(crate) const PATH: &str = "/emergencies";

const LIST: Asks = Asks::Consult("openings in an emergency that the reader may examine");

/// The routes of these pages.
pub const ROUTES: &[Route] = &[
    Route::get(PATH, LIST, show),
    Route::get("/emergencies/{opening}", LIST, |visit| asking::show(visit, examining(visit)?.0)),
    Route::post("/emergencies/{opening}", Asks::Perform("file.emergency_reviewed"), send),
];

fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let list = visit.app.emergencies(visit.actor()?)?;
    let page = arrange(visit, &list);
    Ok(Answer::page(&list.map(|_| page))?)
}

fn arrange(visit: &Visit<'_>, list: &EmergencyList) -> Page {
    let words = &visit.words;
    let say = |key: &str| words.say(key).into_owned();
    let (done, waiting): (Vec<_>, Vec<_>) = list.lines.iter().partition(|line| line.examined.is_some());
    let heading = words.say1("emergencies-waiting", "count", waiting.len()).into_owned();
    let wait = Block::new("waiting", heading.clone());
    let wait = if waiting.is_empty() {
        wait.with(Empty::new(say("emergencies-none"), say("emergencies-none-text")))
    } else {
        wait.with(table(visit, heading, &waiting, list.now))
    };
    let mut page = Page::new(visit.shell("emergencies-title"))
        .trail("/", say("home-title"))
        .trail("", say("emergencies-title"))
        .head(Identity::new(say("emergencies-title")).lead(say("emergencies-lead")))
        .block(wait);
    if !list.frequent.is_empty() {
        page = page.block(frequent(visit, &list.frequent));
    }
    if !done.is_empty() {
        let title = say("emergencies-examined");
        page = page.block(Block::new("examined", title.clone()).with(table(visit, title, &done, list.now)));
    }
    page
}

/// Who opened it, in which capacity and for whom.
pub(crate) fn who(visit: &Visit<'_>, line: &EmergencyLine) -> Phrase {
    let capacity = visit.words.code("capacity", line.capacity.code());
    let post = format!("{capacity}{}{}", visit.words.say("shell-comma"), line.org);
    let name = line.by.clone().map_or_else(|| visit.words.say("casework-somebody").into(), Phrase::name);
    let phrase = name.note(post);
    match line.lately {
        Some(lately) => phrase.note(visit.words.say1("emergencies-nth", "count", lately)),
        None => phrase,
    }
}

/// Whose file it is, for those who may see that; others read the number of the opening alone.
fn which(visit: &Visit<'_>, line: &EmergencyLine) -> Phrase {
    match &line.name {
        Some(name) => {
            let called = format!("{}{}{}", name.family, visit.words.say("shell-comma"), name.given);
            Phrase::link(format!("/cases/{}", line.case), called).and(Phrase::code(name.number.clone()))
        }
        None => visit.words.say("emergencies-file-unnamed").into(),
    }
}

/// How far it has come: what was found, or by when somebody examines it.
pub(crate) fn standing(visit: &Visit<'_>, line: &EmergencyLine, now: Moment) -> Phrase {
    let words = &visit.words;
    if let Some((_, found)) = line.examined {
        let state = match found {
            EmergencyFinding::Justified => State::Met,
            EmergencyFinding::NotJustified => State::Breach,
        };
        return Tag::new(state, words.code(EmergencyFinding::LIST, found.code())).into();
    }
    let day = words.moment(Timestamp::from(line.examine_by));
    let phrase: Phrase = if now > line.examine_by {
        Tag::new(State::Late, words.say1("emergencies-late", "day", day)).into()
    } else {
        Tag::new(State::Due, words.say1("emergencies-by", "day", day)).into()
    };
    if now > line.at.plus(SUSPENDED_AFTER) { phrase.note(words.say("emergencies-suspends")) } else { phrase }
}

fn table(visit: &Visit<'_>, caption: String, lines: &[&EmergencyLine], now: Moment) -> Table {
    let words = &visit.words;
    let rows = lines.iter().map(|line| {
        let mut state = standing(visit, line, now);
        let way = if line.examined.is_some() { "emergencies-again" } else { "emergencies-examine" };
        state = if line.may_examine {
            state.and(Phrase::link(format!("{PATH}/{}", line.opening), words.say(way)))
        } else {
            state.note(words.say("emergencies-own"))
        };
        vec![
            who(visit, line),
            which(visit, line),
            When::moment(words, Timestamp::from(line.at)).into(),
            Phrase::strong(words.code(EmergencyReason::LIST, line.reason.code())).and(Phrase::name(&line.words)),
            state,
        ]
    });
    let columns = ["emergencies-who", "emergencies-file", "emergencies-when", "emergencies-why", "emergencies-state"];
    let columns = columns.map(|key| Column::new(words.say(key))).to_vec();
    Table::new(caption, columns, rows.collect()).caption_unseen()
}

fn frequent(visit: &Visit<'_>, lines: &[FrequentLine]) -> Block {
    let words = &visit.words;
    let rows = lines.iter().map(|line| {
        let capacity = words.code("capacity", line.capacity.code());
        let name = line.name.clone().map_or_else(|| words.say("casework-somebody").into(), Phrase::name);
        vec![
            name.note(format!("{capacity}{}{}", words.say("shell-comma"), line.org)),
            words.number(line.lately).into(),
            words.number(line.overdue).into(),
        ]
    });
    let columns = vec![
        Column::new(words.say("emergencies-account")),
        Column::numbers(words.say("emergencies-lately")),
        Column::numbers(words.say("emergencies-overdue")),
    ];
    let title = words.say("emergencies-frequent").into_owned();
    Block::new("frequent", title.clone())
        .line(words.say("emergencies-frequent-text"))
        .with(Table::new(title, columns, rows.collect()).caption_unseen())
}

/// The form about one opening, and the opening; those that the reader may not examine are told so.
fn examining(visit: &Visit<'_>) -> Result<(Disclosed<Asking>, EmergencyLine), Trouble> {
    let opening: ActId = visit.id("opening")?;
    let form = form_of(Kind::FileEmergencyReviewed)?;
    let list = visit.app.emergencies(visit.actor()?)?;
    let line = list.lines.iter().find(|line| line.opening == opening).cloned().ok_or_else(Trouble::not_found)?;
    if !line.may_examine {
        return Err(app::Refusal::NotAllowed.into());
    }
    let words = &visit.words;
    let pairs = Pairs::new()
        .with(words.say("emergencies-who"), who(visit, &line))
        .with(words.say("emergencies-file"), which(visit, &line))
        .with(words.say("emergencies-when"), When::moment(words, Timestamp::from(line.at)))
        .with(words.say("emergencies-why"), words.code(EmergencyReason::LIST, line.reason.code()))
        .with(words.say("emergencies-state"), standing(visit, &line, list.now));
    let about = Block::new("which", words.say("emergencies-which")).with(pairs).written(&line.words);
    let asking = list.map(|_| Asking {
        lead: words.say("emergencies-examine-lead").into_owned(),
        about: vec![about],
        opened: form.opened(&[("opening", &opening.to_string())]),
        ..Asking::new(visit, form, format!("{PATH}/{opening}"), (PATH, "emergencies-title"))
    });
    Ok((asking, line))
}

fn send(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (asking, line) = examining(visit)?;
    let deed = asking.deed(visit, line.case.stream());
    asking::send(visit, asking, deed, |_| Ok(Answer::see(PATH)))
}
