//! The head of a page: what stands above and around the document's title.
//!
//! Above the title what stands between known lines is furniture too, as long as it does not read like the document.

use super::boilerplate::{Look, is_body, is_date, is_sentence, labels, look_at, squeeze};
use super::glued::begins_with_day;
use super::line::{End, Line, ends_in_colon, is_blank, is_ideograph};
use super::lone_line;
use super::page_title::{
    bare, breaks_off, counted, encloses, ends_as_title, ends_spaced, is_broken, is_glued, is_short_name, is_site_name,
    is_under_title, is_way, is_way_from_home,
};
use super::site_line::{
    begins_with_title, fields, is_address, is_annex_label, is_caption, is_next_of, is_of_thread, is_own_label, unmarked,
};
use super::words::{FACT, OWN_LABELS, SALUTATION, WORDS};
use crate::NoiseKind;
use crate::lexer::chars::{is_colon, is_word};
use crate::lexer::search::{
    any_of, begins_with_any, chars, ends_with_any, find, first, has, has_any, prefix, skip, skip_back,
};
use std::ops::Range;

/// How many lines the head may have.
const HEAD: usize = 250;

/// Marks the lines of the head.
pub(super) fn mark(source: &str, lines: &mut [Line], key: &mut String) {
    mark_excerpts(source, lines);
    mark_title_again(source, lines);
    lone_line::mark_box(source, lines, key);
    mark_furniture(source, lines, key);
    lone_line::mark(source, lines, key);
    lone_line::mark_column(source, lines);
    // what the page has between the two titles is out now
    mark_title_again(source, lines);
}

