//! Folding is total: whatever was recorded, in whatever order, there are facts, and they are the same every time.

use domain::admission::{admit_case, admit_referral};
use domain::facts::{Dated, Facts};
use domain::referral_facts::{ReferralFacts, ReferralState};
use domain::registry::{AccountFacts, InstallationFacts, OrgFacts, ServiceFacts};
use domain::{ActId, Kind, Recorded, Span};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;

use crate::case::{account, act, body, envelope, hour};

/// Puts other ids, times and days of a small set in a sample, so that acts sometimes speak of each other.
fn vary(value: &mut Value, picks: &mut impl Iterator<Item = u8>) {
    match value {
        Value::Object(fields) => fields.values_mut().for_each(|field| vary(field, picks)),
        Value::Array(items) => items.iter_mut().for_each(|item| vary(item, picks)),
        Value::Number(_) => *value = Value::from(picks.next().unwrap() % 3),
        Value::String(text) => {
            let pick = picks.next().unwrap();
            if text.starts_with("00000000-0000-4000-8000-") {
                *text = act(u64::from(pick % 6)).to_string();
            } else if text.parse::<domain::Moment>().is_ok() {
                *text = hour(i64::from(pick) - 100).to_string();
            } else if let Ok(day) = text.parse::<domain::moment::Date>() {
                *text = day.saturating_add(jiff::Span::new().days(i64::from(pick) - 128)).to_string();
            }
        }
        _ => {}
    }
}

prop_compose! {
    fn recorded()(
        kind in 0..Kind::ALL.len(),
        (id, actor) in (0..6_u64, 0..3_u64),
        (at, lag) in (-100..100_i64, -2..20_i64),
        picks in vec(any::<u8>(), 16),
    ) -> Recorded {
        let kind = Kind::ALL[kind];
        let mut sample = body(kind, kind.row().version);
        vary(&mut sample, &mut picks.iter().copied().cycle());
        let act_of = kind.decode(kind.row().version, sample.to_string().as_bytes()).unwrap();
        Recorded { envelope: envelope(kind, act(id), account(actor), hour(at)), at: hour(at + lag), act: act_of }
    }
}

/// Any acts at all, or an admission and an offer with any acts after them.
fn acts() -> impl Strategy<Value = Vec<Recorded>> {
    let begun = vec(recorded(), 0..40).prop_map(|rest| {
        let first = crate::case::case().acts.into_iter().chain(crate::case::offer().acts);
        first.chain(rest).collect::<Vec<_>>()
    });
    prop_oneof![vec(recorded(), 0..40), begun]
}

fn in_order(span: Span) -> bool {
    span.until.is_none_or(|until| span.from <= until)
}

fn one_after_the_other<T>(rows: &[Dated<T>]) -> bool {
    rows.iter().all(|row| in_order(row.span))
        && rows.windows(2).all(|two| two[0].span.until.is_some_and(|until| until <= two[1].span.from))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn taking_acts_one_by_one_gives_the_same_facts_as_all_at_once(acts in acts()) {
        // A correction changes what came before it: whoever takes one in folds again from the beginning.
        let acts: Vec<_> = acts.into_iter().filter(|next| next.act.kind() != Kind::FileCorrected).collect();
        macro_rules! same {
            ($($facts:ident),+) => {$(
                let one_by_one = acts.iter().fold($facts::default(), |facts, next| facts.after(next));
                prop_assert_eq!($facts::of(&acts), one_by_one);
            )+};
        }
        same!(Facts, ReferralFacts, InstallationFacts, OrgFacts, ServiceFacts, AccountFacts);
    }

    #[test]
    fn exactly_what_was_not_possible_is_listed_as_a_contradiction(acts in acts()) {
        let (mut facts, mut referral) = (Facts::default(), ReferralFacts::default());
        let (mut of_case, mut of_referral) = (Vec::<ActId>::new(), Vec::<ActId>::new());
        for next in &acts {
            of_case.extend(admit_case(&facts, next).err().map(|_| next.id()));
            of_referral.extend(admit_referral(&referral, next).err().map(|_| next.id()));
            facts.take(next);
            referral.take(next);
        }
        prop_assert_eq!(facts.contradictions, of_case);
        prop_assert_eq!(referral.contradictions, of_referral);
    }

    #[test]
    fn no_span_ends_before_it_begins_and_nobody_is_in_two_places(acts in acts()) {
        let facts = Facts::of(&acts);
        prop_assert!(one_after_the_other(&facts.custody));
        prop_assert!(one_after_the_other(&facts.status));
        prop_assert!(one_after_the_other(&facts.allocated));
        prop_assert!(facts.circumstances.iter().all(|row| in_order(row.span)));
        prop_assert!(facts.measures.iter().all(|measure| in_order(measure.span)));
        prop_assert!(facts.measures.iter().all(|one| one.span.until.is_some() == one.ended_by.is_some()));
    }

    #[test]
    fn a_case_always_stands_somewhere(acts in acts(), at in -200..400_i64) {
        let facts = Facts::of(&acts);
        let _ = facts.step();
        let running = facts.custody.iter().any(|place| place.span.until.is_none());
        prop_assert!(!(running && facts.released.is_some()), "released and in prison");
        if running && facts.custody.last().is_some_and(|place| place.span.from <= hour(at)) {
            prop_assert!(facts.held_at(hour(at)).is_some());
        }
        prop_assert!(facts.measures_at(hour(at)).count() <= facts.measures.len());
        let _ = (facts.status_at(hour(at)), facts.carried_by(hour(at)), facts.release_expected(), facts.plan());
    }

    #[test]
    fn a_referral_has_ended_exactly_when_it_says_how(acts in acts()) {
        let facts = ReferralFacts::of(&acts);
        prop_assert_eq!(facts.state == ReferralState::Ended, facts.end.is_some());
        let held = matches!(facts.state, ReferralState::OnHold | ReferralState::PlaceLost);
        prop_assert!(!held || facts.held.is_some());
        prop_assert!(facts.assigned.is_none() || facts.accepted.is_some());
        prop_assert!(facts.accepted.is_none() || facts.offered.is_some());
    }
}
