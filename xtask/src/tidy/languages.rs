//! The words of the interface: what English can say, French and Arabic can say.
//!
//! It compares keys, not meaning: whether a translation is right is for a reader of the language.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::Entry;

use super::Offence;
use crate::tree::{Source, Tree};

/// The language in which a word is first written.
const FIRST: &str = "en";

/// Keys that are named before the rest is counted.
const SHOWN: usize = 8;

pub(super) fn check(tree: &Tree) -> Vec<Offence> {
    let files: Vec<&Source> = tree.ending(".ftl").filter(|file| file.path.starts_with("locales/")).collect();
    judge(&files)
}

fn judge(files: &[&Source]) -> Vec<Offence> {
    let mut offences = Vec::new();
    // By language, then by file: the keys.
    let mut words: BTreeMap<&str, BTreeMap<&str, BTreeSet<String>>> = BTreeMap::new();
    for file in files {
        let mut parts = file.path.splitn(3, '/').skip(1);
        let (Some(language), Some(name)) = (parts.next(), parts.next()) else { continue };
        match keys(&file.text) {
            Ok(keys) => {
                words.entry(language).or_default().insert(name, keys);
            }
            Err(says) => offences.push(Offence::fails(&file.path, says)),
        }
    }
    let Some(first) = words.get(FIRST) else {
        offences.push(Offence::fails("locales", format!("has no words in {FIRST}")));
        return offences;
    };
    for (language, theirs) in &words {
        for name in first.keys().chain(theirs.keys()).collect::<BTreeSet<_>>() {
            let none = BTreeSet::new();
            let (ours, theirs) = (first.get(name).unwrap_or(&none), theirs.get(name).unwrap_or(&none));
            let place = format!("locales/{language}/{name}");
            if let Some(missing) = listed(ours.difference(theirs)) {
                offences.push(Offence::fails(&place, format!("cannot say {missing}")));
            }
            if let Some(more) = listed(theirs.difference(ours)) {
                offences.push(Offence::fails(&place, format!("says {more}, which {FIRST} does not")));
            }
        }
    }
    offences
}

/// The first few of some keys, and how many more there are.
fn listed<'a>(keys: impl Iterator<Item = &'a String>) -> Option<String> {
    let keys: Vec<String> = keys.map(|key| format!("`{key}`")).collect();
    match keys.split_at_checked(SHOWN) {
        None | Some((_, [])) if keys.is_empty() => None,
        None | Some((_, [])) => Some(keys.join(", ")),
        Some((first, others)) => Some(format!("{} and {} more", first.join(", "), others.len())),
    }
}

/// Messages, terms and their attributes; an error for text that is none of them.
fn keys(text: &str) -> Result<BTreeSet<String>, String> {
    let resource = fluent_syntax::parser::parse(text).map_err(|(_, errors)| {
        let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
        format!("is not Fluent: {}", errors.join("; "))
    })?;
    let mut keys = BTreeSet::new();
    let mut add = |key: String| {
        if keys.insert(key.clone()) { Ok(()) } else { Err(format!("says `{key}` twice")) }
    };
    for entry in &resource.body {
        let (key, attributes) = match entry {
            Entry::Message(message) => (message.id.name.to_owned(), &message.attributes),
            Entry::Term(term) => (format!("-{}", term.id.name), &term.attributes),
            Entry::Junk { content } => return Err(format!("holds what is not Fluent: {}", content.trim())),
            _ => continue,
        };
        for attribute in attributes {
            add(format!("{key}.{}", attribute.id.name))?;
        }
        add(key)?;
    }
    Ok(keys)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(files: &[(&str, &str)]) -> Vec<String> {
        let files: Vec<Source> =
            files.iter().map(|(path, text)| Source { path: (*path).to_owned(), text: (*text).to_owned() }).collect();
        judge(&files.iter().collect::<Vec<_>>()).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_word_missing_in_one_language_is_found() {
        let offences = said(&[("locales/en/a.ftl", "one = One\ntwo = Two\n"), ("locales/ar/a.ftl", "one = واحد\n")]);
        assert_eq!(offences, ["fails  locales/ar/a.ftl: cannot say `two`"]);
    }

    #[test]
    fn a_word_that_only_a_translation_has_is_found() {
        let offences = said(&[("locales/en/a.ftl", "one = One\n"), ("locales/fr/a.ftl", "one = Un\nun = Un\n")]);
        assert_eq!(offences, ["fails  locales/fr/a.ftl: says `un`, which en does not"]);
    }

    #[test]
    fn a_file_missing_in_one_language_lacks_all_its_words() {
        let offences = said(&[("locales/en/a.ftl", "one = One\n"), ("locales/fr/b.ftl", "\n")]);
        assert_eq!(offences, ["fails  locales/fr/a.ftl: cannot say `one`"]);
    }

    #[test]
    fn many_missing_words_are_one_sentence() {
        let words: Vec<String> = (10..22).map(|number| format!("w{number} = W\n")).collect();
        let offences =
            said(&[("locales/en/a.ftl", words.concat().as_str()), ("locales/fr/a.ftl", "w10 = W\nw11 = W\n")]);
        assert_eq!(
            offences,
            ["fails  locales/fr/a.ftl: cannot say `w12`, `w13`, `w14`, `w15`, `w16`, `w17`, `w18`, `w19` and 2 more"]
        );
    }

    #[test]
    fn a_word_said_twice_is_found() {
        assert_eq!(said(&[("locales/en/a.ftl", "one = One\none = Uno\n")]).len(), 2);
    }
}
