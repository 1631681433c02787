//! The first page: counted queues of what waits, the limits that come closest, and a way to find a case.
//!
//! Administrators see what they administer, and no case.

use app::consult::{
    CaseLine, DangerLine, EntryLine, EntryWhy, Home, OfferLine, Queue as Waiting, QueueName, SignatureLine, Why,
};
use app::second::Signature;
use app::{ReturnLine, SaidBy};
use askama::Template;
use askama::filters::HtmlSafe;
use domain::Capacity;
use domain::referral::Danger;
use jiff::{SignedDuration, Timestamp};

use super::emergencies;
use super::referrals::state_tag;
use super::sheet::{Block, Page};
use crate::answer::Answer;
use crate::part::{Empty, Identity, Note, People, Phrase, Queue, Queues, State, Tag, When};
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::Visit;

/// The routes of this page.
pub const ROUTES: &[Route] =
    &[Route::get("/", Asks::Consult("the reader's own queues; administrators see links and no case"), show)];

/// The form that finds a case by name or number.
#[derive(Template)]
#[template(
    source = "<form role=\"search\" action=\"/cases\"><label for=\"find\">{{ label }}<small>{{ hint }}</small></label><input id=\"find\" name=\"q\" type=\"search\" value=\"{{ value }}\" autocomplete=\"off\"> <button>{{ button }}</button></form>",
    ext = "html"
)]
pub(crate) struct Find {
    label: String,
    hint: String,
    button: String,
    value: String,
}

impl HtmlSafe for Find {}

impl Find {
    pub(crate) fn new(visit: &Visit<'_>, value: &str) -> Self {
        let say = |key: &str| visit.words.say(key).into_owned();
        Self {
            label: say("home-find"),
            hint: say("home-find-hint"),
            button: say("home-find-button"),
            value: value.to_owned(),
        }
    }
}

fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let capacity = visit.actor()?.capacity;
    match capacity {
        Capacity::SystemAdministrator => {
            return links(
                visit,
                &[
                    ("/accounts", "nav-accounts", "home-admin-accounts"),
                    ("/organisations", "nav-organisations", "home-admin-organisations"),
                    ("/services", "nav-services", "home-admin-services"),
                    ("/verify", "nav-log", "home-admin-log"),
                ],
            );
        }
        Capacity::OrgAdministrator => {
            return links(
                visit,
                &[
                    ("/accounts", "nav-accounts", "home-org-accounts"),
                    ("/posts", "nav-posts", "home-posts"),
                    ("/services", "nav-services", "home-admin-services"),
                    ("/organisations", "nav-organisations", "home-directory"),
                ],
            );
        }
        Capacity::Analyst
        | Capacity::ExchangeEditor
        | Capacity::Person
        | Capacity::LegalRepresentative
        | Capacity::HearingOfficer
        | Capacity::ComplaintHandler => {
            return links(visit, &[("/rules", "nav-rules", "home-rules"), ("/verify", "nav-log", "home-admin-log")]);
        }
        _ => {}
    }
    let home = visit.app.home(visit.actor()?)?;
    let page = arrange(visit, &home, capacity, super::sign_ins::notes(visit)?);
    Ok(Answer::page(&home.map(|_| page))?)
}

fn greeting(visit: &Visit<'_>) -> String {
    visit.words.weekday(visit.now().date_in(visit.words.zone()))
}

/// What somebody administers or may read: links, and no case.
fn links(visit: &Visit<'_>, places: &[(&str, &str, &str)]) -> Result<Answer, Trouble> {
    let say = |key: &str| visit.words.say(key).into_owned();
    let mut shell = visit.shell("home-title");
    shell.recorded = false;
    let mut page = Page::new(shell).head(Identity::new(greeting(visit)).lead(say("home-no-case")));
    for note in super::sign_ins::notes(visit)? {
        page = page.head(note);
    }
    page =
        page.blocks(super::acting_for::block(visit, &visit.app.stands_in_for(visit.actor()?)?).into_iter().collect());
    Ok(Answer::open_page(&page.block(places_of(visit, places)))?)
}

