//! Lists: cases, referrals, findings. The rows that a page, a count and a search see come from one join with the
//! asker's grounds; nothing is filtered afterwards.

use access::{Actor, PartSet, Reading};
use domain::custody::Status;
use domain::facts::Step;
use domain::kind::{Kind, topic};
use domain::look::ListName;
use domain::{Act, Action, CaseId, Date, Ground, Moment, Part, ReferralId, ServiceId, StreamId};
use store::{Row, Tx, Val};

use super::{Shown, listed, resting};
use crate::App;
use crate::disclosed::Disclosed;
use crate::ledger_rows::rows_of;
use crate::names::PersonName;
use crate::refusal::{Fault, Refusal};

/// Rows on one page of a list.
pub(crate) const PAGE: u32 = 25;

/// What a list of cases is narrowed to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CaseFilter {
    /// A step.
    pub step: Option<Step>,
    /// Only those that the asker carries.
    pub mine: Mine,
    /// Part of one name or number, three letters at least.
    pub name: Option<String>,
    /// Page, from 0.
    pub page: u32,
}

/// Whose cases.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Mine {
    /// Everybody's that the asker may see.
    #[default]
    All,
    /// Those allocated to the asker.
    Carried,
}

/// One case in a list.
#[derive(Debug, Clone)]
pub struct CaseLine {
    /// The case.
    pub case: CaseId,
    /// The name, once names are loaded.
    pub name: Option<PersonName>,
    /// Where it stands.
    pub step: Step,
    /// Status.
    pub status: Option<Status>,
    /// Who carries it, by name.
    pub carried_by: Option<String>,
    /// `none`, `proposed`, `answered`, `returned` or `approved`.
    pub plan_state: String,
    /// The next plan review.
    pub review_on: Option<Date>,
    /// The expected release.
    pub release_on: Option<Date>,
    /// `none`, `offered`, `accepted` or `returned`.
    pub handover: String,
    /// The day by which a handover is answered.
    pub handover_by: Option<Date>,
    /// Measures in force.
    pub measures: u32,
    /// The nearest planned end of one.
    pub measure_end: Option<Moment>,
    /// Released, and first contact made?
    pub released: Option<Moment>,
    /// First contact after release.
    pub first_contact: Option<Moment>,
    /// Open findings: breaches and undetermined.
    pub breaches: u32,
    /// Undetermined.
    pub undetermined: u32,
}

impl CaseLine {
    /// Leaves what belongs to these parts.
    fn keep(&mut self, parts: PartSet) {
        if !parts.contains(Part::Sentence) {
            self.status = None;
        }
        if !parts.contains(Part::Plan) {
            "none".clone_into(&mut self.plan_state);
            self.review_on = None;
        }
        if !parts.contains(Part::Release) {
            "none".clone_into(&mut self.handover);
            self.handover_by = None;
            self.first_contact = None;
        }
        if !parts.contains(Part::Release) && !parts.contains(Part::Sentence) {
            self.release_on = None;
        }
        if !parts.contains(Part::Measures) {
            self.measures = 0;
            self.measure_end = None;
        }
        if !parts.contains(Part::Measures) || !parts.contains(Part::Plan) {
            self.breaches = 0;
            self.undetermined = 0;
        }
    }
}

/// A page of cases.
#[derive(Debug, Clone)]
pub struct CaseList {
    /// The rows.
    pub lines: Vec<CaseLine>,
    /// How many there are that the asker may see and that fit the filter.
    pub total: u32,
    /// The filter.
    pub filter: CaseFilter,
    /// Are names still being loaded?
    pub loading: bool,
}

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
    let mut grounds = [""; 6];
    let on_files = access::grounds(actor.capacity, part, Action::Read, actor.strength).filter(|ground| {
        !matches!(ground, Ground::Installation | Ground::OwnOrganisation | Ground::OwnAccount | Ground::Emergency)
    });
    for (place, ground) in grounds.iter_mut().zip(on_files) {
        *place = ground.code();
    }
    grounds
}

