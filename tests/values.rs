//! What the parts of the document form say.

use gongwen::{ElementKind, ElementValue};

/// What the elements of a kind in a text say, as JSON has it, without the places.
fn values(text: &str, kind: ElementKind) -> Vec<String> {
    let document = gongwen::parse(text);
    let elements = document.pieces().flat_map(|p| p.elements()).filter(|e| e.kind() == kind);
    let told = |value| match value {
        ElementValue::DocNumber(n) => format!("{} {:?} {:?}", n.organ().text(), n.year(), n.number()),
        ElementValue::Names(names) => names.iter().map(|n| n.text()).collect::<Vec<_>>().join("|"),
        ElementValue::Attachments(all) => {
            all.iter().map(|a| format!("{} {}", a.ordinal(), a.title().text())).collect::<Vec<_>>().join("|")
        }
        ElementValue::Date(day) => day.to_string(),
        other => format!("{other:?}"),
    };
    elements.map(|e| told(e.value())).collect()
}

#[test]
fn numbers_of_documents_without_an_organ() {
    let number = |number: &str| {
        let text = format!("青石县水利局\n公告\n{number}\n现公告如下。\n一、禁渔\n二、禁采\n");
        values(&text, ElementKind::DocNumber).concat()
    };
    assert_eq!(number("〔2024〕第6次"), " Some(2024) Some(6)");
    assert_eq!(number("〔2024〕6号"), " Some(2024) Some(6)");
    assert_eq!(number("2024年第3号"), " Some(2024) Some(3)");
    assert_eq!(number("（第45次）"), " None Some(45)");
    assert_eq!(number("（第6号）"), " None Some(6)");
    assert_eq!(number("第12期（总第156期）"), " None Some(12)");
    assert_eq!(number("青政发〔2024〕12-1号"), "青政发 Some(2024) Some(12)");
    assert_eq!(number("（2025）江0922民初1387号"), "江0922民初 Some(2025) Some(1387)");
    assert_eq!(number("（2026）云仲裁字第35号"), "云仲裁字 Some(2026) Some(35)");
}

#[test]
fn names_in_one_element() {
    let text = |addressees: &str| {
        format!(
            "青石县水利局文件\n青水发〔2024〕6号　　签发人：王强　李勇\n关于防汛的通知\n{addressees}：\n请防汛。\n\
             青石县水利局\n2024.6.18\n抄报：市政府；抄送：县委办\n"
        )
    };
    let sent = |addressees: &str| values(&text(addressees), ElementKind::Addressee).concat();
    assert_eq!(sent("各科室、局属各单位"), "各科室|局属各单位");
    assert_eq!(sent("各处室、直属单位"), "各处室|直属单位");
    assert_eq!(sent("市政府办公室、各区县教育局"), "市政府办公室|各区县教育局");
    assert_eq!(sent("县委、县人大、县政协，各镇党委"), "县委|县人大|县政协|各镇党委");
    assert_eq!(sent("各省、自治区、直辖市人民政府"), "各省、自治区、直辖市人民政府");
    assert_eq!(values(&text("各科室"), ElementKind::Signer), ["王强|李勇"]);
    assert_eq!(values(&text("各科室"), ElementKind::CopyTo), ["市政府|县委办"]);
    assert_eq!(values(&text("各科室"), ElementKind::Date), ["2024-06-18"]);
}

#[test]
fn attachments_with_labels_and_in_brackets() {
    let attached = |note: &str| {
        let text = format!("关于防汛的通知\n各科室：\n请防汛。\n{note}\n青石县水利局\n2024年6月18日\n");
        values(&text, ElementKind::AttachmentNote).concat()
    };
    for note in [
        "附件1：巡查表\n附件2：登记表",
        "附件1.巡查表\n附件2.登记表",
        "附件1 巡查表\n附件2 登记表",
        "附件：（1）巡查表\n（2）登记表",
        "附件：①巡查表\n②登记表",
        "附件一：巡查表\n附件二：登记表",
        "附件：1.巡查表\n2.登记表",
    ] {
        assert_eq!(attached(note), "1 巡查表|2 登记表", "{note}");
    }
    assert_eq!(attached("附件1：巡查表\n附件3：登记表"), "1 巡查表|3 登记表");
    assert_eq!(attached("附件：1.2024年巡查表\n2.（3）号堤登记表"), "1 2024年巡查表|2 （3）号堤登记表");
    assert_eq!(attached("附件：巡查表"), "1 巡查表");
}
