//! Forms of how long a file is kept: strikes, holds, an erasure announced. A correction is made with the form of the report
//! that corrects.

use super::{ActForm, SHORT, carried, line, plain};
use crate::form::Field;
use domain::{Kind, file::ErasureBasis};

const WHY: Field = Field::long_text("why", SHORT).required().hint();

/// The basis on which nobody waits: it names its order.
const ORDERED: &str = ErasureBasis::OrderedByLaw.code();

pub(super) static FORMS: &[ActForm] = &[
    ActForm::new(Kind::FileStrikeProposed, "f-file-strike-proposed-submit", &[plain(&[carried("of"), WHY])]),
    ActForm::new(Kind::FileStruck, "f-file-struck-submit", &[plain(&[carried("of"), carried("proposed")])]),
    ActForm::new(
        Kind::FileHoldSet,
        "f-file-hold-set-submit",
        &[plain(&[line("owner").required(), WHY, Field::date("until").required().hint()])],
    ),
    ActForm::new(Kind::FileHoldLifted, "f-file-hold-lifted-submit", &[plain(&[carried("hold"), WHY])]),
    ActForm::new(Kind::FileErasureWithdrawn, "f-file-erasure-withdrawn-submit", &[plain(&[carried("announced"), WHY])]),
    ActForm::new(
        Kind::FileErasureAnnounced,
        "f-file-erasure-announced-submit",
        &[plain(&[
            Field::choice("basis", ErasureBasis::LIST, ErasureBasis::CODES).required(),
            WHY,
            line("order.authority").required().when("basis", ORDERED),
            line("order.reference").required().hint().when("basis", ORDERED),
            Field::date("order.dated").required().when("basis", ORDERED),
            Field::date("on").required().hint(),
        ])],
    ),
];
