//! Organisations, services and accounts.

use access::Actor;
use domain::kind::{Act, topic};
use domain::look::ListName;
use domain::organisation::OrgKind;
use domain::registry::{MandateState, OrgFacts};
use domain::{AccountId, ActId, Capacity, Date, Ground, Moment, OrgId, Part, StreamId};
use store::{Tx, Val};

use super::{listed, resting};
use crate::App;
use crate::disclosed::Disclosed;
use crate::recovery::Half;
use crate::refusal::{Fault, Refusal};
use crate::witness::Resting;

/// One organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrgLine {
    /// The organisation.
    pub org: OrgId,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: OrgKind,
    /// Where it is.
    pub place: String,
    /// Whom to ring.
    pub contact: String,
}

/// One account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountLine {
    /// The account.
    pub account: AccountId,
    /// The name colleagues see.
    pub name: String,
    /// The name to sign in with.
    pub sign_in: String,
    /// The organisation.
    pub org: OrgId,
    /// The capacity.
    pub capacity: Capacity,
    /// `proposed`, `open` or `disabled`.
    pub state: String,
    /// Did the asker propose it?
    pub own_proposal: bool,
    /// The half of its first or new credentials that the asker may draw now.
    pub half: Option<Half>,
    /// New credentials that were asked for, if another administrator has to confirm.
    pub recovery: Option<Waiting>,
}

/// Who asked for what waits for a second administrator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waiting {
    /// The one who reads the list.
    AskedByOneself,
    /// Somebody else.
    AskedByAnother,
}

/// A mandate of an oversight body for a prison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MandateLine {
    /// The act that proposed it, by which it is called.
    pub mandate: ActId,
    /// The prison.
    pub prison: OrgId,
    /// The oversight body.
    pub body: OrgId,
    /// The law or decision it rests on.
    pub basis: String,
    /// The last day, if it has one.
    pub until: Option<Date>,
    /// Where it stands.
    pub state: MandateState,
    /// Who took the step that waits for another's word.
    pub waits_after: Option<AccountId>,
}

/// Organisations with the right to register more, if the asker has it.
#[derive(Debug, Clone)]
pub struct Directory {
    /// The organisations, by name.
    pub orgs: Vec<OrgLine>,
    /// Mandates of oversight bodies, those that wait for somebody first; without what is over.
    pub mandates: Vec<MandateLine>,
    /// May the asker administer?
    pub may_administer: bool,
}

impl App {
    /// The organisations of the installation, for anybody who may read the directory.
    pub fn organisations(&self, actor: &Actor) -> Result<Disclosed<Directory>, Refusal> {
        self.show(actor, |tx, now| {
            self.may_read_directory(tx, actor, now)?;
            let orgs = self.org_lines(tx)?;
            let mut mandates = Vec::new();
            for prison in orgs.iter().filter(|line| line.kind == OrgKind::Prison) {
                mandates.extend(self.mandate_lines(tx, prison.org, now)?);
            }
            mandates.sort_by_key(|line| line.waits_after.is_none());
            let may_administer = access::allows(
                actor.capacity,
                Ground::Installation,
                Part::Directory,
                domain::Action::Administer,
                domain::Strength::Fresh,
            );
            let shown = orgs.iter().map(|line| line.org.stream()).collect();
            let value = Directory { orgs, mandates, may_administer };
            listed(tx, actor, now, (ListName::Organisations, shown), (value, on_directory()))
        })
    }

    /// The mandates for one prison that are not over.
    fn mandate_lines(&self, tx: &mut Tx<'_>, prison: OrgId, now: Moment) -> Result<Vec<MandateLine>, Fault> {
        let acts = self.opened(tx, prison.stream())?;
        let facts = OrgFacts::of(acts.iter());
        let mut lines = Vec::new();
        for recorded in acts.iter() {
            let Act::Organisation(topic::Organisation::MandateProposed(body)) = &recorded.act else { continue };
            let Some(mandate) = facts.mandates.iter().find(|mandate| mandate.act == recorded.id()) else { continue };
            let state = mandate.state(now, &self.zone);
            let waits_after = match state {
                MandateState::Proposed => Some(mandate.proposed_by),
                MandateState::EndProposed => mandate.end_proposed_by,
                MandateState::Holds => None,
                MandateState::Over => continue,
            };
            lines.push(MandateLine {
                mandate: mandate.act,
                prison,
                body: mandate.body,
                basis: body.basis.to_string(),
                until: mandate.until,
                state,
                waits_after,
            });
        }
        Ok(lines)
    }

