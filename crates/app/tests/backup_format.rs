//! The vector in `docs/backup-format.md`, which another program made.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::io::{Read as _, Write as _};

use app::SeededEntropy;
use app::backup::{Decryptor, Encryptor, Identity, Recipient};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

fn vector() -> serde_json::Value {
    let page = include_str!("../../../docs/backup-format.md");
    let text = page.split("```json age-file").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    serde_json::from_str(text).unwrap()
}

#[test]
fn a_file_that_another_program_made_opens_with_either_key() {
    let vector = vector();
    let file: String = vector["file"].as_array().unwrap().iter().map(|part| part.as_str().unwrap()).collect();
    let file = STANDARD.decode(file).unwrap();
    for whose in ["operator", "oversight"] {
        let identity = Identity::parse(vector[whose].as_str().unwrap()).unwrap();
        let public = vector[format!("{whose}-recipient")].as_str().unwrap();
        assert_eq!(identity.recipient().to_string(), public);
        assert_eq!(Recipient::parse(public).unwrap(), identity.recipient());
        let mut text = String::new();
        Decryptor::begin(&file[..], &identity).unwrap().read_to_string(&mut text).unwrap();
        assert_eq!(text, vector["plaintext"].as_str().unwrap());
    }
}

#[test]
fn whatever_length_is_written_is_read_and_no_shorter_or_longer_file_is() {
    let identity = Identity::draw(&SeededEntropy::new(1)).unwrap();
    let chunk = 64 * 1024;
    for length in [0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk, 2 * chunk + 17] {
        let plain: Vec<u8> = (0..length).map(|place| u8::try_from(place % 251).unwrap()).collect();
        let mut out = Encryptor::begin(Vec::new(), &[identity.recipient()], &SeededEntropy::new(2)).unwrap();
        for piece in plain.chunks(10_007) {
            out.write_all(piece).unwrap();
        }
        let file = out.finish().unwrap();
        let read = |bytes: &[u8]| {
            let mut read = Vec::new();
            let opened = Decryptor::begin(bytes, &identity).map_err(std::io::Error::from)?.read_to_end(&mut read);
            opened.map(|_| read)
        };
        assert_eq!(read(&file).unwrap(), plain, "{length}");
        for cut in [1, 16, 17, chunk + 16] {
            if let Some(end) = file.len().checked_sub(cut) {
                assert!(read(&file[..end]).is_err(), "{length} less {cut}");
            }
        }
        assert!(read(&[&file[..], &[0]].concat()).is_err(), "{length} and one more");
    }
}

#[test]
fn a_key_file_has_one_key_and_may_have_remarks() {
    let identity = Identity::draw(&SeededEntropy::new(1)).unwrap();
    let secret = identity.reveal();
    let read = Identity::parse(&format!("# made for a test\n\n{}\n", secret.as_str())).unwrap();
    assert_eq!(read.recipient(), identity.recipient());
    assert!(Identity::parse("# nothing\n").is_err());
    assert!(Identity::parse(&format!("{0}\n{0}\n", secret.as_str())).is_err());
    assert!(Identity::parse(&identity.recipient().to_string()).is_err());
}
