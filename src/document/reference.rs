//! What a text refers to: cited works, quoted terms, other parts of itself.

use super::excerpt::Passage;
use super::finding::finding;
use super::value::{Attachment, DocNumber, doc_number};
use super::words::exact_words;
use super::{Document, ElementKind, ElementValue, Excerpt, MarkStyle, Piece, Section};
use crate::lexer::amount;
use crate::lexer::char_set::CharSet;
use crate::lexer::decode::char_at;
use crate::lexer::search::{self, any_of, is_one_of};
use crate::named::named;
use crate::tree::SlotKind;
use crate::{Diagnostic, DiagnosticCode, Span};
use std::ops::Range;

named! {
    /// What kind of reference it is.
    #[non_exhaustive]
    pub enum ReferenceKind {
        /// A work: 《书屋管理办法》（某政发〔2024〕3号）.
        Work = "work",
        /// A quoted term or saying: “一图一库”.
        Quotation = "quotation",
        /// An article, chapter or item of the same piece: 本办法第八条第（二）项.
        Part = "part",
        /// Something attached: 附件2.
        Attachment = "attachment",
    }
}

/// A place where a text refers to something.
///
/// ```
/// use gongwen::ReferenceKind;
///
/// let document = gongwen::parse("书屋管理办法
/// 第一条 根据《公共文化办法》（某政发〔2023〕5号），制定本办法。
/// 第二条 书屋由村里管理。
/// 第三条 违反本办法第二条的，限期改正；违反本办法第九条的，通报批评。");
/// let piece = document.pieces().next().unwrap();
/// let references: Vec<_> = piece.references().collect();
/// assert_eq!(references[0].kind(), ReferenceKind::Work);
/// assert_eq!(references[0].excerpt().text(), "《公共文化办法》");
/// assert_eq!(references[0].doc_number().unwrap().number(), Some(5));
/// assert_eq!(references[1].excerpt().text(), "本办法第二条");
/// assert_eq!(references[1].section().unwrap().path(), "1/二");
/// assert!(references[2].is_unresolved());
/// assert_eq!(document.diagnostics()[0].code(), gongwen::DiagnosticCode::UnresolvedReference);
/// ```
#[derive(Clone, Debug)]
pub struct Reference<'d> {
    kind: ReferenceKind,
    excerpt: Excerpt<'d>,
    doc_number: Option<DocNumber<'d>>,
    section: Option<Section<'d>>,
    piece: Option<Piece<'d>>,
    /// 附件3 where 附件： lists two.
    unlisted: bool,
}

impl<'d> Reference<'d> {
    /// What kind it is.
    pub fn kind(&self) -> ReferenceKind {
        self.kind
    }

    /// The words, with their marks 《》 or “”.
    pub fn excerpt(&self) -> &Excerpt<'d> {
        &self.excerpt
    }

    /// The document number after a cited work.
    pub fn doc_number(&self) -> Option<&DocNumber<'d>> {
        self.doc_number.as_ref()
    }

    /// The section that is meant; of 第八条第二款 the article, of 第八条第（二）项 the item.
    pub fn section(&self) -> Option<Section<'d>> {
        self.section
    }

    /// The piece that is meant, of an attachment.
    pub fn piece(&self) -> Option<Piece<'d>> {
        self.piece
    }

    /// Whether it means a part of the document that the document does not have, or an attachment with a higher number
    /// than those that it lists.
    pub fn is_unresolved(&self) -> bool {
        self.unlisted || matches!(self.kind, ReferenceKind::Part) && self.section.is_none()
    }

    /// The place in the source, in bytes.
    pub fn span(&self) -> Span {
        self.excerpt.span()
    }
}

impl<'d> Piece<'d> {
    /// What it refers to, in the order of the text. The call reads the whole piece.
    pub fn references(self) -> impl Iterator<Item = Reference<'d>> + Clone + use<'d> {
        let mut finder = Finder::new(self);
        finder.run(&referring(self));
        finder.found.into_iter()
    }

