//! The database and the keys read and written by hand, as somebody would who has both: with the ledger crate, beside the
//! application.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::house::House;
use domain::{AccountId, Act, ActId, Capacity, Envelope, Ground, Moment, OrgId, StreamId};
use ledger::commitment::Commitment;
use ledger::leaf::Leaf;
use ledger::note::KeyName;
use ledger::seal::{Context, EpochKey, Key, Sealer, WrappedName};
use ledger::tree::TileTree;
use store::{Schema, Store, Tx, Val};

/// A database and its keys.
pub struct ByHand {
    store: Store,
    sealer: Sealer,
    epochs: BTreeMap<i64, EpochKey>,
}

fn secret(path: &Path) -> [u8; 32] {
    fs::read(path).unwrap().try_into().unwrap()
}

/// The store beside the application; the tables are there already.
pub fn store(folder: &Path) -> Store {
    let schema = Schema { application_id: 0x5061_7373, steps: &[&[] as &[&str]; 8] };
    Store::open(&folder.join("casework.db"), &schema).unwrap()
}

impl ByHand {
    /// Of an installation whose database is a file.
    pub fn open(folder: &Path) -> Self {
        Self::with(folder, store(folder))
    }

    /// Of a house, wherever its database is.
    pub fn of(house: &House) -> Self {
        Self::with(house.folder.path(), house.beside())
    }

    fn with(folder: &Path, store: Store) -> Self {
        let keys = folder.join("keys");
        let origin = fs::read_to_string(keys.join("origin")).unwrap();
        let mut epochs = BTreeMap::new();
        for epoch in 1..10 {
            let path = keys.join(format!("epoch-{epoch}.key"));
            if path.exists() {
                epochs.insert(epoch, EpochKey::new(secret(&path)));
            }
        }
        Self { store, sealer: Sealer::new(KeyName::new(&origin).unwrap()), epochs }
    }

    fn unwrapped(&self, name: WrappedName, row: Option<(i64, Vec<u8>)>) -> Option<Key> {
        let (epoch, wrapped) = row?;
        let under = self.epochs.get(&epoch)?;
        Some(self.sealer.unwrap_key(under, u32::try_from(epoch).unwrap(), name, &wrapped).unwrap())
    }

    fn key_of(&self, tx: &mut Tx<'_>, stream: [u8; 16]) -> Option<Key> {
        let read = |row: &store::Row<'_>| Ok((row.get(0)?, row.get(1)?));
        let sql = "select epoch, wrapped from stream_key where stream = $1";
        self.unwrapped(WrappedName::Stream(stream), tx.one(sql, &[Val::Blob(&stream)], read).unwrap())
    }

    /// Every body that opens, one a line.
    pub fn opened(&self) -> String {
        self.store
            .read(|tx| -> Result<_, store::Error> {
                let rows = tx.all(
                    "select leaf, envelope, sealed, year from act where sealed is not null order by seq",
                    &[],
                    |row| {
                        let year = row.get::<Option<i64>>(3)?;
                        Ok((row.get::<Vec<u8>>(0)?, row.get::<String>(1)?, row.get::<Vec<u8>>(2)?, year))
                    },
                )?;
                let mut text = String::new();
                for (leaf, envelope, sealed, year) in rows {
                    let envelope: Envelope = serde_json::from_str(&envelope).unwrap();
                    let key = match year {
                        None => self.key_of(tx, envelope.stream.bytes()),
                        Some(year) => {
                            let sql = "select epoch, wrapped from year_key where year = $1";
                            let row = tx.one(sql, &[Val::I64(year)], |row| Ok((row.get(0)?, row.get(1)?)))?;
                            self.unwrapped(WrappedName::Year(u16::try_from(year).unwrap()), row)
                        }
                    };
                    let Some(key) = key else { continue };
                    let leaf = Leaf::from_bytes(&leaf).unwrap();
                    let opened = self.sealer.open_body(&key, &context(&envelope), &sealed, &leaf.body).unwrap();
                    text.push_str(&String::from_utf8(opened.body).unwrap());
                    text.push('\n');
                }
                Ok(text)
            })
            .unwrap()
    }

