//! TEMPORARY sketch: line-start marks only.
use super::Node;
use crate::tree::SlotKind;
use crate::{MarkStyle, SectionKind};

pub(crate) fn sketch(text: &str) -> Vec<Node> {
    let mut nodes = Vec::new();
    let mut at = 0usize;
    let mut heads: Vec<(usize, usize, usize, u8, u16, usize)> = Vec::new(); // start, mark_end, title_end, style, ord, depth
    for line in text.split_inclusive('\n') {
        let t = line.trim_start_matches([' ', '\u{3000}', '\t']);
        let start = at + line.len() - t.len();
        at += line.len();
        let digits = "一二三四五六七八九十";
        let body = t.trim_end();
        let (mark, style, depth) = if let Some(rest) = body.strip_prefix('（') {
            let n = rest.chars().take_while(|c| digits.contains(*c)).map(char::len_utf8).sum::<usize>();
            if n > 0 && rest[n..].starts_with('）') { (3 + n + 3, MarkStyle::ParenHan, 1) } else { continue }
        } else {
            let n = body.chars().take_while(|c| digits.contains(*c)).map(char::len_utf8).sum::<usize>();
            if n > 0 && body[n..].starts_with('、') { (n + 3, MarkStyle::Han, 0) } else { continue }
        };
        let end = start + body.find('。').unwrap_or(body.len());
        heads.push((start, start + mark, end, style as u8, 1, depth));
    }
    let title_end = text.find('\n').unwrap_or(text.len()) as u32;
    nodes.push(Node { kind: SlotKind::Piece, detail: 0, ordinal: 0, start: 0, end: text.len() as u32 });
    if heads.first().is_none_or(|h| h.0 > 0) && title_end > 0 {
        nodes.push(Node { kind: SlotKind::Title, detail: 0, ordinal: 0, start: 0, end: title_end });
    }
    for (i, h) in heads.iter().enumerate() {
        let end = heads[i + 1..].iter().find(|n| n.5 <= h.5).map_or(text.len(), |n| n.0);
        nodes.push(Node {
            kind: SlotKind::Section,
            detail: SectionKind::Heading as u8,
            ordinal: 0,
            start: h.0 as u32,
            end: end as u32,
        });
        nodes.push(Node { kind: SlotKind::Mark, detail: h.3, ordinal: h.4, start: h.0 as u32, end: h.1 as u32 });
        if h.2 > h.1 {
            nodes.push(Node { kind: SlotKind::Title, detail: 0, ordinal: 0, start: h.1 as u32, end: h.2 as u32 });
        }
    }
    nodes
}
