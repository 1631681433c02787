//! Where in a form a reason stands for which its act was not possible, so that whoever filled it in sees what to change.
//!
//! It judges nothing: the reason comes from the domain.

use super::{ActForm, CONCERNS};
use crate::form::{FieldError, Kind as FieldKind};
use crate::words::dashed;
use domain::admission::NotPossible;

impl ActForm {
    /// The reason as a mistake at the question it is about, or of the whole form if it is about none of them.
    pub fn not_possible(&self, why: NotPossible) -> FieldError {
        let asked =
            |path: &&&str| self.spec.field(path).is_some_and(|field| !matches!(field.kind, FieldKind::Hidden { .. }));
        let path = about(why).iter().find(asked).copied().unwrap_or_default();
        FieldError::new(path, format!("not-possible-{}", dashed(why.code())))
    }
}

/// The questions that a reason can be about, the likeliest first.
const fn about(why: NotPossible) -> &'static [&'static str] {
    match why {
        NotPossible::NotHeld | NotPossible::StillHeld | NotPossible::NotReleased | NotPossible::InFuture => {
            &[CONCERNS, "as_of"]
        }
        NotPossible::TwoOffersOpen => &["offered.need"],
        NotPossible::CauseStaysInside => &["attendance", "reason"],
        NotPossible::NotAgreed => &["agreed"],
        NotPossible::DelayNeedsReason => &["tell_by"],
        NotPossible::NoGoal | NotPossible::NeedNotAssessed => &["goals"],
        NotPossible::GoalUnknown => &["goal"],
        NotPossible::ConsentNotHolding | NotPossible::ConsentForAnother | NotPossible::ConsentUnknown => &["consent"],
        NotPossible::EndBeforeBeginning => {
            &["planned_end", "person.born.latest", "until", "ends", "next_review", "answer_by", "at", CONCERNS]
        }
        NotPossible::NotLonger | NotPossible::HoldTooLong => &["until"],
        NotPossible::TooSoon => &["on"],
        NotPossible::PostNotThere => &["from", "at"],
        NotPossible::PostHeld
        | NotPossible::LineThere
        | NotPossible::CoverThere
        | NotPossible::NobodyAway
        | NotPossible::HolderOther => &["from"],
        NotPossible::PostOfAnotherCapacity
        | NotPossible::CoverOneself
        | NotPossible::CoverElsewhere
        | NotPossible::CoverOtherCapacity => &["account"],
        NotPossible::LineCircle | NotPossible::PostUnknown => &["under.post"],
        NotPossible::CoverTooLong | NotPossible::CoverGap | NotPossible::CoverOver => &["until"],
        NotPossible::NoIndividualFact | NotPossible::FactInFuture => &["facts"],
        NotPossible::GroundNotIndividual | NotPossible::GroundProtected => &["grounds"],
        NotPossible::NoOutsideReview => &["review"],
        NotPossible::NoAlternative => &["alternatives"],
        NotPossible::ReferralUnknown => &["referral"],
        NotPossible::CapacityElsewhere => &["capacity"],
        NotPossible::AgesReversed => &["whom.from_age"],
        NotPossible::NoWebAddress => &["web"],
        NotPossible::NoMailbox => &["email"],
        NotPossible::TokenNoScope => &["scope"],
        NotPossible::TokenTooLong => &["until"],
        NotPossible::NotOpen => &["service", "to", "recipient", "body", "prison", "org", "account"],
        _ => &[],
    }
}
