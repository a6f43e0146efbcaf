//! What announces a list, or says in a few words more what a title is about.

use super::expect;
use gongwen::Role;

#[test]
fn what_is_to_be_understood_is_what_a_title_is_about() {
    expect(
        "在节水工作会议上的讲话
        同志们：
        一、要深刻把握节水工作的核心经验 | core_experience
        二、要正视节水工作存在的问题 | problems
        三、要准确把握面临的形势 | background
        四、要解决节水工作存在的问题 | countermeasures",
    );
}

#[test]
fn a_gloss_says_what_a_question_asks_for() {
    expect(
        "节水宣讲提纲
        一、为什么节？（重大意义） | significance
        水少。
        二、学什么？（核心经验） | core_experience
        一户一表。",
    );
}

#[test]
fn the_main_points_of_a_year_announce_no_list() {
    expect(
        "沙坪县2024年水务工作要点2024年水务工作的总体要求是守住底线。
        一、突出源头保护 | countermeasures
        二、突出管网改造 | countermeasures",
    );
}

#[test]
fn what_is_announced_is_the_list_that_follows() {
    let source = "沙坪镇节水的启示与路径
节水的重大意义主要体现在以下三个方面：其一，省下了水；其二，省下了电；其三，留住了地。
对策举措：
第一，修渠。今年修两条。第二，装表。每块地一只。";
    let document = gongwen::parse(source);
    let told = document.outline().find(|s| s.mark().is_none()).and_then(|s| s.role());
    assert_eq!(told, Some(Role::Countermeasures), "{document}");
}

/// The roles of the points of a document, and how many stand in a row.
fn of_points(source: &str) -> Vec<(Option<&'static str>, usize)> {
    let document = gongwen::parse(source);
    let mut found: Vec<(Option<&str>, usize)> = Vec::new();
    for point in document.outline().filter(|s| s.kind() == gongwen::SectionKind::Point) {
        let cue = point.role_evidence().map(|evidence| evidence.span().range());
        assert!(cue.is_none_or(|cue| source.get(cue).is_some_and(|cue| !cue.is_empty())), "{source}");
        let role = point.role().and_then(|role| Role::ALL.iter().find(|r| **r == role)).map(|role| role.name());
        match found.last_mut().filter(|last| last.0 == role) {
            Some(last) => last.1 += 1,
            None => found.push((role, 1)),
        }
    }
    found
}

#[test]
fn points_in_running_text_are_what_the_words_before_them_say() {
    let source = "学习节水经验交流发言
同志们：
沙坪镇节水的重大意义，主要体现在三个方面：其一，省下了水。其二，省下了电。
从沙坪镇看，节水的核心经验主要有三条。一是规划先行。一张图画到底。二是一户一表。三是久久为功。
当前，我县还存在不少问题：一是认识不到位。二是投入不足。
下一步，我们将采取以下措施：
一是强化领导。成立专班。二是加大投入。
要防止两种倾向：一是急于求成。二是等靠要。";
    let expected = [
        (Some("significance"), 2),
        (Some("core_experience"), 3),
        (Some("problems"), 2),
        (Some("countermeasures"), 2),
        (None, 2),
    ];
    assert_eq!(of_points(source), expected);
    // the line that announces the next list belongs to no point
    let document = gongwen::parse(source);
    let last = document.outline().filter(|s| s.role() == Some(Role::Problems)).last();
    assert_eq!(last.and_then(|s| source.get(s.span().range())), Some("二是投入不足。"));
}

#[test]
fn what_was_done_and_what_is_to_be_done_is_told_from_the_verb() {
    let review = "一、工作情况
今年以来，主要做了以下工作。一是修渠。二是装表。";
    assert_eq!(of_points(review), [(None, 2)], "as its heading says already");
    let talk = "在节水会议上的讲话
同志们：去年，我们主要做了三件事。一是修渠。二是装表。
今年，要重点做好以下几项工作。一是查漏。二是换管。
要着力解决好以下几个问题。一是漏水问题。二是偷水问题。
还要注意以下几个问题。一是安全问题。二是质量问题。
供水仍有两个亟待解决的问题：一是管老。二是人少。
漏水的原因有三个：一是管老。二是人少。
走下来，得出两条结论：一是水够用。二是要省着用。
最后，提两点要求：一是快。二是好。";
    let expected = [
        (Some("achievements"), 2),
        (Some("countermeasures"), 4),
        (None, 2),
        (Some("problems"), 2),
        (Some("causes"), 2),
        (None, 2),
        (Some("requirements"), 2),
    ];
    assert_eq!(of_points(talk), expected);
}

#[test]
fn a_point_may_end_in_the_words_that_announce_the_next_list() {
    let source = "个人述职报告
一、不足与改进
我还有两点不足：其一，下乡少；其二，调研不够。今后，我将做好两件事。一是多下乡。二是多调研。";
    assert_eq!(of_points(source), [(Some("problems"), 2), (Some("countermeasures"), 2)]);
}

#[test]
fn a_report_on_two_things_announces_neither_list() {
    expect(
        "沙坪镇上半年节水工作总结
        下面将上半年工作情况下半年工作打算作一简要汇报。
        一、上半年工作情况 | achievements
        上半年，全镇省水二百万方。
        二、存在的问题 | problems
        水表老旧。
        三、下半年工作打算 | countermeasures
        换表。",
    );
}
