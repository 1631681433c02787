//! Random chapters of daily life.

use domain::contact::{Hearing, LegalInterpreter};
use domain::daily::WorkFacts;
use domain::regime::{WorkFor, WorkOutcome, WorkTerms, WorkTowards};
use jiff::tz::TimeZone;

use super::*;
use crate::tests::fixture::Case;

fn pick<T: Copy>(of: &[T], which: usize) -> T {
    of[which % of.len()]
}

/// Tells what the number says, at that time.
pub fn tell(mut case: Case, when: Moment, which: usize) -> Case {
    if case.facts.custody.is_empty() {
        let (value, from) = (OrgId::from_bytes([9; 16]), at(-1));
        case.facts.custody.push(Dated { act: ADMISSION, value, span: Span::since(from), known: from });
    }
    if which.is_multiple_of(7) {
        let born = date(2010, 1, 1);
        case.facts.born = Some(domain::custody::Born { earliest: born, latest: born });
    }
    let daily = &mut case.facts.daily;
    let told = daily.days.len()
        + daily.work.len()
        + daily.contacts.len()
        + daily.informed.len()
        + daily.notices.len()
        + daily.placed.len();
    let id = |more: usize| {
        let mut bytes = [0xda; 16];
        bytes[..8].copy_from_slice(&u64::try_from(told + more).unwrap().to_be_bytes());
        ActId::from_bytes(bytes)
    };
    let kind = which / 6;
    match which % 6 {
        0 => {
            let from = when.date_in(&TimeZone::UTC);
            for more in 0..9_usize {
                let day = i64::try_from(more).unwrap();
                daily.days.push(DayFacts {
                    act: id(more),
                    date: from.checked_add(day.days()).unwrap(),
                    out_of_cell: 240,
                    open_air: pick(&[60, 59, 90], kind + more),
                    weather: pick(Weather::ALL, kind / 3),
                    work: if kind.is_multiple_of(2) { DayWork::Indoors } else { pick(DayWork::ALL, kind + more) },
                    requests: pick(YesNo::ALL, kind / 2),
                    known: when,
                });
            }
        }
        1 => daily.contacts.push(ContactFacts {
            act: id(0),
            at: when,
            with: pick(ContactWith::ALL, kind),
            means: pick(ContactMeans::ALL, kind / 2),
            outcome: pick(ContactOutcome::ALL, kind / 3),
            asked: (!kind.is_multiple_of(3)).then(|| when.plus(-of_days(i64::try_from(kind % 3).unwrap() - 1))),
            hearing: (!kind.is_multiple_of(4)).then(|| pick(Hearing::ALL, kind)),
            interpreter: (kind % 4 != 1).then(|| pick(LegalInterpreter::ALL, kind)),
            known: when,
        }),
        2 => daily.informed.push(InformedFacts {
            act: id(0),
            at: when,
            topics: InformationTopic::ALL.iter().copied().skip(kind % 3).collect(),
            forms: vec![pick(InformationForm::ALL, kind)],
            understood: pick(Understood::ALL, kind / 2),
            known: when,
        }),
        3 => daily.notices.push(NoticeFacts {
            act: id(0),
            at: when,
            event: pick(FamilyEvent::ALL, kind),
            told: pick(FamilyTold::ALL, kind / 2),
        }),
        4 => daily.work.push(WorkFacts {
            act: id(0),
            at: when,
            outcome: if kind.is_multiple_of(4) { pick(WorkOutcome::ALL, kind / 4) } else { WorkOutcome::Given },
            benefit: (kind % 5 != 1).then(|| pick(WorkFor::ALL, kind)),
            terms: (kind % 7 != 1).then(|| pick(WorkTerms::ALL, kind / 2)),
            paid: (!kind.is_multiple_of(3)).then(|| pick(YesNo::ALL, kind)),
            towards: (kind % 4 != 1).then(|| pick(WorkTowards::ALL, kind)),
            known: when,
        }),
        _ => {
            // In the order of time, as the fold keeps them.
            if daily.placed.last().is_none_or(|last| last.span.from < when) {
                for row in &mut daily.placed {
                    row.span = row.span.ended(when);
                }
                let value = PlacedFacts {
                    unit: Line::new("B2").unwrap(),
                    room: pick(Room::ALL, kind),
                    allowed: (!kind.is_multiple_of(3)).then(|| pick(YesNo::ALL, kind)),
                    other_sex: pick(Mixed::ALL, kind),
                    other_age: pick(MixedAge::ALL, kind / 2),
                    other_status: pick(Mixed::ALL, kind / 3),
                };
                daily.placed.push(Dated { act: id(0), value, span: Span::since(when), known: when });
            }
        }
    }
    case
}