    fn unresolved_references(self) -> impl Iterator<Item = Reference<'d>> {
        let mut finder = Finder::new(self);
        let nth = self.document.signs(self.span().range()).iter().filter(|sign| sign.c == '第');
        let mut named = nth.filter_map(|sign| self.may_name_part(sign.at)).peekable();
        if named.peek().is_some() && (finder.has_articles() || named.any(|is_own| is_own)) {
            let passage = referring(self);
            // all is read only where a part may be missing: it may be of a work cited before it
            if finder.may_miss_parts(&passage) {
                finder.found.clear();
                finder.run(&passage);
            }
        }
        let names_attachment = self.document.signs(self.span().range()).iter().any(|sign| sign.c == '附');
        if self.element(ElementKind::AttachmentNote).is_some() || names_attachment && finder.lacks_attachments() {
            let passage = referring(self);
            for (at, _) in passage.signs().filter(|sign| sign.1 == '附') {
                finder.attachment(&passage, at);
            }
        }
        finder.found.into_iter().filter(Reference::is_unresolved)
    }

    /// Whether the part that the 第 at byte `at` of the source begins the name of may be called our own (本办法第八条);
    /// `None` where it names none. Where noise may be left out, it may.
    fn may_name_part(self, at: u32) -> Option<bool> {
        static IN_NUMBERS: CharSet =
            CharSet::new("第〇○零两一二三四五六七八九十百千万亿.,， （(）)", &[('0', '9'), ('０', '９')]);
        let slot = self.document.tree().slot(self.document.tree().leaf_at(at));
        let leaf = self.document.source().get(slot.start as usize..slot.end as usize).unwrap_or_default();
        let (before, text) = leaf.split_at_checked((at - slot.start) as usize)?;
        let is_cut = || text.chars().all(|c| IN_NUMBERS.contains(c));
        let named = slot.kind == SlotKind::Text && (!nth_parts(text).0.is_empty() || is_cut());
        let mut near = before.chars().rev();
        named.then(|| near.by_ref().take(OWN_NAME).any(|c| c == '本') || near.next().is_none())
    }
}

/// What may refer to something: a mark (第八条) does not.
fn referring<'d>(piece: Piece<'d>) -> Passage<'d> {
    Passage::below(piece.document, piece.at, &|_, kind| matches!(kind, SlotKind::Element | SlotKind::Mark))
}

impl Document<'_> {
    /// A finding for each reference to an article, chapter or item that its piece does not have.
    ///
    /// They stand among [`Document::diagnostics`].
    pub(super) fn unresolved_references(&self) -> impl Iterator<Item = Diagnostic> + '_ {
        self.pieces().flat_map(Piece::unresolved_references).map(|reference| {
            finding(
                DiagnosticCode::UnresolvedReference,
                reference.span(),
                ("`{0}` refers to a part that the document does not have", "“{0}”所指的内容在文中找不到"),
                &[reference.excerpt.text()],
            )
        })
    }
}

/// The longest title or quotation that is read, in bytes.
const LONGEST: usize = 360;

struct Finder<'d> {
    piece: Piece<'d>,
    parts: Option<Parts<'d>>,
    attachments: Option<Vec<Attachment<'d>>>,
    found: Vec<Reference<'d>>,
    /// Within “”.
    quoted: bool,
    /// Where the last part of another work ended.
    foreign_end: usize,
    /// Whether nothing is attached, once it was asked for.
    lacking: Option<bool>,
}

/// The numbered parts of a piece, by level and number: the first section that has them.
type Parts<'d> = Vec<((Level, u32), Section<'d>)>;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Volume,
    Chapter,
    Division,
    Article,
}

impl Level {
    fn of(style: MarkStyle) -> Option<Self> {
        match style {
            MarkStyle::Volume => Some(Level::Volume),
            MarkStyle::Chapter => Some(Level::Chapter),
            MarkStyle::Division => Some(Level::Division),
            MarkStyle::Article => Some(Level::Article),
            _ => None,
        }
    }
}

impl<'d> Finder<'d> {
    fn new(piece: Piece<'d>) -> Self {
        Self { piece, parts: None, attachments: None, found: Vec::new(), quoted: false, foreign_end: 0, lacking: None }
    }

