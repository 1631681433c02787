//! Opening an installation as the machine has it: its clock, its randomness, the real cost of passwords.

use std::io::Write as _;
use std::sync::{Arc, mpsc};
use std::time::Duration;

use anyhow::bail;
use app::credential::Cost;
use app::installation::{Opening, Place};
use app::{App, Fault, ReadBudget, RulesChanged, StoreError, StoreSettings, SystemClock, SystemEntropy};
use safeguards::{Profile, RULE_SET};

use crate::Verdict;
use crate::arguments::{MoveToServer, Which};
use crate::config::Config;

/// How often a server that stands by asks whether its turn has come.
const BETWEEN_TURNS: Duration = Duration::from_secs(1);

/// How a real installation is opened.
pub fn opening() -> Opening {
    Opening {
        clock: Arc::new(SystemClock),
        entropy: Arc::new(SystemEntropy),
        cost: Cost::Real,
        store: StoreSettings::default(),
        budget: ReadBudget::default(),
        profile: Profile::default(),
    }
}

/// The installation that was named.
pub fn place(which: &Which) -> anyhow::Result<Place> {
    match (&which.config, &which.data) {
        (Some(file), _) => Config::read(file)?.place(),
        (None, Some(data)) => Ok(Place::new(data)),
        (None, None) => bail!("--data DIR or --config FILE is needed"),
    }
}

/// Opens an installation. Only one program at a time can.
pub fn open(place: &Place) -> anyhow::Result<App> {
    Ok(App::open(place, opening())?)
}

/// The same, to judge its cases: by the national profile that the configuration names.
pub fn open_to_judge(which: &Which) -> anyhow::Result<App> {
    let profile = which.config.as_deref().map(|file| Config::read(file)?.profile()).transpose()?.unwrap_or_default();
    Ok(App::open(&place(which)?, Opening { profile, ..opening() })?)
}

/// The same, to serve it: how much may be looked at is counted, and by which rules it judges goes on record if that changed.
pub fn open_to_serve(place: &Place, (budget, profile): (ReadBudget, &Profile)) -> anyhow::Result<App> {
    served(App::open(place, Opening { budget, profile: profile.clone(), ..opening() })?)
}

fn served(app: App) -> anyhow::Result<App> {
    if app.take_rules()? == RulesChanged::Yes {
        tracing::info!(rule_set = RULE_SET, "cases are judged by other rules than before; all are due");
    }
    Ok(app)
}

/// Opens an installation whose database is on a server once no other server has the right to write. Until then it stands
/// by, listens to nobody, and can be ended by any signal.
pub fn open_in_turn(place: &Place, (budget, profile): (ReadBudget, &Profile)) -> anyhow::Result<App> {
    // Nobody ever sends: it is a wait that can be counted in seconds.
    let (_never, turn) = mpsc::channel::<()>();
    let mut said = false;
    loop {
        match App::open(place, Opening { budget, profile: profile.clone(), ..opening() }) {
            Err(Fault::Store(StoreError::WriterTaken | StoreError::Busy)) => {
                if !said {
                    writeln!(std::io::stdout(), "standing by: another server writes")?;
                    tracing::info!("standing by: another server writes");
                    said = true;
                }
            }
            opened => return served(opened?),
        }
        let _over = turn.recv_timeout(BETWEEN_TURNS);
    }
}

/// `passerelle move-to-server`
pub fn move_to_server(asked: &MoveToServer) -> anyhow::Result<Verdict> {
    let place = Config::read(&asked.config)?.place()?;
    let moved = place.move_to_server(opening().store)?;
    println!("{} leaves are on the server, root {}", moved.leaves, moved.root);
    println!("the file is kept as {} and is not used any more", moved.kept.display());
    Ok(Verdict::Fine)
}
