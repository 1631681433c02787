//! Restraints, force and searches, from an empty case to met, broken and undetermined.

use app::{Deed, Refusal};
use domain::custody::Sex;
use domain::look::{Outcome, Purpose};
use domain::measure::YesNo;
use domain::moment::{HOUR, MINUTE};
use domain::restraint::{
    Applied, Checked, ForceGround, ForceUsed, Instrument, Ordered, OrderedBy, OtherMethod, Removed, RestraintGround,
    Told, ToldWhom, Training,
};
use domain::search::{CasePapers, SearchKind, SearchReason, SearchRecorded, SearchResult, Searcher, SearcherOffice};
use domain::{ActId, CaseId};

use crate::acts::line;
use crate::house::House;

fn ordered(instrument: Instrument) -> Ordered {
    Ordered {
        instrument,
        ground: RestraintGround::InjuryToOthers,
        tried: vec![OtherMethod::Talk],
        nothing_lesser: YesNo::Yes,
        least_intrusive: YesNo::Yes,
        legal_basis: line("Prison Act (example), section 44"),
    }
}

fn applied(instrument: Instrument, order: Option<ActId>) -> Applied {
    Applied {
        instrument,
        ground: RestraintGround::InjuryToOthers,
        ordered_by: if order.is_some() { OrderedBy::Director } else { OrderedBy::ShiftLeader },
        order,
        tried: Vec::new(),
        nothing_lesser: None,
        least_intrusive: None,
        training: Some(Training::Everybody),
    }
}

/// The rules about restraint, force and search; what the reception owes the person is told elsewhere.
const OF_FORCE: [&str; 17] = [
    "NMR-43f", "NMR-47a", "NMR-47b", "NMR-47c", "NMR-48a", "NMR-48b", "NMR-48c", "NMR-49", "NMR-50", "NMR-51b",
    "NMR-52a", "NMR-52b", "NMR-53", "NMR-82", "BKK-19", "BKK-20", "CRC-95f",
];

/// What the rules about force say of the case now, as oversight sees it: rule and outcome, in alphabetical order.
fn found(house: &House, case: CaseId) -> Vec<(String, Outcome)> {
    let file = house.app().case(&house.monitor, case, Purpose::Oversight).unwrap();
    let mut found: Vec<_> = file
        .findings
        .iter()
        .map(|line| (line.finding.rule.id().to_owned(), line.finding.outcome))
        .filter(|(rule, _)| OF_FORCE.contains(&rule.as_str()))
        .collect();
    found.sort();
    found.dedup();
    found
}

fn of(rules: &[(&str, Outcome)]) -> Vec<(String, Outcome)> {
    rules.iter().map(|(rule, outcome)| ((*rule).to_owned(), *outcome)).collect()
}

#[test]
fn an_order_for_irons_is_refused_and_a_report_of_them_is_taken() {
    let house = House::new();
    let case = house.admitted("A-1");
    let refused = house.refused(&house.governor, case, ordered(Instrument::Irons));
    let Refusal::Safeguard(findings) = refused else { panic!("{refused:?}") };
    assert_eq!(findings.iter().map(|finding| finding.rule.id()).collect::<Vec<_>>(), ["NMR-47a"]);
    assert!(found(&house, case).is_empty(), "a refused order leaves nothing");
    let receipt = house.performed(&house.officer, &Deed::one(case, applied(Instrument::Irons, None)));
    assert!(receipt.raised.iter().any(|finding| finding.rule.id() == "NMR-47a"));
    assert!(found(&house, case).contains(&("NMR-47a".to_owned(), Outcome::Breach)));
    // An officer gives no order; nobody of a civil society organisation sees any of it.
    assert!(matches!(house.refused(&house.officer, case, ordered(Instrument::Hands)), Refusal::NotAllowed));
    assert!(house.app().case(&house.practitioner, case, Purpose::Casework).is_err());
}