    fn parts(&mut self) -> &Parts<'d> {
        let piece = self.piece;
        self.parts.get_or_insert_with(|| parts_of(piece))
    }

    /// Whether a bare 第八条 may be one of the piece's own.
    fn has_articles(&mut self) -> bool {
        has_articles(self.parts())
    }

    /// Whether a part is named that the piece does not have, whatever stands before it.
    fn may_miss_parts(&mut self, passage: &Passage<'d>) -> bool {
        for (at, _) in passage.signs().filter(|sign| sign.1 == '第') {
            self.part(passage, at);
        }
        self.found.iter().any(Reference::is_unresolved)
    }

    fn run(&mut self, passage: &Passage<'d>) {
        let mut from = 0;
        for (at, c) in passage.signs() {
            match c {
                '“' => self.quoted = true,
                '”' => self.quoted = false,
                _ => {}
            }
            if at < from {
                continue;
            }
            let end = match c {
                '《' => self.work(passage, at),
                '“' => self.quotation(passage, at),
                '第' => self.part(passage, at),
                '附' => self.attachment(passage, at),
                _ => None,
            };
            from = end.unwrap_or(at + c.len_utf8());
        }
    }

    fn push(&mut self, kind: ReferenceKind, excerpt: Option<Excerpt<'d>>) -> Option<&mut Reference<'d>> {
        let reference =
            Reference { kind, excerpt: excerpt?, doc_number: None, section: None, piece: None, unlisted: false };
        self.found.push(reference);
        self.found.last_mut()
    }

    fn work(&mut self, passage: &Passage<'d>, at: usize) -> Option<usize> {
        let text = passage.text();
        let end = closing(text, at, '《', '》')?;
        let number = number_after(text, end);
        let doc_number = number.clone().and_then(|range| doc_number(passage, range));
        self.push(ReferenceKind::Work, passage.excerpt(at..end))?.doc_number = doc_number;
        self.foreign_end = external(text, number.map_or(end, |n| n.end));
        Some(self.foreign_end)
    }

    fn quotation(&mut self, passage: &Passage<'d>, at: usize) -> Option<usize> {
        let end = closing(passage.text(), at, '“', '”')?;
        self.push(ReferenceKind::Quotation, passage.excerpt(at..end))?;
        // works and parts inside the quotation are found too
        None
    }

    fn part(&mut self, passage: &Passage<'d>, at: usize) -> Option<usize> {
        let text = passage.text();
        let (steps, len) = nth_parts(text.get(at..)?);
        let level = steps.first()?.0?;
        let before = text.get(..at)?;
        let (own, start) = own_name(before);
        let foreign_end = self.foreign_end;
        let explains = own && self.explains();
        let parts = self.parts();
        // 公司法第八条 is another law's; a bare 第八条 is our own only where we have articles
        let foreign = before.trim_end().ends_with(any_of("》法例典则程约）"));
        // so is what is joined to one: 公司法第八条和第九条
        let joined =
            text.get(foreign_end..at).is_some_and(|between| exact_words!("、 和 及 或 至 或者 以及").have(between));
        let bare = !foreign && !joined && level == Level::Article && has_articles(parts);
        // 本办法第十二条 in what explains the 办法
        if !(own || bare) || explains && !has_articles(parts) {
            self.foreign_end = at + len;
            return Some(at + len);
        }
        let number = steps.first()?.1;
        let mut section = part_at(parts, level, number);
        for &(below, number) in steps.iter().skip(1) {
            let Some(inner) = section else { break };
            section = match below {
                Some(level) => part_at(parts, level, number),
                None => item_of(inner, number).or(Some(inner).filter(|_| !has_fewer(inner, number))),
            };
        }
        // what a decision to amend quotes (修改为：“……本法第八条……”) is of the work amended
        if self.quoted && section.is_none() {
            return Some(at + len);
        }
        self.push(ReferenceKind::Part, passage.excerpt(start..at + len))?.section = section;
        Some(at + len)
    }

    fn attachment(&mut self, passage: &Passage<'d>, at: usize) -> Option<usize> {
        let text = passage.text();
        let after = text.get(at..)?.strip_prefix("附件")?;
        let start_of_line = text.get(..at)?.trim_end_matches(any_of(" \t\u{3000}")).ends_with('\n') || at == 0;
        if start_of_line {
            return None;
        }
        let (number, len) = amount::read_count(after).unwrap_or((1, 0));
        let mut end = at + "附件".len() + len;
        let piece = self.piece;
        let listed = self.attachments.get_or_insert_with(|| attachments_of(piece));
        let target = listed.iter().find(|a| a.ordinal() == number).and_then(Attachment::piece);
        let most = listed.last().map_or(30, Attachment::ordinal);
        // 附件1-3 where two are listed, but not 附件1-3 of 附件1
        let mut last = number;
        let to = range_end(search::after(after, len)).filter(|to| len > 0 && to.0 > number && number <= most);
        if let Some((to, to_len)) = to.filter(|_| !divides_attachments(piece)) {
            (last, end) = (to, end + to_len);
        }
        let unlisted = len > 0 && last > most && last <= 30;
        // the 附件3 of another document is not ours
        let before = text.get(..at)?;
        let other = exact_words!("来文 来函 原文 原文件 省厅通知 上级通知 上级文件").end(before).is_some();
        let foreign = before.ends_with(any_of("》）)的")) || other;
        let mut missing = || (len > 0 && number <= 30 || before.ends_with('见')) && self.lacks_attachments();
        let unlisted = !foreign && (unlisted && !names_number(piece, last) || missing());
        let reference = self.push(ReferenceKind::Attachment, passage.excerpt(at..end))?;
        (reference.piece, reference.unlisted) = (target, unlisted);
        Some(end)
    }

    /// Whether the piece is whole and nothing is attached to it: it is signed and dated, and nothing is called 附件 where a
    /// note or an annex would be.
    fn lacks_attachments(&mut self) -> bool {
        let piece = self.piece;
        *self.lacking.get_or_insert_with(|| {
            let has = |kind| piece.element(kind).is_some();
            if !has(ElementKind::Signature) || !has(ElementKind::Date) || has(ElementKind::AttachmentNote) {
                return false;
            }
            let own = piece.span().range();
            let tree = piece.document.tree();
            let mut at = tree.slot(piece.at).next;
            while at < tree.len() && tree.slot(at).kind != SlotKind::Piece {
                at = tree.slot(at).next;
            }
            let next = (at < tree.len()).then_some(Piece { document: piece.document, at });
            let source = piece.document.source();
            let reach = source.get(own.start..next.map_or(source.len(), |next| next.span().end)).unwrap_or_default();
            let named = memchr::memmem::find_iter(reach.as_bytes(), "附").any(|at| {
                let (before, rest) = (search::before(reach, at), search::after(reach, at));
                let before = search::skip_back(before, |c| is_one_of(c, " \t\u{3000}（(【"));
                before.is_empty()
                    || before.ends_with('\n')
                    || exact_words!("附件： 附件: 附： 附: 附件1. 附件1． 附件1、 附后").begin(rest).is_some()
            });
            !named && next.is_none_or(|next| next.element(ElementKind::Signature).is_some())
        })
    }

    /// Whether the title names an explanation of another text: ……办法的解读, 关于……草案的说明.
    fn explains(&self) -> bool {
        let title = self.piece.title().map(|title| title.text());
        title.is_some_and(|title| search::has_any(&title, &["解读", "说明", "问答", "答记者问", "释义", "草案"]))
    }
}

