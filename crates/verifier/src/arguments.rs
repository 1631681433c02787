//! What was asked for on the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use ledger::VerifierKey;

/// Printed for `--help`.
pub const HELP: &str = "\
passerelle-verify: check an exported copy of a Passerelle ledger

USAGE
    passerelle-verify DIR [--vkey TEXT] [--held FILE]... [--witness TEXT]...

DIR is a copy as 'passerelle export' writes it, or as fetched from a running ledger:
    checkpoint         the signed checkpoint the copy is for
    tile/              tiles and entry bundles, as served
    envelopes.jsonl    envelopes that have not been erased (may be absent)
    bodies.jsonl       bodies released to you (may be absent)
    older/             earlier checkpoints, one file each (may be absent)
    vkey               the ledger's verifier key (not used with --vkey)

OPTIONS
    --vkey TEXT        The ledger's verifier key, obtained another way than this copy: from a printed
                       paper, a colleague, an earlier visit. Without it the key in the copy is used, and
                       the result shows only that the copy agrees with itself.
    --held FILE        An earlier checkpoint that you kept. The ledger must still begin with what it then
                       was. May be repeated. Keep the checkpoint of every visit: one that you kept
                       yourself is what makes rewriting impossible to hide.
    --witness TEXT     The verifier key of a witness that must have cosigned the checkpoint. May be
                       repeated.
    --help             Print this text.
    --version          Print the version.

WHAT IS CHECKED
    The ledger's signature on the checkpoint. Every leaf: its format, its length, its hash. Every tile.
    That the leaves have the root and the number that the checkpoint states. That no leaf was recorded
    before the one preceding it. That the ledger begins with what each earlier checkpoint stated. That
    every envelope and body present is the one committed to when it was recorded.

WHAT CANNOT BE SEEN HERE
    Whether something was never recorded, or was false when it was recorded. Absent envelopes are erased
    or withheld, and which of the two cannot be told; their number is printed. Nothing else in DIR
    is read.

EXIT CODE
    0  the copy is good
    1  the copy is bad: the first bad leaf is named
    2  it could not be checked: wrong use, or a file could not be read
";

/// A request to check a copy.
#[derive(Debug)]
pub struct Arguments {
    /// The copy.
    pub directory: PathBuf,
    /// The ledger's key, if given from outside the copy.
    pub key: Option<VerifierKey>,
    /// Files with earlier checkpoints.
    pub held: Vec<PathBuf>,
    /// Keys of witnesses that must have cosigned.
    pub witnesses: Vec<VerifierKey>,
}

/// What was asked for.
#[derive(Debug)]
pub enum Asked {
    /// To check a copy.
    Check(Box<Arguments>),
    /// To print the help text.
    Help,
    /// To print the version.
    Version,
}

/// Reads the arguments after the program's name.
pub fn parse(given: impl Iterator<Item = OsString>) -> Result<Asked, String> {
    let mut given = given;
    let (mut directory, mut key, mut held, mut witnesses) = (None, None, Vec::new(), Vec::new());
    while let Some(argument) = given.next() {
        let mut value = |option: &str| given.next().ok_or_else(|| format!("{option} needs a value"));
        match argument.to_str() {
            Some("--help" | "-h") => return Ok(Asked::Help),
            Some("--version" | "-V") => return Ok(Asked::Version),
            Some("--held") => held.push(PathBuf::from(value("--held")?)),
            Some("--witness") => witnesses.push(verifier_key("--witness", value("--witness")?)?),
            Some("--vkey") => {
                if key.replace(verifier_key("--vkey", value("--vkey")?)?).is_some() {
                    return Err("--vkey was given twice".to_owned());
                }
            }
            Some(option) if option.starts_with('-') => return Err(format!("{option} is not known")),
            _ => {
                if directory.replace(PathBuf::from(argument)).is_some() {
                    return Err("one directory is checked at a time".to_owned());
                }
            }
        }
    }
    let directory = directory.ok_or("which directory is to be checked?")?;
    Ok(Asked::Check(Box::new(Arguments { directory, key, held, witnesses })))
}

fn verifier_key(option: &str, text: OsString) -> Result<VerifierKey, String> {
    let text = text.into_string().map_err(|_| format!("{option}: not text"))?;
    VerifierKey::parse(text.trim()).map_err(|why| format!("{option}: {why}"))
}
