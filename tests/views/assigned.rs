//! Tables of tasks in all their forms, and sentences that say who does what.

use super::{actions, rows};
use gongwen::{Document, ElementKind, NoiseKind};

/// What the tasks of a text say, line by line.
fn read(text: &str) -> String {
    rows(&gongwen::parse(text))
}

/// The kinds of the elements of all pieces.
fn kinds(document: &Document<'_>) -> Vec<ElementKind> {
    document.pieces().flat_map(|p| p.elements()).map(|e| e.kind()).collect()
}

/// The rows of a table that end in a day are neither signed nor the furniture of a page, whatever parts their cells.
#[test]
fn rows_that_end_in_a_day() {
    for (one, two) in [
        ("9月底", "2024年9月"),
        ("2024年9月30日", "2024年10月31日"),
        ("2024/9/30", "2024/10/31"),
        ("2024-09-30", "2024-10-31"),
    ] {
        for gap in ["\t", "  ", " "] {
            let table = ["序号|任务|责任单位|时限", "1|建青石水库|县水利局|", one, "\n2|建东风水库|县林业局|", two];
            let table = [table[0], "\n", &table[1..].concat(), "\n"].concat().replace('|', gap);
            let text = ["2024年青石县任务分工表\n", &table].concat();
            let document = gongwen::parse(&text);
            assert_eq!(document.noise().filter(|n| n.kind() == NoiseKind::Boilerplate).count(), 0, "{text}");
            assert!(kinds(&document).is_empty(), "{text}");
            let due = if one == "9月底" { ["2024-09-30", "2024-09-30"] } else { ["2024-09-30", "2024-10-31"] };
            let wanted =
                format!("建青石水库 |  | 县水利局+ |  | {}\n建东风水库 |  | 县林业局+ |  | {}", due[0], due[1]);
            assert_eq!(rows(&document), wanted, "{text}");
        }
    }
}

/// Who signs side by side, or before the day, still signs; a page still tells its day below the title.
#[test]
fn lines_of_cells_that_are_signed() {
    let text = |foot: &str| ["关于做好防汛工作的通知\n各乡镇：\n请做好防汛工作。\n", foot].concat();
    for foot in [
        "\t\t青石县水利局\t青石县财政局\n\t\t2024年5月6日\n",
        "青石县水利局  青石县财政局  青石县林业局\n2024年5月6日\n",
        "县　长  张　三  2024年5月6日\n",
        "青石县水利局\t2024年5月6日\n",
    ] {
        let text = text(foot);
        let kinds = kinds(&gongwen::parse(&text));
        let Some((day, signers)) = kinds[1..].split_last() else { panic!("{text}") };
        assert_eq!(*day, ElementKind::Date, "{text}");
        assert!(!signers.is_empty() && signers.iter().all(|k| *k == ElementKind::Signature), "{text}");
    }
    let page =
        "青石县召开 防汛 会议\n青石县水利局 李明 2024-05-06\n5月6日，青石县召开防汛会议。会议强调，要抓好落实。\n";
    assert_eq!(gongwen::parse(page).noise().count(), 1);
}

/// A cell that is one with the cell above it says the same.
#[test]
fn merged_cells() {
    let wanted = "建水库 |  | 县水利局+ |  | \n建水库 |  | 县财政局+ |  | \n修渠 |  | 各乡镇+ |  | ";
    for table in [
        "序号\t任务\t举措\t责任单位\n1\t建水库\t筑坝\t县水利局\n2\t\t筹钱\t县财政局\n3\t修渠\t清淤\t各乡镇\n",
        "序号\t任务\t举措\t责任单位\n1\t建水库\t筑坝\t县水利局\n\t\t筹钱\t县财政局\n2\t修渠\t清淤\t各乡镇\n",
        "| 序号 | 任务 | 举措 | 责任单位 |\n|---|---|---|---|\n| 1 | 建水库 | 筑坝 | 县水利局 |\n\
         | | | 筹钱 | 县财政局 |\n| 2 | 修渠 | 清淤 | 各乡镇 |\n",
    ] {
        let text = ["青石县任务分工表\n", table].concat();
        let document = gongwen::parse(&text);
        assert_eq!(rows(&document), wanted, "{text}");
        assert_eq!(actions(&document), "筑坝\n筹钱\n清淤", "{text}");
    }
}

