//! What a deed needs from elsewhere: the case behind a referral, an organisation that exists, an account that may carry
//! a file. `perform` asks here, so that admission and the safeguards can stay pure.

use access::Actor;
use domain::admission::NotPossible;
use domain::consent::{Given, SharedPart};
use domain::facts::Facts;
use domain::file::Restricted;
use domain::kind::{Act, Subject, topic};
use domain::organisation::{Aim, OrgKind};
use domain::referral::PackageReleased;
use domain::registry::{OrgFacts, ServiceFacts};
use domain::{AccountId, ActId, Capacity, Kind, Moment, OrgId, ServiceId, StreamId};
use store::{Tx, Val};

use crate::App;
use crate::perform::{Deed, Proposed};
use crate::refusal::{Fault, Refusal};
use crate::writing::head_of;

/// Does this act begin a stream?
pub fn founds(act: &Act) -> bool {
    begins(act.kind())
}

/// Do acts of this kind begin a stream?
pub const fn begins(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::CustodyAdmitted
            | Kind::ReferralOffered
            | Kind::InstallationFounded
            | Kind::OrganisationRegistered
            | Kind::ServicePublished
            | Kind::ServiceDrafted
            | Kind::AccountProposed
            | Kind::NoteWritten
    )
}

/// The stream on which the actor must hold a ground. A stream that only begins has none yet: the right comes from the
/// prison that admits, the case that refers, the organisation that publishes. What stands already is asked for itself, so
/// that nobody learns of a file by trying to begin it.
pub(crate) fn parent(
    tx: &mut Tx<'_>,
    actor: &Actor,
    deed: &Deed,
    proposed: &Proposed,
    now: Moment,
) -> Result<StreamId, store::Error> {
    // In an emergency nothing is held on the file yet: whoever opens it does so as somebody of their own organisation.
    if matches!(proposed.act, Act::File(topic::File::EmergencyOpened(_))) {
        return Ok(actor.org.stream());
    }
    // Notes are written by whoever carries the referral: there are no grounds but those.
    if let Act::Note(topic::Note::Written(body)) = &proposed.act {
        return Ok(body.referral.stream());
    }
    let there = head_of(tx, proposed.stream)?.is_some();
    if let Act::Custody(topic::Custody::Returned(body)) = &proposed.act {
        // Whoever was released long ago is held by nobody: the prison that receives the person again speaks for itself, whoever
        // has papers of an earlier stay. Asked whether there is a file or not, so that both take the same work.
        let held = is_held(tx, proposed.stream, now)?;
        let speaks = actor.org == body.prison || (!held && actor.capacity == Capacity::Registrar);
        return Ok(if there && speaks { body.prison.stream() } else { proposed.stream });
    }
    if there {
        return Ok(proposed.stream);
    }
    Ok(match &proposed.act {
        Act::Custody(topic::Custody::Admitted(body)) => body.prison.stream(),
        Act::Organisation(topic::Organisation::Registered(_)) | Act::Directory(topic::Directory::Drafted(_)) => {
            StreamId::INSTALLATION
        }
        Act::Organisation(topic::Organisation::ServicePublished(body)) => body.org.stream(),
        Act::Account(topic::Account::Proposed(body)) => body.org.stream(),
        Act::Referral(topic::Referral::Offered(_) | topic::Referral::PackageReleased(_)) => {
            let begun = deed.acts.iter().find_map(|other| match &other.act {
                Act::Referral(topic::Referral::Begun(body)) if body.referral.stream() == proposed.stream => {
                    Some(other.stream)
                }
                _ => None,
            });
            begun.unwrap_or(proposed.stream)
        }
        _ => proposed.stream,
    })
}

/// The facts of a case, if it is one that is there.
pub(crate) fn case_facts(app: &App, tx: &mut Tx<'_>, case: StreamId) -> Result<Option<Facts>, Fault> {
    let subject =
        tx.one("select subject from stream where id = $1", &[Val::Blob(&case.bytes())], |row| row.get::<String>(0))?;
    if subject.as_deref() != Some(Subject::Case.code()) {
        return Ok(None);
    }
    Ok(app.folded(tx, case, Subject::Case)?.case().cloned())
}

