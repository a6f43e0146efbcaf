//! Where the lines, sentences and clauses of a text end.

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

/// The breaks of a stretch of a text, in order, from some byte on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Breaks<'b> {
    /// By their places in the text.
    rest: &'b [(u32, Break)],
    /// Where the stretch begins.
    start: u32,
}

impl<'b> Breaks<'b> {
    /// Those of the stretch that begins at byte `start` of the text.
    pub(crate) fn new(breaks: &'b [(u32, Break)], start: u32) -> Self {
        Self { rest: breaks, start }
    }

    /// Passes over the breaks before byte `from` of the stretch and gives those behind.
    pub(crate) fn from(&mut self, from: u32) -> impl Iterator<Item = (u32, Break)> + use<'b> {
        let start = self.start;
        while let [(at, _), rest @ ..] = self.rest
            && *at < start + from
        {
            self.rest = rest;
        }
        self.rest.iter().map(move |&(at, kind)| (at - start, kind))
    }

    /// The lines of a stretch of `len` bytes: where each begins, and where it ends, before its line break.
    pub(crate) fn lines(self, len: usize) -> impl Iterator<Item = (usize, usize)> + use<'b> {
        let ends = self.rest.iter().filter(|b| b.1 == Break::Line).map(move |b| (b.0 - self.start) as usize);
        ends.chain([len]).scan(0, |start, end| Some((std::mem::replace(start, end + 1), end)))
    }
}

#[cfg(test)]
mod tests {
    use super::{Break, Breaks};

    #[test]
    fn gives_lines() {
        let text = "一\n\n二。三";
        let breaks = [(13, Break::Line), (14, Break::Line), (18, Break::Sentence)];
        let breaks = Breaks::new(&breaks, 10);
        let lines: Vec<&str> = breaks.lines(text.len()).map(|(start, end)| &text[start..end]).collect();
        assert_eq!(lines, ["一", "", "二。三"]);
        assert_eq!({ breaks }.from(5).next(), Some((8, Break::Sentence)));
    }
}
