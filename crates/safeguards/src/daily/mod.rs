//! Daily life, contact and information: the open air, family, lawyer and consulate, what is told on arrival, where
//! somebody sleeps, work that was given.
//!
//! Judges one stay in prison after the other. Knows nobody outside, and nobody else inside.

mod contact;
mod informed;
mod legal;
mod open_air;
mod placed;
mod stay;
mod work;

use domain::Moment;
use domain::facts::Facts;

use crate::finding::Checked;
use crate::next::Next;
use crate::settings::Settings;
use stay::Stay;

pub(crate) fn judge(facts: &Facts, settings: &Settings, now: Moment, checked: &mut Checked, next: &mut Next) {
    for stay in stay::stays(facts) {
        next.offer(stay.from.millis());
        if stay.from > now {
            continue;
        }
        let mut at = At { facts, settings, now, checked: &mut *checked, next: &mut *next };
        open_air::judge(&stay, &mut at);
        contact::judge(&stay, &mut at);
        legal::judge(&stay, &mut at);
        informed::judge(&stay, &mut at);
        placed::judge(&stay, &mut at);
        work::judge(&stay, &mut at);
    }
}

/// What every rule of this family is given.
struct At<'a> {
    facts: &'a Facts,
    settings: &'a Settings,
    now: Moment,
    checked: &'a mut Checked,
    next: &'a mut Next,
}

impl At<'_> {
    /// Is this to be seen yet? What lies after now is not; it is looked at again when its time has come.
    fn seen(&mut self, at: Moment) -> bool {
        self.next.offer(at.millis());
        at <= self.now
    }
}
