//! Both ceremonies with one thing wrong at a time: each has to be noticed as what it is, and nothing else may be.

use domain::{AccountId, Moment};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::ceremony::{Asked, Known, create, get};
use super::challenge::CHALLENGE_LASTS;
use super::*;
use crate::chance::SeededEntropy;
use crate::credential::WorkingKey;
use crate::credential::tests::device::{Device, Said, attestation, bytes, text};

const NOW: Moment = Moment::from_millis(1_790_000_000_000);
const ORIGIN: &str = "https://passerelle.example";

/// A page that asked, and what it asked.
struct Page {
    address: PublicAddress,
    key: WorkingKey,
    purpose: Purpose<'static>,
    challenge: Vec<u8>,
    now: Moment,
}

impl Page {
    fn asking(purpose: Purpose<'static>) -> Self {
        let (address, key) = (PublicAddress::read(ORIGIN).unwrap(), WorkingKey::new([5; 32]));
        let challenge = Challenge::draw(&SeededEntropy::new(3), &key, purpose, NOW).unwrap().bytes().to_vec();
        Self { address, key, purpose, challenge, now: NOW }
    }

    fn asked(&self) -> Asked<'_> {
        Asked { address: &self.address, purpose: self.purpose, now: self.now, key: &self.key }
    }

    fn created(&self, created: &Value) -> Result<Known, Breach> {
        let fresh = create(&Created::read(&created.to_string())?, &self.asked())?;
        Ok(Known { key: fresh.key, kept: fresh.kept, holder: [8; 32], counter: fresh.counter })
    }

    fn answered(&self, asserted: &Value, known: &Known) -> Result<u32, Breach> {
        get(&Asserted::read(&asserted.to_string())?, known, &self.asked()).map(|right| right.counter)
    }
}

fn adding() -> Page {
    Page::asking(Purpose::Add(AccountId::from_random([1; 16])))
}

fn signing_in() -> Page {
    Page::asking(Purpose::SignIn("visitor"))
}

fn device() -> Device {
    Device { holder: vec![8; 32], ..Device::new(7) }
}

fn known() -> Known {
    let page = adding();
    let device = device();
    page.created(&device.created(&device.says("webauthn.create", ORIGIN, &page.challenge))).unwrap()
}

