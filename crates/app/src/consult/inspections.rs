//! Inspections of one prison: what was looked at, what was recommended, what the prison answered, and what falls due.
//!
//! For the body that inspects, and for those who lead the prison from the report on. It opens nothing of any person.

use std::collections::BTreeMap;

use access::Actor;
use domain::inspection::{InspectionAnswer, InspectionItem, InspectionsFacts, Opened};
use domain::kind::{Act, topic};
use domain::look::ListName;
use domain::measure::YesNo;
use domain::organisation::OrgKind;
use domain::registry::OrgFacts;
use domain::{ActId, Date, Kind, Moment, OrgId, Part, Recorded};
use safeguards::{ClockName, PolicyClock};
use store::Tx;

use super::{Shown, listed, resting};
use crate::App;
use crate::disclosed::Disclosed;
use crate::refusal::{Fault, Refusal};

/// The inspections of one prison.
#[derive(Debug, Clone)]
pub struct Inspections {
    /// The prison.
    pub org: OrgId,
    /// Its name.
    pub org_name: String,
    /// The newest first. Of those of others, only what was reported.
    pub inspections: Vec<InspectionLine>,
    /// When a report was last given, by any body.
    pub last_reported: Option<Moment>,
    /// How often a prison is inspected at the least.
    pub every: PolicyClock,
    /// By when a prison answers.
    pub reply: PolicyClock,
    /// What the asker may do here, by the table alone.
    pub may: Vec<Kind>,
    /// When it was drawn up.
    pub now: Moment,
}

/// One inspection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InspectionLine {
    /// The act that opened it.
    pub inspection: ActId,
    /// The name of the body that inspects.
    pub body: String,
    /// Is that the asker's own?
    pub own: bool,
    /// Who opened it, by name.
    pub opened_by: String,
    /// When it began.
    pub began: Moment,
    /// Who took part, and whether the prison knew.
    pub opened: Opened,
    /// Every item of the checklist, in its order, with what was found.
    pub items: Vec<ItemLine>,
    /// What was recommended, in the order in which it was.
    pub recommendations: Vec<RecommendationLine>,
    /// When the report was given, and what it says.
    pub reported: Option<(Moment, String)>,
}

impl InspectionLine {
    /// How many items were answered.
    pub fn answered(&self) -> usize {
        self.items.iter().filter(|item| item.found.is_some()).count()
    }

    /// Recommendations without an answer.
    pub fn unanswered(&self) -> usize {
        self.recommendations.iter().filter(|line| line.replies.is_empty()).count()
    }
}

/// One item of the checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemLine {
    /// What is looked at.
    pub item: InspectionItem,
    /// What was found, and what was seen, heard or read.
    pub found: Option<(InspectionAnswer, String)>,
}

/// One recommendation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecommendationLine {
    /// The act that made it.
    pub recommendation: ActId,
    /// What it is about.
    pub item: InspectionItem,
    /// What should be done.
    pub what: String,
    /// Until when an answer is in time: from the report on.
    pub due: Option<Moment>,
    /// What the prison answered, the latest last.
    pub replies: Vec<ReplyLine>,
}

/// One answer of the prison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyLine {
    /// When.
    pub at: Moment,
    /// Was it in time?
    pub in_time: YesNo,
    /// Will it be done?
    pub accepted: YesNo,
    /// What is done, or why not.
    pub what: String,
    /// By when.
    pub by: Option<Date>,
}

/// What was written in the acts, by the act.
struct Writing {
    texts: BTreeMap<ActId, (String, Option<Date>)>,
}

impl Writing {
    fn of(acts: &[Recorded]) -> Self {
        let text = |recorded: &Recorded| {
            let (text, by) = match &recorded.act {
                Act::Inspection(topic::Inspection::ItemAnswered(body)) => (&body.evidence, None),
                Act::Inspection(topic::Inspection::Recommended(body)) => (&body.what, None),
                Act::Inspection(topic::Inspection::Reported(body)) => (&body.summary, None),
                Act::Inspection(topic::Inspection::Replied(body)) => (&body.what, body.by),
                _ => return None,
            };
            Some((recorded.id(), (text.to_string(), by)))
        };
        Self { texts: acts.iter().filter_map(text).collect() }
    }

