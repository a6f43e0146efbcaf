//! A tour of the public API, in the order in which a new user meets it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test fails by panicking

use gongwen::{
    DiagnosticCode, ElementKind, Language, LineIndex, MarkStyle, NoiseKind, Options, Position, Section, SectionKind,
    Severity,
};

const NOTICE: &str = "\
关于做好秋粮收购工作的通知

各县（区）人民政府：

现将有关事项通知如下。

一、准备工作

（一）备足仓容。9月底前腾出仓容三万吨。

（二）检修设备。衡器、烘干机逐台检修。

二、收购要求

重点做到：一是随到随收，不压级、不压价；二是当场结算，不打白条。

- 1 -

四、监督检查

××市人民政府
2023年9月1日
";

#[test]
fn walk() {
    // Every text is a document. What comes back borrows it.
    let document = gongwen::parse(NOTICE);
    assert_eq!(document.source(), NOTICE);

    // A file holds one piece or several; this one holds one.
    assert_eq!(document.pieces().count(), 1);
    let piece = document.pieces().next().unwrap();
    assert_eq!(piece.title().unwrap().text(), "关于做好秋粮收购工作的通知");

    // The parts of the form have a kind, a text and a place.
    let addressee = piece.element(ElementKind::Addressee).unwrap();
    assert!(addressee.text().starts_with("各县（区）人民政府"));
    let kinds: Vec<&str> = piece.elements().map(|e| e.kind().name()).collect();
    assert_eq!(kinds, ["addressee", "signature", "date"]);
    assert_eq!(piece.element(ElementKind::Date).unwrap().text(), "2023年9月1日");
    assert!(piece.element(ElementKind::DocNumber).is_none());

    // Sections nest as the author meant them. Views are `Copy`.
    let top: Vec<Section<'_>> = piece.sections().collect();
    let titles: Vec<String> = top.iter().map(|s| s.title().unwrap().text().into_owned()).collect();
    assert_eq!(titles, ["准备工作", "收购要求", "监督检查"]);
    let prepare = top[0];
    assert_eq!((prepare.kind(), prepare.depth()), (SectionKind::Heading, 0));

    // A mark has a style and the number it gives.
    let mark = prepare.mark().unwrap();
    assert_eq!((&*mark.text(), mark.style(), mark.ordinal()), ("一、", MarkStyle::Han, Some(1)));
    assert_eq!(MarkStyle::Han.write(12), "十二、");

    // A run-in title ends where its sentence ends; the rest is the section's own text.
    let storage = prepare.sections().next().unwrap();
    assert_eq!(storage.kind(), SectionKind::Item);
    assert_eq!(storage.title().unwrap().text(), "备足仓容");
    assert!(storage.text().contains("9月底前腾出仓容三万吨"));
    assert_eq!(storage.parent(), Some(prepare));
    assert_eq!(storage.piece(), piece);

    // A path names a section, for people and programs; a place leads back to it.
    assert_eq!(storage.path(), "1/一/一");
    assert_eq!(document.get("1/一/一"), Ok(storage));
    assert_eq!(document.at(NOTICE.find("仓容三万吨").unwrap()), Ok(Some(storage)));

    // Points in running text are sections too.
    let points: Vec<_> = top[1].sections().map(|s| (s.kind(), s.mark().unwrap().style())).collect();
    assert_eq!(points, [(SectionKind::Point, MarkStyle::Is); 2]);

    // Spans are bytes of the source; a line index turns them into lines, columns and UTF-16.
    let span = prepare.span();
    assert!(NOTICE[span.range()].starts_with("一、准备工作"));
    let index = LineIndex::new(NOTICE);
    assert_eq!(index.position(span.start), Position { line: 7, column: 1 });
    assert_eq!(index.position(span.start).to_string(), "7:1");
    assert_eq!(index.offset(Position { line: 7, column: 1 }), Some(span.start));
    assert_eq!(index.offset_of_utf16(index.utf16(span.start)), Some(span.start));

    // Noise is kept as noise, never lost: the leaves are the source, byte for byte.
    let noise = document.noise().next().unwrap();
    assert_eq!(noise.kind(), NoiseKind::PageNumber);
    assert_eq!(noise.text().trim(), "- 1 -");
    let leaves: String = document.leaves().map(|(span, _)| &NOTICE[span.range()]).collect();
    assert_eq!(leaves, NOTICE);

    // Findings have a code, a severity, places, and words in two languages.
    let gap = document.diagnostics().iter().find(|d| d.code() == DiagnosticCode::NumberingGap).unwrap();
    assert_eq!(gap.severity(), Severity::Warning);
    assert_eq!(gap.message(Language::English), "二、 is followed by 四、: 三、 is missing");
    assert!(gap.message(Language::Chinese).contains("三、"));
    assert!(NOTICE[gap.span().range()].starts_with("四、"));

    // Options leave things out.
    let without = Options::new().with_points(false).parse(NOTICE);
    assert!(without.outline().all(|s| s.kind() != SectionKind::Point));
    let raw = Options::new().with_noise(false).parse(NOTICE);
    assert_eq!(raw.noise().count(), 0);
    let quiet = Options::new().with_findings(false).parse(NOTICE);
    assert!(quiet.diagnostics().is_empty());

    // `Display` draws the tree.
    let drawn = document.to_string();
    assert!(drawn.starts_with("piece | 关于做好秋粮收购工作的通知\n"));
    assert!(drawn.contains("    item | （一）备足仓容\n"));
}

