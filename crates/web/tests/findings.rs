//! The board of findings and the catalogue of rules as people meet them: narrowed, page after page, taken away as a table, through
//! the API; what is asked wrongly is answered as wrong.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

#[cfg(test)]
#[expect(dead_code, reason = "each set of tests uses its own part of the fixture")]
mod fixture;

use axum::http::StatusCode;
use domain::moment::{DAY, MINUTE};
use domain::{CaseId, Kind};
use fixture::people::{World, act};
use fixture::sound::assert_sound;
use fixture::{Browser, House};
use safeguards::RULES;
use safeguards::standard::{STANDARDS, unchecked};
use serde_json::{Value, json};

/// The most that a page may weigh, in bytes.
const HEAVIEST: usize = 100 * 1024;

/// Ten people, twenty days in custody; every third in solitary confinement that is planned for too long.
fn lived(house: &House, world: &mut World) -> Vec<CaseId> {
    // What was given on paper is changed at the first sign-in, and lasts a few days only.
    for reader in [&mut world.monitor, &mut world.supervisor, &mut world.governor, &mut world.case_manager] {
        house.enter(reader);
    }
    let cases: Vec<CaseId> = (0..10).map(|number| house.admitted(world, &format!("DEMO-{number:04}"))).collect();
    for case in cases.iter().step_by(3) {
        let end = house.now().plus(20 * DAY).to_string();
        let body = json!({
            "measure": "solitary", "purpose": "order", "planned_end": end,
            "what": "A sample door was locked all day. The example wing officer said so.", "end_said": "named",
        });
        house.does(&world.monitor, *case, act(Kind::MeasureFoundInForce, &body));
    }
    house.clock.advance(20 * DAY);
    house.app.come_due().unwrap();
    cases
}

const HEAD: &str = r#""case","rule","severity","outcome","since","known_since""#;

/// The rows of the list of open findings.
fn rows(body: &str) -> Vec<&str> {
    let list = body.split("id=\"list\"").nth(1).and_then(|rest| rest.split("id=\"sum\"").next()).unwrap();
    let rows = list.split("<tbody>").nth(1).map_or("", |rest| rest.split("</tbody>").next().unwrap());
    rows.split("<tr").skip(1).collect()
}

/// Where a link of the page with this text leads.
fn link(body: &str, text: &str) -> Option<String> {
    let before = body.split(&format!(">{text}<")).next().filter(|before| before.len() < body.len())?;
    let href = before.rsplit("href=\"").next()?.split('"').next()?;
    Some(href.replace("&#38;", "&").replace("&amp;", "&"))
}

#[test]
fn the_board_is_narrowed_by_a_form_and_keeps_what_was_asked_from_page_to_page() {
    let house = House::found();
    let mut world = house.peopled();
    lived(&house, &mut world);
    let mut monitor = world.monitor.clone();
    let mut browser = house.enter(&mut monitor);
    let all = browser.get("/findings").shown();
    assert_sound(&all.body);
    assert_eq!(rows(&all.body).len(), 50);
    // The form asks by address: what it leaves empty asks for nothing.
    let narrowed = browser.get("/findings?rule=NMR-43b&severity=&since=&outcome=breach").shown();
    assert_sound(&narrowed.body);
    assert_eq!(rows(&narrowed.body).len(), 4);
    assert!(rows(&narrowed.body).iter().all(|row| row.contains("Breach") && row.contains("Prolonged solitary")));
    assert!(narrowed.body.contains("<option value=\"NMR-43b\" selected>"), "{}", narrowed.body);
    assert!(narrowed.body.contains("name=\"outcome\" value=\"breach\""), "the form keeps the answer that was chosen");
    assert!(link(&narrowed.body, "The next ones").is_none());
    // From page to page, until the last: every row once.
    let mut seen = Vec::new();
    let mut at = "/findings?severity=obligation".to_owned();
    loop {
        let page = browser.get(&at).shown();
        assert_sound(&page.body);
        seen.extend(rows(&page.body).into_iter().map(str::to_owned));
        assert!(page.body.contains("<option value=\"obligation\" selected>"));
        match link(&page.body, "The next ones") {
            Some(next) => {
                assert!(next.starts_with("/findings?severity=obligation&after="), "{next}");
                at = next;
            }
            None => break,
        }
    }
    assert_eq!(
        link(&browser.get(&at).shown().body, "Back to the first").as_deref(),
        Some("/findings?severity=obligation")
    );
    let mut once = seen.clone();
    once.sort();
    once.dedup();
    assert!(once.len() == seen.len() && seen.len() > 50, "{} of {}", once.len(), seen.len());
    // After the last day nothing is new; the words say so, and the sums stay.
    let nothing = browser.get("/findings?since=2099-01-01").shown();
    assert!(rows(&nothing.body).is_empty() && nothing.body.contains("value=\"2099-01-01\""));
}

