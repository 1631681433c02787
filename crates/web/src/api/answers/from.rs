//! Answers made of what `app` discloses.

use app::consult::{self, OrgLine};
use domain::Recorded;
use domain::directory::Whom;
use domain::measure::YesNo;
use domain::organisation::ServicePublished;
use domain::referral_facts::ReferralState;
use domain::registry::AccountState;
use serde_json::value::RawValue;

use super::{
    Account, Act, Acting, Availability, CaseLine, CaseReferral, Citation, Clock, Cover, Coverage, Emergency, Feed,
    Finding, FrequentAccount, HandoverStanding, Holder, Inspection, InspectionAnswered, InspectionReply, Limit, Line,
    Look, Mandate, Name, Offer, OfferLine, Organisation, PlanStanding, Post, Recommendation, Sent, Service,
    ServiceEntry, ServiceWhom, StandsIn, Stretch,
};

impl From<&safeguards::Finding> for Finding {
    fn from(finding: &safeguards::Finding) -> Self {
        let cited = |of: &safeguards::Citation| Citation {
            instrument: of.instrument,
            rule: of.rule,
            paragraph: of.paragraph.to_owned(),
        };
        let safeguards::Finding { outcome, severity, word, anchor, since, over, known, planned_end, .. } = *finding;
        Self {
            rule: finding.rule.to_string(),
            citations: finding.citations.iter().map(cited).collect(),
            outcome,
            severity,
            word,
            anchor,
            acts: finding.acts.clone(),
            clock: finding.clock.as_ref().map(Clock::from),
            since,
            over,
            stretches: finding.stretches.iter().map(|of| Stretch { from: of.from, until: of.until }).collect(),
            known,
            flags: finding.flags.clone(),
            coverage: finding.coverage.map(|of| Coverage { recorded: of.recorded, closed: of.closed }),
            planned_end,
            remedies: finding.remedies.clone(),
            rule_set: finding.rule_set.to_owned(),
        }
    }
}

impl From<&safeguards::Clock> for Clock {
    fn from(clock: &safeguards::Clock) -> Self {
        let limit = match &clock.limit {
            safeguards::Limit::UnLimit { hours } => Limit::UnLimit { hours: *hours },
            safeguards::Limit::NationalLimit { hours, un_hours, set_by } => {
                Limit::NationalLimit { hours: *hours, un_hours: *un_hours, set_by: set_by.clone() }
            }
            safeguards::Limit::PolicyClock { name, minutes, set_by } => {
                Limit::PolicyClock { name: (*name).to_owned(), minutes: *minutes, set_by: set_by.clone() }
            }
        };
        let safeguards::Clock { from, until, elapsed, reached_at, .. } = *clock;
        Self { limit, from, until, elapsed, reached_at }
    }
}

/// An act as a reader of its part may see it. A kind that this program no longer knows is left out.
pub(crate) fn act(recorded: &Recorded) -> Option<Act> {
    let envelope = &recorded.envelope;
    let body = recorded.act.to_bytes().ok().and_then(|body| String::from_utf8(body).ok())?;
    Some(Act {
        act: envelope.act,
        kind: envelope.kind.parse().ok()?,
        version: envelope.version,
        at: recorded.at,
        concerns: envelope.concerns,
        capacity: envelope.capacity,
        organisation: envelope.org,
        for_post: envelope.for_post,
        body: RawValue::from_string(body).ok()?,
    })
}

impl From<&consult::LookLine> for Look {
    fn from(line: &consult::LookLine) -> Self {
        let consult::LookLine { at, capacity, own, printed, purpose, .. } = *line;
        let (organisation, who, parts) = (line.org.clone(), line.who.clone(), line.parts.clone());
        Self { at, capacity, organisation, who, own, parts, printed, purpose, for_post: line.for_post.clone() }
    }
}

impl From<&consult::CaseLine> for CaseLine {
    fn from(line: &consult::CaseLine) -> Self {
        let name = line.name.as_ref().map(Name::from);
        let consult::CaseLine { case, step, status, review_on, release_on, measures, measure_end, .. } = *line;
        Self {
            case,
            name,
            step,
            status,
            carried_by: line.carried_by.clone(),
            plan: line.plan_state.parse().unwrap_or(PlanStanding::None),
            review_on,
            release_on,
            handover: line.handover.parse().unwrap_or(HandoverStanding::None),
            measures,
            measure_end,
            breaches: line.breaches,
            undetermined: line.undetermined,
        }
    }
}

