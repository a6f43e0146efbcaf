//! The laws of the tree, on every fixture, its prefixes, its damaged forms, and on random text.
//!
//! The leaves are the source, byte for byte; children lie inside parents and siblings do not
//! overlap; all places are character boundaries; the same text gives the same tree.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test fails by panicking

mod damage;
mod fixtures;

use damage::{Chance, Kind, damage};
use gongwen::{Document, LineIndex, Options, Section, Span, Title};
use proptest::prelude::*;
use serde_json::Value;

/// The laws that are cheap to ask for: tiling, nesting, boundaries.
fn tiles(document: &Document<'_>) -> Result<(), String> {
    let source = document.source();
    document.check()?;
    let mut at = 0;
    for (span, _) in document.leaves() {
        if span.start != at || span.is_empty() || source.get(span.range()).is_none() {
            return Err(format!("the leaf {span:?} does not follow byte {at}"));
        }
        at = span.end;
    }
    if at != source.len() {
        return Err(format!("the leaves end at {at} of {}", source.len()));
    }
    let whole = Span::new(0, source.len());
    inside(document.pieces().map(|p| p.span()), whole, "piece")?;
    for piece in document.pieces() {
        inside(piece.sections().map(Section::span), piece.span(), "section of a piece")?;
        inside(piece.elements().map(|e| e.span()), piece.span(), "element")?;
    }
    for section in document.outline() {
        inside(section.sections().map(Section::span), section.span(), "section")?;
        if let Some(mark) = section.mark()
            && mark.span().start != section.span().start
        {
            return Err(format!("the section {:?} does not begin with its mark {:?}", section.span(), mark.span()));
        }
    }
    inside(document.noise().map(|n| n.span()), whole, "noise")
}

/// Whether spans follow one another inside `parent`.
fn inside(spans: impl Iterator<Item = Span>, parent: Span, what: &str) -> Result<(), String> {
    let mut at = parent.start;
    for span in spans {
        if span.start < at || span.end > parent.end || span.start > span.end {
            return Err(format!("{what} {span:?} is not after {at} in {parent:?}"));
        }
        at = span.end;
    }
    Ok(())
}

/// All the laws.
fn holds(source: &str) -> Result<(), String> {
    let document = gongwen::parse(source);
    tiles(&document)?;
    let noise: Vec<Span> = document.noise().map(|n| n.span()).collect();
    let titles = document.pieces().filter_map(|p| p.title()).chain(document.outline().filter_map(Section::title));
    for title in titles {
        title_is_its_source(source, title, &noise)?;
    }
    for diagnostic in document.diagnostics() {
        for label in diagnostic.labels() {
            if source.get(label.span().range()).is_none() {
                return Err(format!("a label of {:?} is at {:?}", diagnostic.code(), label.span()));
            }
        }
    }
    let json = serde_json::to_value(&document).map_err(|e| e.to_string())?;
    json_spans(&json, source)?;
    let viewed = Options::new().with_views(true).parse(source);
    json_spans(&serde_json::to_value(&viewed).map_err(|e| e.to_string())?, source)?;
    let again = gongwen::parse(source);
    if again.to_string() != document.to_string() || serde_json::to_value(&again).ok() != Some(json) {
        return Err("the same text gave another tree".into());
    }
    for options in [
        Options::new().with_noise(false),
        Options::new().with_points(false),
        Options::new().with_leads(false).with_points(false),
    ] {
        let document = options.parse(source);
        tiles(&document).map_err(|e| format!("{options:?}: {e}"))?;
    }
    if Options::new().with_noise(false).parse(source).noise().next().is_some() {
        return Err("noise was found where none was to be looked for".into());
    }
    Ok(())
}

/// A title's text is the source at its place less the noise and blanks.
fn title_is_its_source(source: &str, title: Title<'_>, noise: &[Span]) -> Result<(), String> {
    let span = title.span();
    let first = noise.partition_point(|n| n.end <= span.start);
    let cuts = noise[first..].iter().take_while(|n| n.start < span.end);
    let (mut kept, mut at) = (String::new(), span.start);
    for cut in cuts {
        kept.push_str(source.get(at..cut.start).ok_or_else(|| format!("noise {cut:?} sticks out of a title"))?);
        at = cut.end;
    }
    kept.push_str(source.get(at..span.end).ok_or("noise sticks out of a title")?);
    let solid = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    if solid(&kept) == solid(&title.text()) {
        Ok(())
    } else {
        Err(format!("the title at {span:?} reads {:?}, its source {kept:?}", title.text()))
    }
}