#[test]
fn what_is_asked_wrongly_is_answered_as_wrong_and_not_as_nothing() {
    let house = House::found();
    let mut world = house.peopled();
    lived(&house, &mut world);
    for mut reader in [world.monitor.clone(), world.supervisor.clone()] {
        let mut browser = house.enter(&mut reader);
        for wrong in [
            "rule=NMR-999",
            "rule=%3Cscript%3E",
            "severity=grave",
            "outcome=good",
            "prison=7",
            "since=31.12.2026",
            "since=2026-02-30",
            "after=1.2.3",
        ] {
            for path in [format!("/findings?{wrong}"), format!("/api/v1/findings?{wrong}")] {
                let answered = browser.get(&path);
                assert_eq!(answered.status, StatusCode::BAD_REQUEST, "{path}: {}", answered.body);
                assert!(!answered.body.contains("<script>"), "{path}");
            }
        }
        // A form sends what nobody filled; a program has no reason to.
        browser.get("/findings?rule=&after=&prison=&since=&outcome=&severity=").shown();
        for blank in ["rule", "severity", "outcome", "prison", "since", "after"] {
            let answered = browser.get(&format!("/api/v1/findings?{blank}="));
            assert_eq!(answered.status, StatusCode::BAD_REQUEST, "{blank}: {}", answered.body);
        }
        // A prison that is not theirs is one without findings.
        let elsewhere = browser.get(&format!("/findings?prison={}", house.nothing())).shown();
        assert_sound(&elsewhere.body);
        assert!(rows(&elsewhere.body).is_empty());
    }
}

#[test]
fn the_table_to_take_away_names_nobody_and_needs_a_fresh_factor() {
    let house = House::found();
    let mut world = house.peopled();
    let cases = lived(&house, &mut world);
    let mut monitor = world.monitor.clone();
    let mut browser = house.enter(&mut monitor);
    let path = "/findings/table.csv?outcome=breach&rule=NMR-43b";
    house.clock.advance(6 * MINUTE);
    let asked = browser.get(path);
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "it asks for a fresh factor: {}", asked.body);
    browser.proves(&monitor);
    let table = browser.get(path).shown();
    assert_eq!(table.headers["content-type"].to_str().unwrap(), "text/csv; charset=utf-8");
    let lines: Vec<&str> = table.body.lines().collect();
    assert_eq!(lines.len(), 5, "{}", table.body);
    assert_eq!(lines[0].trim_start_matches('\u{feff}'), HEAD);
    for line in &lines[1..] {
        assert!(line.contains("\",\"NMR-43b\",\"prohibition\",\"breach\",\"2026-"), "{line}");
        assert!(cases.iter().any(|case| line.starts_with(&format!("\"{case}"))), "{line}");
    }
    assert!(!table.body.contains("DEMO-") && !table.body.contains("Example"), "no number and no name");
    for mut other in [world.supervisor.clone(), world.case_manager.clone(), world.governor.clone()] {
        let mut browser = house.enter(&mut other);
        let refused = browser.get(path);
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", refused.body);
        assert!(!refused.body.contains("NMR-43b,"));
    }
}

#[test]
fn the_api_tells_the_same_board() {
    let house = House::found();
    let mut world = house.peopled();
    lived(&house, &mut world);
    let mut monitor = world.monitor.clone();
    let mut browser = house.enter(&mut monitor);
    let ask = |browser: &mut Browser<'_>, query: &str| -> Value {
        serde_json::from_str(&browser.get(&format!("/api/v1/findings?{query}")).shown().body).unwrap()
    };
    let first = ask(&mut browser, "");
    assert_eq!((&first["cases"], &first["unchecked"]), (&json!(10), &json!(0)));
    assert_eq!(first["findings"].as_array().unwrap().len(), 50);
    assert_eq!(first["rules"].as_array().unwrap().len(), safeguards::RULES.len(), "a monitor is told of every rule");
    let total: u64 = first["rules"]
        .as_array()
        .unwrap()
        .iter()
        .map(|rule| rule["undetermined"].as_u64().unwrap() + rule["breach"].as_u64().unwrap())
        .sum();
    let mut found = 0;
    let mut page = first;
    loop {
        found += page["findings"].as_array().unwrap().len();
        let Some(next) = page["next"].as_str().map(str::to_owned) else { break };
        page = ask(&mut browser, &format!("after={next}"));
    }
    assert_eq!(u64::try_from(found).unwrap(), total);
    let narrowed = ask(&mut browser, "rule=NMR-43b&outcome=breach");
    assert!(narrowed["findings"].as_array().unwrap().iter().all(|line| line["rule"] == "NMR-43b"));
    assert_eq!(narrowed["findings"].as_array().unwrap().len(), 4);
    assert!(narrowed["next"].is_null());
}

