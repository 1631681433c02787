//! The forms of inspections. What is possible is decided by `app`.

use app::Disclosed;
use app::consult::{InspectionLine, Inspections};
use domain::inspection::InspectionItem;
use domain::kind::Subject;
use domain::{Kind, OrgId};

use super::{one, path};
use crate::act_form::ActForm;
use crate::answer::Answer;
use crate::pages::asking::{self, Asking};
use crate::pages::organisations::form_of;
use crate::pages::sheet::Block;
use crate::part::{Pairs, Phrase};
use crate::trouble::Trouble;
use crate::visit::Visit;

fn opening(visit: &Visit<'_>) -> Result<(OrgId, Disclosed<Asking>), Trouble> {
    let org: OrgId = visit.id("org")?;
    let form = form_of(Kind::InspectionOpened)?;
    let found = visit.app.inspections(visit.actor()?, org)?;
    if !found.may.contains(&form.kind) {
        return Err(app::Refusal::NotAllowed.into());
    }
    let (here, above) = (format!("{}/new", path(org)), path(org));
    let asking = found.map(|found| Asking {
        lead: visit.words.say1("inspections-new-of", "org", &found.org_name).into_owned(),
        ..Asking::new(visit, form, here, (above.as_str(), "inspections-title"))
    });
    Ok((org, asking))
}

pub(super) fn show_new(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    asking::show(visit, opening(visit)?.1)
}

pub(super) fn opened(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (org, asking) = opening(visit)?;
    let deed = asking.deed(visit, org.stream());
    let to = path(org);
    // The act that opened it is what an inspection is called by.
    asking::send(visit, asking, deed, |receipt| {
        Ok(Answer::see(receipt.acts.first().map_or_else(|| to.clone(), |act| format!("{to}/{act}"))))
    })
}

/// The form of the kind in the path: one about an inspection that is there.
fn wanted(visit: &Visit<'_>) -> Result<&'static ActForm, Trouble> {
    let kind: Kind = visit.id("kind")?;
    let row = kind.row();
    let about_one =
        row.subject == Subject::Organisation && row.name.starts_with("inspection.") && kind != Kind::InspectionOpened;
    if about_one { form_of(kind) } else { Err(Trouble::not_found()) }
}

fn asked(visit: &Visit<'_>) -> Result<(OrgId, Disclosed<Asking>), Trouble> {
    let form = wanted(visit)?;
    let (found, line) = one(visit)?;
    if !found.may.contains(&form.kind) {
        return Err(app::Refusal::NotAllowed.into());
    }
    Ok((found.org, found.map(|found| asking(visit, form, &found, &line))))
}

fn asking(visit: &Visit<'_>, form: &'static ActForm, found: &Inspections, line: &InspectionLine) -> Asking {
    let words = &visit.words;
    let carried = |name: &str| visit.query.get(name).or_else(|| visit.form.get(name)).unwrap_or_default().to_owned();
    let (item, recommendation) = (carried("item"), carried("recommendation"));
    let inspection = line.inspection.to_string();
    let mut known =
        vec![("inspection", inspection.as_str()), ("item", item.as_str()), ("recommendation", recommendation.as_str())];
    // What was found before stands in the form, to be changed where it was wrong.
    let before = line.items.iter().find(|known| known.item.code() == item).and_then(|known| known.found.clone());
    if let Some((answer, evidence)) = &before {
        known.extend([("answer", answer.code()), ("evidence", evidence.as_str())]);
    }
    known.retain(|(name, _)| form.spec.field(name).is_some());
    let mut about = Pairs::new().with(words.say("inspections-body"), Phrase::name(&line.body));
    let named = line.recommendations.iter().find(|of| of.recommendation.to_string() == recommendation);
    if let Some(of) = named {
        about = about
            .with(words.say("inspections-item"), words.code(InspectionItem::LIST, of.item.code()))
            .with(words.say("inspections-what"), Phrase::from(of.what.clone()));
    }
    let above = format!("{}/{}", path(found.org), line.inspection);
    let action = super::ask(found.org, line.inspection, form.kind, None);
    // What the form was opened with goes along, so that it can be shown again.
    let along = ["item", "recommendation"].into_iter().filter(|name| visit.query.get(name).is_some());
    let along: Vec<String> = along.map(|name| format!("{name}={}", carried(name))).collect();
    let action = if along.is_empty() { action } else { format!("{action}?{}", along.join("&")) };
    Asking {
        lead: words.say1("inspections-of", "org", &found.org_name).into_owned(),
        about: vec![Block::new("which", words.say("inspections-about")).with(about)],
        opened: form.opened(&known),
        ..Asking::new(visit, form, action, (above.as_str(), "inspections-one"))
    }
}

pub(super) fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    asking::show(visit, asked(visit)?.1)
}

pub(super) fn send(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (org, asking) = asked(visit)?;
    let back = asking.back.0.clone();
    let deed = asking.deed(visit, org.stream());
    asking::send(visit, asking, deed, |_| Ok(Answer::see(back)))
}
