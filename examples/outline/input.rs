//! From a path to text: which files there are, and how their bytes are to be read.

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

/// Why a file gives no text.
#[derive(Debug, thiserror::Error)]
pub enum InputError {
    #[error("{path}: no such file")]
    Missing { path: String },
    #[error("{path}: no .txt or .md file in this directory")]
    Empty { path: String },
    #[error("{path}: cannot be read: {source}")]
    Unreadable { path: String, source: io::Error },
    #[error("{path}: is {form}, not plain text: save it as text first")]
    Form { path: String, form: &'static str },
    #[error("{path}: cannot be decoded: not UTF-8 (from byte {at}), not UTF-16 with a byte order mark, not GB18030")]
    Undecodable { path: String, at: usize },
}

/// The text of a file, or of standard input for `-`.
pub fn read(path: &Path) -> Result<String, InputError> {
    let bytes = if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    let path = crate::name(path);
    match bytes {
        Ok(bytes) => match form(&bytes) {
            Some(form) => Err(InputError::Form { path, form }),
            None => decode(bytes).map_err(|at| InputError::Undecodable { path, at }),
        },
        Err(error) if error.kind() == ErrorKind::NotFound => Err(InputError::Missing { path }),
        Err(source) => Err(InputError::Unreadable { path, source }),
    }
}

/// What a file is that holds a text in another form, by its first bytes.
fn form(bytes: &[u8]) -> Option<&'static str> {
    let begins = |start: &[u8]| bytes.get(..start.len()).is_some_and(|bytes| bytes.eq_ignore_ascii_case(start));
    match bytes {
        [b'P', b'K', 3, 4, ..] => Some("a Word file (.docx) or another archive"),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Some("a Word file (.doc)"),
        [b'%', b'P', b'D', b'F', ..] => Some("a PDF file"),
        _ if begins(b"<!doctype html") || begins(b"<html") => Some("HTML"),
        _ => None,
    }
}

/// Reads the bytes as UTF-8, UTF-16 with a byte order mark, or GB18030; gives the first byte
/// that is not UTF-8 where none fits.
///
/// The byte order mark of UTF-8 stays in the text, so that spans are places in the file itself.
fn decode(bytes: Vec<u8>) -> Result<String, usize> {
    let utf16 = match bytes.as_slice() {
        [0xFF, 0xFE, ..] => Some(UTF_16LE),
        [0xFE, 0xFF, ..] => Some(UTF_16BE),
        _ => None,
    };
    if let Some(encoding) = utf16 {
        let text = encoding.decode_with_bom_removal(&bytes);
        return if text.1 { Err(0) } else { Ok(text.0.into_owned()) };
    }
    String::from_utf8(bytes).or_else(|error| {
        let at = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let text =
            looks_like_gb18030(bytes).then(|| GB18030.decode_without_bom_handling_and_without_replacement(bytes));
        text.flatten().map(|t| t.into_owned()).ok_or(at)
    })
}

/// Whether most of the double bytes are everyday characters: nearly any bytes can be read as
/// GB18030, also damaged UTF-8, but only real text gives mostly those that GB 2312 has in its
/// first level.
fn looks_like_gb18030(bytes: &[u8]) -> bool {
    if bytes.contains(&0) {
        return false;
    }
    let (mut pairs, mut everyday, mut at) = (0usize, 0usize, 0usize);
    while let Some(&lead) = bytes.get(at) {
        let trail = bytes.get(at + 1).copied().unwrap_or_default();
        at += match (lead, trail) {
            (..0x80, _) => 1,
            (_, b'0'..=b'9') => 4,
            _ => 2,
        };
        if lead >= 0x80 {
            pairs += 1;
            everyday += usize::from(matches!(lead, 0xA1..=0xA3 | 0xB0..=0xD7) && trail >= 0xA1);
        }
    }
    everyday * 2 > pairs
}

/// The .txt and .md files below a directory, sorted, never none; hidden ones are passed over.
pub fn files_in(directory: &Path) -> Result<Vec<PathBuf>, InputError> {
    let path = || crate::name(directory);
    match walk(directory) {
        Ok(files) if files.is_empty() => Err(InputError::Empty { path: path() }),
        Ok(files) => Ok(files),
        Err(source) => Err(InputError::Unreadable { path: path(), source }),
    }
}

fn walk(directory: &Path) -> io::Result<Vec<PathBuf>> {
    let (mut files, mut folders) = (Vec::new(), vec![directory.to_path_buf()]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            let (path, kind) = (entry.path(), entry.file_type()?);
            if entry.file_name().as_encoded_bytes().starts_with(b".") {
                continue;
            }
            if kind.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e.eq_ignore_ascii_case("txt") || e.eq_ignore_ascii_case("md")) {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}