/// Links, each with what is found there.
fn places_of(visit: &Visit<'_>, places: &[(&str, &str, &str)]) -> Block {
    let say = |key: &str| visit.words.say(key).into_owned();
    let lines = places.iter().map(|(href, label, what)| Phrase::link(*href, say(label)).note(say(what)));
    Block::new("places", say("home-places")).with(People::new(lines.collect()))
}

/// Where data protection works, besides what waits on the first page.
const OF_PROTECTION: [(&str, &str, &str); 3] = [
    ("/data-protection", "nav-protection", "home-protection"),
    ("/rules", "nav-rules", "home-rules"),
    ("/verify", "nav-log", "home-admin-log"),
];

/// Are these people who work with cases, rather than with offers?
fn with_cases(capacity: Capacity) -> bool {
    !matches!(capacity, Capacity::CsoManager | Capacity::CsoPractitioner | Capacity::DataProtection)
}

fn arrange(visit: &Visit<'_>, home: &Home, capacity: Capacity, notes: Vec<Note>) -> Page {
    let words = &visit.words;
    let say = |key: &str| words.say(key).into_owned();
    let waiting: usize = home.queues.iter().map(Waiting::count).sum();
    let late = home.queues.iter().find(|queue| queue.name == QueueName::Overdue).map_or(0, Waiting::count);
    let mut lead = words.say1("home-waiting", "count", waiting).into_owned();
    if late > 0 {
        lead.push(' ');
        lead.push_str(&words.say1("home-late", "count", late));
    }
    let queues =
        home.queues.iter().filter(|queue| belongs(queue.name, capacity)).map(|queue| queue_of(visit, queue, capacity));
    let mut page = Page::new(visit.shell("home-title")).head(Identity::new(greeting(visit)).lead(lead));
    for note in notes {
        page = page.head(note);
    }
    for (case, until) in &home.open {
        let hour = words.hour(Timestamp::from(*until));
        let text = Phrase::from(words.say1("emergency-own-open-until", "hour", hour))
            .and(Phrase::link(format!("/cases/{case}"), say("emergency-own-open-go")));
        page = page.head(Note::new(say("emergency-own-open"), text));
    }
    let mut wait = Block::new("wait", say("home-wait")).with(Queues::new(words, queues.collect()));
    let details = home.queues.iter().filter(|queue| belongs(queue.name, capacity));
    let mut lists = Vec::new();
    for queue in details.filter(|queue| queue.count() > 0) {
        lists.push(list_of(visit, queue));
    }
    if super::wing::records(capacity) {
        wait = wait.line(Phrase::link("/wing", say("nav-wing")).note(say("home-wing")));
    }
    if with_cases(capacity) {
        wait = wait.line(Phrase::link("/duty", say("duty-title")).note(say("duty-home")));
    }
    if capacity == Capacity::Registrar {
        wait = wait.line(Phrase::link("/cases/admit", say("act-custody-admitted")));
    }
    page = page.blocks(super::acting_for::block(visit, &home.stands_in).into_iter().collect());
    page = page.blocks(dangers(visit, home).into_iter().collect());
    page = page.blocks(signatures(visit, home).into_iter().collect());
    page = page.blocks(returns(visit, home).into_iter().collect());
    page = page.block(wait).blocks(lists);
    page = page.blocks(entries(visit, home, capacity).into_iter().collect());
    if !home.alerts.is_empty() {
        page = page.block(super::alerts::block(visit, &home.alerts));
    }
    let mut beside = Vec::new();
    if capacity == Capacity::DataProtection {
        beside.push(places_of(visit, &OF_PROTECTION));
    }
    if with_cases(capacity) {
        let way = Phrase::link("/emergency", say("act-file-emergency-opened"));
        let search = Block::new("search", say("home-search")).with(Find::new(visit, ""));
        beside.push(search.line_some(super::emergency::opens(capacity).then_some(way)));
    }
    if sees_measures(capacity) {
        let limits = Block::new("limits", say("home-limits"));
        beside.push(if home.limits.is_empty() {
            limits.with(Empty::new(say("home-limits-none"), say("home-limits-none-text")))
        } else {
            limits
                .with(People::new(home.limits.iter().map(|line| limit(visit, line, home)).collect()))
                .line(say("home-limits-legend"))
        });
    }
    if matches!(capacity, Capacity::Supervisor | Capacity::Governor) {
        let way = Phrase::link("/inspections", say("home-inspections"));
        beside.push(Block::new("inspections", say("nav-inspections")).line(way));
    }
    beside.push(Block::new("posts", say("nav-posts")).line(Phrase::link("/posts", say("home-posts"))));
    page.beside(say("home-beside"), beside)
}

