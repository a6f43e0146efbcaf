//! Noise glued to the text: menus, contents, a source note before a speech, page counts, an
//! examiner's remarks.

use super::line::{is_blank, is_ideograph};
use super::{Cut, glued_head, glued_tail, jammer};
use crate::NoiseKind;
use crate::lexer::chars::is_colon;
use crate::lexer::search::{
    after, any_of, before, begins_with_any, chars, find as find_word, first, has, is_one_of, last, number, position,
    prefix, skip, skip_back, suffix,
};
use memchr::memmem;

/// How far from the start, or from the end, a site's words are looked for, in bytes.
const NEAR: usize = 6000;

/// Adds what is glued to the lines of `text`.
pub(super) fn find(text: &str, cuts: &mut Vec<Cut>) {
    let near = prefix(text, NEAR);
    glued_head::find(near, cuts);
    cuts.extend(caption(prefix(near, NEAR / 4), cuts));
    cuts.extend(picture(near));
    contents(near, cuts);
    unnamed_contents(near, cuts);
    each(text, "出处", source_note, cuts);
    each(text, "原标题", title_note, cuts);
    each(text, "<!--", comment, cuts);
    each(text, "参考答案", remark, cuts);
    each(text, "分析", annotated_copy, cuts);
    each(text, "解析", annotated_copy, cuts);
    each(text, "页", page_count, cuts);
    each(text, "此处隐藏", hidden, cuts);
    each(text, "供图", supplied, cuts);
    each(text, "字范", counted, cuts);
    each(text, "[标签", tag, cuts);
    each(text, "网", signboard, cuts);
    jammer::find(text, cuts);
    glued_tail::find(text, cuts);
}

pub(super) fn boilerplate(start: usize, end: usize) -> Cut {
    Cut::new(start as u32, end as u32, NoiseKind::Boilerplate)
}

/// Looks at each place where `word` stands in `text`.
fn each(text: &str, word: &str, look: fn(&str, usize) -> Option<Cut>, cuts: &mut Vec<Cut>) {
    cuts.extend(memmem::find_iter(text.as_bytes(), word).filter_map(|at| look(text, at)));
}

/// `（县融媒体中心供图）` behind a sentence or on a line of its own, below a picture.
fn supplied(text: &str, at: usize) -> Option<Cut> {
    let end = at + "供图".len();
    let close = first(after(text, end));
    let near = suffix(before(text, at), 20 * "字".len());
    let open = near.rfind(any_of("（(")).filter(|_| matches!(close, '）' | ')'))?;
    let whole = !has(after(near, open), |c| matches!(c, '。' | '，' | '\n' | '）' | ')'));
    let start = at - near.len() + open;
    let apart = matches!(last(before(text, start)), '。' | '！' | '\n' | '\0');
    (whole && apart).then(|| boilerplate(start, end + close.len_utf8()))
}

/// `3620字范本`, which a site glues to the title of each of its texts.
fn counted(text: &str, at: usize) -> Option<Cut> {
    let above = skip_back(before(text, at), |c| c.is_ascii_digit());
    let kind = after(text, at + "字范".len());
    let fits = kind.starts_with(any_of("本文")) && (3..=5).contains(&(at - above.len()));
    (fits && is_one_of(last(above), "稿话言告结划案要词会得）)")).then(|| boilerplate(above.len(), at + "字范本".len()))
}

/// `[标签:介绍]`, which the site's own form left in the text.
fn tag(text: &str, at: usize) -> Option<Cut> {
    const LONGEST: usize = 16 * "字".len();
    let end = find_word(prefix(after(text, at), LONGEST), "]")?;
    is_colon(first(after(text, at + "[标签".len()))).then(|| boilerplate(at, at + end + 1))
}

/// `[某某网`, also closed, which a site puts behind sentences.
fn signboard(text: &str, at: usize) -> Option<Cut> {
    const NAME: usize = 8 * "字".len();
    let end = at + "网".len();
    let behind = after(text, end);
    let close = usize::from(behind.starts_with(']') && !behind.starts_with("]("));
    if close == 0 && !behind.is_empty() && !behind.starts_with(any_of("\r\n")) {
        return None;
    }
    let open = skip_back(before(text, at), is_ideograph).len();
    let name = at - open;
    let above = before(text, open).strip_suffix('[')?;
    (name > 0 && name <= NAME && above.ends_with(any_of("。！？”"))).then(|| boilerplate(above.len(), end + close))
}

