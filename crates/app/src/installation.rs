//! An installation on disk: founding it, opening it.
//!
//! `DIR/keys/` holds the secrets, `DIR/casework.db` the database unless it is on a server, `DIR/checkpoint` the checkpoint store, `DIR/erasures` the
//! list of what was erased, `DIR/DEMO` marks a demonstration.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicI64;

use access::Permit;
use domain::kind::{Act, topic};
use domain::organisation::{Founded, Registered};
use domain::registry::InstallationFacts;
use domain::{AccountId, ActId, Capacity, Line, Moment, OrgId, StreamId};
use jiff::tz::TimeZone;
use ledger::seal::Key;
use ledger::tree::TileTree;
use safeguards::Profile;
use store::{Settings, Store, Tx, Val};

pub use store::{Database, Server};

use crate::App;
use crate::budget::ReadBudget;
use crate::chance::{Clock, Entropy, draw};
use crate::clock_guard::ClockGuard;
use crate::credential::{Cost, Enrolment, Gate};
use crate::erasure_list::ErasureList;
use crate::kept::Kept;
use crate::keys::{Keys, SealedBy};
use crate::ledger_rows::{Prepared, Seal, acts_of, envelope, signed};
use crate::names::Names;
use crate::refusal::{Fault, Refusal};
use crate::schema::schema;
use crate::writing::{Checkpoints, Edge, Scribe, size_of};

/// What an installation says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// What people call it.
    pub name: String,
    /// The origin of its log.
    pub origin: String,
    /// The text by which others verify its checkpoints.
    pub verifier_key: String,
    /// Is it a demonstration?
    pub demo: bool,
}

/// Where an installation lies.
#[derive(Debug, Clone)]
pub struct Place {
    /// The directory.
    pub directory: PathBuf,
    /// The server that has the database, if the directory has not.
    server: Option<Server>,
}

impl Place {
    /// An installation in this directory.
    pub fn new(directory: impl Into<PathBuf>) -> Self {
        Self { directory: directory.into(), server: None }
    }

    /// The same, with its database on a server.
    #[must_use]
    pub fn on(self, server: Option<Server>) -> Self {
        Self { server, ..self }
    }

    /// Is its database on a server?
    pub fn is_on_a_server(&self) -> bool {
        self.server.is_some()
    }

    pub(crate) fn store(&self, settings: Settings) -> Result<Store, store::Error> {
        let database = match &self.server {
            None => Database::File(self.database()),
            Some(server) => Database::Server(server.clone()),
        };
        Store::of(&database, &schema(), settings)
    }

    /// The file of the database, when it is in the directory.
    pub fn database(&self) -> PathBuf {
        self.directory.join("casework.db")
    }

    pub(crate) fn keys(&self) -> PathBuf {
        self.directory.join("keys")
    }

    /// The checkpoint store of the log that these keys sign.
    pub(crate) fn checkpoint(&self, keys: &Keys) -> PathBuf {
        self.checkpoint_of(keys.log)
    }

    /// The checkpoint store of a log; after a loss there is more than one.
    pub(crate) fn checkpoint_of(&self, log: u32) -> PathBuf {
        self.directory.join(if log == 1 { "checkpoint".to_owned() } else { format!("checkpoint-{log}") })
    }

    /// The list of what was erased, kept beside the checkpoint store: no restore touches either.
    pub(crate) fn erasures(&self) -> PathBuf {
        self.directory.join("erasures")
    }

    fn demo_mark(&self) -> PathBuf {
        self.directory.join("DEMO")
    }

    /// Marks the directory as a demonstration, which `serve` refuses.
    pub fn mark_as_demo(&self) -> Result<(), Fault> {
        let path = self.demo_mark();
        fs::write(&path, "Synthetic people only. Never put real data here.\n")
            .map_err(|error| Fault::Installation { file: path.display().to_string(), why: error.to_string() })
    }

    /// Is it marked as a demonstration?
    pub fn is_demo(&self) -> bool {
        self.demo_mark().exists()
    }

    /// Is there an installation here?
    pub fn is_founded(&self) -> bool {
        match self.server {
            None => self.database().exists(),
            Some(_) => self.keys().join("origin").exists(),
        }
    }
}

/// How an installation is opened.
#[derive(Clone)]
pub struct Opening {
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The source of randomness.
    pub entropy: Arc<dyn Entropy>,
    /// What hashing a password costs.
    pub cost: Cost,
    /// Settings of the store.
    pub store: Settings,
    /// How much one account may look at.
    pub budget: ReadBudget,
    /// What the country sets beyond the texts.
    pub profile: Profile,
}

/// The first administrators of a new installation.
#[derive(Debug, Clone)]
pub struct FirstAdministrator {
    /// The name to sign in with.
    pub sign_in: Line,
    /// The name that colleagues see.
    pub name: Line,
}

