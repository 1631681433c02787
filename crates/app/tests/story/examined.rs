//! What a check of the whole installation finds: a row that says something else than the ledger does.

use domain::look::Purpose;

use crate::acts::needs;
use crate::house::House;

/// A house in which something was changed beside the program.
fn changed(sql: &str) -> Result<(), String> {
    let mut house = House::new();
    let case = house.admitted("A-1");
    house.does(&house.manager, case, needs());
    house.app().case(&house.manager, case, Purpose::Casework).unwrap();
    house.reopen();
    house.app().examine().unwrap();
    house.close();
    house.says(vec![sql.to_owned()]);
    // A start may refuse it already.
    house.try_open().map_err(|fault| fault.to_string())?;
    house.app().examine().map(|_| ()).map_err(|bad| bad.to_string())
}

fn is_found(sql: &str, says: &str) {
    let Err(bad) = changed(sql) else { panic!("{sql}: nothing was found") };
    assert!(bad.contains(says), "{sql}: {bad}");
}

#[test]
fn an_installation_that_nobody_touched_is_well() {
    assert_eq!(changed("update act set seq = seq where seq < 0"), Ok(()));
}

#[test]
fn a_column_that_repeats_an_envelope_must_repeat_it() {
    is_found("update act set kind = 'measure.imposed' where seq = 3", "beside it");
    is_found("update act set recorded_at = recorded_at + 1 where seq = 3", "beside it");
    is_found("update act set actor = stream where seq = 3", "beside it");
}

#[test]
fn a_tile_that_no_root_needs_any_more_is_compared_all_the_same() {
    is_found(
        "insert into tile (level, number, hashes) select 3, 0, hashes from tile where level = 0 and number = 0",
        "a tile",
    );
}

#[test]
fn a_head_is_what_the_acts_of_its_stream_make_of_it() {
    is_found("update stream set head = head + 1 where subject = 'case'", "head of a stream");
    is_found("update stream set subject = 'referral' where subject = 'case'", "head of a stream");
}

#[test]
fn an_index_table_is_what_the_ledger_makes_of_it_and_looking_changes_nothing() {
    is_found("update ground set ground = 'mandate' where ground = 'allocated'", "ground: not what the ledger makes");
    is_found("update case_index set step = 'aftercare'", "case_index: not what the ledger makes");
}
