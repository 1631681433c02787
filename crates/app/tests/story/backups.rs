//! Backups and what is put together from them: whole, or not at all, with a sentence that says what to do.

use std::fs;
use std::path::{Path, PathBuf};

use app::backup::{BackedUp, Identity, Recipient, Recipients, Restored, Restoring, back_up, back_up_keys, restore};
use app::installation::Place;
use app::{App, Refusal, SeededEntropy};
use domain::moment::DAY;

use crate::house::House;
use crate::opening::copied_and_checked;

/// Backups of a house, and the keys that open them.
pub struct Kept {
    folder: tempfile::TempDir,
    pub operator: Identity,
    pub oversight: Identity,
}

impl Kept {
    pub fn new() -> Self {
        let entropy = SeededEntropy::new(91);
        Self {
            folder: tempfile::tempdir().unwrap(),
            operator: Identity::draw(&entropy).unwrap(),
            oversight: Identity::draw(&entropy).unwrap(),
        }
    }

    pub fn recipients(&self) -> Recipients {
        Recipients::new(self.operator.recipient(), self.oversight.recipient()).unwrap()
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn data(&self, house: &House, name: &str) -> BackedUp {
        back_up(&house.place(), &house.opening(), &self.recipients(), &self.path(name)).unwrap()
    }

    pub fn keys(&self, house: &House, name: &str) -> BackedUp {
        back_up_keys(&house.place(), &house.opening(), &self.recipients(), &self.path(name)).unwrap()
    }

    pub fn restore(&self, house: &House, data: &str, keys: &str, to: &str) -> Result<Restored, Refusal> {
        self.restore_with(&self.operator, house, data, keys, to)
    }

    pub fn restore_with(
        &self,
        identity: &Identity,
        house: &House,
        data: &str,
        keys: &str,
        to: &str,
    ) -> Result<Restored, Refusal> {
        let (data, keys) = (self.path(data), self.path(keys));
        let asked = Restoring { data: &data, keys: &keys, identity };
        restore(&asked, &Place::new(self.path(to)), &house.opening())
    }

    /// What a restore says that must fail, having left nothing behind.
    #[track_caller]
    fn refused(&self, house: &House, data: &str, keys: &str) -> String {
        let said = self.restore(house, data, keys, "refused").unwrap_err().to_string();
        assert!(!self.path("refused").exists() && !self.path("refused.restoring").exists(), "{said}");
        said
    }
}

/// A backup changed in some way.
fn changed(kept: &Kept, from: &str, to: &str, change: impl FnOnce(&mut Vec<u8>)) {
    let mut bytes = fs::read(kept.path(from)).unwrap();
    change(&mut bytes);
    fs::write(kept.path(to), bytes).unwrap();
}

/// A house with a case that is shared, backed up while it is open.
fn house_and_backups() -> (House, Kept, app::perform::Deed) {
    let house = House::new();
    let shared = house.assigned("A-1");
    let kept = Kept::new();
    kept.data(&house, "data");
    kept.keys(&house, "keys");
    (house, kept, app::Deed::one(shared.case, crate::acts::needs()))
}

pub fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files_below(&path)) } else { found.push(path) }
    }
    found
}

/// Does any file below the folder hold these bytes?
pub fn holds(folder: &Path, needle: &[u8]) -> Option<PathBuf> {
    let has = |path: &PathBuf| fs::read(path).unwrap().windows(needle.len()).any(|window| window == needle);
    files_below(folder).into_iter().find(has)
}

#[test]
fn what_was_backed_up_while_people_worked_is_put_together_whole() {
    let mut house = House::new();
    let shared = house.assigned("A-1");
    let kept = Kept::new();
    // Somebody writes all the time that the backup is made.
    let made = std::thread::scope(|scope| {
        let writing = scope.spawn(|| {
            for n in 0..40 {
                house.admitted(&format!("W-{n}"));
            }
        });
        let made = kept.data(&house, "data");
        writing.join().unwrap();
        made
    });
    kept.keys(&house, "keys");
    let log = made.manifest.log.unwrap();
    assert!(house.leaves() > log.size, "people went on working");
    // Either recipient opens it.
    for (identity, to) in [(&kept.operator, "one"), (&kept.oversight, "other")] {
        let restored = kept.restore_with(identity, &house, "data", "keys", to).unwrap();
        assert_eq!((restored.leaves, &restored.root, restored.lost), (log.size, &log.root, None));
        assert_eq!(restored.verifier_key, house.app().about().verifier_key);
        let app = App::open(&Place::new(kept.path(to)), house.opening()).unwrap();
        assert!(app.replay(|_, _| {}).unwrap().differing.is_empty());
        assert_eq!(app.examine().unwrap().leaves, log.size);
        app.case(&house.manager, shared.case, domain::look::Purpose::Casework).unwrap();
    }
    assert!(house.place().is_founded());
    assert!(!house.place().directory.join("backup-copy.db").exists(), "the copy in the clear is removed");
    house.reopen();
    copied_and_checked(&house);
}

