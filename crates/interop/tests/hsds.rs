//! HSDS as it is told and read: every field is one of the specification and of its kind, what is told can be read again, and
//! whatever comes is a reading or a reason.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use domain::assessment::NeedArea;
use domain::{Moment, OrgId, ServiceId};
use interop::hsds::{NotBrought, Organization, Page, PublicService, Root, Service, Taxonomy, TaxonomyTerm, read};
use proptest::prelude::*;
use serde_json::{Value, json};

/// What a field of the specification holds.
#[derive(Clone, Copy, PartialEq)]
enum Is {
    Uuid,
    Text,
    Uri,
    Email,
    Number,
    Instant,
    Day,
    Status,
    LocationType,
    One(&'static Object),
    Many(&'static Object),
}

/// The fields of an object that this directory writes, as HSDS 3.0 has them, and those without which it is none.
#[derive(PartialEq)]
struct Object {
    fields: &'static [(&'static str, Is)],
    required: &'static [&'static str],
}

static ORGANIZATION: Object = Object {
    fields: &[("id", Is::Uuid), ("name", Is::Text), ("description", Is::Text)],
    required: &["id", "name", "description"],
};
static PHONE: Object =
    Object { fields: &[("id", Is::Uuid), ("service_id", Is::Uuid), ("number", Is::Text)], required: &["id", "number"] };
static LANGUAGE: Object =
    Object { fields: &[("id", Is::Uuid), ("service_id", Is::Uuid), ("name", Is::Text)], required: &["id"] };
static LOCATION: Object = Object {
    fields: &[("id", Is::Uuid), ("location_type", Is::LocationType), ("name", Is::Text)],
    required: &["id", "location_type"],
};
static AT_LOCATION: Object = Object {
    fields: &[("id", Is::Uuid), ("service_id", Is::Uuid), ("location_id", Is::Uuid), ("location", Is::One(&LOCATION))],
    required: &["id"],
};
static TAXONOMY: Object = Object {
    fields: &[("id", Is::Uuid), ("name", Is::Text), ("description", Is::Text), ("version", Is::Text)],
    required: &["id", "name", "description"],
};
static TERM: Object = Object {
    fields: &[
        ("id", Is::Uuid),
        ("code", Is::Text),
        ("name", Is::Text),
        ("description", Is::Text),
        ("taxonomy", Is::Text),
        ("taxonomy_id", Is::Uuid),
    ],
    required: &["id", "name", "description"],
};
static ATTRIBUTE: Object = Object {
    fields: &[
        ("id", Is::Uuid),
        ("link_id", Is::Uuid),
        ("link_entity", Is::Text),
        ("taxonomy_term_id", Is::Uuid),
        ("taxonomy_term", Is::One(&TERM)),
    ],
    required: &["id"],
};
static SERVICE: Object = Object {
    fields: &[
        ("id", Is::Uuid),
        ("organization_id", Is::Uuid),
        ("name", Is::Text),
        ("description", Is::Text),
        ("url", Is::Uri),
        ("email", Is::Email),
        ("status", Is::Status),
        ("wait_time", Is::Text),
        ("eligibility_description", Is::Text),
        ("minimum_age", Is::Number),
        ("maximum_age", Is::Number),
        ("assured_date", Is::Day),
        ("alert", Is::Text),
        ("last_modified", Is::Instant),
        ("organization", Is::One(&ORGANIZATION)),
        ("phones", Is::Many(&PHONE)),
        ("languages", Is::Many(&LANGUAGE)),
        ("service_at_locations", Is::Many(&AT_LOCATION)),
        ("attributes", Is::Many(&ATTRIBUTE)),
    ],
    required: &["id", "name", "status"],
};

fn is(value: &Value, of: Is) -> bool {
    let text = value.as_str();
    match of {
        Is::Uuid => text.is_some_and(|text| text.parse::<ServiceId>().is_ok()),
        Is::Text => text.is_some_and(|text| !text.is_empty()),
        Is::Uri => text.is_some_and(|text| text.starts_with("https://")),
        Is::Email => text.is_some_and(|text| text.contains('@')),
        Is::Number => value.is_u64(),
        Is::Instant => text.is_some_and(|text| text.parse::<Moment>().is_ok()),
        Is::Day => text.is_some_and(|text| text.parse::<domain::Date>().is_ok() && text.len() == 10),
        Is::Status => text.is_some_and(|text| ["active", "inactive", "defunct", "temporarily closed"].contains(&text)),
        Is::LocationType => text.is_some_and(|text| ["physical", "postal", "virtual"].contains(&text)),
        Is::One(object) => wrong(value, object).is_empty(),
        Is::Many(object) => {
            value.as_array().is_some_and(|items| items.iter().all(|item| wrong(item, object).is_empty()))
        }
    }
}

