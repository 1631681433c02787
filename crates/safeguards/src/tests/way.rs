//! Random chapters of the way from admission to release, and the same entered in another order.

use domain::assessment::NeedArea;
use domain::custody::{Sex, Status};
use domain::facts::Dated;
use domain::health::{AdviceAnswer, AdviceWeight, Attestation, Reach, ScreeningArea, Urgency};
use domain::measure::YesNo;
use domain::organisation::Aim;
use domain::passage_facts::{
    AdviceOutcome, ChildrenFacts, ClassFacts, DistanceFacts, Followed, Noted, OrderFacts, PassageFacts, ReturnFacts,
};
use domain::reception::{AdmissionGroup, CareArranged, ClassPurpose, GroupState, PlacementReason};
use domain::release::ReleaseItem;
use domain::weighing::{AccommodationAnswer, AccommodationNeed, AssessmentAspect, Considered, PlanAspect};
use domain::{AccountId, ActId, Moment, OrgId, Span};
use jiff::tz::TimeZone;

use super::fixture::*;
use super::random::Way;

/// An id of its own for each chapter: what was told before, and what this is.
fn id(case: &Case, way: Way, which: usize) -> ActId {
    let passage = &case.facts.passage;
    let told = [
        passage.received.len(),
        passage.items.len(),
        passage.aims.len(),
        passage.orders.len(),
        passage.registers.len(),
        passage.care.iter().map(|asked| 1 + asked.after.len()).sum(),
        passage.advice.iter().map(|asked| 1 + asked.after.len()).sum(),
        passage.accommodation.iter().map(|asked| 1 + asked.after.len()).sum(),
        passage.examined.len() + passage.attested.len(),
        passage.weighed.len() + passage.considered.len(),
        passage.classes.len() + passage.distances.len() + passage.children.len(),
        passage.listed.len() + passage.returned.len(),
        case.facts.plans.iter().map(|plan| 1 + plan.reviews.len()).sum(),
        case.facts.allocated.len() + case.facts.status.len() + case.facts.assessments.len(),
    ];
    let mut bytes = [0xc0; 16];
    bytes[0] = way as u8;
    bytes[1] = u8::try_from(which).unwrap();
    for (byte, count) in bytes[2..].iter_mut().zip(told) {
        *byte = u8::try_from(count).unwrap();
    }
    ActId::from_bytes(bytes)
}

fn pick<T: Copy>(of: &[T], which: usize) -> T {
    of[which % of.len()]
}

/// The list without the one that `which` names, or whole.
fn most<T: Copy>(of: &[T], which: usize) -> Vec<T> {
    of.iter().enumerate().filter(|(place, _)| *place != which % (of.len() + 2)).map(|(_, of)| *of).collect()
}

fn last_or<T, A>(rows: &mut [Followed<T, A>], after: Noted<A>) {
    if let Some(row) = rows.last_mut() {
        row.after.push(after);
    }
}

fn noted<T>(act: ActId, at: Moment, value: T) -> Noted<T> {
    Noted { act, at, known: at, value }
}

