//! Every member of every closed list has words in three languages, and no words stand there for a member that is gone.

use std::path::Path;

use crate::words::{Language, Words, dashed};
use domain::{
    account, admission, assessment, command, consent, contact, custody, directory, emergency, facts, file, health,
    information, inspection, kind, lodging, look, measure, measure_terms, organisation, plan, post, post_facts,
    reception, referral, referral_facts, regime, registry, release, restraint, right, search, token, under_measure,
    weighing,
};
use jiff::tz::TimeZone;

/// The lists of the domain, by name, with their codes. The kinds of act have sentences of their own.
const LISTS: &[(&str, &[&str])] = &[
    (account::Credential::LIST, account::Credential::CODES),
    (account::SignInRefusal::LIST, account::SignInRefusal::CODES),
    (account::TokenScope::LIST, account::TokenScope::CODES),
    (token::TokenState::LIST, token::TokenState::CODES),
    (assessment::ImmediateNeed::LIST, assessment::ImmediateNeed::CODES),
    (assessment::Looked::LIST, assessment::Looked::CODES),
    (assessment::NeedArea::LIST, assessment::NeedArea::CODES),
    (consent::ConsentBy::LIST, consent::ConsentBy::CODES),
    (consent::SharedPart::LIST, consent::SharedPart::CODES),
    (custody::Circumstance::LIST, custody::Circumstance::CODES),
    (custody::ClosingReason::LIST, custody::ClosingReason::CODES),
    (custody::Sex::LIST, custody::Sex::CODES),
    (custody::Status::LIST, custody::Status::CODES),
    (emergency::EmergencyFinding::LIST, emergency::EmergencyFinding::CODES),
    (emergency::EmergencyReason::LIST, emergency::EmergencyReason::CODES),
    (facts::Step::LIST, facts::Step::CODES),
    (file::CorrectionReason::LIST, file::CorrectionReason::CODES),
    (file::ErasureBasis::LIST, file::ErasureBasis::CODES),
    (file::Tie::LIST, file::Tie::CODES),
    (directory::Assurance::LIST, directory::Assurance::CODES),
    (directory::FeedState::LIST, directory::FeedState::CODES),
    (directory::ServiceMode::LIST, directory::ServiceMode::CODES),
    (app::bringing::Becomes::LIST, app::bringing::Becomes::CODES),
    (app::consult::EntryWhy::LIST, app::consult::EntryWhy::CODES),
    (kind::Head::LIST, kind::Head::CODES),
    (kind::Nature::LIST, kind::Nature::CODES),
    (kind::Retention::LIST, kind::Retention::CODES),
    (kind::Sealing::LIST, kind::Sealing::CODES),
    (kind::Subject::LIST, kind::Subject::CODES),
    (look::ListName::LIST, look::ListName::CODES),
    (look::Outcome::LIST, look::Outcome::CODES),
    (look::Purpose::LIST, look::Purpose::CODES),
    (look::RefusalReason::LIST, look::RefusalReason::CODES),
    (measure::ContactKind::LIST, measure::ContactKind::CODES),
    (measure::MeasureKind::LIST, measure::MeasureKind::CODES),
    (measure::MeasurePurpose::LIST, measure::MeasurePurpose::CODES),
    (measure::MeasureReview::LIST, measure::MeasureReview::CODES),
    (measure_terms::MeasureGround::LIST, measure_terms::MeasureGround::CODES),
    (measure_terms::Authority::LIST, measure_terms::Authority::CODES),
    (measure_terms::EndSaid::LIST, measure_terms::EndSaid::CODES),
    (measure_terms::MeasureEffect::LIST, measure_terms::MeasureEffect::CODES),
    (measure_terms::Untouchable::LIST, measure_terms::Untouchable::CODES),
    (under_measure::CellLight::LIST, under_measure::CellLight::CODES),
    (under_measure::MeasureOffer::LIST, under_measure::MeasureOffer::CODES),
    (under_measure::Relief::LIST, under_measure::Relief::CODES),
    (under_measure::ChangeAdvice::LIST, under_measure::ChangeAdvice::CODES),
    (under_measure::MeasureAnswer::LIST, under_measure::MeasureAnswer::CODES),
    (measure::YesNo::LIST, measure::YesNo::CODES),
    (command::CommandLine::LIST, command::CommandLine::CODES),
    (post::CoverKind::LIST, post::CoverKind::CODES),
    (post_facts::CoverState::LIST, post_facts::CoverState::CODES),
    (app::second::Signature::LIST, app::second::Signature::CODES),
    (organisation::Aim::LIST, organisation::Aim::CODES),
    (organisation::OrgKind::LIST, organisation::OrgKind::CODES),
    (plan::NoAnswer::LIST, plan::NoAnswer::CODES),
    (plan::ReviewOutcome::LIST, plan::ReviewOutcome::CODES),
    (plan::StepState::LIST, plan::StepState::CODES),
    (referral::AskedBy::LIST, referral::AskedBy::CODES),
    (referral::Attendance::LIST, referral::Attendance::CODES),
    (referral::Danger::LIST, referral::Danger::CODES),
    (referral::DeclineReason::LIST, referral::DeclineReason::CODES),
    (referral::HoldReason::LIST, referral::HoldReason::CODES),
    (referral::Reached::LIST, referral::Reached::CODES),
    (referral::WithdrawReason::LIST, referral::WithdrawReason::CODES),
    (referral_facts::ReferralEnd::LIST, referral_facts::ReferralEnd::CODES),
    (referral_facts::ReferralState::LIST, referral_facts::ReferralState::CODES),
    (registry::AccountState::LIST, registry::AccountState::CODES),
    (registry::MandateState::LIST, registry::MandateState::CODES),
    (release::ContactManner::LIST, release::ContactManner::CODES),
    (release::ReleaseItem::LIST, release::ReleaseItem::CODES),
    (release::ReturnReason::LIST, release::ReturnReason::CODES),
    (restraint::Instrument::LIST, restraint::Instrument::CODES),
    (restraint::RestraintGround::LIST, restraint::RestraintGround::CODES),
    (restraint::OtherMethod::LIST, restraint::OtherMethod::CODES),
    (restraint::OrderedBy::LIST, restraint::OrderedBy::CODES),
    (restraint::Training::LIST, restraint::Training::CODES),
    (restraint::Presence::LIST, restraint::Presence::CODES),
    (restraint::ToldWhom::LIST, restraint::ToldWhom::CODES),
    (restraint::Before::LIST, restraint::Before::CODES),
    (restraint::ForceGround::LIST, restraint::ForceGround::CODES),
    (regime::Weather::LIST, regime::Weather::CODES),
    (regime::DayWork::LIST, regime::DayWork::CODES),
    (regime::WorkOutcome::LIST, regime::WorkOutcome::CODES),
    (regime::WorkFor::LIST, regime::WorkFor::CODES),
    (regime::WorkTerms::LIST, regime::WorkTerms::CODES),
    (regime::WorkTowards::LIST, regime::WorkTowards::CODES),
    (regime::WorkReason::LIST, regime::WorkReason::CODES),
    (contact::ContactWith::LIST, contact::ContactWith::CODES),
    (contact::ContactMeans::LIST, contact::ContactMeans::CODES),
    (contact::ContactOutcome::LIST, contact::ContactOutcome::CODES),
    (contact::NotGivenReason::LIST, contact::NotGivenReason::CODES),
    (contact::Hearing::LIST, contact::Hearing::CODES),
    (contact::LegalInterpreter::LIST, contact::LegalInterpreter::CODES),
    (information::InformationTopic::LIST, information::InformationTopic::CODES),
    (information::InformationForm::LIST, information::InformationForm::CODES),
    (information::Understood::LIST, information::Understood::CODES),
    (information::FamilyEvent::LIST, information::FamilyEvent::CODES),
    (information::FamilyTold::LIST, information::FamilyTold::CODES),
    (lodging::Room::LIST, lodging::Room::CODES),
    (lodging::Mixed::LIST, lodging::Mixed::CODES),
    (lodging::MixedAge::LIST, lodging::MixedAge::CODES),
    (search::SearchKind::LIST, search::SearchKind::CODES),
    (search::SearchReason::LIST, search::SearchReason::CODES),
    (search::SearchResult::LIST, search::SearchResult::CODES),
    (search::SearcherOffice::LIST, search::SearcherOffice::CODES),
    (search::NoScan::LIST, search::NoScan::CODES),
    (search::CasePapers::LIST, search::CasePapers::CODES),
    (app::credential::Device::LIST, app::credential::Device::CODES),
    (app::credential::Program::LIST, app::credential::Program::CODES),
    (right::Action::LIST, right::Action::CODES),
    (right::Capacity::LIST, right::Capacity::CODES),
    (right::Ground::LIST, right::Ground::CODES),
    (right::Part::LIST, right::Part::CODES),
    (right::Strength::LIST, right::Strength::CODES),
    (reception::AdmissionGroup::LIST, reception::AdmissionGroup::CODES),
    (reception::GroupState::LIST, reception::GroupState::CODES),
    (reception::CareArranged::LIST, reception::CareArranged::CODES),
    (reception::ClassPurpose::LIST, reception::ClassPurpose::CODES),
    (reception::Regime::LIST, reception::Regime::CODES),
    (reception::PlacementReason::LIST, reception::PlacementReason::CODES),
    (health::ScreeningArea::LIST, health::ScreeningArea::CODES),
    (health::Attestation::LIST, health::Attestation::CODES),
    (health::Urgency::LIST, health::Urgency::CODES),
    (health::Reach::LIST, health::Reach::CODES),
    (health::AdviceWeight::LIST, health::AdviceWeight::CODES),
    (health::AdviceAnswer::LIST, health::AdviceAnswer::CODES),
    (weighing::AssessmentAspect::LIST, weighing::AssessmentAspect::CODES),
    (weighing::PlanAspect::LIST, weighing::PlanAspect::CODES),
    (weighing::Considered::LIST, weighing::Considered::CODES),
    (weighing::AccommodationNeed::LIST, weighing::AccommodationNeed::CODES),
    (inspection::InspectionItem::LIST, inspection::InspectionItem::CODES),
    (inspection::InspectionAnswer::LIST, inspection::InspectionAnswer::CODES),
    (weighing::AccommodationAnswer::LIST, weighing::AccommodationAnswer::CODES),
];

