//! Building the demonstration: every step of every way is performed, in the order of time, by whoever may.

mod acts;
mod daily;
mod lately;

use std::sync::Arc;

use access::Actor;
use anyhow::Context as _;
use app::credential::Cost;
use app::installation::{Opening, Place};
use app::{App, Deed, ReadBudget, Receipt, SeededEntropy, SteppedClock, StoreSettings, Synchronous};
use domain::moment::{DAY, HOUR};
use domain::{AccountId, ActId, Capacity, CaseId, Moment, OrgId, ReferralId};
use indicatif::ProgressBar;
use serde_json::Value;

use super::DemoAccount;
use super::dice::Dice;
use super::directory;
use super::house::{self, House, Service, act};
use super::path::{self, EXTRAS, Extra, Step};
use super::time::move_on;

/// How long the simulated past is, and how long before it the house stood empty.
const DAYS: f64 = 420.0;
const BEFORE: i64 = 10 * DAY;

/// A person, as far as the next step must know.
pub struct Person {
    number: u32,
    admitted: Moment,
    child: bool,
    convicted: bool,
    case: CaseId,
    prison: OrgId,
    needs: Vec<&'static str>,
    plan: Option<ActId>,
    slots: Vec<Slot>,
    measure: Option<ActId>,
    restraint: Option<ActId>,
    regime_from: Moment,
    name: String,
    release: Option<Moment>,
}

/// A referral of a person.
#[derive(Debug, Clone, Copy)]
struct Slot {
    referral: ReferralId,
    org: OrgId,
    practitioner: AccountId,
    keeps_causes: bool,
    session: Option<ActId>,
    over: bool,
}

/// The simulated past: who acts, when, and what chance says.
pub struct Past<'a> {
    app: &'a App,
    house: &'a House,
    dice: &'a Dice,
    now: Moment,
}

/// Builds it; returns the accounts.
pub fn build(place: &Place, seed: u64, people: u32, until: Moment) -> anyhow::Result<Vec<DemoAccount>> {
    let dice = Dice::new(seed);
    #[expect(clippy::cast_possible_truncation, reason = "a whole number of days")]
    let begins = until.plus(-(DAYS as i64) * DAY - BEFORE);
    let clock = Arc::new(SteppedClock::at(begins));
    let opening = Opening {
        clock: Arc::clone(&clock) as Arc<dyn app::Clock>,
        entropy: Arc::new(SeededEntropy::new(seed)),
        cost: Cost::Quick,
        // What a power cut could lose here can be built again.
        store: StoreSettings { synchronous: Synchronous::Normal, ..StoreSettings::default() },
        // A past of months is lived through in a minute or two.
        budget: ReadBudget::Uncounted,
        profile: safeguards::Profile::default(),
    };
    let (app, house) = house::found(place, opening)?;
    let (mut everybody, steps) = people_and_steps(&app, &house, &dice, people, until)?;
    let progress = ProgressBar::new(steps.len().try_into().unwrap_or(u64::MAX));
    let mut rounds = begins.plus(DAY);
    let mut kept = directory::ROUNDS.map(|before| until.plus(before)).into_iter().enumerate().peekable();
    for (at, person, step) in steps {
        while let Some((round, then)) = kept.next_if(|(_, then)| *then <= at) {
            move_on(&app, &clock, &mut rounds, then)?;
            directory::keep(&app, &house, round, then).context("the directory")?;
        }
        move_on(&app, &clock, &mut rounds, at)?;
        let Some(person) = everybody.get_mut(person) else { continue };
        let past = Past { app: &app, house: &house, dice: &dice, now: at };
        past.take(person, step).with_context(|| format!("person {}, {step:?}, {at}", person.number))?;
        progress.inc(1);
    }
    move_on(&app, &clock, &mut rounds, until)?;
    let past = Past { app: &app, house: &house, dice: &dice, now: until };
    past.lately(&everybody).context("what happened lately")?;
    progress.finish_and_clear();
    Ok(house.accounts)
}

type Steps = Vec<(Moment, usize, Step)>;

