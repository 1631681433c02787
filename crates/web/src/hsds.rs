//! The public feed of the directory, in HSDS 3.0: what anybody may read, while it is switched on.
//!
//! It asks for no session and reads none; the words are English for every reader. A parameter that it does not know is refused,
//! also one that the specification has and this feed does not offer.

use app::consult::{FeedQuery, OrgLine, PublicLine};
use domain::assessment::NeedArea;
use domain::custody::Sex;
use domain::directory::Assurance;
use domain::organisation::OrgKind;
use domain::{Moment, OrgId, ServiceId};
use interop::hsds::{Organization, Page, PublicService, Root, Service, Taxonomy, TaxonomyTerm};
use jiff::Timestamp;
use serde::Serialize;

use crate::answer::Answer;
use crate::route::Route;
use crate::routes::nothing;
use crate::trouble::Trouble;
use crate::visit::Visit;
use crate::words::{Language, Words};

/// The routes of the feed.
pub const ROUTES: &[Route] = &[
    Route::get("/hsds/v3", nothing(), root).json(),
    Route::get("/hsds/v3/", nothing(), root).json(),
    Route::get("/hsds/v3/services", nothing(), services).json(),
    Route::get("/hsds/v3/services/{id}", nothing(), service).json(),
    Route::get("/hsds/v3/organizations", nothing(), organizations).json(),
    Route::get("/hsds/v3/organizations/{id}", nothing(), organization).json(),
    Route::get("/hsds/v3/taxonomies", nothing(), taxonomies).json(),
    Route::get("/hsds/v3/taxonomies/{id}", nothing(), taxonomy).json(),
    Route::get("/hsds/v3/taxonomy_terms", nothing(), terms).json(),
    Route::get("/hsds/v3/taxonomy_terms/{id}", nothing(), term).json(),
];

/// Most things on a page, and how many there are where nobody asks.
const MOST: u32 = 100;
const USUAL: u32 = 25;
/// Highest page that can be asked for.
const LAST: u32 = 10_000;

/// Which page, of how many on each.
#[derive(Debug, Clone, Copy)]
struct Turn {
    page: u32,
    per_page: u32,
}

impl Turn {
    fn from(self) -> u32 {
        self.page.saturating_sub(1).saturating_mul(self.per_page)
    }

    fn of<T>(self, contents: Vec<T>, total: u64) -> Page<T> {
        Page::of(contents, total, self.page.into(), self.per_page.into())
    }

    /// The page of a list that is all here.
    fn cut<T>(self, all: Vec<T>) -> Page<T> {
        let total = u64::try_from(all.len()).unwrap_or(u64::MAX);
        let from = usize::try_from(self.from()).unwrap_or(usize::MAX);
        let most = usize::try_from(self.per_page).unwrap_or(usize::MAX);
        self.of(all.into_iter().skip(from).take(most).collect(), total)
    }
}

/// Is the feed on, and is nothing asked but this?
fn asked(visit: &Visit<'_>, known: &[&str]) -> Result<Turn, Trouble> {
    if !visit.site.feed() {
        return Err(Trouble::not_found());
    }
    let paged = known.contains(&"page");
    let pairs = visit.query.pairs();
    for (place, (name, _)) in pairs.iter().enumerate() {
        let twice = pairs.iter().take(place).any(|(before, _)| before == name);
        if twice || !known.contains(&name.as_str()) {
            return Err(Trouble::Strange(name.clone()));
        }
    }
    let number = |name: &str, usual: u32, most: u32| -> Result<u32, Trouble> {
        match visit.wanted::<u32>(name)? {
            Some(number) if number == 0 || number > most => Err(Trouble::Strange(name.to_owned())),
            number => Ok(number.unwrap_or(usual)),
        }
    };
    if visit.query.get("format").is_some_and(|format| format != "json") {
        return Err(Trouble::Strange("format".to_owned()));
    }
    if paged {
        Ok(Turn { page: number("page", 1, LAST)?, per_page: number("per_page", USUAL, MOST)? })
    } else {
        Ok(Turn { page: 1, per_page: USUAL })
    }
}

fn yes(visit: &Visit<'_>, name: &str) -> Result<bool, Trouble> {
    Ok(visit.wanted::<bool>(name)?.unwrap_or_default())
}

/// The answer, or word that the reader has it already.
fn told(visit: &Visit<'_>, value: &impl Serialize) -> Answer {
    Answer::open_json(value).tagged(visit.if_none_match.as_deref())
}

fn english(visit: &Visit<'_>) -> Words {
    Words::new(Language::En, visit.app.zone().clone())
}

fn root(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    asked(visit, &[])?;
    Ok(told(visit, &Root::SAYS))
}

/// Only the id and when it changed.
#[derive(Serialize)]
struct Minimal {
    id: ServiceId,
    modified_date: Moment,
}

const OF_SERVICES: &[&str] = &[
    "page",
    "per_page",
    "format",
    "organization_id",
    "taxonomy_id",
    "taxonomy_term_id",
    "modified_after",
    "minimal",
    "full",
];

