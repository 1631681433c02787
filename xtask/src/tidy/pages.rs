//! Templates and style sheets: readable from either side, and nothing inline that the content policy would refuse.
//!
//! It reads text, it renders nothing: how a page looks and sounds is for the browser journeys.

use super::Offence;
use crate::tree::Tree;

pub(super) fn check(tree: &Tree) -> Vec<Offence> {
    let mut offences = Vec::new();
    for sheet in tree.ending(".css") {
        offences.extend(physical(&sheet.text).into_iter().map(|(line, says)| at(&sheet.path, line, says)));
    }
    for template in tree.ending(".html").filter(|template| template.path.contains("/templates/")) {
        offences.extend(inline(&template.text).into_iter().map(|(line, says)| at(&template.path, line, says)));
    }
    offences
}

fn at(path: &str, line: usize, says: String) -> Offence {
    Offence::fails(format!("{path}:{line}"), says)
}

/// Declarations that name a side of the screen, and type sized in pixels.
fn physical(sheet: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (number, line) in sheet.lines().enumerate() {
        for declaration in line.split(['{', '}', ';']) {
            let Some((property, value)) = declaration.split_once(':') else { continue };
            let property = property.trim();
            let sided = property.split('-').any(|word| matches!(word, "left" | "right"));
            let aligned = matches!(property, "text-align" | "float" | "clear" | "text-align-last")
                && value.split_whitespace().any(|word| matches!(word, "left" | "right"));
            if sided || aligned {
                found.push((number + 1, format!("`{}` names a side; say start or end", declaration.trim())));
            }
            if matches!(property, "font" | "font-size") && value.contains("px") {
                found.push((number + 1, format!("`{}` sizes type in pixels", declaration.trim())));
            }
        }
    }
    found
}

/// Styles, scripts and handlers written into a page.
fn inline(template: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (number, line) in template.lines().enumerate() {
        let lower = line.to_ascii_lowercase();
        if lower.contains(" style=") || lower.contains("<style") {
            found.push((number + 1, "carries its own style".to_owned()));
        }
        if lower.split("<script").skip(1).any(|tag| !tag.split('>').next().unwrap_or("").contains(" src=")) {
            found.push((number + 1, "carries its own script".to_owned()));
        }
        if let Some(handler) = lower.split_whitespace().find(|word| is_handler(word)) {
            found.push((number + 1, format!("carries a handler: {handler}")));
        }
        if lower.contains("|safe") || lower.contains("| safe") {
            found.push((number + 1, "writes a value without escaping it".to_owned()));
        }
        for link in ["src=\"http", "src=\"//", "href=\"//"] {
            if lower.contains(link) {
                found.push((number + 1, "loads something from somebody else".to_owned()));
            }
        }
    }
    found
}

fn is_handler(word: &str) -> bool {
    let name = word.split('=').next().unwrap_or("");
    word.contains("=\"")
        && name.len() > 3
        && name.starts_with("on")
        && name.chars().all(|letter| letter.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_side_of_the_screen_is_found_in_property_and_value() {
        for sheet in ["a { margin-left: 1rem }", "a { left: 0; }", "th { text-align: left }", "i { float: right; }"] {
            assert_eq!(physical(sheet).len(), 1, "{sheet}");
        }
        assert!(physical("th { text-align: start; margin-inline-start: 1rem; inset-inline-end: 0 }").is_empty());
    }

    #[test]
    fn type_is_not_sized_in_pixels_but_a_line_may_be() {
        assert_eq!(physical("p { font-size: 14px }").len(), 1);
        assert!(physical("p { border: 1px solid; font-size: .875rem }").is_empty());
    }

    #[test]
    fn inline_script_style_and_handlers_are_found() {
        for page in ["<p style=\"x\">", "<script>alert(1)</script>", "<a onclick=\"x()\">", "{{ name|safe }}"] {
            assert_eq!(inline(page).len(), 1, "{page}");
        }
        assert!(inline("<script type=\"module\" src=\"/assets/passerelle.js\"></script>").is_empty());
    }
}
