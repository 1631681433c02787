//! The offer as its receiver sees it: who is asked for what, until when, what they would see, what they never see; and the
//! answer.
//!
//! There is no name, no number and no offence on this page, because there is none in the offer.

use app::consult::ReferralFile;
use app::{Deed, Disclosed};
use axum::http::StatusCode;
use domain::assessment::NeedArea;
use domain::referral::{DeclineReason, Offered};
use domain::referral_facts::ReferralState;
use domain::{Kind, StreamId};
use serde_json::{Value, json};

use super::{is_asked, open};
use crate::acting::{self, Outcome};
use crate::answer::Answer;
use crate::form::{Field, FieldError, Form, FormPage, FormSpec, Input, Section, Whose};
use crate::pages::organisations::form_of;
use crate::pages::referrals::answer_bar;
use crate::pages::sheet::{Block, Page};
use crate::part::{Identity, Margin, Pairs, Phrase, When};
use crate::trouble::Trouble;
use crate::visit::Visit;

/// Both answers in one form, as one would be asked.
static ANSWER: FormSpec = FormSpec {
    id: "offer.answer",
    sections: &[Section {
        legend: "offer-your-answer",
        cite: None,
        fields: &[
            Field::choice("answer", "offer_answer", &["accepted", "declined"]).required(),
            Field::choice("reason", DeclineReason::LIST, DeclineReason::CODES).required().when("answer", "declined"),
            Field::long_text("note", 800).hint(),
        ],
    }],
    submit: "offer-send",
};

/// The offer.
pub(super) fn show(visit: &Visit<'_>, file: Disclosed<ReferralFile>) -> Result<Answer, Trouble> {
    page(visit, file, &Input::default(), &[])
}

/// The answer to it.
pub(super) fn answered(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let file = open(visit)?;
    let path = format!("/referrals/{}", file.referral);
    if !is_asked(&file) {
        // Answered already, or not this reader's to answer: the page says which.
        return Ok(Answer::see(path));
    }
    let accepts = visit.form.get("answer") == Some("accepted");
    let kind = if accepts { Kind::ReferralAccepted } else { Kind::ReferralDeclined };
    let stream = file.referral.stream();
    match acting::perform(visit, form_of(kind)?, deed(visit, stream, kind))? {
        // What was declined is no longer theirs to see.
        Outcome::Done(_) => Ok(Answer::see(if accepts { path } else { "/referrals".to_owned() })),
        Outcome::Wrong(errors, status) => Ok(page(visit, file, &visit.form, &errors)?.with_status(status)),
        Outcome::Stopped(findings) => Err(app::Refusal::Safeguard(findings).into()),
        Outcome::Moved => {
            Ok(page(visit, file, &visit.form, &[FieldError::new("", "offer-moved")])?.with_status(StatusCode::CONFLICT))
        }
    }
}

fn deed(visit: &Visit<'_>, stream: StreamId, kind: Kind) -> Result<Deed, Vec<FieldError>> {
    let answer = ANSWER.read(&visit.form, &visit.words)?;
    let mut body = serde_json::Map::new();
    for field in ["reason", "note"] {
        if let Some(given) = answer.get(field).filter(|given| !given.is_null()) {
            body.insert(field.to_owned(), given.clone());
        }
    }
    let body = Value::Object(body);
    let act = kind.decode(kind.row().version, json!(body).to_string().as_bytes());
    let act = act.map_err(|_| vec![FieldError::new("", "wrong-unreadable")])?;
    Ok(acting::sent(visit, Deed::one(stream, act), stream))
}

fn page(
    visit: &Visit<'_>,
    file: Disclosed<ReferralFile>,
    input: &Input,
    errors: &[FieldError],
) -> Result<Answer, Trouble> {
    let (csrf, once) = (visit.csrf(), visit.once()?);
    let (action, head) = (format!("/referrals/{}/answer", file.referral), file.head.to_string());
    let form = ANSWER.show(FormPage { ..visit.form_page(&action, &csrf, &head, &once) }, input, errors);
    let page = file.map(|file| match file.offer() {
        Some(offer) => laid_out(visit, &file, offer, form),
        None => Page::new(visit.shell("offer-title")),
    });
    Ok(Answer::page(&page)?)
}

fn laid_out(visit: &Visit<'_>, file: &ReferralFile, offer: &Offered, form: Form) -> Page {
    let words = &visit.words;
    let shell = visit.shell("offer-title").with_errors(form.has_errors());
    let seen = Block::new("see", words.say("offer-see"))
        .items(
            ["offer-see-name", "offer-see-goal", "offer-see-visiting", "offer-see-consent"]
                .map(|key| words.say(key).into())
                .into(),
        )
        .line(Phrase::default().note(words.say("offer-see-until")));
    let never = Block::new("never", words.say("offer-never"))
        .items(
            ["offer-never-health", "offer-never-complaints", "offer-never-court"]
                .map(|key| words.say(key).into())
                .into(),
        )
        .line(words.say("offer-help"));
    Page::new(shell)
        .trail("/referrals", words.say("referrals-title"))
        .head(Identity::new(words.say("offer-could-you")).lead(words.say("offer-lead")))
        .block(Block::new("ask", words.say("offer-asked")).with(pairs(visit, file, offer)))
        .block(clock(visit, file, offer))
        .beside(words.say("offer-beside"), vec![seen, never])
        .foot(form)
}

/// What the offer says.
pub(super) fn pairs(visit: &Visit<'_>, file: &ReferralFile, offer: &Offered) -> Pairs {
    let words = &visit.words;
    let name = |stream: StreamId| file.shown.orgs.get(&stream).cloned().unwrap_or_default();
    let service = file.shown.services.get(&offer.service.stream()).cloned().unwrap_or_default();
    let alias = Phrase::strong(offer.alias.to_string());
    let waits = file.facts.state == ReferralState::Offered;
    let who = if waits { alias.note(words.say("offer-who-alias")) } else { alias };
    let languages: Vec<String> = offer.languages.iter().map(ToString::to_string).collect();
    Pairs::new()
        .with(words.say("offer-who"), who)
        .with(words.say("offer-service"), Phrase::name(service))
        .with(words.say("offer-need"), words.code(NeedArea::LIST, offer.need.code()))
        .with(words.say("offer-what"), Phrase::name(offer.asked.to_string()))
        .with(words.say("offer-languages"), Phrase::name(languages.join(&words.say("list-comma"))))
        .with(words.say("offer-where"), Phrase::name(offer.place.to_string()))
        .with(words.say("offer-first-meeting"), When::date(words, offer.first_meeting_by))
        .with(words.say("offer-from"), Phrase::name(name(offer.from.stream())).note(offer.contact.to_string()))
}

fn clock(visit: &Visit<'_>, file: &ReferralFile, offer: &Offered) -> Block {
    let words = &visit.words;
    let title = words.say1("offer-answer-by", "day", words.weekday(offer.answer_by)).into_owned();
    let block = Block::new("by", title);
    let Some((_, offered)) = file.facts.offered else { return block };
    let bar = answer_bar(visit, offered, offer.answer_by);
    let sentence = bar.sentence().to_owned();
    block.with(bar).line(Phrase::from(sentence)).with(Margin::new(
        words,
        words.say("offer-clock"),
        words.say("offer-no-answer"),
        Whose::Policy,
    ))
}
