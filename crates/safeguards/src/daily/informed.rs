//! What is told on arrival: NMR-54, HAV-24, BKK-02a, NMR-119; in which language and form: NMR-55a, NMR-55b; and whether the
//! family could learn of it: NMR-68, HAV-22.
//!
//! Looks at what is on record of it. Does not judge the words.

use domain::contact::ContactWith;
use domain::custody::{Circumstance, Sex, Status};
use domain::daily::{InformedFacts, NoticeFacts};
use domain::information::{FamilyEvent, FamilyTold, InformationForm, InformationTopic, Understood};
use domain::look::Outcome;
use domain::{ActId, Moment, Span};

use super::{At, Stay};
use crate::finding::{Finding, Flag, Limit, Remedy};
use crate::rule::RuleId;
use crate::settings::ClockName;
use crate::within::{Absence, Within};

/// An act and its time.
type Done = (ActId, Moment);

pub(super) fn judge(stay: &Stay, at: &mut At<'_>) {
    let facts = at.facts;
    let mut informed: Vec<&InformedFacts> =
        facts.daily.informed.iter().filter(|given| stay.holds(given.at) && at.seen(given.at)).collect();
    informed.sort_by_key(|given| (given.at, given.act));
    arrival(stay, &informed, at);
    charges(stay, &informed, at);
    for (number, given) in informed.iter().enumerate() {
        understood(given, informed.get(number.saturating_add(1)..).unwrap_or_default(), at);
    }
    aloud(stay, &informed, at);
    family(stay, at);
}

/// When the last of these topics was covered, by information that counts.
fn covered(
    informed: &[&InformedFacts],
    topics: &[InformationTopic],
    counts: impl Fn(&InformedFacts) -> bool,
) -> Option<Done> {
    let mut open: Vec<InformationTopic> = topics.to_vec();
    informed.iter().filter(|given| counts(given)).find_map(|given| {
        open.retain(|topic| !given.topics.contains(topic));
        open.is_empty().then_some((given.act, given.at))
    })
}

fn written(given: &InformedFacts) -> bool {
    given.forms.contains(&InformationForm::Written)
}

fn is_understood(given: &InformedFacts) -> bool {
    matches!(given.understood, Understood::OwnLanguage | Understood::Interpreted)
}

fn arrival(stay: &Stay, informed: &[&InformedFacts], at: &mut At<'_>) {
    use InformationTopic as Topic;
    let limit = Limit::from(&at.settings.clock(ClockName::PromptInfo));
    let within = |rule, done| Within {
        rule,
        anchor: stay.act,
        begins: stay.from,
        known: stay.known,
        limit: limit.clone(),
        done,
        ended: stay.until,
        absence: Absence::NotRecorded,
        remedy: Remedy::GiveInformation,
    };
    let all = covered(informed, &[Topic::Law, Topic::Rights, Topic::Duties, Topic::DailyLife], written);
    settle(within(RuleId::Nmr54, all), at);
    if stay.as_child(at.facts, at.settings).is_some() {
        let topics = [Topic::Law, Topic::Rights, Topic::ComplaintAddresses, Topic::LegalHelp];
        let done = covered(informed, &topics, |given| written(given) && is_understood(given));
        settle(within(RuleId::Hav24, done), at);
    }
    if at.facts.sex == Some(Sex::Female) {
        let done = offered_to_women(stay, informed, at);
        settle(within(RuleId::Bkk02a, done), at);
    }
}

