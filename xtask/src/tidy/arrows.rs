//! Which crate may know which, proved from what cargo resolves.
//!
//! It looks at normal dependencies, direct and through others: what a test may use is not an arrow.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, ensure};
use cargo_metadata::{DependencyKind, Metadata, MetadataCommand};

use super::Offence;
use crate::tree::Tree;

/// Runtimes, databases, networks and randomness: what a pure crate may not reach through anything.
const IMPURE: &[&str] = &[
    "async-std",
    "axum",
    "fastrand",
    "getrandom",
    "hyper",
    "libsqlite3-sys",
    "mio",
    "postgres",
    "rand",
    "reqwest",
    "rusqlite",
    "smol",
    "socket2",
    "tokio",
    "tokio-postgres",
    "tower",
];

/// `who` reaches none of `whom`, directly or through others.
struct Never {
    who: &'static str,
    whom: &'static [&'static str],
}

const NEVER: &[Never] = &[
    Never { who: "domain", whom: IMPURE },
    Never { who: "domain", whom: &["safeguards", "ledger", "access", "store", "app", "web"] },
    Never { who: "safeguards", whom: IMPURE },
    Never { who: "safeguards", whom: &["ledger", "access", "store", "app", "web"] },
    Never { who: "ledger", whom: IMPURE },
    Never { who: "ledger", whom: &["domain", "safeguards", "access", "store", "app", "web"] },
    Never { who: "interop", whom: IMPURE },
    Never { who: "interop", whom: &["safeguards", "ledger", "access", "store", "app", "web"] },
    Never { who: "access", whom: IMPURE },
    Never { who: "access", whom: &["ledger", "safeguards", "store", "app", "web", "cedar-policy"] },
    Never { who: "store", whom: &["domain", "safeguards", "ledger", "access", "app", "web", "axum"] },
    Never { who: "app", whom: &["web", "axum"] },
    Never { who: "passerelle", whom: &["cedar-policy"] },
    Never { who: "passerelle-verify", whom: IMPURE },
    Never { who: "passerelle-verify", whom: &["domain", "safeguards", "access", "store", "app", "web"] },
];

/// Only `by` may name `whom` in its own manifest.
struct Only {
    whom: &'static str,
    by: &'static [&'static str],
}

const ONLY: &[Only] = &[
    Only { whom: "anyhow", by: &["passerelle", "xtask"] },
    Only { whom: "store", by: &["app"] },
    Only { whom: "web", by: &["passerelle", "xtask"] },
    Only { whom: "axum", by: &["web", "passerelle", "xtask"] },
    Only { whom: "rusqlite", by: &["store", "xtask"] },
    Only { whom: "postgres", by: &["store"] },
    // The client of a database server brings one along and shows nothing of it.
    Only { whom: "tokio", by: &["web", "passerelle", "xtask"] },
    Only { whom: "cedar-policy", by: &["xtask"] },
    Only { whom: "getrandom", by: &["app", "passerelle"] },
];

/// Only the binaries and the tasks stand above everything; nobody depends on them.
const TOPS: &[&str] = &["passerelle", "passerelle-verify", "xtask"];

pub(super) fn check(tree: &Tree) -> anyhow::Result<Vec<Offence>> {
    let graph = Graph::of(&metadata(&tree.root)?)?;
    Ok(judge(&graph))
}

/// What cargo resolves for this machine, from the lock file as it is.
pub(super) fn metadata(root: &Path) -> anyhow::Result<Metadata> {
    let rustc = Command::new("rustc").arg("-vV").output().context("rustc could not be started")?;
    ensure!(rustc.status.success(), "rustc does not say what machine this is");
    let described = String::from_utf8(rustc.stdout)?;
    let host = described.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc names no host")?;
    let options = ["--locked", "--filter-platform", host].map(str::to_owned).to_vec();
    Ok(MetadataCommand::new().current_dir(root).other_options(options).exec()?)
}

/// Normal dependencies. Two versions of one crate are two nodes with one name.
struct Graph {
    /// The crates of the workspace, by name.
    members: BTreeMap<String, String>,
    names: BTreeMap<String, String>,
    direct: BTreeMap<String, BTreeSet<String>>,
}

