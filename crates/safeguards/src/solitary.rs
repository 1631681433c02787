//! NMR-43b: prolonged solitary confinement (Mandela Rules 43(1)(b), 44).
//!
//! Judges length, run and planned. Knows nothing of why a person is in custody or why the measure was taken: the limit
//! does not depend on it. One result for each confinement, hung on the first of its measures.

use domain::facts::{Facts, MeasureFacts};
use domain::look::Outcome;
use domain::measure::MeasureKind;
use domain::{ActId, Moment, Span};

use crate::confinement::{BREAK, Chain, Confinement, Episode, Walk, is_apart};
use crate::finding::{Advisory, AdvisoryKind, Checked, Clock, Coverage, Finding, Flag, Limit, Remedy};
use crate::intervals::{Intervals, OPEN, Stretch, span};
use crate::next::Next;
use crate::rule::RuleId;
use crate::settings::{ClockName, LimitName, Settings};

/// "In excess of 15 consecutive days": exactly so many hours are met (Mandela Rule 44). National law may say less.
fn longest(settings: &Settings) -> Limit {
    settings.limit(LimitName::Solitary)
}

pub(crate) fn judge(facts: &Facts, settings: &Settings, now: Moment, checked: &mut Checked, next: &mut Next) {
    let mut measures: Vec<&MeasureFacts> = facts.measures.iter().filter(|measure| is_apart(measure)).collect();
    if measures.is_empty() {
        return;
    }
    measures.sort_by_key(|measure| (measure.span.from, measure.known, measure.act));
    for measure in &measures {
        next.offer(measure.span.from.millis());
        if let Some(until) = measure.span.until {
            next.offer(until.millis());
        }
    }

    let longest = longest(settings);
    let limit = longest.millis();
    let confinement = Confinement::of(facts, now);
    let days = confinement.days(&settings.zone);
    let episodes = confinement.episodes();
    let ahead: Vec<&MeasureFacts> = measures
        .iter()
        .copied()
        .filter(|measure| measure.span.from > now && measure.kind == MeasureKind::Solitary)
        .filter(|measure| measure.span.until.is_none())
        .collect();
    measures
        .retain(|measure| measure.span.from <= now && measure.span.until.is_none_or(|until| measure.span.from < until));

    let mut anchors = Vec::with_capacity(episodes.len());
    let mut ahead_from = 0;
    let mut following = episodes.iter().skip(1).map(|episode| episode.from);
    for episode in &episodes {
        let until = following.next().unwrap_or(OPEN);
        let inside = |at: i64| episode.from <= at && at < until;
        let own: Vec<&MeasureFacts> =
            measures.iter().copied().filter(|measure| inside(measure.span.from.millis())).collect();
        let Some(first) = own.first() else { continue };
        let case = Case { episode, days: &days, own: &own, now: now.millis(), ends_before: until, longest: &longest };
        let planned = case.planned(&ahead);
        ahead_from = ahead_from.max(planned.ahead);
        checked.take(case.result(first, facts, &planned));
        checked.advisories.extend(case.warning(first.act, settings));
        anchors.push((episode.from, first.act));
    }
    for ordered in runs_of(ahead.get(ahead_from..).unwrap_or_default()) {
        checked.findings.extend(planned_ahead(&ordered, &longest));
    }

    let blocks: Vec<Chain> = episodes.iter().flat_map(|episode| &episode.blocks.chains).copied().collect();
    for advisory in patterns(&blocks, &anchors, (settings, limit), next) {
        checked.advisories.push(advisory);
    }
    for advisory in patterns(&days.chains, &anchors, (settings, limit), next) {
        let known =
            checked.advisories.iter().any(|other| (other.kind, other.anchor) == (advisory.kind, advisory.anchor));
        if !known {
            checked.advisories.push(advisory);
        }
    }

    offer_instants(facts, settings, now.millis(), &[episodes.last().map(|last| &last.blocks), Some(&days)], next);
}

/// One confinement with all that is needed to judge it.
struct Case<'a> {
    episode: &'a Episode,
    days: &'a Walk,
    own: &'a [&'a MeasureFacts],
    now: i64,
    /// Where the next confinement begins.
    ends_before: i64,
    longest: &'a Limit,
}

/// What was planned beyond the limit.
#[derive(Default)]
struct Planned {
    stretches: Vec<Stretch>,
    /// The latest planned end that lies beyond, and where its count began.
    end: Option<(i64, i64)>,
    /// How many of the measures ahead continue this confinement.
    ahead: usize,
    acts: Vec<ActId>,
}

