//! NMR-58a: contact with family and friends at regular intervals. HAV-60: visits for children. HAV-61: letters and calls for
//! children.
//!
//! Asks whether contact was offered, not whether it was used: who declined it had it.

use domain::contact::{ContactMeans, ContactWith};
use domain::daily::ContactFacts;
use domain::look::Outcome;
use domain::moment::{DAY, HOUR};
use domain::{Moment, Span};
use jiff::ToSpan as _;

use super::{At, Stay};
use crate::finding::{Clock, Finding, Flag, Limit, Remedy};
use crate::intervals::Stretch;
use crate::rule::RuleId;
use crate::settings::ClockName;

/// Seven days, for two letters or calls.
const WEEK: i64 = 7 * DAY;

pub(super) fn judge(stay: &Stay, at: &mut At<'_>) {
    let family = of(at, |contact| matches!(contact.with, ContactWith::Family | ContactWith::OwnChild));
    let limit = Limit::from(&at.settings.clock(ClockName::Contact));
    let length = limit.millis();
    let regular = Waits {
        rule: RuleId::Nmr58a,
        during: (stay.from.millis(), stay.end()),
        flag: None,
        limit: &|_| (limit.clone(), length),
    };
    regular.judge(stay, &family, at);

    let Some(child) = stay.as_child(at.facts, at.settings) else { return };
    at.next.offer(child.1);
    let visits: Vec<ContactFacts> =
        family.iter().copied().filter(|contact| contact.means == ContactMeans::Visit).collect();
    let zone = at.settings.zone.clone();
    let monthly = Waits {
        rule: RuleId::Hav60,
        during: child,
        flag: Some(Flag::Child),
        limit: &|begun| {
            // To the end of the same day of the next month.
            let date = Moment::from_millis(begun).date_in(&zone).saturating_add(1.month()).saturating_add(1.day());
            let millis = Moment::start_of(date, &zone).millis().saturating_sub(1).saturating_sub(begun);
            let hours = u32::try_from(millis / HOUR).unwrap_or(u32::MAX);
            (Limit::UnLimit { hours }, millis)
        },
    };
    monthly.judge(stay, &visits, at);
    let written: Vec<ContactFacts> =
        family.iter().copied().filter(|contact| contact.means != ContactMeans::Visit).collect();
    twice_a_week(stay, child, &written, at);
}

/// Contact of this sort that can be seen yet, oldest first.
fn of(at: &mut At<'_>, fits: impl Fn(&ContactFacts) -> bool) -> Vec<ContactFacts> {
    let facts = at.facts;
    let mut found: Vec<ContactFacts> =
        facts.daily.contacts.iter().copied().filter(|contact| fits(contact) && at.seen(contact.at)).collect();
    found.sort_by_key(|contact| (contact.at, contact.act));
    found
}

/// Something that must be offered again and again.
struct Waits<'a> {
    rule: RuleId,
    during: Stretch,
    flag: Option<Flag>,
    /// How long may be waited from this instant: the limit as it is shown, and in milliseconds.
    limit: &'a dyn Fn(i64) -> (Limit, i64),
}