/// Entries of the organisation in the directory that wait for somebody.
fn entries(visit: &Visit<'_>, home: &Home, capacity: Capacity) -> Option<Block> {
    let words = &visit.words;
    if capacity != Capacity::CsoManager {
        return None;
    }
    let block = Block::new("directory", words.say("home-entries"));
    if home.entries.is_empty() {
        return Some(block.line(words.say("home-entries-none")));
    }
    let line = |line: &EntryLine| {
        let (state, to) = match line.why {
            EntryWhy::Unconfirmed => (State::Late, "do/service.assured"),
            EntryWhy::Due => (State::Due, "do/service.assured"),
            EntryWhy::Availability => (State::Due, "do/service.availability_stated"),
            EntryWhy::Draft => (State::Unknown, "draft"),
            EntryWhy::FeedRefused => (State::Plain, ""),
        };
        let href = format!("/services/{}/{to}", line.service);
        let phrase = Phrase::link(href.trim_end_matches('/').to_owned(), line.name.clone())
            .and(Tag::new(state, words.code(EntryWhy::LIST, line.why.code())));
        match line.at {
            Some(at) => {
                let day = words.date(words.date_of(Timestamp::from(at)));
                let key = if at <= home.now { "home-entry-since" } else { "home-entry-until" };
                phrase.note(words.say1(key, "day", day))
            }
            None => phrase,
        }
    };
    Some(block.line(words.say("home-entries-text")).with(People::new(home.entries.iter().map(line).collect())))
}

/// Second signatures that nobody else could give.
fn signatures(visit: &Visit<'_>, home: &Home) -> Option<Block> {
    if home.signatures.is_empty() {
        return None;
    }
    let words = &visit.words;
    let line = |line: &SignatureLine| {
        let href = match line.signature {
            Signature::Account => format!("/accounts/{}/confirm", line.stream),
            Signature::Recovery => format!("/accounts/{}/recovery/confirm", line.stream),
            Signature::Token => format!("/accounts/{}/tokens/{}/issue", line.stream, line.act),
            Signature::Cover => format!("/organisations/{}/posts", line.stream),
            Signature::Strike | Signature::Erasing => format!("/cases/{}/keeping", line.stream),
            Signature::Plan => format!("/cases/{}/plan", line.stream),
            Signature::Clock => "/clock".to_owned(),
            Signature::Return => format!("/cases/{}", line.stream),
        };
        Phrase::link(href, words.code(Signature::LIST, line.signature.code()))
            .and(Phrase::name(&line.prison))
            .and(When::moment(words, Timestamp::from(line.since)))
    };
    let block = Block::new("signatures", words.say("home-signatures")).line(words.say("home-signatures-text"));
    Some(block.with(People::new(home.signatures.iter().map(line).collect())))
}

/// Dangers to life that a service disclosed and nobody answered. Nobody is named here.
fn dangers(visit: &Visit<'_>, home: &Home) -> Option<Block> {
    if home.dangers.is_empty() {
        return None;
    }
    let words = &visit.words;
    let line = |line: &DangerLine| {
        let what = words.code(Danger::LIST, line.danger.code()).into_owned();
        Phrase::link(format!("/referrals/{}", line.referral), what).and(When::moment(words, Timestamp::from(line.at)))
    };
    let block = Block::new("dangers", words.say("home-dangers")).line(words.say("home-dangers-text"));
    Some(block.with(People::new(home.dangers.iter().map(line).collect())))
}

