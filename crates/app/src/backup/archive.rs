//! The inside of a backup: a POSIX tar (ustar) of plain files in a fixed order, so that `age -d … | tar x` opens one where
//! this program is not at hand.
//!
//! Reads only what it writes: plain files with plain names. No links, folders, owners, times or extensions.

use std::io::{self, Read, Write};

const BLOCK: usize = 512;
/// Longest file that a size in octal can say, in bytes; a longer one is written in base 256, as every tar reads it.
const OCTAL: u64 = 0o77_777_777_777;

/// One file of an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) length: u64,
}

fn put(block: &mut [u8; BLOCK], at: usize, bytes: &[u8]) {
    for (to, from) in block.iter_mut().skip(at).zip(bytes) {
        *to = *from;
    }
}

fn header(entry: &Entry) -> [u8; BLOCK] {
    let mut block = [0_u8; BLOCK];
    put(&mut block, 0, entry.name.as_bytes());
    put(&mut block, 100, b"0000600\0");
    put(&mut block, 108, b"0000000\0");
    put(&mut block, 116, b"0000000\0");
    if entry.length <= OCTAL {
        put(&mut block, 124, format!("{:011o}\0", entry.length).as_bytes());
    } else {
        put(&mut block, 124, &[0x80, 0, 0, 0]);
        put(&mut block, 128, &entry.length.to_be_bytes());
    }
    put(&mut block, 136, b"00000000000\0");
    put(&mut block, 148, b"        ");
    put(&mut block, 156, b"0");
    put(&mut block, 257, b"ustar\x0000");
    let sum: u32 = block.iter().map(|byte| u32::from(*byte)).sum();
    put(&mut block, 148, format!("{sum:06o}\0 ").as_bytes());
    block
}

fn padding(length: u64) -> usize {
    let over = usize::try_from(length % 512).unwrap_or(0);
    if over == 0 { 0 } else { BLOCK - over }
}

/// Writes one file; `from` must hold exactly so many bytes.
pub(super) fn write_entry(out: &mut impl Write, entry: &Entry, from: &mut impl Read) -> io::Result<()> {
    out.write_all(&header(entry))?;
    let copied = io::copy(&mut from.take(entry.length), out)?;
    if copied != entry.length {
        return Err(io::Error::other(format!("{} became shorter while it was copied", entry.name)));
    }
    out.write_all([0_u8; BLOCK].split_at(padding(entry.length)).0)
}

/// Writes the end.
pub(super) fn write_end(out: &mut impl Write) -> io::Result<()> {
    out.write_all(&[0; 2 * BLOCK])
}

/// Reads the header of the next file, or nothing at the end, after which nothing may follow.
pub(super) fn next_entry(from: &mut impl Read) -> io::Result<Option<Entry>> {
    let wrong = || {
        io::Error::new(io::ErrorKind::InvalidData, "the inside of the backup is not what `passerelle backup` writes")
    };
    let mut block = [0_u8; BLOCK];
    from.read_exact(&mut block)?;
    if block.iter().all(|byte| *byte == 0) {
        let mut rest = Vec::new();
        from.read_to_end(&mut rest)?;
        return if rest == [0; BLOCK] { Ok(None) } else { Err(wrong()) };
    }
    let name: Vec<u8> = block.iter().copied().take(100).take_while(|byte| *byte != 0).collect();
    let name = String::from_utf8(name).map_err(|_| wrong())?;
    let size: Vec<u8> = block.iter().copied().skip(124).take(12).collect();
    let length = match size.split_first() {
        Some((0x80, rest)) => rest.get(3..).and_then(|bytes| bytes.try_into().ok()).map(u64::from_be_bytes),
        _ => std::str::from_utf8(&size).ok().and_then(|text| u64::from_str_radix(text.trim_end_matches('\0'), 8).ok()),
    };
    let entry = Entry { name, length: length.ok_or_else(wrong)? };
    // One spelling for each file: what differs in a single byte of its header is refused.
    if header(&entry) == block { Ok(Some(entry)) } else { Err(wrong()) }
}

/// Reads the bytes of a file, in pieces, and what fills its last block.
pub(super) fn read_body(
    from: &mut impl Read,
    entry: &Entry,
    mut piece: impl FnMut(&[u8]) -> io::Result<()>,
) -> io::Result<()> {
    let mut left = entry.length;
    let mut buffer = vec![0_u8; 64 * 1024];
    while left > 0 {
        let most = usize::try_from(left).unwrap_or(usize::MAX).min(buffer.len());
        let (space, _) = buffer.split_at_mut(most);
        let read = from.read(space)?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        piece(space.split_at(read).0)?;
        left -= u64::try_from(read).unwrap_or(left);
    }
    let mut fill = vec![0_u8; padding(entry.length)];
    from.read_exact(&mut fill)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_too_long_for_octal_keeps_its_length() {
        for length in [0, 1, 511, 512, OCTAL, OCTAL + 1, u64::MAX] {
            let entry = Entry { name: "casework.db".into(), length };
            assert_eq!(next_entry(&mut &header(&entry)[..]).unwrap().unwrap(), entry);
        }
    }

    #[test]
    fn nothing_may_follow_the_end() {
        let mut bytes = Vec::new();
        let entry = Entry { name: "a".into(), length: 3 };
        write_entry(&mut bytes, &entry, &mut &b"abc"[..]).unwrap();
        write_end(&mut bytes).unwrap();
        let read = |bytes: &[u8]| {
            let mut from = bytes;
            let entry = next_entry(&mut from)?.unwrap();
            let mut body = Vec::new();
            read_body(&mut from, &entry, |piece| {
                body.extend_from_slice(piece);
                Ok(())
            })?;
            assert_eq!(body, b"abc");
            next_entry(&mut from)
        };
        assert!(read(&bytes).unwrap().is_none());
        bytes.push(0);
        assert!(read(&bytes).is_err());
    }
}
