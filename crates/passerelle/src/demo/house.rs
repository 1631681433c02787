//! The organisations of the demonstration, their services and their staff.
//!
//! Every name says that it is an example. Accounts are proposed by one administrator and confirmed by another, as anywhere.

use access::Actor;
use anyhow::Context as _;
use app::installation::{FirstAdministrator, Opening, Place};
use app::{App, Deed};
use domain::organisation::{Founded, OrgKind, Registered};
use domain::{AccountId, Act, Capacity, Line, OrgId, ServiceId, Strength};
use serde_json::{Value, json};

use super::DemoAccount;

/// A service, as a referral needs it.
#[derive(Debug, Clone, Copy)]
pub struct Service {
    /// The service.
    pub id: ServiceId,
    /// Who offers it.
    pub org: OrgId,
    /// The needs it answers.
    pub needs: &'static [&'static str],
}

/// Everybody who acts.
pub struct House {
    /// The two prisons.
    pub prisons: Vec<OrgId>,
    /// Probation and aftercare.
    pub receivers: Vec<OrgId>,
    /// Services.
    pub services: Vec<Service>,
    /// Every entry of the directory, with whoever keeps it.
    pub entries: Vec<(ServiceId, Actor)>,
    staff: Vec<Actor>,
    /// The accounts, for the list that testers read.
    pub accounts: Vec<DemoAccount>,
}

impl House {
    /// Somebody of this organisation in this capacity; `which` chooses among several.
    pub fn one(&self, org: OrgId, capacity: Capacity, which: usize) -> anyhow::Result<Actor> {
        let able: Vec<&Actor> =
            self.staff.iter().filter(|actor| actor.org == org && actor.capacity == capacity).collect();
        let place = which.checked_rem(able.len()).unwrap_or_default();
        able.get(place).map(|actor| **actor).with_context(|| format!("nobody is {capacity} there"))
    }

    /// Somebody in this capacity, anywhere.
    pub fn any(&self, capacity: Capacity) -> anyhow::Result<Actor> {
        let found = self.staff.iter().find(|actor| actor.capacity == capacity);
        found.copied().with_context(|| format!("nobody is {capacity}"))
    }
}

/// The password of every account of a demonstration.
const PASSWORD: &str = "footbridge over open water";

