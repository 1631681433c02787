use super::composed_tests::answer as beginning;
use super::{ActForm, CONCERNS, Source, Timing, account::CAPACITIES, all, of, told};
use crate::{
    form::{Field, FormPage, Input, Kind as FieldKind, MAX_BYTES},
    words::{Language, Words},
};
use domain::{Action, Capacity, Kind, Moment, admission::NotPossible, kind::Nature, organisation::OrgKind};
use jiff::tz::TimeZone;
use serde_json::Value;
use std::{collections::BTreeSet, fs, path::Path};

pub(super) fn words(language: Language) -> Words {
    Words::new(language, TimeZone::get("Africa/Tunis").unwrap())
}

/// The newest version of a body in which nothing stands that the program writes by itself.
fn version(kind: Kind) -> u16 {
    if kind.resolved().is_empty() { kind.row().version } else { 1 }
}

/// The sample body of a kind, as the corpus of the domain has it.
pub(super) fn sample(kind: Kind) -> Value {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../domain/tests/corpus");
    let file = folder.join(format!("{}.{}.json", kind.row().name, version(kind)));
    serde_json::from_str(&fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display())))
        .unwrap()
}

/// A whole answer to a form, as somebody would have typed it.
fn answer(form: &ActForm) -> Input {
    let body = if form.kind == Kind::ReferralBegun { beginning() } else { sample(form.kind) };
    form.fill(&body, None, words(Language::En).zone())
}

/// Every field with its name in a form where each repeated group is there once.
fn named(fields: &'static [Field], group: &str, found: &mut Vec<(String, &'static Field)>) {
    for field in fields {
        let name = format!("{group}{}", field.path);
        if let FieldKind::Repeat { fields, .. } = field.kind {
            named(fields, &format!("{name}.0."), found);
        }
        found.push((name, field));
    }
}

fn fields(form: &ActForm) -> Vec<(String, &'static Field)> {
    let mut found = Vec::new();
    for section in form.spec.sections {
        named(section.fields, "", &mut found);
    }
    found
}

fn without(input: &Input, name: &str) -> Input {
    let below = format!("{name}.");
    let kept = input.pairs().iter().filter(|(sent, _)| sent != name && !sent.starts_with(&below));
    Input::new(kept.cloned().collect())
}

#[test]
fn every_act_that_people_perform_has_a_form() {
    for kind in Kind::ALL.iter().copied() {
        let by_people = kind.row().action != Action::Witness;
        let composed = all().filter(|form| form.composes.contains(&kind)).count();
        let own = all().filter(|form| form.kind == kind).count();
        assert!(own <= 1, "{kind} has two forms");
        // A correction is made with the form of the report that corrects; what is sealed before it is an act has pages of its
        // own.
        let sealed = matches!(kind.row().part, domain::Part::Notes | domain::Part::Vault);
        assert_eq!(by_people && kind != Kind::FileCorrected && !sealed, own + composed > 0, "{kind}");
        assert_eq!(of(kind).is_some(), own == 1);
    }
    let composed_only: Vec<&str> = Kind::ALL
        .iter()
        .filter(|kind| kind.row().action != Action::Witness && of(**kind).is_none())
        .map(|kind| kind.code())
        .collect();
    // It is made by the form of `referral.begun`, and never alone: an offer without its case would be nobody's.
    let sealed = ["note.written", "vault.made", "vault.shared", "vault.unshared"];
    assert_eq!(composed_only, [&["file.corrected", "referral.offered"][..], &sealed].concat());
}

#[test]
fn a_body_that_is_filled_in_is_read_as_the_same_act() {
    let words = words(Language::Ar);
    for form in all().filter(|form| form.composes.is_empty() || form.kind == Kind::MeasurePlaceLost) {
        let body = sample(form.kind);
        let input = form.fill(&body, None, words.zone());
        let (read, concerns) = form.parse(&input, &words).unwrap_or_else(|wrong| panic!("{}: {wrong:?}", form.kind));
        assert_eq!(read, body, "{}", form.kind);
        assert_eq!(concerns, None);
        let act = form.kind.decode(version(form.kind), read.to_string().as_bytes()).unwrap();
        assert_eq!(act.to_value().unwrap(), body, "{}", form.kind);
    }
}

