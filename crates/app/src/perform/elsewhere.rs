//! What an act needs of what stands elsewhere, resolved when it is performed and written into it, so that rules and readers later judge
//! what was known then. Nobody sends these fields: a request that does is refused.

use domain::Act;
use domain::admission::NotPossible;
use domain::command::{Below, CommandLine};
use domain::kind::{NotAnAct, Subject, topic};
use domain::referral_facts::ReferralState;
use store::Tx;

use super::{Deed, Proposed, Work};
use crate::ground;
use crate::refusal::Refusal;
use crate::resolve;
use crate::state::State;

/// For one need so many offers of a person wait for an answer at once: whoever asks everybody learns little, and tells everybody.
const OFFERS_AT_ONCE: usize = 2;

impl Work<'_> {
    /// Is there room for one more offer for this need?
    pub(super) fn offers_at_once(&self, tx: &mut Tx<'_>, deed: &Deed, proposed: &Proposed) -> Result<(), Refusal> {
        let Act::Referral(topic::Referral::Offered(offer)) = &proposed.act else { return Ok(()) };
        let case = deed.acts.iter().find_map(|other| match &other.act {
            Act::Referral(topic::Referral::Begun(body)) if body.referral.stream() == proposed.stream => {
                Some(other.stream)
            }
            _ => None,
        });
        let Some(case) = case else { return Ok(()) };
        let mut open = 0_usize;
        for referral in ground::referrals_of(tx, case)? {
            if let State::Referral(facts) = &*self.app.folded(tx, referral, Subject::Referral)? {
                open += usize::from(facts.state == ReferralState::Offered && facts.need == Some(offer.need));
            }
        }
        if open < OFFERS_AT_ONCE { Ok(()) } else { Err(NotPossible::TwoOffersOpen.into()) }
    }

    /// The act with what it must say of what stands elsewhere, as it is known now: a replay never asks for it again. Nobody
    /// says it in the place of the program.
    pub(super) fn with_what_stands_elsewhere(
        &mut self,
        tx: &mut Tx<'_>,
        proposed: &Proposed,
    ) -> Result<Proposed, Refusal> {
        let mut proposed = proposed.clone();
        let (at, stream) = (proposed.concerns.unwrap_or(self.now), proposed.stream);
        if let Act::Measure(topic::Measure::Reviewed(body)) = &mut proposed.act {
            if body.command.is_some() {
                return Err(Refusal::Form(NotAnAct::at("command", "written by the program")));
            }
            let facts = match self.files.get(&stream) {
                Some(file) => file.state.case().cloned(),
                None => resolve::case_facts(self.app, tx, stream)?,
            };
            let measure =
                facts.as_ref().and_then(|facts| facts.measures.iter().find(|known| known.act == body.measure));
            body.command = match measure {
                Some(measure) => Some(self.app.line_towards(tx, self.actor.account, measure, at)?),
                None => Some(CommandLine::NotKnown),
            };
        }
        if let Act::File(topic::File::EmergencyReviewed(body)) = &mut proposed.act {
            if body.below.is_some() {
                return Err(Refusal::Form(NotAnAct::at("below", "written by the program")));
            }
            let facts = match self.files.get(&stream) {
                Some(file) => file.state.case().cloned(),
                None => resolve::case_facts(self.app, tx, stream)?,
            };
            let opening = facts.as_ref().and_then(|facts| {
                facts.emergencies.iter().find(|opening| opening.act == body.opening).map(|found| (found.by, found.at))
            });
            body.below = Some(match opening {
                Some((by, opened)) => self.app.stands_below(tx, self.actor.account, by, [opened, self.now])?,
                None => Below::NotKnown,
            });
        }
        if let Act::Referral(topic::Referral::Begun(body)) = &mut proposed.act {
            if body.aim.is_some() {
                return Err(Refusal::Form(NotAnAct::at("aim", "written by the program")));
            }
            body.aim = resolve::aim_of(self.app, tx, body.service)?;
        }
        Ok(proposed)
    }
}