#[test]
fn the_board_reads_in_arabic_from_right_to_left_with_the_same_rows() {
    let house = House::found();
    let mut world = house.peopled();
    lived(&house, &mut world);
    let path = "/findings?rule=NMR-43b&outcome=breach";
    for mut reader in
        [world.monitor.clone(), world.supervisor.clone(), world.governor.clone(), world.case_manager.clone()]
    {
        let mut browser = house.enter(&mut reader);
        "ar".clone_into(&mut browser.language);
        let page = browser.get(path).shown();
        assert_sound(&page.body);
        assert!(page.body.contains("<html lang=\"ar\" dir=\"rtl\">"));
        assert_eq!(rows(&page.body).len(), 4, "{:?}", reader.capacity);
        assert!(!page.body.contains("Narrow the list") && !page.body.contains("findings-"), "{}", page.body);
    }
}

#[test]
fn every_row_of_the_standards_is_either_a_rule_or_told_with_why_it_is_not() {
    let house = House::found();
    let mut administrator = house.administrators[0].clone();
    let mut browser = house.enter(&mut administrator);
    let rules = browser.get("/rules").shown();
    assert_eq!(link(&rules.body, "See each of them, and why").as_deref(), Some("/rules/unchecked"));
    for language in ["ar", "fr", "en"] {
        language.clone_into(&mut browser.language);
        let left = browser.get("/rules/unchecked").shown();
        assert_sound(&left.body);
        for row in STANDARDS {
            let cell = format!(">{}<", row.id);
            let checked = rules.body.contains(&format!("href=\"/rules/{}\"", row.id));
            assert_eq!(left.body.matches(&cell).count(), usize::from(!checked), "{} in {language}", row.id);
        }
        assert!(
            !left.body.contains(">standard-") && !left.body.contains(">rules-"),
            "every word is there in {language}"
        );
    }
    for language in ["ar", "fr", "en"] {
        language.clone_into(&mut browser.language);
        let all = browser.get("/rules").shown();
        assert!(all.body.len() < HEAVIEST, "all rules weigh {} bytes in {language}", all.body.len());
        for rule in RULES {
            let one = browser.get(&format!("/rules/{}", rule.id)).shown();
            assert_sound(&one.body);
            assert!(one.body.contains(&format!("id=\"{}\"", rule.id)), "{} in {language}", rule.id);
            assert!(!one.body.contains(">rules-") && !one.body.contains(&format!(">{}-", rule.key)), "{}", one.body);
        }
    }
    for nothing in ["NMR-0", "nmr-43b", "NMR-43b%20", "unchecked2", "%2e%2e"] {
        assert_eq!(browser.get(&format!("/rules/{nothing}")).status, StatusCode::NOT_FOUND, "{nothing}");
    }
    let left = browser.get("/rules/unchecked").shown();
    assert!(left.says(&format!("{} rows of the standards are not checked", unchecked().count())));
    assert!(left.says("A case without a finding says nothing about them."));
}

#[test]
fn the_duty_sheet_names_nobody_and_is_there_for_whoever_works_with_cases() {
    let house = House::found();
    let mut world = house.peopled();
    let mut others = [world.practitioner.clone(), world.manager.clone(), house.administrators[0].clone()];
    for other in &mut others {
        house.enter(other);
    }
    lived(&house, &mut world);
    let readers = [&world.case_manager, &world.supervisor, &world.governor, &world.monitor];
    for mut reader in readers.map(Clone::clone) {
        let mut browser = house.enter(&mut reader);
        assert!(browser.get("/").shown().body.contains("href=\"/duty\""), "{:?}", reader.capacity);
        // Long after the sign-in, so that nobody counts as proved.
        house.clock.advance(6 * MINUTE);
        for (language, direction) in [("ar", "rtl"), ("fr", "ltr"), ("en", "ltr")] {
            language.clone_into(&mut browser.language);
            let page = browser.get("/duty").shown();
            assert_sound(&page.body);
            assert!(page.body.contains(&format!("<html lang=\"{language}\" dir=\"{direction}\">")));
            assert!(!page.body.contains("DEMO-") && !page.says("Idris"), "{:?}", reader.capacity);
            assert!(!page.body.contains("duty-") && !page.body.contains("home-why"), "a word is missing in {language}");
        }
        let page = browser.get("/duty").shown();
        assert!(page.says("Nothing comes due") && page.says("What settles it") && page.says("Rules that are open"));
        assert!(page.body.contains("<bdi></bdi>"), "a line with room to write: {}", page.body);
        // On paper in another language than that of the screen.
        let other = browser.get("/duty?lang=ar").shown();
        assert!(other.body.contains("ورقة المناوبة"));
    }
    assert_eq!(house.browser("en").get("/duty").status, StatusCode::SEE_OTHER, "nobody reads it without signing in");
    for reader in &mut others {
        let mut browser = house.enter(reader);
        assert_eq!(browser.get("/duty").status, StatusCode::NOT_FOUND, "{:?}", reader.capacity);
        assert!(!browser.get("/").shown().body.contains("href=\"/duty\""), "{:?}", reader.capacity);
    }
}
