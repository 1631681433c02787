//! Correcting a report: first why, then the form of the report itself, filled in as it was.

use app::Correcting;
use domain::file::CorrectionReason;
use domain::keeping::{correctable, strikable};
use domain::{ActId, Kind, Recorded};

use super::Case;
use crate::answer::Answer;
use crate::pages::sheet::{Block, Page};
use crate::part::Phrase;
use crate::trouble::Trouble;
use crate::visit::Visit;

/// Does this act stand in the place of another one?
fn replaces(case: &Case<'_>, act: ActId) -> bool {
    case.file.facts.keeping.corrected.iter().any(|(_, by)| *by == act)
}

fn struck_or_proposed(case: &Case<'_>, act: ActId) -> bool {
    case.file.facts.keeping.strikes.iter().any(|strike| strike.of == act)
}

/// Could the reader correct it with a form of its own?
fn may_correct(case: &Case<'_>, recorded: &Recorded) -> bool {
    let kind = recorded.act.kind();
    let alone = crate::act_form::of(kind).is_some_and(|form| form.composes.is_empty());
    let both = case.file.may.contains(&Kind::FileCorrected) && case.file.may.contains(&kind);
    alone && both && correctable(kind) && !replaces(case, recorded.id())
}

/// What an entry of the timeline says of its own being corrected, and the ways on from it.
pub(super) fn marked(case: &Case<'_>, recorded: &Recorded, what: Phrase) -> Phrase {
    let (id, keeping) = (recorded.id(), &case.file.facts.keeping);
    let mut what = what;
    if keeping.corrected.iter().any(|(of, _)| *of == id) {
        what = what.note(case.say("casework-corrected-mark"));
    }
    if replaces(case, id) {
        what = what.note(case.say("casework-corrects-mark"));
    }
    if struck_or_proposed(case, id) {
        return what.note(case.say("casework-strike-proposed-mark"));
    }
    if may_correct(case, recorded) {
        let href = format!("/cases/{}/correct/{id}", case.file.case);
        what = what.and(Phrase::link(href, case.say("casework-correct")));
    }
    if case.file.may.contains(&Kind::FileStrikeProposed) && strikable(recorded.act.kind()) {
        let href = case.doing(Kind::FileStrikeProposed, &[("of", id.to_string())]);
        what = what.and(Phrase::link(href, case.say("casework-strike")));
    }
    what
}

/// Why it is corrected: each reason leads to the form.
pub(super) fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let act: ActId = visit.id("act")?;
    let file = super::open(visit)?;
    let page = {
        let case = Case { visit, words: &visit.words, file: &file };
        let found = file.acts.iter().find(|recorded| recorded.id() == act).filter(|found| may_correct(&case, found));
        let recorded = found.ok_or_else(Trouble::not_found)?;
        let kind = recorded.act.kind();
        let reasons = CorrectionReason::ALL.iter().map(|why| {
            let known = [("corrects", act.to_string()), ("because", why.code().to_owned())];
            Phrase::link(case.doing(kind, &known), case.words.code("correction_reason", why.code()).into_owned())
        });
        let told = Phrase::from(case.say(&crate::act_form::told(kind))).and(case.on(case.day(recorded.concerns())));
        let block = Block::new("why", case.say("casework-correct-why"))
            .line(told)
            .line(case.say("casework-correct-why-text"))
            .items(reasons.collect());
        Page::new(visit.shell("casework-title-correct"))
            .trail("/cases", case.say("nav-cases"))
            .trail(case.href(super::Section::Timeline), Phrase::name(case.name()))
            .trail("", case.say("casework-title-correct"))
            .head(case.identity())
            .block(block)
    };
    Ok(Answer::page(&file.map(|_| page))?)
}

/// Which report the form that is open corrects, if its address says so.
pub(super) fn asked(visit: &Visit<'_>) -> Option<Correcting> {
    let of = visit.query.get("corrects")?.parse().ok()?;
    let why = visit.query.get("because")?.parse().ok()?;
    Some(Correcting { of, why })
}

/// The same as the end of an address.
pub(super) fn query(correcting: Option<Correcting>) -> String {
    correcting.map(|asked| format!("?corrects={}&because={}", asked.of, asked.why.code())).unwrap_or_default()
}
