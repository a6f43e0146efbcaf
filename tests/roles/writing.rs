//! What the kind of writing tells of titles that say nothing themselves, and what a title does not claim.

use super::expect;

#[test]
fn a_review_tells_what_was_done() {
    expect(
        "青石街道2023年工作总结及2024年工作计划
        一、坚持项目为王，经济稳中有进 | achievements
        全年投资12.6亿元。
        二、改造旧院，小区焕然一新 | achievements
        改造小区9个。
        三、2024年工作计划 | countermeasures
        再改造小区6个。",
    );
    expect(
        "2023年度述职报告
        一、勤学善思，做政治上的“明白人” | achievements
        全年参加学习14次。
        二、实干担当，做事业上的“拓荒牛” | achievements
        完成投资23亿元。
        三、慎独慎微，做廉洁上的“干净人” | achievements
        按规定报告个人事项。
        四、存在的不足 | problems
        读书不多。",
    );
    expect(
        "关于秸秆禁烧工作情况的汇报
        一、加强领导，压实责任 | achievements
        划分网格268个。
        二、疏堵结合，变废为宝 | achievements
        离田率85%。
        三、下步打算 | countermeasures
        再建收储点2处。",
    );
    // what is amiss is not what was done
    expect(
        "关于自查情况的报告
        一、思想认识不高 | problems
        学得少。
        二、制度执行不力 | problems
        有漏洞。
        三、整改措施 | countermeasures
        补课。",
    );
}

#[test]
fn a_further_paragraph_turns_to_another_matter() {
    expect(
        "青石街道2023年工作总结
        一、加强党建工作 | achievements
        发展党员6名，新建楼宇支部7个。
        二、抓好民生工作 | achievements
        发放低保金286万元，新增停车泊位640个，社区食堂建成投用3家。
        虽然取得了一些成绩，但工作中还存在一些问题，主要是产业层次不高，基层力量薄弱。
        下一步，我们将继续努力。",
    );
}

#[test]
fn the_first_of_titles_built_alike_is_one_of_them() {
    expect(
        "青田镇在全市基层治理现场会上的典型发言
        近年来，我镇矛盾纠纷下降41%。现将有关做法汇报如下。
        一、从“单打独斗”到“握指成拳” | core_experience
        整合7支队伍。
        二、“小网格”撬动“大治理” | core_experience
        划分网格86个。",
    );
    expect(
        "党课讲稿
        一、心中有党，把稳思想之舵 | countermeasures
        要听党话。
        二、心中有民，厚植为民情怀 | countermeasures
        要爱民。
        三、心中有责，练强过硬本领 | countermeasures
        要担责。
        四、心中有戒，守住廉洁底线 | countermeasures
        要守纪。",
    );
}

#[test]
fn an_object_claims_nothing() {
    expect(
        "青田镇在全市基层治理现场会上的典型发言
        近年来，我镇矛盾纠纷下降41%。
        一、“三单制”破解服务难题 | core_experience
        群众点单。
        二、“网格化”补齐治理短板 | core_experience
        网格86个。",
    );
    expect(
        "在整改推进会上的讲话
        一、把握重点，推动整改取得扎扎实实的成效 | countermeasures
        要真改。
        二、狠抓落实，努力取得让群众满意的成果 | countermeasures
        要实改。",
    );
    expect(
        "扶贫资金审计报告
        一、需要关注的情况 | problems
        收入下降。
        二、需要引起重视的问题 | problems
        挪用。
        三、审计建议 | countermeasures
        整改。",
    );
    // these do
    expect(
        "关于乡村旅游的思考
        一、绿水青山的时代价值 | significance
        山水养人。
        二、发展中的难题 | problems
        路窄。
        三、解决问题的办法 | countermeasures
        修路。",
    );
    expect(
        "青石局工作方案
        一、对重点企业实行包联服务 | countermeasures
        每周一访。
        二、对发现的问题立行立改 | countermeasures
        当天销号。
        三、需要各部门协同推进 | countermeasures
        每月会商。",
    );
}

#[test]
fn a_lesson_says_what_something_is() {
    expect(
        "积分超市案例
        一、主要做法 | core_experience
        积分兑换。
        二、经验启示 | core_experience
        （一）党建引领是根本保证 | core_experience
        （二）制度设计是基本前提 | core_experience
        （三）群众参与是有效路径 | core_experience",
    );
    // but why it must be done is said so as well
    expect(
        "在动员会上的讲话
        一、治水是乡村振兴的必然要求 | significance
        水清则业兴。",
    );
}

#[test]
fn what_is_worked_at_and_what_is_done_there_orders() {
    expect(
        "青石中学2024年工作要点
        一、在课堂教学上深挖一层 | countermeasures
        二、在校园安全上稳住一步 | countermeasures",
    );
    // not every place is worked at
    expect(
        "青石中学校史
        一、在山上的日子 | -
        二、在全县运动会上的风采 | -",
    );
}

#[test]
fn a_plan_goes_on_with_tasks_up_to_what_secures_them() {
    expect(
        "林下经济发展实施意见
        一、加快种苗培育 | countermeasures
        建苗圃三处。
        二、林药提质 | countermeasures
        种药材。
        三、林旅融合 | countermeasures
        修步道。
        四、保障措施 | safeguards
        加强领导。",
    );
    expect(
        "勤俭节约倡议书
        一、做理性消费的践行者 | countermeasures
        按需点餐。
        二、做文明新风的引领者 | countermeasures
        婚事新办。",
    );
    let document = gongwen::parse("勤俭节约倡议书\n一、不做餐桌上的旁观者\n见到就说。");
    let evidence = document.outline().next().and_then(|section| section.role_evidence()).expect("a role");
    assert_eq!(evidence.cue(), "不做");
    // what it applies to is no task
    expect(
        "补贴发放实施方案
        一、落实补贴 | countermeasures
        每亩十元。
        二、补贴对象 | -
        种粮户。",
    );
}
