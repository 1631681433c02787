//! One decoding of made-up values: what was asked for, at which place.
//!
//! Places are paths: `.name` for a field, `[]` for what stands in a list, `?` for what an option holds, `#name` for one of
//! several cases.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::value::{BorrowedStrDeserializer, StrDeserializer};
use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess, SeqAccess, VariantAccess, Visitor,
};

/// Texts that are tried, narrow ones first.
pub(super) const AN_ID: &str = "6f9619ff-8b86-4011-b42d-00c04fc964ff";
pub(super) const A_MOMENT: &str = "2026-11-23T14:00:00.000Z";
const A_DATE: &str = "2026-11-23";
const TEXTS: [&str; 4] = ["x", AN_ID, A_MOMENT, A_DATE];

/// The name by which JSON that is kept as it was written asks for itself.
const RAW: &str = "$serde_json::private::RawValue";

/// What was asked for at a place.
#[derive(Debug, Clone)]
pub(super) enum Asked {
    Fields(&'static [&'static str]),
    Cases(&'static [&'static str]),
    List,
    Option,
    Text,
    Truth,
    Whole(i64, u64),
    Nothing,
    Raw,
}

/// What to give, and what was asked for.
#[derive(Debug, Default)]
pub(super) struct Pass {
    /// What was asked for so far, in this pass and those before.
    pub(super) asked: BTreeMap<String, Asked>,
    /// The text to give at a place.
    pub(super) texts: BTreeMap<String, String>,
    /// The case to choose at a place.
    pub(super) cases: BTreeMap<String, usize>,
    /// A field to leave out.
    pub(super) left_out: Option<String>,
    /// Where to put a field in that nobody knows.
    pub(super) put_in: Option<String>,
    /// The last place at which a text was given.
    pub(super) last: String,
}

impl Pass {
    /// Decodes once; why not, if it was refused.
    pub(super) fn run<T: for<'de> Deserialize<'de>>(&mut self) -> Result<(), String> {
        T::deserialize(At { pass: self, path: String::new() }).map(|_| ()).map_err(|refused| refused.0)
    }

    /// Gives the next text at the place that was refused; no, if none is left.
    pub(super) fn try_next_text(&mut self) -> bool {
        let Some(text) = self.texts.get_mut(&self.last) else { return false };
        let next = TEXTS.iter().skip_while(|tried| *tried != text).nth(1);
        next.map(|next| (*next).clone_into(text)).is_some()
    }
}

/// The decoder said no.
#[derive(Debug)]
pub(super) struct NotTaken(String);

impl fmt::Display for NotTaken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NotTaken {}

impl de::Error for NotTaken {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

/// A place.
struct At<'a> {
    pass: &'a mut Pass,
    path: String,
}

impl At<'_> {
    fn note(&mut self, asked: Asked) {
        self.pass.asked.insert(self.path.clone(), asked);
    }
}

macro_rules! whole {
    ($($method:ident, $visit:ident, $type:ty;)+) => {$(
        fn $method<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, NotTaken> {
            let (least, most) = (i128::from(<$type>::MIN), i128::from(<$type>::MAX));
            self.note(Asked::Whole(i64::try_from(least).unwrap_or(i64::MIN), u64::try_from(most).unwrap_or(u64::MAX)));
            visitor.$visit(1)
        }
    )+};
}

macro_rules! unasked {
    ($($method:ident($($argument:ident: $type:ty),*);)+) => {$(
        fn $method<V: Visitor<'de>>(self, $($argument: $type,)* _visitor: V) -> Result<V::Value, NotTaken> {
            $(let _ = $argument;)*
            self.pass.last.clone_from(&self.path);
            Err(NotTaken(format!("{} at `{}`", stringify!($method), self.path)))
        }
    )+};
}