/// The state of a referral, from the word that lists keep of it.
fn state(word: &str) -> ReferralState {
    word.parse().unwrap_or(ReferralState::None)
}

impl From<&consult::ReferralLine> for CaseReferral {
    fn from(line: &consult::ReferralLine) -> Self {
        let consult::ReferralLine { referral, service, org, goal, plan, next_session, .. } = *line;
        Self { referral, service, organisation: org, state: state(&line.state), plan, goal, next_session }
    }
}

impl From<&consult::SentLine> for Sent {
    fn from(line: &consult::SentLine) -> Self {
        Self { referral: line.referral, organisation: line.org }
    }
}

impl From<&consult::EmergencyLine> for Emergency {
    fn from(line: &consult::EmergencyLine) -> Self {
        let consult::EmergencyLine {
            opening, case, capacity, at, until, reason, examine_by, lately, may_examine, ..
        } = *line;
        Self {
            opening,
            case,
            name: line.name.as_ref().map(Name::from),
            who: line.by.clone(),
            capacity,
            organisation: line.org.clone(),
            at,
            until,
            reason,
            words: line.words.clone(),
            examine_by,
            examined_at: line.examined.map(|(at, _)| at),
            found: line.examined.map(|(_, found)| found),
            lately,
            may_examine,
        }
    }
}

impl From<&consult::FrequentLine> for FrequentAccount {
    fn from(line: &consult::FrequentLine) -> Self {
        let consult::FrequentLine { name, capacity, org, lately, overdue } = line.clone();
        Self { who: name, capacity, organisation: org, lately, overdue }
    }
}

impl From<&app::PersonName> for Name {
    fn from(name: &app::PersonName) -> Self {
        let app::PersonName { family, given, number } = name.clone();
        Self { family, given, number }
    }
}

impl From<&consult::OfferLine> for OfferLine {
    fn from(line: &consult::OfferLine) -> Self {
        let consult::OfferLine { referral, service, answer_by, next_session, .. } = *line;
        Self {
            referral,
            called: line.called.clone(),
            service,
            service_name: line.service_name.clone(),
            sender: line.sender.clone(),
            state: state(&line.state),
            answer_by,
            assigned: line.assigned.clone(),
            next_session,
        }
    }
}

impl From<&OrgLine> for Organisation {
    fn from(line: &OrgLine) -> Self {
        let OrgLine { org, name, kind, place, contact } = line.clone();
        Self { organisation: org, name, kind, place, contact }
    }
}

impl From<&app::posts::Acting> for Acting {
    fn from(acting: &app::posts::Acting) -> Self {
        let app::posts::Acting { cover, title, capacity, holder, from, until } = acting.clone();
        Self { cover, title, capacity, holder, from, until }
    }
}

impl From<&consult::PostLine> for Post {
    fn from(line: &consult::PostLine) -> Self {
        let consult::PostLine { post, title, unit, capacity, exists, held, lines, stands_in, says_cover: _ } =
            line.clone();
        let held = held.into_iter().map(|held| Holder {
            taken: held.taken,
            account: held.account,
            name: held.name,
            from: held.span.from,
            until: held.span.until,
        });
        let lines = lines.into_iter().map(|line| Line {
            line: line.line,
            organisation: line.to.as_ref().map(|above| above.post.org),
            post: line.to.as_ref().map(|above| above.post.post),
            from: line.span.from,
            until: line.span.until,
        });
        let stands_in = stands_in.into_iter().map(|(name, span)| StandsIn { name, from: span.from, until: span.until });
        Self {
            post,
            title,
            unit,
            capacity,
            from: exists.from,
            until: exists.until,
            held: held.collect(),
            lines: lines.collect(),
            stands_in: stands_in.collect(),
        }
    }
}

impl From<&consult::CoverLine> for Cover {
    fn from(line: &consult::CoverLine) -> Self {
        let consult::CoverLine {
            cover, post, name, holder, cover_kind, basis, from, until, state, proposed_by, ..
        } = line.clone();
        Self { cover, post, name, holder, why: cover_kind, basis, from, until, state, proposed_by }
    }
}

