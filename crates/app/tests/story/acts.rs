//! Bodies of acts, with specimen words. Nobody in them is anybody.

use domain::assessment::{Assessed, Fact, ImmediateAnswer, ImmediateNeed, Looked, Need, NeedArea, NeedsTaken};
use domain::consent::{ConsentBy, Given, SharedPart};
use domain::custody::{Admitted, Born, Person, SentenceRecorded, Sex, Status};
use domain::measure::{Alternative, FoundInForce, Imposed, IndividualFact, MeasureKind, MeasurePurpose};
use domain::measure_terms::{Authority, EndSaid, MeasureGround, PolicyReference};
use domain::organisation::{Aim, OrgKind, Registered, ServicePublished};
use domain::plan::{Goal, Proposed, ReleaseSection};
use domain::referral::{Begun, Offered, PackageReleased};
use domain::{ActId, Date, Line, Moment, OrgId, ReferralId, ServiceId, Text};
use jiff::civil::date;

pub fn line(text: &str) -> Line {
    Line::new(text).unwrap()
}

pub fn text(text: &str) -> Text {
    Text::new(text).unwrap()
}

pub fn registered(name: &str, kind: OrgKind) -> Registered {
    Registered { name: line(name), kind, place: line("Sampleville"), contact: line("desk 1") }
}

pub fn admitted(prison: OrgId, number: &str, family: &str, born: Date) -> Admitted {
    Admitted {
        number: line(number),
        person: Person {
            family_name: line(family),
            given_names: line("Specimen"),
            born: Born { earliest: born, latest: born },
            sex: Sex::Male,
            languages: vec![line("ar")],
            reads: line("ar"),
        },
        prison,
        order: line("Order 12/2026"),
        status: Status::Convicted,
    }
}

pub fn sentence() -> SentenceRecorded {
    SentenceRecorded {
        begins: date(2026, 3, 2),
        earliest_release: date(2026, 9, 1),
        ends: date(2027, 9, 1),
        order: line("Judgment 7/2026"),
    }
}

pub fn needs() -> NeedsTaken {
    let answer = |need| ImmediateAnswer { need, looked: Looked::Yes, note: None };
    NeedsTaken { answers: ImmediateNeed::ALL.iter().copied().map(answer).collect(), language: line("ar") }
}

pub fn assessed() -> Assessed {
    Assessed {
        facts: vec![Fact { text: text("Worked as a baker."), source: line("certificate"), on: date(2024, 5, 1) }],
        judgements: Vec::new(),
        needs: vec![
            Need { area: NeedArea::Work, text: text("Wants to bake again.") },
            Need { area: NeedArea::Dialogue, text: text("Wants to talk things through.") },
        ],
        strengths: None,
    }
}

pub fn plan() -> Proposed {
    Proposed {
        goals: vec![
            Goal {
                need: NeedArea::Work,
                goal: text("Bake."),
                step: text("Register for the course."),
                helper: line("the workshop"),
            },
            Goal {
                need: NeedArea::Dialogue,
                goal: text("Talk."),
                step: text("Meet once."),
                helper: line("the association"),
            },
        ],
        release: Some(ReleaseSection {
            home: text("With an aunt."),
            living: text("A bakery."),
            ties: text("An aunt."),
            agency: line("Sample Probation, by telephone"),
        }),
        words: Some(text("I want to bake.")),
        review_on: date(2026, 6, 1),
    }
}

pub fn consent(recipient: OrgId, until: Date) -> Given {
    Given {
        recipient,
        purpose: line("dialogue sessions"),
        parts: vec![SharedPart::Name, SharedPart::Goals, SharedPart::Visiting],
        until,
        by: ConsentBy::Person,
        explained_by: line("the chaplain"),
        language: line("ar"),
        alternative: text("Nothing changes."),
    }
}

pub fn begun(referral: ReferralId, service: ServiceId, org: OrgId, plan: ActId, consent: ActId) -> Begun {
    Begun { referral, service, org, plan, goal: 2, consent, aim: None }
}

pub fn offered(service: ServiceId, org: OrgId, from: OrgId, answer_by: Date) -> Offered {
    Offered {
        service,
        org,
        from,
        alias: line("Person 17"),
        need: NeedArea::Dialogue,
        asked: text("Somebody to talk to, weekly."),
        languages: vec![line("ar")],
        place: line("visiting room"),
        contact: line("desk 1"),
        first_meeting_by: date(2026, 5, 1),
        answer_by,
    }
}

/// The name in it stands nowhere else, so that a test can look for it.
pub fn package(until: Date) -> PackageReleased {
    PackageReleased {
        version: 1,
        name: line("Packaged Name"),
        called: None,
        goal: text("Talk."),
        step: text("Meet once."),
        visiting: text("Tuesdays."),
        release_on: None,
        basis: line("consent"),
        until,
    }
}

pub fn imposed(measure: MeasureKind, purpose: MeasurePurpose, at: Moment, planned_end: Moment) -> Imposed {
    Imposed {
        measure,
        purpose,
        planned_end,
        grounds: vec![MeasureGround::Attacked],
        facts: vec![fact(at)],
        necessary: Some(text("It would happen again.")),
        proportionate: Some(text("Short, and less than what happened.")),
        policy: Some(Box::new(PolicyReference { title: line("Policy 1"), since: date(2020, 1, 1) })),
        authority: Some(Authority::Director),
        authorised_at: None,
        emergency: None,
        supervised: None,
        ends_when: Some(text("A talk is held.")),
        effects: Vec::new(),
        alternatives: vec![Alternative { way: line("a talk"), outcome: text("Not enough.") }],
        legal_basis: line("Prison Act 12"),
        authorised_by: line("the governor"),
        same_for_anyone: text("Yes."),
        fits_person: text("Yes."),
        review_by: at.plus(3 * domain::moment::DAY),
        goes_on: text("Visits and the course."),
    }
}

pub fn fact(at: Moment) -> IndividualFact {
    IndividualFact {
        on: at.date_in(&jiff::tz::TimeZone::UTC),
        what: text("A fight in the yard."),
        source: line("wing book"),
    }
}

pub fn found_in_force(planned_end: Option<Moment>) -> FoundInForce {
    FoundInForce {
        measure: MeasureKind::Solitary,
        purpose: MeasurePurpose::Order,
        planned_end,
        end_said: if planned_end.is_some() { EndSaid::Named } else { EndSaid::NotKnown },
        what: text("Found alone in cell 4."),
        grounds: Vec::new(),
        alternatives: None,
        law: None,
        policy: None,
        review: None,
        authority: None,
        authorised_at: None,
        health_took_part: None,
        effects: Vec::new(),
        withheld: Vec::new(),
        supervised: None,
    }
}

pub fn service(org: OrgId, name: &str) -> ServicePublished {
    ServicePublished {
        org,
        name: line(name),
        aim: Aim::Support,
        needs: vec![NeedArea::Dialogue],
        languages: vec![line("ar")],
        place: line("inside"),
        description: text("Weekly talks."),
        places: 5,
        whom: None,
    }
}
