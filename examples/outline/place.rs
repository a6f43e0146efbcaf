//! Lines and columns of offsets that mostly ascend.

use gongwen::Position;
use unicode_segmentation::UnicodeSegmentation;

/// Walks through a text and says where in it an offset is.
///
/// `LineIndex::position` walks its line from the start each time, which is too much for each of
/// the thousand sections of a document that has lost its line breaks; this goes on from the last.
pub struct Walk<'s> {
    source: &'s str,
    at: usize,
    position: Position,
}

impl<'s> Walk<'s> {
    pub fn new(source: &'s str) -> Self {
        Self { source, at: 0, position: Position { line: 1, column: 1 } }
    }

    /// The line and column of a byte offset.
    pub fn position(&mut self, offset: usize) -> Position {
        if offset < self.at {
            *self = Self::new(self.source);
        }
        let passed = &self.source[self.at..offset];
        let tail = match passed.rfind('\n') {
            Some(end) => {
                self.position.line += passed.bytes().filter(|&b| b == b'\n').count();
                self.position.column = 1;
                &passed[end + 1..]
            }
            None => passed,
        };
        self.position.column += tail.graphemes(true).count();
        self.at = offset;
        self.position
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gongwen::LineIndex;

    #[test]
    fn a_walk_agrees_with_the_line_index_forwards_and_backwards() {
        let source = "一、水源\r\n二、塘坝👍🏽管护\n\n三、渠系";
        let (index, mut walk) = (LineIndex::new(source), Walk::new(source));
        // not the graphemes' insides: no node ends there
        let starts: Vec<usize> = source.grapheme_indices(true).map(|(at, _)| at).chain([source.len()]).collect();
        for &at in starts.iter().chain(starts.iter().rev()) {
            assert_eq!(walk.position(at), index.position(at), "at byte {at}");
        }
    }
}