impl From<&consult::InspectionLine> for Inspection {
    fn from(line: &consult::InspectionLine) -> Self {
        let consult::InspectionLine {
            inspection,
            body,
            own: _,
            opened_by,
            began,
            opened,
            items,
            recommendations,
            reported,
        } = line.clone();
        let item = |line: consult::ItemLine| {
            let (answer, evidence) = line.found.unzip();
            InspectionAnswered { item: line.item, answer, evidence }
        };
        let reply = |line: consult::ReplyLine| {
            let consult::ReplyLine { at, in_time, accepted, what, by } = line;
            InspectionReply { at, in_time, accepted, what, by }
        };
        let recommendation = |line: consult::RecommendationLine| Recommendation {
            recommendation: line.recommendation,
            item: line.item,
            what: line.what,
            due: line.due,
            replies: line.replies.into_iter().map(reply).collect(),
        };
        let (reported, summary) = reported.unzip();
        Self {
            inspection,
            body,
            opened_by,
            began,
            announced: opened.announced,
            health_professional: opened.health_professional,
            woman: opened.woman,
            items: items.into_iter().map(item).collect(),
            recommendations: recommendations.into_iter().map(recommendation).collect(),
            reported,
            summary,
        }
    }
}

impl From<&consult::MandateLine> for Mandate {
    fn from(line: &consult::MandateLine) -> Self {
        let consult::MandateLine { mandate, prison, body, basis, until, state, waits_after } = line.clone();
        Self { mandate, prison, body, basis, until, state, waits_after }
    }
}

impl From<&consult::AccountLine> for Account {
    fn from(line: &consult::AccountLine) -> Self {
        let consult::AccountLine { account, name, sign_in, org, capacity, state, .. } = line.clone();
        let state = state.parse().unwrap_or(AccountState::None);
        Self { account, name, sign_in, organisation: org, capacity, state }
    }
}

impl From<ServicePublished> for Offer {
    fn from(published: ServicePublished) -> Self {
        let ServicePublished { org, name, aim, needs, languages, place, description, places, whom } = published;
        let lines = |lines: Vec<domain::Line>| lines.iter().map(ToString::to_string).collect();
        let whom = whom.map(|whom| {
            let Whom { sexes, from_age, to_age, modes, also_at } = whom;
            ServiceWhom { sexes, from_age, to_age, modes, also_at: lines(also_at) }
        });
        Self {
            org,
            name: name.to_string(),
            aim,
            needs,
            languages: lines(languages),
            place: place.to_string(),
            description: description.to_string(),
            places,
            whom,
        }
    }
}

impl From<consult::ServiceLine> for Service {
    fn from(line: consult::ServiceLine) -> Self {
        let consult::ServiceLine {
            service,
            published,
            org_name,
            availability,
            counts,
            assured,
            assured_by,
            assurance,
            until,
        } = line;
        let availability = availability.map(|said| Availability {
            free: said.free,
            waiting_days: said.waiting_days,
            as_of: said.as_of,
            said_by: said.said_by.map(|by| by.to_string()),
            recorded_at: said.at,
            counts: if counts { YesNo::Yes } else { YesNo::No },
        });
        Self {
            service,
            organisation: org_name,
            published: published.into(),
            availability,
            assured_at: assured,
            assured_by,
            assured_until: until,
            assurance,
        }
    }
}

impl From<consult::ServiceFile> for ServiceEntry {
    fn from(file: consult::ServiceFile) -> Self {
        let feed = file.feed.map(|feed| {
            let (asked, given) = feed.asked.map_or((None, None), |(act, given)| (Some(act), Some(given)));
            let text = |line: Option<domain::Line>| line.map(|line| line.to_string());
            let (phone, email, web) = given.map_or((None, None, None), |given| (given.phone, given.email, given.web));
            Feed {
                state: feed.state,
                asked,
                entry: feed.entry,
                phone: text(phone),
                email: text(email),
                web: text(web),
                reason: feed.reason,
            }
        });
        Self { service: file.line.into(), contact: file.contact, feed, head: file.head }
    }
}
