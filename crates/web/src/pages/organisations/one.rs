//! One organisation by itself: what it is, whom to ring, what it offers.

use domain::organisation::OrgKind;

use crate::answer::Answer;
use crate::pages::services::rows;
use crate::pages::sheet::{Block, Page};
use crate::part::{Empty, Identity, Pairs, Phrase};
use crate::trouble::Trouble;
use crate::visit::Visit;

pub(super) fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let found = visit.app.organisation(visit.actor()?, visit.id("org")?)?;
    let words = &visit.words;
    let say = |key: &str| words.say(key).into_owned();
    let page = found.map(|found| {
        let line = &found.line;
        let who = Pairs::new()
            .with(say("organisations-kind"), words.code(OrgKind::LIST, line.kind.code()))
            .with(say("organisations-place"), Phrase::name(&line.place))
            .with(say("organisations-contact"), Phrase::name(&line.contact));
        let services = Block::new("services", say("services-title"));
        let services = if found.services.is_empty() {
            services.with(Empty::new(say("organisations-no-service"), say("organisations-no-service-text")))
        } else {
            services.with(rows(visit, &found.services, None))
        };
        Page::new(visit.shell("organisations-one-title"))
            .trail("/organisations", say("organisations-title"))
            .trail("", Phrase::name(&line.name))
            .head(Identity::new(line.name.clone()))
            .block(Block::new("who", say("organisations-who")).with(who))
            .block(services)
    });
    Ok(Answer::page(&page)?)
}
