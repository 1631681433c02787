//! The tables, of three kinds: ledger (never dropped), index (rebuilt by `replay`), working state (expires).

use store::Schema;

/// Marks a file as a Passerelle ledger database: "Pass".
pub const APPLICATION_ID: i32 = 0x5061_7373;

const LEDGER: &[&str] = &[
    "create table act (
        seq {i64} not null primary key, id {blob} not null unique, stream {blob} not null, kind text not null,
        actor {blob} not null, recorded_at {i64} not null, leaf {blob} not null,
        envelope text, envelope_salt {blob}, sealed {blob}, year {i64}){strict}",
    "create index act_of_stream on act (stream, year, seq)",
    "create index act_of_actor on act (actor, seq)",
    "create table stream (id {blob} not null primary key, subject text not null, head {i64} not null){strict}",
    "create table stream_key (stream {blob} not null primary key, epoch {i64} not null, wrapped {blob} not null){strict}",
    "create table year_key (year {i64} not null primary key, epoch {i64} not null, wrapped {blob} not null){strict}",
    "create table tile (level {i64} not null, number {i64} not null, hashes {blob} not null, primary key (level, number)){strict}",
];

/// Index tables, in the order in which `replay` compares them: name, columns that make a row unique.
pub const INDEXES: &[(&str, &str)] = &[
    ("ground", "holder, stream, ground, begins, via"),
    ("bar", "stream, bar, holder, via"),
    ("file", "stream"),
    ("consent", "act"),
    ("mandate", "act"),
    ("case_index", "stream"),
    ("keeping", "stream"),
    ("referral_index", "stream"),
    ("organisation", "stream"),
    ("service", "stream"),
    ("service_term", "stream, term, value"),
    ("account", "stream"),
    ("token", "token"),
    ("cover", "cover"),
    ("cover_asked", "cover"),
    ("post_held", "taken"),
    ("post_line", "placed"),
    ("second_signature", "act"),
    ("finding", "stream, rule, anchor"),
    ("emergency", "act"),
    ("notes", "stream"),
    ("return_word", "act"),
];

