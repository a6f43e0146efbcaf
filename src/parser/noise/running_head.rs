//! A line repeated at the head or foot of the pages.

use super::line::{Line, ends_sentence};
use crate::NoiseKind;

/// Marks lines that stand again and again beside page numbers.
pub(super) fn mark(source: &str, lines: &mut [Line]) {
    for after in [true, false] {
        let mut best = None;
        let mut seen: Vec<(&str, usize)> = Vec::new();
        for i in (0..lines.len()).filter(|&i| lines.get(i).is_some_and(|l| l.noise == Some(NoiseKind::PageNumber))) {
            let near = if after { lines.get(i + 1..) } else { lines.get(..i) }.unwrap_or_default();
            let kept = |l: &&Line| !l.is_blank();
            let beside = if after { near.iter().take(4).find(kept) } else { near.iter().rev().take(4).find(kept) };
            let Some(text) = beside.filter(|l| l.is_kept() && (4..=50).contains(&l.chars)).map(|l| l.text(source))
            else {
                continue;
            };
            // running heads differ little from page to page: the first few decide
            if let Some((_, count)) = seen.iter_mut().find(|(t, _)| *t == text) {
                *count += 1;
            } else if seen.len() < 8 {
                seen.push((text, 1));
            }
        }
        if let Some((text, count)) = seen.into_iter().max_by_key(|(_, count)| *count)
            && count >= 2
            && !ends_sentence(text)
        {
            best = Some(text);
        }
        if let Some(head) = best {
            take(source, lines, head);
        }
    }
}

fn take(source: &str, lines: &mut [Line], head: &str) {
    let mut first = true;
    for i in 0..lines.len() {
        if !lines.get(i).is_some_and(|l| l.is_kept() && l.text(source) == head) {
            continue;
        }
        // the first may be the title itself: then no other title follows
        let next = lines.get(i + 1..).unwrap_or_default().iter().find(|l| l.is_kept()).map_or("", |l| l.text(source));
        if !(std::mem::take(&mut first) && i < 12 && !is_title(next))
            && let Some(line) = lines.get_mut(i)
        {
            line.noise = Some(NoiseKind::RunningHead);
        }
    }
}

fn is_title(text: &str) -> bool {
    let organ = ["局", "厅", "委", "府", "部", "办", "院", "会", "室", "组", "处", "科", "司", "校", "镇", "乡", "村"];
    (6..=45).contains(&text.chars().count())
        && !ends_sentence(text)
        && !text.starts_with(['—', '（', '(', '〔'])
        && !organ.iter().any(|o| text.ends_with(o))
        && !text.ends_with(['日', '号'])
}

#[cfg(test)]
mod tests {
    use super::super::tests::{clean, noise};
    use crate::NoiseKind;

    #[test]
    fn a_line_beside_every_page_number() {
        let text = "全县教育大会材料之二\n办好每一所村小的几点做法\n我们一共办了三件事。\n- 1 -\n全县教育大会材料之二\n\
            第一件是修路。\n- 2 -\n全县教育大会材料之二\n第二件是修屋。\n- 3 -\n";
        assert_eq!(clean(text), "办好每一所村小的几点做法\n我们一共办了三件事。\n第一件是修路。\n第二件是修屋。\n");
        assert_eq!(noise(text)[0].0, NoiseKind::RunningHead);
    }

    #[test]
    fn a_title_that_heads_every_page_stays_once() {
        let text = "关于修路的报告\n县人民政府：\n修了三条路。\n- 1 -\n关于修路的报告\n又修了两条。\n- 2 -\n关于修路的报告\n以上报告。\n";
        assert_eq!(clean(text), "关于修路的报告\n县人民政府：\n修了三条路。\n又修了两条。\n以上报告。\n");
    }
}
