//! Who may, a second time: decided in plain Rust from the access matrix of the security model (parts P1 to P18, its
//! special rules and its universal properties) and from the design, which wins where they differ.
//!
//! It was written without looking at the policies or at the table made from them, and shares nothing with them but the
//! words. It goes part by part, and says a reason with every yes. Where two sources are silent it says no.

use access::Bar;
use domain::{Action, Capacity, Ground, Part, Strength};

use Action::{
    Administer, Allocate, Answer, Approve, Assess, Assign, Attest, Close, Correct, Decide, Declare, Deliver, Ease,
    Empower, Erase, Examine, Hold, Lift, Offer, Open, Print, Propose, Publish, Read, Record, Register, Respond,
    Restrict, Review, StandIn, Stop, Strike, Witness,
};
use Capacity::{
    Analyst, CaseManager, CsoManager, CsoPractitioner, CustodyOfficer, DataProtection, ExchangeEditor, Governor,
    Health, IndependentReviewer, LegalRepresentative, Monitor, OrgAdministrator, Person, ProbationOfficer, Registrar,
    Supervisor, SystemAdministrator,
};
use Ground::{
    Accepted, Aftercare, Allocated, Assigned, Custody, Emergency, Handover, Installation, LegalMandate, Mandate,
    NoSecondPerson, OwnAccount, OwnFile, OwnOrganisation, Referral, Referrer,
};

/// One question, as the table and the bars are asked it.
#[derive(Debug, Clone, Copy)]
pub struct Question {
    /// Who.
    pub capacity: Capacity,
    /// Why.
    pub ground: Ground,
    /// What of.
    pub part: Part,
    /// What.
    pub action: Action,
    /// Proved how strongly.
    pub strength: Strength,
    /// Barred by what.
    pub bar: Option<Bar>,
}

/// Why it is allowed; `None` if nothing says that it is.
pub fn decide(asked: Question) -> Option<&'static str> {
    let Question { capacity: who, ground: on, part, action: what, strength, bar } = asked;
    if bar.is_some_and(|bar| bars(bar, on)) || what == Witness {
        return None;
    }
    if on == Emergency {
        return (strength == Strength::Fresh).then(|| in_an_emergency(who, part, what)).flatten();
    }
    if what == Print {
        return on_paper(who, on, part, strength);
    }
    match part {
        Part::Identity => identity(who, on, what),
        Part::Sentence => sentence(who, on, what),
        Part::Assessment => assessment(who, on, what),
        Part::Plan => plan(who, on, what),
        Part::Consent => consent(who, on, what),
        Part::Offer => offer(who, on, what),
        Part::Package => package(who, on, what),
        Part::Attendance => attendance(who, on, what),
        Part::Measures => measures(who, on, what),
        Part::SecurityOutcome => security_outcome(who, on, what),
        Part::Observance => observance(who, on, what),
        Part::Release => release(who, on, what),
        Part::Keeping => keeping(who, on, what, strength),
        Part::Record => record(who, on, what, strength),
        Part::Statistics => statistics(who, on, what),
        Part::Directory => directory(who, on, what, strength),
        Part::Accounts => accounts(who, on, what, strength),
        Part::Posts => posts(who, on, what),
        Part::Inspections => inspections(who, on, what),
        Part::Keys => keys(who, on, what, strength),
        Part::Notes => notes(who, on, what, strength),
        Part::Vault => vault(who, on, what, strength),
        // P9 lies in a ledger of its own: no ground of casework opens it. P11 waits for the categories of
        // persons (Directive 2016/680, art. 6) and the third person's own consent: until there are both, nobody.
        Part::Complaint | Part::Complainant | Part::Family => None,
    }
}

/// A forbid wins. One only leaves something: a prison that restricts a file shuts out neither those who oversee the
/// prison (nor their second signature), nor the person, nor who speaks for the person.
fn bars(bar: Bar, on: Ground) -> bool {
    !(bar == Bar::Restricted && matches!(on, Mandate | NoSecondPerson | OwnFile | LegalMandate))
}

