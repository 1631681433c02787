//! Index rows of the directory: what services are looked for by. Called for each act as it is written, and by `replay`.
//!
//! It holds names of services and of places, and of no person.

use domain::directory::{Availability, Whom};
use domain::kind::{Act, topic};
use domain::organisation::ServicePublished;
use domain::{Line, Moment, Recorded, StreamId};
use jiff::tz::TimeZone;
use store::{Tx, Val};

/// Oldest age where none is said.
const NO_OLDEST: u32 = 1_000;

/// Takes one act of the directory into its rows.
pub(crate) fn take(tx: &mut Tx<'_>, recorded: &Recorded, zone: &TimeZone) -> Result<(), store::Error> {
    let stream = recorded.envelope.stream;
    let id = stream.bytes();
    match &recorded.act {
        Act::Organisation(topic::Organisation::Registered(body)) => tx.exec(
            "insert into organisation (stream, name, kind, place, contact) values ($1, $2, $3, $4, $5)
             on conflict (stream) do update set name = excluded.name, kind = excluded.kind, place = excluded.place, contact = excluded.contact",
            &[
                Val::Blob(&id),
                Val::Text(body.name.as_str()),
                Val::Text(body.kind.code()),
                Val::Text(body.place.as_str()),
                Val::Text(body.contact.as_str()),
            ],
        )?,
        Act::Organisation(topic::Organisation::ServicePublished(body)) => {
            publish(tx, stream, body, recorded.at)?;
            terms(tx, stream, &body.needs, &body.languages, (&body.place, body.whom.as_ref()))?;
            1
        }
        Act::Organisation(topic::Organisation::ServiceWithdrawn(_)) => {
            tx.exec("update service set open = 0, draft = 0, feed = 'out' where stream = $1", &[Val::Blob(&id)])?
        }
        Act::Directory(act) => {
            take_entry(tx, recorded, act, zone)?;
            1
        }
        _ => 0,
    };
    Ok(())
}

fn publish(tx: &mut Tx<'_>, stream: StreamId, body: &ServicePublished, at: Moment) -> Result<(), store::Error> {
    let (from, to) = ages(body.whom.as_ref());
    let said = Availability { free: body.places, waiting_days: None, as_of: None, said_by: None, at };
    tx.exec(
        "insert into service (stream, org, name, open, draft, aim, from_age, to_age, free, waiting, stated_at, assured_at, feed)
         values ($1, $2, $3, 1, 0, $4, $5, $6, $7, $8, $9, $9, 'out')
         on conflict (stream) do update set org = excluded.org, name = excluded.name, open = 1, draft = 0, aim = excluded.aim,
            from_age = excluded.from_age, to_age = excluded.to_age, free = excluded.free, waiting = excluded.waiting,
            stated_at = excluded.stated_at, assured_at = excluded.assured_at, feed = 'out'",
        &[
            Val::Blob(&stream.bytes()),
            Val::Blob(&body.org.bytes()),
            Val::Text(body.name.as_str()),
            Val::Text(body.aim.code()),
            Val::from(from),
            Val::from(to),
            Val::from(said.free),
            Val::from(said.wait()),
            Val::I64(at.millis()),
        ],
    )?;
    Ok(())
}

fn take_entry(
    tx: &mut Tx<'_>,
    recorded: &Recorded,
    act: &topic::Directory,
    zone: &TimeZone,
) -> Result<(), store::Error> {
    let stream = recorded.envelope.stream;
    let id = stream.bytes();
    let feed = |tx: &mut Tx<'_>, state: &str| {
        tx.exec("update service set feed = $1 where stream = $2", &[Val::Text(state), Val::Blob(&id)])
    };
    match act {
        topic::Directory::Revised(body) => {
            let (from, to) = ages(Some(&body.whom));
            terms(tx, stream, &body.needs, &body.languages, (&body.place, Some(&body.whom)))?;
            tx.exec(
                "update service set name = $1, from_age = $2, to_age = $3, assured_at = $4,
                    feed = case when feed = 'out' then 'out' else 'asked' end where stream = $5",
                &[
                    Val::Text(body.name.as_str()),
                    Val::from(from),
                    Val::from(to),
                    Val::I64(recorded.at.millis()),
                    Val::Blob(&id),
                ],
            )?
        }
        topic::Directory::Assured(_) => tx.exec(
            "update service set assured_at = $1 where stream = $2",
            &[Val::I64(recorded.at.millis()), Val::Blob(&id)],
        )?,
        topic::Directory::AvailabilityStated(body) => {
            let wait = if body.free > 0 { Some(0) } else { body.waiting_days };
            tx.exec(
                "update service set free = $1, waiting = $2, stated_at = $3 where stream = $4",
                &[
                    Val::from(body.free),
                    Val::from(wait),
                    Val::I64(Moment::start_of(body.as_of, zone).millis()),
                    Val::Blob(&id),
                ],
            )?
        }
        topic::Directory::FeedAsked(_) => feed(tx, "asked")?,
        topic::Directory::FeedLeft(_) => feed(tx, "out")?,
        topic::Directory::FeedApproved(_) => feed(tx, "approved")?,
        topic::Directory::FeedRefused(_) => feed(tx, "refused")?,
        topic::Directory::Drafted(body) => {
            tx.exec("delete from service_term where stream = $1", &[Val::Blob(&id)])?;
            term(tx, stream, "source", body.source_id.as_str())?;
            tx.exec(
                "insert into service (stream, org, name, open, draft, feed) values ($1, $2, $3, 0, 1, 'out')
                 on conflict (stream) do update set name = excluded.name, draft = 1",
                &[Val::Blob(&id), Val::Blob(&body.org.bytes()), Val::Text(body.name.as_str())],
            )?
        }
    };
    Ok(())
}

/// Youngest and oldest, where anything is said of whom it takes.
fn ages(whom: Option<&Whom>) -> (Option<u32>, Option<u32>) {
    match whom {
        Some(whom) => (Some(whom.from_age.unwrap_or(0)), Some(whom.to_age.unwrap_or(NO_OLDEST))),
        None => (None, None),
    }
}

fn terms(
    tx: &mut Tx<'_>,
    stream: StreamId,
    needs: &[domain::assessment::NeedArea],
    languages: &[Line],
    (place, whom): (&Line, Option<&Whom>),
) -> Result<(), store::Error> {
    tx.exec("delete from service_term where stream = $1 and term <> 'source'", &[Val::Blob(&stream.bytes())])?;
    for need in needs {
        term(tx, stream, "need", need.code())?;
    }
    for language in languages {
        term(tx, stream, "language", language.as_str())?;
    }
    term(tx, stream, "place", place.as_str())?;
    let Some(whom) = whom else { return Ok(()) };
    for place in &whom.also_at {
        term(tx, stream, "place", place.as_str())?;
    }
    for sex in &whom.sexes {
        term(tx, stream, "sex", sex.code())?;
    }
    for mode in &whom.modes {
        term(tx, stream, "mode", mode.code())?;
    }
    Ok(())
}

fn term(tx: &mut Tx<'_>, stream: StreamId, term: &str, value: &str) -> Result<(), store::Error> {
    tx.exec(
        "insert into service_term (stream, term, value) values ($1, $2, $3) on conflict (stream, term, value) do nothing",
        &[Val::Blob(&stream.bytes()), Val::Text(term), Val::Text(value)],
    )?;
    Ok(())
}
