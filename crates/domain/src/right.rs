//! The five words of every right: capacity, ground, part, action, strength.
//!
//! *You see the parts your capacity has on a ground you hold now.* Which combinations are allowed is decided by the
//! policies of the `access` crate; this file only names what they speak about.

use crate::code::codes;

codes! {
    /// What somebody acts as. A session acts in one capacity. There is none for intelligence.
    pub Capacity as "capacity" {
        /// Works with the person in prison and coordinates the file.
        CaseManager = "case_manager",
        /// Leads case managers; approves plans, allocates cases.
        Supervisor = "supervisor",
        /// Decides on measures.
        Governor = "governor",
        /// On the wing: regime, sessions, what happened.
        CustodyOfficer = "custody_officer",
        /// Keeps admission, sentence, transfer and release.
        Registrar = "registrar",
        /// Health service: attestations only, never findings.
        Health = "health",
        /// Reviews measures from outside the line of command.
        IndependentReviewer = "independent_reviewer",
        /// Hears disciplinary charges.
        HearingOfficer = "hearing_officer",
        /// Runs a civil society organisation's intake and staff.
        CsoManager = "cso_manager",
        /// Works with the person for a civil society organisation.
        CsoPractitioner = "cso_practitioner",
        /// Probation or aftercare.
        ProbationOfficer = "probation_officer",
        /// Handles complaints inside the service.
        ComplaintHandler = "complaint_handler",
        /// Independent oversight.
        Monitor = "monitor",
        /// Data protection officer.
        DataProtection = "data_protection",
        /// Proposes and ends accounts of its own organisation.
        OrgAdministrator = "org_administrator",
        /// Runs the installation; has no case rights at all.
        SystemAdministrator = "system_administrator",
        /// Reads released statistics.
        Analyst = "analyst",
        /// Edits the exchange of practices.
        ExchangeEditor = "exchange_editor",
        /// The person in prison, at a kiosk or assisted.
        Person = "person",
        /// Lawyer or other legal representative.
        LegalRepresentative = "legal_representative",
    }
}

impl Capacity {
    /// Can somebody of this capacity stand in for a post of that one?
    ///
    /// Staff of a prison for each other, those of a civil society organisation for each other, and the two who review and
    /// monitor for each other. Nobody attests in the place of the health service, and whoever administers accounts takes no
    /// part in casework by standing in, nor anybody of casework in administering.
    pub const fn stands_in_for(self, post: Self) -> bool {
        match (self, post) {
            (
                Self::CaseManager | Self::Supervisor | Self::Governor | Self::CustodyOfficer | Self::Registrar,
                Self::CaseManager | Self::Supervisor | Self::Governor | Self::CustodyOfficer | Self::Registrar,
            )
            | (Self::CsoManager | Self::CsoPractitioner, Self::CsoManager | Self::CsoPractitioner)
            | (Self::Monitor | Self::IndependentReviewer, Self::Monitor | Self::IndependentReviewer) => true,
            (Self::Person | Self::LegalRepresentative, _) => false,
            (own, post) => own as u8 == post as u8,
        }
    }
}

codes! {
    /// Why somebody may touch one file now. A ground is a row with a beginning and an end, held by an account or by
    /// an organisation on behalf of its posts.
    pub Ground as "ground" {
        /// The person is held at your prison.
        Custody = "custody",
        /// The case is allocated to you.
        Allocated = "allocated",
        /// The referral is offered to your organisation and not answered.
        Offer = "offer",
        /// Your organisation accepted and has named nobody yet.
        Accepted = "accepted",
        /// Your organisation carries the referral.
        Referral = "referral",
        /// You are the practitioner named for the referral.
        Assigned = "assigned",
        /// Your organisation sent the referral and answers for it.
        Referrer = "referrer",
        /// A handover is offered to your service and not answered.
        Handover = "handover",
        /// Your service accepted the handover.
        Aftercare = "aftercare",
        /// Your body has a mandate for the prison that holds or held the person.
        Mandate = "mandate",
        /// Nobody else in a prison of your mandate could give the second signature that waits here.
        NoSecondPerson = "no_second_person",
        /// It is your own case; or the person asked for it, and you answer for the controller.
        OwnFile = "own_file",
        /// The person, or the law, appointed you to represent them.
        LegalMandate = "legal_mandate",
        /// Somebody is in danger: one file, for an hour, read only, reviewed afterwards by somebody else.
        Emergency = "emergency",
        /// It is your own organisation, or one of its services or accounts.
        OwnOrganisation = "own_organisation",
        /// It is your own account.
        OwnAccount = "own_account",
        /// It concerns the installation, which every account belongs to.
        Installation = "installation",
    }
}

