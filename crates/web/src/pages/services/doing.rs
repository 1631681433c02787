//! What is done with one service: by its organisation, or by whoever keeps the directory. And what waits for either.

use app::consult::{FeedLine, ServiceFile};
use app::{Disclosed, Refusal};
use domain::kind::Act;
use domain::organisation::{OrgKind, ServicePublished};
use domain::{Action, Kind, ServiceId};

use super::{keeps, publishes};
use crate::answer::Answer;
use crate::form::Input;
use crate::pages::asking::{self, Asking};
use crate::pages::organisations::form_of;
use crate::pages::sheet::{Block, Page};
use crate::part::{Column, Doors, Empty, Identity, Phrase, Table};
use crate::trouble::Trouble;
use crate::visit::Visit;

/// The acts that stand here, in the stream of a service that is on offer.
const HERE: [Kind; 8] = [
    Kind::ServiceRevised,
    Kind::ServiceAssured,
    Kind::AvailabilityStated,
    Kind::ServiceWithdrawn,
    Kind::FeedAsked,
    Kind::FeedLeft,
    Kind::FeedApproved,
    Kind::FeedRefused,
];

fn asking(visit: &Visit<'_>) -> Result<(ServiceId, Disclosed<Asking>), Trouble> {
    let service: ServiceId = visit.id("service")?;
    let kind: Kind = visit.id("kind")?;
    if !HERE.contains(&kind) {
        return Err(Trouble::not_found());
    }
    let found = visit.app.service(visit.actor()?, service)?;
    let may = if kind.row().action == Action::Administer { found.keeps } else { found.own };
    if !may {
        return Err(Refusal::NotAllowed.into());
    }
    let form = form_of(kind)?;
    let back = (format!("/services/{service}"), Phrase::name(found.line.published.name.to_string()));
    let asking = found.map(|file| Asking {
        lead: visit.words.say(lead(kind)).into_owned(),
        head: Some(file.head),
        opened: opened(visit, &file, kind),
        back,
        ..Asking::new(visit, form, super::one::doing(&file, kind), ("/services", "services-title"))
    });
    Ok((service, asking))
}

const fn lead(kind: Kind) -> &'static str {
    match kind {
        Kind::ServiceRevised => "services-revise-lead",
        Kind::ServiceAssured => "services-assure-lead",
        Kind::AvailabilityStated => "services-state-lead",
        Kind::FeedAsked => "services-feed-ask-lead",
        Kind::FeedLeft => "services-feed-leave-lead",
        Kind::FeedApproved => "services-feed-approve-lead",
        Kind::FeedRefused => "services-feed-refuse-lead",
        _ => "services-withdraw-lead",
    }
}

/// What stands in the form when it is opened.
fn opened(visit: &Visit<'_>, file: &ServiceFile, kind: Kind) -> Input {
    let mut input = Input::default();
    match kind {
        Kind::ServiceRevised => return as_it_stands(visit, &file.line.published, kind),
        Kind::AvailabilityStated => {
            input.put("as_of", visit.now().date_in(visit.words.zone()).to_string());
            if let Some(said) = &file.line.availability {
                input.put("said_by", said.said_by.as_ref().map(ToString::to_string).unwrap_or_default());
            }
        }
        Kind::FeedApproved | Kind::FeedRefused => {
            if let Some(feed) = &file.feed {
                input.put("asked", feed.asked.as_ref().map(|(act, _)| act.to_string()).unwrap_or_default());
                if kind == Kind::FeedApproved {
                    input.put("entry", feed.entry.map(|act| act.to_string()).unwrap_or_default());
                }
            }
        }
        Kind::FeedAsked => {
            if let Some((_, asked)) = file.feed.as_ref().and_then(|feed| feed.asked.as_ref()) {
                for (path, value) in [("phone", &asked.phone), ("email", &asked.email), ("web", &asked.web)] {
                    input.put(path, value.as_ref().map(ToString::to_string).unwrap_or_default());
                }
            }
        }
        _ => {}
    }
    input
}

/// The entry as it stands, to be changed where it is wrong.
fn as_it_stands(visit: &Visit<'_>, entry: &ServicePublished, kind: Kind) -> Input {
    let body = Act::from(entry.clone()).to_value().unwrap_or_default();
    form_of(kind).map(|form| form.fill(&body, None, visit.words.zone())).unwrap_or_default()
}

pub(super) fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    asking::show(visit, asking(visit)?.1)
}

pub(super) fn send(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (service, asking) = asking(visit)?;
    let kind = asking.form.kind;
    let deed = asking.deed(visit, service.stream());
    let next = match kind {
        Kind::ServiceWithdrawn => "/services".to_owned(),
        Kind::FeedApproved | Kind::FeedRefused => "/services/waiting".to_owned(),
        _ => format!("/services/{service}"),
    };
    asking::send(visit, asking, deed, |_| Ok(Answer::see(next)))
}

