//! A case on pages: what they share. Identity bar, sections, who is named how, and what may be done now.
//!
//! What is in a file was decided before it came here: acts of other parts are not in it, and a section of another part is
//! not there. What may be done is the table's answer, less what cannot be done as things stand.

mod act;
mod assessment;
mod consents;
mod correct;
mod daily;
mod doing;
mod emergency;
mod force;
mod keeping;
mod looks;
mod measure;
mod measures;
mod overview;
mod pending;
mod plan;
mod print;
mod refer;
mod release;
mod safeguards;
mod sight;
mod timeline;
mod words;

use app::Disclosed;
use app::consult::{CaseFile, LookPage};
use domain::custody::Person;
use domain::kind::{Act, topic};
use domain::{CaseId, Kind, Part};

use crate::answer::Answer;
use crate::pages::sheet::Page;
use crate::part::{Doors, Identity, Phrase, Tab, Tabs, When};
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::{Visit, usual_purpose};
use crate::words::Words;

pub(crate) use doing::possible;
pub(crate) use measure::drawing as measure_drawing;
pub(crate) use words::set_by;

const OPENS: Asks = Asks::Consult("one case, the parts that are open to the reader");

/// The routes of these pages.
pub const ROUTES: &[Route] = &[
    Route::get("/cases/{case}", OPENS, overview::show),
    Route::get("/cases/{case}/assessment", OPENS, assessment::show),
    Route::get("/cases/{case}/plan", OPENS, plan::show),
    Route::get(
        "/cases/{case}/plan/print",
        Asks::Consult("the plan of one case on paper; its own kind of look"),
        print::show,
    ),
    Route::get("/cases/{case}/consents", OPENS, consents::show),
    Route::get("/cases/{case}/referrals", OPENS, consents::referrals),
    Route::get("/cases/{case}/measures", OPENS, measures::show),
    Route::get("/cases/{case}/measures/{measure}", OPENS, measure::show),
    Route::get("/cases/{case}/daily", OPENS, daily::show),
    Route::get("/cases/{case}/force", OPENS, force::show),
    Route::get("/cases/{case}/release", OPENS, release::show),
    Route::get("/cases/{case}/timeline", OPENS, timeline::show),
    Route::get("/cases/{case}/looks", OPENS, looks::show),
    Route::get("/cases/{case}/safeguards", OPENS, safeguards::show),
    Route::get("/cases/{case}/do", OPENS, doing::show),
    Route::get("/cases/{case}/do/{kind}", OPENS, act::show),
    Route::post("/cases/{case}/do/{kind}", Asks::Perform("one act of a case, or the two of a lost place"), act::send),
    Route::get("/cases/{case}/correct/{act}", OPENS, correct::show),
    Route::get("/cases/{case}/keeping", OPENS, keeping::show),
    Route::get("/cases/{case}/erase", OPENS, keeping::ask),
    Route::post(
        "/cases/{case}/erase",
        Asks::Perform("file.erased; the case and its referrals are destroyed"),
        keeping::erase,
    ),
    Route::get("/cases/{case}/refer", OPENS, refer::show),
    Route::post(
        "/cases/{case}/refer",
        Asks::Perform("referral.begun, .offered, .package_released in one deed"),
        refer::send,
    ),
];

/// A section of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Section {
    Overview,
    Assessment,
    Plan,
    Consents,
    Referrals,
    Measures,
    Daily,
    Force,
    Release,
    Safeguards,
    Timeline,
    Keeping,
    Looks,
}

impl Section {
    const ALL: [Self; 13] = [
        Self::Overview,
        Self::Assessment,
        Self::Plan,
        Self::Consents,
        Self::Referrals,
        Self::Measures,
        Self::Daily,
        Self::Force,
        Self::Release,
        Self::Safeguards,
        Self::Timeline,
        Self::Keeping,
        Self::Looks,
    ];

