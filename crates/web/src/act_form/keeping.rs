//! Forms of how long a file is kept: strikes, holds, an erasure announced. A correction is made with the form of the report
//! that corrects.

use super::{ActForm, SHORT, carried, line, plain};
use crate::form::Field;
use domain::{Kind, file::ErasureBasis};

const WHY: Field = Field::long_text("why", SHORT).required().hint();

pub(super) static FORMS: &[ActForm] = &[
    ActForm::new(Kind::FileStrikeProposed, "f-file-strike-proposed-submit", &[plain(&[carried("of"), WHY])]),
    ActForm::new(Kind::FileStruck, "f-file-struck-submit", &[plain(&[carried("of"), carried("proposed")])]),
    ActForm::new(
        Kind::FileHoldSet,
        "f-file-hold-set-submit",
        &[plain(&[line("owner").required(), WHY, Field::date("until").required().hint()])],
    ),
    ActForm::new(Kind::FileHoldLifted, "f-file-hold-lifted-submit", &[plain(&[carried("hold"), WHY])]),
    ActForm::new(
        Kind::FileErasureAnnounced,
        "f-file-erasure-announced-submit",
        &[plain(&[
            Field::choice("basis", ErasureBasis::LIST, ErasureBasis::CODES).required(),
            WHY,
            Field::date("on").required().hint(),
        ])],
    ),
];
