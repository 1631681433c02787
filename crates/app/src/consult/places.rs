//! Where case files stand in the lists of whoever holds a ground on them: newest admission first.
//!
//! A list asks each holder and ground by itself, so that it reads as many rows as it shows and not as many as its reader may
//! see. Each row of rights says where its file stands (`listed`) and at which step it is (`step`); both are kept by the summary
//! of the case. What its reader is kept from is left out here, and nothing is left out later.

use std::collections::BTreeSet;

use access::{Actor, Bar};
use domain::facts::Step;
use domain::{Ground, Moment, Part, StreamId};
use store::{Row, Tx, Val};

use super::lists::grounds_for;
use crate::bar;
use crate::ground::mandates;

/// A count stops here: nobody reads further, and what is behind it costs nothing.
pub(crate) const COUNTED: u32 = 1_000;

/// So many files are asked for one by one whether they are among those that were counted.
const FEW: usize = 32;

/// Where a file stands in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    /// The later the admission, the smaller, so that the newest comes first.
    before: i64,
    /// The file.
    pub(crate) stream: StreamId,
}

impl Place {
    /// The place of a file whose person was admitted then.
    fn new(admitted: Option<i64>, stream: StreamId) -> Self {
        Self { before: admitted.map_or(i64::MAX, i64::saturating_neg), stream }
    }
}

/// Which files of a list are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AtStep {
    /// All.
    Any,
    /// Those at this step.
    Only(Step),
    /// Those that are not closed.
    NotClosed,
}

impl AtStep {
    /// The step that is wanted and the one that is not; empty for none.
    pub(super) fn codes(self) -> (&'static str, &'static str) {
        match self {
            Self::Any => ("", ""),
            Self::Only(step) => (step.code(), ""),
            Self::NotClosed => ("", Step::Closed.code()),
        }
    }
}

/// How many files there are in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Total {
    /// So many.
    Exactly(u32),
    /// More than these: it was not counted further.
    MoreThan(u32),
}

impl Total {
    /// The number, if all was counted.
    pub const fn exactly(self) -> Option<u32> {
        if let Self::Exactly(number) = self { Some(number) } else { None }
    }

    /// Where counting stopped, if it did.
    pub const fn more_than(self) -> Option<u32> {
        if let Self::MoreThan(number) = self { Some(number) } else { None }
    }

    fn of(found: usize) -> Self {
        match u32::try_from(found) {
            Ok(number) if number <= COUNTED => Self::Exactly(number),
            _ => Self::MoreThan(COUNTED),
        }
    }
}

/// One holder of rows on case files.
struct Source {
    holder: [u8; 16],
    /// The ground through which the asker sees the files.
    through: Ground,
    /// The ground that the holder has on them: the same, but for a mandate over a prison, which holds them in custody.
    ground: Ground,
}

/// What was read of a source.
struct Begun {
    /// The first of its rows whose end is not known, in order.
    open: Vec<Place>,
    /// Those whose end is known, all of them.
    ending: Vec<Place>,
    /// Are the first all that there are?
    whole: bool,
}

impl Source {
    /// Is the asker kept from this file, as far as they see it through here?
    fn shuts(&self, stream: StreamId, shut: &[(StreamId, Bar)]) -> bool {
        shut.iter().any(|(of, bar)| *of == stream && !bar.leaves(self.through))
    }

    /// Reads the first of its places that the asker is not kept from.
    fn begin(
        &self,
        tx: &mut Tx<'_>,
        (step, limit): (AtStep, usize),
        shut: &[(StreamId, Bar)],
        now: Moment,
    ) -> Result<Begun, store::Error> {
        let (mut open, mut ending) = self.rows(tx, step, limit, now)?;
        let whole = open.len() < limit;
        open.retain(|place| !self.shuts(place.stream, shut));
        ending.retain(|place| !self.shuts(place.stream, shut));
        Ok(Begun { open, ending, whole })
    }

