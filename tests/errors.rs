//! The texts of errors and of findings are part of the contract.

use gongwen::{DiagnosticCode, Error, Language};

#[test]
fn each_error_says_what_was_asked_and_what_is_wrong() {
    let no_path = Error::NoSuchPath { path: "1/七".into(), step: "七".into() };
    assert_eq!(no_path.to_string(), "no section at path `1/七`: the document has nothing at `七`");
    let offset = Error::OffsetOutOfRange { offset: 12, len: 9 };
    assert_eq!(offset.to_string(), "offset 12 is past the end of the source (9 bytes)");
    let lexicon = Error::Lexicon { line: 3, reason: "no role named `importance`", text: "重要性 importance".into() };
    assert_eq!(lexicon.to_string(), "lexicon line 3: no role named `importance`: `重要性 importance`");
}

#[test]
fn errors_travel_between_threads_and_into_boxes() {
    fn travels<T: std::error::Error + Send + Sync + Clone + PartialEq + 'static>() {}
    travels::<Error>();
    let boxed: Box<dyn std::error::Error + Send + Sync> = Error::OffsetOutOfRange { offset: 2, len: 1 }.into();
    assert_eq!(boxed.downcast_ref::<Error>(), Some(&Error::OffsetOutOfRange { offset: 2, len: 1 }));
}

#[test]
fn a_mark_that_is_missing_is_written_like_those_beside_it() {
    let missing = |text: &str| {
        let document = gongwen::parse(text);
        let gap = document.diagnostics().iter().find(|d| d.code() == DiagnosticCode::NumberingGap).cloned();
        gap.map(|gap| gap.message(Language::Chinese).to_string()).unwrap_or_default()
    };
    let questions = "在护林会上的讲话\n第一个问题：怎么看\n山上起了火。\n第三个问题：怎么办\n大家都上山。\n";
    assert_eq!(missing(questions), "“第一个问题：”之后是“第三个问题：”，缺“第二个问题：”");
    let parts = "护林方案\n第一部分 形势\n山上起了火。\n第三部分 任务\n大家都上山。\n";
    assert_eq!(missing(parts), "“第一部分”之后是“第三部分”，缺“第二部分”");
    let spread = "述职报告\n一　履职情况\n每周上山两天。\n二　廉洁情况\n补助公示上墙。\n三　努力方向\n今后多上山。\n";
    assert_eq!(missing(spread), "");
}
