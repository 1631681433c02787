//! A page that asks for one thing: what it is, a sentence, the form of one act; and what becomes of the form when it is sent.
//!
//! What is shown with it was disclosed before it came here. It decides nothing.

use app::{Deed, Disclosed, Receipt, Refusal};
use axum::http::StatusCode;
use domain::StreamId;

use crate::act_form::ActForm;
use crate::acting::{self, Options, Outcome};
use crate::answer::Answer;
use crate::form::{FieldError, Form, FormPage, FormSpec, Input};
use crate::kept::{self, Kept};
use crate::pages::sheet::{Block, Page};
use crate::part::{Identity, Phrase};
use crate::trouble::Trouble;
use crate::visit::Visit;

/// A page that asks for one thing.
pub(crate) struct Asking {
    /// The heading, which is also the title: it names nobody.
    pub(crate) title: String,
    /// A sentence under it.
    pub(crate) lead: String,
    /// The page that it was opened from.
    pub(crate) back: (String, Phrase),
    /// What is known of whom or what it is about.
    pub(crate) about: Vec<Block>,
    /// Where the form goes.
    pub(crate) action: String,
    /// The form.
    pub(crate) form: &'static ActForm,
    /// The form as it is drawn, where a page narrows an answer to what is possible.
    pub(crate) drawn: FormSpec,
    /// The head that a decision is based on.
    pub(crate) head: Option<u64>,
    /// Options of the picks.
    pub(crate) options: Options,
    /// What stands in it when it is opened.
    pub(crate) opened: Input,
    /// A reason that this page can say better: its key, the question it is about, the key of the better sentence.
    pub(crate) instead: Option<(&'static str, &'static str, &'static str)>,
}

impl Asking {
    /// Asks with this form; everything else is empty.
    pub(crate) fn new(visit: &Visit<'_>, form: &'static ActForm, action: String, back: (&str, &str)) -> Self {
        Self {
            title: visit.words.say(&form.title()).into_owned(),
            lead: String::new(),
            back: (back.0.to_owned(), visit.words.say(back.1).into()),
            about: Vec::new(),
            action,
            form,
            drawn: form.spec,
            head: None,
            options: Options::new(),
            opened: Input::default(),
            instead: None,
        }
    }

    /// What was sent, as a deed on a stream.
    pub(crate) fn deed(&self, visit: &Visit<'_>, stream: StreamId) -> Result<Deed, Vec<FieldError>> {
        acting::deed(visit, stream, self.form)
    }

    fn page(&self, visit: &Visit<'_>, once: &str, input: &Input, errors: &[FieldError]) -> Page {
        let csrf = visit.csrf();
        let head = self.head.map(|head| head.to_string()).unwrap_or_default();
        let page = visit.form_page(&self.action, &csrf, &head, once);
        self.around(visit, self.drawn.show(FormPage { picks: self.options.as_slice(), ..page }, input, errors))
    }

    /// The page with the form as it was typed and sent too early.
    fn kept(&self, visit: &Visit<'_>, once: &str, typed: &Kept) -> Page {
        let csrf = visit.csrf();
        let based_on = typed.based_on.as_deref().unwrap_or_default();
        let once = typed.once.as_deref().unwrap_or(once);
        let page = FormPage { picks: self.options.as_slice(), ..visit.form_page(&self.action, &csrf, based_on, once) };
        self.around(visit, kept::said(visit, self.drawn.show(page, &typed.input, &[])))
    }

    fn around(&self, visit: &Visit<'_>, form: Form) -> Page {
        let shell = visit.shell_titled(self.title.clone()).with_errors(form.has_errors());
        Page::new(shell)
            .trail(self.back.0.clone(), self.back.1.clone())
            .head(Identity::new(self.title.clone()).lead(self.lead.clone()))
            .blocks(self.about.clone())
            .foot(form)
    }
}

/// The page as it is first opened.
pub(crate) fn show(visit: &Visit<'_>, asking: Disclosed<Asking>) -> Result<Answer, Trouble> {
    let (once, typed) = (visit.once()?, kept::of(visit, &asking.action)?);
    let page = asking.map(|asking| match &typed {
        Some(typed) => asking.kept(visit, &once, typed),
        None => asking.page(visit, &once, &asking.opened, &[]),
    });
    Ok(Answer::page(&page)?)
}

/// The page again, with what was typed and what is wrong.
fn again(
    visit: &Visit<'_>,
    asking: Disclosed<Asking>,
    errors: &[FieldError],
    status: StatusCode,
) -> Result<Answer, Trouble> {
    let once = visit.once()?;
    let page = asking.map(|asking| asking.page(visit, &once, &visit.form, errors));
    Ok(Answer::page(&page)?.with_status(status))
}

/// Does what was sent, and goes on to `next` with its receipt; or asks again.
pub(crate) fn send(
    visit: &Visit<'_>,
    asking: Disclosed<Asking>,
    deed: Result<Deed, Vec<FieldError>>,
    next: impl FnOnce(&Receipt) -> Result<Answer, Trouble>,
) -> Result<Answer, Trouble> {
    if visit.form.asks_for_more() {
        return again(visit, asking, &[], StatusCode::OK);
    }
    match acting::perform(visit, asking.form, deed)? {
        Outcome::Done(receipt) => next(&receipt),
        Outcome::Wrong(mut errors, status) => {
            for error in &mut errors {
                if let Some((_, path, key)) = asking.instead.filter(|better| error.key == better.0) {
                    *error = FieldError::new(path, key);
                }
            }
            again(visit, asking, &errors, status)
        }
        Outcome::Stopped(findings) => Err(Refusal::Safeguard(findings).into()),
        Outcome::Moved => Err(Refusal::Meanwhile { moved: Vec::new() }.into()),
    }
}