/// `……此处隐藏3562个字……`, which a site puts where it leaves something out.
fn hidden(text: &str, at: usize) -> Option<Cut> {
    let counted = skip(after(text, at + "此处隐藏".len()), |c| c.is_ascii_digit());
    let behind = counted.strip_prefix("个字").or_else(|| counted.strip_prefix('字'))?;
    // ……，下载文档可见
    let offer = skip(behind, |c| matches!(c, '，' | ','));
    let offer = before(offer, offer.len() - skip(offer, is_ideograph).len());
    let offered = offer.len() <= 12 * "字".len() && (find_word(offer, "下载").is_some() || offer.ends_with("可见"));
    let behind =
        if offered { after(behind, find_word(behind, offer).unwrap_or_default() + offer.len()) } else { behind };
    let dots = |c| matches!(c, '…' | '.');
    Some(boilerplate(skip_back(before(text, at), dots).len(), text.len() - skip(behind, dots).len()))
}

/// The bytes that the first `count` characters of `text` take.
pub(super) fn chars_len(text: &str, count: usize) -> usize {
    // bytes that go on with a character are 10xxxxxx
    let begins = |&(_, &byte): &(usize, &u8)| byte as i8 >= -0x40;
    text.as_bytes().iter().enumerate().filter(begins).nth(count).map_or(text.len(), |(at, _)| at)
}

/// The words below a picture, glued between a speaker and a salutation:
/// `市长 王某|王某同志作政府工作报告。本报记者 李某摄|各位代表：`, `市长 王某|2月3日，大会开幕。王某作政府工作报告。李某摄|各位代表：`.
fn caption(near: &str, facts: &[Cut]) -> Option<Cut> {
    /// The longest of them, in bytes.
    const WORDS: usize = 160 * "字".len();
    let at = find_word(near, "作政府工作报告")?;
    let end = at + find_word(after(near, at), "各位").filter(|&end| end < 160)?;
    let named = before(near, at);
    let words = suffix(named, WORDS);
    let credit = skip_back(before(near, end), is_blank).ends_with('摄');
    let day = words.char_indices().map(|(at, _)| at).filter(|_| credit).find(|&at| begins_with_day(words, at));
    let named = named.strip_suffix("同志").unwrap_or(named);
    let starts = named.char_indices().rev().take(4).skip(1).map(|(at, _)| at);
    let twice = starts.filter(|&at| before(named, at).ends_with(after(named, at))).last();
    let behind_facts = || facts.iter().map(|cut| cut.end as usize).find(|&end| end <= at && at - end <= 36);
    let start = day.map(|day| at - words.len() + day).or(twice).or_else(behind_facts)?;
    Some(boilerplate(start, end))
}

/// Whether a clause that is a day without a year stands at byte `at` of `text`: `2月3日，`.
pub(super) fn begins_with_day(text: &str, at: usize) -> bool {
    let digits = |text| skip(text, |c| c.is_ascii_digit());
    let whole = !before(text, at).ends_with(|c: char| c.is_ascii_digit() || c == '年');
    let month = digits(after(text, at));
    whole
        && first(after(text, at)).is_ascii_digit()
        && month.strip_prefix('月').is_some_and(|day| begins_with_any(digits(day), &["日，", "日,"]))
}

/// The words below a picture that stand above a report: `……发表讲话。××社记者××摄|××社某地5月20日电`.
fn picture(near: &str) -> Option<Cut> {
    let words = before(near, find_word(prefix(near, 400), "摄")?);
    let below = after(near, words.len() + "摄".len());
    let alone = begins_with_any(below, &["\n", "\u{3000}\u{3000}", "新华社", "新华网", "人民网", "本报"]);
    let reporter = find_word(words, "记者").filter(|&at| chars(after(words, at)) <= 10);
    (alone && reporter.is_some() && !has(words, |c| c == '\n')).then(|| boilerplate(0, words.len() + "摄".len()))
}

