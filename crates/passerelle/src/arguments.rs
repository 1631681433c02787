//! What can be asked on the command line.

use std::path::PathBuf;
use std::str::FromStr;

use clap::{Args, Parser, Subcommand};
use domain::organisation::OrgKind;
use domain::{CaseId, Date, Line, Moment};

/// A bridge between prisons and the services that help people come back.
#[derive(Parser)]
#[command(name = "passerelle", version, about)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Subcommand)]
pub enum Command {
    /// Make a new installation and print the credentials of its first two administrators, once.
    Init(Init),
    /// Serve an installation.
    Serve(Serve),
    /// Serve a demonstration with synthetic people and one-click sign-in.
    Demo(Demo),
    /// Show the rules that are checked, with citation and what each datum comes from.
    Rules(Rules),
    /// National profiles: what a country sets beyond the texts.
    Profile {
        /// What about them.
        #[command(subcommand)]
        what: Profile,
    },
    /// Check cases, or a story in a file, against the rules.
    Check(Check),
    /// Make the index tables anew from the ledger and say which differed.
    Replay(Data),
    /// Check the whole log: leaves, tiles, checkpoint, times, envelopes, bodies.
    Verify(Data),
    /// Copy something out.
    Export {
        /// What to copy.
        #[command(subcommand)]
        what: Export,
    },
    /// Copy the data, encrypted for two recipients; `backup keys` copies the keys. The installation may be served meanwhile.
    Backup(crate::backup::Backup),
    /// Keys of the recipients of backups.
    BackupKey {
        /// What about them.
        #[command(subcommand)]
        what: crate::backup::BackupKey,
    },
    /// Put an installation together from a backup of data and one of keys.
    Restore(crate::backup::Restore),
    /// Keys of an installation that is not served.
    Keys {
        /// What about them.
        #[command(subcommand)]
        what: crate::keys::Keys,
    },
    /// Go on after acts were lost: two administrators begin a new log, whose first act names what was lost.
    ContinueAfterLoss(crate::keys::ContinueAfterLoss),
    /// Move the database of an installation that is not served from its file to the server that the configuration names.
    MoveToServer(MoveToServer),
    /// Accounts.
    Account {
        /// What about them.
        #[command(subcommand)]
        what: Account,
    },
}

/// What can be copied out.
#[derive(Subcommand)]
pub enum Export {
    /// The log, for `passerelle-verify`: checkpoint, tiles, entries, envelopes, verifier key. Nothing of any content.
    Log(ExportLog),
}

/// What can be asked of accounts.
#[derive(Subcommand)]
pub enum Account {
    /// List accounts by id, capacity and state. Names stay sealed.
    List(Data),
}

/// Which installation: its directory, or a configuration file that names it.
#[derive(Args)]
pub struct Which {
    /// Directory of the installation.
    #[arg(long, value_name = "DIR", conflicts_with = "config", required_unless_present = "config")]
    pub data: Option<PathBuf>,
    /// Configuration file, which names the directory and, if its database is on one, the server.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// `passerelle move-to-server`
#[derive(Args)]
pub struct MoveToServer {
    /// Configuration file, which names the directory and the server.
    #[arg(long, value_name = "FILE")]
    pub config: PathBuf,
}

/// `passerelle init`
#[derive(Args)]
pub struct Init {
    /// Where; the directory is made if it is missing.
    #[command(flatten)]
    pub which: Which,
    /// What people call the installation.
    #[arg(long, value_name = "TEXT", value_parser = line)]
    pub name: Line,
    /// Origin of its log, for ever: a name that no other log has, such as `passerelle.example.org`.
    #[arg(long, value_name = "TEXT", value_parser = line)]
    pub origin: Line,
    /// Time zone of its places, such as `Africa/Tunis`.
    #[arg(long, value_name = "AREA/CITY", value_parser = line)]
    pub zone: Line,
    /// Name of the organisation that runs it.
    #[arg(long, value_name = "NAME", value_parser = line)]
    pub organisation: Line,
    /// What that organisation is: `prison_service` or `ministry`.
    #[arg(long, value_name = "KIND", default_value = "prison_service")]
    pub kind: OrgKind,
    /// Where that organisation is.
    #[arg(long, value_name = "TEXT", default_value = "not stated", value_parser = line)]
    pub place: Line,
    /// Whom to ring there.
    #[arg(long, value_name = "TEXT", default_value = "not stated", value_parser = line)]
    pub contact: Line,
    /// A first administrator; exactly two are needed, for neither can confirm alone.
    #[arg(long = "admin", value_name = "SIGN_IN:NAME", required = true)]
    pub administrators: Vec<Administrator>,
    /// Print the credentials as JSON.
    #[arg(long)]
    pub json: bool,
}

fn line(text: &str) -> Result<Line, String> {
    Line::new(text).map_err(|error| error.to_string())
}

/// `SIGN_IN:NAME`
#[derive(Debug, Clone)]
pub struct Administrator {
    /// The name to sign in with.
    pub sign_in: Line,
    /// The name that colleagues see.
    pub name: Line,
}

impl FromStr for Administrator {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (sign_in, name) = text.split_once(':').ok_or("write it as SIGN_IN:NAME")?;
        let part = |what: &str, text: &str| Line::new(text).map_err(|error| format!("{what}: {error}"));
        Ok(Self { sign_in: part("the sign-in name", sign_in)?, name: part("the name", name)? })
    }
}

