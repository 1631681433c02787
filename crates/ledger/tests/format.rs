//! Every vector of `docs/ledger-format.md` is what this crate computes, and no vector goes unread.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail loudly")]

use std::collections::{BTreeMap, BTreeSet};

use ledger::export::{Line, Lines};
use ledger::proof::TlogProof;
use ledger::seal::{Context, EpochKey, Key, Sealer, WrappedName};
use ledger::tile::{self, Row};
use ledger::{Checkpoint, Commitment, Hash, KeyName, Leaf, Note, Signer, TilePath, TileTree, VerifierKey, proof};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

const DOCUMENT: &str = include_str!("../../../docs/ledger-format.md");

/// The text of the block that is marked `json NAME` or `text NAME`.
fn block(marked: &str) -> String {
    let start = format!("\n```{marked}\n");
    let mut found = DOCUMENT.split(&start).skip(1);
    let (Some(after), None) = (found.next(), found.next()) else { panic!("not exactly one block {marked}") };
    after.split_once("```").unwrap().0.to_owned()
}

/// The fields of a vector.
struct Vector(Value);

impl Vector {
    fn named(name: &str) -> Self {
        Self(serde_json::from_str(&block(&format!("json {name}"))).unwrap())
    }

    fn entries(&self) -> Vec<(&str, &Value)> {
        self.0.as_object().unwrap().iter().map(|(key, value)| (key.as_str(), value)).collect()
    }

    fn text(&self, field: &str) -> &str {
        self.0[field].as_str().unwrap_or_else(|| panic!("{field} is not text"))
    }

    fn number(&self, field: &str) -> u64 {
        self.0[field].as_u64().unwrap_or_else(|| panic!("{field} is not a number"))
    }

    /// Hexadecimal, whole or cut into a list.
    fn hex(&self, field: &str) -> String {
        match &self.0[field] {
            Value::Array(pieces) => pieces.iter().map(|piece| piece.as_str().unwrap()).collect(),
            _ => self.text(field).to_owned(),
        }
    }

    fn bytes<const N: usize>(&self, field: &str) -> [u8; N] {
        hex::decode(self.hex(field)).unwrap().try_into().unwrap()
    }

    fn hashes(&self, field: &str) -> Vec<Hash> {
        let hash = |text: &Value| Hash(hex::decode(text.as_str().unwrap()).unwrap().try_into().unwrap());
        self.0[field].as_array().unwrap().iter().map(hash).collect()
    }

    fn uuid(&self, field: &str) -> [u8; 16] {
        uuid(self.text(field))
    }
}

fn uuid(text: &str) -> [u8; 16] {
    hex::decode(text.replace('-', "")).unwrap().try_into().unwrap()
}

fn name(text: &str) -> KeyName {
    KeyName::new(text).unwrap()
}

fn made_up_leaf(number: u64) -> Leaf {
    let value = u8::try_from(number % 256).unwrap();
    Leaf {
        recorded_at: 1_790_000_000_000 + number,
        envelope: Commitment([value; 32]),
        body: Commitment([255 - value; 32]),
    }
}

/// The made-up ledger and its tiles.
fn made_up(size: u64) -> (TileTree, BTreeMap<(u8, u64), Vec<Hash>>) {
    let mut tree = TileTree::new();
    let leaves: Vec<Hash> = (0..size).map(|number| made_up_leaf(number).hash()).collect();
    let tiles = tree.append(&leaves).into_iter().map(|tile| ((tile.level, tile.index), tile.hashes)).collect();
    (tree, tiles)
}

