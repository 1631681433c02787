//! The register: founded once, registered once, confirmed by somebody else, closed for good.

use domain::Moment;
use domain::admission::NotPossible;
use domain::organisation::OrgKind;
use domain::registry::{
    AccountFacts, AccountState, InstallationFacts, MandateState, OrgFacts, RegistryFacts, ServiceFacts, admit_registry,
};
use domain::token::{LONGEST, TokenState};
use jiff::tz::TimeZone;

use crate::case::{Deed, Story, WORKSHOP, act, hour, org, sample, story};

const FIRST: u64 = 211;
const SECOND: u64 = 212;

/// A registered organisation of this kind.
fn organisation(kind: OrgKind) -> Story {
    story().then(sample("organisation.registered").with("kind", kind))
}

fn org_facts(kind: OrgKind) -> OrgFacts {
    OrgFacts::of(&organisation(kind).acts)
}

fn org_admits(story: &Story, named: Option<&OrgFacts>, deed: Deed) -> Result<(), NotPossible> {
    admit_registry(RegistryFacts::Organisation(&OrgFacts::of(&story.acts)), named, &story.next_is(deed))
}

fn service_admits(story: &Story, deed: Deed) -> Result<(), NotPossible> {
    let workshop = org_facts(OrgKind::CivilSociety);
    admit_registry(RegistryFacts::Service(&ServiceFacts::of(&story.acts)), Some(&workshop), &story.next_is(deed))
}

fn account_admits(story: &Story, deed: Deed) -> Result<(), NotPossible> {
    let workshop = org_facts(OrgKind::CivilSociety);
    admit_registry(RegistryFacts::Account(&AccountFacts::of(&story.acts)), Some(&workshop), &story.next_is(deed))
}

/// A prison for which a mandate was proposed: the one that the samples call by its act.
fn mandated() -> Story {
    organisation(OrgKind::Prison).then(sample("organisation.mandate_proposed").by(FIRST).named(301))
}

fn proposed() -> Story {
    story().then(sample("account.proposed").by(FIRST))
}

fn open() -> Story {
    proposed().then(sample("account.confirmed").by(SECOND))
}

#[test]
fn an_installation_is_founded_once() {
    let admits = |story: &Story| {
        let facts = InstallationFacts::of(&story.acts);
        let next = story.next_is(sample("installation.founded"));
        admit_registry(RegistryFacts::Installation(&facts), None, &next)
    };
    assert_eq!(admits(&story()), Ok(()));
    let founded = story().then(sample("installation.founded"));
    assert_eq!(admits(&founded), Err(NotPossible::AlreadyDone));
    let facts = InstallationFacts::of(&founded.acts);
    assert_eq!(facts.zone.unwrap().as_str(), "Africa/Tunis");
}

#[test]
fn an_organisation_is_registered_once() {
    assert_eq!(org_admits(&story(), None, sample("organisation.registered")), Ok(()));
    let prison = organisation(OrgKind::Prison);
    assert_eq!(org_admits(&prison, None, sample("organisation.registered")), Err(NotPossible::AlreadyDone));
    assert_eq!(org_admits(&prison, None, sample("account.confirmed")), Err(NotPossible::WrongSubject));
}

#[test]
fn a_mandate_is_given_to_oversight_over_a_prison() {
    let (prison, oversight) = (organisation(OrgKind::Prison), org_facts(OrgKind::Oversight));
    let mandate = || sample("organisation.mandate_proposed");
    assert_eq!(org_admits(&prison, Some(&oversight), mandate()), Ok(()));
    assert_eq!(org_admits(&prison, None, mandate()), Err(NotPossible::NotOpen));
    assert_eq!(org_admits(&story(), Some(&oversight), mandate()), Err(NotPossible::NotOpen));
    let donor = org_facts(OrgKind::Donor);
    assert_eq!(org_admits(&prison, Some(&donor), mandate()), Err(NotPossible::WrongSubject));
    let workshop = organisation(OrgKind::CivilSociety);
    assert_eq!(org_admits(&workshop, Some(&oversight), mandate()), Err(NotPossible::WrongSubject));
    let ended = mandate().with("until", "2026-04-30");
    assert_eq!(org_admits(&prison, Some(&oversight), ended), Err(NotPossible::EndBeforeBeginning));
}

