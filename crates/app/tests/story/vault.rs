//! Notes that nobody else opens: sealed to the vault of an organisation, read by whoever carries the referral and holds the
//! vault, while it is open, in one session; by no database, no key of the installation, no prison and no oversight.

use access::Actor;
use app::Refusal;
use app::consult::{NotesFile, Words};
use app::credential::{NewSession, Unfit};
use app::vault::{Holds, OPEN_FOR, Opening, PassphraseRefused};
use domain::account::Disabled;
use domain::admission::NotPossible;
use domain::look::Purpose;
use domain::referral::{Assigned, WithdrawReason, Withdrawn};
use domain::{Capacity, ReferralId, Text};

use crate::acts::text;
use crate::by_hand::ByHand;
use crate::house::{House, Shared, proved};

const MANAGERS: &str = "seven lanterns over the river";
const MENTORS: &str = "the baker hums before sunrise";
const MARKER: &str = "Zinnober-Ostwind-Merkmal";

/// The cookie of a session.
fn session(house: &House) -> String {
    NewSession::draw(&*house.entropy).unwrap().token.cookie().reveal().to_owned()
}

fn choose(house: &House, who: &Actor, passphrase: &str) {
    house.app().choose_passphrase(&proved(who), passphrase).unwrap().unwrap();
}

fn open(house: &House, who: &Actor, cookie: &str, passphrase: &str) -> Opening {
    house.app().open_vault(who, cookie, passphrase).unwrap()
}

fn notes(house: &House, who: &Actor, referral: ReferralId, cookie: &str) -> Result<NotesFile, Refusal> {
    house.app().notes(who, referral, Purpose::Service, cookie).map(|found| (*found).clone())
}

fn words(house: &House, who: &Actor, referral: ReferralId, cookie: &str) -> Vec<Words> {
    notes(house, who, referral, cookie).unwrap().notes.into_iter().map(|note| note.words).collect()
}

fn write(house: &House, who: &Actor, referral: ReferralId, said: &str) -> Result<(), Refusal> {
    house.app().write_note(who, referral, &text(said), None).map(|_| ())
}

/// A vault that the intake made and shared with the practitioner, who carries a referral.
fn shared_vault() -> (House, Shared) {
    let house = House::new();
    let shared = house.assigned("A-1");
    choose(&house, &house.intake, MANAGERS);
    choose(&house, &house.practitioner, MENTORS);
    let intake = proved(&house.intake);
    house.app().make_vault(&intake, None).unwrap();
    let cookie = session(&house);
    assert!(matches!(open(&house, &intake, &cookie, MANAGERS), Opening::Open { .. }));
    house.app().share_vault(&intake, &cookie, house.practitioner.account, None).unwrap();
    (house, shared)
}

#[test]
fn whoever_carries_a_referral_writes_at_any_time_and_reads_while_the_vault_is_open() {
    let (house, shared) = shared_vault();
    let (mentor, cookie) = (house.practitioner, session(&house));
    write(&house, &mentor, shared.referral, "He asked about his sister.").unwrap();
    assert_eq!(words(&house, &mentor, shared.referral, &cookie), [Words::Closed]);
    let until = house.now().plus(OPEN_FOR);
    assert_eq!(open(&house, &mentor, &cookie, MENTORS), Opening::Open { until });
    let read = Words::Open(text("He asked about his sister."));
    assert_eq!(words(&house, &mentor, shared.referral, &cookie), std::slice::from_ref(&read));
    assert_eq!(words(&house, &mentor, shared.referral, &session(&house)), [Words::Closed], "another session");
    house.clock.advance(OPEN_FOR - 1);
    assert_eq!(words(&house, &mentor, shared.referral, &cookie), [read]);
    house.clock.advance(1);
    assert_eq!(words(&house, &mentor, shared.referral, &cookie), [Words::Closed], "a quarter of an hour later");
    open(&house, &mentor, &cookie, MENTORS);
    write(&house, &mentor, shared.referral, "She wrote to him.").unwrap();
    let found = notes(&house, &mentor, shared.referral, &cookie).unwrap();
    let newest: Vec<_> = found.notes.iter().map(|note| (note.words.clone(), note.own)).collect();
    let said = |said: &str| (Words::Open(text(said)), true);
    assert_eq!(newest, [said("She wrote to him."), said("He asked about his sister.")]);
    house.app().close_vault(&mentor, &cookie).unwrap();
    assert_eq!(words(&house, &mentor, shared.referral, &cookie), [Words::Closed, Words::Closed]);
}

