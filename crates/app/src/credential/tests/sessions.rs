//! Sessions from the cookie to the end.

use domain::Strength;

use super::*;

#[test]
fn a_fresh_factor_is_given_by_code_alone() {
    let house = House::new();
    let amina = house.person(1);
    let account = amina.account;
    let old = house.begun(account, None, START);
    let form = house.found(&old, START).unwrap().form_token();
    let strength = |token: &Token, now| house.found(token, now).map(|session| session.strength(now));
    assert_eq!(strength(&old, later(5 * MINUTE - 1)), Some(Strength::Fresh));
    let now = later(5 * MINUTE);
    assert_eq!(strength(&old, now), Some(Strength::Ordinary));

    let record = house.read(|tx| lookup(tx, account));
    let verdict = verify_factor(&record, &amina.code(now), now, &house.key).unwrap();
    assert!(is_in(house.settled(account, verdict, now)));
    let (new, from) = (NewSession::draw(&house.entropy).unwrap(), old.clone());
    let token = new.token.clone();
    assert!(house.write(move |tx| step_up(tx, &from, &new, now)));
    assert!(house.found(&old, now).is_none(), "the cookie is a new one");
    assert_eq!(strength(&token, now), Some(Strength::Fresh));
    let session = house.found(&token, now).unwrap();
    assert_eq!((session.ends_at, session.begun_at), (later(ABSOLUTE_LIMIT), START), "the end stays");
    assert!(session.accepts(form.reveal()), "a form open elsewhere still goes through");
    assert_eq!(verify_factor(&record, "000000", now, &house.key).unwrap(), Verdict::NotRight);
}

#[test]
fn a_session_ends_when_it_was_idle_for_half_an_hour() {
    let house = House::new();
    let amina = house.person(1);
    let token = house.begun(amina.account, None, START);
    assert!(house.found(&token, later(IDLE_LIMIT - 1)).is_some());
    assert!(house.found(&token, later(IDLE_LIMIT)).is_none());
    assert!(!house.touched(&token, later(IDLE_LIMIT)), "what is over is not revived");

    assert!(!house.found(&token, later(TOUCH_EVERY - 1)).unwrap().wants_touch(later(TOUCH_EVERY - 1)));
    assert!(house.found(&token, later(TOUCH_EVERY)).unwrap().wants_touch(later(TOUCH_EVERY)));
    assert!(house.touched(&token, later(TOUCH_EVERY)));
    assert!(house.found(&token, later(TOUCH_EVERY + IDLE_LIMIT - 1)).is_some());
    assert!(house.found(&token, later(TOUCH_EVERY + IDLE_LIMIT)).is_none());
    assert!(house.touched(&token, START), "a clock that went back does no harm");
    assert_eq!(house.found(&token, later(TOUCH_EVERY)).unwrap().seen_at, later(TOUCH_EVERY));
}

#[test]
fn a_session_ends_after_twelve_hours_however_busy() {
    let house = House::new();
    let amina = house.person(1);
    let token = house.begun(amina.account, None, START);
    let mut at = 0;
    while at + 20 * MINUTE < ABSOLUTE_LIMIT {
        at += 20 * MINUTE;
        assert!(house.touched(&token, later(at)));
    }
    assert_eq!(house.found(&token, later(ABSOLUTE_LIMIT - 1)).unwrap().ends_at, later(ABSOLUTE_LIMIT));
    assert!(house.found(&token, later(ABSOLUTE_LIMIT)).is_none());
    assert_eq!(house.write(|tx| purge(tx, later(ABSOLUTE_LIMIT - 1))), 0);
    assert_eq!(house.write(|tx| purge(tx, later(ABSOLUTE_LIMIT))), 1);
}

#[test]
fn signing_in_gives_a_new_cookie_and_ends_what_the_old_one_stood_for() {
    let house = House::new();
    let amina = house.person(1);
    let first = house.begun(amina.account, None, START);
    let elsewhere = house.begun(amina.account, None, START);
    let second = house.begun(amina.account, Some(&first), START);
    assert_ne!(first.cookie(), second.cookie());
    assert!(house.found(&first, START).is_none());
    assert!(house.found(&elsewhere, START).is_some() && house.found(&second, START).is_some());
    let token = second.clone();
    assert!(house.write(move |tx| end(tx, &token)));
    assert!(house.found(&second, START).is_none());
    let account = amina.account;
    assert_eq!(house.write(move |tx| end_all_of(tx, account)), 1);
    assert!(house.found(&elsewhere, START).is_none());
}

#[test]
fn a_cookie_is_read_back_and_anything_else_is_none() {
    let house = House::new();
    let amina = house.person(1);
    let token = house.begun(amina.account, None, START);
    let cookie = token.cookie();
    assert_eq!(cookie.reveal().len(), 52);
    let read = Token::read(cookie.reveal()).unwrap();
    assert_eq!(house.found(&read, START).unwrap().account, amina.account);
    for wrong in ["", "specimen", &cookie.reveal().to_lowercase(), &format!("{}A", cookie.reveal())] {
        assert!(Token::read(wrong).is_none(), "{wrong}");
    }
    assert!(house.found(&Token::read(&"A".repeat(52)).unwrap(), START).is_none());
}

#[test]
fn a_form_needs_the_token_of_its_own_session() {
    let house = House::new();
    let amina = house.person(1);
    let [one, two] = [(); 2].map(|()| house.found(&house.begun(amina.account, None, START), START).unwrap());
    assert!(one.accepts(one.form_token().reveal()));
    assert!(!one.accepts(two.form_token().reveal()));
    assert!(!one.accepts("") && !one.accepts(&one.form_token().reveal().to_lowercase()));
}
