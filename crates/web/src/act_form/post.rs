//! Forms of posts: which there are, who holds each, to which it reports, and who stands in.

use super::account::CAPACITIES;
use super::{ActForm, Group, SHORT, Source, carried, line, plain};
use crate::form::Field;
use domain::{Capacity, Kind, post::CoverKind};

const FROM: Field = Field::moment("from").required();
const UNTIL: Field = Field::moment("until");
const AT: Field = Field::moment("at").required();
const REASON: Field = Field::long_text("reason", SHORT).required();

/// A span ends after it begins.
const IN_ORDER: &[(&str, &str)] = &[("from", "until")];

pub(super) static FORMS: &[ActForm] = &[
    ActForm::new(
        Kind::PostEstablished,
        "f-post-established-submit",
        &[plain(&[
            line("title").required().hint(),
            Field::choice("capacity", Capacity::LIST, CAPACITIES).required(),
            line("unit"),
            FROM.hint(),
        ])],
    ),
    ActForm::new(
        Kind::PostRenamed,
        "f-post-renamed-submit",
        &[plain(&[carried("post"), line("title").required(), line("unit")])],
    ),
    ActForm::new(Kind::PostAbolished, "f-post-abolished-submit", &[plain(&[carried("post"), AT.hint()])]),
    ActForm::new(
        Kind::PostTaken,
        "f-post-taken-submit",
        &[plain(&[carried("post"), Field::pick("account").required().hint(), FROM, UNTIL.hint()])],
    )
    .picks(&[("account", Source::Accounts(Capacity::ALL))])
    .in_order(IN_ORDER),
    ActForm::new(Kind::PostLeft, "f-post-left-submit", &[plain(&[carried("taken"), AT])]),
    ActForm::new(
        Kind::PostPlaced,
        "f-post-placed-submit",
        &[plain(&[carried("post"), Field::pick("under.org"), Field::pick("under.post").hint(), FROM, UNTIL.hint()])],
    )
    .picks(&[("under.org", Source::Posts), ("under.post", Source::Posts)])
    .groups(&[Group { path: "under", needs: &["under.org", "under.post"] }])
    .in_order(IN_ORDER),
    ActForm::new(Kind::PostLineEnded, "f-post-line-ended-submit", &[plain(&[carried("line"), AT])]),
    ActForm::new(
        Kind::PostCoverProposed,
        "f-post-cover-proposed-submit",
        &[plain(&[
            carried("post"),
            Field::pick("holder").hint(),
            Field::pick("account").required().hint(),
            Field::choice("cover", CoverKind::LIST, CoverKind::CODES).required(),
            FROM,
            UNTIL.required().hint(),
            line("basis").required().hint(),
        ])],
    )
    .picks(&[("holder", Source::Accounts(Capacity::ALL)), ("account", Source::Accounts(Capacity::ALL))])
    .in_order(IN_ORDER),
    ActForm::new(Kind::PostCoverConfirmed, "f-post-cover-confirmed-submit", &[plain(&[carried("cover")])]),
    ActForm::new(Kind::PostCoverEnded, "f-post-cover-ended-submit", &[plain(&[carried("cover"), REASON])]),
    ActForm::new(Kind::PostEntryVoided, "f-post-entry-voided-submit", &[plain(&[carried("of"), REASON.hint()])]),
];

/// What is asked of a line when its page lists posts: the organisation comes with the post.
pub(crate) static PLACED: &[crate::form::Section] =
    &[plain(&[carried("post"), Field::pick("under.post").required().hint(), FROM, UNTIL.hint()])];