type Staff = &'static [(Capacity, &'static [&'static str])];

/// Kind, short name for signing in, name, place, staff.
const ORGANISATIONS: &[(OrgKind, &str, &str, &str, Staff)] = &[
    (
        OrgKind::Prison,
        "north",
        "Example Prison North",
        "Sampleton",
        &[
            (Capacity::CaseManager, &["Vera Sample", "Omar Specimen", "Lena Placeholder"]),
            (Capacity::Supervisor, &["Ruth Example"]),
            (Capacity::Governor, &["Karim Sample"]),
            (Capacity::CustodyOfficer, &["Ivo Specimen"]),
            (Capacity::Registrar, &["Nora Placeholder"]),
            (Capacity::Health, &["Salma Example"]),
            (Capacity::OrgAdministrator, &["Piet Sample"]),
        ],
    ),
    (
        OrgKind::Prison,
        "south",
        "Example Prison South",
        "Specimen Bay",
        &[
            (Capacity::CaseManager, &["Hana Example", "Marc Sample"]),
            (Capacity::Supervisor, &["Luc Placeholder"]),
            (Capacity::Governor, &["Amel Specimen"]),
            (Capacity::CustodyOfficer, &["Jan Example"]),
            (Capacity::Registrar, &["Dina Sample"]),
            (Capacity::Health, &["Yves Specimen"]),
        ],
    ),
    (
        OrgKind::CivilSociety,
        "harbour",
        "Harbour Sample Association",
        "Sampleton",
        &[
            (Capacity::CsoManager, &["Mona Specimen"]),
            (Capacity::CsoPractitioner, &["Tarek Example", "Elise Sample"]),
            (Capacity::OrgAdministrator, &["Bram Placeholder"]),
        ],
    ),
    (
        OrgKind::CivilSociety,
        "jisr",
        "Jisr Specimen Society",
        "Specimen Bay",
        &[
            (Capacity::CsoManager, &["Samir Placeholder"]),
            (Capacity::CsoPractitioner, &["Aline Specimen", "Noor Example"]),
        ],
    ),
    (
        OrgKind::CivilSociety,
        "seuil",
        "Le Seuil Exemple",
        "Sampleton",
        &[(Capacity::CsoManager, &["Claire Sample"]), (Capacity::CsoPractitioner, &["Rami Placeholder"])],
    ),
    (
        OrgKind::Probation,
        "probation",
        "Example Probation Service",
        "Sampleton",
        &[(Capacity::ProbationOfficer, &["Greta Specimen", "Adam Placeholder"])],
    ),
    (
        OrgKind::Aftercare,
        "aftercare",
        "Sample Aftercare Agency",
        "Specimen Bay",
        &[(Capacity::ProbationOfficer, &["Leila Sample"])],
    ),
    (
        OrgKind::Oversight,
        "oversight",
        "Specimen Oversight Board",
        "Sampleton",
        &[
            (Capacity::Monitor, &["Judith Example"]),
            (Capacity::IndependentReviewer, &["Farid Placeholder"]),
            (Capacity::DataProtection, &["Olga Sample"]),
        ],
    ),
];

/// Whose service (by short name), name, aim, needs, languages, description, places.
type Offer =
    (&'static str, &'static str, &'static str, &'static [&'static str], &'static [&'static str], &'static str, u32);

const SERVICES: &[Offer] = &[
    (
        "harbour",
        "Open Table",
        "support",
        &["dialogue", "belonging"],
        &["English", "العربية"],
        "A weekly talk in a small group, with the same two people. Nobody is asked what they believe.",
        12,
    ),
    (
        "harbour",
        "Workbench",
        "reintegration",
        &["work", "education"],
        &["English", "français"],
        "Carpentry and bicycle repair, with a certificate, and help with applications.",
        10,
    ),
    (
        "jisr",
        "Reading Room",
        "reintegration",
        &["education", "support"],
        &["English", "العربية", "français"],
        "Reading and writing in a first or second language, one to one or in pairs.",
        14,
    ),
    (
        "jisr",
        "Family Evenings",
        "support",
        &["family", "support"],
        &["العربية", "français"],
        "Visits that are prepared and talked over afterwards, with children where that is right.",
        8,
    ),
    (
        "seuil",
        "First Key",
        "reintegration",
        &["home", "money_and_papers"],
        &["français", "English"],
        "A room for the first weeks, papers, debts, and somebody to ring.",
        6,
    ),
    (
        "seuil",
        "Walking Hours",
        "disengagement",
        &["leaving_violence", "dialogue", "making_good"],
        &["français", "English"],
        "One person to talk with, week after week, inside and after release.",
        9,
    ),
];

/// Founds the installation and everybody in it.
pub fn found(place: &Place, opening: Opening) -> anyhow::Result<(App, House)> {
    let line = |text: &str| Line::new(text);
    let founded = Founded {
        name: line("Passerelle, demonstration")?,
        origin: line("demonstration.passerelle.example")?,
        zone: line("Africa/Tunis")?,
    };
    let runner = Registered {
        name: line("Example Prison Service")?,
        kind: OrgKind::PrisonService,
        place: line("Sampleton")?,
        contact: line("Front desk, extension 100")?,
    };
    let administrators = [
        FirstAdministrator { sign_in: line("admin.one")?, name: line("Eva Sample")? },
        FirstAdministrator { sign_in: line("admin.two")?, name: line("Nabil Specimen")? },
    ];
    let (app, enrolled) = App::found(place, opening, &founded, &runner, &administrators)?;
    let directory_org = enrolled.first().map(|(account, _)| *account).context("no administrator")?;
    let runner_org = org_of(&app, directory_org)?;
    let mut house = House {
        prisons: Vec::new(),
        receivers: Vec::new(),
        services: Vec::new(),
        entries: Vec::new(),
        staff: Vec::new(),
        accounts: Vec::new(),
    };
    for (number, ((account, enrolment), who)) in enrolled.iter().zip(&administrators).enumerate() {
        let actor = actor(*account, runner_org, Capacity::SystemAdministrator);
        app.set_demo_password(*account, PASSWORD)?;
        house.take(
            actor,
            &who.sign_in,
            who.name.as_str(),
            runner.name.as_str(),
            enrolment.totp_secret.reveal(),
            number == 0,
        );
    }
    let [first, second] = house.staff.as_slice() else { anyhow::bail!("two administrators are needed") };
    let (first, second) = (*first, *second);
    hire(
        &app,
        &mut house,
        (first, second),
        runner_org,
        ("service", runner.name.as_str()),
        &[(Capacity::Analyst, &["Paula Specimen"])],
    )?;
    let mut oversight = None;
    for (kind, short, name, town, staff) in ORGANISATIONS {
        let org = OrgId::from_random(app.fresh_id()?);
        let body = json!({ "name": name, "kind": kind, "place": town, "contact": "Front desk, extension 200" });
        app.perform(&first, &Deed::one(org, act("organisation.registered", &body)?))?;
        match kind {
            OrgKind::Prison => house.prisons.push(org),
            OrgKind::Probation | OrgKind::Aftercare => house.receivers.push(org),
            OrgKind::Oversight => oversight = Some(org),
            _ => {}
        }
        hire(&app, &mut house, (first, second), org, (short, name), staff)?;
        for offer in SERVICES.iter().filter(|offer| offer.0 == *short) {
            publish(&app, &mut house, org, town, offer)?;
        }
    }
    let oversight = oversight.context("no oversight body")?;
    for prison in house.prisons.clone() {
        let body = json!({ "body": oversight, "basis": "Oversight Act (example), section 4" });
        let proposed = app.perform(&second, &Deed::one(prison, act("organisation.mandate_proposed", &body)?))?;
        let body = json!({ "mandate": proposed.acts.first().context("a mandate")? });
        app.perform(&first, &Deed::one(prison, act("organisation.mandate_confirmed", &body)?))?;
    }
    super::posts::keep(&app, &house, &first, oversight)?;
    super::directory::found(&app, &mut house, (first, second))?;
    let offering: std::collections::BTreeSet<OrgId> = house.services.iter().map(|service| service.org).collect();
    super::notes::keep_vaults(&app, &house, &offering.into_iter().collect::<Vec<_>>())?;
    Ok((app, house))
}

/// An act from its kind and body, read as strictly as from anybody.
pub fn act(kind: &str, body: &Value) -> anyhow::Result<Act> {
    let version = kind.parse::<domain::Kind>()?.row().version;
    Act::decode(kind, version, &serde_json::to_vec(body)?).with_context(|| format!("{kind}: {body}"))
}

fn actor(account: AccountId, org: OrgId, capacity: Capacity) -> Actor {
    Actor { account, org, capacity, strength: Strength::Fresh, stands_in: None }
}

fn org_of(app: &App, account: AccountId) -> anyhow::Result<OrgId> {
    // The account knows its organisation; whoever is signed in is asked for it.
    let cookie = app.demo_session(account)?;
    let signed = app.session(cookie.reveal())?.context("nobody is signed in")?;
    Ok(signed.actor.org)
}

pub fn hire(
    app: &App,
    house: &mut House,
    (proposer, confirmer): (Actor, Actor),
    org: OrgId,
    (short, org_name): (&str, &str),
    staff: &[(Capacity, &[&str])],
) -> anyhow::Result<()> {
    for (capacity, people) in staff {
        for (number, name) in people.iter().enumerate() {
            let account = AccountId::from_random(app.fresh_id()?);
            let post = capacity.code().replace('_', "-");
            let sign_in = Line::new(if number == 0 {
                format!("{post}.{short}")
            } else {
                format!("{post}.{short}.{}", number + 1)
            })?;
            let body = json!({ "sign_in": sign_in, "name": name, "org": org, "capacity": capacity });
            app.perform(&proposer, &Deed::one(account, act("account.proposed", &body)?))?;
            app.perform(&confirmer, &Deed::one(account, act("account.confirmed", &json!({}))?))?;
            let (_, factor) = app.draw_both([&proposer, &confirmer], account)?;
            app.set_demo_password(account, PASSWORD)?;
            // One door for each capacity, and one for each service that receives people.
            let door = !house.accounts.iter().any(|known| known.capacity == *capacity) || short == "aftercare";
            house.take(actor(account, org, *capacity), &sign_in, name, org_name, factor.totp_secret.reveal(), door);
        }
    }
    Ok(())
}

impl House {
    fn take(
        &mut self,
        actor: Actor,
        sign_in: &Line,
        name: &str,
        organisation: &str,
        totp_secret: &str,
        one_click: bool,
    ) {
        self.staff.push(actor);
        self.accounts.push(DemoAccount {
            account: actor.account,
            sign_in: sign_in.to_string(),
            name: name.to_owned(),
            capacity: actor.capacity,
            organisation: organisation.to_owned(),
            password: PASSWORD.to_owned(),
            totp_secret: totp_secret.to_owned(),
            one_click,
        });
    }
}

fn publish(app: &App, house: &mut House, org: OrgId, town: &str, offer: &Offer) -> anyhow::Result<()> {
    let (_, name, aim, needs, languages, description, places) = offer;
    let id = ServiceId::from_random(app.fresh_id()?);
    let body = json!({
        "org": org, "name": name, "aim": aim, "needs": needs, "languages": languages, "place": town,
        "description": description, "places": places,
    });
    let manager = house.one(org, Capacity::CsoManager, 0)?;
    app.perform(&manager, &Deed::one(id, act("service.published", &body)?))?;
    house.services.push(Service { id, org, needs });
    house.entries.push((id, manager));
    Ok(())
}
