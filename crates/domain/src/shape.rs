//! The shape of what is read, asked of the decoder itself.
//!
//! A type is decoded again and again from values that are made up on the way: what it asks for, what it takes and what it
//! refuses is its shape. So a description can never say something else than the decoder does: which fields there are and
//! which may be absent, which codes, how long a text may be, whether an unknown field is refused.
//!
//! It describes single values. What must be true between two fields, or of the state, is for admission.

mod pass;

use std::collections::BTreeMap;

use serde::Deserialize;

use pass::{Asked, Pass};

/// What is taken at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// Any JSON, kept as it was written and read later.
    Raw,
    /// Named fields.
    Fields {
        /// The fields, in the order of their declaration.
        fields: Vec<Field>,
        /// What becomes of a field that is not among them.
        others: Others,
    },
    /// Any number of the same.
    List(Box<Shape>),
    /// One word of a closed list.
    Codes(Vec<&'static str>),
    /// One of several cases: a field whose name says which and that holds so much, or the bare word.
    Cases(Vec<(&'static str, Option<Shape>)>),
    /// This, or nothing.
    OrNull(Box<Shape>),
    /// A whole number, both ends included.
    Whole {
        /// The least.
        least: i64,
        /// The greatest.
        most: u64,
    },
    /// Yes or no.
    Truth,
    /// An id.
    Id,
    /// A calendar date.
    Date,
    /// An instant.
    Moment,
    /// What somebody wrote.
    Writing(Writing),
    /// A text of a form of its own, said as a regular expression that the whole of it matches.
    Formed(String),
}

impl Shape {
    /// The same without these fields.
    #[must_use]
    pub fn without(&self, names: &[&str]) -> Self {
        match self {
            Self::Fields { fields, others } => {
                let left = fields.iter().filter(|field| !names.contains(&field.name)).cloned().collect();
                Self::Fields { fields: left, others: *others }
            }
            other => other.clone(),
        }
    }
}

/// What may be written at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Writing {
    /// The greatest number of characters; none that was found if absent.
    pub longest: Option<usize>,
    /// Is an empty text refused?
    pub empty: Empty,
    /// Which control characters are taken.
    pub control: Control,
}

/// Whether nothing counts as something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Empty {
    /// It does.
    Taken,
    /// It is refused.
    Refused,
}

/// Which control characters are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Control {
    /// All.
    All,
    /// Line breaks and tabs.
    Lines,
    /// None.
    None,
}

/// One field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The name.
    pub name: &'static str,
    /// What it takes.
    pub shape: Shape,
    /// May it be left out?
    pub presence: Presence,
}

/// Whether a field may be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// It must be there.
    Needed,
    /// It may be left out.
    Optional,
}

/// What becomes of unknown fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Others {
    /// They are refused.
    Refused,
    /// They are passed over.
    Ignored,
}

/// A type whose shape cannot be found in this way: one that reads whatever comes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the shape at `{at}` cannot be found: {why}")]
pub struct NoShape {
    /// Where in the value.
    pub at: String,
    /// What stood in the way.
    pub why: String,
}

/// The shape of a type.
pub fn of<T: for<'de> Deserialize<'de>>() -> Result<Shape, NoShape> {
    let mut search = Search { pass: Pass::default(), run: |pass| pass.run::<T>(), codes: BTreeMap::new() };
    search.settle()?;
    search.shape("")
}

/// Longest text that is tried: a type that takes it has no limit of its own.
const LONGEST_TRIED: usize = 1 << 17;

struct Search {
    pass: Pass,
    run: fn(&mut Pass) -> Result<(), String>,
    codes: BTreeMap<String, Shape>,
}

impl Search {
    /// Finds a value for every text so that the whole is taken. Each refusal names the text that was given last.
    fn settle(&mut self) -> Result<(), NoShape> {
        loop {
            let Err(why) = (self.run)(&mut self.pass) else { return Ok(()) };
            if !self.pass.try_next_text() {
                return Err(NoShape { at: self.pass.last.clone(), why });
            }
        }
    }