#[test]
fn the_database_every_key_and_the_surroundings_open_no_note() {
    let (mut house, shared) = shared_vault();
    write(&house, &house.practitioner, shared.referral, MARKER).unwrap();
    let cookie = session(&house);
    open(&house, &house.practitioner, &cookie, MENTORS);
    assert_eq!(words(&house, &house.practitioner, shared.referral, &cookie), [Words::Open(text(MARKER))]);
    house.does(&house.practitioner, shared.referral, Withdrawn { reason: WithdrawReason::PersonAsked });
    house.close();
    // Every body that opens with the keys of the installation, and every byte that lies there, while it was open a moment ago.
    let opened = ByHand::of(&house).opened();
    assert!(opened.contains("person_asked"), "the search opens what the keys open");
    for secret in [MARKER, MANAGERS, MENTORS, "AGE-SECRET-KEY"] {
        assert!(!opened.contains(secret), "{secret} opens with the keys");
        assert_eq!(crate::backups::holds(house.folder.path(), secret.as_bytes()), None, "{secret} lies there");
    }
    assert!(std::env::vars().all(|(name, value)| !format!("{name}{value}").contains(MARKER)));
    // Whoever starts the program with all of it has a closed vault.
    house.try_open().unwrap();
    house.app().examine().unwrap();
    assert_eq!(house.app().replay(|_, _| {}).unwrap().differing, Vec::<String>::new());
}

#[test]
fn after_a_restart_and_for_a_new_key_the_vault_is_closed() {
    let (mut house, shared) = shared_vault();
    let (mentor, cookie) = (house.practitioner, session(&house));
    write(&house, &mentor, shared.referral, "A note.").unwrap();
    open(&house, &mentor, &cookie, MENTORS);
    house.reopen();
    house.app().load_names().unwrap();
    assert_eq!(words(&house, &mentor, shared.referral, &cookie), [Words::Closed]);
    open(&house, &mentor, &cookie, MENTORS);
    assert_eq!(words(&house, &mentor, shared.referral, &cookie), [Words::Open(text("A note."))]);
    // Whoever forgot a passphrase chooses another one, and waits until the vault is shared again.
    choose(&house, &mentor, "another sentence that nobody guesses");
    assert_eq!(words(&house, &mentor, shared.referral, &cookie), [Words::Closed]);
    assert_eq!(open(&house, &mentor, &cookie, "another sentence that nobody guesses"), Opening::NotHeld);
    let (intake, theirs) = (proved(&house.intake), session(&house));
    open(&house, &intake, &theirs, MANAGERS);
    house.app().share_vault(&intake, &theirs, mentor.account, None).unwrap();
    open(&house, &mentor, &cookie, "another sentence that nobody guesses");
    assert_eq!(words(&house, &mentor, shared.referral, &cookie), [Words::Open(text("A note."))]);
}

#[test]
fn a_wrong_passphrase_is_on_record_and_five_close_the_door_for_a_while() {
    let (house, _) = shared_vault();
    let (mentor, cookie) = (house.practitioner, session(&house));
    let refused = house.entries_of(&mentor, "account.sign_in_refused");
    for _ in 0..5 {
        assert_eq!(open(&house, &mentor, &cookie, "not the sentence at all"), Opening::NotRight);
    }
    assert_eq!(house.entries_of(&mentor, "account.sign_in_refused"), refused + 5);
    let until = house.now().plus(15 * 60 * 1000);
    assert_eq!(open(&house, &mentor, &cookie, MENTORS), Opening::TooMany { until });
    house.clock.advance(15 * 60 * 1000 - 1);
    assert_eq!(open(&house, &mentor, &cookie, MENTORS), Opening::TooMany { until });
    house.clock.advance(1);
    assert!(matches!(open(&house, &mentor, &cookie, MENTORS), Opening::Open { .. }));
    assert_eq!(house.entries_of(&mentor, "account.factor_given"), 1);
}

#[test]
fn a_passphrase_is_fit_is_not_the_password_and_needs_a_fresh_factor() {
    let house = House::new();
    let intake = proved(&house.intake);
    let tried = |passphrase: &str| house.app().choose_passphrase(&intake, passphrase).unwrap();
    assert_eq!(tried("short"), Err(PassphraseRefused::Unfit(Unfit::TooShort)));
    assert_eq!(tried("passwordpassword"), Err(PassphraseRefused::Unfit(Unfit::Common)));
    assert!(matches!(house.app().choose_passphrase(&house.intake, MANAGERS), Err(Refusal::NeedsFresh)));
    for outsider in [&house.manager, &house.governor, &house.monitor, &house.admins[0], &house.health] {
        let refused = house.app().choose_passphrase(&proved(outsider), MANAGERS);
        assert!(matches!(refused, Err(Refusal::NotYours)), "{:?}", outsider.capacity);
    }
}

