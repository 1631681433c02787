//! Vaults and notes of the demonstration: each organisation has a vault, shared among everybody, and writes after sessions.
//! One practitioner has chosen no passphrase yet, so that this can be seen too.

use access::Actor;
use anyhow::{Context as _, anyhow};
use app::App;
use app::credential::NewSession;
use domain::{Capacity, OrgId, ReferralId, Text};
use web::pages::vault::DEMO_PASSPHRASE;

use super::house::House;

/// What practitioners write down.
const NOTES: &[&str] = &[
    "Came early. Wanted to talk about the letter from home first, so we did. Bring the form for the school next time.",
    "Tired today. We walked in the yard instead of sitting. Do not start with the past when it is near the end of the week.",
    "Elle a ri pour la première fois. Parler de la cuisine avant le reste.",
    "تحدثنا عن ابنته. لا يحب أن يُسأل عن العمل أمام الآخرين. في المرة القادمة نبدأ بالقراءة.",
];

/// Gives every organisation a vault.
pub fn keep_vaults(app: &App, house: &House, orgs: &[OrgId]) -> anyhow::Result<()> {
    for org in orgs {
        let manager = house.one(*org, Capacity::CsoManager, 0)?;
        let session = NewSession::draw(&app::SystemEntropy)?.token.cookie();
        choose(app, &manager)?;
        app.make_vault(&manager, None).context("a vault")?;
        app.open_vault(&manager, session.reveal(), DEMO_PASSPHRASE)?;
        let mentor = house.one(*org, Capacity::CsoPractitioner, 0)?;
        choose(app, &mentor)?;
        app.share_vault(&manager, session.reveal(), mentor.account, None).context("sharing a vault")?;
    }
    Ok(())
}

fn choose(app: &App, who: &Actor) -> anyhow::Result<()> {
    app.choose_passphrase(who, DEMO_PASSPHRASE)?.map_err(|refused| anyhow!("a passphrase: {refused:?}"))
}

/// Writes the note that comes next about a referral.
pub fn write(app: &App, who: &Actor, referral: ReferralId, number: u32) -> anyhow::Result<()> {
    let place = usize::try_from(number)?.checked_rem(NOTES.len()).unwrap_or_default();
    let said = NOTES.get(place).copied().unwrap_or_default();
    app.write_note(who, referral, &Text::new(said)?, None).context("a note")?;
    Ok(())
}
