//! What stands above the title of a document: 份号, 密级, 紧急程度, 发文机关标志, 发文字号, 签发人.

use super::head::{Head, skip_markdown};
use super::noun::NOUN;
use super::title::{self, Evidence, opens_section, title};
use crate::ElementKind;
use crate::lexer::char_set::CharSet;
use crate::lexer::search::is_one_of;
use crate::parser::element;
use crate::parser::element::date::date;
use crate::parser::element::matching::*;

/// Reads what stands above the title on lines of its own, and tells where the title begins.
pub(super) fn before_title(text: &str, at: usize, head: &mut Head) -> usize {
    let mut from = after_copy_number(text, at).unwrap_or(at);
    for _ in 0..12 {
        let line = line_end(text, from);
        if class_line(text, from) || standard_line(text, from) {
            from = skip_markdown(text, skip_space(text, line));
            continue;
        }
        let issued = head.elements.iter().find(|e| e.0 == ElementKind::IssuingMark);
        let organ = issued.and_then(|e| text.get(e.1..e.2)).unwrap_or_default();
        let found = graded(text, from)
            .or_else(|| glued_mark(text, from).map(|end| (ElementKind::IssuingMark, from, end)))
            .or_else(|| element::signer(text, from, organ).map(|end| (ElementKind::Signer, from, end)))
            .or_else(|| element::issuing_mark(text, from).map(|end| (ElementKind::IssuingMark, from, end)))
            .or_else(|| number_line(text, from, line).map(|(start, end)| (ElementKind::DocNumber, start, end)))
            .or_else(|| number_above(text, from).map(|end| (ElementKind::DocNumber, from, end)))
            .or_else(|| date_above(text, from).map(|end| (ElementKind::Date, from, end)))
            .or_else(|| another_signer(text, from, head).map(|end| (ElementKind::Signer, from, end)))
            .or_else(|| organ_above_number(text, from).map(|end| (ElementKind::IssuingMark, from, end)))
            .or_else(|| small_line(text, from));
        let Some(found) = found else { break };
        head.elements.push(found);
        from = skip_markdown(text, skip_rule(text, found.2));
    }
    from
}

/// The name of one more who signs, on the line below the first.
fn another_signer(text: &str, at: usize, head: &Head) -> Option<usize> {
    let end = trim_end(text, at, line_end(text, at));
    let below = head.elements.last().is_some_and(|e| e.0 == ElementKind::Signer);
    (below && element::bare_name(text, at, end) && !NOUN.ends(text, at, end)).then_some(end)
}

/// How an office files the answer to a proposal, on a line above its title: `类别：A`.
fn class_line(text: &str, at: usize) -> bool {
    let label = words!("类别 分类 案号 办理结果 办理类别 答复类别 是否公开").at(text, at);
    let colon = label.and_then(|label| eat(text, skip_blanks(text, label), "："));
    colon.is_some_and(|colon| (1..=8).contains(&width(text.get(colon..line_end(text, at)).unwrap_or_default())))
}

/// The number of a standard, how it is classed and what kind it is, on a line above its title: `DB36/T 1234—2022`,
/// `ICS 03.080.30`, `A 16`, `××省地方标准` above the number.
fn standard_line(text: &str, at: usize) -> bool {
    let end = trim_end(text, at, line_end(text, at));
    let below = skip_space(text, end);
    let kind = words!("国家标准 行业标准 地方标准 团体标准 企业标准").ends(text, at, end);
    let number = |at: usize, end: usize| {
        let line = bounded(text, at, end - at);
        let signs = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || is_blank(c) || is_one_of(c, "/.—－-–");
        width(line) <= 30
            && line.starts_with(|c: char| c.is_ascii_uppercase())
            && line.ends_with(|c: char| c.is_ascii_digit())
            && line.chars().all(signs)
    };
    let numbered = number(at, end) || kind && number(below, trim_end(text, below, line_end(text, below)));
    numbered && below < text.len() && !element::opens_body(text, below) && !title::opens_section(text, below)
}

