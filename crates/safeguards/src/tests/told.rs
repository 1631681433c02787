//! A case as acts, in the order in which they were recorded, so that a test goes through bodies and fold.

use domain::facts::Facts;
use domain::{AccountId, Act, ActId, Capacity, Envelope, Ground, Kind, Moment, OrgId, Recorded, StreamId};
use serde_json::{Value, json};

use super::fixture::{at, days, said, utc};
use crate::{Checked, check};

/// The id of the act with this number, counted from 1, the admission.
pub fn act(number: u8) -> ActId {
    ActId::from_random([number; 16])
}

#[derive(Clone)]
pub struct Told {
    acts: Vec<Recorded>,
    /// Recorded as long after the time that it concerns.
    late: i64,
}

/// A man born in 1990, admitted long ago.
pub fn man() -> Told {
    person("male", "1990-01-01")
}

/// A woman born in 1990, admitted long ago.
pub fn woman() -> Told {
    person("female", "1990-01-01")
}

/// Somebody admitted long ago.
pub fn person(sex: &str, born: &str) -> Told {
    let body = json!({
        "number": "A-1",
        "person": {
            "family_name": "Example", "given_names": "Specimen", "born": { "earliest": born, "latest": born },
            "sex": sex, "languages": ["ar"], "reads": "ar",
        },
        "prison": OrgId::from_random([9; 16]), "order": "Order 1", "status": "convicted",
    });
    Told { acts: Vec::new(), late: 0 }.then(at(days(-100)), "custody.admitted", &body)
}

/// An act of this kind, as it is recorded: of when, and when.
pub fn recorded(act: ActId, actor: u8, (concerns, at): (Moment, Moment), kind: &str, body: &Value) -> Recorded {
    let kind: Kind = kind.parse().unwrap();
    let version = kind.row().version;
    let body: Act = kind.decode(version, body.to_string().as_bytes()).unwrap();
    let envelope = Envelope {
        act,
        actor: AccountId::from_random([actor; 16]),
        capacity: Capacity::CustodyOfficer,
        org: OrgId::from_random([9; 16]),
        stream: StreamId::from_bytes([8; 16]),
        kind: kind.code().to_owned(),
        version,
        concerns,
        ground: Ground::Custody,
        for_post: None,
    };
    Recorded { envelope, at, act: body }
}

impl Told {
    pub fn then(self, concerns: Moment, kind: &str, body: &Value) -> Self {
        self.by(1, concerns, kind, body)
    }

    /// Done by the account with this number.
    pub fn by(mut self, actor: u8, concerns: Moment, kind: &str, body: &Value) -> Self {
        let number = u8::try_from(self.acts.len() + 1).unwrap();
        self.acts.push(recorded(self::act(number), actor, (concerns, concerns.plus(self.late)), kind, body));
        self
    }

    /// What follows is recorded so many milliseconds after it happened.
    pub fn late(mut self, millis: i64) -> Self {
        self.late = millis;
        self
    }

    pub fn facts(&self) -> Facts {
        Facts::of(&self.acts)
    }

    pub fn check(&self, now: Moment) -> Checked {
        check(&self.facts(), &utc(), now)
    }

    /// What `rule` says at `now`, one line for each act it hangs on; what only waits is marked.
    #[track_caller]
    pub fn says(&self, rule: &str, now: Moment) -> Vec<String> {
        let checked = self.check(now);
        let of = |finding: &&crate::Finding| finding.rule.id() == rule;
        let told = checked.findings.iter().chain(&checked.met).filter(of).map(said);
        told.chain(checked.waiting.iter().filter(of).map(|finding| format!("waits: {}", said(finding)))).collect()
    }
}
