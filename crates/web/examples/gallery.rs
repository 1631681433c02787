//! Writes every part, a form in its three states, the signing-in page and a paper into HTML files, to be looked at:
//! `cargo run -p web --example gallery FOLDER`. It shows nothing that the product serves.

use askama::Template;
use jiff::tz::TimeZone;
use std::{env, error::Error, fs, path::Path};
use web::{
    assets::Assets,
    form::{Form, FormPage, FormSpec, Input},
    layout::Shell,
    part::{self, Identity, Said, Slip, Steps},
    words::{Language, Words},
};

#[derive(Template)]
#[template(path = "gallery/parts.html")]
struct Parts {
    shell: Shell,
    parts: Vec<(&'static str, Html)>,
}

#[derive(Template)]
#[template(path = "gallery/form.html")]
struct FormExample {
    shell: Shell,
    head: Identity,
    form: Form,
}

#[derive(Template)]
#[template(path = "gallery/sign-in.html")]
struct SignIn {
    shell: Shell,
    people: Vec<(&'static str, &'static str)>,
}

#[derive(Template)]
#[template(path = "gallery/letter.html")]
struct Paper {
    shell: Shell,
    said: Said,
    steps: Steps,
    slip: Slip,
}

/// A part that is HTML already.
struct Html(String);

impl std::fmt::Display for Html {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl askama::filters::HtmlSafe for Html {}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args().nth(1).ok_or("a folder to write to")?;
    let folder = Path::new(&folder);
    fs::create_dir_all(folder.join("assets"))?;
    for path in [Assets::style_path(), Assets::script_path(), Assets::icon_path()] {
        let (bytes, _) = Assets::lookup(path).ok_or("an asset")?;
        fs::write(folder.join(path.trim_start_matches('/')), bytes)?;
    }
    for language in Language::ALL {
        let words = Words::new(language, TimeZone::get("Europe/Paris")?);
        let shell = || Shell::sample(words.clone(), words.code("sample-step", "plan"));
        let write = |name: &str, page: String| fs::write(folder.join(format!("{name}.{}.html", language.tag())), page);

        let parts = part::samples(&words).into_iter().map(|(name, html)| (name, Html(html))).collect();
        write("parts", Parts { shell: shell(), parts }.render()?)?;

        let typed = [
            ("person.family_name", "Example"),
            ("kind", "other"),
            ("hours", "25"),
            ("rows:goals", "1"),
            ("goals.0.shared", "true"),
        ];
        let typed = Input::new(typed.map(|(name, value)| (name.to_owned(), value.to_owned())).into());
        let errors = FormSpec::SAMPLE.read(&typed, &words).err().unwrap_or_default();
        let picks = [(
            "decider",
            vec![("p-1".to_owned(), "R. Placeholder".to_owned()), ("p-2".to_owned(), "M. Sample".to_owned())],
        )];
        let page = FormPage { words: &words, action: "#", csrf: "t", based_on: "7", once: "k", picks: &picks };
        for (name, input, errors) in [("form", &Input::default(), &[][..]), ("form-wrong", &typed, &errors[..])] {
            let form = FormSpec::SAMPLE.show(page, input, errors);
            let shell = shell().with_errors(form.has_errors());
            let head = Identity::new(words.say("sample-note")).lead(words.say("sample-note-text"));
            write(name, FormExample { shell, head, form }.render()?)?;
        }

        let guest = Shell { demo: true, ..Shell::new(words.clone(), words.say("shell-sign-in"), "/sign-in") };
        let people = vec![
            ("M. Sample", "Specimen Prison"),
            ("R. Placeholder", "Specimen Prison"),
            ("L. Model", "Example Footpath Association"),
        ];
        write("sign-in", SignIn { shell: guest, people }.render()?)?;

        let (said, steps, slip) = (Said::sample(&words), Steps::sample(&words), Slip::sample(&words));
        write("paper", Paper { shell: shell(), said, steps, slip }.render()?)?;
    }
    Ok(())
}
