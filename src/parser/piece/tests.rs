use super::*;

/// The pieces of a text as lines: titles and elements in the order of the text, `|` where the body begins and ends.
fn outline(text: &str) -> String {
    let at = |span: (u32, u32)| text[span.0 as usize..span.1 as usize].replace('\n', "⏎");
    let mut lines = Vec::new();
    find(text, &[], Vec::new(), |piece, _| {
        lines.push(format!("piece {}", piece.title.map_or("-".into(), at)));
        for &(kind, start, end) in &piece.elements {
            lines.push(format!("  {} {}", kind.name(), at((start, end))));
        }
        let body = at(piece.body);
        let head: String = body.chars().take(4).collect();
        let tail: Vec<char> = body.chars().rev().take(3).collect();
        lines.push(format!("  | {head}…{}", tail.iter().rev().collect::<String>()));
    });
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

#[test]
fn speeches_behind_a_repeated_title_and_a_misread_mark() {
    let text = "护林工作交流材料(通用3篇)护林工作交流材料 篇1同志们:我镇护林员四十人。一、做法每天巡山。谢谢大家!\
        护林工作交流材料 扁2各位领导:我县林地三万亩。我的发言完了,谢谢!护林工作交流材料 篇3山上的事说不完。";
    let expected = "piece 护林工作交流材料 篇1
  collection_title 护林工作交流材料(通用3篇)
  salutation 同志们
  closing 谢谢大家!
  | 我镇护林…巡山。
piece 护林工作交流材料 扁2
  salutation 各位领导
  closing 我的发言完了,谢谢!
  | 我县林地…万亩。
piece 护林工作交流材料 篇3
  | 山上的事…不完。";
    assert_eq!(outline(text), expected);
}

#[test]
fn speeches_told_by_author_date_and_salutation() {
    let text = "把井打在心坎上\nXX乡党委\n（2023年5月6日）\n\n同志们：\n　　我们乡缺水。\n　　谢谢大家！\n\n\
        在全县饮水工作会上的讲话\n（2023年5月7日）\n\n各位领导、同志们：\n　　今年打井九口。\n";
    let expected = "piece 把井打在心坎上
  author XX乡党委
  date （2023年5月6日）
  salutation 同志们
  closing 谢谢大家！
  | 我们乡缺…缺水。
piece 在全县饮水工作会上的讲话
  date （2023年5月7日）
  salutation 各位领导、同志们
  | 今年打井…九口。";
    assert_eq!(outline(text), expected);
    let glued = text.replace(['\n', '\u{3000}'], "");
    assert_eq!(outline(&glued), expected);
}

#[test]
fn a_law_and_the_lines_on_its_making() {
    let text = "# 某市养犬管理条例\n\n2010年7月30日 某市第九届人民代表大会常务委员会第十次会议通过\n\n\
        2018年9月6日 某市第十届人民代表大会常务委员会第三次会议《关于修改〈某市养犬管理条例〉的决定》第一次修正\n\n\
        第一条 为了规范养犬行为，制定本条例。\n";
    let expected = "piece 某市养犬管理条例
  date 2010年7月30日 某市第九届人民代表大会常务委员会第十次会议通过
  date 2018年9月6日 某市第十届人民代表大会常务委员会第三次会议《关于修改〈某市养犬管理条例〉的决定》第一次修正
  | 第一条 …条例。";
    assert_eq!(outline(text), expected);
    assert_eq!(outline(&text.replace('\n', "")), expected);
}

#[test]
fn a_letter_with_all_parts_of_the_form() {
    let text = "机密★1年\n特急\n某市人民政府文件\n某政函〔2022〕15号\n签发人：王某某\n某市人民政府\n关于核拨救灾资金的请示\n\
        省人民政府：\n　　七月以来我市连降大雨。\n　　妥否，请批示。\n　　附件：1.受灾情况表\n　　　　　2.资金测算表\n　　　　\
        某市人民政府\n　　　　2022年8月1日\n（联系人：李某，电话：123）\n抄送：省财政厅。\n某市人民政府办公室　2022年8月1日印发\n";
    let expected = "piece 某市人民政府⏎关于核拨救灾资金的请示
  secrecy 机密★1年
  urgency 特急
  issuing_mark 某市人民政府文件
  doc_number 某政函〔2022〕15号
  signer 签发人：王某某
  addressee 省人民政府
  closing 妥否，请批示。
  attachment_note 附件：1.受灾情况表⏎　　　　　2.资金测算表
  signature 某市人民政府
  date 2022年8月1日
  note （联系人：李某，电话：123）
  copy_to 抄送：省财政厅。
  print_info 某市人民政府办公室　2022年8月1日印发
  | 七月以来…大雨。";
    assert_eq!(outline(text), expected);
}

#[test]
fn prose_is_no_piece_of_its_own() {
    let text = "关于修路工作的报告\n\n　　2021年3月5日，县里开会。同志们都说好，谢谢大家。路修到了村口。\n　　附件已经报送。第三篇文章写完了。\n";
    for (text, pieces) in [(text, 1), ("", 0), ("\n　\n", 0)] {
        let mut found = 0;
        find(text, &[], Vec::new(), |_, _| found += 1);
        assert_eq!(found, pieces, "{text}");
    }
}

#[test]
fn speeches_that_only_a_number_and_a_salutation_open() {
    let text = "座谈会发言（2篇）\n（一）各位领导：\n　　我讲修路。\n　　（一）路怎么修\n　　一锹一锹修。\n（二）同志们：\n　　我讲架桥。\n";
    let expected = "piece （一）
  collection_title 座谈会发言（2篇）
  salutation 各位领导
  | 我讲修路…锹修。
piece （二）
  salutation 同志们
  | 我讲架桥…架桥。";
    assert_eq!(outline(text), expected);
    assert_eq!(outline(&text.replace(['\n', '\u{3000}'], "")), expected);
}

#[test]
fn a_title_behind_thanks_whose_body_takes_up_its_name() {
    let text = "在学习会上的发言同志们:路修通了。我就汇报到这里,谢谢大家!学习青石县修路经验研讨交流材料青石县用三年修了九条路。";
    let expected = "piece 在学习会上的发言
  salutation 同志们
  closing 我就汇报到这里,谢谢大家!
  | 路修通了…通了。
piece 学习青石县修路经验研讨交流材料
  | 青石县用…条路。";
    assert_eq!(outline(text), expected);
}

#[test]
fn thanks_above_the_next_title_are_no_title() {
    let text = "全县会议发言汇编\n\n从要我修到我要修\nXX村党支部书记　×××\n（2022年9月16日）\n\n各位领导：\n　　路修通了。\n　　谢谢！\n\n\
        在全县修路现场会上的讲话\n县委副书记　×××\n（2022年9月16日）\n\n同志们：\n　　接着修。\n";
    assert!(
        outline(text).contains("closing 谢谢！") && outline(text).contains("piece 在全县修路现场会上的讲话\n  author"),
        "{}",
        outline(text)
    );
}

#[test]
fn a_compilation_glued_to_its_first_title() {
    let text = "全县修路会经验交流材料选编一张路网图，连起千家门XX街道党工委各位领导，同志们：路修通了。谢谢大家！";
    assert!(
        outline(text)
            .starts_with("piece 一张路网图，连起千家门\n  collection_title 全县修路会经验交流材料选编\n  author"),
        "{}",
        outline(text)
    );
}
