//! The head of a piece: what stands from its first words to its body.

use super::byline::{bracketed_author, bracketed_day, dated_author, glued_author, is_author};
use super::letterhead::{before_title, number_line};
use super::noun::NOUN;
use super::subtitle::{edition, glued_subtitle, is_case, names_place, of_place, subtitle};
use super::title::{self, Evidence, Title, title};
use super::title_line::line_above_salutation;
use super::{bulletin, collection, dateline, untitled};
use crate::ElementKind;
use crate::lexer::chars::is_han;
use crate::lexer::search::is_one_of;
use crate::parser::element::date::{date, order_number};
use crate::parser::element::matching::*;
use crate::parser::element::{self, Addressed};

/// The longest name before a title and its colon, in bytes.
const LABEL: usize = 20 * "村".len();

/// The head of a piece.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub start: usize,
    pub title: Option<(usize, usize)>,
    pub evidence: Option<Evidence>,
    pub elements: Vec<(ElementKind, usize, usize)>,
    /// Where the body begins.
    pub end: usize,
}

impl Head {
    pub(super) fn has(&self, kind: ElementKind) -> bool {
        self.elements.iter().any(|e| e.0 == kind)
    }
}

/// Reads the head of the piece that begins at `at` (no blank there); `mark` is where its piece mark ends.
pub(super) fn head(text: &str, at: usize, mark: Option<usize>, cited: &[&str]) -> Head {
    let mut head = Head { start: at, end: at, ..Head::default() };
    if let Some(parts) = untitled::parts(text, at).filter(|_| mark.is_none() && at == skip_space(text, 0)) {
        head.end = parts.last().map_or(at, |part| part.2);
        head.elements = parts;
        after_title(text, &mut head);
        return head;
    }
    let mut from = at;
    let dateline = dateline::alone(text, at).filter(|_| mark.is_none());
    let bulletin = if mark.is_none() { bulletin::glued(text, at, &mut head) } else { None };
    if let Some(end) = bulletin {
        from = end;
    } else if mark.is_none() {
        from = before_title(text, dateline.map_or(at, |end| skip_space(text, end)), &mut head);
    }
    // a report begins with what stands above the title
    let mut reported = dateline.is_some();
    let title_at = mark.map_or(from, |m| {
        let m = skip_blanks(text, m);
        skip_space(text, words!("： 、 .").at(text, m).unwrap_or(m))
    });
    let label_at = skip_markdown(text, title_at);
    let title_at = after_label(text, label_at);
    let blank = || title::blank_title(text, title_at).filter(|_| at == skip_markdown(text, skip_space(text, 0)));
    let before_speech = || {
        // below T2 on its line the text begins
        let on_line = title_at <= line_end(text, mark?);
        let end = collection::before_speech(text, title_at).filter(|_| on_line)?;
        Some(Title { end, evidence: Evidence::Noun })
    };
    let known = if mark.is_some() { marked_title } else { cited_title };
    // its subtitle may be glued to the text
    let above_subtitle = || {
        let end = longest_cited(text, title_at, cited).filter(|&end| is_dashed(text, end))?;
        Some(Title { end, evidence: Evidence::Form })
    };
    let titled = known(text, title_at, cited).or_else(|| title(text, title_at)).or_else(blank);
    let report = || Some(Title { end: dateline::headline(text, title_at)?, evidence: Evidence::Form });
    let titled = titled.or_else(above_subtitle).or_else(|| if mark.is_none() { report() } else { None });
    let told = || Some(Title { end: bulletin::glued_title(text, title_at)?, evidence: Evidence::Form });
    let titled = titled.or_else(|| if bulletin.is_some() { told() } else { None });
    // 时间：3月5日 under a piece mark is none, ××镇：…… is
    let labelled = |t: &Title| {
        let colon = text.get(title_at..t.end).and_then(|t| t.find(any_of("：:")));
        t.evidence == Evidence::Line && colon.is_some_and(|colon| !of_place(text, title_at, title_at + colon, t.end))
    };
    // nor is the speaker's name below the mark, or beside 之一
    let named = |t: &Title| {
        (title_at > line_end(text, mark.unwrap_or(at)) || eat(text, at, "之").is_some())
            && text.get(title_at..t.end).is_some_and(element::post_and_name)
    };
    let titled = titled.filter(|t| mark.is_none() || !labelled(t) && !named(t));
    let titled = titled.filter(|_| mark.is_some() || !dateline::begins(text, title_at));
    let subtitled = || {
        let end = glued_subtitle(text, title_at).filter(|_| mark.is_some())?;
        Some(Title { end, evidence: Evidence::Noun })
    };
    // 案例3：陈某收取回扣案|【基本案情】
    let above_brackets = || {
        let end = title_at + element::window(text, title_at, 160).find('【')?;
        let opens = mark.is_some() && title::opens_brackets(text, title_at, end, false);
        opens.then_some(Title { end, evidence: Evidence::Form })
    };
    match titled.or_else(above_brackets).or_else(before_speech).or_else(subtitled) {
        Some(Title { mut end, evidence }) => {
            // ……材料篇1|坚持“四个到位”——在……会上的发言|××院|各位领导：
            if char_at(text, end).is_some_and(is_han) && text.get(title_at..end).is_some_and(ends_in_series) {
                end = title(text, end).filter(|more| more.evidence == Evidence::Form).map_or(end, |more| more.end);
            }
            head.title = Some((if mark.is_some() { at } else { label_at }, end));
            head.evidence = Some(evidence);
            head.end = end;
        }
        None => {
            head.title = mark.map(|m| (at, m));
            head.end = mark.unwrap_or(from);
            if let Some(speech) = announced(text, from).filter(|_| mark.is_none()) {
                let own = title(text, speech).filter(|own| own.evidence == Evidence::Form);
                head.title = own.map(|own| (speech, own.end));
                reported |= head.title.is_some();
                head.end = if element::salutation(text, speech).is_some() { speech } else { from };
            }
        }
    }
    if let Some((start, end)) = head.title {
        let own = || own_title(text, mark?, end, &head);
        head.title = Some((start, edition(text, end).or_else(|| subtitle(text, end)).or_else(own).unwrap_or(end)));
    }
    head.end = head.title.map_or(head.end, |title| title.1);
    if head.elements.is_empty() && !reported {
        head.start = head.title.map_or(title_at, |t| t.0);
    }
    after_title(text, &mut head);
    bulletin::complete(text, &mut head);
    head
}

