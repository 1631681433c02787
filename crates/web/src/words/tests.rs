use super::*;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// Every key of a language with the names of its variables.
fn keys(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut keys = BTreeMap::new();
    for (_, file, text) in FILES.iter().filter(|file| file.0 == language.tag()) {
        let resource =
            fluent_syntax::parser::parse(*text).unwrap_or_else(|(_, mistakes)| panic!("{file}: {mistakes:?}"));
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let mut variables = BTreeSet::new();
            collect(
                message.value.as_ref().unwrap_or_else(|| panic!("{file}: {} is empty", message.id.name)),
                &mut variables,
            );
            let before = keys.insert(message.id.name.to_owned(), variables);
            assert!(before.is_none(), "{}/{file}: {} is there twice", language.tag(), message.id.name);
        }
    }
    keys
}

fn collect(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => collect_inline(inline, variables),
            Expression::Select { selector, variants } => {
                collect_inline(selector, variables);
                for variant in variants {
                    collect(&variant.value, variables);
                }
            }
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => {
            if let Expression::Inline(inline) = expression.as_ref() {
                collect_inline(inline, variables);
            }
        }
        _ => {}
    }
}

#[test]
fn french_and_arabic_have_the_keys_of_english_with_the_same_variables() {
    let english = keys(Language::En);
    for language in [Language::Fr, Language::Ar] {
        let theirs = keys(language);
        let missing: Vec<_> = english.keys().filter(|key| !theirs.contains_key(*key)).collect();
        let left_over: Vec<_> = theirs.keys().filter(|key| !english.contains_key(*key)).collect();
        assert!(
            missing.is_empty() && left_over.is_empty(),
            "{}: missing {missing:?}, left over {left_over:?}",
            language.tag()
        );
        for (key, variables) in &english {
            // A language may say a number by its plural alone ("one day"), so only unknown variables and lost texts count.
            assert_eq!(&theirs[key], variables, "{}: variables of {key}", language.tag());
        }
    }
}

#[test]
fn a_text_is_not_left_in_english() {
    let english = keys(Language::En);
    let [en, ar] = [Language::En, Language::Ar].map(|language| Words::new(language, TimeZone::UTC));
    for key in english.keys() {
        let (ours, theirs) = (en.say(key), ar.say(key));
        let mut own: String = String::new();
        for part in ours.split('\u{2068}') {
            own.push_str(part.split_once('\u{2069}').map_or(part, |(_, after)| after));
        }
        let is_prose =
            own.split(' ').filter(|word| word.chars().filter(char::is_ascii_lowercase).count() > 2).count() > 1;
        assert!(!is_prose || ours != theirs, "{key} is not translated into Arabic");
    }
}

/// Every key written as a literal in sources and templates.
fn literals(folder: &Path, found: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            literals(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs" || e == "html") && !path.ends_with("words/tests.rs") {
            let text = fs::read_to_string(&path).unwrap();
            for call in ["say(\"", "say1(\"", "say_with(\"", "say(\n", "say1(\n", "say_with(\n"] {
                for (_, rest) in text.match_indices(call).map(|(at, _)| text.split_at(at + call.len())) {
                    let rest = rest.trim_start().trim_start_matches('"');
                    if let Some((key, _)) = rest.split_once('"') {
                        found.insert(key.to_owned(), path.display().to_string());
                    }
                }
            }
        }
    }
}

#[test]
fn every_key_named_in_code_and_templates_has_a_text() {
    let english = keys(Language::En);
    let mut found = BTreeMap::new();
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    literals(&here.join("src"), &mut found);
    literals(&here.join("templates"), &mut found);
    let is_key = |key: &str| key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let missing: Vec<_> = found.iter().filter(|(key, _)| is_key(key) && !english.contains_key(*key)).collect();
    assert!(missing.is_empty(), "keys without a text: {missing:#?}");
}

#[test]
fn a_missing_key_is_plain_to_see_and_values_are_isolated() {
    let words = Words::new(Language::Ar, TimeZone::UTC);
    assert_eq!(words.say("no-such-key"), "⟦no-such-key⟧");
    assert!(words.say1("span-days", "count", 3).contains('\u{2068}'));
}

#[test]
fn numbers_in_a_text_choose_the_plural() {
    let english = Words::new(Language::En, TimeZone::UTC);
    let arabic = Words::new(Language::Ar, TimeZone::UTC);
    let bare = |text: Cow<'_, str>| text.replace(['\u{2068}', '\u{2069}'], "");
    assert_eq!([1, 2, 1200].map(|n| bare(english.days(n))), ["1 day", "2 days", "1,200 days"]);
    assert_eq!([1, 2, 3, 11].map(|n| bare(arabic.days(n))), ["يوم واحد", "يومان", "3 أيام", "11 يومًا"]);
}

#[test]
fn french_marks_are_never_alone_at_the_beginning_of_a_line() {
    let french = Words::new(Language::Fr, TimeZone::UTC);
    assert_eq!(french.say("f-sample-asked-kind"), "Pour quelle raison\u{202f}?");
    for key in keys(Language::Fr).keys() {
        let text = french.say(key);
        let bare = text.replace(['\u{2068}', '\u{2069}'], "");
        assert!(![" :", " ;", " ?", " !", "« ", " »"].iter().any(|mark| bare.contains(mark)), "{key}: {bare}");
    }
}
