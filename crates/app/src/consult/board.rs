//! The board of findings: what is broken or cannot be judged, over all cases that the asker may see.
//!
//! Two ways to the same rows. Who sees the files of whole prisons walks the findings of each prison in the order of the board, as
//! many as are shown; who sees a few files asks those. Either way each row is shown only if its case and the part of its rule are
//! open to the asker now.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use access::Actor;
use domain::look::{ListName, Outcome};
use domain::{Action, CaseId, Ground, Moment, OrgId, Part, StreamId};
use safeguards::{RULES, Rule, RuleId, Severity};
use store::{Row, Tx};

mod files;
mod prisons;

use self::prisons::Prisons;
use super::lists::grounds_for;
use super::places::{AtStep, COUNTED, places};
use super::{Shown, listed};
use crate::App;
use crate::disclosed::Disclosed;
use crate::ground::{in_portions, mandates, standings, these};
use crate::names::PersonName;
use crate::refusal::{Fault, Refusal};
use crate::step_up::proved;
use crate::witness::Resting;

/// Findings on a page.
pub const BOARD_PAGE: usize = 50;

/// Most findings in one table that is taken away; the next begins behind it.
pub const BOARD_TABLE: usize = 2_000;

/// What is asked of the board; the default asks for all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BoardAsked {
    /// One rule alone.
    pub rule: Option<RuleId>,
    /// Rules of this weight alone.
    pub severity: Option<Severity>,
    /// This answer alone.
    pub outcome: Option<Outcome>,
    /// Cases that are in this prison now.
    pub prison: Option<OrgId>,
    /// What has been so since this moment, or later.
    pub since: Option<Moment>,
    /// Behind this place of the board.
    pub after: Option<BoardPlace>,
}

/// A place on the board: what cannot be judged first, then prohibitions, then the oldest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BoardPlace {
    rank: i64,
    since: i64,
    case: StreamId,
    rule: RuleId,
    anchor: [u8; 16],
}

/// As both engines order the rows: a rule by its name, not by its place in the catalogue.
impl Ord for BoardPlace {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |place: &Self| (place.rank, place.since, place.case, place.rule.id(), place.anchor);
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for BoardPlace {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl BoardPlace {
    /// Reads a place as a link carries it.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('.');
        let place = Self {
            rank: parts.next()?.parse().ok()?,
            since: parts.next()?.parse().ok()?,
            case: parts.next()?.parse::<CaseId>().ok()?.stream(),
            rule: parts.next()?.parse().ok()?,
            anchor: parts.next()?.parse::<domain::ActId>().ok()?.bytes(),
        };
        parts.next().is_none().then_some(place)
    }

    /// The form of a place as a link carries it, as a regular expression: whatever it matches can be read.
    pub fn form() -> String {
        let id = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
        let rules: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
        format!("-?[0-9]{{1,18}}\\.-?[0-9]{{1,18}}\\.{id}\\.({})\\.{id}", rules.join("|"))
    }

    /// The place as a link carries it: ids, codes and numbers.
    pub fn written(self) -> String {
        let Self { rank, since, case, rule, anchor } = self;
        format!("{rank}.{since}.{}.{rule}.{}", CaseId::from(case), domain::ActId::from_bytes(anchor))
    }
}

/// Open findings of the cases that the asker may see.
#[derive(Debug, Clone)]
pub struct FindingsBoard {
    /// The findings of this page.
    pub lines: Vec<BoardLine>,
    /// How each rule stands, over all pages and without the filter, but for that of the prison.
    pub sums: Vec<RuleSum>,
    /// Cases that the asker may see and that are not closed.
    pub cases: u32,
    /// Those of them whose next check is due and not done.
    pub unchecked: u32,
    /// Prisons that can be asked for, by name.
    pub prisons: Vec<(OrgId, String)>,
    /// What was asked.
    pub asked: BoardAsked,
    /// The place behind which the next page begins; nothing on the last.
    pub next: Option<BoardPlace>,
}

impl FindingsBoard {
    /// Rules that leave no case undetermined.
    pub fn determined(&self) -> usize {
        self.sums.iter().filter(|sum| sum.undetermined == 0).count()
    }
}

/// How one rule stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleSum {
    /// The rule.
    pub rule: RuleId,
    /// Cases that it cannot judge.
    pub undetermined: u32,
    /// Where it is broken.
    pub breach: u32,
}

