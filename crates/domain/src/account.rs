//! Accounts: proposed by one administrator, confirmed by another, acting in one capacity for one organisation.
//!
//! Credentials are not here: an act only says *that* one changed.

use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::id::{ActId, OrgId};
use crate::moment::Moment;
use crate::right::Capacity;
use crate::text::{Line, Text};

codes! {
    /// What changed.
    pub Credential as "credential" {
        /// The password.
        Password = "password",
        /// The second factor on a telephone.
        Totp = "totp",
        /// The printed card of one-time codes.
        CodeCard = "code_card",
        /// A passkey on a device of the holder's.
        Passkey = "passkey",
        /// The passphrase of the holder's own key to the vault of notes.
        VaultPassphrase = "vault_passphrase",
    }
}

codes! {
    /// Why a sign-in was refused. One word, the same to whoever tried.
    pub SignInRefusal as "sign_in_refusal" {
        /// The password or the code was not right.
        NotRight = "not_right",
        /// The account is not open.
        NotOpen = "not_open",
        /// Too many tries.
        TooMany = "too_many",
    }
}

codes! {
    /// What a token may be used for: always less than its account could do itself.
    pub TokenScope as "token_scope" {
        /// Lists of cases, referrals, findings, organisations and services.
        ReadLists = "read_lists",
        /// One case or referral at a time.
        ReadFiles = "read_files",
        /// Admission, status, sentence, transfer, release; who carries a case.
        WriteCustody = "write_custody",
        /// Needs and assessments.
        WriteAssessment = "write_assessment",
        /// Plans, and the person's answers to them.
        WritePlan = "write_plan",
        /// Consents.
        WriteConsent = "write_consent",
        /// Referrals and sessions.
        WriteReferral = "write_referral",
        /// Measures.
        WriteMeasure = "write_measure",
        /// Release, handover, aftercare.
        WriteRelease = "write_release",
        /// Services.
        WriteServices = "write_services",
    }
}

/// `account.proposed`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proposed {
    /// The name to sign in with.
    pub sign_in: Line,
    /// The name that colleagues see.
    pub name: Line,
    /// The organisation.
    pub org: OrgId,
    /// The capacity.
    pub capacity: Capacity,
}

/// `account.confirmed`: by somebody other than whoever proposed it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Confirmed {}

/// `account.disabled`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disabled {
    /// Why.
    pub reason: Text,
}

/// `account.credential_changed`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CredentialChanged {
    /// What.
    pub credential: Credential,
}

/// `account.signed_in`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedIn {
    /// By what second factor.
    pub factor: Credential,
}

/// `account.sign_in_refused`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignInRefused {
    /// Why.
    pub reason: SignInRefusal,
}

/// `account.signed_out`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedOut {}

/// `account.factor_given`: somebody who was signed in proved themselves again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactorGiven {
    /// By what.
    pub factor: Credential,
}

/// `account.sessions_ended`: by the holder, from another session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionsEnded {
    /// How many.
    pub sessions: u32,
}

/// `account.token_proposed`: a machine is to act for this account, within a scope.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TokenProposed {
    /// Which machine, and what for.
    pub purpose: Line,
    /// What it may be used for.
    pub scope: Vec<TokenScope>,
    /// From when on it is over: a year at most.
    pub until: Moment,
}

/// `account.token_issued`: by an administrator other than whoever proposed it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TokenIssued {
    /// The token, called by the act that proposed it.
    pub token: ActId,
}

/// `account.token_revoked`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TokenRevoked {
    /// The token.
    pub token: ActId,
    /// Why.
    pub reason: Text,
}

/// `account.token_collected`: the holder of the account has drawn its secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TokenCollected {
    /// The token.
    pub token: ActId,
}
