//! New credentials for an account whose holder lost a password or a factor: asked for by one administrator, confirmed or refused by
//! another, who each then hold one half.

use app::consult::{AccountLine, Waiting};
use app::{Deed, Disclosed};
use domain::Kind;
use domain::recovery::RecoveryConfirmed;

use super::{about, line_of, register, slip};
use crate::acting;
use crate::answer::Answer;
use crate::pages::asking::{self, Asking};
use crate::pages::organisations::form_of;
use crate::trouble::Trouble;
use crate::visit::Visit;

type Asked = Result<(AccountLine, Disclosed<Asking>), Trouble>;

/// One of the three questions about one account.
fn asking(visit: &Visit<'_>, kind: Kind, at: &str, lead: &str) -> Asked {
    let found = register(visit)?;
    let (line, form) = (line_of(visit, &found)?, form_of(kind)?);
    let action = format!("/accounts/{}/{at}", line.account);
    let asking = found.map(|found| Asking {
        lead: visit.words.say(lead).into_owned(),
        about: about(visit, &found, &line),
        ..Asking::new(visit, form, action, ("/accounts", "accounts-title"))
    });
    Ok((line, asking))
}

fn ask(visit: &Visit<'_>) -> Asked {
    asking(visit, Kind::AccountRecoveryAsked, "recovery", "accounts-recovery-lead")
}

fn confirm(visit: &Visit<'_>) -> Asked {
    asking(visit, Kind::AccountRecoveryConfirmed, "recovery/confirm", "accounts-recovery-confirm-lead")
}

fn refuse(visit: &Visit<'_>) -> Asked {
    asking(visit, Kind::AccountRecoveryRefused, "recovery/refuse", "accounts-recovery-refuse-lead")
}

pub(super) fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (line, asking) = ask(visit)?;
    let possible = line.state == "open" && line.recovery.is_none() && line.account != visit.actor()?.account;
    if possible { asking::show(visit, asking) } else { Ok(Answer::see("/accounts")) }
}

pub(super) fn asked(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (line, asking) = ask(visit)?;
    let deed = asking.deed(visit, line.account.stream());
    asking::send(visit, asking, deed, |_| Ok(Answer::see("/accounts")))
}

pub(super) fn show_confirm(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (line, asking) = confirm(visit)?;
    let possible = line.recovery == Some(Waiting::AskedByAnother);
    if possible { asking::show(visit, asking) } else { Ok(Answer::see("/accounts")) }
}

pub(super) fn confirmed(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (line, asking) = confirm(visit)?;
    let deed = acting::sent(visit, Deed::one(line.account, RecoveryConfirmed {}), line.account.stream());
    asking::send(visit, asking, Ok(deed), |_| slip::answer(visit, &line))
}

pub(super) fn show_refuse(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (line, asking) = refuse(visit)?;
    if line.recovery.is_some() { asking::show(visit, asking) } else { Ok(Answer::see("/accounts")) }
}

pub(super) fn refused(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (line, asking) = refuse(visit)?;
    let deed = asking.deed(visit, line.account.stream());
    asking::send(visit, asking, deed, |_| Ok(Answer::see("/accounts")))
}
