//! The typed views on whole documents: the sample plan, and the corpus where it is there.

#[path = "views/assigned.rs"]
mod assigned;
mod fixtures;

use gongwen::{Document, ElementKind, ElementValue, Options, Part, Task};

/// The tasks line by line: measure, who leads, who answers (units, persons), who helps, by when.
fn rows(document: &Document<'_>) -> String {
    let row = |task: Task<'_>| {
        let who = task.responsibility();
        let names = |part| {
            let units = who.iter().flat_map(|w| w.units()).filter(|u| u.part() == part);
            units.map(|u| u.name().text().to_owned()).collect::<Vec<_>>().join("、")
        };
        let due = task.deadline().map_or_else(String::new, |d| match d.date() {
            Some(date) => date.to_string(),
            None => d.raw().text().to_owned(),
        });
        let thesis = task.measure().map(|m| m.into_text().into_owned()).unwrap_or_default();
        let owners = [names(Part::Owner), names(Part::Person)].join("+");
        format!("{thesis} | {} | {owners} | {} | {due}", names(Part::Lead), names(Part::Partner))
    };
    document.tasks().map(row).collect::<Vec<_>>().join("\n")
}

/// The task table of the sample plan is complete: path, thesis, units by part, deadline.
#[test]
fn plan_gives_every_task() {
    let plan = include_str!("../examples/plan.txt");
    let document = gongwen::parse(plan);
    let wanted = [
        "改造老旧书屋 | 县住房和城乡建设局 | + | 县财政局、各乡镇 | 2025-12-31",
        "新建流动书站 |  | 县文化和旅游局、县交通运输局+ |  | 2025-06-30",
        "更新图书 |  | 县文化和旅游局、县教育局+ |  | ",
        "开展流转 | 县图书馆 | + | 各乡镇文化站 | 每季度",
        "落实专人值守 | 县文化和旅游局 | + | 县人力资源和社会保障局、县财政局 | 长期坚持",
        "加强安全管理 |  | 县应急管理局、县消防救援大队+李守山 |  | 2025-09-30",
        "加强组织领导 |  | 县政府办公室+ |  | ",
        "强化资金保障 |  | 县财政局+ |  | ",
        "摸清书屋底数 | 县文化和旅游局 | + | 各乡镇 | 2025-04-30",
        "公布开放时间 | 各乡镇 | + | 县文化和旅游局、县融媒体中心 | 2025-05-31",
        "评选最美书屋 | 县委宣传部 | + | 县文化和旅游局 | 2025-12-31",
    ];
    assert_eq!(rows(&document), wanted.join("\n"));
    assert!(document.tasks().all(|t| !t.actions().is_empty()));
}

/// Notes name units and deadlines in many ways.
#[test]
fn notes_are_read_in_all_their_forms() {
    let document = gongwen::parse(
        "2025年书屋提升行动方案
一、重点任务
（一）改造书屋
1.新建书站。新建书站8个。（县文化局、县财政局，9月底前完成）
2.统一标识。制作标识牌。（各县（市、区）人民政府，市文化局）
3.共享资源。接入借阅系统。（责任单位：各相关单位 完成时限：12月底）
4.加强党建。发挥党员作用。（牵头：县委组织部；配合：县委宣传部）
5.落实经费。安排专项资金。（责任单位：县财政局，完成时限：2025.6.30）
6.建好平台。由县文化局（县文物局）牵头，会同县大数据中心，建设平台。
7.做好宣传。拍摄宣传片。（文化局、财政局和各有关乡镇政府按职责分工负责。广电局、文化局负责）
（二）管好书屋
1.开展巡查。每月巡查一次。
责任单位和完成时限：县文化局，6月底前
2.公布电话。公布投诉电话。
牵头单位：县文化局，责任单位：各乡镇（街道）。
（三）用好书屋
1.开展共读。开展共读活动12场。
2.开展讲座。举办讲座10场。
牵头单位：县教育局
完成时限：10月底前
（四）9月底前建成阅读点。县文化局抓好选址。
（五）整改问题。落实专人值守，三年内不得更换。（责任单位：县文化局；整改时限：立行立改）
二、实施步骤
（一）摸底阶段（2025年1月至3月）。逐村摸排。
（二）建设阶段。年内全部建成。
（三）验收阶段。逐处验收。（县文化局负责）
各乡镇要于11月底前报送总结。
",
    );
    let wanted = [
        "新建书站 |  | 县文化局、县财政局+ |  | 2025-09-30",
        "统一标识 |  | 各县（市、区）人民政府、市文化局+ |  | ",
        "共享资源 |  | 各相关单位+ |  | 2025-12-31",
        "加强党建 | 县委组织部 | + | 县委宣传部 | ",
        "落实经费 |  | 县财政局+ |  | 2025-06-30",
        "建好平台 | 县文化局（县文物局） | + | 县大数据中心 | ",
        "做好宣传 |  | 文化局、财政局、各有关乡镇政府、广电局+ |  | ",
        "开展巡查 |  | 县文化局+ |  | 2025-06-30",
        "公布电话 | 县文化局 | 各乡镇（街道）+ |  | ",
        "开展共读 | 县教育局 | + |  | 2025-10-31",
        "开展讲座 | 县教育局 | + |  | 2025-10-31",
        "9月底前建成阅读点 |  | + |  | 2025-09-30",
        "整改问题 |  | 县文化局+ |  | 立行立改",
        "摸底阶段（2025年1月至3月） |  | + |  | 2025-03-31",
        "建设阶段 |  | + |  | 2025-12-31",
        "验收阶段 |  | 县文化局+ |  | ",
    ];
    assert_eq!(rows(&document), wanted.join("\n"));
}

