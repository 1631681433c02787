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
use store::{Row, Tx, Val};

use super::lists::grounds_for;
use super::places::{AtStep, COUNTED, places};
use super::{Shown, listed};
use crate::App;
use crate::bar;
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
    /// By whole prisons, each with the ground on which its files are open.
    Prisons(Vec<(OrgId, Ground)>),
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
                Way::Prisons(prisons) => self.by_prison(tx, actor, (asked, wanted), prisons, now)?,
                Way::Files(files) => self.by_file(tx, actor, (asked, wanted), files, now)?,
            };
            let mut shown = Shown::default();
            if let Way::Prisons(prisons) = way {
                for (prison, _) in prisons {
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
        let mut prisons = BTreeMap::new();
        if through(Ground::Custody) {
            prisons.insert(actor.org, Ground::Custody);
        }
        if through(Ground::Mandate) {
            for (prison, _) in mandates(tx, actor.org, now)? {
                prisons.insert(OrgId::from_bytes(prison), Ground::Mandate);
            }
        }
        if prisons.is_empty() {
            let wanted = usize::try_from(COUNTED).unwrap_or(usize::MAX);
            let (found, _) = places(tx, actor, (Part::Measures, AtStep::NotClosed), wanted, now)?;
            return Ok(Way::Files(found.into_iter().map(|place| place.stream).collect()));
        }
        Ok(Way::Prisons(prisons.into_iter().collect()))
    }

    fn by_prison(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        (asked, wanted): (&BoardAsked, usize),
        prisons: &[(OrgId, Ground)],
        now: Moment,
    ) -> Result<FindingsBoard, Refusal> {
        let mut board = FindingsBoard::of(asked);
        // A restriction leaves a mandate standing: what is open is in the counts too.
        let bars = bar::cases_shut(tx, actor, now)?.into_iter();
        let shut = bars.filter(|(_, bar)| !prisons.iter().any(|(_, ground)| bar.leaves(*ground)));
        let shut: Vec<StreamId> = shut.map(|(case, _)| case).collect::<BTreeSet<_>>().into_iter().collect();
        let mut sums: BTreeMap<RuleId, (i64, i64)> = BTreeMap::new();
        let mut candidates: BTreeSet<BoardPlace> = BTreeSet::new();
        let prisons = prisons.iter().filter(|(prison, _)| asked.prison.is_none_or(|only| only == *prison));
        let prisons: Vec<&(OrgId, Ground)> = prisons.collect();
        for (prison, ground) in prisons.iter().copied() {
            let told = |rule: &Rule| {
                let may = access::allows(actor.capacity, *ground, rule.part, Action::Read, actor.strength);
                if may { Told::Yes } else { Told::No }
            };
            let every = rules(&BoardAsked::default(), told);
            for rule in &every {
                sums.entry(rule.rule).or_default();
            }
            sum(tx, (*prison, *ground), (&every, now), &mut sums)?;
            let (cases, due) = counted(tx, (*prison, *ground), now)?;
            board.cases = board.cases.saturating_add(cases);
            board.unchecked = board.unchecked.saturating_add(due);
        }
        // What the asker is kept from is in no count either; they are kept from few.
        let shut_here = in_portions(tx, SHUT, &shut, &[], |row| {
            Ok((row.get::<Option<[u8; 16]>>(0)?, row.get::<String>(1)?, row.get::<String>(2)?))
        })?;
        let here = |prison: Option<[u8; 16]>| {
            prison.is_some_and(|prison| prisons.iter().any(|(own, _)| own.bytes() == prison))
        };
        for (_, rule, outcome) in shut_here.into_iter().filter(|(prison, ..)| here(*prison)) {
            if let Some(sum) = rule.parse().ok().and_then(|rule: RuleId| sums.get_mut(&rule)) {
                let count = if outcome == Outcome::Undetermined.code() { &mut sum.0 } else { &mut sum.1 };
                *count -= 1;
            }
        }
        let shut_cases = in_portions(tx, SHUT_CASES, &shut, &[], |row| row.get::<Option<[u8; 16]>>(0))?;
        let kept_from = shut_cases.into_iter().filter(|prison| here(*prison)).count();
        board.cases = board.cases.saturating_sub(u32::try_from(kept_from).unwrap_or(u32::MAX));
        board.take_sums(sums);
        // The first places of each prison, then those of them that are open, until the page is full or nothing is left.
        let mut after = asked.after;
        while board.lines.len() <= wanted {
            candidates.clear();
            let portion = wanted.saturating_add(1).saturating_sub(board.lines.len()).max(25);
            let mut more = false;
            for (prison, ground) in prisons.iter().copied() {
                let told = |rule: &Rule| {
                    let may = access::allows(actor.capacity, *ground, rule.part, Action::Read, actor.strength);
                    if may { Told::Yes } else { Told::No }
                };
                let found = walk(tx, *prison, (asked, after), &named(&rules(asked, told)), portion)?;
                more |= found.len() == portion;
                candidates.extend(found);
            }
            // Behind the last of these another prison may have nearer ones: only the first `portion` are sure.
            let sure: Vec<BoardPlace> = candidates.iter().copied().take(portion).collect();
            let Some(last) = sure.last().copied() else { break };
            after = Some(last);
            self.fill(tx, actor, (&mut board, wanted.saturating_add(1)), &sure, now)?;
            if !more && candidates.len() <= portion {
                break;
            }
        }
        board.cut(wanted);
        Ok(board)
    }

    fn by_file(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        (asked, wanted): (&BoardAsked, usize),
        files: &[StreamId],
        now: Moment,
    ) -> Result<FindingsBoard, Refusal> {
        let mut board = FindingsBoard::of(asked);
        board.cases = u32::try_from(files.len()).unwrap_or(u32::MAX);
        let due = in_portions(tx, DUE, files, &[Val::I64(now.millis())], |row| row.get::<[u8; 16]>(0))?;
        board.unchecked = u32::try_from(due.into_iter().collect::<BTreeSet<_>>().len()).unwrap_or(u32::MAX);
        let told = |rule: &Rule| {
            let nowhere = grounds_for(actor, rule.part).iter().all(|ground| ground.is_empty());
            if nowhere { Told::No } else { Told::Yes }
        };
        let every = rules(&BoardAsked::default(), told);
        let sql = format!("{OF_FILES} and rule in ({})", named(&every));
        let mut found = in_portions(tx, &sql, files, &[], |row| Ok((place(row)?, row.get::<Option<[u8; 16]>>(5)?)))?;
        found.sort_unstable();
        found.dedup();
        let all: Vec<BoardPlace> = found.iter().map(|(place, _)| *place).collect();
        let mut whole = FindingsBoard::of(asked);
        self.fill(tx, actor, (&mut whole, usize::MAX), &all, now)?;
        let mut sums: BTreeMap<RuleId, (i64, i64)> = every.iter().map(|rule| (rule.rule, (0, 0))).collect();
        for line in &whole.lines {
            let sum = sums.entry(line.place.rule).or_default();
            let count = if line.outcome == Outcome::Undetermined { &mut sum.0 } else { &mut sum.1 };
            *count += 1;
        }
        board.take_sums(sums);
        let wanted_rules = rules(asked, told);
        let in_prison: BTreeMap<BoardPlace, Option<[u8; 16]>> = found.into_iter().collect();
        board.lines = whole
            .lines
            .into_iter()
            .filter(|line| {
                let place = line.place;
                wanted_rules.iter().any(|rule| rule.rule == place.rule)
                    && asked.outcome.is_none_or(|only| only == line.outcome)
                    && asked.since.is_none_or(|since| line.since >= since)
                    && asked.after.is_none_or(|after| place.cmp(&after) == Ordering::Greater)
                    && asked.prison.is_none_or(|only| {
                        in_prison.get(&place).copied().flatten().is_some_and(|prison| prison == only.bytes())
                    })
            })
            .take(wanted.saturating_add(1))
            .collect();
        board.cut(wanted);
        Ok(board)
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

/// The first findings of a prison behind a place, in the order of the board: rows of one index, in its order.
fn walk(
    tx: &mut Tx<'_>,
    prison: OrgId,
    (asked, after): (&BoardAsked, Option<BoardPlace>),
    rules: &str,
    limit: usize,
) -> Result<Vec<BoardPlace>, store::Error> {
    let sql = format!(
        "select rank, since, stream, rule, anchor from finding
         where prison = $1 and closed_at is null and (rank, since, stream, rule, anchor) > ($2, $3, $4, $5, $6)
           and since >= $7 and ($8 = '' or outcome = $8) and rule in ({rules})
         order by rank, since, stream, rule, anchor limit $9"
    );
    let (rank, since) = after.map_or((-1, i64::MIN), |after| (after.rank, after.since));
    let (case, anchor) = after.map_or(([0; 16], [0; 16]), |after| (after.case.bytes(), after.anchor));
    let vals = [
        Val::Blob(&prison.bytes()),
        Val::I64(rank),
        Val::I64(since),
        Val::Blob(&case),
        Val::Text(after.map_or("", |after| after.rule.id())),
        Val::Blob(&anchor),
        Val::I64(asked.since.map_or(i64::MIN, Moment::millis)),
        Val::Text(asked.outcome.map_or("", Outcome::code)),
        Val::I64(i64::try_from(limit).unwrap_or(i64::MAX)),
    ];
    tx.all(&sql, &vals, place)
}

/// How often each rule is open in a prison.
fn sum(
    tx: &mut Tx<'_>,
    (prison, ground): (OrgId, Ground),
    (rules, now): (&[&Rule], Moment),
    sums: &mut BTreeMap<RuleId, (i64, i64)>,
) -> Result<(), store::Error> {
    let held = held(ground);
    let sql = format!(
        "select rule, outcome, count(*) from finding where prison = $1 and stream in ({held}) and closed_at is null
           and rule in ({}) group by rule, outcome order by rule, outcome",
        named(rules)
    );
    let rows = tx.all(&sql, &[Val::Blob(&prison.bytes()), Val::I64(now.millis())], |row| {
        Ok((row.get::<String>(0)?, row.get::<String>(1)?, row.get::<i64>(2)?))
    })?;
    for (rule, outcome, count) in rows {
        let Ok(rule) = rule.parse::<RuleId>() else { continue };
        let sum = sums.entry(rule).or_default();
        let known = if outcome == Outcome::Undetermined.code() { &mut sum.0 } else { &mut sum.1 };
        *known = known.saturating_add(count);
    }
    Ok(())
}

/// The files that a prison (`$1`) opens on this ground now (`$2`): to those who work there, of those whom it holds; to a mandate
/// over it, of those whom it held as well.
fn held(ground: Ground) -> &'static str {
    if ground == Ground::Custody {
        "select stream from ground where holder = $1 and ground = 'custody' and listed is not null
           and begins <= $2 and (ends is null or ends > $2)"
    } else {
        "select stream from ground where holder = $1 and ground = 'custody' and listed is not null and begins <= $2"
    }
}

/// Cases of a prison that are not closed, and those of them whose next check is due. A case that was moved on is counted where it
/// is now.
fn counted(tx: &mut Tx<'_>, (prison, ground): (OrgId, Ground), now: Moment) -> Result<(u32, u32), store::Error> {
    let held = held(ground);
    let vals = [Val::Blob(&prison.bytes()), Val::I64(now.millis())];
    let open = format!("select stream from case_index where prison = $1 and step <> 'closed' and stream in ({held})");
    let cases = tx.one(&format!("select count(*) from ({open}) c"), &vals, |row| row.get::<u32>(0))?;
    let due = format!("select count(*) from ({open}) c join due d on d.stream = c.stream where d.at <= $2");
    let due = tx.one(&due, &vals, |row| row.get::<u32>(0))?;
    Ok((cases.unwrap_or(0), due.unwrap_or(0)))
}

/// The open findings of files.
const OF_FILES: &str = concat!(
    "select rank, since, stream, rule, anchor, prison from finding where closed_at is null and stream in ",
    these!()
);

/// What is told of them.
const TOLD: &str = concat!(
    "select stream, rule, anchor, outcome, raised_at from finding where closed_at is null and stream in ",
    these!()
);

/// How rules stand in files, for taking them out of a sum.
const SHUT: &str = concat!(
    "select distinct prison, rule, outcome, stream, anchor from finding where closed_at is null and stream in ",
    these!()
);

/// Where these files are.
const SHUT_CASES: &str =
    concat!("select prison, stream from case_index where step <> 'closed' and stream in ", these!());

/// Those of these files whose next check is due.
const DUE: &str = concat!("select stream from due where stream in ", these!(), " and at <= $26");

fn place(row: &Row<'_>) -> Result<BoardPlace, store::Error> {
    Ok(BoardPlace {
        rank: row.get(0)?,
        since: row.get(1)?,
        case: StreamId::from_bytes(row.get(2)?),
        rule: row.get::<String>(3)?.parse().map_err(|_| store::Error::unreadable("a rule"))?,
        anchor: row.get(4)?,
    })
}
