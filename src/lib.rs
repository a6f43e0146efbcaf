//! Reads the structure of Chinese official writing (公文, 讲话稿, 交流材料, 方案, 报告, 法规) out of plain
//! text as it is found in the wild, and gives it as a lossless, typed tree.
//!
//! [`parse`] takes any text and gives a [`Document`]: its [`Piece`]s (a file often holds several
//! documents), their form ([`Element`]: 发文字号, 主送机关, 成文日期 …), their [`Section`]s nested as
//! the author meant them, what each section is for ([`Role`]), typed views of the three parts that
//! matter most ([`Significance`], [`CoreExperience`], [`Countermeasures`]), what is noise, and what in
//! the writing a person should look at ([`Diagnostic`]).
//!
//! ```
//! let document = gongwen::parse("关于防汛的通知\n一、重要意义\n（略）\n二、主要措施\n1、压实责任。由县水利局牵头。");
//! let section = document.outline().nth(1).unwrap();
//! assert_eq!(section.title().unwrap().text(), "主要措施");
//! assert_eq!(section.role(), Some(gongwen::Role::Countermeasures));
//! assert_eq!(section.sections().next().unwrap().path(), "1/二/1");
//! ```
//!
//! # Laws
//!
//! 1. [`parse`] never fails and never panics: every `&str` is a document. Calls that can be refused
//!    return `Result<_, `[`Error`]`>`.
//! 2. The leaves of the tree, in order, are the source, byte for byte; children lie inside their
//!    parents, siblings do not overlap, spans end on character boundaries.
//! 3. The same text gives the same tree; time and memory grow linearly with its length.
//! 4. Meaning is worked out in one place; JSON and JavaScript only carry it.
//! 5. No `unsafe`, no panic in library code.
//!
//! # Features
//!
//! - `serde`: [`Document`] and all in it implement `Serialize` and give the public JSON, whose fields
//!   `src/wasm/types.d.ts` describes (there in camelCase); the typed views are in it with
//!   [`Options::with_views`]. There is no `Deserialize`: a document is read from its text.
//! - `wasm`: the face for JavaScript, from which the npm package is made; of no use to Rust callers.
//!
//! # The way through the code
//!
//! ```text
//! text ──lexer──▶ candidates ──parser──▶ decisions ──tree──▶ leaves + nodes ──document──▶ views ──▶ JSON, JavaScript
//!         could be              is                   holds                    means
//!
//! src/
//!   options.rs  source.rs (spans, LineIndex)  diagnostic.rs (what a finding is)  error.rs  word_list.rs  named.rs
//!   lexer/       1  text → what its stretches could be
//!     char_set  words  search  decode  chars  bold (**……**)  variant (⼀ 漢)  stops  breaks  numeral  amount
//!     mark (一、 第三条 一是 …)  decimal (1.1)  spread (一　)  bare (1)  padded (01)  spoken (首先)  look_alike (—、)
//!       place: where it stands; stop: where it is looked for; tests
//!   parser/      2  text → what it is; one pass after the other
//!     noise/     first: what is not the document
//!       line  words  boilerplate  page_head  page_title  lone_line  page_foot  site_line  page_number  running_head  contents  page_mark  hard_wrap  cut_line  inline_break  jammer  stray_blank  reading (發(fā)展)  glued_head  glued_tail  glued
//!     row        rows of tables: no furniture, signed by nobody
//!     clean      the text without its noise, and the way back to the source
//!     piece/     second: where documents begin and end
//!       head  letterhead (above the title)  bulletin (head of 简报, 纪要)  annex (told by nouns)  title  noun  mark  place  tail  subtitle  collection (titles over several pieces)
//!       title_line (told by what stands around)  untitled  byline  opener  volume (第一篇 of one document)  numbered (as many as a collection's title counts)  dateline (of reports); tests
//!     element/   the parts of the form, each by its own look
//!       attachment  foot (抄送 印发)  note (附注, 注释, 出席)  date  person (who wrote, speaks or signs)  matching
//!     section/   third: which marks are real, and how sections nest
//!       choice (among candidates)  score (of each)  unnumbered  asked (问： 记者：)  chapter_title  title_sentence  counted (体会一：)  lead  table (rows are none)  step_back (what follows a run)
//!       weave (them together)
//!     title/     fourth: where a title ends
//!       runs (of glued titles)  boundary  recurrence  of_a_time (2026年重点工作)
//!   tree/        3  the lossless flat tree; build puts noise back as leaves
//!   document/    4  views over the tree, values worked out when asked for
//!     piece  section  mark  element  value (of elements)  date  noise  excerpt  entry  words  signs  path  format (Display)
//!     role/ (lexicon title object writing decide under siblings ends announced buffer)  genre  reference
//!     significance  core_experience  countermeasures; for them announced  period  measure  action
//!     responsibility  note  duty (in sentences)  label  unit_list  deadline  indicator  task  task_table  task_card
//!     finding/ (numbering count pairs misreading date punctuation)
//!   serde/       5  the public JSON (feature `serde`); view: the typed views in it
//!   wasm/        6  the face for JavaScript (feature `wasm`): tape (numbers in columns)  utf16  types.d.ts
//! ```

#![cfg_attr(docsrs, feature(doc_cfg))]
// The library does not panic; its own tests may.
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::todo, clippy::dbg_macro))]

mod diagnostic;
mod document;
mod error;
mod lexer;
mod named;
mod options;
mod parser;
#[cfg(feature = "serde")]
mod serde;
mod source;
mod tree;
#[cfg(feature = "wasm")]
mod wasm;
mod word_list;

pub use diagnostic::{Diagnostic, DiagnosticCode, Label, Language, Severity};
pub use document::{
    Announced, Attachment, Bound, CivilDate, CoreExperience, Countermeasures, Deadline, DocNumber, Document, Due,
    Element, ElementKind, ElementValue, Excerpt, Genre, GenreEvidence, Indicator, Interval, Lexicon, Mark, MarkStyle,
    Measure, Noise, NoiseKind, Part, Period, Piece, Principle, Problem, Reason, Reference, ReferenceKind,
    Responsibility, Role, RoleBasis, RoleEvidence, SecrecyLevel, Section, SectionKind, Significance, Stage, Task,
    Title, Unit, UrgencyLevel,
};
pub use error::Error;
pub use options::Options;
pub use source::{LineIndex, Position, Span};

/// Reads the structure of a text; never fails, whatever the text. (Places are numbers of 32 bits: those of a text of 4 GiB
/// or more are wrong.)
///
/// ```
/// let document = gongwen::parse("关于加强安全生产的通知\n一、提高认识\n二、落实责任");
/// let piece = document.pieces().next().unwrap();
/// assert_eq!(piece.title().unwrap().text(), "关于加强安全生产的通知");
/// assert_eq!(piece.sections().count(), 2);
/// ```
#[must_use]
pub fn parse(text: &str) -> Document<'_> {
    Options::new().parse(text)
}

/// Runs the examples of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
