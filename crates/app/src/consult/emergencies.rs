//! Openings of files in an emergency, for those who examine them; and what somebody has open so themselves.
//!
//! Of a file no more is told here than stands in the record of who looked; its name only to those who may see it anyway.

use access::Actor;
use domain::emergency::{
    COUNTED_OVER, EXAMINED_WITHIN, EmergencyFinding, EmergencyReason, OPEN_FOR, SUSPENDED_AFTER, USUAL_AT_MOST,
};
use domain::kind::topic;
use domain::look::ListName;
use domain::{AccountId, Act, ActId, Action, Capacity, CaseId, Moment, OrgId, Part, ReferralId, StreamId};
use store::{Tx, Val};

use super::lists::{VISIBLE, Who, grounds_to, visible_vals};
use super::{Shown, listed, resting};
use crate::App;
use crate::disclosed::Disclosed;
use crate::ground;
use crate::ledger_rows::act_of;
use crate::names::PersonName;
use crate::refusal::{Fault, Refusal};

/// Most openings that are shown at once.
const MOST: usize = 200;

/// One opening of a file, for whoever examines it.
#[derive(Debug, Clone)]
pub struct EmergencyLine {
    /// The act.
    pub opening: ActId,
    /// The file.
    pub case: CaseId,
    /// Whose file it is, for those who may see that.
    pub name: Option<PersonName>,
    /// Who opened it.
    pub by: Option<String>,
    /// In which capacity.
    pub capacity: Capacity,
    /// For which organisation.
    pub org: String,
    /// When.
    pub at: Moment,
    /// The first instant at which it was open no longer.
    pub until: Moment,
    /// What the emergency was.
    pub reason: EmergencyReason,
    /// In their words.
    pub words: String,
    /// The instant by which it is examined.
    pub examine_by: Moment,
    /// When it was first examined, and the last word on it.
    pub examined: Option<(Moment, EmergencyFinding)>,
    /// How many files this account opened in the thirty days up to it, for those outside the prison who count.
    pub lately: Option<u32>,
    /// May the asker examine it? Nobody does their own, or that of somebody above them.
    pub may_examine: bool,
}

/// An account that oversight looks at for itself.
#[derive(Debug, Clone)]
pub struct FrequentLine {
    /// Whose.
    pub name: Option<String>,
    /// Their capacity.
    pub capacity: Capacity,
    /// Their organisation.
    pub org: String,
    /// Files opened in the last thirty days.
    pub lately: u32,
    /// Openings that nobody examined for more than seven days: until then it opens no other.
    pub overdue: u32,
}

/// Openings that the asker may examine.
#[derive(Debug, Clone)]
pub struct EmergencyList {
    /// Those that wait, the longest first; then those examined in the last thirty days, the newest first.
    pub lines: Vec<EmergencyLine>,
    /// Accounts that opened more than is usual, or that opened something nobody examined in time; for oversight alone.
    pub frequent: Vec<FrequentLine>,
    /// When it was drawn up.
    pub now: Moment,
}

/// A referral that is open in an emergency: to whom something was sent. Where the work stands is not said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentLine {
    /// The referral.
    pub referral: ReferralId,
    /// The organisation it went to.
    pub org: OrgId,
}

/// May this capacity examine openings at all?
pub(super) fn examines(actor: &Actor) -> bool {
    access::grounds(actor.capacity, Part::Record, Action::Examine, actor.strength).next().is_some()
}

impl App {
    /// Openings in an emergency that the asker may examine, and those examined lately.
    pub fn emergencies(&self, actor: &Actor) -> Result<Disclosed<EmergencyList>, Refusal> {
        self.show(actor, |tx, now| {
            if !examines(actor) {
                return Err(Refusal::NotYours);
            }
            let lines = self.opening_lines(tx, actor, now.plus(-COUNTED_OVER), now)?;
            let frequent = self.frequent_lines(tx, actor, now)?;
            let mut shown: Vec<StreamId> = lines.iter().map(|line| line.case.stream()).collect();
            shown.sort_unstable();
            shown.dedup();
            let rests_on = resting(&shown, Part::Record);
            listed(tx, actor, now, (ListName::Emergencies, shown), (EmergencyList { lines, frequent, now }, rests_on))
        })
    }

