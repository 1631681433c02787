//! `passerelle backup`, `backup keys`, `backup-key new` and `restore`: copies for two offline recipients, and an installation
//! put together again from them.
//!
//! The private half of a recipient's key is printed nowhere: it is written once, to the file that was asked for.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use app::backup::{self, BackedUp, Identity, Recipient, Recipients, Restoring};
use app::installation::Place;
use clap::{Args, Subcommand};
use serde_json::json;

use crate::Verdict;
use crate::config::Config;
use crate::opened::opening;

/// `passerelle backup`
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Backup {
    /// What to copy, if not the data.
    #[command(subcommand)]
    pub what: Option<What>,
    /// How.
    #[command(flatten)]
    pub copying: Option<Copying>,
}

/// What else there is to copy.
#[derive(Subcommand)]
pub enum What {
    /// The keys, which open everything. Keep them apart from the data, and destroy them after 35 days.
    Keys(Copying),
}

/// From where, to where, for whom.
#[derive(Args)]
pub struct Copying {
    /// Configuration file, whose `[backup]` names the recipients.
    #[arg(long, value_name = "FILE", required_unless_present = "data", conflicts_with = "data")]
    pub config: Option<PathBuf>,
    /// Directory of the installation, which may be served meanwhile.
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// A new file for the backup.
    #[arg(long, value_name = "FILE")]
    pub to: PathBuf,
    /// The operator's public key, `age1…`; otherwise that of the configuration.
    #[arg(long, value_name = "KEY")]
    pub operator: Option<String>,
    /// The oversight body's public key, `age1…`; otherwise that of the configuration.
    #[arg(long, value_name = "KEY")]
    pub oversight: Option<String>,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

/// `passerelle backup-key`
#[derive(Subcommand)]
pub enum BackupKey {
    /// Make a key pair for a recipient. Do it on the recipient's own machine, not on the server.
    New(NewKey),
}

/// `passerelle backup-key new`
#[derive(Args)]
pub struct NewKey {
    /// A new file for the private key; the public key is printed.
    #[arg(long, value_name = "FILE")]
    pub to: PathBuf,
}

/// `passerelle restore`
#[derive(Args)]
pub struct Restore {
    /// The backup of the data.
    #[arg(long, value_name = "FILE")]
    pub from: PathBuf,
    /// The backup of the keys.
    #[arg(long, value_name = "FILE")]
    pub keys: PathBuf,
    /// The private key file of one of the two recipients.
    #[arg(long, value_name = "FILE")]
    pub key: PathBuf,
    /// A new directory; it may hold the checkpoint store and the erasure list of the installation that was lost.
    #[arg(long, value_name = "DIR")]
    pub data: PathBuf,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

/// Makes a backup.
pub fn run(asked: &Backup) -> anyhow::Result<Verdict> {
    match (&asked.what, &asked.copying) {
        (Some(What::Keys(copying)), _) => {
            let (place, recipients) = asked_of(copying)?;
            told(copying, &backup::back_up_keys(&place, &opening(), &recipients, &copying.to)?)
        }
        (None, Some(copying)) => {
            let (place, recipients) = asked_of(copying)?;
            told(copying, &backup::back_up(&place, &opening(), &recipients, &copying.to)?)
        }
        (None, None) => bail!("--to FILE is needed, and --data DIR or --config FILE"),
    }
}

fn asked_of(copying: &Copying) -> anyhow::Result<(Place, Recipients)> {
    let config = copying.config.as_deref().map(Config::read).transpose()?;
    let named = config.as_ref().and_then(|config| config.backup.as_ref());
    let place = match (&copying.data, &config) {
        (Some(data), _) => Place::new(data),
        (None, Some(config)) => config.place()?,
        (None, None) => bail!("--data DIR or --config FILE is needed"),
    };
    let key = |given: &Option<String>, named: Option<&String>, whose: &str| {
        let text = given.as_ref().or(named).with_context(|| {
            format!(
                "whose public key may open the backup is not known: give --{whose} age1…, or name it in the configuration \
                 under [backup]. `passerelle backup-key new` makes one"
            )
        })?;
        Recipient::parse(text).with_context(|| format!("the key of {whose}"))
    };
    let operator = key(&copying.operator, named.map(|named| &named.operator), "operator")?;
    let oversight = key(&copying.oversight, named.map(|named| &named.oversight), "oversight")?;
    Ok((place, Recipients::new(operator, oversight)?))
}

fn told(copying: &Copying, made: &BackedUp) -> anyhow::Result<Verdict> {
    if copying.json {
        let answer = json!({ "file": made.file, "length": made.length, "manifest": made.manifest });
        println!("{}", serde_json::to_string_pretty(&answer)?);
        return Ok(Verdict::Fine);
    }
    println!("{}, {} bytes, {}", made.file.display(), made.length, made.manifest.made_at);
    if let Some(log) = &made.manifest.log {
        println!("{} leaves, root {}", log.size, log.root);
    } else {
        println!("opens everything: keep it apart from the data, and destroy it after 35 days");
    }
    Ok(Verdict::Fine)
}

/// Makes a key pair.
pub fn key(asked: &BackupKey) -> anyhow::Result<Verdict> {
    let BackupKey::New(asked) = asked;
    let identity = Identity::draw(&app::SystemEntropy)?;
    let recipient = identity.recipient();
    let text = format!("# public key: {recipient}\n{}\n", identity.reveal().as_str());
    write_private(&asked.to, text.as_bytes()).with_context(|| format!("{} was not written", asked.to.display()))?;
    println!("{recipient}");
    eprintln!("The private key is in {}, and nowhere else: keep it offline.", asked.to.display());
    Ok(Verdict::Fine)
}

fn write_private(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    use std::io::Write as _;
    use std::os::unix::fs::OpenOptionsExt as _;
    let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Puts an installation together.
pub fn restore(asked: &Restore) -> anyhow::Result<Verdict> {
    let text = fs::read_to_string(&asked.key).with_context(|| asked.key.display().to_string())?;
    let identity = Identity::parse(&text).with_context(|| asked.key.display().to_string())?;
    let restoring = Restoring { data: &asked.from, keys: &asked.keys, identity: &identity };
    let restored = backup::restore(&restoring, &Place::new(&asked.data), &opening())
        .context("nothing was restored, and the directory is as it was")?;
    if asked.json {
        let answer = json!({
            "made_at": restored.made_at, "keys_made_at": restored.keys_made_at, "origin": restored.origin,
            "verifier_key": restored.verifier_key, "leaves": restored.leaves, "root": restored.root,
            "bodies": restored.bodies, "lost": restored.lost,
        });
        println!("{}", serde_json::to_string_pretty(&answer)?);
    } else {
        println!("{}: as of {}", asked.data.display(), restored.made_at);
        println!("{} leaves checked, root {}; {} bodies opened", restored.leaves, restored.root, restored.bodies);
        println!("compare with what oversight holds: {}", restored.verifier_key);
        if let Some(lost) = restored.lost {
            println!(
                "BEHIND     the checkpoint store there knows {lost} more acts: the server will not start. Restore a newer \
                 backup, or go on without them with `passerelle continue-after-loss`"
            );
        }
    }
    Ok(if restored.lost.is_some() { Verdict::Bad } else { Verdict::Fine })
}
