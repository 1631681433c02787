//! Restrictive measures: when they are possible, how old bodies are read, and what the facts keep of what is recorded under them.

use domain::Kind;
use domain::admission::NotPossible as Not;
use domain::facts::Facts;
use domain::kind::{Act, topic};
use domain::measure::YesNo;
use domain::measure_terms::{Authority, EndSaid, MeasureGround};

use crate::admission::{NOTHING, Row, imposed};
use crate::case::{REVIEW, SAID, Story, act, body, case, hour, sample};

/// Reviewed from outside the line of command: it may go on.
fn reviewed() -> Story {
    imposed().then(sample("measure.reviewed").with("outcome", "go_on").named(REVIEW))
}

fn lifted() -> Story {
    imposed().then(sample("measure.lifted"))
}

/// The rows of this family: what is possible, and what is not.
pub fn rows() -> Vec<Row> {
    decision_rows().into_iter().chain(under_measure_rows()).collect()
}

fn decision_rows() -> Vec<Row> {
    let s = sample;
    let fact_of = |day: &str| serde_json::json!([{"on": day, "what": "Example", "source": "Sample"}]);
    vec![
        (Not::MeasureUnknown, (imposed(), s("measure.lifted")), (case(), s("measure.lifted"))),
        (Not::MeasureUnknown, (imposed(), s("measure.reviewed")), (case(), s("measure.reviewed"))),
        (
            Not::MeasureEnded,
            (reviewed(), s("measure.extended")),
            (reviewed().then(s("measure.lifted")), s("measure.extended")),
        ),
        (Not::MeasureEnded, (imposed(), s("measure.reviewed")), (lifted(), s("measure.reviewed"))),
        (
            Not::EndBeforeBeginning,
            (case(), s("measure.imposed")),
            (case(), s("measure.imposed").with("planned_end", "2026-05-01T00:00:00Z")),
        ),
        (
            Not::NotLonger,
            (reviewed(), s("measure.extended")),
            (reviewed(), s("measure.extended").with("until", "2026-05-05T09:00:00Z")),
        ),
        (Not::NoIndividualFact, (case(), s("measure.imposed")), (case(), s("measure.imposed").with("facts", NOTHING))),
        (
            Not::NoAlternative,
            (case(), s("measure.imposed")),
            (case(), s("measure.imposed").with("alternatives", NOTHING)),
        ),
        (
            Not::FactInFuture,
            (case(), s("measure.imposed").with("facts", fact_of("2026-05-02"))),
            (case(), s("measure.imposed").with("facts", fact_of("2026-05-04"))),
        ),
        (Not::InFuture, (case(), s("measure.regime_recorded").at(24)), (case(), s("measure.regime_recorded").at(1))),
        (
            Not::InFuture,
            (case(), s("measure.imposed").with("authorised_at", hour(0))),
            (case(), s("measure.imposed").with("authorised_at", hour(5))),
        ),
        (
            Not::GroundNotIndividual,
            (case(), s("measure.imposed").with("grounds", ["sentence", "listed", "was_attacked"])),
            (case(), s("measure.imposed").with("grounds", ["sentence", "offence", "listed"])),
        ),
        (
            Not::GroundNotIndividual,
            (case(), s("measure.imposed")),
            (case(), s("measure.imposed").with("grounds", NOTHING)),
        ),
        (Not::NoOutsideReview, (reviewed(), s("measure.extended")), (imposed(), s("measure.extended"))),
        (
            Not::GroundProtected,
            (case(), s("measure.imposed")),
            (case(), s("measure.imposed").with("grounds", ["attacked", "protected"])),
        ),
    ]
}

fn under_measure_rows() -> Vec<Row> {
    let s = sample;
    let said = || imposed().then(s("measure.effect_reported").named(SAID));
    let mut rows = vec![
        (Not::ActUnknown, (said(), s("measure.advice_answered")), (imposed(), s("measure.advice_answered"))),
        (
            Not::ActUnknown,
            (
                imposed().then(s("measure.health_visited").with("advises_change", "yes").named(SAID)),
                s("measure.advice_answered"),
            ),
            (imposed().then(s("measure.health_visited").named(SAID)), s("measure.advice_answered")),
        ),
        (
            Not::EndBeforeBeginning,
            (imposed(), s("measure.effect_reported")),
            (imposed(), s("measure.effect_reported").with("observed", hour(9))),
        ),
        (
            Not::InFuture,
            (case(), s("measure.visit_missed").with("on", "2026-05-02")),
            (case(), s("measure.visit_missed").with("on", "2026-05-04")),
        ),
        (
            Not::MeasureEnded,
            (imposed(), s("measure.conditions_recorded")),
            (lifted(), s("measure.conditions_recorded")),
        ),
        (Not::MeasureEnded, (imposed(), s("measure.offered")), (lifted(), s("measure.offered"))),
    ];
    let any_time = ["relief_planned", "loss_recorded", "reentry_asked", "change_advised", "effect_reported"];
    for kind in any_time.map(|word| format!("measure.{word}")) {
        rows.push((Not::MeasureUnknown, (lifted(), s(&kind)), (case(), s(&kind))));
    }
    rows
}

