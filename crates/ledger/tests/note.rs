//! Notes, keys, checkpoints, cosignatures and proof texts agree with `signed_note` and `tlog_tiles`, and with the examples of the
//! specifications; none of their readers panics or reads two spellings of one thing.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use ed25519_dalek::Signer as _;
use ledger::note::{KeyType, NoteSignature};
use ledger::proof::TlogProof;
use ledger::{Checkpoint, Error, Hash, KeyName, Note, Signer, TileTree, VerifierKey};
use proptest::prelude::*;
use signed_note::{StandardVerifier, VerifierList};

/// c2sp.org/signed-note, section "Example".
const EXAMPLE_KEY: &str = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
const EXAMPLE_NOTE: &str = "This is an example message.\n\n\u{2014} example.com/foo \
    Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

fn name(text: &str) -> KeyName {
    KeyName::new(text).unwrap()
}

fn signer() -> Signer {
    Signer::new(name("passerelle.example/casework"), &[1; 32])
}

fn checkpoint(size: u64) -> Checkpoint {
    let mut tree = TileTree::new();
    tree.append(&(0..size).map(leaf_hash).collect::<Vec<_>>());
    Checkpoint { origin: signer().name().clone(), size, root: tree.root() }
}

fn leaf_hash(index: u64) -> Hash {
    Hash::of_leaf(&index.to_be_bytes())
}

/// A witness, which this crate only reads.
struct Witness {
    name: KeyName,
    key: ed25519_dalek::SigningKey,
}

impl Witness {
    fn new(text: &str, secret: u8) -> Self {
        Self { name: name(text), key: ed25519_dalek::SigningKey::from_bytes(&[secret; 32]) }
    }

    fn verifier_key(&self) -> VerifierKey {
        VerifierKey::new(self.name.clone(), KeyType::CosignatureV1, &self.key.verifying_key().to_bytes()).unwrap()
    }

    fn cosign(&self, text: &str, time: u64) -> NoteSignature {
        let signature = self.key.sign(format!("cosignature/v1\ntime {time}\n{text}").as_bytes());
        let bytes = [&time.to_be_bytes()[..], &signature.to_bytes()].concat();
        NoteSignature { name: self.name.clone(), key_id: self.verifier_key().id(), bytes }
    }
}

#[test]
fn the_example_of_the_specification_verifies() {
    let key = VerifierKey::parse(EXAMPLE_KEY).unwrap();
    assert_eq!(hex::encode(key.id()), "530d903a");
    assert_eq!(key.to_string(), EXAMPLE_KEY);
    let note = Note::parse(EXAMPLE_NOTE).unwrap();
    assert_eq!(note.verify(&key), Ok(None));
    assert_eq!(note.to_string(), EXAMPLE_NOTE);
}

#[test]
fn they_verify_what_we_sign() {
    let note = checkpoint(5).sign(&signer()).unwrap();
    let verifier = StandardVerifier::new(&signer().verifier_key().to_string()).unwrap();
    let known = VerifierList::new(vec![Box::new(verifier)]);
    let theirs = signed_note::Note::from_bytes(note.to_string().as_bytes()).unwrap();
    assert_eq!(theirs.verify(&known).unwrap().0.len(), 1);
    let read = tlog_tiles::Checkpoint::from_bytes(theirs.text()).unwrap();
    assert_eq!((read.origin(), read.size()), ("passerelle.example/casework", 5));
    assert_eq!(read.hash().0, checkpoint(5).root.0);
}

#[test]
fn we_verify_what_they_sign() {
    let secret = ed25519_dalek::SigningKey::from_bytes(&[1; 32]);
    let vkey = signer().verifier_key();
    let id = u32::from_be_bytes(vkey.id());
    let material = [&[1_u8][..], &secret.verifying_key().to_bytes()].concat();
    assert_eq!(id, signed_note::key_id("passerelle.example/casework", &material));
    let mut note = signed_note::Note::new(checkpoint(3).to_string().as_bytes(), &[]).unwrap();
    let skey = format!("PRIVATE+KEY+passerelle.example/casework+{id:08x}+{}", {
        use base64::Engine as _;
        base64::engine::general_purpose::STANDARD.encode([&[1_u8][..], &[1; 32]].concat())
    });
    let their_signer = signed_note::StandardSigner::new(&skey).unwrap();
    note.add_sigs(&[&their_signer]).unwrap();
    let text = String::from_utf8(note.to_bytes()).unwrap();
    assert_eq!(Checkpoint::open(&Note::parse(&text).unwrap(), &vkey), Ok(checkpoint(3)));
    assert_eq!(checkpoint(3).sign(&signer()).unwrap().to_string(), text, "Ed25519 gives one signature");
}