/// Everybody, and what happens to them in the order of time. More came lately than long ago, so that the first steps of
/// the way are peopled too.
fn people_and_steps(
    app: &App,
    house: &House,
    dice: &Dice,
    people: u32,
    until: Moment,
) -> anyhow::Result<(Vec<Person>, Steps)> {
    let mut everybody = Vec::new();
    let mut steps: Steps = Vec::new();
    let mut extras = EXTRAS.iter().copied();
    for number in 0..people {
        let share = (f64::from(number) + 0.5) / f64::from(people);
        #[expect(clippy::cast_possible_truncation, reason = "a whole number of hours")]
        let hours = (DAYS * 24.0 * share.powf(1.3)) as i64;
        let admitted = until.plus(-hours * HOUR);
        let extra = if hours > 110 * 24 && number % 2 == 0 { extras.next() } else { None };
        let prison = house.prisons.get(usize::from(number % 3 == 2)).context("no prison")?;
        let place = everybody.len();
        everybody.push(Person {
            number: number + 1,
            admitted,
            child: extra == Some(Extra::ChildFound),
            convicted: true,
            case: CaseId::from_random(app.fresh_id()?),
            prison: *prison,
            needs: Vec::new(),
            plan: None,
            slots: Vec::new(),
            measure: None,
            restraint: None,
            regime_from: admitted,
            name: String::new(),
            release: None,
        });
        steps.extend(path::told(admitted, until, extra, dice).into_iter().map(|(at, step)| (at, place, step)));
    }
    // Stable: steps at the same moment keep the order in which they were told.
    steps.sort_by_key(|(at, person, _)| (*at, *person));
    Ok((everybody, steps))
}

/// Which of several colleagues has to do with this person: not by thirds, for by thirds people are spread over prisons.
fn which(person: &Person) -> usize {
    usize::try_from(person.number / 2).unwrap_or_default()
}

impl Past<'_> {
    /// Performs one act in a case.
    fn case(&self, actor: &Actor, person: &Person, kind: &str, body: &Value) -> anyhow::Result<Receipt> {
        self.app.perform(actor, &Deed::one(person.case, act(kind, body)?)).with_context(|| kind.to_owned())
    }

    /// The same, for an act whose id is needed later.
    fn case_act(&self, actor: &Actor, person: &Person, kind: &str, body: &Value) -> anyhow::Result<ActId> {
        self.case(actor, person, kind, body)?.acts.first().copied().context("a deed without an act")
    }

    /// Performs one act in a referral.
    fn referral(&self, actor: &Actor, slot: Slot, kind: &str, body: &Value) -> anyhow::Result<ActId> {
        let receipt =
            self.app.perform(actor, &Deed::one(slot.referral, act(kind, body)?)).with_context(|| kind.to_owned())?;
        receipt.acts.first().copied().context("a deed without an act")
    }

    /// The number on the person's file.
    fn file_number(&self, person: &Person) -> String {
        let north = self.house.prisons.first().is_none_or(|first| *first == person.prison);
        let house = if north { "N" } else { "S" };
        format!("{house}-{}-{:04}", person.admitted.year(), person.number)
    }

    /// Somebody of the person's prison.
    fn inside(&self, person: &Person, capacity: Capacity) -> anyhow::Result<Actor> {
        self.house.one(person.prison, capacity, which(person))
    }

    /// Who takes over after release: the probation officer who serves this person.
    fn receiver(&self, person: &Person) -> anyhow::Result<(OrgId, Actor)> {
        let org = *self.house.receivers.get(usize::from(person.number.is_multiple_of(3))).context("nobody receives")?;
        Ok((org, self.house.one(org, Capacity::ProbationOfficer, which(person))?))
    }

    /// A service that answers this need.
    fn service(&self, need: &str, person: &Person) -> anyhow::Result<Service> {
        let open = |service: &Service| person.convicted || !service.needs.contains(&"leaving_violence");
        let answers = |service: &Service| service.needs.contains(&need) && open(service);
        let able: Vec<Service> = self.house.services.iter().copied().filter(answers).collect();
        let place = usize::try_from(self.dice.below(u32::try_from(able.len())?))?;
        able.get(place).copied().with_context(|| format!("no service answers {need}"))
    }
}
