//! The first and the last parts of a document, which say what they are for only there.

use super::expect;

#[test]
fn the_last_part_of_a_speech_carries_it_through() {
    expect(
        "在全县科技工作会议上的讲话
        同志们：下面，我讲三点意见。
        一、突出企业主体，增强创新能力 | countermeasures
        培育企业。
        二、突出平台支撑，集聚创新要素 | countermeasures
        建设实验室。
        三、凝聚各方力量，形成强大合力 | safeguards
        （一）坚持党的全面领导 | safeguards
        （二）健全投入机制 | safeguards",
    );
    // so it does not where each part asks something of people
    expect(
        "在全县年轻干部座谈会上的讲话
        同志们：下面，我提三点希望。
        一、信念要坚定 | countermeasures
        要学理论。
        二、本领要过硬 | countermeasures
        要练本事。
        三、纪律要严明 | countermeasures
        要守规矩。",
    );
    expect(
        "在开学典礼上的讲话
        同学们：
        一、志存高远，做有理想的人 | -
        二、勤奋学习，做有本领的人 | countermeasures
        三、遵守纪律，做有担当的人 | countermeasures",
    );
    // in the middle it is one of the tasks
    expect(
        "在全县机关作风建设会议上的讲话
        同志们：下面，我讲三点意见。
        一、以更严的纪律转作风 | countermeasures
        管住嘴。
        二、以更实的作风抓项目 | countermeasures
        一周一调度。
        三、以更优的服务惠企业 | countermeasures
        上门办事。",
    );
}

#[test]
fn what_is_asked_of_the_mind_is_why_it_matters() {
    expect(
        "在全县防汛工作会议上的讲话
        同志们：下面，我讲三点意见。
        一、思想上要高度重视 | significance
        今年雨多。
        二、措施要再细化 | countermeasures
        排查隐患，9月底前排查率达到100%。
        三、责任要再压实，确保防汛取得实效 | safeguards
        落实包保责任。",
    );
    expect(
        "在全县宣传工作会议上的讲话
        同志们：下面，我讲三点意见。
        一、思想政治工作要加强 | countermeasures
        谈心谈话。
        二、解放思想要有新突破 | countermeasures
        打开门看。
        三、文明创建要有新成效 | countermeasures
        扫净门前。",
    );
    // what has no cue stands where a speech says why
    expect(
        "在全市整改推进会上的讲话
        同志们：下面，我讲几点意见。
        一、问题整改来不得半点含糊 | significance
        这是民生问题。
        二、狠抓问题整改 | countermeasures
        逐条销号。
        三、责任落实经不起任何推诿 | safeguards
        包案督办。",
    );
    expect(
        "在全县工作会议上的讲话
        同志们：下面，我讲几点意见。
        一、招商引资方面 | -
        二、狠抓项目建设 | countermeasures
        三、加强组织领导 | safeguards",
    );
}

#[test]
fn who_has_learnt_something_says_what_he_will_do() {
    expect(
        "赴外地培训心得体会
        一、学习他们为民的情怀 | core_experience
        他们心里装着群众。
        二、学习他们实干的作风 | core_experience
        他们不等不靠。
        三、立足岗位，做好本职工作 | countermeasures
        我将完善台账。
        （一）多走田埂 | countermeasures",
    );
    // an account of deeds has no such part
    expect(
        "青石镇党建工作经验材料
        一、建强支部，凝聚人心 | core_experience
        支部47个。
        二、立足岗位，亮明身份 | core_experience
        党员每月走访一次。
        三、学以致用，推动发展 | core_experience
        领办项目8个。",
    );
}

#[test]
fn a_field_of_work_before_the_last_part_is_one_of_the_tasks() {
    expect(
        "青石县教育强县建设实施方案
        一、优化学校布局 | countermeasures
        二、强化队伍建设，激发教师活力 | countermeasures
        三、强化综合监管 | countermeasures
        四、强化组织保障 | safeguards",
    );
    expect(
        "青石县教育强县建设实施方案
        一、优化学校布局 | countermeasures
        二、办好乡村学校 | countermeasures
        三、强化队伍建设 | safeguards",
    );
    expect(
        "在全县大气污染防治会议上的讲话
        同志们：
        一、充分认识大气污染防治的严峻形势 | significance
        二、当前的严峻形势 | background",
    );
}