/// Break-glass: P1 and P5 only, for reading, to those whose capacity has the part otherwise, never to a CSO (U1).
fn in_an_emergency(who: Capacity, part: Part, what: Action) -> Option<&'static str> {
    match (what, part, who) {
        (
            Read,
            Part::Identity,
            CaseManager | Supervisor | Governor | CustodyOfficer | Registrar | Health | ProbationOfficer,
        ) => Some("P1 in an emergency"),
        (Read, Part::Offer | Part::Package, CaseManager | Supervisor | Governor | ProbationOfficer) => {
            Some("P5 in an emergency")
        }
        _ => None,
    }
}

/// Paper is for the person: the plan they are asked to agree to. A whole file leaves only as the answer to a request
/// for one's own and with oversight, and like every export with a fresh factor.
fn on_paper(who: Capacity, on: Ground, part: Part, strength: Strength) -> Option<&'static str> {
    match (who, on, part) {
        (CaseManager, Allocated, Part::Plan)
        | (Supervisor, Custody, Part::Plan)
        | (ProbationOfficer, Aftercare, Part::Plan) => Some("the plan, to be read and signed"),
        (Monitor, Mandate, _) if strength == Strength::Fresh && part != Part::SecurityOutcome => of_the_person(part)
            .filter(|_| part != Part::Observance)
            .map(|_| "Mandela 84: all records, and copies of them"),
        (DataProtection, Mandate, Part::Keeping) if strength == Strength::Fresh => {
            Some("7: what is to be erased, without a name; an export like every other")
        }
        (DataProtection, OwnFile, _) if strength == Strength::Fresh && of_the_person(part).is_some() => {
            Some("the answer to a request for one's own file")
        }
        _ => None,
    }
}

/// The column PR: what the person reads of their own file, and what the data protection officer opens to answer a
/// request for it (footnote 2).
fn of_the_person(part: Part) -> Option<&'static str> {
    match part {
        Part::Identity | Part::Sentence | Part::Assessment | Part::Plan | Part::Consent => Some("PR: own file"),
        Part::Offer | Part::Package => Some("PR: what is sent about oneself"),
        Part::Attendance | Part::Measures | Part::SecurityOutcome | Part::Release => Some("PR: own file, with reasons"),
        Part::Observance => Some("PR: what one asked to observe"),
        Part::Record => Some("U26: who read my file"),
        _ => None,
    }
}

fn reads_own(who: Capacity, on: Ground, what: Action, part: Part) -> Option<&'static str> {
    matches!((what, who, on), (Read, Person | DataProtection, OwnFile)).then(|| of_the_person(part)).flatten()
}

fn identity(who: Capacity, on: Ground, what: Action) -> Option<&'static str> {
    match (what, who, on) {
        (Read, CaseManager, Allocated) => Some("CM: the case is theirs"),
        (Read, Supervisor | Governor | CustodyOfficer | Registrar | Health, Custody) => {
            Some("P1: held at their prison")
        }
        (Read, ProbationOfficer, Handover | Aftercare) => Some("PB: before release, once offered"),
        (Read, IndependentReviewer | Monitor, Mandate) => Some("OV: P1"),
        (Read, LegalRepresentative, LegalMandate) => Some("LG: mandate"),
        // A file that is being opened has no ground of its own yet: the prison that admits has.
        (Register, Registrar, Custody | OwnOrganisation) => Some("design 3: the registrar keeps the register"),
        // A return counts once two said it; where the prison has only one, oversight is the other.
        (Register, Monitor, NoSecondPerson) => Some("no second person: the task goes to oversight"),
        (Allocate, Supervisor, Custody) => Some("who leads case managers"),
        // Amend, never overwrite (U20): whoever records what happens says it again, rightly.
        (Correct, CaseManager, Allocated) | (Correct, ProbationOfficer, Aftercare) => Some("design 4: corrected"),
        (Correct, Supervisor | Governor | CustodyOfficer | Registrar | Health, Custody) => Some("design 4: corrected"),
        // The vocabulary says what is done, the process map (stage 15) by whom: the registrar, the case manager.
        (Record, Registrar, Custody) | (Record, CaseManager, Allocated) => Some("the copy of the file, at the gate"),
        (Close, Supervisor, Custody) => Some("the end of the work in prison"),
        (Close, ProbationOfficer, Aftercare) => Some("the end of aftercare"),
        _ => reads_own(who, on, what, Part::Identity),
    }
}