#[test]
fn neither_backup_alone_shows_a_key_or_a_row() {
    let (house, kept, _) = house_and_backups();
    let epoch = fs::read(house.place().directory.join("keys/epoch-1.key")).unwrap();
    let inside = |name: &str| {
        use std::io::Read as _;
        let file = fs::File::open(kept.path(name)).unwrap();
        let mut bytes = Vec::new();
        app::backup::Decryptor::begin(file, &kept.oversight).unwrap().read_to_end(&mut bytes).unwrap();
        bytes
    };
    let has = |bytes: &[u8], needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
    for name in ["data", "keys"] {
        let sealed = fs::read(kept.path(name)).unwrap();
        assert!(!has(&sealed, &epoch) && !has(&sealed, b"custody.admitted"));
    }
    assert!(has(&inside("data"), b"custody.admitted") && !has(&inside("data"), &epoch));
    assert!(has(&inside("keys"), &epoch) && !has(&inside("keys"), b"custody.admitted"));
}

#[test]
fn the_key_of_somebody_else_opens_nothing() {
    let (house, kept, _) = house_and_backups();
    let stranger = Identity::draw(&SeededEntropy::new(5)).unwrap();
    let said = kept.restore_with(&stranger, &house, "data", "keys", "refused").unwrap_err().to_string();
    assert!(said.contains("does not open this backup") && said.contains("two recipients"), "{said}");
    assert!(!kept.path("refused").exists());
    // Nor is one person both.
    let operator = kept.operator.recipient();
    assert!(Recipients::new(operator.clone(), operator).is_err());
    assert!(Recipient::parse("age1qqqq").is_err());
}

#[test]
fn a_backup_that_was_cut_or_changed_anywhere_is_refused() {
    let (house, kept, _) = house_and_backups();
    let length = fs::read(kept.path("data")).unwrap().len();
    let chunk = 64 * 1024 + 16;
    assert!(length > 3 * chunk, "the archive has several chunks");
    let header = fs::read(kept.path("data")).unwrap().windows(4).position(|w| w == b"--- ").unwrap() + 48 + 16;
    for cut in [0, 10, header - 3, header, header + 5, header + chunk, header + 2 * chunk, length - 1] {
        changed(&kept, "data", "cut", |bytes| bytes.truncate(cut));
        let said = kept.refused(&house, "cut", "keys");
        assert!(said.contains("take another copy") || said.contains("give the file"), "{cut}: {said}");
    }
    for at in [3, 40, header - 20, header - 8, header, header + chunk + 9, length - 1] {
        changed(&kept, "data", "bent", |bytes| bytes[at] ^= 1);
        let said = kept.refused(&house, "bent", "keys");
        assert!(said.contains("take another copy") || said.contains("give the"), "{at}: {said}");
    }
    changed(&kept, "data", "longer", |bytes| bytes.push(0));
    assert!(kept.refused(&house, "longer", "keys").contains("after its end"));
    // Two chunks exchanged.
    changed(&kept, "data", "swapped", |bytes| {
        let (one, other) = bytes[header..header + 2 * chunk].split_at_mut(chunk);
        one.swap_with_slice(other);
    });
    assert!(kept.refused(&house, "swapped", "keys").contains("take another copy"));
    // The same with the backup of the keys.
    changed(&kept, "keys", "half-keys", |bytes| bytes.truncate(bytes.len() - 1));
    assert!(kept.refused(&house, "data", "half-keys").contains("take another copy"));
}

#[test]
fn backups_that_do_not_belong_together_are_refused() {
    let (house, kept, _) = house_and_backups();
    let said = kept.refused(&house, "keys", "data");
    assert!(said.contains("exchanged"), "{said}");
    // The keys of another installation, made for the same recipients.
    let other = House::with_seed(8);
    kept.keys(&other, "other-keys");
    let said = kept.refused(&house, "data", "other-keys");
    assert!(said.contains("do not belong together"), "{said}");
}