impl Case<'_> {
    /// Does a chain of this length last too long?
    fn beyond(&self, elapsed: i64) -> bool {
        elapsed > self.longest.millis()
    }

    /// Chains of blocks and of calendar days: either kind counts.
    fn chains(&self) -> impl Iterator<Item = &Chain> {
        let days = self.days.chains.iter();
        let own = days.filter(|chain| self.episode.from <= chain.from && chain.from < self.ends_before);
        self.episode.blocks.chains.iter().chain(own)
    }

    /// The chain to show: the one that runs, or else the longest.
    fn shown(&self) -> Option<&Chain> {
        self.chains().max_by_key(|chain| (self.beyond(chain.elapsed()), chain.runs, chain.elapsed(), chain.from))
    }

    /// A planned end beyond 15 days, counted from where the chain began in which the measure stands.
    fn planned(&self, ahead: &[&MeasureFacts]) -> Planned {
        let mut planned = Planned::default();
        let mut reach: Option<i64> = None;
        for measure in self.own.iter().filter(|measure| measure.kind == MeasureKind::Solitary) {
            let Some(end) = measure.planned_end.map(Moment::millis) else { continue };
            let ended = measure.span.until.map(Moment::millis).filter(|until| *until <= self.now);
            if ended.is_none() {
                reach = Some(reach.map_or(end, |reach| reach.max(end)));
            }
            self.hold_against(&mut planned, measure.span.from.millis(), ended, end);
        }
        // Orders that begin when the running one is planned to end go on with its chain.
        for measure in ahead {
            let from = measure.span.from.millis();
            let Some(reached) = reach.filter(|reach| from <= reach.saturating_add(BREAK)) else { break };
            let end = measure.planned_end.map_or(reached, Moment::millis);
            reach = Some(reached.max(end));
            planned.ahead += 1;
            planned.acts.push(measure.act);
            // Broken since it was ordered: it has not begun.
            self.hold_against(&mut planned, measure.known.millis(), None, end);
        }
        planned
    }

    fn hold_against(&self, planned: &mut Planned, from: i64, ended: Option<i64>, end: i64) {
        let judged_at = ended.map_or(self.now, |ended| ended - 1);
        let counts = [self.episode.blocks.count_from(judged_at), self.days.count_from(judged_at)];
        let count = counts.into_iter().flatten().min().unwrap_or(judged_at).max(self.episode.from);
        if self.beyond(end - count) {
            // A count that begins with the next unit has not begun: what is beyond is the order, since it was given.
            let since = if count > judged_at { from.min(judged_at) } else { from.max(count) };
            planned.stretches.push((since, ended.unwrap_or(OPEN)));
            if planned.end.is_none_or(|(known, _)| known < end) {
                planned.end = Some((end, count));
            }
        }
    }

    fn result(&self, first: &MeasureFacts, facts: &Facts, planned: &Planned) -> Finding {
        let rule = RuleId::Nmr43b;
        let mut result = Finding::new(rule, Outcome::Met, first.act, Moment::from_millis(self.episode.from));
        result.coverage = Some(Coverage { recorded: self.episode.recorded, closed: self.episode.closed });
        result.clock = self.shown().map(|chain| clock(chain, self.longest, self.now));
        self.cite(&mut result, facts, planned);

        let ran: Vec<&Chain> = self.chains().filter(|chain| self.beyond(chain.elapsed())).collect();
        let limit = self.longest.millis();
        let beyond = ran.iter().map(|chain| (chain.from + limit + 1, if chain.runs { OPEN } else { chain.until }));
        let stretches = Intervals::of(beyond.chain(planned.stretches.iter().copied()));
        let no_planned_end = self.own.iter().any(|measure| {
            let running = measure.span.until.is_none_or(|until| until.millis() > self.now);
            measure.kind == MeasureKind::Solitary && running && measure.planned_end.is_none()
        });

        if !ran.is_empty() && ran.iter().all(|chain| !self.beyond(chain.certain)) {
            result.flags.push(Flag::OnPresumption);
        }
        if !planned.stretches.is_empty() {
            result.flags.push(Flag::Planned);
            result.planned_end = planned.end.map(|(end, _)| Moment::from_millis(end));
        }
        if no_planned_end {
            result.flags.push(Flag::NoPlannedEnd);
            result.remedies.push(Remedy::RecordPlannedEnd);
        }

        if stretches.first().is_some() {
            result.outcome = Outcome::Breach;
            result.broken(stretches.iter().map(span).collect());
            let planned_for = planned.end.map_or(0, |(end, count)| end - count);
            let longest_run = ran.iter().map(|chain| chain.elapsed()).max().unwrap_or(0);
            result.flags.extend(national(self.longest, planned_for.max(longest_run)));
            if ran.is_empty() {
                // Nothing has run beyond the limit yet: the clock to show is that of the plan.
                if let Some((_, count)) = planned.end {
                    result.clock = Some(self.planned_clock(count, result.over));
                }
                if result.runs() {
                    result.remedies.push(Remedy::ShortenPlan);
                }
            }
            if ran.iter().any(|chain| chain.runs) {
                result.remedies.push(Remedy::EndMeasure);
            }
            if result.has(Flag::OnPresumption) {
                result.remedies.push(Remedy::RecordRegime);
            }
        } else if let Some(since) = self.episode.undetermined {
            result.outcome = Outcome::Undetermined;
            result.since = Moment::from_millis(since);
            result.remedies.push(Remedy::RecordRegime);
        } else if no_planned_end {
            result.outcome = Outcome::Undetermined;
        }
        result.known = Some(first.known).filter(|known| *known > result.since);
        result
    }

    /// The clock of a plan; a count that begins with the next unit has not begun, nothing has elapsed.
    fn planned_clock(&self, count: i64, over: Option<Moment>) -> Clock {
        let seen = over.map_or(self.now, Moment::millis).max(count);
        let clock = Clock::running(self.longest.clone(), Moment::from_millis(count), Moment::from_millis(seen));
        Clock { until: over, ..clock }
    }

    /// The acts whose facts were used: measures as they began, then records of regime.
    fn cite(&self, result: &mut Finding, facts: &Facts, planned: &Planned) {
        result.acts.clear();
        for measure in self.own {
            result.acts.push(measure.act);
            result.acts.extend(&measure.extensions);
            result.acts.extend(measure.ended_by);
        }
        result.acts.extend(&planned.acts);
        let end = self.chains().map(|chain| chain.until).max().unwrap_or(self.now);
        let end = if self.own.iter().any(|measure| measure.span.until.is_none()) { self.now } else { end };
        let mut records: Vec<_> = facts
            .regime
            .iter()
            .filter(|record| record.from.millis() < end && record.until.millis() > self.episode.from)
            .map(|record| (record.from, record.until, record.act))
            .collect();
        records.sort_unstable();
        result.acts.extend(records.into_iter().map(|(_, _, act)| act));
        let mut seen = std::collections::BTreeSet::new();
        result.acts.retain(|act| seen.insert(*act));
    }

    /// A warning before the limit, from the longest chain that runs.
    fn warning(&self, anchor: ActId, settings: &Settings) -> Option<Advisory> {
        let chain = self.chains().filter(|chain| chain.runs).max_by_key(|chain| chain.elapsed())?;
        let reached = |clock: ClockName| chain.elapsed() >= settings.clock(clock).millis();
        let (kind, policy) = if self.beyond(chain.elapsed()) {
            return None;
        } else if reached(ClockName::SolitaryLastAlert) {
            (AdvisoryKind::LastWarning, ClockName::SolitaryLastAlert)
        } else if reached(ClockName::SolitaryAlert) {
            (AdvisoryKind::Warning, ClockName::SolitaryAlert)
        } else {
            return None;
        };
        let policy = Limit::from(&settings.clock(policy));
        let clock = Clock::running(policy, Moment::from_millis(chain.from), Moment::from_millis(self.now));
        Some(Advisory { rule: RuleId::Nmr43b, kind, anchor, since: clock.reached_at, counted: chain.elapsed(), clock })
    }
}

