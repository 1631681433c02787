//! Lists of referrals, and the join with the asker's grounds that they share with the board: nothing is filtered afterwards.

use access::{Actor, Reading};
use domain::kind::{Kind, topic};
use domain::look::ListName;
use domain::{Act, Action, Date, Moment, Part, ReferralId, ServiceId, StreamId};
use store::{Tx, Val};

use super::{Shown, listed, resting};
use crate::App;
use crate::disclosed::Disclosed;
use crate::ledger_rows::rows_of;
use crate::refusal::{Fault, Refusal};

/// One offer or referral in a list.
#[derive(Debug, Clone)]
pub struct OfferLine {
    /// The referral.
    pub referral: ReferralId,
    /// What the person is called in the list: the name if the package is open to the asker, the alias otherwise.
    pub called: String,
    /// The service.
    pub service: ServiceId,
    /// Its name.
    pub service_name: String,
    /// The sender's name.
    pub sender: String,
    /// The state, as a code.
    pub state: String,
    /// When it was offered.
    pub offered: Option<Moment>,
    /// The day by which to answer.
    pub answer_by: Option<Date>,
    /// Who carries it.
    pub assigned: Option<String>,
    /// The next session.
    pub next_session: Option<Moment>,
}

/// Offers and referrals that the asker may see.
#[derive(Debug, Clone)]
pub struct ReferralList {
    /// The rows, those that wait for an answer first.
    pub lines: Vec<OfferLine>,
}

/// The grounds on which a capacity may see a part: up to six, for a fixed statement. A file opened in an emergency is
/// opened by itself: it stands in no list, no count and no search.
pub(crate) fn grounds_for(actor: &Actor, part: Part) -> [&'static str; 6] {
    grounds_to(actor, part, Action::Read)
}

/// The same, for doing something else with the part than reading it.
pub(crate) fn grounds_to(actor: &Actor, part: Part, action: Action) -> [&'static str; 6] {
    let mut grounds = [""; 6];
    let on_files = access::grounds(actor.capacity, part, action, actor.strength).filter(|ground| ground.is_on_files());
    for (place, ground) in grounds.iter_mut().zip(on_files) {
        *place = ground.code();
    }
    grounds
}

/// The streams that the asker may see a part of now: one common table expression for every list, count and search.
/// What the asker is kept from is in none of them; a restriction leaves a mandate standing. `$1` is the account whose own
/// grounds count, and `$4` the one that asks.
pub(crate) const VISIBLE: &str = concat!(
    "with ",
    crate::bar::shut!(),
    ",
visible (stream) as (
    select g.stream from ground g
     where g.holder in ($1, $3) and g.ground in ($5, $6, $7, $8, $9, $10) and g.ground <> 'mandate'
       and g.begins <= $2 and (g.ends is null or g.ends > $2) and g.stream not in (select stream from closed)
    union
    select c.stream from ground m join ground c on c.holder = m.stream and c.ground = 'custody'
     where m.holder = $3 and m.ground = 'mandate' and 'mandate' in ($5, $6, $7, $8, $9, $10)
       and m.begins <= $2 and (m.ends is null or m.ends > $2)
       and c.stream not in (select stream from closed where bar <> 'restricted')
    union
    select f.stream from ground m join ground c on c.holder = m.stream and c.ground = 'custody' join file f on f.of_case = c.stream
     where m.holder = $3 and m.ground = 'mandate' and 'mandate' in ($5, $6, $7, $8, $9, $10)
       and m.begins <= $2 and (m.ends is null or m.ends > $2)
       and f.stream not in (select stream from closed where bar <> 'restricted')) "
);

impl App {
    /// Offers and referrals that the asker may see: what waits for an answer first.
    pub fn referrals(&self, actor: &Actor) -> Result<Disclosed<ReferralList>, Refusal> {
        self.show(actor, |tx, now| {
            let lines = self.offer_lines(tx, actor, now)?;
            let shown: Vec<StreamId> = lines.iter().map(|line| line.referral.stream()).collect();
            let rests_on = resting(&shown, Part::Offer);
            listed(tx, actor, now, (ListName::Referrals, shown), (ReferralList { lines }, rests_on))
        })
    }

