use super::*;

/// The pieces of a text as lines: titles and elements in the order of the text, `|` where the body begins and ends.
fn outline(text: &str) -> String {
    let at = |span: (u32, u32)| text[span.0 as usize..span.1 as usize].replace('\n', "⏎");
    let mut lines = Vec::new();
    for piece in find(text) {
        lines.push(format!("piece {}", piece.title.map_or("-".into(), at)));
        for (kind, start, end) in piece.elements {
            lines.push(format!("  {} {}", kind.name(), at((start, end))));
        }
        let body = at(piece.body);
        let head: String = body.chars().take(4).collect();
        let tail: Vec<char> = body.chars().rev().take(3).collect();
        lines.push(format!("  | {head}…{}", tail.iter().rev().collect::<String>()));
    }
    lines.join("\n")
}

const NOTICE: &str = "某省人民政府关于印发\n河道管理暂行办法的通知\n某政发〔2021〕7号\n各市、县人民政府，省政府各部门：\n\
    现将《河道管理暂行办法》印发给你们，请遵照执行。\n某省人民政府\n2021年3月5日\n（此件公开发布）\n\
    河道管理暂行办法\n第一章　总　　则\n第一条　为了管好河道，制定本办法。\n第二条　本办法自公布之日起施行。\n";

#[test]
fn a_notice_and_its_annex() {
    let expected = "piece 某省人民政府关于印发⏎河道管理暂行办法的通知
  doc_number 某政发〔2021〕7号
  addressee 各市、县人民政府，省政府各部门
  signature 某省人民政府
  date 2021年3月5日
  note （此件公开发布）
  | 现将《河…执行。
piece 河道管理暂行办法
  | 第一章　…施行。";
    assert_eq!(outline(NOTICE), expected);
    let glued = NOTICE.replace(['\n', '\u{3000}'], "");
    assert_eq!(outline(&glued), expected.replace('⏎', "").replace('\u{3000}', "总"));
}

#[test]
fn a_star_note_and_end_notes_without_lines() {
    let text =
        "今天，我们集会纪念建馆三十周年。大家辛苦了。お　　*这是某人在纪念会上的讲话。　　注释　　〔1〕某人，馆长。";
    assert_eq!(
        outline(text),
        "piece -\n  note *这是某人在纪念会上的讲话。\n  note 注释　　〔1〕某人，馆长。\n  | 今天，我…了。お"
    );
}