impl<'de> Deserializer<'de> for At<'_> {
    type Error = NotTaken;

    whole! {
        deserialize_u8, visit_u8, u8; deserialize_u16, visit_u16, u16; deserialize_u32, visit_u32, u32;
        deserialize_u64, visit_u64, u64; deserialize_i8, visit_i8, i8; deserialize_i16, visit_i16, i16;
        deserialize_i32, visit_i32, i32; deserialize_i64, visit_i64, i64;
    }

    unasked! {
        deserialize_any(); deserialize_f32(); deserialize_f64(); deserialize_char(); deserialize_bytes(); deserialize_byte_buf();
        deserialize_unit_struct(name: &'static str); deserialize_tuple(len: usize);
        deserialize_tuple_struct(name: &'static str, len: usize); deserialize_map(); deserialize_identifier();
        deserialize_ignored_any();
    }

    fn deserialize_bool<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, NotTaken> {
        self.note(Asked::Truth);
        visitor.visit_bool(true)
    }

    fn deserialize_unit<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, NotTaken> {
        self.note(Asked::Nothing);
        visitor.visit_unit()
    }

    fn deserialize_str<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, NotTaken> {
        self.note(Asked::Text);
        self.pass.last.clone_from(&self.path);
        let [first, ..] = TEXTS;
        let text = self.pass.texts.entry(self.path).or_insert_with(|| first.to_owned());
        visitor.visit_str(text)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotTaken> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, NotTaken> {
        self.note(Asked::Option);
        let path = format!("{}?", self.path);
        visitor.visit_some(At { pass: self.pass, path })
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        mut self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, NotTaken> {
        if name == RAW {
            self.note(Asked::Raw);
            return visitor.visit_map(AsWritten { given: false });
        }
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, NotTaken> {
        self.note(Asked::List);
        visitor.visit_seq(One { pass: self.pass, path: Some(format!("{}[]", self.path)) })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        mut self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotTaken> {
        self.note(Asked::Fields(fields));
        let strange = (self.pass.put_in.as_deref() == Some(&self.path)).then_some("\u{b6}");
        visitor.visit_map(Named { pass: self.pass, path: self.path, left: fields, strange, value: None })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        mut self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotTaken> {
        self.note(Asked::Cases(variants));
        let chosen = self.pass.cases.get(&self.path).copied().unwrap_or_default();
        let name = variants.get(chosen).copied().unwrap_or_default();
        visitor.visit_enum(Case { name, at: At { path: format!("{}#{name}", self.path), pass: self.pass } })
    }
}

/// A list of one.
struct One<'a> {
    pass: &'a mut Pass,
    path: Option<String>,
}

impl<'de> SeqAccess<'de> for One<'_> {
    type Error = NotTaken;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, NotTaken> {
        self.path.take().map(|path| seed.deserialize(At { pass: self.pass, path })).transpose()
    }
}

/// The fields of a struct, one after the other.
struct Named<'a> {
    pass: &'a mut Pass,
    path: String,
    left: &'static [&'static str],
    strange: Option<&'static str>,
    value: Option<String>,
}

impl<'de> MapAccess<'de> for Named<'_> {
    type Error = NotTaken;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, NotTaken> {
        if let Some(strange) = self.strange.take() {
            self.value = None;
            return seed.deserialize(named(strange)).map(Some);
        }
        while let Some((name, left)) = self.left.split_first() {
            self.left = left;
            let path = format!("{}.{name}", self.path);
            if self.pass.left_out.as_ref() != Some(&path) {
                self.value = Some(path);
                return seed.deserialize(named(name)).map(Some);
            }
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, NotTaken> {
        match self.value.take() {
            Some(path) => seed.deserialize(At { pass: self.pass, path }),
            None => seed.deserialize(named("strange")),
        }
    }
}

fn named(name: &str) -> StrDeserializer<'_, NotTaken> {
    name.into_deserializer()
}

/// One of several cases.
struct Case<'a> {
    name: &'static str,
    at: At<'a>,
}

impl<'a, 'de> EnumAccess<'de> for Case<'a> {
    type Error = NotTaken;
    type Variant = At<'a>;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, At<'a>), NotTaken> {
        Ok((seed.deserialize(named(self.name))?, self.at))
    }
}

impl<'de> VariantAccess<'de> for At<'_> {
    type Error = NotTaken;

    fn unit_variant(self) -> Result<(), NotTaken> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, NotTaken> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, NotTaken> {
        self.deserialize_tuple(len, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotTaken> {
        self.deserialize_struct("", fields, visitor)
    }
}

/// JSON that is kept as it was written comes as a map of one, as `serde_json` hands it over.
struct AsWritten {
    given: bool,
}

impl<'de> MapAccess<'de> for AsWritten {
    type Error = NotTaken;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, NotTaken> {
        if std::mem::replace(&mut self.given, true) { Ok(None) } else { seed.deserialize(named(RAW)).map(Some) }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, NotTaken> {
        seed.deserialize(BorrowedStrDeserializer::new("null"))
    }
}