/// Every `{start, end}` of the JSON is a place in the source.
fn json_spans(json: &Value, source: &str) -> Result<(), String> {
    match json {
        Value::Array(items) => items.iter().try_for_each(|item| json_spans(item, source)),
        Value::Object(fields) => {
            if let (Some(start), Some(end)) = (fields.get("start"), fields.get("end")) {
                let place = (start.as_u64(), end.as_u64());
                let (Some(start), Some(end)) = place else { return Err(format!("a span of {place:?}")) };
                if source.get(start as usize..end as usize).is_none() {
                    return Err(format!("the JSON has the span {start}..{end}"));
                }
            }
            fields.values().try_for_each(|field| json_spans(field, source))
        }
        _ => Ok(()),
    }
}

fn assert_laws(name: &str, source: &str) {
    // a panic says no more than where; the name of the text must be known as well
    match std::panic::catch_unwind(|| holds(source)) {
        Ok(Ok(())) => {}
        Ok(Err(law)) => panic!("{name}: {law}\n{source:?}"),
        Err(_) => panic!("{name}: parse panicked on\n{source:?}"),
    }
}

#[test]
fn on_every_fixture() {
    for (name, source) in fixtures::all() {
        assert_laws(&name, &source);
        assert_laws(&format!("{name} with CRLF"), &source.replace('\n', "\r\n"));
        assert_laws(&format!("{name} with a BOM"), &format!("\u{feff}{source}"));
    }
}

#[test]
fn on_every_prefix() {
    for (name, source) in fixtures::all() {
        for (i, (at, _)) in source.char_indices().enumerate() {
            let prefix = &source[..at];
            if i % 16 == 0 {
                assert_laws(&format!("{name} up to {at}"), prefix);
            } else {
                tiles(&gongwen::parse(prefix)).unwrap_or_else(|law| panic!("{name} up to {at}: {law}"));
            }
        }
    }
}

#[test]
fn on_every_suffix_of_the_cases() {
    for (name, source) in fixtures::all().into_iter().filter(|(_, source)| source.len() < 1000) {
        for (at, _) in source.char_indices() {
            tiles(&gongwen::parse(&source[at..])).unwrap_or_else(|law| panic!("{name} from {at}: {law}"));
        }
    }
}

#[test]
fn on_damaged_fixtures() {
    for text in fixtures::corpus() {
        for kind in Kind::ALL {
            for seed in 0..3 {
                let damaged = damage(&text.source, kind, seed);
                assert_laws(&format!("{} {} {seed}", text.name, kind.name()), &damaged.text);
            }
            let twice = damage(&damage(&text.source, kind, 1).text, Kind::Ocr, 2);
            assert_laws(&format!("{} {} misread", text.name, kind.name()), &twice.text);
        }
    }
}

#[test]
fn on_fixtures_with_characters_lost_doubled_and_moved() {
    let mut chance = Chance(5);
    for text in fixtures::corpus() {
        let mut characters: Vec<char> = text.source.chars().collect();
        for round in 0..24 {
            for _ in 0..8 {
                let (from, to) = (chance.below(characters.len()), chance.below(characters.len()));
                match chance.below(3) {
                    0 => characters.swap(from, to),
                    1 => characters.insert(from, characters[to]),
                    _ => drop(characters.remove(from)),
                }
            }
            let source: String = characters.iter().collect();
            assert_laws(&format!("{} shaken {round} times", text.name), &source);
        }
    }
}

#[test]
fn the_damage_maps_what_stays() {
    let source = "一、加强领导\n　　各地要成立专班。\n二、落实责任";
    for kind in Kind::ALL {
        let damaged = damage(source, kind, 3);
        let (from, to) = (source.chars().collect::<Vec<_>>(), damaged.text.chars().collect::<Vec<_>>());
        assert_eq!(to.len(), damaged.noise.len());
        for (at, c) in from.iter().enumerate() {
            if let Some(place) = damaged.place(at) {
                assert!(kind == Kind::Ocr || to[place] == *c, "{kind:?}: {c} at {at} is {} at {place}", to[place]);
                assert!(!damaged.noise[place]);
                assert_eq!((damaged.start(at), damaged.end(at + 1)), (place, place + 1));
            }
        }
    }
}

#[test]
fn on_a_mark_behind_a_sign_that_no_eye_sees() {
    assert_eq!(holds("、\n\u{feff}第一，*（1）：(2)\n\u{feff}同志们：ｱ"), Ok(()));
}

#[test]
fn on_a_title_that_begins_with_a_sign_of_markdown() {
    assert_eq!(holds("一、一、①*\u{2028}，一"), Ok(()));
}

