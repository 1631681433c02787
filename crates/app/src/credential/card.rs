//! Printed cards of one-time codes, for places where telephones are banned.
//!
//! Forty codes of eight letters, numbered, each good once, in any order. The store has only keyed hashes of them: without
//! the working key a stolen database does not even allow guessing. Prints nothing.

use std::fmt;

use domain::AccountId;
use store::{Error, Tx, Val};
use subtle::{Choice, ConditionallySelectable as _, ConstantTimeEq as _};
use zeroize::Zeroizing;

use super::key::{Use, draw_consonants, in_groups, is_consonant, keyed_hash};
use super::{Fault, Secret, WorkingKey, work};
use crate::chance::Entropy;

/// Codes on a card.
const CODES: u32 = 40;

/// Codes on a card, to count by.
const WHOLE: usize = CODES as usize;

/// Stands for a code that is used up, or for a card that there is not. No place on a card has this number.
const DECOY: (u32, [u8; 32]) = (0, [0; 32]);

/// Letters of a code.
pub(super) const LENGTH: usize = 8;

/// One code as it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardCode {
    /// Its number on the card, from 1.
    pub position: u32,
    /// Two groups of four letters.
    pub code: Secret,
}

/// A card as it is printed, once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeCard {
    /// Its codes, by number.
    pub codes: Vec<CardCode>,
}

/// A card as it is stored; see [`replace_card`].
#[derive(Clone)]
pub struct NewCard {
    hashes: Vec<(u32, [u8; 32])>,
}

impl fmt::Debug for NewCard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "NewCard({} codes)", self.hashes.len())
    }
}

/// Draws a card for one account. Its codes differ from each other.
pub fn draw_card(entropy: &dyn Entropy, key: &WorkingKey, account: AccountId) -> Result<(CodeCard, NewCard), Fault> {
    let mut codes = Vec::new();
    let mut hashes: Vec<(u32, [u8; 32])> = Vec::new();
    for position in 1..=CODES {
        let (code, hash) = loop {
            let code = draw_consonants(entropy, LENGTH)?;
            let hash = hash_of(key, account, &code);
            if hashes.iter().all(|(_, drawn)| *drawn != hash) {
                break (code, hash);
            }
        };
        codes.push(CardCode { position, code: Secret::new(in_groups(&code)) });
        hashes.push((position, hash));
    }
    Ok((CodeCard { codes }, NewCard { hashes }))
}

const DELETE: &str = "delete from code_card where account = $1";
const INSERT: &str = "insert into code_card (account, position, hash) values ($1, $2, $3)";
const CHANGED: &str = "update credential set version = version + 1 where account = $1";
const UNUSED: &str = "select position, hash from code_card where account = $1 and used_at is null order by position";
const EXISTS: &str = "select 1 from code_card where account = $1 limit 1";
const COUNT: &str = "select count(*) from code_card where account = $1 and used_at is null";
const USE: &str = "update code_card set used_at = $1 where account = $2 and position = $3 and used_at is null";

#[cfg(test)]
pub(super) const STATEMENTS: &[&str] = &[DELETE, INSERT, CHANGED, UNUSED, EXISTS, COUNT, USE];

/// Gives the account a new card; the codes of the one before stop working.
pub fn replace_card(tx: &mut Tx<'_>, account: AccountId, card: &NewCard) -> Result<(), Error> {
    let account = account.bytes();
    delete(tx, &account)?;
    for (position, hash) in &card.hashes {
        tx.exec(INSERT, &[(&account).into(), (*position).into(), hash.into()])?;
    }
    tx.exec(CHANGED, &[(&account).into()])?;
    Ok(())
}

/// How many codes of the account's card are left.
pub fn codes_left(tx: &mut Tx<'_>, account: AccountId) -> Result<u32, Error> {
    Ok(tx.one(COUNT, &[(&account.bytes()).into()], |row| row.get(0))?.unwrap_or(0))
}

/// Is there a card, however many codes are left?
pub(super) fn exists(tx: &mut Tx<'_>, account: &[u8; 16]) -> Result<bool, Error> {
    Ok(tx.one(EXISTS, &[account.into()], |row| row.get::<i64>(0))?.is_some())
}

pub(super) fn delete(tx: &mut Tx<'_>, account: &[u8; 16]) -> Result<(), Error> {
    tx.exec(DELETE, &[account.into()])?;
    Ok(())
}

