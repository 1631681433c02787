//! Repeated requests: a key by which the same deed, sent twice, is done once.
//!
//! Working state: keys are kept for two days, outside the ledger.

use access::Actor;
use domain::kind::topic;
use domain::{Act, Moment, StreamId};
use store::{Tx, Val};

use crate::App;
use crate::perform::{Deed, Receipt};
use crate::refusal::{Fault, Refusal};
use crate::resolve;

impl App {
    /// The receipt of the same deed, if this key was used before.
    pub(crate) fn performed_before(&self, actor: &Actor, deed: &Deed) -> Result<Option<Receipt>, Refusal> {
        let Some(once) = &deed.once else { return Ok(None) };
        let found = self.store.read(|tx| performed(tx, actor, once))?;
        let Some((digest, receipt, at)) = found else { return Ok(None) };
        if digest != digest_of(deed)? {
            return Err(Refusal::KeyReused);
        }
        let (acts, streams) = serde_json::from_str(&receipt).map_err(Fault::unreadable)?;
        Ok(Some(Receipt { acts, streams, at: Moment::from_millis(at), raised: Vec::new(), repeated: true }))
    }
}

/// What is on record under a key: digest, receipt and time.
pub(crate) fn performed(
    tx: &mut Tx<'_>,
    actor: &Actor,
    once: &str,
) -> Result<Option<([u8; 32], String, i64)>, store::Error> {
    tx.one(
        "select digest, receipt, at from performed where account = $1 and once = $2",
        &[Val::Blob(&actor.account.bytes()), Val::Text(once)],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}

/// What a request asked for, so that the same key with another content is noticed. Streams that the deed begins get a new
/// id with every request, so they are told apart by their place in the deed alone. A file that an emergency asks for is told
/// by its number: whether there is one is not asked here.
pub(crate) fn digest_of(deed: &Deed) -> Result<[u8; 32], Fault> {
    use sha2::{Digest, Sha256};
    let begun: Vec<StreamId> =
        deed.acts.iter().filter(|other| resolve::founds(&other.act)).map(|other| other.stream).collect();
    let mut digest = Sha256::new();
    let mut add = |bytes: &[u8]| {
        digest.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
        digest.update(bytes);
    };
    for proposed in &deed.acts {
        match begun.iter().position(|stream| *stream == proposed.stream) {
            _ if matches!(proposed.act, Act::File(topic::File::EmergencyOpened(_))) => {}
            Some(place) => add(&place.to_be_bytes()),
            None => add(&proposed.stream.bytes()),
        }
        add(proposed.act.kind().code().as_bytes());
        let body = match &proposed.act {
            Act::Referral(topic::Referral::Begun(body)) if begun.contains(&body.referral.stream()) => {
                let place = begun.iter().position(|stream| *stream == body.referral.stream()).unwrap_or_default();
                add(&place.to_be_bytes());
                let referral = domain::ReferralId::from(StreamId::INSTALLATION);
                Act::from(domain::referral::Begun { referral, ..body.clone() }).to_bytes()
            }
            act => act.to_bytes(),
        };
        add(&body.map_err(Fault::unreadable)?);
        add(&proposed.concerns.map_or(i64::MIN, Moment::millis).to_be_bytes());
    }
    if let Some(correcting) = &deed.correcting {
        add(&correcting.of.bytes());
        add(correcting.why.code().as_bytes());
    }
    Ok(digest.finalize().into())
}
