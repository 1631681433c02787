//! Requests over one connection that is kept.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use anyhow::Context as _;

/// What came back.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// Seconds to wait, if it said so.
    pub retry_after: Option<u32>,
    /// The body.
    pub body: Vec<u8>,
}

/// One connection.
pub struct Connection {
    stream: TcpStream,
    reader: BufReader<TcpStream>,
    cookie: String,
}

impl Connection {
    /// Connects.
    pub fn to(address: &str, cookie: &str) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_mins(1)))?;
        Ok(Self { reader: BufReader::new(stream.try_clone()?), stream, cookie: cookie.to_owned() })
    }

    /// Asks.
    pub fn get(&mut self, path: &str) -> anyhow::Result<Answer> {
        let cookie = &self.cookie;
        write!(self.stream, "GET {path} HTTP/1.1\r\nhost: drill\r\ncookie: passerelle={cookie}\r\n\r\n")?;
        let mut line = String::new();
        self.reader.read_line(&mut line)?;
        let status = line.split(' ').nth(1).context("a status")?.parse()?;
        let (mut length, mut retry_after) = (0_usize, None);
        loop {
            line.clear();
            self.reader.read_line(&mut line)?;
            let header = line.trim_end().to_ascii_lowercase();
            if header.is_empty() {
                break;
            }
            if let Some(value) = header.strip_prefix("content-length:") {
                length = value.trim().parse()?;
            }
            if let Some(value) = header.strip_prefix("retry-after:") {
                retry_after = value.trim().parse().ok();
            }
        }
        let mut body = vec![0; length];
        self.reader.read_exact(&mut body)?;
        Ok(Answer { status, retry_after, body })
    }
}
