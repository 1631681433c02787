//! The body of an act while a form is read into it, answer by answer.

use super::spec::is_index;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// A body while it grows. Objects whose keys are all numbers become arrays.
#[derive(Default)]
pub(super) struct Node {
    answer: Option<Value>,
    below: BTreeMap<String, Node>,
}

impl Node {
    pub(super) fn put(&mut self, path: &str, answer: Value) {
        self.put_node(path, Node { answer: Some(answer), below: BTreeMap::new() });
    }

    pub(super) fn put_node(&mut self, path: &str, node: Node) {
        let mut at = self;
        for segment in path.split('.') {
            at = at.below.entry(segment.to_owned()).or_default();
        }
        *at = node;
    }

    pub(super) fn into_json(self) -> Value {
        if let Some(answer) = self.answer {
            return answer;
        }
        if !self.below.is_empty() && self.below.keys().all(|key| is_index(key)) {
            let mut items: Vec<(usize, Node)> =
                self.below.into_iter().map(|(key, node)| (key.parse().unwrap_or(usize::MAX), node)).collect();
            items.sort_by_key(|item| item.0);
            return items.into_iter().map(|item| item.1.into_json()).collect();
        }
        Value::Object(self.below.into_iter().map(|(key, node)| (key, node.into_json())).collect::<Map<_, _>>())
    }
}
