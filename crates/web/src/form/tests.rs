use super::*;
use crate::{
    sound::assert_sound,
    words::{Language, Words},
};
use expect_test::expect;
use jiff::tz::TimeZone;
use proptest::prelude::*;
use serde_json::{Value, json};

fn words(language: Language) -> Words {
    Words::new(language, TimeZone::get("Europe/Paris").unwrap())
}

fn typed(pairs: &[(&str, &str)]) -> Input {
    Input::new(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
}

/// A whole and right answer, with some answers replaced.
fn answers(changed: &[(&str, &str)]) -> Input {
    let whole = [
        ("csrf", "t"),
        ("person.family_name", " Example "),
        ("person.number", ""),
        ("kind", "own_safety"),
        ("facts", "Seen\r\nat noon"),
        ("other", ""),
        ("from", "2026-11-23T14:00"),
        ("review", "2026-11-26"),
        ("hours", "٢٢"),
        ("place", ""),
        ("decider", "p-1"),
        ("kept", "letters"),
        ("kept", "visits"),
        ("heard", "true"),
        ("tried", "Move\n\n Talk "),
        ("rows:goals", "2"),
        ("goals.0.title", ""),
        ("goals.0.by", ""),
        ("goals.1.title", "Certificate"),
        ("goals.1.by", ""),
        ("goals.1.shared", "true"),
        ("goals.1.with", "Sample workshop"),
        ("sure", "true"),
        ("version", "7"),
    ];
    let kept = whole.iter().filter(|pair| !changed.iter().any(|change| change.0 == pair.0));
    typed(&kept.chain(changed).copied().collect::<Vec<_>>())
}

fn read(input: &Input) -> Result<Value, Vec<FieldError>> {
    FormSpec::SAMPLE.read(input, &words(Language::En))
}

/// What is wrong after some answers are replaced: name and sentence, a line each.
fn mistakes(changed: &[(&str, &str)]) -> String {
    let en = words(Language::En);
    let told =
        |error: &FieldError| format!("{}: {}", error.path, error.sentence(&en).replace(['\u{2068}', '\u{2069}'], ""));
    match read(&answers(changed)) {
        Ok(_) => String::new(),
        Err(errors) => errors.iter().map(told).collect::<Vec<_>>().join("\n"),
    }
}

#[test]
fn a_whole_answer_becomes_the_body_of_the_act() {
    let body = read(&answers(&[])).unwrap();
    let expected = json!({
        "person": {"family_name": "Example"},
        "kind": "own_safety",
        "facts": "Seen\nat noon",
        "from": "2026-11-23T13:00:00.000Z",
        "review": "2026-11-26",
        "hours": 22,
        "decider": "p-1",
        "kept": ["visits", "letters"],
        "heard": true,
        "tried": ["Move", "Talk"],
        "goals": [{"title": "Certificate", "shared": true, "with": "Sample workshop"}],
        "sure": true,
        "version": "7"
    });
    assert_eq!(body, expected);
}

#[test]
fn an_empty_form_names_every_required_question_that_is_asked() {
    let errors = read(&Input::default()).unwrap_err();
    let told: Vec<_> = errors.iter().map(|error| format!("{} {}", error.path, error.key)).collect();
    expect![[r#"
        [
            "person.family_name wrong-missing-text",
            "kind wrong-missing-choice",
            "from wrong-missing-date",
            "hours wrong-missing",
            "decider wrong-missing-choice",
            "heard wrong-missing-choice",
            "goals wrong-few",
            "sure wrong-missing-tick",
        ]
    "#]]
    .assert_debug_eq(&told);
}

#[test]
fn each_kind_of_answer_has_its_own_mistakes() {
    let long = "x".repeat(81);
    let cases: &[&[(&str, &str)]] = &[
        &[("person.family_name", &long)],
        &[("person.family_name", "a\u{0}b")],
        &[("facts", "bell \u{7}")],
        &[("kind", "because")],
        &[("from", "2026-11-23")],
        &[("from", "2026-11-23T14:00Z")],
        &[("from", "2027-03-28T02:30")],
        &[("review", "2026-02-30")],
        &[("review", "23.11.2026")],
        &[("hours", "many")],
        &[("hours", "25")],
        &[("hours", "-1")],
        &[("kept", "visits"), ("kept", "cigars")],
        &[("heard", "maybe")],
        &[("tried", "1\n2\n3\n4\n5\n6\n7")],
        &[("goals.1.title", "")],
        &[("goals.2.title", "a"), ("goals.3.title", "b"), ("goals.4.title", "c"), ("goals.5.title", "d")],
        &[("sure", "yes")],
        &[("decider", "p-1"), ("decider", "p-2")],
    ];
    let told: Vec<String> = cases.iter().map(|case| mistakes(case)).collect();
    expect![[r"
        person.family_name: This is 1 character too long. At most 80.
        person.family_name: This holds a character that cannot be kept. Type it again.
        facts: This holds a character that cannot be kept. Type it again.
        kind: Choose one of the answers shown.
        facts: This is asked only if “Why?” is “For the person’s own safety / For the safety of others”. Clear it here, or choose that answer.
        from: Give a date and a time, such as 2026-11-23 14:00.
        from: Give a date and a time, such as 2026-11-23 14:00.
        from: This hour did not exist: the clocks went forward. Give the time before or after.
        review: Give a date as year, month and day, such as 2026-11-23.
        review: Give a date as year, month and day, such as 2026-11-23.
        hours: Give a whole number in figures.
        hours: Give a number of 24 or less.
        hours: Give a number of 0 or more.
        kept: Choose one of the answers shown.
        heard: Choose one of the answers shown.
        tried: Give at most 6.
        goals.1.title: Write something here.
        goals: Give at most 4.
        sure: Choose one of the answers shown.
        decider: This was answered twice. Give one answer."]].assert_eq(&told.join("\n"));
}

#[test]
fn an_answer_to_a_question_that_was_not_asked_is_not_dropped_in_silence() {
    expect!["other: This is asked only if “Why?” is “Another reason”. Clear it here, or choose that answer."]
        .assert_eq(&mistakes(&[("other", "x")]));
    expect![
        "goals.1.with: This is asked only if “Somebody helps with it” is “Yes”. Clear it here, or choose that answer."
    ]
    .assert_eq(&mistakes(&[("goals.1.shared", "")]));
    expect![[r"
        facts: This is asked only if “Why?” is “For the person’s own safety / For the safety of others”. Clear it here, or choose that answer.
        other: Write something here."]].assert_eq(&mistakes(&[("kind", "other")]));
    expect![[r""]].assert_eq(&mistakes(&[("kind", "order")]));
}

#[test]
fn a_name_that_the_form_does_not_have_refuses_the_whole() {
    for name in [
        "is_admin",
        "person",
        "goals.title",
        "goals.0",
        "goals.0.title.x",
        "goals.9999.title",
        "rows:kind.0.x",
        "add:nothing",
    ] {
        let errors = read(&answers(&[(name, "1")])).unwrap_err();
        assert!(errors.iter().any(|error| error.path.is_empty() && error.key == "wrong-form"), "{name}");
    }
}

#[test]
fn an_hour_that_happened_twice_is_the_first_one() {
    let body = read(&answers(&[("from", "2026-10-25T02:30")])).unwrap();
    assert_eq!(body["from"], "2026-10-25T00:30:00.000Z");
}

fn picks() -> Vec<(&'static str, Vec<(String, String)>)> {
    vec![("decider", vec![("p-1".to_owned(), "R. Placeholder".to_owned()), ("p-2".to_owned(), "M. Sample".to_owned())])]
}

fn shown(input: &Input, errors: &[FieldError], language: Language) -> String {
    let words = words(language);
    let picks = picks();
    let page = FormPage { words: &words, action: "/x", csrf: "token", based_on: "12", once: "k", picks: &picks };
    FormSpec::SAMPLE.show(page, input, errors).to_string()
}

#[test]
fn one_more_group_is_there_when_it_was_asked_for_and_nothing_typed_is_lost() {
    let mut input = answers(&[("other", "kept even so")]);
    assert!(!input.asks_for_more());
    input.put("add:goals", "1");
    assert!(input.asks_for_more());
    let html = shown(&input, &[], Language::En);
    assert!(html.contains("name=\"goals.2.title\"") && !html.contains("name=\"goals.3.title\""));
    assert!(html.contains("name=\"rows:goals\" value=\"3\""));
    for kept in ["value=\" Example \"", "value=\"Certificate\"", "kept even so", "Sample workshop"] {
        assert!(html.contains(kept), "{kept}");
    }
}

#[test]
fn mistakes_are_listed_first_and_stand_at_their_fields() {
    let input = answers(&[("person.family_name", "<script>"), ("hours", "25"), ("other", "x"), ("goals.1.title", "")]);
    let errors = read(&input).unwrap_err();
    let html = shown(&input, &errors, Language::En);
    assert!(html.contains("value=\"&#60;script&#62;\""), "what was typed is escaped");
    for at in ["f-hours", "f-other", "f-goals-1-title"] {
        assert!(html.contains(&format!("href=\"#{at}\"")) && html.contains(&format!("id=\"{at}\"")), "{at}");
        assert!(html.contains(&format!("id=\"{at}-e\"")), "{at}");
    }
    assert!(html.contains("aria-describedby=\"f-hours-e\" aria-invalid=\"true\""));
    assert!(html.contains("then open"), "a wrong answer must be seen although its question is not asked");
}

#[test]
fn the_form_speaks_arabic() {
    let input = answers(&[("hours", "25")]);
    let html = shown(&input, &read(&input).unwrap_err(), Language::Ar);
    for text in ["توجد مشكلة", "اسم العائلة", "أدخل عددًا لا يزيد على", "dir=\"auto\"", "اختياري"]
    {
        assert!(html.contains(text), "{text}");
    }
    assert!(!html.contains('⟦'));
}

#[test]
fn the_sample_has_all_its_words() {
    for language in Language::ALL {
        assert!(FormSpec::SAMPLE.missing_words(&words(language)).is_empty());
    }
}

#[test]
fn the_page_is_sound_empty_filled_and_with_mistakes_in_every_language() {
    for language in Language::ALL {
        let wrong = answers(&[("kind", "because"), ("hours", "25"), ("kept", "cigars"), ("heard", ""), ("sure", "")]);
        let errors = read(&wrong).unwrap_err();
        for html in [
            shown(&Input::default(), &[], language),
            shown(&answers(&[]), &[], language),
            shown(&wrong, &errors, language),
        ] {
            assert_sound(&html);
            // The browser's own complaints would come in its language, not in the reader's.
            assert!(!html.contains(" required"));
        }
    }
}

#[test]
fn every_question_has_a_label() {
    let html = shown(&answers(&[]), &[], Language::En);
    let after = |mark: &str| {
        html.split(mark).skip(1).filter_map(|rest| rest.split('"').next().map(str::to_owned)).collect::<Vec<_>>()
    };
    let labelled = after(" for=\"");
    for control in
        ["<input id=\"", "<textarea id=\"", "<select id=\"", "type=\"radio\" id=\"", "type=\"checkbox\" id=\""]
    {
        for id in after(control) {
            assert!(labelled.contains(&id), "{id} has no label");
        }
    }
}

/// A body as the sample form can give it.
fn body() -> impl Strategy<Value = Value> {
    let word = "[a-zé<&\"'س][a-z <&س]{0,10}[a-zس]";
    let goal = (word, prop::option::of(0..300i64), prop::option::of(word)).prop_map(|(title, by, with)| {
        let mut goal = json!({"title": title, "shared": with.is_some()});
        if let Some(day) = by {
            goal["by"] = json!((jiff::civil::date(2026, 1, 1) + jiff::Span::new().days(day)).to_string());
        }
        if let Some(with) = with {
            goal["with"] = json!(with);
        }
        goal
    });
    let rest = (
        0..4_000_000i64,
        0..=24i64,
        any::<bool>(),
        prop::sample::subsequence(vec!["visits", "calls", "letters"], 0..=3),
    );
    (word, any::<bool>(), word, rest, prop::collection::vec(goal, 1..4), prop::collection::vec(word, 0..6)).prop_map(
        |(name, other, text, (minutes, hours, heard, kept), goals, tried)| {
            let from = jiff::Timestamp::from_second(1_700_000_000 / 60 * 60 + minutes * 60).unwrap();
            let mut body = json!({
                "person": {"family_name": name}, "from": format!("{from:.3}"), "hours": hours, "heard": heard,
                "decider": "p-2", "goals": goals, "sure": true,
            });
            body["kind"] = json!(if other { "other" } else { "order" });
            body[if other { "other" } else { "facts" }] = json!(text);
            if !kept.is_empty() {
                body["kept"] = json!(kept);
            }
            if !tried.is_empty() {
                body["tried"] = json!(tried);
            }
            body
        },
    )
}

proptest! {
    #[test]
    fn what_is_filled_in_from_a_body_reads_as_the_same_body(body in body()) {
        // A zone without summer time: an hour that happened twice is deliberately read as the first.
        let words = Words::new(Language::En, TimeZone::get("Africa/Lagos").unwrap());
        let input = FormSpec::SAMPLE.fill(&body, words.zone());
        prop_assert_eq!(FormSpec::SAMPLE.read(&input, &words).unwrap(), body);
    }

    #[test]
    fn whatever_is_sent_is_read_and_shown_without_panic(
        pairs in prop::collection::vec(("(rows:|add:)?(kind|goals|goals\\.[0-9]{1,4}\\.(title|by|shared|with)|from|hours|kept|heard|tried|sure|other|facts|\\PC{0,5})", "[<>&\"' \\PC]{0,30}|[0-9:T-]{0,16}|true|other"), 0..20)
    ) {
        // The mark of a missing word is looked for in the page: nobody types it here.
        let typed = |text: String| text.replace('⟦', "[");
        let input = Input::new(pairs.into_iter().map(|(name, value)| (typed(name), typed(value))).collect());
        let errors = read(&input).err().unwrap_or_default();
        assert_sound(&shown(&input, &errors, Language::Ar));
    }

    #[test]
    fn any_bytes_are_a_form_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(input) = read_body(&bytes) {
            let _ = read(&input);
        }
    }

    #[test]
    fn what_was_typed_is_in_the_page(text in "[a-z0-9 ]{1,40}") {
        let input = typed(&[("facts", &text)]);
        prop_assert!(shown(&input, &[], Language::En).contains(&text));
    }
}
