//! Titles of speech and plain talk, and of the writing of one kind of office: what each says.

use super::expect;

#[test]
fn a_question_tells_when_it_looks_back() {
    expect(
        "在渔民座谈会上的发言材料
        一、去年怎么过来的 | achievements
        去年鱼价跌了一半。
        二、今年打算怎么干 | countermeasures",
    );
    expect(
        "小码头大变样
        ——在全县渔港管护工作现场会上的交流发言
        近年来，我们把渔港一段一段管了起来。
        一、码头为什么没人管 | causes
        以前船多人杂。
        二、规矩是怎么立的 | core_experience
        去年开了九次渔民会。
        三、立了规矩怎么守 | core_experience
        每条船挂一块牌。
        四、管起来以后怎么样 | achievements
        月均事故由六起降到一起。
        五、还需要改进的地方 | problems
        夜里值班的人少。",
    );
    // what must not wait is a reason to act
    expect(
        "在渔港建设动员会上的讲话
        第一个问题：为什么不能等？ | significance
        渔港不等人。
        第二个问题：对照老港，我们身上还有哪些毛病？ | problems
        码头上冷清了。
        第三个问题：渔港为什么建不好？ | causes
        心思没有用上。
        第四个问题：渔港怎么建？ | countermeasures
        一段一段地建。",
    );
    expect(
        "《渔港管护办法》政策解读
        一、为什么要出台《办法》？ | background
        码头老了。",
    );
}

#[test]
fn a_review_was_done() {
    expect(
        "关于巡察整改进展情况的报告
        一、提高政治站位，切实增强巡察整改的行动自觉 | achievements
        （一）加强组织领导。成立专班，开会五次。 | achievements
        （二）强化督促检查。每周通报一次。 | achievements
        二、坚持问题导向，逐项抓好整改落实 | achievements
        制定措施三十条。
        三、存在的不足和原因 | problems
        四、下一步工作要求 | countermeasures",
    );
    expect(
        "关于2023年度县级预算执行的审计工作报告
        一、财政管理审计情况 | problems
        预算编制不细。
        二、审计建议 | countermeasures",
    );
    expect(
        "对照检查材料
        一、上年度民主生活会查摆问题整改情况 | achievements
        二、存在的主要问题 | problems
        三、问题背后的根由 | causes
        四、努力方向 | countermeasures",
    );
}

#[test]
fn what_was_felt_and_learnt_is_experience() {
    expect(
        "渔政培训班学习心得体会
        一、学有所思，心里更亮堂了 | core_experience
        五天听了十堂课。
        二、见有所悟，脚下更有数了 | core_experience
        三个渔村走了一遍。
        三、往后的打算 | countermeasures",
    );
    expect(
        "在渔港工作座谈会上的发言
        一、三点认识 | core_experience
        第一，渔港要管得住。第二，渔民要信得过。
        二、两条建议 | countermeasures",
    );
}

#[test]
fn an_appeal_and_a_chair_ask_for_something() {
    expect(
        "致全市渔民朋友的护渔倡议书
        一、争做护渔的宣传者 | countermeasures
        二、争做护渔的带头者 | countermeasures
        三、从我做起，从今天做起 | countermeasures",
    );
    expect(
        "全市渔港安全工作会议主持词
        一、迅速传达学习。各单位要在三日内传达。 | countermeasures
        二、立即排查整治。对渔船逐条检查。 | countermeasures
        三、从严追责问效。督查室要跟进。 | safeguards",
    );
}

#[test]
fn the_end_of_a_speech_carries_it_through() {
    expect(
        "在全县渔港建设推进会上的讲话
        一、提高站位，充分认识渔港建设的极端重要性 | significance
        二、突出重点，坚决打好渔港建设攻坚战 | countermeasures
        三、讲程序，严格把握招标规定 | countermeasures
        四、压实责任，凝聚渔港建设的强大合力 | safeguards
        五、严明纪律，回答好“建得成”的问题 | safeguards",
    );
    expect(
        "以“红色航标”引领渔港治理
        渔港支部有党员四十人。我们的主要做法是：
        一、坚持“一个引领”，把方向握得更稳 | core_experience
        二、做实“三项保障”，把底座压得更重 | safeguards",
    );
}

#[test]
fn a_task_like_those_before_it_is_no_last_section() {
    expect(
        "石浦镇2024年党委工作要点
        一、聚焦产业升级，做强渔港经济 | countermeasures
        二、聚焦民生改善，增进渔民福祉 | countermeasures
        三、聚焦平安稳定，筑牢海上屏障 | countermeasures
        四、聚焦党的建设，夯实执政根基 | countermeasures",
    );
    expect(
        "关于加强渔港管护的意见
        一、明确管护范围 | countermeasures
        二、落实管护经费 | countermeasures
        三、加强党的建设 | safeguards",
    );
}

#[test]
fn the_first_of_two_nouns_leads() {
    expect(
        "渔港扩建工程可行性研究报告
        第一章 项目建设背景及必要性 | background
        第二章 沉船事故原因及性质 | causes
        第三章 建设条件 | -",
    );
    expect(
        "渔港管护通报
        一、渔港管护的目标与内容 | -",
    );
    // what a verb has for its object leads nothing
    expect(
        "渔港建设实施意见
        一、提高对风险的认识和应对能力 | countermeasures
        二、目标要求 | goals",
    );
}

