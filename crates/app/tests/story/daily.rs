//! Daily life, contact and information: from an empty case to met, breach and undetermined, and the day of a whole wing.

use app::consult::InWing;
use app::{Deed, Refusal};
use domain::contact::{ContactMeans, ContactOutcome, ContactRecorded, ContactWith, Hearing, LegalInterpreter};
use domain::custody::{Circumstance, CircumstanceNoted, Released, Status, StatusChanged, Transferred};
use domain::information::{
    FamilyEvent, FamilyInformed, FamilyTold, InformationForm, InformationGiven, InformationTopic, Understood,
};
use domain::lodging::{Mixed, MixedAge, Placed, Room};
use domain::look::{Outcome, Purpose};
use domain::measure::YesNo;
use domain::moment::{DAY, HOUR};
use domain::regime::{DayRecorded, DayWork, Weather, WorkFor, WorkOutcome, WorkRecorded, WorkTerms, WorkTowards};
use domain::{Act, CaseId, Date, Moment};
use jiff::civil::date;

use crate::acts::{self, line};
use crate::house::House;

fn day(on: Date, open_air: u16) -> DayRecorded {
    let (weather, work, requests) = (Weather::Permitted, DayWork::None, YesNo::Yes);
    DayRecorded { date: on, out_of_cell: 240, open_air, weather, work, requests }
}

fn contact(with: ContactWith, outcome: ContactOutcome) -> ContactRecorded {
    let means = ContactMeans::Call;
    ContactRecorded { with, means, outcome, reason: None, asked: None, hearing: None, interpreter: None }
}

fn told(topics: &[InformationTopic]) -> InformationGiven {
    let forms = vec![InformationForm::Written, InformationForm::Aloud];
    InformationGiven { topics: topics.to_vec(), forms, understood: Understood::OwnLanguage }
}

fn placed(unit: &str) -> Placed {
    Placed {
        unit: line(unit),
        room: Room::Alone,
        allowed: None,
        other_sex: Mixed::No,
        other_age: MixedAge::No,
        other_status: Mixed::No,
    }
}

/// What a rule says of a case now: open findings as on the board, and what is met.
fn says(house: &House, case: CaseId, rule: &str) -> Vec<Outcome> {
    let file = house.app().case(&house.monitor, case, Purpose::Oversight).unwrap();
    let checked = house.app().check(&file.facts, house.now());
    let mut said: Vec<Outcome> = checked
        .findings
        .iter()
        .chain(&checked.met)
        .filter(|result| result.rule.id() == rule)
        .map(|result| result.outcome)
        .collect();
    said.sort_unstable();
    said
}

/// Records it at that time.
fn at(house: &House, case: CaseId, act: impl Into<Act>, when: Moment) {
    house.performed(&house.officer, &Deed::one(case, act).concerning(Some(when)));
}

#[test]
fn the_open_air_and_the_way_to_ask_come_to_all_three_answers() {
    let house = House::new();
    let [met, breach, silent] = ["A-1", "A-2", "A-3"].map(|number| house.admitted(number));
    house.clock.advance(6 * DAY);
    for back in 1..=5 {
        house.does(&house.officer, met, day(house.day(-back), 60));
        let shut = DayRecorded { requests: YesNo::No, ..day(house.day(-back), 59) };
        house.does(&house.officer, breach, shut);
    }
    for rule in ["NMR-23", "NMR-56a"] {
        assert_eq!(says(&house, met, rule), [Outcome::Met], "{rule}");
        assert_eq!(says(&house, breach, rule), [Outcome::Breach], "{rule}");
        assert_eq!(says(&house, silent, rule), [Outcome::Undetermined], "{rule}");
    }
}