/// Labels are made of parts: whose, what part, what kind of unit.
#[test]
fn labels_are_made_of_parts() {
    let document = gongwen::parse(
        "青石县2025年村道整改方案
一、重点任务
1.修路。修好村道。（责任股室：建设股）
2.建桥。建好便桥。（牵头科室：建设科；配合股室：财务股）
3.植树。种植行道树。（整改责任单位：县林业局，整改责任人：李某，整改时限：6月底）
4.护路。定期养护。（责任单位：工信局 时间：6月底）
5.查路。开展巡查。
责任校领导：张某
责任分工：教务处、学生处
6.清路。清理路障。
第一责任人：赵某
主体责任单位：各乡镇
市直牵头单位：市交通局
7.测路。测量路面。（会办单位：县财政局；主办部门：县交通局）
8.开放。向群众开放。开放时间：每天上午。
9.统计。开展统计。
责任单位：县统计局
完成时限：每年年底前
10.体检。组织体检。
责任单位：县卫健局
完成时限：5月中下旬
",
    );
    let wanted = [
        "修路 |  | 建设股+ |  | ",
        "建桥 | 建设科 | + | 财务股 | ",
        "植树 |  | 县林业局+李某 |  | 2025-06-30",
        "护路 |  | 工信局+ |  | 2025-06-30",
        "查路 |  | 教务处、学生处+张某 |  | ",
        "清路 | 市交通局 | 各乡镇+赵某 |  | ",
        "测路 | 县交通局 | + | 县财政局 | ",
        "开放 |  | + |  | ",
        "统计 |  | 县统计局+ |  | 每年年底前",
        "体检 |  | 县卫健局+ |  | 2025-05-31",
    ];
    assert_eq!(rows(&document), wanted.join("\n"));
    for head in ["责任单位及责任人", "责任单位（部门）", "市直责任单位"] {
        let table = format!("青石县任务清单\n序号\t任务\t{head}\t时限\n1\t修路\t县交通局\t长期\n");
        assert_eq!(rows(&gongwen::parse(&table)), "修路 |  | 县交通局+ |  | 长期", "{head}");
    }
}

