//! NMR-43f, 47a, 47b, 47c, 48a, 48b, 48c, 49, 82 and CRC-95f.
//!
//! Orders are judged like what was done, so that one that no rule allows is refused. Whether a danger was as great as it was
//! said to be is not judged.

use domain::custody::{Circumstance, Sex};
use domain::facts::Facts;
use domain::look::Outcome;
use domain::measure::YesNo;
use domain::restraint::{
    ForceFacts, ForceGround, OrderedBy, Presence, Restrained, RestraintGround, Terms, ToldWhom, Training,
};
use domain::{ActId, Moment, Span};

use super::was_child;
use crate::finding::{Checked, Finding, Flag, Limit, Remedy};
use crate::gaps::gaps;
use crate::intervals::{self, OPEN};
use crate::limbs::Limbs;
use crate::never::{Barred, Lasting};
use crate::next::Next;
use crate::rule::RuleId;
use crate::settings::{ClockName, Settings};
use crate::within::{Absence, Within};

/// One restraint with the place in which it is judged.
struct Case<'a> {
    facts: &'a Facts,
    settings: &'a Settings,
    now: Moment,
}

pub(super) fn judge(facts: &Facts, settings: &Settings, now: Moment, checked: &mut Checked, next: &mut Next) {
    let case = Case { facts, settings, now };
    for order in &facts.restraint.orders {
        next.offer(order.at.millis());
        if order.at <= now {
            let span = Span::between(order.at, order.at.plus(1));
            checked.take(case.instrument(order.act, &order.terms, span, order.known));
            checked.take(case.punishment(order.act, &order.terms, span, order.known));
            checked.take(case.least(order.act, &order.terms, span, order.known));
            case.childbirth(order.act, span, order.known, checked, next);
            if let Some(limbs) = case.child(order.act, &order.terms, span) {
                checked.take(limbs.finding(order.known));
            }
        }
    }
    for restraint in &facts.restraint.applied {
        next.offer(restraint.span.from.millis());
        if restraint.span.from <= now {
            case.restraint(restraint, checked, next);
        }
    }
    for force in &facts.restraint.force {
        next.offer(force.at.millis());
        if force.at <= now {
            checked.settle(case.force(force, next));
        }
    }
}