fn digest(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

fn laid_end_to_end(hashes: &[Hash]) -> Vec<u8> {
    hashes.iter().flat_map(|hash| hash.0).collect()
}

#[test]
fn every_named_block_is_known_here() {
    let known = [
        "json leaf",
        "json envelope-commitment",
        "json body-commitment",
        "json sealed-body",
        "json sealed-lengths",
        "json wrapped-stream-key",
        "json wrapped-year-key",
        "json leaf-hashes",
        "json roots",
        "json files",
        "json checkpoint-key",
        "text checkpoint-note",
        "json witness-key",
        "text cosigned-note",
        "json inclusion-proof",
        "json consistency-proof",
        "json large-inclusion-proof",
        "json large-consistency-proof",
        "text tlog-proof",
        "text envelope-line",
        "text body-line",
    ];
    let named: BTreeSet<&str> =
        DOCUMENT.lines().filter_map(|line| line.strip_prefix("```")).filter(|mark| mark.contains(' ')).collect();
    assert_eq!(named, BTreeSet::from(known));
}

#[test]
fn leaf() {
    let vector = Vector::named("leaf");
    let leaf = Leaf {
        recorded_at: vector.number("recorded-at"),
        envelope: Commitment(vector.bytes("envelope-commitment")),
        body: Commitment(vector.bytes("body-commitment")),
    };
    assert_eq!(hex::encode(leaf.to_bytes()), vector.hex("leaf"));
    assert_eq!(Leaf::from_bytes(&vector.bytes::<73>("leaf")), Ok(leaf));
    assert_eq!(hex::encode(leaf.hash().0), vector.hex("leaf-hash"));
    assert_eq!(vector.hex("envelope-commitment"), Vector::named("envelope-commitment").hex("commitment"));
    assert_eq!(vector.hex("body-commitment"), Vector::named("body-commitment").hex("commitment"));
}

#[test]
fn commitments() {
    let vector = Vector::named("envelope-commitment");
    let commitment = Commitment::to_envelope(&vector.bytes("salt"), vector.text("envelope").as_bytes());
    assert_eq!(hex::encode(commitment.0), vector.hex("commitment"));
    let vector = Vector::named("body-commitment");
    let commitment = Commitment::to_body(&vector.bytes("salt"), vector.text("body").as_bytes());
    assert_eq!(hex::encode(commitment.0), vector.hex("commitment"));
}

#[test]
fn the_envelope_has_the_fields_of_its_table_in_their_order() {
    let section = DOCUMENT.split("\n## 4. Envelope\n").nth(1).unwrap().split("\n## ").next().unwrap();
    let rows: Vec<(&str, &str)> =
        section.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`')).collect();
    assert_eq!(rows.len(), 10);
    // What is only there if somebody stood in for a post is not in this vector.
    let always = rows.into_iter().filter(|(_, says)| !says.contains("only if"));
    let spelt: Vec<String> = always.map(|(field, _)| format!("\"{field}\":")).collect();
    assert_eq!(spelt.len(), 9);
    let vector = Vector::named("envelope-commitment");
    let envelope = vector.text("envelope");
    let mut rest = envelope;
    for field in spelt {
        rest = rest.split_once(&field).unwrap_or_else(|| panic!("{field} not in its place in {envelope}")).1;
    }
    let read: Value = serde_json::from_str(envelope).unwrap();
    assert_eq!(read.as_object().unwrap().len(), 9);
}

#[test]
fn sealed_body() {
    let vector = Vector::named("sealed-body");
    let ledger = Sealer::new(name(vector.text("origin")));
    let (kind, version) = (vector.text("kind"), u32::try_from(vector.number("version")).unwrap());
    let context = Context { act: vector.uuid("act"), stream: vector.uuid("stream"), kind, version };
    let (key, salt, body) = (Key::new(vector.bytes("key")), vector.bytes("salt"), vector.text("body").as_bytes());
    let sealed = ledger.seal_body(&key, &context, body, salt, vector.bytes("nonce")).unwrap();
    assert_eq!(hex::encode(&sealed.bytes), vector.hex("sealed"));
    assert_eq!(hex::encode(sealed.commitment.0), Vector::named("body-commitment").hex("commitment"));
    let opened = ledger.open_body(&key, &context, &sealed.bytes, &sealed.commitment).unwrap();
    assert_eq!((opened.salt, opened.body.as_slice()), (salt, body));

    // What the cipher was given, as the document spells it.
    let mut plaintext = [&salt[..], &u32::try_from(body.len()).unwrap().to_be_bytes(), body].concat();
    plaintext.resize(256, 0);
    assert_eq!(hex::encode(plaintext), vector.hex("plaintext"));
    let (origin, act, stream) = (vector.text("origin"), vector.text("act"), vector.text("stream"));
    let associated = format!("passerelle/v1 sealed\n{origin}\n{act}\n{stream}\n{kind}/{version}\n");
    assert_eq!(associated, vector.text("associated-data"));
}

#[test]
fn sealed_lengths() {
    let ledger = Sealer::new(name("passerelle.example/casework"));
    let context = Context { act: [1; 16], stream: [2; 16], kind: "specimen.recorded", version: 1 };
    for (length, sealed_length) in Vector::named("sealed-lengths").entries() {
        let body = vec![b' '; length.parse().unwrap()];
        let sealed = ledger.seal_body(&Key::new([3; 32]), &context, &body, [4; 32], [5; 24]).unwrap();
        assert_eq!(sealed.bytes.len() as u64, sealed_length.as_u64().unwrap(), "body of {length}");
    }
}

#[test]
fn wrapped_keys() {
    for (block, of_stream) in [("wrapped-stream-key", true), ("wrapped-year-key", false)] {
        let vector = Vector::named(block);
        let text = vector.text("name");
        let named = if of_stream {
            WrappedName::Stream(uuid(text))
        } else {
            WrappedName::Year(text.strip_prefix("year-").unwrap().parse().unwrap())
        };
        let sealer = Sealer::new(name(vector.text("origin")));
        let epoch = u32::try_from(vector.number("epoch")).unwrap();
        let (epoch_key, key) = (EpochKey::new(vector.bytes("epoch-key")), Key::new(vector.bytes("key")));
        let wrapped = sealer.wrap_key(&epoch_key, epoch, named, &key, vector.bytes("nonce")).unwrap();
        assert_eq!(hex::encode(&wrapped), vector.hex("wrapped"));
        assert_eq!(wrapped.len(), 73);
        assert!(sealer.unwrap_key(&epoch_key, epoch, named, &wrapped).is_ok());
        let associated = format!("passerelle/v1 key\n{}\n{text}\n{epoch}\n", vector.text("origin"));
        assert_eq!(associated, vector.text("associated-data"));
    }
}

#[test]
fn tree() {
    for (number, hash) in Vector::named("leaf-hashes").entries() {
        assert_eq!(hex::encode(made_up_leaf(number.parse().unwrap()).hash().0), hash.as_str().unwrap());
    }
    for (size, root) in Vector::named("roots").entries() {
        let (tree, _) = made_up(size.parse().unwrap());
        assert_eq!(hex::encode(tree.root().0), root.as_str().unwrap(), "{size} leaves");
    }
}

#[test]
fn files() {
    let (tree, tiles) = made_up(70_000);
    let all: BTreeSet<String> = tile::paths(tree.size()).map(|path| path.to_string()).collect();
    for (file, stated) in Vector::named("files").entries() {
        assert!(all.contains(file), "{file}");
        let path = TilePath::parse(file).unwrap();
        let bytes = match path.row() {
            Row::Hashes(level) => laid_end_to_end(&tiles[&(level, path.index())]),
            Row::Entries => {
                let first = path.index() * 256;
                let leaves: Vec<Leaf> = (first..first + u64::from(path.width())).map(made_up_leaf).collect();
                tile::entry_bundle(&leaves).unwrap()
            }
        };
        assert_eq!(digest(&bytes), stated.as_str().unwrap(), "{file}");
    }
}

#[test]
fn checkpoint_and_cosignature() {
    let vector = Vector::named("checkpoint-key");
    let signer = Signer::new(name("passerelle.example/casework"), &vector.bytes("secret"));
    assert_eq!(signer.verifier_key().to_string(), vector.text("vkey"));
    let (tree, _) = made_up(5);
    let checkpoint = Checkpoint { origin: signer.name().clone(), size: 5, root: tree.root() };
    assert_eq!(checkpoint.sign(&signer).unwrap().to_string(), block("text checkpoint-note"));

    let witness = Vector::named("witness-key");
    let key = VerifierKey::parse(witness.text("vkey")).unwrap();
    let note = Note::parse(&block("text cosigned-note")).unwrap();
    assert_eq!(note.verify(&key), Ok(Some(witness.number("time"))));
    assert_eq!(Checkpoint::open(&note, &signer.verifier_key()), Ok(checkpoint));
}

#[test]
fn proofs() {
    let (tree, tiles) = made_up(5);
    let read = |level, index| tiles.get(&(level, index)).cloned();
    let vector = Vector::named("inclusion-proof");
    let (size, index, path) = (vector.number("size"), vector.number("index"), vector.hashes("path"));
    assert_eq!(proof::inclusion(size, index, read), Ok(path.clone()));
    let leaf_hash = made_up_leaf(index).hash();
    assert_eq!(proof::verify_inclusion(size, &tree.root(), index, &leaf_hash, &path), Ok(()));

    let vector = Vector::named("consistency-proof");
    let (size, older, consistency) = (vector.number("size"), vector.number("older"), vector.hashes("path"));
    assert_eq!(proof::consistency(size, older, read), Ok(consistency.clone()));
    let older_root = made_up(older).0.root();
    assert_eq!(proof::verify_consistency(size, &tree.root(), older, &older_root, &consistency), Ok(()));

    let standing_alone = TlogProof::parse(&block("text tlog-proof")).unwrap();
    assert_eq!(standing_alone.path, path);
    assert_eq!(standing_alone.to_string(), block("text tlog-proof"));
    let key = VerifierKey::parse(Vector::named("checkpoint-key").text("vkey")).unwrap();
    assert!(standing_alone.verify(&key, &leaf_hash).is_ok());
}

#[test]
fn proofs_in_a_large_tree() {
    let (tree, tiles) = made_up(70_000);
    let read = |level, index| tiles.get(&(level, index)).cloned();
    let vector = Vector::named("large-inclusion-proof");
    let (size, index) = (vector.number("size"), vector.number("index"));
    let path = proof::inclusion(size, index, read).unwrap();
    assert_eq!(digest(&laid_end_to_end(&path)), vector.text("path-sha256"));
    assert_eq!(proof::verify_inclusion(size, &tree.root(), index, &made_up_leaf(index).hash(), &path), Ok(()));

    let vector = Vector::named("large-consistency-proof");
    let (size, older) = (vector.number("size"), vector.number("older"));
    let path = proof::consistency(size, older, read).unwrap();
    assert_eq!(digest(&laid_end_to_end(&path)), vector.text("path-sha256"));
    let older_root = made_up(older).0.root();
    assert_eq!(proof::verify_consistency(size, &tree.root(), older, &older_root, &path), Ok(()));
}

#[test]
fn lines_of_a_copy() {
    let envelope = Vector::named("envelope-commitment");
    let line = Line { index: 0, salt: envelope.bytes("salt"), content: envelope.text("envelope").to_owned() };
    assert_eq!(line.to_text(Lines::Envelopes).unwrap(), block("text envelope-line"));
    assert_eq!(Line::parse(Lines::Envelopes, block("text envelope-line").trim_end().as_bytes()), Ok(line));

    let body = Vector::named("body-commitment");
    let line = Line { index: 0, salt: body.bytes("salt"), content: body.text("body").to_owned() };
    assert_eq!(line.to_text(Lines::Bodies).unwrap(), block("text body-line"));
    assert_eq!(Line::parse(Lines::Bodies, block("text body-line").trim_end().as_bytes()), Ok(line));
}
