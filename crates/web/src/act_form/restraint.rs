//! Forms of restraints and force. A check is one answer: it is made every quarter of an hour, standing.

use super::{ActForm, Source, WHEN, carried, line, under};
use crate::form::{Cite, Field, Section, Whose};
use domain::{
    Kind,
    measure::YesNo,
    restraint::{
        Before, ForceGround, Instrument, OrderedBy, OtherMethod, Presence, RestraintGround, ToldWhom, Training,
    },
};

/// What the director may order. An instrument or a ground that no rule allows can be reported, and not ordered.
const ALLOWED: &[&str] = &["hands", "soft_cuffs", "handcuffs", "belt", "bed"];
const ALLOWED_GROUNDS: &[&str] = &["self_injury", "injury_to_others", "damage"];

const TRIED: Field = Field::many("tried", OtherMethod::LIST, OtherMethod::CODES);

const fn yes_no(path: &'static str) -> Field {
    Field::choice(path, YesNo::LIST, YesNo::CODES)
}

const fn clocked(legend: &'static str, key: &'static str, fields: &'static [Field]) -> Section {
    Section { legend, cite: Some(Cite { key, whose: Whose::Policy }), fields }
}

pub(super) static FORMS: &[ActForm] = &[
    ActForm::new(
        Kind::RestraintOrdered,
        "f-restraint-ordered-submit",
        &[
            under(
                "f-restraint-ordered-what",
                "mandela-47",
                &[
                    Field::choice("ground", RestraintGround::LIST, ALLOWED_GROUNDS).required(),
                    Field::choice("instrument", Instrument::LIST, ALLOWED).required(),
                    line("legal_basis").required().hint(),
                ],
            ),
            under(
                "f-restraint-ordered-least",
                "mandela-48",
                &[TRIED.required(), yes_no("nothing_lesser").required(), yes_no("least_intrusive").required()],
            ),
        ],
    ),
    ActForm::new(
        Kind::RestraintApplied,
        "submit-record",
        &[
            under(
                "f-restraint-applied-what",
                "mandela-47",
                &[
                    WHEN,
                    Field::choice("instrument", Instrument::LIST, Instrument::CODES).required().hint(),
                    Field::choice("ground", RestraintGround::LIST, RestraintGround::CODES).required(),
                    Field::choice("ordered_by", OrderedBy::LIST, OrderedBy::CODES).required(),
                    Field::pick("order").hint(),
                ],
            ),
            under(
                "f-restraint-applied-least",
                "mandela-48",
                &[
                    TRIED.hint(),
                    yes_no("nothing_lesser"),
                    yes_no("least_intrusive"),
                    Field::choice("training", Training::LIST, Training::CODES).hint(),
                ],
            ),
        ],
    )
    .picks(&[("order", Source::RestraintOrders)]),
    ActForm::new(
        Kind::RestraintChecked,
        "f-restraint-checked-submit",
        &[clocked(
            "f-restraint-checked-what",
            "restraint-check",
            &[carried("restraint"), yes_no("danger").required(), WHEN],
        )],
    ),
    ActForm::new(
        Kind::RestraintRemoved,
        "f-restraint-removed-submit",
        &[under(
            "f-restraint-removed-what",
            "mandela-48",
            &[carried("restraint"), Field::choice("professional", Presence::LIST, Presence::CODES).hint(), WHEN],
        )],
    ),
    ActForm::new(
        Kind::RestraintTold,
        "submit-record",
        &[clocked(
            "f-restraint-told-what",
            "told-at-once",
            &[carried("restraint"), Field::choice("whom", ToldWhom::LIST, ToldWhom::CODES).required(), WHEN],
        )],
    ),
    ActForm::new(
        Kind::RestraintAppeared,
        "submit-record",
        &[under(
            "f-restraint-appeared-what",
            "mandela-47",
            &[Field::choice("before", Before::LIST, Before::CODES).required(), WHEN, Field::moment("until").required()],
        )],
    ),
    ActForm::new(
        Kind::RestraintForceUsed,
        "submit-record",
        &[under(
            "f-restraint-force-used-what",
            "mandela-82",
            &[
                WHEN,
                Field::choice("ground", ForceGround::LIST, ForceGround::CODES).required(),
                yes_no("injury").required().hint(),
            ],
        )],
    ),
];