/// What a service aims at, as it was published last; nothing if there is no such service.
pub(crate) fn aim_of(app: &App, tx: &mut Tx<'_>, service: ServiceId) -> Result<Option<Aim>, Fault> {
    Ok(ServiceFacts::of(app.opened(tx, service.stream())?.iter()).aim)
}

/// Does a prison hold the ground of custody on a case now?
fn is_held(tx: &mut Tx<'_>, case: StreamId, now: Moment) -> Result<bool, store::Error> {
    let held = tx.one(
        "select count(*) from ground where stream = $1 and ground = 'custody' and begins <= $2 and (ends is null or ends > $2)",
        &[Val::Blob(&case.bytes()), Val::I64(now.millis())],
        |row| row.get::<i64>(0),
    )?;
    Ok(held.is_some_and(|held| held > 0))
}

/// Other streams that must not have moved while the deed was prepared: who is named must still be there.
pub(crate) fn rests_on(act: &Act) -> Vec<StreamId> {
    match act {
        Act::File(topic::File::Allocated(body)) => vec![body.to.stream()],
        Act::File(topic::File::Restricted(body)) => body.named.iter().map(|named| named.account.stream()).collect(),
        Act::Referral(topic::Referral::Assigned(body)) => vec![body.to.stream()],
        Act::Vault(topic::Vault::Shared(body)) => vec![body.with.stream()],
        Act::Post(topic::Post::Taken(body)) => vec![body.account.stream()],
        Act::Post(topic::Post::CoverProposed(body)) => vec![body.account.stream()],
        Act::Post(topic::Post::Placed(body)) => body.under.iter().map(|under| under.org.stream()).collect(),
        Act::Referral(topic::Referral::Offered(body)) => vec![body.service.stream()],
        _ => Vec::new(),
    }
}

/// The consent that a referral rests on: begun by this deed, or before.
pub(crate) fn consent_of(tx: &mut Tx<'_>, deed: &Deed, referral: StreamId) -> Result<Option<ActId>, store::Error> {
    let begun = deed.acts.iter().find_map(|other| match &other.act {
        Act::Referral(topic::Referral::Begun(body)) if body.referral.stream() == referral => Some(body.consent),
        _ => None,
    });
    match begun {
        Some(consent) => Ok(Some(consent)),
        None => tx.one("select consent from file where stream = $1", &[Val::Blob(&referral.bytes())], |row| {
            Ok(ActId::from_bytes(row.get(0)?))
        }),
    }
}

/// Does a consent cover what a package tells of the person, for as long as it may be read? When to visit is the prison's
/// own to say.
pub(crate) fn covers(given: &Given, package: &PackageReleased) -> bool {
    let shown = [SharedPart::Name, SharedPart::Goals];
    let shown = shown.into_iter().chain(package.release_on.map(|_| SharedPart::ReleaseDate));
    package.until <= given.until && shown.into_iter().all(|part| given.parts.contains(&part))
}

/// A report is taken even if it contradicts the state, and marked. Only what names something that does not exist cannot be
/// a record of anything, and the register has no reports about bodies or doors: there an order is an order.
pub(crate) fn records_nothing(act: &Act, reason: NotPossible) -> bool {
    let names_nothing = matches!(
        reason,
        NotPossible::PlanUnknown
            | NotPossible::GoalUnknown
            | NotPossible::ConsentUnknown
            | NotPossible::MeasureUnknown
            | NotPossible::RestraintUnknown
            | NotPossible::ReferralUnknown
            | NotPossible::SessionUnknown
            | NotPossible::AlreadyAdmitted
            | NotPossible::NoHandover
            | NotPossible::DangerUnknown
            | NotPossible::ActUnknown
            | NotPossible::WrongSubject
    );
    let unreadable =
        matches!(act, Act::Measure(topic::Measure::RegimeRecorded(_))) && reason == NotPossible::EndBeforeBeginning;
    // What must not leave an organisation is not recorded and then marked.
    let stays = matches!(reason, NotPossible::NotAgreed | NotPossible::DelayNeedsReason | NotPossible::OwnDisclosure);
    let of_keeping = matches!(act, Act::File(act) if domain::keeping::is_of_keeping(act));
    // Whether somebody may examine an opening does not depend on what they say of it.
    let of_emergency = matches!(act, Act::File(topic::File::EmergencyReviewed(_)));
    // Nobody comes back who is not on record as released, or who died: a report of it would only open the file.
    let from_nowhere = matches!(act, Act::Custody(topic::Custody::Returned(_))) && reason == NotPossible::NotReleased;
    let of_register = matches!(
        act,
        Act::Organisation(_) | Act::Directory(_) | Act::Post(_) | Act::Inspection(_) | Act::Account(_) | Act::Vault(_)
    );
    names_nothing || unreadable || stays || from_nowhere || of_register || of_keeping || of_emergency
}