/// Past 第八条 after a cited work: it is an article of that work.
fn external(text: &str, end: usize) -> usize {
    let rest = text.get(end..).unwrap_or_default();
    let closed = rest.trim_start_matches(any_of("）)"));
    end + (rest.len() - closed.len()) + nth_parts(closed).1
}

/// Where the mark that opens at `at` is closed.
fn closing(text: &str, at: usize, open: char, close: char) -> Option<usize> {
    let mut depth = 0;
    for (i, c) in text.get(at..)?.char_indices() {
        if i > LONGEST || c == '\n' {
            return None;
        }
        if c == open {
            depth += 1;
        } else if c == close {
            depth -= 1;
        }
        if depth == 0 {
            return Some(at + i + c.len_utf8());
        }
    }
    None
}

/// （国发〔2024〕3号 after a work: the number's place.
fn number_after(text: &str, end: usize) -> Option<Range<usize>> {
    let inside = text.get(end..)?.strip_prefix(any_of("（("))?;
    let start = text.len() - inside.len();
    let mut reach = inside.char_indices().take(40);
    let stop = reach.find(|(_, c)| matches!(c, '号' | '，' | '；' | '。' | '）' | '\n')).filter(|s| s.1 == '号')?.0;
    let number = start..start + stop + "号".len();
    text.get(number.clone())?.contains(any_of("〔[［【第")).then_some(number)
}

/// No citation has more steps: 编, 章, 节, 条, 款 and 项.
const MOST_STEPS: usize = 8;

/// 第八条第（二）项: the numbered steps at the start of a text (an item without a level), and the bytes.
fn nth_parts(text: &str) -> (Vec<(Option<Level>, u32)>, usize) {
    let (mut steps, mut at) = (Vec::new(), 0);
    for _ in 0..MOST_STEPS {
        let Some(rest) = text.get(at..).and_then(|t| t.strip_prefix('第')) else { break };
        let inside = rest.trim_start_matches(any_of(" （("));
        let Some((number, len)) = amount::read_count(inside) else { break };
        let after = inside.get(len..).unwrap_or_default().trim_start_matches(any_of(" ）)"));
        let level = match char_at(after, 0) {
            Some('编') => Some(Level::Volume),
            Some('章') => Some(Level::Chapter),
            Some('节') => Some(Level::Division),
            Some('条') => Some(Level::Article),
            Some('项') if !steps.is_empty() => None,
            Some('款') if !steps.is_empty() => {
                at = text.len() - after.len() + "款".len();
                continue;
            }
            _ => break,
        };
        steps.push((level, number));
        at = text.len() - after.len() + "条".len();
    }
    (steps, at)
}