#[test]
fn a_week_of_work_comes_to_all_three_answers() {
    let house = House::new();
    let [met, breach, open] = ["A-1", "A-2", "A-3"].map(|number| house.admitted(number));
    // Admitted on Monday 2 March: the week from the 9th is the first whole one.
    house.clock.advance(18 * DAY);
    let work = |on: Date| DayRecorded { work: DayWork::Indoors, ..day(on, 60) };
    for number in 9..=15 {
        let on = date(2026, 3, number);
        house.does(&house.officer, met, if number == 15 { day(on, 60) } else { work(on) });
        house.does(&house.officer, breach, work(on));
        if number < 15 {
            house.does(&house.officer, open, work(on));
        }
    }
    house.clock.advance(DAY);
    let rule = "NMR-102";
    assert_eq!(says(&house, met, rule), [Outcome::Met]);
    assert_eq!(says(&house, breach, rule), [Outcome::Breach]);
    assert_eq!(says(&house, open, rule), [Outcome::Undetermined]);
}

#[test]
fn contact_with_family_comes_to_all_three_answers() {
    let house = House::new();
    let [met, breach, silent] = ["A-1", "A-2", "A-3"].map(|number| house.admitted(number));
    house.clock.advance(8 * DAY);
    at(&house, met, contact(ContactWith::Family, ContactOutcome::Declined), house.now().plus(-2 * DAY));
    at(&house, breach, contact(ContactWith::Family, ContactOutcome::NotGiven), house.now().plus(-2 * DAY));
    let rule = "NMR-58a";
    assert_eq!(says(&house, met, rule), [Outcome::Met]);
    assert_eq!(says(&house, breach, rule), [Outcome::Breach]);
    assert_eq!(says(&house, silent, rule), [Outcome::Undetermined]);
}

#[test]
fn visits_and_calls_of_a_child_come_to_all_three_answers() {
    let house = House::new();
    let [met, breach, silent] = ["A-1", "A-2", "A-3"].map(|number| house.admitted_born(number, date(2010, 1, 1)));
    house.clock.advance(35 * DAY);
    let visit = |outcome| ContactRecorded { means: ContactMeans::Visit, ..contact(ContactWith::Family, outcome) };
    at(&house, met, visit(ContactOutcome::Held), house.now().plus(-10 * DAY));
    at(&house, breach, visit(ContactOutcome::NotGiven), house.now().plus(-10 * DAY));
    for week in 0..5 {
        for twice in 1..=2 {
            let when = house.now().plus(-(35 - week * 7 - twice) * DAY);
            at(&house, met, contact(ContactWith::Family, ContactOutcome::Held), when);
        }
        let when = house.now().plus(-(34 - week * 7) * DAY);
        at(&house, breach, contact(ContactWith::Family, ContactOutcome::NotGiven), when);
    }
    assert_eq!(says(&house, met, "HAV-60"), [Outcome::Met]);
    assert_eq!(says(&house, breach, "HAV-60"), [Outcome::Breach]);
    assert_eq!(says(&house, silent, "HAV-60"), [Outcome::Undetermined]);
    assert_eq!(says(&house, met, "HAV-61"), [Outcome::Met]);
    assert_eq!(says(&house, breach, "HAV-61"), [Outcome::Breach; 5]);
    assert_eq!(says(&house, silent, "HAV-61"), [Outcome::Undetermined]);
}

#[test]
fn a_lawyer_and_an_interpreter_come_to_all_three_answers() {
    let house = House::new();
    let with = |hearing, interpreter| {
        let case = house.admitted(&format!("A-{hearing:?}-{interpreter:?}"));
        house.clock.advance(DAY);
        let noted = CircumstanceNoted { circumstance: Circumstance::Interpreter, until: None, source: line("herself") };
        house.does(&house.health, case, noted);
        house.clock.advance(HOUR);
        let asked = Some(house.now().plus(-HOUR));
        let met = ContactRecorded { asked, hearing, interpreter, ..contact(ContactWith::Lawyer, ContactOutcome::Held) };
        house.does(&house.officer, case, met);
        (says(&house, case, "NMR-61a"), says(&house, case, "NMR-61b"))
    };
    let (met, breach, open) = ([Outcome::Met], [Outcome::Breach], [Outcome::Undetermined]);
    assert_eq!(with(Some(Hearing::Nobody), Some(LegalInterpreter::Independent)), (met.to_vec(), met.to_vec()));
    assert_eq!(with(Some(Hearing::Somebody), Some(LegalInterpreter::OfThePrison)), (breach.to_vec(), breach.to_vec()));
    assert_eq!(with(None, None), (open.to_vec(), open.to_vec()));
}

