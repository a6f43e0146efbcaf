//! What a call can be refused for.

/// Why a call was refused.
///
/// [`parse`](crate::parse) itself never fails: every text is a document. Only calls that take
/// something else than text can be refused.
///
/// ```
/// let document = gongwen::parse("一、加强领导");
/// let error = document.get("1/七").unwrap_err();
/// assert_eq!(error.to_string(), "no section at path `1/七`: the document has nothing at `七`");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A citation path (`1/二/3`) names a section that the document does not have.
    #[error("no section at path `{path}`: the document has nothing at `{step}`")]
    NoSuchPath {
        /// The path as it was given.
        path: String,
        /// The first step that could not be followed.
        step: String,
    },
    /// An offset lies past the end of the source.
    #[error("offset {offset} is past the end of the source ({len} bytes)")]
    OffsetOutOfRange {
        /// The offset as it was given, in bytes.
        offset: usize,
        /// The length of the source in bytes.
        len: usize,
    },
    /// A line of a lexicon cannot be read.
    #[error("lexicon line {line}: {reason}: `{text}`")]
    Lexicon {
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        reason: &'static str,
        /// The line as it was given.
        text: String,
    },
}