fn sentence(who: Capacity, on: Ground, what: Action) -> Option<&'static str> {
    match (what, who, on) {
        (Read, CaseManager, Allocated) | (Read, Supervisor | Governor | Registrar, Custody) => Some("P2"),
        (Read, ProbationOfficer, Aftercare) | (Read, IndependentReviewer | Monitor, Mandate) => Some("P2"),
        (Read, LegalRepresentative, LegalMandate) => Some("LG: P2"),
        (Register, Registrar, Custody) => Some("design 3: the registrar keeps the register"),
        _ => reads_own(who, on, what, Part::Sentence),
    }
}

fn assessment(who: Capacity, on: Ground, what: Action) -> Option<&'static str> {
    match (what, who, on) {
        (Read | Assess | Answer, CaseManager, Allocated) => Some("CM: P3 RW, and what the person says to it"),
        // The conclusions that probation has at handover stand in the plan; the part holds more than conclusions.
        (Read, Supervisor | Governor, Custody) => Some("P3"),
        (Answer, Supervisor, Custody) => Some("a person's right is always taken, and not by the author alone"),
        (Read, IndependentReviewer | Monitor, Mandate) | (Read, LegalRepresentative, LegalMandate) => Some("P3"),
        (Answer, Person, OwnFile) => Some("the person may contest"),
        _ => reads_own(who, on, what, Part::Assessment),
    }
}

fn plan(who: Capacity, on: Ground, what: Action) -> Option<&'static str> {
    match (what, who, on) {
        (Read | Propose | Record | Answer, CaseManager, Allocated) => Some("CM: P4 RW"),
        (Read | Propose | Record | Answer, ProbationOfficer, Aftercare) => Some("PB: P4 RW in aftercare"),
        (Read | Approve, Supervisor, Custody) => Some("design 3: approves what another proposed"),
        (Approve, Monitor, NoSecondPerson) => Some("no second person: the task goes to oversight"),
        (Read, Governor | CustodyOfficer, Custody) => Some("P4; for the wing, the week"),
        (Read, IndependentReviewer | Monitor, Mandate) | (Read, LegalRepresentative, LegalMandate) => Some("P4"),
        (Answer, Person, OwnFile) => Some("PR: comment W"),
        _ => reads_own(who, on, what, Part::Plan),
    }
}

/// Apart from the plan: who was asked for help, and refused, is not for the wing (nor, before acceptance, for a service).
fn consent(who: Capacity, on: Ground, what: Action) -> Option<&'static str> {
    match (what, who, on) {
        (Read | Answer | Offer, CaseManager, Allocated) => {
            Some("CM: P4 RW, P5 RW: recorded by who does not gain by it")
        }
        (Read | Answer | Offer, ProbationOfficer, Aftercare) => Some("PB: P4, P5 RW"),
        (Read, Supervisor | Governor, Custody) => Some("P4 R"),
        (Read, IndependentReviewer | Monitor, Mandate) => Some("OV: P4 R"),
        (Answer, Person, OwnFile) => Some("3.2: withdrawn by the person as easily as given"),
        _ => reads_own(who, on, what, Part::Consent),
    }
}

fn offer(who: Capacity, on: Ground, what: Action) -> Option<&'static str> {
    match (what, who, on) {
        (Read | Offer, CaseManager, Allocated) | (Read | Offer, ProbationOfficer, Aftercare) => Some("P5 RW"),
        (Read, Supervisor | Governor, Referrer) => Some("GV: P5 R"),
        (Read, CsoManager, Ground::Offer | Accepted | Referral) => Some("CC: P5 R"),
        (Respond, CsoManager, Ground::Offer) => Some("CC: accept or refuse"),
        (Assign, CsoManager, Accepted | Referral) => Some("CC: names who carries it"),
        (Read, CsoPractitioner, Assigned) => Some("CP: P5 R"),
        (Read, Monitor, Mandate) => Some("OV: P5 R"),
        _ => reads_own(who, on, what, Part::Offer),
    }
}

fn package(who: Capacity, on: Ground, what: Action) -> Option<&'static str> {
    match (what, who, on) {
        (Read | Offer, CaseManager, Allocated) | (Read | Offer, ProbationOfficer, Aftercare) => Some("P5 RW"),
        (Read, Supervisor | Governor, Referrer) => Some("GV: P5 R"),
        // Until somebody is named to carry it, the offer is all that is needed.
        (Read, CsoManager, Referral) | (Read, CsoPractitioner, Assigned) => Some("P5 R"),
        (Read, Monitor, Mandate) => Some("OV: P5 R"),
        _ => reads_own(who, on, what, Part::Package),
    }
}

