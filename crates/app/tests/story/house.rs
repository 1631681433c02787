//! An installation with two prisons, two civil society organisations, probation and oversight, and everybody in it.

use std::path::Path;
use std::sync::Arc;

use access::Actor;
use app::credential::Cost;
use app::installation::{FirstAdministrator, Opening, Place};
use app::sign_in::Attempt;
use app::{App, Deed, Fault, Receipt, Refusal, SeededEntropy, SteppedClock};
use domain::account::{Confirmed, Proposed};
use domain::file::Allocated;
use domain::look::Purpose;
use domain::organisation::{Founded, MandateConfirmed, MandateProposed, OrgKind};
use domain::{
    AccountId, Act, ActId, Capacity, CaseId, Date, Envelope, Moment, OrgId, ReferralId, ServiceId, StreamId, Strength,
};
use jiff::civil::date;
use store::{Database, Schema, Store};
use tempfile::TempDir;

use crate::acts::{self, line};
use crate::engine;

/// The door of the work day: Monday, nine o'clock in Tunis.
pub const START: &str = "2026-03-02T08:00:00.000Z";

/// What an administrator was given on paper.
pub struct Credentials {
    pub sign_in: String,
    pub password: String,
    pub codes: Vec<String>,
}

pub struct House {
    pub folder: TempDir,
    pub clock: Arc<SteppedClock>,
    pub entropy: Arc<SeededEntropy>,
    app: Option<App>,
    pub admins: [Actor; 2],
    pub credentials: [Credentials; 2],
    pub prison: OrgId,
    pub other_prison: OrgId,
    pub cso: OrgId,
    pub other_cso: OrgId,
    pub probation_service: OrgId,
    pub oversight: OrgId,
    pub registrar: Actor,
    pub supervisor: Actor,
    pub governor: Actor,
    pub officer: Actor,
    pub health: Actor,
    pub manager: Actor,
    pub colleague: Actor,
    pub other_registrar: Actor,
    pub other_supervisor: Actor,
    pub intake: Actor,
    pub practitioner: Actor,
    pub other_intake: Actor,
    pub other_practitioner: Actor,
    pub probation: Actor,
    pub monitor: Actor,
    pub reviewer: Actor,
    pub service: ServiceId,
    pub other_service: ServiceId,
}

/// A case with an approved plan.
pub struct Planned {
    pub case: CaseId,
    pub plan: ActId,
}

/// A referral that was offered.
pub struct Shared {
    pub case: CaseId,
    pub plan: ActId,
    pub consent: ActId,
    pub referral: ReferralId,
}

impl House {
    pub fn new() -> Self {
        Self::with_seed(7)
    }

    /// The same, and everybody gave a second factor just now.
    pub fn proved() -> Self {
        let mut house = Self::new();
        for actor in [
            &mut house.registrar,
            &mut house.supervisor,
            &mut house.governor,
            &mut house.manager,
            &mut house.colleague,
            &mut house.other_registrar,
            &mut house.other_supervisor,
            &mut house.probation,
            &mut house.monitor,
            &mut house.reviewer,
        ] {
            *actor = proved(actor);
        }
        house
    }

    /// Another installation, with other keys.
    pub fn with_seed(seed: u64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(SteppedClock::at(START.parse().unwrap()));
        let entropy = Arc::new(SeededEntropy::new(seed));
        let first = |sign_in: &str| FirstAdministrator { sign_in: line(sign_in), name: line("Specimen Administrator") };
        let founded = Founded {
            name: line("Sample Prison Service"),
            origin: line("passerelle.example/casework"),
            zone: line("Africa/Tunis"),
        };
        let (app, enrolled) = App::found(
            &place(folder.path()),
            opening(&clock, &entropy),
            &founded,
            &acts::registered("Sample Prison Service", OrgKind::PrisonService),
            &[first("first.admin"), first("second.admin")],
        )
        .unwrap();
        let names = ["first.admin", "second.admin"];
        let mut admins = enrolled.iter().zip(names).map(|((account, paper), name)| {
            let actor = signed_in(&app, name, paper.password.reveal(), paper.card.codes[0].code.reveal());
            assert_eq!(actor.account, *account);
            actor
        });
        let admins = [admins.next().unwrap(), admins.next().unwrap()];
        let credentials = [0, 1].map(|place: usize| Credentials {
            sign_in: names[place].to_owned(),
            password: enrolled[place].1.password.reveal().to_owned(),
            codes: enrolled[place].1.card.codes.iter().map(|code| code.code.reveal().to_owned()).collect(),
        });
        let nobody = admins[0];
        let org = OrgId::from(StreamId::INSTALLATION);
        let service = ServiceId::from(StreamId::INSTALLATION);
        let mut house = House {
            folder,
            clock,
            entropy,
            app: Some(app),
            admins,
            credentials,
            prison: org,
            other_prison: org,
            cso: org,
            other_cso: org,
            probation_service: org,
            oversight: org,
            registrar: nobody,
            supervisor: nobody,
            governor: nobody,
            officer: nobody,
            health: nobody,
            manager: nobody,
            colleague: nobody,
            other_registrar: nobody,
            other_supervisor: nobody,
            intake: nobody,
            practitioner: nobody,
            other_intake: nobody,
            other_practitioner: nobody,
            probation: nobody,
            monitor: nobody,
            reviewer: nobody,
            service,
            other_service: service,
        };
        house.furnish();
        house
    }