/// Where the document's own title ends on the line below what a piece mark opens, which names the collection's matter:
/// the same again, or above who wrote it or is spoken to: `第三篇：基层治理经验⏎小积分　大治理⏎××村党支部`.
fn own_title(text: &str, mark: usize, title: usize, head: &Head) -> Option<usize> {
    let at = skip_space(text, title);
    let end = trim_end(text, at, line_end(text, at));
    let named = text.get(mark..title)?.trim_matches(|c: char| is_blank(c) || is_one_of(c, "：:、.\n"));
    let words = text.get(at..end).filter(|_| at > line_end(text, title) && !named.is_empty())?;
    let plain = (4..=40).contains(&width(words)) && !words.contains(any_of("。，；：:,"));
    let below = skip_space(text, end);
    let introduces = || {
        let author = || element::author(text, below).is_some_and(|end| is_author(text, below, end, head));
        element::salutation(text, below).is_some() || author()
    };
    let own = named == words
        || element::salutation(text, at).is_none()
            && element::author(text, at).is_none_or(|end| !is_author(text, at, end, head))
            && introduces();
    (plain && own && date(text, at).is_none() && !title::opens_section(text, at)).then_some(end)
}

/// Whether a title ends in the mark of a series: 篇1.
fn ends_in_series(title: &str) -> bool {
    let stem = title.trim_end_matches(|c: char| c.is_ascii_digit() || is_one_of(c, "一二三四五六七八九十"));
    stem.len() < title.len() && stem.ends_with('篇')
}

/// Past the kind of a document on a line above its title: `党课讲稿：`.
fn after_label(text: &str, at: usize) -> usize {
    let end = trim_end(text, at, line_end(text, at));
    let label = eat_back(text, at, end, "：").filter(|&label| NOUN.ends(text, at, label));
    let short = label.is_some_and(|label| (3..=8).contains(&width(text.get(at..label).unwrap_or_default())));
    if short { skip_markdown(text, skip_space(text, end)) } else { at }
}

/// Where a speech begins that a report announces as a whole: `……讲话全文如下：`.
fn announced(text: &str, at: usize) -> Option<usize> {
    const WORDS: &str = "全文如下：";
    Some(skip_space(text, at + element::window(text, at, 600).find(WORDS)? + WORDS.len()))
}

