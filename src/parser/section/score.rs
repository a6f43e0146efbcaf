//! What speaks for a candidate by itself: its style, where it stands, and how well it can be read.

use crate::MarkStyle;
use crate::lexer::mark::{Candidate, LAST, Place};

/// The styles, and each depth of 1.2.3 as one more.
pub(super) const KEYS: usize = MarkStyle::ALL.len() + 6;

/// The number of a candidate's style, by which its last ordinal is kept.
pub(super) fn key(c: &Candidate) -> usize {
    match c.depth {
        0 => c.style as usize,
        depth => MarkStyle::ALL.len() + usize::from(depth.min(5)),
    }
}

/// How high a candidate stands where nothing else tells.
pub(super) fn rank_of(c: &Candidate) -> u8 {
    decimal_rank(c.depth).unwrap_or(rank(c.style))
}

/// 1 stands as high as 一、, 1.1 as （一）, 1.1.1 as 1.
fn decimal_rank(depth: u8) -> Option<u8> {
    depth.checked_sub(1).map(|below| rank(MarkStyle::Han) + below)
}

/// How high a style stands where nothing else tells: low ranks hold high ones.
pub(super) fn rank(style: MarkStyle) -> u8 {
    match style {
        MarkStyle::Volume => 0,
        MarkStyle::Part => 1,
        MarkStyle::Chapter => 2,
        MarkStyle::Division => 3,
        MarkStyle::Article | MarkStyle::Roman => 4,
        MarkStyle::Han => 5,
        MarkStyle::ParenHan => 6,
        MarkStyle::Arabic | MarkStyle::Decimal => 7,
        MarkStyle::ParenArabic => 8,
        MarkStyle::HalfParenArabic | MarkStyle::Letter => 9,
        MarkStyle::Circled => 10,
        MarkStyle::Nth | MarkStyle::Is | MarkStyle::Must | MarkStyle::FirstNext | MarkStyle::OfThem => 11,
    }
}

/// How much the place of a candidate speaks for it.
pub(super) fn place_score(c: &Candidate) -> i32 {
    use MarkStyle::*;
    let score = match c.place {
        Place::Line => match c.style {
            Volume | Part | Chapter | Division | Article | Han | ParenHan => 120,
            Arabic | ParenArabic | Circled => 80,
            Decimal | HalfParenArabic | Roman | OfThem => 60,
            Nth | Must => 70,
            Is => 75,
            FirstNext => 45,
            Letter => 40,
        },
        Place::Sentence => match c.style {
            Volume | Part | Chapter | Division | Han | ParenHan => 90,
            Article => 80,
            Arabic => 55,
            ParenArabic | Circled | Nth | Is => 60,
            OfThem => 55,
            Must => 50,
            FirstNext => 40,
            HalfParenArabic => 25,
            Roman => 20,
            Decimal => 10,
            Letter => 0,
        },
        Place::Clause => match c.style {
            Is => 35,
            Circled | OfThem => 30,
            Must => 25,
            FirstNext => 12,
            Nth => 10,
            ParenHan | ParenArabic => 0,
            Han | Arabic => -20,
            _ => -40,
        },
        Place::Inside => match c.style {
            Circled => 10,
            Chapter | Division | Part | Volume if c.firm => 10,
            ParenHan => 0,
            ParenArabic => -10,
            Han => -15,
            Article if c.firm => -10,
            Arabic => -30,
            // 1.1.3 is hardly anything else
            Decimal if c.depth > 2 => -15,
            Is | Must | FirstNext => -25,
            Chapter | Division | Part | Volume | Article => -40,
            _ => -60,
        },
    };
    let misread = match c.style {
        _ if !c.misread => 0,
        MarkStyle::Arabic if !c.firm => 45,
        MarkStyle::Han if !c.firm => 45,
        _ => 15,
    };
    let loose = match c.style {
        MarkStyle::FirstNext | MarkStyle::OfThem if !c.firm => 20,
        MarkStyle::Article | MarkStyle::Chapter | MarkStyle::Division | MarkStyle::Part if !c.firm => 15,
        _ => 0,
    };
    score - misread - loose
}

/// What it costs if a run that `c` begins has no second mark.
pub(super) fn lone_cost(c: &Candidate) -> i32 {
    use MarkStyle::*;
    match (c.style, c.place) {
        (Volume | Part | Chapter | Division, Place::Line) => 10,
        (Article, Place::Line) => 10,
        // 3.1 may well be the only part of 3
        (Decimal, Place::Line) if c.depth > 1 => 10,
        // 3.2 请假3.2.1……, which is hardly anything else
        (Decimal, _) if c.depth > 2 => 10,
        (Han, Place::Line) => 40,
        (ParenHan, Place::Line) => 30,
        (Arabic | ParenArabic | Circled | HalfParenArabic | Decimal, Place::Line) => 40,
        (Is, _) => 80,
        (Must, _) => 80,
        (FirstNext, _) => 120,
        (Nth | OfThem, _) => 80,
        (_, Place::Sentence) => 70,
        _ => 90,
    }
}

/// Whether it may follow what is left out of an excerpt: `……。 第五十九条 ……`.
pub(super) fn is_excerpt(c: &Candidate) -> bool {
    c.style == MarkStyle::Article && c.firm && c.place >= Place::Sentence
}

/// What it gives to open a run with `c`, where the number before in its style was `last`; `inside` an open run.
pub(super) fn opening(c: &Candidate, last: u16, inside: bool) -> i32 {
    if c.ordinal == LAST {
        return -200;
    }
    if c.ordinal > 1 {
        // numbering that goes on across the headings above: articles, （十四）
        match c.ordinal.checked_sub(last) {
            Some(1) if last > 0 && inside => 20,
            Some(2) if last > 0 && inside => -35,
            Some(3..) if last > 0 && is_excerpt(c) => -45,
            _ => -45 - 6 * i32::from(c.ordinal.min(10)),
        }
    } else if last > 0 && c.style == MarkStyle::Article {
        -30
    } else {
        0
    }
}
