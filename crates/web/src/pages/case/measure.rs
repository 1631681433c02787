//! One measure: its clock against the limit, the five answers with the rule beside each, what the person says, what it costs.

use domain::command::CommandLine;
use domain::facts::{MeasureFacts, Origin, RegimeFacts};
use domain::kind::{Act, topic};
use domain::measure::Imposed;
use domain::{ActId, Kind, Moment, Recorded};
use jiff::SignedDuration;
use safeguards::{Checked, Finding, RuleId};

use super::{Case, Section};
use crate::answer::Answer;
use crate::form::Whose;
use crate::pages::sheet::{Block, Page};
use crate::part::{Clock, Column, Identity, Pairs, Phrase, Post, State, Table, Tag};
use crate::trouble::Trouble;
use crate::visit::Visit;

/// What the rule of prolonged solitary confinement says of the confinement that this measure belongs to.
pub(crate) fn clock_of<'c>(checked: &'c Checked, measure: &MeasureFacts) -> Option<&'c Finding> {
    let belongs = |finding: &&Finding| {
        finding.rule == RuleId::Nmr43b && (finding.anchor == measure.act || finding.acts.contains(&measure.act))
    };
    checked.findings.iter().chain(&checked.met).find(belongs)
}

pub(super) fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let wanted: ActId = visit.id("measure")?;
    super::page(visit, Section::Measures, |case| {
        let measure = case.file.facts.measures.iter().find(|measure| measure.act == wanted);
        let measure = measure.ok_or_else(Trouble::not_found)?;
        Ok(arrange(case, measure))
    })
}

fn arrange(case: &Case<'_>, measure: &MeasureFacts) -> Page {
    let checked = case.visit.app.check(&case.file.facts, case.file.now);
    let known = [("measure", measure.act.to_string())];
    let mut doors = None;
    if measure.span.until.is_none() {
        doors = case.doors(&[
            (Kind::MeasureLifted, &known),
            (Kind::MeasureRegimeRecorded, &[]),
            (Kind::MeasureHealthVisited, &[]),
            (Kind::MeasureReviewed, &known),
            (Kind::MeasureConditionsRecorded, &known),
            (Kind::MeasureOffered, &known),
            (Kind::MeasureReliefPlanned, &known),
            (Kind::MeasureLossRecorded, &known),
            (Kind::MeasureEffectReported, &known),
            (Kind::MeasureChangeAdvised, &known),
            (Kind::MeasureAdviceAnswered, &[]),
            (Kind::MeasurePlaceLost, &known),
            (Kind::MeasureExtended, &known),
        ]);
    }
    let shell = case.visit.shell("casework-title-measure");
    let mut page = Page::new(shell)
        .trail(case.href(Section::Overview), Phrase::name(case.name()))
        .trail(case.href(Section::Measures), case.say("casework-section-measures"))
        .trail("", case.measure_name(measure))
        .head(identity(case, measure, doors))
        .block(clock(case, measure, &checked));
    let imposed = case.act(measure.act).and_then(|recorded| match &recorded.act {
        Act::Measure(topic::Measure::Imposed(body)) => Some(body),
        _ => None,
    });
    page = match imposed {
        Some(body) => page.blocks(answers(case, body, measure, &checked)),
        None => page.block(found(case, measure)),
    };
    page = page.block(extensions(case, measure)).block(reviews(case, measure)).block(costs(case, measure, imposed));
    page
}

fn identity(case: &Case<'_>, measure: &MeasureFacts, doors: Option<crate::part::Doors>) -> Identity {
    let mut bar = Identity::new(case.measure_name(measure))
        .fact(Phrase::name(case.name()))
        .fact(case.words.code("measure-purpose", measure.purpose.code()));
    bar = match measure.span.until {
        None => bar.fact(Phrase::from(case.say("casework-measure-since")).and(case.when(measure.span.from))),
        Some(until) => {
            bar.fact(Phrase::from(Tag::new(State::Plain, case.say("casework-measure-ended"))).and(case.when(until)))
        }
    };
    if let Some(recorded) = case.act(measure.act) {
        let key = match measure.origin {
            Origin::Decided => "casework-decided-by",
            Origin::Found => "casework-found-by",
        };
        let capacity = case.words.code("capacity", recorded.envelope.capacity.code());
        let who = format!("{}{}{capacity}", case.staff(recorded.envelope.actor), case.say("shell-comma"));
        bar = bar.fact(Phrase::from(case.say(key)).and(Phrase::name(who)));
    }
    match doors {
        Some(doors) => bar.doors(doors),
        None => bar,
    }
}

