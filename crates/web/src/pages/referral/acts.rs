//! The page of one act of a referral: its form, and what becomes of it.

use app::Disclosed;
use app::consult::{AccountLine, ReferralFile};
use domain::kind::Subject;
use domain::{Capacity, Kind};

use super::{course, open, possible};
use crate::act_form::{ActForm, Source};
use crate::acting::Options;
use crate::answer::Answer;
use crate::form::Input;
use crate::pages::asking::{self, Asking};
use crate::pages::organisations::form_of;
use crate::trouble::Trouble;
use crate::visit::Visit;

/// The form.
pub(super) fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (file, form) = opened(visit)?;
    if possible::can(&file, form.kind) {
        asking::show(visit, ask(visit, file, form)?)
    } else {
        // Not possible as things stand: the page of the referral says how they stand.
        Ok(Answer::see(path(&file)))
    }
}

/// What was sent.
pub(super) fn send(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (file, form) = opened(visit)?;
    let (stream, path) = (file.referral.stream(), path(&file));
    let asking = ask(visit, file, form)?;
    let deed = asking.deed(visit, stream);
    asking::send(visit, asking, deed, |_| {
        // Whoever ended or declined it may have ended their own right to see it.
        let still = open(visit).is_ok();
        Ok(Answer::see(if still { path } else { "/referrals".to_owned() }))
    })
}

fn path(file: &ReferralFile) -> String {
    format!("/referrals/{}", file.referral)
}

/// The referral, and the form of the act in the path, if it is one that the table allows the reader here.
fn opened(visit: &Visit<'_>) -> Result<(Disclosed<ReferralFile>, &'static ActForm), Trouble> {
    let file = open(visit)?;
    let kind: Kind = visit.id("kind")?;
    let form = form_of(kind)?;
    if kind.row().subject != Subject::Referral {
        return Err(Trouble::not_found());
    }
    if file.may.contains(&kind) { Ok((file, form)) } else { Err(app::Refusal::NotAllowed.into()) }
}

fn ask(visit: &Visit<'_>, file: Disclosed<ReferralFile>, form: &'static ActForm) -> Result<Disclosed<Asking>, Trouble> {
    let input = known(visit, &file, form);
    let colleagues = colleagues(visit, form)?;
    let action = match form.kind {
        Kind::SessionChanged | Kind::SessionRecorded => {
            let session = visit.query.get("session").unwrap_or_default();
            format!("{}/do/{}?session={session}", path(&file), form.kind.row().name)
        }
        Kind::ReferralDangerAnswered => {
            let disclosed = visit.query.get("disclosed").unwrap_or_default();
            format!("{}/do/{}?disclosed={disclosed}", path(&file), form.kind.row().name)
        }
        kind => format!("{}/do/{}", path(&file), kind.row().name),
    };
    Ok(file.map(|file| Asking {
        lead: course::called(&file),
        head: Some(file.head),
        options: colleagues,
        opened: input,
        ..Asking::new(visit, form, action, (&path(&file), "referral-title"))
    }))
}

/// What stands in the form when it is opened: the session of the link, the next version of the package.
fn known(visit: &Visit<'_>, file: &ReferralFile, form: &ActForm) -> Input {
    match form.kind {
        Kind::SessionChanged | Kind::SessionRecorded => {
            let asked = visit.query.get("session").unwrap_or_default();
            let session = file.facts.sessions.iter().find(|session| session.act.to_string() == asked);
            session.map_or_else(Input::default, |session| form.opened(&[("session", &session.act.to_string())]))
        }
        Kind::ReferralDangerAnswered => {
            let asked = visit.query.get("disclosed").unwrap_or_default();
            let danger = file.facts.dangers.iter().find(|danger| danger.act.to_string() == asked);
            danger.map_or_else(Input::default, |danger| form.opened(&[("disclosed", &danger.act.to_string())]))
        }
        Kind::ReferralPackageReleased => {
            let next = file.facts.packages.saturating_add(1);
            let Some(mut package) = file.package().cloned() else {
                return form.opened(&[("version", &next.to_string())]);
            };
            package.version = next;
            let body = serde_json::to_value(package).unwrap_or_default();
            form.fill(&body, None, visit.app.zone())
        }
        _ => Input::default(),
    }
}

/// The practitioners of the own organisation, for a form that names one.
fn colleagues(visit: &Visit<'_>, form: &ActForm) -> Result<Options, Trouble> {
    let mut options = Options::new();
    for (path, source) in form.picks {
        if matches!(source, Source::Accounts(_)) {
            let found = visit.app.colleagues(visit.actor()?, Capacity::CsoPractitioner)?;
            let option = |line: &AccountLine| (line.account.to_string(), line.name.clone());
            options.push((path, found.iter().map(option).collect()));
        }
    }
    Ok(options)
}