/// The keys of a file of words, in its order.
fn keys(file: &str) -> impl Iterator<Item = &str> {
    file.lines().filter(|line| !line.starts_with(['#', ' '])).filter_map(|line| Some(line.split_once(" = ")?.0))
}

/// What is said in each language on its own, file by file: not even English may help out.
fn own(language: Language) -> Vec<String> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales").join(language.tag());
    let mut files: Vec<_> = std::fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect()
}

#[test]
fn every_code_has_words_in_every_language() {
    let wanted: Vec<String> = LISTS
        .iter()
        .flat_map(|(list, codes)| codes.iter().map(|code| format!("code-{}-{}", dashed(list), dashed(code))))
        .chain(admission::NotPossible::CODES.iter().map(|code| format!("not-possible-{}", dashed(code))))
        .chain(kind::Kind::CODES.iter().map(|code| format!("kind-{}", dashed(code))))
        .collect();
    for language in Language::ALL {
        let files = own(language);
        let there: Vec<&str> = files.iter().flat_map(|file| keys(file)).collect();
        let missing: Vec<_> = wanted.iter().filter(|key| !there.contains(&key.as_str())).collect();
        assert!(missing.is_empty(), "{}: {missing:#?}", language.tag());
    }
    // Words of rules and their answers belong to the safeguards, some to a page alone; everything else to a list.
    let others = [
        "severity",
        "text-word",
        "instrument",
        "flag",
        "remedy",
        "advisory-kind",
        "offer-answer",
        "sample",
        "wing-exception",
    ];
    let files = own(Language::En);
    let left_over: Vec<&str> = files
        .iter()
        .flat_map(|file| keys(file))
        .filter(|key| ["code-", "not-possible-", "kind-"].iter().any(|begin| key.starts_with(begin)))
        .filter(|key| !others.iter().any(|list| key.starts_with(&format!("code-{list}-"))))
        .filter(|key| !wanted.iter().any(|wanted| wanted == key))
        .collect();
    assert!(left_over.is_empty(), "{left_over:#?}");
}

