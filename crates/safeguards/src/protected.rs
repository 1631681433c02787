//! NMR-45f: solitary confinement and disciplinary segregation of protected groups (Mandela Rule 45(2), Bangkok
//! Rule 22, Havana Rule 67).
//!
//! Judges age and attested circumstances at each instant of a measure. Asks for no diagnosis and no reason.

use domain::custody::Circumstance;
use domain::facts::{Facts, MeasureFacts};
use domain::look::Outcome;
use domain::measure::{MeasureKind, MeasurePurpose};
use domain::{ActId, Moment, Span};

use crate::finding::{Checked, Finding, Flag, Remedy};
use crate::intervals::{Intervals, Stretch};
use crate::next::Next;
use crate::rule::RuleId;
use crate::settings::Settings;

pub(crate) fn judge(facts: &Facts, settings: &Settings, now: Moment, checked: &mut Checked, next: &mut Next) {
    let protection = Protection::of(facts, settings);
    let mut measures: Vec<&MeasureFacts> = facts.measures.iter().filter(|measure| bars(measure)).collect();
    measures.sort_by_key(|measure| (measure.span.from, measure.act));
    for measure in measures {
        let from = measure.span.from.millis();
        next.offer(from);
        if let Some(until) = measure.span.until {
            next.offer(until.millis());
        }
        // A measure counts from its first instant on, so the order itself can be judged before any time has passed.
        let seen = now.max(measure.span.from).millis().saturating_add(1);
        let runs = measure.span.until.is_none_or(|until| until.millis() >= seen);
        let until = measure.span.until.map_or(seen, |until| until.millis().min(seen));
        if from < until {
            if runs {
                protection.boundaries().for_each(|at| next.offer(at));
            }
            checked.take(protection.judge(measure, (from, until), runs));
        }
    }
}

/// Which measures a protected person may not be under, whatever their length.
fn bars(measure: &MeasureFacts) -> bool {
    match measure.kind {
        MeasureKind::Solitary => true,
        MeasureKind::Separation => measure.purpose == MeasurePurpose::Sanction,
        MeasureKind::Observation | MeasureKind::ActivitiesLimited | MeasureKind::ContactLimited => false,
    }
}

/// When, and why, the person is protected.
struct Protection {
    /// The first instant at which nobody can doubt that the person is 18, and the first at which it was possible.
    adult: Option<(i64, i64)>,
    circumstances: Vec<(ActId, Stretch)>,
}

impl Protection {
    fn of(facts: &Facts, settings: &Settings) -> Self {
        let adult = facts.born.map(|born| {
            let perhaps = domain::custody::Born { latest: born.earliest, ..born };
            let start = |date| Moment::start_of(date, &settings.zone).millis();
            (start(born.child_until()), start(perhaps.child_until()))
        });
        let circumstances = facts
            .circumstances
            .iter()
            .filter(|noted| {
                matches!(noted.value, Circumstance::Pregnant | Circumstance::WithInfant | Circumstance::Breastfeeding)
            })
            .map(|noted| (noted.act, (noted.span.from.millis(), noted.span.until.map_or(i64::MAX, Moment::millis))))
            .collect();
        Self { adult, circumstances }
    }

    /// The instants at which protection begins or ends.
    fn boundaries(&self) -> impl Iterator<Item = i64> {
        let adult = self.adult.map(|(surely, _)| surely);
        adult.into_iter().chain(self.circumstances.iter().flat_map(|(_, (from, until))| [*from, *until]))
    }

    fn judge(&self, measure: &MeasureFacts, (from, until): Stretch, runs: bool) -> Finding {
        let rule = RuleId::Nmr45f;
        let mut result = Finding::new(rule, Outcome::Met, measure.act, measure.span.from);
        result.acts.extend(&measure.extensions);
        let child = self.adult.map(|(surely, _)| (from, until.min(surely))).filter(|(from, until)| from < until);
        let mut broken: Vec<Stretch> = Vec::new();
        if let Some(child) = child {
            broken.push(child);
            let perhaps_adult = self.adult.is_some_and(|(surely, perhaps)| perhaps < surely && perhaps < child.1);
            result.flags.push(if perhaps_adult { Flag::AgeDisputed } else { Flag::Child });
        }
        for (act, (begins, ends)) in &self.circumstances {
            let overlap = (from.max(*begins), until.min(*ends));
            if overlap.0 < overlap.1 {
                broken.push(overlap);
                result.acts.push(*act);
                if !result.has(Flag::Circumstance) {
                    result.flags.push(Flag::Circumstance);
                }
            }
        }
        if !broken.is_empty() {
            result.outcome = Outcome::Breach;
            let open = |end: i64| (!(runs && end == until)).then(|| Moment::from_millis(end));
            let spans = Intervals::of(broken);
            result.broken(
                spans.iter().map(|(from, end)| Span { from: Moment::from_millis(from), until: open(end) }).collect(),
            );
            if result.runs() {
                result.remedies.push(Remedy::EndMeasure);
            }
        } else if self.adult.is_none() {
            result.outcome = Outcome::Undetermined;
            result.remedies.push(Remedy::RecordBirth);
        }
        result.known = Some(measure.known).filter(|known| *known > result.since);
        result
    }
}
