//! Names and texts of the demonstration. Every family name says that nobody is meant.

/// Family names.
pub const FAMILIES: &[&str] =
    &["Example", "Placeholder", "Specimen", "Sample", "Exemple", "Muster", "Ejemplo", "Esempio", "Modelo", "Probe"];

/// Given names.
pub const GIVEN: &[&str] = &[
    "Idris", "Sami", "Dara", "Amina", "Youssef", "Lea", "Tomas", "Nadia", "Elias", "Mira", "Bilal", "Ines", "Jonas",
    "Salim", "Carla", "Anwar", "Petra", "Malik", "Rosa", "Hadi", "Viktor", "Samira", "Luis", "Aya", "Niko", "Farah",
];

/// Words by which somebody is called before an offer is answered.
pub const ALIASES: &[&str] = &["Cedar", "Lime", "Harbour", "Lantern", "Gravel", "Willow", "Orange", "Slate"];

/// Best language first, then the language for papers.
pub const LANGUAGES: &[(&str, &str)] =
    &[("English", "English"), ("العربية", "العربية"), ("français", "français"), ("English", "العربية")];

/// Areas of need, so that any three at steps of two and three differ.
pub const NEEDS: &[&str] = &[
    "work",
    "family",
    "home",
    "dialogue",
    "education",
    "support",
    "money_and_papers",
    "belonging",
    "leaving_violence",
];

/// What the person said about the plan.
pub const WORDS: &[&str] = &[
    "I want to be home for my daughter's first day at school.",
    "Je veux travailler de mes mains et ne plus devoir d'argent à personne.",
    "أريد أن أتعلم القراءة حتى أكتب لأمي بنفسي.",
    "One person I can talk to who does not write everything down.",
    "لا أريد أن أعود إلى نفس الشارع.",
    "I can cook. Somebody should let me.",
    "D'accord, si quelqu'un m'accompagne le premier jour dehors.",
];

/// Why somebody does not agree.
pub const OBJECTIONS: &[&str] = &[
    "Nobody asked my family, and the plan counts on them.",
    "Le cours est à l'heure de la visite de mon fils.",
    "الخطة طويلة ولا أفهم من يساعدني في السكن.",
    "I have done this course before. I want the workshop.",
];

/// Facts of an assessment, with their source.
pub const FACTS: &[(&str, &str)] = &[
    ("Left school at fourteen; reads slowly in the second language.", "Education office, entry interview"),
    ("Worked three years in a bakery; the employer would talk to us again.", "Telephone call with the employer"),
    ("Two children live with their grandmother and visit every second week.", "Visits register"),
    ("No identity card since 2023; birth certificate is with a sister.", "The person, and a copy seen"),
    ("Owes rent for four months; the flat was given up.", "Letter of the landlord"),
    ("Has asked twice for a talk with somebody outside the prison.", "Wing diary"),
];

/// Judgements with their basis.
pub const JUDGEMENTS: &[(&str, &str)] = &[
    ("Does well in small groups and withdraws from large ones.", "Six weeks on the wing, two officers agree."),
    ("A fixed day of work each week steadies everything else.", "Attendance at the kitchen in the last two months."),
    ("Old acquaintances weigh more than old convictions.", "Three talks with the case manager."),
];

/// What somebody does well, and who stands by.
pub const STRENGTHS: &[&str] = &[
    "Patient with younger people; asked to help with the library.",
    "A sister who answers every letter.",
    "Finishes what is begun. Repairs radios for half the wing.",
    "Speaks three languages and interprets when asked.",
];

/// Goal, next step and helper for a need.
pub fn goal(need: &str) -> (&'static str, &'static str, &'static str) {
    match need {
        "work" => ("Have a trade and a first employer.", "Begin in the workshop on Mondays.", "Workshop instructor"),
        "family" => ("Be a father they can count on.", "One prepared visit each month.", "Family evenings team"),
        "home" => ("Know where I sleep on the first night.", "Put my name on the list of rooms.", "Housing adviser"),
        "dialogue" => ("Say no without a fight.", "Join the weekly talk.", "Talk leader"),
        "education" => ("Read a letter without help.", "Two lessons a week.", "Reading volunteer"),
        "support" => ("Sleep, and be less alone with it.", "Meet somebody to talk to.", "Support worker"),
        "money_and_papers" => ("Have papers and a plan for debts.", "Ask for the birth certificate.", "Social worker"),
        "belonging" => ("Have people to be with who want me well.", "Try the open group twice.", "Group leader"),
        "leaving_violence" => ("Live without threatening anybody.", "Begin the walking hours.", "Walking partner"),
        _ => ("Make one thing good again.", "Write the first letter.", "Mediator"),
    }
}

/// Summaries of sessions that the person agreed to.
pub const SUMMARIES: &[&str] = &[
    "We talked about the first week outside and who to ring.",
    "Read two pages aloud. Chose the next book.",
    "Nous avons préparé la visite de samedi.",
    "تحدثنا عن العمل وعن أول يوم خارج السجن.",
    "Repaired a wheel from start to end without help.",
    "Spoke about an argument last week and what stopped it.",
];

/// What was agreed with somebody after release.
pub const AGREED: &[&str] = &[
    "Come to the office on Thursday with the papers.",
    "The room is all right; look at the bus times together.",
    "Ring before the interview on Monday.",
    "Rendez-vous au café mardi, avec la sœur.",
    "Workshop three days a week from next month.",
];

/// Why a release item counts as arranged.
pub fn arranged(item: &str) -> &'static str {
    match item {
        "home" => "A room for three months, key on the day of release.",
        "papers" => "Identity card applied for; to be collected at the town hall.",
        "living" => "Begins at the bakery, trial of one month.",
        "health_care" => "Appointment at the health centre; prescription for two weeks.",
        "family" => "The sister knows the day and comes to the gate.",
        _ => "Clothing, a ticket and money for the first three days.",
    }
}