#[test]
fn a_changed_text_or_signature_is_false() {
    let text = checkpoint(5).sign(&signer()).unwrap().to_string();
    let key = signer().verifier_key();
    let is_false = Err(Error::FalseSignature("passerelle.example/casework".to_owned()));
    assert_eq!(Note::parse(&text.replacen("\n5\n", "\n6\n", 1)).unwrap().verify(&key), is_false);
    let mut signature = Note::parse(&text).unwrap().signatures().first().unwrap().clone();
    for place in 0..signature.bytes.len() {
        *signature.bytes.get_mut(place).unwrap() ^= 1;
        let note = Note::new(&checkpoint(5).to_string(), vec![signature.clone()]).unwrap();
        assert_eq!(note.verify(&key), is_false, "byte {place}");
        *signature.bytes.get_mut(place).unwrap() ^= 1;
    }
    let other = Signer::new(name("passerelle.example/casework"), &[2; 32]).verifier_key();
    let unsigned = Err(Error::NotSigned("passerelle.example/casework".to_owned()));
    assert_eq!(Note::parse(&text).unwrap().verify(&other), unsigned);
}

#[test]
fn a_true_signature_beside_a_false_one_of_the_same_key_is_refused() {
    let mut note = checkpoint(5).sign(&signer()).unwrap();
    let mut false_one = note.signatures().first().unwrap().clone();
    false_one.bytes.reverse();
    note.add(false_one).unwrap();
    assert!(matches!(note.verify(&signer().verifier_key()), Err(Error::FalseSignature(_))));
}

#[test]
fn signatures_of_unknown_keys_and_types_are_carried_along() {
    let mut note = checkpoint(5).sign(&signer()).unwrap();
    let unknown = NoteSignature { name: name("witness.example/post-quantum"), key_id: [6; 4], bytes: vec![9; 2420] };
    note.add(unknown.clone()).unwrap();
    note.add(unknown).unwrap();
    assert_eq!(note.signatures().len(), 2);
    let read = Note::parse(&note.to_string()).unwrap();
    assert_eq!(Checkpoint::open(&read, &signer().verifier_key()), Ok(checkpoint(5)));
}

#[test]
fn cosignatures_give_the_time_the_witness_stated() {
    let witness = Witness::new("witness.example/ombudsman", 7);
    let mut note = checkpoint(5).sign(&signer()).unwrap();
    note.add(witness.cosign(note.text(), 1_790_000_000)).unwrap();
    let note = Note::parse(&note.to_string()).unwrap();
    assert_eq!(note.verify(&witness.verifier_key()), Ok(Some(1_790_000_000)));
    assert_eq!(note.verify(&signer().verifier_key()), Ok(None));
    assert_eq!(VerifierKey::parse(&witness.verifier_key().to_string()), Ok(witness.verifier_key()));

    let other = Witness::new("witness.example/bar", 8).verifier_key();
    assert_eq!(note.verify(&other), Err(Error::NotSigned("witness.example/bar".to_owned())));
    let mut moved = checkpoint(6).sign(&signer()).unwrap();
    moved.add(note.signatures().last().unwrap().clone()).unwrap();
    assert!(matches!(moved.verify(&witness.verifier_key()), Err(Error::FalseSignature(_))));
    let mut late = checkpoint(5).sign(&signer()).unwrap();
    late.add(witness.cosign(late.text(), u64::MAX)).unwrap();
    assert!(matches!(late.verify(&witness.verifier_key()), Err(Error::FalseSignature(_))));
}

#[test]
fn a_witness_key_does_not_pass_for_the_key_of_a_ledger() {
    let witness = Witness::new("passerelle.example/casework", 1);
    let mut note = checkpoint(5).sign(&signer()).unwrap();
    assert_ne!(witness.verifier_key().id(), signer().verifier_key().id());
    assert!(matches!(note.verify(&witness.verifier_key()), Err(Error::NotSigned(_))));
    let mut disguised = note.signatures().first().unwrap().clone();
    disguised.key_id = witness.verifier_key().id();
    note.add(disguised).unwrap();
    assert!(matches!(note.verify(&witness.verifier_key()), Err(Error::FalseSignature(_))));
}

#[test]
fn checkpoints_of_another_ledger_are_refused() {
    let elsewhere = Checkpoint { origin: name("passerelle.example/exchange"), ..checkpoint(5) };
    let refused = Error::Origin {
        expected: "passerelle.example/casework".to_owned(),
        found: "passerelle.example/exchange".to_owned(),
    };
    assert_eq!(elsewhere.sign(&signer()), Err(refused.clone()));
    let note = signer().sign(&elsewhere.to_string()).unwrap();
    assert_eq!(Checkpoint::open(&note, &signer().verifier_key()), Err(refused));
}

