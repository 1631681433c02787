//! By which rules an installation judges is on record, and a change makes every case due.

use app::{Refusal, RulesChanged};
use domain::measure::{MeasureKind, MeasurePurpose};
use domain::moment::DAY;
use safeguards::Profile;

use crate::acts;
use crate::house::House;

const STRICT: &str = "set_by = \"Specimen Act\"\n[limits]\n\"NMR-43b\" = \"5 d\"\n";

#[test]
fn what_judges_is_written_down_once_and_again_when_it_changes() {
    let mut house = House::new();
    assert_eq!(house.app().take_rules().unwrap(), RulesChanged::Yes);
    assert_eq!(house.app().take_rules().unwrap(), RulesChanged::No);
    house.close();
    let profile = Profile::parse(STRICT).unwrap();
    house.open_as(app::installation::Opening { profile, ..house.opening() }).unwrap();
    assert_eq!(house.app().take_rules().unwrap(), RulesChanged::Yes);
    assert_eq!(house.app().take_rules().unwrap(), RulesChanged::No);
    let taken = house.envelopes().iter().filter(|envelope| envelope.kind == "installation.rules_taken").count();
    assert_eq!(taken, 2);
}

#[test]
fn a_stricter_profile_judges_every_case_again_without_anybody_acting() {
    let mut house = House::new();
    house.app().take_rules().unwrap();
    let case = house.admitted("A-1");
    let now = house.now();
    let order = acts::imposed(MeasureKind::Solitary, MeasurePurpose::Order, now, now.plus(8 * DAY));
    house.does(&house.governor, case, order);
    house.app().come_due().unwrap();
    let raised = |house: &House| house.envelopes().iter().filter(|envelope| envelope.kind == "finding.raised").count();
    let before = raised(&house);
    house.close();
    let profile = Profile::parse(STRICT).unwrap();
    house.open_as(app::installation::Opening { profile, ..house.opening() }).unwrap();
    house.app().come_due().unwrap();
    assert_eq!(raised(&house), before, "nothing is due yet");
    house.app().take_rules().unwrap();
    house.app().come_due().unwrap();
    assert_eq!(raised(&house), before + 1);
    house.app().come_due().unwrap();
    assert_eq!(raised(&house), before + 1, "once");
}

#[test]
fn a_stricter_profile_refuses_what_it_forbids() {
    let mut house = House::new();
    let case = house.admitted("A-1");
    house.close();
    let profile = Profile::parse(STRICT).unwrap();
    house.open_as(app::installation::Opening { profile, ..house.opening() }).unwrap();
    let now = house.now();
    let order = |days: i64| acts::imposed(MeasureKind::Solitary, MeasurePurpose::Order, now, now.plus(days * DAY));
    assert!(matches!(house.refused(&house.governor, case, order(6)), Refusal::Safeguard(_)));
    house.does(&house.governor, case, order(5));
}