/// What waits: for an organisation what was drafted for it, for whoever keeps the directory what asks to be public.
pub(super) fn waiting(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let words = &visit.words;
    let say = |key: &str| words.say(key).into_owned();
    if !publishes(visit)? && !keeps(visit)? {
        return Err(Refusal::NotAllowed.into());
    }
    let drafts = visit.app.drafts(visit.actor()?)?;
    let owns = publishes(visit)?;
    let doors =
        if keeps(visit)? { Doors::first("/services/drafts/new", say("act-service-drafted")) } else { Doors::default() };
    let page = drafts.map(|drafts| {
        let block = Block::new("drafts", say("services-drafts")).line(say("services-drafts-text"));
        let block = if drafts.is_empty() {
            block.with(Empty::new(say("services-drafts-none"), say("services-drafts-none-text")))
        } else {
            let row = |line: &app::consult::DraftLine| -> Vec<Phrase> {
                let name = line.drafted.name.to_string();
                let first = if owns {
                    Phrase::link(format!("/services/{}/draft", line.service), name)
                } else {
                    Phrase::name(name)
                };
                vec![first, Phrase::name(&line.org_name), Phrase::name(line.drafted.source.to_string())]
            };
            let columns = ["services-name", "services-org", "services-source"];
            let columns = columns.map(|key| Column::new(say(key))).into();
            block.with(Table::new(say("services-drafts"), columns, drafts.iter().map(row).collect()))
        };
        Page::new(visit.shell("services-waiting-title"))
            .trail("/services", say("services-title"))
            .head(Identity::new(say("services-waiting-title")).lead(say("services-waiting-lead")).doors(doors))
            .block(block)
    });
    if !keeps(visit)? {
        return Ok(Answer::page(&page)?);
    }
    let asked = visit.app.feed_waiting(visit.actor()?)?;
    let asked = asked.map(|lines| {
        let block = Block::new("feed", say("services-feed-waiting")).line(say("services-feed-waiting-text"));
        if lines.is_empty() {
            return block.with(Empty::new(say("services-feed-none"), say("services-feed-none-text")));
        }
        let row = |line: &FeedLine| {
            vec![Phrase::link(format!("/services/{}", line.service), line.name.clone()), Phrase::name(&line.org_name)]
        };
        let columns = ["services-name", "services-org"].map(|key| Column::new(say(key))).into();
        block.with(Table::new(say("services-feed-waiting"), columns, lines.iter().map(row).collect()))
    });
    let block = (*asked).clone();
    Ok(Answer::page(&page.map(|page| page.block(block)))?)
}

/// A draft of the own organisation, as a form of its publication.
fn drafted(visit: &Visit<'_>) -> Result<(ServiceId, Disclosed<Asking>), Trouble> {
    let service: ServiceId = visit.id("service")?;
    if !publishes(visit)? {
        return Err(Refusal::NotAllowed.into());
    }
    let found = visit.app.drafts(visit.actor()?)?;
    let line = found.iter().find(|line| line.service == service).cloned().ok_or_else(Trouble::not_found)?;
    let form = form_of(Kind::ServicePublished)?;
    let asking = found.map(|_| {
        let drafted = &line.drafted;
        let languages: Vec<&str> = drafted.languages.iter().map(domain::Line::as_str).collect();
        let opened = form.opened(&[
            ("org", &drafted.org.to_string()),
            ("name", drafted.name.as_str()),
            ("languages", &languages.join("\n")),
            ("place", drafted.place.as_ref().map_or("", domain::Line::as_str)),
            ("description", drafted.description.as_ref().map_or("", domain::Text::as_str)),
        ]);
        let told = visit.words.say1("services-draft-from", "source", drafted.source.as_str());
        Asking {
            lead: told.into_owned(),
            opened,
            ..Asking::new(
                visit,
                form,
                format!("/services/{service}/draft"),
                ("/services/waiting", "services-waiting-title"),
            )
        }
    });
    Ok((service, asking))
}

pub(super) fn draft(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    asking::show(visit, drafted(visit)?.1)
}

pub(super) fn draft_published(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (service, asking) = drafted(visit)?;
    let deed = asking.deed(visit, service.stream());
    asking::send(visit, asking, deed, |_| Ok(Answer::see(format!("/services/{service}"))))
}

/// A draft that whoever keeps the directory writes by hand.
fn drafting(visit: &Visit<'_>) -> Result<Disclosed<Asking>, Trouble> {
    if !keeps(visit)? {
        return Err(Refusal::NotAllowed.into());
    }
    let form = form_of(Kind::ServiceDrafted)?;
    let found = visit.app.organisations(visit.actor()?)?;
    let back = ("/services/waiting", "services-waiting-title");
    Ok(found.map(|found| {
        let orgs = found.orgs.iter().filter(|line| line.kind == OrgKind::CivilSociety);
        let orgs = orgs.map(|line| (line.org.to_string(), format!("{} ({})", line.name, line.place))).collect();
        Asking {
            lead: visit.words.say("services-draft-lead").into_owned(),
            options: vec![("org", orgs)],
            ..Asking::new(visit, form, "/services/drafts/new".to_owned(), back)
        }
    }))
}

pub(super) fn draft_new(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    asking::show(visit, drafting(visit)?)
}

pub(super) fn drafted_new(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let asking = drafting(visit)?;
    let service = ServiceId::from_random(visit.app.fresh_id()?);
    let deed = asking.deed(visit, service.stream());
    asking::send(visit, asking, deed, |_| Ok(Answer::see("/services/waiting")))
}
