//! Reads: files and lists, as far as the asker may see them.

use access::PartSet;
use app::consult::{CaseFile, CaseFilter, FindingLine, LookPage, Mine, ReferralFile};
use domain::account::TokenScope;
use domain::facts::Step;
use domain::look::Purpose;
use domain::measure::YesNo;
use domain::shape::{self, NoShape, Shape};
use domain::{CaseId, ReferralId};

use super::answers::{self, Board, BoardLine, Case, CaseFinding, Cases, Emergencies, Referral, Referrals, RuleSum};
use super::contract::{Contract, Query};
use crate::answer::Answer;
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::Visit;

const LISTS: &[TokenScope] = &[TokenScope::ReadLists];
const FILES: &[TokenScope] = &[TokenScope::ReadFiles];

const PURPOSE: &[Query] =
    &[Query { name: "purpose", shape: shape::of::<Purpose> }, Query { name: "looks", shape: shape::of::<u32> }];

const FILTER: &[Query] = &[
    Query { name: "step", shape: shape::of::<Step> },
    Query { name: "mine", shape: shape::of::<YesNo> },
    Query { name: "page", shape: shape::of::<u32> },
];

/// What can be asked of the board.
const BOARD: &[Query] = &[
    Query { name: "rule", shape: a_rule },
    Query { name: "severity", shape: shape::of::<safeguards::Severity> },
    Query { name: "outcome", shape: shape::of::<domain::look::Outcome> },
    Query { name: "prison", shape: shape::of::<domain::OrgId> },
    Query { name: "since", shape: shape::of::<domain::Date> },
    Query { name: "after", shape: a_place },
];

fn a_rule() -> Result<Shape, NoShape> {
    Ok(Shape::Codes(safeguards::RULES.iter().map(|rule| rule.id).collect()))
}

fn a_place() -> Result<Shape, NoShape> {
    Ok(Shape::Formed(app::consult::BoardPlace::form()))
}

/// The routes of this file.
pub(super) const ROUTES: &[Route] = &[
    Route::shows(
        "/api/v1/cases",
        Asks::Consult("the list of cases"),
        Contract::gives::<Cases>("Cases").query(FILTER).needs(LISTS),
        cases,
    ),
    Route::shows(
        "/api/v1/cases/{case}",
        Asks::Consult("one case"),
        Contract::gives::<Case>("Case").query(PURPOSE).needs(FILES),
        case,
    ),
    Route::shows(
        "/api/v1/referrals",
        Asks::Consult("the list of offers and referrals"),
        Contract::gives::<Referrals>("Referrals").needs(LISTS),
        referrals,
    ),
    Route::shows(
        "/api/v1/referrals/{referral}",
        Asks::Consult("one referral"),
        Contract::gives::<Referral>("Referral").query(PURPOSE).needs(FILES),
        referral,
    ),
    Route::shows(
        "/api/v1/emergencies",
        Asks::Consult("openings in an emergency that the asker may examine"),
        // No machine examines one: whoever does has a name and answers for it.
        Contract::gives::<Emergencies>("Emergencies"),
        emergencies,
    ),
    Route::shows(
        "/api/v1/findings",
        Asks::Consult("the board of findings"),
        Contract::gives::<Board>("Board").query(BOARD).needs(LISTS),
        findings,
    ),
];

fn parts(parts: PartSet) -> Vec<domain::Part> {
    parts.iter().collect()
}

fn all<'a, T: 'a, U: From<&'a T>>(lines: &'a [T]) -> Vec<U> {
    lines.iter().map(U::from).collect()
}

fn cases(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let mine = visit.wanted::<YesNo>("mine")? == Some(YesNo::Yes);
    let filter = CaseFilter {
        step: visit.wanted("step")?,
        mine: if mine { Mine::Carried } else { Mine::All },
        // Names are searched on the page, one at a time; there is no API for it.
        name: None,
        page: visit.wanted("page")?.unwrap_or(0),
    };
    let found = visit.app.cases(visit.actor()?, &filter)?;
    Ok(Answer::json(&found.map(|found| Cases {
        total: found.total.exactly(),
        more_than: found.total.more_than(),
        page: found.filter.page,
        loading: found.loading,
        cases: all(&found.lines),
    })))
}

