//! Confinement apart, cut into blocks of 24 hours and calendar days, and chains of solitary units (Mandela Rule 44).
//!
//! Counting lives here and nowhere else; the limit and what follows from it do not. Time is elapsed time in
//! milliseconds: a calendar day has the length that the clocks of the place give it.
//!
//! A unit is solitary if the time in it that was free — out of confinement or in meaningful contact — is no more than
//! its length less 22 hours. The running unit is presumed to be until its free time says otherwise. Where the record
//! has holes so large that they could change the answer, a closed unit stays in its chain, uncertain.

use domain::Moment;
use domain::facts::{Facts, MeasureFacts};
use domain::measure::MeasureKind;
use domain::moment::{DAY, HOUR};
use jiff::ToSpan;
use jiff::tz::TimeZone;

use crate::intervals::{Intervals, Stretch};

/// Confinement without meaningful contact for so long in a day makes the day solitary (Mandela Rule 44).
const SOLITARY: i64 = 22 * HOUR;
/// What that leaves free in a block of 24 hours; a break no longer than this does not end a confinement.
pub(crate) const BREAK: i64 = DAY - SOLITARY;

/// Is it confinement apart, to be judged by its regime?
pub(crate) fn is_apart(measure: &MeasureFacts) -> bool {
    matches!(measure.kind, MeasureKind::Solitary | MeasureKind::Separation)
}

/// Consecutive units that were solitary, are presumed to be, or are uncertain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Chain {
    /// The first instant of confinement in its first unit.
    pub from: i64,
    /// The end of its last unit, or of confinement in it; `now` while it runs.
    pub until: i64,
    /// Does it go on at `now`?
    pub runs: bool,
    /// The longest part of it without an uncertain unit.
    pub certain: i64,
}

impl Chain {
    pub(crate) fn elapsed(&self) -> i64 {
        self.until - self.from
    }

    /// Does this instant lie in it?
    pub(crate) fn holds(&self, at: i64) -> bool {
        self.from <= at && (at < self.until || self.runs)
    }
}

/// Units of one kind: their chains, and the units that contact opened.
#[derive(Debug, Default)]
pub(crate) struct Walk {
    pub chains: Vec<Chain>,
    /// Units with too much contact to be solitary.
    pub open: Vec<Stretch>,
    /// In the running unit of a running confinement: its end, and how much more contact it can have and stay solitary.
    pub running: Option<Running>,
}

/// The unit that contains `now`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Running {
    pub until: i64,
    pub spare: i64,
}

impl Walk {
    /// Where the count begins that an end after `at` would be measured from: the chain that holds this instant, or the
    /// end of the unit that contact opened.
    pub(crate) fn count_from(&self, at: i64) -> Option<i64> {
        let chain = self.chains.iter().rev().find(|chain| chain.holds(at)).map(|chain| chain.from);
        chain.or_else(|| self.open.iter().rev().find(|unit| unit.0 <= at && at < unit.1).map(|unit| unit.1))
    }
}

/// One confinement: measures whose breaks are too short to end it, on one grid of blocks.
#[derive(Debug)]
pub(crate) struct Episode {
    pub from: i64,
    /// Its blocks.
    pub blocks: Walk,
    /// Closed blocks, and those whose record decides what they were.
    pub closed: u32,
    pub recorded: u32,
    /// The end of the first closed block under separation that the record leaves open.
    pub undetermined: Option<i64>,
}

/// All confinement apart of one case, as seen at one moment.
pub(crate) struct Confinement {
    now: i64,
    runs: bool,
    apart: Intervals,
    contact: Intervals,
    /// Confinement without a complete record.
    silent: Intervals,
    /// The part of it that no solitary measure explains.
    silent_separation: Intervals,
}

enum State {
    /// Solitary, presumed or uncertain.
    Held { certain: bool },
    /// Too much contact.
    Open,
    /// Confinement ended in it, or before it; what lay before that stays as it was.
    Ended { certain: bool },
}

struct Unit {
    state: State,
    /// The first and the last instant of confinement that count in it.
    confined: Option<Stretch>,
    /// A break in it ended the confinement: nothing of this grid follows.
    over: bool,
    /// Where confinement begins anew after that break.
    resumes: Option<i64>,
    /// Confined until its end, and that end has passed.
    closed: bool,
    spare: i64,
}

impl Confinement {
    pub(crate) fn of(facts: &Facts, now: Moment) -> Self {
        let now = now.millis();
        // One millisecond beyond: confinement that begins at `now` is there, though nothing has elapsed.
        let seen = now.saturating_add(1);
        let spans = |solitary_alone: bool| {
            let kinds = facts
                .measures
                .iter()
                .filter(move |measure| is_apart(measure) && (!solitary_alone || measure.kind == MeasureKind::Solitary));
            Intervals::of(kinds.map(|measure| {
                let until = measure.span.until.map_or(seen, |until| until.millis().min(seen));
                (measure.span.from.millis(), until)
            }))
        };
        let apart = spans(false);
        let clip = |at: Moment| at.millis().min(now);
        let recorded = Intervals::of(facts.regime.iter().map(|record| (clip(record.from), clip(record.until))));
        let contact = Intervals::of(facts.regime.iter().flat_map(|record| {
            // A record vouches for its own stretch only.
            let inside = |at: Moment| clip(at.clamp(record.from, record.until.max(record.from)));
            record.contacts.iter().map(move |(from, until, _)| (inside(*from), inside(*until)))
        }));
        let silent = apart.without(&recorded);
        Self {
            now,
            runs: apart.iter().last().is_some_and(|(_, until)| until == seen),
            contact: apart.and(&contact),
            silent_separation: silent.without(&spans(true)),
            silent,
            apart,
        }
    }

