//! Spans and lines in words.

use app::consult::ReportLine;
use domain::{OrgId, Span};
use jiff::Timestamp;

use crate::part::Phrase;
use crate::words::Words;

/// From when until when; the end is the first instant that no longer counts.
pub(super) fn between(words: &Words, span: Span) -> String {
    let moment = |at| words.moment(Timestamp::from(at));
    match span.until {
        None => words.say1("posts-since", "from", moment(span.from)).into_owned(),
        Some(until) => words
            .say_with("posts-between", &[("from", moment(span.from).into()), ("until", moment(until).into())])
            .into_owned(),
    }
}

/// To which post, or that it is the head.
pub(super) fn reports(words: &Words, org: OrgId, line: &ReportLine) -> Phrase {
    let Some(above) = &line.to else { return words.say("posts-head").into() };
    match &above.org {
        Some(name) => Phrase::name(&above.title).and(Phrase::name(name)),
        None => Phrase::link(format!("/organisations/{org}/posts/{}", above.post.post), above.title.clone()),
    }
}