    pub(crate) fn may_read_directory(&self, tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> Result<(), Refusal> {
        let reading = self.reading(tx, actor, StreamId::INSTALLATION, now)?;
        if reading.opens(StreamId::INSTALLATION, Part::Directory) { Ok(()) } else { Err(Refusal::NotYours) }
    }

    fn org_lines(&self, tx: &mut Tx<'_>) -> Result<Vec<OrgLine>, Fault> {
        let rows =
            tx.all("select stream, name, kind, place, contact from organisation order by name, stream", &[], org_row)?;
        Ok(rows.into_iter().flatten().collect())
    }

    /// One organisation, if it is one that is there.
    pub(super) fn org_line(&self, tx: &mut Tx<'_>, org: OrgId) -> Result<Option<OrgLine>, Fault> {
        let row = tx.one(
            "select stream, name, kind, place, contact from organisation where stream = $1",
            &[Val::Blob(&org.bytes())],
            org_row,
        )?;
        Ok(row.flatten())
    }

    /// Accounts that the asker administers: all of them, or those of the asker's organisation.
    pub fn accounts(&self, actor: &Actor) -> Result<Disclosed<Vec<AccountLine>>, Refusal> {
        let everywhere =
            access::allows(actor.capacity, Ground::Installation, Part::Accounts, domain::Action::Read, actor.strength);
        let own = access::allows(
            actor.capacity,
            Ground::OwnOrganisation,
            Part::Accounts,
            domain::Action::Read,
            actor.strength,
        );
        self.show(actor, |tx, now| {
            if !everywhere && !own {
                return Err(Refusal::NotYours);
            }
            let lines = self.account_lines(
                tx,
                actor,
                "select stream, sign_in, org, capacity, state, proposed_by, recovery_by from account where $1 = 1 or org = $2 order by sign_in",
                &[Val::I64(i64::from(everywhere)), Val::Blob(&actor.org.bytes())],
            )?;
            let shown = lines.iter().map(|line| line.account.stream()).collect();
            listed(tx, actor, now, (ListName::Accounts, shown), (lines, Vec::new()))
        })
    }

    /// Colleagues of the asker's own organisation in one capacity, to allocate a file or name a practitioner.
    pub fn colleagues(&self, actor: &Actor, capacity: Capacity) -> Result<Disclosed<Vec<AccountLine>>, Refusal> {
        self.show(actor, |tx, now| {
            let lines = self.account_lines(
                tx,
                actor,
                "select stream, sign_in, org, capacity, state, proposed_by, recovery_by from account where org = $1 and capacity = $2 and state = 'open' order by sign_in",
                &[Val::Blob(&actor.org.bytes()), Val::Text(capacity.code())],
            )?;
            let shown = lines.iter().map(|line| line.account.stream()).collect();
            listed(tx, actor, now, (ListName::Accounts, shown), (lines, Vec::new()))
        })
    }

    fn account_lines(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        sql: &str,
        vals: &[Val<'_>],
    ) -> Result<Vec<AccountLine>, Refusal> {
        let rows = tx.all(sql, vals, |row| {
            Ok((
                AccountId::from_bytes(row.get(0)?),
                row.get::<String>(1)?,
                OrgId::from_bytes(row.get(2)?),
                row.get::<String>(3)?,
                row.get::<String>(4)?,
                AccountId::from_bytes(row.get(5)?),
                row.get::<Option<[u8; 16]>>(6)?.map(AccountId::from_bytes),
            ))
        })?;
        let mut halves = std::collections::BTreeMap::new();
        for (account, ..) in &rows {
            if let Some(half) = crate::recovery::half_for(tx, actor.account, *account)? {
                halves.insert(*account, half);
            }
        }
        let line = |(account, sign_in, org, capacity, state, proposed_by, recovery_by): (
            AccountId,
            String,
            OrgId,
            String,
            String,
            AccountId,
            Option<AccountId>,
        )| {
            Some(AccountLine {
                account,
                name: self.names.staff(account.stream()).unwrap_or_default(),
                sign_in,
                org,
                capacity: capacity.parse().ok()?,
                state,
                own_proposal: proposed_by == actor.account,
                half: halves.get(&account).copied(),
                recovery: recovery_by
                    .map(|by| if by == actor.account { Waiting::AskedByOneself } else { Waiting::AskedByAnother }),
            })
        };
        Ok(rows.into_iter().filter_map(line).collect())
    }
}

/// A list of the directory rests on reading the directory of the installation.
pub(crate) fn on_directory() -> Vec<Resting> {
    resting(&[StreamId::INSTALLATION], Part::Directory)
}

fn org_row(row: &store::Row<'_>) -> Result<Option<OrgLine>, store::Error> {
    let kind: String = row.get(2)?;
    let (org, name) = (OrgId::from_bytes(row.get(0)?), row.get(1)?);
    let line = |kind| -> Result<OrgLine, store::Error> {
        Ok(OrgLine { org, name, kind, place: row.get(3)?, contact: row.get(4)? })
    };
    kind.parse().ok().map(line).transpose()
}
