//! Reads: files and lists, as far as the asker may see them.

use access::PartSet;
use app::consult::{CaseFilter, CaseLine, CaseList, LookPage, Mine, OfferLine};
use domain::look::Purpose;
use domain::{CaseId, Recorded, ReferralId};
use serde_json::{Value, json};

use crate::answer::Answer;
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::Visit;

/// The routes of this file.
pub(super) const ROUTES: &[Route] = &[
    Route::get("/api/v1/cases", Asks::Consult("the list of cases"), cases),
    Route::get("/api/v1/cases/{case}", Asks::Consult("one case"), case),
    Route::get("/api/v1/referrals", Asks::Consult("the list of offers and referrals"), referrals),
    Route::get("/api/v1/referrals/{referral}", Asks::Consult("one referral"), referral),
    Route::get("/api/v1/findings", Asks::Consult("the board of findings"), findings),
];

fn parts(parts: PartSet) -> Vec<domain::Part> {
    parts.iter().collect()
}

/// An act as a reader of its part may see it.
fn act(recorded: &Recorded) -> Value {
    let envelope = &recorded.envelope;
    json!({
        "act": envelope.act, "kind": envelope.kind, "version": envelope.version, "at": recorded.at, "concerns": envelope.concerns,
        "capacity": envelope.capacity, "organisation": envelope.org, "body": recorded.act.to_value().unwrap_or(Value::Null),
    })
}

fn look(line: &app::consult::LookLine) -> Value {
    json!({
        "at": line.at, "capacity": line.capacity, "organisation": line.org, "who": line.who, "own": line.own, "parts": line.parts,
        "printed": line.printed, "purpose": line.purpose,
    })
}

fn case_line(line: &CaseLine) -> Value {
    let name =
        line.name.as_ref().map(|name| json!({ "family": name.family, "given": name.given, "number": name.number }));
    json!({
        "case": line.case, "name": name, "step": line.step, "status": line.status, "carried_by": line.carried_by,
        "plan": line.plan_state, "review_on": line.review_on, "release_on": line.release_on, "handover": line.handover,
        "measures": line.measures, "measure_end": line.measure_end, "breaches": line.breaches, "undetermined": line.undetermined,
    })
}

fn list(list: &CaseList) -> Value {
    json!({ "total": list.total, "page": list.filter.page, "loading": list.loading, "cases": list.lines.iter().map(case_line).collect::<Vec<_>>() })
}

fn cases(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let query = |name| visit.query.get(name).filter(|value| !value.is_empty());
    let filter = CaseFilter {
        step: query("step").map(str::parse).transpose().map_err(|_| Trouble::Unreadable)?,
        mine: if query("mine").is_some() { Mine::Carried } else { Mine::All },
        // Names are searched on the page, one at a time; there is no API for it.
        name: None,
        page: query("page").map(str::parse).transpose().map_err(|_| Trouble::Unreadable)?.unwrap_or(0),
    };
    let found = visit.app.cases(visit.actor()?, &filter)?;
    Ok(Answer::json(&found.map(|found| list(&found))))
}

fn case(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let case: CaseId = visit.id("case")?;
    let file = visit.app.case_with_looks(visit.actor()?, case, purpose(visit)?, looks(visit)?)?;
    let value = file.map(|file| {
        let findings: Vec<Value> = file
            .findings
            .iter()
            .map(|line| json!({ "finding": line.finding, "with_facts": line.with_facts }))
            .collect();
        let referrals: Vec<Value> = file
            .referrals
            .iter()
            .map(|line| {
                json!({
                    "referral": line.referral, "service": line.service, "organisation": line.org, "state": line.state,
                    "plan": line.plan, "goal": line.goal, "next_session": line.next_session,
                })
            })
            .collect();
        json!({
            "case": file.case, "head": file.head, "parts": parts(file.parts), "step": file.facts.step(),
            "acts": file.acts.iter().map(act).collect::<Vec<_>>(), "findings": findings, "met": file.met,
            "referrals": referrals, "looks": file.looks.lines.iter().map(look).collect::<Vec<_>>(), "looks_total": file.looks.total, "may": file.may,
        })
    });
    Ok(Answer::json(&value))
}

fn offer_line(line: &OfferLine) -> Value {
    json!({
        "referral": line.referral, "called": line.called, "service": line.service, "service_name": line.service_name,
        "sender": line.sender, "state": line.state, "answer_by": line.answer_by, "assigned": line.assigned,
        "next_session": line.next_session,
    })
}

fn referrals(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let found = visit.app.referrals(visit.actor()?)?;
    Ok(Answer::json(&found.map(|found| json!({ "referrals": found.lines.iter().map(offer_line).collect::<Vec<_>>() }))))
}

fn referral(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let referral: ReferralId = visit.id("referral")?;
    let file = visit.app.referral_with_looks(visit.actor()?, referral, purpose(visit)?, looks(visit)?)?;
    let value = file.map(|file| {
        json!({
            "referral": file.referral, "head": file.head, "parts": parts(file.parts), "state": file.facts.state,
            "end": file.facts.end.map(|(end, _)| end), "case": file.case,
            "acts": file.acts.iter().map(act).collect::<Vec<_>>(), "looks": file.looks.lines.iter().map(look).collect::<Vec<_>>(), "looks_total": file.looks.total,
            "may": file.may,
        })
    });
    Ok(Answer::json(&value))
}

fn findings(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let board = visit.app.findings(visit.actor()?)?;
    let value = board.map(|board| {
        let lines: Vec<Value> = board
            .lines
            .iter()
            .map(|line| json!({ "case": line.case, "rule": line.rule, "outcome": line.outcome, "since": line.since, "raised": line.raised }))
            .collect();
        json!({ "cases": board.cases, "findings": lines })
    });
    Ok(Answer::json(&value))
}

/// Which looks are asked for: a page of them, or else the newest few.
fn looks(visit: &Visit<'_>) -> Result<LookPage, Trouble> {
    match visit.query.get("looks") {
        Some(number) => Ok(LookPage::of_all(number.parse().map_err(|_| Trouble::Unreadable)?)),
        None => Ok(LookPage::NEWEST),
    }
}

/// What the look is for: said by the asker, or else what their capacity usually looks for.
fn purpose(visit: &Visit<'_>) -> Result<Purpose, Trouble> {
    match visit.query.get("purpose") {
        Some(code) => code.parse().map_err(|_| Trouble::Unreadable),
        None => Ok(crate::visit::usual_purpose(visit.actor()?.capacity)),
    }
}
