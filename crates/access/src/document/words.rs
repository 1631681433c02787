//! The words of the document: what each capacity, ground, part, action, strength and bar means, for a reader who knows the
//! trade and not the program.
//!
//! It says what a word means, never what it allows: that is taken from the table.

use domain::{Action, Capacity, Ground, Part, Strength};

use crate::Bar;

/// Who this is.
pub(super) fn capacity(capacity: Capacity) -> &'static str {
    match capacity {
        Capacity::CaseManager => "works with the person in prison and coordinates the file",
        Capacity::Supervisor => "leads case managers, allocates cases, approves plans",
        Capacity::Governor => "decides on measures and answers for the prison",
        Capacity::CustodyOfficer => "works on the wing",
        Capacity::Registrar => "keeps the register: admission, status, sentence, transfer, release",
        Capacity::Health => "belongs to the health service and attests: yes, no, a date; never a finding",
        Capacity::IndependentReviewer => "reviews measures from outside the line of command",
        Capacity::HearingOfficer => "hears disciplinary charges",
        Capacity::CsoManager => "runs the intake and the staff of a civil society organisation (CSO)",
        Capacity::CsoPractitioner => "works with the person for a civil society organisation (CSO)",
        Capacity::ProbationOfficer => "works for probation or an aftercare service",
        Capacity::ComplaintHandler => "handles complaints inside the service",
        Capacity::Monitor => "works for an independent oversight body",
        Capacity::DataProtection => "is the data protection officer of an organisation",
        Capacity::OrgAdministrator => "keeps the accounts of one organisation",
        Capacity::SystemAdministrator => "runs the installation",
        Capacity::Analyst => "works with released statistics, for a ministry, a donor or a university",
        Capacity::ExchangeEditor => "edits the exchange of practices, in which there is no person",
        Capacity::Person => "is the person whom a file is about, at a kiosk or assisted",
        Capacity::LegalRepresentative => "is a lawyer or another legal representative of the person",
    }
}

/// What it is to hold this ground, and what begins and ends it.
pub(super) fn ground(ground: Ground) -> &'static str {
    match ground {
        Ground::Custody => {
            "the person is held in the prison of one's organisation; from admission or arrival until the person is moved, \
             or fourteen days after release"
        }
        Ground::Allocated => {
            "the case, with its referrals, is given to one's account by name; until it is given to another, or custody ends"
        }
        Ground::Offer => "a referral is offered to one's organisation; until it is answered, lapses or is withdrawn",
        Ground::Accepted => "one's organisation accepted a referral; until somebody is named to carry it",
        Ground::Referral => {
            "one's organisation carries a referral; while the person's consent and the package last, and ninety days after \
             its conclusion at most"
        }
        Ground::Assigned => "one is the practitioner named for a referral; as long as the organisation carries it",
        Ground::Referrer => "one's organisation sent the referral and answers for it; as long as it holds the person",
        Ground::Handover => "a handover is offered to one's service; until it is answered or its day has passed",
        Ground::Aftercare => {
            "one's service accepted the handover; until another accepts, the person returns to custody, or the case is closed"
        }
        Ground::Mandate => {
            "one's body has a mandate, by law, for a prison that holds or held the person; until the mandate ends"
        }
        Ground::NoSecondPerson => {
            "something waits for a second signature, and nobody else in a prison of one's mandate could give it; until it is \
             given, or somebody else could"
        }
        Ground::OwnFile => {
            "the file is about oneself; for a data protection officer, while a request of the person for their file is open"
        }
        Ground::LegalMandate => "one is appointed to represent the person; until the appointment ends",
        Ground::Emergency => {
            "somebody is in danger and one opened this one file for that, with a reason; for sixty minutes, told at once to \
             those who oversee, and reviewed within seventy-two hours by somebody else"
        }
        Ground::OwnOrganisation => "it is one's own organisation, or one of its services or accounts",
        Ground::OwnAccount => "it is one's own account",
        Ground::Installation => "it concerns the installation, to which every account belongs",
    }
}

