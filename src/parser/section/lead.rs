//! Leads: the title sentences or labels that parallel paragraphs open with.

use super::Entry;
use super::unnumbered::in_brackets;
use crate::SectionKind;
use crate::lexer::breaks::{Break, Breaks};
use crate::lexer::chars::{self, is_blank, is_bullet, is_colon, is_comma, is_han, is_word};
use crate::lexer::decode::char_at;
use crate::lexer::mark::Place;
use crate::lexer::search::{self, any_of, begins_with_any, first, is_one_of, last};
use crate::lexer::words::{Words, words};
use crate::word_list::word_list;
use memchr::memmem;

/// The longest title sentence, in characters.
const SENTENCE: usize = 26;
/// The longest title sentence of three clauses, in characters.
const CLAUSES: usize = 30;
/// The longest title sentence that most of its section open like, in characters.
const LONG: usize = 40;
/// The longest sentence without a verb at its beginning, in characters.
const PLAIN: usize = 14;
/// The longest question, in characters.
const QUESTION: usize = 10;
/// The longest label, in characters.
const LABEL: usize = 12;
/// What must follow at the least for it to open something, in characters.
const TEXT: usize = 5;
/// What must follow a label right below another at the least, in characters.
const WORD: usize = 2;

/// Verbs that a title sentence opens with.
static VERBS: &Words = words!(word_list!("verbs.txt"));

/// What stands before the words of somebody, or of a page's maker.
const SPEAKS: [&str; 14] =
    ["强调", "指出", "表示", "认为", "提出", "写道", "说", "说道", "问", "答", "讲", "原标题", "记者", "主持人"];

/// What tells how to reach somebody.
const CONTACT: [&str; 6] = ["联系人", "联系电话", "联系方式", "电话", "传真", "邮箱"];

/// What a paragraph opens with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    Label,
    /// A label before a word or two, which must stand right below another: 完成时限：12月底
    ShortLabel,
    Sentence,
    /// A longer one, which must stand where most paragraphs open with one.
    Long,
    /// A short sentence without such a verb: 业主自愿。 进村入户，送去服务。
    Short,
    /// A longer one, which must stand among sentences of its kind: 安全形势持续好转。
    Plain,
    /// A sentence of speech, which must stand among such as begin and end alike: 要打好理论根底。
    Refrain,
    /// A sentence of two clauses, which must stand among such as are built alike: 抓龙头，让产业强起来。
    Framed,
    /// A short question, which must stand among such: 谁来议？居民说了算。……
    Question,
    /// A sentence or label behind a dash or a sign: ——依靠科技，创新机制。 ▲强化产业链。
    Dashed,
}

/// A paragraph of running text, and the section it stands in.
struct Paragraph<'t> {
    start: u32,
    end: u32,
    /// The index of the innermost section that begins no paragraph of its own here.
    parent: Option<u32>,
    opening: Option<(Opening, &'t str)>,
}

