//! How the document is set: headings, numbered articles, definitions, lines of at most 120 signs.

use std::fmt::Write as _;

const WIDTH: usize = 120;

/// The code in words: `cso_manager` is the CSO manager.
pub(super) fn spelt(code: &str) -> String {
    let words = code.split('_').map(|word| if word == "cso" { "CSO" } else { word });
    words.collect::<Vec<_>>().join(" ")
}

/// The same, as the beginning of a sentence.
pub(super) fn capital(code: &str) -> String {
    let words = spelt(code);
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

pub(super) fn heading(text: &mut String, title: &str) {
    line(text, format_args!("\n\n{title}\n{}", "=".repeat(title.len())));
}

pub(super) fn line(text: &mut String, what: std::fmt::Arguments<'_>) {
    // Writing into a string cannot fail.
    let _ = writeln!(text, "{what}");
}

/// A word and its meaning.
pub(super) fn defined(text: &mut String, code: &str, meaning: &str) {
    wrapped(text, &format!("{}: {meaning}.", capital(code)));
}

/// A numbered sentence.
pub(super) fn article(text: &mut String, number: &str, sentence: &str) {
    set(text, &format!("{number}  {sentence}"), 0, number.len() + 2);
}

/// One entry, later lines indented.
pub(super) fn wrapped(text: &mut String, entry: &str) {
    set(text, entry, 2, 6);
}

fn set(text: &mut String, entry: &str, first: usize, later: usize) {
    let mut column = 0;
    for word in entry.split(' ') {
        if column == 0 {
            text.push_str(&" ".repeat(first));
            column = first;
        } else if column + 1 + word.chars().count() > WIDTH {
            text.push('\n');
            text.push_str(&" ".repeat(later));
            column = later;
        } else {
            text.push(' ');
            column += 1;
        }
        text.push_str(word);
        column += word.chars().count();
    }
    text.push('\n');
}
