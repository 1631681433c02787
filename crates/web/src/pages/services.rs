//! Services: what organisations offer, by name; publishing and withdrawing one's own.
//!
//! Who uses a service is not shown here.

use app::consult::ServiceLine;
use app::{Disclosed, Refusal};
use domain::assessment::NeedArea;
use domain::organisation::Aim;
use domain::{Action, Ground, Kind, Part, ServiceId};

use super::organisations::{form_of, may};
use crate::answer::Answer;
use crate::pages::asking::{self, Asking};
use crate::pages::sheet::{Block, Page};
use crate::part::{Doors, Empty, Identity, Pairs, Phrase, State, Tag};
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::Visit;

const LIST: Asks = Asks::Consult("the list of services");

/// The routes of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/services", LIST, list),
    Route::get("/services/new", LIST, |visit| asking::show(visit, publish(visit)?)),
    Route::post("/services/new", Asks::Perform("service.published"), published),
    Route::get("/services/{service}/withdraw", LIST, |visit| asking::show(visit, withdraw(visit)?.1)),
    Route::post("/services/{service}/withdraw", Asks::Perform("service.withdrawn"), withdrawn),
];

/// May this reader publish services of the own organisation?
fn publishes(visit: &Visit<'_>) -> Result<bool, Trouble> {
    may(visit, Ground::OwnOrganisation, Part::Directory, Action::Publish)
}

fn list(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (actor, publishes) = (visit.actor()?, publishes(visit)?);
    let found = visit.app.services(actor)?;
    let words = &visit.words;
    let page = found.map(|lines| {
        let doors = if publishes {
            Doors::first("/services/new", words.say("act-service-published"))
        } else {
            Doors::default()
        };
        let head = Identity::new(words.say("services-title")).lead(words.say("services-lead")).doors(doors);
        let page = Page::new(visit.shell("services-title")).head(head);
        if lines.is_empty() {
            let empty = Empty::new(words.say("services-none"), words.say("services-none-text"));
            return page.block(Block::new("none", words.say("services-all")).with(empty));
        }
        let own = |line: &ServiceLine| publishes && line.published.org == actor.org;
        page.blocks(lines.iter().map(|line| block(visit, line, own(line))).collect())
    });
    Ok(Answer::page(&page)?)
}

fn block(visit: &Visit<'_>, line: &ServiceLine, own: bool) -> Block {
    let (words, body) = (&visit.words, &line.published);
    let listed = |items: Vec<String>| Phrase::name(items.join(&words.say("list-comma")));
    let needs = body.needs.iter().map(|need| words.code(NeedArea::LIST, need.code()).into_owned()).collect();
    let languages = body.languages.iter().map(ToString::to_string).collect();
    let places = if body.places == 0 {
        Phrase::from(Tag::new(State::Due, words.say("services-full")))
    } else {
        words.say1("services-places", "count", body.places).into()
    };
    let pairs = Pairs::new()
        .with(words.say("services-org"), Phrase::name(&line.org_name))
        .with(words.say("services-aim"), words.code(Aim::LIST, body.aim.code()))
        .with(words.say("services-needs"), listed(needs))
        .with(words.say("services-languages"), listed(languages))
        .with(words.say("services-place"), Phrase::name(body.place.to_string()))
        .with(words.say("services-free"), places);
    let block = Block::new(format!("s-{}", line.service), body.name.to_string())
        .written(&body.description.to_string())
        .with(pairs);
    if own {
        let href = format!("/services/{}/withdraw", line.service);
        block.line(Phrase::link(href, words.say("act-service-withdrawn")))
    } else {
        block
    }
}

fn publish(visit: &Visit<'_>) -> Result<Disclosed<Asking>, Trouble> {
    if !publishes(visit)? {
        return Err(Refusal::NotAllowed.into());
    }
    let (actor, form) = (visit.actor()?, form_of(Kind::ServicePublished)?);
    Ok(visit.app.services(actor)?.map(|_| Asking {
        lead: visit.words.say("services-publish-lead").into_owned(),
        opened: form.opened(&[("org", &actor.org.to_string())]),
        ..Asking::new(visit, form, "/services/new".to_owned(), ("/services", "services-title"))
    }))
}

fn published(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let asking = publish(visit)?;
    let service = ServiceId::from_random(visit.app.fresh_id()?);
    let deed = asking.deed(visit, service.stream());
    asking::send(visit, asking, deed, |_| Ok(Answer::see("/services")))
}

fn withdraw(visit: &Visit<'_>) -> Result<(ServiceId, Disclosed<Asking>), Trouble> {
    let service: ServiceId = visit.id("service")?;
    let (actor, form) = (visit.actor()?, form_of(Kind::ServiceWithdrawn)?);
    let found = visit.app.services(actor)?;
    let line = found.iter().find(|line| line.service == service).cloned().ok_or_else(Trouble::not_found)?;
    if line.published.org != actor.org || !publishes(visit)? {
        return Err(Refusal::NotAllowed.into());
    }
    let asking = found.map(|_| Asking {
        lead: visit.words.say("services-withdraw-lead").into_owned(),
        about: vec![block(visit, &line, false)],
        ..Asking::new(visit, form, format!("/services/{service}/withdraw"), ("/services", "services-title"))
    });
    Ok((service, asking))
}

fn withdrawn(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (service, asking) = withdraw(visit)?;
    let deed = asking.deed(visit, service.stream());
    asking::send(visit, asking, deed, |_| Ok(Answer::see("/services")))
}