/// A title that was cited before behind a piece mark; its author may stand before it: `2.××村：T`.
pub(super) fn marked_title(text: &str, at: usize, cited: &[&str]) -> Option<Title> {
    let named = || {
        let name = bounded(text, at, LABEL);
        let colon = name.find(any_of("：:\n。，、")).filter(|_| !cited.is_empty())?;
        eat(text, at + colon, "：")?;
        let at = at + colon + char_at(text, at + colon)?.len_utf8();
        cited_title(text, skip_blanks(text, at), cited)
    };
    cited_title(text, at, cited).or_else(named)
}

/// Past a title that a line break divides.
fn eat_broken(text: &str, at: usize, title: &str) -> Option<usize> {
    if text.as_bytes().get(at..at + 6) != title.as_bytes().get(..6) {
        return None;
    }
    let line_end = line_end(text, at);
    let line = text.get(at..trim_end(text, at, line_end)).filter(|line| line.len() < title.len())?;
    let more = title.strip_prefix(line).filter(|_| width(line) >= 6)?;
    eat(text, skip_space(text, line_end), more)
}

/// A title that was cited before, which ends where the citation does.
pub(super) fn cited_title(text: &str, at: usize, cited: &[&str]) -> Option<Title> {
    let end = longest_cited(text, at, cited)?;
    let next = char_at(text, skip_blanks(text, end)).map(fold);
    let goes_on = matches!(next, Some('》' | '〉' | '，' | '。' | '、' | '的' | '”' | '；'))
        || next == Some('（') && bracketed_author(text, skip_blanks(text, end)).is_none();
    // a subtitle belongs to it
    (!is_dashed(text, end) && !goes_on).then_some(Title { end, evidence: Evidence::Form })
}

/// Where the longest of the titles cited before ends that stands at `at`.
fn longest_cited(text: &str, at: usize, cited: &[&str]) -> Option<usize> {
    cited.iter().filter_map(|cited| eat(text, at, cited).or_else(|| eat_broken(text, at, cited))).max()
}

/// Whether a subtitle with its dash follows.
fn is_dashed(text: &str, at: usize) -> bool {
    ["——", "――", "--"].iter().any(|dash| rest(text, skip_space(text, at)).starts_with(dash))
}

/// Past the `#` of a Markdown heading.
pub(super) fn skip_markdown(text: &str, at: usize) -> usize {
    let end = at + rest(text, at).chars().take_while(|c| matches!(c, '#')).count();
    if end > at { skip_blanks(text, end) } else { at }
}

/// Where a title ends before the `##` of a Markdown heading that is glued to it.
pub(super) fn before_signs(text: &str, start: usize, end: usize) -> usize {
    let title = text.get(start..end).unwrap_or_default().trim_end();
    let bare = title.trim_end_matches('#');
    if title.len() - bare.len() > 1 { start + bare.trim_end().len() } else { end }
}

/// What stands between title and body, in any order.
fn after_title(text: &str, head: &mut Head) {
    let titled = head.title.is_some();
    let reply = head.title.and_then(|(s, e)| text.get(s..e)).is_some_and(|t| t.contains('复'));
    for _ in 0..24 {
        let at = skip_rule(text, head.end);
        if at >= text.len() {
            head.end = at;
            return;
        }
        let on_line = rest(text, head.end).get(..at - head.end).is_some_and(|gap| gap.contains('\n'));
        let Some((kind, start, end)) = next_element(text, at, head, titled, reply, on_line) else {
            let Some(end) = line_above_salutation(text, at).filter(|_| titled && on_line) else {
                head.end = skip_space(text, head.end);
                return;
            };
            // a subtitle without its dash
            let words = text.get(at..end).unwrap_or_default();
            if head.elements.is_empty() && width(words) >= 8 && !words.contains(any_of("：:")) {
                head.title = head.title.map(|(start, _)| (start, end));
            }
            head.end = end;
            continue;
        };
        let dated = || bracketed_day(text, start).or_else(|| dated_author(text, start));
        match dated().filter(|_| kind == ElementKind::Author) {
            Some((name, day)) => head.elements.extend([(kind, name.0, name.1), (ElementKind::Date, day.0, day.1)]),
            None => head.elements.push((kind, start, end)),
        }
        head.end = if kind == ElementKind::DocNumber { after_number(text, end) } else { end };
        if matches!(kind, ElementKind::Salutation | ElementKind::Addressee) {
            head.end = words!("： ！ ，").at(text, skip_blanks(text, end)).unwrap_or(end);
            head.end = skip_space(text, head.end);
            return;
        }
    }
}

