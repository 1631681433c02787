//! NMR-107: life after release, from the beginning of the sentence.
//!
//! Looks whether the first version of the plan has a release section. Does not judge what stands in it.

use domain::Moment;
use domain::custody::Status;
use domain::facts::Facts;
use domain::look::Outcome;

use crate::finding::{Checked, Finding, Limit, Remedy};
use crate::next::Next;
use crate::rule::RuleId;
use crate::settings::{ClockName, Settings};
use crate::within::{Absence, Within};

pub(crate) fn judge(facts: &Facts, settings: &Settings, now: Moment, checked: &mut Checked, next: &mut Next) {
    for boundary in facts.status.iter().flat_map(|status| [Some(status.span.from), status.span.until]).flatten() {
        next.offer(boundary.millis());
    }
    let Some(convicted) = facts
        .status
        .iter()
        .rev()
        .find(|status| status.span.holds(now))
        .filter(|status| status.value == Status::Convicted)
    else {
        return;
    };
    let Some((admission, admitted)) = facts.admitted else { return };
    let begins = admitted.max(convicted.span.from);

    let Some(first) = facts.plans.first() else {
        let waits = Within {
            rule: RuleId::Nmr107,
            anchor: admission,
            begins,
            known: begins,
            limit: Limit::from(&settings.clock(ClockName::Plan)),
            done: None,
            ended: None,
            absence: Absence::NotRecorded,
            remedy: Remedy::ProposePlan,
        };
        let Some(mut result) = waits.result(now, next) else { return };
        if convicted.act != admission {
            result.acts.push(convicted.act);
        }
        checked.take(result);
        return;
    };

    let mut result = Finding::new(RuleId::Nmr107, Outcome::Met, first.act, first.proposed.max(begins));
    if !first.release_section {
        result.outcome = Outcome::Breach;
        match facts.plans.iter().find(|plan| plan.release_section) {
            Some(later) => {
                result.acts.push(later.act);
                result.over = Some(later.proposed.max(result.since));
            }
            None => result.remedies.push(Remedy::AddReleaseSection),
        }
        result.stretches = vec![domain::Span { from: result.since, until: result.over }];
    }
    checked.take(result);
}
