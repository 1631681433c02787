//! Whether a password is fit to be chosen: long enough, and made of more than what everybody tries first.
//!
//! No rules of composition and no forced change. The list is built in; nothing is asked of anybody outside.

/// Fewest characters.
pub const SHORTEST: usize = 12;

/// Most characters.
pub const LONGEST: usize = 200;

/// Characters that must be left once common words and the account's own name are taken out.
const LEFT_AT_LEAST: usize = 8;

/// What people choose most, longest first, one a line, in lower case.
const COMMONEST: &str = include_str!("commonest.txt");

const PRODUCT: &str = "passerelle";

/// Why a password cannot be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// Fewer than [`SHORTEST`] characters.
    TooShort,
    /// More than [`LONGEST`] characters.
    TooLong,
    /// Made of little else than what is tried first: common words, rows of the keyboard, repetitions.
    Common,
    /// Made of little else than the name to sign in with or the name of this program.
    LikeName,
}

/// Whether the account with this name to sign in with may choose the password.
pub fn fit(password: &str, sign_in: &str) -> Result<(), Unfit> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Err(Unfit::TooShort);
    }
    if length > LONGEST {
        return Err(Unfit::TooLong);
    }
    let lower = password.to_lowercase();
    for text in [undisguised(&lower), lower] {
        if is_run(&text) || is_repeated(&text) || left(&text, COMMONEST.lines()) < LEFT_AT_LEAST {
            return Err(Unfit::Common);
        }
        let name = sign_in.to_lowercase();
        let names = [name.as_str(), PRODUCT].into_iter().chain(name.split(|sign: char| !sign.is_alphanumeric()));
        if left(&text, names) < LEFT_AT_LEAST {
            return Err(Unfit::LikeName);
        }
    }
    Ok(())
}

/// Digits and signs that stand for letters, read as those letters.
fn undisguised(text: &str) -> String {
    let letter = |sign| match sign {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    };
    text.chars().map(letter).collect()
}

/// How many characters are left without the words. A word of three letters is in too many good passwords to count.
fn left<'a>(text: &str, words: impl Iterator<Item = &'a str>) -> usize {
    let mut rest = text.to_owned();
    for word in words.filter(|word| word.chars().count() > 3) {
        if rest.contains(word) {
            rest = rest.replace(word, "");
        }
    }
    rest.chars().count()
}

/// Whether each character follows the one before it, upwards or downwards: 456789012345, zyxwvutsrqpo.
fn is_run(text: &str) -> bool {
    let follows = |(one, two): (char, char)| {
        u32::from(one) + 1 == u32::from(two) || matches!((one, two), ('9', '0') | ('z', 'a'))
    };
    let upwards = text.chars().zip(text.chars().skip(1)).all(follows);
    let downwards = text.chars().skip(1).zip(text.chars()).all(follows);
    upwards || downwards
}

/// Whether the text is one short piece, up to a third of it, over and over.
fn is_repeated(text: &str) -> bool {
    let length = text.chars().count();
    (1..=length / 3).any(|piece| text.chars().zip(text.chars().skip(piece)).all(|(one, two)| one == two))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAME: &str = "amina.example";

    #[test]
    fn length_is_counted_in_characters_and_its_limits_belong_to_it() {
        assert_eq!(fit("kelp-ox-rum", NAME), Err(Unfit::TooShort));
        assert_eq!(fit("kelp-ox-rum!", NAME), Ok(()));
        assert_eq!(fit("جسر على نهر!", NAME), Ok(()), "twelve characters of more than one byte each");
        let long: String =
            "kelp ox rum, ".chars().chain((0..187_u32).filter_map(|n| char::from_u32(0x4e00 + n * 7))).collect();
        assert_eq!(long.chars().count(), LONGEST);
        assert_eq!(fit(&long, NAME), Ok(()));
        assert_eq!(fit(&(long + "!"), NAME), Err(Unfit::TooLong));
    }

    #[test]
    fn no_composition_is_asked_for() {
        for password in
            ["four plain words here", "thirteen ways of looking", "une phrase de tous les jours", "9023847561029384"]
        {
            assert_eq!(fit(password, NAME), Ok(()), "{password}");
        }
    }

    #[test]
    fn what_everybody_tries_first_is_refused() {
        for password in [
            "password1234",
            "PasswordPassword",
            "P@ssw0rd2026!",
            "qwertyuiop123",
            "123456789012",
            "987654321098",
            "abcdefghijklmn",
            "aaaaaaaaaaaaaaa",
            "abcabcabcabcab",
            "letmein-letmein",
            "welcome!!!2026",
            "motdepasse2026",
            "iloveyou-iloveyou",
        ] {
            assert_eq!(fit(password, NAME), Err(Unfit::Common), "{password}");
        }
    }

    #[test]
    fn the_names_of_the_account_and_of_the_program_are_refused() {
        for password in ["amina.example1", "Example.Amina!", "passerelle-26", "AMINA.EXAMPLE-passerelle"] {
            assert_eq!(fit(password, NAME), Err(Unfit::LikeName), "{password}");
        }
        assert_eq!(fit("amina.example-kelp-ox-rum", NAME), Ok(()), "enough is left");
    }

    #[test]
    fn the_list_is_in_lower_case_longest_first_without_repeats() {
        let words: Vec<&str> = COMMONEST.lines().collect();
        assert!(words.len() >= 200, "{}", words.len());
        assert!(words.iter().all(|word| word.len() > 3 && *word == word.to_lowercase() && !word.contains(' ')));
        assert!(words.windows(2).all(|pair| pair[0].len() >= pair[1].len()));
        let distinct: std::collections::BTreeSet<_> = words.iter().collect();
        assert_eq!(distinct.len(), words.len());
    }
}