    pub(crate) fn offer_lines(&self, tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> Result<Vec<OfferLine>, Refusal> {
        let grounds = grounds_for(actor, Part::Offer);
        let who = Who::of(actor);
        let vals = visible_vals(&who, &grounds, now);
        let sql = format!(
            "{VISIBLE} select r.stream, r.service, r.sender, r.state, r.answer_by, r.assigned, r.next_session
             from referral_index r join visible v on v.stream = r.stream
             order by case r.state when 'offered' then 0 when 'accepted' then 1 else 2 end, r.answer_by nulls first, r.stream limit 200"
        );
        let rows = tx.all(&sql, &vals, |row| {
            Ok((
                StreamId::from_bytes(row.get(0)?),
                ServiceId::from(StreamId::from_bytes(row.get(1)?)),
                domain::OrgId::from_bytes(row.get(2)?),
                row.get::<String>(3)?,
                row.get::<Option<String>>(4)?,
                row.get::<Option<[u8; 16]>>(5)?,
                row.get::<Option<i64>>(6)?,
            ))
        })?;
        let mut shown = Shown::default();
        let mut lines = Vec::new();
        for (stream, service, sender, state, answer_by, assigned, next) in rows {
            let reading = self.reading(tx, actor, stream, now)?;
            let called = self.called(tx, &reading, stream)?;
            self.show_org(tx, &mut shown, sender)?;
            self.show_service(tx, &mut shown, service)?;
            let offered = rows_of(tx, stream)?.into_iter().find(|row| row.envelope.kind == "referral.offered");
            lines.push(OfferLine {
                referral: stream.into(),
                offered: offered.map(|row| row.envelope.concerns),
                called: called.unwrap_or_default(),
                service,
                service_name: shown.services.get(&service.stream()).cloned().unwrap_or_default(),
                sender: shown.orgs.get(&sender.stream()).cloned().unwrap_or_default(),
                state,
                answer_by: answer_by.and_then(|day| day.parse().ok()),
                assigned: assigned.and_then(|account| self.names.staff(StreamId::from_bytes(account))),
                next_session: next.map(Moment::from_millis),
            });
        }
        Ok(lines)
    }

    /// What a person is called in a list of referrals: by the newest package that is open to the reader, or by the offer.
    fn called(&self, tx: &mut Tx<'_>, reading: &Reading, stream: StreamId) -> Result<Option<String>, Fault> {
        for row in rows_of(tx, stream)?.iter().rev() {
            let names = ["referral.package_released", "referral.offered"].contains(&row.envelope.kind.as_str());
            let permitted = row.envelope.kind.parse::<Kind>().is_ok_and(|kind| reading.opens(stream, kind.row().part));
            if names
                && permitted
                && let Some(recorded) = row.open(&self.keys, tx)?
            {
                return Ok(match recorded.act {
                    Act::Referral(topic::Referral::PackageReleased(body)) => Some(body.name.to_string()),
                    Act::Referral(topic::Referral::Offered(body)) => Some(body.alias.to_string()),
                    _ => None,
                });
            }
        }
        Ok(None)
    }
}

/// Whose rows a list is made of.
pub(crate) struct Who {
    seat: [u8; 16],
    org: [u8; 16],
    account: [u8; 16],
}

impl Who {
    pub(crate) fn of(actor: &Actor) -> Self {
        Self { seat: actor.seat().bytes(), org: actor.org.bytes(), account: actor.account.bytes() }
    }
}

/// The first ten values of every statement that begins with [`VISIBLE`].
pub(crate) fn visible_vals<'a>(who: &'a Who, grounds: &'a [&'static str; 6], now: Moment) -> Vec<Val<'a>> {
    let mut vals = vec![Val::Blob(&who.seat), Val::I64(now.millis()), Val::Blob(&who.org), Val::Blob(&who.account)];
    vals.extend(grounds.iter().map(|ground| Val::Text(ground)));
    vals
}
