use super::*;
use crate::{sound::assert_sound, words::Language};
use jiff::tz::TimeZone;

#[test]
fn every_part_is_sound_in_every_language() {
    for language in Language::ALL {
        let words = Words::new(language, TimeZone::get("Europe/Paris").unwrap());
        for (name, html) in samples(&words) {
            assert!(!html.trim().is_empty(), "{name} is empty");
            assert_sound(&html);
        }
    }
}

#[test]
fn arches_and_bars_are_mirrored_where_lines_begin_at_the_right() {
    let [en, ar] = [Language::En, Language::Ar].map(|language| Words::new(language, TimeZone::UTC));
    let built = |html: &str| html.split(" d=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert!(built(&Steps::sample(&en).to_string()).starts_with("M1 20Q50 -9 99 20"));
    assert!(built(&Steps::sample(&ar).to_string()).starts_with("M601 20Q650 -9 699 20"));
    assert!(Share::sample(&en).to_string().contains("x=\"0%\""));
    assert!(!Share::sample(&ar).to_string().contains("x=\"0%\" y=\"3\" width=\"77"));
}

#[test]
fn what_people_wrote_is_escaped_everywhere() {
    let hostile = "<script>alert('1')</script>\"'&";
    let phrase = Phrase::name(hostile)
        .and(Phrase::strong(hostile))
        .and(Phrase::code(hostile))
        .and(Phrase::link(hostile, hostile));
    let shown = [
        phrase.clone().note(hostile).to_string(),
        Tag::new(State::Met, hostile).to_string(),
        Identity::new(hostile).lead(hostile).fact(phrase.clone()).doors(Doors::first(hostile, hostile)).to_string(),
        Said::new("en", hostile, hostile).to_string(),
        Empty::new(hostile, hostile).step(hostile, hostile).to_string(),
        Pairs::new().with(hostile, phrase.clone()).to_string(),
        Table::new(hostile, vec![Column::new(hostile), Column::new(hostile)], vec![vec![phrase.clone(), phrase]])
            .to_string(),
        Slip::new(hostile, hostile).line(hostile, hostile).codes(vec![hostile.to_owned()]).to_string(),
    ];
    for html in shown {
        assert!(!html.contains("<script"), "{html}");
        assert_sound(&html);
    }
}

#[test]
fn a_limit_of_the_united_nations_never_looks_like_our_own_clock() {
    let words = Words::new(Language::En, TimeZone::UTC);
    let margin = Margin::sample(&words).to_string();
    assert!(
        margin.contains("<span class=\"kind\">UN text</span>")
            && margin.contains("<span class=\"kind policy\">Policy clock</span>")
    );
    let clock = Clock::sample(&words).to_string();
    assert_eq!(clock.matches("p-un").count(), 1);
    assert_eq!(clock.matches("p-ours").count(), 2);
}