impl App {
    /// Makes a new installation: keys, database, its founding act, the running organisation and two administrators, who
    /// see no case. Returns their credentials, shown once.
    pub fn found(
        place: &Place,
        opening: Opening,
        founded: &Founded,
        runner: &Registered,
        administrators: &[FirstAdministrator; 2],
    ) -> Result<(Self, Vec<(AccountId, Enrolment)>), Refusal> {
        if place.is_founded() {
            return Err(Fault::Installation {
                file: place.directory.display().to_string(),
                why: "there is an installation here already".to_owned(),
            }
            .into());
        }
        TimeZone::get(founded.zone.as_str()).map_err(|_| Refusal::Unknown("time zone"))?;
        fs::create_dir_all(&place.directory).map_err(|error| Fault::Installation {
            file: place.directory.display().to_string(),
            why: error.to_string(),
        })?;
        if place.is_on_a_server() && place.store(opening.store)?.read(size_of)? > 0 {
            return Err(Fault::Installation {
                file: "database".to_owned(),
                why: "the database on the server holds an installation already; bring its keys here instead".to_owned(),
            }
            .into());
        }
        Keys::make(&place.keys(), founded.origin.as_str(), &*opening.entropy)?;
        let store = place.store(opening.store)?;
        let app = Self::open_at(place, opening, founded, store)?;
        let runner_id = OrgId::from_random(draw(&*app.entropy)?);
        app.found_stream(StreamId::INSTALLATION, vec![Act::from(founded.clone())])?;
        app.found_stream(runner_id.stream(), vec![Act::from(runner.clone())])?;
        let mut enrolled = Vec::new();
        for administrator in administrators {
            let account = AccountId::from_random(draw(&*app.entropy)?);
            let proposed = domain::account::Proposed {
                sign_in: administrator.sign_in.clone(),
                name: administrator.name.clone(),
                org: runner_id,
                capacity: Capacity::SystemAdministrator,
            };
            app.found_stream(account.stream(), vec![Act::from(proposed), Act::from(domain::account::Confirmed {})])?;
            enrolled.push((account, app.enrol(account)?));
        }
        app.load_names()?;
        Ok((app, enrolled))
    }

    /// Opens an installation.
    pub fn open(place: &Place, opening: Opening) -> Result<Self, Fault> {
        if !place.is_founded() {
            return Err(Fault::Installation {
                file: place.directory.display().to_string(),
                why: "there is no installation here; make one with `passerelle init`".to_owned(),
            });
        }
        let keys = Keys::open(&place.keys())?;
        let store = place.store(opening.store)?;
        let founding = store.read(|tx| acts_of(&keys, tx, StreamId::INSTALLATION))?;
        let continued = |recorded: &domain::Recorded| match &recorded.act {
            Act::Organisation(topic::Organisation::Continued(body)) => keys.continued.as_ref() == Some(body),
            _ => false,
        };
        let known = founding.iter().any(continued);
        let founded = founding.into_iter().find_map(|recorded| match recorded.act {
            Act::Organisation(topic::Organisation::Founded(body)) => Some(body),
            _ => None,
        });
        let founded = founded.ok_or_else(|| Fault::Installation {
            file: place.database().display().to_string(),
            why: "the database has no founding act".to_owned(),
        })?;
        let app = Self::open_at(place, opening, &founded, store)?;
        // What was erased once stays erased, whatever was restored.
        let again =
            app.record_continuing(known).and_then(|()| app.obey_the_list()).map_err(|refusal| match refusal {
                Refusal::Fault(fault) => fault,
                other => Fault::unreadable(other),
            })?;
        if again > 0 {
            tracing::warn!(again, "erased again what the erasure list names");
        }
        Ok(app)
    }

    fn open_at(place: &Place, opening: Opening, founded: &Founded, store: Store) -> Result<Self, Fault> {
        let Opening { clock, entropy, cost, store: _, budget, profile } = opening;
        let keys = Arc::new(Keys::open(&place.keys())?);
        let zone = TimeZone::get(founded.zone.as_str()).map_err(Fault::unreadable)?;
        let store = Arc::new(store);
        // Whatever is read from here on nobody else changes: another server that had the right to write has lost it.
        let claim = store.claim()?;
        let (edge, tree) = store.read(|tx| -> Result<_, Fault> {
            let edge = Edge::read(tx)?;
            Ok((edge.clone(), read_tree(tx, edge.size)?))
        })?;
        let checkpoints = store.read(|tx| {
            let hashes = |level, number| crate::log::hashes_at(tx, level, number, tree.size()).ok().flatten();
            Checkpoints::open(&place.checkpoint(&keys), Arc::clone(&keys.signer), &tree, hashes)
        })?;
        let checkpoints = Arc::new(checkpoints);
        let clock_facts = store.read(|tx| -> Result<_, Fault> {
            Ok(InstallationFacts::of(&acts_of(&keys, tx, StreamId::INSTALLATION)?).clock)
        })?;
        let clock_guard = if place.is_demo() {
            ClockGuard::of_nothing()
        } else {
            let last = (edge.size > 0).then(|| Moment::from_millis(edge.last));
            ClockGuard::starting(clock_facts, last, clock.now(), clock.elapsed())
        };
        let latest = Arc::new(AtomicI64::new(edge.last));
        let scribe = Scribe::new(tree, Arc::clone(&checkpoints), Arc::clone(&clock), Arc::clone(&latest));
        let writer = claim.start(edge, scribe)?;
        let about = About {
            name: founded.name.to_string(),
            origin: keys.origin().to_owned(),
            verifier_key: keys.verifier_key(),
            demo: place.is_demo(),
        };
        let safeguards = safeguards::Settings::under(zone.clone(), profile);
        let erasures = Arc::new(ErasureList::new(place.erasures(), keys.signers.clone()));
        Ok(Self {
            store,
            writer,
            checkpoints,
            keys,
            clock,
            clock_guard,
            latest,
            entropy,
            names: Names::default(),
            kept: Kept::default(),
            erasures,
            to_settle: std::sync::Mutex::new(Vec::new()),
            gate: Gate::new(cost),
            budget,
            vaults: crate::vault::Opened::default(),
            over_budget: std::sync::atomic::AtomicU64::new(0),
            zone,
            safeguards,
            about,
        })
    }