#[test]
fn two_answers_to_one_question_never_read_the_same() {
    for language in Language::ALL {
        let words = Words::new(language, TimeZone::UTC);
        for (list, codes) in LISTS {
            let mut labels: Vec<_> = codes.iter().map(|code| words.code(list, code)).collect();
            labels.sort();
            labels.dedup();
            assert_eq!(labels.len(), codes.len(), "{} {list}", language.tag());
        }
    }
}

#[test]
fn every_rule_says_what_it_asks_what_its_answer_means_and_what_remedies_it() {
    for language in Language::ALL {
        let words = Words::new(language, TimeZone::UTC);
        for rule in safeguards::RULES.iter().map(|rule| rule.key) {
            for part in ["", "-cite", "-title", "-met", "-breach", "-undetermined", "-remedy"] {
                assert!(words.knows(&format!("{rule}{part}")), "{rule}{part}");
            }
        }
    }
}

#[test]
fn nobody_is_cheered_blamed_or_labelled() {
    let unwanted = [
        (
            Language::En,
            &["!", "terroris", "extremis", "radicali", "offender", "inmate", "convict,", "failed", "dangerous"][..],
        ),
        (Language::Fr, &["!", "terroris", "extrémis", "radicalis", "délinquant", "dangereu", "échoué"][..]),
        (Language::Ar, &["!", "إرهاب", "متطرف", "تطرّف", "مجرم", "خطير", "فشل"][..]),
    ];
    for (language, unwanted) in unwanted {
        for file in own(language) {
            let lines = file.lines().filter(|line| !line.starts_with('#'));
            let text: String = lines.collect::<Vec<_>>().join("\n").to_lowercase();
            for word in unwanted {
                assert!(!text.contains(word), "{}: {word}", language.tag());
            }
        }
    }
}