/// The hashes that are still good, by position.
pub(super) fn unused(tx: &mut Tx<'_>, account: &[u8; 16]) -> Result<Vec<(u32, [u8; 32])>, Error> {
    tx.all(UNUSED, &[account.into()], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Marks a code as used. No, if it was already, or is no longer on the card.
pub(super) fn use_up(tx: &mut Tx<'_>, account: &[u8; 16], position: u32, at: Val<'_>) -> Result<bool, Error> {
    Ok(tx.exec(USE, &[at, account.into(), position.into()])? == 1)
}

/// The position of the code among the hashes. Every one of them is compared, in the same time whichever it is; and as many
/// as a whole card has, so that it does not tell how many are left, or whether there is a card at all.
pub(super) fn position_of(hashes: &[(u32, [u8; 32])], key: &WorkingKey, account: AccountId, code: &str) -> Option<u32> {
    let hash = hash_of(key, account, code);
    let mut found = 0;
    for (position, known) in hashes.iter().chain(std::iter::repeat(&DECOY)).take(WHOLE) {
        work::count("comparison");
        let same: Choice = known.ct_eq(&hash);
        found = u32::conditional_select(&found, position, same);
    }
    (found != 0).then_some(found)
}

/// The code as it was drawn, from however it was typed: with or without hyphens and spaces, in capitals or not.
pub(super) fn typed(text: &str) -> Option<Zeroizing<String>> {
    let letters = text.chars().filter(|sign| !matches!(sign, ' ' | '-')).map(|sign| sign.to_ascii_uppercase());
    let code: Zeroizing<String> = Zeroizing::new(letters.take(LENGTH + 1).collect());
    (code.chars().count() == LENGTH && code.chars().all(is_consonant)).then_some(code)
}

fn hash_of(key: &WorkingKey, account: AccountId, code: &str) -> [u8; 32] {
    keyed_hash(&key.derived(Use::Card), &[&account.bytes(), code.as_bytes()])
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::chance::SeededEntropy;

    fn account(byte: u8) -> AccountId {
        AccountId::from_random([byte; 16])
    }

    #[test]
    fn a_card_has_forty_different_numbered_codes_of_two_groups() {
        let (card, stored) = draw_card(&SeededEntropy::new(1), &WorkingKey::new([1; 32]), account(1)).unwrap();
        assert_eq!(card.codes.len(), 40);
        let numbers: Vec<u32> = card.codes.iter().map(|code| code.position).collect();
        assert_eq!(numbers, (1..=40).collect::<Vec<_>>());
        let texts: BTreeSet<&str> = card.codes.iter().map(|code| code.code.reveal()).collect();
        assert_eq!(texts.len(), 40);
        assert!(texts.iter().all(|text| text.len() == 9 && text.as_bytes()[4] == b'-'));
        assert_eq!(stored.hashes.len(), 40);
        assert_eq!(format!("{stored:?}"), "NewCard(40 codes)");
        assert_eq!(format!("{:?}", card.codes[0]), "CardCode { position: 1, code: Secret(…) }");
    }

    #[test]
    fn a_code_is_found_under_its_key_and_account_only() {
        let key = WorkingKey::new([1; 32]);
        let (card, stored) = draw_card(&SeededEntropy::new(1), &key, account(1)).unwrap();
        for code in &card.codes {
            let typed = typed(code.code.reveal()).unwrap();
            assert_eq!(position_of(&stored.hashes, &key, account(1), &typed), Some(code.position));
            assert_eq!(position_of(&stored.hashes, &key, account(2), &typed), None);
            assert_eq!(position_of(&stored.hashes, &WorkingKey::new([2; 32]), account(1), &typed), None);
        }
        assert_eq!(position_of(&stored.hashes, &key, account(1), "BCDFGHJK"), None);
        assert_eq!(position_of(&[], &key, account(1), "BCDFGHJK"), None);
    }

    #[test]
    fn a_code_may_be_typed_in_any_dress_but_not_cut_or_grown() {
        for text in ["BCDF-GHJK", "bcdf ghjk", "BcDfGhJk", " bcdf-ghjk "] {
            assert_eq!(typed(text).as_deref().map(String::as_str), Some("BCDFGHJK"), "{text}");
        }
        for text in ["", "BCDFGHJ", "BCDFGHJKM", "BCDFGHJA", "123456", "BCDF_GHJK", "ßCDFGHJK"] {
            assert!(typed(text).is_none(), "{text}");
        }
    }
}