/// `passerelle serve`
#[derive(Args)]
pub struct Serve {
    /// Configuration file; see docs/operate/configuration.md.
    #[arg(long, value_name = "FILE", required_unless_present = "data", conflicts_with = "data")]
    pub config: Option<PathBuf>,
    /// Directory of the installation, for a quick start without a configuration file.
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Address to listen on; port 0 takes any free one.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080", conflicts_with = "config")]
    pub listen: String,
}

/// `passerelle demo`
#[derive(Args)]
pub struct Demo {
    /// Address to listen on; port 0 takes any free one.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080")]
    pub listen: String,
    /// How many synthetic people.
    #[arg(long, value_name = "N", default_value_t = 120, value_parser = clap::value_parser!(u32).range(1..=5000))]
    pub people: u32,
    /// The same seed, people and last day give the same log.
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    /// Directory; a new temporary one if none is given. A demonstration that lies there already is used again.
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// The last day of the simulated past; today if none is given.
    #[arg(long, value_name = "DATE")]
    pub until: Option<Date>,
    /// Build it and stop, without serving.
    #[arg(long, requires = "data")]
    pub build_only: bool,
    /// Do not count what is looked at: for programs that read a demonstration from end to end. A real installation counts.
    #[arg(long)]
    pub no_read_budget: bool,
    /// Tell anybody about the services that were let into the public feed, at /hsds/v3.
    #[arg(long)]
    pub public_feed: bool,
}

/// `passerelle rules`
#[derive(Args)]
pub struct Rules {
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

/// `passerelle profile`
#[derive(Subcommand)]
pub enum Profile {
    /// Read a profile as `serve` would, and say what it sets or which line is refused and why.
    Check(ProfileCheck),
}

/// `passerelle profile check`
#[derive(Args)]
pub struct ProfileCheck {
    /// The file.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

/// `passerelle check`
#[derive(Args)]
pub struct Check {
    /// Directory of the installation.
    #[arg(long, value_name = "DIR", conflicts_with_all = ["story", "config"])]
    pub data: Option<PathBuf>,
    /// Configuration file, which names it.
    #[arg(long, value_name = "FILE", conflicts_with = "story")]
    pub config: Option<PathBuf>,
    /// Check every case.
    #[arg(long, conflicts_with_all = ["case", "story"])]
    pub all: bool,
    /// Check one case.
    #[arg(long, value_name = "ID", conflicts_with = "story")]
    pub case: Option<CaseId>,
    /// Check a story in a file; see docs/story-format.md.
    #[arg(long, value_name = "FILE", requires = "at")]
    pub story: Option<PathBuf>,
    /// The moment at which the story is judged, such as 2026-11-23T14:00:00Z.
    #[arg(long, value_name = "TIME", requires = "story")]
    pub at: Option<Moment>,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

/// A command that needs only the installation.
#[derive(Args)]
pub struct Data {
    /// Which.
    #[command(flatten)]
    pub which: Which,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

/// `passerelle export log`
#[derive(Args)]
pub struct ExportLog {
    /// Which installation.
    #[command(flatten)]
    pub which: Which,
    /// A new or empty directory for the copy.
    #[arg(value_name = "OUT")]
    pub out: PathBuf,
}
