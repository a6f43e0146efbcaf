//! Second pass: where documents begin and end, and the parts of their form.
//!
//! A piece opens with a head (title, document number, addressee …) and closes with a tail (closing,
//! signature, date, notes …). Both are told by form and place, not by lines alone: where line
//! breaks are lost, a title ends at what follows it, and the next piece begins where a tail ends.

mod annex;
mod bulletin;
mod byline;
mod collection;
pub(super) mod dateline;
mod head;
mod letterhead;
mod mark;
pub(super) mod noun;
mod numbered;
mod opener;
mod place;
mod subtitle;
mod tail;
mod title;
mod title_line;
mod untitled;
mod volume;

use super::element::date::{date, is_digit};
use super::element::{self, matching::*};
use crate::ElementKind;
use crate::lexer::search::{find as find_word, first, has_any};
use crate::lexer::stops::Stops;
use head::{Head, head, skip_markdown};
use noun::NOUN;
use place::{Ahead, Place, Places};
use tail::{Tail, tail};
use title::{Evidence, begins_sections, has_comma, issuer, opens_section};

/// One document or speech of the text, in bytes of the clean text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PieceSpan {
    pub start: u32,
    pub end: u32,
    pub title: Option<(u32, u32)>,
    /// What stands between head and tail: every heading and mark, and no part of the form.
    pub body: (u32, u32),
    pub elements: Vec<(ElementKind, u32, u32)>,
}

/// Gives `each` the pieces of `text`, in order, with the stops in their bodies; pieces do not overlap. A text of blanks
/// has none.
///
/// At each of `breaks` (ascending) a piece begins for sure; `listed` are the titles in tables of contents.
pub(crate) fn find<'t>(text: &'t str, breaks: &[usize], listed: Vec<&'t str>, each: impl FnMut(&PieceSpan, &Stops)) {
    let mut finder = Finder {
        text,
        begun: false,
        series: None,
        label: None,
        repeated: None,
        amended: None,
        cited: Vec::new(),
        listed: Vec::new(),
        known: 0,
        compilation: false,
        rules: false,
        spoken: false,
        numbered: false,
        titles: Vec::new(),
        in_parts: false,
        date: Ahead::date(text),
        masks: [Ahead::sign(text, "×"), Ahead::sign(text, "某")],
        major: Ahead::major(text),
        read: None,
    };
    finder.run(breaks, listed, each);
}