/// Notes without labels: in brackets without a stop before, as a last sentence, with a part behind a name.
#[test]
fn notes_without_labels() {
    let document = gongwen::parse(
        "青石县2025年优化营商环境工作方案
一、重点任务
1.规范招标投标行为（县住建局、县发改局）
2.落实减税政策。确保应享尽享。（县税务局）
3.引进人才。开展校企对接。（县人社局、各乡镇，11月）
4.开展系列报道。推出专栏。（宣传部牵头，电视台、广电总台、报社配合）
5.修渠。修缮干渠。
责任单位：水利局（牵头）、财政局
6.修路。修缮村道。
责任单位：交通局 公路局 各乡镇
7.拓展空间。推动优化空间。各县区、市直各部门按职责分工负责。
8.完善细则。及时出台细则。市财政局、市发展改革委负责，2025年10月底前完成。
9.发展体育。建设场馆。（县体育局会同县财政局，2025年四季度）
10.听取意见。走访成员单位（县住建局、县发改局）
11.明确责任。渠道管护由乡镇负责。
",
    );
    let wanted = [
        "规范招标投标行为 |  | 县住建局、县发改局+ |  | ",
        "落实减税政策 |  | 县税务局+ |  | ",
        "引进人才 |  | 县人社局、各乡镇+ |  | 2025-11-30",
        "开展系列报道 | 宣传部 | + | 电视台、广电总台、报社 | ",
        "修渠 | 水利局 | 财政局+ |  | ",
        "修路 |  | 交通局、公路局、各乡镇+ |  | ",
        "拓展空间 |  | 各县区、市直各部门+ |  | ",
        "完善细则 |  | 市财政局、市发展改革委+ |  | 2025-10-31",
        "发展体育 | 县体育局 | + | 县财政局 | 2025-12-31",
        "听取意见 |  | + |  | ",
        "明确责任 |  | + |  | ",
    ];
    assert_eq!(rows(&document), wanted.join("\n"));
    // of a bulletin the one who wrote it
    let rules = gongwen::parse(
        "青石县渠道管理办法\n第一条 县水利局管理渠道。乡镇人民政府负责。\n第二条 渠道管护由村委会负责。\n",
    );
    assert_eq!(rows(&rules), "");
    let bulletin = gongwen::parse("青石县工作动态\n一、县税务局上门服务\n专班走进企业。（县税务局）\n");
    assert_eq!(rows(&bulletin), "");
}

/// 排在首位的为牵头单位 says so; 综合排名第一 beside a 牵头 does not.
#[test]
fn the_unit_named_first_leads_where_a_note_says_so() {
    let task = "1.修路。修缮村道。（责任单位：县交通局、县财政局）\n";
    let said = format!("任务分工方案\n（排在首位的为牵头单位，其余为配合单位）\n一、重点任务\n{task}");
    assert_eq!(rows(&gongwen::parse(&said)), "修路 | 县交通局 | 县财政局+ |  | ");
    let not_said = format!("任务分工方案\n去年综合排名第一，由县交通局牵头。\n一、重点任务\n{task}");
    assert_eq!(rows(&gongwen::parse(&not_said)), "修路 |  | 县交通局、县财政局+ |  | ");
}

/// The actions of all tasks, one task a line.
fn actions(document: &Document<'_>) -> String {
    let line = |task: Task<'_>| task.actions().iter().map(|a| a.text().to_owned()).collect::<Vec<_>>().join("、");
    document.tasks().map(line).collect::<Vec<_>>().join("\n")
}

/// Behind 整改措施： all is to be done, behind 整改目标： nothing is; without a clause of doing the text's sentences say it.
#[test]
fn labels_tell_what_is_to_be_done() {
    let document = gongwen::parse(
        "青石学校整改方案
一、整改任务
1.学习不够深入。整改目标：年内集中学习不少于12次。整改措施：邀请教师授课，建立签到制度；形成长效机制。（责任单位：计财科）
2.作风不够扎实。存在问题：下访少。今年下访不少于6次。（责任单位：党政办）
3.值班不够规范。汛期严格执行领导带班制度。（责任单位：党政办）
4.公布电话。（责任单位：党政办）
5.整改组成员。
组长张某
（责任单位：党政办）
",
    );
    let wanted =
        ["邀请教师授课、建立签到制度、形成长效机制", "今年下访不少于6次", "汛期严格执行领导带班制度", "公布电话"];
    assert_eq!(actions(&document).lines().take(4).collect::<Vec<_>>(), wanted);
    assert_eq!(document.tasks().next().unwrap().indicators()[0].raw().text(), "年内集中学习不少于12次");
}

