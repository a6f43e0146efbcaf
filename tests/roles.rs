//! What sections are for: titles, text and neighbours that say so, and those that do not.

#[path = "roles/announced.rs"]
mod announced;
#[path = "roles/deeds.rs"]
mod deeds;
#[path = "roles/ends.rs"]
mod ends;
mod fixtures;
#[path = "roles/plain_titles.rs"]
mod plain_titles;
#[path = "roles/writing.rs"]
mod writing;

use gongwen::{Document, Error, Lexicon, Options, Role, RoleBasis};

/// The roles of all titled sections, by name; `-` where there is none.
fn roles(document: &Document<'_>) -> Vec<String> {
    document.outline().filter(|s| s.title().is_some()).map(|s| s.role().map_or("-", |r| r.name()).to_owned()).collect()
}

/// Parses a title and lines `heading | role`, and compares.
fn expect(case: &str) {
    let lines: Vec<_> = case.trim().lines().map(|l| l.trim().split_once(" | ").unwrap_or((l.trim(), ""))).collect();
    let source = lines.iter().map(|l| l.0).collect::<Vec<_>>().join("\n");
    let wanted: Vec<_> = lines.iter().map(|l| l.1).filter(|role| !role.is_empty()).collect();
    let document = gongwen::parse(&source);
    assert_eq!(roles(&document), wanted, "{document}");
}

#[test]
fn the_noun_at_the_end_says_it() {
    expect(
        "关于山塘管护情况的汇报
        一、山塘管护的基本情况 | background
        二、加强山塘管护的重大意义 | significance
        三、近年来取得的明显成效 | achievements
        四、山塘管护的主要做法 | core_experience
        五、当前存在的突出问题 | problems
        六、问题产生的原因 | causes
        七、下一步打算 | countermeasures",
    );
}

#[test]
fn a_kind_of_writing_tells_what_its_parts_are() {
    expect(
        "关于报送2021年山塘管护情况的报告
        一、主要工作 | achievements
        二、存在问题 | problems
        三、下步重点工作 | countermeasures",
    );
    expect(
        "县政府常务会议纪要
        一、关于山塘加固有关问题 | -
        二、关于渠道清淤有关问题 | -",
    );
    expect(
        "山塘垮坝应急预案
        一、组织机构 | -
        二、应急保障 | safeguards",
    );
    expect(
        "《山塘管护办法》政策解读
        现将有关内容解读如下。
        一、《办法》出台的背景是什么？ | background
        山塘老化，管护跟不上。
        二、《办法》什么时候施行？ | -
        自4月1日起施行。",
    );
}

#[test]
fn an_object_is_not_what_a_title_is_about() {
    expect(
        "山塘管护实施方案
        一、提升山塘管护成效 | countermeasures
        二、解决山塘渗漏问题 | countermeasures
        三、实现三年管护目标 | countermeasures
        四、强化民生保障 | countermeasures
        五、走群众路线，综合治理山塘管护方面存在的问题 | countermeasures",
    );
}

#[test]
fn the_facts_of_a_guide_are_for_nothing_else() {
    expect(
        "助学金申请指南
        一、办理条件 | -
        二、办理方式 | -
        三、办理依据 | -
        四、办理出生医学证明加注手续 | countermeasures",
    );
}

#[test]
fn what_looks_like_an_order_may_be_one_of_its_kind() {
    // the same form of title: tasks in a plan, practice in an account of experience, work done in a review
    let heading = "一、织密巡查网络\n各村每天巡查一次。\n二、压实管护责任\n各村签了责任书。";
    for (title, role) in [
        ("山塘管护工作方案", Role::Countermeasures),
        ("山塘管护工作经验材料", Role::CoreExperience),
        ("山塘管护工作总结", Role::Achievements),
    ] {
        let source = format!("{title}\n{heading}");
        let document = gongwen::parse(&source);
        let found: Vec<_> = document.outline().map(|s| s.role()).collect();
        assert_eq!(found, [Some(role), Some(role)], "{title}");
    }
}

#[test]
fn an_order_may_name_who_acts() {
    expect(
        "关于加强山塘管护的意见
        一、总体要求 | requirements
        二、各镇应全面落实塘长制 | countermeasures
        三、村集体要建立巡查台账 | countermeasures
        四、管要管出实效、管出安全 | countermeasures
        五、防汛物资供应情况 | -
        六、保障措施 | safeguards",
    );
}

