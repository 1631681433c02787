//! Judges in tests whether a piece of HTML is sound: tags balanced, ids single, labels in place, nothing inline that the policy of
//! the pages forbids, no key without words. It is no parser of the standard: it knows the HTML that we write.

#![expect(clippy::string_slice, reason = "a test may fail loudly, and every cut is at an ASCII mark")]

use std::collections::BTreeSet;

const VOID: [&str; 9] = ["br", "hr", "img", "input", "link", "meta", "col", "wbr", "source"];

/// Panics with what is wrong.
pub(crate) fn assert_sound(html: &str) {
    let mut open: Vec<String> = Vec::new();
    let (mut ids, mut pointed): (BTreeSet<String>, Vec<(String, String)>) = (BTreeSet::new(), Vec::new());
    let mut rest = html;
    while let Some(begin) = rest.find('<') {
        let text = &rest[begin..];
        let end = text.find('>').unwrap_or_else(|| panic!("a tag does not end: {}", excerpt(text)));
        let tag = &text[1..end];
        rest = &text[end + 1..];
        if tag.starts_with('!') {
            continue;
        }
        if let Some(name) = tag.strip_prefix('/') {
            let was = open.pop();
            assert_eq!(was.as_deref(), Some(name.trim()), "closed in the wrong order before: {}", excerpt(rest));
            continue;
        }
        let name = tag.split([' ', '\n', '/']).next().unwrap_or_default().to_owned();
        let attributes = attributes(&tag[name.len()..]);
        for (attribute, value) in &attributes {
            assert!(attribute != "style" && !attribute.starts_with("on"), "inline {attribute} in <{tag}>");
            assert!(!value.starts_with("javascript:"), "script in <{tag}>");
            match attribute.as_str() {
                "id" => assert!(ids.insert(value.clone()), "the id {value} is there twice"),
                "for" | "aria-labelledby" | "aria-describedby" => {
                    pointed.extend(value.split(' ').map(|id| (attribute.clone(), id.to_owned())));
                }
                _ => {}
            }
        }
        let has = |name: &str| attributes.iter().any(|attribute| attribute.0 == name);
        assert!(name != "style" && (name != "script" || has("src")), "inline <{name}>");
        assert!(name != "img" || has("alt"), "a picture without words: <{tag}>");
        assert!(name != "th" || has("scope"), "a heading of a table without its scope");
        if !VOID.contains(&name.as_str()) && !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "never closed: {open:?}");
    for (attribute, id) in pointed {
        assert!(ids.contains(&id), "{attribute} points to {id}, which is not there");
    }
    assert!(!html.contains('⟦'), "a key without words: {}", excerpt(&html[html.find('⟦').unwrap_or(0)..]));
}

/// Names and values. Values are always quoted in what we write.
fn attributes(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut rest = text.trim_start().trim_end_matches('/');
    while !rest.trim().is_empty() {
        let end = rest.find(['=', ' ']).unwrap_or(rest.len());
        let name = rest[..end].trim().to_owned();
        rest = &rest[end..];
        let mut value = String::new();
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let close = quoted.find('"').unwrap_or_else(|| panic!("a value without its end: {}", excerpt(quoted)));
            quoted[..close].clone_into(&mut value);
            rest = &quoted[close + 1..];
        } else {
            assert!(!rest.starts_with('='), "a value without quotes: {}", excerpt(rest));
        }
        rest = rest.trim_start();
        if !name.is_empty() {
            found.push((name, value));
        }
    }
    found
}

fn excerpt(text: &str) -> String {
    text.chars().take(80).collect()
}

#[test]
fn unsound_html_is_noticed() {
    let unsound = [
        "<p><b>x</p></b>",
        "<p>",
        "<p style=\"x\">y</p>",
        "<p id=\"a\"></p><p id=\"a\"></p>",
        "<label for=\"a\">x</label>",
        "<script>1</script>",
        "<a onclick=\"x\">y</a>",
        "<p>⟦key⟧</p>",
        "<th>x</th>",
    ];
    for html in unsound {
        assert!(std::panic::catch_unwind(|| assert_sound(html)).is_err(), "{html}");
    }
    assert_sound(
        "<!doctype html><p class=\"a b\" id=\"x\">1 &#60; 2<br><input id=\"y\" disabled value=\"a=b /\"></p><label for=\"y\">z</label>",
    );
}