/// One thing that can be said wrongly.
type Twist = (&'static str, fn(&mut Said), Breach);

/// What both ceremonies look at.
const TWISTS: &[Twist] = &[
    ("another ceremony", |said| said.ceremony = "payment.get", Breach::Ceremony),
    ("no ceremony", |said| said.ceremony = "", Breach::Ceremony),
    ("a page that looks alike", |said| said.origin = "https://passerelle.examp1e".to_owned(), Breach::Origin),
    ("without https", |said| said.origin = "http://passerelle.example".to_owned(), Breach::Origin),
    ("another port", |said| said.origin = "https://passerelle.example:8443".to_owned(), Breach::Origin),
    ("a page beneath", |said| said.origin = "https://a.passerelle.example".to_owned(), Breach::Origin),
    ("a slash more", |said| said.origin = "https://passerelle.example/".to_owned(), Breach::Origin),
    ("in a frame", |said| said.more = vec![("crossOrigin", json!(true))], Breach::Framed),
    ("with a page above", |said| said.more.push(("topOrigin", json!("https://a.example"))), Breach::Framed),
    ("another challenge", |said| said.challenge[10] ^= 1, Breach::Challenge),
    ("no challenge", |said| said.challenge.clear(), Breach::Challenge),
    ("a later end", |said| said.challenge[6] ^= 1, Breach::Challenge),
    ("another host", |said| said.host = "example".to_owned(), Breach::Host),
    ("nobody there", |said| said.flags = 0b100, Breach::NotPresent),
    ("nobody proved", |said| said.flags = 0b001, Breach::NotVerified),
    ("copied and cannot be", |said| said.flags |= 0b1_0000, Breach::Copied),
    ("something after it", |said| said.after = vec![0], Breach::Unreadable),
    ("extensions that are not there", |said| said.flags |= 0x80, Breach::Unreadable),
];

#[test]
fn a_new_passkey_is_taken_with_whatever_else_a_browser_says() {
    let (page, device) = (adding(), device());
    let plain = device.says("webauthn.create", ORIGIN, &page.challenge);
    let fresh = page.created(&device.created(&plain)).unwrap();
    assert_eq!((fresh.kept, fresh.counter), (Kept::OnOneDevice, 1));
    let mut more = plain.clone();
    more.more.push(("other_keys_can_be_added_here", json!("do not compare against a template")));
    // Extensions that nobody asked for: {"credProtect": 3}.
    more.after = b"\xa1\x6bcredProtect\x03".to_vec();
    more.flags |= 0b1000_0000 | 0b1_1000;
    assert_eq!(page.created(&device.created(&more)).unwrap().kept, Kept::Copied);
    let silent = Said { more: Vec::new(), ..plain };
    assert!(page.created(&device.created(&silent)).is_ok());
}

#[test]
fn a_new_passkey_with_one_thing_wrong_is_refused_for_it() {
    let (page, device) = (adding(), device());
    let right = device.says("webauthn.create", ORIGIN, &page.challenge);
    for (what, twist, breach) in TWISTS {
        let mut said = right.clone();
        twist(&mut said);
        assert_eq!(page.created(&device.created(&said)).unwrap_err(), *breach, "{what}");
    }
    let mut answer = right.clone();
    answer.ceremony = "webauthn.get";
    assert_eq!(page.created(&device.created(&answer)).unwrap_err(), Breach::Ceremony);
    let late = Page { now: NOW.plus(CHALLENGE_LASTS), ..adding() };
    assert_eq!(late.created(&device.created(&right)).unwrap_err(), Breach::TooLate);
    for other in [Purpose::Add(AccountId::from_random([2; 16])), Purpose::SignIn("visitor")] {
        let other = Page { purpose: other, ..adding() };
        assert_eq!(other.created(&device.created(&right)).unwrap_err(), Breach::Challenge);
    }
}

#[test]
fn only_a_whole_key_of_the_one_algorithm_is_taken() {
    let (page, device) = (adding(), device());
    let right = device.says("webauthn.create", ORIGIN, &page.challenge);
    let with = |key: &[u8]| {
        let created = json!({"client_data": text(&right.client_data()),
            "attestation": text(&attestation(&right.data(&device.attested(key))))});
        page.created(&created).map(|_| ())
    };
    let key = device.key();
    assert_eq!(with(&key), Ok(()));
    // Places in the key: its kind, the algorithm, the curve, a label (which is there twice then), the coordinates.
    for (place, breach) in [
        (2, Breach::Algorithm),
        (4, Breach::Algorithm),
        (6, Breach::Algorithm),
        (7, Breach::Unreadable),
        (10, Breach::Key),
        (76, Breach::Key),
    ] {
        let mut changed = key.clone();
        changed[place] ^= 1;
        assert_eq!(with(&changed), Err(breach), "byte {place}");
    }
    // A point that is pressed: its second coordinate is true or false.
    let pressed = [&key[..42], &[0x22, 0xf5]].concat();
    assert_eq!(with(&pressed), Err(Breach::Key));
    // The point at infinity, as far as it can be written.
    let nothing = [&key[..10], &[0; 32], &[0x22, 0x58, 0x20], &[0; 32]].concat();
    assert_eq!(with(&nothing), Err(Breach::Key));
    // RSA, as some devices make it: {1: 3, 3: -257, …}.
    assert_eq!(with(b"\xa4\x01\x03\x03\x39\x01\x00\x20\x41\x01\x21\x43\x01\x00\x01"), Err(Breach::Algorithm));
}

#[test]
fn an_attestation_that_nobody_asked_for_is_refused() {
    let (page, device) = (adding(), device());
    let right = device.says("webauthn.create", ORIGIN, &page.challenge);
    let object = attestation(&right.data(&device.attested(&device.key())));
    let with = |object: &[u8]| {
        page.created(&json!({"client_data": text(&right.client_data()), "attestation": text(object)})).map(|_| ())
    };
    assert_eq!(with(&object), Ok(()));
    let replaced = |from: &[u8], to: &[u8]| {
        let at = object.windows(from.len()).position(|window| window == from).unwrap();
        [&object[..at], to, &object[at + from.len()..]].concat()
    };
    assert_eq!(with(&replaced(b"\x64none", b"\x66packed")), Err(Breach::Attestation));
    assert_eq!(with(&replaced(b"attStmt\xa0", b"attStmt\xa1\x63alg\x26")), Err(Breach::Attestation));
    assert_eq!(with(&replaced(b"\x63fmt", b"\x63fmx")), Err(Breach::Attestation));
    assert_eq!(with(&replaced(b"authData", b"autData_")), Err(Breach::Unreadable));
    assert_eq!(with(&[object.as_slice(), &[0]].concat()), Err(Breach::Unreadable));
    // Without the part that brings the passkey.
    assert_eq!(with(&attestation(&right.data(&[]))), Err(Breach::Unreadable));
    let long = Device { id: vec![7; 1024], ..device.clone() };
    assert_eq!(with(&attestation(&right.data(&long.attested(&device.key())))), Err(Breach::Unreadable));
    let longest = Device { id: vec![7; 1023], ..device.clone() };
    assert_eq!(with(&attestation(&right.data(&longest.attested(&device.key())))), Ok(()));
    for length in 0..object.len() {
        assert_eq!(with(&object[..length]), Err(Breach::Unreadable), "cut at {length}");
    }
}

#[test]
fn an_answer_is_right_with_its_key_and_a_count_that_goes_on() {
    let (page, device, known) = (signing_in(), device(), known());
    let said = |counter| Said { counter, ..device.says("webauthn.get", ORIGIN, &page.challenge) };
    let counted =
        |before, now| page.answered(&device.asserted(&said(now)), &Known { counter: before, ..known.clone() });
    for (before, now) in [(0, 0), (0, 1), (1, 2), (1, u32::MAX)] {
        assert_eq!(counted(before, now), Ok(now), "{before} {now}");
    }
    for (before, now) in [(1, 1), (1, 0), (2, 1), (u32::MAX, 0)] {
        assert_eq!(counted(before, now), Err(Breach::Counter), "{before} {now}");
    }
}

#[test]
fn an_answer_with_one_thing_wrong_is_refused_for_it() {
    let (page, device, known) = (signing_in(), device(), known());
    let right = Said { counter: 2, ..device.says("webauthn.get", ORIGIN, &page.challenge) };
    for (what, twist, breach) in TWISTS {
        let mut said = right.clone();
        twist(&mut said);
        assert_eq!(page.answered(&device.asserted(&said), &known), Err(*breach), "{what}");
    }
    let new = Said { ceremony: "webauthn.create", ..right.clone() };
    assert_eq!(page.answered(&device.asserted(&new), &known), Err(Breach::Ceremony));
    let late = Page { now: NOW.plus(CHALLENGE_LASTS), ..signing_in() };
    assert_eq!(late.answered(&device.asserted(&right), &known), Err(Breach::TooLate));
    let elsewhere = Page { purpose: Purpose::SignIn("another browser"), ..signing_in() };
    assert_eq!(elsewhere.answered(&device.asserted(&right), &known), Err(Breach::Challenge));
    let other = Device { holder: vec![8; 32], ..Device::new(9) };
    assert_eq!(page.answered(&other.asserted(&right), &known), Err(Breach::Signature));
    let somebody = Device { holder: vec![9; 32], ..device.clone() };
    assert_eq!(page.answered(&somebody.asserted(&right), &known), Err(Breach::Holder));
    let nobody = Device { holder: Vec::new(), ..device.clone() };
    assert_eq!(page.answered(&nobody.asserted(&right), &known), Err(Breach::Holder));
    let once_more = Page::asking(Purpose::StepUp(AccountId::from_random([1; 16])));
    let by_id = Said { challenge: once_more.challenge.clone(), ..right.clone() };
    assert_eq!(once_more.answered(&nobody.asserted(&by_id), &known), Ok(2), "asked for by its id");
    assert_eq!(once_more.answered(&somebody.asserted(&by_id), &known), Err(Breach::Holder));
    let copied = Said { flags: right.flags | 0b1000, ..right.clone() };
    assert_eq!(page.answered(&device.asserted(&copied), &known), Err(Breach::Copied));
    let mut brings = device.asserted(&right);
    brings["authenticator_data"] = json!(text(&right.data(&device.attested(&device.key()))));
    assert_eq!(page.answered(&brings, &known), Err(Breach::Unreadable));
}

#[test]
fn a_signature_counts_for_every_bit_it_was_made_over() {
    let (page, device, known) = (signing_in(), device(), known());
    let said = Said { counter: 2, ..device.says("webauthn.get", ORIGIN, &page.challenge) };
    let right = device.asserted(&said);
    assert_eq!(page.answered(&right, &known), Ok(2));
    let changed = |field: &str, change: &dyn Fn(&mut Vec<u8>)| {
        let mut answer = right.clone();
        let mut held = bytes(answer[field].as_str().unwrap());
        change(&mut held);
        answer[field] = json!(text(&held));
        page.answered(&answer, &known)
    };
    // The last byte of the count, a space more in what the browser wrote, and every byte of the signature.
    assert_eq!(changed("authenticator_data", &|data| data[36] ^= 1), Err(Breach::Signature));
    assert_eq!(changed("client_data", &|data| data.push(b' ')), Err(Breach::Signature));
    for place in 0..bytes(right["signature"].as_str().unwrap()).len() {
        assert_eq!(changed("signature", &|data| data[place] ^= 1), Err(Breach::Signature), "byte {place}");
        assert_eq!(changed("signature", &|data| data.truncate(place)), Err(Breach::Signature), "cut at {place}");
    }
    for length in 0..37 {
        assert_eq!(changed("authenticator_data", &|data| data.truncate(length)), Err(Breach::Unreadable));
    }
    assert_eq!(changed("signature", &|data| data.push(0)), Err(Breach::Signature));
}

#[test]
fn what_the_script_hands_over_has_known_names_and_nothing_else() {
    let (page, device, known) = (signing_in(), device(), known());
    let said = Said { counter: 2, ..device.says("webauthn.get", ORIGIN, &page.challenge) };
    let right = device.asserted(&said);
    for name in ["id", "client_data", "authenticator_data", "signature", "user_handle"] {
        let mut less = right.clone();
        less.as_object_mut().unwrap().remove(name);
        assert_eq!(page.answered(&less, &known), Err(Breach::Unreadable), "without {name}");
        for wrong in [json!(null), json!(1), json!("a b"), json!("YQ=="), json!(["YQ"])] {
            let mut odd = right.clone();
            odd[name] = wrong;
            assert_eq!(page.answered(&odd, &known), Err(Breach::Unreadable), "odd {name}");
        }
    }
    let mut more = right.clone();
    more["rank"] = json!(1);
    assert_eq!(page.answered(&more, &known), Err(Breach::Unreadable));
    let twice = right.to_string().replacen('{', "{\"id\":\"YQ\",", 1);
    assert_eq!(Asserted::read(&twice), Err(Breach::Unreadable));
    assert_eq!(Asserted::read(&format!("{right} {right}")), Err(Breach::Unreadable));
    let padded = right.to_string().replacen('{', &format!("{{{}", " ".repeat(16 * 1024)), 1);
    assert_eq!(Asserted::read(&padded), Err(Breach::Unreadable));
    assert_eq!(Created::read(&right.to_string()), Err(Breach::Unreadable));
}

#[test]
fn what_the_browser_wrote_is_read_once_and_as_text() {
    let (page, device) = (adding(), device());
    let said = device.says("webauthn.create", ORIGIN, &page.challenge);
    let right = String::from_utf8(said.client_data()).unwrap();
    let object = text(&attestation(&said.data(&device.attested(&device.key()))));
    let with = |client_data: &[u8]| {
        page.created(&json!({"client_data": text(client_data), "attestation": object})).map(|_| ())
    };
    assert_eq!(with(right.as_bytes()), Ok(()));
    let twice = right.replacen('{', &format!("{{\"origin\":\"{ORIGIN}\","), 1);
    let (begun, ended) = (right.trim_end_matches('}'), right.trim_start_matches('{'));
    for wrong in ["", "{}", "null", "[]", &twice, begun, ended] {
        assert_eq!(with(wrong.as_bytes()), Err(Breach::Unreadable), "{wrong}");
    }
    assert_eq!(with(b"\xff\xfe"), Err(Breach::Unreadable));
    let padded = right.replace(&text(&page.challenge), &format!("{}=", text(&page.challenge)));
    assert_eq!(with(padded.as_bytes()), Err(Breach::Challenge), "base 64 with padding is another text");
}

proptest! {
    #[test]
    fn no_bytes_stop_the_reader(
        data in proptest::collection::vec(any::<u8>(), 0..300),
        place in 0_usize..400,
        byte in any::<u8>(),
    ) {
        let (adds, signs, device) = (adding(), signing_in(), device());
        let mut said = device.says("webauthn.create", ORIGIN, &adds.challenge);
        let mut object = attestation(&said.data(&device.attested(&device.key())));
        if let Some(changed) = object.get_mut(place) {
            *changed = byte;
        }
        for attestation in [&data, &object] {
            let created = json!({"client_data": text(&said.client_data()), "attestation": text(attestation)});
            let _read = adds.created(&created);
        }
        said = device.says("webauthn.get", ORIGIN, &signs.challenge);
        let mut answer = device.asserted(&said);
        for field in ["authenticator_data", "client_data", "signature", "id"] {
            answer[field] = json!(text(&data));
            prop_assert!(signs.answered(&answer, &known()).is_err());
            answer = device.asserted(&said);
        }
    }

    #[test]
    fn no_text_stops_the_reader(said in ".{0,200}") {
        prop_assert!(Created::read(&said).is_err());
        prop_assert!(Asserted::read(&said).is_err());
    }
}