/// The number of a proposal on a line above its title: `第047号` above `关于……的提案`.
pub(super) fn number_above(text: &str, at: usize) -> Option<usize> {
    eat(text, at, "第")?;
    let end = element::order_line(text, at)?;
    let below = skip_space(text, line_end(text, at));
    let title = trim_end(text, below, line_end(text, below));
    (NOUN.ends(text, below, title) && width(text.get(below..title)?) <= 60).then_some(end)
}

/// The day on a line above the title: `2024年3月5日` above `关于……的通知`.
fn date_above(text: &str, at: usize) -> Option<usize> {
    let day = date(text, at).filter(|day| day.full && trim_end(text, at, line_end(text, at)) == day.end)?;
    let below = skip_space(text, day.end);
    let title = trim_end(text, below, line_end(text, below));
    (NOUN.ends(text, below, title) && width(text.get(below..title)?) <= 60).then_some(day.end)
}

/// 密级 or 紧急程度, with its label or without, also beside the number or glued to an issuing mark: `紧急程度：特急`,
/// `特急　×政发〔2021〕3号`, `特急|××市人民政府文件×政发〔2021〕3号`.
fn graded(text: &str, at: usize) -> Option<(ElementKind, usize, usize)> {
    let label = words!("密级 保密等级 紧急程度 缓急程度 等级").at(text, at).map(|label| skip_blanks(text, label));
    let level = label.map_or(at, |label| skip_blanks(text, eat(text, label, "：").unwrap_or(label)));
    let beside = |end: &usize| {
        let next = skip_blanks(text, *end);
        glued_mark(text, *end).is_some() || next > *end && number_line(text, next, line_end(text, next)).is_some()
    };
    let secret = || words!("绝密 机密 秘密").at(text, level).filter(beside);
    let urgent = || {
        let end = words!("特急 特提 加急 平急 急件").at(text, level)?;
        Some(words!("·明电 明电").at(text, skip_blanks(text, end)).unwrap_or(end)).filter(beside)
    };
    if let Some(end) = element::secrecy(text, level).or_else(secret) {
        return Some((ElementKind::Secrecy, at, end));
    }
    let end = element::urgency(text, level).or_else(urgent)?;
    Some((ElementKind::Urgency, at, end))
}

/// An organ on a line of its own above the number and the title, without 文件, perhaps above others of its kind:
/// `××县水利局⏎××县财政局⏎×水函〔2024〕12号⏎关于……的函`.
fn organ_above_number(text: &str, at: usize) -> Option<usize> {
    /// The most organs.
    const ORGANS: usize = 8;
    let (mut from, mut first) = (at, None);
    for _ in 0..ORGANS {
        let end = trim_end(text, from, line_end(text, from));
        let name = text.get(from..end)?;
        let plain = (3..=40).contains(&width(name)) && !name.contains(any_of("。，；：“《")) && !name.contains("关于");
        if !plain || !element::is_organ(text, from, end) {
            return None;
        }
        let first = *first.get_or_insert(end);
        from = skip_rule(text, end);
        if element::issuing_mark(text, from).is_some() {
            return Some(first);
        }
        let line = line_end(text, from);
        let number = graded(text, from).map_or(from, |level| skip_space(text, level.2));
        if number_line(text, number, line_end(text, number)).is_some() {
            let mut below = skip_rule(text, line_end(text, number));
            if let Some(signer) = element::signer(text, below, "") {
                below = skip_rule(text, signer);
            }
            let titled = eat(text, below, "关于").is_some()
                || title(text, below).is_some_and(|titled| titled.evidence > Evidence::Line);
            return Some(first).filter(|_| titled && from > end && line > from);
        }
    }
    None
}