/// What must be said where national law is broken, and the text is not.
fn national(longest: &Limit, elapsed: i64) -> Option<Flag> {
    match longest {
        Limit::NationalLimit { un_hours, .. } if elapsed <= i64::from(*un_hours) * domain::moment::HOUR => {
            Some(Flag::NationalLimit)
        }
        _ => None,
    }
}

fn clock(chain: &Chain, longest: &Limit, now: i64) -> Clock {
    let end = if chain.runs { now } else { chain.until };
    let clock = Clock::running(longest.clone(), Moment::from_millis(chain.from), Moment::from_millis(end));
    Clock { until: (!chain.runs).then(|| Moment::from_millis(chain.until)), ..clock }
}

/// Orders that have not begun, grouped where one begins when another is planned to end.
fn runs_of<'a>(ahead: &[&'a MeasureFacts]) -> Vec<Vec<&'a MeasureFacts>> {
    let mut groups: Vec<(i64, Vec<&MeasureFacts>)> = Vec::new();
    for measure in ahead {
        let from = measure.span.from.millis();
        let end = measure.planned_end.map_or(from, Moment::millis);
        match groups.last_mut() {
            Some((reach, group)) if from <= reach.saturating_add(BREAK) => {
                *reach = end.max(*reach);
                group.push(measure);
            }
            _ => groups.push((end, vec![measure])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// An order that has not begun can only be judged by its plan.
fn planned_ahead(ordered: &[&MeasureFacts], longest: &Limit) -> Option<Finding> {
    let first = ordered.first()?;
    let from = first.span.from;
    let end = ordered.iter().filter_map(|measure| measure.planned_end).max()?;
    (end.since(from) > longest.millis()).then(|| {
        let mut result = Finding::new(RuleId::Nmr43b, Outcome::Breach, first.act, from);
        result.acts = ordered.iter().map(|measure| measure.act).collect();
        result.broken(vec![Span::since(from)]);
        result.clock = Some(Clock::running(longest.clone(), from, from));
        result.planned_end = Some(end);
        result.flags.push(Flag::Planned);
        result.flags.extend(national(longest, end.since(from)));
        result.remedies.push(Remedy::ShortenPlan);
        result
    })
}

/// Chains closer to each other than the policy allows which together exceed the limit that none of them exceeded.
fn patterns(
    chains: &[Chain],
    anchors: &[(i64, ActId)],
    (settings, limit): (&Settings, i64),
    next: &mut Next,
) -> Vec<Advisory> {
    let gap = settings.clock(ClockName::EpisodeGap).millis();
    let mut patterns = Vec::new();
    let mut linked: Vec<&Chain> = Vec::new();
    let mut close = |linked: &mut Vec<&Chain>| {
        let chains = std::mem::take(linked);
        let (Some(first), Some(last)) = (chains.first(), chains.last()) else { return };
        let before: i64 = chains.iter().take(chains.len() - 1).map(|chain| chain.elapsed()).sum();
        let counted = before + last.elapsed();
        if chains.len() > 1 && last.runs {
            next.offer(last.from + (limit - before).max(0) + 1);
        }
        if chains.len() < 2 || counted <= limit {
            return;
        }
        let mut sum = 0;
        let since = chains.iter().find_map(|chain| {
            sum += chain.elapsed();
            (sum > limit).then(|| chain.until - (sum - limit) + 1)
        });
        let Some((_, anchor)) = anchors.iter().rev().find(|(from, _)| *from <= first.from) else { return };
        let from = Moment::from_millis(first.from);
        let clock = Clock {
            until: (!last.runs).then(|| Moment::from_millis(last.until)),
            ..Clock::running(Limit::from(&settings.clock(ClockName::EpisodeGap)), from, Moment::from_millis(last.until))
        };
        patterns.push(Advisory {
            rule: RuleId::Nmr43b,
            kind: AdvisoryKind::Pattern,
            anchor: *anchor,
            since: Moment::from_millis(since.unwrap_or(last.until)),
            clock,
            counted,
        });
    };
    for chain in chains {
        if linked.last().is_some_and(|last| chain.from - last.until >= gap) {
            close(&mut linked);
        }
        linked.push(chain);
    }
    close(&mut linked);
    patterns
}

/// The instants at which an answer may change by time alone.
fn offer_instants(facts: &Facts, settings: &Settings, now: i64, walks: &[Option<&Walk>], next: &mut Next) {
    let contacts = || facts.regime.iter().flat_map(|record| &record.contacts);
    let talking = contacts().any(|(from, until, _)| from.millis() <= now && now < until.millis());
    for walk in walks.iter().flatten() {
        if let Some(running) = walk.running {
            next.offer(running.until);
            // Contact that is on record beyond `now` opens the unit when it exceeds what is left.
            if talking {
                next.offer(now + running.spare.max(0) + 1);
            }
        }
        for chain in walk.chains.iter().filter(|chain| chain.runs) {
            next.offer(chain.from + longest(settings).millis() + 1);
            next.offer(chain.from + settings.clock(ClockName::SolitaryAlert).millis());
            next.offer(chain.from + settings.clock(ClockName::SolitaryLastAlert).millis());
        }
    }
    // What is said about the time after `now` is not seen before it has come.
    for record in &facts.regime {
        next.offer(record.from.millis());
        next.offer(record.until.millis());
    }
    for (from, until, _) in contacts() {
        next.offer(from.millis());
        next.offer(until.millis());
    }
}