/// The organisation that an act of the register names.
pub(crate) fn named_org(act: &Act) -> Option<OrgId> {
    match act {
        Act::Organisation(topic::Organisation::MandateProposed(body)) => Some(body.body),
        Act::Organisation(topic::Organisation::ServicePublished(body)) => Some(body.org),
        Act::Directory(topic::Directory::Drafted(body)) => Some(body.org),
        Act::Account(topic::Account::Proposed(body)) => Some(body.org),
        _ => None,
    }
}

impl App {
    /// What is known of an organisation; an organisation without facts if there is none.
    pub(crate) fn org_facts(&self, tx: &mut Tx<'_>, org: OrgId) -> Result<OrgFacts, Fault> {
        Ok(OrgFacts::of(self.opened(tx, org.stream())?.iter()))
    }
}

/// Checks what the act names elsewhere.
pub(crate) fn resolve(tx: &mut Tx<'_>, actor: &Actor, deed: &Deed, proposed: &Proposed) -> Result<(), Refusal> {
    match &proposed.act {
        // A registrar admits into the own prison, and no other.
        Act::Custody(topic::Custody::Admitted(body)) => is_kind(tx, body.prison, &[OrgKind::Prison]),
        Act::Custody(topic::Custody::Transferred(body)) => is_kind(tx, body.to, &[OrgKind::Prison]),
        Act::Custody(topic::Custody::Returned(body)) => is_kind(tx, body.prison, &[OrgKind::Prison]),
        Act::File(topic::File::Allocated(body)) => has_capacity(tx, body.to, actor.org, Capacity::CaseManager),
        Act::File(topic::File::Restricted(body)) => can_be_lifted(tx, actor, proposed.stream, body),
        Act::File(topic::File::ConflictDeclared(body)) => {
            // Everybody says it of themselves; of others only those who lead them.
            match actor.capacity {
                _ if body.account == actor.account => Ok(()),
                Capacity::Supervisor | Capacity::Governor => {
                    let led = works_at(tx, body.account, actor.org)?;
                    if leads(actor.capacity, led) { Ok(()) } else { Err(Refusal::NotAllowed) }
                }
                _ => Err(Refusal::NotAllowed),
            }
        }
        Act::Consent(topic::Consent::Given(body)) => {
            is_kind(tx, body.recipient, &[OrgKind::CivilSociety, OrgKind::Probation, OrgKind::Aftercare])
        }
        Act::Referral(topic::Referral::Begun(body)) => {
            let offered = deed.acts.iter().any(|other| {
                matches!(&other.act, Act::Referral(topic::Referral::Offered(offer))
                if other.stream == body.referral.stream() && offer.service == body.service && offer.org == body.org)
            });
            let begun = deed.acts.iter().filter(|other| {
                matches!(&other.act, Act::Referral(topic::Referral::Begun(begun)) if begun.referral == body.referral)
            });
            if offered && begun.count() == 1 { Ok(()) } else { Err(Refusal::Unknown("referral")) }
        }
        Act::Referral(topic::Referral::Offered(body)) => {
            let begun = deed.acts.iter().any(|other| {
                matches!(&other.act, Act::Referral(topic::Referral::Begun(begun))
                if begun.referral.stream() == proposed.stream)
            });
            let open = tx.one(
                "select open from service where stream = $1 and org = $2",
                &[Val::Blob(&body.service.bytes()), Val::Blob(&body.org.bytes())],
                |row| row.get::<i64>(0),
            )?;
            if !begun || body.from != actor.org {
                return Err(Refusal::NotYours);
            }
            if open == Some(1) { Ok(()) } else { Err(Refusal::Unknown("service")) }
        }
        Act::Referral(topic::Referral::Assigned(body)) => {
            has_capacity(tx, body.to, actor.org, Capacity::CsoPractitioner)
        }
        Act::Vault(act) => crate::vault::resolve(tx, actor, act),
        Act::Directory(topic::Directory::Drafted(body)) => is_kind(tx, body.org, &[OrgKind::CivilSociety]),
        Act::Release(topic::Release::HandoverOffered(body)) => {
            is_kind(tx, body.to, &[OrgKind::Probation, OrgKind::Aftercare])
        }
        Act::Account(topic::Account::Proposed(body)) => {
            let sign_in = body.sign_in.as_str().to_lowercase();
            let taken =
                tx.one("select 1 from account where sign_in = $1", &[Val::Text(&sign_in)], |row| row.get::<i64>(0))?;
            if taken.is_some() { Err(NotPossible::AlreadyDone.into()) } else { Ok(()) }
        }
        _ => Ok(()),
    }
}