impl Waits<'_> {
    /// A wait that ended late is a breach that hangs on the offer that ended it. The wait that goes on hangs on the stay: a
    /// breach if the record says that it was not made possible, undetermined if nothing is on record.
    fn judge(&self, stay: &Stay, contacts: &[ContactFacts], at: &mut At<'_>) {
        let (from, until) = self.during;
        let within = |contact: &&ContactFacts| (from..until).contains(&contact.at.millis());
        let mut begun = from;
        let mut offers = 0_u32;
        for offer in contacts.iter().filter(within).filter(|contact| contact.outcome.offered()) {
            let (limit, length) = (self.limit)(begun);
            let due = begun.saturating_add(length).saturating_add(1);
            if offer.at.millis() >= due {
                let mut late = self.result(Outcome::Breach, offer.act, Moment::from_millis(due));
                let mut clock = Clock::running(limit, Moment::from_millis(begun), offer.at);
                clock.until = Some(offer.at);
                clock.reached_at = Moment::from_millis(due.saturating_sub(1));
                late.clock = Some(clock);
                late.known = Some(offer.known).filter(|known| *known > late.since);
                // One millisecond late is late, though no time lies between the two.
                let over = Moment::from_millis(offer.at.millis().max(due.saturating_add(1)));
                late.broken(vec![Span { from: Moment::from_millis(due), until: Some(over) }]);
                at.checked.take(late);
            }
            (begun, offers) = (offer.at.millis(), offers.saturating_add(1));
        }
        let (limit, length) = (self.limit)(begun);
        let due = begun.saturating_add(length).saturating_add(1);
        at.next.offer(due);
        at.next.offer(until);
        let now = at.now.millis();
        let ended = (until <= now).then_some(Moment::from_millis(until));
        // A duty that ended before the wait was too long asks for nothing more.
        if ended.is_some() && until < due {
            if offers > 0 {
                at.checked.take(self.result(Outcome::Met, stay.act, stay.from));
            }
            return;
        }
        let refused =
            contacts.iter().filter(within).find(|contact| !contact.outcome.offered() && contact.at.millis() >= begun);
        let mut clock = Clock::running(limit, Moment::from_millis(begun), ended.unwrap_or(at.now));
        clock.until = ended;
        clock.reached_at = Moment::from_millis(due.saturating_sub(1));
        let late = until.min(now) >= due;
        let outcome = match (late, refused, offers) {
            (true, Some(_), _) => Outcome::Breach,
            (true, None, _) | (false, _, 0) => Outcome::Undetermined,
            (false, _, _) => Outcome::Met,
        };
        let since = if late { Moment::from_millis(due) } else { Moment::from_millis(begun) };
        let mut result = self.result(outcome, stay.act, since);
        result.clock = Some(clock);
        result.known = Some(stay.known).filter(|known| *known > since);
        match (outcome, refused) {
            (Outcome::Breach, Some(refused)) => {
                result.acts.push(refused.act);
                result.flags.push(Flag::NotGiven);
                let over = ended.map(|ended| ended.max(Moment::from_millis(due.saturating_add(1))));
                result.broken(vec![Span { from: Moment::from_millis(due), until: over }]);
                result.remedies.push(Remedy::OfferContact);
            }
            (Outcome::Undetermined, _) if late => {
                result.flags.push(Flag::Overdue);
                result.remedies.push(Remedy::RecordContact);
            }
            (Outcome::Undetermined, _) => result.remedies.push(Remedy::OfferContact),
            _ => {}
        }
        if late { at.checked.take(result) } else { at.checked.settle(result) }
    }

    fn result(&self, outcome: Outcome, anchor: domain::ActId, since: Moment) -> Finding {
        let mut result = Finding::new(self.rule, outcome, anchor, since);
        result.flags.extend(self.flag);
        result
    }
}

/// Two offers in every seven days, counted from the beginning of the stay.
fn twice_a_week(stay: &Stay, (from, until): Stretch, contacts: &[ContactFacts], at: &mut At<'_>) {
    let rule = RuleId::Hav61;
    let now = at.now.millis();
    let (mut begun, mut silent, mut weeks) = (from, None, 0_u32);
    loop {
        let ends = begun.saturating_add(WEEK);
        if ends > until.min(now) {
            at.next.offer(ends);
            break;
        }
        let of_week: Vec<&ContactFacts> =
            contacts.iter().filter(|contact| (begun..ends).contains(&contact.at.millis())).collect();
        let offered = of_week.iter().filter(|contact| contact.outcome.offered()).count();
        let refused = of_week.iter().find(|contact| !contact.outcome.offered());
        match refused {
            _ if offered >= 2 => weeks = weeks.saturating_add(1),
            Some(refused) => {
                let since = Moment::from_millis(begun);
                let mut finding = Finding::new(rule, Outcome::Breach, refused.act, since);
                finding.acts.extend(of_week.iter().map(|contact| contact.act).filter(|act| *act != refused.act));
                finding.flags = vec![Flag::Child, Flag::NotGiven];
                finding.broken(vec![Span { from: since, until: Some(Moment::from_millis(ends)) }]);
                finding.known = Some(refused.known).filter(|known| known.millis() > ends);
                at.checked.take(finding);
            }
            None => {
                silent.get_or_insert(ends);
            }
        }
        begun = ends;
    }
    if let Some(ends) = silent {
        let mut finding = Finding::new(rule, Outcome::Undetermined, stay.act, Moment::from_millis(ends));
        finding.flags = vec![Flag::Child, Flag::Overdue];
        finding.remedies.push(Remedy::RecordContact);
        finding.known = Some(stay.known).filter(|known| *known > finding.since);
        at.checked.take(finding);
    } else if weeks > 0 {
        let mut met = Finding::new(rule, Outcome::Met, stay.act, stay.from);
        met.flags.push(Flag::Child);
        at.checked.take(met);
    }
}