#[test]
fn what_begins_like_an_order_may_be_a_noun_or_a_case() {
    expect(
        "山塘隐患分级说明
        一、治塘之本 | -
        二、系统性渗漏 | -
        三、对下游造成影响，尚未达到较大级别的 | -",
    );
    expect(
        "塘长考核工作方案
        一、优秀等次 | -
        二、扶持对象 | -
        三、优先保障对象 | -
        四、规范性文件 | -
        五、联系方式 | -
        六、明确保障对象 | countermeasures
        七、调整补助标准 | countermeasures
        八、治理污水，联系群众 | countermeasures",
    );
}

#[test]
fn what_is_joined_to_a_noun_is_by_the_way() {
    expect(
        "山塘管护问题整改方案
        一、存在问题及依据 | problems
        二、整改措施及时限 | countermeasures
        三、整改措施、责任人和完成时限 | countermeasures
        四、申报条件及时限 | -",
    );
}

#[test]
fn amendments_have_no_role() {
    expect(
        "关于修改《山塘管护条例》的决定
        一、将第三条改为第四条 | -
        二、增加一条，作为第五条 | -
        三、删去第九条 | -",
    );
}

#[test]
fn a_label_says_what_follows() {
    expect(
        "山塘管护的难题与对策
        一、问题：渗漏点多 | problems
        二、问题：资金不足 | problems
        三、问题：缺少有效监管 | problems",
    );
}

#[test]
fn a_question_in_quotation_marks_stands_for_a_part() {
    expect(
        "在山塘管护推进会上的讲话
        一、关于“怎么看”的问题 | significance
        二、关于“怎么干”的问题 | countermeasures
        三、关于“靠什么”的问题 | safeguards",
    );
}

#[test]
fn a_law_has_a_chapter_that_carries_it_through() {
    expect(
        "山塘管护条例
        第一章　总则 | -
        第一条　为了管好山塘，制定本条例。
        第二章　保障与监督 | safeguards
        第二条　县财政安排经费。",
    );
}

#[test]
fn rules_conditions_and_lists_have_no_role() {
    expect(
        "巡查员选聘办法
        一、适用范围 | -
        二、申报条件 | -
        三、选聘程序 | -
        四、保障措施 | safeguards",
    );
}

#[test]
fn the_text_speaks_for_a_slogan() {
    let document = gongwen::parse(
        "在推进会上的交流发言
一、三座塘、两道沟、一本旧账
我镇地处库区上游，辖区面积八十平方公里。
二、从没人管到抢着管
我们的主要做法，概括起来有三条。
三、塘清了，人笑了
一年下来，渗漏点由二十处降到两处。
四、石头露出来了
大家反映比较集中的有这么几条。",
    );
    assert_eq!(roles(&document), ["background", "core_experience", "achievements", "problems"]);
    assert!(document.outline().all(|s| s.role_evidence().is_some_and(|e| e.basis() == RoleBasis::Text)));
}

#[test]
fn who_speaks_of_experience_tells_what_was_done() {
    // the meeting says it, though the speech has a title of its own, and what is to be done comes last
    expect(
        "把水管住　把人留住
        ——沙坪灌区在全省节水经验交流会上的发言
        各位领导：
        灌区有田九万亩。近年来，用水少了两成，粮食没有少收。现将有关情况汇报如下。
        一、盯住“漏”的问题，把旧渠一段一段换新 | core_experience
        三年换渠六十公里。
        二、盯住“抢”的问题，把水量一户一户分清 | core_experience
        水票发到户，先后有序，再没有毛病可挑。
        三、水清了，心齐了 | core_experience
        灌溉不再排队。
        四、几点感悟 | core_experience
        一靠制度，二靠人心。
        五、下一步打算 | countermeasures
        把闸门都装上电眼。",
    );
}