#[test]
fn arrival_comes_to_all_three_answers() {
    let house = House::new();
    let all = InformationTopic::ALL;
    // One who is told at once, one who is told on the third day, one of whom nothing is on record: each a girl, held
    // untried, not a national, who needs help with reading.
    let girl = |number: &str| {
        let case = CaseId::from(house.fresh());
        let mut admitted = acts::admitted(house.prison, number, "Placeholder", date(2010, 1, 1));
        admitted.person.sex = domain::custody::Sex::Female;
        admitted.status = domain::custody::Status::Untried;
        house.does(&house.registrar, case, admitted);
        for circumstance in [Circumstance::ForeignNational, Circumstance::ReadingHelp] {
            house.does(&house.health, case, CircumstanceNoted { circumstance, until: None, source: line("herself") });
        }
        case
    };
    let [met, breach, silent] = ["A-1", "A-2", "A-3"].map(girl);
    let tell = |case| {
        house.does(&house.officer, case, told(all));
        house.does(
            &house.officer,
            case,
            FamilyInformed { event: FamilyEvent::Admission, told: FamilyTold::ByThePrison },
        );
        for with in [ContactWith::Family, ContactWith::Lawyer, ContactWith::Consulate] {
            house.does(&house.officer, case, contact(with, ContactOutcome::Declined));
        }
    };
    house.clock.advance(HOUR);
    tell(met);
    house.clock.advance(2 * DAY);
    tell(breach);
    for rule in ["NMR-54", "NMR-55b", "NMR-62", "NMR-68", "NMR-119", "BKK-02a", "HAV-22", "HAV-24"] {
        assert_eq!(says(&house, met, rule), [Outcome::Met], "{rule}");
        assert_eq!(says(&house, breach, rule), [Outcome::Breach], "{rule}");
        assert_eq!(says(&house, silent, rule), [Outcome::Undetermined], "{rule}");
    }
    for (understood, outcome) in [
        (Understood::Interpreted, Outcome::Met),
        (Understood::NotUnderstood, Outcome::Breach),
        (Understood::NotKnown, Outcome::Undetermined),
    ] {
        let case = girl(&format!("B-{understood:?}"));
        house.does(&house.officer, case, InformationGiven { understood, ..told(all) });
        assert_eq!(says(&house, case, "NMR-55a"), [outcome]);
    }
}

#[test]
fn where_somebody_sleeps_comes_to_all_three_answers() {
    let house = House::new();
    let [met, breach, open] = ["A-1", "A-2", "A-3"].map(|number| house.admitted_born(number, date(2010, 1, 1)));
    house.does(&house.officer, met, placed("B2"));
    let mixed = Placed { room: Room::Several, allowed: Some(YesNo::No), other_age: MixedAge::Yes, ..placed("B2") };
    house.does(&house.officer, breach, mixed);
    let unknown = Placed { room: Room::Two, other_age: MixedAge::NotKnown, ..placed("B2") };
    house.does(&house.officer, open, unknown);
    for rule in ["NMR-11", "NMR-12", "HAV-29"] {
        assert_eq!(says(&house, met, rule), [Outcome::Met], "{rule}");
        assert_eq!(says(&house, breach, rule), [Outcome::Breach], "{rule}");
        assert_eq!(says(&house, open, rule), [Outcome::Undetermined], "{rule}");
    }
}