#[test]
fn an_archive_made_by_somebody_without_the_key_of_the_log_is_refused() {
    use app::backup::{Decryptor, Encryptor};
    use std::io::{Read as _, Write as _};
    let (house, kept, _) = house_and_backups();
    let mut inside = Vec::new();
    let file = fs::File::open(kept.path("data")).unwrap();
    Decryptor::begin(file, &kept.operator).unwrap().read_to_end(&mut inside).unwrap();
    let forged = |name: &str, bytes: &[u8]| {
        let out = fs::File::create(kept.path(name)).unwrap();
        let everybody = [kept.operator.recipient(), kept.oversight.recipient()];
        let mut out = Encryptor::begin(out, &everybody, &SeededEntropy::new(3)).unwrap();
        out.write_all(bytes).unwrap();
        out.finish().unwrap();
    };
    // A manifest that says something else is not signed by the log.
    let place = inside.windows(10).position(|window| window == b"\"schema\": ").unwrap() + 10;
    let mut bytes = inside.clone();
    bytes[place] = if bytes[place] == b'4' { b'3' } else { b'4' };
    forged("manifest", &bytes);
    assert!(kept.refused(&house, "manifest", "keys").contains("not signed by the key of the log"));
    // A database that is not the one the manifest names.
    let place = inside.windows(16).position(|window| window == b"custody.admitted").unwrap();
    let mut bytes = inside.clone();
    bytes[place] = b'C';
    forged("database", &bytes);
    assert!(kept.refused(&house, "database", "keys").contains("casework.db is not what the manifest says"));
    // Something more at the end of the archive, or an end that is missing.
    let mut bytes = inside.clone();
    bytes.extend([0; 512]);
    forged("more", &bytes);
    assert!(kept.refused(&house, "more", "keys").contains("inside of the backup"));
    forged("less", &inside[..inside.len() - 512]);
    let said = kept.refused(&house, "less", "keys");
    assert!(said.contains("inside of the backup"), "{said}");
}

#[test]
fn keys_older_than_35_days_are_refused() {
    let (house, kept, _) = house_and_backups();
    house.clock.advance(35 * DAY - 1);
    kept.restore(&house, "data", "keys", "in-time").unwrap();
    house.clock.advance(1);
    let said = kept.refused(&house, "data", "keys");
    assert!(said.contains("35 days") && said.contains("newer backup of the keys"), "{said}");
}

#[test]
fn nothing_is_restored_over_an_installation_and_no_backup_is_written_over_another() {
    let (house, kept, _) = house_and_backups();
    let before = fs::read(house.place().directory.join("keys/origin")).unwrap();
    let (data, keys) = (kept.path("data"), kept.path("keys"));
    let asked = Restoring { data: &data, keys: &keys, identity: &kept.operator };
    let said = restore(&asked, &house.place(), &house.opening()).unwrap_err().to_string();
    assert!(said.contains("new directory"), "{said}");
    assert_eq!(fs::read(house.place().directory.join("keys/origin")).unwrap(), before);
    let again = back_up(&house.place(), &house.opening(), &kept.recipients(), &data);
    assert!(again.unwrap_err().to_string().contains("never written over"));
    let nowhere = back_up(&Place::new(kept.path("none")), &house.opening(), &kept.recipients(), &kept.path("x"));
    assert!(nowhere.unwrap_err().to_string().contains("no installation"));
}

#[test]
fn a_checkpoint_store_that_knows_more_is_left_alone_and_keeps_the_server_from_starting() {
    let (mut house, kept, needs) = house_and_backups();
    house.performed(&house.manager, &needs);
    house.reopen();
    house.close();
    // The machine is lost, but for its checkpoint store.
    let target = kept.path("again");
    fs::create_dir(&target).unwrap();
    fs::copy(house.place().directory.join("checkpoint"), target.join("checkpoint")).unwrap();
    let knows = fs::read(target.join("checkpoint")).unwrap();
    let restored = kept.restore(&house, "data", "keys", "again").unwrap();
    assert!(restored.lost.is_some());
    assert_eq!(fs::read(target.join("checkpoint")).unwrap(), knows, "no restore touches it");
    let said = App::open(&Place::new(&target), house.opening()).err().unwrap().to_string();
    assert!(said.contains("continue-after-loss"), "{said}");
    // One of another log is not gone on from.
    let foreign = kept.path("foreign");
    fs::create_dir(&foreign).unwrap();
    let other = House::with_seed(9);
    fs::copy(other.place().directory.join("checkpoint"), foreign.join("checkpoint")).unwrap();
    let said = kept.restore(&house, "data", "keys", "foreign").unwrap_err().to_string();
    assert!(said.contains("another log"), "{said}");
    assert_eq!(files_below(&foreign).len(), 1, "the directory is as it was");
}

#[test]
fn whoever_was_signed_in_then_is_not_any_more() {
    let house = House::new();
    let kept = Kept::new();
    kept.data(&house, "data");
    kept.keys(&house, "keys");
    kept.restore(&house, "data", "keys", "again").unwrap();
    let rows = |store: &store::Store| {
        store.read(|tx| tx.one("select count(*) from session", &[], |row| row.get::<i64>(0))).unwrap().unwrap()
    };
    assert!(rows(&house.beside()) > 0);
    let schema = store::Schema { application_id: 0x5061_7373, steps: &[&[] as &[&str]; 8] };
    assert_eq!(rows(&store::Store::open(&Place::new(kept.path("again")).database(), &schema).unwrap()), 0);
}
