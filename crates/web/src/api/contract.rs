//! What a route of the API takes and gives, as a value beside the route: the description that is published is made of it,
//! and requests are held to it before anything else is asked.

use domain::account::TokenScope;
use domain::kind::{KindRow, Subject};
use domain::shape::{self, NoShape, Shape};
use domain::{Action, Kind};

use crate::route::Method;

/// The shape of a type, found when the description is made.
pub type ShapeOf = fn() -> Result<Shape, NoShape>;

/// One parameter of a query.
#[derive(Clone, Copy)]
pub struct Query {
    /// Its name.
    pub name: &'static str,
    /// What it takes.
    pub shape: ShapeOf,
}

/// Which acts a write route takes.
#[derive(Clone, Copy)]
pub enum Acts {
    /// The one that begins a file: the program draws the id.
    Begin(Kind),
    /// Those of a topic on a subject that stands already.
    Topic(Subject, &'static str),
    /// Those of a case that can stand in the place of an earlier one of their kind.
    Correctable,
}

impl Acts {
    /// The kinds, in the order of the table. What the installation witnesses by itself is nobody's to write.
    pub fn kinds(self) -> impl Iterator<Item = Kind> {
        Kind::ALL.iter().copied().filter(move |kind| {
            let KindRow { name, subject, action, .. } = kind.row();
            match self {
                Self::Begin(only) => *kind == only,
                Self::Correctable => domain::keeping::correctable(*kind) && *action != Action::Witness,
                // That one report stands in the place of another is never said by itself: it has a route of its own.
                Self::Topic(..) if *kind == Kind::FileCorrected => false,
                Self::Topic(of, topic) => {
                    let named = name.strip_prefix(topic).is_some_and(|rest| rest.starts_with('.'));
                    // A file that an emergency asks for is called by its number, on a route of its own.
                    let elsewhere = app::perform::begins(*kind) || *kind == Kind::FileEmergencyOpened;
                    named && *subject == of && *action != Action::Witness && !elsewhere
                }
            }
        })
    }
}

/// What a request carries.
#[derive(Clone, Copy)]
pub enum Takes {
    /// Nothing.
    Nothing,
    /// One act.
    Acts(Acts),
    /// One act in the place of an earlier one: the shape says what stands beside it.
    Correction(Acts, ShapeOf),
    /// A form of its own.
    Form {
        /// Its name in the description.
        name: &'static str,
        /// Its shape.
        shape: ShapeOf,
        /// Fields that hold the body of an act.
        holds: &'static [(&'static str, Kind)],
    },
}

/// What an answer holds.
#[derive(Clone, Copy)]
pub struct Gives {
    /// Its name in the description.
    pub name: &'static str,
    /// Its shape.
    pub shape: ShapeOf,
}

/// What a route of the API takes and gives.
#[derive(Clone, Copy)]
pub struct Contract {
    /// What a request carries.
    pub takes: Takes,
    /// What an answer holds.
    pub gives: Gives,
    /// What may stand in the query.
    pub query: &'static [Query],
    /// What a token must be for, all of it; nothing if no token is taken here.
    pub needs: Option<&'static [TokenScope]>,
}

impl Contract {
    /// Takes nothing, gives this.
    pub const fn gives<T: for<'de> serde::Deserialize<'de>>(name: &'static str) -> Self {
        Self { takes: Takes::Nothing, gives: Gives { name, shape: shape::of::<T> }, query: &[], needs: None }
    }

    /// Takes one of these acts, gives a receipt.
    pub const fn acts(acts: Acts) -> Self {
        Self { takes: Takes::Acts(acts), ..Self::gives::<super::answers::Receipt>("Receipt") }
    }

    /// The same, taking an act in the place of another one.
    #[must_use]
    pub const fn correction<T: for<'de> serde::Deserialize<'de>>(self, acts: Acts) -> Self {
        Self { takes: Takes::Correction(acts, shape::of::<T>), ..self }
    }

    /// The same, taking a form.
    #[must_use]
    pub const fn form<T: for<'de> serde::Deserialize<'de>>(
        self,
        name: &'static str,
        holds: &'static [(&'static str, Kind)],
    ) -> Self {
        Self { takes: Takes::Form { name, shape: shape::of::<T>, holds }, ..self }
    }

    /// The same, for machines too: their token must be for all of this.
    #[must_use]
    pub const fn needs(self, needs: &'static [TokenScope]) -> Self {
        Self { needs: Some(needs), ..self }
    }

    /// The same, with a query.
    #[must_use]
    pub const fn query(self, query: &'static [Query]) -> Self {
        Self { query, ..self }
    }

    /// Is a request with this method one that carries a body?
    pub fn has_body(self, method: Method) -> bool {
        method == Method::Post
    }
}
