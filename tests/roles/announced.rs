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