#[test]
fn a_collection_tells_what_its_pieces_are() {
    // the same headings in a speech that tells others what to do
    let headings = "一、搭戏台，让新人有处唱\n每月一台戏。\n二、结对子，让手艺有人接\n老少结对八十对。";
    let account = format!(
        "全县文化工作现场会交流发言材料汇编（2篇）\n第一篇：戏台搭在村口\n沙坪镇\n各位领导：\n镇里有戏班六个。\n{headings}\n谢谢大家！\n第二篇：灯下的歌\n歌从灯下起。"
    );
    let speech = format!("在全县文化工作现场会上的讲话\n同志们：\n今天的会很重要。下面，我讲两点意见。\n{headings}");
    assert_eq!(roles(&gongwen::parse(&account)), ["core_experience", "core_experience"]);
    assert_eq!(roles(&gongwen::parse(&speech)), ["countermeasures", "countermeasures"]);
}

#[test]
fn titles_built_alike_tell_of_the_same() {
    expect(
        "幼儿园教师交流材料
        园里有教师六十人，年轻人多。
        （一）童心，从听故事开始 | core_experience
        每天中午讲一个故事。
        （二）匠心，从扎风筝开始 | core_experience
        去年扎了三百只。
        （三）恒心，从写日记开始 | core_experience
        日记一写就是五年。
        （四）下一步打算 | countermeasures
        再办一间陶艺室。",
    );
}

#[test]
fn a_title_that_names_its_part_is_built_like_no_slogan() {
    expect(
        "沙坪节水交流材料
        沙坪有渠百里。
        一、“一渠三员”的来路去路 | background
        渠是老渠。
        二、“一渠三员”的几点启示 | core_experience
        一是有人管，二是管得住。",
    );
}

#[test]
fn measures_in_an_account_of_experience_were_taken() {
    expect(
        "沙坪镇节水工作典型材料
        一、基本情况 | background
        二、工作措施 | core_experience
        三、初步成效 | achievements
        四、下一步工作措施 | countermeasures",
    );
}

#[test]
fn what_a_place_did_is_an_account_of_experience() {
    expect(
        "沙坪区：旧厂房长出新书屋
        两年来，全区建起书屋四十间，读者多了三倍。
        一、空房上新，让旧屋变成书屋 | core_experience
        街道逐间登记旧房。
        二、人手上新，让读者变成店员 | core_experience
        志愿者已有二百人。",
    );
}

#[test]
fn a_speech_at_a_meeting_tells_by_its_opening_what_it_is() {
    let headings = "一、换闸门，让水听人使唤\n闸门四十座。\n二、换水表，让账算得明白\n水表八百只。";
    let speech =
        |kind: &str, opening: &str| format!("在全县节水工作推进会上的{kind}\n各位领导：\n{opening}\n{headings}");
    let since = "去年以来，灌区用水少了两成。";
    let told = gongwen::parse(&speech("发言", &format!("{since}现将有关做法汇报如下。")))
        .outline()
        .next()
        .and_then(|s| s.role().map(|r| r.name().to_owned()));
    assert_eq!(told.as_deref(), Some("core_experience"));
    for other in
        [speech("表态发言", &format!("{since}下面，我作汇报。")), speech("发言", &format!("{since}我提三点意见。"))]
    {
        assert_eq!(roles(&gongwen::parse(&other)), ["countermeasures", "countermeasures"]);
    }
}

#[test]
fn an_article_tells_by_its_figures_what_was_done() {
    expect(
        "沙坪灌区探索“一渠三员”
        近年来，沙坪灌区试行“一渠三员”，渗漏下降六成。
        一、建好一支队伍，破解“没人管” | core_experience
        招了管水员九十人。
        二、管好一本台账，破解“不会管” | core_experience
        每渠一册。",
    );
}

#[test]
fn a_case_says_little_of_its_parts() {
    expect(
        "指导案例
        一、裁判结果 | -
        二、裁判理由 | -",
    );
}

#[test]
fn a_statement_orders_nothing() {
    expect(
        "在节水座谈会上的讲话
        一、加强学习是做好管水工作的前提 | -
        二、坚持实事求是的作风 | countermeasures",
    );
}

#[test]
fn one_road_announces_no_list() {
    expect(
        "沙坪镇节水工作经验材料
        近年来，镇里走出了一条节水的新路子。
        一、主要做法 | core_experience
        二、取得成效 | achievements
        三、努力方向 | countermeasures",
    );
    expect(
        "沙坪县水务局2023年工作总结和2024年工作打算
        现将一年来的工作情况和明年打算报告如下。
        一、2023年工作完成情况 | achievements
        二、存在的主要问题 | problems
        三、2024年工作打算 | countermeasures",
    );
}