#[test]
fn the_manager_opens_notes_with_a_fresh_factor_and_whoever_wrote_them_sees_it() {
    let (house, shared) = shared_vault();
    let (mentor, intake) = (house.practitioner, proved(&house.intake));
    write(&house, &mentor, shared.referral, "A note.").unwrap();
    let cookie = session(&house);
    assert!(matches!(notes(&house, &house.intake, shared.referral, &cookie), Err(Refusal::NeedsFresh)));
    open(&house, &intake, &cookie, MANAGERS);
    assert_eq!(words(&house, &intake, shared.referral, &cookie), [Words::Open(text("A note."))]);
    assert!(matches!(write(&house, &intake, shared.referral, "Not mine."), Err(Refusal::NotAllowed)));
    let seen = notes(&house, &mentor, shared.referral, &session(&house)).unwrap();
    let by: Vec<_> = seen.looks.iter().map(|look| look.capacity).collect();
    assert_eq!(by, [Capacity::CsoManager]);
}

#[test]
fn nobody_else_opens_notes_writes_them_or_finds_a_vault() {
    let (house, shared) = shared_vault();
    write(&house, &house.practitioner, shared.referral, "A note.").unwrap();
    let other = house.account("second.mentor", house.cso, Capacity::CsoPractitioner);
    let cookie = session(&house);
    let outside = [
        &house.manager,
        &house.supervisor,
        &house.governor,
        &house.officer,
        &house.registrar,
        &house.health,
        &house.monitor,
        &house.reviewer,
        &house.probation,
        &house.other_practitioner,
        &house.other_intake,
        &other,
        &house.admins[0],
    ];
    let nowhere = ReferralId::from(house.fresh());
    for who in outside.into_iter().flat_map(|who| [*who, proved(who)]) {
        let read = notes(&house, &who, shared.referral, &cookie);
        assert!(matches!(read, Err(Refusal::NotYours)), "{:?} reads", who.capacity);
        assert!(matches!(notes(&house, &who, nowhere, &cookie), Err(Refusal::NotYours)));
        let wrote = write(&house, &who, shared.referral, "Not mine.");
        assert!(matches!(wrote, Err(Refusal::NotYours | Refusal::NotAllowed)), "{:?} writes", who.capacity);
        assert!(matches!(write(&house, &who, nowhere, "Not there."), Err(Refusal::NotYours)));
        if who.org != house.cso && who.org != house.other_cso {
            let vault = house.app().vault(&who, &cookie);
            assert!(matches!(vault, Err(Refusal::NotYours)), "{:?} finds a vault", who.capacity);
        }
    }
    let theirs = house.app().vault(&house.other_intake, &cookie).unwrap();
    assert_eq!((theirs.vault, theirs.holders.len()), (None, 2), "another organisation has its own");
}

#[test]
fn only_a_manager_who_has_it_open_shares_the_vault_and_the_last_holder_stays() {
    let (house, _) = shared_vault();
    let (intake, mentor) = (proved(&house.intake), proved(&house.practitioner));
    let second = house.account("second.mentor", house.cso, Capacity::CsoPractitioner);
    choose(&house, &second, "a third sentence for the third one");
    let cookie = session(&house);
    let share = |who: &Actor, cookie: &str| house.app().share_vault(who, cookie, second.account, None).map(|_| ());
    assert!(matches!(share(&intake, &cookie), Err(Refusal::NotPossible(NotPossible::VaultClosed))));
    open(&house, &intake, &cookie, MANAGERS);
    open(&house, &mentor, &cookie, MENTORS);
    assert!(matches!(share(&mentor, &cookie), Err(Refusal::NotAllowed)), "a practitioner shares nothing");
    assert!(matches!(share(&house.intake, &cookie), Err(Refusal::NeedsFresh)));
    share(&intake, &cookie).unwrap();
    let stranger = house.app().share_vault(&intake, &cookie, house.other_practitioner.account, None);
    assert!(matches!(stranger, Err(Refusal::NotPossible(NotPossible::NoPassphrase))));
    choose(&house, &house.other_practitioner, "a sentence of another house");
    let stranger = house.app().share_vault(&intake, &cookie, house.other_practitioner.account, None);
    assert!(matches!(stranger, Err(Refusal::Unknown("account"))));
    for from in [second.account, mentor.account] {
        house.app().unshare_vault(&house.intake, from, None).unwrap();
    }
    let last = house.app().unshare_vault(&house.intake, intake.account, None);
    assert!(matches!(last, Err(Refusal::NotPossible(NotPossible::LastHolder))));
    let found = house.app().vault(&house.intake, &cookie).unwrap();
    let holds: Vec<_> = found.holders.iter().map(|line| matches!(line.holds, Holds::Since(_))).collect();
    assert_eq!(holds.iter().filter(|holds| **holds).count(), 1);
}

