//! Sign-ins: right, wrong, replayed, too many, by nobody.

use std::sync::{Arc, LazyLock};

use domain::account::Credential;
use proptest::prelude::*;

use super::*;

#[test]
fn whoever_was_enrolled_signs_in_and_is_told_to_change_the_password() {
    let house = House::new();
    let amina = house.person(1);
    let settled = house.attempt(amina.account, amina.password(), &amina.code(START), START);
    let step = START.millis() / 30_000;
    assert_eq!(settled, Settled::SignedIn { factor: Factor::Totp { step }, codes_left: None, must_change: true });

    let hash = house.gate.hash(OWN_PASSWORD, [9; 16]).unwrap();
    let (old, account) = (house.begun(amina.account, None, START), amina.account);
    assert!(house.found(&old, START).unwrap().must_change);
    assert!(house.write(move |tx| {
        let since = version_of(tx, account)?.unwrap();
        change_password(tx, account, since, &hash)
    }));
    assert!(house.found(&old, START).is_none(), "a changed password ends every session");

    let now = later(MINUTE);
    assert_eq!(house.attempt(account, amina.password(), &amina.code(now), now), Settled::NotRight);
    let settled = house.attempt(account, OWN_PASSWORD, &amina.code(now), now);
    assert!(matches!(settled, Settled::SignedIn { must_change: false, .. }), "{settled:?}");
}

#[test]
fn a_printed_password_lapses_at_the_very_moment() {
    let house = House::new();
    let amina = house.person(1);
    let end = later(ONE_TIME_PASSWORD_LASTS);
    assert_eq!(amina.paper.change_by, end);
    assert_eq!(house.verdict(amina.account, amina.password(), &amina.code(end), end), Verdict::NotRight);
    let before = end.plus(-1);
    assert!(is_in(house.attempt(amina.account, amina.password(), &amina.code(before), before)));
}

#[test]
fn a_code_of_the_telephone_is_good_once() {
    let house = House::new();
    let amina = house.person(1);
    let code = amina.code(START);
    // Both were checked before either was settled.
    let (one, two) = (
        house.verdict(amina.account, amina.password(), &code, START),
        house.verdict(amina.account, amina.password(), &code, START),
    );
    assert!(is_in(house.settled(amina.account, one, START)));
    assert_eq!(house.settled(amina.account, two, START), Settled::NotRight);
    assert_eq!(house.attempt(amina.account, amina.password(), &code, later(SECOND)), Settled::NotRight);
    let earlier = amina.code(later(-30 * SECOND));
    assert_eq!(house.attempt(amina.account, amina.password(), &earlier, later(SECOND)), Settled::NotRight);
    let next = later(30 * SECOND);
    assert!(is_in(house.attempt(amina.account, amina.password(), &amina.code(next), next)));
}

#[test]
fn a_code_of_the_card_is_good_once_and_the_rest_are_counted() {
    let house = House::new();
    let amina = house.person(1);
    let one = house.verdict(amina.account, amina.password(), amina.printed(7), START);
    let two = house.verdict(amina.account, amina.password(), &amina.printed(7).to_lowercase(), START);
    assert_eq!(one, two);
    let settled = house.settled(amina.account, one, START);
    let factor = Factor::Card { position: 7 };
    assert_eq!(settled, Settled::SignedIn { factor, codes_left: Some(39), must_change: true });
    assert_eq!(factor.credential(), Credential::CodeCard);
    assert_eq!(house.settled(amina.account, two, START), Settled::NotRight);
    assert_eq!(house.attempt(amina.account, amina.password(), amina.printed(7), START), Settled::NotRight);
    assert!(is_in(house.attempt(amina.account, amina.password(), amina.printed(3), START)));
    assert_eq!(house.read(|tx| codes_left(tx, amina.account)), 38);
}

#[test]
fn a_new_card_and_a_new_telephone_take_the_place_of_the_old() {
    let house = House::new();
    let amina = house.person(1);
    let account = amina.account;
    let checked = house.verdict(account, amina.password(), amina.printed(1), START);
    let (card, new_card) = draw_card(&house.entropy, &house.key, account).unwrap();
    house.write(move |tx| replace_card(tx, account, &new_card));
    assert_eq!(house.settled(account, checked, START), Settled::NotRight, "it was checked against the old card");
    assert_eq!(house.attempt(account, amina.password(), amina.printed(2), START), Settled::NotRight);
    assert!(is_in(house.attempt(account, amina.password(), card.codes[1].code.reveal(), START)));

    let telephone = TotpSecret::draw(&house.entropy).unwrap();
    let sealed = telephone.seal(&house.key, account, &house.entropy).unwrap();
    assert!(house.write(move |tx| replace_totp(tx, account, &sealed)));
    assert_eq!(house.attempt(account, amina.password(), &amina.code(START), START), Settled::NotRight);
    assert!(is_in(house.attempt(account, amina.password(), &telephone.code_at(START), START)));
}

