//! What may be shown: a value together with the promise that the look at it is on record.

use domain::Moment;

/// Something that `consult` disclosed. Only `consult` makes one, after the entry of the look is durable; pages and API
/// answers take nothing else.
#[derive(Debug)]
pub struct Disclosed<T> {
    value: T,
    until: Option<Moment>,
}

impl<T> Disclosed<T> {
    pub(crate) fn new(value: T, until: Option<Moment>) -> Self {
        Self { value, until }
    }

    /// The earliest end of the grounds it rests on.
    pub fn until(&self) -> Option<Moment> {
        self.until
    }

    /// The same disclosure, arranged for a page.
    pub fn map<U>(self, arrange: impl FnOnce(T) -> U) -> Disclosed<U> {
        Disclosed { value: arrange(self.value), until: self.until }
    }
}

impl<T> std::ops::Deref for Disclosed<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}
