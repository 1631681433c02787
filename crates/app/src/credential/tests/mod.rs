//! A house with a database: what a sign-in and a session go through from enrolment to the end.

#[path = "../../../tests/device/mod.rs"]
pub(super) mod device;
#[path = "../../../../store/tests/engine/mod.rs"]
mod engine;
mod passkeys;
mod sessions;
mod sign_ins;

use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::{AccountId, Moment};
use p256::ecdsa::{DerSignature, SigningKey};
use store::{Database, Schema, Server, Settings, Store, Tx, Val, Writer, portable};

use super::*;
use crate::chance::SeededEntropy;

const SCHEMA: Schema<'static> = Schema { application_id: 0x5057_4352, steps: &[TABLES, PASSKEY_TABLES] };
const START: Moment = Moment::from_millis(1_790_000_000_000);
const SECOND: i64 = 1000;
const MINUTE: i64 = 60 * SECOND;
const OWN_PASSWORD: &str = "kelp ox rum lantern";

struct House {
    folder: tempfile::TempDir,
    store: Store,
    writer: Writer<()>,
    entropy: SeededEntropy,
    key: WorkingKey,
    gate: Gate,
}

struct Person {
    account: AccountId,
    paper: Enrolment,
    telephone: TotpSecret,
}

impl House {
    fn new() -> House {
        let folder = tempfile::tempdir().unwrap();
        let database = engine::database(&folder.path().join("house.db")).unwrap();
        let store = Store::of(&database, &SCHEMA, Settings::default()).unwrap();
        let writer = store.writer((), ()).unwrap();
        let (entropy, gate) = (SeededEntropy::new(11), Gate::new(Cost::Quick));
        House { folder, store, writer, entropy, key: WorkingKey::new([5; 32]), gate }
    }

    fn read<T>(&self, work: impl FnOnce(&mut Tx<'_>) -> Result<T, store::Error>) -> T {
        self.store.read(work).unwrap()
    }

    fn write<T: Send + 'static>(
        &self,
        mut work: impl FnMut(&mut Tx<'_>) -> Result<T, store::Error> + Send + 'static,
    ) -> T {
        self.writer.submit::<T, store::Error>(move |tx, ()| work(tx)).unwrap()
    }

    /// Every byte that is stored: files as they are, or every column of every row on a server.
    fn kept(&self) -> Vec<u8> {
        let mut kept = Vec::new();
        if !engine::is_server() {
            for entry in std::fs::read_dir(self.folder.path()).unwrap() {
                kept.extend(std::fs::read(entry.unwrap().path()).unwrap());
            }
            return kept;
        }
        for table in ["credential", "code_card", "session", "sign_in_failure", "passkey", "passkey_challenge"] {
            self.read(|tx| {
                tx.rows(&format!("select * from {table}"), &[], |row| {
                    for column in 0..row.columns() {
                        match row.get::<Val<'_>>(column)? {
                            Val::Text(text) => kept.extend(text.as_bytes()),
                            Val::Blob(bytes) => kept.extend(bytes),
                            Val::I64(_) | Val::Null => {}
                        }
                    }
                    Ok(())
                })
            });
        }
        kept
    }

    fn person(&self, number: u8) -> Person {
        let account = AccountId::from_random([number; 16]);
        let holder = Holder { account, sign_in: "amina.example", issuer: "Specimen" };
        let (paper, new) = enrol(&self.entropy, &self.key, &self.gate, &holder, START).unwrap();
        self.write(move |tx| write(tx, &new));
        let telephone = TotpSecret::read(paper.totp_secret.reveal()).unwrap();
        Person { account, paper, telephone }
    }

    fn verdict(&self, subject: AccountId, password: &str, code: &str, now: Moment) -> Verdict {
        let record = self.read(|tx| lookup(tx, subject));
        verify(&record, password, code, now, &self.key, &self.gate).unwrap()
    }

    fn settled(&self, subject: AccountId, verdict: Verdict, now: Moment) -> Settled {
        self.write(move |tx| settle(tx, subject, &verdict, now))
    }

    fn attempt(&self, subject: AccountId, password: &str, code: &str, now: Moment) -> Settled {
        self.settled(subject, self.verdict(subject, password, code, now), now)
    }

    fn begun(&self, account: AccountId, replacing: Option<&Token>, now: Moment) -> Token {
        let new = NewSession::draw(&self.entropy).unwrap();
        let (token, replacing) = (new.token.clone(), replacing.cloned());
        self.write(move |tx| begin(tx, &new, account, replacing.as_ref(), now));
        token
    }

    fn found(&self, token: &Token, now: Moment) -> Option<Session> {
        self.read(|tx| find(tx, token, now))
    }

    fn touched(&self, token: &Token, now: Moment) -> bool {
        let token = token.clone();
        self.write(move |tx| touch(tx, &token, now))
    }
}

impl Person {
    fn password(&self) -> &str {
        self.paper.password.reveal()
    }

    fn code(&self, now: Moment) -> String {
        self.telephone.code_at(now)
    }

    fn printed(&self, position: usize) -> &str {
        self.paper.card.codes[position - 1].code.reveal()
    }
}

fn later(millis: i64) -> Moment {
    START.plus(millis)
}

fn is_in(settled: Settled) -> bool {
    matches!(settled, Settled::SignedIn { .. })
}

#[test]
fn every_statement_is_portable() {
    let statements = [
        card::STATEMENTS,
        enrolment::STATEMENTS,
        factors::STATEMENTS,
        halves::STATEMENTS,
        session::STATEMENTS,
        sign_in::STATEMENTS,
        TABLES,
    ];
    for sql in statements.into_iter().chain(passkey::STATEMENTS).flatten() {
        assert_eq!(portable(sql), Ok(()), "{sql}");
    }
}

#[test]
fn nothing_secret_is_stored_in_clear_or_shown() {
    let house = House::new();
    let amina = house.person(1);
    let account = amina.account;
    let token = house.begun(account, None, START);
    let session = house.found(&token, START).unwrap();
    let record = house.read(|tx| lookup(tx, account));
    let new = NewSession::draw(&house.entropy).unwrap();
    let holder = Holder { account, sign_in: "amina.example", issuer: "Specimen" };
    let (_, credential) = enrol(&house.entropy, &house.key, &house.gate, &holder, START).unwrap();
    let shown = format!("{:?} {record:?} {session:?} {token:?} {new:?} {credential:?} {:?}", amina.paper, house.key);
    house.write(|tx| tx.exec("delete from sign_in_failure where failures < $1", &[0.into()]));
    let kept = house.kept();
    let secrets = [
        amina.password(),
        amina.paper.totp_secret.reveal(),
        amina.paper.totp_uri.reveal(),
        amina.printed(1),
        &amina.printed(1).replace('-', ""),
        token.cookie().reveal(),
        session.form_token().reveal(),
        "$argon2id$",
    ]
    .map(str::to_owned);
    for secret in &secrets {
        assert!(!shown.contains(secret), "{secret} is shown");
    }
    for secret in &secrets[..7] {
        assert!(!kept.windows(secret.len()).any(|window| window == secret.as_bytes()), "{secret} is stored");
    }
    let telephone: [u8; 20] = base32::decode(amina.paper.totp_secret.reveal()).unwrap();
    let cookie: [u8; 32] = base32::decode(token.cookie().reveal()).unwrap();
    for bytes in [telephone.as_slice(), &cookie] {
        assert!(!kept.windows(bytes.len()).any(|window| window == bytes), "what the text stands for is stored");
    }
    assert!(kept.windows(16).any(|window| window == account.bytes()), "the search finds what is there");
}
