//! Findings: what a reader of the draft should look at.

use crate::Span;
use crate::named::named;

named! {
    /// How much a finding matters.
    #[non_exhaustive]
    pub enum Severity {
        /// Good to know: nothing is wrong with the writing.
        Information = "information",
        /// Probably a slip of the writer or of the machine that read the page.
        Warning = "warning",
    }
}

/// The language of a message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Chinese (简体中文).
    Chinese,
}

named! {
    /// What kind of finding it is.
    #[non_exhaustive]
    pub enum DiagnosticCode {
        /// A number is left out: 三 follows 一.
        NumberingGap = "numbering_gap",
        /// A number comes twice: 二 follows 二.
        NumberingRepeat = "numbering_repeat",
        /// A list begins with another number than one.
        NumberingStart = "numbering_start",
        /// A list goes back: 二 follows 四.
        NumberingDisorder = "numbering_disorder",
        /// A level is skipped or stands above its own: 1. directly under 第一章 where its siblings stand under 一、, （一） under 1.
        LevelJump = "level_jump",
        /// Marks of one list are written in different ways: 1. and 2、.
        MixedStyles = "mixed_styles",
        /// A count that the text announces (七方面经验) is not the count found.
        CountMismatch = "count_mismatch",
        /// A quotation mark or bracket without its partner.
        Unbalanced = "unbalanced",
        /// A mark or numeral was probably misread (2O19, —、), or a document's number is not written as GB/T 9704 has it
        /// (`青政发[2024]05号`).
        Misreading = "misreading",
        /// The text ends in the middle of a sentence.
        CutOff = "cut_off",
        /// Noise was found and set aside.
        NoiseRemoved = "noise_removed",
        /// A reference (本办法第八条) to a part that the document does not have.
        UnresolvedReference = "unresolved_reference",
        /// A day that no calendar has (2月30日), or with another day of the week.
        ImpossibleDate = "impossible_date",
        /// Two marks of punctuation where one stands: ，，
        Punctuation = "punctuation",
    }
}

/// A place that a finding points at, with a few words on its part in the matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    pub(crate) span: Span,
    pub(crate) text: (String, String),
}

impl Label {
    /// The place in the source, in bytes.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The words, in `language`; may be empty.
    pub fn message(&self, language: Language) -> &str {
        pick(&self.text, language)
    }
}

/// A finding: something in the writing that a person should look at.
///
/// ```
/// use gongwen::{DiagnosticCode, Language};
///
/// let document = gongwen::parse("一、总体要求\n二、重点任务\n四、保障措施");
/// let gap = &document.diagnostics()[0];
/// assert_eq!(gap.code(), DiagnosticCode::NumberingGap);
/// assert_eq!(gap.message(Language::English), "二、 is followed by 四、: 三、 is missing");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub(crate) code: DiagnosticCode,
    pub(crate) labels: Vec<Label>,
    pub(crate) message: (String, String),
    pub(crate) help: Option<(String, String)>,
}

impl Diagnostic {
    /// What kind of finding it is.
    pub fn code(&self) -> DiagnosticCode {
        self.code
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// The place that it is mainly about.
    pub fn span(&self) -> Span {
        self.labels.first().map(|l| l.span).unwrap_or_default()
    }

    /// The places that it points at, the main one first.
    pub fn labels(&self) -> &[Label] {
        &self.labels
    }

    /// One sentence that says what was found.
    pub fn message(&self, language: Language) -> &str {
        pick(&self.message, language)
    }

    /// What the writer could do, where there is something to say.
    pub fn help(&self, language: Language) -> Option<&str> {
        self.help.as_ref().map(|h| pick(h, language))
    }
}

fn pick(text: &(String, String), language: Language) -> &str {
    match language {
        Language::English => &text.0,
        Language::Chinese => &text.1,
    }
}

impl DiagnosticCode {
    /// How much findings of this kind matter.
    pub fn severity(self) -> Severity {
        match self {
            DiagnosticCode::NoiseRemoved => Severity::Information,
            _ => Severity::Warning,
        }
    }
}
