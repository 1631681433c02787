//! What is recorded under measures, for random cases.

use domain::Moment;
use domain::measure::YesNo;
use domain::measure_facts::{AnswerFacts, ConditionsFacts, HarmFacts, HealthSaid, Under, UnderMeasureFacts};
use domain::measure_terms::Untouchable;
use domain::under_measure::{CellLight, MeasureAnswer};

use super::fixture::Case;

/// The case with one more record under its latest measure; there may be none. `which` says what.
pub fn tell(mut case: Case, at: Moment, which: usize) -> Case {
    let Some(measure) = case.facts.measures.last().map(|measure| measure.act) else { return case };
    let act = case.act();
    let under = &mut case.facts.under;
    let yes = if (which / 7).is_multiple_of(2) { YesNo::Yes } else { YesNo::No };
    match which % 7 {
        0 => {
            let lacking = if which.is_multiple_of(2) {
                Vec::new()
            } else {
                vec![Untouchable::ALL[which % Untouchable::ALL.len()]]
            };
            let value = ConditionsFacts { light: CellLight::ALL[which / 7 % CellLight::ALL.len()], lacking };
            under.conditions.push(Under { act, measure, at, known: at, value });
        }
        1 => under.reliefs.push(Under { act, measure, at, known: at, value: () }),
        2 => under.harm.push(HarmFacts { act, at, known: at, worsens: yes }),
        3 => {
            let observed = Some(at.plus(-domain::moment::HOUR * i64::from(u8::try_from(which % 60).unwrap())));
            under.reported.push(HealthSaid { act, measure: Some(measure), observed, at, known: at });
        }
        4 => under.advised.push(HealthSaid { act, measure: Some(measure), observed: None, at, known: at }),
        _ => {
            let to = under.said().map(|said| said.act).last();
            let answer = MeasureAnswer::ALL[which / 7 % MeasureAnswer::ALL.len()];
            under.answers.extend(to.map(|to| AnswerFacts { act, to, at, answer }));
        }
    }
    case
}

/// The same, entered in another order.
pub fn turn(facts: &mut UnderMeasureFacts) {
    let UnderMeasureFacts {
        conditions,
        offers,
        reliefs,
        losses,
        reentries,
        harm,
        visits,
        missed,
        reported,
        advised,
        answers,
    } = facts;
    conditions.reverse();
    offers.reverse();
    reliefs.reverse();
    losses.reverse();
    reentries.reverse();
    harm.reverse();
    visits.reverse();
    missed.reverse();
    reported.reverse();
    advised.reverse();
    answers.reverse();
}
