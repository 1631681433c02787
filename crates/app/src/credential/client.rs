//! What kind of browser a session began in, in two words, so that its holder knows it again: a program and a device.
//!
//! Two words out of a dozen, the same for millions of people. Nothing else of what a browser says of itself is kept.

use domain::code::codes;

codes! {
    /// The program.
    pub Program as "client_program" {
        /// Firefox and its kin.
        Firefox = "firefox",
        /// Chrome, Chromium and their kin.
        Chrome = "chrome",
        /// Edge.
        Edge = "edge",
        /// Safari.
        Safari = "safari",
        /// Not said, or something else: a program of one's own.
        Other = "other",
    }
}

codes! {
    /// What it runs on.
    pub Device as "client_device" {
        /// A telephone.
        Telephone = "telephone",
        /// A tablet.
        Tablet = "tablet",
        /// A computer.
        Computer = "computer",
        /// Not said.
        Unknown = "unknown",
    }
}

/// A program on a device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Client {
    /// The program.
    pub program: Program,
    /// The device.
    pub device: Device,
}

impl Default for Client {
    fn default() -> Self {
        Self { program: Program::Other, device: Device::Unknown }
    }
}

impl Client {
    /// From what a browser says of itself. It may lie: this is for its holder's eyes, and nothing rests on it.
    pub fn said(user_agent: &str) -> Self {
        let says = |word: &str| user_agent.contains(word);
        // Every browser claims to be the ones before it: the later comer is asked for first.
        let program = if says("Firefox/") || says("FxiOS/") {
            Program::Firefox
        } else if says("Edg/") || says("EdgA/") || says("EdgiOS/") {
            Program::Edge
        } else if says("Chrome/") || says("CriOS/") {
            Program::Chrome
        } else if says("Safari/") {
            Program::Safari
        } else {
            Program::Other
        };
        let device = if says("iPad") || says("Tablet") || (says("Android") && !says("Mobile")) {
            Device::Tablet
        } else if says("iPhone") || says("Android") || says("Mobile") {
            Device::Telephone
        } else if says("Windows") || says("Macintosh") || says("Linux") || says("CrOS") {
            Device::Computer
        } else {
            Device::Unknown
        };
        Self { program, device }
    }

    pub(super) fn stored(text: &str) -> Self {
        let (program, device) = text.split_once(' ').unwrap_or_default();
        Self { program: program.parse().unwrap_or(Program::Other), device: device.parse().unwrap_or(Device::Unknown) }
    }

    pub(super) fn text(self) -> String {
        format!("{} {}", self.program, self.device)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_known_by_two_words() {
        for (said, program, device) in [
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                Program::Firefox,
                Device::Computer,
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0",
                Program::Edge,
                Device::Computer,
            ),
            (
                "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36",
                Program::Chrome,
                Device::Telephone,
            ),
            (
                "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Safari/537.36",
                Program::Chrome,
                Device::Tablet,
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) AppleWebKit/605 Version/18.0 Mobile/15E Safari/604",
                Program::Safari,
                Device::Telephone,
            ),
            ("curl/8.0", Program::Other, Device::Unknown),
            ("", Program::Other, Device::Unknown),
        ] {
            let client = Client::said(said);
            assert_eq!((client.program, client.device), (program, device), "{said}");
            assert_eq!(Client::stored(&client.text()), client);
        }
        assert_eq!(Client::stored("something else"), Client::default());
        assert_eq!(Client::stored(""), Client::default());
    }
}
