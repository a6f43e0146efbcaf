//! Where the lines, sentences and clauses of a text end, found once for all passes that ask.

/// What ends or is set off at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Break {
    /// A line.
    Line,
    /// A sentence: 。！？!?
    Sentence,
    /// A clause: ；;
    Semicolon,
    /// An introduction: ：:
    Colon,
    /// What stands before a wide gap within the line: two blanks of full width, one and two of half, or three of half.
    Gap,
}

/// The breaks of a text, in order, from some byte on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Breaks<'b> {
    rest: &'b [(u32, Break)],
}

/// The breaks of `text`: where the sign of each stands.
pub(crate) fn find(text: &str) -> Vec<(u32, Break)> {
    let bytes = text.as_bytes();
    let mut breaks = Vec::with_capacity(text.len() / 48);
    let mut at = past_blanks(bytes, 0);
    while let Some(rest) = bytes.get(at..) {
        // most characters are ideographs, three bytes each
        let (threes, _) = rest.as_chunks::<3>();
        at += 3 * threes.iter().take_while(|three| matches!(three[0], 0xe4..=0xe9)).count();
        let (kind, len) = match bytes.get(at..).unwrap_or_default() {
            [b'\n', ..] => (Break::Line, 1),
            [b'!' | b'?', ..] => (Break::Sentence, 1),
            [b';', ..] => (Break::Semicolon, 1),
            [b':', ..] => (Break::Colon, 1),
            // 。！？；：
            [0xe3, 0x80, 0x82, ..] | [0xef, 0xbc, 0x81 | 0x9f, ..] => (Break::Sentence, 3),
            [0xef, 0xbc, 0x9b, ..] => (Break::Semicolon, 3),
            [0xef, 0xbc, 0x9a, ..] => (Break::Colon, 3),
            [0xe3, 0x80, 0x80, 0xe3 | b' ', 0x80 | b' ', ..] | [b' ', b' ', b' ', ..] => (Break::Gap, 3),
            [lead, ..] => {
                at += match lead {
                    0..0x80 => 1,
                    0x80..0xe0 => 2,
                    0xe0..0xf0 => 3,
                    _ => 4,
                };
                continue;
            }
            [] => break,
        };
        breaks.push((at as u32, kind));
        at += len;
        if matches!(kind, Break::Line | Break::Gap) {
            // the blanks that open a line are its indent
            at = past_blanks(bytes, at);
        }
    }
    breaks
}

/// The byte behind the blanks of full or half width at `at`.
fn past_blanks(bytes: &[u8], mut at: usize) -> usize {
    loop {
        at += match bytes.get(at..).unwrap_or_default() {
            [b' ', ..] => 1,
            [0xe3, 0x80, 0x80, ..] => 3,
            _ => return at,
        };
    }
}

impl<'b> Breaks<'b> {
    pub(crate) fn new(breaks: &'b [(u32, Break)]) -> Self {
        Self { rest: breaks }
    }

    /// Passes over the breaks before byte `start` and gives those behind.
    pub(crate) fn from(&mut self, start: u32) -> impl Iterator<Item = (u32, Break)> + use<'b> {
        while let [(at, _), rest @ ..] = self.rest
            && *at < start
        {
            self.rest = rest;
        }
        self.rest.iter().copied()
    }

    /// The lines of a text of `len` bytes: where each begins, and where it ends, before its line break.
    pub(crate) fn lines(self, len: usize) -> impl Iterator<Item = (usize, usize)> + use<'b> {
        let ends = self.rest.iter().filter(|b| b.1 == Break::Line).map(|b| b.0 as usize);
        ends.chain([len]).scan(0, |start, end| Some((std::mem::replace(start, end + 1), end)))
    }
}

#[cfg(test)]
mod tests {
    use super::{Break, Breaks, find};

    #[test]
    fn finds_each_kind() {
        let text = "　　一、要求：修路；架桥。\n  (一) 路!　　桥 a;é?😀：\n";
        let kinds: Vec<Break> = find(text).into_iter().map(|b| b.1).collect();
        use Break::*;
        assert_eq!(kinds, [Colon, Semicolon, Sentence, Line, Sentence, Gap, Semicolon, Sentence, Colon, Line]);
        for (at, kind) in find(text) {
            let sign = text[at as usize..].chars().next();
            assert_eq!(sign == Some('\n'), kind == Line);
            assert_eq!(sign == Some('\u{3000}'), kind == Gap);
        }
    }

    #[test]
    fn gives_lines() {
        let text = "一\n\n二。三";
        let breaks = find(text);
        let lines: Vec<&str> = Breaks::new(&breaks).lines(text.len()).map(|(start, end)| &text[start..end]).collect();
        assert_eq!(lines, ["一", "", "二。三"]);
        assert_eq!(Breaks::new(&breaks).from(5).next(), Some((8, Break::Sentence)));
    }
}