    /// Openings that wait, and those examined that were made after this moment.
    pub(super) fn opening_lines(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        since: Moment,
        now: Moment,
    ) -> Result<Vec<EmergencyLine>, Refusal> {
        let mut rows = tx.all(
            "select act, stream, account, examined_at, found from emergency where examined_at is null or opened_at > $1
             order by case when examined_at is null then 0 else 1 end, opened_at desc, act",
            &[Val::I64(since.millis())],
            |row| {
                let (act, stream) = (ActId::from_bytes(row.get(0)?), StreamId::from_bytes(row.get(1)?));
                let by = AccountId::from_bytes(row.get(2)?);
                let examined = row.get::<Option<i64>>(3)?.map(Moment::from_millis);
                Ok((act, stream, by, examined, row.get::<Option<String>>(4)?))
            },
        )?;
        // Openings are few, and what somebody may see can be every file of a country: rights are asked of these files alone.
        let mut files: Vec<StreamId> = rows.iter().map(|(_, stream, ..)| *stream).collect();
        files.sort_unstable();
        files.dedup();
        let standings = ground::standings(tx, actor, &files, now)?;
        let examines = |stream: &StreamId| {
            let standing = standings.get(stream);
            standing
                .is_some_and(|standing| standing.permit(actor, *stream, (Part::Record, Action::Examine), now).is_some())
        };
        rows.retain(|(_, stream, ..)| examines(stream));
        rows.truncate(MOST);
        let mut shown = Shown::default();
        let mut lines = Vec::new();
        for (opening, stream, by, examined, found) in rows {
            let Some(recorded) = act_of(&self.keys, tx, opening)? else { continue };
            let Act::File(topic::File::EmergencyOpened(body)) = &recorded.act else { continue };
            let envelope = &recorded.envelope;
            self.show_org(tx, &mut shown, envelope.org)?;
            let parts = self.reading(tx, actor, stream, now)?.parts();
            let outside = matches!(actor.capacity, Capacity::Monitor | Capacity::DataProtection);
            let lately = if outside { Some(crate::emergency::opened_lately(tx, by, recorded.at)?) } else { None };
            let facts = domain::emergency::opened(&recorded, body);
            let below = self.stands_below(tx, actor.account, by, [recorded.at, now])?;
            let may = actor.stands_in.is_none()
                && facts.may_be_examined_by(actor.account, (actor.capacity, actor.org), below).is_ok();
            let found = found.and_then(|found| found.parse().ok());
            lines.push(EmergencyLine {
                opening,
                case: stream.into(),
                name: self.names.person(stream).filter(|_| parts.contains(Part::Identity)),
                by: self.names.staff(by.stream()),
                capacity: envelope.capacity,
                org: shown.orgs.get(&envelope.org.stream()).cloned().unwrap_or_default(),
                at: recorded.at,
                until: recorded.at.plus(OPEN_FOR),
                reason: body.reason,
                words: body.words.to_string(),
                examine_by: recorded.at.plus(EXAMINED_WITHIN),
                examined: examined.zip(found),
                lately,
                may_examine: may,
            });
        }
        // Those that wait come first, and among them the one that waits longest.
        lines.sort_by_key(|line| match line.examined {
            None => (0, line.at.millis(), line.opening),
            Some(_) => (1, line.at.millis().saturating_neg(), line.opening),
        });
        Ok(lines)
    }

