//! Gaps, repeats and disorder in numbering, lists written in two ways, levels that are skipped.

use super::{fill, finding};
use crate::Span;
use crate::diagnostic::{Diagnostic, DiagnosticCode};
use crate::document::words::exact_words;
use crate::document::{ElementKind, Mark, MarkStyle, Piece, Section, SectionKind};
use crate::lexer::chars::is_colon;
use crate::lexer::numeral::{is_han_numeral, write_han};
use crate::lexer::search::{self, before};

/// Checks the numbering of a piece.
pub(super) fn check(piece: Piece<'_>, found: &mut Vec<Diagnostic>) {
    let mut last = [0u32; MarkStyle::ALL.len()];
    walk(piece.sections(), &mut last, found);
    annexes(piece, found);
}

/// Checks the numbers in an annex note: 附件：1．甲⏎2．乙⏎4．丁.
fn annexes(piece: Piece<'_>, found: &mut Vec<Diagnostic>) {
    let Some(span) = piece.element(ElementKind::AttachmentNote).map(|note| note.span()) else { return };
    let Some(note) = piece.document.source().get(span.range()) else { return };
    let source = piece.document.source();
    let (mut above, mut end) = (None::<(u32, Span)>, span.start);
    for line in note.split('\n') {
        end += line.len() + 1;
        let words = search::trim_start(line);
        let label = exact_words!("附件： 附件: 附： 附:").begin(words).unwrap_or(0);
        let words = search::trim_start(search::after(words, label));
        // 附件1：甲
        let label = words.strip_prefix("附件").map_or("", |_| "附件");
        let Some((number, rest)) = search::number(search::after(words, label.len()), 2) else { continue };
        let sign = exact_words!(". ． 、").begin(rest).or(Some(0).filter(|_| !label.is_empty()));
        let Some(sign) = sign else { continue };
        let start = end - 1 - words.len();
        let place = Span::new(start, start + words.len() - rest.len() + sign);
        if let Some((previous, earlier)) = above.replace((number, place)).filter(|above| number > above.0 + 1) {
            let text = &source[place.range()];
            let sign = before(rest, sign);
            let missing = [label, &(previous + 1).to_string(), sign].concat();
            let last = [label, &(number - 1).to_string(), sign].concat();
            let message = if number == previous + 2 {
                ("{0} is followed by {1}: {2} is missing", "“{0}”之后是“{1}”，缺“{2}”")
            } else {
                ("{0} is followed by {1}: {2} to {3} are missing", "“{0}”之后是“{1}”，缺“{2}”至“{3}”")
            };
            let words = [&source[earlier.range()], text, &missing, &last];
            found.push(finding(DiagnosticCode::NumberingGap, place, message, &words).with_label(
                earlier,
                "the mark before it",
                "前一序号",
            ));
        }
    }
}