#[test]
fn a_checkpoint_has_exactly_three_lines_in_one_spelling() {
    let root = Hash::EMPTY_TREE;
    assert!(Checkpoint::parse(&format!("passerelle.example/casework\n0\n{root}\n")).is_ok());
    let padded = root.to_string();
    let unpadded = padded.trim_end_matches('=');
    for text in [
        String::new(),
        format!("passerelle.example/casework\n5\n{root}"),
        format!("passerelle.example/casework\n05\n{root}\n"),
        format!("passerelle.example/casework\n+5\n{root}\n"),
        format!("passerelle.example/casework\n-5\n{root}\n"),
        format!("passerelle.example/casework\n18446744073709551616\n{root}\n"),
        format!("passerelle.example/casework\n5\n{unpadded}\n"),
        format!("passerelle.example/casework\n5\n{root}\nextension\n"),
        format!("passerelle.example/casework\n5\n{root}\n\n"),
        format!("passerelle.example/casework\r\n5\n{root}\n"),
        format!("\n5\n{root}\n"),
        format!("two words\n5\n{root}\n"),
    ] {
        assert!(Checkpoint::parse(&text).is_err(), "{text:?}");
    }
}

#[test]
fn an_empty_ledger_has_the_root_of_nothing() {
    let wrong = Checkpoint { size: 0, ..checkpoint(1) };
    let note = wrong.sign(&signer()).unwrap();
    assert!(matches!(Checkpoint::open(&note, &signer().verifier_key()), Err(Error::Checkpoint(_))));
}

#[test]
fn malformed_notes_are_refused() {
    let good = checkpoint(5).sign(&signer()).unwrap().to_string();
    let (text, line) = good.split_once("\n\n").unwrap();
    for note in [
        String::new(),
        text.to_owned(),
        good.trim_end().to_owned(),
        format!("{good}\n"),
        good.replace("\n\n", "\n"),
        good.replace('\u{2014}', "-"),
        good.replace('=', ""),
        good.replace("passerelle.example/casework\n", "a\u{7}b\n"),
        format!("{text}\n\n{}", line.replace(' ', "  ")),
        format!("{text}\n\n{}", line.repeat(101)),
        format!("{text}\n\n\u{2014} a+b AAAAAAA=\n"),
        format!("{text}\n\n\u{2014} a AAAAAA==\n"),
        format!("{text}\n\n\u{2014}  AAAAAAA=\n"),
        "x".repeat(1_000_001),
    ] {
        assert!(Note::parse(&note).is_err(), "{note:.200?}");
    }
    assert!(Note::parse(&format!("{text}\n\n{}", line.repeat(100))).is_ok());
    assert!(signer().sign("no newline").is_err());
    assert!(signer().sign("a\ttab\n").is_err());
}

