//! Damage as real texts have it, with the way back to where each character came from.
#![allow(dead_code, reason = "each test program uses its own part")]

/// What happens to the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A sharing site's preview: no breaks, a page a line behind `12、`, half-width punctuation, furniture.
    Paged,
    /// Copied out of a PDF: a break every forty characters or so, page numbers between the lines.
    Wrapped,
    /// All line breaks lost.
    Glued,
    /// Stray blanks between characters, blank lines.
    Spaced,
    /// Numerals and marks misread.
    Ocr,
    /// Taken out of a page piece by piece: breaks where the type changes, around numbers, Latin letters and quotations.
    Split,
}

impl Kind {
    pub const ALL: [Kind; 6] = [Kind::Paged, Kind::Wrapped, Kind::Glued, Kind::Spaced, Kind::Ocr, Kind::Split];

    /// The name that the figures give it.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Paged => "paged",
            Kind::Wrapped => "wrapped",
            Kind::Glued => "glued",
            Kind::Spaced => "spaced",
            Kind::Ocr => "ocr",
            Kind::Split => "split",
        }
    }

    fn loses_breaks(self) -> bool {
        matches!(self, Kind::Paged | Kind::Wrapped | Kind::Glued)
    }
}

/// A damaged text; offsets count characters.
pub struct Damaged {
    pub text: String,
    /// For each character of `text`, whether it was put in as noise.
    pub noise: Vec<bool>,
    /// For each character of the source, where it stands now.
    place: Vec<Option<usize>>,
}

impl Damaged {
    /// Where what began at `at` begins now; what is lost gives way to what follows.
    pub fn start(&self, at: usize) -> usize {
        self.place.iter().skip(at).flatten().next().copied().unwrap_or(self.noise.len())
    }

    /// Where what ended at `at` ends now; what is lost gives way to what stands before.
    pub fn end(&self, at: usize) -> usize {
        self.place.iter().take(at).rev().flatten().next().map_or(0, |at| at + 1)
    }

    /// Where the character at `at` stands now.
    pub fn place(&self, at: usize) -> Option<usize> {
        self.place.get(at).copied().flatten()
    }
}

/// Damages `source`; the same seed gives the same damage.
pub fn damage(source: &str, kind: Kind, seed: u64) -> Damaged {
    let characters: Vec<char> = source.chars().collect();
    let kept: Vec<usize> = (0..characters.len()).filter(|&i| !kind.loses_breaks() || stays(&characters, i)).collect();
    let mut page = Page { out: Vec::with_capacity(source.len()), chance: Chance(seed ^ source.len() as u64) };
    match kind {
        Kind::Paged => page.paged(&characters, &kept),
        Kind::Wrapped => page.wrapped(&characters, &kept),
        Kind::Glued => kept.iter().for_each(|&i| page.keep(characters[i], i)),
        Kind::Spaced => page.spaced(&characters),
        Kind::Ocr => page.misread(&characters),
        Kind::Split => page.split(&characters),
    }
    let mut place = vec![None; characters.len()];
    for (at, &(_, from, _)) in page.out.iter().enumerate() {
        if let Some(from) = from {
            place[from] = Some(at);
        }
    }
    Damaged {
        text: page.out.iter().map(|&(c, ..)| c).collect(),
        noise: page.out.iter().map(|&(.., noise)| noise).collect(),
        place,
    }
}

/// Whether a character outlives the loss of breaks: indentation goes with the break before it.
fn stays(characters: &[char], at: usize) -> bool {
    let c = characters[at];
    let after_blank = at == 0 || matches!(characters[at - 1], ' ' | '\n' | '\t' | '\u{3000}');
    !(matches!(c, '\r' | '\n' | '\u{3000}') || matches!(c, ' ' | '\t') && after_blank)
}

struct Page {
    /// Character, place in the source, whether it is noise.
    out: Vec<(char, Option<usize>, bool)>,
    chance: Chance,
}

impl Page {
    fn keep(&mut self, c: char, from: usize) {
        self.out.push((c, Some(from), false));
    }

