//! One step at a time: who does it, and with which words.

mod force;
mod life;
mod measures;
mod reception;
mod referrals;

use domain::look::Purpose;
use domain::{Capacity, Part};

use super::{Past, Person, Step};

impl Past<'_> {
    /// Performs a step. One that has lost its object since it was told is left out: a referral that ended, a plan that was
    /// never made.
    pub(super) fn take(&self, person: &mut Person, step: Step) -> anyhow::Result<()> {
        match step {
            Step::Look(capacity) => self.look(person, capacity),
            Step::Print => {
                let manager = self.inside(person, Capacity::CaseManager)?;
                self.app.print_case(&manager, person.case, Part::Plan)?;
                Ok(())
            }
            Step::Refer(slot) => self.refer(person, slot),
            Step::Accept(slot)
            | Step::Decline(slot)
            | Step::Assign(slot)
            | Step::Meet(slot)
            | Step::Schedule(slot)
            | Step::Change(slot)
            | Step::Session(slot, _)
            | Step::Hold(slot)
            | Step::Resume(slot)
            | Step::LosePlace(slot)
            | Step::AskAgain(slot)
            | Step::Reenter(slot)
            | Step::Withdraw(slot)
            | Step::Report(slot)
            | Step::Conclude(slot) => self.serve(person, slot, step),
            Step::Impose(..)
            | Step::Find(..)
            | Step::Regime { .. }
            | Step::HealthVisit
            | Step::ReviewMeasure
            | Step::Lift
            | Step::LoseByMeasure(_) => self.restrict(person, step),
            Step::Restrain(..) | Step::RestraintEnds | Step::Search(_) => self.constrain(person, step),
            step => self.live(person, step),
        }
    }

    fn look(&self, person: &Person, capacity: Capacity) -> anyhow::Result<()> {
        let (actor, purpose) = match capacity {
            Capacity::ProbationOfficer => (self.receiver(person)?.1, Purpose::Handover),
            Capacity::Monitor | Capacity::IndependentReviewer | Capacity::DataProtection => {
                (self.house.any(capacity)?, Purpose::Oversight)
            }
            Capacity::Supervisor | Capacity::Governor => (self.inside(person, capacity)?, Purpose::Decision),
            _ => (self.inside(person, capacity)?, Purpose::Casework),
        };
        self.app.case(&actor, person.case, purpose)?;
        Ok(())
    }
}