#[test]
fn json() {
    let json = serde_json::to_value(gongwen::parse(NOTICE)).unwrap();
    assert_eq!(json["schema"], 1);
    let piece = &json["pieces"][0];
    assert_eq!(piece["title"]["text"], "关于做好秋粮收购工作的通知");
    let first = &piece["sections"][0];
    assert_eq!(first["kind"], "heading");
    assert_eq!(first["mark"]["style"], "han");
    assert_eq!(first["mark"]["ordinal"], 1);
    assert_eq!(first["span"]["start"], NOTICE.find("一、准备").unwrap());
    assert_eq!(first["sections"][1]["title"]["text"], "检修设备");
    assert_eq!(json["noise"][0]["kind"], "page_number");
    let codes: Vec<_> = json["diagnostics"].as_array().unwrap().iter().map(|d| d["code"].as_str().unwrap()).collect();
    assert!(codes.contains(&"numbering_gap"), "{codes:?}");
}

/// What the README shows of the JSON is a part of what its first example gives.
#[test]
fn the_json_in_the_readme_is_real() {
    use serde_json::Value;
    fn is_part(shown: &Value, real: &Value) -> bool {
        match (shown, real) {
            (Value::Object(shown), Value::Object(real)) => {
                shown.len() == real.len() && shown.iter().all(|(key, value)| is_part(value, &real[key]))
            }
            // only the first of several is shown
            (Value::Array(shown), Value::Array(real)) => {
                shown.is_empty() == real.is_empty() && shown.iter().zip(real).all(|(shown, real)| is_part(shown, real))
            }
            _ => shown == real,
        }
    }
    let readme = include_str!("../README.md");
    let block = |open| readme.split_once(open).and_then(|(_, rest)| rest.split_once("```")).unwrap().0;
    let shown: Value = serde_json::from_str(block("```json")).unwrap();
    let literal = block("```rust").split_once("let text = \"").unwrap().1.split_once("\";").unwrap().0;
    let text: String = literal.split("\\\n").map(str::trim_start).collect::<String>().replace("\\n", "\n");
    let real = serde_json::from_str(&serde_json::to_string(&gongwen::parse(&text)).unwrap()).unwrap();
    assert!(is_part(&shown, &real), "shown\n{shown:#}\nreal\n{real:#}");
}

#[test]
fn values_go_into_json_of_ones_own() {
    let document = gongwen::parse(NOTICE);
    let first = document.outline().next().unwrap();
    let own = serde_json::json!({
        "span": first.span(),
        "kind": first.kind(),
        "style": first.mark().map(|m| m.style()),
        "role": first.role(),
        "codes": DiagnosticCode::ALL.iter().take(2).collect::<Vec<_>>(),
    });
    let codes = ["numbering_gap", "numbering_repeat"];
    let start = NOTICE.find("一、准备").unwrap();
    let span = serde_json::json!({"start": start, "end": first.span().end});
    let wanted = serde_json::json!({"span": span, "kind": "heading", "style": "han", "role": null, "codes": codes});
    assert_eq!(own, wanted);
}

#[test]
fn views_are_equal_where_they_show_the_same_place_of_the_same_document() {
    let (document, again) = (gongwen::parse(NOTICE), gongwen::parse(NOTICE));
    let parents: Vec<_> = document.outline().filter_map(|s| s.parent()).collect();
    assert!(parents.iter().all(|parent| document.outline().any(|s| s == *parent)));
    let first = || document.outline().next().and_then(|s| s.mark());
    assert_eq!(first(), first());
    assert_ne!(first(), document.outline().nth(1).and_then(|s| s.mark()));
    assert_eq!(document.noise().next(), document.noise().next());
    assert_ne!(document.pieces().next(), again.pieces().next());
}

#[test]
fn debug_shows_places_not_the_document() {
    let document = gongwen::parse(NOTICE);
    let second = document.outline().nth(1).unwrap();
    let (section, mark) = (second.span().range(), second.mark().unwrap().span().range());
    assert_eq!(format!("{second:?}"), format!("Section({section:?}, \"（一）备足仓容。9月底前…\")"));
    assert_eq!(format!("{:?}", second.mark()), format!("Some(Mark({mark:?}, \"（一）\"))"));
    let piece = document.pieces().next().unwrap().span().range();
    assert_eq!(format!("{document:?}"), format!("Document([Piece({piece:?}, \"关于做好秋粮收购工作的通…\")])"));
    assert!(format!("{:?}", second.as_measure()).len() < 400);
}

/// A crate such as `self_cell` keeps a document beside its text only if this compiles.
#[test]
fn a_document_of_a_longer_text_serves_for_a_shorter() {
    fn shorter<'short>(document: &'short gongwen::Document<'static>) -> &'short gongwen::Document<'short> {
        document
    }
    assert_eq!(shorter(&gongwen::parse(NOTICE)).source(), NOTICE);
}

#[test]
fn the_empty_text_is_a_document() {
    for source in ["", "\n", "\u{feff}", " \u{3000}\r\n"] {
        let document = gongwen::parse(source);
        assert_eq!(document.outline().count(), 0);
        assert!(document.diagnostics().is_empty(), "{source:?}");
        document.check().unwrap();
    }
}

#[test]
fn documents_travel_between_threads() {
    fn travels<T: Send + Sync>() {}
    travels::<gongwen::Document<'_>>();
    travels::<gongwen::Section<'_>>();
    let titles: Vec<usize> = std::thread::scope(|scope| {
        let runs: Vec<_> = (0..2).map(|_| scope.spawn(|| gongwen::parse(NOTICE).outline().count())).collect();
        runs.into_iter().map(|run| run.join().unwrap()).collect()
    });
    assert_eq!(titles[0], titles[1]);
}
