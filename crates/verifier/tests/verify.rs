//! The program finds a good copy good, and names the first bad leaf of a bad one, whichever file was touched.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use ledger::export::{Line, Lines};
use ledger::tile::{self, Row};
use ledger::{Checkpoint, Commitment, KeyName, Leaf, Signer, TileTree};
use tempfile::TempDir;

const SIZE: u64 = 700;
const START: u64 = 1_790_000_000_000;

fn signer() -> Signer {
    Signer::new(KeyName::new("passerelle.example/casework").unwrap(), &[1; 32])
}

fn salt(index: u64) -> [u8; 32] {
    [u8::try_from(index % 251).unwrap(); 32]
}

fn envelope(index: u64) -> String {
    format!(r#"{{"act":"specimen {index}","kind":"custody.admitted"}}"#)
}

fn body(index: u64) -> String {
    format!(r#"{{"note":"Sample \"{index}\""}}"#)
}

fn leaf(index: u64) -> Leaf {
    Leaf {
        recorded_at: START + index / 3,
        envelope: Commitment::to_envelope(&salt(index), envelope(index).as_bytes()),
        body: Commitment::to_body(&salt(index + 1), body(index).as_bytes()),
    }
}

fn leaves(size: u64) -> Vec<Leaf> {
    (0..size).map(leaf).collect()
}

fn checkpoint(leaves: &[Leaf]) -> String {
    let mut tree = TileTree::new();
    tree.append(&leaves.iter().map(Leaf::hash).collect::<Vec<_>>());
    let origin = signer().name().clone();
    Checkpoint { origin, size: tree.size(), root: tree.root() }.sign(&signer()).unwrap().to_string()
}

fn write(directory: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let path = directory.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// A copy of these leaves: envelopes except every tenth, bodies of every hundredth.
fn copy_of(leaves: &[Leaf]) -> TempDir {
    let copy = tempfile::tempdir().unwrap();
    let mut tree = TileTree::new();
    let mut tiles: Vec<_> = leaves.iter().flat_map(|leaf| tree.append(&[leaf.hash()])).collect();
    tiles.reverse();
    for path in tile::paths(tree.size()) {
        let bytes = match path.row() {
            Row::Entries => {
                let first = usize::try_from(path.index() * 256).unwrap();
                tile::entry_bundle(&leaves[first..first + usize::from(path.width())]).unwrap()
            }
            Row::Hashes(level) => {
                let latest = tiles.iter().find(|tile| (tile.level, tile.index) == (level, path.index()));
                latest.unwrap().to_bytes()
            }
        };
        write(copy.path(), &path.to_string(), bytes);
    }
    let (mut envelopes, mut bodies) = (String::new(), String::new());
    for index in 0..tree.size() {
        if index % 10 != 9 {
            let line = Line { index, salt: salt(index), content: envelope(index) };
            envelopes += &line.to_text(Lines::Envelopes).unwrap();
        }
        if index % 100 == 0 {
            let line = Line { index, salt: salt(index + 1), content: body(index) };
            bodies += &line.to_text(Lines::Bodies).unwrap();
        }
    }
    write(copy.path(), "envelopes.jsonl", envelopes);
    write(copy.path(), "bodies.jsonl", bodies);
    write(copy.path(), "checkpoint", checkpoint(leaves));
    write(copy.path(), "vkey", format!("{}\n", signer().verifier_key()));
    copy
}

fn good_copy() -> TempDir {
    copy_of(&leaves(SIZE))
}

fn verify(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_passerelle-verify")).args(arguments).output().unwrap()
}

/// Checks with the true key and gives exit code and what was printed.
fn checked(copy: &TempDir, more: &[&str]) -> (i32, String) {
    let key = signer().verifier_key().to_string();
    let mut arguments = vec![copy.path().to_str().unwrap(), "--vkey", &key];
    arguments.extend(more);
    let output = verify(&arguments);
    let printed = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    (output.status.code().unwrap(), printed)
}

fn assert_bad(copy: &TempDir, why: &str) {
    let (code, printed) = checked(copy, &[]);
    assert!(code == 1 && printed.contains(&format!("BAD            {why}")), "wanted {why}, got {code}:\n{printed}");
}

/// Turns one bit of a file.
fn flip(copy: &TempDir, path: &str, byte: usize) {
    let path = copy.path().join(path);
    let mut bytes = fs::read(&path).unwrap();
    bytes[byte] ^= 4;
    fs::write(path, bytes).unwrap();
}

#[test]
fn a_good_copy_is_good_and_counted() {
    let (code, printed) = checked(&good_copy(), &[]);
    assert_eq!(code, 0, "{printed}");
    for line in [
        "key            given from outside the copy\n",
        "origin         passerelle.example/casework\n",
        "leaves         700, each as 4 tiles state it\n",
        "recorded       from 2026-09-21 14:13:20 UTC to 2026-09-21 14:13:20 UTC, never going back\n",
        "earlier        no earlier checkpoint given; keep this one for the next check\n",
        "envelopes      630 of 700 present (90.0 %), each as committed to\n",
        "bodies         7 released, each as committed to\n",
        "good           everything in this copy agrees with its checkpoint\n",
    ] {
        assert!(printed.contains(line), "{line}not in\n{printed}");
    }
}

#[test]
fn copies_of_any_size_are_good() {
    for size in [0, 1, 2, 255, 256, 257, 512] {
        let (code, printed) = checked(&copy_of(&leaves(size)), &[]);
        assert_eq!(code, 0, "{size}: {printed}");
    }
}

#[test]
fn a_copy_without_lines_is_good() {
    let copy = good_copy();
    fs::remove_file(copy.path().join("envelopes.jsonl")).unwrap();
    fs::remove_file(copy.path().join("bodies.jsonl")).unwrap();
    let (code, printed) = checked(&copy, &[]);
    assert!(code == 0 && printed.contains("envelopes      0 of 700 present (0.0 %)"), "{printed}");
}

#[test]
fn the_key_in_the_copy_is_used_with_a_warning() {
    let copy = good_copy();
    let output = verify(&[copy.path().to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8(output.stdout).unwrap().contains("found in the copy, not known from outside"));
    assert!(String::from_utf8(output.stderr).unwrap().contains("shows only that the copy agrees with itself"));
}

#[test]
fn a_flipped_bit_in_a_leaf_names_the_leaf() {
    for index in [0, 1, 255, 256, 600, 699] {
        for byte in [3, 12, 50, 74] {
            let copy = good_copy();
            let path = ["tile/entries/000", "tile/entries/001", "tile/entries/002.p/188"][index / 256];
            flip(&copy, path, index % 256 * 75 + byte);
            assert_bad(&copy, &format!("leaf {index}: "));
        }
    }
}

#[test]
fn a_flipped_bit_in_a_length_or_format_names_the_leaf() {
    let copy = good_copy();
    flip(&copy, "tile/entries/001", 10 * 75 + 1);
    assert_bad(&copy, "leaf 266: a leaf has 73 bytes, this one has 77");
    let copy = good_copy();
    flip(&copy, "tile/entries/001", 10 * 75 + 2);
    assert_bad(&copy, "leaf 266: leaf format 0x05 is not known");
}

#[test]
fn a_flipped_bit_in_a_tile_names_the_first_leaf_below() {
    for (path, byte, why) in [
        ("tile/0/000", 0, "leaf 0: it does not have the hash that tile/0/000 gives it"),
        ("tile/0/002.p/188", 187 * 32 + 31, "leaf 699: it does not have the hash"),
        ("tile/1/000.p/2", 31, "leaf 0: the hash over it in tile/1/000.p/2"),
        ("tile/1/000.p/2", 32, "leaf 256: the hash over it in tile/1/000.p/2"),
    ] {
        let copy = good_copy();
        flip(&copy, path, byte);
        assert_bad(&copy, why);
    }
}

#[test]
fn missing_short_and_long_files_are_named() {
    for path in ["tile/0/001", "tile/entries/001"] {
        let copy = good_copy();
        fs::remove_file(copy.path().join(path)).unwrap();
        assert_bad(&copy, &format!("leaf 256: {path} is missing or too short"));
    }
    let copy = good_copy();
    let path = copy.path().join("tile/entries/001");
    fs::write(&path, &fs::read(&path).unwrap()[..100 * 75 + 20]).unwrap();
    assert_bad(&copy, "leaf 356: tile/entries/001 is missing or too short");
    let copy = good_copy();
    let path = copy.path().join("tile/0/002.p/188");
    fs::write(&path, [fs::read(&path).unwrap(), vec![0; 32]].concat()).unwrap();
    assert_bad(&copy, "leaf 512: tile/0/002.p/188 goes on after its end");
}

#[test]
fn a_full_tile_may_stand_for_the_partial_one() {
    let copy = good_copy();
    let longer = copy_of(&leaves(768));
    fs::remove_dir_all(copy.path().join("tile/0/002.p")).unwrap();
    fs::remove_dir_all(copy.path().join("tile/entries/002.p")).unwrap();
    for path in ["tile/0/002", "tile/entries/002"] {
        fs::copy(longer.path().join(path), copy.path().join(path)).unwrap();
    }
    let (code, printed) = checked(&copy, &[]);
    assert_eq!(code, 0, "{printed}");
}

#[test]
fn a_leaf_recorded_before_its_predecessor_is_named() {
    let mut leaves = leaves(SIZE);
    leaves[300].recorded_at = START - 1;
    assert_bad(&copy_of(&leaves), "leaf 300: recorded earlier than the leaf before it");
}

#[test]
fn leaves_with_another_root_than_the_signed_one_are_bad() {
    let mut other = leaves(SIZE);
    other[699].recorded_at += 1;
    let copy = copy_of(&other);
    write(copy.path(), "checkpoint", checkpoint(&leaves(SIZE)));
    assert_bad(&copy, "the 700 leaves do not have the root of the checkpoint");
}

#[test]
fn a_checkpoint_that_is_changed_or_signed_by_another_key_is_bad() {
    let copy = good_copy();
    let text = checkpoint(&leaves(SIZE));
    write(copy.path(), "checkpoint", text.replacen("700", "701", 1));
    assert_bad(&copy, "checkpoint: the signature by passerelle.example/casework is false");
    let other = Signer::new(signer().name().clone(), &[2; 32]).verifier_key().to_string();
    write(copy.path(), "checkpoint", text);
    let output = verify(&[copy.path().to_str().unwrap(), "--vkey", &other]);
    assert_eq!(output.status.code(), Some(1));
    for bytes in [&b""[..], b"nonsense\n", b"\n\n\xe2\x80\x94 a b\n"] {
        write(copy.path(), "checkpoint", bytes);
        assert_bad(&copy, "checkpoint: ");
    }
}

#[test]
fn every_byte_of_the_checkpoint_counts() {
    let copy = good_copy();
    for byte in 0..checkpoint(&leaves(SIZE)).len() {
        write(copy.path(), "checkpoint", checkpoint(&leaves(SIZE)));
        flip(&copy, "checkpoint", byte);
        let (code, printed) = checked(&copy, &[]);
        // What is no longer UTF-8 cannot be read at all.
        assert!(code == 1 || (code == 2 && printed.contains("UTF-8")), "byte {byte}: {printed}");
    }
}

#[test]
fn earlier_checkpoints_must_be_beginnings_of_the_ledger() {
    let copy = good_copy();
    for size in [0, 1, 255, 256, 257, 300, 512, 700] {
        write(copy.path(), &format!("older/{size}"), checkpoint(&leaves(size)));
    }
    write(copy.path(), "mine", checkpoint(&leaves(650)));
    let mine = copy.path().join("mine");
    let (code, printed) = checked(&copy, &["--held", mine.to_str().unwrap()]);
    assert!(code == 0 && printed.contains("earlier        9 earlier checkpoints"), "{printed}");

    let mut rewritten = leaves(300);
    rewritten[299].recorded_at += 1;
    write(copy.path(), "mine", checkpoint(&rewritten));
    let (code, printed) = checked(&copy, &["--held", mine.to_str().unwrap()]);
    assert!(code == 1 && printed.contains("the first 300 leaves are not those"), "{printed}");

    write(copy.path(), "mine", checkpoint(&leaves(701)));
    let (code, printed) = checked(&copy, &["--held", mine.to_str().unwrap()]);
    assert!(code == 1 && printed.contains("an earlier checkpoint has 701 leaves, this one only 700"), "{printed}");

    write(copy.path(), "mine", "not a checkpoint");
    assert_eq!(checked(&copy, &["--held", mine.to_str().unwrap()]).0, 2);
    write(copy.path(), "older/300", "not a checkpoint");
    assert_bad(&copy, &format!("{}: the signed note is malformed", copy.path().join("older/300").display()));
}

#[test]
fn a_changed_envelope_or_body_names_its_leaf() {
    for (file, from, to, index) in [
        ("envelopes.jsonl", "specimen 12\\", "specimen 13\\", 12),
        ("envelopes.jsonl", "\"salt\":\"0c", "\"salt\":\"0d", 12),
        ("bodies.jsonl", "Sample \\\\\\\"300", "Sample \\\\\\\"301", 300),
    ] {
        let copy = good_copy();
        let text = fs::read_to_string(copy.path().join(file)).unwrap();
        assert!(text.contains(from), "{text:.300}");
        write(copy.path(), file, text.replacen(from, to, 1));
        assert_bad(&copy, &format!("leaf {index}: its line in {file} does not open its commitment"));
    }
}

#[test]
fn an_envelope_cannot_pass_for_that_of_another_leaf() {
    let copy = good_copy();
    let text = fs::read_to_string(copy.path().join("envelopes.jsonl")).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let moved = lines[8].replacen("\"index\":8", "\"index\":9", 1);
    write(copy.path(), "envelopes.jsonl", format!("{}\n{moved}\n", lines[..9].join("\n")));
    assert_bad(&copy, "leaf 9: its line in envelopes.jsonl does not open its commitment");
}

#[test]
fn lines_out_of_order_beyond_the_end_or_malformed_are_named() {
    let copy = good_copy();
    let text = fs::read_to_string(copy.path().join("bodies.jsonl")).unwrap();
    let last = text.lines().last().unwrap();
    let changed = [
        (format!("{text}{last}\n"), "leaf 600: line 8 of bodies.jsonl is out of order"),
        (format!("{text}{}\n", text.lines().next().unwrap()), "leaf 0: line 8 of bodies.jsonl is out of order"),
        (
            format!("{text}{}\n", last.replacen("600", "700", 1)),
            "leaf 700: bodies.jsonl speaks of it, but it is not in",
        ),
        (format!("{text}\n"), "line 8 of bodies.jsonl: the line is malformed"),
        (text.replacen("\"body\"", "\"Body\"", 1), "line 1 of bodies.jsonl: the line is malformed"),
    ];
    for (text, why) in changed {
        write(copy.path(), "bodies.jsonl", text);
        assert_bad(&copy, why);
    }
}

#[test]
fn a_witness_asked_for_must_have_cosigned() {
    let witness = ledger::VerifierKey::new(
        KeyName::new("witness.example/ombudsman").unwrap(),
        ledger::note::KeyType::CosignatureV1,
        &Signer::new(signer().name().clone(), &[9; 32]).verifier_key().public_key(),
    );
    let (code, printed) = checked(&good_copy(), &["--witness", &witness.unwrap().to_string()]);
    assert!(code == 1 && printed.contains("the note is not signed by witness.example/ombudsman"), "{printed}");
}

#[test]
fn wrong_use_is_told_from_a_bad_copy() {
    let copy = good_copy();
    let path = copy.path().to_str().unwrap();
    let nowhere = copy.path().join("nowhere");
    for arguments in [
        &[][..],
        &["--frobnicate"],
        &[path, path],
        &[path, "--vkey"],
        &[path, "--vkey", "nonsense"],
        &[path, "--held", "/does/not/exist"],
        &[nowhere.to_str().unwrap()],
        &["--vkey", "a", "--vkey", "b", path],
    ] {
        assert_eq!(verify(arguments).status.code(), Some(2), "{arguments:?}");
    }
    fs::remove_file(copy.path().join("vkey")).unwrap();
    assert_eq!(verify(&[path]).status.code(), Some(2));
    let help = verify(&["--help"]);
    assert!(help.status.success() && String::from_utf8(help.stdout).unwrap().contains("USAGE"));
}
