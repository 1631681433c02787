//! Notes of a civil society organisation on one referral: writing them, and reading them while the vault is open.
//!
//! What was typed is kept nowhere but in the page itself: nothing waits on the server for a second try.

use app::Refusal;
use app::consult::{NoteLine, NotesFile, Words};
use askama::Template;
use axum::http::StatusCode;
use domain::text::NotText;
use domain::{Capacity, ReferralId, Text};
use jiff::Timestamp;

use crate::answer::Answer;
use crate::layout::Shell;
use crate::part::{Column, Phrase, Table};
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::{Visit, usual_purpose};

/// The routes of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/referrals/{referral}/notes", Asks::Consult("the notes on a referral that its carrier wrote"), show),
    Route::post("/referrals/{referral}/notes", Asks::Perform("note.written, sealed to the own vault"), write),
];

struct Note {
    by: String,
    when: String,
    text: Option<Vec<String>>,
    closed: String,
}

#[derive(Template)]
#[template(path = "vault/notes.html")]
struct NotesSheet {
    shell: Shell,
    referral: ReferralId,
    here: String,
    wrong: Option<String>,
    text_wrong: Option<String>,
    typed: String,
    once: String,
    vault: bool,
    holds: bool,
    writes: bool,
    open_until: Option<String>,
    notes: Vec<Note>,
    looks: Table,
}

/// What stands in the form, and what is wrong with it.
#[derive(Default)]
struct Typed {
    text: String,
    wrong: Option<String>,
    text_wrong: Option<String>,
}

fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    again(visit, Typed::default(), StatusCode::OK)
}

fn again(visit: &Visit<'_>, typed: Typed, status: StatusCode) -> Result<Answer, Trouble> {
    let (actor, referral) = (visit.actor()?, visit.id("referral")?);
    let cookie = visit.cookie.as_deref().ok_or(Trouble::SignIn)?;
    let once = visit.token()?;
    let found = visit.app.notes(actor, referral, usual_purpose(actor.capacity), cookie)?;
    Ok(Answer::page(&found.map(|found| arrange(visit, &found, typed, once)))?.with_status(status))
}

fn arrange(visit: &Visit<'_>, found: &NotesFile, typed: Typed, once: String) -> NotesSheet {
    let words = &visit.words;
    let note = |line: &NoteLine| {
        let by = line.by.clone().unwrap_or_else(|| words.say("notes-somebody").into_owned());
        let closed = match line.words {
            Words::Unreadable => "notes-unreadable",
            Words::Open(_) | Words::Closed => "notes-closed",
        };
        Note {
            by: if line.own { words.say("notes-own").into_owned() } else { by },
            when: words.moment(Timestamp::from(line.at)),
            text: match &line.words {
                Words::Open(text) => Some(text.as_str().lines().map(str::to_owned).collect()),
                Words::Closed | Words::Unreadable => None,
            },
            closed: words.say(closed).into_owned(),
        }
    };
    let rows = found.looks.iter().map(|look| -> Vec<Phrase> {
        let capacity = words.code(Capacity::LIST, look.capacity.code()).into_owned();
        let by = look.by.clone().unwrap_or_else(|| words.say("notes-somebody").into_owned());
        vec![words.moment(Timestamp::from(look.at)).into(), Phrase::name(by).note(capacity)]
    });
    let columns = ["notes-look-at", "notes-look-by"].map(|key| Column::new(words.say(key)));
    let looks = Table::new(words.say1("notes-looks-count", "count", found.looks.len()), columns.into(), rows.collect());
    let here = format!("/referrals/{}/notes", found.referral);
    let mut shell = visit.shell("notes-title").with_errors(typed.wrong.is_some() || typed.text_wrong.is_some());
    here.clone_into(&mut shell.here);
    NotesSheet {
        shell,
        referral: found.referral,
        here,
        wrong: typed.wrong,
        text_wrong: typed.text_wrong,
        typed: typed.text,
        once,
        vault: found.vault,
        holds: found.holds,
        writes: found.writes,
        open_until: found.open_until.map(|until| super::vault::hour(visit, until)),
        notes: found.notes.iter().map(note).collect(),
        looks,
    }
}

fn write(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let referral: ReferralId = visit.id("referral")?;
    let typed = visit.form.get("text").unwrap_or_default().to_owned();
    let say = |key: &str| Some(visit.words.say(key).into_owned());
    let text = match Text::new(&typed) {
        Ok(text) => text,
        Err(not) => {
            let text_wrong = match not {
                NotText::Empty => say("notes-empty"),
                NotText::TooLong { max } => Some(visit.words.say1("notes-too-long", "max", max).into_owned()),
                NotText::Control => say("notes-control"),
            };
            let typed = Typed { text: typed, text_wrong, ..Typed::default() };
            return again(visit, typed, StatusCode::UNPROCESSABLE_ENTITY);
        }
    };
    let once = visit.form.get(crate::form::ONCE).map(str::to_owned);
    match visit.app.write_note(visit.actor()?, referral, &text, once) {
        Ok(_) => Ok(Answer::see(format!("/referrals/{referral}/notes"))),
        // Sealed twice, the same words are not the same: whether they were saved already is for their writer to see.
        Err(Refusal::KeyReused) => again(
            visit,
            Typed { text: typed, wrong: say("notes-sent-before"), ..Typed::default() },
            StatusCode::CONFLICT,
        ),
        Err(Refusal::NotPossible(reason)) => {
            let wrong = say(&format!("not-possible-{}", crate::words::dashed(reason.code())));
            again(visit, Typed { text: typed, wrong, ..Typed::default() }, StatusCode::CONFLICT)
        }
        Err(refusal) => Err(refusal.into()),
    }
}