impl Ground {
    /// Is it held on the file of somebody, and does that file stand in lists? A file opened in an emergency is opened by itself.
    pub const fn is_on_files(self) -> bool {
        !matches!(
            self,
            Self::Installation | Self::OwnOrganisation | Self::OwnAccount | Self::Emergency | Self::NoSecondPerson
        )
    }
}

codes! {
    /// A part of what is held: the columns of the access matrix. P7, clinical content, does not exist here.
    pub Part as "part" {
        /// P1: identity and place.
        Identity = "identity",
        /// P2: sentence and legal status.
        Sentence = "sentence",
        /// P3: assessment.
        Assessment = "assessment",
        /// P4: plan, goals, reviews.
        Plan = "plan",
        /// P4: consents, and to whom the person was referred. Apart from the plan, so that whoever sees the week's plan
        /// does not see who was asked for help, or refused.
        Consent = "consent",
        /// P5 before an answer: the minimal offer.
        Offer = "offer",
        /// P5 after it: the package that was released to the receiver.
        Package = "package",
        /// P6a: attendance and the summary agreed with the person.
        Attendance = "attendance",
        /// P6b: practitioner notes.
        Notes = "notes",
        /// P8: measures, and the dated circumstances that limit them.
        Measures = "measures",
        /// P9a: complaint content.
        Complaint = "complaint",
        /// P9b: who complained.
        Complainant = "complainant",
        /// P10: security outcome.
        SecurityOutcome = "security_outcome",
        /// P11: family and third persons.
        Family = "family",
        /// P12: what a person asks to observe.
        Observance = "observance",
        /// P13: release and aftercare.
        Release = "release",
        /// How long the file is kept: strikes, holds, an erasure announced.
        Keeping = "keeping",
        /// P14: the record of acts and looks.
        Record = "record",
        /// P15: released statistics.
        Statistics = "statistics",
        /// P16: organisations and services.
        Directory = "directory",
        /// P17: accounts.
        Accounts = "accounts",
        /// P18: who may open the vault of an organisation's notes. It holds no key that opens anything by itself.
        Vault = "vault",
        /// P17: posts, to whom each reports, and who stands in for whom.
        Posts = "posts",
        /// P16: inspections of a prison: what was looked at, recommended and answered. Nothing about one person.
        Inspections = "inspections",
        /// P18: keys and configuration.
        Keys = "keys",
    }
}

codes! {
    /// What somebody does. Each act kind names exactly one; reading and printing need one too.
    pub Action as "action" {
        /// Open and see.
        Read = "read",
        /// Put on paper or export.
        Print = "print",
        /// Keep the register: admission, status, sentence, transfer, release.
        Register = "register",
        /// Record what happened.
        Record = "record",
        /// Attest as health service: yes, no, a date.
        Attest = "attest",
        /// Assess needs.
        Assess = "assess",
        /// Record the person's own answer.
        Answer = "answer",
        /// Propose a plan.
        Propose = "propose",
        /// Approve or return what another proposed.
        Approve = "approve",
        /// Offer to another organisation.
        Offer = "offer",
        /// Accept, decline or return an offer.
        Respond = "respond",
        /// Name who carries it.
        Assign = "assign",
        /// Carry a service: meetings, sessions, report.
        Deliver = "deliver",
        /// Decide on a measure.
        Decide = "decide",
        /// End or ease a measure.
        Ease = "ease",
        /// Review a measure from outside the line of command.
        Review = "review",
        /// Allocate a case.
        Allocate = "allocate",
        /// Close a case.
        Close = "close",
        /// Say who alone may see a file, and when that ends.
        Restrict = "restrict",
        /// Declare that somebody must not see a file: oneself, or somebody one leads.
        Declare = "declare",
        /// Open a file in an emergency.
        Open = "open",
        /// Examine an opening in an emergency afterwards.
        Examine = "examine",
        /// Publish or withdraw a service.
        Publish = "publish",
        /// Propose and confirm accounts, their recovery and their tokens; register organisations; work on keys.
        Administer = "administer",
        /// End what lets somebody in: an account, a token; refuse a recovery. What stops harm must be fast.
        Stop = "stop",
        /// Give an oversight body a mandate for a prison, or end it.
        Empower = "empower",
        /// Say who stands in for whom.
        StandIn = "stand_in",
        /// Correct an earlier report by another one.
        Correct = "correct",
        /// Strike what was recorded on the wrong person.
        Strike = "strike",
        /// Set a hold on erasing.
        Hold = "hold",
        /// Lift a hold on erasing.
        Lift = "lift",
        /// Announce and carry out the erasing of a file.
        Erase = "erase",
        /// What the installation records by itself: looks, refusals, sign-ins, findings.
        Witness = "witness",
    }
}

codes! {
    /// How strongly a session was proved.
    pub Strength as "strength" {
        /// Password and second factor.
        Ordinary = "ordinary",
        /// A second factor within the last five minutes.
        Fresh = "fresh",
    }
}