/// The case with this on record too.
#[expect(clippy::too_many_lines, reason = "one arm for each chapter of the story")]
pub fn tell(mut case: Case, way: Way, at: Moment, which: usize) -> Case {
    let act = id(&case, way, which);
    let anybody = AccountId::from_bytes([9; 16]);
    let facts = &mut case.facts;
    let passage = &mut facts.passage;
    match way {
        Way::Received => {
            // Two at one instant would be one.
            if passage.received.iter().all(|row| row.at < at) {
                passage.received.push(noted(act, at, ()));
                for place in &mut facts.custody {
                    place.span = place.span.ended(at);
                }
                let value = OrgId::from_bytes([7; 16]);
                facts.custody.push(Dated { act, value, span: Span::since(at), known: at });
            }
        }
        Way::Woman => facts.sex = Some(Sex::Female),
        Way::Status => {
            if facts.status.iter().all(|row| row.span.from < at) {
                for row in &mut facts.status {
                    row.span = row.span.ended(at);
                }
                let value = pick(Status::ALL, which);
                facts.status.push(Dated { act, value, span: Span::since(at), known: at });
            }
        }
        Way::Aim => passage.aims.push(noted(
            act,
            at,
            [None].into_iter().chain(Aim::ALL.iter().copied().map(Some)).nth(which % 4).flatten(),
        )),
        Way::Assessed => facts.assessments.push((act, at, vec![pick(NeedArea::ALL, which)])),
        Way::PlanForGuilt => {
            if let Some(plan) = facts.plans.last_mut() {
                plan.goals = vec![NeedArea::LeavingViolence];
            }
        }
        Way::PlanApproved => {
            if let Some(plan) = facts.plans.last_mut() {
                plan.approved = Some((act, at.max(plan.proposed), anybody));
            }
        }
        Way::PlanReviewed => {
            if let Some(plan) = facts.plans.last_mut() {
                plan.reviews.push((act, at));
            }
        }
        Way::Carried => {
            if facts.allocated.iter().all(|row| row.span.from < at) {
                for row in &mut facts.allocated {
                    row.span = row.span.ended(at);
                }
                facts.allocated.push(Dated { act, value: anybody, span: Span::since(at), known: at });
            }
        }
        Way::ReleaseSet => {
            facts.release_on = Some((act, at.date_in(&TimeZone::UTC)));
            passage.dates.push(noted(act, super::fixture::at(0), ()));
        }
        Way::Released => {
            facts.released = Some((act, at));
            for place in &mut facts.custody {
                place.span = place.span.ended(at);
            }
        }
        Way::CopyOffered => facts.file_copy = Some((act, at)),
        Way::Item => {
            let item = pick(ReleaseItem::ALL, which);
            passage.items.push(noted(act, at, item));
            facts.release_items.push((act, item));
        }
        Way::MetOutside => facts.first_contact = Some((act, at)),
        Way::Order => {
            let shown = pick(YesNo::ALL, which);
            let from = (!which.is_multiple_of(3)).then_some(at);
            let until = which.is_multiple_of(5).then(|| at.plus(days(20)));
            passage.orders.push(noted(act, at, OrderFacts { shown, from, until }));
        }
        Way::Register => {
            let groups =
                most(AdmissionGroup::ALL, which).into_iter().map(|group| (group, GroupState::Written)).collect();
            passage.registers.push(noted(act, at, groups));
        }
        Way::Children => {
            let complete = u32::try_from(which % 4).unwrap();
            let arranged = pick(CareArranged::ALL, which);
            passage.children.push(noted(act, at, ChildrenFacts { count: 2, complete, arranged }));
        }
        Way::Listed => passage.listed.push(noted(act, at, (12, pick(YesNo::ALL, which)))),
        Way::Returned => {
            let exceptions = u32::try_from(which % 3).unwrap();
            let signed = pick(YesNo::ALL, which);
            passage.returned.push(noted(act, at, ReturnFacts { returned: 11, exceptions, signed }));
        }
        Way::Distance => {
            let km = 10 + u32::try_from(which).unwrap() * 3;
            let reason = which.is_multiple_of(4).then_some(PlacementReason::Full);
            passage.distances.push(noted(act, at, DistanceFacts { km, nearest_km: 10, asked: YesNo::Yes, reason }));
        }
        Way::Class => {
            let review_on = at.plus(days(20)).date_in(&TimeZone::UTC);
            let purpose = pick(ClassPurpose::ALL, which);
            passage.classes.push(noted(act, at, ClassFacts { purpose, facts: which % 2, review_on }));
        }
        Way::Examined => passage.examined.push(noted(act, at, most(ScreeningArea::ALL, which))),
        Way::Attested => passage.attested.push(noted(act, at, pick(Attestation::ALL, which))),
        Way::CareAsked => {
            passage.care.push(Followed { begun: noted(act, at, pick(Urgency::ALL, which)), after: Vec::new() });
        }
        Way::CareReached => last_or(&mut passage.care, noted(act, at, pick(Reach::ALL, which))),
        Way::Advised => {
            passage.advice.push(Followed { begun: noted(act, at, pick(AdviceWeight::ALL, which)), after: Vec::new() });
        }
        Way::AdviceAnswered => {
            let answer =
                AdviceAnswer::ALL.get(which % 5).map_or(AdviceOutcome::FoundIgnored, |a| AdviceOutcome::Answered(*a));
            last_or(&mut passage.advice, noted(act, at, answer));
        }
        Way::Weighed => passage.weighed.push(noted(act, at, most(AssessmentAspect::ALL, which))),
        Way::Considered => {
            if let Some(plan) = facts.plans.last() {
                let aspects = most(PlanAspect::ALL, which).into_iter();
                let aspects = aspects.map(|aspect| (aspect, pick(Considered::ALL, which))).collect();
                passage.considered.push(noted(act, at, (plan.act, aspects)));
            }
        }
        Way::AccommodationAsked => {
            let need = pick(AccommodationNeed::ALL, which);
            passage.accommodation.push(Followed { begun: noted(act, at, need), after: Vec::new() });
        }
        Way::AccommodationDecided => {
            last_or(&mut passage.accommodation, noted(act, at, pick(AccommodationAnswer::ALL, which)));
        }
    }
    case
}

/// The same, entered in another order.
pub fn turn(passage: &mut PassageFacts) {
    let PassageFacts {
        received,
        dates,
        items,
        aims,
        orders,
        registers,
        children,
        listed,
        returned,
        distances,
        classes,
        examined,
        attested,
        care,
        advice,
        weighed,
        considered,
        accommodation,
    } = passage;
    received.reverse();
    dates.reverse();
    items.reverse();
    aims.reverse();
    orders.reverse();
    registers.reverse();
    children.reverse();
    listed.reverse();
    returned.reverse();
    distances.reverse();
    classes.reverse();
    examined.reverse();
    attested.reverse();
    for asked in care.iter_mut() {
        asked.after.reverse();
    }
    care.reverse();
    for asked in advice.iter_mut() {
        asked.after.reverse();
    }
    advice.reverse();
    weighed.reverse();
    considered.reverse();
    for asked in accommodation.iter_mut() {
        asked.after.reverse();
    }
    accommodation.reverse();
}