#[test]
fn how_things_stand_may_come_before_why_it_matters() {
    expect(
        "关于加强节水工作的决定
        一、充分认识节水工作的重要意义 | significance
        （一）节水工作取得积极进展 | achievements
        （二）用水形势依然十分严峻 | background
        二、节水工作目标 | goals",
    );
    expect(
        "旧井清理工作方案
        一、清理目标 | goals
        二、清理违章井 | countermeasures",
    );
    expect(
        "关于检查节水条例实施情况的报告
        一、贯彻实施条例的主要做法和成效 | achievements
        二、存在的主要问题 | problems",
    );
}

#[test]
fn a_question_asks_for_a_part() {
    expect(
        "在用水户座谈会上的讲话
        第一个问题：怎么看节水 | significance
        第二个问题：节水抓什么 | countermeasures
        第三个问题：对管水员也有几句要求 | requirements",
    );
    expect(
        "水去了哪里
        ——关于沙坪灌区用水情况的调查
        一、水走到了哪里 | background
        二、卡在了哪里 | problems
        三、为什么会卡住 | causes
        四、下一步怎么走 | countermeasures",
    );
}

#[test]
fn nothing_is_made_up() {
    expect(
        "三件小事
        一、一把钥匙 | -
        二、一盏灯 | -
        三、一双鞋 | -",
    );
}

#[test]
fn the_last_sections_carry_the_rest_through() {
    expect(
        "关于加强山塘管护的意见
        一、总体要求 | requirements
        二、强化人才支撑，建好巡查队伍 | countermeasures
        三、推进除险加固 | countermeasures
        四、推进清淤扩容 | countermeasures
        五、强化山塘管护人才支撑 | safeguards
        六、加强党对山塘管护工作的领导 | safeguards",
    );
}

#[test]
fn a_mixed_chapter_of_requirements_is_requirements() {
    expect(
        "山塘管护规划
        一、指导思想、基本原则和主要目标 | requirements
        二、重点任务 | countermeasures",
    );
}

#[test]
fn evidence_stands_in_the_source() {
    let source = "山塘管护工作方案\n一、工作目标\n二、任务\n（一）摸清底数\n逐塘登记。";
    let document = gongwen::parse(source);
    for section in document.outline() {
        let evidence = section.role_evidence().expect("every section here has a role");
        assert_eq!(evidence.cue(), &source[evidence.span().range()]);
        assert!((0.0..=1.0).contains(&evidence.confidence()));
        assert_eq!(Some(evidence.role()), section.role());
    }
}

#[test]
fn ones_own_wording_goes_before_the_crates() {
    let source = "山塘事故调查报告\n一、事故经过\n二、存在的问题\n三、整改措施";
    let lexicon: Lexicon =
        "sequence end 事故经过\nfaults whole 存在的问题\nnone end 措施".parse().expect("a good lexicon");
    let document = Options::new().with_lexicon(lexicon).parse(source);
    assert_eq!(roles(&document)[..2], ["sequence", "faults"]);
    assert_eq!(document.sections_by_role(Role::Problems).count(), 0);
    assert_eq!(document.sections_by_role(Role::Custom("faults")).count(), 1);
}

#[test]
fn a_bad_line_of_a_lexicon_is_named() {
    let error = "# mine\n\nsequence end\n".parse::<Lexicon>().expect_err("no wording");
    assert_eq!(error, Error::Lexicon { line: 3, reason: "no wording after the place", text: "sequence end".into() });
    assert!("sequence end:101 经过".parse::<Lexicon>().is_err());
    assert!("sequence end:60 经过 # mine".parse::<Lexicon>().is_ok());
}