    fn text(&self, act: ActId) -> String {
        self.texts.get(&act).map(|(text, _)| text.clone()).unwrap_or_default()
    }
}

impl App {
    /// The inspections of a prison.
    pub fn inspections(&self, actor: &Actor, org: OrgId) -> Result<Disclosed<Inspections>, Refusal> {
        self.show(actor, |tx, now| {
            let reading = self.reading(tx, actor, org.stream(), now)?;
            if !reading.opens(org.stream(), Part::Inspections) {
                return Err(Refusal::NotYours);
            }
            let acts = self.opened(tx, org.stream())?;
            let facts = OrgFacts::of(acts.iter());
            // Nothing else has inspections; who asks for them elsewhere asks for what is not there.
            if facts.kind != Some(OrgKind::Prison) {
                return Err(Refusal::NotYours);
            }
            let (reply, every) =
                (self.safeguards.clock(ClockName::InspectionReply), self.safeguards.clock(ClockName::Inspection));
            let mut shown = Shown::default();
            self.show_org(tx, &mut shown, org)?;
            let writing = Writing::of(&acts);
            let mut inspections = Vec::new();
            for (act, _) in facts.inspections.all() {
                let line = self.inspection_line(tx, actor, &mut shown, (&facts.inspections, &writing, &reply), act)?;
                inspections.extend(line.filter(|line| line.own || line.reported.is_some()));
            }
            inspections.sort_by_key(|line| (std::cmp::Reverse(line.began), line.inspection));
            let value = Inspections {
                org,
                org_name: shown.orgs.get(&org.stream()).cloned().unwrap_or_default(),
                inspections,
                last_reported: facts.inspections.last_reported(),
                every,
                reply,
                may: self.may(tx, actor, org.stream(), now)?,
                now,
            };
            let rests_on = resting(&[org.stream()], Part::Inspections);
            listed(tx, actor, now, (ListName::Inspections, vec![org.stream()]), (value, rests_on))
        })
    }

    fn inspection_line(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        shown: &mut Shown,
        (facts, writing, reply): (&InspectionsFacts, &Writing, &PolicyClock),
        inspection: ActId,
    ) -> Result<Option<InspectionLine>, Fault> {
        let Some(of) = facts.inspection(inspection) else { return Ok(None) };
        self.show_org(tx, shown, of.body)?;
        let due = of.reported.map(|(_, at)| at.plus(reply.millis()));
        let item = |item: &InspectionItem| ItemLine {
            item: *item,
            found: of.answers.get(item).map(|(act, answer)| (*answer, writing.text(*act))),
        };
        let recommendations = facts.recommendations(inspection).map(|(act, of)| RecommendationLine {
            recommendation: act,
            item: of.item,
            what: writing.text(act),
            due,
            replies: of
                .replies
                .iter()
                .map(|(reply, at, accepted)| ReplyLine {
                    at: *at,
                    in_time: if due.is_some_and(|due| *at <= due) { YesNo::Yes } else { YesNo::No },
                    accepted: *accepted,
                    what: writing.text(*reply),
                    by: writing.texts.get(reply).and_then(|(_, by)| *by),
                })
                .collect(),
        });
        Ok(Some(InspectionLine {
            inspection,
            body: shown.orgs.get(&of.body.stream()).cloned().unwrap_or_default(),
            own: of.body == actor.org,
            opened_by: self.names.staff(of.opened_by.stream()).unwrap_or_default(),
            began: of.began,
            opened: of.opened.clone(),
            items: InspectionItem::ALL.iter().map(item).collect(),
            recommendations: recommendations.collect(),
            reported: of.reported.map(|(act, at)| (at, writing.text(act))),
        }))
    }
}
