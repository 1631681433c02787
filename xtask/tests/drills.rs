//! Each drill passes over the product, and fails when the promise that it is about is broken on purpose: one that could not
//! fail would be worth nothing. The two that need the served program are held to it in `.ci/run`.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::process::{Command, Output};

fn drill(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xtask")).arg("drill").args(arguments).output().unwrap()
}

/// A few rounds are kept; the same with the promise broken are not, and for that reason.
fn can_fail(arguments: &[&str], because: &str) {
    let kept = drill(arguments);
    assert!(kept.status.success(), "{kept:?}");
    let broken = drill(&[arguments, &["--sabotaged"]].concat());
    assert!(!broken.status.success(), "{broken:?}");
    let said = String::from_utf8(broken.stderr).unwrap();
    assert!(said.contains(because), "{said}");
}

#[test]
fn an_answer_that_was_said_before_the_commit_is_found_by_a_kill() {
    can_fail(&["crash", "--rounds", "2", "--writers", "8"], "words were not kept");
}

#[test]
fn a_commit_that_does_not_wait_for_the_disk_is_found_by_a_power_cut() {
    can_fail(
        &["powercut", "--rounds", "2", "--control", "2", "--writers", "8", "--latest", "400"],
        "words were not kept",
    );
}

#[test]
fn a_flip_that_nobody_looks_for_is_told() {
    can_fail(&["bitflip", "--rounds", "12", "--people", "3"], "nothing was found");
}

#[test]
fn an_act_that_does_not_come_back_is_missed() {
    can_fail(&["restore", "--rounds", "1", "--people", "3"], "not those that came back");
}

#[test]
fn a_decision_under_a_clock_that_jumped_is_found() {
    can_fail(&["clock", "--rounds", "4"], "decisions");
}