fn attendance(who: Capacity, on: Ground, what: Action) -> Option<&'static str> {
    match (what, who, on) {
        (Read | Record, CaseManager, Allocated) | (Read | Record, ProbationOfficer, Aftercare) => {
            Some("P6a R; place lost, re-entry, withdrawal are the sender's to record")
        }
        (Read, Supervisor | Governor, Referrer) => Some("P6a R"),
        (Read | Deliver | Record, CsoPractitioner, Assigned) => Some("CP: P6a RW"),
        (Read, CsoManager, Referral) => Some("CC: P6a R"),
        (Record, CsoManager, Referral) => Some("a withdrawal is a right, and always taken"),
        (Record, Governor, Referrer) => Some("design 4: a place lost goes with the measure that cost it"),
        (Read, Monitor, Mandate) => Some("OV: P6a R"),
        _ => reads_own(who, on, what, Part::Attendance),
    }
}

fn measures(who: Capacity, on: Ground, what: Action) -> Option<&'static str> {
    match (what, who, on) {
        (Read, CaseManager, Allocated) | (Read, Supervisor, Custody) => Some("P8 R"),
        (Record, CaseManager, Allocated) => {
            Some("design 2: what is found in force is recorded, by the staff of custody too")
        }
        (Read | Decide | Ease | Record, Governor, Custody) => Some("GV: decides, eases, records"),
        (Read | Record, CustodyOfficer, Custody) => Some("OF: what to do today; the regime day"),
        (Read | Attest | Record, Health, Custody) => Some("HP: visit W; a measure found in force, by health too"),
        (Read | Review | Record, IndependentReviewer, Mandate) => Some("Mandela 45: reviewed from outside the line"),
        (Read | Review | Record, Monitor, Mandate) => Some("OV: R, comment W, and what oversight found in force"),
        (Read, ProbationOfficer, Aftercare) | (Read, LegalRepresentative, LegalMandate) => Some("P8 R"),
        _ => reads_own(who, on, what, Part::Measures),
    }
}

/// Its effect reaches others as a measure. The fact with its basis is for who answers for it, who oversees, the person.
fn security_outcome(who: Capacity, on: Ground, what: Action) -> Option<&'static str> {
    match (what, who, on) {
        (Read | Decide, Governor, Custody) => Some("design 3: entered by the governor with basis and expiry"),
        (Read, Monitor, Mandate) | (Read, LegalRepresentative, LegalMandate) => Some("P10 R"),
        _ => reads_own(who, on, what, Part::SecurityOutcome),
    }
}

/// Only what the person asks for. What others need of it (a meal, an hour) is arranged in the plan.
fn observance(who: Capacity, on: Ground, what: Action) -> Option<&'static str> {
    match (what, who, on) {
        (Answer, Person, OwnFile) => Some("PR: P12 RW"),
        _ => reads_own(who, on, what, Part::Observance),
    }
}

fn release(who: Capacity, on: Ground, what: Action) -> Option<&'static str> {
    match (what, who, on) {
        (Read | Record | Offer, CaseManager, Allocated) => Some("CM: arranges, and offers the handover"),
        (Read | Respond, ProbationOfficer, Handover) => Some("answers the handover"),
        (Read | Record, ProbationOfficer, Aftercare) => Some("PB: P13 RW"),
        (Read, Supervisor, Custody) => Some("who leads case managers"),
        (Read, Monitor, Mandate) | (Read, LegalRepresentative, LegalMandate) => Some("P13 R"),
        _ => reads_own(who, on, what, Part::Release),
    }
}

