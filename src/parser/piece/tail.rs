//! The tail of a piece: what stands after its body.

use super::annex;
use super::head::Head;
use super::noun::NOUN;
use super::place::LONGEST_NAME;
use super::title::{Evidence, opens_section, title};
use crate::ElementKind;
use crate::lexer::chars::is_han;
use crate::lexer::search;
use crate::parser::element::date::{Date, date, figures, is_digit, month_day};
use crate::parser::element::matching::*;
use crate::parser::element::{self, is_stop};
use crate::parser::row;

/// The tail of a piece.
#[derive(Debug, Default)]
pub(super) struct Tail {
    pub elements: Vec<(ElementKind, usize, usize)>,
    pub end: usize,
}

impl Tail {
    pub(super) fn has(&self, kind: ElementKind) -> bool {
        self.elements.iter().any(|e| e.0 == kind)
    }

    /// Whether it holds what only the end of a document holds.
    pub(super) fn is_strong(&self) -> bool {
        self.has(ElementKind::Date) || self.has(ElementKind::Note) || self.has(ElementKind::PrintInfo)
    }

    /// Adds an element from `at` to `end`, if it has an end.
    fn push(&mut self, kind: ElementKind, at: usize, end: Option<usize>) -> bool {
        if let Some(end) = end {
            self.elements.push((kind, at, end));
            self.end = end;
        }
        end.is_some()
    }
}

/// The tail that begins at `at`, or `None`. `issuer` is the organ that the title names; only where it
/// `may_sign` does it begin with a date or a signature.
pub(super) fn tail(text: &str, at: usize, issuer: &str, may_sign: bool) -> Option<Tail> {
    let mut tail = Tail { end: at, ..Tail::default() };
    let mut from = at;
    for _ in 0..24 {
        let may_sign = may_sign || from > at;
        if !(labelled(text, from, issuer, &mut tail) || may_sign && signed(text, from, issuer, &mut tail)) {
            break;
        }
        from = skip_rule(text, tail.end);
        if from >= text.len() {
            break;
        }
    }
    (!tail.elements.is_empty()).then_some(tail)
}

/// The most bytes behind a tail that may belong to no piece; with more, the tail was none.
const AFTER_TAIL: usize = 600;

/// Whether a tail that ends at `end` is one: before the next piece or the end of the text at `next` stand only a few words,
/// and no sections go on.
pub(super) fn is_end(text: &str, end: usize, next: usize) -> bool {
    if next.saturating_sub(end) >= AFTER_TAIL {
        return false;
    }
    let between = text.get(end..next).unwrap_or_default();
    let ends = between.char_indices().filter(|&(_, c)| is_stop(c)).map(|(n, c)| end + n + c.len_utf8());
    let mut begins = std::iter::once(end).chain(ends).map(|at| skip_space(text, at)).filter(|&at| at < next);
    !begins.any(|at| {
        let number = char_at(text, eat(text, at, "（").unwrap_or(at));
        number.is_some_and(counts_section) && opens_section(text, at)
    })
}

/// Whether what ends in this tail, right below the title of a law, only announces the law: `《××条例》已由……通过，现予公布。`
pub(super) fn announces(text: &str, head: &Head, tail: &Tail) -> bool {
    const LONGEST: usize = 1500;
    let words = text.get(head.end..tail.end).filter(|words| words.len() < LONGEST).unwrap_or_default();
    let title = head.title.and_then(|(start, end)| text.get(start..end)).unwrap_or_default();
    let cited = words.match_indices('《').filter_map(|(open, _)| words.get(open + '《'.len_utf8()..));
    let mut behind = cited.filter_map(|cited| cited.strip_prefix(title)?.strip_prefix('》'));
    !title.is_empty()
        && behind.any(|behind| {
            let sentence = behind.split('。').next().unwrap_or_default();
            sentence.contains("通过") && sentence.contains("公布")
        })
}

/// Whether a remark stands here that belongs to the sentence before it, where a sentence stands before it:
/// `……按三档计分。（注：缺席者不计分）`.
pub(super) fn is_remark(text: &str, at: usize) -> bool {
    eat(text, at, "（").is_some_and(|open| words!("注：").at(text, skip_blanks(text, open)).is_some())
}

