//! Who came to the limit of what an hour allows to look at, as a block of other pages.

use app::consult::BudgetAlert;
use jiff::Timestamp;

use super::sheet::Block;
use crate::part::{Column, Phrase, Table};
use crate::visit::Visit;

/// The block; the newest alert first.
pub(crate) fn block(visit: &Visit<'_>, alerts: &[BudgetAlert]) -> Block {
    let words = &visit.words;
    let say = |key: &str| words.say(key).into_owned();
    let row = |alert: &BudgetAlert| {
        let name = alert.name.clone().unwrap_or_else(|| say("cases-name-loading"));
        vec![
            Phrase::name(name).note(words.code("capacity", alert.capacity.code())),
            Phrase::name(alert.org_name.clone()),
            words.moment(Timestamp::from(alert.at)).into(),
            words.say1(&format!("budget-alert-{}", alert.what.code()), "limit", alert.limit).into_owned().into(),
        ]
    };
    let columns = ["budget-alert-who", "budget-alert-where", "budget-alert-when", "budget-alert-what"];
    let columns = columns.iter().map(|key| Column::new(say(key))).collect();
    let table = Table::new(say("budget-alerts"), columns, alerts.iter().map(row).collect()).caption_unseen();
    Block::new("alerts", say("budget-alerts")).line(say("budget-alerts-text")).with(table)
}
