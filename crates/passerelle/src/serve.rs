//! `passerelle serve`: a real installation. Refuses the directory of a demonstration.

use std::sync::Arc;

use anyhow::bail;
use app::installation::Place;

use crate::Verdict;
use crate::arguments::Serve;
use crate::config::Config;
use crate::opened;
use crate::running;

/// Serves until told to stop.
pub fn run(asked: &Serve) -> anyhow::Result<Verdict> {
    let config = match (&asked.config, &asked.data) {
        (Some(file), _) => Config::read(file)?,
        (None, Some(data)) => Config { listen: asked.listen.clone(), ..Config::of(data) },
        (None, None) => bail!("--config FILE or --data DIR is needed"),
    };
    if Place::new(&config.data).is_demo() {
        bail!(
            "{} holds a demonstration: anybody may sign in there. `passerelle demo --data` serves it",
            config.data.display()
        );
    }
    let app = Arc::new(opened::open(&config.data)?);
    running::until_stopped(app, &config.listen, config.site(), Vec::new())?;
    Ok(Verdict::Fine)
}
