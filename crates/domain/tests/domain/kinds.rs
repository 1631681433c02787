//! The kind table holds together, and `docs/generated/acts.md` says what it says.

use std::collections::BTreeSet;
use std::path::Path;

use domain::kind::{Head, Kind, KindRow, Nature, Retention, Sealing, Subject, acts_markdown};
use domain::right::{Action, Part};

use crate::case::compare;

fn rows() -> impl Iterator<Item = &'static KindRow> {
    Kind::ALL.iter().map(|kind| kind.row())
}

fn names(which: impl Fn(&KindRow) -> bool) -> Vec<&'static str> {
    rows().filter(|row| which(row)).map(|row| row.name).collect()
}

const NONE: [&str; 0] = [];

#[test]
fn every_name_is_a_topic_and_a_word_and_none_comes_twice() {
    for row in rows() {
        let (topic, word) = row.name.split_once('.').unwrap();
        let plain = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        assert!(plain(topic) && plain(word), "{}", row.name);
    }
    let unique: BTreeSet<_> = rows().map(|row| row.name).collect();
    assert_eq!(unique.len(), Kind::ALL.len());
}

#[test]
fn every_name_says_what_somebody_did() {
    // Past tense that does not end in -ed, and four names that leave the verb to the reader.
    let other = [
        "begun",
        "taken",
        "left",
        "given",
        "held",
        "lost",
        "set",
        "found",
        "withdrawn",
        "written",
        "made",
        "signed_in",
        "signed_out",
        "struck",
        "told",
    ];
    let silent = ["found_in_force", "first_contact", "aftercare_contact"];
    for row in rows() {
        let (_, word) = row.name.split_once('.').unwrap();
        let past = word.ends_with("ed") || other.iter().any(|ending| word.ends_with(ending)) || silent.contains(&word);
        assert!(past, "{}", row.name);
    }
}

#[test]
fn a_kind_reads_back_from_its_own_name() {
    for kind in Kind::ALL.iter().copied() {
        assert_eq!(kind.code(), kind.row().name);
        assert_eq!(kind.row().name.parse(), Ok(kind));
        assert!(kind.row().version >= 1);
    }
    assert!("measure.wished_for".parse::<Kind>().is_err());
}

#[test]
fn what_the_installation_witnesses_is_a_report() {
    assert_eq!(names(|row| row.action == Action::Witness && row.nature != Nature::Report), NONE);
}

#[test]
fn what_dies_with_the_year_leaves_the_head_and_is_kept_as_a_look() {
    assert_eq!(names(|row| row.sealing == Sealing::Year && row.head != Head::Stays), NONE);
    assert_eq!(names(|row| (row.sealing == Sealing::Year) != (row.retention == Retention::Look)), NONE);
    assert_eq!(names(|row| row.sealing == Sealing::Year && row.part != Part::Record), NONE);
}

#[test]
fn only_what_the_installation_witnesses_leaves_the_head() {
    assert_eq!(names(|row| row.head == Head::Stays && row.action != Action::Witness), NONE);
    assert_eq!(names(|row| row.head == Head::Stays && row.nature != Nature::Report), NONE);
}

#[test]
fn an_act_is_kept_as_long_as_the_subject_it_belongs_to() {
    let expected = |row: &KindRow| match (row.subject, row.part) {
        _ if row.sealing == Sealing::Year => Retention::Look,
        (Subject::Case, Part::Assessment) => Retention::Assessment,
        (Subject::Case | Subject::Any, _) => Retention::Case,
        (Subject::Referral, _) => Retention::Referral,
        (Subject::Notes, _) => Retention::Notes,
        (Subject::Organisation | Subject::Service, _) => Retention::Directory,
        (Subject::Account, _) => Retention::Account,
        (Subject::Installation, _) => Retention::Installation,
    };
    assert_eq!(names(|row| row.retention != expected(row)), NONE);
}

#[test]
fn nothing_that_eases_a_restriction_or_is_the_persons_right_can_be_refused() {
    let theirs = [Action::Ease, Action::Answer, Action::Attest, Action::Review];
    assert_eq!(names(|row| theirs.contains(&row.action) && row.nature != Nature::Report), NONE);
    let ends = ["referral.withdrawn", "consent.withdrawn", "referral.declined", "measure.lifted"];
    for name in ends {
        assert_eq!(name.parse::<Kind>().unwrap().row().nature, Nature::Report, "{name}");
    }
}

#[test]
fn a_decision_that_exists_in_the_world_without_us_has_a_report_beside_it() {
    assert_eq!(Kind::MeasureImposed.row().nature, Nature::Decision);
    assert_eq!(Kind::MeasureFoundInForce.row().nature, Nature::Report);
}

#[test]
fn whoever_sees_a_referral_stream_sees_only_parts_meant_for_the_receiver() {
    let meant = [Part::Offer, Part::Package, Part::Attendance];
    assert_eq!(names(|row| row.subject == Subject::Referral && !meant.contains(&row.part)), NONE);
    assert_eq!(names(|row| row.subject != Subject::Referral && meant.contains(&row.part)), NONE);
}

#[test]
fn the_document_of_acts_is_the_table() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/generated/acts.md");
    compare(&file, &acts_markdown());
}
