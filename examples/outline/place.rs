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