#[test]
fn the_time_that_an_act_concerns_stands_outside_its_body() {
    let words = words(Language::En);
    let moment: Moment = "2026-11-20T07:30:00.000Z".parse().unwrap();
    for form in all() {
        let body = form.parse(&answer(form), &words).unwrap().0;
        let mut input = form.fill(&body, Some(moment), words.zone());
        if form.timing() == Timing::Now {
            assert_eq!(input.get(CONCERNS), None);
            input.put(CONCERNS, "2026-11-20T08:30");
            assert!(form.parse(&input, &words).is_err(), "{}: nothing may be said of the time", form.kind);
        } else {
            assert_eq!(input.get(CONCERNS), Some("2026-11-20T08:30"));
            assert_eq!(form.parse(&input, &words).unwrap(), (body, Some(moment)), "{}", form.kind);
        }
    }
}

#[test]
fn a_decision_takes_effect_when_it_is_recorded_except_a_measure() {
    for form in all() {
        let decision = form.kind.row().nature == Nature::Decision;
        assert_eq!(form.timing() == Timing::From, form.kind == Kind::MeasureImposed, "{}", form.kind);
        assert!(!decision || form.timing() != Timing::Happened, "{}", form.kind);
    }
}

#[test]
fn a_required_answer_left_empty_is_named_at_its_field() {
    let words = words(Language::Fr);
    for form in all() {
        let whole = answer(form);
        for (name, field) in fields(form).into_iter().filter(|(_, field)| field.required) {
            let errors = form.parse(&without(&whole, &name), &words).expect_err(&format!("{} {name}", form.kind));
            let at = if matches!(field.kind, FieldKind::Hidden { .. }) { "" } else { name.as_str() };
            assert!(errors.iter().any(|error| error.path == at), "{} {name}: {errors:?}", form.kind);
        }
        for (name, field) in fields(form) {
            if let FieldKind::Repeat { min: 1.., .. } = field.kind {
                let errors = form.parse(&without(&whole, &name), &words).unwrap_err();
                assert!(errors.iter().any(|error| error.path == name), "{} {name}", form.kind);
            }
        }
    }
}

#[test]
fn a_text_over_its_limit_is_named_at_its_field_and_one_at_its_limit_is_taken() {
    let words = words(Language::En);
    for form in all() {
        let whole = answer(form);
        for (name, field) in fields(form) {
            let (FieldKind::Text { max } | FieldKind::LongText { max }) = field.kind else { continue };
            if whole.get(&name).is_none() {
                continue;
            }
            let with = |text: String| {
                let mut input = without(&whole, &name);
                input.put(name.as_str(), text);
                form.parse(&input, &words)
            };
            let errors = with("س".repeat(max + 1)).unwrap_err();
            let told: Vec<_> = errors.iter().map(|error| (error.path.as_str(), error.key.as_ref())).collect();
            assert_eq!(told, [(name.as_str(), "wrong-long")], "{}", form.kind);
            assert!(with("س".repeat(max)).is_ok(), "{} {name}", form.kind);
        }
    }
}

/// Bytes of the longest answer, when each letter takes six, as Arabic ones do, and no more groups can be added.
fn longest(fields: &[Field]) -> usize {
    let one = |field: &Field| match field.kind {
        FieldKind::Text { max } | FieldKind::LongText { max } => 6 * max,
        FieldKind::Lines { most, max } => most * 6 * max,
        FieldKind::Repeat { max, fields, .. } => max * longest(fields),
        _ => 60,
    };
    fields.iter().map(|field| one(field) + field.path.len() + 12).sum()
}

#[test]
fn the_longest_answer_in_arabic_fits_into_a_request() {
    for form in all() {
        let bytes: usize = form.spec.sections.iter().map(|section| longest(section.fields)).sum();
        assert!(bytes < MAX_BYTES, "{}: {bytes}", form.kind);
    }
}

