//! One request, as a page sees it: who asks, in which language, with what in hand.

use std::collections::BTreeMap;
use std::str::FromStr;

use access::Actor;
use app::App;
use app::clock_guard::ClockState;
use app::sign_in::SignedInAs;
use app::token::Bearer;
use domain::look::Purpose;
use domain::{Action, Capacity, Moment, Part, Strength};
use subtle::ConstantTimeEq;

use crate::api::contract::Contract;
use crate::form::{CSRF, FormPage, Input};
use crate::layout::{NavItem, PersonLine, Shell};
use crate::site::Site;
use crate::trouble::Trouble;
use crate::words::Words;

/// One request.
pub struct Visit<'a> {
    /// The site.
    pub site: &'a Site,
    /// The application.
    pub app: &'a App,
    /// The words of the reader.
    pub words: Words,
    /// Who is signed in.
    pub signed: Option<SignedInAs>,
    /// Whose token came, instead of a session.
    pub bearer: Option<Bearer>,
    /// The path, as asked.
    pub path: String,
    /// The path with its query, as asked.
    pub asked: String,
    /// Segments of the path that the route names.
    pub params: BTreeMap<String, String>,
    /// The query.
    pub query: Input,
    /// What the route takes and gives, if it is one of the API.
    pub contract: Option<Contract>,
    /// The fields of a form.
    pub form: Input,
    /// The body of an API request.
    pub body: Vec<u8>,
    /// The value of the session cookie, if one came.
    pub cookie: Option<String>,
    /// The token that forms carry before anybody is signed in.
    pub visitor_token: String,
    /// What kind of browser asks, in two words.
    pub client: app::credential::Client,
    /// Which answer the reader has already, by its tag.
    pub if_none_match: Option<String>,
    /// A header that makes a repeated API request recognisable.
    pub idempotency: Option<String>,
}

