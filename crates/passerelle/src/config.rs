//! The configuration file of `passerelle serve`: TOML, few keys, no unknown ones. Described in
//! `docs/operate/configuration.md`.
//!
//! It needs to hold no secret: those lie in the directory of the installation, and the password of a database server in a
//! file of its own. What is wrong with it is said without repeating an address of a server.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::{fmt, fs};

use anyhow::{Context as _, anyhow, bail};
use app::credential::PublicAddress;
use app::installation::{Place, Server};
use app::{Limits, ReadBudget};
use safeguards::Profile;
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
    /// The server that has the database; a file in the directory, if none is named.
    #[serde(default)]
    pub database: Option<Address>,
    /// A file with nothing but the password for that server; a relative one is looked for beside this one.
    #[serde(default)]
    pub database_password: Option<PathBuf>,
    /// Address to listen on.
    #[serde(default = "listen")]
    pub listen: String,
    /// Whether browsers come through https.
    #[serde(default)]
    pub https: Https,
    /// Where browsers reach the installation, such as `https://passerelle.example.org`: what passkeys are bound to. Without it
    /// none are offered.
    #[serde(default)]
    pub address: Option<String>,
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
    /// The file of the national profile; a relative one is looked for beside this one. Nothing beyond the texts if absent.
    #[serde(default)]
    pub profile: Option<PathBuf>,
    /// How much one account may look at within an hour, where it is less than the program would allow.
    #[serde(default)]
    pub read_budget: StricterBudget,
    /// Whether services that asked for it and were let in are told to anybody, as a feed.
    #[serde(default)]
    pub public_feed: bool,
}

/// Limits per hour that are stricter than the general ones; what is absent stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StricterBudget {
    /// Different files, for civil society organisations.
    pub civil_society: Option<u32>,
    /// Different files, for case managers and probation.
    pub casework: Option<u32>,
    /// Different files, for others who work in a prison.
    pub custody: Option<u32>,
    /// Different files, for oversight and data protection.
    pub oversight: Option<u32>,
    /// Lists that name people.
    pub lists: Option<u32>,
}