/// The clock as a drawing, with the planned end and reviews as posts of our own, and the same in a table.
fn clock(case: &Case<'_>, measure: &MeasureFacts, checked: &Checked) -> Block {
    let words = case.words;
    let mut figures = Pairs::figures().with(case.say("casework-time-used"), words.span_of(case.measure_ran(measure)));
    figures = figures.with(
        case.say("casework-planned-end"),
        measure.planned_end.map_or_else(|| Phrase::from(case.say("casework-not-known")), |end| case.when(end).into()),
    );
    let finding = clock_of(checked, measure);
    let counted = finding.and_then(|finding| finding.clock.as_ref());
    if let Some(counted) = counted {
        figures = figures.with(case.say("casework-limit-reached"), case.when(counted.reached_at));
    }
    let mut block = Block::new("clock", case.say("casework-clock")).with(figures);
    if let Some(finding) = finding {
        let key = match finding.outcome {
            domain::look::Outcome::Met => "met",
            domain::look::Outcome::Breach => "breach",
            domain::look::Outcome::Undetermined => "undetermined",
        };
        block = block.line(Phrase::from(case.outcome(finding)).and(case.of_rule(finding, key)));
    }
    if let Some(counted) = counted {
        block = block.with(drawing(case, counted, measure, None));
    }
    block = block.folded(case.say("casework-days-table"), Block::new("", "").with(days(case, measure)));
    match finding {
        Some(finding) => {
            block.margin(case.rule_beside(finding).and(words, case.say("cite-review-clock-text"), Whose::Policy))
        }
        None => block.margin(case.cite("mandela-38", Whose::Text)),
    }
}

/// The drawing of a clock; `asked` is an end that somebody asked for.
pub(crate) fn drawing(
    case: &Case<'_>,
    counted: &safeguards::Clock,
    measure: &MeasureFacts,
    asked: Option<Moment>,
) -> Clock {
    let words = case.words;
    let hours = SignedDuration::from_hours;
    let millis = |millis: i64| SignedDuration::from_millis(millis.max(0));
    let mut posts: Vec<Post> = Vec::new();
    let mut post = |at: Moment, key: &str| {
        let label = words.say1(key, "day", words.moment(jiff::Timestamp::from(at))).into_owned();
        posts.push(Post { after: millis(at.since(counted.from)), label });
    };
    for review in measure.reviews.iter().rev().take(2).rev() {
        post(review.at, "casework-post-review");
    }
    if let Some(end) = measure.planned_end {
        post(end, "casework-post-end");
    }
    if let Some(asked) = asked {
        post(asked, "casework-post-asked");
    }
    posts.sort_by_key(|post| post.after);
    let used = asked.map_or(counted.elapsed, |asked| asked.since(counted.from));
    let now = words.say1("casework-clock-day", "day", counted.elapsed / domain::moment::DAY + 1).into_owned();
    let title = words.say("casework-clock-title").into_owned();
    Clock::new(words, "limit", (millis(used), millis(counted.limit.millis()), hours(24)), (title, now), posts)
}

