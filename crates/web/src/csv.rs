//! A table to be taken away: RFC 4180, every cell in quotes, and none that a spreadsheet would calculate with.

/// Rows of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Csv(String);

impl Csv {
    /// A table with these headings.
    pub(crate) fn headed(heads: &[&str]) -> Self {
        let mut csv = Self(String::new());
        csv.row(heads);
        csv
    }

    /// One more row.
    pub(crate) fn row(&mut self, cells: &[&str]) {
        let line: Vec<String> = cells.iter().map(|text| cell(text)).collect();
        self.0.push_str(&line.join(","));
        self.0.push_str("\r\n");
    }

    /// The whole, as bytes.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.0.clone().into_bytes()
    }
}

/// What a spreadsheet would read as a formula begins with an apostrophe, whatever stands before the sign: spaces, a byte order
/// mark, control characters.
fn cell(text: &str) -> String {
    let first = text.chars().find(|sign| !sign.is_whitespace() && !sign.is_control() && *sign != '\u{feff}');
    let begins = text.chars().next();
    let calculates = first.is_some_and(|sign| "=+-@|%＝＋－＠".contains(sign))
        || begins.is_some_and(|sign| sign.is_control() || sign == '\u{feff}');
    let kept: String = text.chars().filter(|sign| *sign != '\0').collect();
    format!("\"{}{}\"", if calculates { "'" } else { "" }, kept.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_calculated_with_whatever_stands_before_its_sign() {
        for before in ["", " ", "\t", "\r", "\u{feff}", "\0", "\u{a0}", " \t "] {
            for sign in ["=", "+", "-", "@", "|", "%"] {
                let written = cell(&format!("{before}{sign}HYPERLINK(1)"));
                assert!(written.starts_with("\"'"), "{written:?}");
            }
        }
        assert_eq!(cell("Sample 7/2026"), "\"Sample 7/2026\"");
    }

    #[test]
    fn quotes_and_lines_stay_within_their_cell() {
        let mut csv = Csv::headed(&["a", "b"]);
        csv.row(&["one \"two\"", "three,\r\nfour"]);
        assert_eq!(csv.bytes(), b"\"a\",\"b\"\r\n\"one \"\"two\"\"\",\"three,\r\nfour\"\r\n");
    }
}
