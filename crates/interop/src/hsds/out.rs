//! A directory as HSDS: objects with the fields of the specification, made of what may be public.
//!
//! There is no field here for the name of a person, for what a service aims at, or for who uses it.

#![expect(clippy::struct_field_names, reason = "these are the names of the specification")]

use domain::assessment::NeedArea;
use domain::code::codes;
use domain::organisation::OrgKind;
use domain::{Date, Moment, OrgId, ServiceId};
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::{OPENAPI, PROFILE, VERSION};

/// What the interface says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Root {
    version: &'static str,
    profile: &'static str,
    openapi_url: &'static str,
}

impl Root {
    /// What it says.
    pub const SAYS: Self = Self { version: VERSION, profile: PROFILE, openapi_url: OPENAPI };
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Page<T> {
    total_items: u64,
    total_pages: u64,
    page_number: u64,
    size: usize,
    first_page: bool,
    last_page: bool,
    empty: bool,
    contents: Vec<T>,
}

impl<T> Page<T> {
    /// The page with this number, counted from 1, of so many in all, at most `per_page` on each.
    pub fn of(contents: Vec<T>, total_items: u64, page_number: u64, per_page: u64) -> Self {
        let total_pages = total_items.div_ceil(per_page.max(1)).max(1);
        Self {
            total_items,
            total_pages,
            page_number,
            size: contents.len(),
            first_page: page_number <= 1,
            last_page: page_number >= total_pages,
            empty: contents.is_empty(),
            contents,
        }
    }
}

codes! {
    /// Whether a service takes people.
    pub Status as "hsds_status" {
        /// It does.
        Active = "active",
    }
}

/// What of a service may be public: chosen by its organisation, read by whoever keeps the directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicService {
    /// The service.
    pub service: ServiceId,
    /// Its name.
    pub name: String,
    /// What it does.
    pub description: String,
    /// The needs it answers, each with its words.
    pub needs: Vec<(NeedArea, String)>,
    /// Languages, as the organisation writes them.
    pub languages: Vec<String>,
    /// Places.
    pub places: Vec<String>,
    /// Whom it takes, in words; nothing where it does not say.
    pub eligibility: Option<String>,
    /// Youngest age.
    pub minimum_age: Option<u32>,
    /// Oldest age.
    pub maximum_age: Option<u32>,
    /// Waiting, in words; nothing where it is not known.
    pub wait_time: Option<String>,
    /// A telephone that was given as public.
    pub phone: Option<String>,
    /// A mailbox that was given as public.
    pub email: Option<String>,
    /// A page that was given as public.
    pub web: Option<String>,
    /// The day on which the entry was looked over last.
    pub assured: Option<Date>,
    /// What a reader must know: that nobody looked it over for too long.
    pub alert: Option<String>,
    /// When anything of it changed last.
    pub modified: Moment,
    /// Its organisation.
    pub organization: Organization,
}

/// An organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Organization {
    id: OrgId,
    name: String,
    description: String,
}

impl Organization {
    /// An organisation with the words of what it is and where.
    pub fn new(id: OrgId, name: impl Into<String>, description: impl Into<String>) -> Self {
        Self { id, name: name.into(), description: description.into() }
    }

    /// Which.
    pub const fn id(&self) -> OrgId {
        self.id
    }

    /// Kinds of organisations that have services.
    pub const KINDS: &'static [OrgKind] = &[OrgKind::CivilSociety, OrgKind::Probation, OrgKind::Aftercare];
}

/// A service, with or without what belongs to it in numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Service {
    id: ServiceId,
    organization_id: OrgId,
    name: String,
    description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    status: Status,
    #[serde(skip_serializing_if = "Option::is_none")]
    wait_time: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    eligibility_description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum_age: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum_age: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    assured_date: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    alert: Option<String>,
    last_modified: Moment,
    organization: Organization,
    #[serde(flatten)]
    whole: Option<Whole>,
}

