//! What is looked for, from the address and back into one.

use std::str::FromStr;

use app::consult::{SERVICES_PAGES, ServicesAsked};
use domain::measure::YesNo;
use domain::{CaseId, Line};

use crate::trouble::Trouble;
use crate::visit::Visit;

/// Oldest age that can be asked for.
pub(crate) const OLDEST: u32 = 120;

/// A value of the address; what an unfilled field of the form leaves there asks for nothing.
fn given<T: FromStr>(visit: &Visit<'_>, name: &str) -> Result<Option<T>, Trouble> {
    if visit.query.get(name).is_none_or(str::is_empty) { Ok(None) } else { visit.wanted(name) }
}

/// What the address asks for. One that cannot be read is not passed over.
pub(crate) fn asked(visit: &Visit<'_>) -> Result<ServicesAsked, Trouble> {
    let strange = |name: &str| Trouble::Strange(name.to_owned());
    let line = |name: &str| -> Result<Option<Line>, Trouble> {
        let text = visit.query.get(name).filter(|text| !text.is_empty());
        text.map(Line::new).transpose().map_err(|_| strange(name))
    };
    let age: Option<u32> = given(visit, "age")?;
    if age.is_some_and(|age| age > OLDEST) {
        return Err(strange("age"));
    }
    let page: Option<u32> = given(visit, "page")?;
    if page.is_some_and(|page| page == 0 || page > SERVICES_PAGES) {
        return Err(strange("page"));
    }
    Ok(ServicesAsked {
        need: given(visit, "need")?,
        place: line("place")?,
        language: line("language")?,
        sex: given(visit, "sex")?,
        age,
        aim: given(visit, "aim")?,
        free: given::<YesNo>(visit, "free")? == Some(YesNo::Yes),
        page: page.unwrap_or(1),
    })
}

/// The goal of a plan for which a service is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Goal {
    /// The case.
    pub(crate) case: CaseId,
    /// The goal, by number.
    pub(crate) goal: u32,
}

impl Goal {
    /// The goal that the address names, if it does.
    pub(super) fn asked(visit: &Visit<'_>) -> Result<Option<Self>, Trouble> {
        let (case, goal) = (given(visit, "for")?, given(visit, "goal")?);
        Ok(case.map(|case| Self { case, goal: goal.unwrap_or(1) }))
    }
}

/// An address that asks for this.
pub(crate) fn address(path: &str, asked: &ServicesAsked, goal: Option<Goal>) -> String {
    let mut told: Vec<(&str, String)> = Vec::new();
    told.extend(asked.need.map(|need| ("need", need.code().to_owned())));
    told.extend(asked.place.as_ref().map(|place| ("place", place.to_string())));
    told.extend(asked.language.as_ref().map(|language| ("language", language.to_string())));
    told.extend(asked.sex.map(|sex| ("sex", sex.code().to_owned())));
    told.extend(asked.age.map(|age| ("age", age.to_string())));
    told.extend(asked.aim.map(|aim| ("aim", aim.code().to_owned())));
    told.extend(asked.free.then(|| ("free", "yes".to_owned())));
    told.extend(goal.iter().flat_map(|goal| [("for", goal.case.to_string()), ("goal", goal.goal.to_string())]));
    told.extend((asked.page > 1).then(|| ("page", asked.page.to_string())));
    let told: Vec<String> = told.into_iter().map(|(name, value)| format!("{name}={}", encoded(&value))).collect();
    if told.is_empty() { path.to_owned() } else { format!("{path}?{}", told.join("&")) }
}

/// A value as it stands in an address: every byte that is not plain in its digits.
fn encoded(value: &str) -> String {
    let sign = |byte: u8| {
        if byte.is_ascii_alphanumeric() || b"-_.".contains(&byte) {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    };
    value.bytes().map(sign).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_holds_what_was_asked_in_any_script() {
        let asked = ServicesAsked {
            language: Line::new("العربية").ok(),
            place: Line::new("Sample & Bay?").ok(),
            free: true,
            page: 2,
            ..ServicesAsked::default()
        };
        let address = address("/services", &asked, None);
        assert_eq!(
            address,
            "/services?place=Sample%20%26%20Bay%3F&language=%D8%A7%D9%84%D8%B9%D8%B1%D8%A8%D9%8A%D8%A9&free=yes&page=2"
        );
        assert!(crate::routes::is_local(&address));
        assert_eq!(super::address("/services", &ServicesAsked::default(), None), "/services");
    }
}
