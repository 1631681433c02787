//! Stories: the worked examples of the document, and what is refused.

use std::fmt::Write as _;
use std::path::Path;

use domain::Moment;
use domain::look::Outcome;
use expect_test::expect;

use crate::story::Story;

const ADMISSION: &str = r#"{"id":"admission","kind":"custody.admitted","at":"2026-01-01T00:00:00.000Z","body":{"number":"EX-1",
"prison":"$prison","order":"Specimen","status":"untried","person":{"family_name":"Example","given_names":"Sample","sex":"male",
"languages":["French"],"reads":"French","born":{"earliest":"1990-01-01","latest":"1990-01-01"}}}}"#;

fn story(acts: &str) -> String {
    format!(r#"{{"zone":"UTC","names":["prison"],"acts":[{ADMISSION}{acts}]}}"#)
}

fn refused(text: &str) -> String {
    Story::parse(text).unwrap_err().to_string()
}

#[test]
fn the_examples_of_the_document_answer_as_it_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/story-format.md");
    let document = std::fs::read_to_string(&path).unwrap();
    let mut answered = String::new();
    let mut story: Option<Story> = None;
    let mut commands = 0;
    for (number, piece) in document.split("```").enumerate() {
        if number > 0 {
            answered.push_str("```");
        }
        if let Some(json) = piece.strip_prefix("json\n").filter(|_| number % 2 == 1) {
            story = Some(Story::parse(json).unwrap());
        }
        match piece.strip_prefix("console\n").filter(|_| number % 2 == 1) {
            None => answered.push_str(piece),
            Some(console) => {
                let command = console.lines().next().unwrap();
                let at: Moment = command.rsplit(' ').next().unwrap().parse().unwrap();
                let judgement = story.as_ref().unwrap().judge(at);
                assert!(judgement.contradictions.is_empty());
                write!(answered, "console\n{command}\n{judgement}").unwrap();
                commands += 1;
            }
        }
    }
    assert_eq!(commands, 3);
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &answered).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap(), answered, "run `BLESS=1 cargo test -p safeguards`");
}

#[test]
fn an_act_recorded_later_is_not_known_yet() {
    let story = Story::parse(&story(
        r#",{"id":"m1","kind":"measure.found_in_force","at":"2026-02-01T00:00:00.000Z","recorded":"2026-02-10T00:00:00.000Z",
        "body":{"measure":"separation","purpose":"order","end_said":"not_known","what":"Found."}}"#,
    ))
    .unwrap();
    // What is asked when somebody is received hangs on the admission, and not on the measure.
    let of_it = |finding: &&crate::Finding| finding.rule.id() == "NMR-43b";
    let findings =
        |at: &str| story.judge(at.parse().unwrap()).checked.with(Outcome::Undetermined).filter(of_it).count();
    assert_eq!(findings("2026-02-09T00:00:00.000Z"), 0);
    assert_eq!(findings("2026-02-10T00:00:00.000Z"), 1);
}

#[test]
fn an_act_that_contradicts_is_taken_and_named() {
    let story = Story::parse(&story(
        r#",{"id":"m1","kind":"measure.lifted","at":"2026-02-01T00:00:00.000Z","body":{"measure":"$admission","reason":"No."}}"#,
    ))
    .unwrap();
    assert_eq!(story.judge("2026-03-01T00:00:00.000Z".parse().unwrap()).contradictions, ["m1"]);
}

#[test]
fn the_answer_as_json_has_the_fields_that_the_document_names() {
    let answer = Story::parse(&story("")).unwrap().judge("2026-03-01T00:00:00.000Z".parse().unwrap());
    let value = serde_json::to_value(answer).unwrap();
    let mut fields: Vec<_> = value.as_object().unwrap().keys().cloned().collect();
    // Which order an object keeps depends on what else is built with this crate.
    fields.sort();
    assert_eq!(
        fields,
        ["advisories", "at", "contradictions", "findings", "labels", "met", "next_change_at", "rule_set", "waiting"]
    );
}

#[test]
fn what_is_not_a_story_is_refused_with_the_place() {
    let cases = [
        "{".to_owned(),
        r#"{"zone":"UTC","acts":[],"extra":1}"#.to_owned(),
        r#"{"zone":"Nowhere/Example","acts":[]}"#.to_owned(),
        r#"{"zone":"UTC","names":["prison","prison"],"acts":[]}"#.to_owned(),
        r#"{"zone":"UTC","names":["A prison"],"acts":[]}"#.to_owned(),
        story(r#",{"kind":"measure.lifted","at":"2026-02-01","body":{}}"#),
        story(r#",{"kind":"measure.shortened","at":"2026-02-01T00:00:00Z","body":{}}"#),
        story(r#",{"kind":"referral.expired","at":"2026-02-01T00:00:00Z","body":{}}"#),
        story(r#",{"kind":"measure.lifted","at":"2026-02-01T00:00:00Z","body":{"measure":"$m7","reason":"No."}}"#),
        story(r#",{"kind":"measure.lifted","at":"2026-02-01T00:00:00Z","body":{"measure":"$admission"}}"#),
        story(
            r#",{"kind":"measure.lifted","at":"2026-02-01T00:00:00Z","body":{"measure":"$admission","reason":"No.","x":1}}"#,
        ),
        story(r#",{"kind":"measure.lifted","at":"2026-02-01T00:00:00Z","body":{"reason":"No.","reason":"Yes."}}"#),
        story(r#",{"id":"admission","kind":"measure.lifted","at":"2026-02-01T00:00:00Z","body":{}}"#),
        story(r#",{"kind":"measure.lifted","at":"2026-02-01T00:00:00Z","by":"$nobody","body":{}}"#),
        story(r#",{"kind":"measure.lifted","at":"2026-02-01T00:00:00Z","recorded":"2025-12-31T00:00:00Z","body":{}}"#),
    ];
    let said: Vec<String> = cases.iter().map(|text| refused(text)).collect();
    expect![[r"
        EOF while parsing an object at line 1 column 1
        extra: unknown field `extra`, expected one of `zone`, `names`, `acts` at line 1 column 31
        zone: `Nowhere/Example` is not a time zone such as Africa/Tunis
        names.1: `prison` is given twice
        names.0: `A prison` is neither an id nor a label: small letters, digits, `-` and `_`, at most 40
        acts.1.at: `2026-02-01` is not a moment such as 2026-11-23T14:00:00.000Z at line 3 column 140
        acts.1 (measure.shortened): `measure.shortened` is not a kind
        acts.1 (referral.expired): an act of a referral, not of a case
        acts.1 (measure.lifted): `$m7` is neither an id nor a label of this story
        acts.1 (measure.lifted), reason: missing field `reason`
        acts.1 (measure.lifted), x: unknown field `x`, expected `measure` or `reason`
        acts.1.body: duplicate field `reason` at line 3 column 190
        acts.1.id: `admission` is given twice
        acts.1 (measure.lifted), by: `$nobody` is neither an id nor a label of this story
        acts.1 (measure.lifted), recorded: 2025-12-31T00:00:00.000Z is earlier than the act before it, recorded 2026-01-01T00:00:00.000Z"]].assert_eq(&said.join("\n"));
}