struct Finder<'t> {
    /// The text up to the next break.
    text: &'t str,
    /// Whether a piece was found before.
    begun: bool,
    /// The title that every piece repeats before its mark: T of `T 篇1`.
    series: Option<&'t str>,
    /// The words before the number of the marks, and the number that comes next: 交流发言 of `交流发言一：`.
    label: Option<(&'t str, u32)>,
    /// The first title, if it has no mark; the next pieces may repeat it with one: T, `T（二）`.
    repeated: Option<&'t str>,
    /// The law that a decision amends, whose text as amended may follow.
    amended: Option<&'t str>,
    /// Titles cited in titles and annex notes, which open an annex when they come again.
    cited: Vec<&'t str>,
    /// The titles that a table of contents lists.
    listed: Vec<&'t str>,
    /// A bit for the low six bits of the first character of each title that may come again.
    known: u64,
    compilation: bool,
    /// Whether it is one of rules: ……规章制度汇编.
    rules: bool,
    /// Whether （一） （二） open its speeches.
    spoken: bool,
    /// Whether numbers or signs open the titles of its speeches.
    numbered: bool,
    /// Where the numbered titles that its title counts begin, and their marks end.
    titles: Vec<(usize, usize)>,
    /// Whether 第一篇 opens a part of one document: ……规划纲要.
    in_parts: bool,
    date: Ahead<'t>,
    masks: [Ahead<'t>; 2],
    major: Ahead<'t>,
    /// The head of the next piece, if it was read to see whether a piece begins there.
    read: Option<Head>,
}

/// The most titles remembered, so that looking for them takes no more time in a longer text.
const MOST_TITLES: usize = 64;

/// Where a body ends, and where the next piece begins.
struct Boundary {
    tail: Tail,
    /// Start of the next piece and the end of its piece mark, if it has one.
    next: Option<(usize, Option<usize>)>,
}

impl<'t> Finder<'t> {
    fn run(&mut self, breaks: &[usize], listed: Vec<&'t str>, mut each: impl FnMut(&PieceSpan, &Stops)) {
        let text = self.text;
        let mut at = skip_markdown(text, skip_space(text, 0));
        at = annex::below_label(text, at).unwrap_or(at);
        self.listed = listed;
        self.listed.retain(|title| !opens_section(title, 0));
        self.listed.truncate(MOST_TITLES);
        // a page tells it more than once
        let (mut collection, mut from) = (None, at);
        self.in_parts = volume::are_parts(text, at);
        for _ in 0..if self.in_parts { 0 } else { 2 } {
            let Some(title) = self.collection_title(from) else { break };
            (collection, from) = (Some(title), skip_space(text, title.1));
        }
        if collection.is_some() || !self.listed.is_empty() && bulletin::begins(text, at) {
            self.compilation = true;
            self.cited.extend(&self.listed);
            self.known = self.listed.iter().map(|title| first_bit(title)).fold(0, |all, bit| all | bit);
        } else {
            self.listed.clear();
        }
        if let Some((start, end)) = collection {
            self.rules = text.get(start..end).is_some_and(|t| has_any(t, &["制度", "规章", "职责", "规定"]));
            at = self.contents(skip_markdown(text, skip_space(text, end)));
            let glued = at == end;
            at = collection::first_of_series(text, at, text.get(start..end).unwrap_or_default()).unwrap_or(at);
            if glued && !self.listed.iter().any(|title| eat(text, at, title).is_some()) {
                self.cited.extend(collection::first_end(text, at).and_then(|end| text.get(at..end)));
            }
        }
        let mut elements: Vec<_> =
            collection.map(|(start, end)| (ElementKind::CollectionTitle, start, end)).into_iter().collect();
        if collection.is_some() {
            elements.extend(collection::cover(text, at));
            at = elements.last().map_or(at, |e| skip_markdown(text, skip_space(text, e.2).max(at)));
        }
        let spoken = mark::spoken_mark(text, at).filter(|_| self.compilation);
        let numbered = mark::numbered_mark(text, at).filter(|_| self.compilation);
        let listed = mark::listed_mark(text, at, &self.listed);
        let mut mark = self.piece_mark(at).or_else(|| mark::misread_mark(text, at));
        mark = mark.or(spoken).or(numbered).or(listed);
        if let Some((series, end)) = mark::series_above(text, at).filter(|_| self.compilation) {
            (self.series, mark) = (Some(series), Some(end));
        }
        if let Some((start, end)) = collection
            && let Some((series, end)) = collection::numbered_series(text, at, text.get(start..end).unwrap_or_default())
        {
            (self.series, mark) = (Some(series), Some(end));
        }
        if let Some((series, end)) = mark::glued_series(text, at).filter(|_| self.series.is_none()) {
            (self.series, mark) = (Some(series), Some(end));
        }
        if let Some((label, end)) = mark::first_label(text, at) {
            (self.label, mark) = (Some((label, 2)), Some(end));
            self.known |= first_bit(label);
        }
        (self.spoken, self.numbered) = (spoken.is_some(), numbered.is_some());
        if let Some((start, end)) = collection {
            self.titles = numbered::titles(text, at, text.get(start..end).unwrap_or_default());
        }
        if let Some(&(_, end)) = self.titles.first() {
            (self.numbered, mark) = (false, Some(end));
        }
        let mut first = collection.map(|c| c.0);
        let mut breaks = breaks.iter().copied().peekable();
        let mut stops = Stops::default();
        while at < text.len() {
            while breaks.next_if(|&b| b <= at).is_some() {}
            self.text = breaks.peek().and_then(|&b| text.get(..b)).unwrap_or(text);
            let head = self.read.take().unwrap_or_else(|| head(self.text, at, mark, &self.cited));
            self.learn(&head);
            let mut places = Places::new(self.text, head.end, &mut stops);
            let boundary = self.boundary(&head, &mut places);
            let at_break = (self.text.len() < text.len()).then(|| (skip_space(text, self.text.len()), None));
            let next = boundary.next.or(at_break);
            let end = next.map_or(text.len(), |n| n.0);
            let piece = self.piece(head, boundary.tail, &mut elements, first.take(), end);
            places.walk_to(piece.body.1 as usize);
            each(&piece, &stops);
            self.begun = true;
            let Some((next, next_mark)) = next.filter(|n| n.0 > at) else { break };
            (at, mark) = (next, next_mark);
        }
    }

    fn piece(
        &self,
        head: Head,
        tail: Tail,
        elements: &mut Vec<(ElementKind, usize, usize)>,
        first: Option<usize>,
        end: usize,
    ) -> PieceSpan {
        let narrow = |span: (usize, usize)| (span.0 as u32, span.1 as u32);
        let body_start = head.end.min(end);
        // what stands behind the break is a gap
        let reach = end.min(self.text.len()).max(body_start);
        let label = annex::label_before(self.text, body_start, reach).unwrap_or(reach);
        let body_end = tail.elements.first().map_or(label, |e| e.1).clamp(body_start, end);
        let mut all = std::mem::take(elements);
        all.extend(head.elements);
        all.extend(tail.elements);
        PieceSpan {
            start: first.unwrap_or(head.start) as u32,
            end: end as u32,
            title: head.title.map(|(start, end)| narrow((start, head::before_signs(self.text, start, end)))),
            body: narrow((body_start, trim_end(self.text, body_start, body_end))),
            elements: all.into_iter().map(|(kind, start, end)| (kind, start as u32, end as u32)).collect(),
        }
    }

    /// Remembers what the head of a piece tells of the pieces to come.
    fn learn(&mut self, head: &Head) {
        let Some((start, end)) = head.title else { return };
        let text: &'t str = self.text;
        let Some(title) = text.get(start..end) else { return };
        let known = self.cited.len();
        if self.series.is_none() {
            self.series = mark::series(title);
        }
        if !self.begun && self.series.is_none() {
            // 对照检查材料 of 对照检查材料（副县长）
            let open = title.rfind(any_of("（(")).filter(|n| byline::told_in_brackets(title, *n) == Some(title.len()));
            let title = title.get(..open.unwrap_or(title.len())).map(mark::without_junk);
            self.repeated = title.filter(|title| width(title) >= 8);
        }
        if let (Some(open), Some(close)) = (title.find('《'), title.rfind('》')) {
            let named = title.get(open + '《'.len_utf8()..close);
            self.amended = named.filter(|_| has_any(title, &["修改", "修正", "修订"]) && title.ends_with("决定"));
            self.cited.extend(named);
        } else if let Some(open) =
            ["印发", "转发", "批转", "发布"].iter().find_map(|w| find_word(title, w).map(|n| n + w.len()))
        {
            let named = title.get(open..).unwrap_or_default();
            let close = named.rfind("的通知").or_else(|| named.rfind("的函")).or_else(|| named.rfind("通知"));
            self.cited.extend(close.and_then(|n| named.get(..n)));
        } else if title.ends_with('令') {
            // an order names the law that it issues
            let issued = bounded(text, head.end, 240);
            let name = eat(text, head.end, "《").and_then(|open| issued.get(open - head.end..));
            self.cited.extend(name.and_then(|name| name.get(..name.find('》')?)));
        }
        let again = [self.series, self.repeated, self.amended];
        self.known |= again.into_iter().flatten().map(first_bit).fold(0, |all, bit| all | bit);
        // few titles are new, and one or two of a piece
        let new = self.cited.split_off(known);
        self.cited.extend(new.into_iter().filter(|cited| width(cited) >= 4));
        self.cited.truncate(MOST_TITLES);
    }

    /// Finds where the piece with this head ends.
    fn boundary(&mut self, head: &Head, places: &mut Places<'_, '_>) -> Boundary {
        let text = self.text;
        let issuer = head.title.map_or("", |(s, e)| issuer(text.get(s..e).unwrap_or_default()));
        let mut pending: Option<Tail> = None;
        // a tail that counts only right before a piece: 谢谢大家！
        let mut weak: Option<Tail> = None;
        // how far a tail was read that turned out to end nothing
        let mut read_to = 0;
        for place in places {
            let at = place.at;
            let may_sign = place.may_sign(text, self.date.next(at));
            if at < read_to || !may_sign && !self.may_begin(place) {
                continue;
            }
            if (at > head.end || head.title.is_none() && at > head.start)
                && let Some(next) = self.opens(place, head)
            {
                let near = pending.filter(|p| tail::is_end(text, p.end, at));
                let tail = near.or(weak.filter(|w| skip_space(text, w.end) == at));
                return Boundary { tail: tail.unwrap_or_default(), next: Some(next) };
            }
            let Some(tail) = tail(text, at, issuer, may_sign) else { continue };
            if !place.on_line && tail::is_remark(text, at) && !tail.has(ElementKind::Signature) {
                continue;
            }
            let rest_at = skip_space(text, tail.end);
            if rest_at >= text.len() {
                return Boundary { tail, next: None };
            }
            for e in tail.elements.iter().filter(|e| e.0 == ElementKind::AttachmentNote) {
                self.cited.extend(element::attachment_names(text, e.1, e.2));
            }
            if let Some(next) = self.follows(&tail, rest_at, head) {
                return Boundary { tail, next: Some(next) };
            }
            read_to = tail.end;
            let kept = if tail.is_strong() { &mut pending } else { &mut weak };
            *kept = Some(tail);
        }
        // what follows the last tail is a few words that are no piece
        let tail = pending.filter(|p| tail::is_end(text, p.end, text.len()));
        Boundary { tail: tail.unwrap_or_default(), next: None }
    }

    /// Whether a piece or a tail may begin at a place, by what it begins with.
    fn may_begin(&self, place: Place) -> bool {
        place.on_line
            || self.compilation
            || place.may_have_colon
            || self.may_know(place.first)
            || mark::may_begin(place.first)
            || tail::may_begin(place.first)
            || place.first == '出'
    }

    /// Whether a title that may come again begins with `first`.
    fn may_know(&self, first: char) -> bool {
        self.known >> (first as u32 & 63) & 1 != 0
    }

    /// Where the next piece begins behind a tail, if it does.
    fn follows(&mut self, tail: &Tail, at: usize, before: &Head) -> Option<(usize, Option<usize>)> {
        let text = self.text;
        if let Some(end) = self.piece_mark(at).or_else(|| mark::misread_mark(text, at)).or_else(|| self.spoken_mark(at))
        {
            return Some((at, Some(end)));
        }
        let line = rest(text, tail.end).get(..at - tail.end).is_some_and(|gap| gap.contains('\n'));
        // the next speech, behind the thanks of this one
        let thanked = line && tail.has(ElementKind::Closing) && before.has(ElementKind::Salutation);
        if thanked && element::spoken_to(text, at) {
            return Some((at, None));
        }
        // the label of an annex, then the annex's title
        if let Some(label) = element::attachment_label(text, at) {
            let after = skip_blanks(text, label);
            let next = skip_space(text, annex::SIGN.at(text, after).unwrap_or(label));
            let bare = line && skip_blanks(text, label) == line_end(text, label);
            let announced = tail.has(ElementKind::AttachmentNote) && (bare || self.is_cited(next));
            return ((tail.is_strong() || announced) && next < text.len()).then(|| (skip_markdown(text, next), None));
        }
        if let Some(source) = eat(text, at, "出处：") {
            return Some((element::source_end(text, source), None)).filter(|n| n.0 < text.len());
        }
        let last = tail.elements.last().map_or(at, |e| e.1);
        if (char_at(text, last) == Some('*') || eat(text, last, "注释").is_some()) && text.len() - at > 300 {
            return Some((at, None));
        }
        let next = skip_markdown(text, at);
        let found = head(text, next, None, &self.cited);
        let released = tail.has(ElementKind::Date) && tail.has(ElementKind::Note);
        if found.evidence.is_none() && released && !opens_section(text, next) && text.len() - next > 300 {
            return Some((next, None));
        }
        // the rules that a notice issues, without a title of their own
        let issued = tail.has(ElementKind::Date) && tail.has(ElementKind::Signature);
        if issued && line && begins_sections(text, next) {
            // not of the law whose announcement stands below its title
            return (!tail::announces(text, before, tail)).then_some((next, None));
        }
        let evidence = found.evidence?;
        let strong = if tail.is_strong() {
            let long = text.len() - next > 300 && bounded(text, next, 600).contains('。');
            let anew = || issued && begins_sections(text, found.end);
            evidence > Evidence::Line || line && (!found.elements.is_empty() || self.compilation || long || anew())
        } else {
            let blank = rest(text, tail.end).get(..at - tail.end).is_some_and(|gap| gap.matches('\n').count() > 1);
            tail.has(ElementKind::Closing)
                && (evidence == Evidence::Form
                    || evidence == Evidence::Noun && (line || !found.title.is_some_and(|(s, e)| has_comma(text, s, e)))
                    || self.compilation && line && blank
                    || line && found.title.and_then(|(s, e)| text.get(s..e)).is_some_and(|t| t.contains("\n——")))
                || tail.has(ElementKind::AttachmentNote) && self.is_cited(next)
        };
        self.read = Some(found).filter(|_| strong);
        strong.then_some((next, None))
    }

    /// Whether the text at `at` reads like a title cited before.
    fn is_cited(&self, at: usize) -> bool {
        head::cited_title(self.text, at, &self.cited).is_some()
    }

    /// Whether a piece begins at a place, with no tail before it.
    fn opens(&mut self, mut place: Place, head: &Head) -> Option<(usize, Option<usize>)> {
        let text = self.text;
        let Place { at, first, on_line, .. } = place;
        // ## 篇二：T
        if first == '#' && on_line {
            place.at = skip_markdown(text, at);
            place.first = char_at(text, place.at).map_or(first, fold);
        }
        if mark::may_begin_line(place.first)
            && (place.first != '案' || self.compilation || eat(text, head.start, "案例").is_some())
            && let Some(end) = self.mark(place)
        {
            return Some((place.at, Some(end)));
        }
        if first == '出'
            && let Some(source) = eat(text, at, "出处：")
        {
            return Some((element::source_end(text, source), None)).filter(|n| n.0 < text.len());
        }
        // 2.T 篇二
        if on_line
            && place.first.is_ascii_digit()
            && let Some(series) = self.series
            && let Some(end) = mark::numbered_series(text, at, series)
        {
            return Some((at, Some(end)));
        }
        if self.numbered || !self.titles.is_empty() {
            let at = skip_markdown(text, at);
            let counted = || numbered::mark(&self.titles, at);
            if let Some(end) = if self.numbered { mark::numbered_mark(text, at) } else { counted() } {
                return Some((at, Some(end)));
            }
        }
        if !self.listed.is_empty()
            && at > head.start
            && let Some(end) = mark::listed_mark(text, at, &self.listed)
        {
            return Some((at, Some(end)));
        }
        if first == '尊' && self.begins_speech(at, on_line, head) {
            return Some((at, None));
        }
        if self.may_know(first) {
            if at > head.start && self.listed.iter().any(|title| eat(text, at, title).is_some()) {
                return Some((at, None));
            }
            if let Some((label, awaited)) = &mut self.label
                && let Some(end) = mark::next_label(text, at, label, *awaited)
            {
                *awaited += 1;
                return Some((at, Some(end)));
            }
            let again = self.series.and_then(|series| eat(text, at, series));
            if let Some(end) = again.and_then(|end| mark::series_mark(text, end)) {
                return Some((at, Some(end)));
            }
            let again = self.repeated.and_then(|title| eat(text, at, title));
            if let Some(end) = again.and_then(|end| mark::closed_mark(text, end)) {
                return Some((at, Some(end)));
            }
            if let Some(mark) = again.and_then(|end| byline::speaks_anew(text, head.start, at, end)) {
                return Some((at, mark));
            }
            // ××条例（2019年3月28日通过 behind the decision that amends it
            let amended = self.amended.and_then(|title| eat(text, at, title));
            if amended.is_some_and(|end| is_dated(text, end)) {
                return Some((at, None));
            }
        }
        // 附件2：××登记办法第一条……
        let numbered = || element::attachment_label(text, at).is_some_and(|label| label > at + "附件".len());
        if first == '附'
            && let Some(next) = annex::behind_label(text, at).filter(|_| numbered())
        {
            return Some((next, None));
        }
        if on_line {
            if !self.listed.is_empty() && at > head.end && head::marked_title(text, at, &self.listed).is_some() {
                return Some((at, None));
            }
            if first == '附'
                && let Some(next) = annex::below_label(text, at)
            {
                return Some((next, None));
            }
            let next = skip_markdown(text, at);
            return self.title_line(next, head, place.below_blank).then_some((next, None));
        }
        // an annex glued to what stands before it
        if first == '附'
            && let Some(label) = element::attachment_label(text, at)
        {
            let next = skip_space(text, eat(text, skip_blanks(text, label), "：").unwrap_or(label));
            let numbered = label > at + "附件".len();
            let glued = next == label && self.is_glued_annex(next, head);
            let notes = numbered && eat(text, next, "名词解释").is_some();
            return (numbered && self.is_cited(next) || glued || notes).then_some((next, None));
        }
        let speech = if self.compilation { self.glued_speech(at, head) } else { None };
        self.cited.extend(speech.and_then(|end| text.get(at..end)));
        (self.glued_title(place, head) || speech.is_some()).then_some((at, None))
    }

    /// Where a title ends that is glued into a compilation at `at`, shown by numbering or by the author's name.
    fn glued_speech(&mut self, at: usize, head: &Head) -> Option<usize> {
        let text = self.text;
        let major = self.major.next(at);
        let restarts = major < at + collection::WINDOW
            || major < at + collection::WINDOW + collection::REACH
                && text.get(..major).is_some_and(|t| t.ends_with('一'));
        let masked = self.masks.iter_mut().any(|mask| mask.next(at) < at + collection::WINDOW);
        let signed = if masked { collection::signed_end(text, at) } else { None };
        // T——……经验材料 below another
        let dashed = || {
            let alike = head.title.and_then(|(s, e)| text.get(s..e)).is_some_and(|title| title.contains("——"));
            if alike { subtitle::glued_subtitle(text, at) } else { None }
        };
        signed.or_else(|| if restarts { collection::restart_end(text, head.end, at) } else { None }).or_else(dashed)
    }

    /// Whether a title is glued into the text at `at`, shown by a salutation with its colon, or by
    /// the form of a list of members.
    fn glued_title(&self, place: Place, head: &Head) -> bool {
        let (text, at) = (self.text, place.at);
        if !place.may_have_colon || opens_section(text, at) {
            return false;
        }
        let clause = element::window(text, at, 300);
        if !clause.contains('：') && !clause.contains(':') {
            return false;
        }
        let mut count = 0;
        for (i, c) in clause.char_indices() {
            let here = at + i;
            match fold(c) {
                '。' | '；' | '！' | '？' | '“' if count < 60 => return false,
                '：' => return false,
                '（' if i > 0 => {
                    let dated = element::head_date(text, here).map(|end| skip_space(text, end));
                    if dated.is_some_and(|at| element::spoken_to(text, at)) {
                        return count >= 4;
                    }
                }
                _ if is_digit(c) && date(text, here).is_some_and(|d| d.full) => return false,
                _ => {}
            }
            if i > 0 && count >= 4 {
                if element::spoken_to(text, here) {
                    return NOUN.ends(text, at, here)
                        || words!("） 党委 局 委 镇").ends(text, at, here)
                        || head.has(ElementKind::Salutation);
                }
                if words!("召集人： 组长： 主任： 总召集人： 召集人:").at(text, here).is_some() {
                    return self.is_annex_list(at, here, head);
                }
            }
            count += 1;
            if count > 70 {
                return false;
            }
        }
        false
    }
}

/// Whether what stands at `at` begins with a day in brackets.
fn is_dated(text: &str, at: usize) -> bool {
    let open = eat(text, skip_space(text, at), "（");
    open.is_some_and(|open| date(text, open).is_some_and(|day| day.full))
}

/// The bit for the low six bits of a title's first character.
fn first_bit(title: &str) -> u64 {
    1 << (fold(first(title)) as u32 & 63)
}

#[cfg(test)]
mod tests;
