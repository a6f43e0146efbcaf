//! The marks that open sections: how they are written and what number they give.

use super::Document;
use crate::Span;
use crate::named::named;
use crate::tree::{Slot, SlotKind};
use std::borrow::Cow;

named! {
    /// How a mark is written.
    ///
    /// | style | in the text | | style | in the text |
    /// |---|---|---|---|---|
    /// | `Volume` | 第一编 第一篇 | | `Circled` | ① ⑴ ㈠ |
    /// | `Part` | 第一部分 | | `Roman` | Ⅰ. |
    /// | `Chapter` | 第一章 | | `Letter` | A. |
    /// | `Division` | 第一节 | | `Nth` | 第一， |
    /// | `Article` | 第一条 | | `Is` | 一是 |
    /// | `Han` | 一、 | | `Must` | 一要 |
    /// | `ParenHan` | （一） | | `FirstNext` | 首先 其次 再次 最后 |
    /// | `Arabic` | 1. 1、 | | `OfThem` | 其一 |
    /// | `Decimal` | 1.1 1.1.1 | | `ParenArabic` | （1） |
    /// | `HalfParenArabic` | 1） | | | |
    ///
    /// ```
    /// use gongwen::MarkStyle;
    ///
    /// let document = gongwen::parse("一、加强领导\n二、落实责任");
    /// let mark = document.outline().nth(1).unwrap().mark().unwrap();
    /// assert_eq!(mark.text(), "二、");
    /// assert_eq!((mark.style(), mark.ordinal()), (MarkStyle::Han, Some(2)));
    /// ```
    #[repr(u8)]
    #[non_exhaustive]
    pub enum MarkStyle {
        /// 第一编 第一篇
        Volume = "volume",
        /// 第一部分, 第一分编, and on a line of its own 第一个问题：
        Part = "part",
        /// 第一章
        Chapter = "chapter",
        /// 第一节
        Division = "division",
        /// 第一条
        Article = "article",
        /// 一、
        Han = "han",
        /// （一）
        ParenHan = "paren_han",
        /// 1. 1． 1、, and 01 or PART 01 beside a title or above it
        Arabic = "arabic",
        /// 1.1 1.1.1; the ordinal is the last number
        Decimal = "decimal",
        /// （1）
        ParenArabic = "paren_arabic",
        /// 1）
        HalfParenArabic = "half_paren_arabic",
        /// ① ⑴ ㈠
        Circled = "circled",
        /// Ⅰ.
        Roman = "roman",
        /// A. a)
        Letter = "letter",
        /// 第一，
        Nth = "nth",
        /// 一是
        Is = "is",
        /// 一要
        Must = "must",
        /// 首先 其次 再次 最后
        FirstNext = "first_next",
        /// 其一
        OfThem = "of_them",
    }
}

impl MarkStyle {
    /// The mark with this number as it is usually written: `三、`, `（三）`, `第三条`.
    pub fn write(self, ordinal: u32) -> String {
        let sign = |first: u32, most: u32| (1..=most).contains(&ordinal).then(|| char::from_u32(first + ordinal - 1));
        let sign = match self {
            MarkStyle::Circled => sign('①' as u32, 20),
            MarkStyle::Roman => sign('Ⅰ' as u32, 12),
            MarkStyle::Letter => sign('A' as u32, 26),
            _ => None,
        };
        let (before, after) = self.around(ordinal, sign.is_some());
        let number = match sign.flatten() {
            Some(sign) => sign.to_string(),
            None if self == MarkStyle::FirstNext => String::new(),
            None if self.is_in_han() => crate::lexer::numeral::write_han(ordinal),
            None => ordinal.to_string(),
        };
        [before, &number, after].concat()
    }

    /// What is usually written before and after the number.
    fn around(self, ordinal: u32, sign: bool) -> (&'static str, &'static str) {
        match self {
            MarkStyle::Volume => ("第", "编"),
            MarkStyle::Part => ("第", "部分"),
            MarkStyle::Chapter => ("第", "章"),
            MarkStyle::Division => ("第", "节"),
            MarkStyle::Article => ("第", "条"),
            MarkStyle::Han => ("", "、"),
            MarkStyle::Circled if sign => ("", ""),
            MarkStyle::ParenHan | MarkStyle::ParenArabic | MarkStyle::Circled => ("（", "）"),
            MarkStyle::Arabic | MarkStyle::Decimal | MarkStyle::Roman | MarkStyle::Letter => ("", "."),
            MarkStyle::HalfParenArabic => ("", "）"),
            MarkStyle::Nth => ("第", "，"),
            MarkStyle::Is => ("", "是"),
            MarkStyle::Must => ("", "要"),
            MarkStyle::OfThem => ("其", ""),
            MarkStyle::FirstNext => match ordinal {
                1 => ("首先", ""),
                2 => ("其次", ""),
                3 => ("再次", ""),
                _ => ("最后", ""),
            },
        }
    }

    /// Whether its numbers are written in Chinese characters.
    fn is_in_han(self) -> bool {
        !matches!(
            self,
            MarkStyle::Arabic
                | MarkStyle::Decimal
                | MarkStyle::ParenArabic
                | MarkStyle::HalfParenArabic
                | MarkStyle::Circled
                | MarkStyle::Roman
                | MarkStyle::Letter
        )
    }

    pub(crate) fn from_detail(detail: u8) -> Self {
        Self::ALL.get(usize::from(detail)).copied().unwrap_or(MarkStyle::Han)
    }
}

/// The mark that opens a section: 一、 （一） 1. 第三条 一是 首先.
#[derive(Clone, Copy)]
pub struct Mark<'d> {
    pub(super) document: &'d Document<'d>,
    /// The first of its leaves; noise may cut it into several.
    pub(super) at: u32,
}

impl<'d> Mark<'d> {
    /// The mark as it stands in the source, misreadings and all, but without noise inside it.
    pub fn text(self) -> Cow<'d, str> {
        let source = self.document.source();
        let mut leaves = self.leaves().filter(|leaf| leaf.kind == SlotKind::Mark);
        let leaf = |slot: Slot| &source[slot.start as usize..slot.end as usize];
        let mut text = leaves.next().map_or(Cow::Borrowed(""), |slot| Cow::Borrowed(leaf(slot)));
        for slot in leaves {
            text.to_mut().push_str(leaf(slot));
        }
        text
    }

    /// How it is written.
    pub fn style(self) -> MarkStyle {
        MarkStyle::from_detail(self.slot().detail)
    }

    /// The number it gives, from 1; a misread mark (`—、`, `l、`) gives the number meant.
    ///
    /// `None` where it gives no number: 最后.
    pub fn ordinal(self) -> Option<u32> {
        let ordinal = self.slot().ordinal;
        (ordinal > 0).then_some(u32::from(ordinal))
    }

    /// The place in the source, in bytes.
    pub fn span(self) -> Span {
        let end = self.leaves().filter(|leaf| leaf.kind == SlotKind::Mark).last().unwrap_or(self.slot()).end;
        Span::new(self.slot().start as usize, end as usize)
    }

    fn slot(self) -> Slot {
        self.document.tree().slot(self.at)
    }

    /// Its leaves, with the noise between them.
    fn leaves(self) -> impl Iterator<Item = Slot> + 'd {
        let tree = self.document.tree();
        let parts = move |slot: &Slot| matches!(slot.kind, SlotKind::Mark | SlotKind::Noise);
        (self.at..tree.len()).map(|i| tree.slot(i)).take_while(parts)
    }
}
