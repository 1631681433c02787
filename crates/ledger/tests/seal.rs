//! What is sealed opens in its own place and nowhere else.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]
use ledger::seal::{Context, EpochKey, Key, MAX_BODY, Sealed, Sealer, WrappedName};
use ledger::{Commitment, Error, KeyName};
use proptest::prelude::*;

const BODY: &[u8] = br#"{"place":"Sample Prison"}"#;
const CONTEXT: Context<'static> = Context { act: [0xa1; 16], stream: [0x51; 16], kind: "custody.admitted", version: 1 };

fn sealer() -> Sealer {
    Sealer::new(KeyName::new("passerelle.example/casework").unwrap())
}

fn key() -> Key {
    Key::new([7; 32])
}

fn sealed() -> Sealed {
    sealer().seal_body(&key(), &CONTEXT, BODY, [3; 32], [4; 24]).unwrap()
}

#[test]
fn a_body_opens_in_its_own_place_with_its_salt() {
    let Sealed { bytes, commitment } = sealed();
    let opened = sealer().open_body(&key(), &CONTEXT, &bytes, &commitment).unwrap();
    assert_eq!(opened.body, BODY);
    assert_eq!(opened.salt, [3; 32]);
    assert_eq!(commitment, Commitment::to_body(&[3; 32], BODY));
}

#[test]
fn a_body_moved_to_another_place_is_refused() {
    let Sealed { bytes, commitment } = sealed();
    let places = [
        Context { act: [0xa2; 16], ..CONTEXT },
        Context { stream: [0x52; 16], ..CONTEXT },
        Context { act: CONTEXT.stream, stream: CONTEXT.act, ..CONTEXT },
        Context { kind: "custody.released", ..CONTEXT },
        Context { version: 2, ..CONTEXT },
    ];
    for place in places {
        assert_eq!(sealer().open_body(&key(), &place, &bytes, &commitment).err(), Some(Error::NotOpened), "{place:?}");
    }
    let elsewhere = Sealer::new(KeyName::new("passerelle.example/exchange").unwrap());
    assert_eq!(elsewhere.open_body(&key(), &CONTEXT, &bytes, &commitment).err(), Some(Error::NotOpened));
}

#[test]
fn another_key_or_another_leaf_is_refused() {
    let Sealed { bytes, commitment } = sealed();
    assert_eq!(sealer().open_body(&Key::new([8; 32]), &CONTEXT, &bytes, &commitment).err(), Some(Error::NotOpened));
    let other = Commitment::to_body(&[3; 32], b"{}");
    assert_eq!(sealer().open_body(&key(), &CONTEXT, &bytes, &other).err(), Some(Error::CommitmentDiffers));
}

#[test]
fn every_flipped_bit_and_every_truncation_is_refused() {
    let Sealed { bytes, commitment } = sealed();
    for place in 0..bytes.len() * 8 {
        let mut flipped = bytes.clone();
        flipped[place / 8] ^= 1 << (place % 8);
        assert!(sealer().open_body(&key(), &CONTEXT, &flipped, &commitment).is_err(), "bit {place}");
    }
    for length in 0..bytes.len() {
        assert!(sealer().open_body(&key(), &CONTEXT, &bytes[..length], &commitment).is_err(), "length {length}");
    }
}

#[test]
fn lengths_are_told_only_by_class() {
    let sealed_length = |length: usize| {
        sealer().seal_body(&key(), &CONTEXT, &vec![b'x'; length], [0; 32], [0; 24]).unwrap().bytes.len() - 41
    };
    let classes = [
        (0, 256),
        (1, 256),
        (220, 256),
        (221, 512),
        (476, 512),
        (477, 1024),
        (32_732, 32_768),
        (32_733, 65_536),
        (65_500, 65_536),
        (65_501, 131_072),
        (131_037, 196_608),
    ];
    for (length, class) in classes {
        assert_eq!(sealed_length(length), class, "body of {length}");
    }
}