fn record(who: Capacity, on: Ground, what: Action, strength: Strength) -> Option<&'static str> {
    match (what, who, on) {
        // Break-glass begins without any ground on the file: a fresh factor, by whoever may read something of it then. Who
        // reads nothing in an emergency opens nothing.
        (Open, _, OwnOrganisation) => (strength == Strength::Fresh
            && in_an_emergency(who, Part::Identity, Read).is_some())
        .then_some("3.2: fresh second factor, entry before data"),
        // The case owner's command, DP and OV, who are told at once; that it is somebody else is for the act to check.
        (Examine, Supervisor | Governor, Custody) => Some("3.2: reviewed by somebody else"),
        (Examine, DataProtection, Custody | Aftercare | Mandate) => Some("3.2: DP, outside the line"),
        (Examine, Monitor, Mandate) => Some("3.2: OV, outside the line"),
        (Read, _, OwnAccount) => Some("P14: own acts"),
        (Read, Supervisor | Governor, Custody) => Some("GV: own unit; design 6: the case shows who has seen it"),
        (Read, CaseManager, Allocated) | (Read, ProbationOfficer, Aftercare) => {
            Some("design 6: the case shows who has seen it")
        }
        (Read, Supervisor | Governor, OwnOrganisation) => Some("GV: own unit; 2.4.1: who leads is alerted"),
        (Read, CsoManager, OwnOrganisation) => Some("CC: own CSO"),
        (Read, DataProtection, OwnOrganisation) => Some("DP: all, as metadata"),
        (Read, Monitor, Mandate) => Some("OV: all"),
        (Read, DataProtection, Custody | Referrer | Aftercare | Mandate) => Some("DP: all, as metadata"),
        (Read, LegalRepresentative, LegalMandate) => Some("LG: who read the file"),
        // Who may not look: said by those who lead, and of oneself by everybody whose work meets the person.
        (Restrict, Supervisor | Governor, Custody) => Some("journey 23: a case is restricted to named people"),
        (Declare, CaseManager, Allocated) | (Declare, ProbationOfficer, Handover | Aftercare) => {
            Some("3.2: self-interest")
        }
        (Declare, Supervisor | Governor | CustodyOfficer | Registrar | Health, Custody) => Some("3.2: self-interest"),
        (Declare, Monitor | IndependentReviewer, Mandate) => Some("3.2: self-interest"),
        _ => reads_own(who, on, what, Part::Record),
    }
}

/// How long it is kept is for whoever works with the file and whoever oversees it. Erasing, and a hold against it, lie in
/// different hands (security 7: blocked only by a hold of oversight; never by who carries the file).
/// What destroys, or lets destroy, is done just after a second factor (ADR 0020); a hold is set without.
fn keeping(who: Capacity, on: Ground, what: Action, strength: Strength) -> Option<&'static str> {
    if matches!(what, Strike | Erase | Lift) && strength != Strength::Fresh {
        return None;
    }
    match (what, who, on) {
        (Read, CaseManager, Allocated) | (Read, ProbationOfficer, Aftercare) => Some("the file they work with"),
        (Read, Supervisor | Governor | Registrar, Custody) => Some("the file at their prison"),
        (Read, IndependentReviewer | Monitor | DataProtection, Mandate) => Some("OV, DP"),
        (Strike, CaseManager, Allocated) | (Strike, Supervisor | Registrar, Custody) => Some("by two"),
        (Strike, DataProtection, Mandate) => Some("by two"),
        (Hold | Lift, IndependentReviewer | Monitor | DataProtection, Mandate) => Some("7: renewable by oversight"),
        (Erase, Registrar, Custody) | (Erase, DataProtection, Mandate) => Some("7: announced, then done, by two"),
        (Read | Strike | Erase, Monitor, NoSecondPerson) => Some("by two, where the prison has only one"),
        _ => None,
    }
}

fn statistics(who: Capacity, on: Ground, what: Action) -> Option<&'static str> {
    match (what, who, on) {
        (Read, SystemAdministrator, _) => None,
        (Read, _, Installation) => Some("P15: what was released"),
        _ => None,
    }
}

fn directory(who: Capacity, on: Ground, what: Action, strength: Strength) -> Option<&'static str> {
    match (what, who, on) {
        (Read, _, Installation) => Some("P16: the public part"),
        (Read | Publish, CsoManager, OwnOrganisation) => Some("CC: own RW"),
        (Administer, SystemAdministrator, Installation) => Some("registers organisations, of no person"),
        (Empower, SystemAdministrator, Installation) if strength == Strength::Fresh => {
            Some("mandates: another confirms, to begin and to end")
        }
        _ => None,
    }
}

