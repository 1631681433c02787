//! Bringing another directory in: first what would be made, changed or left, service by service and why; then, on the same
//! reading, drafts that nobody finds until their own organisation publishes them.
//!
//! A file makes nobody a partner: a service of an organisation that is not registered is left.

use access::Actor;
use domain::codes;
use domain::directory::ServiceDrafted;
use domain::kind::{Act, topic};
use domain::look::ListName;
use domain::{Line, OrgId, ServiceId};
use interop::hsds::{Brought, NotBrought, Row};
use store::{Tx, Val};

use crate::App;
use crate::consult::{keeps, listed, on_directory};
use crate::disclosed::Disclosed;
use crate::ledger_rows::acts_of;
use crate::perform::Deed;
use crate::refusal::{Fault, Refusal};

/// Most services that are brought in at once.
pub const AT_ONCE: usize = 200;

codes! {
    /// What becomes of one service of a file.
    pub Becomes as "brought" {
        /// A draft is made.
        Made = "made",
        /// A draft of it is there, and changes.
        Changed = "changed",
        /// A draft of it is there, and says the same.
        Same = "same",
        /// Its organisation is not registered here as a civil society organisation.
        OrgUnknown = "org_unknown",
        /// Several registered organisations are called so.
        OrgTwice = "org_twice",
        /// Its own organisation has published it, and speaks for itself.
        Published = "published",
        /// Its own organisation turned it down, or withdrew it.
        TurnedDown = "turned_down",
        /// It cannot be read.
        Unreadable = "unreadable",
    }
}

/// What becomes of one service of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BroughtLine {
    /// Its number in the file, counted from 1.
    pub number: usize,
    /// What it is called there.
    pub called: String,
    /// Its organisation there.
    pub organization: String,
    /// What becomes of it.
    pub becomes: Becomes,
    /// Which fields change, or why it cannot be read.
    pub detail: Vec<String>,
    draft: Option<(ServiceId, ServiceDrafted)>,
}

impl App {
    /// What a file would do. Nothing is changed.
    pub fn brought(&self, actor: &Actor, source: &Line, rows: &[Row]) -> Result<Disclosed<Vec<BroughtLine>>, Refusal> {
        let fresh: Vec<ServiceId> =
            rows.iter().map(|_| Ok(ServiceId::from_random(self.fresh_id()?))).collect::<Result<_, Fault>>()?;
        self.show(actor, |tx, now| {
            self.may_read_directory(tx, actor, now)?;
            if !keeps(actor) {
                return Err(Refusal::NotYours);
            }
            let mut lines = Vec::with_capacity(rows.len());
            for (row, fresh) in rows.iter().zip(&fresh) {
                lines.push(match &row.read {
                    Ok(brought) => self.one_brought(tx, source, (row, brought), *fresh)?,
                    Err(why) => unread(row, why),
                });
            }
            let shown = lines.iter().filter_map(|line| Some(line.draft.as_ref()?.0.stream())).collect();
            listed(tx, actor, now, (ListName::Services, shown), (lines, on_directory()))
        })
    }

    /// The deed that does what [`App::brought`] said; none, if there is nothing to do.
    pub fn bringing(lines: &[BroughtLine]) -> Option<Deed> {
        let drafts = lines.iter().filter(|line| matches!(line.becomes, Becomes::Made | Becomes::Changed));
        let mut drafts = drafts.filter_map(|line| line.draft.clone());
        let (service, first) = drafts.next()?;
        Some(drafts.fold(Deed::one(service, first), |deed, (service, draft)| deed.and(service, draft)))
    }

    fn one_brought(
        &self,
        tx: &mut Tx<'_>,
        source: &Line,
        (row, brought): (&Row, &Brought),
        fresh: ServiceId,
    ) -> Result<BroughtLine, Fault> {
        let line = |becomes, detail, draft| BroughtLine {
            number: row.number,
            called: brought.name.to_string(),
            organization: brought.organization.to_string(),
            becomes,
            detail,
            draft,
        };
        let orgs = tx.all(
            "select stream from organisation where name = $1 and kind = 'civil_society' order by stream limit 2",
            &[Val::Text(brought.organization.as_str())],
            |row| Ok(OrgId::from_bytes(row.get(0)?)),
        )?;
        let org = match orgs.as_slice() {
            [org] => *org,
            [] => return Ok(line(Becomes::OrgUnknown, Vec::new(), None)),
            _ => return Ok(line(Becomes::OrgTwice, Vec::new(), None)),
        };
        let known = tx.one(
            "select s.stream, s.open, s.draft from service s join service_term t on t.stream = s.stream
             where t.term = 'source' and t.value = $1 and s.org = $2 order by s.draft desc, s.open desc, s.stream limit 1",
            &[Val::Text(brought.source_id.as_str()), Val::Blob(&org.bytes())],
            |row| Ok((ServiceId::from_bytes(row.get(0)?), row.get::<i64>(1)? == 1, row.get::<i64>(2)? == 1)),
        )?;
        let drafted = ServiceDrafted {
            org,
            name: brought.name.clone(),
            description: brought.description.clone(),
            languages: brought.languages.clone(),
            place: brought.place.clone(),
            source: source.clone(),
            source_id: brought.source_id.clone(),
        };
        Ok(match known {
            None => line(Becomes::Made, Vec::new(), Some((fresh, drafted))),
            Some((_, true, _)) => line(Becomes::Published, Vec::new(), None),
            Some((_, false, false)) => line(Becomes::TurnedDown, Vec::new(), None),
            Some((service, false, true)) => {
                let changes = self.changes(tx, service, &drafted)?;
                if changes.is_empty() {
                    line(Becomes::Same, changes, None)
                } else {
                    line(Becomes::Changed, changes, Some((service, drafted)))
                }
            }
        })
    }

    /// Which fields of a draft another reading changes.
    fn changes(&self, tx: &mut Tx<'_>, service: ServiceId, now: &ServiceDrafted) -> Result<Vec<String>, Fault> {
        let acts = acts_of(&self.keys, tx, service.stream())?;
        let before = acts.into_iter().rev().find_map(|recorded| match recorded.act {
            Act::Directory(topic::Directory::Drafted(body)) => Some(body),
            _ => None,
        });
        let Some(before) = before else { return Ok(vec!["name".to_owned()]) };
        let fields = [
            ("name", before.name == now.name),
            ("description", before.description == now.description),
            ("languages", before.languages == now.languages),
            ("place", before.place == now.place),
        ];
        Ok(fields.into_iter().filter(|(_, same)| !same).map(|(field, _)| field.to_owned()).collect())
    }
}

fn unread(row: &Row, why: &NotBrought) -> BroughtLine {
    BroughtLine {
        number: row.number,
        called: row.called.clone(),
        organization: String::new(),
        becomes: Becomes::Unreadable,
        detail: vec![why.to_string()],
        draft: None,
    }
}