fn mark_furniture(source: &str, lines: &mut [Line], key: &mut String) {
    let mut looks = [Look::Text; HEAD];
    let (mut last, mut evidence, mut facts, mut sure, mut of_page, mut told) = (None, 0, 0, false, false, false);
    let near = lines.get(..HEAD).unwrap_or(lines);
    for (i, (line, place)) in near.iter().zip(&mut looks).enumerate() {
        let (text, length) = (line.text(source), line.chars(source));
        let look = match look_at(source, near, i, length, key) {
            Look::Button if i == 0 && text.starts_with("文档") => Look::Site,
            // the document tells who holds what it announces; of a page that stands in its foot
            Look::Site if is_own_label(text) => Look::Text,
            Look::Text
                if (i < 3 || told) && is_site_name(text)
                    || i < 12 && (is_address(text) || names_site(source, near, i)) =>
            {
                Look::Site
            }
            Look::Text | Look::Button if i < 12 && is_way_from_home(text) => Look::Path,
            Look::Text if i < 12 && is_short_name(text) || i == 0 && is_way(text) => Look::Button,
            look => look,
        };
        *place = look;
        match look {
            Look::Site | Look::Path => (last, evidence, sure, told) = (Some(i), evidence + 3, true, false),
            Look::Button => (last, evidence, told) = (Some(i), evidence + 1, false),
            Look::Facts | Look::Label => {
                let text_key = squeeze(text, key, |c| is_blank(c) || c == '*');
                let count = labels(text_key).max(fields(text));
                // a notice has its own time and place
                of_page |= count > 1 || !begins_with_any(text_key, &OWN_LABELS);
                facts += count;
                (last, told) = (Some(i), true);
            }
            Look::Filler => {}
            Look::Text if is_body(text, length, 45) || opens_text(text) || is_annex_label(text) => break,
            // a sentence ends within the line, so that it is prose
            Look::Text if length >= 16 && find(skip_back(text, |c| matches!(c, '。' | '”')), "。").is_some() => {
                break;
            }
            // not the rest of a notice that a break cuts; no fact is so long
            Look::Text if is_sentence(text, length) && (told || last.is_none_or(|last| last + 1 < i)) => break,
            Look::Text => {}
        }
    }
    let Some(mut last) = last else { return };
    // the value of the last of a service's facts
    let fact = near.get(last).is_some_and(|l| WORDS.has(l.text(source), FACT));
    if fact && looks.get(last + 1) == Some(&Look::Text) && near.get(last + 1).is_some_and(|l| !l.is_blank()) {
        last += 1;
    }
    let facts = if of_page { facts } else { 0 };
    if !(evidence >= 3 || facts >= 2) || !(sure || evidence + facts >= 3 || facts >= 2) {
        return;
    }
    let is_blank = |i: usize| lines.get(i).is_none_or(Line::is_blank);
    let text = |i: usize| lines.get(i).map_or("", |l| l.text(source));
    // a date, a dash or what is left of a button bar below
    while looks.get(last + 1) == Some(&Look::Filler) && !is_blank(last + 1) {
        last += 1;
    }
    // the value of the last label, apart from it
    let value = (last + 1..HEAD).find(|&i| !is_blank(i)).filter(|&i| looks.get(i) == Some(&Look::Filler));
    last = value.filter(|_| looks.get(last) == Some(&Look::Label)).unwrap_or(last);
    let looks = looks.get(..=last).unwrap_or_default();
    // furniture by its look, or as the value of a label
    let mut known = [true; HEAD];
    for (i, (known, line)) in known.iter_mut().zip(lines.iter()).enumerate().take(last + 1) {
        let before = looks.iter().take(i).rev().take(3).find(|l| **l != Look::Filler);
        *known = looks.get(i) != Some(&Look::Text) || before == Some(&Look::Label) && line.chars(source) < 60;
    }
    let is_text = |i: &usize| known.get(*i) == Some(&false) && !is_blank(*i);
    let path = looks.iter().rposition(|l| *l == Look::Path);
    let title = (path.unwrap_or_default()..=last).rev().find(is_text);
    // the title's lines, and those that look like it but stand there for the page
    let (mut keep, mut page) = (last + 1..last + 1, 0..0);
    if let Some(title) = title {
        keep = title..title + 1;
        loop {
            let above = keep.start.checked_sub(1).filter(|i| is_text(i) && breaks_off(source, lines, *i));
            let block = || path.is_some_and(|path| path < keep.start) && stands_apart(lines, &keep);
            let above = above.or_else(|| keep.start.checked_sub(1).filter(|i| is_text(i) && block()));
            let above = above.or_else(|| {
                let under = is_under_title(text(keep.start));
                // not 教育⏎关于……的公告, where a menu ends
                let above = (0..keep.start).rev().find(|&i| !is_blank(i));
                above.filter(|i| under && is_text(i) && chars(text(*i)) >= 3)
            });
            let Some(above) = above else { break };
            keep.start = above;
        }
        let below = || lines.iter().skip(last + 1).filter(|l| !l.is_blank()).take(12);
        let titled = text(keep.start);
        let name = unmarked(titled);
        let whole: String = keep.clone().map(text).collect();
        let same = |text: &str| text == name || text == titled || chars(name) >= 8 && has_words_of(text, name);
        let again = below().any(|l| same(l.text(source))) || is_broken(source, below(), &whole);
        // the document's own title, which the page's has with a year or a place before it
        let own = || {
            below().next().is_some_and(|l| {
                l.chars(source) >= 6 && ends_spaced(name, l.text(source))
                    || is_glued(name, l.text(source))
                    || begins_with_title(l.text(source), name)
            }) || below().take(6).any(|l| encloses(l.text(source), name))
        };
        // a preview's first page begins with the document's own title
        let paged = || below().next().is_some_and(|l| l.text(source).starts_with("1、") && l.chars(source) > 150);
        let other = || below().next().is_some_and(|l| l.end != End::Sentence && l.chars(source) <= 45);
        // the page of an address names the kind of text that the title ends in
        let kind = name.char_indices().rev().nth(3).map_or(name, |(at, _)| &name[at..]);
        let named = || below().next().is_some_and(|l| l.text(source).ends_with(kind));
        let addressed = || (keep.end..=last).any(|i| is_address(text(i))) && named();
        let thread = || (keep.end..=last).any(|i| is_of_thread(text(i)));
        // ……自查报告6篇 above ……自查报告1
        let of_series = || {
            path.is_none()
                && facts == 0
                && counted(name).is_some_and(|series| below().take(4).any(|l| is_next_of(l.text(source), series)))
        };
        if again
            || own()
            || paged()
            || (thread() || addressed()) && other()
            || (keep.end..=last).any(|i| find(text(i), "小编").is_some()) && other() && !of_series()
        {
            page = std::mem::replace(&mut keep, last + 1..last + 1);
        }
    }
    let above = looks.get(..keep.start).unwrap_or_default();
    let menu = path.is_some() || above.iter().filter(|l| !matches!(l, Look::Text | Look::Filler)).count() >= 3;
    for (i, (line, known)) in lines.iter_mut().zip(known).enumerate().take(last + 1) {
        // a picture's caption or the page's title between the title and its facts stays
        let furniture = known || page.contains(&i) || menu && i < keep.start;
        if furniture && !keep.contains(&i) && !line.is_blank() {
            line.noise = Some(NoiseKind::Boilerplate);
        }
    }
    // the page's title once more, and then the document's, glued to its text
    if let Some(one) = (last + 1..lines.len()).find(|&i| lines[i].is_kept()) {
        let (name, below) = (lines[one].text(source), lines[one + 1..].iter().filter(|l| l.is_kept()).take(12));
        let glued = below.clone().next().is_some_and(|two| begins_with_title(two.text(source), name));
        if glued || chars(name) >= 8 && is_broken(source, below, name) {
            lines[one].noise = Some(NoiseKind::Boilerplate);
        }
    }
    let mut above: Option<&mut Line> = None;
    for line in lines.iter_mut().skip(last).filter(|l| !l.is_blank()).take(6) {
        if is_caption(line.text(source)) {
            line.noise = Some(NoiseKind::Boilerplate);
            // whose first line a break may cut: 2月3日，……
            if let Some(above) = above.filter(|l| l.end == End::Ideograph && begins_with_day(l.text(source), 0)) {
                above.noise = Some(NoiseKind::Boilerplate);
            }
        }
        above = Some(line);
    }
}