/// Stretches with a complete record, newest first, and the contact in each.
fn days(case: &Case<'_>, measure: &MeasureFacts) -> Table {
    let words = case.words;
    let until = measure.span.until.unwrap_or(case.file.now);
    let inside = |regime: &&RegimeFacts| regime.from < until && measure.span.from < regime.until;
    let mut rows: Vec<(Moment, Vec<Phrase>)> = case
        .file
        .facts
        .regime
        .iter()
        .filter(inside)
        .map(|regime| {
            let length = |from: Moment, until: Moment| SignedDuration::from_millis(until.since(from).max(0));
            let contact: i64 = regime.contacts.iter().map(|(from, until, _)| until.since(*from).max(0)).sum();
            let kinds: Vec<String> = regime
                .contacts
                .iter()
                .map(|(from, until, kind)| {
                    format!("{} {}", words.code("contact-kind", kind.code()), words.span_of(length(*from, *until)))
                })
                .collect();
            let told = if kinds.is_empty() { case.say("casework-no-contact") } else { kinds.join("; ") };
            let without = length(regime.from, regime.until) - SignedDuration::from_millis(contact);
            let row = vec![
                Phrase::from(case.when(regime.from)).and(case.say("casework-to")).and(case.when(regime.until)),
                words.span_of(without).into(),
                Phrase::from(words.span_of(SignedDuration::from_millis(contact))).note(told),
            ];
            (regime.from, row)
        })
        .collect();
    let visits = case.file.facts.under.visits.iter().map(|visit| visit.at);
    for at in visits.filter(|at| measure.span.from <= *at && *at <= until) {
        let tag = Phrase::from(Tag::new(State::Met, case.say("casework-health-visit")));
        rows.push((at, vec![case.when(at).into(), Phrase::default(), tag]));
    }
    rows.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    let mut rows: Vec<Vec<Phrase>> = rows.into_iter().map(|(_, row)| row).collect();
    if rows.is_empty() {
        let tag = Tag::new(State::Unknown, case.say("casework-regime-none"));
        rows.push(vec![case.when(measure.span.from).into(), tag.into(), Phrase::default()]);
    }
    let columns = ["casework-from-to", "casework-without-contact", "casework-contact"];
    let columns = columns.map(|key| Column::new(case.say(key))).to_vec();
    Table::new(case.say("casework-days-caption"), columns, rows)
}

/// The five answers, each beside its rule.
fn answers(case: &Case<'_>, body: &Imposed, measure: &MeasureFacts, checked: &Checked) -> Vec<Block> {
    let facts = body
        .facts
        .iter()
        .map(|fact| Phrase::from(case.on(fact.on)).and(Phrase::name(fact.what.as_str())).note(fact.source.as_str()));
    let ways = body.alternatives.iter().map(|other| Phrase::strong(other.way.as_str()).note(other.outcome.as_str()));
    let protected = checked
        .findings
        .iter()
        .chain(&checked.met)
        .find(|finding| finding.rule == RuleId::Nmr45f && finding.acts.contains(&measure.act));
    let mut fits = Block::new("q5", case.say("casework-question-5")).written(body.fits_person.as_str());
    if let Some(finding) = protected {
        let key = finding.outcome.code();
        fits = fits.line(Phrase::from(case.outcome(finding)).and(case.of_rule(finding, key)));
    }
    // What version 1 did not ask has no answer, and no heading.
    let told = |block: Block, key: &str, text: Option<&domain::Text>| match text {
        Some(text) => block.heading(case.say(key)).written(text.as_str()),
        None => block,
    };
    let grounds: Vec<Phrase> = body
        .grounds
        .iter()
        .map(|ground| case.words.code("measure-ground", ground.code()).into_owned().into())
        .collect();
    let mut about = Block::new("q1", case.say("casework-question-1"));
    if !grounds.is_empty() {
        about = about.items(grounds);
    }
    let mut least = Block::new("q2", case.say("casework-question-2"));
    least = told(least, "f-measure-imposed-necessary", body.necessary.as_ref()).items(ways.collect());
    least = told(least, "f-measure-imposed-proportionate", body.proportionate.as_ref());
    least = told(least, "f-measure-imposed-ends-when", body.ends_when.as_ref());
    let mut lawful = Pairs::new()
        .with(case.say("casework-legal-basis"), Phrase::name(body.legal_basis.as_str()))
        .with(case.say("casework-authorised-by"), Phrase::name(body.authorised_by.as_str()))
        .with(case.say("casework-review-by"), case.when(body.review_by));
    if let Some(policy) = &body.policy {
        lawful = lawful.with(
            case.say("f-measure-imposed-policy-title"),
            Phrase::name(policy.title.as_str()).and(case.on(policy.since)),
        );
    }
    if let Some(authority) = body.authority {
        lawful = lawful
            .with(case.say("f-measure-imposed-authority"), case.words.code("authority", authority.code()).into_owned());
    }
    vec![
        about.items(facts.collect()).margin(case.cite("mandela-45-1", Whose::Text)),
        least.margin(case.cite("mandela-36", Whose::Text)),
        Block::new("q3", case.say("casework-question-3")).with(lawful).margin(case.cite("mandela-37", Whose::Text)),
        Block::new("q4", case.say("casework-question-4"))
            .written(body.same_for_anyone.as_str())
            .margin(case.cite("mandela-2", Whose::Text)),
        fits.margin(case.cite("mandela-45-2", Whose::Text)),
    ]
}