#[test]
fn a_mandate_can_be_renewed_unless_it_has_no_end() {
    let oversight = org_facts(OrgKind::Oversight);
    let mandate = || sample("organisation.mandate_proposed");
    let ending = organisation(OrgKind::Prison).then(mandate());
    assert_eq!(org_admits(&ending, Some(&oversight), mandate().with("until", "2028-12-31")), Ok(()));
    let lasting = organisation(OrgKind::Prison).then(mandate().without("until"));
    assert_eq!(org_admits(&lasting, Some(&oversight), mandate()), Err(NotPossible::AlreadyDone));
}

#[test]
fn a_mandate_holds_to_the_end_of_its_last_day_where_the_prison_is() {
    let confirmed = mandated().then(sample("organisation.mandate_confirmed").by(SECOND));
    let facts = OrgFacts::of(&confirmed.acts);
    let tunis = TimeZone::get("Africa/Tunis").unwrap();
    let at = |text: &str| facts.mandated(org(104), text.parse::<Moment>().unwrap(), &tunis);
    assert!(at("2027-12-31T22:59:59.999Z"));
    assert!(!at("2027-12-31T23:00:00Z"));
    assert!(!facts.mandated(org(104), hour(-1), &tunis));
    assert!(!facts.mandated(org(WORKSHOP), hour(1), &tunis));
}

#[test]
fn a_mandate_begins_and_ends_with_the_word_of_a_second_administrator() {
    let tunis = TimeZone::get("Africa/Tunis").unwrap();
    let proposed = mandated();
    let by_first = |kind: &str| sample(kind).by(FIRST);
    let by_second = |kind: &str| sample(kind).by(SECOND);
    let state = |story: &Story| OrgFacts::of(&story.acts).mandates[0].state(hour(100), &tunis);
    let oversight = org_facts(OrgKind::Oversight);
    let admits = |story: &Story, sample| org_admits(story, Some(&oversight), sample);

    assert_eq!(state(&proposed), MandateState::Proposed);
    assert!(!OrgFacts::of(&proposed.acts).mandated(org(104), hour(1), &tunis));
    assert_eq!(admits(&proposed, by_first("organisation.mandate_confirmed")), Err(NotPossible::OwnProposal));
    assert_eq!(admits(&proposed, by_second("organisation.mandate_end_proposed")), Err(NotPossible::NotOpen));
    let unknown = by_second("organisation.mandate_confirmed").with("mandate", act(999));
    assert_eq!(admits(&proposed, unknown), Err(NotPossible::NotProposed));

    let holds = proposed.then(by_second("organisation.mandate_confirmed"));
    assert_eq!(state(&holds), MandateState::Holds);
    assert_eq!(admits(&holds, by_second("organisation.mandate_confirmed")), Err(NotPossible::AlreadyDone));
    assert_eq!(admits(&holds, by_second("organisation.mandate_ended")), Err(NotPossible::NotProposed));

    let ending = holds.then(by_second("organisation.mandate_end_proposed"));
    assert_eq!(state(&ending), MandateState::EndProposed);
    assert!(OrgFacts::of(&ending.acts).mandated(org(104), hour(100), &tunis), "it holds until the end is confirmed");
    assert_eq!(admits(&ending, by_second("organisation.mandate_ended")), Err(NotPossible::OwnProposal));

    let over = ending.then(by_first("organisation.mandate_ended"));
    assert_eq!(state(&over), MandateState::Over);
    assert!(!OrgFacts::of(&over.acts).mandated(org(104), hour(100), &tunis));
    assert_eq!(admits(&over, by_first("organisation.mandate_ended")), Err(NotPossible::AlreadyDone));
    assert_eq!(admits(&over, sample("organisation.mandate_proposed")), Ok(()), "and another can be given");
}

