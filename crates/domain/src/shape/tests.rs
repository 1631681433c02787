use super::*;
use crate::kind::Kind;
use crate::{ActId, Date, Line, Moment, Text};

fn needed(name: &'static str, shape: Shape) -> Field {
    Field { name, shape, presence: Presence::Needed }
}

fn optional(name: &'static str, shape: Shape) -> Field {
    Field { name, shape: Shape::OrNull(Box::new(shape)), presence: Presence::Optional }
}

fn closed(fields: Vec<Field>) -> Shape {
    Shape::Fields { fields, others: Others::Refused }
}

const LINE: Shape = Shape::Writing(Writing { longest: Some(200), empty: Empty::Refused, control: Control::None });

#[test]
fn a_body_has_the_shape_of_its_decoder() {
    let expected = closed(vec![optional(
        "note",
        Shape::Writing(Writing { longest: Some(4000), empty: Empty::Refused, control: Control::Lines }),
    )]);
    assert_eq!(of::<crate::referral::Accepted>(), Ok(expected));
    let Ok(Shape::Fields { fields, others }) = Kind::CustodyCircumstanceNoted.shape() else { panic!() };
    assert_eq!(others, Others::Refused);
    let codes = Shape::Codes(crate::custody::Circumstance::CODES.to_vec());
    assert_eq!(fields, [needed("circumstance", codes), optional("until", Shape::Moment), needed("source", LINE)]);
}

#[test]
fn every_kind_has_a_shape_and_refuses_unknown_fields_everywhere() {
    fn closed_all_through(shape: &Shape) -> bool {
        match shape {
            Shape::Fields { fields, others } => {
                *others == Others::Refused && fields.iter().all(|field| closed_all_through(&field.shape))
            }
            Shape::List(inner) | Shape::OrNull(inner) => closed_all_through(inner),
            Shape::Cases(cases) => cases.iter().all(|(_, inner)| inner.as_ref().is_none_or(closed_all_through)),
            _ => true,
        }
    }
    for kind in Kind::ALL {
        let shape = kind.shape().unwrap_or_else(|error| panic!("{kind}: {error}"));
        assert!(closed_all_through(&shape), "{kind}");
    }
}

#[test]
fn texts_are_told_apart_by_what_they_take() {
    assert_eq!(of::<ActId>(), Ok(Shape::Id));
    assert_eq!(of::<Date>(), Ok(Shape::Date));
    assert_eq!(of::<Moment>(), Ok(Shape::Moment));
    assert_eq!(of::<Line>(), Ok(LINE));
    let Ok(Shape::Writing(text)) = of::<Text>() else { panic!() };
    assert_eq!(text, Writing { longest: Some(Text::MAX), empty: Empty::Refused, control: Control::Lines });
    let Ok(Shape::Writing(any)) = of::<String>() else { panic!() };
    assert_eq!(any, Writing { longest: None, empty: Empty::Taken, control: Control::All });
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "only its shape is looked at")]
enum Either {
    One { hours: u16 },
    Other(Vec<bool>),
    Neither,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "only its shape is looked at")]
struct Open {
    either: Either,
    #[serde(default)]
    counted: i64,
    raw: Box<serde_json::value::RawValue>,
}

#[test]
fn cases_numbers_and_kept_json_are_found_and_an_open_object_is_called_open() {
    let one = Shape::Fields {
        fields: vec![needed("hours", Shape::Whole { least: 0, most: 65_535 })],
        others: Others::Ignored,
    };
    let either =
        Shape::Cases(vec![("One", Some(one)), ("Other", Some(Shape::List(Box::new(Shape::Truth)))), ("Neither", None)]);
    let counted = Field {
        name: "counted",
        shape: Shape::Whole { least: i64::MIN, most: i64::MAX.cast_unsigned() },
        presence: Presence::Optional,
    };
    let fields = vec![needed("either", either), counted, needed("raw", Shape::Raw)];
    assert_eq!(of::<Open>(), Ok(Shape::Fields { fields, others: Others::Ignored }));
}

#[test]
fn what_reads_anything_has_no_shape() {
    assert!(of::<serde_json::Value>().is_err());
    assert!(of::<f64>().is_err());
}