/// How far before a part the name of its document begins, in characters.
const OWN_NAME: usize = 8;

/// Whether 本办法, 本条例 stand before a reference, and where it begins then.
fn own_name(before: &str) -> (bool, usize) {
    let from = before.char_indices().rev().nth(OWN_NAME - 1).map_or(0, |c| c.0);
    let near = before.get(from..).unwrap_or_default();
    match near.rfind('本') {
        Some(at) if !near.get(at..).is_some_and(|n| n.contains(any_of("，。、；》"))) => (true, from + at),
        _ => (false, before.len()),
    }
}

fn parts_of(piece: Piece<'_>) -> Parts<'_> {
    let mut parts = Vec::new();
    for section in piece.descendants() {
        let Some(mark) = section.mark() else { continue };
        if let (Some(level), Some(ordinal)) = (Level::of(mark.style()), mark.ordinal()) {
            parts.push(((level, ordinal), section));
        }
    }
    // 本通知第三条 is its 三、 where it has no articles
    if !parts.iter().any(|part| part.0.0 == Level::Article) {
        let han = |s: &Section<'_>| s.mark().filter(|m| m.style() == MarkStyle::Han).and_then(|m| m.ordinal());
        parts.extend(piece.sections().filter_map(|s| Some(((Level::Article, han(&s)?), s))));
    }
    parts.sort_by_key(|part| (part.0, part.1.at));
    parts
}

/// Whether there are articles that are called so.
fn has_articles(parts: &Parts<'_>) -> bool {
    let from = parts.partition_point(|part| part.0 < (Level::Article, 0));
    parts.get(from).and_then(|part| part.1.mark()).is_some_and(|mark| mark.style() == MarkStyle::Article)
}

fn part_at<'d>(parts: &Parts<'d>, level: Level, number: u32) -> Option<Section<'d>> {
    let first = parts.get(parts.partition_point(|part| part.0 < (level, number)))?;
    (first.0 == (level, number)).then_some(first.1)
}

/// No article has more items; the bound keeps many references to one article cheap.
const MOST_ITEMS: usize = 200;

/// The item with a number right under an article: （二）.
fn item_of(section: Section<'_>, number: u32) -> Option<Section<'_>> {
    section.sections().take(MOST_ITEMS).find(|s| s.mark().and_then(|m| m.ordinal()) == Some(number))
}

/// The number that a range goes to, as `text` goes on behind its first, and the bytes: -3, 至3.
fn range_end(text: &str) -> Option<(u32, usize)> {
    let sign = exact_words!("- － — – ～ ~ 至").begin(text)?;
    let (to, rest) = search::number(search::after(text, sign), 2)?;
    (!rest.starts_with(any_of("-－—–.年月"))).then_some((to, text.len() - rest.len()))
}

/// Whether the annex note lists parts of annexes: 附件1-1.
fn divides_attachments(piece: Piece<'_>) -> bool {
    let note = piece.element(ElementKind::AttachmentNote).map(|note| note.text());
    note.is_some_and(|note| search::has_any(&note, &["1-1", "1－1", "1—1", "1–1"]))
}

/// Whether an article counts items up to a lower number: 第（四）项 of three.
fn has_fewer(section: Section<'_>, number: u32) -> bool {
    let items = section.sections().take(MOST_ITEMS).filter_map(|s| s.mark());
    let items = items.filter(|mark| mark.style() == MarkStyle::ParenHan).filter_map(|mark| mark.ordinal());
    items.max().is_some_and(|last| last > 1 && last < number)
}

/// Whether a line of the annex note begins with this number, though numbers before it are left out.
fn names_number(piece: Piece<'_>, number: u32) -> bool {
    let note = piece.element(ElementKind::AttachmentNote).map(|note| note.span());
    let note = note.and_then(|note| piece.document.source().get(note.range())).unwrap_or_default();
    note.split('\n').any(|line| search::number(search::trim_start(line), 2).is_some_and(|read| read.0 == number))
}

fn attachments_of(piece: Piece<'_>) -> Vec<Attachment<'_>> {
    match piece.element(ElementKind::AttachmentNote).map(|e| e.value()) {
        Some(ElementValue::Attachments(attachments)) => attachments,
        _ => Vec::new(),
    }
}