/// In minutes and orders, and in plans with a deadline or helpers, a sentence may say who does what.
#[test]
fn sentences_that_say_who() {
    let items = "1.县交通局牵头，于11月30日前完成签约工作。\n2.由县交通局负责，于11月30日前完成签约工作。\n\
                 3.请县交通局会同县财政局，11月30日前完成核定。\n4.县交通局要于11月30日前完成签约工作。\n\
                 5.县交通局负责项目前期，县财政局配合。\n6.县政务局牵头推进网上办理，县数据中心等单位配合，年底前建成。\n";
    let wanted = "县交通局牵头，于11月30日前完成签约工作 | 县交通局 | + |  | 2024-11-30
由县交通局负责，于11月30日前完成签约工作 |  | 县交通局+ |  | 2024-11-30
请县交通局会同县财政局，11月30日前完成核定 | 县交通局 | + | 县财政局 | 2024-11-30
县交通局要于11月30日前完成签约工作 |  | 县交通局+ |  | 2024-11-30
县交通局负责项目前期 |  | 县交通局+ | 县财政局 | 
县政务局牵头推进网上办理 | 县政务局 | + | 县数据中心 | 2024-12-31";
    let minutes = "县长办公会议纪要\n2024年11月6日，县长王强主持召开办公会议。现纪要如下：\n会议议定：\n";
    assert_eq!(read(&[minutes, items].concat()), wanted);
    assert_eq!(read(&["2024年青石县公路建设方案\n一、重点任务\n", items].concat()), wanted);
    let spoken = read(
        "县政府常务会议纪要\n2024年4月9日，县长王强主持召开会议。\n一、关于防汛工作\n\
                       会议要求，县水利局要在5月1日前完成鉴定，县应急局、县气象局要加强研判。\n",
    );
    assert_eq!(spoken, "关于防汛工作 |  | 县水利局、县应急局、县气象局+ |  | 2024-05-01");
    let headed = read(
        "县委常委会会议纪要\n时间：2024年5月20日\n地点：会议室\n会议议定：\n\
                       （一）由县住建局负责，6月底前完成批复。\n（二）县林业局要于7月底前完成审核。\n",
    );
    assert_eq!(headed.lines().filter(|line| line.contains("| 2024-0")).count(), 2, "{headed}");
}

/// What organs are for, what is done, and what all are asked is nobody's task.
#[test]
fn sentences_that_give_no_task() {
    let text = "2024年青石县公路建设方案
一、建设背景
县交通局已于2024年5月底前完成普查。县交通局负责全县公路建设。
二、工作机制
县重要项目办公室设在县交通局，办公室主任由局长担任。县交通局主要负责人要亲自抓，各单位要于每月25日前报送进展。
三、附则
请各单位于12月15日前报送总结。";
    assert_eq!(read(text), "");
    let report = "2024年青石县公路建设工作报告\n一、主要做法\n县交通局牵头，于11月30日前完成签约工作。\n";
    assert_eq!(read(report), "");
    let rules = "青石县用水计划管理办法\n第一条 县水利局应当于每年3月底前下达计划。\n第二条 本办法自印发之日起施行。\n";
    assert_eq!(read(rules), "");
}