/// Returns that one person recorded. No number stands here: whoever says the second word has it from the paper.
fn returns(visit: &Visit<'_>, home: &Home) -> Option<Block> {
    if home.returns.is_empty() {
        return None;
    }
    let words = &visit.words;
    let line = |line: &ReturnLine| {
        let until = words.moment(Timestamp::from(line.until));
        match line.by {
            SaidBy::Themselves => Phrase::from(words.say("home-return-own")),
            SaidBy::Another => Phrase::link("/cases/return", words.say("home-return-other")),
        }
        .and(When::moment(words, Timestamp::from(line.since)))
        .note(words.say1("home-return-until", "when", until))
    };
    let block = Block::new("returns", words.say("home-returns")).line(words.say("home-returns-text"));
    Some(block.with(People::new(home.returns.iter().map(line).collect())))
}

fn sees_measures(capacity: Capacity) -> bool {
    matches!(
        capacity,
        Capacity::CaseManager
            | Capacity::Supervisor
            | Capacity::Governor
            | Capacity::Monitor
            | Capacity::IndependentReviewer
    )
}

/// Does a queue belong to the work of a capacity? Empty queues stay in their place for those whose queues they are.
fn belongs(name: QueueName, capacity: Capacity) -> bool {
    match capacity {
        Capacity::CsoManager | Capacity::CsoPractitioner => matches!(
            name,
            QueueName::NeedsDecision | QueueName::OfferedToUs | QueueName::DueThisWeek | QueueName::Overdue
        ),
        Capacity::ProbationOfficer => {
            matches!(name, QueueName::OfferedToUs | QueueName::DueThisWeek | QueueName::Overdue | QueueName::Safeguards)
        }
        Capacity::Monitor | Capacity::IndependentReviewer | Capacity::Governor => {
            let examines = name == QueueName::Emergencies && capacity != Capacity::IndependentReviewer;
            examines || matches!(name, QueueName::DueThisWeek | QueueName::Overdue | QueueName::Safeguards)
        }
        Capacity::DataProtection => name == QueueName::Emergencies,
        Capacity::Supervisor => name != QueueName::OfferedToUs,
        Capacity::Registrar | Capacity::Health | Capacity::CustodyOfficer => {
            matches!(name, QueueName::DueThisWeek | QueueName::Overdue | QueueName::Safeguards)
        }
        _ => !matches!(name, QueueName::OfferedToUs | QueueName::Emergencies),
    }
}

fn queue_of(visit: &Visit<'_>, queue: &Waiting, capacity: Capacity) -> Queue {
    let words = &visit.words;
    let code = queue.name.code();
    let href = if queue.count() > 0 {
        format!("#list-{code}")
    } else if queue.name == QueueName::Safeguards {
        "/findings".to_owned()
    } else if queue.name == QueueName::Emergencies {
        emergencies::PATH.to_owned()
    } else if with_cases(capacity) {
        "/cases".to_owned()
    } else {
        "/referrals".to_owned()
    };
    let note = match (queue.cases.first(), queue.offers.first(), queue.openings.first()) {
        (Some((line, why)), ..) => tagged(visit, queue.name, *why).and(Phrase::name(name_of(visit, line))),
        (None, Some(offer), _) => Phrase::name(offer.called.clone()).and(Phrase::name(offer.service_name.clone())),
        (None, None, Some(opening)) => emergencies::standing(visit, opening, visit.now()),
        (None, None, None) => words.say(&format!("home-none-{}", crate::words::dashed(code))).into(),
    };
    Queue {
        count: i64::try_from(queue.count()).unwrap_or(i64::MAX),
        href,
        label: words.say(&format!("home-queue-{}", crate::words::dashed(code))).into_owned(),
        note,
    }
}

fn tagged(visit: &Visit<'_>, name: QueueName, why: Why) -> Phrase {
    let state = match (name, why) {
        (_, Why::Breach) => State::Breach,
        (_, Why::Undetermined) => State::Unknown,
        (QueueName::Overdue, _) => State::Late,
        _ => State::Due,
    };
    let word = visit.words.say(&format!("home-why-{}", crate::words::dashed(why.code()))).into_owned();
    Tag::new(state, word).into()
}

