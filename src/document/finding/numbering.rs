//! Gaps, repeats and disorder in numbering, lists written in two ways, levels that are skipped.

use super::finding;
use crate::diagnostic::{Diagnostic, DiagnosticCode};
use crate::document::{Mark, MarkStyle, Piece, Section, SectionKind};

/// Checks the numbering of a piece.
pub(super) fn check(piece: Piece<'_>, found: &mut Vec<Diagnostic>) {
    let mut last = [0u32; MarkStyle::ALL.len()];
    walk(piece.sections(), &mut last, found);
}

fn walk<'d>(sections: impl Iterator<Item = Section<'d>> + Clone, last: &mut [u32], found: &mut Vec<Diagnostic>) {
    let mut before: Option<Section<'d>> = None;
    let mut written: Option<Mark<'d>> = None;
    let mut mixed = false;
    jumps(sections.clone(), found);
    for section in sections {
        let mark = section.mark();
        match mark {
            Some(mark) if before.and_then(|b| b.mark()).is_some_and(|b| b.style() == mark.style()) => {
                // a paragraph of text between two lists of one style makes the second a list of its own
                let anew = mark.ordinal() == Some(1) && before.is_some_and(|b| b.text().contains('\n'));
                if let Some(before) = before.and_then(|b| b.mark()).filter(|_| !anew) {
                    follows(before, mark, found);
                }
            }
            Some(mark) => {
                (written, mixed) = (None, false);
                let goes_on = before.and_then(|b| b.mark()).is_some_and(|b| {
                    // 首先 其次 第三
                    (b.style(), mark.style()) == (MarkStyle::FirstNext, MarkStyle::Nth)
                        && b.ordinal().is_some_and(|n| mark.ordinal() == Some(n + 1))
                });
                if goes_on {
                    before = Some(section);
                    walk(section.sections(), last, found);
                    continue;
                }
                begins(mark, last.get(mark.style() as usize).copied().unwrap_or(0), found);
            }
            None => {}
        }
        if let Some(mark) = mark {
            if let Some(first) = written.filter(|w| !mixed && differ(*w, mark)) {
                found.push(differently(first, mark));
                mixed = true;
            }
            written = written.or(Some(mark));
            if let (Some(slot), Some(ordinal)) = (last.get_mut(mark.style() as usize), mark.ordinal()) {
                *slot = ordinal;
            }
            before = Some(section);
        } else if section.kind() == SectionKind::Heading {
            before = None;
        }
        walk(section.sections(), last, found);
    }
}

/// Checks that a mark goes on from the one before it in its list.
fn follows(before: Mark<'_>, mark: Mark<'_>, found: &mut Vec<Diagnostic>) {
    let (Some(previous), Some(number)) = (before.ordinal(), mark.ordinal()) else { return };
    let (style, earlier, this) = (mark.style(), before.text(), mark.text());
    let diagnostic = if number == previous + 1 {
        return;
    } else if number == previous {
        finding(
            DiagnosticCode::NumberingRepeat,
            mark.span(),
            format!("{this} stands twice in its list"),
            format!("序号“{this}”重复"),
        )
    } else if number > previous {
        let missing = missing(mark, previous + 1, number - 1);
        let verb = if number == previous + 2 { "is" } else { "are" };
        finding(
            DiagnosticCode::NumberingGap,
            mark.span(),
            format!("{earlier} is followed by {this}: {} {verb} missing", missing.0),
            format!("“{earlier}”之后是“{this}”，缺{}", missing.1),
        )
    } else if number == 1 && style >= MarkStyle::Nth {
        return; // a new enumeration
    } else {
        finding(
            DiagnosticCode::NumberingDisorder,
            mark.span(),
            format!("{this} follows {earlier}"),
            format!("“{earlier}”之后是“{this}”，次序颠倒"),
        )
    };
    found.push(diagnostic.with_label(before.span(), "the mark before it", "前一序号"));
}

/// The mark of number `n` in the list that `mark` stands in.
fn written_like(mark: Mark<'_>, n: u32) -> String {
    match (mark.style(), mark.text().chars().next_back()) {
        (MarkStyle::Arabic, Some(last @ ('、' | '．'))) => format!("{n}{last}"),
        (style, _) => style.write(n),
    }
}