/// One line of the board.
#[derive(Debug, Clone)]
pub struct BoardLine {
    /// The case.
    pub case: CaseId,
    /// Its name.
    pub name: Option<PersonName>,
    /// The rule.
    pub rule: String,
    /// Breach or undetermined.
    pub outcome: Outcome,
    /// Since when it is so.
    pub since: Moment,
    /// When it became known.
    pub raised: Moment,
    place: BoardPlace,
}

/// How the asker comes to the findings.
enum Way {
    /// By whole prisons.
    Prisons(Prisons),
    /// By files that are few.
    Files(Vec<StreamId>),
}

/// Which rules are asked for: of a rule whose part the asker may see nowhere, nothing is told.
fn rules(asked: &BoardAsked, told: impl Fn(&Rule) -> Told) -> Vec<&'static Rule> {
    let wanted = |rule: &&Rule| {
        asked.rule.is_none_or(|only| only == rule.rule)
            && asked.severity.is_none_or(|only| only == rule.severity)
            && told(rule) == Told::Yes
    };
    RULES.iter().copied().filter(wanted).collect()
}

#[derive(PartialEq, Eq)]
enum Told {
    Yes,
    No,
}

/// The names of these rules as SQL reads them: they are those of the catalogue.
fn named(rules: &[&Rule]) -> String {
    let names: Vec<String> = rules.iter().map(|rule| format!("'{}'", rule.id)).collect();
    if names.is_empty() { "''".to_owned() } else { names.join(", ") }
}

impl App {
    /// Open findings of the cases that the asker may see.
    pub fn findings(&self, actor: &Actor) -> Result<Disclosed<FindingsBoard>, Refusal> {
        self.findings_asked(actor, &BoardAsked::default())
    }

    /// One page of the board.
    pub fn findings_asked(&self, actor: &Actor, asked: &BoardAsked) -> Result<Disclosed<FindingsBoard>, Refusal> {
        self.board(actor, asked, (BOARD_PAGE, ListName::Findings))
    }

    /// The same, to be taken away as a table: a look of its own kind, for those who may put it on paper.
    pub fn findings_table(&self, actor: &Actor, asked: &BoardAsked) -> Result<Disclosed<FindingsBoard>, Refusal> {
        self.board(actor, asked, (BOARD_TABLE, ListName::FindingsTable))
    }

    fn board(
        &self,
        actor: &Actor,
        asked: &BoardAsked,
        (wanted, list): (usize, ListName),
    ) -> Result<Disclosed<FindingsBoard>, Refusal> {
        let reads = |who: &Actor, action| {
            access::grounds(who.capacity, Part::Measures, action, who.strength).any(domain::Ground::is_on_files)
        };
        self.show(actor, |tx, now| {
            if grounds_for(actor, Part::Measures).iter().all(|ground| ground.is_empty()) {
                return Err(Refusal::NotYours);
            }
            if list == ListName::FindingsTable && !reads(actor, Action::Print) {
                let fresh = proved(actor).is_some_and(|proved| reads(&proved, Action::Print));
                return Err(if fresh { Refusal::NeedsFresh } else { Refusal::NotAllowed });
            }
            let way = self.way(tx, actor, now)?;
            let mut board = match &way {
                Way::Prisons(whole) => self.by_prison(tx, actor, (asked, wanted), whole, now)?,
                Way::Files(files) => self.by_file(tx, actor, (asked, wanted), files, now)?,
            };
            let mut shown = Shown::default();
            if let Way::Prisons(whole) = way {
                for prison in whole.all {
                    self.show_org(tx, &mut shown, prison)?;
                    let name = shown.orgs.get(&prison.stream()).cloned().unwrap_or_default();
                    board.prisons.push((prison, name));
                }
                board.prisons.sort_by(|one, other| one.1.cmp(&other.1));
            }
            let cases: BTreeSet<StreamId> = board.lines.iter().map(|line| line.case.stream()).collect();
            let on = |line: &BoardLine| Resting::part(line.case.stream(), line.place.rule.rule().part);
            let rests_on = board.lines.iter().map(on).collect();
            listed(tx, actor, now, (list, cases.into_iter().collect()), (board, rests_on))
        })
    }