impl Case<'_> {
    /// Where a restraint ended: taken off, or else with custody.
    fn span(&self, restraint: &Restrained) -> Span {
        let from = restraint.span.from;
        let left = [self.facts.released, self.facts.died].into_iter().flatten().map(|(_, at)| at);
        let left = left.filter(|at| *at >= from).min();
        Span { from, until: restraint.span.until.or(left) }
    }

    fn restraint(&self, restraint: &Restrained, checked: &mut Checked, next: &mut Next) {
        let span = self.span(restraint);
        let (act, terms, known) = (restraint.act, &restraint.terms, restraint.known);
        if let Some(until) = span.until {
            next.offer(until.millis());
        }
        for at in restraint.checks.iter().map(|(_, at, _)| at).chain(restraint.told.iter().map(|(_, at, _)| at)) {
            next.offer(at.millis());
        }
        checked.take(self.instrument(act, terms, span, known));
        checked.take(self.punishment(act, terms, span, known));
        checked.take(self.least(act, terms, span, known));
        checked.take(self.training(restraint, span));
        checked.take(self.checks(restraint, span, next));
        self.childbirth(act, span, known, checked, next);
        checked.take(self.before_authority(restraint, span, next));
        if terms.ground != RestraintGround::Transfer {
            checked.settle(self.order(restraint, span, next));
        }
        if let Some(mut limbs) = self.child(act, terms, span) {
            match restraint.professional {
                Some(Presence::Throughout) => {}
                Some(_) => limbs.broken(Flag::NoProfessional),
                // While it is on nobody can say it yet.
                None if span.until.is_none_or(|until| until > self.now) => {}
                None => limbs.missing(Remedy::RecordProfessional),
            }
            restraint.removed_by.into_iter().for_each(|act| limbs.rests_on(act));
            checked.take(limbs.finding(known));
        }
    }

    /// NMR-47a.
    fn instrument(&self, act: ActId, terms: &Terms, span: Span, known: Moment) -> Finding {
        let mut limbs = Limbs::of(RuleId::Nmr47a, act, span, self.now);
        if terms.instrument.is_prohibited() {
            limbs.broken(Flag::ProhibitedInstrument);
        }
        limbs.finding(known)
    }

    /// NMR-43f.
    fn punishment(&self, act: ActId, terms: &Terms, span: Span, known: Moment) -> Finding {
        let mut limbs = Limbs::of(RuleId::Nmr43f, act, span, self.now);
        match terms.ground {
            RestraintGround::Punishment => limbs.broken(Flag::AsPunishment),
            RestraintGround::Other => limbs.missing(Remedy::RecordGround),
            _ => {}
        }
        limbs.finding(known)
    }

    /// NMR-48a.
    fn least(&self, act: ActId, terms: &Terms, span: Span, known: Moment) -> Finding {
        let mut limbs = Limbs::of(RuleId::Nmr48a, act, span, self.now);
        for attested in [terms.nothing_lesser, terms.least_intrusive] {
            match attested {
                Some(YesNo::Yes) => {}
                Some(YesNo::No) => limbs.broken(Flag::NotTheLeast),
                None => limbs.missing(Remedy::AttestLeast),
            }
        }
        limbs.finding(known)
    }

    /// NMR-49.
    fn training(&self, restraint: &Restrained, span: Span) -> Finding {
        let mut limbs = Limbs::of(RuleId::Nmr49, restraint.act, span, self.now);
        match restraint.training {
            Some(Training::Everybody) => {}
            Some(Training::NotEverybody) => limbs.broken(Flag::NotTrained),
            None => limbs.missing(Remedy::RecordTraining),
        }
        limbs.finding(restraint.known)
    }

    /// NMR-47b. A restraint that nothing says was taken off leaves open whether it was on.
    fn before_authority(&self, restraint: &Restrained, span: Span, next: &mut Next) -> Finding {
        let seen = restraint.checks.iter().map(|(_, at, _)| *at).filter(|at| *at <= self.now).max();
        let mut limbs = Limbs::of(RuleId::Nmr47b, restraint.act, span, self.now);
        for (act, appearance) in &self.facts.restraint.appearances {
            next.offer(appearance.from.millis());
            let Some(until) = appearance.until else { continue };
            next.offer(until.millis());
            if appearance.from > self.now {
                continue;
            }
            // It was on for certain until it was taken off, or as long as somebody looked at it.
            let sure = span.until.or(seen.map(|at| at.plus(1))).unwrap_or(span.from);
            let on = Span::between(span.from, sure).within(appearance.from, until);
            if let Some((from, until)) = on {
                limbs.rests_on(*act);
                limbs.broken_in(Flag::BeforeAuthority, [Span::between(from, until)]);
            } else if span.until.is_none() && span.from < until {
                limbs.rests_on(*act);
                limbs.missing(Remedy::RecordRemoval);
            }
        }
        limbs.finding(restraint.known)
    }

    /// NMR-47c.
    fn order(&self, restraint: &Restrained, span: Span, next: &mut Next) -> Finding {
        let mut limbs = Limbs::of(RuleId::Nmr47c, restraint.act, span, self.now);
        restraint.order.into_iter().for_each(|act| limbs.rests_on(act));
        // An order in this file is the director's: nobody else can record one.
        if restraint.order.is_none() && restraint.ordered_by != OrderedBy::Director {
            limbs.broken(Flag::NotTheDirector);
        }
        let allowed = [RestraintGround::SelfInjury, RestraintGround::InjuryToOthers, RestraintGround::Damage];
        if !allowed.contains(&restraint.terms.ground) {
            limbs.broken(Flag::OtherPurpose);
        }
        if restraint.terms.tried.is_empty() {
            limbs.broken(Flag::NothingTried);
        }
        for (whom, flag, remedy) in [
            (ToldWhom::HealthService, Flag::HealthNotTold, Remedy::TellHealth),
            (ToldWhom::HigherAuthority, Flag::AuthorityNotTold, Remedy::TellAuthority),
        ] {
            let told = told(&restraint.told, whom);
            limbs.within(
                flag,
                self.at_once(RuleId::Nmr47c, restraint.act, span.from, restraint.known, told, remedy),
                next,
            );
        }
        limbs.finding(restraint.known)
    }

    fn at_once(
        &self,
        rule: RuleId,
        anchor: ActId,
        begins: Moment,
        known: Moment,
        done: Option<(ActId, Moment)>,
        remedy: Remedy,
    ) -> Within {
        let limit = Limit::from(&self.settings.clock(ClockName::Immediate));
        Within { rule, anchor, begins, known, limit, done, ended: None, absence: Absence::NotRecorded, remedy }
    }

    /// NMR-48b.
    fn checks(&self, restraint: &Restrained, span: Span, next: &mut Next) -> Finding {
        let limit = Limit::from(&self.settings.clock(ClockName::RestraintCheck));
        let mut limbs = Limbs::of(RuleId::Nmr48b, restraint.act, span, self.now);
        let seen: Vec<_> = restraint.checks.iter().filter(|(_, at, _)| *at <= self.now).collect();
        for (act, ..) in &seen {
            limbs.rests_on(*act);
        }
        restraint.removed_by.into_iter().for_each(|act| limbs.rests_on(act));
        let until = span.until.filter(|until| *until <= self.now).map_or(OPEN, Moment::millis);
        let waits =
            gaps(seen.iter().map(|(_, at, _)| at.millis()), (span.from.millis(), until), self.now.millis(), |_| {
                limit.millis()
            });
        if until == OPEN {
            next.offer(waits.due);
        }
        let late = waits.overdue.iter().map(intervals::span);
        // Without a single check on record it may be that nobody wrote them down.
        if seen.is_empty() {
            if waits.overdue.first().is_some() {
                limbs.flag(Flag::Overdue);
                limbs.missing(Remedy::RecordChecks);
            }
        } else {
            limbs.broken_in(Flag::NotChecked, late);
        }
        // The danger was over, and it stayed on for longer than the next check would have taken.
        if let Some((_, over, _)) = seen.iter().find(|(_, _, danger)| *danger == YesNo::No) {
            let due = over.plus(limit.millis()).plus(1);
            next.offer(due.millis());
            let off = span.until.unwrap_or(Moment::from_millis(OPEN));
            if off >= due && due <= self.now {
                let over = span.until.map(|until| until.max(due.plus(1)));
                limbs.broken_in(Flag::StayedOn, [Span { from: due, until: over }]);
            }
        }
        let mut finding = limbs.finding(restraint.known);
        if finding.runs() || (finding.outcome == Outcome::Undetermined && until == OPEN) {
            finding.remedies.push(Remedy::CheckAndRemove);
        }
        finding.clock = Some(waits.clock(limit, self.now));
        finding
    }

    /// NMR-48c and BKK-24.
    fn childbirth(&self, act: ActId, span: Span, known: Moment, checked: &mut Checked, next: &mut Next) {
        if self.facts.sex == Some(Sex::Male) {
            return;
        }
        let noted = |which: Circumstance| self.facts.circumstances.iter().filter(move |noted| noted.value == which);
        let barred: Vec<Barred> = noted(Circumstance::Childbirth)
            .map(|noted| {
                let ends = noted.span.until.map_or(OPEN, Moment::millis);
                (Some(noted.act), (noted.span.from.millis(), ends), Flag::Childbirth)
            })
            .collect();
        let lasting = Lasting { anchor: act, span, known };
        let Some(mut result) = lasting.never(RuleId::Nmr48c, &barred, Remedy::RemoveNow, self.now, next) else {
            return;
        };
        // Whether labour had begun can only be said by the health service; for a pregnant woman silence says nothing.
        let told = noted(Circumstance::Childbirth).next().is_some();
        let until = span.until.unwrap_or(Moment::from_millis(OPEN));
        // The earliest, whichever was entered first.
        let pregnant = noted(Circumstance::Pregnant)
            .filter(|noted| noted.span.within(span.from, until).is_some())
            .min_by_key(|noted| (noted.span.from, noted.act));
        if let (Some(pregnant), false, Outcome::Met) = (pregnant, told, result.outcome) {
            result.outcome = Outcome::Undetermined;
            result.acts.push(pregnant.act);
            result.remedies.push(Remedy::AskHealth);
        }
        checked.take(result);
    }

    /// CRC-95f, as far as an order can be judged by it; nothing for somebody who is surely an adult.
    fn child(&self, act: ActId, terms: &Terms, span: Span) -> Option<Limbs> {
        let mut limbs = Limbs::of(RuleId::Crc95f, act, span, self.now);
        match was_child(self.facts, self.settings, span.from) {
            Some(false) => return None,
            None => {
                limbs.missing(Remedy::RecordBirth);
                return Some(limbs);
            }
            Some(true) => limbs.flag(Flag::Child),
        }
        if !matches!(terms.ground, RestraintGround::SelfInjury | RestraintGround::InjuryToOthers) {
            limbs.broken(Flag::OtherPurpose);
        }
        if terms.tried.is_empty() {
            limbs.broken(Flag::NothingTried);
        }
        Some(limbs)
    }

    /// NMR-82.
    fn force(&self, force: &ForceFacts, next: &mut Next) -> Finding {
        let mut limbs = Limbs::at(RuleId::Nmr82, force.act, force.at, self.now);
        if matches!(force.ground, ForceGround::Punishment | ForceGround::Other) {
            limbs.broken(Flag::OtherPurpose);
        }
        let told = told(&force.told, ToldWhom::Director);
        let remedy = Remedy::TellDirector;
        limbs.within(
            Flag::DirectorNotTold,
            self.at_once(RuleId::Nmr82, force.act, force.at, force.known, told, remedy),
            next,
        );
        limbs.finding(force.known)
    }
}

/// The first time that somebody was told.
fn told(told: &[(ActId, Moment, ToldWhom)], whom: ToldWhom) -> Option<(ActId, Moment)> {
    let told = told.iter().filter(|(_, _, known)| *known == whom).map(|(act, at, _)| (*act, *at));
    told.min_by_key(|(act, at)| (*at, *act))
}
