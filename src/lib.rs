//! Reads the structure of Chinese official writing out of plain text.
#![doc = ""]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod diagnostic;
mod document;
mod error;
mod lexer;
mod options;
mod parser;
#[cfg(feature = "serde")]
mod serde;
mod source;
mod tree;
#[cfg(feature = "wasm")]
mod wasm;

pub use diagnostic::{Diagnostic, DiagnosticCode, Label, Language, Severity};
pub use document::{
    Document, Element, ElementKind, Lexicon, Mark, MarkStyle, Noise, NoiseKind, Piece, Role, RoleBasis, RoleEvidence,
    Section, SectionKind, Title,
};
pub use error::Error;
pub use options::Options;
pub use source::{LineIndex, Position, Span};

/// Reads the structure of a text; never fails, whatever the text.
///
/// ```
/// let document = gongwen::parse("关于加强安全生产的通知\n一、提高认识\n二、落实责任");
/// let piece = document.pieces().next().unwrap();
/// assert_eq!(piece.title().unwrap().text(), "关于加强安全生产的通知");
/// assert_eq!(piece.sections().count(), 2);
/// ```
pub fn parse(text: &str) -> Document<'_> {
    Options::new().parse(text)
}

/// Runs the examples of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
