//! The form of a search.

use super::{ActForm, IN_PRISON, Source, WHEN, line, under};
use crate::form::Field;
use domain::{
    Kind,
    custody::Sex,
    measure::YesNo,
    search::{CasePapers, NoScan, SearchKind, SearchReason, SearchResult, SearcherOffice},
};

const INTRUSIVE: &str = "strip|cavity";

pub(super) static FORMS: &[ActForm] = &[ActForm::new(
    Kind::SearchRecorded,
    "submit-record",
    &[
        under(
            "f-search-recorded-what",
            "mandela-50-51",
            &[
                WHEN,
                Field::choice("search", SearchKind::LIST, SearchKind::CODES).required(),
                Field::choice("reason", SearchReason::LIST, SearchReason::CODES),
                line("legal_basis").hint(),
                Field::choice("result", SearchResult::LIST, SearchResult::CODES),
            ],
        ),
        under(
            "f-search-recorded-who",
            "mandela-52",
            &[Field::repeat(
                "searchers",
                0,
                2,
                6,
                &[
                    Field::pick("account"),
                    Field::choice("office", SearcherOffice::LIST, SearcherOffice::CODES).required(),
                    Field::choice("sex", Sex::LIST, Sex::CODES).required(),
                    Field::choice("trained", YesNo::LIST, YesNo::CODES),
                ],
            )
            .hint()],
        ),
        under(
            "f-search-recorded-how",
            "mandela-52-53",
            &[
                Field::choice("private", YesNo::LIST, YesNo::CODES),
                Field::choice("no_scan", NoScan::LIST, NoScan::CODES).when("search", INTRUSIVE),
                Field::choice("papers", CasePapers::LIST, CasePapers::CODES).when("search", "cell"),
            ],
        ),
    ],
)
.picks(&[("searchers.account", Source::Accounts(IN_PRISON))])];
