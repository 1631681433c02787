//! One referral, as far as the asker may see it. Nothing in it leads back to the case.

use access::{Actor, PartSet, Reading};
use domain::kind::{Kind, topic};
use domain::look::{Consulted, Purpose};
use domain::referral_facts::ReferralFacts;
use domain::{Act, CaseId, Moment, Part, Recorded, ReferralId, StreamId};
use store::{Tx, Val};

use super::{LookPage, Looks, Shown, in_emergency, purpose_of};
use crate::App;
use crate::disclosed::Disclosed;
use crate::ground;
use crate::refusal::Refusal;
use crate::step_up::proved;
use crate::witness::{Opened, Resting};
use crate::writing::head_of;

/// A referral: offer, package if it is open to the asker, meetings and sessions.
#[derive(Debug, Clone)]
pub struct ReferralFile {
    /// The referral.
    pub referral: ReferralId,
    /// The head that a decision made from this page is based on.
    pub head: u64,
    /// The parts that were opened.
    pub parts: PartSet,
    /// The acts, oldest first.
    pub acts: Vec<Recorded>,
    /// Facts of these acts alone.
    pub facts: ReferralFacts,
    /// The case, for those who may open it; nobody else learns its id.
    pub case: Option<CaseId>,
    /// Who looked.
    pub looks: Looks,
    /// What the asker may do here, by the table.
    pub may: Vec<Kind>,
    /// Until when it is open, if it is open in an emergency alone.
    pub emergency: Option<Moment>,
    /// Names beside acts.
    pub shown: Shown,
    /// When it was opened.
    pub now: Moment,
}

impl ReferralFile {
    /// The offer.
    pub fn offer(&self) -> Option<&domain::referral::Offered> {
        self.acts.iter().find_map(|recorded| match &recorded.act {
            Act::Referral(topic::Referral::Offered(body)) => Some(body),
            _ => None,
        })
    }

    /// The newest package, if it is open to the asker.
    pub fn package(&self) -> Option<&domain::referral::PackageReleased> {
        self.acts.iter().rev().find_map(|recorded| match &recorded.act {
            Act::Referral(topic::Referral::PackageReleased(body)) => Some(body),
            _ => None,
        })
    }
}

impl App {
    /// Opens a referral.
    pub fn referral(
        &self,
        actor: &Actor,
        referral: ReferralId,
        purpose: Purpose,
    ) -> Result<Disclosed<ReferralFile>, Refusal> {
        self.referral_with_looks(actor, referral, purpose, LookPage::NEWEST)
    }

    /// Opens a referral, with a page of the looks at it.
    pub fn referral_with_looks(
        &self,
        actor: &Actor,
        referral: ReferralId,
        purpose: Purpose,
        looks: LookPage,
    ) -> Result<Disclosed<ReferralFile>, Refusal> {
        self.show(actor, |tx, now| self.open_referral(tx, actor, (referral, looks), purpose, now))
    }

    /// What may be opened of a referral. Who the person is stands in the case: whoever may see no more than that in an emergency
    /// has no referral to open, and is not asked to prove themselves for it.
    fn referral_reading(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        stream: StreamId,
        now: Moment,
    ) -> Result<Reading, Refusal> {
        let bare = |reading: &Reading| in_emergency(reading).is_some() && !reading.opens(stream, Part::Offer);
        match self.reading(tx, actor, stream, now) {
            Ok(reading) if bare(&reading) => Err(Refusal::NotYours),
            Err(Refusal::NeedsFresh) => {
                let proved = proved(actor).map(|proved| self.reading(tx, &proved, stream, now)).transpose()?;
                Err(if proved.is_some_and(|reading| !bare(&reading)) { Refusal::NeedsFresh } else { Refusal::NotYours })
            }
            outcome => outcome,
        }
    }

    fn open_referral(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        (referral, looks): (ReferralId, LookPage),
        purpose: Purpose,
        now: Moment,
    ) -> Result<Opened<ReferralFile>, Refusal> {
        let stream = referral.stream();
        let reading = self.referral_reading(tx, actor, stream, now)?;
        let subject = tx.one("select subject from stream where id = $1", &[Val::Blob(&stream.bytes())], |row| {
            row.get::<String>(0)
        })?;
        if subject.as_deref() != Some("referral") {
            return Err(Refusal::NotYours);
        }
        // Notes stand in a stream of their own: whoever opens the referral has not opened them.
        let parts = reading.parts().without(PartSet::EMPTY.with(Part::Notes));
        let acts = self.open_permitted(tx, &reading, stream)?;
        let facts = ReferralFacts::of(&acts);
        let mut shown = Shown::default();
        self.show_names(tx, &mut shown, &acts)?;
        if let Some((service, org, sender)) = facts.parties {
            self.show_org(tx, &mut shown, org)?;
            self.show_org(tx, &mut shown, sender)?;
            self.show_service(tx, &mut shown, service)?;
        }
        if let Some(name) =
            facts.assigned.and_then(|account| self.names.staff(account.stream()).map(|name| (account, name)))
        {
            shown.staff.insert(name.0.stream(), name.1);
        }
        let case = match ground::case_of(tx, stream)? {
            Some(case) if self.reading(tx, actor, case, now).is_ok() => Some(CaseId::from(case)),
            _ => None,
        };
        let looks = self.looks(tx, actor, (stream, parts), looks, &mut shown)?;
        let head = head_of(tx, stream)?.ok_or(Refusal::NotYours)?;
        let may = self.may(tx, actor, stream, now)?;
        let (emergency, purpose) = (in_emergency(&reading), purpose_of(&reading, purpose));
        let entry = (stream, Act::from(Consulted { parts: parts.iter().collect(), purpose }));
        let rests_on = vec![Resting::on(&reading, parts)];
        let value = ReferralFile { referral, head, parts, acts, facts, case, looks, may, emergency, shown, now };
        Ok(Opened { value, until: reading.until(), entry, rests_on })
    }
}