    /// Gives the oversight body a mandate for a prison, as two administrators do. By what it is called.
    pub fn mandated(&self, prison: OrgId, until: Option<Date>) -> ActId {
        let mandate = MandateProposed { body: self.oversight, basis: line("Oversight Act 3"), until };
        let mandate = self.performed(&self.admins[0], &Deed::one(prison, mandate)).acts[0];
        self.performed(&self.admins[1], &Deed::one(prison, MandateConfirmed { mandate }));
        mandate
    }

    fn furnish(&mut self) {
        self.prison = self.registered("Sample Prison", OrgKind::Prison);
        self.other_prison = self.registered("Example Prison", OrgKind::Prison);
        self.cso = self.registered("Sample Association", OrgKind::CivilSociety);
        self.other_cso = self.registered("Example Association", OrgKind::CivilSociety);
        self.probation_service = self.registered("Sample Probation", OrgKind::Probation);
        self.oversight = self.registered("Sample Oversight", OrgKind::Oversight);
        self.mandated(self.prison, None);
        let (prison, other) = (self.prison, self.other_prison);
        self.registrar = self.account("registrar", prison, Capacity::Registrar);
        self.supervisor = self.account("supervisor", prison, Capacity::Supervisor);
        self.governor = self.account("governor", prison, Capacity::Governor);
        self.officer = self.account("officer", prison, Capacity::CustodyOfficer);
        self.health = self.account("health", prison, Capacity::Health);
        self.manager = self.account("manager", prison, Capacity::CaseManager);
        self.colleague = self.account("colleague", prison, Capacity::CaseManager);
        self.other_registrar = self.account("other.registrar", other, Capacity::Registrar);
        self.other_supervisor = self.account("other.supervisor", other, Capacity::Supervisor);
        self.intake = self.account("intake", self.cso, Capacity::CsoManager);
        self.practitioner = self.account("practitioner", self.cso, Capacity::CsoPractitioner);
        self.other_intake = self.account("other.intake", self.other_cso, Capacity::CsoManager);
        self.other_practitioner = self.account("other.practitioner", self.other_cso, Capacity::CsoPractitioner);
        self.probation = self.account("probation", self.probation_service, Capacity::ProbationOfficer);
        self.monitor = self.account("monitor", self.oversight, Capacity::Monitor);
        self.reviewer = self.account("reviewer", self.oversight, Capacity::IndependentReviewer);
        self.service = self.fresh().into();
        self.performed(&self.intake, &Deed::one(self.service, acts::service(self.cso, "Sample Talks")));
        self.other_service = self.fresh().into();
        self.performed(
            &self.other_intake,
            &Deed::one(self.other_service, acts::service(self.other_cso, "Example Talks")),
        );
    }

    pub fn app(&self) -> &App {
        self.app.as_ref().unwrap()
    }

    pub fn now(&self) -> Moment {
        self.app().now()
    }

    /// The day where the prison is, so many days from now.
    pub fn day(&self, days: i64) -> Date {
        self.now().plus(days * domain::moment::DAY).date_in(self.app().zone())
    }

    pub fn fresh(&self) -> StreamId {
        StreamId::from_random(self.app().fresh_id().unwrap())
    }

    pub fn place(&self) -> Place {
        place(self.folder.path())
    }

    pub fn opening(&self) -> Opening {
        opening(&self.clock, &self.entropy)
    }

    /// Ends the program.
    pub fn close(&mut self) {
        self.app = None;
    }

    pub fn try_open(&mut self) -> Result<(), Fault> {
        self.open_as(self.opening())
    }

    pub fn open_as(&mut self, opening: Opening) -> Result<(), Fault> {
        self.app = Some(App::open(&self.place(), opening)?);
        Ok(())
    }

    /// Ends the program and starts it again.
    pub fn reopen(&mut self) {
        self.close();
        self.try_open().unwrap();
    }

    pub fn perform(&self, actor: &Actor, deed: &Deed) -> Result<Receipt, Refusal> {
        self.app().perform(actor, deed)
    }

