//! What an account begins with, or begins anew with: two halves, each drawn once, each handed over by another person.
//!
//! Whoever proposed an account, or asked for its recovery, draws the one-time password; whoever confirmed it draws the second
//! factor. Neither learns the other half, and the password must be changed at the first sign-in: nobody but the holder ever
//! knows what finally opens the account.

use access::Actor;
use domain::{AccountId, Kind};
use store::{Tx, Val};

use crate::App;
use crate::credential::{self, FactorHalf, Holder, PasswordHalf};
use crate::refusal::{Fault, Refusal};

/// A half of what an account begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    /// The one-time password.
    Password,
    /// The telephone secret and the card.
    Factor,
}

/// What was drawn, to be shown once.
#[derive(Debug, Clone)]
pub enum Drawn {
    /// The one-time password.
    Password(PasswordHalf),
    /// The telephone secret and the card.
    Factor(FactorHalf),
}

/// The half that somebody may draw of an open account now. For a list: whether they administer it was asked before.
pub(crate) fn half_for(tx: &mut Tx<'_>, actor: AccountId, account: AccountId) -> Result<Option<Half>, store::Error> {
    let sql = "select password_by, factor_by from account where stream = $1 and state = 'open'";
    let row = tx.one(sql, &[Val::Blob(&account.bytes())], |row| {
        Ok((row.get::<Option<[u8; 16]>>(0)?, row.get::<Option<[u8; 16]>>(1)?))
    })?;
    let Some((password_by, factor_by)) = row else { return Ok(None) };
    let own = Some(actor.bytes());
    if own != password_by && own != factor_by {
        return Ok(None);
    }
    let undrawn = credential::undrawn(tx, account)?;
    Ok(match (own == password_by, own == factor_by) {
        (true, false) if undrawn.password => Some(Half::Password),
        (false, true) if undrawn.factor => Some(Half::Factor),
        // Nobody holds both.
        _ => None,
    })
}

impl App {
    /// Draws the half of an account's first or new credentials that falls to the actor, who proved themselves just now. Shown
    /// once, to be handed over on paper.
    pub fn draw_half(&self, actor: &Actor, account: AccountId) -> Result<Drawn, Refusal> {
        let now = self.now();
        let outcome = self.store.read(|tx| -> Result<_, Refusal> {
            let standing = crate::ground::standing(tx, actor, account.stream(), now)?;
            let row = Kind::AccountConfirmed.row();
            let may = |who: &Actor| standing.permit(who, account.stream(), (row.part, row.action), now).is_some();
            if !may(actor) {
                let proved = crate::step_up::proved(actor).is_some_and(|proved| may(&proved));
                return Err(if proved { Refusal::NeedsFresh } else { Refusal::NotYours });
            }
            let half = half_for(tx, actor.account, account)?.ok_or(Refusal::NotYours)?;
            Ok((half, crate::sign_in::name_of(tx, account)?.ok_or(Refusal::NotYours)?))
        });
        let (half, sign_in) = self.on_record(actor, outcome)?;
        let drawn = match half {
            Half::Password => {
                let (drawn, new) = credential::draw_password(&*self.entropy, &self.gate, account, now)?;
                let write = move |tx: &mut Tx<'_>| credential::write_password(tx, &new);
                self.write_half(account, domain::account::Credential::Password, write)?;
                Drawn::Password(drawn)
            }
            Half::Factor => {
                let holder = Holder { account, sign_in: &sign_in, issuer: &self.about.name };
                let (drawn, new) = credential::draw_factor(&*self.entropy, &self.keys.working, &holder)?;
                let write = move |tx: &mut Tx<'_>| credential::write_factor(tx, &new);
                self.write_half(account, domain::account::Credential::CodeCard, write)?;
                Drawn::Factor(drawn)
            }
        };
        Ok(drawn)
    }

    fn write_half(
        &self,
        account: AccountId,
        credential: domain::account::Credential,
        write: impl Fn(&mut Tx<'_>) -> Result<bool, store::Error> + Send + 'static,
    ) -> Result<(), Refusal> {
        let changed = self.credential_entry(account.stream(), credential)?;
        self.change(move |tx, edge| {
            // Drawn twice at once: the one that was written counts, the other is never shown.
            if !write(tx)? {
                return Err(Refusal::NotYours);
            }
            changed.write(tx, edge)?;
            Ok(())
        })
    }

    /// Both halves, each drawn by the one it falls to: for whoever stands in for two people, as a demonstration does.
    pub fn draw_both(
        &self,
        [one, other]: [&Actor; 2],
        account: AccountId,
    ) -> Result<(PasswordHalf, FactorHalf), Refusal> {
        match (self.draw_half(one, account)?, self.draw_half(other, account)?) {
            (Drawn::Password(password), Drawn::Factor(factor)) => Ok((password, factor)),
            _ => Err(Fault::unreadable("two halves").into()),
        }
    }
}