/// Marks the page's title and its day above the title again, which may be that of a series:
/// `……心得⏎2024-08-21⏎……心得(精选7篇)`, `……发言⏎时间：2021-09-03⏎……发言`; and the title right above it again.
fn mark_title_again(source: &str, lines: &mut [Line]) {
    let mut filled =
        lines.iter().enumerate().filter(|(_, line)| line.is_kept()).map(|(i, line)| (i, line.text(source)));
    let (Some((title, name)), Some((day, date)), Some((next, below))) = (filled.next(), filled.next(), filled.next())
    else {
        return;
    };
    if name.len() > 200 || chars(name) < 6 {
        return;
    }
    // ×政发〔2014〕20号《……的实施意见》
    let cited = name.split_once("号《").and_then(|(_, cited)| cited.strip_suffix('》'));
    let name = cited.filter(|cited| chars(cited) >= 6).unwrap_or(name);
    let again = || has_words_of(below, name);
    // ……办法试行⏎××局⏎……办法(试行)
    let organ = || {
        let mut names = date.split(is_blank);
        chars(date) <= 40
            && names.all(|name| ends_with_any(name, &["局", "委", "办", "府", "会", "厅", "部", "院", "室"]))
    };
    let broken = || {
        chars(name) >= 10
            && ends_as_title(name)
            && is_broken(source, lines.iter().skip(title + 1).filter(|line| line.is_kept()), name)
    };
    // 2022年××县政府工作报告⏎政府工作报告, ××局关于……的报告⏎关于……⏎的报告
    let own = || {
        let ends = |own: &str| chars(own) >= 6 && chars(name) > chars(own) && ends_spaced(name, own);
        // not 第一篇：……
        ends_as_title(name)
            && !has(name, is_colon)
            && (ends_as_title(date) && ends(date)
                || ends_as_title(below) && chars(date) >= 6 && ends(&[date, below].concat()))
    };
    let titled = has_words_of(date, name) || own();
    let issued = !titled && chars(name) >= 8 && organ() && again();
    if titled || issued || broken() {
        // ……办法⏎××人民政府⏎⏎⏎……办法, ××市关于……的决定⏎××市人大常委会⏎××市关于……的决定: the organ is the page's, too
        let [above, next] = [day, next].map(|i| lines.get(i).map_or(0, |line| line.text_end as usize));
        let gap = source.get(above..next).unwrap_or_default();
        let of_page = gap.matches('\n').count() >= 3 || find(name, "关于").is_some_and(|at| at > 0);
        lines[title].noise = Some(NoiseKind::Boilerplate);
        if issued && of_page {
            lines[day].noise = Some(NoiseKind::Boilerplate);
        }
        return;
    }
    let many = || below.strip_prefix(name).is_some_and(|m| m.starts_with(any_of("（(")) && find(m, "篇").is_some());
    // 2024-08-21 版权声明 我要投稿
    let dated = || date.split(is_blank).next().is_some_and(is_date) && chars(date) <= 30;
    let many = dated() && many();
    // ……章程⏎……章程(精选8篇)⏎……章程 篇1
    let all = || date.strip_prefix(name).is_some_and(|m| m.starts_with(any_of("（(")) && m.contains('篇'));
    if all() && below.starts_with(name) {
        lines[title].noise = Some(NoiseKind::Boilerplate);
        return;
    }
    // ……致辞⏎小某老师⏎……致辞: who put it there
    let counted = || has_any(date, &["字数", "阅读", "浏览"]) && chars(date) <= 40 && again();
    let sender = || chars(date) <= 8 && chars(name) >= 8 && skip(date, is_ideograph).is_empty() && below == name;
    let many = many || sender() || counted();
    if many || has(date, is_colon) && labels(&bare(prefix(date, 60))) > 0 && again() {
        for i in [title, day] {
            lines[i].noise = Some(NoiseKind::Boilerplate);
        }
    }
}