pub(crate) fn name_of(visit: &Visit<'_>, line: &CaseLine) -> String {
    line.name.as_ref().map_or_else(
        || visit.words.say("cases-name-loading").into_owned(),
        |name| format!("{}{}{}", name.family, visit.words.say("shell-comma"), name.given),
    )
}

/// Most entries of one queue on this page; the rest is in the list of cases.
const MOST: usize = 10;

fn list_of(visit: &Visit<'_>, queue: &Waiting) -> Block {
    let words = &visit.words;
    let code = queue.name.code();
    let title = words.say(&format!("home-queue-{}", crate::words::dashed(code)));
    let cases = queue.cases.iter().take(MOST).map(|(line, why)| {
        let phrase = Phrase::link(format!("/cases/{}", line.case), name_of(visit, line));
        let phrase = match &line.name {
            Some(name) => phrase.and(Phrase::code(name.number.clone())),
            None => phrase,
        };
        let phrase = phrase.and(tagged(visit, queue.name, *why));
        match due(visit, line, *why) {
            Some(when) => phrase.and(when),
            None => phrase,
        }
    });
    let offers = queue.offers.iter().take(MOST).map(|offer| offer_line(visit, offer));
    let openings = queue.openings.iter().take(MOST).map(|opening| {
        let phrase = emergencies::who(visit, opening).and(emergencies::standing(visit, opening, visit.now()));
        if opening.may_examine {
            let href = format!("{}/{}", emergencies::PATH, opening.opening);
            phrase.and(Phrase::link(href, words.say("emergencies-examine")))
        } else {
            phrase
        }
    });
    let lines: Vec<Phrase> = cases.chain(offers).chain(openings).collect();
    let left = queue.count().saturating_sub(lines.len());
    let mut block = Block::new(format!("list-{code}"), title).with(People::new(lines));
    if queue.name == QueueName::Emergencies {
        block = block.line(Phrase::link(emergencies::PATH, words.say("home-emergencies-all")));
    } else if left > 0 {
        block = block.line(Phrase::link("/cases", words.say1("home-more", "count", left)));
    }
    block
}

fn offer_line(visit: &Visit<'_>, offer: &OfferLine) -> Phrase {
    let phrase = Phrase::link(format!("/referrals/{}", offer.referral), offer.called.clone())
        .and(state_tag(&visit.words, &offer.state));
    let phrase = match offer.answer_by.filter(|_| offer.state == "offered") {
        Some(by) => phrase.and(visit.words.say1("casework-answer-by", "day", visit.words.date(by))),
        None => phrase,
    };
    phrase.note(format!("{} ({})", offer.service_name, offer.sender))
}

/// The date that a case stands in a queue for.
fn due(visit: &Visit<'_>, line: &CaseLine, why: Why) -> Option<When> {
    let words = &visit.words;
    match why {
        Why::Review => line.review_on.map(|on| When::date(words, on)),
        Why::Release => line.release_on.map(|on| When::date(words, on)),
        Why::MeasureEnd => line.measure_end.map(|at| When::moment(words, Timestamp::from(at))),
        Why::HandoverToAnswer => line.handover_by.map(|on| When::date(words, on)),
        Why::FirstContact => {
            line.released.map(|at| When::moment(words, Timestamp::from(at.plus(72 * domain::moment::HOUR))))
        }
        _ => None,
    }
}

/// A running measure, with the time left to its planned end.
fn limit(visit: &Visit<'_>, line: &CaseLine, home: &Home) -> Phrase {
    let words = &visit.words;
    let phrase = Phrase::link(format!("/cases/{}/measures", line.case), name_of(visit, line));
    let Some(end) = line.measure_end else {
        return phrase.note(words.say("home-no-end"));
    };
    let left = SignedDuration::from_millis(end.since(home.now));
    if left.is_negative() {
        let late = words.say1("home-end-late", "span", words.span_of(left)).into_owned();
        return phrase.and(Tag::new(State::Late, late));
    }
    phrase.note(words.say1("home-end-in", "span", words.span_of(left)))
}
