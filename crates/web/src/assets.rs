//! The style sheet, the small scripts and the icon, held in the program and named by their content, so that a browser may keep
//! them for ever. There is nothing else: no font, no picture, no address of anybody else.

use sha2::{Digest, Sha256};
use std::sync::LazyLock;

const STYLE: &str = concat!(
    include_str!("../assets/tokens.css"),
    include_str!("../assets/base.css"),
    include_str!("../assets/parts.css"),
    include_str!("../assets/forms.css"),
    include_str!("../assets/pages.css"),
);
const SCRIPT: &str = include_str!("../assets/passerelle.js");
const PASSKEY: &str = include_str!("../assets/passkey.js");
const ICON: &str = include_str!("../assets/icon.svg");

struct Named {
    path: String,
    bytes: &'static [u8],
    kind: &'static str,
}

static ALL: LazyLock<[Named; 4]> = LazyLock::new(|| {
    [
        named("passerelle", "css", STYLE, "text/css; charset=utf-8"),
        named("passerelle", "js", SCRIPT, "text/javascript; charset=utf-8"),
        named("passkey", "js", PASSKEY, "text/javascript; charset=utf-8"),
        named("icon", "svg", ICON, "image/svg+xml"),
    ]
});

fn named(name: &str, ending: &str, text: &'static str, kind: &'static str) -> Named {
    let hash = Sha256::digest(text).iter().take(8).fold(0_u64, |hash, byte| hash << 8 | u64::from(*byte));
    Named { path: format!("/assets/{name}-{hash:016x}.{ending}"), bytes: text.as_bytes(), kind }
}

/// Access to what is served under `/assets/`.
pub struct Assets;

impl Assets {
    /// Bytes and content type of a path such as `/assets/passerelle-0123456789abcdef.css`; nothing for any other path.
    pub fn lookup(path: &str) -> Option<(&'static [u8], &'static str)> {
        ALL.iter().find(|asset| asset.path == path).map(|asset| (asset.bytes, asset.kind))
    }

    /// Path of the style sheet.
    pub fn style_path() -> &'static str {
        let [style, ..] = &*ALL;
        &style.path
    }

    /// Path of the script.
    pub fn script_path() -> &'static str {
        let [_, script, ..] = &*ALL;
        &script.path
    }

    /// Path of the script for passkeys.
    pub fn passkey_path() -> &'static str {
        let [_, _, passkey, _] = &*ALL;
        &passkey.path
    }

    /// Path of the icon.
    pub fn icon_path() -> &'static str {
        let [.., icon] = &*ALL;
        &icon.path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_served_is_named_by_its_content() {
        for asset in ALL.iter() {
            assert_eq!(Assets::lookup(&asset.path), Some((asset.bytes, asset.kind)));
        }
        assert!(Assets::style_path().starts_with("/assets/passerelle-"));
        assert_eq!(Assets::lookup("/assets/passerelle.css"), None);
        assert_eq!(Assets::lookup("/assets/../Cargo.toml"), None);
    }

    #[test]
    fn the_style_sheet_is_small_logical_and_asks_nobody_else() {
        assert!(STYLE.len() < 40_000, "{} bytes", STYLE.len());
        for word in [
            "url(",
            "@import",
            "http",
            "left:",
            "right:",
            "margin-left",
            "margin-right",
            "text-align: left",
            "!important",
        ] {
            assert!(!STYLE.contains(word), "{word} in the style sheet");
        }
        let px_type =
            STYLE.split("font-size:").skip(1).any(|rest| rest.split(';').next().is_some_and(|v| v.contains("px")));
        assert!(!px_type, "type is measured in rem");
    }

    #[test]
    fn the_scripts_are_short_and_ask_nobody() {
        for script in [SCRIPT, PASSKEY] {
            assert!(script.lines().count() <= 100);
            for word in ["fetch", "XMLHttp", "import", "eval", "innerHTML", "http:", "https:"] {
                assert!(!script.contains(word), "{word} in a script");
            }
        }
    }
}