/// The leads of `body`: where their titles begin and end, where their paragraphs end, and the section they stand under.
pub(super) fn find(body: &str, breaks: Breaks<'_>, entries: &[Entry], lost: bool) -> Vec<Entry> {
    let paragraphs = paragraphs(body, breaks, entries, lost);
    let mut leads = Vec::new();
    let mut i = 0;
    while i < paragraphs.len() {
        // a run of paragraphs in one section
        let run = paragraphs[i..].iter().take_while(|p| p.parent == paragraphs[i].parent).count();
        let these = &paragraphs[i..i + run];
        i += run;
        let labels = these.iter().filter(|p| matches!(p.opening, Some((Opening::Label, _)))).count();
        let verbs = these.iter().filter(|p| matches!(p.opening, Some((Opening::Sentence, _)))).count();
        let longs = these.iter().filter(|p| matches!(p.opening, Some((Opening::Long, _)))).count();
        // where most have one, all have
        let titled = verbs >= 2 && (verbs + longs) * 3 >= these.len() * 2;
        let couplets = these.iter().filter(|p| p.opening.is_some_and(|(_, words)| is_couplet(words))).count();
        let mut chain = 0..0;
        let mut last_label = usize::MAX;
        for (k, paragraph) in these.iter().enumerate() {
            let Some((opening, title)) = paragraph.opening else { continue };
            if k >= chain.end {
                let len = these[k..]
                    .iter()
                    .take_while(|p| {
                        use Opening::{Dashed, Framed, Label, Long, Question, Refrain, ShortLabel};
                        let alone =
                            |o: Opening| matches!(o, Label | ShortLabel | Long | Dashed | Refrain | Framed | Question);
                        p.opening.is_some_and(|o| !alone(o.0))
                    })
                    .count();
                chain = k..k + len.max(1);
                if !is_chain(&these[k..k + len]) {
                    chain.start = chain.end;
                }
            }
            let parallel = chain.contains(&k)
                || match opening {
                    Opening::Label => {
                        labels >= 2 || recurs(&paragraphs, paragraph, title) && !opens_section(body, entries, paragraph)
                    }
                    Opening::ShortLabel => k > 0 && last_label == k - 1,
                    // a verb opens both, or both are of one length
                    Opening::Sentence | Opening::Short => {
                        let alike = |p: &Paragraph<'_>| match p.opening {
                            Some((other @ (Opening::Sentence | Opening::Short), words)) => {
                                other == opening && opening == Opening::Sentence
                                    || words.len() == title.len()
                                    || couplets >= 3 && is_couplet(words) && is_couplet(title)
                            }
                            _ => false,
                        };
                        // two that begin alike may tell of one person, three are titles
                        let begins = |p: &&Paragraph<'_>| {
                            let short = |o: Opening| matches!(o, Opening::Sentence | Opening::Short);
                            p.opening.is_some_and(|(other, words)| short(other) && begin_alike(words, title))
                        };
                        let before = these[..k].iter().rev().take(2).take_while(begins).count();
                        titled && opening == Opening::Sentence
                            || k > 0 && alike(&these[k - 1])
                            || these.get(k + 1).is_some_and(alike)
                            || before + these[k + 1..].iter().take(2).take_while(begins).count() >= 2
                    }
                    Opening::Long => titled,
                    Opening::Refrain => {
                        let alike = |p: &&Paragraph<'_>| {
                            p.opening.is_some_and(|o| o.0 == Opening::Refrain && is_refrain(o.1, title))
                        };
                        these[k.saturating_sub(12)..].iter().take(25).filter(alike).count() > 3
                    }
                    Opening::Dashed => {
                        let dashed = |p: &Paragraph<'_>| p.opening.is_some_and(|o| o.0 == Opening::Dashed);
                        k > 0 && dashed(&these[k - 1]) || these.get(k + 1).is_some_and(dashed)
                    }
                    // three of one length, or built alike, follow each other
                    Opening::Plain if search::chars(title) > PLAIN => false,
                    Opening::Plain | Opening::Framed | Opening::Question => {
                        let alike = |p: &&Paragraph<'_>| {
                            p.opening.is_some_and(|(other, words)| match opening {
                                Opening::Framed => {
                                    matches!(other, Opening::Framed | Opening::Short) && have_one_frame(words, title)
                                }
                                Opening::Question => other == opening,
                                _ => {
                                    matches!(other, Opening::Plain | Opening::Short | Opening::Sentence)
                                        && (words.len() == title.len() || begin_alike(words, title))
                                }
                            })
                        };
                        let before = these.get(..k).unwrap_or_default().iter().rev().take(2).take_while(alike).count();
                        before + these.get(k + 1..).unwrap_or_default().iter().take(2).take_while(alike).count() >= 2
                    }
                };
            // a mark behind a sign that no eye sees opens a section of its own
            let next = entries.get(entries.partition_point(|e| e.start <= paragraph.start));
            let whole = next.is_none_or(|e| e.start >= paragraph.start + title.len() as u32);
            if parallel && whole {
                if matches!(opening, Opening::Label | Opening::ShortLabel) {
                    last_label = k;
                }
                leads.push(Entry {
                    kind: SectionKind::Lead,
                    style: None,
                    ordinal: 0,
                    place: Place::Line,
                    misread: false,
                    start: paragraph.start,
                    mark_end: paragraph.start,
                    title_end: Some(paragraph.start + title.len() as u32),
                    end: paragraph.end,
                    parent: paragraph.parent,
                });
            }
        }
    }
    leads
}