/// What is wrong with an object.
fn wrong(value: &Value, object: &Object) -> Vec<String> {
    let Some(fields) = value.as_object() else { return vec!["no object".to_owned()] };
    let missing = object.required.iter().filter(|name| !fields.contains_key(**name));
    let mut wrong: Vec<String> = missing.map(|name| format!("{name} is missing")).collect();
    for (name, value) in fields {
        match object.fields.iter().find(|(known, _)| known == name) {
            None => wrong.push(format!("{name} is no field")),
            Some((_, of)) if !is(value, *of) => wrong.push(format!("{name}: {value}")),
            Some(_) => {}
        }
    }
    wrong
}

fn public(all: bool) -> PublicService {
    let text = |text: &str| all.then(|| text.to_owned());
    PublicService {
        service: ServiceId::from_random([7; 16]),
        name: "Open Table".to_owned(),
        description: "A weekly talk.".to_owned(),
        needs: vec![(NeedArea::Dialogue, "Talking things through".to_owned())],
        languages: vec!["العربية".to_owned(), "English".to_owned()],
        places: vec!["Sampleton".to_owned(), "Specimen Bay".to_owned()],
        eligibility: text("Female, Male"),
        minimum_age: all.then_some(18),
        maximum_age: all.then_some(64),
        wait_time: text("21 days"),
        phone: text("000 0147"),
        email: text("office@harbour.example"),
        web: text("https://harbour.example/"),
        assured: all.then(|| "2026-11-02".parse().unwrap()),
        alert: text("Nobody has looked this over."),
        modified: "2026-11-23T13:00:00.000Z".parse().unwrap(),
        organization: Organization::new(OrgId::from_random([9; 16]), "Harbour Sample", "Civil society, Sampleton"),
    }
}

#[test]
fn whatever_is_told_is_of_the_specification() {
    for all in [false, true] {
        let public = public(all);
        for service in [Service::listed(&public), Service::whole(&public)] {
            let value = serde_json::to_value(&service).unwrap();
            assert_eq!(wrong(&value, &SERVICE), [""; 0]);
        }
        let listed = serde_json::to_value(Service::listed(&public)).unwrap();
        assert!(listed.as_object().unwrap().values().all(|value| !value.is_array()), "a list shows what is there once");
    }
    let term = TaxonomyTerm::of(NeedArea::Home, "A place to live");
    assert_eq!(wrong(&serde_json::to_value(&term).unwrap(), &TERM), [""; 0]);
    assert_eq!(wrong(&serde_json::to_value(Taxonomy::needs()).unwrap(), &TAXONOMY), [""; 0]);
    let root = serde_json::to_value(Root::SAYS).unwrap();
    assert_eq!(root["version"], "3.0");
    assert!(is(&root["profile"], Is::Uri) && is(&root["openapi_url"], Is::Uri));
}

#[test]
fn what_was_not_given_is_not_told_and_ids_stay() {
    let told = serde_json::to_string(&Service::whole(&public(false))).unwrap();
    for absent in ["email", "url", "minimum_age", "alert", "wait_time", "assured_date"] {
        assert!(!told.contains(&format!("\"{absent}\"")), "{absent}: {told}");
    }
    // Nothing here has a place for these, whatever is known.
    for never in ["contacts", "aim", "disengagement", "attention"] {
        assert!(!serde_json::to_string(&Service::whole(&public(true))).unwrap().contains(never), "{never}");
    }
    assert_eq!(Service::whole(&public(true)), Service::whole(&public(true)));
    let ids: std::collections::BTreeSet<String> = NeedArea::ALL.iter().map(|need| TaxonomyTerm::id(*need)).collect();
    assert_eq!(ids.len(), NeedArea::ALL.len());
    assert!(NeedArea::ALL.iter().all(|need| TaxonomyTerm::need(&TaxonomyTerm::id(*need)) == Some(*need)));
    assert_eq!(TaxonomyTerm::need("nothing"), None);
}

