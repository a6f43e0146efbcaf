use super::Candidate;
use crate::MarkStyle;
use crate::lexer::stops::{Stops, Walk};

fn scan(text: &str) -> Vec<Candidate> {
    let mut stops = Stops::default();
    let mut walk = Walk::new(text, 0, &mut stops);
    while walk.next().is_some() {}
    super::scan(text, stops.marks(0, text.len() as u32))
}

/// The candidates of a text, as they stand in it.
fn marks(text: &str) -> Vec<&str> {
    scan(text).iter().map(|c| &text[c.start as usize..c.end as usize]).collect()
}

#[test]
fn finds_every_style_at_the_start_of_a_line() {
    for mark in [
        "第一编",
        "第一篇",
        "第二部分",
        "第十章",
        "第3节",
        "第 一 条",
        "一、",
        "（一）",
        "(一)",
        "（一)",
        "1.",
        "1．",
        "1、",
        "（1）",
        "1）",
        "①",
        "⑴",
        "㈠",
        "⒈",
        "1.1",
        "1.1.1",
        "Ⅰ.",
        "A.",
        "第一，",
        "第一、",
        "一是",
        "一要",
        "首先",
        "其一",
        "廿三、",
        "一百二十、",
    ] {
        let text = if mark == "其一" { format!("{mark}，加强领导") } else { format!("{mark} 加强领导") };
        assert_eq!(marks(&text).first().map(|m| m.trim_end()), Some(mark), "{text}");
    }
}

#[test]
fn reads_misread_marks() {
    for (text, style, ordinal) in [
        ("—、提高认识", MarkStyle::Han, 1),
        ("工、主要做法", MarkStyle::Han, 2),
        ("(兰)这是需要", MarkStyle::ParenHan, 3),
        ("7,始终坚持", MarkStyle::Arabic, 7),
        ("l、把好进口", MarkStyle::Arabic, 1),
        ("1O.加强监督", MarkStyle::Arabic, 10),
    ] {
        let found = scan(text);
        assert_eq!(found.first().map(|c| (c.style, c.ordinal, c.misread)), Some((style, ordinal, true)), "{text}");
    }
}

#[test]
fn leaves_out_what_its_own_words_rule_out() {
    for text in [
        "投入1.5万元",
        "比重达3.2%",
        "自2023.5.1起",
        "一、二、三产业融合",
        "A、B、C三类",
        "五、六月份",
        "按照本办法第八条第（二）项",
        "见第三条",
        "担任第一书记",
        "今年第一季度",
        "《条例》第二章",
        "一是一，二是二",
        "三要素",
        "第（一）、（二）项规定",
        "（2023年）",
    ] {
        assert_eq!(marks(text), Vec::<&str>::new(), "{text}");
    }
}

#[test]
fn reads_an_article_behind_a_glued_chapter_title() {
    assert_eq!(marks("第七章 决定重大事项第三十五条 会议包括"), ["第七章", "第三十五条"]);
}