fn services(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let turn = asked(visit, OF_SERVICES)?;
    let need = match visit.query.get("taxonomy_term_id") {
        Some(id) => Some(TaxonomyTerm::need(id).ok_or_else(|| Trouble::Strange("taxonomy_term_id".to_owned()))?),
        None => None,
    };
    if visit.query.get("taxonomy_id").is_some_and(|id| id != Taxonomy::needs().id()) {
        return Err(Trouble::Strange("taxonomy_id".to_owned()));
    }
    let query =
        FeedQuery { org: visit.wanted("organization_id")?, need, changed_from: visit.wanted("modified_after")? };
    let (lines, total) = visit.app.public_services(query, turn.from(), turn.per_page)?;
    if yes(visit, "minimal")? {
        let line = |line: &PublicLine| Minimal { id: line.service, modified_date: line.changed };
        return Ok(told(visit, &turn.of(lines.iter().map(line).collect(), total)));
    }
    let (words, full) = (english(visit), yes(visit, "full")?);
    let line = |line: &PublicLine| {
        let public = public(&words, line);
        if full { Service::whole(&public) } else { Service::listed(&public) }
    };
    Ok(told(visit, &turn.of(lines.iter().map(line).collect(), total)))
}

fn service(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    asked(visit, &[])?;
    let line = visit.app.public_service(visit.id("id")?)?.ok_or_else(Trouble::not_found)?;
    Ok(told(visit, &Service::whole(&public(&english(visit), &line))))
}

fn organizations(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let turn = asked(visit, &["page", "per_page", "format"])?;
    let (lines, total) = visit.app.public_organisations(turn.from(), turn.per_page)?;
    let words = english(visit);
    Ok(told(visit, &turn.of(lines.iter().map(|line| of_org(&words, line)).collect(), total)))
}

fn organization(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    asked(visit, &[])?;
    let org: OrgId = visit.id("id")?;
    let line = visit.app.public_organisation(org)?.ok_or_else(Trouble::not_found)?;
    Ok(told(visit, &of_org(&english(visit), &line)))
}

fn taxonomies(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let turn = asked(visit, &["page", "per_page", "format"])?;
    Ok(told(visit, &turn.cut(vec![Taxonomy::needs()])))
}

fn taxonomy(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    asked(visit, &[])?;
    let needs = Taxonomy::needs();
    if visit.params.get("id").is_some_and(|id| id == needs.id()) {
        Ok(told(visit, &needs))
    } else {
        Err(Trouble::not_found())
    }
}

fn terms(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let turn = asked(visit, &["page", "per_page", "format", "taxonomy_id"])?;
    if visit.query.get("taxonomy_id").is_some_and(|id| id != Taxonomy::needs().id()) {
        return Err(Trouble::Strange("taxonomy_id".to_owned()));
    }
    let words = english(visit);
    let all = NeedArea::ALL.iter().map(|need| TaxonomyTerm::of(*need, &words.code(NeedArea::LIST, need.code())));
    Ok(told(visit, &turn.cut(all.collect())))
}

fn term(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    asked(visit, &[])?;
    let need = visit.params.get("id").and_then(|id| TaxonomyTerm::need(id)).ok_or_else(Trouble::not_found)?;
    Ok(told(visit, &TaxonomyTerm::of(need, &english(visit).code(NeedArea::LIST, need.code()))))
}

fn of_org(words: &Words, line: &OrgLine) -> Organization {
    let kind = words.code(OrgKind::LIST, line.kind.code());
    Organization::new(line.org, line.name.clone(), format!("{kind}, {}", line.place))
}

fn public(words: &Words, line: &PublicLine) -> PublicService {
    let whom = line.entry.whom.as_ref();
    let sexes = whom.map(|whom| whom.sexes.iter().map(|sex| words.code(Sex::LIST, sex.code()).into_owned()));
    let day = |at: Moment| words.date_of(Timestamp::from(at));
    let waits = line.availability.as_ref().and_then(domain::directory::Availability::wait);
    let stale = line.assurance == Assurance::Unconfirmed;
    PublicService {
        service: line.service,
        name: line.entry.name.to_string(),
        description: line.entry.description.to_string(),
        needs: line
            .entry
            .needs
            .iter()
            .map(|need| (*need, words.code(NeedArea::LIST, need.code()).into_owned()))
            .collect(),
        languages: line.entry.languages.iter().map(ToString::to_string).collect(),
        places: line.entry.at().map(ToString::to_string).collect(),
        eligibility: sexes.map(|sexes| sexes.collect::<Vec<_>>().join(", ")),
        minimum_age: whom.and_then(|whom| whom.from_age),
        maximum_age: whom.and_then(|whom| whom.to_age),
        wait_time: waits.map(|days| format!("{days} days")),
        phone: line.given.phone.as_ref().map(ToString::to_string),
        email: line.given.email.as_ref().map(ToString::to_string),
        web: line.given.web.as_ref().map(ToString::to_string),
        assured: line.assured.map(day),
        alert: stale.then(|| words.say("services-feed-alert").into_owned()),
        modified: line.changed,
        organization: of_org(words, &line.org),
    }
}