/// Somebody who is named must be able to lift the restriction: who may, and is not kept from the file themselves.
fn can_be_lifted(tx: &mut Tx<'_>, actor: &Actor, case: StreamId, body: &Restricted) -> Result<(), Refusal> {
    let mut can = false;
    for named in &body.named {
        let capacity = works_at(tx, named.account, actor.org)?;
        let barred = tx.one(
            "select 1 from bar where stream = $1 and holder = $2 and bar in ('conflict', 'own_person') and ends is null",
            &[Val::Blob(&case.bytes()), Val::Blob(&named.account.bytes())],
            |row| row.get::<i64>(0),
        )?;
        can |= matches!(capacity, Capacity::Supervisor | Capacity::Governor) && barred.is_none();
    }
    if can { Ok(()) } else { Err(NotPossible::NobodyToLift.into()) }
}

/// The capacity of an open account of this organisation.
/// May somebody of this capacity say of a colleague that they must not see a file? Of whom they lead: otherwise one supervisor
/// could shut out everybody who could undo it.
fn leads(capacity: Capacity, colleague: Capacity) -> bool {
    let staff =
        matches!(colleague, Capacity::CaseManager | Capacity::CustodyOfficer | Capacity::Registrar | Capacity::Health);
    staff || (capacity == Capacity::Governor && colleague == Capacity::Supervisor)
}

fn works_at(tx: &mut Tx<'_>, account: AccountId, org: OrgId) -> Result<Capacity, Refusal> {
    let found = tx.one(
        "select capacity from account where stream = $1 and org = $2 and state = 'open'",
        &[Val::Blob(&account.bytes()), Val::Blob(&org.bytes())],
        |row| row.get::<String>(0),
    )?;
    found.and_then(|capacity| capacity.parse().ok()).ok_or(Refusal::Unknown("account"))
}

fn is_kind(tx: &mut Tx<'_>, org: OrgId, kinds: &[OrgKind]) -> Result<(), Refusal> {
    let kind = tx.one("select kind from organisation where stream = $1", &[Val::Blob(&org.bytes())], |row| {
        row.get::<String>(0)
    })?;
    let known = kind.and_then(|kind| kind.parse::<OrgKind>().ok()).is_some_and(|kind| kinds.contains(&kind));
    if known { Ok(()) } else { Err(Refusal::Unknown("organisation")) }
}

fn has_capacity(tx: &mut Tx<'_>, account: AccountId, org: OrgId, capacity: Capacity) -> Result<(), Refusal> {
    let found = tx.one(
        "select 1 from account where stream = $1 and org = $2 and capacity = $3 and state = 'open'",
        &[Val::Blob(&account.bytes()), Val::Blob(&org.bytes()), Val::Text(capacity.code())],
        |row| row.get::<i64>(0),
    )?;
    if found.is_some() { Ok(()) } else { Err(Refusal::Unknown("account")) }
}