/// Labels and brackets of notes, and who helps behind a comma.
#[test]
fn notes_in_other_forms() {
    let text = "2024年青石县水利工作方案
一、重点任务
（一）修水库。建设水库。
责任单位：县水利局，县财政局、各乡镇配合
（二）修桥。维修桥梁。（主办：县农业农村局；协办：县财政局）
（三）修路。维修道路。〔县交通局牵头，县财政局配合〕
（四）修站。维修泵站。（责任单位为县交通局）
（五）修坝。维修大坝。责任单位为县水利局，完成时限为11月底。
（六）建站。建设水站。（县水利局，县财政局配合，6月底前）
（七）建点。建设站点。
牵头单位：县水利局，6月底前
（八）定规。按青政发〔2024〕5号办。";
    let wanted = "修水库 |  | 县水利局+ | 县财政局、各乡镇 | 
修桥 | 县农业农村局 | + | 县财政局 | 
修路 | 县交通局 | + | 县财政局 | 
修站 |  | 县交通局+ |  | 
修坝 |  | 县水利局+ |  | 2024-11-30
建站 |  | 县水利局+ | 县财政局 | 2024-06-30
建点 | 县水利局 | + |  | 2024-06-30
定规 |  | + |  | ";
    assert_eq!(read(text), wanted);
    assert_eq!(actions(&gongwen::parse(text)).lines().nth(4), Some("维修大坝"));
}

/// What ends in the year after the plan's.
#[test]
fn deadlines_of_the_next_year() {
    let task = |note: &str| {
        format!("2023年度青石县水利工作方案\n一、重点任务\n（一）修渠。维修干渠。（县水利局负责，{note}）\n")
    };
    for (note, due) in [
        ("12月26日—1月10日", "2024-01-10"),
        ("次年4月底前", "2024-04-30"),
        ("2023年11月至次年3月", "2024-03-31"),
        ("8月—次年2月", "2024-02-29"),
        ("11月底至翌年3月底", "2024-03-31"),
        ("3月至9月", "2023-09-30"),
        ("9月30日前", "2023-09-30"),
    ] {
        assert_eq!(read(&task(note)), format!("修渠 |  | 县水利局+ |  | {due}"), "{note}");
    }
    assert_eq!(read(&task("每次年检后")), "修渠 |  | 县水利局+ |  | ");
}

/// What stands below the last of several tasks of one line is on all of them.
#[test]
fn what_all_tasks_are_asked() {
    let items =
        "一、大河桥维修（责任单位：县交通局，11月30日前）。\n二、大河渠清淤（责任单位：县水利局，12月10日前）。\n";
    let text = |below: &str| ["关于做好2024年重点事项的通知\n各有关单位：\n", items, below].concat();
    let asked = text(
        "请各责任单位于12月15日前报送落实情况。\n联系人：王强，联系电话：0812-1234567\n\
                      青石县人民政府办公室\n2024年11月6日\n",
    );
    let document = gongwen::parse(&asked);
    assert_eq!(actions(&document), "大河桥维修\n大河渠清淤");
    let kinds = kinds(&document);
    assert_eq!(kinds[1..], [ElementKind::Note, ElementKind::Signature, ElementKind::Date]);
    // but not where the others have a text of their own
    let told = "2024年水利工作方案\n一、修桥（责任单位：县交通局）\n维修大河桥。\n二、修渠（责任单位：县水利局）\n清理大河渠。\n";
    assert_eq!(actions(&gongwen::parse(told)), "维修大河桥\n清理大河渠");
}

/// A day that no calendar has is a deadline all the same, and no action.
#[test]
fn impossible_days() {
    let text = "管塘方案\n一、主要任务\n（一）压实责任。由县水利局牵头，2025年2月30日前完成。\n（二）清理淤泥。挖深一米。（县水利局牵头，2025年6月31日前完成）\n";
    let document = gongwen::parse(text);
    let tasks: Vec<_> = document.pieces().flat_map(|p| p.tasks().collect::<Vec<_>>()).collect();
    let deadlines: Vec<_> = tasks.iter().filter_map(|task| task.deadline()).collect();
    let raw: Vec<_> = deadlines.iter().map(|d| d.raw().text().to_owned()).collect();
    assert_eq!(raw, ["2025年2月30日前", "2025年6月31日前"]);
    assert!(deadlines.iter().all(|d| d.due() == gongwen::Due::Other && d.date().is_none()));
    let actions: Vec<_> = tasks.iter().flat_map(|task| task.actions()).map(|a| a.text().to_owned()).collect();
    assert_eq!(actions, ["压实责任", "挖深一米"]);
}
