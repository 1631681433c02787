//! Values on their way to a database server and back.
//!
//! The server says which type it expects at each place of a statement; a value of another kind is refused and never
//! converted. What it counts or sums comes back in types of its own and is read as a whole number.

use std::error::Error as StdError;

use postgres::types::private::BytesMut;
use postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};

use crate::{Error, Val};

/// A value bound to a statement.
#[derive(Debug)]
pub(super) struct Bound<'a>(pub(super) Val<'a>);

type Wrong = Box<dyn StdError + Sync + Send>;

impl ToSql for Bound<'_> {
    fn to_sql(&self, expected: &Type, out: &mut BytesMut) -> Result<IsNull, Wrong> {
        match (self.0, expected) {
            (Val::Null, _) => return Ok(IsNull::Yes),
            (Val::I64(number), &Type::INT8) => out.extend_from_slice(&number.to_be_bytes()),
            (Val::I64(number), &Type::INT4) => out.extend_from_slice(&i32::try_from(number)?.to_be_bytes()),
            (Val::I64(number), &Type::INT2) => out.extend_from_slice(&i16::try_from(number)?.to_be_bytes()),
            (Val::I64(number), &Type::NUMERIC) => write_numeric(number, out),
            (Val::Text(text), &Type::TEXT | &Type::VARCHAR | &Type::UNKNOWN) => out.extend_from_slice(text.as_bytes()),
            (Val::Blob(bytes), &Type::BYTEA) => out.extend_from_slice(bytes),
            // Says nothing of the value.
            _ => return Err(format!("a value of another kind stands where the statement expects {expected}").into()),
        }
        Ok(IsNull::No)
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

/// A column; nothing, if it is of a type that we have no kind for.
struct Found<'a>(Option<Val<'a>>);

impl<'a> FromSql<'a> for Found<'a> {
    fn from_sql(found: &Type, raw: &'a [u8]) -> Result<Found<'a>, Wrong> {
        Ok(Found(match *found {
            Type::INT8 => Some(Val::I64(i64::from_be_bytes(raw.try_into()?))),
            Type::INT4 => Some(Val::I64(i32::from_be_bytes(raw.try_into()?).into())),
            Type::INT2 => Some(Val::I64(i16::from_be_bytes(raw.try_into()?).into())),
            Type::BOOL => Some(Val::I64(raw.iter().any(|byte| *byte != 0).into())),
            Type::NUMERIC => read_numeric(raw).map(Val::I64),
            Type::TEXT | Type::VARCHAR | Type::NAME | Type::UNKNOWN => Some(Val::Text(std::str::from_utf8(raw)?)),
            Type::BYTEA => Some(Val::Blob(raw)),
            _ => None,
        }))
    }

    fn from_sql_null(_: &Type) -> Result<Found<'a>, Wrong> {
        Ok(Found(Some(Val::Null)))
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}

/// The column at `index`; nothing, if it holds what we have no kind for.
pub(crate) fn column(row: &postgres::Row, index: usize) -> Result<Option<Val<'_>>, Error> {
    match row.try_get::<_, Found<'_>>(index) {
        Ok(found) => Ok(found.0),
        Err(_) => Err(Error::unreadable(&format!("column {index}"))),
    }
}

/// Digits to the base 10 000, the first one with its weight: how the server writes numbers of any length.
fn write_numeric(number: i64, out: &mut BytesMut) {
    let mut rest = number.unsigned_abs();
    let mut digits = Vec::new();
    while rest > 0 {
        digits.push(u16::try_from(rest % 10_000).unwrap_or(0));
        rest /= 10_000;
    }
    let count = u16::try_from(digits.len()).unwrap_or(0);
    let sign: u16 = if number < 0 { 0x4000 } else { 0 };
    for head in [count, count.saturating_sub(1), sign, 0] {
        out.extend_from_slice(&head.to_be_bytes());
    }
    for digit in digits.iter().rev() {
        out.extend_from_slice(&digit.to_be_bytes());
    }
}

/// Nothing, unless it is a whole number that fits.
fn read_numeric(raw: &[u8]) -> Option<i64> {
    let mut words = raw.chunks_exact(2).map(|word| word.try_into().map(u16::from_be_bytes));
    let mut next = || words.next()?.ok();
    let (count, weight, sign, _scale) = (next()?, next()?.cast_signed(), next()?, next()?);
    let mut number: i128 = 0;
    for _ in 0..count {
        number = number.checked_mul(10_000)?.checked_add(next()?.into())?;
    }
    // A trailing group of zeros is not written; a group after the point must be zero.
    let behind = i32::from(weight) + 1 - i32::from(count);
    for _ in 0..behind.unsigned_abs() {
        match behind {
            1.. => number = number.checked_mul(10_000)?,
            _ if number % 10_000 == 0 => number /= 10_000,
            _ => return None,
        }
    }
    match sign {
        0 => i64::try_from(number).ok(),
        0x4000 => i64::try_from(-number).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_the_server_is_read_as_it_was_written() {
        for number in [0, 1, -1, 9_999, 10_000, 10_001, -120_000_000, i64::MAX, i64::MIN] {
            let mut out = BytesMut::new();
            write_numeric(number, &mut out);
            assert_eq!(read_numeric(&out), Some(number), "{number}");
        }
    }

    #[test]
    fn what_is_no_whole_number_is_not_read() {
        // 1.5: one group before the point and one behind it.
        let half: Vec<u8> = [2_u16, 0, 0, 1, 1, 5000].iter().flat_map(|word| word.to_be_bytes()).collect();
        assert_eq!(read_numeric(&half), None);
        let not_a_number: Vec<u8> = [0_u16, 0, 0xc000, 0].iter().flat_map(|word| word.to_be_bytes()).collect();
        assert_eq!(read_numeric(&not_a_number), None);
        assert_eq!(read_numeric(&[0, 1]), None);
    }

    #[test]
    fn a_value_of_another_kind_is_refused_and_not_shown() {
        for (val, expected) in
            [(Val::Text("specimen"), Type::INT8), (Val::I64(1 << 40), Type::INT4), (Val::Blob(b"specimen"), Type::TEXT)]
        {
            let refused = Bound(val).to_sql(&expected, &mut BytesMut::new()).map(|_| ()).unwrap_err().to_string();
            assert!(!refused.contains("specimen") && !refused.contains("1099511627776"), "{refused}");
        }
    }
}
