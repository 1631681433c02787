//! Whether a statement stays within the SQL that SQLite and PostgreSQL read alike.
//!
//! For tests over the statements of other crates. A check of words and placeholders, no parser: it finds slips, it does not
//! prove that both engines answer the same.

/// Words that one of the engines does not know, or knows differently, and what to do instead.
const FORBIDDEN: &[(&str, &[&str])] = &[
    ("whole numbers stand for yes and no", &["true", "false", "bool", "boolean"]),
    ("write {blob} or {i64}", &["blob", "bytea", "int", "integer", "bigint", "smallint", "serial", "bigserial"]),
    (
        "there are whole numbers, text and bytes only",
        &["real", "double", "float", "numeric", "decimal", "json", "jsonb"],
    ),
    (
        "time is a parameter",
        &[
            "now",
            "current_timestamp",
            "current_date",
            "current_time",
            "datetime",
            "julianday",
            "strftime",
            "unixepoch",
            "timestamp",
            "timestamptz",
        ],
    ),
    ("randomness is a parameter", &["random", "randomblob", "gen_random_uuid"]),
    ("ids are assigned by us", &["autoincrement", "rowid", "last_insert_rowid", "nextval"]),
    ("compare exactly, or search elsewhere", &["like", "ilike", "glob", "regexp", "match", "similar", "collate"]),
    ("use coalesce or case", &["ifnull", "isnull", "notnull", "nvl", "iif"]),
    ("put lists together in the program", &["group_concat", "string_agg", "array_agg", "array", "unnest"]),
    ("write {strict}", &["strict"]),
    (
        "one engine's own",
        &["pragma", "vacuum", "attach", "detach", "indexed", "typeof", "printf", "instr", "ctid", "lateral"],
    ),
    ("use insert … on conflict", &["merge"]),
    ("compute it in the program", &["hex", "unhex", "quote", "unicode", "changes", "total", "likelihood", "zeroblob"]),
    (
        "a name that one engine keeps for itself",
        &[
            "user",
            "current_user",
            "session_user",
            "authorization",
            "analyse",
            "analyze",
            "placing",
            "symmetric",
            "asymmetric",
            "variadic",
            "freeze",
            "verbose",
            "binary",
            "overlaps",
            "tablesample",
        ],
    ),
    ("transactions are begun and ended by the store", &["begin", "commit", "rollback", "savepoint", "release"]),
];

/// Says what in the statement is not portable. Placeholders are `$1…$n`, each appearing first after all smaller ones: SQLite
/// numbers them by first appearance, PostgreSQL by their digits.
///
/// What it cannot see: where nothing stands in a column, SQLite puts it first and PostgreSQL last. Whoever sorts by a column
/// that may be empty says `nulls first` or `nulls last`.
pub fn portable(sql: &str) -> Result<(), String> {
    let mut placeholders = 0_u32;
    let mut previous = String::new();
    let mut before_previous = String::new();
    // The word before each bracket that is open.
    let mut open: Vec<String> = Vec::new();
    let mut rest = sql.chars().peekable();
    while let Some(sign) = rest.next() {
        let next = rest.peek().copied();
        match sign {
            '\'' => skip_to(&mut rest, '\''),
            '"' => skip_to(&mut rest, '"'),
            '-' if next == Some('-') => skip_to(&mut rest, '\n'),
            '-' if next == Some('>') => return Err("no operators on JSON".into()),
            ':' if next == Some(':') => return Err("no casts by ::".into()),
            '=' if next == Some('=') => return Err("equality is one =".into()),
            '(' => open.push(std::mem::take(&mut previous)),
            ')' => {
                open.pop();
                previous.clear();
            }
            ',' if open.last().is_some_and(|word| ["min", "max"].contains(&word.as_str())) => {
                return Err("min and max are of one column; use case".into());
            }
            ',' if ["limit", "offset"].contains(&before_previous.as_str()) && open.is_empty() => {
                return Err("write limit … offset …".into());
            }
            '?' | '`' | '[' | '@' | ':' => return Err(format!("{sign} means something in one engine only")),
            ';' => return Err("one statement at a time, without ;".into()),
            '{' => {
                let name: String = std::iter::from_fn(|| rest.next_if(|sign| *sign != '}')).collect();
                if !["blob", "i64", "strict"].contains(&name.as_str()) {
                    return Err(format!("{{{name}}} is not a macro; {{blob}}, {{i64}} and {{strict}} are"));
                }
            }
            '$' => {
                let digits: String = std::iter::from_fn(|| rest.next_if(char::is_ascii_digit)).collect();
                let number: u32 = digits.parse().map_err(|_| "$ without a number".to_owned())?;
                if number == 0 || number > placeholders + 1 {
                    return Err(format!("${number} appears where ${} must come first", placeholders + 1));
                }
                placeholders = placeholders.max(number);
                if previous == "is" || (before_previous == "is" && previous == "not") {
                    return Err("is … compares with null alone; use = or is distinct from".into());
                }
                before_previous = std::mem::replace(&mut previous, "$".into());
            }
            sign if sign.is_alphabetic() || sign == '_' => {
                let mut word = String::from(sign);
                word.extend(std::iter::from_fn(|| rest.next_if(|sign| sign.is_alphanumeric() || *sign == '_')));
                word.make_ascii_lowercase();
                if word == "x" && rest.peek() == Some(&'\'') {
                    return Err("x'…' is bytes in one engine only; bind them".into());
                }
                let compared = match (before_previous.as_str(), previous.as_str()) {
                    (_, "is") => !["null", "not", "distinct"].contains(&word.as_str()),
                    ("is", "not") => !["null", "distinct"].contains(&word.as_str()),
                    _ => false,
                };
                if compared {
                    return Err("is … compares with null alone; use = or is distinct from".into());
                }
                if previous == "replace" && word == "into" {
                    return Err("replace into: use insert … on conflict".into());
                }
                if previous == "or" && ["replace", "ignore", "abort", "fail"].contains(&word.as_str()) {
                    return Err(format!("or {word}: use insert … on conflict"));
                }
                if let Some((instead, _)) = FORBIDDEN.iter().find(|(_, words)| words.contains(&word.as_str())) {
                    return Err(format!("{word}: {instead}"));
                }
                before_previous = std::mem::replace(&mut previous, word);
            }
            _ => {}
        }
    }
    Ok(())
}

