//! The catalogue of rules, for everybody who works here: all of them, a line each; each on a page of its own, with what is asked, what meets
//! and breaks it, which acts give the facts and on which page; and what no code checks.

use domain::Kind;
use domain::kind::Subject;
use jiff::SignedDuration;
use safeguards::rule::CheckKind;
use safeguards::standard::{STANDARDS, Standard, StandardText, Why, unchecked};
use safeguards::{Excuse, LimitName, OffBecause, RULE_SET, RULES, Rule, RuleId, Severity};

use super::sheet::{Block, Page};
use crate::act_form;
use crate::answer::Answer;
use crate::form::Whose;
use crate::pages::case::set_by;
use crate::part::{Column, Identity, Margin, Phrase, State, Table, Tag};
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::Visit;
use crate::words::dashed;

/// All rules, a line each.
const ALL: &str = "/rules";

/// Where what no code checks is told.
const UNCHECKED: &str = "/rules/unchecked";

/// The routes of these pages.
pub const ROUTES: &[Route] = &[
    Route::get(ALL, Asks::SignedIn("the rules are the same for everybody"), show),
    Route::get("/rules/{rule}", Asks::SignedIn("the rules are the same for everybody"), show_one),
    Route::get(UNCHECKED, Asks::SignedIn("the standards are the same for everybody"), show_unchecked),
];

/// The key of the word for whose limit a rule counts against.
pub(crate) fn limit_key(rule: &Rule) -> &'static str {
    whose(rule).key()
}

/// A number of the text, a word of the text, or a clock that the service has set.
fn whose(rule: &Rule) -> Whose {
    let limited = LimitName::ALL.iter().any(|limit| limit.name() == rule.id);
    match rule.kind {
        CheckKind::Text if limited => Whose::Limit,
        CheckKind::Text | CheckKind::Proxy => Whose::Text,
        CheckKind::Clock => Whose::Policy,
    }
}

/// Where people record acts of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Offered {
    /// The path of the form, as the routes have it.
    pub(crate) route: &'static str,
    /// Where one begins: a page that everybody can go to by a link.
    pub(crate) begins: &'static str,
}

/// Where people record acts of this kind; nothing for those that nobody records through a form.
pub(crate) fn offered(kind: Kind) -> Option<Offered> {
    let form = act_form::of(kind).or_else(|| act_form::all().find(|form| form.composes.contains(&kind)))?;
    let at = |route, begins| Some(Offered { route, begins });
    match (kind, form.kind.row().subject) {
        (Kind::CustodyAdmitted, _) => at("/cases/admit", "/cases/admit"),
        (Kind::CustodyReturned, _) => at("/cases/return", "/cases/return"),
        (Kind::ServicePublished, _) => at("/services/new", "/services/new"),
        (Kind::FileEmergencyOpened, _) => at("/emergency", "/emergency"),
        (Kind::ReferralBegun | Kind::ReferralOffered | Kind::ReferralPackageReleased, _) => {
            at("/cases/{case}/refer", "/cases")
        }
        (_, Subject::Case) => at("/cases/{case}/do/{kind}", "/cases"),
        (_, Subject::Referral) => at("/referrals/{referral}/do/{kind}", "/referrals"),
        (_, Subject::Organisation) if kind.row().part == domain::Part::Posts => {
            at("/organisations/{org}/posts/{post}/do/{kind}", "/posts")
        }
        _ => None,
    }
}

fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let words = &visit.words;
    let say = |key: &str| words.say(key).into_owned();
    let mut shell = visit.shell("rules-title");
    shell.recorded = false;
    let profile = visit.app.safeguards().profile();
    let mut head = Identity::new(say("rules-title")).lead(say("rules-lead")).fact(words.say1(
        "casework-rule-set",
        "version",
        RULE_SET,
    ));
    if !profile.is_empty() {
        head = head.fact(words.say1("rules-profile", "who", profile.set_by().to_owned()));
    }
    let mut page = Page::new(shell).head(head);
    for text in StandardText::ALL {
        let of_text = RULES.iter().filter(|rule| text_of(rule) == Some(*text));
        let rows: Vec<_> = of_text.map(|rule| line(visit, rule)).collect();
        if rows.is_empty() {
            continue;
        }
        let name = say(&format!("standard-text-{}", dashed(text.code())));
        let columns = ["findings-rule", "findings-severity", "findings-limit"];
        let columns = columns.map(|key| Column::new(say(key))).to_vec();
        page = page.block(Block::new(text.code(), name.clone()).with(Table::new(name, columns, rows).caption_unseen()));
    }
    let left = unchecked().count();
    let more = Block::new("unchecked", say("rules-unchecked"))
        .line(words.say1("rules-unchecked-text", "count", left))
        .line(Phrase::link(UNCHECKED, say("rules-unchecked-link")));
    Ok(Answer::open_page(&page.block(more))?)
}