/// The number of a part in the access matrix, and what is in it.
pub(super) fn part(part: Part) -> (&'static str, &'static str) {
    match part {
        Part::Identity => {
            ("P1", "who the person is, where the person is held, who carries the case, the copy of the file")
        }
        Part::Sentence => ("P2", "legal status, sentence, dates of release"),
        Part::Assessment => {
            ("P3", "needs, facts and judgements with their source and author, what the person contests")
        }
        Part::Plan => ("P4", "the plan, its goals and steps, the person's answer, reviews"),
        Part::Consent => ("P4", "consents given, refused and withdrawn, and to whom the person was referred"),
        Part::Offer => ("P5", "the offer to a service, which names nobody, and its answer"),
        Part::Package => ("P5", "what was released to the service that accepted"),
        Part::Attendance => ("P6a", "meetings, sessions, and what was agreed with the person to be said of them"),
        Part::Notes => ("P6b", "the practitioner's own notes"),
        Part::Measures => ("P8", "restrictive measures, their reviews, and the dated circumstances that limit them"),
        Part::Complaint => ("P9a", "what a complaint says, and its handling"),
        Part::Complainant => ("P9b", "who complained"),
        Part::SecurityOutcome => ("P10", "a dated security outcome with its basis and its end; never a source"),
        Part::Family => ("P11", "family, victims and other third persons"),
        Part::Observance => ("P12", "what the person asks to observe: a diet, a rite, an hour"),
        Part::Release => ("P13", "what is arranged for release, the address, the handover, contacts in aftercare"),
        Part::Keeping => ("P13", "how long the file is kept: what was struck, holds, an erasing that was announced"),
        Part::Record => ("P14", "the record of what was done and who looked"),
        Part::Statistics => ("P15", "statistics that were released"),
        Part::Directory => ("P16", "organisations, mandates and services, as published"),
        Part::Accounts => ("P17", "accounts, their capacity and their state"),
        Part::Vault => ("P18", "who holds the vault of an organisation's notes"),
        Part::Posts => ("P17", "posts, who holds them, to whom each reports, and who stands in for whom"),
        Part::Inspections => {
            ("P16", "inspections of a prison: what was looked at, recommended and answered; nothing about one person")
        }
        Part::Keys => ("P18", "which keys there are and how the installation is set up; never a key"),
    }
}

/// What is done.
pub(super) fn action(action: Action) -> &'static str {
    match action {
        Action::Read => "open and see",
        Action::Print => "put on paper, or export",
        Action::Register => "record admission, correction, status, sentence, transfer, release, return, death",
        Action::Record => "record what happened",
        Action::Attest => "attest as health service: yes, no, a date",
        Action::Assess => "assess needs",
        Action::Answer => "record the person's own answer, consent, refusal or objection",
        Action::Propose => "propose a plan",
        Action::Approve => "approve or return what another proposed",
        Action::Offer => "offer to another organisation",
        Action::Respond => "accept, decline or return what was offered; answer what was recommended",
        Action::Assign => "name who carries it",
        Action::Deliver => "carry a service: meetings, sessions, report, conclusion",
        Action::Decide => "decide: impose, extend, enter with effect",
        Action::Ease => "end or ease a measure",
        Action::Review => "review a measure, or inspect a prison, from outside the line of command",
        Action::Allocate => "give a case to a case manager by name",
        Action::Close => "close a case",
        Action::Restrict => "say who alone may see a file, and when that ends",
        Action::Declare => "declare that somebody must not see a file: oneself, or somebody one leads",
        Action::Open => "open one file in an emergency, with a reason, on record before anything is shown",
        Action::Examine => "examine an opening in an emergency afterwards: justified, or not",
        Action::Publish => "publish or withdraw a service",
        Action::Administer => {
            "register organisations; propose and confirm accounts, their recovery and their tokens; keep posts and lines; work on keys"
        }
        Action::Stop => "end what lets somebody in: an account, a token; refuse a recovery",
        Action::Empower => "give an oversight body a mandate for a prison, or end it",
        Action::StandIn => "say who stands in for whom: propose it, confirm it, end it",
        Action::Correct => "correct an earlier report by another one, which must be allowed by itself",
        Action::Strike => "strike what was recorded on the wrong person",
        Action::Hold => "set a hold on erasing",
        Action::Lift => "lift a hold on erasing",
        Action::Erase => "announce the erasing of a file, or carry it out",
        Action::Witness => "what the installation writes down by itself: looks, refusals, sign-ins, findings",
    }
}

/// What a session must have proved.
pub(super) fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Ordinary => "somebody signed in with a password and a second factor",
        Strength::Fresh => "the same, and the second factor was shown again within the last five minutes",
    }
}

/// What keeps somebody from a file, whatever they hold.
pub(super) fn bar(bar: Bar) -> (&'static str, &'static str) {
    match bar {
        Bar::Restricted => ("restricted", "the file is restricted to people who are named, and one is not among them"),
        Bar::Conflict => ("conflict", "one, or somebody close in duty, is a party to what the file is about"),
        Bar::OwnPerson => {
            ("own person", "the file is about oneself or a relative, and one came to it through one's post")
        }
    }
}
