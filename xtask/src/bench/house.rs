//! An installation with synthetic people, built through `perform` alone.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use access::Actor;
use anyhow::Context as _;
use app::credential::Cost;
use app::installation::{FirstAdministrator, Opening, Place};
use app::{App, Deed, SystemClock, SystemEntropy};
use domain::custody::{Admitted, Born, Person, Sex, Status};
use domain::file::Allocated;
use domain::measure::{HealthVisited, YesNo};
use domain::organisation::{Founded, OrgKind, Registered};
use domain::{AccountId, Capacity, CaseId, Line, OrgId, Recorded, Strength};

/// An installation with people.
pub struct House {
    pub app: Arc<App>,
    pub cases: Vec<CaseId>,
    pub manager: Actor,
    pub health: Actor,
    pub manager_sign_in: SignIn,
    pub built_per_second: f64,
    pub administrators: [Actor; 2],
    pub supervisor: Actor,
    pub place: Place,
}

/// How the case manager signs in.
pub struct SignIn {
    pub name: String,
    pub password: String,
    pub code: String,
}

fn line(text: &str) -> anyhow::Result<Line> {
    Line::new(text).context("a line")
}

fn opening() -> Opening {
    Opening {
        clock: Arc::new(SystemClock),
        entropy: Arc::new(SystemEntropy),
        cost: Cost::Quick,
        store: app::StoreSettings::default(),
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
        let (app, enrolled) = App::found(&place, opening(), &founded, &runner, &admins)?;
        let app = Arc::new(app);
        let runner = app.fresh_id()?;
        let admin = |n: usize| -> anyhow::Result<Actor> {
            let account = enrolled.get(n).context("an administrator")?.0;
            Ok(Actor {
                account,
                org: OrgId::from_random(runner),
                capacity: Capacity::SystemAdministrator,
                strength: Strength::Fresh,
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
                Ok((Actor { account, org: prison, capacity, strength: Strength::Ordinary }, slip))
            };
        let (registrar, _) = account("registrar", Capacity::Registrar)?;
        let (supervisor, _) = account("supervisor", Capacity::Supervisor)?;
        let (health, _) = account("health", Capacity::Health)?;
        let (manager, (password, factor)) = account("manager", Capacity::CaseManager)?;
        let begun = super::start();
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
        let manager_sign_in = SignIn {
            name: "manager".to_owned(),
            password: password.password.reveal().to_owned(),
            code: telephone.code_at(app.now()),
        };
        let administrators = [first, second];
        Ok(Self { app, cases, manager, health, manager_sign_in, built_per_second, administrators, supervisor, place })
    }

    /// A case with so many acts.
    pub fn grown_case(&self, acts: usize) -> anyhow::Result<CaseId> {
        let case = *self.cases.first().context("a case")?;
        let have = self.app.case(&self.manager, case, super::LOOKS_FOR)?.acts.len();
        for _ in have..acts {
            self.app.perform(&self.health, &Deed::one(case, HealthVisited { advises_change: YesNo::No }))?;
        }
        Ok(case)
    }

    /// The acts of a case, and how long opening it takes with its entry.
    pub fn opened(&self, case: CaseId) -> anyhow::Result<(Vec<Recorded>, Duration)> {
        let mut times = Vec::new();
        let mut acts = Vec::new();
        for _ in 0..super::RUNS {
            let begun = super::start();
            let file = self.app.case(&self.manager, case, super::LOOKS_FOR)?;
            times.push(begun.elapsed());
            acts.clone_from(&file.acts);
        }
        times.sort_unstable();
        Ok((acts, *times.get(times.len() / 2).context("a run")?))
    }

    /// Opens a copy of the installation as a start would; how long that takes, and the memory of the process in MiB.
    pub fn reopen(self) -> anyhow::Result<(Duration, u64)> {
        let place = self.place.clone();
        // The writer holds the file until the last handle is gone.
        drop(Arc::try_unwrap(self.app).ok().context("somebody still holds the installation")?);
        let begun = super::start();
        let app = App::open(&place, opening())?;
        let opened = begun.elapsed();
        app.load_names()?;
        let status = std::fs::read_to_string("/proc/self/status")?;
        let kib = status
            .lines()
            .find_map(|line| line.strip_prefix("VmRSS:"))
            .and_then(|rest| rest.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok());
        Ok((opened, kib.context("VmRSS")? / 1024))
    }
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
