//! Organisations and mandates: who is there, who may see which prison.
//!
//! It shows no person and no case.

mod mandates;
mod one;

use access::allows;
use app::consult::{Directory, MandateLine, OrgLine};
use app::{Disclosed, Refusal};
use domain::organisation::OrgKind;
use domain::registry::MandateState;
use domain::{Action, Ground, Kind, OrgId, Part, Strength};

use crate::act_form::{self, ActForm};
use crate::answer::Answer;
use crate::pages::asking::{self, Asking};
use crate::pages::sheet::{Block, Page};
use crate::part::{Column, Doors, Empty, Identity, Phrase, Table};
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::Visit;

const LIST: Asks = Asks::Consult("the list of organisations");

/// The routes of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/organisations", LIST, list),
    Route::get("/organisations/new", LIST, |visit| asking::show(visit, register(visit)?)),
    Route::post("/organisations/new", Asks::Perform("organisation.registered"), registered),
    Route::get("/organisations/{org}", Asks::Consult("one organisation and the services it offers"), one::show),
    Route::get("/organisations/mandate", LIST, show_mandate),
    Route::post("/organisations/mandate", Asks::Perform("organisation.mandate_proposed"), mandated),
    Route::get("/organisations/mandates/{mandate}", LIST, mandates::show),
    Route::post(
        "/organisations/mandates/{mandate}",
        Asks::Perform("organisation.mandate_confirmed, .mandate_end_proposed or .mandate_ended"),
        mandates::send,
    ),
];

fn list(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let found = visit.app.organisations(visit.actor()?)?;
    let reads_posts = may(visit, Ground::Installation, Part::Posts, Action::Read)?;
    let reads_inspections =
        [Ground::OwnOrganisation, Ground::Mandate].map(|ground| may(visit, ground, Part::Inspections, Action::Read));
    let [of_own, of_mandate] = reads_inspections;
    let reads = Reads { posts: reads_posts, inspections_of_own: of_own?, inspections_by_mandate: of_mandate? };
    let page = found.map(|found| list_page(visit, &found, reads));
    Ok(Answer::page(&page)?)
}

/// Where the list leads its reader.
#[derive(Clone, Copy)]
struct Reads {
    posts: bool,
    inspections_of_own: bool,
    inspections_by_mandate: bool,
}

impl Reads {
    /// The inspections of this organisation? Only a prison has any.
    fn inspections(self, found: &Directory, line: &OrgLine, own: Option<OrgId>) -> bool {
        let mandated = |mandate: &MandateLine| {
            mandate.prison == line.org
                && Some(mandate.body) == own
                && matches!(mandate.state, MandateState::Holds | MandateState::EndProposed)
        };
        line.kind == OrgKind::Prison
            && ((self.inspections_of_own && Some(line.org) == own)
                || (self.inspections_by_mandate && found.mandates.iter().any(mandated)))
    }
}

fn list_page(visit: &Visit<'_>, found: &Directory, reads: Reads) -> Page {
    let words = &visit.words;
    let doors = if found.may_administer {
        Doors::first("/organisations/new", words.say("organisations-register"))
            .or("/organisations/mandate", words.say("organisations-give-mandate"))
    } else {
        Doors::default()
    };
    let columns = ["organisations-name", "organisations-kind", "organisations-place", "organisations-contact"];
    let own = visit.signed.as_ref().map(|signed| signed.actor.org);
    let posts = |line: &OrgLine| {
        let to = |page: &str| format!("/organisations/{}/{page}", line.org);
        let mut name = Phrase::link(format!("/organisations/{}", line.org), line.name.clone());
        if reads.posts || Some(line.org) == own {
            name = name.and(Phrase::link(to("posts"), words.say("nav-posts")));
        }
        if reads.inspections(found, line, own) {
            name = name.and(Phrase::link(to("inspections"), words.say("nav-inspections")));
        }
        name
    };
    let row = |line: &OrgLine| -> Vec<Phrase> {
        vec![
            posts(line),
            words.code(OrgKind::LIST, line.kind.code()).into(),
            Phrase::name(&line.place),
            Phrase::name(&line.contact),
        ]
    };
    let rows = found.orgs.iter().map(row).collect();
    let all = Table::new(
        words.say1("organisations-count", "count", found.orgs.len()),
        columns.map(|key| Column::new(words.say(key))).into(),
        rows,
    );
    Page::new(visit.shell("organisations-title"))
        .head(Identity::new(words.say("organisations-title")).lead(words.say("organisations-lead")).doors(doors))
        .block(Block::new("all", words.say("organisations-all")).with(all))
        .block(mandates::block(visit, found))
}

