//! Is it possible: the order of things around restraints and force.

use crate::admission::NotPossible;
use crate::facts::Facts;
use crate::id::ActId;
use crate::kind::topic;
use crate::recorded::Recorded;
use crate::restraint::Restrained;

pub(crate) fn admit(facts: &Facts, recorded: &Recorded, act: &topic::Restraint, held: bool) -> Result<(), NotPossible> {
    let at = recorded.concerns();
    let restraint = |id: ActId| facts.restraint.restraint(id).ok_or(NotPossible::RestraintUnknown);
    let begun = |restraint: &Restrained| {
        if at < restraint.span.from { Err(NotPossible::EndBeforeBeginning) } else { Ok(()) }
    };
    match act {
        topic::Restraint::Ordered(body) if body.tried.is_empty() => Err(NotPossible::NoAlternative),
        topic::Restraint::Ordered(_) | topic::Restraint::ForceUsed(_) => held.then_some(()).ok_or(NotPossible::NotHeld),
        topic::Restraint::Applied(body) => match body.order {
            Some(order) if facts.restraint.orders.iter().all(|known| known.act != order) => {
                Err(NotPossible::RestraintUnknown)
            }
            _ if held => Ok(()),
            _ => Err(NotPossible::NotHeld),
        },
        topic::Restraint::Checked(body) => {
            let restraint = restraint(body.restraint)?;
            begun(restraint)?;
            let off = restraint.span.until.is_some_and(|until| until < at);
            if off { Err(NotPossible::RestraintRemoved) } else { Ok(()) }
        }
        topic::Restraint::Removed(body) => {
            let restraint = restraint(body.restraint)?;
            begun(restraint)?;
            if restraint.span.until.is_some() { Err(NotPossible::RestraintRemoved) } else { Ok(()) }
        }
        topic::Restraint::Told(body) => match facts.restraint.use_of_force(body.restraint) {
            Some(_) => Ok(()),
            None => restraint(body.restraint).map(|_| ()),
        },
        topic::Restraint::Appeared(body) if body.until <= at => Err(NotPossible::EndBeforeBeginning),
        topic::Restraint::Appeared(_) => Ok(()),
    }
}