impl StricterBudget {
    fn limits(self) -> Limits {
        let general = Limits::GENERAL;
        Limits {
            civil_society: self.civil_society.unwrap_or(general.civil_society),
            casework: self.casework.unwrap_or(general.casework),
            custody: self.custody.unwrap_or(general.custody),
            oversight: self.oversight.unwrap_or(general.oversight),
            lists: self.lists.unwrap_or(general.lists),
        }
    }
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

/// The address of a database on a server; it may have a password in it, and is never shown.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Address(String);

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Address")
    }
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
            database: None,
            database_password: None,
            listen: listen(),
            https: Https::None,
            address: None,
            threads: threads(),
            waiting: waiting(),
            metrics: None,
            backup: None,
            profile: None,
            read_budget: StricterBudget::default(),
            public_feed: false,
        }
    }

    /// Reads a file.
    pub fn read(path: &Path) -> anyhow::Result<Self> {
        let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
        let mut config = Self::parse(&text).with_context(|| path.display().to_string())?;
        if let Some(beside) = path.parent() {
            config.data = beside.join(&config.data);
            config.database_password = config.database_password.map(|password| beside.join(password));
            config.profile = config.profile.map(|profile| beside.join(profile));
        }
        Ok(config)
    }

    fn parse(text: &str) -> anyhow::Result<Self> {
        let config: Self = toml::from_str(text).map_err(|error| {
            // The error names the line and shows it, which may hold the password of a server.
            let shown = error.to_string();
            if !text.contains("database") && !text.contains("postgres") {
                return anyhow!("{}", shown.trim_end());
            }
            let line = error.span().and_then(|span| text.get(..span.start)).map(|before| before.lines().count().max(1));
            anyhow!("line {}: {}", line.map_or("?".to_owned(), |line| line.to_string()), error.message())
        })?;
        if let Some(Address(address)) = &config.database {
            Server::parse(address).context("database")?;
        } else if config.database_password.is_some() {
            bail!("database_password: there is no database that it is for");
        }
        if config.threads == 0 || config.threads > 1024 {
            bail!("threads: a number from 1 to 1024");
        }
        if !config.read_budget.limits().are_as_strict() {
            bail!(
                "read_budget: each limit is at least 1 and at most the general one; it can be set lower, never higher"
            );
        }
        if config.waiting == 0 {
            bail!("waiting: at least 1");
        }
        if config.metrics.is_some_and(|address| !address.ip().is_loopback()) {
            bail!("metrics: an address of this machine alone, such as 127.0.0.1:9464");
        }
        config.public_address()?;
        Ok(config)
    }

    /// Where browsers reach the installation.
    fn public_address(&self) -> anyhow::Result<Option<PublicAddress>> {
        let Some(text) = &self.address else { return Ok(None) };
        let address = PublicAddress::read(text).map_err(|error| anyhow!("address: {error}"))?;
        let secure = address.origin().starts_with("https:");
        if secure != (self.https == Https::BehindProxy) {
            bail!("address: https:// goes with https = \"behind-proxy\", http://localhost with https = \"none\"");
        }
        Ok(Some(address))
    }

    /// The installation that it names.
    pub fn place(&self) -> anyhow::Result<Place> {
        let Some(Address(address)) = &self.database else { return Ok(Place::new(&self.data)) };
        let mut server = Server::parse(address).context("database")?;
        if let Some(file) = &self.database_password {
            let password = fs::read_to_string(file).with_context(|| file.display().to_string())?;
            server = server.with_password(password.trim_end_matches(['\r', '\n']));
        }
        Ok(Place::new(&self.data).on(Some(server)))
    }

    /// What the country sets beyond the texts. A file that loosens or switches off anything is refused, by its line.
    pub fn profile(&self) -> anyhow::Result<Profile> {
        let Some(file) = &self.profile else { return Ok(Profile::default()) };
        let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
        Profile::parse(&text).with_context(|| file.display().to_string())
    }

    /// How much one account may look at.
    pub fn read_budget(&self) -> ReadBudget {
        ReadBudget::Within(self.read_budget.limits())
    }

    /// What the site needs of it.
    pub fn site(&self) -> anyhow::Result<SiteSettings> {
        Ok(SiteSettings {
            reached: self.https.reached(),
            address: self.public_address()?,
            threads: self.threads,
            waiting: self.waiting,
            metrics: self.metrics,
            public_feed: self.public_feed,
        })
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
    fn a_read_budget_is_set_lower_and_never_higher() {
        let of = |table: &str| Config::parse(&format!("data = \"place\"\n[read_budget]\n{table}"));
        assert_eq!(Config::parse("data = \"place\"").unwrap().read_budget(), ReadBudget::default());
        let stricter = of("civil_society = 12\nlists = 200").unwrap().read_budget();
        let limits = Limits { civil_society: 12, lists: 200, ..Limits::GENERAL };
        assert_eq!(stricter, ReadBudget::Within(limits));
        for looser in
            ["civil_society = 31", "casework = 61", "custody = 121", "oversight = 301", "lists = 601", "lists = 0"]
        {
            let error = of(looser).unwrap_err().to_string();
            assert!(error.contains("never higher"), "{looser}: {error}");
        }
        assert!(of("everybody = 1").is_err());
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
    fn browsers_reach_it_over_https_or_on_this_machine_at_the_address_that_is_said() {
        let read = |text: &str| Config::parse(&format!("data = \"place\"\n{text}")).and_then(|config| config.site());
        assert_eq!(read("").unwrap().address, None, "no address is guessed");
        let named = read("address = \"https://passerelle.example.org\"").unwrap().address.unwrap();
        assert_eq!(named.origin(), "https://passerelle.example.org");
        assert!(read("https = \"none\"\naddress = \"http://localhost:8080\"").unwrap().address.is_some());
        for wrong in [
            "address = \"http://localhost:8080\"",
            "https = \"none\"\naddress = \"https://passerelle.example.org\"",
            "address = \"passerelle.example.org\"",
            "address = \"https://192.0.2.7\"",
            "address = \"https://passerelle.example.org/cases\"",
        ] {
            let error = read(wrong).unwrap_err().to_string();
            assert!(error.starts_with("address: "), "{wrong}: {error}");
        }
    }

    #[test]
    fn the_address_of_a_server_is_checked_and_never_shown() {
        let config = Config::parse("data = \"place\"\ndatabase = \"postgres://a:open-sesame@localhost/b\"").unwrap();
        assert!(config.place().unwrap().is_on_a_server());
        let mut shown = format!("{config:?} {:?}", config.place().unwrap());
        for wrong in [
            "data = \"place\"\ndatabase = \"postgres://a:open-sesame@elsewhere.example/b\"",
            "data = \"place\"\ndatabase = \"postgres://a:open-sesame@localhost/b",
            "data = \"place\"\ndatabases = \"postgres://a:open-sesame@localhost/b\"",
            "data = \"place\"\n\ndatabase = [\"postgres://a:open-sesame@localhost/b\"]",
        ] {
            shown = format!("{shown} {:#}", Config::parse(wrong).unwrap_err());
        }
        assert!(!shown.contains("sesame"), "{shown}");
        assert!(shown.contains("tunnel") && shown.contains("line 3"), "{shown}");
        assert!(Config::parse("data = \"place\"\ndatabase_password = \"secret\"").is_err());
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
