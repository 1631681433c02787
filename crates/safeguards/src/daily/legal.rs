//! NMR-61a: the lawyer, without delay and unheard. NMR-61b: an interpreter who is independent. NMR-62: consulate or
//! protecting agency, offered.
//!
//! Knows neither what was said nor to whom; of a country it knows nothing at all.

use domain::contact::{ContactOutcome, ContactWith, Hearing, LegalInterpreter};
use domain::custody::Circumstance;
use domain::daily::ContactFacts;
use domain::look::Outcome;
use domain::{Moment, Span};

use super::{At, Stay};
use crate::finding::{Clock, Finding, Flag, Limit, Remedy};
use crate::rule::RuleId;
use crate::settings::ClockName;
use crate::within::{Absence, Within};

pub(super) fn judge(stay: &Stay, at: &mut At<'_>) {
    let facts = at.facts;
    let mut legal: Vec<&ContactFacts> = facts
        .daily
        .contacts
        .iter()
        .filter(|contact| contact.with == ContactWith::Lawyer && stay.holds(contact.at) && at.seen(contact.at))
        .collect();
    legal.sort_by_key(|contact| (contact.at, contact.act));
    for (number, contact) in legal.iter().enumerate() {
        let held =
            legal.iter().skip(number.saturating_add(1)).find(|later| later.outcome.offered()).map(|later| later.at);
        confidential(contact, held, stay, at);
        interpreted(contact, at);
    }
    consulate(stay, at);
}

/// The instant of something that was over as soon as it was.
fn instant(at: Moment) -> Vec<Span> {
    vec![Span { from: at, until: Some(at.plus(1)) }]
}

fn confidential(contact: &ContactFacts, held: Option<Moment>, stay: &Stay, at: &mut At<'_>) {
    let limit = Limit::from(&at.settings.clock(ClockName::Legal));
    let mut result = Finding::new(RuleId::Nmr61a, Outcome::Met, contact.act, contact.at);
    result.known = Some(contact.known).filter(|known| *known > contact.at);
    let clock = contact.asked.map(|asked| {
        let mut clock = Clock::running(limit, asked, contact.at);
        clock.until = Some(contact.at);
        clock
    });
    let late = clock.as_ref().filter(|clock| clock.exceeded()).map(|clock| clock.reached_at.plus(1));
    result.clock = clock;
    match contact.outcome {
        ContactOutcome::NotGiven => {
            result.outcome = Outcome::Breach;
            result.flags.push(Flag::NotGiven);
            let over = held.or(stay.until.filter(|until| *until <= at.now));
            if over.is_none() {
                result.remedies.push(Remedy::LetLawyerIn);
            }
            if let Some(until) = stay.until {
                at.next.offer(until.millis());
            }
            result.broken(vec![Span { from: contact.at, until: over }]);
        }
        // Offered in time or not: whoever declined, or whose lawyer did not come, was not heard.
        ContactOutcome::Held if contact.hearing == Some(Hearing::Somebody) => {
            result.outcome = Outcome::Breach;
            result.flags.push(Flag::Overheard);
            result.broken(instant(contact.at));
        }
        ContactOutcome::Held | ContactOutcome::Declined | ContactOutcome::OtherSide => {
            let heard =
                contact.outcome == ContactOutcome::Held && matches!(contact.hearing, None | Some(Hearing::NotKnown));
            if let Some(late) = late {
                result.outcome = Outcome::Breach;
                result.broken(vec![Span { from: late, until: Some(contact.at.max(late.plus(1))) }]);
            } else if heard || contact.asked.is_none() {
                result.outcome = Outcome::Undetermined;
                result.remedies.push(Remedy::CompleteLegalRecord);
            }
        }
    }
    at.checked.take(result);
}

fn interpreted(contact: &ContactFacts, at: &mut At<'_>) {
    if contact.outcome != ContactOutcome::Held {
        return;
    }
    let needs =
        at.facts.circumstances.iter().any(|row| row.value == Circumstance::Interpreter && row.span.holds(contact.at));
    let mut result = Finding::new(RuleId::Nmr61b, Outcome::Met, contact.act, contact.at);
    result.known = Some(contact.known).filter(|known| *known > contact.at);
    match contact.interpreter {
        Some(LegalInterpreter::OfThePrison | LegalInterpreter::Nobody) => {
            result.outcome = Outcome::Breach;
            result.broken(instant(contact.at));
        }
        None if needs => {
            result.outcome = Outcome::Undetermined;
            result.remedies.push(Remedy::CompleteLegalRecord);
        }
        Some(LegalInterpreter::Independent) => {}
        Some(LegalInterpreter::NotNeeded) if needs => {}
        Some(LegalInterpreter::NotNeeded) | None => return,
    }
    at.checked.take(result);
}

fn consulate(stay: &Stay, at: &mut At<'_>) {
    let facts = at.facts;
    let limit = Limit::from(&at.settings.clock(ClockName::PromptInfo));
    let mut told = Vec::new();
    for noted in facts.circumstances.iter().filter(|row| row.value == Circumstance::ForeignNational) {
        let begins = noted.span.from.max(stay.from);
        let anchor = stay.anchor(noted.act, noted.span.from);
        if !stay.holds(begins) || noted.span.until.is_some_and(|until| until <= begins) || told.contains(&anchor) {
            continue;
        }
        told.push(anchor);
        let mut offers: Vec<&ContactFacts> = facts
            .daily
            .contacts
            .iter()
            .filter(|contact| matches!(contact.with, ContactWith::Consulate | ContactWith::ProtectingAgency))
            .filter(|contact| stay.holds(contact.at))
            .collect();
        offers.sort_by_key(|contact| (contact.at, contact.act));
        let offered = offers.iter().find(|contact| contact.outcome.offered());
        let refused = offers.iter().find(|contact| !contact.outcome.offered() && contact.at <= at.now);
        let within = Within {
            rule: RuleId::Nmr62,
            anchor,
            begins,
            known: noted.known,
            limit: limit.clone(),
            done: offered.map(|contact| (contact.act, contact.at)),
            ended: [stay.until, noted.span.until].into_iter().flatten().min(),
            absence: if refused.is_some() { Absence::NotDone } else { Absence::NotRecorded },
            remedy: Remedy::OfferConsulate,
        };
        for contact in &offers {
            at.next.offer(contact.at.millis());
        }
        let Some(mut result) = within.result(at.now, at.next) else { continue };
        if let Some(refused) = refused
            && result.outcome == Outcome::Breach
        {
            result.acts.push(refused.act);
            result.flags.push(Flag::NotGiven);
        }
        at.checked.settle(result);
    }
}