    /// Whoever sees the files of a prison because they are held there, or by a mandate, comes by prisons.
    fn way(&self, tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> Result<Way, Refusal> {
        let grounds = grounds_for(actor, Part::Measures);
        let through = |ground: Ground| grounds.contains(&ground.code());
        if through(Ground::Custody) {
            return Ok(Way::Prisons(Prisons::own(actor.org)));
        }
        if through(Ground::Mandate) {
            let prisons: BTreeSet<[u8; 16]> =
                mandates(tx, actor.org, now)?.into_iter().map(|(prison, _)| prison).collect();
            if !prisons.is_empty() {
                let prisons = prisons.into_iter().map(OrgId::from_bytes).collect();
                return Ok(Way::Prisons(Prisons::of_mandate(actor.org, prisons)));
            }
        }
        let wanted = usize::try_from(COUNTED).unwrap_or(usize::MAX);
        let (found, _) = places(tx, actor, (Part::Measures, AtStep::NotClosed), wanted, now)?;
        Ok(Way::Files(found.into_iter().map(|place| place.stream).collect()))
    }

    /// Adds those of these places that are open to the asker now.
    fn fill(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        (board, wanted): (&mut FindingsBoard, usize),
        found: &[BoardPlace],
        now: Moment,
    ) -> Result<(), Fault> {
        let cases: BTreeSet<StreamId> = found.iter().map(|place| place.case).collect();
        let cases: Vec<StreamId> = cases.into_iter().collect();
        let standings = standings(tx, actor, &cases, now)?;
        let told = in_portions(tx, TOLD, &cases, &[], |row| {
            let key = (StreamId::from_bytes(row.get(0)?), row.get::<String>(1)?, row.get::<[u8; 16]>(2)?);
            Ok((key, (row.get::<String>(3)?, row.get::<i64>(4)?)))
        })?;
        let told: BTreeMap<_, _> = told.into_iter().collect();
        for place in found {
            if board.lines.len() >= wanted {
                break;
            }
            let reading = standings.get(&place.case).and_then(|standing| standing.readable(actor, place.case, now));
            if !reading.is_some_and(|reading| reading.opens(place.case, place.rule.rule().part)) {
                continue;
            }
            let key = (place.case, place.rule.id().to_owned(), place.anchor);
            let Some((outcome, raised)) = told.get(&key) else { continue };
            board.lines.push(BoardLine {
                case: place.case.into(),
                name: self.names.person(place.case),
                rule: place.rule.id().to_owned(),
                outcome: outcome.parse().map_err(|_| Fault::unreadable("an outcome"))?,
                since: Moment::from_millis(place.since),
                raised: Moment::from_millis(*raised),
                place: *place,
            });
        }
        Ok(())
    }
}

impl FindingsBoard {
    fn of(asked: &BoardAsked) -> Self {
        Self {
            lines: Vec::new(),
            sums: Vec::new(),
            cases: 0,
            unchecked: 0,
            prisons: Vec::new(),
            asked: asked.clone(),
            next: None,
        }
    }

    fn take_sums(&mut self, sums: BTreeMap<RuleId, (i64, i64)>) {
        let number = |count: i64| u32::try_from(count.max(0)).unwrap_or(u32::MAX);
        self.sums = sums
            .into_iter()
            .map(|(rule, (undetermined, breach))| RuleSum {
                rule,
                undetermined: number(undetermined),
                breach: number(breach),
            })
            .collect();
    }

    /// Leaves a page of lines; the one beyond it shows that there is a next.
    fn cut(&mut self, wanted: usize) {
        if self.lines.len() > wanted {
            self.lines.truncate(wanted);
            self.next = self.lines.last().map(|line| line.place);
        }
    }
}

/// What is told of the open findings of files.
const TOLD: &str = concat!(
    "select stream, rule, anchor, outcome, raised_at from finding where closed_at is null and stream in ",
    these!()
);

fn place(row: &Row<'_>) -> Result<BoardPlace, store::Error> {
    Ok(BoardPlace {
        rank: row.get(0)?,
        since: row.get(1)?,
        case: StreamId::from_bytes(row.get(2)?),
        rule: row.get::<String>(3)?.parse().map_err(|_| store::Error::unreadable("a rule"))?,
        anchor: row.get(4)?,
    })
}
