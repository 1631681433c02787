use super::*;

fn read() -> Value {
    serde_json::from_str(&document().unwrap()).unwrap()
}

/// Every value in the document, with its place.
fn walk<'v>(value: &'v Value, at: &str, see: &mut impl FnMut(&str, &'v Value)) {
    see(at, value);
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, inner)| walk(inner, &format!("{at}/{name}"), see)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(place, inner)| walk(inner, &format!("{at}/{place}"), see));
        }
        _ => {}
    }
}

#[test]
fn every_route_of_the_api_is_described_and_nothing_else() {
    let document = read();
    let mut described = BTreeSet::new();
    for (path, operations) in document["paths"].as_object().unwrap() {
        described.extend(operations.as_object().unwrap().keys().map(|method| (method.clone(), path.clone())));
    }
    let routed: BTreeSet<_> = routes::all()
        .iter()
        .filter(|route| route.path.starts_with("/api/"))
        .map(|route| (format!("{:?}", route.method).to_lowercase(), route.path.to_owned()))
        .collect();
    assert_eq!(described, routed);
}

#[test]
fn every_kind_that_somebody_can_write_can_be_written_somewhere() {
    let document = read();
    let schemas = document["components"]["schemas"].as_object().unwrap();
    // The acts of a referral's beginning and a lost place are written in a deed of their own; the founding by a command.
    // No program has a passphrase: notes are written and the vault is kept on pages alone.
    let sealed = |kind: Kind| matches!(kind.row().part, domain::Part::Notes | domain::Part::Vault);
    let elsewhere = ["referral.begun", "referral.offered", "installation.founded", "file.corrected"];
    for kind in Kind::ALL {
        let witnessed = kind.row().action == domain::Action::Witness;
        let written = schemas.contains_key(&format!("Write.{kind}"));
        assert_eq!(written, !witnessed && !elsewhere.contains(&kind.code()) && !sealed(*kind), "{kind}");
    }
}

#[test]
fn every_reference_leads_somewhere_and_every_object_is_closed() {
    let document = read();
    let mut objects = 0;
    walk(&document, "", &mut |at, value| {
        if let Some(target) = value.get("$ref").and_then(Value::as_str) {
            assert!(document.pointer(target.trim_start_matches('#')).is_some(), "{at} -> {target}");
        }
        if value["type"] == "object" && at.starts_with("/components/schemas/") && !at.ends_with("/Description") {
            objects += 1;
            assert_eq!(value["additionalProperties"], false, "{at}");
        }
    });
    assert!(objects > 150, "{objects}");
}

#[test]
fn lengths_codes_and_formats_are_those_of_the_decoder() {
    let document = read();
    let of = |pointer: &str| document["components"]["schemas"].pointer(pointer).unwrap().clone();
    let imposed = of("/Body.measure.imposed/properties");
    assert_eq!(imposed["legal_basis"]["maxLength"], 200);
    assert_eq!(imposed["same_for_anyone"]["maxLength"], 4000);
    assert_eq!(imposed["planned_end"]["format"], "date-time");
    assert_eq!(imposed["measure"]["enum"][0], "solitary");
    assert_eq!(imposed["facts"]["items"]["properties"]["on"]["format"], "date");
    assert_eq!(of("/Write.measure.lifted/properties/body/$ref"), "#/components/schemas/Body.measure.lifted");
    assert_eq!(of("/Write.measure.lifted/properties/kind/const"), "measure.lifted");
    assert_eq!(of("/Write.measure.lifted/required"), json!(["kind", "body"]));
    assert_eq!(of("/Case/properties/acts/items/$ref"), "#/components/schemas/Act");
    assert_eq!(
        of("/Case/properties/findings/items/properties/finding/properties/over/type"),
        json!(["string", "null"])
    );
}

#[test]
fn each_status_of_a_problem_is_described_with_its_codes() {
    let document = read();
    let responses = document["components"]["responses"].as_object().unwrap();
    let statuses: Vec<_> = responses.keys().map(|name| name.trim_start_matches("Problem")).collect();
    assert_eq!(statuses, ["400", "401", "403", "404", "405", "409", "413", "415", "422", "429", "503"]);
    for status in ["429", "503"] {
        assert!(responses[&format!("Problem{status}")]["headers"]["Retry-After"].is_object());
    }
}

#[test]
fn every_code_of_a_problem_has_its_words() {
    for code in ProblemCode::ALL {
        for language in crate::words::Language::ALL {
            let words = crate::words::Words::new(language, jiff::tz::TimeZone::UTC);
            for key in [code.key(), format!("{}-text", code.key())] {
                assert!(!words.say(&key).contains(&key), "{key} {language:?}");
            }
        }
    }
}
