//! The line breaks of other systems and of word processors break lines like `\n`.

use gongwen::{Document, parse};

const TEXT: &str = "关于开展河道清理的通知\n\n各乡镇人民政府：\n　　现将有关事项通知如下：\n　　一、总体要求\n　　坚持问题导向，\
                    全面清理。\n　　二、主要任务\n　　（一）清理垃圾。各村要组织力量。\n　　台账每月一报。\n　　（二）拆除违建。\
                    各镇要登记造册。\n\n　　青山县水利局\n　　2024年5月6日\n";

/// Each piece, element and section with its text.
fn texts(document: &Document<'_>) -> Vec<String> {
    let piece = document.pieces().next().unwrap();
    let title = piece.title().unwrap().text().into_owned();
    let elements = piece.elements().map(|e| format!("{:?} {}", e.kind(), e.text()));
    let sections =
        piece.descendants().map(|s| format!("{:?} {:?}", s.title().map(|t| t.text().into_owned()), s.text()));
    std::iter::once(title).chain(elements).chain(sections).collect()
}

#[test]
fn all_are_read_alike() {
    let expected = texts(&parse(TEXT));
    assert_eq!(expected.len(), 8, "{expected:#?}");
    for line_break in ["\r\n", "\r", "\r\r\n", "\u{b}", "\u{2028}", "\u{2029}"] {
        let source = TEXT.replace('\n', line_break);
        let document = parse(&source);
        assert_eq!(texts(&document), expected, "{line_break:?}");
        assert_eq!(document.diagnostics(), [], "{line_break:?}");
    }
}

#[test]
fn they_may_be_mixed() {
    // paragraphs end with a return, lines within them with a vertical tab
    let source = TEXT.replace("\n\n", "\r\r").replace("：\n", "：\u{b}").replace("。\n", "。\r");
    assert_eq!(texts(&parse(&source)), texts(&parse(TEXT)));
}