/// Past what stands behind a document's number: the bracket around it, or how an office files the answer: `（A）`, `（B类）`.
fn after_number(text: &str, end: usize) -> usize {
    let class = || {
        let letter = eat(text, skip_blanks(text, end), "（")?;
        char_at(text, letter).filter(char::is_ascii_uppercase)?;
        eat(text, eat(text, letter + 1, "类").unwrap_or(letter + 1), "）")
    };
    eat(text, end, "）").or_else(class).unwrap_or(end)
}

fn next_element(
    text: &str,
    at: usize,
    head: &Head,
    titled: bool,
    reply: bool,
    on_line: bool,
) -> Option<(ElementKind, usize, usize)> {
    if let Some(end) = element::salutation(text, at) {
        return Some((ElementKind::Salutation, at, end));
    }
    if !titled {
        // a copied text may begin below its title, or below its number
        let (end, whom) = element::addressee(text, at, false)
            .filter(|_| on_line || !head.elements.is_empty() || at == skip_space(text, 0))?;
        let alone = eat(text, end, "：").map(|colon| skip_blanks(text, colon)) == Some(line_end(text, end));
        return (alone && whom == Addressed::Organs).then_some((ElementKind::Addressee, at, end));
    }
    // perhaps in brackets
    let number = eat(text, at, "（").unwrap_or(at);
    let numbered = |at: usize| number_line(text, at, line_end(text, at));
    if let Some((start, end)) = numbered(number).or_else(|| numbered(at)) {
        return Some((ElementKind::DocNumber, start, end));
    }
    if let Some(end) = bulletin::issue(text, at) {
        return Some((ElementKind::DocNumber, at, end));
    }
    let order = head.title.is_some_and(|(s, e)| eat_back(text, s, e, "令").is_some());
    if let Some(end) = element::announced_number(text, at).filter(|_| !on_line) {
        return Some((ElementKind::DocNumber, at, end));
    }
    if let Some(end) = element::order_line(text, at).or_else(|| order_number(text, at).filter(|_| order)) {
        return Some((ElementKind::DocNumber, at, end));
    }
    if let Some((name, _)) = dated_author(text, at).filter(|_| on_line && !head.has(ElementKind::Author)) {
        return Some((ElementKind::Author, at, eat(text, name.1, "）").unwrap_or(name.1)));
    }
    if let Some(end) = element::head_date(text, at) {
        return Some((ElementKind::Date, at, end));
    }
    if let Some(end) = element::passing(text, at) {
        return Some((ElementKind::Date, at, end));
    }
    if let Some(d) = date(text, at).filter(|d| trim_end(text, at, line_end(text, at)) == d.end) {
        return Some((ElementKind::Date, at, d.end));
    }
    if let Some(end) = bracketed_author(text, at).filter(|_| !head.has(ElementKind::Author)) {
        return Some((ElementKind::Author, at, end));
    }
    if let Some(end) = element::labelled_author(text, at).filter(|_| !head.has(ElementKind::Author)) {
        return Some((ElementKind::Author, at, end));
    }
    if let Some(end) = element::note(text, at).or_else(|| note_above_salutation(text, at).filter(|_| on_line)) {
        return Some((ElementKind::Note, at, end));
    }
    if let Some(end) = element::signer(text, at, "") {
        return Some((ElementKind::Signer, at, end));
    }
    let unsigned = !head.has(ElementKind::Author) && !head.has(ElementKind::DocNumber);
    if let Some(end) = element::name_and_day(text, at).filter(|_| on_line && unsigned) {
        return Some((ElementKind::Author, at, end));
    }
    if let Some(end) = element::name_below_post(text, at).filter(|_| on_line && unsigned) {
        return Some((ElementKind::Author, at, end));
    }
    // ——××县委副书记　×××
    let dashes = rest(text, at).len() - rest(text, at).trim_start_matches(any_of("—―")).len();
    if dashes > 0
        && on_line
        && unsigned
        && let Some(end) = element::author(text, at + dashes)
        && (element::names_speaker(text, at + dashes, end) || is_author(text, at + dashes, end, head))
    {
        return Some((ElementKind::Author, at, end));
    }
    if let Some(end) = glued_author(text, at).filter(|_| !on_line && unsigned) {
        return Some((ElementKind::Author, at, end));
    }
    if let Some(end) = element::glued_name(text, at).filter(|_| !on_line && unsigned && head.has(ElementKind::Date)) {
        return Some((ElementKind::Author, at, end));
    }
    let of_case = || head.title.is_some_and(|title| is_case(text, title)) && names_place(text, at);
    let addressee = element::addressee(text, at, reply).filter(|&(end, _)| !lists_organs(text, end) && !of_case());
    if let Some((end, whom)) = addressee {
        let kind = if whom == Addressed::People { ElementKind::Salutation } else { ElementKind::Addressee };
        return Some((kind, at, end));
    }
    if let Some(end) = element::unmarked_addressee(text, at).filter(|_| on_line) {
        return Some((ElementKind::Addressee, at, end));
    }
    // 供稿：县政府办⏎县长　李××⏎各位代表：
    let speaker = || {
        let end = element::author(text, at)?;
        let spoken = element::post_and_name(text.get(at..end)?) && element::spoken_to(text, skip_space(text, end));
        spoken.then_some((ElementKind::Author, at, end))
    };
    if let Some(speaker) = speaker().filter(|_| on_line && head.has(ElementKind::Author)) {
        return Some(speaker);
    }
    if let Some(end) = another_author(text, at, head).filter(|_| on_line) {
        return Some((ElementKind::Author, at, end));
    }
    // below 先进集体名单（10个） stand its members
    let names = head.title.and_then(|(s, e)| text.get(s..e)).and_then(|t| t.split(any_of("（(")).next());
    if !unsigned || names.is_some_and(|t| t.trim_end().ends_with("名单")) {
        return None;
    }
    if let Some((end, ..)) = collection::made_up(text, at).filter(|_| on_line) {
        return Some((ElementKind::Author, at, end));
    }
    if let Some(end) = organ_of_state(text, at).filter(|_| on_line) {
        return Some((ElementKind::Author, at, end));
    }
    let end = element::author(text, at)?;
    // on the line of the date or of a mark: ……会议上　省长　王××, 之一　县长　李××
    if !on_line {
        let beside = head.has(ElementKind::Date) || eat(text, head.start, "之").is_some();
        let beside = beside && element::post_and_name(text.get(at..end)?) || title::speaks(text, at, end);
        return beside.then_some((ElementKind::Author, at, end));
    }
    is_author(text, at, end, head).then_some((ElementKind::Author, at, end))
}