#[test]
fn an_id_that_is_none_is_named_at_its_pick() {
    let words = words(Language::En);
    let mut input = without(&answer(of(Kind::CustodyTransferred).unwrap()), "to");
    input.put("to", "somewhere");
    let errors = of(Kind::CustodyTransferred).unwrap().parse(&input, &words).unwrap_err();
    assert_eq!((errors[0].path.as_str(), errors[0].key.as_ref()), ("to", "wrong-choice"));
    let approve = of(Kind::PlanApproved).unwrap();
    let errors = approve.parse(&approve.opened(&[("plan", "7")]), &words).unwrap_err();
    assert_eq!((errors[0].path.as_str(), errors[0].key.as_ref()), ("", "wrong-opened"));
}

#[test]
fn what_is_not_possible_is_said_at_the_question_it_is_about() {
    let words = words(Language::En);
    let at = |kind: Kind, why: NotPossible| of(kind).unwrap().not_possible(why).path;
    assert_eq!(at(Kind::MeasureImposed, NotPossible::NoIndividualFact), "facts");
    assert_eq!(at(Kind::MeasureImposed, NotPossible::EndBeforeBeginning), "planned_end");
    assert_eq!(at(Kind::MeasureExtended, NotPossible::EndBeforeBeginning), "until");
    assert_eq!(at(Kind::CustodyReleased, NotPossible::InFuture), "concerns");
    assert_eq!(
        at(Kind::CustodyAdmitted, NotPossible::NotOpen),
        "",
        "the prison is not asked for, it comes with the page"
    );
    assert_eq!(at(Kind::PlanApproved, NotPossible::OwnPlan), "");
    for why in NotPossible::ALL.iter().copied() {
        for form in all() {
            let error = form.not_possible(why);
            assert!(error.path.is_empty() || form.spec.field(&error.path).is_some());
            assert!(!error.sentence(&words).contains('⟦'));
        }
    }
}

#[test]
fn dates_in_the_wrong_order_are_named_at_the_second() {
    let words = words(Language::En);
    let form = of(Kind::CustodyAdmitted).unwrap();
    let mut input = without(&answer(form), "person.born.latest");
    input.put("person.born.latest", "1989-12-31");
    let errors = form.parse(&input, &words).unwrap_err();
    assert_eq!(errors[0].path, "person.born.latest");
    assert!(errors[0].sentence(&words).contains("Born on or after"));
}

#[test]
fn a_release_section_is_left_out_as_a_whole_or_answered_as_a_whole() {
    let words = words(Language::En);
    let form = of(Kind::PlanProposed).unwrap();
    let whole = answer(form);
    let empty = without(&whole, "release");
    assert!(form.parse(&empty, &words).unwrap().0.get("release").is_none());
    let mut begun = empty.clone();
    begun.put("release.ties", "Example aunt");
    let errors = form.parse(&begun, &words).unwrap_err();
    let at: Vec<&str> = errors.iter().map(|error| error.path.as_str()).collect();
    assert_eq!(at, ["release.home", "release.living", "release.agency"]);
}

#[test]
fn the_first_hours_are_asked_one_by_one_and_at_least_one_is_answered() {
    let words = words(Language::En);
    let form = of(Kind::NeedsTaken).unwrap();
    let errors = form.parse(&form.opened(&[("language", "Example")]), &words).unwrap_err();
    assert_eq!(errors[0].path, "answers.safety.looked");
    let errors =
        form.parse(&form.opened(&[("answers.lawyer.note", "x"), ("language", "Example")]), &words).unwrap_err();
    assert_eq!(errors[0].path, "answers.lawyer.looked");
}

#[test]
fn a_measure_is_asked_in_five_questions_each_with_its_rule() {
    let cites: Vec<(&str, &str)> = of(Kind::MeasureImposed)
        .unwrap()
        .spec
        .sections
        .iter()
        .filter_map(|section| Some((section.cite?.key, section.fields.first()?.path)))
        .collect();
    let expected = [
        ("mandela-43-44", "measure"),
        ("mandela-45-1", "grounds"),
        ("mandela-36", "necessary"),
        ("mandela-37", "legal_basis"),
        ("mandela-2", "same_for_anyone"),
        ("mandela-45-2", "fits_person"),
        ("review-clock", "review_by"),
        ("mandela-38", "effects"),
    ];
    assert_eq!(cites, expected);
}

