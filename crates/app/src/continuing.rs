//! Going on after a loss: the newest copy is older than what the checkpoint store knows, and there is no newer one.
//!
//! The old log is at an end; nobody signs another history of it. Two administrators begin a new log over the acts that are left,
//! with an origin and a signing key of its own, and its first act names what was lost. The old checkpoint stays where it is.

use domain::organisation::Continued;
use domain::{AccountId, Act, Capacity, Line, Moment, StreamId, Text};
use ledger::checkpoint::Checkpoint;
use ledger::note::KeyName;
use store::{Store, Tx};

use crate::App;
use crate::credential::{self, Gate, Settled, Verdict};
use crate::installation::{Opening, Place, read_tree};
use crate::keys::Keys;
use crate::refusal::{Fault, Refusal};
use crate::sign_in::by_name;
use crate::writing::{Checkpoints, Edge};

/// With what an administrator shows who they are.
#[derive(Clone)]
pub struct Shown {
    /// The name to sign in with.
    pub sign_in: String,
    /// The password.
    pub password: String,
    /// A code from the telephone or the card.
    pub code: String,
}

/// How the log goes on.
pub struct Continuing {
    /// The origin of the new log.
    pub origin: Line,
    /// What happened.
    pub why: Text,
    /// The two administrators.
    pub administrators: [Shown; 2],
}

/// Begins the new log. The installation must not be served meanwhile. Refused unless acts are lost indeed, and to one person
/// alone.
pub fn continue_after_loss(place: &Place, opening: Opening, asked: &Continuing) -> Result<Continued, Refusal> {
    let wrong = |why: &str| Fault::Installation { file: place.directory.display().to_string(), why: why.to_owned() };
    if !place.is_founded() {
        return Err(wrong("there is no installation here: restore the newest backup first").into());
    }
    let keys = Keys::open(&place.keys())?;
    KeyName::new(asked.origin.as_str()).map_err(Fault::from)?;
    if keys.signers.iter().any(|signer| signer.name().as_str() == asked.origin.as_str()) {
        return Err(wrong("the new log needs an origin that no log had before: give another --origin").into());
    }
    let kept = Checkpoints::kept(&place.checkpoint(&keys), &keys.signer)?;
    let store = place.store(opening.store)?;
    let edge = store.read(Edge::read)?;
    let tree = store.read(|tx| read_tree(tx, edge.size))?;
    let lost = kept.filter(|kept| kept.size > tree.size());
    let kept =
        lost.ok_or_else(|| wrong("nothing is lost here: the database holds all that the checkpoint store knows"))?;
    let note = std::fs::read_to_string(place.checkpoint(&keys)).map_err(|error| wrong(&error.to_string()))?;
    let now = Moment::from_millis(opening.clock.now().millis().max(edge.last));
    let gate = Gate::new(opening.cost);
    let writer = store.writer((), ())?;
    let mut by = Vec::new();
    for shown in &asked.administrators {
        let account = admitted(&store, &keys, &gate, shown, now, |subject, verdict| {
            writer.submit(move |tx: &mut Tx<'_>, ()| -> Result<Settled, Refusal> {
                Ok(credential::settle(tx, subject, &verdict, now)?)
            })
        })?;
        by.push(account);
    }
    drop(writer);
    drop(store);
    let [first, second]: [AccountId; 2] = by.try_into().map_err(|_| Refusal::NotYours)?;
    if first == second {
        return Err(wrong("two administrators are needed, and these are one").into());
    }
    let continued = Continued {
        origin: asked.origin.clone(),
        from: Line::new(keys.origin()).map_err(Fault::unreadable)?,
        left: tree.size(),
        known: kept.size,
        checkpoint: Text::new(note).map_err(Fault::unreadable)?,
        why: asked.why.clone(),
        first,
        second,
    };
    let signer = keys.begin_log(&place.keys(), &continued, &*opening.entropy)?;
    let checkpoint = Checkpoint { origin: signer.name().clone(), size: tree.size(), root: tree.root() };
    Checkpoints::put(&place.checkpoint_of(keys.log.saturating_add(1)), &checkpoint.sign(&signer)?)?;
    // From here on it is so: what names the new log is there. The act is recorded when the log is opened.
    keys.name_log(&place.keys(), &continued)?;
    drop(App::open(place, opening)?);
    Ok(continued)
}

/// Who this is, if both factors are right and they run the installation.
fn admitted(
    store: &Store,
    keys: &Keys,
    gate: &Gate,
    shown: &Shown,
    now: Moment,
    settle: impl FnOnce(AccountId, Verdict) -> Result<Settled, Refusal>,
) -> Result<AccountId, Refusal> {
    let name = shown.sign_in.trim().to_lowercase();
    let (known, record) = store.read(|tx| -> Result<_, Refusal> {
        let known =
            by_name(tx, &name)?.filter(|known| known.is_open() && known.capacity == Capacity::SystemAdministrator);
        let subject = known.as_ref().map_or_else(|| credential::nobody(&keys.working, &name), |known| known.account);
        Ok((known.map(|known| known.account), credential::lookup(tx, subject)?))
    })?;
    let verdict = credential::verify(&record, &shown.password, &shown.code, now, &keys.working, gate)?;
    let subject = known.unwrap_or_else(|| credential::nobody(&keys.working, &name));
    match (known, settle(subject, verdict)?) {
        (Some(account), Settled::SignedIn { .. }) => Ok(account),
        _ => Err(Refusal::NotYours),
    }
}

impl App {
    /// Records that the log goes on under another origin, if that is not on record yet.
    pub(crate) fn record_continuing(&self, known: bool) -> Result<(), Refusal> {
        match &self.keys.continued {
            Some(continued) if !known => self.record_done(StreamId::INSTALLATION, &Act::from(continued.clone())),
            _ => Ok(()),
        }
    }
}