/// The text that a rule is taken from.
fn text_of(rule: &Rule) -> Option<StandardText> {
    STANDARDS.iter().find(|row| row.id == rule.id).map(|row| row.text)
}

/// A rule among all of them.
fn line(visit: &Visit<'_>, rule: &Rule) -> Vec<Phrase> {
    let words = &visit.words;
    let title = words.say(&format!("{}-title", rule.key));
    let mut name = Phrase::link(address(rule), title).note(words.say(&format!("{}-cite", rule.key)));
    if !visit.app.safeguards().checks(rule) {
        name = name.and(Tag::new(State::Unknown, words.say("rules-not-verified")));
    }
    vec![
        name,
        words.code("severity", rule.severity.code()).into_owned().into(),
        words.say(limit_key(rule)).into_owned().into(),
    ]
}

/// The page of a rule.
pub(crate) fn address(rule: &Rule) -> String {
    format!("{ALL}/{}", rule.id)
}

fn show_one(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let words = &visit.words;
    let id: RuleId = visit.id("rule")?;
    let rule = id.rule();
    let title = words.say(&format!("{}-title", rule.key)).into_owned();
    let mut shell = visit.shell_titled(title.clone());
    shell.recorded = false;
    let head = Identity::new(title).lead(words.say("rules-in-short").into_owned()).fact(words.say1(
        "casework-rule-set",
        "version",
        RULE_SET,
    ));
    let page = Page::new(shell).trail(ALL, words.say("rules-title")).head(head).block(block(visit, rule));
    Ok(Answer::open_page(&page)?)
}

fn block(visit: &Visit<'_>, rule: &Rule) -> Block {
    let words = &visit.words;
    let say = |key: &str| words.say(key).into_owned();
    let of_rule = |what: &str| words.say(&format!("{}-{what}", rule.key)).into_owned();
    let settings = visit.app.safeguards();
    let severity = words.code("severity", rule.severity.code());
    let tag = match rule.severity {
        Severity::Prohibition => Tag::new(State::Breach, severity),
        Severity::Obligation | Severity::Recommendation => Tag::new(State::Due, severity),
    };
    let data = rule.data.iter().map(|(kind, _)| datum(visit, *kind));
    let mut margin = Margin::new(words, of_rule("cite"), words.say(rule.key), whose(rule));
    for limit in LimitName::ALL.iter().filter(|limit| limit.name() == rule.id) {
        if let Some(hours) = settings.profile().limit(*limit) {
            let length = words.span_of(SignedDuration::from_hours(i64::from(hours)));
            let text = words.say1("rules-national-limit", "length", length);
            margin = margin.and(words, format!("{text} {}", set_by(words, settings.profile().set_by())), Whose::Policy);
        }
    }
    for clock in rule.clocks {
        let clock = settings.clock(*clock);
        let length = words.span_of(SignedDuration::from_mins(clock.minutes.into()));
        let text = words.say1(&format!("rules-{}", dashed(clock.name)), "length", length);
        margin = margin.and(words, format!("{text} {}", set_by(words, &clock.set_by)), Whose::Policy);
    }
    let off = rule.off_because().map(|why| {
        let OffBecause::NotVerified = why;
        let key = if settings.checks(rule) { "rules-switched-on" } else { "rules-off-not-verified" };
        Phrase::from(Tag::new(State::Unknown, say("rules-not-verified"))).and(say(key))
    });
    let excuse = match rule.excuse() {
        Excuse::Never if rule.severity == Severity::Prohibition => Some(say("rules-excuse-never")),
        Excuse::Never | Excuse::BySecondPerson => None,
    };
    Block::new(rule.id, say("rules-asks"))
        .line(Phrase::from(tag).and(words.code("text-word", rule.word.code())))
        .line_some(off)
        .line(say(&format!("rules-check-{}", dashed(&rule.kind.mark().to_lowercase()))))
        .line(Phrase::from(Tag::of(State::Met, words)).and(of_rule("met")))
        .line(Phrase::from(Tag::of(State::Breach, words)).and(of_rule("breach")))
        .line(Phrase::from(Tag::of(State::Unknown, words)).and(of_rule("undetermined")))
        .line_some(excuse.map(Phrase::from))
        .heading(say("casework-remedy"))
        .line(of_rule("remedy"))
        .heading(say("rules-data"))
        .items(data.collect())
        .margin(margin.note(Phrase::code(rule.id)))
}