#[test]
fn an_extension_rests_on_a_review_from_outside_after_the_last_decision() {
    let extends = |story: Story| story.admits(sample("measure.extended"));
    let review = || sample("measure.reviewed").with("outcome", "go_on").named(REVIEW);
    let none = Err(Not::NoOutsideReview);
    assert_eq!(extends(reviewed()), Ok(()));
    assert_eq!(extends(imposed()), none);
    for inside in ["inside", "not_known"] {
        assert_eq!(extends(imposed().then(review().with("command", inside))), none, "{inside}");
    }
    for other in ["end", "ease"] {
        assert_eq!(extends(imposed().then(review().with("outcome", other))), none, "{other}");
    }
    assert_eq!(extends(imposed().then(review().at(-1))), none, "before it was imposed");
    let again = reviewed().then(sample("measure.extended"));
    let later = sample("measure.extended").with("until", "2026-05-08T09:00:00Z");
    assert_eq!(again.clone().admits(later.clone()), none, "the second one needs a review of its own");
    let second = sample("measure.reviewed").with("outcome", "go_on").named(SAID);
    assert_eq!(again.then(second).admits(later.with("review", act(SAID))), Ok(()));
}

fn read(kind: Kind, version: u16) -> Act {
    kind.decode(version, body(kind, version).to_string().as_bytes()).unwrap()
}

#[test]
fn what_version_1_could_not_say_is_left_open() {
    let Act::Measure(topic::Measure::Imposed(old)) = read(Kind::MeasureImposed, 1) else { panic!("not imposed") };
    assert!(old.grounds.is_empty() && old.policy.is_none() && old.authority.is_none() && old.necessary.is_none());
    let terms = domain::measure_facts::MeasureTerms::from(&old);
    assert_eq!((terms.grounds, terms.authority, terms.effects, terms.withheld), (None, None, None, None));
    assert_eq!((terms.alternatives, terms.law), (Some(YesNo::Yes), Some(YesNo::Yes)), "that it could say");

    let Act::Measure(topic::Measure::FoundInForce(old)) = read(Kind::MeasureFoundInForce, 1) else {
        panic!("not found")
    };
    assert_eq!((old.end_said, old.alternatives), (EndSaid::Named, None));
    let Act::Measure(topic::Measure::Extended(old)) = read(Kind::MeasureExtended, 1) else { panic!("not extended") };
    assert_eq!(old.review, None);
}

#[test]
fn version_2_is_not_read_without_what_it_must_say() {
    for (kind, fields) in [
        (Kind::MeasureImposed, &["grounds", "necessary", "proportionate", "policy", "authority", "ends_when"][..]),
        (Kind::MeasureFoundInForce, &["end_said"]),
        (Kind::MeasureExtended, &["review"]),
    ] {
        for field in fields {
            let mut less = body(kind, 2);
            less.as_object_mut().unwrap().remove(*field);
            assert!(kind.decode(2, less.to_string().as_bytes()).is_err(), "{kind} without {field}");
            less[*field] = serde_json::Value::Null;
            assert!(kind.decode(2, less.to_string().as_bytes()).is_err(), "{kind} with nothing as {field}");
        }
        assert!(kind.decode(1, body(kind, 2).to_string().as_bytes()).is_err(), "{kind}: version 1 said less");
        assert!(kind.decode(2, body(kind, 1).to_string().as_bytes()).is_err(), "{kind}: version 2 says more");
    }
}

#[test]
fn an_extension_of_before_is_taken_as_it_was() {
    let mut facts = imposed().facts();
    let mut recorded = imposed().then(sample("measure.extended")).acts.pop().unwrap();
    recorded.act = read(Kind::MeasureExtended, 1);
    facts.take(&recorded);
    assert_eq!(facts.measures[0].extensions.len(), 1);
    assert!(facts.contradictions.is_empty(), "nobody asked for a review then");
}

#[test]
fn a_decision_says_all_it_takes_away_and_a_finding_only_what_is_known() {
    let facts = imposed().facts();
    let terms = &facts.measures[0].terms;
    assert_eq!(terms.grounds.as_deref(), Some(&[MeasureGround::Attacked, MeasureGround::Sentence][..]));
    assert_eq!((terms.authority, terms.withheld.as_deref()), (Some(Authority::Director), Some(&[][..])));
    let nothing = case().then(sample("measure.imposed").without("effects")).facts();
    assert_eq!(nothing.measures[0].terms.effects.as_deref(), Some(&[][..]));
    let found = case().then(sample("measure.found_in_force").without("effects").without("withheld")).facts();
    assert_eq!((&found.measures[0].terms.effects, &found.measures[0].terms.withheld), (&None, &None));
}

#[test]
fn what_is_recorded_under_a_measure_is_kept_as_dates_and_codes() {
    let kinds = [
        "measure.conditions_recorded",
        "measure.offered",
        "measure.relief_planned",
        "measure.loss_recorded",
        "measure.reentry_asked",
        "measure.harm_attested",
        "measure.health_visited",
        "measure.visit_missed",
        "measure.change_advised",
    ];
    let story = imposed().then_all(&kinds).then(sample("measure.effect_reported").named(SAID));
    let story = story.then(sample("measure.advice_answered"));
    let under = story.facts().under;
    let lengths = [
        under.conditions.len(),
        under.offers.len(),
        under.reliefs.len(),
        under.losses.len(),
        under.reentries.len(),
        under.harm.len(),
        under.visits.len(),
        under.missed.len(),
        under.advised.len(),
        under.reported.len(),
        under.answers.len(),
    ];
    assert_eq!(lengths, [1; 11]);
    assert_eq!(story.facts().contradictions, Facts::default().contradictions);
    assert_eq!(under.answers[0].to, act(SAID));
    assert_eq!(under.said().count(), 2, "a visit without advice says nothing");
    let empty = imposed().then(sample("measure.relief_planned").with("ways", NOTHING)).facts();
    assert!(empty.under.reliefs.is_empty(), "a plan in which nothing stands is none");
}