    /// Writes acts at the end of the log as if they had been recorded, whether they are possible or not. Nobody else may write
    /// meanwhile, and the index tables are to be made anew by a replay.
    pub fn put(&self, at: Moment, acts: Vec<(StreamId, Act)>) {
        let (size, mut tree, mut keys) = self
            .store
            .read(|tx| -> Result<_, store::Error> {
                let size = tx.one("select count(*) from act", &[], |row| row.get::<u64>(0))?.unwrap();
                let tree = TileTree::resume(size, |level, number| {
                    let number = i64::try_from(number).unwrap();
                    let sql = "select hashes from tile where level = $1 and number = $2";
                    let vals = [Val::I64(level.into()), Val::I64(number)];
                    let row = tx.one(sql, &vals, |row| row.get::<Vec<u8>>(0)).unwrap()?;
                    Some(ledger::tile::hashes(&row).unwrap())
                })
                .unwrap();
                let keys: BTreeMap<_, _> =
                    acts.iter().map(|(stream, _)| (*stream, self.key_of(tx, stream.bytes()).unwrap())).collect();
                Ok((size, tree, keys))
            })
            .unwrap();
        let mut rows = Vec::new();
        let mut hashes = Vec::new();
        for (place, (stream, act)) in (size..).zip(acts) {
            let random = |what: u8| -> [u8; 32] {
                use sha2::Digest as _;
                sha2::Sha256::digest([&place.to_be_bytes()[..], &[what]].concat()).into()
            };
            let row = act.kind().row();
            let envelope = Envelope {
                act: ActId::from_random(random(1)[..16].try_into().unwrap()),
                actor: AccountId::from(StreamId::INSTALLATION),
                capacity: Capacity::SystemAdministrator,
                org: OrgId::from(StreamId::INSTALLATION),
                stream,
                kind: row.name.to_owned(),
                version: row.version,
                concerns: at,
                ground: Ground::Installation,
                for_post: None,
            };
            let text = serde_json::to_string(&envelope).unwrap();
            let key = keys.get_mut(&stream).unwrap();
            let nonce = random(2)[..24].try_into().unwrap();
            let body = act.to_bytes().unwrap();
            let sealed = self.sealer.seal_body(key, &context(&envelope), &body, random(3), nonce).unwrap();
            let leaf = Leaf {
                recorded_at: u64::try_from(at.millis()).unwrap(),
                envelope: Commitment::to_envelope(&random(4), text.as_bytes()),
                body: sealed.commitment,
            };
            hashes.push(leaf.hash());
            rows.push((place, envelope, text, random(4), leaf.to_bytes(), sealed.bytes));
        }
        let tiles = tree.append(&hashes);
        let writer = self.store.writer((), ()).unwrap();
        writer
            .submit(move |tx: &mut Tx<'_>, ()| -> Result<(), store::Error> {
                for (place, envelope, text, salt, leaf, sealed) in &rows {
                    tx.exec(
                        "insert into act (seq, id, stream, kind, actor, recorded_at, leaf, envelope, envelope_salt, sealed, year)
                         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, null)",
                        &[
                            Val::I64(i64::try_from(*place).unwrap()),
                            Val::Blob(&envelope.act.bytes()),
                            Val::Blob(&envelope.stream.bytes()),
                            Val::Text(&envelope.kind),
                            Val::Blob(&envelope.actor.bytes()),
                            Val::I64(at.millis()),
                            Val::Blob(leaf),
                            Val::Text(text),
                            Val::Blob(salt),
                            Val::Blob(sealed),
                        ],
                    )?;
                }
                for tile in &tiles {
                    tx.exec(
                        "insert into tile (level, number, hashes) values ($1, $2, $3)
                         on conflict (level, number) do update set hashes = excluded.hashes",
                        &[
                            Val::I64(tile.level.into()),
                            Val::I64(i64::try_from(tile.index).unwrap()),
                            Val::Blob(&tile.to_bytes()),
                        ],
                    )?;
                }
                Ok(())
            })
            .unwrap();
    }
}

fn context(envelope: &Envelope) -> Context<'_> {
    Context {
        act: envelope.act.bytes(),
        stream: envelope.stream.bytes(),
        kind: &envelope.kind,
        version: envelope.version.into(),
    }
}
