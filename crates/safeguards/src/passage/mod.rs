//! Admission, health attestations, assessment and plan, transfer and release (Mandela Rules 7, 24 to 34, 86 to 111, 122).
//!
//! Looks at times, codes and whether a record exists. Judges no reason, no diagnosis and no quality.

mod attested;
mod gate;
mod innocence;
mod leaving;
mod planning;
mod weighed;

use domain::custody::Status;
use domain::facts::{Dated, Facts};
use domain::{ActId, Moment};

use crate::finding::Checked;
use crate::next::Next;
use crate::settings::Settings;

pub(crate) fn judge(facts: &Facts, settings: &Settings, now: Moment, checked: &mut Checked, next: &mut Next) {
    innocence::judge(facts, now, checked, next);
    planning::judge(facts, settings, now, checked, next);
    leaving::judge(facts, settings, now, checked, next);
    gate::judge(facts, settings, now, checked, next);
    attested::judge(facts, settings, now, checked, next);
    weighed::judge(facts, settings, now, checked, next);
}

/// The conviction that holds now, and since when what it asks for is counted: from admission, or from the conviction of
/// somebody who was held before. Nothing of somebody who is not convicted now.
struct Convicted {
    admission: ActId,
    /// The act that says so, if it is another one.
    by: Option<ActId>,
    begins: Moment,
}

impl Convicted {
    fn of(facts: &Facts, now: Moment, next: &mut Next) -> Option<Self> {
        for boundary in facts.status.iter().flat_map(|status| [Some(status.span.from), status.span.until]).flatten() {
            next.offer(boundary.millis());
        }
        let holds = |status: &&Dated<Status>| status.span.holds(now);
        let status = facts.status.iter().rev().find(holds).filter(|status| status.value == Status::Convicted)?;
        let (admission, admitted) = facts.admitted?;
        let begins = admitted.max(status.span.from);
        Some(Self { admission, by: Some(status.act).filter(|act| *act != admission), begins })
    }

    /// When custody ended: by release or death.
    fn ended(facts: &Facts) -> Option<Moment> {
        let released = facts.released.map(|(_, at)| at);
        released.into_iter().chain(facts.died.map(|(_, at)| at)).min()
    }
}