    /// How many files it has whose end is not known, those that the asker is kept from left out, together with these beside
    /// it; counted no further than `most`.
    fn count(
        &self,
        tx: &mut Tx<'_>,
        (step, most): (AtStep, usize),
        (beside, shut): (&BTreeSet<Place>, &[(StreamId, Bar)]),
        now: Moment,
    ) -> Result<usize, store::Error> {
        let kept_from: BTreeSet<StreamId> =
            shut.iter().filter(|(_, bar)| !bar.leaves(self.through)).map(|(stream, _)| *stream).collect();
        let limit = most.saturating_add(kept_from.len());
        let mut count = self.count_rows(tx, step, limit, now)?;
        if count >= limit {
            return Ok(most);
        }
        for stream in &kept_from {
            if self.has(tx, step, *stream, now)? {
                count = count.saturating_sub(1);
            }
        }
        for place in beside {
            if kept_from.contains(&place.stream) || !self.has(tx, step, place.stream, now)? {
                count = count.saturating_add(1);
            }
        }
        Ok(count.min(most))
    }
}

/// The first `wanted` places of the list of what the asker may see a part of, and how many files the list has.
pub(crate) fn places(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (part, step): (Part, AtStep),
    wanted: usize,
    now: Moment,
) -> Result<(Vec<Place>, Total), store::Error> {
    let sources = sources(tx, actor, part, now)?;
    let shut = bar::cases_shut(tx, actor, now)?;
    // Of the rows that are read at most `shut.len()` are left out afterwards: what is left are the first that count.
    let limit = wanted.saturating_add(shut.len());
    let mut found = BTreeSet::new();
    let (mut beside, mut unread) = (BTreeSet::new(), Vec::new());
    for source in &sources {
        let begun = source.begin(tx, (step, limit), &shut, now)?;
        beside.extend(begun.ending.iter().copied());
        if begun.whole {
            beside.extend(begun.open.iter().copied());
        } else {
            unread.push(source);
        }
        found.extend(begun.open);
        found.extend(begun.ending);
    }
    let first = found.iter().copied().take(wanted).collect();
    // Then counted, until there are more than anybody counts. Where one source alone has more than was read, as with most who
    // ask, the store counts it; of several, whose files may be the same, one after the other is read on.
    let counted = usize::try_from(COUNTED).unwrap_or(usize::MAX).saturating_add(1);
    let total = match unread.as_slice() {
        [] => found.len(),
        _ if found.len() >= counted => counted,
        [only] if beside.len() <= FEW => only.count(tx, (step, counted), (&beside, &shut), now)?,
        several => {
            for source in several {
                let begun = source.begin(tx, (step, counted.saturating_add(shut.len())), &shut, now)?;
                found.extend(begun.open);
                if found.len() >= counted {
                    break;
                }
            }
            found.len()
        }
    };
    Ok((first, Total::of(total)))
}

/// Every holder and ground that opens this part of a case file to the asker.
fn sources(tx: &mut Tx<'_>, actor: &Actor, part: Part, now: Moment) -> Result<Vec<Source>, store::Error> {
    let mut sources = Vec::new();
    for code in grounds_for(actor, part).into_iter().filter(|code| !code.is_empty()) {
        let through: Ground = code.parse().map_err(|_| store::Error::unreadable("a ground"))?;
        if through == Ground::Mandate {
            let prisons: BTreeSet<[u8; 16]> =
                mandates(tx, actor.org, now)?.into_iter().map(|(prison, _)| prison).collect();
            sources.extend(prisons.into_iter().map(|holder| Source { holder, through, ground: Ground::Custody }));
        } else {
            let holders = [actor.seat().bytes(), actor.org.bytes()];
            sources.extend(holders.map(|holder| Source { holder, through, ground: through }));
        }
    }
    Ok(sources)
}