/// The numbered parts of what is told of one task are none of several tasks.
#[test]
fn numbered_labels_are_parts_of_one_task() {
    let document = gongwen::parse(
        "青石县2025年审计整改方案
一、整改内容
（一）预算编制不细化问题
1.存在问题：部分项目未细化。
2.整改措施：（1）建立项目库；（2）强化审核。
3.责任领导：田军
4.责任单位：预算股
5.整改时限：2025年9月30日前
（二）绩效管理不到位问题
1.整改措施：
（1）开展绩效评价。
（2）公开评价结果。
2.责任单位：绩效股
",
    );
    let wanted = [
        "预算编制不细化问题 |  | 预算股+田军 |  | 2025-09-30",
        "开展绩效评价 |  | 绩效股+ |  | ",
        "公开评价结果 |  | 绩效股+ |  | ",
    ];
    assert_eq!(rows(&document), wanted.join("\n"));
    assert_eq!(actions(&document).lines().next(), Some("建立项目库、强化审核"));
}

/// What stands under a heading that says who answers for it is to be done; label lines below the last are on all.
#[test]
fn tasks_inherit_what_stands_above_and_below() {
    let document = gongwen::parse(
        "青石县2025年人居环境整治工作安排
一、农村厕所革命（牵头单位：县农业农村局）
1.新建户厕2600户。
2.整改问题厕所。
二、农村污水治理（牵头单位：县水务局；完成时限：2025年底）
1.新建管网30公里。
三、主体责任落实不够到位
整改措施：
1.修订职责清单。
2.通报检查结果。
责任单位：质安科
四、专项行动
城区：签订责任书。
农村：设置警示牌。
五、实施步骤
（一）动员部署（2025年3月）。印发方案。
（二）组织实施（2025年4月至11月）。开展排查。
",
    );
    let wanted = [
        "新建户厕2600户 | 县农业农村局 | + |  | ",
        "整改问题厕所 | 县农业农村局 | + |  | ",
        "新建管网30公里 | 县水务局 | + |  | 2025-12-31",
        "修订职责清单 |  | 质安科+ |  | ",
        "通报检查结果 |  | 质安科+ |  | ",
        "专项行动 |  | + |  | ",
        "动员部署（2025年3月） |  | + |  | 2025-03-31",
        "组织实施（2025年4月至11月） |  | + |  | 2025-11-30",
    ];
    assert_eq!(rows(&document), wanted.join("\n"));
}

/// A table goes on below a line that names the rows to come, but not below a sentence.
#[test]
fn rows_of_a_table_in_groups() {
    let head = "青石县任务分解表\n序号\t任务\t责任单位\n";
    let grouped = format!("{head}一、优化环境\n1\t修路\t县交通局\n二、优化服务\n2\t建站\t县政务局\n");
    assert_eq!(rows(&gongwen::parse(&grouped)), "修路 |  | 县交通局+ |  | \n建站 |  | 县政务局+ |  | ");
    let ended = format!("{head}1\t修路\t县交通局\n下面是去年的数字。\n2\t道路\t三公里\n");
    assert_eq!(rows(&gongwen::parse(&ended)), "修路 |  | 县交通局+ |  | ");
    let marked = "| 任务 | 责任单位 | 时限 |\n| --- | --- | --- |\n| 修路<br>建桥 | 县交通局<br>县财政局 | 长期 |\n";
    assert_eq!(rows(&gongwen::parse(marked)), "修路<br>建桥 |  | 县交通局、县财政局+ |  | 长期");
}

/// One task for each card.
#[test]
fn tasks_on_cards() {
    let document = gongwen::parse(
        "2025年青石市重点项目责任清单

项目名称：环城快速路
建设内容：修建道路20公里。
责任单位：市交投集团
完成时限：9月底前

项目名称：滨江公园
建设内容：绿化岸线。
责任单位：市城管局
完成时限：12月底前
",
    );
    let wanted = ["环城快速路 |  | 市交投集团+ |  | 2025-09-30", "滨江公园 |  | 市城管局+ |  | 2025-12-31"];
    assert_eq!(rows(&document), wanted.join("\n"));
    assert_eq!(actions(&document), "修建道路20公里\n绿化岸线");
    // without anyone who answers for them they are no tasks
    let tender =
        gongwen::parse("招标公告\n\n项目名称：环城路\n招标内容：沥青五千吨\n\n项目名称：公园\n招标内容：苗木一万株\n");
    assert_eq!(rows(&tender), "");
}