#[test]
fn what_cannot_be_a_body_or_a_place_is_not_sealed() {
    let seal = |context: &Context<'_>, body: &[u8]| sealer().seal_body(&key(), context, body, [0; 32], [0; 24]).err();
    assert_eq!(seal(&CONTEXT, &vec![b'x'; MAX_BODY]), None);
    assert_eq!(seal(&CONTEXT, &vec![b'x'; MAX_BODY + 1]), Some(Error::BodyTooLong(MAX_BODY + 1)));
    assert_eq!(seal(&CONTEXT, &[0xff]), Some(Error::BodyNotUtf8));
    assert_eq!(seal(&Context { version: 0, ..CONTEXT }, b"{}"), Some(Error::Version));
    let long = "k".repeat(101);
    for kind in ["", "a/b", "a\nb", "a b", "A", "d\u{e9}j\u{e0}", long.as_str()] {
        assert_eq!(seal(&Context { kind, ..CONTEXT }, b"{}"), Some(Error::Kind), "{kind:?}");
    }
}

#[test]
fn a_wrapped_key_unwraps_under_its_epoch_and_name_only() {
    let epoch_key = EpochKey::new([9; 32]);
    let name = WrappedName::Stream([0x51; 16]);
    let wrapped = sealer().wrap_key(&epoch_key, 3, name, &key(), [5; 24]).unwrap();
    assert_eq!(wrapped.len(), 1 + 24 + 32 + 16);

    let unwrapped = sealer().unwrap_key(&epoch_key, 3, name, &wrapped).unwrap();
    let Sealed { bytes, commitment } = sealed();
    assert_eq!(sealer().open_body(&unwrapped, &CONTEXT, &bytes, &commitment).unwrap().body, BODY);

    let refused = Some(Error::NotOpened);
    let elsewhere = Sealer::new(KeyName::new("passerelle.example/box").unwrap());
    assert_eq!(sealer().unwrap_key(&EpochKey::new([8; 32]), 3, name, &wrapped).err(), refused);
    assert_eq!(sealer().unwrap_key(&epoch_key, 4, name, &wrapped).err(), refused);
    assert_eq!(sealer().unwrap_key(&epoch_key, 3, WrappedName::Stream([0x52; 16]), &wrapped).err(), refused);
    assert_eq!(sealer().unwrap_key(&epoch_key, 3, WrappedName::Year(2026), &wrapped).err(), refused);
    assert_eq!(elsewhere.unwrap_key(&epoch_key, 3, name, &wrapped).err(), refused);
    for place in 0..wrapped.len() * 8 {
        let mut flipped = wrapped.clone();
        flipped[place / 8] ^= 1 << (place % 8);
        assert!(sealer().unwrap_key(&epoch_key, 3, name, &flipped).is_err(), "bit {place}");
    }
}

#[test]
fn a_year_key_is_named_by_four_digits() {
    let wrap = |year| sealer().wrap_key(&EpochKey::new([9; 32]), 1, WrappedName::Year(year), &key(), [5; 24]);
    assert!(wrap(2026).is_ok());
    assert_eq!(wrap(999), Err(Error::Year));
    assert_eq!(wrap(10_000), Err(Error::Year));
}

proptest! {
    #[test]
    fn any_body_opens_as_it_was_sealed(body: String, salt: [u8; 32], nonce: [u8; 24], secret: [u8; 32], act: [u8; 16]) {
        let context = Context { act, ..CONTEXT };
        let key = Key::new(secret);
        let Sealed { bytes, commitment } = sealer().seal_body(&key, &context, body.as_bytes(), salt, nonce).unwrap();
        let opened = sealer().open_body(&key, &context, &bytes, &commitment).unwrap();
        prop_assert_eq!(opened.body, body.as_bytes());
        prop_assert_eq!(opened.salt, salt);
    }

    #[test]
    fn no_bytes_make_opening_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), suite: bool) {
        let mut bytes = bytes;
        if let (true, Some(first)) = (suite, bytes.first_mut()) {
            *first = 1;
        }
        prop_assert!(sealer().open_body(&key(), &CONTEXT, &bytes, &Commitment([0; 32])).is_err());
        prop_assert!(sealer().unwrap_key(&EpochKey::new([9; 32]), 3, WrappedName::Year(2026), &bytes).is_err());
    }
}

#[test]
fn keys_do_not_show_themselves() {
    assert_eq!(format!("{:?} {:?}", key(), EpochKey::new([9; 32])), "Key(not shown) EpochKey(not shown)");
}