proptest! {
    #[test]
    fn pages_tile_a_list(total in 0_u64..60, per_page in 1_u64..20) {
        let pages = total.div_ceil(per_page).max(1);
        for page in 1..=pages {
            let size = usize::try_from(per_page.min(total.saturating_sub((page - 1) * per_page))).unwrap();
            let told = serde_json::to_value(Page::of(vec![0; size], total, page, per_page)).unwrap();
            prop_assert_eq!(&told["total_pages"], &json!(pages));
            prop_assert_eq!(&told["first_page"], &json!(page == 1));
            prop_assert_eq!(&told["last_page"], &json!(page == pages));
            prop_assert_eq!(&told["empty"], &json!(size == 0));
            prop_assert_eq!(&told["size"], &json!(size));
        }
    }

    #[test]
    fn any_bytes_are_a_reading_or_a_reason(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&bytes);
    }

    #[test]
    fn any_service_is_read_or_said_why_not(name in ".{0,12}", id in ".{0,12}", org in ".{0,12}", broken in 0_usize..6) {
        let mut service = json!({"id": id, "name": name, "status": "active", "organization": {"name": org}, "languages": [{"name": "x"}]});
        match broken {
            1 => service["languages"] = json!("x"),
            2 => service["status"] = json!(7),
            3 => service["organization"] = json!([]),
            4 => service["service_at_locations"] = json!([{"location": {"addresses": 3}}]),
            5 => service["description"] = json!("\u{0}"),
            _ => {}
        }
        let rows = read(json!([service]).to_string().as_bytes()).unwrap();
        prop_assert_eq!(rows.len(), 1);
        prop_assert!(broken == 0 || rows[0].read.is_err());
        prop_assert!(rows[0].called.chars().all(|sign| !sign.is_control()));
    }
}

#[test]
fn what_is_told_can_be_read_again_and_says_no_more_than_it_should() {
    let page = Page::of(vec![Service::whole(&public(true))], 1, 1, 25);
    let rows = read(&serde_json::to_vec(&page).unwrap()).unwrap();
    let brought = rows[0].read.clone().unwrap();
    assert_eq!(brought.name.as_str(), "Open Table");
    assert_eq!(brought.organization.as_str(), "Harbour Sample");
    assert_eq!(brought.place.unwrap().as_str(), "Sampleton");
    assert_eq!(brought.languages.len(), 2);
}

#[test]
fn each_way_in_which_a_file_is_written_is_read_and_each_thing_wrong_has_its_place() {
    let one = |id: &str| json!({"id": id, "name": "A", "organization": {"name": "O"}});
    let lines = format!("{}\n\n{}\n", one("1"), one("2"));
    for (text, services) in [
        (json!([one("1"), one("2")]).to_string(), 2),
        (json!({"contents": [one("1")]}).to_string(), 1),
        (one("1").to_string(), 1),
        (lines, 2),
        ("[]".to_owned(), 0),
    ] {
        assert_eq!(read(text.as_bytes()).unwrap().len(), services, "{text}");
    }
    for text in ["3", "\"x\"", "{\"services\": []}", "{\"contents\": 3}"] {
        assert_eq!(read(text.as_bytes()), Err(NotBrought::NoList), "{text}");
    }
    let broken = format!("{}\n{{\"id\": \n{}", one("1"), one("2"));
    assert!(matches!(read(broken.as_bytes()), Err(NotBrought::NotJson { line: 2, .. })));
    assert_eq!(read(&vec![b' '; 9 * 1024 * 1024]), Err(NotBrought::TooLong));
    let why = |service: Value| read(json!([service]).to_string().as_bytes()).unwrap()[0].read.clone().unwrap_err();
    assert_eq!(why(json!({"name": "A", "organization": {"name": "O"}})), NotBrought::Missing("id"));
    assert_eq!(why(json!({"id": "1", "name": " ", "organization": {"name": "O"}})), NotBrought::Missing("name"));
    assert_eq!(why(json!({"id": "1", "name": "A"})), NotBrought::Missing("organization"));
    assert_eq!(why(json!({"id": "1", "name": "A", "organization": {}})), NotBrought::Missing("organization.name"));
    let defunct = json!({"id": "1", "name": "A", "status": "defunct", "organization": {"name": "O"}});
    assert_eq!(why(defunct), NotBrought::NotActive("defunct".to_owned()));
    let twice = read(json!([one("1"), one("1")]).to_string().as_bytes()).unwrap();
    assert_eq!(twice[1].read, Err(NotBrought::Twice(1)));
}
