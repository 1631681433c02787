//! The directory of the demonstration: a dozen organisations that offer something, in several places and languages. Some entries
//! were looked over lately, some are to be looked over soon, some by nobody for too long; what was said of free places differs in
//! age too, so that every answer can be seen.

use access::Actor;
use anyhow::Context as _;
use app::{App, Deed};
use domain::moment::DAY;
use domain::organisation::OrgKind;
use domain::{ActId, Capacity, Moment, OrgId, ServiceId};
use serde_json::{Value, json};

use super::house::{House, act, hire};
use super::time::day_after;

/// When the entries are kept: long before the end, and lately.
pub const ROUNDS: [i64; 2] = [-160 * DAY, -12 * DAY];

/// A service: name, aim, needs, languages, town, other town, description, sexes, youngest, oldest, modes, places.
struct Offer {
    name: &'static str,
    aim: &'static str,
    needs: &'static [&'static str],
    languages: &'static [&'static str],
    at: &'static [&'static str],
    description: &'static str,
    sexes: &'static [&'static str],
    ages: (Option<u32>, Option<u32>),
    modes: &'static [&'static str],
    places: u32,
}

const ALL: &[&str] = &["female", "male", "not_stated"];
const WOMEN: &[&str] = &["female"];
const MEN: &[&str] = &["male"];