/// 目录 with its entries in one line, up to where the first entry's title stands again.
fn contents(near: &str, cuts: &mut Vec<Cut>) {
    let heading = |at: usize| {
        let rest = after(near, at + "目".len());
        let word = skip(rest, |c| matches!(c, ' ' | '　'));
        let near = rest.len() - word.len() <= 2 * "　".len();
        (near && first(word) == '录').then(|| (at, after(word, "录".len())))
    };
    let Some((at, table)) = memmem::find_iter(near.as_bytes(), "目").find_map(heading) else { return };
    let table = skip(table, |c| matches!(c, ' ' | '　' | '：' | ':'));
    // the number of an entry may be the table's own
    let mut rest = skip(table, |c| c.is_ascii_digit());
    if rest.len() == table.len() || !matches!(first(rest), '.' | '．' | '、') {
        rest = table;
    } else {
        rest = after(rest, chars_len(rest, 1));
    }
    let (own, key) = (before(table, table.len() - rest.len()), before(rest, chars_len(rest, 6)));
    // 产业目录 is a word: a table after one begins with a number
    let numbered = matches!(first(table), '0'..='9' | '第' | '一' | '（');
    if is_ideograph(last(before(near, at))) && !numbered
        || chars(key) < 6
        || has(key, |c| matches!(c, '\n' | '》' | '。' | '（' | '('))
    {
        return;
    }
    // 1.××乡：把小田……: the title stands behind the name
    let named = || {
        let (organ, title) = before(rest, chars_len(rest, 20)).split_once('：')?;
        let title = before(title, chars_len(title, 6));
        let from = organ.len() + '：'.len_utf8() + title.len();
        let again = find_word(after(rest, from), title).filter(|_| chars(title) == 6)?;
        Some(from + again)
    };
    // T篇1 1 T篇2 5: the entries of a series begin alike
    let first_entry = before(rest, position(rest, is_blank).unwrap_or_default());
    let key = if first_entry.ends_with("篇1") || first_entry.ends_with("篇一") { first_entry } else { key };
    let again = find_word(after(rest, key.len()), key).map(|again| key.len() + again);
    let Some(again) = again.or_else(named) else { return };
    let entries = before(table, own.len() + again);
    let entries = skip_back(entries.strip_suffix(own).unwrap_or(entries), |c| c == '\n');
    if entries.len() >= 60 && !has(entries, |c| matches!(c, '。' | '；' | '》' | '\n')) {
        let end = near.len() - table.len() + entries.len();
        cuts.push(Cut::new(at as u32, end as u32, NoiseKind::Contents));
    }
}

/// A list of titles from 总则 or 一、 on, without the word 目录, up to where its first title stands again.
fn unnamed_contents(near: &str, cuts: &mut Vec<Cut>) {
    // 一、背景1.1政策……七、结论一、背景
    let head = find_word(near, "一、").map_or("", |at| after(near, at));
    let head = before(head, chars_len(head, 6));
    for key in ["1　总则", "1 总则", "1总则", "第一章　总则", "第一章 总则", "第一章总则", head]
    {
        let Some(first) = find_word(near, key).filter(|_| key.len() >= "1总则".len()) else { continue };
        let Some(again) = find_word(after(near, first + key.len()), key) else { continue };
        // 目 录1 总则
        let above = skip_back(before(near, first), is_blank).strip_suffix('录').map(|above| skip_back(above, is_blank));
        let start = above.and_then(|above| above.strip_suffix('目')).map_or(first, str::len);
        let (first, again) = (start as u32, (first + key.len() + again) as u32);
        let table = near.get(first as usize..again as usize).unwrap_or_default();
        let titles = table.len() >= 60
            && !has(table, |c| matches!(c, '。' | '；' | '》' | '\n' | '，'))
            && (key != head || find_word(table, "三、").is_some());
        if titles && cuts.iter().all(|cut| again <= cut.start || cut.end <= first) {
            cuts.push(Cut::new(first, again, NoiseKind::Contents));
        }
        return;
    }
}

/// `出处：……出版社2006年8月第1版` before a speech.
fn source_note(text: &str, start: usize) -> Option<Cut> {
    let note = after(text, start);
    if !matches!(first(after(note, "出处".len())), '：' | ':') {
        return None;
    }
    let (mut seen, mut end) = (['\0'; 2], None);
    for (at, c) in note.char_indices().take(80) {
        if c == '\n' || c == '　' && seen == ['　'; 2] {
            end = Some(at);
            break;
        }
        if c == '版' && seen.iter().any(char::is_ascii_digit) {
            end = Some(at + c.len_utf8());
            break;
        }
        seen = [seen[1], c];
    }
    let end = end?;
    let above = before(text, start);
    let line_start = above.ends_with('\n') || skip_back(above, |c| matches!(c, ' ' | '　' | '\u{feff}')).is_empty();
    (line_start || find_word(before(note, end), "出版社").is_some()).then(|| boilerplate(start, start + end))
}

