//! The address at which browsers reach the installation: whoever runs it says so, and no request can.
//!
//! Passkeys are bound to it: a page of anybody else, however alike, gets no answer that counts here.

use std::fmt;

/// Longest host name (RFC 1035, section 2.3.4, as text).
const LONGEST_HOST: usize = 253;

/// An origin with a host name that passkeys can be bound to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicAddress {
    origin: String,
    host: String,
}

/// Why an address is none that passkeys can be bound to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAnAddress {
    /// Browsers offer passkeys to secure pages and to the machine itself alone.
    #[error("begin with https://; http:// is for localhost alone")]
    NotSecure,
    /// Something beside host and port.
    #[error("only a host name and perhaps a port, such as https://passerelle.example.org")]
    More,
    /// The host is no name: browsers bind no passkey to a number (Web Authentication Level 3, section 5.1.3).
    #[error("a host name in small letters, not the number of a machine")]
    NoName,
    /// The port is no number from 1 to 65535.
    #[error("a port is a number from 1 to 65535")]
    Port,
}

impl PublicAddress {
    /// Reads `https://host`, `https://host:port` or the like for localhost.
    pub fn read(text: &str) -> Result<Self, NotAnAddress> {
        let (scheme, rest) = text.split_once("://").ok_or(NotAnAddress::NotSecure)?;
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        if rest.contains(['/', '?', '#', '@', '[', ' ']) {
            return Err(NotAnAddress::More);
        }
        let (host, port) = match rest.split_once(':') {
            None => (rest, None),
            Some((host, port)) => (host, Some(number(port)?)),
        };
        let local = host == "localhost" || host.ends_with(".localhost");
        let usual = match scheme {
            "https" => 443,
            "http" if local => 80,
            _ => return Err(NotAnAddress::NotSecure),
        };
        if !is_name(host) {
            return Err(NotAnAddress::NoName);
        }
        // A browser leaves out the port that its scheme has anyway.
        let origin = match port.filter(|port| *port != usual) {
            None => format!("{scheme}://{host}"),
            Some(port) => format!("{scheme}://{host}:{port}"),
        };
        Ok(Self { origin, host: host.to_owned() })
    }

    /// This machine, at a port: for trying it out.
    pub fn of_this_machine(port: u16) -> Self {
        let (origin, host) = (format!("http://localhost:{port}"), "localhost".to_owned());
        Self { origin: if port == 80 { "http://localhost".to_owned() } else { origin }, host }
    }

    /// The origin, as browsers write it.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The host name, which passkeys are bound to (the "RP ID").
    pub fn host(&self) -> &str {
        &self.host
    }
}

impl fmt::Display for PublicAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.origin)
    }
}

fn number(port: &str) -> Result<u16, NotAnAddress> {
    let plain = !port.starts_with(['0', '+']) && !port.is_empty();
    port.parse().ok().filter(|_| plain).ok_or(NotAnAddress::Port)
}

/// Labels of small letters, digits and hyphens; the last one begins with a letter, so that it is no number of a machine.
fn is_name(host: &str) -> bool {
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    let last = host.rsplit('.').next().unwrap_or_default();
    host.len() <= LONGEST_HOST
        && host.split('.').all(label)
        && last.starts_with(|first: char| first.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_an_origin_as_browsers_write_it() {
        for (text, origin, host) in [
            ("https://passerelle.example.org", "https://passerelle.example.org", "passerelle.example.org"),
            ("https://passerelle.example.org/", "https://passerelle.example.org", "passerelle.example.org"),
            ("https://passerelle.example.org:443", "https://passerelle.example.org", "passerelle.example.org"),
            ("https://passerelle.example.org:8443", "https://passerelle.example.org:8443", "passerelle.example.org"),
            ("https://intranet", "https://intranet", "intranet"),
            ("http://localhost:8080", "http://localhost:8080", "localhost"),
            ("http://localhost:80", "http://localhost", "localhost"),
            ("http://a.localhost", "http://a.localhost", "a.localhost"),
            ("https://xn--mnchen-3ya.example", "https://xn--mnchen-3ya.example", "xn--mnchen-3ya.example"),
        ] {
            let address = PublicAddress::read(text).unwrap();
            assert_eq!((address.origin(), address.host()), (origin, host), "{text}");
        }
        assert_eq!(PublicAddress::read("http://localhost:8080").unwrap(), PublicAddress::of_this_machine(8080));
        assert_eq!(PublicAddress::read("http://localhost").unwrap(), PublicAddress::of_this_machine(80));
    }

    #[test]
    fn what_no_passkey_can_be_bound_to_is_refused_with_a_reason() {
        use NotAnAddress::{More, NoName, NotSecure, Port};
        for (text, why) in [
            ("", NotSecure),
            ("passerelle.example.org", NotSecure),
            ("http://passerelle.example.org", NotSecure),
            ("http://localhost.example.org", NotSecure),
            ("ftp://passerelle.example.org", NotSecure),
            ("HTTPS://passerelle.example.org", NotSecure),
            ("https://passerelle.example.org/cases", More),
            ("https://passerelle.example.org?x", More),
            ("https://user@passerelle.example.org", More),
            ("https://[::1]:8080", More),
            ("https://", NoName),
            ("https://192.0.2.7", NoName),
            ("http://127.0.0.1:8080", NotSecure),
            ("https://Passerelle.example", NoName),
            ("https://-a.example", NoName),
            ("https://a..example", NoName),
            ("https://a.example.", NoName),
            ("https://münchen.example", NoName),
            ("https://a.example:", Port),
            ("https://a.example:0443", Port),
            ("https://a.example:65536", Port),
            ("https://a.example:4:4", Port),
        ] {
            assert_eq!(PublicAddress::read(text), Err(why), "{text}");
        }
    }
}
