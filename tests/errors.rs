//! The texts of errors are part of the contract.

use gongwen::Error;

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