/// Which rows of a source.
#[derive(Clone, Copy)]
enum Which {
    /// Those whose end is not known. A mandate has every file that was ever held there, and so no end at all.
    Open,
    /// Those whose end is known and to come.
    Ending,
}

/// A question to the rows of a source: what is selected of them, and what is asked before its last value. Where no step is
/// asked for none is compared: most lists are that, and the longest.
fn asked(select: &str, source: &Source, step: AtStep, which: Which, before_last: &str) -> String {
    let end = match which {
        Which::Open if source.through == Ground::Mandate => "",
        Which::Open => " and ends is null",
        Which::Ending => " and ends > $3",
    };
    let (at, last) = match step {
        AtStep::Any => ("", "$4"),
        AtStep::Only(_) => (" and step = $4", "$5"),
        AtStep::NotClosed => (" and step <> $4", "$5"),
    };
    format!(
        "select {select} from ground where holder = $1 and ground = $2 and listed is not null and begins <= $3{end}{at}{before_last}{last}"
    )
}

impl Source {
    /// The values of [`asked`].
    fn values<'a>(&'a self, step: AtStep, now: Moment, last: Val<'a>) -> Vec<Val<'a>> {
        let mut values = vec![Val::Blob(&self.holder), Val::Text(self.ground.code()), Val::I64(now.millis())];
        match step {
            AtStep::Any => {}
            AtStep::Only(step) => values.push(Val::Text(step.code())),
            AtStep::NotClosed => values.push(Val::Text(Step::Closed.code())),
        }
        values.push(last);
        values
    }

    /// The first of its rows, in order, whose end is not known, and all of those whose end is known: they are few.
    fn rows(
        &self,
        tx: &mut Tx<'_>,
        step: AtStep,
        limit: usize,
        now: Moment,
    ) -> Result<(Vec<Place>, Vec<Place>), store::Error> {
        let limit = Val::I64(i64::try_from(limit).unwrap_or(i64::MAX));
        let values = self.values(step, now, limit);
        // Grouped in the order of the index: `distinct` would be gathered in a table of its own.
        let (columns, order) = ("listed, stream", " group by listed, stream order by listed desc, stream limit ");
        let first = tx.all(&asked(columns, self, step, Which::Open, order), &values, place)?;
        if self.through == Ground::Mandate {
            return Ok((first, Vec::new()));
        }
        let all = self.values(step, now, Val::I64(i64::MAX));
        let ending =
            tx.all(&asked(columns, self, step, Which::Ending, " group by listed, stream limit "), &all, place)?;
        Ok((first, ending))
    }

    /// How many files have no end that is known, counted up to a limit.
    fn count_rows(&self, tx: &mut Tx<'_>, step: AtStep, limit: usize, now: Moment) -> Result<usize, store::Error> {
        let inner = asked("listed, stream", self, step, Which::Open, " group by listed, stream limit ");
        let limit = Val::I64(i64::try_from(limit).unwrap_or(i64::MAX));
        let sql = format!("select count(*) from ({inner}) as counted");
        let counted = tx.one(&sql, &self.values(step, now, limit), |row| row.get::<i64>(0))?;
        Ok(usize::try_from(counted.unwrap_or(0)).unwrap_or(usize::MAX))
    }

    /// Is this file among those that are counted so?
    fn has(&self, tx: &mut Tx<'_>, step: AtStep, stream: StreamId, now: Moment) -> Result<bool, store::Error> {
        let stream = stream.bytes();
        let sql = asked("count(*)", self, step, Which::Open, " and stream = ");
        let counted = tx.one(&sql, &self.values(step, now, Val::Blob(&stream)), |row| row.get::<i64>(0))?;
        Ok(counted.is_some_and(|counted| counted > 0))
    }
}

pub(super) fn place(row: &Row<'_>) -> Result<Place, store::Error> {
    Ok(Place::new(row.get(0)?, StreamId::from_bytes(row.get(1)?)))
}