/// What belongs to a service in numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Whole {
    phones: Vec<Phone>,
    languages: Vec<Language>,
    service_at_locations: Vec<ServiceAtLocation>,
    attributes: Vec<Attribute>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Phone {
    id: String,
    service_id: ServiceId,
    number: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Language {
    id: String,
    service_id: ServiceId,
    name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct ServiceAtLocation {
    id: String,
    service_id: ServiceId,
    location_id: String,
    location: Location,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Location {
    id: String,
    location_type: &'static str,
    name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Attribute {
    id: String,
    link_id: ServiceId,
    link_entity: &'static str,
    taxonomy_term_id: String,
    taxonomy_term: TaxonomyTerm,
}

/// The taxonomy of needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Taxonomy {
    id: String,
    name: &'static str,
    description: &'static str,
    version: &'static str,
}

impl Taxonomy {
    /// The one that there is.
    pub fn needs() -> Self {
        Self {
            id: id_of("taxonomy", "need_area"),
            name: "Needs",
            description: "Areas of life in which a plan for reintegration can have a goal.",
            version: "1",
        }
    }

    /// Which.
    pub fn id(&self) -> &str {
        &self.id
    }
}

/// One need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TaxonomyTerm {
    id: String,
    code: &'static str,
    name: String,
    description: String,
    taxonomy: &'static str,
    taxonomy_id: String,
}

impl TaxonomyTerm {
    /// A need with its words.
    pub fn of(need: NeedArea, words: &str) -> Self {
        let taxonomy = Taxonomy::needs();
        Self {
            id: Self::id(need),
            code: need.code(),
            name: words.to_owned(),
            description: words.to_owned(),
            taxonomy: taxonomy.name,
            taxonomy_id: taxonomy.id,
        }
    }

    /// What a need is called.
    pub fn id(need: NeedArea) -> String {
        id_of("taxonomy_term", need.code())
    }

    /// The need that is called so.
    pub fn need(id: &str) -> Option<NeedArea> {
        NeedArea::ALL.iter().copied().find(|need| Self::id(*need) == id)
    }
}

impl Service {
    /// What a list shows of it.
    pub fn listed(public: &PublicService) -> Self {
        let public = public.clone();
        Self {
            id: public.service,
            organization_id: public.organization.id,
            name: public.name,
            description: public.description,
            url: public.web,
            email: public.email,
            status: Status::Active,
            wait_time: public.wait_time,
            eligibility_description: public.eligibility,
            minimum_age: public.minimum_age,
            maximum_age: public.maximum_age,
            assured_date: public.assured,
            alert: public.alert,
            last_modified: public.modified,
            organization: public.organization,
            whole: None,
        }
    }

    /// All of it.
    pub fn whole(public: &PublicService) -> Self {
        let service = public.service;
        let part = |kind: &str, value: &str| id_of(&format!("{service} {kind}"), value);
        let language = |name: &String| Language { id: part("language", name), service_id: service, name: name.clone() };
        let place = |name: &String| {
            let location = Location { id: part("location", name), location_type: "physical", name: name.clone() };
            ServiceAtLocation {
                id: part("service_at_location", name),
                service_id: service,
                location_id: location.id.clone(),
                location,
            }
        };
        let attribute = |(need, words): &(NeedArea, String)| {
            let taxonomy_term = TaxonomyTerm::of(*need, words);
            Attribute {
                id: part("attribute", need.code()),
                link_id: service,
                link_entity: "service",
                taxonomy_term_id: taxonomy_term.id.clone(),
                taxonomy_term,
            }
        };
        let phone = |number: &String| Phone { id: part("phone", number), service_id: service, number: number.clone() };
        let whole = Whole {
            phones: public.phone.iter().map(phone).collect(),
            languages: public.languages.iter().map(language).collect(),
            service_at_locations: public.places.iter().map(place).collect(),
            attributes: public.needs.iter().map(attribute).collect(),
        };
        Self { whole: Some(whole), ..Self::listed(public) }
    }
}

/// The id of something that has none of its own here: drawn from what it is, so that it is the same whenever it is told.
pub fn id_of(kind: &str, value: &str) -> String {
    let mut digest = Sha256::new();
    digest.update(b"passerelle hsds ");
    digest.update(u64::try_from(kind.len()).unwrap_or(u64::MAX).to_be_bytes());
    digest.update(kind);
    digest.update(value);
    let mut id = [0; 16];
    for (byte, drawn) in id.iter_mut().zip(digest.finalize()) {
        *byte = drawn;
    }
    // Version 8 of RFC 9562: bits of one's own making.
    let mut hex = hex::encode(id);
    hex.replace_range(12..13, "8");
    hex.replace_range(16..17, "8");
    let groups = [0..8, 8..12, 12..16, 16..20, 20..32];
    groups.map(|group| hex.get(group).unwrap_or_default().to_owned()).join("-")
}
