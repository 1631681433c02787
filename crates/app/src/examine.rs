//! `examine`: the whole installation is looked over, as `passerelle verify` asks.
//!
//! More than the log itself: what stands beside the leaves and is committed to by none, the structure of the database, and the
//! index tables. Changes nothing.

use std::collections::BTreeMap;

use domain::kind::{Head, Kind, Sealing};
use domain::{Envelope, StreamId};
use ledger::leaf::Leaf;
use ledger::tree::TileTree;
use store::Tx;

use crate::App;
use crate::ledger_rows::signed;
use crate::log::pieces;
use crate::refusal::{Fault, Refusal};
use crate::replay::Verified;

impl App {
    /// Looks the whole installation over: the structure of the database, the log with everything that hangs on it, and the
    /// index tables against the ledger. Changes nothing.
    pub fn examine(&self) -> Result<Verified, Refusal> {
        let bad = |why: String| Refusal::from(Fault::unreadable(why));
        if let Some(first) = self.integrity()?.first() {
            return Err(bad(format!("the database: {first}")));
        }
        let verified = self.verify()?;
        self.store.read(beside_the_log)?;
        let compared = self.compare_tables()?;
        if !compared.differing.is_empty() {
            let tables = compared.differing.join(", ");
            return Err(bad(format!("{tables}: not what the ledger makes of it; `passerelle replay` makes it anew")));
        }
        Ok(verified)
    }

    /// What is wrong with the structure of the database file. Nothing, when it is sound.
    pub(crate) fn integrity(&self) -> Result<Vec<String>, Refusal> {
        Ok(self.store.integrity_check()?)
    }
}

/// What stands beside the leaves and is committed to by none: the columns that repeat an envelope, the heads of streams, the
/// tiles. Each must be what the ledger says.
fn beside_the_log(tx: &mut Tx<'_>) -> Result<(), Fault> {
    // Not only as far as the newest checkpoint: tiles and heads are written with every commit.
    let size = crate::writing::size_of(tx)?;
    let bad = |why: String| Err(Fault::unreadable(why));
    let mut heads: BTreeMap<StreamId, (u64, String)> = BTreeMap::new();
    let mut tree = TileTree::new();
    let mut tiles: BTreeMap<(u8, u64), Vec<u8>> = BTreeMap::new();
    for (from, until) in pieces(size, 1_000) {
        let rows = tx.all(
            "select seq, leaf, envelope, id, stream, kind, actor, recorded_at, year from act where seq >= $1 and seq < $2 order by seq",
            &[signed(from), signed(until)],
            |row| {
                let beside = (row.get::<[u8; 16]>(3)?, row.get::<[u8; 16]>(4)?, row.get::<String>(5)?, row.get::<[u8; 16]>(6)?);
                Ok((row.get::<u64>(0)?, row.get::<Vec<u8>>(1)?, row.get::<Option<String>>(2)?, beside, (row.get::<u64>(7)?, row.get::<Option<i64>>(8)?)))
            },
        )?;
        let mut hashes = Vec::with_capacity(rows.len());
        for (seq, leaf, envelope, (id, stream, kind, actor), (at, year)) in rows {
            let leaf = Leaf::from_bytes(&leaf)?;
            hashes.push(leaf.hash());
            if leaf.recorded_at != at {
                return bad(format!("leaf {seq}: the time beside it is another"));
            }
            if let Some(text) = envelope {
                let said: Envelope = serde_json::from_str(&text).map_err(Fault::unreadable)?;
                let same = said.act.bytes() == id
                    && said.stream.bytes() == stream
                    && said.kind == kind
                    && said.actor.bytes() == actor;
                if !same {
                    return bad(format!("leaf {seq}: a column beside it is not what its envelope says"));
                }
            }
            // An erased envelope leaves the columns; a kind that a newer version wrote says nothing here.
            let Ok(kind) = kind.parse::<Kind>() else { continue };
            let row = kind.row();
            if (row.sealing == Sealing::Year) != year.is_some() {
                return bad(format!("leaf {seq}: it names another key than its kind is sealed by"));
            }
            if row.head == Head::Moves {
                let head = heads.entry(StreamId::from_bytes(stream)).or_insert((0, row.subject.code().to_owned()));
                head.0 = head.0.saturating_add(1);
            }
        }
        for tile in tree.append(&hashes) {
            tiles.insert((tile.level, tile.index), tile.to_bytes());
        }
    }
    let kept = tx.all("select level, number, hashes from tile", &[], |row| {
        Ok(((row.get::<u32>(0)?, row.get::<u64>(1)?), row.get::<Vec<u8>>(2)?))
    })?;
    let kept: BTreeMap<(u32, u64), Vec<u8>> = kept.into_iter().collect();
    let tiles: BTreeMap<(u32, u64), Vec<u8>> =
        tiles.into_iter().map(|((level, number), bytes)| ((level.into(), number), bytes)).collect();
    if kept != tiles {
        return bad("a tile is not what the leaves make of it".to_owned());
    }
    // Of an erased stream nothing is left but its id, and no act bears it.
    let streams = tx.all("select id, head, subject from stream where subject <> 'erased'", &[], |row| {
        Ok((StreamId::from_bytes(row.get(0)?), (row.get::<u64>(1)?, row.get::<String>(2)?)))
    })?;
    if streams.into_iter().collect::<BTreeMap<_, _>>() != heads {
        return bad("the head of a stream is not what its acts make of it".to_owned());
    }
    Ok(())
}