    #[track_caller]
    pub fn performed(&self, actor: &Actor, deed: &Deed) -> Receipt {
        self.perform(actor, deed).unwrap()
    }

    /// Does one act; its id.
    #[track_caller]
    pub fn does(&self, actor: &Actor, stream: impl Into<StreamId>, act: impl Into<Act>) -> ActId {
        self.performed(actor, &Deed::one(stream, act)).acts[0]
    }

    #[track_caller]
    pub fn refused(&self, actor: &Actor, stream: impl Into<StreamId>, act: impl Into<Act>) -> Refusal {
        self.perform(actor, &Deed::one(stream, act)).unwrap_err()
    }

    fn registered(&self, name: &str, kind: OrgKind) -> OrgId {
        let org = OrgId::from(self.fresh());
        self.does(&self.admins[0], org, acts::registered(name, kind));
        org
    }

    /// An account that one administrator proposed and the other confirmed.
    pub fn account(&self, sign_in: &str, org: OrgId, capacity: Capacity) -> Actor {
        let account = AccountId::from(self.fresh());
        let name = line(&format!("Specimen {sign_in}"));
        self.does(&self.admins[0], account, Proposed { sign_in: line(sign_in), name, org, capacity });
        self.does(&self.admins[1], account, Confirmed {});
        let strength = match capacity {
            // Those whose work is key acts prove themselves again each time.
            Capacity::SystemAdministrator | Capacity::OrgAdministrator | Capacity::DataProtection => Strength::Fresh,
            _ => Strength::Ordinary,
        };
        Actor { account, org, capacity, strength, stands_in: None }
    }

    /// A convicted adult, admitted and allocated to the case manager.
    pub fn admitted(&self, number: &str) -> CaseId {
        self.admitted_born(number, date(1990, 1, 1))
    }

    /// Two people of the prison say that somebody is back.
    pub fn returned(&self, case: CaseId) {
        let word = || domain::custody::Returned { prison: self.prison, order: line("Order 50") };
        self.does(&self.registrar, case, word());
        let second = self.account(&format!("second.{case}"), self.prison, Capacity::Registrar);
        self.does(&second, case, word());
    }

    pub fn admitted_born(&self, number: &str, born: Date) -> CaseId {
        let case = CaseId::from(self.fresh());
        self.does(&self.registrar, case, acts::admitted(self.prison, number, "Placeholder", born));
        self.does(&self.supervisor, case, Allocated { to: self.manager.account });
        case
    }

    pub fn planned(&self, number: &str) -> Planned {
        let case = self.admitted(number);
        self.does(&self.manager, case, acts::assessed());
        let plan = self.does(&self.manager, case, acts::plan());
        self.does(&self.manager, case, domain::plan::Agreed { plan, language: line("ar"), words: None });
        self.does(&self.supervisor, case, domain::plan::Approved { plan });
        Planned { case, plan }
    }

    /// The three acts by which a referral begins.
    pub fn offer(&self, planned: &Planned, consent: ActId, referral: ReferralId) -> Deed {
        self.offer_to(planned, consent, referral, (self.service, self.cso))
    }

    pub fn offer_to(&self, planned: &Planned, consent: ActId, referral: ReferralId, to: (ServiceId, OrgId)) -> Deed {
        let (service, org) = to;
        Deed::one(planned.case, acts::begun(referral, service, org, planned.plan, consent))
            .and(referral, acts::offered(service, org, self.prison, self.day(7)))
            .and(referral, acts::package(self.day(60)))
    }

    pub fn offered(&self, number: &str) -> Shared {
        let planned = self.planned(number);
        let consent = self.does(&self.manager, planned.case, acts::consent(self.cso, self.day(90)));
        let referral = ReferralId::from(self.fresh());
        self.performed(&self.manager, &self.offer(&planned, consent, referral));
        Shared { case: planned.case, plan: planned.plan, consent, referral }
    }

    pub fn assigned(&self, number: &str) -> Shared {
        let shared = self.offered(number);
        self.does(&self.intake, shared.referral, domain::referral::Accepted { note: None });
        self.does(&self.intake, shared.referral, domain::referral::Assigned { to: self.practitioner.account });
        shared
    }

    /// The database, beside the program.
    pub fn beside(&self) -> Store {
        let database = match engine::database(self.folder.path()).unwrap() {
            Database::File(_) => Database::File(self.place().database()),
            server @ Database::Server(_) => server,
        };
        let schema = Schema { application_id: 0x5061_7373, steps: &[&[] as &[&str]; 8] };
        Store::of(&database, &schema, store::Settings::default()).unwrap()
    }

