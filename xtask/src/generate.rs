//! Generated files: what writes them, and whether they are what would be written now.
//!
//! Nothing here knows what is in a file: each text comes from the crate that owns its matter.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, bail};

pub mod access;

/// One file, whole.
pub struct Generated {
    /// Relative to the root.
    pub path: &'static str,
    pub text: String,
}

/// What is generated. A new document is one more line.
fn all() -> anyhow::Result<Vec<Generated>> {
    let mut all = access::who_may_what()?;
    all.extend([
        Generated { path: "docs/generated/acts.md", text: domain::kind::acts_markdown() },
        Generated { path: "docs/generated/rules.md", text: safeguards::rules_markdown() },
        Generated { path: "docs/generated/routes.txt", text: web::routes::document() },
        Generated { path: "docs/generated/openapi.json", text: web::api::openapi::document()? },
    ]);
    Ok(all)
}

/// Writes every file.
pub fn write(root: &Path) -> anyhow::Result<()> {
    for Generated { path, text } in all()? {
        let file = root.join(path);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        }
        fs::write(&file, text).with_context(|| file.display().to_string())?;
        println!("wrote  {path}");
    }
    Ok(())
}

/// Fails, naming them, if files differ from what would be written.
pub fn compare(root: &Path) -> anyhow::Result<()> {
    let mut stale = Vec::new();
    for Generated { path, text } in all()? {
        let same = fs::read_to_string(root.join(path)).is_ok_and(|there| there == text);
        println!("{} {path}", if same { "same  " } else { "stale " });
        if !same {
            stale.push(path);
        }
    }
    if !stale.is_empty() {
        bail!("`cargo xtask generate` would change {}", stale.join(", "));
    }
    Ok(())
}