#[test]
fn a_service_is_published_withdrawn_and_published_again_by_the_same_organisation() {
    let published = story().then(sample("service.published"));
    assert_eq!(service_admits(&story(), sample("service.published")), Ok(()));
    assert_eq!(service_admits(&published, sample("service.published")), Err(NotPossible::AlreadyDone));
    assert_eq!(service_admits(&story(), sample("service.withdrawn")), Err(NotPossible::NotOpen));
    assert_eq!(service_admits(&published, sample("service.withdrawn")), Ok(()));
    let withdrawn = published.then(sample("service.withdrawn"));
    assert!(!ServiceFacts::of(&withdrawn.acts).open());
    let elsewhere = sample("service.published").with("org", org(103));
    assert_eq!(service_admits(&withdrawn, elsewhere), Err(NotPossible::WrongSubject));
    assert_eq!(service_admits(&withdrawn, sample("service.published")), Ok(()));
    assert!(ServiceFacts::of(&withdrawn.then(sample("service.published")).acts).open());
}

#[test]
fn a_service_needs_an_organisation_that_is_registered() {
    let facts = ServiceFacts::default();
    let next = story().next_is(sample("service.published"));
    assert_eq!(admit_registry(RegistryFacts::Service(&facts), None, &next), Err(NotPossible::NotOpen));
}

#[test]
fn an_account_is_confirmed_by_somebody_other_than_whoever_proposed_it() {
    let confirmed = |by| sample("account.confirmed").by(by);
    assert_eq!(account_admits(&story(), confirmed(SECOND)), Err(NotPossible::NotProposed));
    assert_eq!(account_admits(&proposed(), confirmed(FIRST)), Err(NotPossible::OwnProposal));
    assert_eq!(account_admits(&proposed(), confirmed(SECOND)), Ok(()));
    assert_eq!(account_admits(&open(), confirmed(SECOND)), Err(NotPossible::AlreadyDone));
    assert_eq!(account_admits(&proposed(), sample("account.proposed")), Err(NotPossible::AlreadyDone));
}

#[test]
fn an_account_has_a_capacity_of_its_own_organisation() {
    let as_capacity = |capacity: &str| sample("account.proposed").with("capacity", capacity);
    assert_eq!(account_admits(&story(), as_capacity("cso_manager")), Ok(()));
    for elsewhere in ["governor", "monitor", "person", "legal_representative"] {
        assert_eq!(account_admits(&story(), as_capacity(elsewhere)), Err(NotPossible::CapacityElsewhere));
    }
    let next = story().next_is(sample("account.proposed"));
    let unknown = admit_registry(RegistryFacts::Account(&AccountFacts::default()), None, &next);
    assert_eq!(unknown, Err(NotPossible::NotOpen));
}

#[test]
fn a_disabled_account_stays_disabled() {
    let disabled = open().then(sample("account.disabled"));
    assert_eq!(account_admits(&story(), sample("account.disabled")), Err(NotPossible::NotProposed));
    assert_eq!(account_admits(&disabled, sample("account.disabled")), Err(NotPossible::AlreadyDone));
    for deed in ["account.confirmed", "account.signed_in", "account.credential_changed"] {
        assert_eq!(account_admits(&disabled, sample(deed).by(SECOND)), Err(NotPossible::NotOpen), "{deed}");
    }
    assert_eq!(account_admits(&open(), sample("account.signed_in")), Ok(()));
    assert_eq!(account_admits(&proposed(), sample("account.signed_in")), Err(NotPossible::NotOpen));
}

#[test]
fn the_state_of_an_account_follows_from_its_acts() {
    let state = |story: &Story| AccountFacts::of(&story.acts).state();
    assert_eq!(state(&story()), AccountState::None);
    assert_eq!(state(&proposed()), AccountState::Proposed);
    assert_eq!(state(&open()), AccountState::Open);
    assert_eq!(state(&proposed().then(sample("account.disabled"))), AccountState::Disabled);
}

#[test]
fn a_report_that_does_not_fit_is_kept_as_a_contradiction() {
    let facts = AccountFacts::of(&story().then(sample("account.disabled")).acts);
    assert_eq!(facts.contradictions.len(), 1);
    assert_eq!(AccountFacts::of(&open().acts).contradictions, []);
}