fn case(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let case: CaseId = visit.id("case")?;
    let file = visit.app.case_with_looks(visit.actor()?, case, purpose(visit)?, looks(visit)?)?;
    Ok(Answer::json(&file.map(|file| case_answer(&file))))
}

fn case_answer(file: &CaseFile) -> Case {
    let finding = |line: &FindingLine| CaseFinding { finding: (&line.finding).into(), with_facts: line.with_facts };
    Case {
        case: file.case,
        head: file.head,
        parts: parts(file.parts),
        step: file.facts.step(),
        acts: file.acts.iter().filter_map(answers::act).collect(),
        findings: file.findings.iter().map(finding).collect(),
        met: u32::try_from(file.met).unwrap_or(u32::MAX),
        referrals: all(&file.referrals),
        looks: all(&file.looks.lines),
        looks_total: file.looks.total,
        may: file.may.clone(),
        emergency_until: file.emergency,
        sent: all(&file.sent),
    }
}

fn emergencies(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let list = visit.app.emergencies(visit.actor()?)?;
    Ok(Answer::json(&list.map(|list| Emergencies { openings: all(&list.lines), frequent: all(&list.frequent) })))
}

fn referrals(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let found = visit.app.referrals(visit.actor()?)?;
    Ok(Answer::json(&found.map(|found| Referrals { referrals: all(&found.lines) })))
}

fn referral(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let referral: ReferralId = visit.id("referral")?;
    let file = visit.app.referral_with_looks(visit.actor()?, referral, purpose(visit)?, looks(visit)?)?;
    Ok(Answer::json(&file.map(|file: ReferralFile| Referral {
        referral: file.referral,
        head: file.head,
        parts: parts(file.parts),
        state: file.facts.state,
        end: file.facts.end.map(|(end, _)| end),
        case: file.case,
        acts: file.acts.iter().filter_map(answers::act).collect(),
        looks: all(&file.looks.lines),
        looks_total: file.looks.total,
        may: file.may,
        emergency_until: file.emergency,
    })))
}

fn findings(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    // A form sends the fields that nobody filled; a program has no reason to.
    if let Some(blank) = BOARD.iter().find(|query| visit.query.get(query.name).is_some_and(str::is_empty)) {
        return Err(Trouble::Strange(blank.name.to_owned()));
    }
    let board = visit.app.findings_asked(visit.actor()?, &crate::pages::findings::asked(visit)?)?;
    let line = |line: &app::consult::BoardLine| BoardLine {
        case: line.case,
        rule: line.rule.clone(),
        outcome: line.outcome,
        since: line.since,
        raised: line.raised,
    };
    let sum = |sum: &app::consult::RuleSum| RuleSum {
        rule: sum.rule.id().to_owned(),
        undetermined: sum.undetermined,
        breach: sum.breach,
    };
    Ok(Answer::json(&board.map(|board| Board {
        cases: board.cases,
        unchecked: board.unchecked,
        rules: board.sums.iter().map(sum).collect(),
        findings: board.lines.iter().map(line).collect(),
        next: board.next.map(app::consult::BoardPlace::written),
    })))
}

/// Which looks are asked for: a page of them, or else the newest few.
fn looks(visit: &Visit<'_>) -> Result<LookPage, Trouble> {
    Ok(visit.wanted("looks")?.map_or(LookPage::NEWEST, LookPage::of_all))
}

/// What the look is for: said by the asker, or else what their capacity usually looks for.
fn purpose(visit: &Visit<'_>) -> Result<Purpose, Trouble> {
    match visit.wanted("purpose")? {
        Some(purpose) => Ok(purpose),
        None => Ok(crate::visit::usual_purpose(visit.actor()?.capacity)),
    }
}