/// For whom something is done is no target.
#[test]
fn for_whom_is_no_target() {
    let document = gongwen::parse(
        "青石县2025年工作要点
一、重点任务
1.加强服务。为5万名妇女提供服务，培训目标为2000人。（责任单位：县妇联）
",
    );
    let task = document.tasks().next().unwrap();
    let indicators: Vec<_> = task.indicators().iter().map(|i| i.raw().text().to_owned()).collect();
    assert_eq!(indicators, ["培训目标为2000人"]);
}

/// A row with an empty cell, and one without its last, keep what stands in each column.
#[test]
fn rows_of_a_table_may_have_empty_cells() {
    let document = gongwen::parse(
        "书屋整改台账\n序号\t问题\t整改措施\t责任单位\t责任人\t整改时限\n\
         1\t书屋关门\t落实专人值守\t县文化局\t李某\t春节前\n\
         2\t没有空调\t安装空调\t各乡镇\t\t二季度末\n3\t没有标识\t制作标识\t各乡镇\t赵某\n",
    );
    let wanted = [
        "书屋关门 |  | 县文化局+李某 |  | 春节前",
        "没有空调 |  | 各乡镇+ |  | 二季度末",
        "没有标识 |  | 各乡镇+赵某 |  | ",
    ];
    assert_eq!(rows(&document), wanted.join("\n"));
}

/// Of the problems before the measures none is lost where only one of them reads as a problem by itself.
#[test]
fn problems_of_the_section_before_are_all_there() {
    let text = "河湖管护汇报\n一、存在的主要问题\n一是责任悬空。河段无人巡查。二是资金不足。经费靠临时筹措。\n\
                二、下一步工作措施\n1、压实责任。逐段明确河长。";
    let document = gongwen::parse(text);
    let countermeasures = document.countermeasures().next().unwrap();
    let problems: Vec<_> = countermeasures.problems().map(|p| p.text().unwrap().into_text().into_owned()).collect();
    assert_eq!(problems, ["责任悬空", "资金不足"]);
}

/// A section read as a measure counts from its siblings, also right under the piece.
#[test]
fn a_measure_without_a_mark_is_numbered_by_its_place() {
    let document = gongwen::parse("书屋工作安排\n\n**一年目标**\n\n配齐图书。\n\n**二年目标**\n\n管好场所。\n");
    let ordinals: Vec<u32> = document.outline().map(|s| s.as_measure().ordinal()).collect();
    assert_eq!(ordinals, [1, 2]);
}

/// Every excerpt's place holds its text, and the JSON has the views only when asked.
#[test]
fn json_has_views_when_asked() {
    let plan = include_str!("../examples/plan.txt");
    let without = serde_json::to_value(gongwen::parse(plan)).unwrap();
    assert!(without["pieces"][0].get("view").is_none());
    let with = serde_json::to_value(Options::new().with_views(true).parse(plan)).unwrap();
    let tasks: Vec<_> =
        with["pieces"].as_array().unwrap().iter().flat_map(|p| p["view"]["tasks"].as_array().unwrap()).collect();
    assert_eq!(tasks.len(), 11);
    let (start, end) = (&tasks[0]["measure"]["span"]["start"], &tasks[0]["measure"]["span"]["end"]);
    let (start, end) = (start.as_u64().unwrap() as usize, end.as_u64().unwrap() as usize);
    assert_eq!(&plan[start..end], "改造老旧书屋");
}