/// Whoever finds an open session gives nobody a way in (ADR 0020), and can at most shut somebody out.
fn accounts(who: Capacity, on: Ground, what: Action, strength: Strength) -> Option<&'static str> {
    if what == Administer && strength != Strength::Fresh {
        return None;
    }
    match (what, who, on) {
        (Read, _, OwnAccount) => Some("one's own"),
        (Read | Administer | Stop, OrgAdministrator, OwnOrganisation) => {
            Some("OA: RW own organisation; another confirms")
        }
        // CC only proposes, which the table cannot tell from confirming: its organisation's administrator does. Somebody
        // must begin the accounts of an organisation that has nobody yet.
        (Read | Administer | Stop, SystemAdministrator, Installation) => Some("the first accounts; another confirms"),
        (Read, Monitor | DataProtection, Installation) => Some("P17 R"),
        (Read | Administer, Monitor, NoSecondPerson) => Some("no second person: the task goes to oversight"),
        _ => None,
    }
}

/// P17, the roles that posts are. Everybody finds out who stands in for whom where they work; nobody else needs to, but
/// whoever asks on which line a reviewer stood. Standing in gives more than one has: who leads says it, another confirms.
fn posts(who: Capacity, on: Ground, what: Action) -> Option<&'static str> {
    let staff = !matches!(who, SystemAdministrator | Analyst | ExchangeEditor | Person | LegalRepresentative);
    match (what, who, on) {
        (Read, _, OwnOrganisation) if staff => Some("who stands in for whom today"),
        (Read, IndependentReviewer | Monitor | DataProtection, Installation) => {
            Some("P17 R: on whose line somebody stood")
        }
        (Administer, OrgAdministrator, OwnOrganisation) => Some("OA: RW own organisation"),
        (Read | Administer, SystemAdministrator, Installation) => {
            Some("until an organisation has its own administrator")
        }
        (StandIn, OrgAdministrator | Supervisor | Governor | CsoManager, OwnOrganisation) => Some("who leads the post"),
        (Read | StandIn, Monitor, NoSecondPerson) => Some("no second person: the task goes to oversight"),
        _ => None,
    }
}

/// P6b: "S RW own" for the practitioner, a break-glass for the head of the organisation, nothing for anybody else.
fn notes(who: Capacity, on: Ground, what: Action, strength: Strength) -> Option<&'static str> {
    match (what, who, on) {
        (Read | Record, CsoPractitioner, Assigned) => Some("CP: S RW own"),
        (Read, CsoManager, Referral) if strength == Strength::Fresh => Some("CC: B, the head of the organisation"),
        _ => None,
    }
}

/// Who may open it is said in the organisation; like every way in, with a fresh factor, and taken away without.
fn vault(who: Capacity, on: Ground, what: Action, strength: Strength) -> Option<&'static str> {
    match (what, who, on) {
        (Read, CsoManager | CsoPractitioner, OwnOrganisation) => Some("who holds the vault they write to"),
        (Administer, CsoManager, OwnOrganisation) if strength == Strength::Fresh => Some("CC: its own vault"),
        (Stop, CsoManager, OwnOrganisation) => Some("CC: its own vault"),
        _ => None,
    }
}

/// Mandela 83 to 85: those outside inspect and report, those who lead the prison are told and answer; nothing of one person.
fn inspections(who: Capacity, on: Ground, what: Action) -> Option<&'static str> {
    match (what, who, on) {
        (Read | Review, IndependentReviewer | Monitor, Mandate) => {
            Some("84: free choice of what to look at; 85(1): reports")
        }
        (Read, Supervisor | Governor, OwnOrganisation) => Some("85: the prison is given the report"),
        (Respond, Governor, OwnOrganisation) => Some("85(2): the administration answers in reasonable time"),
        _ => None,
    }
}

fn keys(who: Capacity, on: Ground, what: Action, strength: Strength) -> Option<&'static str> {
    match (what, who, on) {
        (Read, SystemAdministrator | DataProtection | Monitor, Installation) => Some("P18 R: what there is, no key"),
        (Administer, SystemAdministrator, Installation) if strength == Strength::Fresh => Some("P18 W, two persons"),
        (Approve, Monitor, Installation) if strength == Strength::Fresh => Some("OV: approves key work"),
        (Administer, Monitor, NoSecondPerson) if strength == Strength::Fresh => {
            Some("P18 W, the second of two persons")
        }
        _ => None,
    }
}
