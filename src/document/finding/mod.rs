//! Findings: what in the writing a person should look at, worked out when first asked for.

mod count;
mod date;
mod misreading;
mod numbering;
mod pairs;
mod punctuation;

use super::words::{ExactWords, exact_words};
use super::{Document, NoiseKind, Section, label};
use crate::Span;
use crate::diagnostic::{Diagnostic, DiagnosticCode, Label};
use crate::lexer::chars::{is_colon, is_han};
use crate::lexer::decode::last_char;
use crate::lexer::search::{before, chars, first, position};
use crate::tree::{Slot, SlotKind};

/// All findings of a document, in the order of the text.
pub(super) fn find(document: &Document<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for piece in document.pieces() {
        numbering::check(piece, &mut found);
        count::check(piece, &mut found);
    }
    count::check_pieces(document, &mut found);
    misreading::check(document, &mut found);
    pairs::check(document, &mut found);
    punctuation::check(document, &mut found);
    date::check(document, &mut found);
    found.extend(document.unresolved_references());
    cut_off(document, &mut found);
    noise(document, &mut found);
    found.sort_by_key(|d| (d.span().start, d.span().end));
    found
}

/// A finding with its words in English and Chinese, in which `{0}`, `{1}` … stand for `words`.
pub(super) fn finding(
    code: DiagnosticCode,
    span: Span,
    (english, chinese): (&str, &str),
    words: &[&str],
) -> Diagnostic {
    Diagnostic {
        code,
        labels: vec![Label { span, text: (String::new(), String::new()) }],
        message: (fill(english, words), fill(chinese, words)),
        help: None,
    }
}

/// A text with `words` in the places that `{0}`, `{1}` … keep.
fn fill(text: &str, words: &[&str]) -> String {
    let mut parts = text.split(['{', '}']);
    let mut filled = parts.next().unwrap_or_default().to_owned();
    while let (Some(number), Some(after)) = (parts.next(), parts.next()) {
        let word = number.parse::<usize>().ok().and_then(|n| words.get(n)).copied();
        filled += word.unwrap_or_default();
        filled += after;
    }
    filled
}

impl Diagnostic {
    fn with_help(mut self, english: &str, chinese: &str) -> Self {
        self.help = Some((english.to_owned(), chinese.to_owned()));
        self
    }

    fn with_label(mut self, span: Span, english: &str, chinese: &str) -> Self {
        self.labels.push(Label { span, text: (english.to_owned(), chinese.to_owned()) });
        self
    }
}

/// The end of a text that stops in the middle of a sentence.
fn cut_off(document: &Document<'_>, found: &mut Vec<Diagnostic>) {
    let tree = document.tree();
    let last = tree
        .descendants(0)
        .rev()
        .map(|i| tree.slot(i))
        .find(|slot| slot.kind.is_leaf() && !matches!(slot.kind, SlotKind::Noise | SlotKind::Break));
    let Some(last) = last.filter(|slot| slot.kind == SlotKind::Text) else { return };
    if !matches!(tree.slot(last.parent).kind, SlotKind::Section | SlotKind::Piece) {
        return;
    }
    let text = &document.source()[last.start as usize..last.end as usize];
    let Some(end) = last_char(text) else { return };
    let sentence = text.contains(['。', '，', ',']);
    // 文/本报记者 李某
    let tail = text.rsplit(['。', '！', '？', '”', '，']).next().unwrap_or_default().trim();
    let signed = tail.starts_with("文/") || tail.contains("记者 ");
    // 责任单位：县水利局 ends as it should
    let last_sentence = text.rsplit(['。', '\n']).next().unwrap_or_default();
    let labelled = label::label_start(last_sentence).is_some() || is_value(document, last) && is_han(end);
    let ended = signed || labelled || is_han(end) && goes_on_from_row(document, last);
    let open = is_han(end) || crate::lexer::chars::is_comma(end) || end == '…';
    if sentence && open && !ended {
        let from = text.char_indices().rev().nth(9).map_or(0, |(i, _)| i);
        let span = Span::new(last.start as usize + from, last.end as usize);
        let message = ("the text ends in the middle of a sentence", "正文在一句话中间中断");
        found.push(
            finding(DiagnosticCode::CutOff, span, message, &[]).with_help(
                "the source may be a preview; look for the whole document",
                "来源可能只是预览，请核对完整文件",
            ),
        );
    }
}

