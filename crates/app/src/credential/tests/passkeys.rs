//! Passkeys as they are kept: added, renamed, removed, used once and counted on; found by nobody who has not the key.

use domain::Line;

use super::device::Device;
use super::*;

const ORIGIN: &str = "https://passerelle.example";

fn address() -> PublicAddress {
    PublicAddress::read(ORIGIN).unwrap()
}

fn line(text: &str) -> Line {
    Line::new(text).unwrap()
}

impl House {
    fn challenge(&self, purpose: Purpose<'_>, now: Moment) -> String {
        device::text(Challenge::draw(&self.entropy, &self.key, purpose, now).unwrap().bytes())
    }

    /// Adds a passkey with an answer that was judged before.
    fn keeps(&self, account: AccountId, device: &mut Device, now: Moment) -> Written {
        let challenge = self.challenge(Purpose::Add(account), now);
        let created = device.creates(ORIGIN, &challenge, &holder_handle(&self.key, account));
        self.keeps_again(account, &created, now)
    }

    fn keeps_again(&self, account: AccountId, created: &str, now: Moment) -> Written {
        let address = address();
        let asked = Asked { address: &address, purpose: Purpose::Add(account), now, key: &self.key };
        let created = Created::read(created).unwrap();
        let new = judge_new(&created, &asked, account, &line("Specimen key"), &self.entropy).unwrap().unwrap();
        self.write(move |tx| write_passkey(tx, &new, now))
    }

    fn asserts(&self, device: &mut Device, now: Moment) -> String {
        device.answers(ORIGIN, &self.challenge(Purpose::SignIn("visitor"), now))
    }

    fn judged(&self, asserted: &str, now: Moment) -> (AccountId, PasskeyVerdict) {
        let (asserted, address) = (Asserted::read(asserted).unwrap(), address());
        let asked = Asked { address: &address, purpose: Purpose::SignIn("visitor"), now, key: &self.key };
        let found = self.read(|tx| find_passkey(tx, &asserted));
        (tries_of(&self.key, &asserted), judge(&found, &asserted, &asked).unwrap())
    }

    fn tried(&self, asserted: &str, now: Moment) -> Settled {
        let (tries, verdict) = self.judged(asserted, now);
        self.write(move |tx| settle_passkey(tx, tries, &verdict, now))
    }

    fn passkeys(&self, account: AccountId) -> Vec<Passkey> {
        self.store.read(|tx| passkeys_of(tx, account, &self.key)).unwrap()
    }
}

#[test]
fn a_passkey_is_added_used_and_shown_with_its_last_use() {
    let house = House::new();
    let amina = house.person(1);
    let mut device = Device::new(1);
    assert_eq!(house.keeps(amina.account, &mut device, START), Written::Kept);
    let [passkey] = &house.passkeys(amina.account)[..] else { panic!("one") };
    assert_eq!((passkey.name.as_str(), passkey.kept, passkey.added_at), ("Specimen key", Kept::OnOneDevice, START));
    assert_eq!(passkey.used_at, None);
    let now = later(MINUTE);
    let asserted = house.asserts(&mut device, now);
    let settled = house.tried(&asserted, now);
    assert_eq!(settled, Settled::SignedIn { factor: Factor::Passkey, codes_left: None, must_change: true });
    assert_eq!(house.passkeys(amina.account)[0].used_at, Some(now));
    assert_eq!(house.read(|tx| factors_of(tx, amina.account)).passkeys, 1);
    assert!(house.passkeys(AccountId::from_random([2; 16])).is_empty());
}

#[test]
fn an_answer_counts_once_however_many_were_judged() {
    let house = House::new();
    let amina = house.person(1);
    let mut device = Device::new(1);
    house.keeps(amina.account, &mut device, START);
    let asserted = house.asserts(&mut device, START);
    let [(tries, one), (_, two)] = [house.judged(&asserted, START), house.judged(&asserted, START)];
    assert!(matches!(one, PasskeyVerdict::Right(_)) && one == two, "both were right when they were judged");
    assert!(is_in(house.write(move |tx| settle_passkey(tx, tries, &one, START))));
    assert_eq!(house.write(move |tx| settle_passkey(tx, tries, &two, START)), Settled::NotRight);
    assert_eq!(house.tried(&asserted, START), Settled::NotRight);
}

