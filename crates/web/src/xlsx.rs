//! A table to be taken away as a spreadsheet: one sheet, its headings in bold, every cell a text or a number.
//!
//! Nothing in it is calculated, linked or run: text is written as text, whatever it begins with.

use crate::answer::NotRendered;
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Cell {
    /// A text.
    Text(String),
    /// A number.
    Number(u32),
}

impl Cell {
    /// The cell as text.
    pub(crate) fn written(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
        }
    }
}

/// Longest text that a cell of a spreadsheet holds.
const LONGEST: usize = 32_000;

/// One sheet.
pub(crate) struct Sheet {
    sheet: Worksheet,
    row: u32,
}

impl Sheet {
    /// An empty sheet, read from the right where its language is.
    pub(crate) fn new(name: &str, rtl: bool) -> Result<Self, NotRendered> {
        let mut sheet = Worksheet::new();
        // A name of a sheet is short, and some signs are its program's own.
        let name: String = name.chars().filter(|sign| !"[]:*?/\\'".contains(*sign)).take(31).collect();
        sheet.set_name(name).map_err(unwritten)?;
        sheet.set_right_to_left(rtl);
        Ok(Self { sheet, row: 0 })
    }

    /// The headings.
    pub(crate) fn heads(&mut self, heads: &[String]) -> Result<(), NotRendered> {
        let bold = Format::new().set_bold();
        for (column, head) in (0_u16..).zip(heads) {
            self.sheet.write_string_with_format(self.row, column, head, &bold).map_err(unwritten)?;
        }
        self.sheet.set_freeze_panes(1, 0).map_err(unwritten)?;
        self.row = self.row.saturating_add(1);
        Ok(())
    }

    /// One more row.
    pub(crate) fn row(&mut self, cells: &[Cell]) -> Result<(), NotRendered> {
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                Cell::Text(text) => {
                    let text: String = text.chars().filter(|sign| !sign.is_control()).take(LONGEST).collect();
                    self.sheet.write_string(self.row, column, text).map_err(unwritten)?
                }
                Cell::Number(number) => self.sheet.write_number(self.row, column, *number).map_err(unwritten)?,
            };
        }
        self.row = self.row.saturating_add(1);
        Ok(())
    }

    /// The whole, as bytes.
    pub(crate) fn bytes(self) -> Result<Vec<u8>, NotRendered> {
        let mut book = Workbook::new();
        // The file says when it was written: a fixed day, for the program asks for the time in one place alone.
        let day = rust_xlsxwriter::ExcelDateTime::from_ymd(2000, 1, 1).map_err(unwritten)?;
        book.set_properties(&rust_xlsxwriter::DocProperties::new().set_creation_datetime(&day));
        book.push_worksheet(self.sheet);
        book.save_to_buffer().map_err(unwritten)
    }
}

fn unwritten(error: XlsxError) -> NotRendered {
    NotRendered::from(askama::Error::Custom(Box::new(error)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_formula_is_a_text_and_the_same_table_is_the_same_file() {
        let made = || {
            let mut sheet = Sheet::new("Services: [all]", true).unwrap();
            sheet.heads(&["Name".to_owned(), "Free".to_owned()]).unwrap();
            sheet.row(&[Cell::Text("=HYPERLINK(\"https://evil.example\")\u{0}".to_owned()), Cell::Number(3)]).unwrap();
            sheet.bytes().unwrap()
        };
        let bytes = made();
        assert_eq!(bytes.get(..4), Some(&b"PK\x03\x04"[..]));
        assert_eq!(bytes, made());
        assert_eq!(Cell::Text("=1".to_owned()).written(), "=1");
    }
}
