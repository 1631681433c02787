//! Is it possible: the order of things around restrictive measures.
//!
//! A decision needs a dated fact about this person, another way that was considered, and a ground that is more than a
//! sentence, an offence, a list or what somebody believes. An extension needs a review from outside. Reports are taken.

use crate::admission::{NotPossible, latest_day};
use crate::command::CommandLine;
use crate::facts::{Facts, MeasureFacts, ReviewFacts};
use crate::id::ActId;
use crate::kind::topic;
use crate::measure::{Imposed, IndividualFact, MeasureReview};
use crate::measure_terms::MeasureGround;
use crate::moment::Moment;
use crate::recorded::Recorded;

pub(crate) fn admit(facts: &Facts, recorded: &Recorded, act: &topic::Measure, held: bool) -> Result<(), NotPossible> {
    let at = recorded.concerns();
    let known = |id: ActId| facts.measures.iter().find(|measure| measure.act == id).ok_or(NotPossible::MeasureUnknown);
    let running = |id: ActId| {
        let going_on = |measure: &MeasureFacts| measure.span.until.is_none();
        known(id).and_then(|measure| if going_on(measure) { Ok(measure) } else { Err(NotPossible::MeasureEnded) })
    };
    // A late entry may speak of a time when the measure ran.
    let ran_then = |id: ActId| {
        let span = known(id)?.span;
        if span.until.is_some_and(|until| until <= at) { Err(NotPossible::MeasureEnded) } else { Ok(()) }
    };
    match act {
        topic::Measure::Imposed(body) => {
            dated(&body.facts, recorded)?;
            individual(body)?;
            if body.alternatives.is_empty() {
                Err(NotPossible::NoAlternative)
            } else if body.planned_end <= at || body.review_by < at {
                Err(NotPossible::EndBeforeBeginning)
            } else if body.authorised_at.is_some_and(|authorised| authorised > recorded.at) {
                Err(NotPossible::InFuture)
            } else if held {
                Ok(())
            } else {
                Err(NotPossible::NotHeld)
            }
        }
        topic::Measure::FoundInForce(_) if !held => Err(NotPossible::NotHeld),
        topic::Measure::FoundInForce(body) if body.planned_end.is_some_and(|end| end <= at) => {
            Err(NotPossible::EndBeforeBeginning)
        }
        topic::Measure::Extended(body) => {
            let measure = running(body.measure)?;
            dated(&body.facts, recorded)?;
            if measure.planned_end.is_some_and(|end| body.until <= end) {
                return Err(NotPossible::NotLonger);
            }
            // What was extended before reviews were named is read as it was.
            match body.review {
                None => Ok(()),
                Some(review) => carries(measure, review, at),
            }
        }
        topic::Measure::RegimeRecorded(body) if body.until > recorded.at => Err(NotPossible::InFuture),
        topic::Measure::RegimeRecorded(body) => {
            let inside = body.contacts.iter().all(|c| body.from <= c.from && c.from < c.until && c.until <= body.until);
            if body.from < body.until && inside { Ok(()) } else { Err(NotPossible::EndBeforeBeginning) }
        }
        topic::Measure::Lifted(body) => {
            let measure = running(body.measure)?;
            if at < measure.span.from { Err(NotPossible::EndBeforeBeginning) } else { Ok(()) }
        }
        topic::Measure::Reviewed(body) => ran_then(body.measure),
        topic::Measure::ConditionsRecorded(body) => ran_then(body.measure),
        topic::Measure::Offered(body) => ran_then(body.measure),
        topic::Measure::ReliefPlanned(body) => known(body.measure).map(|_| ()),
        topic::Measure::LossRecorded(body) => known(body.measure).map(|_| ()),
        topic::Measure::ReentryAsked(body) => known(body.measure).map(|_| ()),
        topic::Measure::ChangeAdvised(body) => known(body.measure).map(|_| ()),
        topic::Measure::EffectReported(body) => {
            known(body.measure)?;
            if body.observed > at { Err(NotPossible::EndBeforeBeginning) } else { Ok(()) }
        }
        topic::Measure::AdviceAnswered(body) => {
            facts.under.is_said(body.advice).then_some(()).ok_or(NotPossible::ActUnknown)
        }
        topic::Measure::VisitMissed(body) if body.on > latest_day(recorded.at) => Err(NotPossible::InFuture),
        topic::Measure::PlaceLost(body) => {
            known(body.measure)?;
            let referral = facts.referrals.iter().any(|link| link.referral == body.referral);
            referral.then_some(()).ok_or(NotPossible::ReferralUnknown)
        }
        topic::Measure::FoundInForce(_)
        | topic::Measure::HealthVisited(_)
        | topic::Measure::HarmAttested(_)
        | topic::Measure::VisitMissed(_) => Ok(()),
    }
}

fn dated(list: &[IndividualFact], recorded: &Recorded) -> Result<(), NotPossible> {
    if list.is_empty() {
        Err(NotPossible::NoIndividualFact)
    } else if list.iter().any(|fact| fact.on > latest_day(recorded.at)) {
        Err(NotPossible::FactInFuture)
    } else {
        Ok(())
    }
}

/// Of a sentence, an offence or a list beside a fact about this person only the fact counts; a protected ground is refused
/// whatever stands beside it. A body of version 1 names no ground, and is read as it was.
fn individual(body: &Imposed) -> Result<(), NotPossible> {
    if body.grounds.contains(&MeasureGround::Protected) {
        Err(NotPossible::GroundProtected)
    } else if body.policy.is_some() && !body.grounds.iter().any(|ground| ground.is_individual()) {
        Err(NotPossible::GroundNotIndividual)
    } else {
        Ok(())
    }
}

/// Does this review carry an extension? It came from outside the line of command after the last decision, and said that the
/// measure may go on. One review carries one extension: after that it is older than the last decision, or as old.
fn carries(measure: &MeasureFacts, review: ActId, at: Moment) -> Result<(), NotPossible> {
    let since = measure.last_decided();
    let fits =
        |known: &ReviewFacts| known.act == review && known.carries_extension() && since < known.at && known.at <= at;
    measure.reviews.iter().any(fits).then_some(()).ok_or(NotPossible::NoOutsideReview)
}

impl ReviewFacts {
    /// Did it come from outside the line of command, and say that the measure may go on?
    pub fn carries_extension(&self) -> bool {
        self.command == CommandLine::Outside && self.outcome == MeasureReview::GoOn
    }
}