#[test]
fn a_late_entry_closes_what_was_open_and_a_day_that_is_corrected_counts_as_corrected() {
    let house = House::new();
    let case = house.admitted("A-1");
    house.clock.advance(6 * DAY);
    assert_eq!(says(&house, case, "NMR-23"), [Outcome::Undetermined]);
    let first = house.does(&house.officer, case, day(house.day(-5), 6));
    for back in 1..=4 {
        house.does(&house.officer, case, day(house.day(-back), 60));
    }
    assert_eq!(says(&house, case, "NMR-23"), [Outcome::Breach]);
    let mut deed = Deed::one(case, day(house.day(-5), 60));
    deed.correcting = Some(app::Correcting { of: first, why: domain::file::CorrectionReason::WrongTime });
    house.performed(&house.officer, &deed);
    assert_eq!(says(&house, case, "NMR-23"), [Outcome::Met]);
}

#[test]
fn a_civil_society_organisation_sees_none_of_it() {
    let house = House::new();
    let shared = house.assigned("A-1");
    house.does(&house.officer, shared.case, day(house.day(0), 60));
    house.does(&house.officer, shared.case, placed("B2"));
    assert!(house.app().case(&house.practitioner, shared.case, Purpose::Service).is_err());
    for act in [Act::from(day(house.day(0), 0)), contact(ContactWith::Family, ContactOutcome::Held).into()] {
        assert!(matches!(house.refused(&house.practitioner, shared.case, act.clone()), Refusal::NotYours));
        assert!(matches!(house.refused(&house.registrar, shared.case, act), Refusal::NotAllowed));
    }
}

#[test]
fn the_day_of_a_wing_is_one_deed_with_one_entry_in_each_file() {
    let house = House::new();
    let wing: Vec<CaseId> = (0..60).map(|number| house.admitted(&format!("B-{number}"))).collect();
    for case in &wing {
        house.does(&house.officer, *case, placed("B2"));
    }
    let elsewhere = house.admitted("C-1");
    let found = house.app().wing(&house.officer, &InWing::Unit("B2".to_owned())).unwrap();
    assert_eq!((found.lines.len(), found.total, found.units.as_slice()), (60, 60, ["B2".to_owned()].as_slice()));
    assert!(found.some_without && found.lines.iter().all(|line| line.case != elsewhere && line.days.is_empty()));

    let today = house.day(0);
    let mut deed = Deed::one(wing[0], day(today, 60));
    for case in &wing[1..] {
        deed = deed.and(*case, day(today, 60));
    }
    deed.once = Some("the-day-of-b2".to_owned());
    let receipt = house.performed(&house.officer, &deed);
    assert_eq!(receipt.acts.len(), 60);
    // Sent again, it is not recorded again.
    assert!(house.performed(&house.officer, &deed).repeated);
    let found = house.app().wing(&house.officer, &InWing::Unit("B2".to_owned())).unwrap();
    assert!(found.lines.iter().all(|line| line.days == [today]));
    let without = house.app().wing(&house.officer, &InWing::NoUnit).unwrap();
    assert_eq!(without.lines.iter().map(|line| line.case).collect::<Vec<_>>(), [elsewhere]);
    // Each entry stands in its file under the officer's own ground.
    let file = house.app().case(&house.monitor, wing[7], Purpose::Oversight).unwrap();
    let entry = file.acts.iter().find(|recorded| recorded.act.kind() == domain::Kind::RegimeDayRecorded).unwrap();
    assert_eq!((entry.envelope.actor, entry.envelope.ground), (house.officer.account, domain::Ground::Custody));
}

