//! Acting for a post that one stands in for: taking it up in this session, and laying it down again.
//!
//! Whether somebody stands in is asked of `app` with every request; a session only remembers for which post it acts.

use app::posts::Acting;
use askama::Template;
use askama::filters::HtmlSafe;
use domain::{ActId, Capacity};
use jiff::Timestamp;

use super::sheet::Block;
use crate::answer::Answer;
use crate::part::Phrase;
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::Visit;

/// The routes of this page.
pub const ROUTES: &[Route] = &[Route::post(
    "/acting-for",
    Asks::SignedIn("for which post the own session acts; only one that its holder stands in for"),
    take_up,
)];

fn take_up(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let cookie = visit.cookie.as_deref().ok_or(Trouble::SignIn)?;
    let cover: Option<ActId> = match visit.form.get("cover").unwrap_or_default() {
        "" => None,
        cover => Some(cover.parse().map_err(|_| Trouble::not_found())?),
    };
    visit.app.act_for(visit.actor()?, cookie, cover)?;
    Ok(Answer::see("/"))
}

/// The button that takes a post up.
#[derive(Template)]
#[template(
    source = "<form method=\"post\" action=\"/acting-for\"><input type=\"hidden\" name=\"csrf\" value=\"{{ csrf }}\"><input type=\"hidden\" name=\"cover\" value=\"{{ cover }}\"><p class=\"acts\"><button>{{ label }}</button></p></form>",
    ext = "html"
)]
struct TakeUp {
    csrf: String,
    cover: ActId,
    label: String,
}

impl HtmlSafe for TakeUp {}

/// For which post, in place of whom, and until when.
pub(crate) fn told(visit: &Visit<'_>, acting: &Acting) -> String {
    let words = &visit.words;
    let capacity = words.code(Capacity::LIST, acting.capacity.code()).into_owned();
    let mut told = vec![
        ("post", acting.title.as_str().into()),
        ("capacity", capacity.into()),
        ("until", words.moment(Timestamp::from(acting.until)).into()),
    ];
    match &acting.holder {
        Some(holder) => {
            told.push(("holder", holder.as_str().into()));
            words.say_with("acting-for-holder", &told).into_owned()
        }
        None => words.say_with("acting-for-nobody", &told).into_owned(),
    }
}

/// The posts that the reader stands in for and does not act for in this session.
pub(crate) fn block(visit: &Visit<'_>, stands_in: &[Acting]) -> Option<Block> {
    let acts = visit.signed.as_ref().and_then(|signed| signed.acting.as_ref()).map(|acting| acting.cover);
    let others: Vec<&Acting> = stands_in.iter().filter(|one| Some(one.cover) != acts).collect();
    if others.is_empty() {
        return None;
    }
    let words = &visit.words;
    let mut block = Block::new("acting", words.say("acting-title")).line(words.say("acting-text"));
    for acting in others {
        block = block.line(Phrase::from(told(visit, acting))).with(TakeUp {
            csrf: visit.csrf(),
            cover: acting.cover,
            label: words.say1("acting-take-up", "post", &acting.title).into_owned(),
        });
    }
    Some(block)
}
