//! Forms as data: one description gives the page, the reading of what was sent, and the words of each mistake.
//!
//! A [`FormSpec`] says what an act asks for. [`FormSpec::show`] draws it, filled with what was typed; [`FormSpec::read`] turns what
//! was sent into the JSON body of the act, or says what is wrong at which field. Everything works without script.
//! Whether the act may be done is not judged here: `app` does.

mod body;
mod error;
mod input;
mod prefill;
mod read;
mod sample;
mod spec;
mod tree;
mod view;

pub use body::{BodyRefused, MAX_BYTES, MAX_PAIRS, read_body};
pub use error::FieldError;
pub use input::{BASED_ON, CSRF, GO, Input, ONCE};
pub use spec::{Cite, Field, FormSpec, Kind, Section, Whose};
pub use view::{Form, FormPage, Picks};

#[cfg(test)]
mod tests;
