//! Dates, moments, spans and numbers as a reader's language writes them.
//!
//! Dates are kept in the Gregorian calendar; the Umm al-Qura date stands beside it where a page asks for it. Should a form of
//! writing be missing, the unmistakable ISO form is shown rather than nothing.

use super::{Language, Value, Words};
use icu_calendar::{Date, Gregorian, cal::Hijri, cal::hijri::UmmAlQura};
use icu_datetime::{
    FixedCalendarDateTimeFormatter, NoCalendarFormatter,
    fieldsets::{MD, T, YMD, YMDE, YMDT},
    input::{DateTime, Time},
    options::TimePrecision,
};
use icu_decimal::{DecimalFormatter, input::Decimal, options::DecimalFormatterOptions};
use icu_locale_core::{Locale, locale};
use jiff::{SignedDuration, Timestamp, civil};
use std::borrow::{Borrow, Cow};

/// The writers of one language. They are not shared between threads, so each thread has its own.
struct Writers {
    long: Option<FixedCalendarDateTimeFormatter<Gregorian, YMD>>,
    short: Option<FixedCalendarDateTimeFormatter<Gregorian, YMD>>,
    day: Option<FixedCalendarDateTimeFormatter<Gregorian, MD>>,
    weekday: Option<FixedCalendarDateTimeFormatter<Gregorian, YMDE>>,
    moment: Option<FixedCalendarDateTimeFormatter<Gregorian, YMDT>>,
    hour: Option<NoCalendarFormatter<T>>,
    hijri: Option<FixedCalendarDateTimeFormatter<Hijri<UmmAlQura>, YMD>>,
    number: Option<DecimalFormatter>,
}

thread_local! {
    static WRITERS: [Writers; 3] = Language::ALL.map(Writers::of);
}

/// How a language writes dates: day before month, hours from 0 to 23, digits as the neighbours of the page write them.
fn conventions(language: Language) -> Locale {
    match language {
        Language::En => locale!("en-GB"),
        Language::Fr => locale!("fr"),
        Language::Ar => "ar-u-hc-h23".parse().unwrap_or(locale!("ar")),
    }
}

impl Writers {
    fn of(language: Language) -> Self {
        let locale = || conventions(language);
        // Arabic has no short names of months, and a month in figures can be misread: it is written in full.
        let short = if language == Language::Ar { YMD::long() } else { YMD::medium() };
        Self {
            long: FixedCalendarDateTimeFormatter::try_new(locale().into(), YMD::long()).ok(),
            short: FixedCalendarDateTimeFormatter::try_new(locale().into(), short).ok(),
            day: FixedCalendarDateTimeFormatter::try_new(locale().into(), MD::medium()).ok(),
            weekday: FixedCalendarDateTimeFormatter::try_new(locale().into(), YMDE::long()).ok(),
            moment: FixedCalendarDateTimeFormatter::try_new(locale().into(), short.with_time(TimePrecision::Minute))
                .ok(),
            hour: NoCalendarFormatter::try_new(locale().into(), T::short().with_time_precision(TimePrecision::Minute))
                .ok(),
            hijri: FixedCalendarDateTimeFormatter::try_new(locale().into(), YMD::long()).ok(),
            number: DecimalFormatter::try_new(locale().into(), DecimalFormatterOptions::default()).ok(),
        }
    }
}

/// Writes with the writer that `choose` picks, or in the ISO form when there is none.
fn write<I>(language: Language, iso: &I, with: impl Fn(&Writers) -> Option<String>) -> String
where
    I: ToString,
{
    WRITERS.with(|all| all.get(language.index()).and_then(with)).unwrap_or_else(|| iso.to_string())
}

/// As `write`, for a day: French counts the first day of a month as "1er", which CLDR leaves to the writer.
fn write_day(language: Language, day: civil::Date, with: impl Fn(&Writers) -> Option<String>) -> String {
    let text = write(language, &day, with);
    if language != Language::Fr || day.day() != 1 {
        return text;
    }
    let words: Vec<&str> = text.split(' ').map(|word| if word == "1" { "1er" } else { word }).collect();
    words.join(" ")
}

fn gregorian(date: civil::Date) -> Option<Date<Gregorian>> {
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    Date::try_new_gregorian(i32::from(date.year()), month, day).ok()
}

fn time(time: civil::Time) -> Option<Time> {
    let (hour, minute) = (u8::try_from(time.hour()).ok()?, u8::try_from(time.minute()).ok()?);
    Time::try_new(hour, minute, 0, 0).ok()
}

