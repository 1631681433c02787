//! A PostgreSQL server as the place of a database: its address, and how a connection is set up.
//!
//! Speaks no TLS: a connection goes over a socket of this machine, or over a way that whoever runs the installation keeps
//! private and says so. Never shows a password.

mod anew;
mod check;
mod error;
mod lease;
mod schema;
mod session;
mod value;

use std::fmt;
use std::net::IpAddr;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::time::Duration;

use postgres::config::{Host, SslMode, TargetSessionAttrs};
use postgres::{Client, Config, NoTls};

pub(crate) use error::at_commit;
pub(crate) use lease::Lease;
pub(crate) use schema::bring_forward;
pub(crate) use session::{Failure, Session};
pub(crate) use value::column;

use crate::{Error, Synchronous};

/// How long a new connection may take.
const CONNECTING: Duration = Duration::from_secs(5);

/// After how long without an answer from the network a connection is given up, on both sides.
const SILENCE: Duration = Duration::from_secs(10);

/// The address of a database on a PostgreSQL server, and who asks.
#[derive(Clone)]
pub struct Server {
    config: Box<Config>,
}

/// The settings of the client hold nothing that a panic could leave half done.
impl RefUnwindSafe for Server {}
impl UnwindSafe for Server {}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Server { config } = self;
        let shown = (config.get_hosts(), config.get_ports(), config.get_dbname(), config.get_user());
        f.debug_tuple("Server").field(&shown).finish_non_exhaustive()
    }
}

impl Server {
    /// Reads an address such as `postgres://USER@localhost/DATABASE` or, over a socket of this machine,
    /// `postgres://USER@%2Fvar%2Frun%2Fpostgresql/DATABASE`. The way to another machine must say `sslmode=disable`,
    /// because nothing is encrypted here.
    pub fn parse(address: &str) -> Result<Server, Error> {
        let unfit = |why: &str| Error::Unfit(why.into());
        // What the parser says may repeat a part of the address, and so a password.
        let mut config: Config =
            address.parse().map_err(|_| unfit("an address is written postgres://USER@HOST/DATABASE"))?;
        if config.get_dbname().is_none() || (config.get_hosts().is_empty() && config.get_hostaddrs().is_empty()) {
            return Err(unfit("the address must name a host and a database"));
        }
        let near = |host: &Host| match host {
            Host::Unix(_) => true,
            Host::Tcp(name) => name == "localhost" || name.parse().is_ok_and(|address: IpAddr| address.is_loopback()),
        };
        let all_near = config.get_hosts().iter().all(near) && config.get_hostaddrs().iter().all(IpAddr::is_loopback);
        match config.get_ssl_mode() {
            SslMode::Require => return Err(unfit("no TLS is spoken here; lead the connection through a tunnel")),
            SslMode::Disable => {}
            _ if all_near => {}
            _ => {
                return Err(unfit(
                    "the server is on another machine and no TLS is spoken here: lead the connection through a tunnel that \
                     ends on this machine or, on a private way, write ?sslmode=disable",
                ));
            }
        }
        config
            .ssl_mode(SslMode::Disable)
            .application_name("passerelle")
            .connect_timeout(CONNECTING)
            .keepalives_idle(SILENCE / 2)
            .keepalives_interval(SILENCE / 5)
            .keepalives_retries(3)
            .tcp_user_timeout(SILENCE)
            // A copy that follows behind would not show what was answered.
            .target_session_attrs(TargetSessionAttrs::ReadWrite);
        Ok(Server { config: Box::new(config) })
    }

    /// The same, with a password that does not stand in the address.
    #[must_use]
    pub fn with_password(mut self, password: &str) -> Server {
        self.config.password(password);
        self
    }

    /// The same database, with every table in a schema of this name, which is made if it is missing. Lower-case letters,
    /// digits and `_` only.
    pub fn within(mut self, schema: &str) -> Result<Server, Error> {
        let plain = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '_';
        if schema.is_empty() || schema.len() > 60 || !schema.chars().all(plain) {
            return Err(Error::Unfit("a schema is named with lower-case letters, digits and _".into()));
        }
        self.connect()?.batch_execute(&format!("create schema if not exists \"{schema}\""))?;
        self.config.options(&format!("-c search_path={schema}"));
        Ok(self)
    }

    fn connect(&self) -> Result<Client, Error> {
        self.config.connect(NoTls).map_err(|error| error::at_connect(&error))
    }

    /// A connection that can only read. Each of its transactions sees one state of the database.
    pub(crate) fn reading(&self) -> Result<Session, Error> {
        let mut client = self.connect()?;
        client.batch_execute("set default_transaction_read_only = on")?;
        Ok(Session::new(client))
    }

    /// A connection that can write, and whose commits are durable when they are answered. `pause` is how long a
    /// transaction may stand still before the server ends it and lets go of its locks; zero is for ever.
    pub(crate) fn writing(&self, synchronous: Synchronous, pause: Duration) -> Result<Session, Error> {
        let mut client = self.connect()?;
        let (commit, silence, pause) =
            (commit_of(synchronous), SILENCE.as_secs(), pause.as_millis().min(i32::MAX.unsigned_abs().into()));
        client.batch_execute(&format!(
            "set synchronous_commit = {commit}; set idle_in_transaction_session_timeout = {pause}; \
             set tcp_keepalives_idle = {silence}; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 3"
        ))?;
        let shown = |client: &mut Client, setting: &str| -> Result<String, Error> {
            Ok(client.query_one(&format!("show {setting}"), &[])?.try_get(0)?)
        };
        // Asked back, because an answer must never rest on a setting that something else decided.
        let mut wanted = vec![("synchronous_commit", commit), ("server_encoding", "UTF8")];
        if synchronous == Synchronous::Full {
            wanted.extend([("fsync", "on"), ("full_page_writes", "on")]);
        }
        for (setting, value) in wanted {
            let found = shown(&mut client, setting)?;
            if found != value {
                return Err(Error::Unfit(format!("{setting} is {found} and must be {value}").into()));
            }
        }
        Ok(Session::new(client))
    }
}

fn commit_of(synchronous: Synchronous) -> &'static str {
    match synchronous {
        Synchronous::Full => "on",
        Synchronous::Normal => "off",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_to_another_machine_must_be_called_private() {
        for address in [
            "postgres://specimen@localhost/register",
            "postgres://specimen@127.0.0.1:5433/register",
            "postgres://specimen@[::1]/register",
            "postgres://specimen@%2Fvar%2Frun%2Fpostgresql/register",
            "postgres://specimen@10.0.0.7/register?sslmode=disable",
        ] {
            assert!(Server::parse(address).is_ok(), "{address}");
        }
        for address in [
            "postgres://specimen@10.0.0.7/register",
            "postgres://specimen@db.example/register",
            "postgres://specimen@localhost,db.example/register",
            "postgres://specimen@localhost/register?sslmode=require",
            "postgres://specimen@localhost",
            "register.db",
        ] {
            assert!(matches!(Server::parse(address), Err(Error::Unfit(_))), "{address}");
        }
    }

    #[test]
    fn a_password_is_never_shown() {
        let server = Server::parse("postgres://specimen:open-sesame@localhost/register").unwrap();
        let other = Server::parse("postgres://specimen@localhost/register").unwrap().with_password("open-sesame");
        let wrong = Server::parse("postgres:/specimen:open-sesame=@localhost/register").unwrap_err();
        let shown = format!("{server:?} {other:?} {wrong:?} {wrong}");
        assert!(!shown.contains("sesame"), "{shown}");
        assert!(shown.contains("register"), "{shown}");
    }
}