/// What sections of experience and measures hold, by the titles.
#[test]
fn what_principles_and_measures_are() {
    let document = gongwen::parse(
        "沙坪镇在全县现场会上的典型发言\n近年来，我镇渗漏下降41%。现将有关做法汇报如下。\n一、建队伍，让水有人管\n\
        一是公开选聘。选聘管水员90人。二是定期培训。培训12期。\n二、建台账，让水有数算\n每渠一册，逐月核对。",
    );
    let experience = document.pieces().next().unwrap().core_experience().unwrap();
    let found: Vec<_> = experience.principles().map(|p| p.thesis().unwrap().into_text()).collect();
    assert_eq!(found, ["建队伍，让水有人管", "建台账，让水有数算"]);
    let document = gongwen::parse(
        "县水利局2023年度工作总结\n一、主要工作\n建渠60公里。\n二、2024年工作安排\n（一）总体思路\n坚持节水优先。\n\
        （二）主要目标\n投资5亿元。\n（三）重点工作\n1.实施引水工程\n建库一座。\n2.抓好水权改革\n试点推开。\n\
        （四）保障措施\n加强领导。",
    );
    let ahead = document.pieces().next().unwrap().countermeasures().unwrap();
    let found: Vec<_> = ahead.measures().map(|m| m.thesis().unwrap().into_text()).collect();
    assert_eq!(found, ["实施引水工程", "抓好水权改革"]);
}

#[test]
fn attachment_is_linked_to_its_piece() {
    let document = gongwen::parse(include_str!("../examples/plan.txt"));
    let notes = document.pieces().flat_map(|p| p.elements()).filter(|e| e.kind() == ElementKind::AttachmentNote);
    let Some(ElementValue::Attachments(attached)) = notes.map(|e| e.value()).next() else { panic!("no note") };
    assert_eq!(attached[0].title().text(), "任务清单表");
    assert_eq!(attached[0].piece().unwrap().title().unwrap().text(), "任务清单表");
}

/// A corpus document, where the corpus lies beside the repository.
fn corpus(name: &str) -> Option<String> {
    Some(std::fs::read_to_string(fixtures::shared("corpus")?.join(name)).unwrap())
}

#[test]
fn preview_of_speeches() {
    let Some(text) = corpus("dev/qianwan-preview.txt") else { return };
    let document = gongwen::parse(&text);
    let first = document.pieces().next().unwrap();
    assert_eq!(first.significance().unwrap().reasons().count(), 4);
    let experience = first.core_experience().unwrap();
    assert_eq!(experience.principles().map(|p| p.ordinal()).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6, 7]);
    assert_eq!(experience.announced().unwrap().count(), 7);
    assert_eq!(experience.period().unwrap().years(), Some(15));
    assert_eq!(experience.stages().map(|s| s.name().span().len()).collect::<Vec<_>>(), [12; 4]);
    let countermeasures = first.countermeasures().unwrap();
    assert_eq!(countermeasures.problems().count(), 5);
    assert_eq!(countermeasures.measures().count(), 4);
    // the characters of each thesis
    let lengths: Vec<_> = countermeasures.measures().map(|m| m.thesis().unwrap().text().chars().count()).collect();
    assert_eq!(lengths, [32, 13, 13, 13]);
    let second = document.pieces().nth(1).unwrap();
    assert_eq!(second.significance().unwrap().reasons().take(4).map(|r| r.ordinal()).collect::<Vec<_>>(), [1, 2, 3, 4]);
}

/// Where each note stands, how many units it names, and the first: facts, taken by reading.
#[test]
fn notes_of_a_plan_are_on_their_measures() {
    let Some(text) = corpus("dev/gwy_关于做好当前和今后一个时期促进就业工作的若干意见.txt")
    else {
        return;
    };
    let document = gongwen::parse(&text);
    let found: Vec<_> = document
        .tasks()
        .map(|t| {
            let who = t.own_responsibility();
            let units = who.as_ref().map_or(0, |w| w.units().len());
            let first = who.as_ref().map_or_else(String::new, |w| w.units()[0].name().text().to_owned());
            (t.ordinal().unwrap(), units, first)
        })
        .collect();
    let wanted = [
        (1, 2, "人力资源社会保障部"),
        (2, 4, "财政部"),
        (3, 4, "财政部"),
        (4, 6, "人力资源社会保障部"),
        (5, 2, "人力资源社会保障部"),
        (6, 2, "人力资源社会保障部"),
        (7, 4, "人力资源社会保障部"),
        (8, 2, "人力资源社会保障部"),
        (9, 4, "人力资源社会保障部"),
        (10, 2, "人力资源社会保障部"),
        (11, 4, "财政部"),
        (12, 1, "各省级人民政府"),
        (13, 1, "各有关部门和单位"),
        (14, 2, "各有关部门和单位"),
        (15, 2, "各有关部门和单位"),
    ];
    let found: Vec<_> = found.iter().map(|(o, n, s)| (*o, *n, s.as_str())).collect();
    assert_eq!(found, wanted);
}

