//! `passerelle serve`: a real installation. Refuses the directory of a demonstration.

use std::sync::Arc;

use anyhow::bail;

use crate::Verdict;
use crate::arguments::Serve;
use crate::config::Config;
use crate::opened;
use crate::running::{self, Ends};

/// Serves until told to stop.
pub fn run(asked: &Serve) -> anyhow::Result<Verdict> {
    let config = match (&asked.config, &asked.data) {
        (Some(file), _) => Config::read(file)?,
        (None, Some(data)) => Config { listen: asked.listen.clone(), ..Config::of(data) },
        (None, None) => bail!("--config FILE or --data DIR is needed"),
    };
    let place = config.place()?;
    if place.is_demo() {
        bail!(
            "{} holds a demonstration: anybody may sign in there. `passerelle demo --data` serves it",
            config.data.display()
        );
    }
    let profile = config.profile()?;
    let asked = (config.read_budget(), &profile);
    let (app, ends) = if place.is_on_a_server() {
        (opened::open_in_turn(&place, asked)?, Ends::WhenTakenOver)
    } else {
        (opened::open_to_serve(&place, asked)?, Ends::WhenTold)
    };
    running::until_stopped(&Arc::new(app), &config.listen, config.site()?, Vec::new(), ends)?;
    Ok(Verdict::Fine)
}
