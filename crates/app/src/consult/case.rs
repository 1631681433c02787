//! One case, as far as the asker may see it.

use std::collections::btree_map::Entry;

use access::{Actor, PartSet};
use domain::facts::Facts;
use domain::kind::Kind;
use domain::look::{Printed, Purpose};
use domain::{Act, ActId, CaseId, Moment, OrgId, Part, Recorded, ReferralId, ServiceId, StreamId};
use safeguards::Finding;
use store::{Tx, Val};

use super::{LookLine, Shown, recorded_refusal};
use crate::App;
use crate::disclosed::Disclosed;
use crate::ledger_rows::acts_of;
use crate::refusal::{Fault, Refusal};
use crate::writing::head_of;

/// A case file: the acts of permitted parts, folded, and what surrounds them.
#[derive(Debug, Clone)]
pub struct CaseFile {
    /// The case.
    pub case: CaseId,
    /// The head that a decision made from this page is based on.
    pub head: u64,
    /// The parts that were opened.
    pub parts: PartSet,
    /// The acts, oldest first.
    pub acts: Vec<Recorded>,
    /// Facts of these acts alone.
    pub facts: Facts,
    /// What the rules say, redacted to what the asker may see.
    pub findings: Vec<FindingLine>,
    /// How many rules are met.
    pub met: usize,
    /// Referrals of the case.
    pub referrals: Vec<ReferralLine>,
    /// Who looked.
    pub looks: Vec<LookLine>,
    /// What the asker may do here, by the table.
    pub may: Vec<Kind>,
    /// Names beside acts.
    pub shown: Shown,
    /// When it was opened.
    pub now: Moment,
}

/// A finding as a page shows it.
#[derive(Debug, Clone)]
pub struct FindingLine {
    /// The finding; without the acts used when the reader has not the part they belong to.
    pub finding: Finding,
    /// May the reader see the facts, or only the rule and what to do?
    pub with_facts: bool,
}

/// A referral as the case sees it.
#[derive(Debug, Clone)]
pub struct ReferralLine {
    /// The referral.
    pub referral: ReferralId,
    /// The service.
    pub service: ServiceId,
    /// The organisation.
    pub org: OrgId,
    /// The state, as a code.
    pub state: String,
    /// The goal it answers, counted from 1.
    pub goal: u32,
    /// The plan version.
    pub plan: ActId,
    /// When it was begun.
    pub begun: Moment,
    /// The next session, if one is scheduled.
    pub next_session: Option<Moment>,
}

impl App {
    /// Opens a case.
    pub fn case(&self, actor: &Actor, case: CaseId, purpose: Purpose) -> Result<Disclosed<CaseFile>, Refusal> {
        let now = self.now();
        let opened = self.store.read(|tx| self.open_case(tx, actor, case, now));
        let (file, until) = recorded_refusal(self, actor, opened)?;
        self.record_look(actor, case.stream(), file.parts, purpose)?;
        Ok(Disclosed::new(file, until))
    }

    /// Puts a part of a case on paper: a look of its own kind.
    pub fn print_case(&self, actor: &Actor, case: CaseId, part: Part) -> Result<Disclosed<CaseFile>, Refusal> {
        let now = self.now();
        let opened = self.store.read(|tx| {
            let held = crate::ground::held(tx, actor.account, actor.org, case.stream(), now)?;
            let printable = access::printable(actor, case.stream(), &held, &[], now);
            let opened = self.open_case(tx, actor, case, now)?;
            match printable {
                Some(reading) if reading.opens(case.stream(), part) => Ok(opened),
                _ => Err(Refusal::NotAllowed),
            }
        });
        let (file, until) = recorded_refusal(self, actor, opened)?;
        self.witness(actor, case.stream(), Part::Record, Act::from(Printed { part }))?;
        Ok(Disclosed::new(file, until))
    }

