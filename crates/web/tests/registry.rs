//! The register through its pages: organisations, accounts, services, referrals, as each role meets them.

#[cfg(test)]
#[expect(dead_code, reason = "each set of tests uses its own part of the fixture")]
mod fixture;

use fixture::House;
use fixture::sound::assert_sound;

#[test]
fn a_printed_password_lets_in_once_and_is_changed() {
    let house = House::found();
    let mut first = house.administrators[0].clone();
    let printed = first.password.clone();
    let mut browser = house.enter(&mut first);
    assert_ne!(first.password, printed);
    assert_sound(&browser.get("/password").shown().body);
}

#[test]
fn a_person_comes_as_far_as_an_offer() {
    let house = House::found();
    let world = house.peopled();
    let case = house.admitted(&world, "DEMO-0147");
    let plan = house.planned(&world, case);
    let referral = house.offered(&world, case, plan);
    assert!(house.head(&world.manager, referral) > 0);
}