/// Whether the mark of a section may begin with `c`, a bracket aside: 三、 （二） 第三条.
fn counts_section(c: char) -> bool {
    matches!(c, '第' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

/// Whether a tail may begin with the words that stand behind `first`, in its full-width form.
pub(super) fn may_begin(first: char) -> bool {
    words!("附 （ 〔 ［ [ * ＊ 公 信 注 抄 分 报 送 发").may_begin(first) || element::may_close(first)
}

/// What is told by the words that it begins with.
fn labelled(text: &str, at: usize, issuer: &str, tail: &mut Tail) -> bool {
    let (kind, end) = match char_at(text, at) {
        Some('资') if tail.has(ElementKind::Note) => (ElementKind::Note, element::source(text, at)),
        _ if tail.push(ElementKind::Note, at, element::attendance(text, at)) => return true,
        // 附件1：T behind the note opens the annex
        Some('附') if tail.has(ElementKind::AttachmentNote) && numbered_label(text, at) => return false,
        Some('附') if tail.has(ElementKind::Date) && annex::behind_label(text, at).is_some() => return false,
        Some('附') => (ElementKind::AttachmentNote, element::attachment_note(text, at, issuer)),
        Some('（' | '(' | '〔' | '［' | '[' | '*' | '＊' | '公' | '信') => {
            (ElementKind::Note, element::note(text, at))
        }
        Some('联' | '咨' | '监' | '举')
            if tail.has(ElementKind::Date)
                || tail.has(ElementKind::AttachmentNote)
                || tail.has(ElementKind::Note)
                || is_above_end(text, at, issuer) =>
        {
            (ElementKind::Note, element::contact(text, at))
        }
        Some('注') => (ElementKind::Note, element::end_notes(text, at)),
        Some('主') if !tail.elements.is_empty() => (ElementKind::Note, element::subject_words(text, at)),
        Some('抄' | '分' | '报' | '送' | '发') => (ElementKind::CopyTo, element::copy_to(text, at)),
        // 谢谢大家！祝各位……！
        Some('祝') if at == tail.end && tail.elements.last().is_some_and(|e| e.0 == ElementKind::Closing) => {
            let end = element::closing(text, at);
            if let (Some(end), Some(last)) = (end, tail.elements.last_mut()) {
                (last.2, tail.end) = (end, end);
            }
            return end.is_some();
        }
        _ => (ElementKind::Closing, element::closing(text, at)),
    };
    tail.push(kind, at, end)
}

/// Whether contacts stand here on lines of their own below a sentence, and what only the end of a document has below them.
fn is_above_end(text: &str, at: usize, issuer: &str) -> bool {
    /// The most lines of contacts.
    const LINES: usize = 4;
    let above = search::before(text, at).trim_end_matches(is_blank);
    let mut next = at;
    for _ in 0..LINES {
        let Some(end) = element::contact(text, next) else { break };
        next = skip_rule(text, end);
    }
    // 二、报名方式⏎联系人：…… is the text of its section
    let stated = || above.ends_with('\n') && search::trim_end(above).ends_with(any_of("。！；）)"));
    let mut below = Tail { end: next, ..Tail::default() };
    next > at
        && stated()
        && (element::attachment_note(text, next, issuer).is_some() || signed(text, next, issuer, &mut below))
}

/// Whether an attachment's label with its number stands here.
fn numbered_label(text: &str, at: usize) -> bool {
    element::attachment_label(text, at)
        .is_some_and(|end| text.get(at..end).is_some_and(|l| !l.ends_with(['件', '表', '录', '附'])))
}

/// What is told by a date or by a name that signs.
fn signed(text: &str, at: usize, issuer: &str, tail: &mut Tail) -> bool {
    // a heading is none of these; a star can stand for a name
    let dated = char_at(text, at) == Some('*') || !tail.elements.is_empty() && foot_day(text, at).is_some();
    let row = || in_row(text, at) || row::in_row(text, at);
    if opens_section(text, at) && !dated || behind_mark(text, at) || row() {
        return false;
    }
    tail.push(ElementKind::PrintInfo, at, element::print_info(text, at))
        || tail.has(ElementKind::Date) && tail.push(ElementKind::Signature, at, element::clerk(text, at))
        || tail.elements.last().is_some_and(|e| text.get(e.1..e.2) == Some("此致"))
            && tail.push(ElementKind::Addressee, at, organ_line(text, at))
        || !tail.has(ElementKind::Date)
            && (tail.push(ElementKind::Date, at, date_line(text, at).filter(|_| dated || date(text, at).is_some()))
                || signatures(text, at, issuer, tail))
}

/// Whether the mark of a section stands on the line before: `（二）开工⏎××县水利局⏎2024年6月18日`.
fn behind_mark(text: &str, at: usize) -> bool {
    let near = search::suffix(search::before(text, at), "（十二）　".len());
    let line = near.rsplit('\n').next().unwrap_or_default();
    line.starts_with(any_of("（(")) && opens_section(text, at - line.len())
}

/// Where the line of the organ ends that a document is handed to: `此致⏎××市人民法院`.
fn organ_line(text: &str, at: usize) -> Option<usize> {
    let end = trim_end(text, at, line_end(text, at));
    element::is_organ(text, at, end).then_some(end)
}

/// Whether a line is a cell in the row of a table whose number stands on a line above: `2⏎垃圾中转站⏎县城管局⏎2021年11月`. A number
/// behind a sentence or a long line may be a page's.
fn in_row(text: &str, at: usize) -> bool {
    /// The most cells of a row, their longest, and how much of the text above is looked through, in bytes.
    const CELLS: usize = 5;
    const CELL: usize = 20 * "字".len();
    const ROW: usize = 300;
    let above = search::suffix(search::before(text, at), ROW);
    let mut cells = above.trim_end().rsplit('\n').map(search::trim_end);
    let is_cell = |cell: &str| cell.len() <= CELL && !cell.is_empty() && !cell.ends_with(any_of("。；：，"));
    let number = |cell: &str| (1..=3).contains(&cell.len()) && cell.bytes().all(|b| b.is_ascii_digit());
    let in_row = |cell: &&str| is_cell(cell) && date(cell, 0).is_none();
    cells.by_ref().take(CELLS).take_while(in_row).any(number) && cells.next().is_some_and(is_cell)
}

/// The day below who signs, in the forms that only a foot has, too: `2024.6.18`, `（2024年6月18日）`, `2024年6月18日12时`.
fn foot_day(text: &str, at: usize) -> Option<Date> {
    let open = eat(text, at, "（");
    let start = skip_blanks(text, open.unwrap_or(at));
    let day = figures(text, start).map(|end| Date { end, full: true }).or_else(|| date(text, start))?;
    let end = match open {
        Some(_) => eat(text, skip_blanks(text, day.end), "）"),
        None => hour(text, day.end),
    };
    let alone = |end: &usize| skip_blanks(text, seal(text, *end)) == line_end(text, *end);
    match end.filter(|end| day.full && alone(end)) {
        Some(end) => Some(Date { end, full: true }),
        // in figures or in brackets it fills its line
        None => date(text, at).or_else(|| Some(day).filter(|day| open.is_none() && alone(&day.end))),
    }
}

/// Where the hour ends behind the day: `12时`, `12时30分`.
fn hour(text: &str, day: usize) -> Option<usize> {
    let number = |at: usize, unit: &str| {
        let start = skip_blanks(text, at);
        let digits = bounded(text, start, 3).bytes().take_while(u8::is_ascii_digit).count();
        eat(text, start + digits, unit).filter(|_| (1..=2).contains(&digits))
    };
    let hour = number(day, "时")?;
    Some(number(hour, "分").unwrap_or(hour))
}

/// A date that fills its line or is followed by a note.
fn date_line(text: &str, at: usize) -> Option<usize> {
    let date = foot_day(text, at)?;
    // 二〇〇九年一月　北京
    let placed = || {
        let place = bounded(text, date.end, 12).trim_end_matches('\n');
        let last = skip_space(text, date.end + place.len()) >= text.len();
        let named = (2..=3).contains(&width(place)) && place.trim_start_matches(is_blank).chars().all(is_han);
        (last && named && place.starts_with(is_blank)).then_some(date.end)
    };
    let ends = ends_document(text, date.end) || date.full && opens_rules(text, date.end);
    ends.then_some(date.end).or_else(placed)
}

/// Whether the title of rules is glued to their first chapter or article, and to the date before it:
/// `2021年5月6日|××市渔港管理规定第一章总则`.
fn opens_rules(text: &str, at: usize) -> bool {
    let start = skip_blanks(text, at);
    if opens_section(text, start) {
        return false;
    }
    let Some(titled) = title(text, start).filter(|t| t.evidence == Evidence::Form) else { return false };
    let name = text.get(start..titled.end).unwrap_or_default();
    // 2021年5月6日施行的办法第一条规定
    let plain = NOUN.ends(text, start, titled.end) && (!name.contains('的') || name.starts_with("关于"));
    let first = skip_space(text, titled.end);
    let chapter = || words!("第一章").at(text, first).is_some();
    let article = || words!("第一条为 第一条根据 第一条本").at(text, first).is_some();
    plain && !name.contains('，') && (chapter() || article())
}

/// Whether nothing of the same sentence stands at `at`.
fn ends_document(text: &str, at: usize) -> bool {
    let next = skip_blanks(text, seal(text, at));
    next >= text.len()
        || char_at(text, next) == Some('\n')
        || element::note(text, next).is_some()
        || element::contact(text, next).is_some()
        || element::attachment_label(text, next).is_some()
        || element::copy_to(text, next).is_some()
}

/// The most organs that sign one document.
const MOST_NAMES: usize = 12;

/// 发文机关署名 and 成文日期: one organ or several, then the date.
fn signatures(text: &str, at: usize, issuer: &str, tail: &mut Tail) -> bool {
    let mut names: Vec<(usize, usize)> = Vec::new();
    let mut from = at;
    // without a date only the first counts
    let near = bounded(text, at, MOST_NAMES * 2 * LONGEST_NAME);
    let dated = near.contains("月") || near.contains("20");
    for _ in 0..if dated { MOST_NAMES } else { 1 } {
        let line = line_end(text, from);
        // a heading is no name, nor is a title
        let titled = |name: usize| NOUN.ends(text, from, name) && !element::is_organ(text, from, name);
        // 扫一扫缴纳水费⏎（附二维码） above the organ tells the reader what to do
        let told = || words!("扫一扫 扫码 扫描 点击 关注 详见 详情 （附 （此处").at(text, from).is_some();
        if opens_section(text, from) || told() || from > at && row::in_row(text, from) {
            break;
        }
        // （此件发至县团级）　　2018年3月12日
        if let Some(note) = element::note(text, from) {
            let day = skip_blanks(text, note);
            let Some(end) = date_line(text, day).filter(|_| !names.is_empty()) else { break };
            tail.elements.extend(names.iter().map(|n| (ElementKind::Signature, n.0, n.1)));
            tail.elements.extend([(ElementKind::Note, from, note), (ElementKind::Date, day, end)]);
            tail.end = end;
            return true;
        }
        let Some(name) = name(text, from).filter(|&name| !titled(name)) else { break };
        let after = skip_space(text, seal(text, skip_space(text, name)));
        names.push((from, name));
        // a row of a table may end in such a day, too
        let plain = date(text, after).is_some()
            || element::is_organ(text, from, name)
            || element::officer(text, from, name)
            || element::bare_name(text, from, name) && !tail.elements.is_empty();
        let day = foot_day(text, after).filter(|_| plain && !tabbed(text, from));
        let day = day.or_else(|| date(text, after));
        if let Some(d) = day.filter(|d| d.full || ends_document(text, d.end)) {
            let same_line = name < line && after < line;
            let organ = names.iter().any(|n| element::is_organ(text, n.0, n.1));
            let officer = element::officer(text, names[0].0, names[0].1);
            let rules = d.full && opens_rules(text, d.end);
            let post = rules && element::officer_post(text, names[0].0) == Some(names[0].1);
            let signs = ends_document(text, d.end)
                || rules && (organ || officer || post)
                || organ && d.full && (issued(text, names[0], issuer) || opens_title(text, d.end))
                || officer && d.full && !goes_on(text, d.end);
            if is_text_above(text, &names) {
                return false;
            }
            if !signs || same_line && !organ && !officer && !post && after == name {
                return false;
            }
            let names = names.iter().flat_map(|&n| glued_names(text, n, issuer));
            tail.elements.extend(names.map(|n| (ElementKind::Signature, n.0, n.1)));
            tail.elements.push((ElementKind::Date, after, d.end));
            tail.end = seal(text, d.end);
            return true;
        }
        // ××县水利局⏎5月7日
        let day = || month_day(text, after).filter(|&day| skip_blanks(text, day) == line_end(text, day));
        let ended = text.get(..names[0].0).unwrap_or_default().trim_end().ends_with(any_of("。！”）)"));
        if after > line
            && (ended || !tail.elements.is_empty())
            && element::is_organ(text, from, name)
            && let Some(end) = day()
        {
            tail.elements.extend(names.iter().map(|n| (ElementKind::Signature, n.0, n.1)));
            tail.elements.push((ElementKind::Date, after, end));
            tail.end = end;
            return true;
        }
        // the next signature stands on the next line
        if skip_blanks(text, name) < line || after > line + LONGEST_NAME {
            break;
        }
        from = after;
    }
    // an organ alone, as the last words or before a note
    if let Some(&(start, end)) = names.first() {
        let next = skip_space(text, end);
        if issued(text, (start, end), issuer) && (next >= text.len() || element::note(text, next).is_some()) {
            tail.elements.push((ElementKind::Signature, start, end));
            tail.end = end;
            return true;
        }
    }
    false
}

/// Past the seal that stands for itself between who signs and the day, or behind the day: `（印章）`.
fn seal(text: &str, at: usize) -> usize {
    words!("（印章） （盖章） （公章） （签章） （章） （印） （签字）").at(text, skip_blanks(text, at)).unwrap_or(at)
}

/// Whether a line has columns.
fn tabbed(text: &str, at: usize) -> bool {
    element::window(text, at, LONGEST_NAME).contains(['\t', '|'])
}

/// Whether the first of the lines that could sign is the text of what stands above it: right below a heading that asks for
/// it, or apart from the others: `二、会议地点⏎县政府三楼会议室⏎⏎县政府办公室⏎2024年4月12日`.
fn is_text_above(text: &str, names: &[(usize, usize)]) -> bool {
    static ASKS: &Words = words!("地点 地址 时间 人员 对象 单位 部门 范围 主体 名单 主持人 负责人 出席 列席 参加 缺席");
    /// The longest line that may be a heading, in bytes.
    const HEADING: usize = 90;
    let Some(&(at, end)) = names.first() else { return false };
    let above = trim_end(text, 0, at);
    let near = search::suffix(search::before(text, above), HEADING);
    let start = near.rfind('\n').map_or(above - near.len(), |n| above - near.len() + n + 1);
    let start = skip_blanks(text, start);
    if start >= above || near.ends_with(['。', '！', '？', '；', '）', '”']) {
        return false;
    }
    let breaks =
        |from: usize| search::count(search::before(rest(text, from), skip_space(text, from) - from), |b| b == b'\n');
    let gap = breaks(above);
    let marked = opens_section(text, start) && near.len() < HEADING;
    let apart = |name: &(usize, usize)| breaks(name.1) > gap;
    let several = names.len() > 1;
    // the day may stand apart from who signs, below a paragraph without its end
    let asks = above - start <= 10 * "字".len() && ASKS.ends(text, start, above);
    let others = if marked { names } else { &names[..names.len() - 1] };
    let plain = !element::is_organ(text, at, end) && !element::bare_name(text, at, end);
    gap > 0 && (others.iter().any(apart) || several && marked && (plain || asks))
}

/// The organs that the title names with a blank between them, where they sign glued to each other.
fn glued_names(text: &str, name: (usize, usize), issuer: &str) -> Vec<(usize, usize)> {
    let mut names = Vec::new();
    let mut at = name.0;
    for organ in issuer.split(is_blank).filter(|organ| !organ.is_empty()) {
        let Some(end) = eat(text, at, organ).filter(|&end| element::is_organ(text, at, end)) else { break };
        names.push((at, end));
        at = end;
    }
    if at == name.1 && names.len() > 1 {
        return names;
    }
    if let Some(names) = side_by_side(text, name) {
        return names;
    }
    // the second begins with the place that the first names: 中共××县委办公室|××县人民政府办公室
    let stretch = text.get(name.0..name.1).unwrap_or_default();
    let glued = !stretch.contains(is_blank);
    let second = stretch.char_indices().filter(|_| glued).map(|(n, _)| name.0 + n).skip(6).find(|&n| {
        let place = bounded(text, n, 3 * "县".len());
        element::is_organ(text, name.0, n)
            && element::is_organ(text, n, name.1)
            && place.ends_with(['省', '市', '县', '区', '镇', '乡'])
            && text.get(name.0..n).is_some_and(|first| first.contains(place))
    });
    match second {
        Some(second) => vec![(name.0, second), (second, name.1)],
        None => vec![name],
    }
}

/// The organs that stand on one line with a gap between: `××县财政局　　××县水利局`.
fn side_by_side(text: &str, name: (usize, usize)) -> Option<Vec<(usize, usize)>> {
    let (mut names, mut from) = (Vec::new(), name.0);
    // 倡议单位：××局　××局
    if text.get(name.0..name.1)?.contains(any_of("：:")) {
        return None;
    }
    while from < name.1 {
        let line = text.get(from..name.1)?;
        let end = from + line.find(is_blank).unwrap_or(line.len());
        // the second may be a part of the first: ××县教育局　基础教育科
        let part = !names.is_empty() && words!("科 处 室 股 司 组").ends(text, from, end);
        let place = text.get(name.0..).is_some_and(|first| first.starts_with(bounded(text, from, 2 * "县".len())));
        if !element::is_organ(text, from, end) || part && !place || width(text.get(from..end)?) < 3 {
            return None;
        }
        names.push((from, end));
        from = skip_blanks(text, end);
    }
    Some(names).filter(|names| names.len() > 1)
}

fn issued(text: &str, name: (usize, usize), issuer: &str) -> bool {
    !issuer.is_empty() && eat_back(text, name.0, name.1, issuer).is_some()
}

/// Whether what is glued to a date is no sentence that the date belongs to.
fn opens_title(text: &str, at: usize) -> bool {
    let next = skip_blanks(text, at);
    title(text, next).is_some_and(|t| t.evidence > Evidence::Line) && !goes_on(text, at)
}

/// Whether a sentence that began before the date goes on behind it.
fn goes_on(text: &str, at: usize) -> bool {
    static WORDS: &Words = words!("， 。 、 起 至 前 后 在 召 印发 以 发 的 之 公 （星 为 将 上 下 举 开");
    WORDS.at(text, skip_blanks(text, at)).is_some()
}

/// Where a name that could sign ends: the line's end, or the date glued to it.
fn name(text: &str, at: usize) -> Option<usize> {
    let mut count = 0;
    // 各乡镇负责人 names nobody, 全体村民 who signs above the day
    let dated = || date(text, skip_space(text, line_end(text, at))).is_some_and(|d| d.full);
    if words!("各").at(text, at).is_some() || words!("全体").at(text, at).is_some() && !dated() {
        return None;
    }
    let line = element::window(text, at, LONGEST_NAME);
    let end = trim_end(text, at, at + line.len());
    if line.len() < 60 && element::officer(text, at, end) {
        return Some(end);
    }
    // 倡议单位：××局
    let label = element::officer_post(text, at).and_then(|post| eat(text, post, "：")).unwrap_or(at);
    let line = line.get(label - at..).unwrap_or_default();
    let at = label;
    // no date begins behind the last year; the first may be a name's: 青年联合会
    let year = line.rfind('年').unwrap_or_default();
    for (i, c) in line.char_indices() {
        let here = at + i;
        let day = (1..year).contains(&i) && is_digit(c) && date(text, here).is_some();
        if day || i > 0 && c == '2' && figures(text, here).is_some() {
            let end = trim_end(text, at, here);
            let labelled = text.get(at..end)?.contains(any_of("：:"));
            return (count >= 2 && end > at && (!labelled || element::officer(text, at, end))).then_some(end);
        }
        if is_blank(c) || c == '、' || fold(c) == '：' && i < year {
            continue;
        }
        count += 1;
        if count > 40
            || !(is_han(c)
                || crate::lexer::chars::is_word(c)
                || matches!(c, '（' | '）' | '(' | ')' | '×' | '╳' | '*' | '“' | '”' | '·'))
        {
            return None;
        }
    }
    (count >= 2 && line.len() < LONGEST_NAME).then_some(end)
}