/// `原标题：……` below a page's text, or above it.
fn title_note(text: &str, start: usize) -> Option<Cut> {
    const LONGEST: usize = 90;
    let note = after(text, start);
    if !matches!(first(after(note, "原标题".len())), '：' | ':') {
        return None;
    }
    let above = skip_back(before(text, start), is_blank);
    if !above.is_empty() && !matches!(last(above), '\n' | '。' | '！' | '？' | '”' | '）' | '>') {
        return None;
    }
    let note = before(note, chars_len(note, LONGEST));
    let ends = ["\n", "\u{3000}\u{3000}", "新华社", "新华网", "人民网", "本报"];
    let end = ends.iter().filter_map(|end| find_word(note, end)).min();
    let end = end.or_else(|| (note.len() == text.len() - start).then_some(note.len()))?;
    (!has(before(note, end), |c| matches!(c, '。' | '；'))).then(|| boilerplate(start, start + end))
}

/// `<!-- INFO END -->` within a line.
fn comment(text: &str, start: usize) -> Option<Cut> {
    let end = find_word(prefix(after(text, start), 200), "-->")?;
    Some(boilerplate(start, start + end + 3))
}

/// `参考答案说明：……` up to the next answer, and the line 参考答案一.
fn remark(text: &str, at: usize) -> Option<Cut> {
    /// The longest paragraph, in bytes.
    const PARAGRAPH: usize = 1200;
    let start = at + "参考答案".len();
    // 【第二题参考答案】
    let question = before(text, at).strip_suffix('题').and_then(|number| {
        let of = skip_back(number, |c| is_one_of(c, "一二三四五六七八九十") || c.is_ascii_digit());
        of.strip_suffix("【第").filter(|_| of.len() < number.len())
    });
    if let Some(above) = question {
        return after(text, start).starts_with('】').then(|| boilerplate(above.len(), start + "】".len()));
    }
    let rest = prefix(after(text, start), 2 * PARAGRAPH);
    let line = before(rest, memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len()));
    // where the line breaks are lost, the answer, or the next, follows at once
    let said = suffix(before(text, at), PARAGRAPH);
    let paragraph = line.len() + said.len() - memchr::memrchr(b'\n', said.as_bytes()).map_or(0, |at| at + 1);
    let lost = paragraph > PARAGRAPH;
    let len = if begins_with_any(line, &["说明：", "说明:"]) {
        if lost { remarks_len(line) } else { line.len() }
    } else {
        let rest = skip(line, |c| matches!(c, '一' | '二' | '三' | '四' | '五') || c.is_ascii_digit());
        let len = line.len() - rest.len();
        let alone = at == 0 || skip(rest, char::is_whitespace).is_empty();
        let begins = lost && len > 0 && said.ends_with(any_of("。！”"));
        if len > 6 || !alone && !begins {
            return None;
        }
        len
    };
    Some(boilerplate(at, start + len))
}

/// The length of the sentences at the start of `text` that speak of an answer.
fn remarks_len(text: &str) -> usize {
    const OF_ANSWERS: [&str; 6] = ["答案", "本题", "要点", "撰写", "方面进行", "格式"];
    let speaks = |sentence: &&str| OF_ANSWERS.iter().any(|word| find_word(sentence, word).is_some());
    let first = text.split_inclusive('。').take(1);
    let more = text.split_inclusive('。').skip(1).take(8).take_while(speaks);
    first.chain(more).map(str::len).sum()
}

/// `文章分析` and the text again, with an examiner's remarks in it.
fn annotated_copy(text: &str, at: usize) -> Option<Cut> {
    let begin = skip(text, char::is_whitespace);
    let begin = before(begin, chars_len(begin, 8));
    let title = before(begin, position(begin, |c| c == '\n').unwrap_or(begin.len()));
    let again = skip(after(text, at + "分析".len()), char::is_whitespace).strip_prefix(title)?;
    // a short title could stand there by chance: a remark follows it
    let remarked = skip(again, char::is_whitespace).starts_with('【');
    if chars(title) < if remarked { 4 } else { 8 } {
        return None;
    }
    let label = skip_back(before(text, at), is_ideograph);
    let start = if chars(after(before(text, at), label.len())) <= 6 { label.len() } else { at };
    Some(boilerplate(start, text.len()))
}