/// Whether two lines have the same words, signs and blanks aside.
fn has_words_of(one: &str, other: &str) -> bool {
    let [one_words, other_words] = [one, other].map(|text| text.chars().filter(|&c| is_word(c)));
    one.len() <= 2 * other.len() && one_words.eq(other_words)
}

/// Marks the first words of the text that a page shows above it, cut off.
fn mark_excerpts(source: &str, lines: &mut [Line]) {
    /// How many lines they may stand among, and how far above the text.
    const FIRST: usize = 40;
    const ABOVE: usize = 6;
    /// The fewest bytes of words that nothing shows to be cut off, and of such that dots do.
    const LONG: usize = 60 * "字".len();
    const DOTTED: usize = 10 * "字".len();
    fn filled(text: &str) -> impl Iterator<Item = char> {
        text.chars().filter(|&c| !is_blank(c))
    }
    for i in 0..lines.len().min(FIRST) {
        let text = lines[i].text(source);
        let words = skip_back(text, |c| matches!(c, '.' | '…'));
        if words.len() < if words.len() < text.len() { DOTTED } else { LONG } {
            continue;
        }
        let below = || lines.iter().skip(i + 1).filter(|line| !line.is_blank()).map(|line| line.text(source));
        // the title may stand on a line of its own there
        let is_whole = |(one, two): (&str, &str)| {
            let mut whole = filled(one).chain(filled(two));
            filled(words).all(|c| whole.next() == Some(c)) && whole.next().is_some()
        };
        if below().zip(below().skip(1).chain([""])).take(ABOVE).any(is_whole) {
            lines[i].noise = Some(NoiseKind::Boilerplate);
        }
    }
}

/// Whether a line right above the title at `title` begins a block of two, blank lines around it.
fn stands_apart(lines: &[Line], title: &Range<usize>) -> bool {
    let blank = |i: Option<usize>| i.and_then(|i| lines.get(i)).is_some_and(Line::is_blank);
    title.len() == 1 && blank(title.start.checked_sub(2)) && blank(Some(title.end))
}

/// Whether the line at `i` is the page's title with the name of its site: `……报告三篇-某某文库` above `……报告三篇`.
fn names_site(source: &str, lines: &[Line], i: usize) -> bool {
    let text = lines.get(i).map_or("", |line| line.text(source));
    let below = || lines.iter().skip(i + 1).take(12).map(|line| line.text(source));
    // 首页 ……报告三篇
    let home = text.strip_prefix("首页").filter(|title| title.starts_with(is_blank)).map(|title| skip(title, is_blank));
    if home.is_some_and(|title| chars(title) >= 6 && below().any(|text| text == title)) {
        return true;
    }
    // ……情况报告_××县人民政府 above ……情况报告 alone
    let titled = |alone: &str| {
        let site = text.strip_prefix(alone).filter(|_| chars(alone) >= 6).map_or("", |site| skip(site, is_blank));
        begins_with_any(site, &["-", "_", "|", "–", "——"]) && chars(site) < 60 && !is_body(alone, 0, 0)
    };
    if below().filter(|text| !text.is_empty()).take(3).any(titled) {
        return true;
    }
    let Some((title, site)) = text.rsplit_once(any_of("-_|")).filter(|(title, _)| chars(title) >= 6) else {
        return false;
    };
    is_site_name(site.trim_start_matches(is_blank))
        && below().any(|text| text.starts_with(title.trim_end_matches(is_blank)))
}

/// Whether a document has begun where a line reads so: `同志们：`, `各科室：`, `现将……通知如下：`.
pub(super) fn opens_text(text: &str) -> bool {
    let name = skip_back(text, is_colon);
    // 各部门网站： above links
    let spoken =
        || (WORDS.longest_at(text, SALUTATION) > 0 || first(text) == '各') && !ends_with_any(name, &["网站", "链接"]);
    ends_in_colon(text) && (spoken() || ends_with_any(name, &["如下"]))
}