#[test]
fn every_pick_has_a_source_and_every_source_a_pick() {
    for form in all() {
        let asked: BTreeSet<String> = fields(form)
            .into_iter()
            .filter(|(_, field)| matches!(field.kind, FieldKind::Pick))
            // Numbers of groups are left out: every group has the same options.
            .map(|(name, _)| name.replace(".0.", "."))
            .collect();
        let given: BTreeSet<String> = form.picks.iter().map(|pick| pick.0.to_owned()).collect();
        assert_eq!(asked, given, "{}", form.kind);
        assert!(form.fixed().all(|path| form.spec.field(path).is_some_and(|field| field.required)), "{}", form.kind);
    }
}

#[test]
fn an_account_is_proposed_in_a_capacity_of_some_organisation() {
    let of_some: Vec<&str> = Capacity::ALL
        .iter()
        .filter(|capacity| OrgKind::ALL.iter().any(|kind| kind.capacities().contains(capacity)))
        .map(|capacity| capacity.code())
        .collect();
    assert_eq!(CAPACITIES, of_some);
}

#[test]
fn every_form_has_all_its_words_and_a_title() {
    for language in Language::ALL {
        let words = words(language);
        for form in all() {
            let missing = form.spec.missing_words(&words);
            assert!(missing.is_empty(), "{} {}: {missing:#?}", language.tag(), form.kind);
            assert!(words.knows(&form.title()), "{}", form.title());
        }
        for kind in Kind::ALL.iter().copied() {
            assert!(words.knows(&told(kind)), "{}", told(kind));
        }
    }
}

fn options(source: Source) -> Vec<(String, String)> {
    let id = "00000000-0000-4000-8000-000000000101".to_owned();
    vec![(if source == Source::Goal { "1".to_owned() } else { id }, "Example".to_owned())]
}

fn after(html: &str, mark: &str) -> Vec<String> {
    html.split(mark).skip(1).filter_map(|rest| rest.split('"').next().map(str::to_owned)).collect()
}

#[test]
fn every_form_is_drawn_in_three_languages_with_labels_and_ids() {
    for (language, form) in Language::ALL.into_iter().flat_map(|language| all().map(move |form| (language, form))) {
        let words = words(language);
        let picks: Vec<_> = form.picks.iter().map(|(path, source)| (*path, options(*source))).collect();
        let page = FormPage { words: &words, action: "/x", csrf: "t", based_on: "1", once: "o", picks: &picks };
        let errors = form.parse(&Input::default(), &words).err().unwrap_or_default();
        for (input, errors) in [(answer(form), &[][..]), (Input::default(), &errors[..])] {
            let html = form.spec.show(page, &input, errors).to_string();
            assert!(!html.contains('⟦'), "{} {}: {html}", language.tag(), form.kind);
            let mut ids = after(&html, " id=\"");
            for label in after(&html, " for=\"") {
                assert!(ids.contains(&label), "{} {label}", form.kind);
            }
            ids.sort();
            let before = ids.len();
            ids.dedup();
            assert_eq!(ids.len(), before, "{}: an id is there twice", form.kind);
            let texts = html.matches("type=\"text\"").count() - html.matches("inputmode=").count()
                + html.matches("<textarea").count();
            assert_eq!(html.matches("dir=\"auto\"").count(), texts, "{}", form.kind);
        }
    }
}

#[test]
fn forms_are_as_big_as_they_were() {
    let count =
        |wanted: fn(&FieldKind) -> bool| all().flat_map(fields).filter(|(_, field)| wanted(&field.kind)).count();
    let counted = format!(
        "{} forms, {} questions, {} groups, {} picks, {} carried",
        all().count(),
        count(|_| true),
        count(|kind| matches!(kind, FieldKind::Repeat { .. })),
        count(|kind| matches!(kind, FieldKind::Pick)),
        count(|kind| matches!(kind, FieldKind::Hidden { .. })),
    );
    expect_test::expect!["157 forms, 626 questions, 12 groups, 31 picks, 57 carried"].assert_eq(&counted);
}
