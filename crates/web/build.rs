//! Gathers every `locales/<language>/<name>.ftl` of the repository into one table, so that adding a file of words needs no code.
//! It does not read the words: `src/words.rs` does, and its tests judge them.

use std::{env, error::Error, fmt::Write as _, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let crate_folder = env::var("CARGO_MANIFEST_DIR")?;
    let locales = Path::new(&crate_folder).join("../../locales").canonicalize()?;
    println!("cargo::rerun-if-changed={}", locales.display());

    let mut table = String::from("pub(super) static FILES: &[(&str, &str, &str)] = &[\n");
    for language in sorted(&locales)? {
        println!("cargo::rerun-if-changed={}", locales.join(&language).display());
        for file in sorted(&locales.join(&language))?
            .iter()
            .filter(|name| Path::new(name).extension().is_some_and(|e| e == "ftl"))
        {
            let path = locales.join(&language).join(file);
            println!("cargo::rerun-if-changed={}", path.display());
            writeln!(table, "    ({language:?}, {file:?}, include_str!({:?})),", path.display().to_string())?;
        }
    }
    table.push_str("];\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("locales.rs"), table)?;
    Ok(())
}

/// The names in a folder, in an order that does not depend on the machine.
fn sorted(folder: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}