    /// Begins a stream without anybody's permit. Only the founding of an installation may: there is nobody yet who could
    /// be asked.
    fn found_stream(&self, stream: StreamId, acts: Vec<Act>) -> Result<(), Refusal> {
        let key = Key::new(draw(&*self.entropy)?);
        let wrapped = self.keys.wrap(SealedBy::Stream(stream).name(), &key, &*self.entropy)?;
        let now = self.now();
        let mut prepared = Vec::new();
        for act in acts {
            let row = act.kind().row();
            let permit = Permit::founding(stream, row.part, row.action);
            let envelope = envelope(&permit, ActId::from_random(draw(&*self.entropy)?), &act, now);
            let seal = Seal { keys: &self.keys, entropy: &*self.entropy, by: SealedBy::Stream(stream), key: &key };
            prepared.push(Prepared::seal(permit, &seal, envelope, act)?);
        }
        let (epoch, zone) = (self.keys.epoch, self.zone.clone());
        self.writer.submit(move |tx: &mut Tx<'_>, edge| -> Result<(), Refusal> {
            tx.exec(
                "insert into stream_key (stream, epoch, wrapped) values ($1, $2, $3)",
                &[Val::Blob(&stream.bytes()), Val::I64(epoch.into()), Val::Blob(&wrapped)],
            )?;
            for act in &prepared {
                edge.append(tx, act, now, &zone)?;
            }
            Ok(())
        })
    }

    /// Opens every name into memory. Called once after the start, in the background where somebody waits.
    pub fn load_names(&self) -> Result<(), Fault> {
        let naming =
            ["custody.admitted", "custody.identity_corrected", "account.proposed", "post.established", "post.renamed"];
        for kind in naming {
            let mut after: i64 = -1;
            loop {
                let rows = self.store.read(|tx| -> Result<_, Fault> {
                    let sql = "select seq, leaf, envelope, envelope_salt, sealed, year from act where kind = $1 and seq > $2 order by seq limit 500";
                    let rows = tx.all(sql, &[Val::Text(kind), Val::I64(after)], |row| Ok((row.get::<i64>(0)?, crate::ledger_rows::Closed::read(row)?)))?;
                    let mut opened = Vec::with_capacity(rows.len());
                    for (seq, row) in rows {
                        opened.push((seq, match row { Some(row) => row.open(&self.keys, tx)?, None => None }));
                    }
                    Ok(opened)
                })?;
                let Some((last, _)) = rows.last() else { break };
                after = *last;
                for recorded in rows.iter().filter_map(|(_, recorded)| recorded.as_ref()) {
                    self.names.take(recorded);
                }
            }
        }
        self.names.finish_loading();
        Ok(())
    }
}

impl App {
    /// Takes the name of one stream into memory again, from the acts that are left.
    pub(crate) fn name_anew(&self, stream: StreamId) -> Result<(), Fault> {
        let acts = self.store.read(|tx| acts_of(&self.keys, tx, stream))?;
        self.names.forget(stream);
        for recorded in &acts {
            self.names.take(recorded);
        }
        Ok(())
    }
}

/// The right edge of the tree, from its tiles.
pub(crate) fn read_tree(tx: &mut Tx<'_>, size: u64) -> Result<TileTree, Fault> {
    let mut failed = None;
    let tree = TileTree::resume(size, |level, number| {
        let row = tx.one(
            "select hashes from tile where level = $1 and number = $2",
            &[Val::I64(level.into()), signed(number)],
            |row| row.get::<Vec<u8>>(0),
        );
        match row {
            Ok(bytes) => bytes.and_then(|bytes| ledger::tile::hashes(&bytes).ok()),
            Err(error) => {
                failed = Some(error);
                None
            }
        }
    });
    match failed {
        Some(error) => Err(error.into()),
        None => Ok(tree?),
    }
}
