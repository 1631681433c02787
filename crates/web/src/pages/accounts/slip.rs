//! Slips of paper: the half of an account's first or new credentials that falls to the reader, and the own new card or telephone.
//! Shown in one answer, never again.
//!
//! Nothing of it is stored or logged; the answer that holds it is kept by no browser.

use app::consult::AccountLine;
use app::credential::{CodeCard, FactorHalf, PasswordHalf};
use app::recovery::Drawn;
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
    lead: String,
    slips: Vec<(Slip, Option<Picture>)>,
    after: String,
    done: &'static str,
}

/// A QR code: dark squares as one path, on a light ground with the quiet border that cameras need.
struct Picture {
    side: usize,
    path: String,
}

/// Squares of the quiet border.
const BORDER: usize = 4;

/// Draws the reader's half of the credentials of an account and shows it, once.
pub(super) fn answer(visit: &Visit<'_>, line: &AccountLine) -> Result<Answer, Trouble> {
    let drawn = visit.app.draw_half(visit.actor()?, line.account)?;
    let words = &visit.words;
    let sign_in = words.say("accounts-sign-in");
    let (slips, lead) = match &drawn {
        Drawn::Password(PasswordHalf { password, change_by }) => {
            let change_by = words.moment(jiff::Timestamp::from(*change_by));
            let entry = Slip::new(words.say("slip-entry"), words.say1("slip-entry-text", "until", change_by))
                .line(sign_in, &line.sign_in)
                .line(words.say("slip-password"), password.reveal());
            (vec![(entry, None)], "slip-half-password")
        }
        Drawn::Factor(FactorHalf { totp_secret, totp_uri, card }) => {
            let card = card_slip(visit, card).line(sign_in, &line.sign_in);
            let telephone = telephone(visit, totp_secret.reveal(), totp_uri.reveal());
            (vec![telephone, (card, None)], "slip-half-factor")
        }
    };
    let page = SlipPage {
        shell: visit.shell("slip-title"),
        lead: words.say(lead).into_owned(),
        slips,
        after: words.say("slip-hand-over").into_owned(),
        done: "/accounts",
    };
    Ok(Answer::open_page(&page)?)
}

/// A slip for the reader's own drawer.
fn own(visit: &Visit<'_>, slip: (Slip, Option<Picture>)) -> Result<Answer, Trouble> {
    let page = SlipPage {
        shell: visit.shell("slip-own-title"),
        lead: visit.words.say("slip-own").into_owned(),
        slips: vec![slip],
        after: visit.words.say("slip-own-after").into_owned(),
        done: "/sign-ins",
    };
    Ok(Answer::open_page(&page)?)
}

/// A new card for the reader.
pub(in crate::pages) fn own_card(visit: &Visit<'_>, card: &CodeCard) -> Result<Answer, Trouble> {
    own(visit, (card_slip(visit, card), None))
}

/// A new secret for the reader's telephone or token.
pub(in crate::pages) fn own_telephone(visit: &Visit<'_>, secret: &str, uri: &str) -> Result<Answer, Trouble> {
    own(visit, telephone(visit, secret, uri))
}

fn card_slip(visit: &Visit<'_>, card: &CodeCard) -> Slip {
    let codes = card.codes.iter().map(|code| code.code.reveal().to_owned()).collect();
    Slip::new(visit.words.say("slip-card"), visit.words.say("slip-card-text")).codes(codes)
}

fn telephone(visit: &Visit<'_>, secret: &str, uri: &str) -> (Slip, Option<Picture>) {
    let slip = Slip::new(visit.words.say("slip-telephone"), visit.words.say("slip-telephone-text"))
        .line(visit.words.say("slip-secret"), in_fours(secret));
    (slip, picture(uri))
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
