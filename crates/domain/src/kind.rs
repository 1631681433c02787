//! The kind table: one row per kind of act, and everything that follows from it.
//!
//! A row says of whom the act is (subject), which part of the file it belongs to, what one must be allowed to do
//! (action), which key seals it, whether it decides or reports, how long it is kept, and whether it moves the head of
//! its stream. Redaction, sealing, erasure, the own-file copy, the data register and the generated documents derive
//! from it. A kind without a full row does not compile.

use crate::code::{UnknownCode, codes};
use crate::right::{Action, Part};
use crate::{
    account, assessment, clock, consent, contact, custody, directory, emergency, file, health, information, inspection,
    lodging, look, measure, note, organisation, plan, post, reception, recovery, referral, regime, release, restraint,
    search, under_measure, vault, weighing,
};

codes! {
    /// Whose stream an act belongs to.
    pub Subject as "subject" {
        /// One person's case.
        Case = "case",
        /// One referral to one service.
        Referral = "referral",
        /// An organisation.
        Organisation = "organisation",
        /// A service.
        Service = "service",
        /// The notes of an organisation on one referral.
        Notes = "notes",
        /// An account.
        Account = "account",
        /// The installation.
        Installation = "installation",
        /// Whatever was looked at.
        Any = "any",
    }
}

codes! {
    /// A decision takes effect by being recorded and can be refused by a safeguard; a report is always taken.
    pub Nature as "nature" {
        /// Takes effect by being recorded.
        Decision = "decision",
        /// What a body, the door or the clock did, and everything that eases a restriction.
        Report = "report",
    }
}

codes! {
    /// Which key seals the body, and so what dies when that key dies.
    pub Sealing as "sealing" {
        /// The key of the stream: dies with the file.
        Stream = "stream",
        /// The key of the year: dies at the end of the following year.
        Year = "year",
    }
}

codes! {
    /// How long an act is kept. The periods are set by the deployment.
    pub Retention as "retention" {
        /// Until two years after the end of aftercare or sentence.
        Case = "case",
        /// With the case; no longer shared after twelve months.
        Assessment = "assessment",
        /// Ninety days after the end of the referral.
        Referral = "referral",
        /// As the organisation says, a year after the end of the referral at most.
        Notes = "notes",
        /// As long as the organisation or service is listed.
        Directory = "directory",
        /// As long as the account exists, and the log needs it.
        Account = "account",
        /// Until the end of the following year.
        Look = "look",
        /// For the life of the installation.
        Installation = "installation",
    }
}

codes! {
    /// Does the act move the head of its stream, so that a decision based on an older state is asked again?
    pub Head as "head" {
        /// It changes what others decide on.
        Moves = "moves",
        /// It leaves the state as it was: a look, a refusal, a finding.
        Stays = "stays",
    }
}

/// One row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KindRow {
    /// The name in envelopes, such as `measure.imposed`.
    pub name: &'static str,
    /// The version of the body that is written now.
    pub version: u16,
    /// Whose stream it belongs to.
    pub subject: Subject,
    /// The part of the file.
    pub part: Part,
    /// What one must be allowed to do.
    pub action: Action,
    /// Decision or report.
    pub nature: Nature,
    /// The sealing key.
    pub sealing: Sealing,
    /// The retention class.
    pub retention: Retention,
    /// Whether the head moves.
    pub head: Head,
}

/// Why a body could not be read as an act.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAnAct {
    /// A kind that this version does not know.
    #[error(transparent)]
    Kind(#[from] UnknownCode),
    /// A version newer than this program.
    #[error("version {0} of this kind is not known here")]
    Version(u16),
    /// The body does not have the shape of its kind.
    #[error("{at}: {why}")]
    Body {
        /// Where in the body, as a path such as `goals.0.goal`; empty for the whole.
        at: String,
        /// What is wrong, in the words of the decoder.
        why: String,
    },
}

impl NotAnAct {
    /// A body that was refused at this path of the decoder, in its words.
    pub fn at(path: &str, why: &str) -> Self {
        let why = crate::act::strip_position(why);
        Self::Body { at: crate::act::place(path, &why), why }
    }
}

