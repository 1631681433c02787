//! NMR-50, 51b, 52a, 52b, 53 and BKK-19, 20.
//!
//! Judges the record of each search. Whether it was needed is a question for people.

use domain::Moment;
use domain::custody::Sex;
use domain::facts::Facts;
use domain::measure::YesNo;
use domain::search::{CasePapers, NoScan, SearchFacts, SearchKind, SearchResult, Searcher, SearcherOffice};

use crate::finding::{Checked, Finding, Flag, Remedy};
use crate::limbs::Limbs;
use crate::next::Next;
use crate::rule::RuleId;
use crate::settings::Settings;

pub(super) fn judge(facts: &Facts, _: &Settings, now: Moment, checked: &mut Checked, next: &mut Next) {
    for search in &facts.searches {
        next.offer(search.at.millis());
        if search.at > now {
            continue;
        }
        let begun = |rule| Limbs::at(rule, search.act, search.at, now);
        checked.take(basis(search, begun(RuleId::Nmr50)));
        checked.take(record(search, begun(RuleId::Nmr51b)));
        if search.search.intrudes() {
            checked.take(intrusive(search, facts.sex, begun(RuleId::Nmr52a)));
        }
        if search.search == SearchKind::Cavity {
            checked.take(cavity(search, begun(RuleId::Nmr52b)));
        }
        if search.search == SearchKind::Cell {
            checked.take(papers(search, begun(RuleId::Nmr53)));
        }
        if facts.sex == Some(Sex::Female) {
            if search.search.is_of_the_person() && search.search != SearchKind::Scan {
                checked.take(by_women(search, begun(RuleId::Bkk19)));
            }
            if search.search.intrudes() {
                checked.take(instead_of_scan(search, begun(RuleId::Bkk20)));
            }
        }
    }
}

/// NMR-50.
fn basis(search: &SearchFacts, mut limbs: Limbs) -> Finding {
    match (search.reason, search.legal_basis) {
        (Some(_), YesNo::Yes) => {}
        (None, YesNo::No) => limbs.missing(Remedy::CompleteSearch),
        _ => limbs.broken(Flag::NoBasis),
    }
    limbs.finding(search.known)
}

/// NMR-51b.
fn record(search: &SearchFacts, mut limbs: Limbs) -> Finding {
    if search.reason.is_none() || search.result.is_none() || search.searchers.iter().all(|who| who.account.is_none()) {
        limbs.broken(Flag::RecordIncomplete);
    }
    if search.result == Some(SearchResult::NotYetKnown) {
        limbs.missing(Remedy::RecordResult);
    }
    limbs.finding(search.known)
}

/// Each searcher must be of this sex and trained.
fn same_sex_and_trained(searchers: &[Searcher], sex: Option<Sex>, limbs: &mut Limbs) {
    if searchers.is_empty() {
        limbs.missing(Remedy::CompleteSearch);
    }
    for searcher in searchers {
        match (sex, searcher.sex) {
            (None | Some(Sex::NotStated), _) | (_, Sex::NotStated) => limbs.missing(Remedy::CompleteSearch),
            (Some(sex), theirs) if sex != theirs => limbs.broken(Flag::OtherSex),
            _ => {}
        }
        match searcher.trained {
            Some(YesNo::Yes) => {}
            Some(YesNo::No) => limbs.broken(Flag::NotTrained),
            None => limbs.missing(Remedy::RecordTraining),
        }
    }
}

/// NMR-52a.
fn intrusive(search: &SearchFacts, sex: Option<Sex>, mut limbs: Limbs) -> Finding {
    same_sex_and_trained(&search.searchers, sex, &mut limbs);
    match search.private {
        Some(YesNo::Yes) => {}
        Some(YesNo::No) => limbs.broken(Flag::NotPrivate),
        None => limbs.missing(Remedy::CompleteSearch),
    }
    limbs.finding(search.known)
}

/// NMR-52b.
fn cavity(search: &SearchFacts, mut limbs: Limbs) -> Finding {
    if search.searchers.is_empty() {
        limbs.missing(Remedy::CompleteSearch);
    }
    for searcher in &search.searchers {
        match searcher.office {
            SearcherOffice::OtherHealth | SearcherOffice::MedicallyTrained => {}
            SearcherOffice::TreatingHealth => limbs.broken(Flag::TreatingHealth),
            SearcherOffice::Custody => limbs.broken(Flag::NotMedicallyTrained),
        }
    }
    limbs.finding(search.known)
}

/// NMR-53.
fn papers(search: &SearchFacts, mut limbs: Limbs) -> Finding {
    match search.papers {
        Some(CasePapers::NoneThere | CasePapers::Untouched | CasePapers::StoredWithAccess) => {}
        Some(CasePapers::Read) => limbs.broken(Flag::PapersRead),
        Some(CasePapers::Withheld) => limbs.broken(Flag::PapersWithheld),
        None => limbs.missing(Remedy::RecordPapers),
    }
    limbs.finding(search.known)
}

/// BKK-19.
fn by_women(search: &SearchFacts, mut limbs: Limbs) -> Finding {
    same_sex_and_trained(&search.searchers, Some(Sex::Female), &mut limbs);
    limbs.finding(search.known)
}

/// BKK-20.
fn instead_of_scan(search: &SearchFacts, mut limbs: Limbs) -> Finding {
    match search.no_scan {
        Some(NoScan::NoScanner | NoScan::ScannedFirst | NoScan::AskedNot) => {}
        Some(NoScan::NotConsidered) => limbs.broken(Flag::NoScan),
        None => limbs.missing(Remedy::CompleteSearch),
    }
    limbs.finding(search.known)
}