    /// The last segment of its path, and the end of its keys.
    const fn code(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Assessment => "assessment",
            Self::Plan => "plan",
            Self::Consents => "consents",
            Self::Referrals => "referrals",
            Self::Measures => "measures",
            Self::Daily => "daily",
            Self::Force => "force",
            Self::Release => "release",
            Self::Safeguards => "safeguards",
            Self::Timeline => "timeline",
            Self::Keeping => "keeping",
            Self::Looks => "looks",
        }
    }

    /// Is it open to a reader with these parts?
    fn is_open(self, file: &CaseFile) -> bool {
        let has = |part| file.parts.contains(part);
        match self {
            Self::Overview | Self::Timeline => has(Part::Identity),
            Self::Assessment => has(Part::Assessment),
            Self::Plan => has(Part::Plan),
            Self::Consents | Self::Referrals => has(Part::Consent),
            Self::Measures | Self::Daily | Self::Force => has(Part::Measures),
            Self::Release => has(Part::Release),
            Self::Safeguards => has(Part::Measures) || has(Part::Plan),
            Self::Keeping => has(Part::Keeping),
            Self::Looks => has(Part::Record),
        }
    }
}

/// A case, open before a reader.
pub(crate) struct Case<'a> {
    pub(crate) visit: &'a Visit<'a>,
    pub(crate) words: &'a Words,
    pub(crate) file: &'a CaseFile,
}