fn walk<'d>(sections: impl Iterator<Item = Section<'d>> + Clone, last: &mut [u32], found: &mut Vec<Diagnostic>) {
    let mut earlier: Option<(Section<'d>, Mark<'d>)> = None;
    // how the list at hand is written, by its first mark; `mixed` once a mark is written otherwise
    let mut written: Option<(Mark<'d>, Option<Writing>)> = None;
    let mut mixed = false;
    jumps(sections.clone(), found);
    turned(sections.clone(), found);
    let mut sections = sections.peekable();
    while let Some(section) = sections.next() {
        let Some(mark) = section.mark() else {
            if section.kind() == SectionKind::Heading {
                earlier = None;
            }
            walk(section.sections(), last, found);
            continue;
        };
        match earlier.replace((section, mark)) {
            Some((above, previous)) if previous.style() == mark.style() => {
                // a list of its own: a paragraph of text or a colon before it says so, or that it goes on with two
                let mut next = || sections.peek().and_then(|s| s.mark()).and_then(|m| m.ordinal());
                let anew = mark.ordinal() == Some(1)
                    && (above.text().contains('\n')
                        || after_colon(section, mark)
                        || mark.style() >= MarkStyle::ParenHan && next() == Some(2));
                if !anew {
                    follows(previous, mark, found);
                }
            }
            previous => {
                (written, mixed) = (None, false);
                let goes_on = previous.is_some_and(|(_, previous)| {
                    // 首先 其次 第三
                    (previous.style(), mark.style()) == (MarkStyle::FirstNext, MarkStyle::Nth)
                        && previous.ordinal().is_some_and(|n| mark.ordinal() == Some(n + 1))
                });
                if goes_on {
                    walk(section.sections(), last, found);
                    continue;
                }
                begins(mark, last.get(mark.style() as usize).copied().unwrap_or(0), found);
            }
        }
        if !mixed {
            let writing = writing(mark);
            match written {
                Some((first, Some(usual))) if writing.is_some_and(|w| w != usual) => {
                    found.push(differently(first, mark));
                    mixed = true;
                }
                Some(_) => {}
                None => written = Some((mark, writing)),
            }
        }
        if let (Some(slot), Some(ordinal)) = (last.get_mut(mark.style() as usize), mark.ordinal()) {
            *slot = ordinal;
        }
        walk(section.sections(), last, found);
    }
}

/// Whether a colon announces the list that a mark begins.
fn after_colon(section: Section<'_>, mark: Mark<'_>) -> bool {
    before(section.document.source(), mark.span().start).trim_end().ends_with(is_colon)
}

/// Checks that a mark goes on from the one before it in its list.
fn follows(above: Mark<'_>, mark: Mark<'_>, found: &mut Vec<Diagnostic>) {
    let (Some(previous), Some(number)) = (above.ordinal(), mark.ordinal()) else { return };
    if number == previous + 1 || number == 1 && previous > 1 && mark.style() >= MarkStyle::Nth {
        return; // in order, or a new enumeration
    }
    // 第二条之一 behind 第二条
    if number == previous && mark.style() == MarkStyle::Article && mark.text().contains('之') {
        return;
    }
    let missing = if number > previous { missing(mark, previous + 1, number - 1) } else { Missing::default() };
    let (code, message) = if number == previous {
        (DiagnosticCode::NumberingRepeat, ("{1} stands twice in its list", "序号“{1}”重复"))
    } else if number < previous {
        (DiagnosticCode::NumberingDisorder, ("{1} follows {0}", "“{0}”之后是“{1}”，次序颠倒"))
    } else if number == previous + 2 {
        (DiagnosticCode::NumberingGap, ("{0} is followed by {1}: {2} is missing", "“{0}”之后是“{1}”，缺{3}"))
    } else {
        (DiagnosticCode::NumberingGap, ("{0} is followed by {1}: {2} are missing", "“{0}”之后是“{1}”，缺{3}"))
    };
    let words = [&*above.text(), &*mark.text(), &*missing.english, &*missing.chinese];
    found.push(finding(code, mark.span(), message, &words).with_label(above.span(), "the mark before it", "前一序号"));
}

/// The mark of number `n` in the list that `mark` stands in.
fn written_like(mark: Mark<'_>, n: u32) -> String {
    match (mark.style(), mark.text().chars().next_back()) {
        (style @ MarkStyle::Arabic, Some('、')) => style.write(n).replace('.', "、"),
        (style @ MarkStyle::Arabic, Some('．')) => style.write(n).replace('.', "．"),
        // 01, PART 02
        (MarkStyle::Arabic, Some('0'..='9')) => {
            let text = mark.text();
            let name = text.trim_end_matches(|c: char| c.is_ascii_digit());
            if text[name.len()..].starts_with('0') { format!("{name}{n:02}") } else { [name, &n.to_string()].concat() }
        }
        // 1.3
        (MarkStyle::Decimal, _) => {
            let text = mark.text();
            let above = text.trim_end_matches(['.', '．', ' ']).trim_end_matches(|c: char| c.is_ascii_digit());
            [above, &n.to_string()].concat()
        }
        // 第一个问题：, 第一件事，
        (MarkStyle::Part | MarkStyle::Nth, _) => {
            let text = mark.text();
            let words = text.trim_start_matches(|c: char| c == '第' || c.is_ascii_digit() || is_han_numeral(c));
            ["第", &write_han(n), words].concat()
        }
        (MarkStyle::Han, Some(last)) if is_han_numeral(last) => write_han(n),
        (style, _) => style.write(n),
    }
}

/// Marks that are not there, in words.
#[derive(Default)]
struct Missing {
    english: String,
    chinese: String,
}

/// The marks of the numbers from `from` to `to`.
fn missing(mark: Mark<'_>, from: u32, to: u32) -> Missing {
    let (english, chinese) = match to - from {
        0 => ("{0}", "“{0}”"),
        1 => ("{0} and {1}", "“{0}”“{1}”"),
        _ => ("{0} to {1}", "“{0}”至“{1}”"),
    };
    let words = [&*written_like(mark, from), &*written_like(mark, to)];
    Missing { english: fill(english, &words), chinese: fill(chinese, &words) }
}

/// Checks that a list begins with one, or goes on from the last list of its style.
fn begins(mark: Mark<'_>, last: u32, found: &mut Vec<Diagnostic>) {
    let Some(number) = mark.ordinal().filter(|&n| n > 1 && n != last + 1) else { return };
    let this = mark.text();
    found.push(if last > 0 && number > last && number - last <= 3 {
        let missing = missing(mark, last + 1, number - 1);
        finding(
            DiagnosticCode::NumberingGap,
            mark.span(),
            ("{0} goes on from {1}: {2} missing", "“{0}”接续“{1}”，缺{3}"),
            &[&this, &written_like(mark, last), &missing.english, &missing.chinese],
        )
    } else {
        finding(DiagnosticCode::NumberingStart, mark.span(), ("the list begins with {0}", "序号从“{0}”开始"), &[&this])
    });
}

/// The punctuation or brackets of a mark, half and full width told apart.
type Writing = [char; 2];

/// How a mark is written; `None` where it is misread.
fn writing(mark: Mark<'_>) -> Option<Writing> {
    let text = mark.text();
    let mut chars = text.chars().filter(|c| !c.is_whitespace());
    let (first, last) = (chars.next()?, chars.next_back()?);
    match mark.style() {
        MarkStyle::Han | MarkStyle::Arabic | MarkStyle::HalfParenArabic => {
            let last = if last.is_ascii_digit() { '0' } else { last };
            let misread = matches!(last, ',' | '，') || mark.style() == MarkStyle::Han && last != '、';
            (!misread).then_some([last, ' '])
        }
        MarkStyle::ParenHan | MarkStyle::ParenArabic => Some([first, last]),
        _ => None,
    }
}

fn differently(first: Mark<'_>, mark: Mark<'_>) -> Diagnostic {
    finding(
        DiagnosticCode::MixedStyles,
        mark.span(),
        ("{1} is written in another way than {0} in the same list", "同一层次序号写法不一：“{0}”与“{1}”"),
        &[&first.text(), &mark.text()],
    )
    .with_label(first.span(), "the list begins so", "本层次的写法")
}

const LEVELS: (&str, &str) = (
    "levels go 一、 （一） 1. （1） (GB/T 9704-2012, 7.3.3)",
    "结构层次序数依次为“一、”“（一）”“1.”“（1）”（GB/T 9704-2012 7.3.3）",
);

/// The first of the headings 1. below 一、 that has parts （一）, which rank above it.
fn turned<'d>(mut sections: impl Iterator<Item = Section<'d>>, found: &mut Vec<Diagnostic>) {
    let style = |s: Section<'d>| s.mark().map(|m| m.style());
    found.extend(sections.find_map(|section| {
        let mark = section.mark().filter(|m| m.style() == MarkStyle::Arabic)?;
        section.parent().filter(|&above| style(above) == Some(MarkStyle::Han))?;
        let below = section.sections().next().filter(|&below| style(below) == Some(MarkStyle::ParenHan))?;
        let part = below.mark().filter(|&part| !after_colon(below, part))?;
        let message = ("{1} stands below {0}", "“{0}”之下用“{1}”，层次序数颠倒");
        let finding = finding(DiagnosticCode::LevelJump, part.span(), message, &[&mark.text(), &part.text()]);
        Some(finding.with_label(mark.span(), "the heading", "上级标题").with_help(LEVELS.0, LEVELS.1))
    }));
}