/// A measure that somebody found: the five questions have no answer here, and the page says so.
fn found(case: &Case<'_>, measure: &MeasureFacts) -> Block {
    let what = case.act(measure.act).and_then(|recorded| match &recorded.act {
        Act::Measure(topic::Measure::FoundInForce(body)) => Some(body.what.as_str()),
        _ => None,
    });
    Block::new("found", case.say("casework-found"))
        .line(Phrase::from(Tag::of(State::Unknown, case.words)).and(case.say("casework-found-text")))
        .written(what.unwrap_or_default())
        .margin(case.cite("mandela-45-1", Whose::Text))
}

fn extensions(case: &Case<'_>, measure: &MeasureFacts) -> Block {
    let mut block = Block::new("extended", case.say("casework-extensions"));
    for id in &measure.extensions {
        let Some(recorded) = case.act(*id) else { continue };
        let Act::Measure(topic::Measure::Extended(body)) = &recorded.act else { continue };
        let facts = body.facts.iter().map(|fact| {
            Phrase::from(case.on(fact.on)).and(Phrase::name(fact.what.as_str())).note(fact.source.as_str())
        });
        block = block
            .line(Phrase::from(case.say("casework-extended-until")).and(case.when(body.until)))
            .items(facts.collect())
            .written(body.why.as_str())
            .line(case.by(recorded));
    }
    if measure.extensions.is_empty() {
        block = block.line(case.say("casework-extensions-none"));
    }
    block.margin(case.cite("mandela-43-44", Whose::Limit))
}

fn reviews(case: &Case<'_>, measure: &MeasureFacts) -> Block {
    let mut block = Block::new("he", case.say("casework-person-says"));
    let mut any = false;
    for review in measure.reviews.iter().rev() {
        let Some(recorded) = case.act(review.act) else { continue };
        let Act::Measure(topic::Measure::Reviewed(body)) = &recorded.act else { continue };
        any = true;
        block = block.with(case.said(body.view.as_str(), case.by(recorded))).line(
            Phrase::from(case.say("casework-review-asks"))
                .and(Phrase::strong(case.words.code("measure-review", body.outcome.code())))
                .note(body.reasons.as_str()),
        );
        block = block.line(case.words.code(CommandLine::LIST, review.command.code()).into_owned());
    }
    if !any {
        block = block.line(Phrase::from(Tag::of(State::Unknown, case.words)).and(case.say("casework-not-heard")));
    }
    block.margin(case.cite("mandela-46", Whose::Text))
}

fn costs(case: &Case<'_>, measure: &MeasureFacts, imposed: Option<&Imposed>) -> Block {
    let facts = &case.file.facts;
    let lost: Vec<Phrase> = facts
        .places_lost
        .iter()
        .filter(|(_, of, _)| *of == measure.act)
        .map(|(_, _, referral)| {
            let line = case.file.referrals.iter().find(|line| line.referral == *referral);
            let service = line.and_then(|line| case.file.shown.services.get(&line.service.stream())).cloned();
            Phrase::name(service.unwrap_or_else(|| case.say("casework-a-service")))
                .note(case.say("casework-not-counted"))
        })
        .collect();
    let mut block = Block::new("lost", case.say("casework-costs"));
    if let Some(body) = imposed {
        block = block.heading(case.say("casework-goes-on")).written(body.goes_on.as_str());
    }
    block = block.heading(case.say("casework-lost"));
    block = if lost.is_empty() { block.line(case.say("casework-lost-none")) } else { block.items(lost) };
    let ended: Option<&Recorded> = measure.ended_by.and_then(|id| case.act(id));
    if let Some((recorded, reason)) = ended.and_then(|recorded| match &recorded.act {
        Act::Measure(topic::Measure::Lifted(body)) => Some((recorded, body.reason.as_str())),
        _ => None,
    }) {
        block = block.heading(case.say("casework-measure-ended")).written(reason).line(case.by(recorded));
    }
    block.margin(case.cite("mandela-38", Whose::Text))
}