/// A whole number with the separators of the language.
pub(super) fn number(language: Language, number: i64) -> String {
    write(language, &number, |w| Some(w.number.as_ref()?.format(&Decimal::from(number)).to_string()))
}

/// Values are taken with or without `&`, since a template passes some of them by reference.
impl Words {
    /// A date in full: "23 November 2026".
    pub fn date(&self, date: impl Borrow<civil::Date>) -> String {
        let date = *date.borrow();
        write_day(self.language, date, |w| Some(w.long.as_ref()?.format(&gregorian(date)?).to_string()))
    }

    /// A date for a table: "23 Nov 2026".
    pub fn short_date(&self, date: impl Borrow<civil::Date>) -> String {
        let date = *date.borrow();
        write_day(self.language, date, |w| Some(w.short.as_ref()?.format(&gregorian(date)?).to_string()))
    }

    /// A day whose year is plain from the page: "23 Nov".
    pub fn day(&self, date: impl Borrow<civil::Date>) -> String {
        let date = *date.borrow();
        write_day(self.language, date, |w| Some(w.day.as_ref()?.format(&gregorian(date)?).to_string()))
    }

    /// A date with its weekday, for what somebody has to attend: "Monday 23 November 2026".
    pub fn weekday(&self, date: impl Borrow<civil::Date>) -> String {
        let date = *date.borrow();
        write_day(self.language, date, |w| Some(w.weekday.as_ref()?.format(&gregorian(date)?).to_string()))
    }

    /// The date in the Umm al-Qura calendar, to stand beside the Gregorian one.
    pub fn hijri(&self, date: impl Borrow<civil::Date>) -> String {
        let date = *date.borrow();
        let write_it = |w: &Writers| {
            let there = gregorian(date)?.to_calendar(Hijri::new_umm_al_qura());
            Some(w.hijri.as_ref()?.format(&there).to_string())
        };
        write(self.language, &date, write_it)
    }

    /// A moment to the minute, in the time zone of the installation: "23 Nov 2026, 18:30".
    pub fn moment(&self, moment: impl Borrow<Timestamp>) -> String {
        let moment = *moment.borrow();
        let there = moment.to_zoned_datetime(self.zone.clone()).datetime();
        let write_it = |w: &Writers| {
            let input = DateTime { date: gregorian(there.date())?, time: time(there.time())? };
            Some(w.moment.as_ref()?.format(&input).to_string())
        };
        write_day(self.language, there.date(), write_it)
    }

    /// The hour of a moment, in the time zone of the installation: "18:30".
    pub fn hour(&self, moment: impl Borrow<Timestamp>) -> String {
        let moment = *moment.borrow();
        let there = moment.to_zoned_datetime(self.zone.clone()).time();
        write(self.language, &there, |w| Some(w.hour.as_ref()?.format(&time(there)?).to_string()))
    }

    /// The date on which a moment falls in the time zone of the installation.
    pub fn date_of(&self, moment: impl Borrow<Timestamp>) -> civil::Date {
        let moment = *moment.borrow();
        moment.to_zoned_datetime(self.zone.clone()).date()
    }