    fn put(&mut self, text: &str, noise: bool) {
        self.out.extend(text.chars().map(|c| (c, None, noise)));
    }

    fn paged(&mut self, characters: &[char], kept: &[usize]) {
        let name: String = kept.iter().take(24).map(|&i| characters[i]).collect();
        self.put(
            &format!("{name}.docx\n《{name}.docx》由会员分享,可在线阅读,更多相关《{name}.docx》请在文库上搜索。\n"),
            true,
        );
        let (mut number, mut left) = (1, 0);
        for &i in kept {
            if left == 0 {
                if number > 1 {
                    self.put("\n", false);
                }
                self.put(&format!("{number}、"), true);
                number += 1;
                left = 270 + self.chance.below(41);
            }
            self.keep(half_width(characters[i]), i);
            left -= 1;
        }
        self.put("\n- 配套讲稿:\n如PPT文件的首页显示word图标,表示该PPT已包含配套word讲稿。\n- 关 键 词:\n", true);
    }

    fn wrapped(&mut self, characters: &[char], kept: &[usize]) {
        let width = 36 + self.chance.below(7);
        let (mut column, mut lines, mut number, mut last) = (0, 0, 1, None::<usize>);
        for &i in kept {
            let paragraph = last.is_some_and(|last| characters[last + 1..i].contains(&'\n'));
            if paragraph || column >= width {
                self.put("\n", false);
                (column, lines) = (0, lines + 1);
                if lines % 24 == 0 {
                    self.put(&format!("- {number} -"), true);
                    self.put("\n", false);
                    number += 1;
                }
            }
            self.keep(characters[i], i);
            (column, last) = (column + 1, Some(i));
        }
    }

    fn spaced(&mut self, characters: &[char]) {
        for (i, &c) in characters.iter().enumerate() {
            self.keep(c, i);
            if c == '\n' && self.chance.percent(30) {
                self.put("\n", false);
            } else if ('\u{4e00}'..='\u{9fff}').contains(&c) && self.chance.percent(3) {
                self.put(" ", false);
            }
        }
    }

    fn split(&mut self, characters: &[char]) {
        /// Shorter lines are titles and rows.
        const PARAGRAPH: usize = 25;
        let run = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '%');
        let mut from = 0;
        for line in characters.split_inclusive(|&c| c == '\n') {
            for (n, &c) in line.iter().enumerate() {
                let before = n.checked_sub(1).map(|n| line[n]).filter(|_| line.len() > PARAGRAPH && c != '\n');
                let percent = before.map_or(0, |before| match (run(before), run(c)) {
                    (true, false) | (false, true) => 70,
                    _ if [before, c].iter().any(|c| matches!(c, '“' | '”')) => 25,
                    _ => 0,
                });
                if percent > 0 && self.chance.percent(percent) {
                    self.put("\n", false);
                }
                self.keep(c, from + n);
            }
            from += line.len();
        }
    }

    fn misread(&mut self, characters: &[char]) {
        for (i, &c) in characters.iter().enumerate() {
            let before = if i == 0 { '\n' } else { characters[i - 1] };
            let after = characters.get(i + 1).copied().unwrap_or('\n');
            let numeral = before.is_ascii_digit() || "一二三四五六七八九十".contains(before);
            let read = match c {
                '0' if before.is_ascii_digit() && self.chance.percent(15) => 'O',
                '1' if before.is_ascii_digit() && self.chance.percent(15) => 'l',
                '一' if after == '、' && "\n \u{3000}。".contains(before) && self.chance.percent(25) => '—',
                '、' if numeral && self.chance.percent(25) => ['，', ',', '.'][self.chance.below(3)],
                c => c,
            };
            self.keep(read, i);
        }
    }
}

fn half_width(c: char) -> char {
    match c {
        '，' => ',',
        '：' => ':',
        '；' => ';',
        '（' => '(',
        '）' => ')',
        '！' => '!',
        '？' => '?',
        c => c,
    }
}

/// A small generator of chance (splitmix64), so that a seed gives the same text everywhere.
pub struct Chance(pub u64);

impl Chance {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}