/// What an act tells, what one does to record it, and where that begins.
fn datum(visit: &Visit<'_>, kind: Kind) -> Phrase {
    let words = &visit.words;
    let told = Phrase::from(words.say(&act_form::told(kind)));
    let form = act_form::of(kind).or_else(|| act_form::all().find(|form| form.composes.contains(&kind)));
    match (offered(kind), form) {
        (Some(offered), Some(form)) => {
            let told = told.and(Phrase::link(offered.begins, words.say(&form.title())));
            if offered.route == offered.begins { told } else { told.note(words.say("rules-in-the-file")) }
        }
        _ => told,
    }
}

fn show_unchecked(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let words = &visit.words;
    let say = |key: &str| words.say(key).into_owned();
    let mut shell = visit.shell("rules-unchecked");
    shell.recorded = false;
    let rows: Vec<&Standard> = unchecked().collect();
    let head = Identity::new(say("rules-unchecked"))
        .lead(words.say1("rules-unchecked-text", "count", rows.len()))
        .fact(say("rules-in-short"));
    let mut page = Page::new(shell).head(head);
    let reasons = Why::ALL.iter().map(|why| {
        let code = dashed(why.code());
        Phrase::strong(say(&format!("standard-why-{code}"))).and(say(&format!("standard-why-{code}-text")))
    });
    page = page.block(Block::new("why", say("rules-unchecked-why")).items(reasons.collect()));
    for text in StandardText::ALL {
        let of_text: Vec<&Standard> = rows.iter().copied().filter(|row| row.text == *text).collect();
        if of_text.is_empty() {
            continue;
        }
        let name = say(&format!("standard-text-{}", dashed(text.code())));
        let lines = of_text.iter().map(|row| {
            vec![
                cited(row),
                words.say(&row.key()).into(),
                words.code("severity", row.severity.code()).into_owned().into(),
                words.say(&format!("standard-why-{}", dashed(row.why.code()))).into(),
            ]
        });
        let columns = ["rules-row", "rules-asks", "findings-severity", "rules-why"];
        let columns = columns.map(|key| Column::new(say(key))).to_vec();
        page = page.block(Block::new(text.code(), name.clone()).with(Table::new(name, columns, lines.collect())));
    }
    Ok(Answer::open_page(
        &page.block(Block::new("back", say("rules-title")).line(Phrase::link(ALL, say("casework-all-rules")))),
    )?)
}

/// A row and its paragraph, which are read from left to right in every language.
fn cited(row: &Standard) -> Phrase {
    let name = Phrase::code(row.id);
    if row.paragraph.is_empty() { name } else { name.and(Phrase::code(row.paragraph)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routes;
    use crate::words::{Language, Words};
    use jiff::tz::TimeZone;

    #[test]
    fn every_datum_of_every_rule_is_recorded_through_a_page() {
        let routes = routes::all();
        let paths: Vec<&str> = routes.iter().map(|route| route.path).collect();
        for rule in RULES {
            for (kind, gives) in rule.data {
                let at = offered(*kind);
                assert!(at.is_some(), "{}: no page offers {kind}, which gives {gives}", rule.id);
                let Offered { route, begins } = at.unwrap();
                assert!(paths.contains(&route), "{kind}: there is no page {route}");
                assert!(paths.contains(&begins), "{kind}: there is no page {begins}");
                assert!(!gives.is_empty());
            }
        }
    }

    #[test]
    fn every_rule_stands_in_the_list_of_all_and_has_an_address_of_its_own() {
        for rule in RULES {
            assert!(text_of(rule).is_some(), "{} is of no text", rule.id);
            assert_ne!(address(rule), UNCHECKED);
            assert_eq!(rule.id.parse(), Ok(rule.rule));
        }
    }

    #[test]
    fn every_rule_and_every_row_is_told_in_every_language() {
        for language in Language::ALL {
            let words = Words::new(language, TimeZone::UTC);
            for rule in RULES {
                for what in ["title", "cite", "met", "breach", "undetermined", "remedy"] {
                    let key = format!("{}-{what}", rule.key);
                    assert_ne!(words.say(&key), key.as_str(), "{key} in {language:?}");
                }
                for clock in rule.clocks {
                    let key = format!("rules-{}", dashed(clock.name()));
                    assert_ne!(words.say1(&key, "length", "1"), key.as_str(), "{key} in {language:?}");
                }
            }
            for row in STANDARDS {
                assert_ne!(words.say(&row.key()), row.key().as_str(), "{} in {language:?}", row.id);
            }
        }
        let english = Words::new(Language::En, TimeZone::UTC);
        for row in STANDARDS {
            assert_eq!(english.say(&row.key()), row.asks, "{}", row.id);
        }
    }
}
