//! A form with every kind of question, for the tests and the gallery. No page shows it.

use super::{Cite, Field, FormSpec, Section, Whose};

impl FormSpec {
    /// Every kind of question, once.
    pub const SAMPLE: FormSpec = FormSpec {
        id: "sample.asked",
        sections: &[
            Section {
                legend: "f-sample-asked-who",
                cite: Some(Cite { key: "sample-who", whose: Whose::Text }),
                fields: &[
                    Field::text("person.family_name", 80).required(),
                    Field::text("person.number", 20).hint(),
                    Field::choice("kind", "sample-kind", &["own_safety", "order", "other"]).required(),
                    Field::long_text("facts", 500).required().hint().when("kind", "own_safety|order"),
                    Field::text("other", 120).required().when("kind", "other"),
                ],
            },
            Section {
                legend: "f-sample-asked-when",
                cite: Some(Cite { key: "sample-when", whose: Whose::Policy }),
                fields: &[
                    Field::moment("from").required(),
                    Field::date("review"),
                    Field::number("hours", 0, 24).required(),
                    Field::choice("place", "sample-place", &["a", "b", "c", "d", "e", "f"]),
                    Field::pick("decider").required(),
                ],
            },
            Section {
                legend: "f-sample-asked-what",
                cite: None,
                fields: &[
                    Field::many("kept", "sample-kept", &["visits", "calls", "letters"]),
                    Field::yes_no("heard").required(),
                    Field::lines("tried", 6, 80),
                    Field::repeat(
                        "goals",
                        1,
                        1,
                        4,
                        &[
                            Field::text("title", 60).required(),
                            Field::date("by"),
                            Field::tick("shared"),
                            Field::text("with", 60).required().when("shared", "true"),
                        ],
                    ),
                    Field::tick("sure").required(),
                    Field::hidden("version", 12),
                ],
            },
        ],
        submit: "f-sample-asked-submit",
    };
}