/// When the last of what Bangkok Rule 2(1) names was there: relatives, legal advice, information, consulate.
fn offered_to_women(stay: &Stay, informed: &[&InformedFacts], at: &mut At<'_>) -> Option<Done> {
    use InformationTopic as Topic;
    let facts = at.facts;
    let mut contact = |with: &[ContactWith]| -> Option<Done> {
        let of_them = facts.daily.contacts.iter().filter(|contact| with.contains(&contact.with));
        let offered = of_them.filter(|contact| contact.outcome.offered() && stay.holds(contact.at));
        offered
            .filter(|contact| at.seen(contact.at))
            .map(|contact| (contact.act, contact.at))
            .min_by_key(|done| (done.1, done.0))
    };
    let relatives = contact(&[ContactWith::Family, ContactWith::OwnChild])?;
    let lawyer = contact(&[ContactWith::Lawyer]);
    let consulate = contact(&[ContactWith::Consulate, ContactWith::ProtectingAgency]);
    let told = covered(informed, &[Topic::Law, Topic::DailyLife, Topic::WhereHelp], is_understood)?;
    let legal = covered(informed, &[Topic::LegalHelp], is_understood)
        .into_iter()
        .chain(lawyer)
        .min_by_key(|done| (done.1, done.0))?;
    let abroad = facts.circumstances.iter().any(|row| {
        row.value == Circumstance::ForeignNational
            && row.span.from <= at.now
            && row.span.until.is_none_or(|until| stay.from < until)
    });
    let mut done = vec![relatives, told, legal];
    if abroad {
        done.push(consulate?);
    }
    done.into_iter().max_by_key(|done| (done.1, done.0))
}

/// Whoever is held without a conviction is told why.
fn charges(stay: &Stay, informed: &[&InformedFacts], at: &mut At<'_>) {
    let facts = at.facts;
    let limit = Limit::from(&at.settings.clock(ClockName::PromptInfo));
    let mut from = None;
    for row in facts.status.iter().filter(|row| row.span.until.is_none_or(|until| stay.from < until)) {
        let unconvicted = matches!(row.value, Status::Untried | Status::WithoutCharge);
        // One time of being held unconvicted, though what it is called may change.
        if !unconvicted || !stay.holds(row.span.from.max(stay.from)) {
            from = None;
            continue;
        }
        if from.is_some() {
            continue;
        }
        let begins = row.span.from.max(stay.from);
        from = Some(begins);
        let within = Within {
            rule: RuleId::Nmr119,
            anchor: stay.anchor(row.act, row.span.from),
            begins,
            known: row.known,
            limit: limit.clone(),
            done: covered(informed, &[InformationTopic::Charges], is_understood),
            ended: [stay.until, row.span.until].into_iter().flatten().min(),
            absence: Absence::NotRecorded,
            remedy: Remedy::GiveInformation,
        };
        settle(within, at);
    }
}

/// What was not understood is a breach until the same is given so that it is.
fn understood(given: &InformedFacts, later: &[&InformedFacts], at: &mut At<'_>) {
    let mut result = Finding::new(RuleId::Nmr55a, Outcome::Met, given.act, given.at);
    result.known = Some(given.known).filter(|known| *known > given.at);
    match given.understood {
        Understood::OwnLanguage | Understood::Interpreted => {}
        Understood::NotKnown => {
            result.outcome = Outcome::Undetermined;
            result.remedies.push(Remedy::GiveUnderstood);
        }
        Understood::NotUnderstood => {
            result.outcome = Outcome::Breach;
            let mended = covered(later, &given.topics, is_understood);
            if let Some((act, _)) = mended {
                result.acts.push(act);
            } else {
                result.remedies.push(Remedy::GiveUnderstood);
            }
            let over = mended.map(|(_, at)| at.max(given.at.plus(1)));
            result.broken(vec![Span { from: given.at, until: over }]);
        }
    }
    at.checked.take(result);
}