#[test]
fn whoever_holds_it_no_longer_reads_nothing_from_that_instant() {
    let (house, shared) = shared_vault();
    let (mentor, cookie) = (house.practitioner, session(&house));
    write(&house, &mentor, shared.referral, "A note.").unwrap();
    open(&house, &mentor, &cookie, MENTORS);
    house.app().unshare_vault(&house.intake, mentor.account, None).unwrap();
    assert_eq!(words(&house, &mentor, shared.referral, &cookie), [Words::Closed]);
    assert_eq!(open(&house, &mentor, &cookie, MENTORS), Opening::NotHeld);
    // And whoever is not named any more for the referral finds no notes, whatever they hold.
    let second = house.account("second.mentor", house.cso, Capacity::CsoPractitioner);
    house.does(&house.intake, shared.referral, Assigned { to: second.account });
    assert!(matches!(notes(&house, &mentor, shared.referral, &cookie), Err(Refusal::NotYours)));
    assert_eq!(words(&house, &second, shared.referral, &cookie), [Words::Closed]);
    // A closed account holds no key.
    house.does(&proved(&house.admins[0]), second.account, Disabled { reason: text("Left.") });
    assert!(house.app().notes(&second, shared.referral, Purpose::Service, &cookie).is_err());
}

#[test]
fn the_prison_and_oversight_see_the_same_whether_there_are_notes_or_not() {
    let (house, shared) = shared_vault();
    let witnesses = [house.manager, house.supervisor, house.governor, house.monitor];
    let seen = |who: &Actor| {
        let file = house.app().referral(who, shared.referral, Purpose::Casework).unwrap();
        let case = house.app().case(who, shared.case, Purpose::Casework).unwrap();
        let looks = (file.looks.total, case.looks.total);
        let tried = write(&house, who, shared.referral, "Not mine.").unwrap_err();
        let told = format!("{tried:?} {:?} {:?} {:?} {:?}", file.acts, file.facts, file.head, file.may);
        (told, format!("{:?} {:?} {:?}", case.acts, case.head, case.referrals), looks)
    };
    // Each looks twice, with nothing between but their own looks: so the count of looks is what it is by itself.
    let before: Vec<_> = witnesses.iter().map(&seen).collect();
    for number in 0..5 {
        write(&house, &house.practitioner, shared.referral, &format!("Note {number}.")).unwrap();
    }
    notes(&house, &house.practitioner, shared.referral, &session(&house)).unwrap();
    let after: Vec<_> = witnesses.iter().map(&seen).collect();
    for ((before, after), who) in before.iter().zip(&after).zip(&witnesses) {
        assert_eq!((&before.0, &before.1), (&after.0, &after.1), "{:?}", who.capacity);
    }
    let grown = |which: fn(&(u32, u32)) -> u32| -> Vec<u32> {
        before.iter().zip(&after).map(|(before, after)| which(&after.2).saturating_sub(which(&before.2))).collect()
    };
    let own = u32::try_from(witnesses.len()).unwrap();
    assert!(grown(|looks| looks.0).iter().chain(&grown(|looks| looks.1)).all(|by| *by == own || *by == 0));
}

#[test]
fn an_erased_file_takes_its_notes_with_it_and_does_not_tell_how_many_there_were() {
    let told = |count: usize| {
        let (house, registrar, officer) = crate::erasing::guarded();
        choose(&house, &house.intake, MANAGERS);
        house.app().make_vault(&proved(&house.intake), None).unwrap();
        let shared = house.assigned("A-1");
        for _ in 0..count {
            write(&house, &house.practitioner, shared.referral, "A note.").unwrap();
        }
        let over = crate::erasing::announced(house.day(14), domain::file::ErasureBasis::RetentionOver);
        house.does(&registrar, shared.case, over);
        house.clock.advance(14 * domain::moment::DAY);
        let erased = house.app().erase(&officer, shared.case).unwrap();
        assert!(house.envelopes().iter().all(|envelope| envelope.kind != "note.written"));
        let left = |tx: &mut store::Tx<'_>| tx.one("select count(*) from notes", &[], |row| row.get::<i64>(0));
        assert_eq!(house.beside().read(left).unwrap(), Some(0));
        assert_eq!(house.app().replay(|_, _| {}).unwrap().differing, Vec::<String>::new());
        (erased.acts, erased.streams)
    };
    assert_eq!(told(0), told(3));
}

#[test]
fn a_note_is_as_long_as_a_text_may_be() {
    let (house, shared) = shared_vault();
    let longest = "\u{1f5dd}".repeat(Text::MAX);
    write(&house, &house.practitioner, shared.referral, &longest).unwrap();
    let cookie = session(&house);
    open(&house, &house.practitioner, &cookie, MENTORS);
    assert_eq!(words(&house, &house.practitioner, shared.referral, &cookie), [Words::Open(text(&longest))]);
}