/// Opens the case of the path and shows a page of it. A section of a part that is not open is not there.
pub(crate) fn page(
    visit: &Visit<'_>,
    section: Section,
    arrange: impl FnOnce(&Case<'_>) -> Result<Page, Trouble>,
) -> Result<Answer, Trouble> {
    page_with_looks(visit, section, LookPage::NEWEST, arrange)
}

/// The same, with a page of the looks at it.
fn page_with_looks(
    visit: &Visit<'_>,
    section: Section,
    looks: LookPage,
    arrange: impl FnOnce(&Case<'_>) -> Result<Page, Trouble>,
) -> Result<Answer, Trouble> {
    let actor = visit.actor()?;
    let file = visit.app.case_with_looks(actor, visit.id("case")?, usual_purpose(actor.capacity), looks)?;
    if !section.is_open(&file) {
        return Err(Trouble::not_found());
    }
    let page = arrange(&Case { visit, words: &visit.words, file: &file })?;
    Ok(Answer::page(&file.map(|_| page))?)
}

/// Opens the case of the path.
pub(crate) fn open(visit: &Visit<'_>) -> Result<Disclosed<CaseFile>, Trouble> {
    let case: CaseId = visit.id("case")?;
    let actor = visit.actor()?;
    Ok(visit.app.case(actor, case, usual_purpose(actor.capacity))?)
}

impl Case<'_> {
    /// The text of a key.
    pub(crate) fn say(&self, key: &str) -> String {
        self.words.say(key).into_owned()
    }

    /// The person as the record has it now, and the case number.
    pub(crate) fn person(&self) -> Option<(&Person, &str)> {
        let mut number = "";
        let mut found = None;
        for recorded in &self.file.acts {
            match &recorded.act {
                Act::Custody(topic::Custody::Admitted(body)) => {
                    number = body.number.as_str();
                    found = Some(&body.person);
                }
                Act::Custody(topic::Custody::IdentityCorrected(body)) => found = Some(&body.person),
                _ => {}
            }
        }
        found.map(|person| (person, number))
    }

    /// Given and family name.
    pub(crate) fn name(&self) -> String {
        self.person().map_or_else(
            || self.say("casework-no-name"),
            |(person, _)| format!("{} {}", person.given_names, person.family_name),
        )
    }

    /// The address of a section.
    pub(crate) fn href(&self, section: Section) -> String {
        match section {
            Section::Overview => format!("/cases/{}", self.file.case),
            section => format!("/cases/{}/{}", self.file.case, section.code()),
        }
    }

    /// The address of the form of an act, with what is known where it is opened.
    pub(crate) fn doing(&self, kind: Kind, known: &[(&str, String)]) -> String {
        let path = match kind {
            Kind::ReferralBegun => format!("/cases/{}/refer", self.file.case),
            kind => format!("/cases/{}/do/{}", self.file.case, kind.row().name),
        };
        let query: Vec<String> = known.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) }
    }

    /// Could the reader do this now?
    pub(crate) fn may(&self, kind: Kind) -> bool {
        let account = self.visit.signed.as_ref().map(|signed| signed.actor.account);
        self.file.may.contains(&kind) && possible(kind, self.file, account)
    }

    /// Ways on to those of these acts that the reader could do now.
    pub(crate) fn doors(&self, kinds: &[(Kind, &[(&str, String)])]) -> Option<Doors> {
        let mut doors = Doors::default();
        let mut any = false;
        for (kind, known) in kinds.iter().filter(|(kind, _)| self.may(*kind)) {
            doors = doors.or(self.doing(*kind, known), self.title_of(*kind));
            any = true;
        }
        any.then_some(doors)
    }

    /// What an act is called where it can be done.
    pub(crate) fn title_of(&self, kind: Kind) -> String {
        crate::act_form::of(kind).map(|form| self.say(&form.title())).unwrap_or_default()
    }

    /// The identity bar: who it is, where, until when, which languages.
    pub(crate) fn identity(&self) -> Identity {
        let facts = &self.file.facts;
        let mut bar = Identity::new(self.name());
        if let Some((_, number)) = self.person() {
            bar = bar.fact(Phrase::code(number));
        }
        bar = match facts.held_at(self.file.now) {
            Some(prison) => bar.fact(Phrase::strong(self.org(prison))),
            None if facts.died.is_some() => bar.fact(self.say("casework-died")),
            None => match facts.released {
                Some((_, at)) => {
                    bar.fact(Phrase::from(self.say("casework-released-on")).and(When::date(self.words, self.day(at))))
                }
                None => bar,
            },
        };
        if self.file.parts.contains(Part::Sentence) {
            if let Some(status) = facts.status_at(self.file.now) {
                bar = bar.fact(self.words.code("status", status.code()).into_owned());
            }
            if let Some(on) = facts.release_expected().filter(|_| facts.released.is_none()) {
                bar = bar.fact(Phrase::from(self.say("casework-release-expected")).and(When::date(self.words, on)));
            }
        }
        if let Some((person, _)) = self.person() {
            let spoken: Vec<&str> = person.languages.iter().map(domain::Line::as_str).collect();
            let spoken = spoken.join(&self.say("shell-comma"));
            let told = [("spoken", spoken.into()), ("reads", person.reads.as_str().into())];
            bar = bar.fact(self.words.say_with("casework-languages", &told).into_owned());
        }
        bar
    }

    /// Links to the sections that are open to the reader.
    pub(crate) fn tabs(&self, here: Section) -> Tabs {
        let open = Section::ALL.into_iter().filter(|section| section.is_open(self.file));
        let tabs = open.map(|section| Tab {
            href: self.href(section),
            label: self.say(&format!("casework-section-{}", section.code())),
            note: self.tab_note(section),
            current: section == here,
        });
        Tabs::pages(self.say("casework-sections"), tabs.collect())
    }

    fn tab_note(&self, section: Section) -> String {
        let count = match section {
            Section::Measures => self.file.facts.measures_at(self.file.now).count(),
            Section::Force => self.file.facts.restraint.on().count(),
            Section::Safeguards => self.file.findings.iter().filter(|line| line.finding.over.is_none()).count(),
            Section::Referrals => self.file.referrals.iter().filter(|line| line.state == "offered").count(),
            _ => 0,
        };
        if count == 0 {
            return String::new();
        }
        self.words.say1(&format!("casework-note-{}", section.code()), "count", count).into_owned()
    }

    /// The frame of a section: the way here, the identity bar, the sections.
    pub(crate) fn frame(&self, section: Section, doors: Option<Doors>) -> Page {
        let shell = self.visit.shell(&format!("casework-title-{}", section.code()));
        let bar = match doors {
            Some(doors) => self.identity().doors(doors),
            None => self.identity(),
        };
        let page = Page::new(shell).trail("/cases", self.say("nav-cases"));
        let page = match section {
            Section::Overview => page,
            section => page
                .trail(self.href(Section::Overview), Phrase::name(self.name()))
                .trail("", self.say(&format!("casework-section-{}", section.code()))),
        };
        page.head(bar).head_some(self.emergency_banner()).head(self.tabs(section))
    }

    /// The two doors of every case: what happened can always be recorded, a decision can be refused.
    pub(crate) fn two_doors(&self) -> Option<Doors> {
        let (reports, decisions) = doing::sorted(self);
        let href = format!("/cases/{}/do", self.file.case);
        let mut doors = Doors::default();
        if !reports.is_empty() {
            doors = doors.or(format!("{href}#record"), self.say("casework-record"));
        }
        if !decisions.is_empty() {
            doors = doors.or(format!("{href}#decide"), self.say("casework-decide"));
        }
        (!reports.is_empty() || !decisions.is_empty()).then_some(doors)
    }
}
