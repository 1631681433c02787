//! Who has seen a case: capacity, organisation, parts, purpose, time. Names go through oversight.

use app::consult::{LookLine, LookPage};

use super::{Case, Section};
use crate::answer::Answer;
use crate::pages::sheet::Block;
use crate::part::{Empty, Entry, Log, Pages, Phrase, Tabs};
use crate::trouble::Trouble;
use crate::visit::Visit;

fn who(case: &Case<'_>, line: &LookLine) -> String {
    if line.own {
        return case.say(if line.printed { "casework-you-printed" } else { "casework-you-opened" });
    }
    let capacity = case.words.code("capacity", line.capacity.code()).into_owned();
    // Whoever oversees looks reads the name in place of the capacity alone.
    let capacity = line.who.as_ref().map_or_else(|| capacity.clone(), |name| format!("{name} ({capacity})"));
    let told = [("capacity", capacity.into()), ("org", line.org.as_str().into())];
    case.words
        .say_with(if line.printed { "casework-other-printed" } else { "casework-other-opened" }, &told)
        .into_owned()
}

/// One look as an entry.
fn entry(case: &Case<'_>, line: &LookLine) -> Entry {
    let parts: Vec<String> = line.parts.iter().map(|part| case.words.code("part", part.code()).into_owned()).collect();
    let parts = parts.join(&case.say("casework-semicolon"));
    let by = match line.purpose {
        Some(purpose) => {
            let purpose = case.words.code("purpose", purpose.code()).into_owned();
            case.words.say_with("casework-looks-for", &[("purpose", purpose.into()), ("parts", parts.into())]).into()
        }
        None => Phrase::from(parts),
    };
    let mut what = Phrase::from(who(case, line));
    if let Some(post) = &line.for_post {
        what = what.note(super::timeline::for_post(case, post));
    }
    Entry { when: case.when(line.at), what, by }
}

/// The newest looks as short lines.
pub(super) fn short(case: &Case<'_>) -> Vec<Phrase> {
    case.file
        .looks
        .lines
        .iter()
        .map(|line| {
            let phrase = Phrase::from(who(case, line)).and(case.when(line.at));
            match line.purpose {
                Some(purpose) => phrase.note(case.words.code("purpose", purpose.code()).into_owned()),
                None => phrase,
            }
        })
        .collect()
}

pub(super) fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let number = match visit.query.get("page") {
        Some(number) => number.parse().map_err(|_| Trouble::Unreadable)?,
        None => 0,
    };
    super::page_with_looks(visit, Section::Looks, LookPage::of_all(number), |case| {
        let looks = &case.file.looks;
        let mut block = Block::new("looks", case.say("casework-section-looks")).line(case.say("casework-looks-text"));
        block = if looks.lines.is_empty() {
            block.with(Empty::new(case.say("casework-nothing"), case.say("casework-looks-empty")))
        } else {
            let to = |page: u32| format!("{}?page={page}", case.href(Section::Looks));
            block.with(Log::new(looks.lines.iter().map(|line| entry(case, line)).collect())).with(Tabs::paging(
                case.words,
                number,
                Pages::All(looks.total.div_ceil(looks.page.size)),
                to,
            ))
        };
        let page = case.frame(Section::Looks, None).block(case.sight_block());
        Ok(page.blocks(case.emergencies_block().into_iter().collect()).block(block))
    })
}