/// Where the documents with known roles are there, at least 85 of 100 headings get theirs.
#[test]
fn roles_of_real_documents() {
    let Some(corpus) = fixtures::shared("corpus") else { return };
    let list = std::fs::read_to_string(corpus.join("roles.tsv")).expect("the list of roles");
    let rows: Vec<Vec<&str>> = list
        .lines()
        .filter(|l| !l.starts_with('#'))
        .map(|l| l.split('\t').collect())
        .filter(|r: &Vec<_>| r.len() == 4)
        .collect();
    let (mut right, mut all, mut at) = (0, 0, 0);
    while let Some(name) = rows.get(at).map(|r| r[0]) {
        let group: Vec<_> = rows[at..].iter().take_while(|r| r[0] == name).collect();
        at += group.len();
        let Ok(text) = std::fs::read_to_string(corpus.join("more").join(name)) else { continue };
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        let document = gongwen::parse(&text);
        for row in group {
            let chars: usize = row[1].parse().expect("an offset");
            let offset = text.char_indices().nth(chars).map_or(text.len(), |c| c.0);
            let section = document.outline().find(|s| s.span().start == offset);
            let found = section.and_then(|s| s.role()).map_or("none", |r| r.name());
            right += usize::from(found == row[3]);
            all += 1;
        }
    }
    assert!(all > 200, "only {all} headings read");
    assert!(right * 100 >= all * 85, "{right} of {all} right");
}

#[test]
fn a_speech_asks_what_is_to_be_done() {
    expect(
        "在全乡护林动员会上的讲话
        第一个问题，怎么看当前的形势？ | background
        今年的形势有两句话。
        第二个问题，哪些事还没有做好？ | problems
        巡山的人少了。
        第三个问题，怎样做到山有人看？ | countermeasures
        山要分段包干。
        第四个问题，靠什么去管？ | safeguards
        靠干部，靠制度。",
    );
    expect(
        "党课讲稿
        一、护林效果如何 | achievements
        二、林子是如何护住的 | core_experience
        三、问题究竟出在哪里，值得大家想一想 | causes
        四、青年党员如何带头 | countermeasures",
    );
    expect(
        "青石村护林经验谈
        一、山是怎样绿起来的 | core_experience
        二、靠什么管得住 | core_experience",
    );
}

#[test]
fn an_editors_note_tells_of_experience() {
    expect(
        "工作简报
        【编者按】青石镇修渠两年，办法是村民自己议出来的。现将他们的做法刊发如下，供各地参考。
        一、渠长领路，让各家一条心 | core_experience
        二、账目上墙，让大家都放心 | core_experience",
    );
}

#[test]
fn plain_words_say_it_too() {
    expect(
        "青石河调查
        一、背景与起因 | background
        二、已经开展的工作 | achievements
        三、青石镇的解法 | core_experience
        四、好在哪里 | achievements
        五、“虚”的表现有哪些 | problems
        六、问题究竟出在什么地方 | causes
        七、从今天起怎么改 | countermeasures
        八、要开展的工作 | countermeasures",
    );
    expect(
        "林场副场长竞聘报告
        一、我的经历 | -
        二、假如我竞聘成功 | countermeasures",
    );
}

#[test]
fn a_title_that_text_has_run_on_to_still_says_it() {
    let document = gongwen::parse(
        "关于山塘管护的调研报告
一、基本情况全乡现有山塘三百多口，其中村管的二百口，承包的一百口，管护员四十人，经费全部由乡里统筹安排。二、存在的问题多数山塘没有专人看管，塘坝渗水，涵管堵塞，群众意见很大，去年还冲坏了两处农田。三、下一步怎么办我们建议，用两年左右的时间，把三百口山塘全部清淤加固，并落实到人，管护经费由县里列入预算，每年检查一次。四、结语山塘虽小，连着一季收成，管好它不难，难在年年管、有人管，我们愿意多跑几趟，把这件事办成。",
    );
    let roles: Vec<_> = document.outline().map(|s| s.role().map_or("-", |r| r.name())).collect();
    assert_eq!(roles, ["background", "problems", "countermeasures", "conclusion"], "{document}");
    // a sentence that begins with such words is none
    expect(
        "情况通报
        一、基本情况的核实由乡里负责，村里配合 | -",
    );
}

#[test]
fn titles_in_traditional_characters() {
    expect(
        "青石縣水庫清淤實施方案
        一、開展清淤的重要意義 | significance
        二、過去的主要經驗做法 | core_experience
        三、存在的問題 | problems
        四、下一步對策措施 | countermeasures
        五、組織保障 | safeguards",
    );
}