fn skip_to(rest: &mut impl Iterator<Item = char>, end: char) {
    // A doubled quote ends one literal and begins the next, which skips the same signs.
    for sign in rest {
        if sign == end {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::portable;

    #[test]
    fn what_both_engines_read_alike_passes() {
        for sql in [
            "create table act (id {blob} primary key, at {i64} not null, kind text not null) {strict}",
            "insert into head (stream, head) values ($1, $2) on conflict (stream) do update set head = excluded.head",
            "select a.id from act a join head h on h.stream = a.stream where a.kind = $1 and (a.at >= $2 or a.at is null) and $1 <> '' limit $3",
            "select 'now ? $7 isn''t a word here', \"rowid\" from act -- nor is true here",
            "with recent as (select id from act order by at desc limit 5) select count(*) from recent",
            "select replace(kind, '.', ' ') from act",
            "select max(seq), min(at) from act where id is not null and at is not distinct from $1 order by at nulls last limit $2 offset $3",
            "select stream, max(at) from (select stream, at from act limit 5) a group by stream",
        ] {
            assert_eq!(portable(sql), Ok(()), "{sql}");
        }
    }

    #[test]
    fn what_only_one_engine_reads_is_found() {
        for (sql, why) in [
            ("select 1 where $2 = $1", "$2 appears where $1 must come first"),
            ("select $1, $3", "$3 appears where $2 must come first"),
            ("select $0", "$0 appears where $1 must come first"),
            ("select ?", "? means something"),
            ("select body->>'a' from act", "JSON"),
            ("insert or replace into head values ($1)", "on conflict"),
            ("create table act (id integer primary key)", "{blob} or {i64}"),
            ("create table act (id {i46})", "{i46} is not a macro"),
            ("select NOW()", "time is a parameter"),
            ("select x'00'", "bind them"),
            ("delete from act where live = True", "yes and no"),
            ("select id from act; select 2", "one statement"),
            ("select max(seq, 1) from act", "of one column"),
            ("select min(coalesce(a, b), 1) from act", "of one column"),
            ("select id from act where at is $1", "is distinct from"),
            ("select id from act where at is not seq", "is distinct from"),
            ("select id from act limit $1, $2", "limit"),
            ("replace into head values ($1)", "on conflict"),
            ("create table user (id {i64})", "keeps for itself"),
        ] {
            let found = portable(sql).expect_err(sql);
            assert!(found.contains(why), "{sql}: {found}");
        }
    }
}