    fn open_case(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        case: CaseId,
        now: Moment,
    ) -> Result<(CaseFile, Option<Moment>), Refusal> {
        let stream = case.stream();
        let reading = self.reading(tx, actor, stream, now)?;
        let subject = tx.one("select subject from stream where id = $1", &[Val::Blob(&stream.bytes())], |row| {
            row.get::<String>(0)
        })?;
        if subject.as_deref() != Some("case") {
            return Err(Refusal::NotYours);
        }
        let acts = self.open_permitted(tx, &reading, stream)?;
        let facts = Facts::of(&acts);
        // The safeguards judge the whole file; what a reader sees of a finding depends on the reader's parts.
        let whole = Facts::of(&acts_of(&self.keys, tx, stream)?);
        let checked = self.check(&whole, now);
        let met = checked.met.len();
        let sees = |act: &ActId| acts.iter().any(|recorded| recorded.id() == *act);
        let findings = checked
            .findings
            .iter()
            .map(|finding| {
                let with_facts = finding.acts.iter().all(sees);
                let mut finding = finding.clone();
                if !with_facts {
                    finding.acts.clear();
                }
                FindingLine { finding, with_facts }
            })
            .collect();
        let mut shown = Shown::default();
        self.show_names(tx, &mut shown, &acts)?;
        let referrals = self.referral_lines(tx, &facts, &acts, &mut shown)?;
        for place in &facts.custody {
            self.show_org(tx, &mut shown, place.value)?;
        }
        for handover in &facts.handovers {
            self.show_org(tx, &mut shown, handover.to)?;
        }
        for consent in &facts.consents {
            self.show_org(tx, &mut shown, consent.recipient)?;
        }
        for row in &facts.allocated {
            if let Some(name) = self.names.staff(row.value.stream()) {
                shown.staff.insert(row.value.stream(), name);
            }
        }
        let looks =
            if reading.opens(stream, Part::Record) { self.looks(tx, actor, stream, &mut shown)? } else { Vec::new() };
        let head = head_of(tx, stream)?.ok_or(Refusal::NotYours)?;
        let may = self.may(tx, actor, stream, now)?;
        let until = reading.until();
        let parts = reading.parts();
        Ok((CaseFile { case, head, parts, acts, facts, findings, met, referrals, looks, may, shown, now }, until))
    }

    fn referral_lines(
        &self,
        tx: &mut Tx<'_>,
        facts: &Facts,
        acts: &[Recorded],
        shown: &mut Shown,
    ) -> Result<Vec<ReferralLine>, Fault> {
        let mut lines = Vec::new();
        for link in &facts.referrals {
            self.show_org(tx, shown, link.org)?;
            let stream = link.referral.stream();
            let row = tx.one(
                "select state, next_session, service from referral_index where stream = $1",
                &[Val::Blob(&stream.bytes())],
                |row| {
                    Ok((
                        row.get::<String>(0)?,
                        row.get::<Option<i64>>(1)?,
                        ServiceId::from(StreamId::from_bytes(row.get(2)?)),
                    ))
                },
            )?;
            let Some((state, next, service)) = row else { continue };
            self.show_service(tx, shown, service)?;
            let begun =
                acts.iter().find(|recorded| recorded.id() == link.act).map_or(facts_begin(facts), Recorded::concerns);
            lines.push(ReferralLine {
                referral: link.referral,
                service,
                org: link.org,
                state,
                goal: link.goal.1,
                plan: link.goal.0,
                begun,
                next_session: next.map(Moment::from_millis),
            });
        }
        Ok(lines)
    }

    pub(crate) fn show_service(&self, tx: &mut Tx<'_>, shown: &mut Shown, service: ServiceId) -> Result<(), Fault> {
        let stream = service.stream();
        if let Entry::Vacant(place) = shown.services.entry(stream) {
            let name = tx.one("select name from service where stream = $1", &[Val::Blob(&stream.bytes())], |row| {
                row.get::<String>(0)
            })?;
            place.insert(name.unwrap_or_default());
        }
        Ok(())
    }
}

fn facts_begin(facts: &Facts) -> Moment {
    facts.admitted.map_or(Moment::from_millis(0), |(_, at)| at)
}