/// The streams that the asker may see a part of now: one common table expression for every list, count and search.
/// What the asker is kept from is in none of them; a restriction leaves a mandate standing.
pub(crate) const VISIBLE: &str = concat!(
    "with ",
    crate::bar::shut!(),
    ",
visible (stream) as (
    select g.stream from ground g
     where g.holder in ($1, $3) and g.ground in ($4, $5, $6, $7, $8, $9) and g.ground <> 'mandate'
       and g.begins <= $2 and (g.ends is null or g.ends > $2) and g.stream not in (select stream from closed)
    union
    select c.stream from ground m join ground c on c.holder = m.stream and c.ground = 'custody'
     where m.holder = $3 and m.ground = 'mandate' and 'mandate' in ($4, $5, $6, $7, $8, $9)
       and m.begins <= $2 and (m.ends is null or m.ends > $2)
       and c.stream not in (select stream from closed where bar <> 'restricted')
    union
    select f.stream from ground m join ground c on c.holder = m.stream and c.ground = 'custody' join file f on f.of_case = c.stream
     where m.holder = $3 and m.ground = 'mandate' and 'mandate' in ($4, $5, $6, $7, $8, $9)
       and m.begins <= $2 and (m.ends is null or m.ends > $2)
       and f.stream not in (select stream from closed where bar <> 'restricted')) "
);

pub(crate) const CASE_COLUMNS: &str =
    "c.stream, c.step, c.status, c.carried_by, c.plan_state, c.review_on, c.release_on, c.handover,
    c.handover_by, c.measures, c.measure_end, c.released_at, c.first_contact_at,
    (select count(*) from finding f where f.stream = c.stream and f.closed_at is null and f.outcome = 'breach'),
    (select count(*) from finding f where f.stream = c.stream and f.closed_at is null and f.outcome = 'undetermined')";

/// How many columns these are.
const CASE_WIDTH: usize = 15;

impl App {
    /// Cases that the asker may see, newest first.
    pub fn cases(&self, actor: &Actor, filter: &CaseFilter) -> Result<Disclosed<CaseList>, Refusal> {
        let named = filter.name.as_deref().map(str::trim).filter(|name| !name.is_empty()).map(str::to_lowercase);
        self.show(actor, |tx, now| {
            let (mut lines, total) = match &named {
                Some(name) => self.named_cases(tx, actor, name, filter, now)?,
                None => self.case_page(tx, actor, filter, now)?,
            };
            self.redact(tx, actor, &mut lines, now)?;
            let shown: Vec<StreamId> = lines.iter().map(|line| line.case.stream()).collect();
            let rests_on = resting(&shown, Part::Identity);
            let list = CaseList { lines, total, loading: !self.names.loaded(), filter: filter.clone() };
            let name = if named.is_some() { ListName::Names } else { ListName::Cases };
            listed(tx, actor, now, (name, shown), (list, rests_on))
        })
    }

    /// A row says only what belongs to parts that the asker may see of that case.
    pub(crate) fn redact(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        lines: &mut [CaseLine],
        now: Moment,
    ) -> Result<(), Refusal> {
        for line in lines {
            let parts = self.reading(tx, actor, line.case.stream(), now)?.parts();
            line.keep(parts);
        }
        Ok(())
    }

