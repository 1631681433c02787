//! From the policies of `access`: its table, and `who-may-what.txt`.
//!
//! Every combination of capacity, ground, part, action and strength is put to the Cedar authorizer. Nothing is
//! inferred, and policies that the schema does not strictly bear out generate nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::str::FromStr;

use access::{Article, Says};
use anyhow::{Context as _, bail, ensure};
use cedar_policy::{
    ActionConstraint, Authorizer, Context, Decision, Effect, Entities, EntityId, EntityTypeName, EntityUid, Policy,
    PolicyId, PolicySet, PrincipalConstraint, Request, ResourceConstraint, RestrictedExpression, Schema,
    ValidationMode, Validator,
};
use domain::{Action, Capacity, Ground, Part, Strength};
use sha2::{Digest, Sha256};

use super::Generated;

/// Everything that is allowed.
type Allowed = BTreeSet<(Capacity, Ground, Action, Strength, Part)>;

/// The table and the document.
pub fn who_may_what() -> anyhow::Result<Vec<Generated>> {
    let policies = Policies::load(&crate::root()?.join("crates/access/policies"))?;
    let allowed = policies.evaluate()?;
    let articles = policies.articles()?;
    let table = formatted(&table_source(&allowed, &articles, &policies.sha256)?)?;
    let decider =
        |capacity, ground, part, action, strength| allowed.contains(&(capacity, ground, action, strength, part));
    let named: Vec<Article<'_>> =
        articles.iter().map(|(id, says, sentence)| Article { id, says: *says, sentence }).collect();
    let document = access::who_may_what(&decider, &named, &policies.sha256);
    Ok(vec![
        Generated { path: "crates/access/src/table.rs", text: table },
        Generated { path: "docs/generated/who-may-what.txt", text: document },
    ])
}

/// The source as the formatter of the workspace lays it out.
fn formatted(source: &str) -> anyhow::Result<String> {
    let mut rustfmt = Command::new("rustfmt")
        .args(["--edition", "2024"])
        .current_dir(crate::root()?)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    // Dropped once written: the formatter answers when its input ends.
    rustfmt.stdin.take().context("the formatter takes no input")?.write_all(source.as_bytes())?;
    let output = rustfmt.wait_with_output()?;
    ensure!(output.status.success(), "the generated table is not Rust");
    Ok(String::from_utf8(output.stdout)?)
}

struct Policies {
    schema: Schema,
    set: PolicySet,
    sha256: String,
    /// The texts, in the order of the file names.
    texts: Vec<String>,
}

impl Policies {
    /// Reads the schema and every policy file, in the order of their names, and validates them strictly.
    fn load(folder: &Path) -> anyhow::Result<Self> {
        let mut files: Vec<PathBuf> =
            fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
        files.sort();

        let mut hash = Sha256::new();
        let mut texts = Vec::new();
        let mut schema = None;
        let mut policies = Vec::new();
        for file in &files {
            let text = fs::read_to_string(file)?;
            hash.update(&text);
            if file.extension().is_some_and(|extension| extension == "cedarschema") {
                schema = Some(Schema::from_str(&text).with_context(|| file.display().to_string())?);
                continue;
            }
            let set = PolicySet::from_str(&text).with_context(|| file.display().to_string())?;
            texts.push(text);
            for policy in set.policies() {
                let id = policy.annotation("id").with_context(|| format!("{} has no @id", policy.id()))?;
                policies.push(policy.new_id(PolicyId::new(id)));
            }
        }
        let schema = schema.context("there is no schema among the policies")?;
        let set = PolicySet::from_policies(policies)?;
        let judged = Validator::new(schema.clone()).validate(&set, ValidationMode::Strict);
        if !judged.validation_passed_without_warnings() {
            let errors = judged.validation_errors().map(ToString::to_string);
            let warnings = judged.validation_warnings().map(ToString::to_string);
            bail!("{}", errors.chain(warnings).collect::<Vec<_>>().join("\n"));
        }
        Ok(Self { schema, set, sha256: hex::encode(hash.finalize()), texts })
    }

    /// Every policy by its name, with the sentence that stands above it.
    fn articles(&self) -> anyhow::Result<Vec<(String, Says, String)>> {
        let mut articles = Vec::new();
        for text in &self.texts {
            let mut above = Vec::new();
            for line in text.lines() {
                if let Some(comment) = line.strip_prefix("// ") {
                    above.push(comment.trim());
                    continue;
                }
                if let Some(id) = line.strip_prefix("@id(\"").and_then(|rest| rest.strip_suffix("\")")) {
                    let policy = self.set.policy(&PolicyId::new(id)).with_context(|| format!("no policy {id}"))?;
                    let says = match policy.effect() {
                        Effect::Permit => Says::Grants,
                        Effect::Forbid => Says::Refuses,
                    };
                    ensure!(!above.is_empty(), "{id} has no sentence above it");
                    articles.push((id.to_owned(), says, above.join(" ")));
                }
                above.clear();
            }
        }
        ensure!(articles.len() == self.set.policies().count(), "a policy has no line of its own for its @id");
        Ok(articles)
    }

    /// Puts every combination to the authorizer.
    fn evaluate(&self) -> anyhow::Result<Allowed> {
        let situations = situations()?;
        let mut allowed = Allowed::new();
        for &capacity in Capacity::ALL {
            let principal = uid("Capacity", capacity.code())?;
            for &action in Action::ALL {
                let act = uid("Action", action.code())?;
                for &part in Part::ALL {
                    let resource = uid("Part", part.code())?;
                    let slice = Slice::of(&self.set, &principal, &act, &resource)?;
                    for (ground, strength, situation) in &situations {
                        let request = Request::new(
                            principal.clone(),
                            act.clone(),
                            resource.clone(),
                            situation.clone(),
                            Some(&self.schema),
                        )?;
                        if slice.allows(&request)? {
                            allowed.insert((capacity, *ground, action, *strength, part));
                        }
                    }
                }
            }
        }
        Ok(allowed)
    }
}