#[test]
fn a_restraint_by_the_rules_leaves_nothing_and_one_against_them_leaves_what_is_broken_and_what_is_missing() {
    let house = House::new();
    let case = house.admitted("A-1");
    assert!(found(&house, case).is_empty());
    let order = house.does(&house.governor, case, ordered(Instrument::SoftCuffs));
    let restraint = house.does(&house.officer, case, applied(Instrument::SoftCuffs, Some(order)));
    for (whom, who) in [(ToldWhom::HealthService, &house.officer), (ToldWhom::HigherAuthority, &house.governor)] {
        house.does(who, case, Told { restraint, whom });
    }
    house.clock.advance(15 * MINUTE);
    house.does(&house.officer, case, Checked { restraint, danger: YesNo::No });
    house.clock.advance(MINUTE);
    house.does(&house.officer, case, Removed { restraint, professional: None });
    assert!(found(&house, case).is_empty());

    let other = house.admitted("A-2");
    let restraint = house.does(&house.officer, other, applied(Instrument::SoftCuffs, None));
    house.clock.advance(3 * HOUR);
    house.does(&house.officer, other, Told { restraint, whom: ToldWhom::HealthService });
    assert_eq!(
        found(&house, other),
        of(&[("NMR-47c", Outcome::Breach), ("NMR-48a", Outcome::Undetermined), ("NMR-48b", Outcome::Undetermined),])
    );
    house.does(&house.officer, other, Checked { restraint, danger: YesNo::Yes });
    assert!(found(&house, other).contains(&("NMR-48b".to_owned(), Outcome::Breach)));
    // A second removal is taken and marked; one of something that is not there is a record of nothing.
    house.does(&house.officer, other, Removed { restraint, professional: None });
    let again = house.does(&house.officer, other, Removed { restraint, professional: None });
    let file = house.app().case(&house.monitor, other, Purpose::Oversight).unwrap();
    assert!(file.facts.contradictions.contains(&again));
    let nothing = Checked { restraint: ActId::from_random([7; 16]), danger: YesNo::No };
    assert!(matches!(house.refused(&house.officer, other, nothing), Refusal::NotPossible(_)));
}

#[test]
fn force_that_nobody_reported_to_the_director_comes_due_by_itself() {
    let house = House::new();
    let case = house.admitted("A-1");
    let used = ForceUsed { ground: ForceGround::SelfDefence, injury: YesNo::No };
    let restraint = house.does(&house.officer, case, used);
    assert!(found(&house, case).is_empty(), "it is not due yet");
    house.clock.advance(2 * HOUR + 1);
    assert_eq!(found(&house, case), of(&[("NMR-82", Outcome::Undetermined)]));
    house.does(&house.officer, case, Told { restraint, whom: ToldWhom::Director });
    assert_eq!(found(&house, case), of(&[("NMR-82", Outcome::Breach)]));
    let good = house.does(&house.officer, case, ForceUsed { ground: ForceGround::SelfDefence, injury: YesNo::No });
    house.does(&house.officer, case, Told { restraint: good, whom: ToldWhom::Director });
    let file = house.app().case(&house.monitor, case, Purpose::Oversight).unwrap();
    assert_eq!(file.findings.iter().filter(|line| line.finding.rule.id() == "NMR-82").count(), 1);
}

#[test]
fn a_search_is_recorded_with_who_and_why_and_a_correction_completes_it() {
    let house = House::new();
    let case = house.admitted("A-1");
    let by = |sex| Searcher {
        office: SearcherOffice::Custody,
        sex,
        trained: Some(YesNo::Yes),
        account: Some(house.officer.account),
    };
    let whole = SearchRecorded {
        search: SearchKind::Strip,
        reason: Some(SearchReason::OwnFact),
        legal_basis: Some(line("Prison Rules (example), rule 12")),
        searchers: vec![by(Sex::Male)],
        private: Some(YesNo::Yes),
        no_scan: None,
        papers: None,
        result: Some(SearchResult::Nothing),
    };
    house.does(&house.officer, case, whole.clone());
    assert!(found(&house, case).is_empty());
    let cell = SearchRecorded { search: SearchKind::Cell, private: None, ..whole.clone() };
    let half = house.does(&house.officer, case, SearchRecorded { result: None, ..cell.clone() });
    assert_eq!(found(&house, case), of(&[("NMR-51b", Outcome::Breach), ("NMR-53", Outcome::Undetermined)]));
    let completed = SearchRecorded { papers: Some(CasePapers::Read), ..cell };
    let deed = Deed {
        correcting: Some(app::perform::Correcting { of: half, why: domain::file::CorrectionReason::LearnedLater }),
        ..Deed::one(case, completed)
    };
    house.performed(&house.officer, &deed);
    assert_eq!(found(&house, case), of(&[("NMR-53", Outcome::Breach)]));
    house.does(&house.officer, case, SearchRecorded { searchers: vec![by(Sex::Female)], ..whole });
    assert!(found(&house, case).contains(&("NMR-52a".to_owned(), Outcome::Breach)));
}