impl Visit<'_> {
    /// Who acts.
    pub fn actor(&self) -> Result<&Actor, Trouble> {
        if let Some(bearer) = &self.bearer {
            return Ok(&bearer.actor);
        }
        let signed = self.signed.as_ref().ok_or(Trouble::SignIn)?;
        // With a printed password one gets as far as changing it, or out again.
        let on_the_way = ["/password", "/sign-out", "/api/v1/password", "/api/v1/session/end"];
        let stopped = signed.session.must_change && !on_the_way.contains(&self.path.as_str());
        if stopped { Err(Trouble::ChangePassword) } else { Ok(&signed.actor) }
    }

    /// An id from the path. One that cannot be read is not there.
    pub fn id<T: FromStr>(&self, name: &str) -> Result<T, Trouble> {
        self.params.get(name).and_then(|text| text.parse().ok()).ok_or_else(Trouble::not_found)
    }

    /// A value of the query. One that cannot be read is not passed over.
    pub fn wanted<T: FromStr>(&self, name: &str) -> Result<Option<T>, Trouble> {
        let strange = |_| Trouble::Strange(name.to_owned());
        self.query.get(name).map(|text| text.parse().map_err(strange)).transpose()
    }

    /// The present moment.
    pub fn now(&self) -> Moment {
        self.app.now()
    }

    /// The token that the forms of this reader carry.
    pub fn csrf(&self) -> String {
        self.signed
            .as_ref()
            .map_or_else(|| self.visitor_token.clone(), |signed| signed.session.form_token().reveal().to_owned())
    }

    /// Does the form carry the reader's own token?
    pub fn is_own_form(&self) -> bool {
        let given = self.form.get(CSRF).unwrap_or_default();
        if let Some(signed) = &self.signed {
            return signed.session.accepts(given);
        }
        !self.visitor_token.is_empty() && bool::from(given.as_bytes().ct_eq(self.visitor_token.as_bytes()))
    }

    /// The frame of a page whose title is the text of `key`. Titles name nobody.
    pub fn shell(&self, key: &str) -> Shell {
        self.shell_titled(self.words.say(key).into_owned())
    }

    /// The frame of a page with this title.
    pub fn shell_titled(&self, title: impl Into<String>) -> Shell {
        let mut shell = Shell::new(self.words.clone(), title, self.path.clone());
        shell.csrf = self.csrf();
        shell.demo = self.app.about().demo;
        if self.app.clock_state() != ClockState::Steady {
            shell.clock = Some(self.words.say("clock-banner").into_owned());
        }
        if let Some(signed) = &self.signed {
            shell.nav = self.navigation(signed.actor.capacity);
            shell.near_limit = self.near_limit(&signed.actor);
            shell.person = Some(PersonLine {
                name: signed.name.clone(),
                capacity: self.words.code("capacity", signed.actor.capacity.code()).into_owned(),
                organisation: signed.org_name.clone(),
            });
            shell.acting = signed.acting.as_ref().map(|acting| crate::pages::acting_for::told(self, acting));
            shell.until = Some(signed.session.ends_at.into());
            shell.recorded = true;
        }
        shell
    }

    /// Said before it comes to the limit, so that nobody is stopped in the middle of something. Where it cannot be counted nothing
    /// is said here, and the next look is refused.
    fn near_limit(&self, actor: &Actor) -> Vec<String> {
        let spent = self.app.spent(actor).unwrap_or_default();
        let near = spent.into_iter().filter(|spent| spent.is_near());
        let said = near.flat_map(|spent| {
            let told = [("used", spent.used.into()), ("limit", spent.limit.into())];
            let near = self.words.say_with(&format!("budget-near-{}", spent.what.code()), &told).into_owned();
            let waits = spent.next_waits();
            // To the whole second above, so that nobody waits longer than they were told.
            let slow =
                (waits > 0).then(|| self.words.say1("budget-slow", "seconds", (waits + 999) / 1_000).into_owned());
            std::iter::once(near).chain(slow)
        });
        said.collect()
    }

    /// The places that a capacity goes to. It shows what somebody works with; what they may see is asked at each place.
    fn navigation(&self, capacity: Capacity) -> Vec<NavItem> {
        let places: &[(&str, &str)] = match capacity {
            Capacity::SystemAdministrator => &[
                ("/", "nav-home"),
                ("/organisations", "nav-organisations"),
                ("/accounts", "nav-accounts"),
                ("/services", "nav-services"),
                ("/rules", "nav-rules"),
                ("/verify", "nav-log"),
            ],
            Capacity::OrgAdministrator => &[
                ("/", "nav-home"),
                ("/accounts", "nav-accounts"),
                ("/organisations", "nav-organisations"),
                ("/services", "nav-services"),
                ("/rules", "nav-rules"),
            ],
            Capacity::CsoManager | Capacity::CsoPractitioner => &[
                ("/", "nav-home"),
                ("/referrals", "nav-referrals"),
                ("/services", "nav-services"),
                ("/vault", "nav-vault"),
                ("/organisations", "nav-organisations"),
                ("/rules", "nav-rules"),
            ],
            Capacity::Monitor | Capacity::IndependentReviewer => &[
                ("/", "nav-home"),
                ("/cases", "nav-cases"),
                ("/findings", "nav-findings"),
                ("/data-protection", "nav-protection"),
                ("/referrals", "nav-referrals"),
                ("/services", "nav-services"),
                ("/rules", "nav-rules"),
                ("/verify", "nav-log"),
            ],
            Capacity::DataProtection => &[
                ("/", "nav-home"),
                ("/data-protection", "nav-protection"),
                ("/services", "nav-services"),
                ("/rules", "nav-rules"),
                ("/verify", "nav-log"),
            ],
            Capacity::Analyst | Capacity::ExchangeEditor | Capacity::Person | Capacity::LegalRepresentative => {
                &[("/", "nav-home"), ("/rules", "nav-rules")]
            }
            _ => &[
                ("/", "nav-home"),
                ("/cases", "nav-cases"),
                ("/findings", "nav-findings"),
                ("/services", "nav-services"),
                ("/rules", "nav-rules"),
            ],
        };
        let current = |href: &str| {
            if href == "/" { self.path == "/" } else { self.path == href || self.path.starts_with(&format!("{href}/")) }
        };
        let judges = access::grounds(capacity, Part::Measures, Action::Read, Strength::Ordinary).next().is_some();
        places
            .iter()
            .filter(|(href, _)| judges || *href != "/findings")
            .map(|(href, key)| NavItem {
                href: (*href).to_owned(),
                label: self.words.say(key).into_owned(),
                current: current(href),
            })
            .collect()
    }

    /// The page above this one, to go back to.
    pub fn parent_path(&self) -> String {
        let trimmed = self.path.trim_end_matches('/');
        let parent = trimmed.rsplit_once('/').map_or("", |(parent, _)| parent);
        // `/cases/{case}/do/{kind}` and the like hang on the page two steps up.
        let parent = parent.strip_suffix("/do").unwrap_or(parent);
        if parent.is_empty() { "/".to_owned() } else { parent.to_owned() }
    }

    /// What every form of this reader carries; `action` is where it goes.
    pub fn form_page<'f>(&'f self, action: &'f str, csrf: &'f str, based_on: &'f str, once: &'f str) -> FormPage<'f> {
        FormPage { words: &self.words, action, csrf, based_on, once, picks: &[] }
    }

    /// A key by which a form that is sent twice is recognised: drawn when the form is shown, kept when it is shown again.
    pub fn once(&self) -> Result<String, Trouble> {
        if let Some(once) = self
            .form
            .get(crate::form::ONCE)
            .filter(|once| once.len() == 32 && once.bytes().all(|b| b.is_ascii_hexdigit()))
        {
            return Ok(once.to_owned());
        }
        self.token()
    }

    /// Thirty-two hexadecimal digits that nobody can guess.
    pub fn token(&self) -> Result<String, Trouble> {
        Ok(format!("{:032x}", u128::from_be_bytes(self.app.fresh_id()?)))
    }
}

/// What a capacity usually looks for: said in the entry of the look where the page is not about one thing.
pub fn usual_purpose(capacity: Capacity) -> Purpose {
    match capacity {
        Capacity::CsoManager => Purpose::Intake,
        Capacity::CsoPractitioner => Purpose::Service,
        Capacity::ProbationOfficer => Purpose::Handover,
        Capacity::Monitor | Capacity::IndependentReviewer | Capacity::DataProtection => Purpose::Oversight,
        Capacity::Governor | Capacity::Supervisor | Capacity::HearingOfficer => Purpose::Decision,
        Capacity::SystemAdministrator | Capacity::OrgAdministrator => Purpose::Administration,
        _ => Purpose::Casework,
    }
}