#[test]
fn malformed_keys_are_refused() {
    let low_order = format!("example.com/foo+{}+AQEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "00000000");
    for key in [
        "",
        "example.com/foo",
        "example.com/foo+530d903a",
        "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\n",
        "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+Aeky",
        low_order.as_str(),
    ] {
        assert!(VerifierKey::parse(key).is_err(), "{key}");
    }
    assert_eq!(
        VerifierKey::new(name("example.com/foo"), KeyType::Ed25519, &{
            let mut identity = [0; 32];
            identity[0] = 1;
            identity
        }),
        Err(Error::VerifierKey("a public key of small order"))
    );
}

#[test]
fn a_proof_text_reads_back_and_verifies() {
    let hashes: Vec<Hash> = (0..5).map(leaf_hash).collect();
    let path = ledger::proof::inclusion(5, 3, |_, _| Some(hashes.clone())).unwrap();
    let note = checkpoint(5).sign(&signer()).unwrap();
    let proof = TlogProof { extra: b"receipt".to_vec(), index: 3, path, checkpoint: note };
    let key = signer().verifier_key();
    let read = TlogProof::parse(&proof.to_string()).unwrap();
    assert_eq!(read, proof);
    assert_eq!(read.verify(&key, &leaf_hash(3)), Ok(checkpoint(5)));
    assert_eq!(read.verify(&key, &leaf_hash(2)), Err(Error::ProofRefused));
    let elsewhere = TlogProof { index: 2, ..proof.clone() };
    assert_eq!(elsewhere.verify(&key, &leaf_hash(3)), Err(Error::ProofRefused));
    let outside = TlogProof { index: 5, ..proof.clone() };
    assert_eq!(outside.verify(&key, &leaf_hash(3)), Err(Error::ProofRange { asked: 5, size: 5 }));
    let bare = TlogProof { extra: Vec::new(), ..proof.clone() };
    assert!(!bare.to_string().contains("extra"));
    assert_eq!(TlogProof::parse(&bare.to_string()), Ok(bare));

    let text = proof.to_string();
    for wrong in [
        text.replacen("@v1", "@v2", 1),
        text.replacen("index 3", "index 03", 1),
        text.replacen("index 3", "index +3", 1),
        text.replacen("index 3\n", "", 1),
        text.replacen("extra ", "Extra ", 1),
        text.replacen("extra cmVjZWlwdA==", "extra ", 1),
        text.replacen("cmVjZWlwdA==", "cmVjZWlwdA=", 1),
        text.replacen("\n\n", "\n", 1),
        text.replacen("\n\n", "\n\n\n", 1),
        text.replacen("index 3\n", &format!("index 3\n{}", format!("{}\n", leaf_hash(0)).repeat(64)), 1),
        format!("{text}\n"),
    ] {
        assert!(TlogProof::parse(&wrong).is_err(), "{wrong}");
    }
}

#[test]
fn a_proof_of_the_only_leaf_has_no_path() {
    let proof =
        TlogProof { extra: Vec::new(), index: 0, path: Vec::new(), checkpoint: checkpoint(1).sign(&signer()).unwrap() };
    assert!(proof.to_string().starts_with("c2sp.org/tlog-proof@v1\nindex 0\n\npasserelle.example/casework\n1\n"));
    assert_eq!(TlogProof::parse(&proof.to_string()), Ok(proof.clone()));
    assert!(proof.verify(&signer().verifier_key(), &leaf_hash(0)).is_ok());
}

proptest! {
    #[test]
    fn notes_are_read_as_theirs(text in "(.{0,12}\n){1,4}", gap in "\n{0,2}", line in "(\u{2014} [a-z+ ]{0,4} ?[A-Za-z0-9+/]{4,12}={0,2}\n){0,3}") {
        let note = format!("{text}{gap}{line}");
        let theirs = signed_note::Note::from_bytes(note.as_bytes());
        // Their reader refuses nothing that ours accepts; a note ours accepts is displayed byte for byte.
        if let Ok(ours) = Note::parse(&note) {
            prop_assert_eq!(ours.text().as_bytes(), theirs.map(|note| note.text().to_vec()).unwrap());
            prop_assert_eq!(ours.to_string(), note);
        } else {
            prop_assert!(theirs.is_err(), "{:?}", note);
        }
    }

    #[test]
    fn keys_are_read_as_theirs(public: [u8; 32], name in "[a-z./]{1,12}", case: bool) {
        let Ok(key) = VerifierKey::new(KeyName::new(&name).unwrap(), KeyType::Ed25519, &public) else { return Ok(()) };
        let text = key.to_string();
        prop_assert!(StandardVerifier::new(&text).is_ok());
        let spelt = if case { text.to_uppercase() } else { format!("{text} ") };
        prop_assert!(VerifierKey::parse(&spelt).is_err());
        prop_assert_eq!(VerifierKey::parse(&text), Ok(key));
    }

    #[test]
    fn checkpoints_they_read_without_extension_we_read_alike(origin in "[a-z./]{0,6}[ +\u{a0}]?", size in "0?[0-9]{1,20}", root: [u8; 32], extension in "(x\n)?") {
        let text = format!("{origin}\n{size}\n{}\n{extension}", Hash(root));
        let theirs = tlog_tiles::Checkpoint::from_bytes(text.as_bytes());
        match Checkpoint::parse(&text) {
            Ok(ours) => {
                prop_assert_eq!(ours.to_string(), text);
                prop_assert_eq!(ours.size, theirs.unwrap().size());
            }
            Err(_) => prop_assert!(theirs.is_err() || !extension.is_empty() || KeyName::new(&origin).is_err()),
        }
    }

    #[test]
    fn no_text_makes_a_reader_panic(text in "(c2sp.org/tlog-proof@v1\n)?(extra [a-zA-Z=]{0,8}\n)?(index [0-9]{1,3}\n)?([A-Za-z0-9+/=\n \u{2014}]|\\PC){0,200}") {
        let _ = Note::parse(&text);
        let _ = Checkpoint::parse(&text);
        let _ = VerifierKey::parse(&text);
        let _ = NoteSignature::parse(&text);
        let _ = KeyName::new(&text);
        if let Ok(proof) = TlogProof::parse(&text) {
            prop_assert_eq!(proof.to_string(), text);
        }
    }
}