/// `第 1 页 共 9 页` within a line.
fn page_count(text: &str, at: usize) -> Option<Cut> {
    // (第3/3页)
    let behind = after(text, at + "页".len());
    let near = suffix(before(text, at), "（第100/100".len());
    let open = near.rfind(any_of("(（")).map(|open| at - near.len() + open);
    if let Some(open) = open.filter(|_| behind.starts_with(any_of(")）"))) {
        let all = after(text, open + first(after(text, open)).len_utf8()).strip_prefix('第')?;
        let (page, all) = number(all, 3)?;
        let (all, _) = number(all.strip_prefix('/')?, 3).filter(|(_, rest)| rest.starts_with('页'))?;
        let end = at + "页".len() + first(behind).len_utf8();
        return (1..=all).contains(&page).then(|| Cut::new(open as u32, end as u32, NoiseKind::PageNumber));
    }
    let tail = skip(after(text, at + 3), |c| matches!(c, ' ' | '/' | '，' | ',' | '　')).strip_prefix('共')?;
    let blank = |c| c == ' ';
    let (number, rest) = number(skip(tail, blank), 5)?;
    let rest = skip(rest, blank).strip_prefix('页').filter(|_| number > 0)?;
    let above = skip_back(before(text, at), blank);
    let head = skip_back(skip_back(above, |c| c.is_ascii_digit()), blank).strip_suffix('第')?;
    Some(Cut::new(head.len() as u32, (text.len() - rest.len()) as u32, NoiseKind::PageNumber))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{clean, noise};

    #[test]
    fn a_source_note_before_a_speech() {
        let text = "出处：XX文集第二卷;;;;XX出版社2001年5月第1版　　今天开会，只讲三点。";
        assert_eq!(clean(text), "　　今天开会，只讲三点。");
        assert_eq!(clean("出处：XX文集第二卷;XX出版社2001年5月第1版今天开会。"), "今天开会。");
    }

    #[test]
    fn page_counts_after_the_last_sentence() {
        assert_eq!(clean("工作到此为止。第 1 页 共 9 页"), "工作到此为止。");
        assert_eq!(noise("这份报告第3页写得不对，共同修改。"), []);
    }

    #[test]
    fn an_examiners_remarks() {
        let text = "参考答案一\n倡议书\n大家一起动手。\n参考答案说明：本参考答案分两层。\n参考答案二\n倡议书\n";
        assert_eq!(clean(text), "\n倡议书\n大家一起动手。\n\n\n倡议书\n");
    }

    #[test]
    fn contents_in_one_line() {
        let entries = "让清水流进每一块田XX镇把老街修成新家XX村叫黄土变成绿洲XX林场";
        let text = format!("经验材料(3篇)目录{entries}让清水流进每一块田各位领导:先说水。");
        assert_eq!(clean(&text), "经验材料(3篇)让清水流进每一块田各位领导:先说水。");
    }

    #[test]
    fn contents_whose_first_title_comes_again() {
        let table = "目 录1 总则\t11.1 编制目的\t12 组织机构\t23 抢险队\t34 物资\t45 附则\t6";
        let text = "1 总则1.1 编制目的为了管好水库，制定本预案。";
        assert_eq!(clean(&format!("水库应急预案{table}{text}")), format!("水库应急预案{text}"));
    }

    #[test]
    fn comments_in_a_line() {
        assert_eq!(clean("第二条　本办法自公布之日起施行。<!-- END -->"), "第二条　本办法自公布之日起施行。");
    }

    #[test]
    fn remarks_where_the_line_breaks_are_lost() {
        let answer = "水渠要常修，".repeat(70);
        let text = format!(
            "参考答案一倡议书{answer}大家动手。参考答案说明：本答案分两层。各条要点之间没有交叉。致乡亲的信冬天到了。"
        );
        assert_eq!(clean(&text), format!("倡议书{answer}大家动手。致乡亲的信冬天到了。"));
    }
}