/// A small line above the title that is none of the others: who may read a document, what state it is in, or whatever
/// stands above 关于……的通知 and those whom it is sent to.
fn small_line(text: &str, at: usize) -> Option<(ElementKind, usize, usize)> {
    static TOLD: &Words = words!(
        "主动公开 依申请公开 不予公开 内部明电 明电 内部资料 内部文件 内部材料 内部刊物 内部使用 内部参考 内部参阅 注意保存 请勿外传 \
         不得外传 征求意见稿 送审稿 代拟稿 讨论稿 A类 B类 C类"
    );
    let end = trim_end(text, at, line_end(text, at));
    let below = skip_rule(text, end);
    let words = text.get(at..end)?;
    if width(words) > 20 || below >= text.len() {
        return None;
    }
    let bare = eat(text, at, "（").map_or((at, end), |open| (open, eat_back(text, open, end, "）").unwrap_or(end)));
    let told =
        TOLD.at(text, bare.0).is_some() && TOLD.ends(text, bare.0, bare.1) || element::note(text, at) == Some(end);
    if told && (title(text, below).is_some() || graded(text, below).is_some()) {
        return Some((ElementKind::Note, at, end));
    }
    let plain = width(words) >= 2 && !words.contains(any_of("。，；：！？、《“（"));
    let own = || title(text, at).is_some_and(|own| own.end == end && own.evidence == Evidence::Line);
    let kind = if element::is_organ(text, at, end) { ElementKind::IssuingMark } else { ElementKind::Note };
    (plain && own() && is_sent_below(text, below)).then_some((kind, at, end))
}

/// Whether 关于……的通知 stands here, or below a few lines of a head, right above those whom it is sent to.
fn is_sent_below(text: &str, at: usize) -> bool {
    /// The most lines above the title.
    const LINES: usize = 5;
    let mut from = at;
    for _ in 0..LINES {
        let end = trim_end(text, from, line_end(text, from));
        let line = text.get(from..end).unwrap_or_default();
        if width(line) > 60 || opens_section(text, from) {
            return false;
        }
        if line.contains(any_of("。，；")) || line.contains("关于") {
            let Some(titled) = title(text, from).filter(|_| eat(text, from, "关于").is_some()) else { return false };
            let next = skip_space(text, titled.end);
            let sent = || element::addressee(text, next, false).and_then(|sent| eat(text, sent.0, "："));
            return NOUN.ends(text, from, titled.end) && next > line_end(text, titled.end) && sent().is_some();
        }
        from = skip_rule(text, end);
    }
    false
}

/// An issuing mark with the document's number glued to it.
fn glued_mark(text: &str, at: usize) -> Option<usize> {
    let end = at + bounded(text, at, 120).find("文件")? + "文件".len();
    let named = element::is_organ(text, at, end - "文件".len());
    (named && number_line(text, end, line_end(text, end)).is_some()).then_some(end)
}

/// Past a copy number on a line of its own, or glued to what a document's head goes on with: `000001`, `№ 000001`,
/// `000001机密★1年`.
fn after_copy_number(text: &str, at: usize) -> Option<usize> {
    let label = words!("No. № 编号： 份号： 份号 印数编号：").at(text, at).unwrap_or(at);
    let start = skip_blanks(text, label);
    let digits = bounded(text, start, 16).bytes().take_while(u8::is_ascii_digit).count();
    let end = start + digits;
    let alone = skip_blanks(text, end) == line_end(text, end);
    let goes_on = alone || element::secrecy(text, end).or_else(|| element::urgency(text, end)).is_some();
    (goes_on && (5..=8).contains(&digits)).then(|| skip_markdown(text, skip_space(text, end)))
}

/// A document number that opens a line.
pub(super) fn number_line(text: &str, at: usize, line: usize) -> Option<(usize, usize)> {
    static BRACKETS: CharSet = CharSet::new("〔[［【(（﹝", &[]);
    // of minutes only the year and the number, of courts the case: 〔2021〕3号, （2025）江0922民初1387号
    let alone = element::date::number_tail(text, at).or_else(|| element::date::case_number(text, at));
    if let Some(end) = alone.filter(|&end| trim_end(text, at, line) == end) {
        return Some((at, end));
    }
    let line = bounded(text, at, line.min(at + 100).saturating_sub(at));
    let mut bracket = at + BRACKETS.find(line, 0)?;
    while element::date::number_tail(text, bracket).is_none() {
        bracket = at + BRACKETS.find(line, bracket - at + char_at(text, bracket)?.len_utf8())?;
    }
    let (start, end) = element::doc_number(text, at, bracket, None)?;
    // 国发〔1980〕121号文件批转了……
    (start == at && eat(text, end, "文件").is_none()).then_some((start, end))
}
