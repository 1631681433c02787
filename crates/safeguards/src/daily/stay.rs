//! A stay in prison: from being received to release. A transfer does not end it, so nothing begins anew by moving somebody.

use domain::facts::Facts;
use domain::{ActId, Moment};

use crate::intervals::Stretch;
use crate::settings::Settings;

/// One stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stay {
    /// The act by which it began.
    pub(super) act: ActId,
    /// When.
    pub(super) from: Moment,
    /// When it ended; nothing while it goes on.
    pub(super) until: Option<Moment>,
    /// When its beginning was recorded.
    pub(super) known: Moment,
}

impl Stay {
    /// Its end in milliseconds, as far as it is known.
    pub(super) fn end(&self) -> i64 {
        self.until.map_or(i64::MAX, Moment::millis)
    }

    /// What a result hangs on that began with this act: the stay itself, if that was so before it. Each stay asks anew.
    pub(super) fn anchor(&self, act: ActId, from: Moment) -> ActId {
        if from <= self.from { self.act } else { act }
    }

    /// Was the person there at this moment?
    pub(super) fn holds(&self, at: Moment) -> bool {
        self.from <= at && at.millis() < self.end()
    }

    /// The part of it during which the person was a child; while an age is disputed the child rules apply.
    pub(super) fn as_child(&self, facts: &Facts, settings: &Settings) -> Option<Stretch> {
        let adult = Moment::start_of(facts.born?.child_until(), &settings.zone).millis();
        let (from, until) = (self.from.millis(), self.end().min(adult));
        (from < until).then_some((from, until))
    }
}

/// The stays of one person, oldest first.
pub(super) fn stays(facts: &Facts) -> Vec<Stay> {
    let mut stays: Vec<Stay> = Vec::new();
    for place in &facts.custody {
        match stays.last_mut() {
            Some(last) if last.until == Some(place.span.from) => last.until = place.span.until,
            _ => {
                stays.push(Stay { act: place.act, from: place.span.from, until: place.span.until, known: place.known });
            }
        }
    }
    stays
}