#[test]
fn the_card_and_the_telephone_of_another_do_not_help() {
    let house = House::new();
    let (amina, bruno) = (house.person(1), house.person(2));
    for code in [bruno.printed(1).to_owned(), bruno.code(START)] {
        assert_eq!(house.verdict(amina.account, amina.password(), &code, START), Verdict::NotRight);
    }
    assert_eq!(house.verdict(amina.account, bruno.password(), &amina.code(START), START), Verdict::NotRight);
}

#[test]
fn failures_close_the_account_for_longer_and_longer_but_never_for_good() {
    let house = House::new();
    let amina = house.person(1);
    let wrong = |now| house.attempt(amina.account, "not this specimen", "000000", now);
    let mut now = START;
    for _ in 0..5 {
        assert_eq!(wrong(now), Settled::NotRight);
        now = now.plus(SECOND);
    }
    now = now.plus(-SECOND);
    for minutes in [1, 2, 4, 8, 15, 15, 15] {
        let until = now.plus(minutes * MINUTE);
        let right = |now| house.attempt(amina.account, amina.password(), &amina.code(now), now);
        assert_eq!(wrong(now), Settled::TooMany { until });
        assert_eq!(right(until.plus(-1)), Settled::TooMany { until }, "not even the right one, and it is not counted");
        now = until;
        assert_eq!(wrong(now), Settled::NotRight);
    }
    now = now.plus(15 * MINUTE);
    assert!(is_in(house.attempt(amina.account, amina.password(), &amina.code(now), now)));
    assert_eq!(wrong(now), Settled::NotRight);
    assert_eq!(wrong(now), Settled::NotRight, "counting began anew");
}

#[test]
fn tries_checked_at_the_same_time_do_not_slip_past_the_limit() {
    let house = House::new();
    let amina = house.person(1);
    let right = house.verdict(amina.account, amina.password(), &amina.code(START), START);
    for _ in 0..5 {
        assert_eq!(house.settled(amina.account, Verdict::NotRight, START), Settled::NotRight);
    }
    let until = later(MINUTE);
    assert_eq!(house.settled(amina.account, right, START), Settled::TooMany { until });
    assert_eq!(house.settled(amina.account, Verdict::NotRight, START), Settled::TooMany { until });
}

#[test]
fn failures_are_forgotten_after_a_day() {
    let house = House::new();
    let amina = house.person(1);
    for _ in 0..4 {
        house.settled(amina.account, Verdict::NotRight, START);
    }
    let day = 24 * 60 * MINUTE;
    assert_eq!(house.write(move |tx| purge(tx, later(day - 1))), 0);
    house.settled(amina.account, Verdict::NotRight, later(day));
    house.settled(amina.account, Verdict::NotRight, later(day));
    let verdict = house.verdict(amina.account, "not this specimen", "000000", later(day));
    assert_eq!(verdict, Verdict::NotRight, "two in a row, not six");
    assert_eq!(house.write(move |tx| purge(tx, later(2 * day))), 1);
}

#[test]
fn a_name_that_nobody_has_is_answered_counted_and_worked_for_like_any_other() {
    let house = House::new();
    let amina = house.person(1);
    let nobody = nobody(&house.key, "Bruno.Placeholder ");
    assert_eq!(nobody, super::super::nobody(&house.key, "bruno.placeholder"));
    let (mut now, mut runs) = (START, house.gate.runs());
    for _ in 0..12 {
        let answers = [nobody, amina.account].map(|subject| {
            let verdict = house.verdict(subject, "not this specimen", "123456", now);
            (verdict, house.settled(subject, verdict, now))
        });
        assert_eq!(answers[0], answers[1]);
        assert_eq!(house.gate.runs(), runs + 2);
        runs += 2;
        now = now.plus(40 * SECOND);
    }
    assert!(matches!(house.verdict(nobody, "", "", now), Verdict::TooMany { .. }));
}

#[test]
fn the_factor_is_worked_for_alike_whether_there_is_one_or_not() {
    let house = House::new();
    let [whole, no_card, no_telephone, used] = [1, 2, 3, 4].map(|number| house.person(number));
    let (carded, called) = (no_telephone.account, no_card.account);
    house.write(move |tx| end_totp(tx, carded));
    house.write(move |tx| end_card(tx, called));
    for position in 1..=30 {
        let settled = house.attempt(used.account, used.password(), used.printed(position), START);
        assert!(is_in(settled));
    }
    let nobody = nobody(&house.key, "bruno.placeholder");
    for code in ["123456", "BCDF-GHJK", "", "12345", "a specimen"] {
        let done = |subject| {
            let record = house.read(|tx| lookup(tx, subject));
            let runs = house.gate.runs();
            super::work::done();
            let verdict = verify(&record, "not this specimen", code, START, &house.key, &house.gate).unwrap();
            assert_eq!(verdict, Verdict::NotRight);
            (super::work::done(), house.gate.runs() - runs)
        };
        let wanted = done(whole.account);
        assert_eq!(wanted.1, 1);
        assert_eq!(wanted.0.is_empty(), !matches!(code, "123456" | "BCDF-GHJK"), "{code}: the work is counted");
        for subject in [nobody, no_card.account, no_telephone.account, used.account] {
            assert_eq!(done(subject), wanted, "{code}");
        }
    }
}