#[test]
fn one_that_does_not_count_answers_each_challenge_once_too() {
    let house = House::new();
    let amina = house.person(1);
    let mut device = Device { counter: 0, ..Device::new(1) };
    house.keeps(amina.account, &mut device, START);
    for _ in 0..2 {
        let challenge = house.challenge(Purpose::SignIn("visitor"), START);
        let said = device.says("webauthn.get", ORIGIN, &device::bytes(&challenge));
        let asserted = device.asserted(&said).to_string();
        assert!(is_in(house.tried(&asserted, START)));
        assert_eq!(house.tried(&asserted, START), Settled::NotRight);
    }
}

#[test]
fn a_copy_that_lags_behind_opens_nothing() {
    let house = House::new();
    let amina = house.person(1);
    let mut device = Device::new(1);
    house.keeps(amina.account, &mut device, START);
    let mut copy = device.clone();
    let [stale, fresh] = [&mut copy, &mut device].map(|device| house.asserts(device, START));
    // Judged while its count still went on, settled after the other one.
    let (tries, judged) = house.judged(&stale, START);
    assert!(matches!(judged, PasskeyVerdict::Right(_)));
    assert!(is_in(house.tried(&fresh, START)));
    assert_eq!(house.write(move |tx| settle_passkey(tx, tries, &judged, START)), Settled::NotRight);
    assert_eq!(house.tried(&stale, START), Settled::NotRight);
    assert!(is_in(house.tried(&house.asserts(&mut device, START), START)), "the one that goes on is not shut out");
}

#[test]
fn a_challenge_is_forgotten_once_it_has_ended_and_no_sooner() {
    let house = House::new();
    let amina = house.person(1);
    let mut device = Device::new(1);
    house.keeps(amina.account, &mut device, START);
    let asserted = house.asserts(&mut device, START);
    assert!(is_in(house.tried(&asserted, START)));
    let left = |now: Moment| {
        house.write(move |tx| purge(tx, now));
        house.read(|tx| tx.one("select count(*) from passkey_challenge", &[], |row| row.get::<i64>(0))).unwrap()
    };
    assert_eq!(left(later(CHALLENGE_LASTS - 1)), 2);
    assert_eq!(left(later(CHALLENGE_LASTS)), 0);
    assert!(matches!(house.judged(&asserted, later(CHALLENGE_LASTS)).1, PasskeyVerdict::NotRight));
}

#[test]
fn no_device_becomes_two_peoples_and_no_challenge_two_passkeys() {
    let house = House::new();
    let (amina, badr) = (house.person(1), house.person(2));
    let mut device = Device::new(1);
    let challenge = house.challenge(Purpose::Add(amina.account), START);
    let created = device.creates(ORIGIN, &challenge, &holder_handle(&house.key, amina.account));
    assert_eq!(house.keeps_again(amina.account, &created, START), Written::Kept);
    assert_eq!(house.keeps_again(amina.account, &created, START), Written::Again);
    assert_eq!(house.keeps(badr.account, &mut device.clone(), START), Written::Again);
    let second = Device { id: vec![9; 16], ..device.clone() }.creates(ORIGIN, &challenge, &device.holder);
    assert_eq!(house.keeps_again(amina.account, &second, START), Written::Again, "the challenge was used");
    for number in 2..=10 {
        assert_eq!(house.keeps(amina.account, &mut Device::new(number), START), Written::Kept);
    }
    assert_eq!(house.keeps(amina.account, &mut Device::new(11), START), Written::Full);
    assert_eq!(house.passkeys(amina.account).len(), MOST_PASSKEYS);
    let nobody = AccountId::from_random([3; 16]);
    assert_eq!(house.keeps(nobody, &mut Device::new(12), START), Written::Again, "for nobody nothing is kept");
}

#[test]
fn a_holder_renames_and_removes_their_own_alone() {
    let house = House::new();
    let (amina, badr) = (house.person(1), house.person(2));
    let mut device = Device::new(1);
    house.keeps(amina.account, &mut device, START);
    let handle = house.passkeys(amina.account)[0].handle.clone();
    let renames = |account, name: &str| {
        let (key, handle, name, entropy) = (house.key.clone(), handle.clone(), line(name), SeededEntropy::new(5));
        house
            .writer
            .submit::<bool, Fault>(move |tx, ()| rename_passkey(tx, account, &handle, &name, (&key, &entropy)))
            .unwrap()
    };
    let removes = |account| {
        let handle = handle.clone();
        house.write(move |tx| remove_passkey(tx, account, &handle))
    };
    assert!(!renames(badr.account, "Mine") && !removes(badr.account));
    assert!(renames(amina.account, "Drawer of the office"));
    assert_eq!(house.passkeys(amina.account)[0].name, "Drawer of the office");
    assert!(is_in(house.tried(&house.asserts(&mut device, START), START)), "by another name the same");
    // Judged before, settled after it was removed.
    let (tries, verdict) = house.judged(&house.asserts(&mut device, START), START);
    assert!(removes(amina.account) && !removes(amina.account));
    assert_eq!(house.write(move |tx| settle_passkey(tx, tries, &verdict, START)), Settled::NotRight);
    assert_eq!(house.tried(&house.asserts(&mut device, START), START), Settled::NotRight);
}