    /// Puts a copy of the database aside; the program does not run. [`House::put_back`] takes it.
    pub fn put_aside(&self) {
        let file = self.place().database();
        if !engine::is_server() {
            std::fs::copy(&file, self.folder.path().join("copy.db")).unwrap();
            return;
        }
        for table in self.tables() {
            let (from, copy) =
                (format!("select * from {table}"), format!("create table aside_{table} as select * from {table}"));
            self.says(vec![format!("{copy} where 1 = 0"), format!("insert into aside_{table} {from}")]);
        }
    }

    pub fn put_back(&self) {
        if !engine::is_server() {
            std::fs::copy(self.folder.path().join("copy.db"), self.place().database()).unwrap();
            return;
        }
        for table in self.tables() {
            self.says(vec![format!("delete from {table}"), format!("insert into {table} select * from aside_{table}")]);
        }
    }

    /// Tables of ours on a server.
    fn tables(&self) -> Vec<String> {
        let sql = "select tablename from pg_tables where schemaname = current_schema()
                   and tablename not in ('schema_version', 'writer_lease') and substr(tablename, 1, 6) <> 'aside_'";
        self.beside().read(|tx| tx.all(sql, &[], |row| row.get(0))).unwrap()
    }

    /// Says something to the database beside the program, which must be closed.
    pub fn says(&self, statements: Vec<String>) {
        let writer = self.beside().writer((), ()).unwrap();
        let said = writer.submit(move |tx: &mut store::Tx<'_>, ()| -> Result<(), store::Error> {
            statements.iter().try_for_each(|sql| tx.exec(sql, &[]).map(|_| ()))
        });
        said.unwrap();
    }

    /// The envelopes of the whole log, in order. Read beside the program, from the database.
    pub fn envelopes(&self) -> Vec<Envelope> {
        let read = |tx: &mut store::Tx<'_>| {
            tx.all("select envelope from act where envelope is not null order by seq", &[], |row| row.get::<String>(0))
        };
        let rows: Vec<String> = self.beside().read(read).unwrap();
        rows.iter().map(|text| serde_json::from_str(text).unwrap()).collect()
    }

    /// How many leaves the log has.
    pub fn leaves(&self) -> u64 {
        let count = |tx: &mut store::Tx<'_>| tx.one("select count(*) from act", &[], |row| row.get::<u64>(0));
        self.beside().read(count).unwrap().unwrap()
    }

    /// How many entries of a kind somebody left.
    pub fn entries_of(&self, actor: &Actor, kind: &str) -> usize {
        let own = |envelope: &&Envelope| envelope.actor == actor.account && envelope.kind == kind;
        self.envelopes().iter().filter(own).count()
    }

    pub fn sees_case(&self, actor: &Actor, case: CaseId) -> bool {
        seen(self.app().case(actor, case, Purpose::Casework))
    }

    pub fn sees_referral(&self, actor: &Actor, referral: ReferralId) -> bool {
        seen(self.app().referral(actor, referral, Purpose::Service))
    }

    pub fn lists(&self, actor: &Actor, referral: ReferralId) -> bool {
        self.app().referrals(actor).unwrap().lines.iter().any(|line| line.referral == referral)
    }
}

fn seen<T>(outcome: Result<T, Refusal>) -> bool {
    match outcome {
        Ok(_) => true,
        Err(Refusal::NotYours) => false,
        Err(other) => panic!("{other:?}"),
    }
}

/// An installation in this directory, with its database where the tests run.
pub fn place(directory: &Path) -> Place {
    Place::new(directory).on(match engine::database(directory).unwrap() {
        Database::File(_) => None,
        Database::Server(server) => Some(server),
    })
}

fn opening(clock: &Arc<SteppedClock>, entropy: &Arc<SeededEntropy>) -> Opening {
    Opening {
        clock: Arc::<SteppedClock>::clone(clock),
        entropy: Arc::<SeededEntropy>::clone(entropy),
        cost: Cost::Quick,
        store: store::Settings { synchronous: store::Synchronous::Normal, ..store::Settings::default() },
        budget: app::ReadBudget::default(),
        profile: safeguards::Profile::default(),
    }
}

fn signed_in(app: &App, name: &str, password: &str, code: &str) -> Actor {
    let Attempt::In { cookie, .. } = app.sign_in(name, password, code, None).unwrap() else {
        panic!("{name} could not sign in")
    };
    app.session(cookie.reveal()).unwrap().unwrap().actor
}

/// Somebody who gave a second factor just now.
pub fn proved(who: &Actor) -> Actor {
    Actor { strength: Strength::Fresh, ..*who }
}

/// Somebody whose second factor was given too long ago.
pub fn stale(who: &Actor) -> Actor {
    Actor { strength: Strength::Ordinary, ..*who }
}