const INDEX: &[&str] = &[
    "create table ground (
        holder {blob} not null, stream {blob} not null, ground text not null, begins {i64} not null, ends {i64},
        via {blob} not null, listed {i64}, step text){strict}",
    "create index ground_of_stream on ground (stream, holder)",
    // What a list reads stands in these: as many rows as it shows, in its order.
    "create index ground_listed on ground (holder, ground, listed desc, stream, step)",
    "create index ground_running on ground (holder, ground, listed desc, stream, step, begins, ends) where ends is null",
    "create index ground_ending on ground (holder, ends, ground, stream, listed, step, begins) where ends is not null",
    "create table bar (
        stream {blob} not null, bar text not null, holder {blob} not null, begins {i64} not null, ends {i64},
        via {blob} not null, primary key (stream, bar, holder, via)){strict}",
    "create index bar_of_holder on bar (holder, bar, stream)",
    "create index bar_of_act on bar (via, bar, holder)",
    "create table file (stream {blob} not null primary key, of_case {blob} not null, consent {blob} not null){strict}",
    "create index file_of_consent on file (consent)",
    "create table consent (act {blob} not null primary key, ends {i64} not null){strict}",
    "create index file_of_case on file (of_case)",
    "create table mandate (act {blob} not null primary key, body {blob} not null, ends {i64}, given {blob}){strict}",
    "create table case_index (
        stream {blob} not null primary key, prison {blob}, step text not null, status text, carried_by {blob},
        plan_state text not null, plan_author {blob}, review_on text, release_on text, handover text not null,
        handover_to {blob}, handover_by text, released_at {i64}, first_contact_at {i64}, measures {i64} not null,
        measure_end {i64}, admitted_at {i64}, unit text){strict}",
    "create index case_of_prison on case_index (prison, step)",
    "create index case_of_carrier on case_index (carried_by, admitted_at)",
    // What waits for the end of a file's keeping: no word of why.
    "create table keeping (
        stream {blob} not null primary key, announced_on text, announced_at {i64}, announced_by {blob}, basis text,
        held_until text, held_since {i64}, kept_until text){strict}",
    "create table referral_index (
        stream {blob} not null primary key, service {blob} not null, org {blob} not null, sender {blob} not null,
        state text not null, answer_by text, package_until text, assigned {blob}, next_session {i64}, offered_at {i64}){strict}",
    "create index referral_of_org on referral_index (org, state)",
    "create index referral_by_answer on referral_index (state, answer_by)",
    "create table organisation (stream {blob} not null primary key, name text not null, kind text not null, place text not null, contact text not null){strict}",
    // What services are looked for by. `waiting` is in days, `stated_at` and `assured_at` are compared with the clock that reads.
    "create table service (
        stream {blob} not null primary key, org {blob} not null, name text not null, open {i64} not null, draft {i64} not null,
        aim text, from_age {i64}, to_age {i64}, free {i64}, waiting {i64}, stated_at {i64}, assured_at {i64},
        feed text not null, changed_at {i64} not null){strict}",
    "create index service_of_org on service (org, open)",
    "create index service_in_feed on service (name, stream) where feed = 'approved'",
    "create index service_drafted on service (org, name) where draft = 1",
    "create table service_term (
        stream {blob} not null, term text not null, value text not null, primary key (stream, term, value)){strict}",
    "create index service_by_term on service_term (term, value, stream)",
    "create table account (
        stream {blob} not null primary key, org {blob} not null, capacity text not null, sign_in text not null unique,
        proposed_by {blob} not null, state text not null, password_by {blob}, factor_by {blob},
        recovery_by {blob}){strict}",
    "create index account_of_org on account (org)",
    "create table token (
        token {blob} not null primary key, account {blob} not null, scope text not null, until {i64} not null,
        issued_at {i64}, revoked_at {i64}){strict}",
    "create table cover (
        cover {blob} not null primary key, org {blob} not null, post {blob} not null, account {blob} not null,
        holder {blob}, capacity text not null, begins {i64} not null, ends {i64} not null){strict}",
    "create index cover_of_account on cover (account, ends)",
    "create index cover_of_org on cover (org, post)",
    "create table cover_asked (cover {blob} not null primary key, post {blob} not null, account {blob} not null){strict}",
    "create table post_held (
        taken {blob} not null primary key, org {blob} not null, post {blob} not null, account {blob} not null,
        begins {i64} not null, ends {i64}){strict}",
    "create index post_held_of_org on post_held (org, post)",
    "create table post_line (
        placed {blob} not null primary key, org {blob} not null, post {blob} not null, under {blob} not null,
        begins {i64} not null, ends {i64}){strict}",
    "create index post_line_of_org on post_line (org, post)",
    "create table second_signature (
        act {blob} not null primary key, stream {blob} not null, signature text not null, proposed_by {blob} not null,
        capacity text not null, since {i64} not null, until {i64}){strict}",
    "create index second_signature_of_stream on second_signature (stream)",
    // `rank` is the order of the board, `prison` where the person is or was held last.
    "create table finding (
        stream {blob} not null, rule text not null, anchor {blob} not null, outcome text not null, since {i64} not null,
        raised_at {i64} not null, closed_at {i64}, rank {i64} not null, prison {blob},
        primary key (stream, rule, anchor)){strict}",
    "create index finding_walk on finding (prison, rank, since, stream, rule, anchor) where closed_at is null",
    "create index finding_sum on finding (prison, rule, outcome) where closed_at is null",
    "create table emergency (
        act {blob} not null primary key, stream {blob} not null, account {blob} not null, org {blob} not null,
        opened_at {i64} not null, examined_at {i64}, found text, found_outside text){strict}",
    "create index emergency_of_stream on emergency (stream)",
    // What one person said of a return, until another says it too.
    "create table return_word (
        act {blob} not null primary key, stream {blob} not null, prison {blob} not null, said_by {blob} not null,
        org {blob} not null, concerns {i64} not null, said {i64} not null, joined {i64} not null){strict}",
    "create index return_word_of_stream on return_word (stream)",
    "create index return_word_of_prison on return_word (prison, said)",
    "create index emergency_of_account on emergency (account, opened_at)",
    "create index emergency_of_org on emergency (org, opened_at)",
];

const WORKING: &[&str] = &[
    "create table due (stream {blob} not null primary key, at {i64} not null){strict}",
    "create index due_at on due (at)",
    "create table performed (
        account {blob} not null, once text not null, digest {blob} not null, receipt text not null, at {i64} not null,
        primary key (account, once)){strict}",
    "create index performed_at on performed (at)",
    crate::kept_form::TABLE,
];

/// The schema of a ledger database.
pub fn schema() -> Schema<'static> {
    Schema {
        application_id: APPLICATION_ID,
        steps: &[
            LEDGER,
            INDEX,
            WORKING,
            crate::credential::TABLES,
            crate::credential::PASSKEY_TABLES,
            crate::budget::TABLES,
            crate::notes::TABLES,
            crate::vault::TABLES,
        ],
    }
}
