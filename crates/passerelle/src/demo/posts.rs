//! Posts and lines of the demonstration: one prison and oversight have all of theirs on record, the other prison has not, so that
//! both answers can be seen. Somebody is away, and a colleague stands in.

use access::Actor;
use anyhow::Context as _;
use app::consult::PostLine;
use app::{App, Deed};
use domain::{ActId, Capacity, Moment, OrgId};
use serde_json::{Value, json};

use super::house::{House, act};

/// A post: what people call it, what its holder acts as, which of several colleagues holds it, and which of those before it in
/// the list it reports to.
type Post = (&'static str, Capacity, usize, Above);

/// Where a post reports.
#[derive(Clone, Copy)]
enum Above {
    /// To nobody: it is a head.
    Head,
    /// To the post at this place of the list.
    Post(usize),
    /// Nobody recorded it.
    NotRecorded,
}

const NORTH: &[Post] = &[
    ("Governor", Capacity::Governor, 0, Above::Head),
    ("Head of casework", Capacity::Supervisor, 0, Above::Post(0)),
    ("Case manager, first floor", Capacity::CaseManager, 0, Above::Post(1)),
    ("Case manager, second floor", Capacity::CaseManager, 1, Above::Post(1)),
    ("Case manager, workshops", Capacity::CaseManager, 2, Above::Post(1)),
    ("Head of the registry", Capacity::Registrar, 0, Above::Post(0)),
    ("Officer in charge, day", Capacity::CustodyOfficer, 0, Above::Post(0)),
];

const SOUTH: &[Post] = &[
    ("Governor", Capacity::Governor, 0, Above::NotRecorded),
    ("Head of casework", Capacity::Supervisor, 0, Above::Post(0)),
    ("Case manager, ground floor", Capacity::CaseManager, 0, Above::Post(1)),
];

const OVERSIGHT: &[Post] = &[
    ("Chair", Capacity::Monitor, 0, Above::Head),
    ("Reviewer of measures", Capacity::IndependentReviewer, 0, Above::Post(0)),
];

/// Records the posts, who holds each and where it reports, as from this moment.
pub fn keep(app: &App, house: &House, admin: &Actor, oversight: OrgId) -> anyhow::Result<()> {
    let prisons = house.prisons.iter().copied().zip([NORTH, SOUTH]);
    for (org, posts) in prisons.chain([(oversight, OVERSIGHT)]) {
        kept(app, house, admin, org, posts).context("posts")?;
    }
    Ok(())
}

fn kept(app: &App, house: &House, admin: &Actor, org: OrgId, posts: &[Post]) -> anyhow::Result<()> {
    let from = app.now();
    let mut known: Vec<ActId> = Vec::new();
    for (title, capacity, which, above) in posts {
        let established = json!({ "title": title, "capacity": capacity, "from": from });
        let post = done(app, admin, org, "post.established", &established)?;
        let account = house.one(org, *capacity, *which)?.account;
        done(app, admin, org, "post.taken", &json!({ "post": post, "account": account, "from": from }))?;
        let mut placed = json!({ "post": post, "from": from });
        match above {
            Above::NotRecorded => {}
            Above::Head => {
                done(app, admin, org, "post.placed", &placed)?;
            }
            Above::Post(place) => {
                let above = known.get(*place).context("a post above")?;
                if let Some(placed) = placed.as_object_mut() {
                    placed.insert("under".to_owned(), json!({ "org": org, "post": above }));
                }
                done(app, admin, org, "post.placed", &placed)?;
            }
        }
        known.push(post);
    }
    Ok(())
}

fn done(app: &App, actor: &Actor, org: OrgId, kind: &str, body: &Value) -> anyhow::Result<ActId> {
    let receipt = app.perform(actor, &Deed::one(org, act(kind, body)?)).with_context(|| kind.to_owned())?;
    receipt.acts.first().copied().context("a deed without an act")
}

/// A case manager is on leave and a colleague stands in; for the governor somebody was proposed, and waits for a second word.
pub fn stood_in(app: &App, house: &House, prison: OrgId, now: Moment) -> anyhow::Result<()> {
    let admin = house.one(prison, Capacity::OrgAdministrator, 0)?;
    let supervisor = house.one(prison, Capacity::Supervisor, 0)?;
    let colleague = house.one(prison, Capacity::CaseManager, 1)?;
    let posts = app.posts(&admin, prison, None)?;
    let post = |title: &str| posts.posts.iter().find(|line| line.title == title).with_context(|| title.to_owned());
    let proposal = |line: &PostLine, by: &Actor, days: i64, order: &str| {
        let until = now.plus(days * domain::moment::DAY);
        let holder = line.holder(now).map(|held| held.account);
        json!({ "post": line.post, "account": by.account, "holder": holder, "cover": "leave", "from": now, "until": until, "basis": order })
    };
    let leave = proposal(post("Case manager, first floor")?, &colleague, 10, "Leave list, week 12");
    let cover = done(app, &admin, prison, "post.cover_proposed", &leave)?;
    done(app, &supervisor, prison, "post.cover_confirmed", &json!({ "cover": cover }))?;
    let later = proposal(post("Governor")?, &supervisor, 5, "Order 14 (example)");
    done(app, &admin, prison, "post.cover_proposed", &later).map(|_| ())
}