/// The name of an organisation in the directory.
pub(crate) fn name_of(directory: &Directory, org: OrgId) -> String {
    directory.orgs.iter().find(|line| line.org == org).map(|line| line.name.clone()).unwrap_or_default()
}

/// The directory, for somebody who may change it.
fn administered(visit: &Visit<'_>) -> Result<Disclosed<Directory>, Trouble> {
    let found = visit.app.organisations(visit.actor()?)?;
    if found.may_administer { Ok(found) } else { Err(Refusal::NotAllowed.into()) }
}

/// The form of a kind.
pub(crate) fn form_of(kind: Kind) -> Result<&'static ActForm, Trouble> {
    act_form::of(kind).ok_or_else(Trouble::not_found)
}

/// May this reader do such a thing with organisations, services or accounts, by the table alone? Perhaps after proving
/// themselves again.
pub(crate) fn may(visit: &Visit<'_>, ground: Ground, part: Part, action: Action) -> Result<bool, Trouble> {
    let actor = visit.actor()?;
    Ok(allows(actor.capacity, ground, part, action, Strength::Fresh))
}

fn register(visit: &Visit<'_>) -> Result<Disclosed<Asking>, Trouble> {
    let form = form_of(Kind::OrganisationRegistered)?;
    let back = ("/organisations", "organisations-title");
    Ok(administered(visit)?.map(|_| Asking {
        lead: visit.words.say("organisations-register-lead").into_owned(),
        ..Asking::new(visit, form, "/organisations/new".to_owned(), back)
    }))
}

fn registered(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let asking = register(visit)?;
    let org = OrgId::from_random(visit.app.fresh_id()?);
    let deed = asking.deed(visit, org.stream());
    asking::send(visit, asking, deed, |_| Ok(Answer::see("/organisations")))
}

/// Which prison, if one was chosen that is one.
fn chosen(visit: &Visit<'_>, found: &Directory) -> Option<OrgLine> {
    let chosen = visit.query.get("prison")?;
    found.orgs.iter().find(|line| line.kind == OrgKind::Prison && line.org.to_string() == chosen).cloned()
}

fn show_mandate(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let found = administered(visit)?;
    let form = form_of(Kind::MandateProposed)?;
    match chosen(visit, &found) {
        Some(prison) => asking::show(visit, found.map(|found| mandate(visit, &found, &prison, form))),
        None => Ok(Answer::page(&found.map(|found| choose_prison(visit, &found)))?),
    }
}

fn choose_prison(visit: &Visit<'_>, found: &Directory) -> Page {
    let words = &visit.words;
    let prisons: Vec<Phrase> = found
        .orgs
        .iter()
        .filter(|line| line.kind == OrgKind::Prison)
        .map(|line| Phrase::link(format!("/organisations/mandate?prison={}", line.org), line.name.clone()))
        .collect();
    let block = Block::new("prison", words.say("organisations-which-prison"));
    let block = if prisons.is_empty() {
        let empty = Empty::new(words.say("organisations-no-prison"), words.say("organisations-no-prison-text"));
        block.with(empty.step("/organisations/new", words.say("organisations-register")))
    } else {
        block.items(prisons)
    };
    Page::new(visit.shell("organisations-give-mandate"))
        .trail("/organisations", words.say("organisations-title"))
        .head(Identity::new(words.say("organisations-give-mandate")).lead(words.say("organisations-mandate-lead")))
        .block(block)
}

fn mandate(visit: &Visit<'_>, found: &Directory, prison: &OrgLine, form: &'static ActForm) -> Asking {
    let bodies = found.orgs.iter().filter(|line| line.kind == OrgKind::Oversight);
    let bodies = bodies.map(|line| (line.org.to_string(), line.name.clone())).collect();
    let action = format!("/organisations/mandate?prison={}", prison.org);
    Asking {
        title: visit.words.say("organisations-give-mandate").into_owned(),
        lead: visit.words.say1("organisations-mandate-for", "prison", &prison.name).into_owned(),
        options: vec![("body", bodies)],
        ..Asking::new(visit, form, action, ("/organisations", "organisations-title"))
    }
}

fn mandated(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let found = administered(visit)?;
    let prison = chosen(visit, &found).ok_or_else(Trouble::not_found)?;
    let form = form_of(Kind::MandateProposed)?;
    let asking = found.map(|found| mandate(visit, &found, &prison, form));
    let deed = asking.deed(visit, prison.org.stream());
    asking::send(visit, asking, deed, |_| Ok(Answer::see("/organisations")))
}