#[test]
fn a_decoy_is_never_right() {
    let house = House::new();
    let nobody = nobody(&house.key, "bruno.placeholder");
    let decoy = TotpSecret::decoy(&house.key, nobody).unwrap();
    assert_eq!(house.verdict(nobody, "", &decoy.code_at(START), START), Verdict::NotRight);
    let amina = house.person(1);
    let account = amina.account;
    house.write(move |tx| end_totp(tx, account));
    let decoy = TotpSecret::decoy(&house.key, account).unwrap();
    assert_eq!(house.verdict(account, amina.password(), &decoy.code_at(START), START), Verdict::NotRight);
}

#[test]
fn names_that_nobody_has_share_a_bounded_number_of_counters() {
    let key = WorkingKey::new([5; 32]);
    let subjects: std::collections::BTreeSet<_> =
        (0..20_000).map(|number| nobody(&key, &format!("placeholder {number}"))).collect();
    assert!((4000..=4096).contains(&subjects.len()), "{}", subjects.len());
}

#[test]
fn whoever_lost_everything_is_enrolled_anew_and_whoever_leaves_has_nothing() {
    let house = House::new();
    let before = house.person(1);
    let token = house.begun(before.account, None, START);
    for _ in 0..5 {
        house.settled(before.account, Verdict::NotRight, START);
    }
    let after = house.person(1);
    assert!(house.found(&token, START).is_none());
    assert_eq!(house.verdict(after.account, before.password(), &after.code(START), START), Verdict::NotRight);
    assert_eq!(house.verdict(after.account, after.password(), before.printed(1), START), Verdict::NotRight);
    let right = house.verdict(after.account, after.password(), after.printed(1), START);
    let (account, token) = (after.account, house.begun(after.account, None, START));
    house.write(move |tx| remove(tx, account));
    assert_eq!(house.settled(account, right, START), Settled::NotRight, "removed while it was checked");
    assert!(house.found(&token, START).is_none());
    assert_eq!(house.read(|tx| codes_left(tx, account)), 0);
}

#[test]
fn the_password_in_use_is_asked_for_before_another_is_chosen() {
    let house = House::new();
    let amina = house.person(1);
    let knows = |password, now| {
        let record = house.read(|tx| lookup(tx, amina.account));
        knows_password(&record, password, now, &house.gate).unwrap()
    };
    let wrong = "not this specimen";
    assert_eq!(knows(amina.password(), START), None);
    assert_eq!(knows(wrong, START), Some(Verdict::NotRight));
    for _ in 0..5 {
        house.settled(amina.account, Verdict::NotRight, START);
    }
    let closed = Some(Verdict::TooMany { until: later(MINUTE) });
    for password in [amina.password(), wrong] {
        assert_eq!(knows(password, later(MINUTE - 1)), closed, "right or wrong, the answer is one");
    }
    assert_eq!(knows(amina.password(), later(MINUTE)), None);
}

/// One house for all cases, for they read only.
static HOUSE: LazyLock<Arc<(House, Person)>> = LazyLock::new(|| {
    let house = House::new();
    let person = house.person(1);
    Arc::new((house, person))
});

proptest! {
    #[test]
    fn no_attempt_with_a_wrong_factor_is_right(
        wrong_password in ".{0,40}",
        wrong_code in "[0-9]{6}|[BCDFGHJKMNPQRSTVWXYZ]{4}-?[BCDFGHJKMNPQRSTVWXYZ]{4}|.{0,12}",
        use_password: bool,
        use_code in 0..3_u8,
        millis in -90_000..90_000_i64,
    ) {
        let (house, amina) = &**HOUSE;
        let now = later(millis);
        let password = if use_password { amina.password() } else { &wrong_password };
        let code = match use_code {
            0 => wrong_code,
            1 => amina.code(START),
            _ => amina.printed(5).to_owned(),
        };
        let good_codes = [-30, 0, 30].map(|seconds| amina.code(now.plus(seconds * SECOND)));
        let letters = code.replace([' ', '-'], "").to_uppercase();
        let on_card = (1..=40).any(|position| amina.printed(position).replace('-', "") == letters);
        let code_right = good_codes.contains(&code.replace(' ', "")) || on_card;
        let verdict = house.verdict(amina.account, password, &code, now);
        let right = password == amina.password() && code_right;
        prop_assert_eq!(matches!(verdict, Verdict::Right(_)), right);
        prop_assert!(right || verdict == Verdict::NotRight);
    }
}