    fn is_taken(&mut self) -> bool {
        (self.run)(&mut self.pass).is_ok()
    }

    fn shape(&mut self, at: &str) -> Result<Shape, NoShape> {
        let unknown = || NoShape { at: at.to_owned(), why: "nothing was asked for".to_owned() };
        match self.pass.asked.get(at).cloned().ok_or_else(unknown)? {
            Asked::Raw => Ok(Shape::Raw),
            Asked::Truth => Ok(Shape::Truth),
            Asked::Whole(least, most) => Ok(Shape::Whole { least, most }),
            Asked::Nothing => Ok(Shape::Fields { fields: Vec::new(), others: Others::Refused }),
            Asked::Option => Ok(Shape::OrNull(Box::new(self.shape(&format!("{at}?"))?))),
            Asked::List => Ok(Shape::List(Box::new(self.shape(&format!("{at}[]"))?))),
            Asked::Text => Ok(self.text(at)),
            Asked::Fields(names) => self.fields(at, names),
            Asked::Cases(names) => self.cases(at, names),
        }
    }

    fn fields(&mut self, at: &str, names: &'static [&'static str]) -> Result<Shape, NoShape> {
        let mut fields = Vec::new();
        for name in names {
            let shape = self.shape(&format!("{at}.{name}"))?;
            self.pass.left_out = Some(format!("{at}.{name}"));
            let presence = if self.is_taken() { Presence::Optional } else { Presence::Needed };
            self.pass.left_out = None;
            fields.push(Field { name, shape, presence });
        }
        self.pass.put_in = Some(at.to_owned());
        let others = if self.is_taken() { Others::Ignored } else { Others::Refused };
        self.pass.put_in = None;
        Ok(Shape::Fields { fields, others })
    }

    fn cases(&mut self, at: &str, names: &'static [&'static str]) -> Result<Shape, NoShape> {
        if let Some(known) = self.codes.get(at) {
            return Ok(known.clone());
        }
        let mut cases = Vec::new();
        for (place, name) in names.iter().enumerate() {
            self.pass.cases.insert(at.to_owned(), place);
            self.settle()?;
            let inner = format!("{at}#{name}");
            cases.push((*name, self.pass.asked.contains_key(&inner).then(|| self.shape(&inner)).transpose()?));
        }
        self.pass.cases.insert(at.to_owned(), 0);
        let plain = cases.iter().all(|(_, shape)| shape.is_none());
        let shape = if plain { Shape::Codes(names.to_vec()) } else { Shape::Cases(cases) };
        self.codes.insert(at.to_owned(), shape.clone());
        Ok(shape)
    }

    /// What a text may be, by what is taken in its place.
    fn text(&mut self, at: &str) -> Shape {
        let good = self.pass.texts.get(at).cloned().unwrap_or_default();
        let mut takes = |text: &str| {
            self.pass.texts.insert(at.to_owned(), text.to_owned());
            (self.run)(&mut self.pass).is_ok()
        };
        let shape = if takes("x") {
            let longest = if takes(&"x".repeat(LONGEST_TRIED)) {
                None
            } else {
                // The longest that is taken lies in [low, high).
                let (mut low, mut high) = (1, LONGEST_TRIED);
                while high - low > 1 {
                    let middle = low.midpoint(high);
                    if takes(&"x".repeat(middle)) { low = middle } else { high = middle }
                }
                Some(low)
            };
            let empty = if takes("") { Empty::Taken } else { Empty::Refused };
            let control = match (takes("x\u{1}x"), takes("x\nx")) {
                (true, _) => Control::All,
                (false, true) => Control::Lines,
                (false, false) => Control::None,
            };
            Shape::Writing(Writing { longest, empty, control })
        } else if takes(pass::AN_ID) {
            Shape::Id
        } else if takes(pass::A_MOMENT) {
            Shape::Moment
        } else {
            Shape::Date
        };
        self.pass.texts.insert(at.to_owned(), good);
        shape
    }
}

#[cfg(test)]
mod tests;
