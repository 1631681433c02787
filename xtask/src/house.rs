//! An installation with synthetic people, built through `perform` alone.

use std::path::Path;
use std::sync::Arc;

use access::Actor;
use anyhow::Context as _;
use app::credential::Cost;
use app::installation::{FirstAdministrator, Opening, Place};
use app::sign_in::Attempt;
use app::{App, Deed, ReadBudget, StoreSettings, SystemClock, SystemEntropy};
use domain::custody::{Admitted, Born, Person, Sex, Status};
use domain::file::Allocated;
use domain::organisation::{Founded, OrgKind, Registered};
use domain::{AccountId, Capacity, CaseId, Line, OrgId, Strength};

/// An installation with people.
pub struct House {
    pub app: Arc<App>,
    pub cases: Vec<CaseId>,
    pub manager: Actor,
    pub health: Actor,
    /// A session of the case manager, as a browser would hold it.
    pub cookie: String,
    pub built_per_second: f64,
    pub administrators: [Actor; 2],
    pub supervisor: Actor,
    pub place: Place,
}

fn line(text: &str) -> anyhow::Result<Line> {
    Line::new(text).context("a line")
}

/// Opens an installation as the machine has it; passwords cost little, for none is guessed here.
pub fn opening(store: StoreSettings) -> Opening {
    Opening {
        clock: Arc::new(SystemClock),
        entropy: Arc::new(SystemEntropy),
        cost: Cost::Quick,
        store,
        budget: ReadBudget::Uncounted,
        profile: safeguards::Profile::default(),
    }
}

impl House {
    /// Builds it.
    pub fn build(directory: &Path, people: usize) -> anyhow::Result<Self> {
        let place = Place::new(directory);
        let founded =
            Founded { name: line("Bench")?, origin: line("bench.example/log")?, zone: line("Europe/Zurich")? };
        let runner = Registered {
            name: line("Sample Service")?,
            kind: OrgKind::PrisonService,
            place: line("Example")?,
            contact: line("000")?,
        };
        let admins = [
            FirstAdministrator { sign_in: line("first.admin")?, name: line("F. Placeholder")? },
            FirstAdministrator { sign_in: line("second.admin")?, name: line("S. Placeholder")? },
        ];
        let (app, enrolled) = App::found(&place, opening(StoreSettings::default()), &founded, &runner, &admins)?;
        let app = Arc::new(app);
        let runner = app.fresh_id()?;
        let admin = |n: usize| -> anyhow::Result<Actor> {
            let account = enrolled.get(n).context("an administrator")?.0;
            Ok(Actor {
                account,
                org: OrgId::from_random(runner),
                capacity: Capacity::SystemAdministrator,
                strength: Strength::Fresh,
                stands_in: None,
            })
        };
        let (first, second) = (admin(0)?, admin(1)?);
        let prison = OrgId::from_random(app.fresh_id()?);
        let body = Registered {
            name: line("Specimen Prison")?,
            kind: OrgKind::Prison,
            place: line("Example")?,
            contact: line("000")?,
        };
        app.perform(&first, &Deed::one(prison, body))?;
        let account =
            |sign_in: &str,
             capacity: Capacity|
             -> anyhow::Result<(Actor, (app::credential::PasswordHalf, app::credential::FactorHalf))> {
                let account = AccountId::from_random(app.fresh_id()?);
                let body =
                    domain::account::Proposed { sign_in: line(sign_in)?, name: line(sign_in)?, org: prison, capacity };
                app.perform(&first, &Deed::one(account, body))?;
                app.perform(&second, &Deed::one(account, domain::account::Confirmed {}))?;
                let slip = app.draw_both([&first, &second], account)?;
                Ok((Actor { account, org: prison, capacity, strength: Strength::Ordinary, stands_in: None }, slip))
            };
        let (registrar, _) = account("registrar", Capacity::Registrar)?;
        let (supervisor, _) = account("supervisor", Capacity::Supervisor)?;
        let (health, _) = account("health", Capacity::Health)?;
        let (manager, (password, factor)) = account("manager", Capacity::CaseManager)?;
        let begun = crate::watch::start();
        let mut cases = Vec::with_capacity(people);
        for number in 0..people {
            let case = CaseId::from_random(app.fresh_id()?);
            app.perform(&registrar, &Deed::one(case, admitted(prison, number)?))?;
            app.perform(&supervisor, &Deed::one(case, Allocated { to: manager.account }))?;
            cases.push(case);
        }
        #[expect(clippy::cast_precision_loss, reason = "a count that fits")]
        let built_per_second = (people * 2) as f64 / begun.elapsed().as_secs_f64();
        let telephone = app::credential::TotpSecret::read(factor.totp_secret.reveal()).context("a telephone secret")?;
        let code = telephone.code_at(app.now());
        let cookie = signed_in(&app, &manager, password.password.reveal(), &code)?;
        let administrators = [first, second];
        Ok(Self { app, cases, manager, health, cookie, built_per_second, administrators, supervisor, place })
    }
}

/// Closes an installation: the writer holds the file until the last handle is gone.
pub fn close(app: Arc<App>) -> anyhow::Result<()> {
    drop(Arc::try_unwrap(app).ok().context("somebody still holds the installation")?);
    Ok(())
}

/// A session of the case manager, begun as people begin one: with the printed password, which is then changed.
fn signed_in(app: &App, manager: &Actor, password: &str, code: &str) -> anyhow::Result<String> {
    let Attempt::In { .. } = app.sign_in("manager", password, code, None)? else {
        anyhow::bail!("the case manager could not sign in");
    };
    let new = app.change_password(manager, password, "seven blue lanterns over water")?;
    Ok(new.map_err(|refused| anyhow::anyhow!("{refused:?}"))?.reveal().to_owned())
}

fn admitted(prison: OrgId, number: usize) -> anyhow::Result<Admitted> {
    let born = domain::Date::constant(1990, 1, 1);
    Ok(Admitted {
        number: line(&format!("BENCH-{number:06}"))?,
        person: Person {
            family_name: line(&format!("Example {number}"))?,
            given_names: line("Sample")?,
            born: Born { earliest: born, latest: born },
            sex: Sex::Male,
            languages: vec![line("Example")?],
            reads: line("Example")?,
        },
        prison,
        order: line("Order 1")?,
        status: Status::Convicted,
    })
}