/// The policies that can say anything about one capacity, action and part. Cedar gives the same answer without the
/// others.
struct Slice {
    permits: PolicySet,
    all: PolicySet,
}

impl Slice {
    fn of(
        policies: &PolicySet,
        principal: &EntityUid,
        action: &EntityUid,
        resource: &EntityUid,
    ) -> anyhow::Result<Self> {
        let matching: Vec<Policy> =
            policies.policies().filter(|policy| in_scope(policy, principal, action, resource)).cloned().collect();
        let permits = matching.iter().filter(|policy| policy.effect() == Effect::Permit).cloned();
        Ok(Self { permits: PolicySet::from_policies(permits)?, all: PolicySet::from_policies(matching)? })
    }

    /// Asks the permits first: what they leave denied, no `forbid` can allow.
    fn allows(&self, request: &Request) -> anyhow::Result<bool> {
        for policies in [&self.permits, &self.all] {
            let answer = Authorizer::new().is_authorized(request, policies, &Entities::empty());
            if let Some(error) = answer.diagnostics().errors().next() {
                bail!("{error}");
            }
            if answer.decision() == Decision::Deny {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// Can this policy say anything about such a request? A scope that is not understood here counts as matching.
fn in_scope(policy: &Policy, principal: &EntityUid, action: &EntityUid, resource: &EntityUid) -> bool {
    let capacity = match policy.principal_constraint() {
        PrincipalConstraint::Eq(only) => only == *principal,
        _ => true,
    };
    let act = match policy.action_constraint() {
        ActionConstraint::Eq(only) => only == *action,
        ActionConstraint::In(listed) => listed.contains(action),
        ActionConstraint::Any => true,
    };
    let part = match policy.resource_constraint() {
        ResourceConstraint::Eq(only) => only == *resource,
        _ => true,
    };
    capacity && act && part
}

fn situations() -> anyhow::Result<Vec<(Ground, Strength, Context)>> {
    let mut situations = Vec::new();
    for &ground in Ground::ALL {
        for &strength in Strength::ALL {
            let context = Context::from_pairs([
                ("ground".to_owned(), RestrictedExpression::new_entity_uid(uid("Ground", ground.code())?)),
                ("strength".to_owned(), RestrictedExpression::new_entity_uid(uid("Strength", strength.code())?)),
            ])?;
            situations.push((ground, strength, context));
        }
    }
    Ok(situations)
}

fn uid(list: &str, code: &str) -> anyhow::Result<EntityUid> {
    Ok(EntityUid::from_type_name_and_id(EntityTypeName::from_str(list)?, EntityId::new(code)))
}

/// The table as Rust: one row for each capacity, ground and action.
fn table_source(allowed: &Allowed, articles: &[(String, Says, String)], sha256: &str) -> anyhow::Result<String> {
    let mut by_question: BTreeMap<_, BTreeMap<Strength, BTreeSet<Part>>> = BTreeMap::new();
    for &(capacity, ground, action, strength, part) in allowed {
        by_question.entry((capacity, ground, action)).or_default().entry(strength).or_default().insert(part);
    }

    let mut text = String::from(
        "//! Who may do what, as the policies say: generated by `cargo xtask generate`. Change the policies, not this \
         file.\n\n\
         use domain::{Action, Capacity, Ground, Part, Strength};\n\n\
         use crate::right::{ANY, Row, row};\n\
         use crate::{Article, Says};\n\n",
    );
    writeln!(text, "/// SHA-256 of the schema and the policies, in the order of their file names.")?;
    writeln!(text, "pub const POLICIES_SHA256: &str = \"{sha256}\";\n")?;
    writeln!(text, "/// Every policy by its name, with the sentence that stands above it.")?;
    writeln!(text, "pub const ARTICLES: &[Article<'static>] = &[")?;
    for (id, says, sentence) in articles {
        writeln!(text, "Article {{ id: {id:?}, says: Says::{says:?}, sentence: {sentence:?} }},")?;
    }
    writeln!(text, "];\n")?;
    writeln!(text, "/// Everything that is allowed; whatever no row says is denied.")?;
    writeln!(text, "pub(crate) const ROWS: &[Row] = &[")?;
    for ((capacity, ground, action), at) in &by_question {
        // Strengths that open the same parts share a row.
        let mut rows: BTreeMap<&BTreeSet<Part>, Vec<Strength>> = BTreeMap::new();
        for (strength, parts) in at {
            rows.entry(parts).or_default().push(*strength);
        }
        for (parts, strengths) in rows {
            let strengths = if strengths == Strength::ALL {
                "ANY".to_owned()
            } else {
                let named: Vec<String> = strengths.iter().map(|one| format!("Strength::{one:?}")).collect();
                format!("&[{}]", named.join(", "))
            };
            let parts: Vec<String> = parts.iter().map(|one| format!("Part::{one:?}")).collect();
            writeln!(
                text,
                "row(Capacity::{capacity:?}, Ground::{ground:?}, {strengths}, Action::{action:?}, &[{}]),",
                parts.join(", "),
            )?;
        }
    }
    writeln!(text, "];")?;
    Ok(text)
}