    /// A whole number: "1,234".
    pub fn number<'v>(&self, whole: impl Into<Value<'v>>) -> Cow<'v, str> {
        match whole.into() {
            Value::Number(whole) => Cow::Owned(number(self.language, whole)),
            Value::Text(text) => text,
        }
    }

    /// A number of days: "7 days".
    pub fn days<'v>(&self, days: impl Into<Value<'v>>) -> Cow<'static, str> {
        self.say1("span-days", "count", days)
    }

    /// How long something lasted, in its two largest units: "6 days 7 hours", "1 hour 5 minutes". The sign is not told.
    pub fn span_of(&self, span: impl Borrow<SignedDuration>) -> Cow<'static, str> {
        let span = *span.borrow();
        let minutes = span.as_secs().saturating_abs() / 60;
        let units = [("span-days", minutes / 1440), ("span-hours", minutes / 60 % 24), ("span-minutes", minutes % 60)];
        let Some(first) = units.iter().position(|unit| unit.1 > 0) else {
            return self.say1("span-minutes", "count", 0);
        };
        let mut told =
            units.iter().skip(first).take(2).filter(|unit| unit.1 > 0).map(|unit| self.say1(unit.0, "count", unit.1));
        match (told.next(), told.next()) {
            (Some(first), Some(second)) => {
                self.say_with("span-two", &[("first", first.into()), ("second", second.into())])
            }
            (Some(only), None) => only,
            _ => Cow::Borrowed(""),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;
    use jiff::{civil::date, tz::TimeZone};
    use std::fmt::Write as _;

    #[test]
    fn five_dates_are_written_as_each_language_writes_them() {
        let mut seen = String::new();
        for language in Language::ALL {
            let words = Words::new(language, TimeZone::get("Europe/Paris").unwrap());
            let days = [date(2026, 11, 23), date(2027, 6, 14), date(2024, 2, 29), date(1999, 12, 31), date(2026, 3, 1)];
            for day in days {
                let all =
                    [words.date(day), words.short_date(day), words.day(day), words.weekday(day), words.hijri(day)];
                writeln!(seen, "{}", all.join(" | ")).unwrap();
            }
            let moment: Timestamp = "2026-11-23T17:30:00Z".parse().unwrap();
            writeln!(seen, "{} | {} | {}", words.moment(moment), words.hour(moment), words.number(1_234_567)).unwrap();
        }
        expect![[r"
            23 November 2026 | 23 Nov 2026 | 23 Nov | Monday, 23 November 2026 | 13 Jumada II 1448 AH
            14 June 2027 | 14 Jun 2027 | 14 Jun | Monday, 14 June 2027 | 9 Muharram 1449 AH
            29 February 2024 | 29 Feb 2024 | 29 Feb | Thursday, 29 February 2024 | 19 Shaʻban 1445 AH
            31 December 1999 | 31 Dec 1999 | 31 Dec | Friday, 31 December 1999 | 23 Ramadan 1420 AH
            1 March 2026 | 1 Mar 2026 | 1 Mar | Sunday, 1 March 2026 | 12 Ramadan 1447 AH
            23 Nov 2026, 18:30 | 18:30 | 1,234,567
            23 novembre 2026 | 23 nov. 2026 | 23 nov. | lundi 23 novembre 2026 | 13 joumada ath-thania 1448 AH
            14 juin 2027 | 14 juin 2027 | 14 juin | lundi 14 juin 2027 | 9 mouharram 1449 AH
            29 février 2024 | 29 févr. 2024 | 29 févr. | jeudi 29 février 2024 | 19 chaabane 1445 AH
            31 décembre 1999 | 31 déc. 1999 | 31 déc. | vendredi 31 décembre 1999 | 23 ramadan 1420 AH
            1er mars 2026 | 1er mars 2026 | 1er mars | dimanche 1er mars 2026 | 12 ramadan 1447 AH
            23 nov. 2026, 18:30 | 18:30 | 1 234 567
            23 نوفمبر 2026 | 23 نوفمبر 2026 | 23 نوفمبر | الاثنين، 23 نوفمبر 2026 | 13 جمادى الآخرة 1448 هـ
            14 يونيو 2027 | 14 يونيو 2027 | 14 يونيو | الاثنين، 14 يونيو 2027 | 9 محرم 1449 هـ
            29 فبراير 2024 | 29 فبراير 2024 | 29 فبراير | الخميس، 29 فبراير 2024 | 19 شعبان 1445 هـ
            31 ديسمبر 1999 | 31 ديسمبر 1999 | 31 ديسمبر | الجمعة، 31 ديسمبر 1999 | 23 رمضان 1420 هـ
            1 مارس 2026 | 1 مارس 2026 | 1 مارس | الأحد، 1 مارس 2026 | 12 رمضان 1447 هـ
            23 نوفمبر 2026 في 18:30 | 18:30 | 1,234,567
        "]]
        .assert_eq(&seen);
    }

    #[test]
    fn a_span_is_told_in_its_two_largest_units() {
        let mut seen = String::new();
        for language in Language::ALL {
            let words = Words::new(language, TimeZone::UTC);
            for minutes in [0, 1, 65, 2 * 60, 24 * 60, 2 * 24 * 60, 6 * 24 * 60 + 7 * 60 + 5, 11 * 24 * 60 + 30, -90] {
                write!(seen, "{} | ", words.span_of(SignedDuration::from_mins(minutes))).unwrap();
            }
            seen.push('\n');
        }
        expect![[r"
            0 minutes | 1 minute | 1 hour 5 minutes | 2 hours | 1 day | 2 days | 6 days 7 hours | 11 days | 1 hour 30 minutes | 
            0 minute | 1 minute | 1 heure 5 minutes | 2 heures | 1 jour | 2 jours | 6 jours 7 heures | 11 jours | 1 heure 30 minutes | 
            0 دقيقة | دقيقة واحدة | ساعة واحدة و5 دقائق | ساعتان | يوم واحد | يومان | 6 أيام و7 ساعات | 11 يومًا | ساعة واحدة و30 دقيقة | 
        "]].assert_eq(&seen.replace(['\u{2068}', '\u{2069}'], ""));
    }
}
