//! Names of people and of staff, opened into memory: they are sealed everywhere else.
//!
//! Filled in the background after the start; until then a search says so. Asked only with streams that the asker may
//! see: filtering by grounds comes before any comparison.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{PoisonError, RwLock};

use domain::kind::{Act, topic};
use domain::{ActId, Line, Recorded, StreamId};

/// A person's name and number, as lists show them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonName {
    /// Family name.
    pub family: String,
    /// Given names.
    pub given: String,
    /// Case number.
    pub number: String,
}

/// Names by stream.
#[derive(Default)]
pub(crate) struct Names {
    people: RwLock<BTreeMap<StreamId, PersonName>>,
    staff: RwLock<BTreeMap<StreamId, String>>,
    posts: RwLock<BTreeMap<ActId, String>>,
    loaded: AtomicBool,
}

impl Names {
    /// Takes a recorded act in, if it names somebody.
    pub(crate) fn take(&self, recorded: &Recorded) {
        let stream = recorded.envelope.stream;
        match &recorded.act {
            Act::Custody(topic::Custody::Admitted(body)) => {
                let name = PersonName {
                    family: body.person.family_name.to_string(),
                    given: body.person.given_names.to_string(),
                    number: body.number.to_string(),
                };
                self.people.write().unwrap_or_else(PoisonError::into_inner).insert(stream, name);
            }
            Act::Custody(topic::Custody::IdentityCorrected(body)) => {
                let mut people = self.people.write().unwrap_or_else(PoisonError::into_inner);
                if let Some(name) = people.get_mut(&stream) {
                    name.family = body.person.family_name.to_string();
                    name.given = body.person.given_names.to_string();
                }
            }
            Act::Account(topic::Account::Proposed(body)) => {
                self.staff.write().unwrap_or_else(PoisonError::into_inner).insert(stream, body.name.to_string());
            }
            Act::Post(topic::Post::Established(body)) => self.title(recorded.id(), &body.title),
            Act::Post(topic::Post::Renamed(body)) => self.title(body.post, &body.title),
            _ => {}
        }
    }

    fn title(&self, post: ActId, title: &Line) {
        self.posts.write().unwrap_or_else(PoisonError::into_inner).insert(post, title.to_string());
    }

    /// What people call a post.
    pub(crate) fn post(&self, post: ActId) -> Option<String> {
        self.posts.read().unwrap_or_else(PoisonError::into_inner).get(&post).cloned()
    }

    /// Forgets whoever this stream names.
    pub(crate) fn forget(&self, stream: StreamId) {
        self.people.write().unwrap_or_else(PoisonError::into_inner).remove(&stream);
        self.staff.write().unwrap_or_else(PoisonError::into_inner).remove(&stream);
    }

    pub(crate) fn finish_loading(&self) {
        self.loaded.store(true, Ordering::Release);
    }

    pub(crate) fn loaded(&self) -> bool {
        self.loaded.load(Ordering::Acquire)
    }

    pub(crate) fn person(&self, stream: StreamId) -> Option<PersonName> {
        self.people.read().unwrap_or_else(PoisonError::into_inner).get(&stream).cloned()
    }

    /// The files with this whole number, for a question that goes on to ask where each stands.
    pub(crate) fn numbered(&self, number: &str) -> Vec<StreamId> {
        let people = self.people.read().unwrap_or_else(PoisonError::into_inner);
        people.iter().filter(|(_, name)| name.number == number).map(|(stream, _)| *stream).collect()
    }

    /// Is this part of the name or of the number of a person? In small letters.
    pub(crate) fn is_called(&self, stream: StreamId, part: &str) -> bool {
        let people = self.people.read().unwrap_or_else(PoisonError::into_inner);
        people.get(&stream).is_some_and(|name| {
            [&name.family, &name.given, &name.number].into_iter().any(|text| text.to_lowercase().contains(part))
        })
    }

    pub(crate) fn staff(&self, stream: StreamId) -> Option<String> {
        self.staff.read().unwrap_or_else(PoisonError::into_inner).get(&stream).cloned()
    }
}
