//! The slip of paper that a new account is handed over with: password, telephone, card of codes. Shown in one answer, never again.
//!
//! Nothing of it is stored or logged; the answer that holds it is kept by no browser.

use app::consult::AccountLine;
use app::credential::Enrolment;
use askama::Template;
use qrcode::{Color, EcLevel, QrCode};

use crate::answer::Answer;
use crate::layout::Shell;
use crate::part::Slip;
use crate::trouble::Trouble;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "accounts/slip.html")]
struct SlipPage {
    shell: Shell,
    entry: Slip,
    telephone: Slip,
    picture: Option<Picture>,
    card: Slip,
}

/// A QR code: dark squares as one path, on a light ground with the quiet border that cameras need.
struct Picture {
    side: usize,
    path: String,
}

/// Squares of the quiet border.
const BORDER: usize = 4;

/// Draws the credentials of a confirmed account and shows them, once.
pub(super) fn answer(visit: &Visit<'_>, line: &AccountLine) -> Result<Answer, Trouble> {
    let drawn = visit.app.enrol_confirmed(visit.actor()?, line.account)?;
    let words = &visit.words;
    let change_by = words.moment(jiff::Timestamp::from(drawn.change_by));
    let Enrolment { password, totp_secret, totp_uri, card, .. } = &drawn;
    let entry = Slip::new(words.say("slip-entry"), words.say1("slip-entry-text", "until", change_by))
        .line(words.say("accounts-sign-in"), &line.sign_in)
        .line(words.say("slip-password"), password.reveal());
    let telephone = Slip::new(words.say("slip-telephone"), words.say("slip-telephone-text"))
        .line(words.say("slip-secret"), in_fours(totp_secret.reveal()));
    let codes = card.codes.iter().map(|code| code.code.reveal().to_owned()).collect();
    let card = Slip::new(words.say("slip-card"), words.say("slip-card-text"))
        .line(words.say("accounts-sign-in"), &line.sign_in)
        .codes(codes);
    let shell = visit.shell("slip-title");
    Ok(Answer::open_page(&SlipPage { shell, entry, telephone, picture: picture(totp_uri.reveal()), card })?)
}

/// Groups of four letters, which are easier to type.
fn in_fours(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    letters.chunks(4).map(String::from_iter).collect::<Vec<_>>().join(" ")
}

/// The picture of a text; none if it is too long for one. The secret stands beside it to be typed.
fn picture(text: &str) -> Option<Picture> {
    use std::fmt::Write as _;
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let (width, squares) = (code.width(), code.to_colors());
    let mut path = String::new();
    for (row, line) in squares.chunks(width).enumerate() {
        let mut column = 0;
        for run in line.chunk_by(|a, b| a == b) {
            if run.first() == Some(&Color::Dark) {
                let (x, y, length) = (column + BORDER, row + BORDER, run.len());
                write!(path, "M{x} {y}h{length}v1h-{length}z").ok()?;
            }
            column += run.len();
        }
    }
    Some(Picture { side: width + 2 * BORDER, path })
}
