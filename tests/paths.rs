//! The names and places by which a section is found again.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test fails by panicking

mod fixtures;

use gongwen::Error;

#[test]
fn every_section_has_its_own_path() {
    let source = "工作方案\n一、任务\n（一）登记\n（一）复核\n重点是：一是查塘；二是查坝。\n二、要求\n1．快\n2．准";
    let document = gongwen::parse(source);
    let paths: Vec<_> = document.outline().map(|s| s.path()).collect();
    let mut unique = paths.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), paths.len(), "{paths:?}");
    for section in document.outline() {
        assert_eq!(document.get(&section.path()), Ok(section));
        assert_eq!(document.at(section.span().start), Ok(Some(section)));
    }
    for wrong in ["", "1", "0/一", "1/一/", "1/一~1", "1/三", "1/一/一~3", "1/#1", "x"] {
        assert!(document.get(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn an_offset_finds_the_deepest_section() {
    let source = "工作方案\n一、任务\n（一）登记\n逐塘登记。\n二、要求";
    let document = gongwen::parse(source);
    let path_at = |word: &str| {
        let at = source.find(word).expect("a word of the source");
        document.at(at).expect("inside").map(|s| s.path())
    };
    assert_eq!(path_at("工作方案"), None);
    assert_eq!(path_at("任务").as_deref(), Some("1/一"));
    assert_eq!(path_at("逐塘").as_deref(), Some("1/一/一"));
    assert_eq!(document.at(source.len()).map(|s| s.map(|s| s.path())), Ok(Some("1/二".into())));
    assert_eq!(
        document.at(source.len() + 1),
        Err(Error::OffsetOutOfRange { offset: source.len() + 1, len: source.len() })
    );
    assert_eq!(gongwen::parse("").at(0), Ok(None));
}

#[test]
fn paths_lead_back_in_every_fixture() {
    for (name, source) in fixtures::all() {
        let document = gongwen::parse(&source);
        for section in document.outline() {
            assert_eq!(document.get(&section.path()), Ok(section), "{name}");
        }
    }
}