    /// Accounts that opened more files than is usual, or one that nobody examined in time: those of prisons under the asker's
    /// mandate, and those that opened a file there.
    fn frequent_lines(&self, tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> Result<Vec<FrequentLine>, Fault> {
        if actor.capacity != Capacity::Monitor {
            return Ok(Vec::new());
        }
        let grounds = grounds_to(actor, Part::Record, Action::Examine);
        let who = Who::of(actor);
        let mut vals = visible_vals(&who, &grounds, now);
        vals.extend([
            Val::I64(now.plus(-COUNTED_OVER).millis()),
            Val::I64(now.plus(-SUSPENDED_AFTER).millis()),
            Val::I64(USUAL_AT_MOST.into()),
        ]);
        let sql = format!(
            "{VISIBLE} select e.account, a.capacity, a.org,
                sum(case when e.opened_at > $11 then 1 else 0 end),
                sum(case when e.examined_at is null and e.opened_at < $12 then 1 else 0 end)
             from emergency e join account a on a.stream = e.account
             where e.account in (select x.account from emergency x join visible v on v.stream = x.stream)
                or a.org in (select m.stream from ground m where m.holder = $3 and m.ground = 'mandate' and m.begins <= $2
                    and (m.ends is null or m.ends > $2))
             group by e.account, a.capacity, a.org
             having sum(case when e.opened_at > $11 then 1 else 0 end) > $13
                or sum(case when e.examined_at is null and e.opened_at < $12 then 1 else 0 end) > 0
             order by e.account"
        );
        let rows = tx.all(&sql, &vals, |row| {
            let capacity = row.get::<String>(1)?.parse().map_err(|_| store::Error::unreadable("a capacity"))?;
            let counts = (row.get::<i64>(3)?, row.get::<i64>(4)?);
            Ok((StreamId::from_bytes(row.get(0)?), capacity, OrgId::from_bytes(row.get(2)?), counts))
        })?;
        let mut shown = Shown::default();
        let mut lines = Vec::new();
        for (account, capacity, org, (lately, overdue)) in rows {
            self.show_org(tx, &mut shown, org)?;
            lines.push(FrequentLine {
                name: self.names.staff(account),
                capacity,
                org: shown.orgs.get(&org.stream()).cloned().unwrap_or_default(),
                lately: u32::try_from(lately).unwrap_or(u32::MAX),
                overdue: u32::try_from(overdue).unwrap_or(u32::MAX),
            });
        }
        Ok(lines)
    }

    /// Files that the asker has open in an emergency, and until when: they stand in no list of cases.
    pub(super) fn open_in_emergency(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        now: Moment,
    ) -> Result<Vec<(CaseId, Moment)>, Fault> {
        let sql = concat!(
            "with ",
            crate::bar::shut!(),
            " select g.stream, g.ends from ground g join case_index c on c.stream = g.stream
              where g.holder = $4 and g.ground = 'emergency' and g.begins <= $2 and g.ends > $2
                and g.stream not in (select stream from closed) order by g.ends, g.stream"
        );
        let account = actor.account.bytes();
        let vals = [
            Val::Blob(&actor.seat().bytes()),
            Val::I64(now.millis()),
            Val::Blob(&actor.org.bytes()),
            Val::Blob(&account),
        ];
        Ok(tx.all(sql, &vals, |row| Ok((StreamId::from_bytes(row.get(0)?).into(), Moment::from_millis(row.get(1)?))))?)
    }

    /// To whom something was sent, for a file that is open in an emergency: the referrals that can be opened now.
    pub(super) fn sent_lines(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        case: CaseId,
        shown: &mut Shown,
        now: Moment,
    ) -> Result<Vec<SentLine>, Fault> {
        let mut lines = Vec::new();
        for stream in ground::referrals_of(tx, case.stream())? {
            let reading = self.reading(tx, actor, stream, now).ok();
            if !reading.is_some_and(|reading| reading.opens(stream, Part::Package)) {
                continue;
            }
            let org =
                tx.one("select org from referral_index where stream = $1", &[Val::Blob(&stream.bytes())], |row| {
                    Ok(OrgId::from_bytes(row.get(0)?))
                })?;
            if let Some(org) = org {
                self.show_org(tx, shown, org)?;
                lines.push(SentLine { referral: stream.into(), org });
            }
        }
        Ok(lines)
    }
}