impl Graph {
    fn of(metadata: &Metadata) -> anyhow::Result<Self> {
        let resolve = metadata.resolve.as_ref().context("cargo resolved nothing")?;
        let mut direct: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for node in &resolve.nodes {
            let normal =
                node.deps.iter().filter(|dep| dep.dep_kinds.iter().any(|kind| kind.kind == DependencyKind::Normal));
            direct.entry(node.id.to_string()).or_default().extend(normal.map(|dep| dep.pkg.to_string()));
        }
        let names = metadata.packages.iter().map(|package| (package.id.to_string(), package.name.to_string()));
        let members = metadata.workspace_packages();
        let members = members.iter().map(|package| (package.name.to_string(), package.id.to_string()));
        Ok(Self { members: members.collect(), names: names.collect(), direct })
    }

    fn name<'a>(&'a self, id: &'a str) -> &'a str {
        self.names.get(id).map_or(id, String::as_str)
    }

    /// The names of what one crate uses itself.
    fn uses(&self, id: &str) -> BTreeSet<&str> {
        self.direct.get(id).into_iter().flatten().map(|id| self.name(id)).collect()
    }

    /// The name of everything one crate reaches, each with the one through which it was reached first.
    fn reached(&self, id: &str) -> BTreeMap<&str, &str> {
        let mut seen = BTreeSet::new();
        let mut through = BTreeMap::new();
        let mut waiting: Vec<&str> = self.direct.get_key_value(id).map(|(id, _)| id.as_str()).into_iter().collect();
        while let Some(from) = waiting.pop() {
            for to in self.direct.get(from).into_iter().flatten() {
                if seen.insert(to.as_str()) {
                    through.entry(self.name(to)).or_insert_with(|| self.name(from));
                    waiting.push(to);
                }
            }
        }
        through
    }
}

fn judge(graph: &Graph) -> Vec<Offence> {
    let mut offences = Vec::new();
    for Never { who, whom } in NEVER {
        let Some(id) = graph.members.get(*who) else {
            offences.push(Offence::fails(*who, "is named by a rule but is no crate of the workspace"));
            continue;
        };
        let reached = graph.reached(id);
        for other in *whom {
            if let Some(through) = reached.get(other) {
                offences.push(Offence::fails(*who, format!("reaches {other} through {through}")));
            }
        }
    }
    for (who, id) in &graph.members {
        let uses = graph.uses(id);
        for Only { whom, by } in ONLY {
            if uses.contains(whom) && !by.contains(&who.as_str()) {
                offences.push(Offence::fails(who.as_str(), format!("uses {whom}; only {} may", by.join(" and "))));
            }
        }
        for top in TOPS {
            if uses.contains(top) {
                offences.push(Offence::fails(who.as_str(), format!("uses {top}, which stands above everything")));
            }
        }
    }
    offences
}

#[cfg(test)]
mod tests {
    use super::*;

    fn graph(arrows: &[(&str, &[&str])]) -> Graph {
        let members = NEVER.iter().map(|never| (never.who.to_owned(), never.who.to_owned())).collect();
        let mut direct: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (from, to) in arrows {
            direct.entry((*from).to_owned()).or_default().extend(to.iter().map(|to| (*to).to_owned()));
        }
        Graph { members, names: BTreeMap::new(), direct }
    }

    fn said(arrows: &[(&str, &[&str])]) -> Vec<String> {
        judge(&graph(arrows)).iter().map(|offence| format!("{}: {}", offence.place, offence.says)).collect()
    }

    #[test]
    fn a_runtime_is_found_behind_another_crate() {
        let arrows: [(&str, &[&str]); 2] = [("ledger", &["innocent"]), ("innocent", &["tokio"])];
        assert_eq!(said(&arrows), ["ledger: reaches tokio through innocent"]);
    }

    #[test]
    fn pages_may_reach_the_store_only_through_the_application() {
        assert!(said(&[("web", &["app"]), ("app", &["store"])]).is_empty());
        let mut graph = graph(&[("web", &["store"])]);
        graph.members.insert("web".to_owned(), "web".to_owned());
        let said: Vec<String> = judge(&graph).iter().map(ToString::to_string).collect();
        assert_eq!(said, ["fails  web: uses store; only app may"]);
    }

    #[test]
    fn a_rule_about_a_crate_that_is_gone_is_an_offence() {
        let mut graph = graph(&[]);
        graph.members.remove("safeguards");
        assert!(judge(&graph).iter().any(|offence| offence.place == "safeguards"));
    }
}
