//! Restraints, searches and the use of force.
//!
//! Judges what is on record of each, from the first instant of it on. Says nothing of how anybody behaved, and names nobody.

mod restraint;
mod search;

use domain::Moment;
use domain::facts::Facts;

use crate::finding::Checked;
use crate::next::Next;
use crate::settings::Settings;

pub(crate) fn judge(facts: &Facts, settings: &Settings, now: Moment, checked: &mut Checked, next: &mut Next) {
    restraint::judge(facts, settings, now, checked, next);
    search::judge(facts, settings, now, checked, next);
}

/// Was the person a child at this moment? Nobody knows if no date of birth is on record; while a disputed age spans 18 the
/// rules for children apply.
fn was_child(facts: &Facts, settings: &Settings, at: Moment) -> Option<bool> {
    let adult = Moment::start_of(facts.born?.child_until(), &settings.zone);
    Some(at < adult)
}
