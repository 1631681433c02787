//! Forms of the directory: what it says of a service, how many it can take, and the public feed.

use super::{ActForm, FULL, SHORT, Source, carried, headed, line, plain};
use crate::form::{Field, Section};
use domain::Kind;
use domain::assessment::NeedArea;
use domain::custody::Sex;
use domain::directory::ServiceMode;
use domain::organisation::{Aim, OrgKind};

/// Oldest age that can be written.
const OLDEST: i64 = 120;

/// Whom a service takes, and how.
const WHOM: Section = headed(
    "service-whom",
    &[
        Field::many("whom.sexes", Sex::LIST, Sex::CODES).required(),
        Field::number("whom.from_age", 0, OLDEST).hint(),
        Field::number("whom.to_age", 0, OLDEST).hint(),
        Field::many("whom.modes", ServiceMode::LIST, ServiceMode::CODES).required(),
        Field::lines("whom.also_at", 24, 200).hint(),
    ],
);

const NAME: Field = line("name").required().hint();
const NEEDS: Field = Field::many("needs", NeedArea::LIST, NeedArea::CODES).required();
const LANGUAGES: Field = Field::lines("languages", 12, 80).required();
const PLACE: Field = line("place").required();
const DESCRIPTION: Field = Field::long_text("description", FULL).required();

pub(super) static FORMS: &[ActForm] = &[
    ActForm::new(
        Kind::ServicePublished,
        "f-service-published-submit",
        &[
            plain(&[
                carried("org"),
                NAME,
                Field::choice("aim", Aim::LIST, Aim::CODES).required(),
                NEEDS,
                LANGUAGES,
                PLACE,
                DESCRIPTION,
                Field::number("places", 0, 10_000).required().hint(),
            ]),
            WHOM,
        ],
    ),
    ActForm::new(
        Kind::ServiceRevised,
        "f-service-revised-submit",
        &[plain(&[NAME, NEEDS, LANGUAGES, PLACE, DESCRIPTION]), WHOM],
    ),
    ActForm::new(Kind::ServiceWithdrawn, "f-service-withdrawn-submit", &[plain(&[line("reason").required()])]),
    ActForm::new(Kind::ServiceAssured, "f-service-assured-submit", &[plain(&[line("by").required().hint()])]),
    ActForm::new(
        Kind::AvailabilityStated,
        "f-service-availability-stated-submit",
        &[plain(&[
            Field::number("free", 0, 10_000).required().hint(),
            Field::number("waiting_days", 0, 3_650).hint(),
            Field::date("as_of").required(),
            line("said_by").required().hint(),
        ])],
    ),
    ActForm::new(
        Kind::FeedAsked,
        "f-service-feed-asked-submit",
        &[plain(&[line("phone").hint(), line("email").hint(), line("web").hint()])],
    ),
    ActForm::new(
        Kind::ServiceDrafted,
        "f-service-drafted-submit",
        &[plain(&[
            Field::pick("org").required(),
            line("name").required(),
            Field::long_text("description", FULL),
            Field::lines("languages", 12, 80),
            line("place"),
            line("source").required().hint(),
            line("source_id").required().hint(),
        ])],
    )
    .picks(&[("org", Source::Orgs(&[OrgKind::CivilSociety]))]),
    ActForm::new(Kind::FeedLeft, "f-service-feed-left-submit", &[plain(&[])]),
    ActForm::new(Kind::FeedApproved, "f-service-feed-approved-submit", &[plain(&[carried("asked"), carried("entry")])]),
    ActForm::new(
        Kind::FeedRefused,
        "f-service-feed-refused-submit",
        &[plain(&[carried("asked"), Field::long_text("reason", SHORT).required().hint()])],
    ),
];
