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

impl Source {
    /// Adds the first of its places that the asker is not kept from.
    fn add_to(
        &self,
        tx: &mut Tx<'_>,
        found: &mut BTreeSet<Place>,
        (step, limit): (AtStep, usize),
        shut: &[(StreamId, Bar)],
        now: Moment,
    ) -> Result<(), store::Error> {
        let kept_from =
            |place: &Place| shut.iter().any(|(stream, bar)| *stream == place.stream && !bar.leaves(self.through));
        found.extend(rows(tx, self, step, limit, now)?.into_iter().filter(|place| !kept_from(place)));
        Ok(())
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
    let mut found = BTreeSet::new();
    for source in &sources {
        source.add_to(tx, &mut found, (step, wanted.saturating_add(shut.len())), &shut, now)?;
    }
    let first = found.iter().copied().take(wanted).collect();
    // Then counted, from one source after the other, until there are more than anybody counts: whoever oversees many prisons
    // has the first rows of each read, and all of them of few.
    let counted = usize::try_from(COUNTED).unwrap_or(usize::MAX).saturating_add(1);
    if wanted < counted {
        for source in &sources {
            if found.len() >= counted {
                break;
            }
            source.add_to(tx, &mut found, (step, counted.saturating_add(shut.len())), &shut, now)?;
        }
    }
    Ok((first, Total::of(found.len())))
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

/// The first rows of one source, in order for those whose end is not known; those whose end is known are few, and come whole.
fn rows(tx: &mut Tx<'_>, source: &Source, step: AtStep, limit: usize, now: Moment) -> Result<Vec<Place>, store::Error> {
    let (only, but) = step.codes();
    let limit = Val::I64(i64::try_from(limit).unwrap_or(i64::MAX));
    let first = [Val::Blob(&source.holder), Val::Text(source.ground.code()), Val::Text(only), Val::Text(but)];
    if source.through == Ground::Mandate {
        // Every file that was ever held there; whoever was held twice has two rows.
        return tx.all(
            "select distinct listed, stream from ground where holder = $1 and ground = $2 and listed is not null
               and ($3 = '' or step = $3) and step <> $4 order by listed desc, stream limit $5",
            &[first.as_slice(), &[limit]].concat(),
            place,
        );
    }
    let then = [first.as_slice(), &[Val::I64(now.millis())]].concat();
    let mut rows = tx.all(
        "select listed, stream from ground where holder = $1 and ground = $2 and ends is null and listed is not null
           and ($3 = '' or step = $3) and step <> $4 and begins <= $5 order by listed desc, stream limit $6",
        &[then.as_slice(), &[limit]].concat(),
        place,
    )?;
    rows.extend(tx.all(
        "select listed, stream from ground where holder = $1 and ground = $2 and listed is not null
           and ($3 = '' or step = $3) and step <> $4 and begins <= $5 and ends > $5",
        &then,
        place,
    )?);
    Ok(rows)
}

pub(super) fn place(row: &Row<'_>) -> Result<Place, store::Error> {
    Ok(Place::new(row.get(0)?, StreamId::from_bytes(row.get(1)?)))
}