/// The longest line that ends without a full stop as it should, in characters.
const ROW: usize = 40;

/// Whether a text is what stands behind the label of a fact: 整改期限：立即整改，长期坚持, 二、地点：青石水库，青石镇以北3公里.
fn is_value(document: &Document<'_>, last: Slot) -> bool {
    const FACTS: ExactWords = exact_words!(
        "时间 时限 期限 地点 地址 对象 范围 人员 单位 部门 标准 方式 电话 主题 形式 名称 频次 注 备注 说明 来源"
    );
    let text = &document.source()[last.start as usize..last.end as usize];
    let section = Section { document, at: last.parent };
    let title = Some(section).filter(|_| document.tree().slot(last.parent).kind == SlotKind::Section);
    let title = title.and_then(Section::title).map(|title| title.text()).filter(|_| is_colon(first(text)));
    let inline = || before(text, position(text, is_colon).unwrap_or(0));
    let label = title.as_deref().unwrap_or_else(inline);
    let fact = FACTS.end(label).is_some() || label::label(label).is_some();
    fact && chars(label) <= 8 && chars(text) <= ROW && !text.contains('。')
}

/// Whether the line above is a row of the same list, which has a comma and no full stop either: 孙涛，县财政局局长.
fn goes_on_from_row(document: &Document<'_>, last: Slot) -> bool {
    let is_row = |slot: Slot| {
        let text = &document.source()[slot.start as usize..slot.end as usize];
        chars(text) <= ROW && text.contains(['，', ',']) && last_char(text).is_some_and(is_han) && !text.contains('。')
    };
    let leaves = document.tree().descendants(0).rev().map(|i| document.tree().slot(i));
    let mut texts = leaves.filter(|slot| slot.kind == SlotKind::Text && slot.start < last.start);
    is_row(last) && texts.next().is_some_and(is_row)
}

/// What was set aside, one finding for each kind.
fn noise(document: &Document<'_>, found: &mut Vec<Diagnostic>) {
    let mut counts = [(0usize, Span::new(0, 0)); NoiseKind::ALL.len()];
    for noise in document.noise() {
        if let Some(count) = counts.get_mut(noise.kind() as usize) {
            if count.0 == 0 {
                count.1 = noise.span();
            }
            count.0 += 1;
        }
    }
    for (kind, (count, first)) in NoiseKind::ALL.iter().zip(counts) {
        if count == 0 {
            continue;
        }
        let (one, many, chinese) = match kind {
            NoiseKind::PageMark => ("page mark", "page marks", "页码标记"),
            NoiseKind::PageNumber => ("page number", "page numbers", "页码"),
            NoiseKind::RunningHead => ("running head", "running heads", "页眉页脚"),
            NoiseKind::Boilerplate => ("passage of site furniture", "passages of site furniture", "网站附加文字"),
            NoiseKind::Contents => ("table of contents", "parts of a table of contents", "目录"),
            NoiseKind::HardWrap => ("hard line break", "hard line breaks", "句中换行"),
            NoiseKind::StrayBlank => ("stray blank", "stray blanks", "多余空格"),
        };
        let name = if count == 1 { one } else { many };
        found.push(finding(
            DiagnosticCode::NoiseRemoved,
            first,
            ("{0} {1} set aside", "已剔除{2}{0}处"),
            &[&count.to_string(), name, chinese],
        ));
    }
}
