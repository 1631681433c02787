//! `passerelle init`: a new installation and the slips of its first two administrators.
//!
//! The credentials are printed once and stored nowhere but as hashes; nothing else is written.

use anyhow::{Context as _, bail};
use app::App;
use app::credential::Enrolment;
use app::installation::FirstAdministrator;
use domain::organisation::{Founded, OrgKind, Registered};
use domain::{AccountId, Capacity};
use serde_json::{Value, json};

use crate::Verdict;
use crate::arguments::Init;
use crate::opened::{self, opening};

/// Makes it.
pub fn run(asked: &Init) -> anyhow::Result<Verdict> {
    if !asked.kind.capacities().contains(&Capacity::SystemAdministrator) {
        let able: Vec<&str> = OrgKind::ALL
            .iter()
            .filter(|kind| kind.capacities().contains(&Capacity::SystemAdministrator))
            .map(|kind| kind.code())
            .collect();
        bail!("--kind {}: an installation is run by one of {}", asked.kind, able.join(", "));
    }
    let [first, second] = asked.administrators.as_slice() else {
        bail!("--admin: exactly two administrators are needed, {} given", asked.administrators.len());
    };
    if first.sign_in.as_str().to_lowercase() == second.sign_in.as_str().to_lowercase() {
        bail!("--admin: two administrators cannot sign in with the same name");
    }
    let administrators = [first, second].map(|administrator| FirstAdministrator {
        sign_in: administrator.sign_in.clone(),
        name: administrator.name.clone(),
    });
    let founded = Founded { name: asked.name.clone(), origin: asked.origin.clone(), zone: asked.zone.clone() };
    let runner = Registered {
        name: asked.organisation.clone(),
        kind: asked.kind,
        place: asked.place.clone(),
        contact: asked.contact.clone(),
    };
    let place = opened::place(&asked.which)?;
    let directory = place.directory.display();
    let (app, enrolled) = App::found(&place, opening(), &founded, &runner, &administrators)
        .with_context(|| format!("the installation was not made ({}, zone {})", directory, asked.zone))?;
    let slips = enrolled.iter().zip(&administrators);
    if asked.json {
        let about = app.about();
        let slips: Vec<Value> = slips.map(|((account, enrolment), who)| as_json(*account, enrolment, who)).collect();
        let answer = json!({ "origin": about.origin, "verifier_key": about.verifier_key, "administrators": slips });
        println!("{}", serde_json::to_string_pretty(&answer)?);
    } else {
        println!("{}: made in {}", asked.name, directory);
        println!("verifier key of its log: {}", app.about().verifier_key);
        println!("Hand each slip to its administrator. They are shown once and kept nowhere.");
        for ((_, enrolment), who) in slips {
            print_slip(enrolment, who);
        }
    }
    Ok(Verdict::Fine)
}

fn as_json(account: AccountId, enrolment: &Enrolment, who: &FirstAdministrator) -> Value {
    let codes: Vec<&str> = enrolment.card.codes.iter().map(|code| code.code.reveal()).collect();
    json!({
        "account": account,
        "sign_in": who.sign_in,
        "name": who.name,
        "password": enrolment.password.reveal(),
        "change_by": enrolment.change_by,
        "totp_secret": enrolment.totp_secret.reveal(),
        "totp_uri": enrolment.totp_uri.reveal(),
        "code_card": codes,
    })
}

fn print_slip(enrolment: &Enrolment, who: &FirstAdministrator) {
    println!("\n----------------------------------------------------------------");
    println!("{}", who.name);
    println!("  sign in as         {}", who.sign_in);
    println!("  first password     {}   (change it by {})", enrolment.password.reveal(), enrolment.change_by);
    println!("  telephone secret   {}", enrolment.totp_secret.reveal());
    println!("  as an address      {}", enrolment.totp_uri.reveal());
    println!("  code card, each code good once, instead of the telephone:");
    for row in enrolment.card.codes.chunks(4) {
        let row: Vec<String> = row.iter().map(|code| format!("{:>2} {}", code.position, code.code.reveal())).collect();
        println!("    {}", row.join("   "));
    }
}
