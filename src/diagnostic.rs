//! Findings: what a reader of the draft should look at.

use crate::Span;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Severity {
    /// Good to know: nothing is wrong with the writing.
    Information,
    /// Probably a slip of the writer or of the machine that read the page.
    Warning,
}

impl Severity {
    /// The name in JSON: `information`, `warning`.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Information => "information",
            Severity::Warning => "warning",
        }
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

/// What kind of finding it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DiagnosticCode {
    /// A number is left out: 三 follows 一.
    NumberingGap,
    /// A number comes twice: 二 follows 二.
    NumberingRepeat,
    /// A list begins with another number than one.
    NumberingStart,
    /// A list goes back: 二 follows 四.
    NumberingDisorder,
    /// A level is skipped: 1. stands directly under 第一章 where its siblings stand under 一、.
    LevelJump,
    /// Marks of one list are written in different ways: 1. and 2、.
    MixedStyles,
    /// A count that the text announces (七方面经验) is not the count found.
    CountMismatch,
    /// A quotation mark or bracket without its partner.
    Unbalanced,
    /// A mark or numeral was probably misread (2O19, —、).
    Misreading,
    /// The text ends in the middle of a sentence.
    CutOff,
    /// Noise was found and set aside.
    NoiseRemoved,
    /// A reference (本办法第八条) to a part that the document does not have.
    UnresolvedReference,
    /// A day that no calendar has (2月30日), or with another day of the week.
    ImpossibleDate,
    /// Two marks of punctuation where one stands: ，，
    Punctuation,
}

/// A place that a finding points at, with a few words on its part in the matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The place in the source, in bytes.
    pub span: Span,
    pub(crate) text: (String, String),
}

impl Label {
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
    /// Every kind, in the order of the enum.
    pub const ALL: [DiagnosticCode; 14] = [
        DiagnosticCode::NumberingGap,
        DiagnosticCode::NumberingRepeat,
        DiagnosticCode::NumberingStart,
        DiagnosticCode::NumberingDisorder,
        DiagnosticCode::LevelJump,
        DiagnosticCode::MixedStyles,
        DiagnosticCode::CountMismatch,
        DiagnosticCode::Unbalanced,
        DiagnosticCode::Misreading,
        DiagnosticCode::CutOff,
        DiagnosticCode::NoiseRemoved,
        DiagnosticCode::UnresolvedReference,
        DiagnosticCode::ImpossibleDate,
        DiagnosticCode::Punctuation,
    ];

    /// The name in JSON, such as `numbering_gap`.
    pub fn name(self) -> &'static str {
        match self {
            DiagnosticCode::NumberingGap => "numbering_gap",
            DiagnosticCode::NumberingRepeat => "numbering_repeat",
            DiagnosticCode::NumberingStart => "numbering_start",
            DiagnosticCode::NumberingDisorder => "numbering_disorder",
            DiagnosticCode::LevelJump => "level_jump",
            DiagnosticCode::MixedStyles => "mixed_styles",
            DiagnosticCode::CountMismatch => "count_mismatch",
            DiagnosticCode::Unbalanced => "unbalanced",
            DiagnosticCode::Misreading => "misreading",
            DiagnosticCode::CutOff => "cut_off",
            DiagnosticCode::NoiseRemoved => "noise_removed",
            DiagnosticCode::UnresolvedReference => "unresolved_reference",
            DiagnosticCode::ImpossibleDate => "impossible_date",
            DiagnosticCode::Punctuation => "punctuation",
        }
    }

    /// How much findings of this kind matter.
    pub fn severity(self) -> Severity {
        match self {
            DiagnosticCode::NoiseRemoved => Severity::Information,
            _ => Severity::Warning,
        }
    }
}