/// Whether a paragraph is the first below a title on a line of its own, for which its label then stands: 整改情况：……
fn opens_section(body: &str, entries: &[Entry], paragraph: &Paragraph<'_>) -> bool {
    let title_end = paragraph.parent.and_then(|p| entries.get(p as usize)).and_then(|above| above.title_end);
    let between = title_end.and_then(|end| body.get(end as usize..paragraph.start as usize));
    between.is_some_and(|between| !search::has(between, is_word))
}

/// Whether a label like this opens a paragraph near by in another section.
fn recurs(paragraphs: &[Paragraph<'_>], this: &Paragraph<'_>, label: &str) -> bool {
    let at = paragraphs.partition_point(|p| p.start < this.start);
    let near = &paragraphs[at.saturating_sub(12)..(at + 13).min(paragraphs.len())];
    let head: String = label.chars().take(2).collect();
    near.iter().any(|p| {
        p.start != this.start && matches!(p.opening, Some((Opening::Label, other)) if other == label || search::chars(label) >= 4 && other.starts_with(&head))
    })
}

/// The paragraphs that no mark opens. Where line breaks are lost, a blank after a sentence divides them.
fn paragraphs<'t>(body: &'t str, breaks: Breaks<'_>, entries: &[Entry], lost: bool) -> Vec<Paragraph<'t>> {
    let mut paragraphs = Vec::new();
    let mut open: Vec<u32> = Vec::new();
    let mut next = 0;
    let mut signs = breaks;
    let mut ends = breaks.lines(body.len()).map(|(_, end)| end);
    let (mut at, mut line_end) = (0, None);
    while let Some(end) = line_end.take().or_else(|| ends.next()) {
        let rest = &body[at..end];
        let mut len = rest.len();
        if lost
            && let Some(gap) = memmem::find_iter(rest.as_bytes(), "。")
                .map(|stop| stop + '。'.len_utf8())
                .find(|&gap| rest[gap..].starts_with(any_of(" \u{3000}")))
        {
            len = gap;
            line_end = Some(end);
        }
        let text = search::trim_start(&rest[..len]);
        let start = at + len - text.len();
        let text = search::trim_end(text);
        at += len + usize::from(line_end.is_none());
        if text.is_empty() {
            continue;
        }
        while let Some(entry) = entries.get(next).filter(|e| (e.start as usize) <= start) {
            while open.last().is_some_and(|&o| entries[o as usize].end <= entry.start) {
                open.pop();
            }
            open.push(next as u32);
            next += 1;
        }
        while open.last().is_some_and(|&o| entries[o as usize].end as usize <= start) {
            open.pop();
        }
        let marked = open.last().is_some_and(|&o| entries[o as usize].start as usize == start);
        if !marked {
            let parent = open.last().copied();
            let end = (start + text.len()) as u32;
            let stop = signs.from(start as u32).find(|sign| sign.1 != Break::Gap);
            let stop = stop.filter(|sign| sign.0 < end && sign.1 != Break::Line).map(|sign| sign.0 as usize - start);
            paragraphs.push(Paragraph { start: start as u32, end, parent, opening: opening(text, stop) });
        }
    }
    paragraphs
}

/// What a paragraph with its first sign at `stop` opens with.
fn opening(text: &str, stop: Option<usize>) -> Option<(Opening, &str)> {
    if let Some(words) = in_brackets(text) {
        let follows = text[words.len()..].chars().take(TEXT).count() == TEXT;
        return follows.then_some((Opening::Label, words));
    }
    let stop = stop?;
    let title = &text[..stop];
    let mark = char_at(text, stop)?;
    let follows = &text[stop + mark.len_utf8()..];
    let words =
        title.trim_start_matches(|c| is_bullet(c) || matches!(c, '—' | '―' | '─' | '○')).trim_start_matches(is_blank);
    if words.len() < title.len() {
        let fits = (3..=SENTENCE).contains(&search::chars(words))
            && matches!(mark, '。' | '：' | ':')
            && !words.starts_with("这是")
            && !words.starts_with("我们")
            && !words.contains("应该");
        return (fits && !follows.is_empty()).then_some((Opening::Dashed, title));
    }
    // no character has more than four bytes
    if title.len() > LONG * 4 {
        return None;
    }
    let begins = |c: char| is_han(c) || c == '“' || c.is_ascii_digit() && is_year(title);
    let said = follows.chars().take(TEXT).count();
    if said < WORD || !char_at(title, 0).is_some_and(begins) {
        return None;
    }
    let chars = search::chars(title);
    match mark {
        '：' | ':' => {
            let quotes = title.contains('“') && !title.contains('”');
            let named = without_note(title);
            let label = (2..=LABEL).contains(&search::chars(named))
                && !quotes
                && (is_year(title) || !named.contains(|c: char| is_comma(c) || c.is_ascii_digit()))
                && !is_one_of(last(title), "是为有")
                && !is_one_of(first(title), "我你")
                && !begins_with_any(title, &["首先", "下面", "现在", "接下来", "最后"])
                && !is_one_of(first(follows), "　 \t")
                && !follows.chars().take(8).any(is_colon)
                && !CONTACT.iter().any(|w| title.starts_with(w))
                && !SPEAKS.iter().any(|w| title.ends_with(w))
                && (attends(title) || !is_post(title));
            label.then_some((if said < TEXT { Opening::ShortLabel } else { Opening::Label }, title))
        }
        _ if said < TEXT => None,
        '？' | '?'
            if (3..=QUESTION).contains(&chars)
                && !search::has(title, is_comma)
                && !is_one_of(first(title), "你您他她它那难") =>
        {
            Some((Opening::Question, &text[..stop + mark.len_utf8()]))
        }
        '。' if (4..=longest(title)).contains(&chars) && opens_with_verb(title) => Some((Opening::Sentence, title)),
        '。' if (SENTENCE + 1..=LONG).contains(&chars) && opens_with_verb(title) && !title.contains('是') => {
            Some((Opening::Long, title))
        }
        '。' if title.starts_with('要') => {
            ((5..=SENTENCE).contains(&chars) && !title.contains(['，', ','])).then_some((Opening::Refrain, title))
        }
        // 产业强则经济强。我们要……: a remark that orders
        '。' if begins_with_any(follows, &["我们要", "我们必须", "必须"]) => None,
        '。' if (3..=8).contains(&chars) && !search::has(title, is_comma) && !title.contains(any_of("是很"))
            || is_couplet(title) =>
        {
            Some((Opening::Short, title))
        }
        '。' if (9..=SENTENCE).contains(&chars) && !title.contains(['，', ',']) && !is_spoken(title) => {
            Some((Opening::Plain, title))
        }
        '。' if (5..=SENTENCE).contains(&chars) && !title.contains(['，', ',']) => Some((Opening::Refrain, title)),
        '。' if chars <= SENTENCE && !is_one_of(first(title), "我你他她它这那第") && second_clause(title).is_some() => {
            Some((Opening::Framed, title))
        }
        _ => None,
    }
}

/// A label without the note in brackets behind it: 宣传阶段（3月1日至3月20日）.
fn without_note(label: &str) -> &str {
    let inner = label.strip_suffix(['）', ')']);
    inner.and_then(|inner| inner.rfind(['（', '('])).filter(|&at| at > 0).map_or(label, |at| &label[..at])
}

/// The longest title sentence of so many clauses: one of three may be longer.
fn longest(title: &str) -> usize {
    if title.chars().filter(|&c| is_comma(c)).count() == 2 { CLAUSES } else { SENTENCE }
}

/// Whether two sentences begin with the same three characters and end with the same two.
fn is_refrain(one: &str, other: &str) -> bool {
    one.chars().zip(other.chars()).take(3).all(|(a, b)| a == b)
        && one.chars().rev().zip(other.chars().rev()).take(2).all(|(a, b)| a == b)
}

/// What stands behind a sentence's only comma, unless somebody says it, or speaks in it.
fn second_clause(title: &str) -> Option<&str> {
    let (first, clause) = title.split_once(is_comma)?;
    let told = SPEAKS.iter().any(|w| first.ends_with(w)) || is_one_of(search::first(clause), "我你他她它");
    (!search::has(clause, is_comma) && !told).then_some(clause)
}

/// Whether two sentences begin with the same two characters, which name nobody: 学会说土话 学会用土办法
fn begin_alike(one: &str, other: &str) -> bool {
    let mut firsts = one.chars().zip(other.chars()).take(2);
    firsts.all(|(a, b)| a == b && is_han(a)) && !is_one_of(first(one), "我你他她它这那其有")
}

/// Whether both clauses of two sentences begin with the same character, or are as long and share a character.
fn have_one_frame(one: &str, other: &str) -> bool {
    let first = |clause: &str| char_at(clause, 0);
    let shares = |(a, b): (char, char)| a == b && is_han(a);
    let (Some(behind), Some(behind_other)) = (second_clause(one), second_clause(other)) else { return false };
    first(one) == first(other) && first(behind) == first(behind_other)
        || one.len() == other.len() && behind.len() == behind_other.len() && one.chars().zip(other.chars()).any(shares)
}

/// Whether short sentences one after the other are title sentences by what most of them begin or end with.
fn is_chain(these: &[Paragraph<'_>]) -> bool {
    let most = |is: &dyn Fn(Opening, &str) -> bool| {
        these.iter().filter(|p| p.opening.is_some_and(|(opening, title)| is(opening, title))).count() * 3
            >= these.len() * 2
    };
    these.len() >= 3 && (most(&|opening, _| opening == Opening::Sentence) || most(&|_, title| tells_state(title)))
}

/// Whether a sentence ends in how things stand: 就业稳定向好
fn tells_state(title: &str) -> bool {
    const STATES: [&str; 62] = [
        "有进", "向好", "进展", "提高", "增强", "加快", "推进", "改善", "提升", "形成", "显现", "凸显", "优化", "巩固",
        "好转", "突破", "成效", "明显", "显著", "稳定", "丰富", "繁荣", "增长", "夯实", "释放", "完善", "深化", "拓展",
        "扩大", "有力", "有序", "有效", "均衡", "台阶", "动能", "加强", "深入", "协调", "发展", "不断", "见效", "加力",
        "实施", "发力", "完成", "提质", "增效", "盘活", "激发", "融合", "扎实", "壮大", "回升", "攀升", "跃升", "开展",
        "落实", "落地", "升级", "健全", "丰硕", "活跃",
    ];
    STATES.iter().any(|state| title.ends_with(state))
}

/// Whether a sentence is built as titles are: 推动产业集群发展, 就业稳定向好.
pub(super) fn is_title_sentence(title: &str) -> bool {
    !is_spoken(title) && (opens_with_verb(title) || tells_state(title))
}

/// Words of speech, not of titles.
fn is_spoken(title: &str) -> bool {
    title.starts_with('要') || title.contains(any_of("我你他她它这那就也都是了着还可"))
}

/// `2024年`, which opens a year's tasks.
fn is_year(title: &str) -> bool {
    title.strip_suffix('年').is_some_and(chars::is_year)
}

/// `副组长`, `列席`, which opens a row of a list of names.
pub(super) fn is_post(title: &str) -> bool {
    let bare: String = title.chars().filter(|&c| !is_blank(c)).collect();
    const POSTS: [&str; 12] =
        ["组长", "成员", "主任", "委员", "秘书长", "召集人", "指挥", "指挥长", "出席", "列席", "请假", "记录"];
    POSTS.iter().any(|post| bare.ends_with(post))
}

/// `列席`, which opens a row of those who were at a meeting.
fn attends(title: &str) -> bool {
    ["出席", "列席", "请假", "缺席", "记录"].contains(&title)
}

/// Whether a sentence has two short halves of like length: 线上线下，服务融合
fn is_couplet(title: &str) -> bool {
    let Some((one, other)) = title.split_once(['，', ',']) else { return false };
    let (one, other) = (search::chars(one), other.chars().filter(|c| !is_comma(*c)).count());
    !is_spoken(title)
        && (4..=10).contains(&one)
        && one.abs_diff(other) <= 2
        && title.chars().filter(|&c| is_comma(c)).count() == 1
}

fn opens_with_verb(title: &str) -> bool {
    // 以……为载体
    if title.strip_prefix('以').is_some_and(|rest| rest.contains('为')) {
        return true;
    }
    [2, 4, 3].into_iter().any(|n| {
        let end = title.char_indices().nth(n).map_or(title.len(), |(i, _)| i);
        // 开放是……, where the verb is the subject
        VERBS.have(&title[..end]) && !title[end..].starts_with('是')
    })
}