/// One organ more on the line below the first, above the day or those who are spoken to: `××市统计局⏎国家统计局××调查队⏎2026年3月20日`.
fn another_author(text: &str, at: usize, head: &Head) -> Option<usize> {
    /// The most of them.
    const ORGANS: usize = 6;
    head.elements.last().filter(|above| above.0 == ElementKind::Author)?;
    let organ = |at: usize| element::author(text, at).filter(|&end| element::is_organ(text, at, end));
    let end = organ(at)?;
    let mut below = skip_space(text, end);
    for _ in 0..ORGANS {
        let day = date(text, below).is_some_and(|day| day.end == trim_end(text, below, line_end(text, below)));
        if day || element::head_date(text, below).is_some() || element::spoken_to(text, below) {
            return Some(end);
        }
        below = skip_space(text, organ(below)?);
    }
    None
}

/// Whether the name before the colon at `colon` opens a list of what each organ does, as the line below does:
/// `市委宣传部：负责新闻报道。⏎市应急局：负责……`.
fn lists_organs(text: &str, colon: usize) -> bool {
    let tells = |colon: usize| {
        let said = eat(text, colon, "：").map(|said| skip_blanks(text, said));
        said.is_some_and(|said| said < line_end(text, said))
    };
    let below = skip_space(text, line_end(text, colon));
    tells(colon) && element::addressee(text, below, false).is_some_and(|(end, _)| tells(end))
}

/// Where the name of an organ ends that stands below the state's on a line of its own: `中华人民共和国⏎国务院新闻办公室`.
fn organ_of_state(text: &str, at: usize) -> Option<usize> {
    let state = eat(text, at, "中华人民共和国").filter(|&end| skip_blanks(text, end) == line_end(text, end))?;
    let organ = skip_space(text, state);
    let end = trim_end(text, organ, line_end(text, organ));
    (element::is_organ(text, organ, end) && width(text.get(organ..end)?) <= 20).then_some(end)
}

/// A line in brackets between the title and those who are spoken to: `（竞聘岗位：××中学副校长）`.
fn note_above_salutation(text: &str, at: usize) -> Option<usize> {
    eat(text, at, "（")?;
    let end = trim_end(text, at, line_end(text, at));
    let whole = eat_back(text, at, end, "）").is_some() && width(text.get(at..end)?) <= 40;
    (whole && element::spoken_to(text, skip_space(text, end))).then_some(end)
}