#[test]
fn a_wing_shows_those_alone_who_are_there_and_whose_file_is_open_to_the_officer() {
    let house = House::new();
    let [stays, leaves, moves, related] = ["A-1", "A-2", "A-3", "A-4"].map(|number| house.admitted(number));
    for case in [stays, leaves, moves, related] {
        house.does(&house.officer, case, placed("B2"));
    }
    house.clock.advance(HOUR);
    house.does(&house.registrar, leaves, Released { basis: line("Order 1") });
    house.does(&house.registrar, moves, Transferred { to: house.other_prison, reason: acts::text("Nearer to home.") });
    let conflict = domain::file::ConflictDeclared { account: house.officer.account, tie: domain::file::Tie::Relative };
    house.does(&house.officer, related, conflict);
    let lines = |unit: &InWing| {
        let found = house.app().wing(&house.officer, unit).unwrap();
        found.lines.iter().map(|line| line.case).collect::<Vec<_>>()
    };
    assert_eq!(lines(&InWing::Unit("B2".to_owned())), [stays]);
    assert_eq!(lines(&InWing::Everybody), [stays]);
    // One file that is closed to the officer stops the deed as a whole: nothing is half done.
    let deed = Deed::one(stays, day(house.day(0), 60)).and(related, day(house.day(0), 60));
    assert!(matches!(house.perform(&house.officer, &deed), Err(Refusal::NotYours | Refusal::NotAllowed)));
    let after = house.app().wing(&house.officer, &InWing::Everybody).unwrap();
    assert!(after.lines[0].days.is_empty());
    for other in [&house.registrar, &house.practitioner, &house.manager] {
        assert!(matches!(house.app().wing(other, &InWing::Everybody), Err(Refusal::NotYours)));
    }
}

#[test]
fn a_day_that_cannot_have_been_is_taken_and_marked() {
    let house = House::new();
    let case = house.admitted("A-1");
    let impossible = [
        day(house.day(3), 60),
        day(house.day(-30), 60),
        DayRecorded { out_of_cell: 30, ..day(house.day(0), 60) },
        DayRecorded { out_of_cell: 1501, ..day(house.day(0), 60) },
    ];
    for body in impossible {
        let act = house.does(&house.officer, case, body);
        let file = house.app().case(&house.monitor, case, Purpose::Oversight).unwrap();
        assert!(file.facts.contradictions.contains(&act));
    }
    let status = StatusChanged { status: domain::custody::Status::Untried, order: line("Order 2") };
    house.does(&house.registrar, case, status);
    let good = house.does(&house.officer, case, day(house.day(0), 60));
    let file = house.app().case(&house.monitor, case, Purpose::Oversight).unwrap();
    assert!(!file.facts.contradictions.contains(&good));
}

#[test]
fn work_comes_to_all_three_answers_and_what_was_not_given_to_none() {
    let house = House::new();
    let work = WorkRecorded {
        outcome: WorkOutcome::Given,
        benefit: Some(WorkFor::Prison),
        terms: Some(WorkTerms::Chosen),
        paid: Some(YesNo::Yes),
        towards: Some(WorkTowards::PeerHelp),
        reason: None,
    };
    let recorded = |number: &str, work: WorkRecorded| {
        let case = house.admitted(number);
        house.does(&house.registrar, case, StatusChanged { status: Status::Untried, order: line("Order 2") });
        house.does(&house.officer, case, work);
        case
    };
    let met = recorded("A-1", work.clone());
    let broken = WorkRecorded {
        benefit: Some(WorkFor::Staff),
        terms: Some(WorkTerms::Duty),
        towards: Some(WorkTowards::PowerOver),
        ..work.clone()
    };
    let broken = recorded("A-2", broken);
    let silent =
        recorded("A-3", WorkRecorded { benefit: None, terms: None, paid: None, towards: None, ..work.clone() });
    let declined =
        recorded("A-4", WorkRecorded { outcome: WorkOutcome::Declined, benefit: Some(WorkFor::Staff), ..work });
    for rule in ["NMR-40", "NMR-97", "NMR-115"] {
        assert_eq!(says(&house, met, rule), [Outcome::Met], "{rule}");
        assert_eq!(says(&house, broken, rule), [Outcome::Breach], "{rule}");
        assert_eq!(says(&house, silent, rule), [Outcome::Undetermined], "{rule}");
        assert_eq!(says(&house, declined, rule), [], "{rule}");
    }
}