    fn case_page(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        filter: &CaseFilter,
        now: Moment,
    ) -> Result<(Vec<CaseLine>, u32), Fault> {
        let grounds = grounds_for(actor, Part::Identity);
        let (account, org) = (actor.account.bytes(), actor.org.bytes());
        let step = filter.step.map_or("", Step::code);
        let carried = i64::from(filter.mine == Mine::Carried);
        let mut vals = visible_vals(&account, &org, &grounds, now);
        vals.extend([Val::Text(step), Val::I64(carried)]);
        let matching = "from case_index c join visible v on v.stream = c.stream
            where ($10 = '' or c.step = $10) and ($11 = 0 or c.carried_by = $1)";
        let counted = vals.len();
        vals.extend([Val::I64(PAGE.into()), Val::I64(i64::from(PAGE).saturating_mul(filter.page.into()))]);
        // Everything is counted, and put in order, by what orders it alone; only the rows of the page are looked at whole.
        let sql = format!(
            "{VISIBLE}, page (stream, admitted_at, found) as (
                select c.stream, c.admitted_at, count(*) over () {matching}
                order by c.admitted_at desc nulls last, c.stream limit $12 offset $13)
             select {CASE_COLUMNS}, p.found from page p join case_index c on c.stream = p.stream
             order by p.admitted_at desc nulls last, p.stream"
        );
        let rows = tx.all(&sql, &vals, |row| Ok((self.case_line(row)?, row.get::<u32>(CASE_WIDTH)?)))?;
        let total = if let Some((_, total)) = rows.first() {
            *total
        } else {
            // Beyond the last page there is no row that could say how many there are.
            vals.truncate(counted);
            tx.one(&format!("{VISIBLE} select count(*) {matching}"), &vals, |row| row.get::<u32>(0))?.unwrap_or(0)
        };
        let lines = rows.into_iter().map(|(line, _)| line).collect();
        Ok((lines, total))
    }

    /// One name at a time, three letters at least, compared only with what the asker may see.
    fn named_cases(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        name: &str,
        filter: &CaseFilter,
        now: Moment,
    ) -> Result<(Vec<CaseLine>, u32), Fault> {
        if name.chars().count() < 3 {
            return Ok((Vec::new(), 0));
        }
        let grounds = grounds_for(actor, Part::Identity);
        let (account, org) = (actor.account.bytes(), actor.org.bytes());
        let vals = visible_vals(&account, &org, &grounds, now);
        let sql = format!(
            "{VISIBLE} select {CASE_COLUMNS} from case_index c join visible v on v.stream = c.stream order by c.admitted_at desc nulls last, c.stream"
        );
        let mut lines = tx.all(&sql, &vals, |row| self.case_line(row))?;
        lines.retain(|line| {
            line.name.as_ref().is_some_and(|known| {
                [&known.family, &known.given, &known.number].into_iter().any(|text| text.to_lowercase().contains(name))
            })
        });
        let total = u32::try_from(lines.len()).unwrap_or(u32::MAX);
        let from = usize::try_from(PAGE.saturating_mul(filter.page)).unwrap_or(usize::MAX);
        let lines = lines.into_iter().skip(from).take(usize::try_from(PAGE).unwrap_or(usize::MAX)).collect();
        Ok((lines, total))
    }

    pub(crate) fn case_line(&self, row: &Row<'_>) -> Result<CaseLine, store::Error> {
        let stream = StreamId::from_bytes(row.get(0)?);
        let carried = row.get::<Option<[u8; 16]>>(3)?.map(StreamId::from_bytes);
        let date = |text: Option<String>| text.and_then(|text| text.parse::<Date>().ok());
        Ok(CaseLine {
            case: stream.into(),
            name: self.names.person(stream),
            step: row.get::<String>(1)?.parse().map_err(|_| store::Error::unreadable("a step"))?,
            status: row.get::<Option<String>>(2)?.and_then(|status| status.parse().ok()),
            carried_by: carried.and_then(|account| self.names.staff(account)),
            plan_state: row.get(4)?,
            review_on: date(row.get(5)?),
            release_on: date(row.get(6)?),
            handover: row.get(7)?,
            handover_by: date(row.get(8)?),
            measures: row.get(9)?,
            measure_end: row.get::<Option<i64>>(10)?.map(Moment::from_millis),
            released: row.get::<Option<i64>>(11)?.map(Moment::from_millis),
            first_contact: row.get::<Option<i64>>(12)?.map(Moment::from_millis),
            breaches: row.get(13)?,
            undetermined: row.get(14)?,
        })
    }

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
        let (account, org) = (actor.account.bytes(), actor.org.bytes());
        let vals = visible_vals(&account, &org, &grounds, now);
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

/// The first nine values of every statement that begins with [`VISIBLE`].
pub(crate) fn visible_vals<'a>(
    account: &'a [u8; 16],
    org: &'a [u8; 16],
    grounds: &'a [&'static str; 6],
    now: Moment,
) -> Vec<Val<'a>> {
    let mut vals = vec![Val::Blob(account), Val::I64(now.millis()), Val::Blob(org)];
    vals.extend(grounds.iter().map(|ground| Val::Text(ground)));
    vals
}