/// Short name for signing in, name, town, manager, services.
type Partner = (&'static str, &'static str, &'static str, &'static str, &'static [Offer]);

const PARTNERS: &[Partner] = &[
    (
        "ponton",
        "Ponton Exemple",
        "Example Harbour",
        "Ines Specimen",
        &[Offer {
            name: "Morning Boats",
            aim: "reintegration",
            needs: &["work", "belonging"],
            languages: &["français", "العربية"],
            at: &["Example Harbour"],
            description: "Repairing small boats, two mornings a week, with people from the harbour.",
            sexes: ALL,
            ages: (Some(18), None),
            modes: &["outside", "group"],
            places: 4,
        }],
    ),
    (
        "nafida",
        "Nafida Sample Circle",
        "Placeholder Hill",
        "Huda Example",
        &[
            Offer {
                name: "Window Talks",
                aim: "support",
                needs: &["dialogue", "family"],
                languages: &["العربية", "English"],
                at: &["Placeholder Hill", "Sampleton"],
                description: "A talk each week with somebody from outside, and with the family where both want it.",
                sexes: WOMEN,
                ages: (Some(18), None),
                modes: &["inside", "one_to_one"],
                places: 3,
            },
            Offer {
                name: "Evening Kitchen",
                aim: "support",
                needs: &["belonging", "health_care"],
                languages: &["العربية"],
                at: &["Placeholder Hill"],
                description: "Cooking and eating together, and a nurse to ask.",
                sexes: WOMEN,
                ages: (None, None),
                modes: &["outside", "group"],
                places: 0,
            },
        ],
    ),
    (
        "tilia",
        "Tilia Placeholder House",
        "Sampleton",
        "Jonas Sample",
        &[Offer {
            name: "Two Rooms",
            aim: "reintegration",
            needs: &["home"],
            languages: &["English"],
            at: &["Sampleton"],
            description: "A room for six months, and somebody who comes by twice a week.",
            sexes: MEN,
            ages: (Some(18), Some(65)),
            modes: &["outside"],
            places: 0,
        }],
    ),
    (
        "sawa",
        "Sawa Specimen Youth",
        "Specimen Bay",
        "Lina Placeholder",
        &[Offer {
            name: "Second Bell",
            aim: "reintegration",
            needs: &["education", "support"],
            languages: &["العربية", "français"],
            at: &["Specimen Bay"],
            description: "School leaving certificate in small steps, with one teacher for three pupils.",
            sexes: ALL,
            ages: (Some(14), Some(24)),
            modes: &["inside", "group"],
            places: 6,
        }],
    ),
    (
        "compas",
        "Compas Exemple",
        "Specimen Bay",
        "Hugo Example",
        &[Offer {
            name: "Papers and Pence",
            aim: "reintegration",
            needs: &["money_and_papers"],
            languages: &["français", "English", "português"],
            at: &["Specimen Bay", "Example Harbour"],
            description: "Papers, debts and letters, by telephone between two visits.",
            sexes: ALL,
            ages: (Some(16), None),
            modes: &["inside", "outside", "remote"],
            places: 11,
        }],
    ),
    (
        "loom",
        "Sample Loom Cooperative",
        "Placeholder Hill",
        "Asma Specimen",
        &[Offer {
            name: "Weaving Room",
            aim: "reintegration",
            needs: &["work", "making_good"],
            languages: &["العربية", "Tamazight"],
            at: &["Placeholder Hill"],
            description: "A trade with a certificate, and wages from the first piece that is sold.",
            sexes: ALL,
            ages: (Some(18), None),
            modes: &["inside", "group"],
            places: 0,
        }],
    ),
    (
        "fathers",
        "Example Fathers’ Table",
        "Sampleton",
        "Walid Sample",
        &[Offer {
            name: "Saturday Fathers",
            aim: "support",
            needs: &["family"],
            languages: &["English", "العربية"],
            at: &["Sampleton"],
            description: "Fathers read and play with their children, with a social worker in the room.",
            sexes: MEN,
            ages: (None, None),
            modes: &["inside", "group"],
            places: 5,
        }],
    ),
    (
        "listen",
        "Placeholder Listening Line",
        "Example Harbour",
        "Carla Placeholder",
        &[Offer {
            name: "The Line",
            aim: "support",
            needs: &["support", "dialogue"],
            languages: &["English", "français", "العربية", "español"],
            at: &["Example Harbour"],
            description: "Somebody who listens, by telephone, every evening of the year.",
            sexes: ALL,
            ages: (None, None),
            modes: &["remote", "one_to_one"],
            places: 40,
        }],
    ),
    (
        "quarter",
        "Specimen Quarter Mediation",
        "Sampleton",
        "Igor Example",
        &[Offer {
            name: "Across the Street",
            aim: "disengagement",
            needs: &["leaving_violence", "making_good"],
            languages: &["English"],
            at: &["Sampleton", "Specimen Bay"],
            description: "Talks that prepare a meeting with whoever was harmed, if both ask for it.",
            sexes: ALL,
            ages: (Some(18), None),
            modes: &["inside", "outside", "one_to_one"],
            places: 2,
        }],
    ),
];

fn whom(offer: &Offer) -> Value {
    let mut whom =
        json!({ "sexes": offer.sexes, "modes": offer.modes, "also_at": offer.at.get(1..).unwrap_or_default() });
    if let (Some(fields), (from, to)) = (whom.as_object_mut(), offer.ages) {
        fields.extend(from.map(|age| ("from_age".to_owned(), json!(age))));
        fields.extend(to.map(|age| ("to_age".to_owned(), json!(age))));
    }
    whom
}

/// Registers the partners, and lets each publish what it offers.
pub fn found(app: &App, house: &mut House, administrators: (Actor, Actor)) -> anyhow::Result<()> {
    for (short, name, town, manager, offers) in PARTNERS {
        let org = OrgId::from_random(app.fresh_id()?);
        let body = json!({
            "name": name, "kind": OrgKind::CivilSociety, "place": town, "contact": "Front desk, extension 300",
        });
        app.perform(&administrators.0, &Deed::one(org, act("organisation.registered", &body)?))?;
        let staff: &[(Capacity, &[&str])] = &[(Capacity::CsoManager, &[manager])];
        hire(app, house, administrators, org, (short, name), staff)?;
        let manager = house.one(org, Capacity::CsoManager, 0)?;
        for offer in *offers {
            let service = ServiceId::from_random(app.fresh_id()?);
            let body = json!({
                "org": org, "name": offer.name, "aim": offer.aim, "needs": offer.needs, "languages": offer.languages,
                "place": offer.at.first().context("a place")?, "description": offer.description, "places": offer.places,
                "whom": whom(offer),
            });
            app.perform(&manager, &Deed::one(service, act("service.published", &body)?))?;
            house.entries.push((service, manager));
        }
    }
    Ok(())
}

/// What is done with one entry in one round.
fn does(app: &App, (service, manager): (ServiceId, Actor), kind: &str, body: &Value) -> anyhow::Result<ActId> {
    let receipt = app.perform(&manager, &Deed::one(service, act(kind, body)?)).with_context(|| kind.to_owned())?;
    receipt.acts.first().copied().context("a deed without an act")
}

/// Keeps the entries: the first round long before the end, the last one lately.
pub fn keep(app: &App, house: &House, round: usize, now: Moment) -> anyhow::Result<()> {
    let by = json!({ "by": "Intake desk" });
    for (number, entry) in house.entries.iter().copied().enumerate() {
        // The first association is the one whose manager anybody can try out: one entry late, one due, by the end.
        let looks = if round == 0 { number != 1 } else { number > 1 && number % 3 != 0 };
        if looks {
            does(app, entry, "service.assured", &by)?;
        }
        if round == 1 && number % 4 != 1 {
            let free = u32::try_from(number % 5).unwrap_or_default().saturating_sub(1);
            let mut said = json!({
                "free": free, "as_of": day_after(now, -i64::from(free)).to_string(), "said_by": "Intake desk",
            });
            if free == 0
                && let Some(fields) = said.as_object_mut()
            {
                fields.insert("waiting_days".to_owned(), json!(7 * (number % 7 + 1)));
            }
            does(app, entry, "service.availability_stated", &said)?;
        }
    }
    if round == 1 { public(app, house) } else { Ok(()) }
}

/// Some ask to be public; whoever keeps the directory lets two in, one not, and has one before them. One draft waits.
fn public(app: &App, house: &House) -> anyhow::Result<()> {
    let keeper = house.any(Capacity::SystemAdministrator)?;
    for (number, entry) in house.entries.iter().copied().enumerate().skip(6).take(4) {
        let asked = json!({ "email": format!("office{number}@partner.example"), "web": "https://partner.example/" });
        let asked = does(app, entry, "service.feed_asked", &asked)?;
        let (service, _) = entry;
        let file = app.service(&keeper, service)?;
        let read = file.feed.as_ref().and_then(|feed| feed.entry).context("an entry")?;
        let (kind, body) = match number {
            6 | 7 => ("service.feed_approved", json!({ "asked": asked, "entry": read })),
            8 => (
                "service.feed_refused",
                json!({ "asked": asked, "reason": "The description sends people to one person." }),
            ),
            _ => continue,
        };
        does(app, (service, keeper), kind, &body)?;
    }
    let (_, manager) = house.entries.first().copied().context("an entry")?;
    let drafted = json!({
        "org": manager.org, "name": "Bicycle Yard", "description": "Bicycles for those who look for work.",
        "languages": ["English"], "place": "Sampleton", "source": "Example city directory", "source_id": "svc-17",
    });
    app.perform(&keeper, &Deed::one(ServiceId::from_random(app.fresh_id()?), act("service.drafted", &drafted)?))?;
    Ok(())
}