#[test]
fn what_ends_every_way_in_ends_passkeys() {
    let house = House::new();
    let person = house.person(1);
    house.keeps(person.account, &mut Device::new(1), START);
    house.write(move |tx| remove(tx, person.account));
    assert!(house.passkeys(person.account).is_empty());
    let person = house.person(3);
    house.keeps(person.account, &mut Device::new(3), START);
    assert_eq!(house.person(3).account, person.account, "enrolled anew");
    assert!(house.passkeys(person.account).is_empty());
}

#[test]
fn whoever_writes_into_the_tables_adds_no_way_in() {
    let house = House::new();
    let (amina, badr) = (house.person(1), house.person(2));
    let mut device = Device::new(1);
    house.keeps(badr.account, &mut device, START);
    // Badr's own passkey, put under Amina's account.
    let (theirs, hers) = (badr.account.bytes(), amina.account.bytes());
    house.write(move |tx| {
        tx.exec("update passkey set account = $1 where account = $2", &[(&hers).into(), (&theirs).into()])
    });
    let asserted = Asserted::read(&house.asserts(&mut device, START)).unwrap();
    let (address, found) = (address(), house.read(|tx| find_passkey(tx, &asserted)));
    let asked = Asked { address: &address, purpose: Purpose::SignIn("visitor"), now: START, key: &house.key };
    assert!(matches!(judge(&found, &asserted, &asked), Err(Fault::Sealed)));
}

#[test]
fn tries_with_a_passkey_close_nobody_out_and_are_written_down_a_few_times() {
    let house = House::new();
    let amina = house.person(1);
    let mut device = Device::new(1);
    house.keeps(amina.account, &mut device, START);
    let known = Device { id: device.id.clone(), ..Device::new(2) };
    let unknown = Device::new(3);
    let mut seen = Vec::new();
    for mut device in [known, unknown] {
        let settled: Vec<Settled> = (0..8).map(|_| house.tried(&house.asserts(&mut device, START), START)).collect();
        seen.push(settled);
    }
    assert_eq!(seen[0], seen[1], "whether anybody has such a passkey makes no difference");
    assert_eq!(seen[0].iter().filter(|settled| matches!(settled, Settled::NotRight)).count(), 5);
    assert!(is_in(house.tried(&house.asserts(&mut device, START), START)), "the holder is not kept out");
    assert!(is_in(house.attempt(amina.account, amina.password(), &amina.code(START), START)));
    // Nor do wrong passwords keep a passkey out.
    for _ in 0..6 {
        house.attempt(amina.account, "wrong", "000000", START);
    }
    assert!(matches!(house.attempt(amina.account, "wrong", "000000", START), Settled::TooMany { .. }));
    assert!(is_in(house.tried(&house.asserts(&mut device, START), START)));
}

#[test]
fn the_key_of_nobody_opens_nothing_for_whoever_knows_its_private_half() {
    let house = House::new();
    let mut one = [0; 32];
    one[31] = 1;
    let signing = SigningKey::from_bytes(&one.into()).unwrap();
    // Rightly signed, and with the only name that nobody's holder has.
    let holder = holder_handle(&house.key, AccountId::from_bytes([0; 16])).to_vec();
    let mut device = Device { signing, holder, ..Device::new(4) };
    let asserted = house.asserts(&mut device, START);
    assert!(matches!(house.judged(&asserted, START).1, PasskeyVerdict::NotRight));
    assert_eq!(house.tried(&asserted, START), Settled::NotRight);
}

#[test]
fn neither_public_key_nor_name_is_kept_in_clear() {
    let house = House::new();
    let amina = house.person(1);
    let device = &mut Device::new(1);
    house.keeps(amina.account, device, START);
    let kept = house.kept();
    let point = &device.key()[10..42];
    let hexadecimal = hex::encode(point);
    for secret in [point, hexadecimal.as_bytes(), b"Specimen key", &device.holder] {
        assert!(!kept.windows(secret.len()).any(|window| window == secret));
    }
    assert!(kept.windows(device.id.len()).any(|window| window == device.id), "the search finds what is there");
    let shown = format!("{:?}", house.passkeys(amina.account));
    assert!(!shown.contains(&device::text(&device.id)));
}