/// Pieces of text that decide something, and some that should not.
fn fragment() -> impl Strategy<Value = String> {
    const MARKS: &[&str] = &[
        "一、",
        "二、",
        "三、",
        "十一、",
        "廿三、",
        "（一）",
        "（二）",
        "(三)",
        "（四)",
        "1.",
        "2、",
        "3．",
        "12、",
        "7,",
        "7，",
        "（1）",
        "(2)",
        "1）",
        "2)",
        "①",
        "②",
        "⑴",
        "㈠",
        "Ⅰ.",
        "A.",
        "1.1 ",
        "1.1.2 ",
        "第一条　",
        "第二条 ",
        "第 三 条",
        "第一章",
        "第二节　",
        "第三编",
        "第一部分",
        "第1条",
        "第一，",
        "第二、",
        "一是",
        "二是",
        "一要",
        "二要",
        "首先",
        "其次",
        "最后",
        "其一",
        "其二",
        "—、",
        "l、",
        "O.",
        "篇一",
        "【篇二】",
        "第三篇：",
        "范文一",
        "材料二",
        "附件",
        "附件：1.",
        "附件2\n",
    ];
    const FORMS: &[&str] = &[
        "同志们：",
        "各位领导：",
        "谢谢大家！",
        "特此通知。",
        "妥否，请批示。",
        "国发〔2024〕3号",
        "2023年5月1日",
        "二〇二三年",
        "××市人民政府",
        "关于",
        "的通知",
        "目　录",
        "抄送：",
        "机密★1年",
        "特急",
        "签发人：",
        "（此件公开发布）",
        "- 3 -",
        "— 4 —",
        "第3页 共9页",
        "版权声明",
        "免费下载",
        "关键词：",
        "……",
        "由会员分享,可在线阅读",
        "三点意见",
        "七方面经验",
        "重大意义",
        "主要做法",
        "加强领导。",
        "各地要",
        "本办法第八条",
        "1.5万元",
        "3.2%",
        "8：30",
    ];
    const PARTS: &[&str] = &[
        "，", "。", "：", "；", "、", "“", "”", "‘", "《", "》", "（", "）", "【", "】", "(", ")", ".", ",", ":", "？",
        "！",
    ];
    const BLANKS: &[&str] =
        &["\n", "\n", "\n\n", "\r\n", "\r", " ", "\u{3000}\u{3000}", "\t", "\u{a0}", "\u{200b}", "\u{2028}"];
    const ODD: &[&str] = &[
        "\u{feff}",
        "\0",
        "😀",
        "👨‍👩‍👧",
        "e\u{301}",
        "\u{301}",
        "🇨🇳",
        "\u{10ffff}",
        "ｱ",
        "𠮷",
        "\u{85}",
        "<p>",
        "\\u4e00",
        "\u{202e}",
    ];
    let of = |list: &'static [&'static str]| prop::sample::select(list).prop_map(String::from);
    prop_oneof![
        8 => of(MARKS),
        4 => of(FORMS),
        5 => of(PARTS),
        5 => of(BLANKS),
        1 => of(ODD),
        6 => "[一-龥]{1,12}",
        1 => "[0-9A-Za-z]{1,5}",
        1 => any::<char>().prop_map(String::from),
    ]
}

fn random_text() -> impl Strategy<Value = String> {
    prop::collection::vec(fragment(), 0..120).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 384, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn on_random_writing(source in random_text()) {
        prop_assert_eq!(holds(&source), Ok(()));
    }

    #[test]
    fn on_any_string(source in any::<String>()) {
        prop_assert_eq!(holds(&source), Ok(()));
    }

    #[test]
    fn on_fragments_repeated(part in fragment(), other in fragment(), times in 1usize..200) {
        prop_assert_eq!(holds(&format!("{part}{other}").repeat(times)), Ok(()));
    }

    #[test]
    fn line_index_goes_there_and_back(source in random_text()) {
        let index = LineIndex::new(&source);
        let line_ends = |to: usize| {
            let ends = |i: usize| matches!(source.as_bytes()[i..], [b'\n', ..] | [b'\r']);
            let alone = |i: usize| matches!(source.as_bytes()[i..], [b'\r', next, ..] if next != b'\n');
            (0..to).filter(|&i| ends(i) || alone(i)).count()
        };
        for (at, _) in source.char_indices().chain([(source.len(), ' ')]) {
            let utf16 = index.utf16(at);
            prop_assert_eq!(utf16, source[..at].encode_utf16().count());
            prop_assert_eq!(index.offset_of_utf16(utf16), Some(at));
            let position = index.position(at);
            let line = index.line_span(position.line).unwrap();
            prop_assert!(line.start <= at);
            prop_assert_eq!(position.line, line_ends(at) + 1);
            // an offset inside a grapheme cluster or line break is shown at the cluster
            let back = index.offset(position);
            prop_assert!(back.is_none_or(|back| index.position(back) == position), "{at} {position:?} {back:?}");
            if at == line.start {
                prop_assert_eq!(back, Some(at));
            }
        }
        prop_assert_eq!(index.offset_of_utf16(source.encode_utf16().count() + 1), None);
        prop_assert_eq!(index.line_span(index.line_count() + 1), None);
        prop_assert_eq!(index.line_span(0), None);
        prop_assert_eq!(index.line_count(), line_ends(source.len()) + 1);
    }
}