/// When, how often and by what standard something is done stands before the verb; notes stand in any bracket.
#[test]
fn clauses_of_doing_and_notes_in_other_forms() {
    let plan = "县山塘管护2024年重点工作任务分解方案
二、重点任务
（一）整治病险。全年加固病险山塘18口，汛前完成主体工程。责任单位：县水利局
（二）建好队伍。按照每塘一人的标准选聘管护员。责任单位：县人社局
（三）强化督查。县委督查室每季度开展一次督查，结果全县通报。[责任单位：县委督查室，完成时限：长期坚持]
（四）完善制度。修订《山塘管护办法》，9月召开一次调度会。（县水利局，9月底前）
（五）极贫乡镇。改善青石镇的条件。（青石镇，2017年）";
    let document = gongwen::parse(plan);
    let found: Vec<String> = document
        .tasks()
        .map(|task| {
            let actions: Vec<_> = task.actions().into_iter().map(|a| a.into_text().into_owned()).collect();
            let who = task.own_responsibility();
            let units: Vec<_> = who.iter().flat_map(|w| w.units()).map(|u| u.name().text().to_owned()).collect();
            format!("{} | {}", actions.join(" / "), units.join("、"))
        })
        .collect();
    assert_eq!(
        found,
        [
            "全年加固病险山塘18口 / 汛前完成主体工程 | 县水利局",
            "按照每塘一人的标准选聘管护员 | 县人社局",
            "县委督查室每季度开展一次督查，结果全县通报 | 县委督查室",
            "修订《山塘管护办法》，9月召开一次调度会 | 县水利局",
            "改善青石镇的条件 | ",
        ]
    );
}

/// Nobody reads on in a text that has a bracket too many at each turn.
#[test]
fn findings_of_one_kind_have_an_end() {
    let text = "水渠（".repeat(5000);
    assert_eq!(gongwen::parse(&text).diagnostics().iter().filter(|d| d.code().name() == "unbalanced").count(), 1000);
}

/// What is found is told in the characters of the source.
#[test]
fn tasks_in_traditional_characters() {
    let plan = "青石縣水庫清淤實施方案
一、主要任務
（一）明確責任。每座水庫定一名庫長。（責任單位：縣水利局；完成時限：2025年6月底前）
（二）落實經費。縣財政安排三百萬元。牽頭單位：縣財政局";
    let document = gongwen::parse(plan);
    let found: Vec<String> = document
        .tasks()
        .map(|task| {
            let who = task.own_responsibility();
            let units: Vec<_> = who.iter().flat_map(|w| w.units()).map(|u| u.name().text().to_owned()).collect();
            let due = task.deadline().map(|d| d.raw().text().to_owned());
            format!("{} | {} | {}", task.actions()[0].text(), units.join("、"), due.unwrap_or_default())
        })
        .collect();
    assert_eq!(found, ["每座水庫定一名庫長 | 縣水利局 | 2025年6月底前", "縣財政安排三百萬元 | 縣財政局 | "]);
}

/// What Markdown sets headings and marks off with is in the text of none.
#[test]
fn signs_of_markdown_are_no_text() {
    let law = "# 渡口管理办法\n\n## 第一章 总则\n\n**第一条**　为了管好渡口，制定本办法。\n\n**第二条**　渡口由县管理：\n\n（一）定人；\n\n（二）定船。\n\n## 第二章 罚则\n\n**第三条**　超载的，处罚款。\n";
    let document = gongwen::parse(law);
    let texts: Vec<_> = document.pieces().map(|piece| piece.text().into_owned()).collect();
    assert_eq!(texts, [""]);
    let texts: Vec<_> = document.pieces().flat_map(|p| p.descendants()).map(|s| s.text().into_owned()).collect();
    assert!(texts.iter().all(|text| !text.contains(['#', '*'])), "{texts:?}");
    assert_eq!(document.leaves().map(|(span, _)| &law[span.range()]).collect::<String>(), law);
}