/// Whoever needs help with reading is told aloud.
fn aloud(stay: &Stay, informed: &[&InformedFacts], at: &mut At<'_>) {
    let facts = at.facts;
    let limit = Limit::from(&at.settings.clock(ClockName::PromptInfo));
    let spoken = |given: &&&InformedFacts| given.forms.iter().any(|form| !matches!(form, InformationForm::Written));
    let mut told = Vec::new();
    for noted in facts.circumstances.iter().filter(|row| row.value == Circumstance::ReadingHelp) {
        let begins = noted.span.from.max(stay.from);
        let anchor = stay.anchor(noted.act, noted.span.from);
        if !stay.holds(begins) || noted.span.until.is_some_and(|until| until <= begins) || told.contains(&anchor) {
            continue;
        }
        told.push(anchor);
        let within = Within {
            rule: RuleId::Nmr55b,
            anchor,
            begins,
            known: noted.known,
            limit: limit.clone(),
            done: informed.iter().find(spoken).map(|given| (given.act, given.at)),
            ended: [stay.until, noted.span.until].into_iter().flatten().min(),
            // Information in writing alone is on record: then it was not given aloud.
            absence: if informed.is_empty() { Absence::NotRecorded } else { Absence::NotDone },
            remedy: Remedy::TellAloud,
        };
        settle(within, at);
    }
}

fn family(stay: &Stay, at: &mut At<'_>) {
    let facts = at.facts;
    let immediate = Limit::from(&at.settings.clock(ClockName::Immediate));
    let delay = Limit::from(&at.settings.clock(ClockName::Delay));
    let mut notices: Vec<&NoticeFacts> = facts.daily.notices.iter().filter(|notice| at.seen(notice.at)).collect();
    notices.sort_by_key(|notice| (notice.at, notice.act));
    let first = |event: FamilyEvent, from: Moment, until: Option<Moment>| {
        let of_event = |notice: &&&&NoticeFacts| {
            notice.event == event && from <= notice.at && until.is_none_or(|until| notice.at < until)
        };
        let possible = notices.iter().filter(|notice| notice.told != FamilyTold::NotPossible);
        let done = { possible }.find(|notice| of_event(&notice)).map(|notice| (notice.act, notice.at));
        let refused = notices.iter().any(|notice| notice.told == FamilyTold::NotPossible && of_event(&&notice));
        (done, if refused { Absence::NotDone } else { Absence::NotRecorded })
    };
    let child = stay.as_child(facts, at.settings);
    let is_child = |moment: Moment| child.is_some_and(|(from, until)| (from..until).contains(&moment.millis()));
    let places: Vec<_> = facts.custody.iter().filter(|place| stay.holds(place.span.from)).collect();
    for place in places {
        let event = if place.span.from == stay.from { FamilyEvent::Admission } else { FamilyEvent::Transfer };
        let (done, absence) = first(event, place.span.from, place.span.until);
        let within = |rule, limit: &Limit| Within {
            rule,
            anchor: place.act,
            begins: place.span.from,
            known: place.known,
            limit: limit.clone(),
            done,
            ended: place.span.until,
            absence,
            remedy: Remedy::TellFamily,
        };
        let not_given = absence == Absence::NotDone;
        settle_flagged(within(RuleId::Nmr68, &immediate), not_given, at);
        if is_child(place.span.from) {
            settle_flagged(within(RuleId::Hav22, &delay), not_given, at);
        }
    }
    // Of a release the parents may have been told before the day.
    if let (Some((act, released)), Some(until)) = (facts.released, stay.until)
        && released == until
        && is_child(until.plus(-1))
    {
        let (done, absence) = first(FamilyEvent::Release, stay.from, None);
        let within = Within {
            rule: RuleId::Hav22,
            anchor: act,
            begins: released,
            known: released,
            limit: delay,
            done,
            ended: None,
            absence,
            remedy: Remedy::TellFamily,
        };
        settle_flagged(within, absence == Absence::NotDone, at);
    }
}

fn settle(within: Within, at: &mut At<'_>) {
    if let Some(result) = within.result(at.now, at.next) {
        at.checked.settle(result);
    }
}

/// The same, and if the record says that it was not made possible, so does the finding.
fn settle_flagged(within: Within, not_given: bool, at: &mut At<'_>) {
    let Some(mut result) = within.result(at.now, at.next) else { return };
    if not_given && result.outcome == Outcome::Breach {
        result.flags.push(Flag::NotGiven);
    }
    at.checked.settle(result);
}