    /// Judges `[from, until)`, which begins no later than `now`.
    ///
    /// A break that takes more than the allowance of a unit it touches ends the confinement, and so does one that has
    /// not ended yet: release never retracts what was. A shorter one is free time like contact.
    fn unit(&self, from: i64, until: i64) -> Unit {
        let allowance = (until - from) - SOLITARY;
        let (mut free, mut cursor, mut first) = (0, from, None);
        let (mut over, mut resumes) = (false, None);
        for (begin, end) in self.apart.pieces(from, until) {
            if begin - cursor > allowance {
                (over, resumes) = (true, Some(begin));
                break;
            }
            first.get_or_insert(begin);
            free += (begin - cursor) + self.contact.length(begin, end);
            cursor = end;
        }
        if !over && cursor < until && cursor <= self.now {
            resumes = self.apart.next_beginning(cursor);
            over = until - cursor > allowance || resumes.is_none_or(|resumes| resumes - until > BREAK);
            if !over {
                free += until - cursor;
            }
        }
        let last = cursor.min(self.now);
        let runs = self.runs && self.now < until && !over;
        let certain = runs || free + self.silent.length(from, last) <= allowance;
        let state = if free > allowance {
            State::Open
        } else if over {
            State::Ended { certain }
        } else {
            State::Held { certain }
        };
        Unit {
            state,
            confined: first.map(|first| (first, last)),
            over,
            resumes,
            closed: until <= self.now && cursor == until,
            spare: allowance - free,
        }
    }

    /// Every confinement, with its blocks of 24 hours counted from where it began.
    pub(crate) fn episodes(&self) -> Vec<Episode> {
        let mut episodes = Vec::new();
        let mut start = self.apart.first().map(|piece| piece.0);
        while let Some(from) = start {
            let mut episode = Episode { from, blocks: Walk::default(), closed: 0, recorded: 0, undetermined: None };
            let mut links = Links::default();
            let mut block = from;
            start = loop {
                let until = block.saturating_add(DAY);
                let unit = self.unit(block, until);
                if unit.closed {
                    episode.closed += 1;
                    match unit.state {
                        State::Held { certain: false } => {
                            if self.silent_separation.length(block, until) > 0 {
                                episode.undetermined.get_or_insert(until);
                            }
                        }
                        State::Held { certain: true } | State::Open | State::Ended { .. } => episode.recorded += 1,
                    }
                }
                self.link(&mut links, &mut episode.blocks, &unit, (block, until));
                if unit.over {
                    break unit.resumes;
                }
                if until > self.now {
                    break None;
                }
                block = until;
            };
            links.close(&mut episode.blocks);
            episodes.push(episode);
        }
        episodes
    }

    /// The same confinement by calendar days in `zone`.
    pub(crate) fn days(&self, zone: &TimeZone) -> Walk {
        let mut walk = Walk::default();
        let mut links = Links::default();
        let mut begin = self.apart.first().map(|piece| piece.0);
        while let Some(at) = begin {
            links.close(&mut walk);
            let mut date = Moment::from_millis(at).date_in(zone);
            let mut from = Moment::start_of(date, zone).millis();
            begin = loop {
                // The last date that can be written has no tomorrow: its unit never closes.
                let tomorrow = date.checked_add(1.day()).ok();
                let until = tomorrow.map_or(i64::MAX / 2, |date| Moment::start_of(date, zone).millis());
                // Where the clocks skipped a whole date there is no such day.
                if from < until {
                    let unit = self.unit(from, until);
                    self.link(&mut links, &mut walk, &unit, (from, until));
                    // Nothing in this whole day: go on where confinement begins anew.
                    if unit.over && unit.confined.is_none() && unit.resumes.is_none_or(|at| at >= until) {
                        break unit.resumes;
                    }
                }
                match tomorrow {
                    Some(next) if until <= self.now => (date, from) = (next, until),
                    _ => break None,
                }
            };
        }
        links.close(&mut walk);
        walk
    }

    /// Adds a unit to the chain it belongs to.
    fn link(&self, links: &mut Links, walk: &mut Walk, unit: &Unit, (from, until): Stretch) {
        let runs = self.runs && from <= self.now && self.now < until && !unit.over;
        match unit.state {
            State::Open => {
                links.close(walk);
                walk.open.push((from, until));
            }
            State::Held { certain } => links.add(unit, certain, runs),
            State::Ended { certain } => {
                links.add(unit, certain, false);
                links.close(walk);
            }
        }
        if runs {
            walk.running = Some(Running { until, spare: unit.spare });
        }
    }
}

/// The chain that is being built.
#[derive(Default)]
struct Links {
    chain: Option<Chain>,
    certain_from: Option<i64>,
}

impl Links {
    fn add(&mut self, unit: &Unit, certain: bool, runs: bool) {
        let Some((first, last)) = unit.confined else { return };
        let chain = self.chain.get_or_insert(Chain { from: first, until: first, runs: false, certain: 0 });
        chain.until = last;
        chain.runs = runs;
        if certain {
            let since = *self.certain_from.get_or_insert(first);
            chain.certain = chain.certain.max(last - since);
        } else {
            self.certain_from = None;
        }
    }

    fn close(&mut self, walk: &mut Walk) {
        self.certain_from = None;
        walk.chains.extend(self.chain.take());
    }
}