#[test]
fn what_a_plan_builds_on_may_be_told_by_its_text() {
    expect(
        "石浦镇“十四五”渔港发展规划
        第一节 发展基础 | achievements
        “十三五”时期，渔港建设迈上新台阶，年卸港量达到三万吨，是2015年的两倍。
        第二节 面临形势 | background
        机遇与挑战并存。",
    );
    expect(
        "石浦镇渔港发展规划
        第一节 发展基础 | background
        石浦镇三面环海，渔船一千二百条。
        第二节 面临形势 | background
        机遇与挑战并存。",
    );
}

#[test]
fn a_title_before_text_outweighs_the_text() {
    expect(
        "关于渔港整改情况的报告
        一、存在的问题 | problems
        二、下一步工作打算虽然整改取得了阶段性成效，但与渔民期盼还有差距 | countermeasures",
    );
}

#[test]
fn an_account_asks_how_it_was_done() {
    expect(
        "渔港合作社经验材料
        一、怎样把船主拢到一起 | core_experience
        党员的船先入社。
        二、怎样把鱼卖出好价 | core_experience
        统一冷藏，错开旺季。
        三、还要迈过的坎 | problems
        年轻人不肯上船。",
    );
    expect(
        "渔港采购治理实施方案
        一、背景分析 | background
        老办法跟不上了。
        二、问题定义 | problems
        采购分散。
        三、目标设定 | goals
        两年内统一平台。
        四、组织保证 | safeguards
        由港务局牵头。",
    );
}

#[test]
fn one_of_a_list_has_no_role_by_a_word() {
    expect(
        "在劳动模范表彰会上的讲话
        一、忠于职守。他三十年守着一条渠，从来没有误过一次水。 | -
        二、创新办法。他琢磨出一套闸门，省水又省力，全县都来学。 | -
        三、报效乡里。他把奖金捐给了村里的小学，修好了操场。 | -
        四、节俭无私。他家里的桌子还是四十年前打的。 | -",
    );
    // points have one role or none
    let document = gongwen::parse(
        "在全县春耕会上的讲话\n去年做了三件事：一是修好了东渠，二是完成征粮任务，三是办了夜校。\n今年接着干。",
    );
    assert!(document.outline().all(|section| section.role() == Some(gongwen::Role::Achievements)), "{document}");
    // an article orders
    let document = gongwen::parse("山塘管护办法\n第一条 为了管护山塘，制定本办法。\n第二条 本办法由县水务局组织实施。");
    assert!(document.outline().all(|section| section.role().is_none()), "{document}");
}

#[test]
fn in_a_yearly_report_what_tells_of_a_matter_tells_what_was_done() {
    expect(
        "沙坪镇2021年信息公开工作报告
        一、抬高站位，统筹推进信息公开 | achievements
        镇里每月开一次会。
        二、主动公开信息情况 | achievements
        公开二百条。
        三、申请和收费情况 | achievements
        没有收费。
        四、其他需要说明的情况 | -
        没有。
        五、附表 | -",
    );
    // elsewhere how things are
    expect(
        "沙坪镇饮水规划
        一、缺水情况 | -
        全镇缺水。
        二、重点任务 | countermeasures
        修坝。",
    );
}

#[test]
fn what_a_document_is_made_for_and_what_it_brings_is_its_significance() {
    expect(
        "《沙坪镇用水办法》政策解读
        一、出台背景 | background
        水少。
        二、出台目的 | significance
        省水。
        三、主要内容 | countermeasures
        一户一表。",
    );
    expect(
        "学习沙坪经验交流材料
        “一户一表”的深远影响 | significance
        一户一表影响深远。它省下了水，也省下了电，全县的人都来学。
        “一户一表”的主要做法 | core_experience
        先装水表，再收水费。镇里拿出了六十万元，村里出了工。",
    );
}

#[test]
fn time_place_and_people_are_no_measures() {
    expect(
        "沙坪镇节水宣传活动方案
        一、开展时间 | -
        三月二十二日。
        二、参加对象 | -
        全镇住户。
        三、表彰办法 | -
        省水多的上榜。
        四、时间安排 | -
        上午集中，下午入户。
        五、完善水表台账 | countermeasures
        逐户登记。",
    );
    expect(
        "沙坪镇供水突发事件应急预案
        一、突发事件及其界定 | -
        停水是重大事件。
        二、附则 | -",
    );
}

#[test]
fn what_is_looked_at_is_what_a_title_is_about() {
    expect(
        "沙坪镇班子对照检查材料
        一、对照“五个带头”查摆存在的主要问题 | problems
        学得不够。
        二、原因分析 | causes
        学得不深。
        三、整改措施 | countermeasures
        多学。",
    );
    expect(
        "在全镇渔业形势分析会上的讲话
        同志们：
        一、关于渔业形势的问题 | background
        鱼价回落。
        二、近年来渔港建设的成效值得肯定 | achievements
        码头修了三座。
        三、关于修船的问题 | -
        船坞不够。",
    );
}