macro_rules! kinds {
    ($($topic:ident { $($kind:ident = $variant:ident($body:ty) $name:literal / $version:literal
        : $subject:ident $part:ident $action:ident $nature:ident $sealing:ident $retention:ident $head:ident;)+ })+) => {
        /// The topics and the acts of each; a variant holds the body.
        pub mod topic {
            use super::{
    account, assessment, clock, consent, contact, custody, directory, emergency, file, health, information, inspection, lodging, look, measure, note, organisation, plan, post, reception, recovery, referral, regime, release, restraint, search, under_measure, vault, weighing,
            };
            $(
                #[doc = concat!("Acts of the topic ", stringify!($topic), ".")]
                #[derive(Debug, Clone, PartialEq, Eq)]
                pub enum $topic { $(#[doc = concat!("`", $name, "`")] $variant($body)),+ }
                $(impl From<$body> for super::Act {
                    fn from(body: $body) -> Self {
                        super::Act::$topic($topic::$variant(body))
                    }
                })+
            )+
        }

        /// Everything that can happen, by topic.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Act { $(#[doc = concat!("See [`topic::", stringify!($topic), "`].")] $topic(topic::$topic)),+ }

        codes! {
            /// The kinds of act, as envelopes name them.
            pub Kind as "kind" { $($(#[doc = concat!("`", $name, "`")] $kind = $name,)+)+ }
        }

        impl Kind {
            /// The row of this kind.
            pub const fn row(self) -> &'static KindRow {
                match self { $($(Self::$kind => &KindRow {
                    name: $name, version: $version, subject: Subject::$subject, part: Part::$part,
                    action: Action::$action, nature: Nature::$nature, sealing: Sealing::$sealing,
                    retention: Retention::$retention, head: Head::$head,
                },)+)+ }
            }

            /// Reads a body of this kind. Old versions are brought up to date first.
            pub fn decode(self, version: u16, body: &[u8]) -> Result<Act, NotAnAct> {
                if version == 0 || version > self.row().version {
                    return Err(NotAnAct::Version(version));
                }
                if let Some(old) = crate::measure_before::read(self, version, body) {
                    return old;
                }
                let act = match self { $($(Self::$kind => crate::act::read_body::<$body>(body).map(Act::from),)+)+ }?;
                crate::act::as_of(version, act)
            }
        }

        impl Kind {
            /// The shape of its body, as it is read now.
            pub fn shape(self) -> Result<crate::shape::Shape, crate::shape::NoShape> {
                match self { $($(Self::$kind => crate::shape::of::<$body>(),)+)+ }
            }
        }

        impl Act {
            /// The kind of this act.
            pub const fn kind(&self) -> Kind {
                match self { $($(Self::$topic(topic::$topic::$variant(_)) => Kind::$kind,)+)+ }
            }

            /// The body as a JSON value.
            pub fn to_value(&self) -> Result<serde_json::Value, serde_json::Error> {
                match self { $($(Self::$topic(topic::$topic::$variant(body)) => serde_json::to_value(body),)+)+ }
            }

            /// The body as the bytes that are sealed and committed to.
            pub fn to_bytes(&self) -> Result<Vec<u8>, serde_json::Error> {
                match self { $($(Self::$topic(topic::$topic::$variant(body)) => serde_json::to_vec(body),)+)+ }
            }
        }
    };
}

kinds! {
// kind                        variant and body                                 name / version                        subject      part        action     nature   key    retention    head
Custody {
    CustodyAdmitted          = Admitted(custody::Admitted)                      "custody.admitted" / 1              : Case         Identity    Register   Report   Stream Case         Moves;
    CustodyIdentityCorrected = IdentityCorrected(custody::IdentityCorrected)    "custody.identity_corrected" / 1    : Case         Identity    Register   Report   Stream Case         Moves;
    CustodyStatusChanged     = StatusChanged(custody::StatusChanged)            "custody.status_changed" / 1        : Case         Sentence    Register   Report   Stream Case         Moves;
    CustodySentenceRecorded  = SentenceRecorded(custody::SentenceRecorded)      "custody.sentence_recorded" / 1     : Case         Sentence    Register   Report   Stream Case         Moves;
    CustodyCircumstanceNoted = CircumstanceNoted(custody::CircumstanceNoted)    "custody.circumstance_noted" / 1    : Case         Measures    Attest     Report   Stream Case         Moves;
    CustodyTransferred       = Transferred(custody::Transferred)                "custody.transferred" / 1           : Case         Identity    Register   Report   Stream Case         Moves;
    CustodyReleaseDateSet    = ReleaseDateSet(custody::ReleaseDateSet)          "custody.release_date_set" / 1      : Case         Sentence    Register   Report   Stream Case         Moves;
    CustodyReleased          = Released(custody::Released)                      "custody.released" / 1              : Case         Identity    Register   Report   Stream Case         Moves;
    CustodyReturned          = Returned(custody::Returned)                      "custody.returned" / 1              : Case         Identity    Register   Report   Stream Case         Moves;
    CustodyDied              = Died(custody::Died)                              "custody.died" / 1                  : Case         Identity    Register   Report   Stream Case         Moves;
    CustodyClosed            = Closed(custody::Closed)                          "custody.closed" / 1                : Case         Identity    Close      Decision Stream Case         Moves;
}
File {
    FileAllocated            = Allocated(file::Allocated)                       "file.allocated" / 1                : Case         Identity    Allocate   Decision Stream Case         Moves;
    FileRestricted           = Restricted(file::Restricted)                     "file.restricted" / 1               : Case         Record      Restrict   Decision Stream Case         Moves;
    FileRestrictionLifted    = RestrictionLifted(file::RestrictionLifted)       "file.restriction_lifted" / 1       : Case         Record      Restrict   Decision Stream Case         Moves;
    FileConflictDeclared     = ConflictDeclared(file::ConflictDeclared)         "file.conflict_declared" / 1        : Case         Record      Declare    Report   Stream Case         Moves;
    FileConflictEnded        = ConflictEnded(file::ConflictEnded)               "file.conflict_ended" / 1           : Case         Record      Restrict   Decision Stream Case         Moves;
    FileCorrected            = Corrected(file::Corrected)                       "file.corrected" / 1                : Case         Identity    Correct    Report   Stream Case         Moves;
    FileStrikeProposed       = StrikeProposed(file::StrikeProposed)             "file.strike_proposed" / 1          : Case         Keeping     Strike     Report   Stream Case         Moves;
    FileStruck               = Struck(file::Struck)                             "file.struck" / 1                   : Case         Keeping     Strike     Report   Stream Case         Moves;
    FileHoldSet              = HoldSet(file::HoldSet)                           "file.hold_set" / 1                 : Case         Keeping     Hold       Report   Stream Case         Moves;
    FileHoldLifted           = HoldLifted(file::HoldLifted)                     "file.hold_lifted" / 1              : Case         Keeping     Lift       Report   Stream Case         Moves;
    FileErasureAnnounced     = ErasureAnnounced(file::ErasureAnnounced)         "file.erasure_announced" / 1        : Case         Keeping     Erase      Report   Stream Case         Moves;
    FileErasureWithdrawn     = ErasureWithdrawn(file::ErasureWithdrawn)         "file.erasure_withdrawn" / 1        : Case         Keeping     Erase      Report   Stream Case         Moves;
    FileEmergencyOpened      = EmergencyOpened(emergency::EmergencyOpened)      "file.emergency_opened" / 1         : Case         Record      Open       Decision Stream Case         Moves;
    FileEmergencyReviewed    = EmergencyReviewed(emergency::EmergencyReviewed)  "file.emergency_reviewed" / 2       : Case         Record      Examine    Report   Stream Case         Moves;
    FileErased               = Erased(file::Erased)                             "file.erased" / 1                   : Any          Record      Witness    Report   Year   Look         Stays;
}
Assessment {
    NeedsTaken               = NeedsTaken(assessment::NeedsTaken)               "assessment.needs_taken" / 1        : Case         Assessment  Assess     Report   Stream Assessment   Moves;
    Assessed                 = Assessed(assessment::Assessed)                   "assessment.assessed" / 1           : Case         Assessment  Assess     Report   Stream Assessment   Moves;
    AssessmentContested      = Contested(assessment::Contested)                 "assessment.contested" / 1          : Case         Assessment  Answer     Report   Stream Assessment   Moves;
}
Plan {
    PlanProposed             = Proposed(plan::Proposed)                         "plan.proposed" / 1                 : Case         Plan        Propose    Decision Stream Case         Moves;
    PlanAgreed               = Agreed(plan::Agreed)                             "plan.agreed" / 1                   : Case         Plan        Answer     Report   Stream Case         Moves;
    PlanDisagreed            = Disagreed(plan::Disagreed)                       "plan.disagreed" / 1                : Case         Plan        Answer     Report   Stream Case         Moves;
    PlanNotAnswered          = NotAnswered(plan::NotAnswered)                   "plan.not_answered" / 1             : Case         Plan        Answer     Report   Stream Case         Moves;
    PlanApproved             = Approved(plan::Approved)                         "plan.approved" / 1                 : Case         Plan        Approve    Decision Stream Case         Moves;
    PlanReturned             = Returned(plan::Returned)                         "plan.returned" / 1                 : Case         Plan        Approve    Report   Stream Case         Moves;
    PlanStepRecorded         = StepRecorded(plan::StepRecorded)                 "plan.step_recorded" / 1            : Case         Plan        Record     Report   Stream Case         Moves;
    PlanReviewed             = Reviewed(plan::Reviewed)                         "plan.reviewed" / 1                 : Case         Plan        Record     Report   Stream Case         Moves;
}
Consent {
    ConsentGiven             = Given(consent::Given)                            "consent.given" / 1                 : Case         Consent     Answer     Report   Stream Case         Moves;
    ConsentRefused           = Refused(consent::Refused)                        "consent.refused" / 1               : Case         Consent     Answer     Report   Stream Case         Moves;
    ConsentWithdrawn         = Withdrawn(consent::Withdrawn)                    "consent.withdrawn" / 1             : Case         Consent     Answer     Report   Stream Case         Moves;
}
Referral {
    ReferralBegun            = Begun(referral::Begun)                           "referral.begun" / 2                : Case         Consent     Offer      Decision Stream Case         Moves;
    ReferralOffered          = Offered(referral::Offered)                       "referral.offered" / 1              : Referral     Offer       Offer      Decision Stream Referral     Moves;
    ReferralPackageReleased  = PackageReleased(referral::PackageReleased)       "referral.package_released" / 1     : Referral     Package     Offer      Decision Stream Referral     Moves;
    ReferralAccepted         = Accepted(referral::Accepted)                     "referral.accepted" / 1             : Referral     Offer       Respond    Decision Stream Referral     Moves;
    ReferralDeclined         = Declined(referral::Declined)                     "referral.declined" / 1             : Referral     Offer       Respond    Report   Stream Referral     Moves;
    ReferralExpired          = Expired(referral::Expired)                       "referral.expired" / 1              : Referral     Offer       Witness    Report   Stream Referral     Moves;
    ReferralAssigned         = Assigned(referral::Assigned)                     "referral.assigned" / 1             : Referral     Offer       Assign     Decision Stream Referral     Moves;
    ReferralMeetingHeld      = MeetingHeld(referral::MeetingHeld)               "referral.meeting_held" / 1         : Referral     Attendance  Deliver    Report   Stream Referral     Moves;
    SessionScheduled         = SessionScheduled(referral::SessionScheduled)     "referral.session_scheduled" / 1    : Referral     Attendance  Deliver    Report   Stream Referral     Moves;
    SessionChanged           = SessionChanged(referral::SessionChanged)         "referral.session_changed" / 1      : Referral     Attendance  Deliver    Report   Stream Referral     Moves;
    SessionRecorded          = SessionRecorded(referral::SessionRecorded)       "referral.session_recorded" / 1     : Referral     Attendance  Deliver    Report   Stream Referral     Moves;
    ReferralHeld             = Held(referral::Held)                             "referral.held" / 1                 : Referral     Attendance  Deliver    Report   Stream Referral     Moves;
    ReferralResumed          = Resumed(referral::Resumed)                       "referral.resumed" / 1              : Referral     Attendance  Deliver    Report   Stream Referral     Moves;
    ReferralPlaceLost        = PlaceLost(referral::PlaceLost)                   "referral.place_lost" / 1           : Referral     Attendance  Record     Report   Stream Referral     Moves;
    ReferralReentryAsked     = ReentryAsked(referral::ReentryAsked)             "referral.reentry_asked" / 1        : Referral     Attendance  Record     Report   Stream Referral     Moves;
    ReferralReentered        = Reentered(referral::Reentered)                   "referral.reentered" / 1            : Referral     Attendance  Deliver    Report   Stream Referral     Moves;
    ReferralServiceReported  = ServiceReported(referral::ServiceReported)       "referral.service_reported" / 1     : Referral     Attendance  Deliver    Report   Stream Referral     Moves;
    ReferralWelfareNoted     = WelfareNoted(referral::WelfareNoted)             "referral.welfare_noted" / 1        : Referral     Attendance  Deliver    Report   Stream Referral     Moves;
    ReferralDangerDisclosed  = DangerDisclosed(referral::DangerDisclosed)       "referral.danger_disclosed" / 1     : Referral     Attendance  Deliver    Report   Stream Referral     Moves;
    ReferralDangerAnswered   = DangerAnswered(referral::DangerAnswered)         "referral.danger_answered" / 1      : Referral     Attendance  Record     Report   Stream Referral     Moves;
    ReferralConcluded        = Concluded(referral::Concluded)                   "referral.concluded" / 1            : Referral     Attendance  Deliver    Decision Stream Referral     Moves;
    ReferralWithdrawn        = Withdrawn(referral::Withdrawn)                   "referral.withdrawn" / 1            : Referral     Attendance  Record     Report   Stream Referral     Moves;
}
Note {
    NoteWritten              = Written(note::Written)                           "note.written" / 1                  : Notes        Notes       Record     Report   Stream Notes        Moves;
}
Vault {
    VaultMade                = Made(vault::Made)                                "vault.made" / 1                    : Organisation Vault       Administer Decision Stream Directory    Moves;
    VaultShared              = Shared(vault::Shared)                            "vault.shared" / 1                  : Organisation Vault       Administer Decision Stream Directory    Moves;
    VaultUnshared            = Unshared(vault::Unshared)                        "vault.unshared" / 1                : Organisation Vault       Stop       Report   Stream Directory    Moves;
}
Measure {
    MeasureImposed           = Imposed(measure::Imposed)                        "measure.imposed" / 2               : Case         Measures    Decide     Decision Stream Case         Moves;
    MeasureFoundInForce      = FoundInForce(measure::FoundInForce)              "measure.found_in_force" / 2        : Case         Measures    Record     Report   Stream Case         Moves;
    MeasureExtended          = Extended(measure::Extended)                      "measure.extended" / 2              : Case         Measures    Decide     Decision Stream Case         Moves;
    MeasureRegimeRecorded    = RegimeRecorded(measure::RegimeRecorded)          "measure.regime_recorded" / 1       : Case         Measures    Record     Report   Stream Case         Moves;
    MeasureHealthVisited     = HealthVisited(measure::HealthVisited)            "measure.health_visited" / 1        : Case         Measures    Attest     Report   Stream Case         Moves;
    MeasureReviewed          = Reviewed(measure::Reviewed)                      "measure.reviewed" / 2              : Case         Measures    Review     Report   Stream Case         Moves;
    MeasureLifted            = Lifted(measure::Lifted)                          "measure.lifted" / 1                : Case         Measures    Ease       Report   Stream Case         Moves;
    MeasurePlaceLost         = PlaceLost(measure::PlaceLost)                    "measure.place_lost" / 1            : Case         Measures    Record     Report   Stream Case         Moves;
    MeasureConditionsRecorded= ConditionsRecorded(under_measure::ConditionsRecorded)"measure.conditions_recorded" / 1   : Case         Measures    Record     Report   Stream Case         Moves;
    MeasureOffered           = Offered(under_measure::Offered)                  "measure.offered" / 1               : Case         Measures    Record     Report   Stream Case         Moves;
    MeasureReliefPlanned     = ReliefPlanned(under_measure::ReliefPlanned)      "measure.relief_planned" / 1        : Case         Measures    Record     Report   Stream Case         Moves;
    MeasureLossRecorded      = LossRecorded(under_measure::LossRecorded)        "measure.loss_recorded" / 1         : Case         Measures    Record     Report   Stream Case         Moves;
    MeasureReentryAsked      = ReentryAsked(under_measure::ReentryAsked)        "measure.reentry_asked" / 1         : Case         Measures    Record     Report   Stream Case         Moves;
    MeasureHarmAttested      = HarmAttested(under_measure::HarmAttested)        "measure.harm_attested" / 1         : Case         Measures    Attest     Report   Stream Case         Moves;
    MeasureEffectReported    = EffectReported(under_measure::EffectReported)    "measure.effect_reported" / 1       : Case         Measures    Attest     Report   Stream Case         Moves;
    MeasureChangeAdvised     = ChangeAdvised(under_measure::ChangeAdvised)      "measure.change_advised" / 1        : Case         Measures    Attest     Report   Stream Case         Moves;
    MeasureAdviceAnswered    = AdviceAnswered(under_measure::AdviceAnswered)    "measure.advice_answered" / 1       : Case         Measures    Decide     Report   Stream Case         Moves;
    MeasureVisitMissed       = VisitMissed(under_measure::VisitMissed)          "measure.visit_missed" / 1          : Case         Measures    Attest     Report   Stream Case         Moves;
}
Release {
    ReleaseItemArranged      = ItemArranged(release::ItemArranged)              "release.item_arranged" / 1         : Case         Release     Record     Report   Stream Case         Moves;
    HandoverOffered          = HandoverOffered(release::HandoverOffered)        "release.handover_offered" / 1      : Case         Release     Offer      Decision Stream Case         Moves;
    HandoverAccepted         = HandoverAccepted(release::HandoverAccepted)      "release.handover_accepted" / 1     : Case         Release     Respond    Decision Stream Case         Moves;
    HandoverReturned         = HandoverReturned(release::HandoverReturned)      "release.handover_returned" / 1     : Case         Release     Respond    Report   Stream Case         Moves;
    FileCopyOffered          = FileCopyOffered(release::FileCopyOffered)        "release.file_copy_offered" / 1     : Case         Identity    Record     Report   Stream Case         Moves;
    FirstContactMade         = FirstContact(release::FirstContact)              "release.first_contact" / 1         : Case         Release     Record     Report   Stream Case         Moves;
    AftercareContactMade     = AftercareContact(release::AftercareContact)      "release.aftercare_contact" / 1     : Case         Release     Record     Report   Stream Case         Moves;
}
Organisation {
    InstallationFounded      = Founded(organisation::Founded)                   "installation.founded" / 1          : Installation Keys        Witness    Report   Stream Installation Moves;
    InstallationContinued    = Continued(organisation::Continued)               "installation.continued" / 1        : Installation Keys        Witness    Report   Stream Installation Moves;
    KeysRotated              = KeysRotated(organisation::KeysRotated)           "installation.keys_rotated" / 1     : Installation Keys        Witness    Report   Stream Installation Moves;
    RulesTaken               = RulesTaken(organisation::RulesTaken)             "installation.rules_taken" / 1      : Installation Keys        Witness    Report   Stream Installation Moves;
    ClockStepNoticed         = ClockStepNoticed(clock::ClockStepNoticed)        "installation.clock_step_noticed" / 1 : Installation Keys      Witness    Report   Stream Installation Moves;
    ClockStepped             = ClockStepped(clock::ClockStepped)                "installation.clock_stepped" / 1    : Installation Keys        Administer Decision Stream Installation Moves;
    ClockStepConfirmed       = ClockStepConfirmed(clock::ClockStepConfirmed)    "installation.clock_step_confirmed" / 1 : Installation Keys    Administer Decision Stream Installation Moves;
    OrganisationRegistered   = Registered(organisation::Registered)             "organisation.registered" / 1       : Organisation Directory   Administer Decision Stream Directory    Moves;
    MandateProposed          = MandateProposed(organisation::MandateProposed)   "organisation.mandate_proposed" / 1 : Organisation Directory   Empower    Decision Stream Directory    Moves;
    MandateConfirmed         = MandateConfirmed(organisation::MandateConfirmed) "organisation.mandate_confirmed" / 1: Organisation Directory   Empower    Decision Stream Directory    Moves;
    MandateEndProposed       = MandateEndProposed(organisation::MandateEndProposed)"organisation.mandate_end_proposed" / 1: Organisation Directory   Empower    Decision Stream Directory    Moves;
    MandateEnded             = MandateEnded(organisation::MandateEnded)         "organisation.mandate_ended" / 1    : Organisation Directory   Empower    Decision Stream Directory    Moves;
    ErasureRecorded          = ErasureRecorded(file::ErasureRecorded)           "organisation.erasure_recorded" / 1 : Organisation Keeping     Witness    Report   Stream Directory    Stays;
    ServicePublished         = ServicePublished(organisation::ServicePublished) "service.published" / 2             : Service      Directory   Publish    Decision Stream Directory    Moves;
    ServiceWithdrawn         = ServiceWithdrawn(organisation::ServiceWithdrawn) "service.withdrawn" / 1             : Service      Directory   Publish    Report   Stream Directory    Moves;
}
Directory {
    ServiceRevised           = Revised(directory::ServiceRevised)               "service.revised" / 1               : Service      Directory   Publish    Decision Stream Directory    Moves;
    ServiceAssured           = Assured(directory::ServiceAssured)               "service.assured" / 1               : Service      Directory   Publish    Report   Stream Directory    Moves;
    AvailabilityStated       = AvailabilityStated(directory::AvailabilityStated)"service.availability_stated" / 1   : Service      Directory   Publish    Report   Stream Directory    Moves;
    FeedAsked                = FeedAsked(directory::FeedAsked)                  "service.feed_asked" / 1            : Service      Directory   Publish    Decision Stream Directory    Moves;
    FeedLeft                 = FeedLeft(directory::FeedLeft)                    "service.feed_left" / 1             : Service      Directory   Publish    Report   Stream Directory    Moves;
    FeedApproved             = FeedApproved(directory::FeedApproved)            "service.feed_approved" / 1         : Service      Directory   Administer Decision Stream Directory    Moves;
    FeedRefused              = FeedRefused(directory::FeedRefused)              "service.feed_refused" / 1          : Service      Directory   Administer Report   Stream Directory    Moves;
    ServiceDrafted           = Drafted(directory::ServiceDrafted)               "service.drafted" / 1               : Service      Directory   Administer Decision Stream Directory    Moves;
}
Post {
    PostEstablished          = Established(post::Established)                   "post.established" / 1              : Organisation Posts       Administer Decision Stream Directory    Moves;
    PostRenamed              = Renamed(post::Renamed)                           "post.renamed" / 1                  : Organisation Posts       Administer Decision Stream Directory    Moves;
    PostAbolished            = Abolished(post::Abolished)                       "post.abolished" / 1                : Organisation Posts       Administer Report   Stream Directory    Moves;
    PostTaken                = Taken(post::Taken)                               "post.taken" / 1                    : Organisation Posts       Administer Decision Stream Directory    Moves;
    PostLeft                 = Left(post::Left)                                 "post.left" / 1                     : Organisation Posts       Administer Report   Stream Directory    Moves;
    PostPlaced               = Placed(post::Placed)                             "post.placed" / 1                   : Organisation Posts       Administer Decision Stream Directory    Moves;
    PostLineEnded            = LineEnded(post::LineEnded)                       "post.line_ended" / 1               : Organisation Posts       Administer Report   Stream Directory    Moves;
    PostCoverProposed        = CoverProposed(post::CoverProposed)               "post.cover_proposed" / 1           : Organisation Posts       StandIn    Decision Stream Directory    Moves;
    PostCoverConfirmed       = CoverConfirmed(post::CoverConfirmed)             "post.cover_confirmed" / 1          : Organisation Posts       StandIn    Decision Stream Directory    Moves;
    PostCoverEnded           = CoverEnded(post::CoverEnded)                     "post.cover_ended" / 1              : Organisation Posts       StandIn    Report   Stream Directory    Moves;
    PostEntryVoided          = EntryVoided(post::EntryVoided)                   "post.entry_voided" / 1             : Organisation Posts       Administer Decision Stream Directory    Moves;
}
Inspection {
    InspectionOpened         = Opened(inspection::Opened)                       "inspection.opened" / 1             : Organisation Inspections Review     Report   Stream Directory    Moves;
    InspectionItemAnswered   = ItemAnswered(inspection::ItemAnswered)           "inspection.item_answered" / 1      : Organisation Inspections Review     Report   Stream Directory    Moves;
    InspectionRecommended    = Recommended(inspection::Recommended)             "inspection.recommended" / 1        : Organisation Inspections Review     Report   Stream Directory    Moves;
    InspectionReported       = Reported(inspection::Reported)                   "inspection.reported" / 1           : Organisation Inspections Review     Report   Stream Directory    Moves;
    InspectionReplied        = Replied(inspection::Replied)                     "inspection.replied" / 1            : Organisation Inspections Respond    Decision Stream Directory    Moves;
}
Account {
    AccountProposed          = Proposed(account::Proposed)                      "account.proposed" / 1              : Account      Accounts    Administer Decision Stream Account      Moves;
    AccountConfirmed         = Confirmed(account::Confirmed)                    "account.confirmed" / 1             : Account      Accounts    Administer Decision Stream Account      Moves;
    AccountDisabled          = Disabled(account::Disabled)                      "account.disabled" / 1              : Account      Accounts    Stop       Report   Stream Account      Moves;
    AccountRecoveryAsked     = RecoveryAsked(recovery::RecoveryAsked)           "account.recovery_asked" / 1        : Account      Accounts    Administer Decision Stream Account      Moves;
    AccountRecoveryConfirmed = RecoveryConfirmed(recovery::RecoveryConfirmed)   "account.recovery_confirmed" / 1    : Account      Accounts    Administer Decision Stream Account      Moves;
    AccountRecoveryRefused   = RecoveryRefused(recovery::RecoveryRefused)       "account.recovery_refused" / 1      : Account      Accounts    Stop       Report   Stream Account      Moves;
    CredentialChanged        = CredentialChanged(account::CredentialChanged)    "account.credential_changed" / 1    : Account      Accounts    Witness    Report   Stream Account      Stays;
    AccountTokenProposed     = TokenProposed(account::TokenProposed)            "account.token_proposed" / 1        : Account      Accounts    Administer Decision Stream Account      Moves;
    AccountTokenIssued       = TokenIssued(account::TokenIssued)                "account.token_issued" / 1          : Account      Accounts    Administer Decision Stream Account      Moves;
    AccountTokenRevoked      = TokenRevoked(account::TokenRevoked)              "account.token_revoked" / 1         : Account      Accounts    Stop       Report   Stream Account      Moves;
    AccountTokenCollected    = TokenCollected(account::TokenCollected)          "account.token_collected" / 1       : Account      Accounts    Witness    Report   Stream Account      Stays;
    SignedIn                 = SignedIn(account::SignedIn)                      "account.signed_in" / 1             : Account      Record      Witness    Report   Year   Look         Stays;
    SignInRefused            = SignInRefused(account::SignInRefused)            "account.sign_in_refused" / 1       : Account      Record      Witness    Report   Year   Look         Stays;
    SignedOut                = SignedOut(account::SignedOut)                    "account.signed_out" / 1            : Account      Record      Witness    Report   Year   Look         Stays;
    FactorGiven              = FactorGiven(account::FactorGiven)                "account.factor_given" / 1          : Account      Record      Witness    Report   Year   Look         Stays;
    SessionsEnded            = SessionsEnded(account::SessionsEnded)            "account.sessions_ended" / 1        : Account      Record      Witness    Report   Year   Look         Stays;
}
Look {
    Consulted                = Consulted(look::Consulted)                       "look.consulted" / 1                : Any          Record      Witness    Report   Year   Look         Stays;
    Listed                   = Listed(look::Listed)                             "look.listed" / 1                   : Account      Record      Witness    Report   Year   Look         Stays;
    Printed                  = Printed(look::Printed)                           "look.printed" / 1                  : Any          Record      Witness    Report   Year   Look         Stays;
    Refused                  = Refused(look::Refused)                           "look.refused" / 1                  : Account      Record      Witness    Report   Year   Look         Stays;
    BudgetReached            = BudgetReached(look::BudgetReached)               "look.budget_reached" / 1           : Account      Record      Witness    Report   Year   Look         Stays;
}
Finding {
    FindingRaised            = Raised(look::FindingRaised)                      "finding.raised" / 1                : Any          Measures    Witness    Report   Stream Case         Stays;
    FindingClosed            = Closed(look::FindingClosed)                      "finding.closed" / 1                : Any          Measures    Witness    Report   Stream Case         Stays;
}
Regime {
    RegimeDayRecorded        = DayRecorded(regime::DayRecorded)                 "regime.day_recorded" / 1           : Case         Measures    Record     Report   Stream Case         Moves;
    RegimeWorkRecorded       = WorkRecorded(regime::WorkRecorded)               "regime.work_recorded" / 1          : Case         Measures    Record     Report   Stream Case         Moves;
}
Contact {
    ContactRecorded          = Recorded(contact::ContactRecorded)               "contact.recorded" / 1              : Case         Measures    Record     Report   Stream Case         Moves;
}
Information {
    InformationGiven         = Given(information::InformationGiven)             "information.given" / 1             : Case         Measures    Record     Report   Stream Case         Moves;
    InformationFamilyInformed= FamilyInformed(information::FamilyInformed)      "information.family_informed" / 1   : Case         Measures    Record     Report   Stream Case         Moves;
}
Lodging {
    LodgingPlaced            = Placed(lodging::Placed)                          "lodging.placed" / 1                : Case         Measures    Record     Report   Stream Case         Moves;
}
Reception {
    AdmissionOrderRecorded   = OrderRecorded(reception::OrderRecorded)          "admission.order_recorded" / 1      : Case         Sentence    Register   Report   Stream Case         Moves;
    AdmissionRecorded        = AdmissionRecorded(reception::AdmissionRecorded)  "admission.recorded" / 1            : Case         Identity    Register   Report   Stream Case         Moves;
    ChildrenRecorded         = ChildrenRecorded(reception::ChildrenRecorded)    "admission.children_recorded" / 1   : Case         Sentence    Register   Report   Stream Case         Moves;
    PropertyListed           = PropertyListed(reception::PropertyListed)        "admission.property_listed" / 1     : Case         Identity    Register   Report   Stream Case         Moves;
    PropertyReturned         = PropertyReturned(reception::PropertyReturned)    "release.property_returned" / 1     : Case         Identity    Register   Report   Stream Case         Moves;
    DistanceRecorded         = DistanceRecorded(reception::DistanceRecorded)    "custody.distance_recorded" / 1     : Case         Identity    Register   Report   Stream Case         Moves;
    CustodyClassified        = Classified(reception::Classified)                "custody.classified" / 1            : Case         Measures    Decide     Report   Stream Case         Moves;
}
Health {
    HealthExamined           = Examined(health::Examined)                       "health.examined" / 1               : Case         Measures    Attest     Report   Stream Case         Moves;
    HealthAttested           = Attested(health::Attested)                       "health.attested" / 1               : Case         Measures    Attest     Report   Stream Case         Moves;
    CareAsked                = CareAsked(health::CareAsked)                     "health.care_asked" / 1             : Case         Measures    Record     Report   Stream Case         Moves;
    CareReached              = CareReached(health::CareReached)                 "health.care_reached" / 1           : Case         Measures    Attest     Report   Stream Case         Moves;
    HealthAdvised            = Advised(health::Advised)                         "health.advised" / 1                : Case         Measures    Attest     Report   Stream Case         Moves;
    AdviceAnswered           = AdviceAnswered(health::AdviceAnswered)           "health.advice_answered" / 1        : Case         Measures    Decide     Decision Stream Case         Moves;
    AdviceFoundIgnored       = AdviceFoundIgnored(health::AdviceFoundIgnored)   "health.advice_found_ignored" / 1   : Case         Measures    Attest     Report   Stream Case         Moves;
}
Weighing {
    AssessmentConsidered     = AssessmentConsidered(weighing::AssessmentConsidered)"assessment.aspects_considered" / 1 : Case         Assessment  Assess     Report   Stream Assessment   Moves;
    PlanConsidered           = PlanConsidered(weighing::PlanConsidered)         "plan.aspects_considered" / 1       : Case         Plan        Record     Report   Stream Case         Moves;
    AccommodationAsked       = AccommodationAsked(weighing::AccommodationAsked) "accommodation.asked" / 1           : Case         Measures    Record     Report   Stream Case         Moves;
    AccommodationDecided     = AccommodationDecided(weighing::AccommodationDecided)"accommodation.decided" / 1         : Case         Measures    Ease       Report   Stream Case         Moves;
}
Restraint {
    RestraintOrdered         = Ordered(restraint::Ordered)                      "restraint.ordered" / 1             : Case         Measures    Decide     Decision Stream Case         Moves;
    RestraintApplied         = Applied(restraint::Applied)                      "restraint.applied" / 1             : Case         Measures    Record     Report   Stream Case         Moves;
    RestraintChecked         = Checked(restraint::Checked)                      "restraint.checked" / 1             : Case         Measures    Record     Report   Stream Case         Moves;
    RestraintRemoved         = Removed(restraint::Removed)                      "restraint.removed" / 1             : Case         Measures    Record     Report   Stream Case         Moves;
    RestraintTold            = Told(restraint::Told)                            "restraint.told" / 1                : Case         Measures    Record     Report   Stream Case         Moves;
    RestraintAppeared        = Appeared(restraint::Appeared)                    "restraint.appeared" / 1            : Case         Measures    Record     Report   Stream Case         Moves;
    RestraintForceUsed       = ForceUsed(restraint::ForceUsed)                  "restraint.force_used" / 1          : Case         Measures    Record     Report   Stream Case         Moves;
}
Search {
    SearchRecorded           = SearchRecorded(search::SearchRecorded)           "search.recorded" / 1               : Case         Measures    Record     Report   Stream Case         Moves;
}
}

/// The table as a document, `docs/generated/acts.md`.
pub fn acts_markdown() -> String {
    let heading = concat!(
        "# Acts\n\n",
        "Everything that can be recorded, one row for each kind. Made from the kind table in ",
        "`crates/domain/src/kind.rs`; do not edit.\n\n",
        "A *decision* takes effect by being recorded and can be refused by a safeguard; a *report* is always taken. ",
        "*Sealing* names the key that opens the body, *kept as* the class of retention, and *head* whether the act ",
        "changes what others decide on. Who may do an action, on what ground, stands in `who-may-what.txt`.\n\n",
        "| kind | version | action | subject | part | nature | sealing | kept as | head |\n",
        "|---|---|---|---|---|---|---|---|---|\n",
    );
    let row = |kind: &Kind| {
        let KindRow { name, version, subject, part, action, nature, sealing, retention, head } = kind.row();
        let cells = [action.code(), subject.code(), part.code(), nature.code(), sealing.code(), retention.code()];
        format!("| `{name}` | {version} | {} | {head} |\n", cells.join(" | "))
    };
    let rows: Vec<String> = Kind::ALL.iter().map(row).collect();
    format!("{heading}{}", rows.concat())
}