/// A token of an open account, proposed by the first administrator.
fn with_token() -> Story {
    open().then(sample("account.token_proposed").named(TOKEN).by(FIRST))
}

/// The token of the samples.
const TOKEN: u64 = 605;

#[test]
fn a_token_is_proposed_for_something_and_for_a_year_at_most() {
    let propose = || sample("account.token_proposed").by(FIRST);
    assert_eq!(account_admits(&open(), propose()), Ok(()));
    assert_eq!(account_admits(&proposed(), propose()), Err(NotPossible::NotOpen));
    assert_eq!(account_admits(&story(), propose()), Err(NotPossible::NotProposed));
    let nothing: [&str; 0] = [];
    assert_eq!(account_admits(&open(), propose().with("scope", nothing)), Err(NotPossible::TokenNoScope));
    let recorded = open().next_is(propose()).at;
    let until = |later: i64| propose().with("until", recorded.plus(later));
    assert_eq!(account_admits(&open(), until(0)), Err(NotPossible::EndBeforeBeginning));
    assert_eq!(account_admits(&open(), until(1)), Ok(()));
    assert_eq!(account_admits(&open(), until(LONGEST)), Ok(()));
    assert_eq!(account_admits(&open(), until(LONGEST + 1)), Err(NotPossible::TokenTooLong));
    // Whose stream it is, is the account itself.
    let mut own = open().next_is(propose());
    own.envelope.stream = own.envelope.actor.stream();
    let facts = AccountFacts::of(&open().acts);
    assert_eq!(admit_registry(RegistryFacts::Account(&facts), None, &own), Err(NotPossible::TokenOwn));
}

#[test]
fn a_token_is_issued_by_another_once_and_revoked_by_any() {
    let issue = |by| sample("account.token_issued").by(by);
    let revoke = || sample("account.token_revoked").by(FIRST);
    assert_eq!(account_admits(&open(), issue(SECOND)), Err(NotPossible::TokenUnknown));
    assert_eq!(account_admits(&open(), revoke()), Err(NotPossible::TokenUnknown));
    assert_eq!(account_admits(&with_token(), issue(FIRST)), Err(NotPossible::OwnProposal));
    assert_eq!(account_admits(&with_token(), issue(SECOND)), Ok(()));
    assert_eq!(account_admits(&with_token(), revoke()), Ok(()), "before it is issued too");
    let issued = with_token().then(issue(SECOND));
    assert_eq!(account_admits(&issued, issue(SECOND)), Err(NotPossible::AlreadyDone));
    let revoked = issued.clone().then(revoke());
    assert_eq!(account_admits(&revoked, revoke()), Err(NotPossible::AlreadyDone));
    assert_eq!(account_admits(&revoked, issue(SECOND)), Err(NotPossible::AlreadyDone));
    let closed = issued.then(sample("account.disabled"));
    assert_eq!(account_admits(&closed, revoke()), Ok(()), "of a closed account too");
    assert_eq!(account_admits(&closed, sample("account.token_proposed").by(FIRST)), Err(NotPossible::NotOpen));
}

#[test]
fn a_token_stands_from_its_issue_until_its_end() {
    let issued = with_token().then(sample("account.token_issued").by(SECOND));
    let revoked = issued.clone().then(sample("account.token_revoked").by(FIRST));
    let token = |story: &Story| AccountFacts::of(&story.acts).tokens[0].clone();
    let (from, until) = (token(&issued).issued.unwrap(), token(&issued).until);
    assert_eq!(token(&issued).state(from.plus(-1)), TokenState::Proposed);
    assert_eq!(token(&issued).state(from), TokenState::Issued);
    assert_eq!(token(&issued).state(until.plus(-1)), TokenState::Issued);
    assert_eq!(token(&issued).state(until), TokenState::Over);
    let at = token(&revoked).revoked.unwrap();
    assert_eq!(token(&revoked).state(at.plus(-1)), TokenState::Issued);
    assert_eq!(token(&revoked).state(at), TokenState::Revoked);
}
