//! The configuration file of `passerelle serve`: TOML, few keys, no unknown ones. Described in
//! `docs/operate/configuration.md`.
//!
//! It holds no secret: those lie in the directory of the installation.

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow, bail};
use serde::Deserialize;
use web::headers::Reached;
use web::site::SiteSettings;

/// Whether browsers reach the site through https.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Https {
    /// A proxy on this machine speaks https with browsers.
    #[default]
    BehindProxy,
    /// Nobody does: on the machine itself, or to try it out.
    None,
}

impl Https {
    /// What headers and cookies make of it.
    pub fn reached(self) -> Reached {
        match self {
            Self::BehindProxy => Reached::OverHttps,
            Self::None => Reached::Plainly,
        }
    }
}

/// The whole file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Directory of the installation; a relative one is looked for beside the file.
    pub data: PathBuf,
    /// Address to listen on.
    #[serde(default = "listen")]
    pub listen: String,
    /// Whether browsers come through https.
    #[serde(default)]
    pub https: Https,
    /// Threads that answer requests.
    #[serde(default = "threads")]
    pub threads: usize,
    /// Requests that may wait for one; more are asked to come back.
    #[serde(default = "waiting")]
    pub waiting: usize,
    /// Where machines may ask for numbers: an address of this machine alone. Nowhere if absent.
    #[serde(default)]
    pub metrics: Option<SocketAddr>,
    /// For whom backups are written.
    #[serde(default)]
    pub backup: Option<BackupKeys>,
}

/// The public keys of the two recipients of backups, `age1…`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BackupKeys {
    /// The operator's.
    pub operator: String,
    /// The oversight body's.
    pub oversight: String,
}

fn listen() -> String {
    "127.0.0.1:8080".to_owned()
}

fn threads() -> usize {
    SiteSettings::default().threads
}

fn waiting() -> usize {
    SiteSettings::default().waiting
}

impl Config {
    /// What holds for a directory without a file.
    pub fn of(data: &Path) -> Self {
        Self {
            data: data.to_owned(),
            listen: listen(),
            https: Https::None,
            threads: threads(),
            waiting: waiting(),
            metrics: None,
            backup: None,
        }
    }

    /// Reads a file.
    pub fn read(path: &Path) -> anyhow::Result<Self> {
        let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
        let mut config = Self::parse(&text).with_context(|| path.display().to_string())?;
        if let Some(beside) = path.parent() {
            config.data = beside.join(&config.data);
        }
        Ok(config)
    }

    fn parse(text: &str) -> anyhow::Result<Self> {
        // The error names the line and shows it.
        let config: Self = toml::from_str(text).map_err(|error| anyhow!("{}", error.to_string().trim_end()))?;
        if config.threads == 0 || config.threads > 1024 {
            bail!("threads: a number from 1 to 1024");
        }
        if config.waiting == 0 {
            bail!("waiting: at least 1");
        }
        if config.metrics.is_some_and(|address| !address.ip().is_loopback()) {
            bail!("metrics: an address of this machine alone, such as 127.0.0.1:9464");
        }
        Ok(config)
    }

    /// What the site needs of it.
    pub fn site(&self) -> SiteSettings {
        SiteSettings {
            reached: self.https.reached(),
            threads: self.threads,
            waiting: self.waiting,
            metrics: self.metrics,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_key_is_enough_and_https_is_expected() {
        let config = Config::parse("data = \"place\"").unwrap();
        assert_eq!(config.https, Https::BehindProxy);
        assert_eq!(config.listen, "127.0.0.1:8080");
    }

    #[test]
    fn a_key_that_nobody_knows_is_refused_with_its_line() {
        let error = Config::parse("data = \"place\"\nlisten_on = \"x\"").unwrap_err().to_string();
        assert!(error.contains("line 2") && error.contains("listen_on"), "{error}");
    }

    #[test]
    fn metrics_are_off_and_never_told_to_another_machine() {
        assert_eq!(Config::parse("data = \"place\"").unwrap().metrics, None);
        assert!(Config::parse("data = \"place\"\nmetrics = \"127.0.0.1:9464\"").unwrap().metrics.is_some());
        assert!(Config::parse("data = \"place\"\nmetrics = \"[::1]:9464\"").is_ok());
        for address in ["0.0.0.0:9464", "192.0.2.7:9464", "[::]:9464"] {
            let error = Config::parse(&format!("data = \"place\"\nmetrics = \"{address}\"")).unwrap_err().to_string();
            assert!(error.contains("this machine alone"), "{error}");
        }
    }

    #[test]
    fn the_documented_file_is_one_that_is_taken() {
        let page = include_str!("../../../docs/operate/configuration.md");
        let example = page.split("```toml").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
        let config = Config::parse(example).unwrap();
        assert_eq!(config.threads, threads());
        assert_eq!(config.waiting, waiting());
    }
}