/// The numbers from `from` to `to` as marks, in English and Chinese.
fn missing(mark: Mark<'_>, from: u32, to: u32) -> (String, String) {
    let (first, last) = (written_like(mark, from), written_like(mark, to));
    match to - from {
        0 => (first.clone(), format!("“{first}”")),
        1 => (format!("{first} and {last}"), format!("“{first}”“{last}”")),
        _ => (format!("{first} to {last}"), format!("“{first}”至“{last}”")),
    }
}

/// Checks that a list begins with one, or goes on from the last list of its style.
fn begins(mark: Mark<'_>, last: u32, found: &mut Vec<Diagnostic>) {
    let Some(number) = mark.ordinal().filter(|&n| n > 1 && n != last + 1) else { return };
    let this = mark.text();
    if last > 0 && number > last && number - last <= 3 {
        let missing = missing(mark, last + 1, number - 1);
        found.push(finding(
            DiagnosticCode::NumberingGap,
            mark.span(),
            format!("{this} goes on from {}: {} missing", written_like(mark, last), missing.0),
            format!("“{this}”接续“{}”，缺{}", written_like(mark, last), missing.1),
        ));
        return;
    }
    found.push(finding(
        DiagnosticCode::NumberingStart,
        mark.span(),
        format!("the list begins with {this}"),
        format!("序号从“{this}”开始"),
    ));
}

/// Whether two marks of one list are written with other punctuation or brackets.
fn differ(one: Mark<'_>, other: Mark<'_>) -> bool {
    one.style() == other.style()
        && match (writing(one), writing(other)) {
            (Some(one), Some(other)) => one != other,
            _ => false,
        }
}

/// The punctuation or brackets of a mark, half and full width told apart; `None` where it is misread.
fn writing(mark: Mark<'_>) -> Option<[char; 2]> {
    let text = mark.text();
    let mut chars = text.chars().filter(|c| !c.is_whitespace());
    let (first, last) = (chars.next()?, chars.next_back()?);
    match mark.style() {
        MarkStyle::Han | MarkStyle::Arabic | MarkStyle::HalfParenArabic => {
            let misread = matches!(last, ',' | '，') || mark.style() == MarkStyle::Han && last != '、';
            (!misread).then_some([last, ' '])
        }
        MarkStyle::ParenHan | MarkStyle::ParenArabic => {
            let last = if last == '、' { text.chars().rev().nth(1)? } else { last };
            Some([first, last])
        }
        _ => None,
    }
}

fn differently(first: Mark<'_>, mark: Mark<'_>) -> Diagnostic {
    let (one, other) = (first.text(), mark.text());
    finding(
        DiagnosticCode::MixedStyles,
        mark.span(),
        format!("{other} is written in another way than {one} in the same list"),
        format!("同一层次序号写法不一：“{one}”与“{other}”"),
    )
    .with_label(first.span(), "the list begins so", "本层次的写法")
}

/// Headings whose parts are numbered a level lower than their siblings' parts.
fn jumps<'d>(sections: impl Iterator<Item = Section<'d>> + Clone, found: &mut Vec<Diagnostic>) {
    let inner = |s: Section<'d>| s.sections().find_map(|below| below.mark()).filter(|m| m.style() < MarkStyle::Nth);
    let with_parts = sections.clone().filter(|s| s.mark().is_some()).filter_map(inner);
    let usual = with_parts.clone().filter(|m| m.style() == MarkStyle::ParenHan).count();
    if usual < 2 || usual * 2 <= with_parts.count() {
        return;
    }
    for section in sections {
        let (Some(mark), Some(part)) = (section.mark(), inner(section)) else { continue };
        if mark.style() == MarkStyle::Han && part.style() > MarkStyle::ParenHan {
            let (above, this) = (mark.text(), part.text());
            found.push(
                finding(
                    DiagnosticCode::LevelJump,
                    part.span(),
                    format!("{this} stands right under {above}, where its siblings have （一）"),
                    format!("“{above}”之下直接用“{this}”，而同级各部分用“（一）”"),
                )
                .with_label(mark.span(), "the heading", "上级标题")
                .with_help(
                    "levels go 一、 （一） 1. （1） (GB/T 9704-2012, 7.3.3)",
                    "结构层次序数依次为“一、”“（一）”“1.”“（1）”（GB/T 9704-2012 7.3.3）",
                ),
            );
        }
    }
}
