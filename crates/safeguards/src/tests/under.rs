//! What is recorded under measures, for random cases.

use domain::measure_facts::UnderMeasureFacts;

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