/// Headings whose parts are numbered a level lower than their siblings' parts.
fn jumps<'d>(sections: impl Iterator<Item = Section<'d>> + Clone, found: &mut Vec<Diagnostic>) {
    let inner = |s: Section<'d>| {
        let first = s.sections().find_map(|below| Some((below, below.mark()?)));
        first.filter(|part| part.1.style() < MarkStyle::Nth)
    };
    let with_parts = sections.clone().filter(|s| s.mark().is_some()).filter_map(inner);
    let usual = with_parts.clone().filter(|part| part.1.style() == MarkStyle::ParenHan).count();
    if usual < 2 || usual * 2 <= with_parts.count() {
        return;
    }
    for section in sections {
        let (Some(mark), Some((below, part))) = (section.mark(), inner(section)) else { continue };
        // what a colon announces is a list, not a level
        if mark.style() == MarkStyle::Han && part.style() > MarkStyle::ParenHan && !after_colon(below, part) {
            found.push(
                finding(
                    DiagnosticCode::LevelJump,
                    part.span(),
                    (
                        "{1} stands right under {0}, where its siblings have （一）",
                        "“{0}”之下直接用“{1}”，而同级各部分用“（一）”",
                    ),
                    &[&mark.text(), &part.text()],
                )
                .with_label(mark.span(), "the heading", "上级标题")
                .with_help(LEVELS.0, LEVELS.1),
            );
        }
    }
}
