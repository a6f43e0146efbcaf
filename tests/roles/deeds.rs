//! What was done, told from what is asked for.

use super::expect;

#[test]
fn who_announces_an_account_tells_what_was_done() {
    expect(
        "打通数据 少跑一趟
        各位领导、同志们：
        根据会议安排，现将我市政务服务的有关做法汇报如下。
        一、坚持高位推动，构建工作体系 | core_experience
        书记、市长任双组长。
        二、坚持数据赋能，打造智慧平台 | core_experience
        四十个部门的数据归到一处。",
    );
    expect(
        "以“四下基层”破解难题
        中共青石县委组织部
        现将有关情况报告如下：
        一、推动宣传下基层，政策入户 | achievements
        宣讲队进村入户。
        二、推动调研下基层，问题解决 | achievements
        问题当场解决。",
    );
    // so does not one who proposes
    expect(
        "抢抓机遇 做强数字经济
        各位领导、各位委员：
        下面，我就发展数字经济作交流发言。
        一、加强顶层设计，完善政策体系 | countermeasures
        增加值占比只有18%，建议出台规划。
        二、建好算力底座，夯实发展根基 | countermeasures
        建议新建智算中心1座。",
    );
    expect(
        "小网格撬动大治理
        ——青石镇推进网格管理工作交流
        一、织密一张网，实现全覆盖 | core_experience
        全镇一张网。
        二、配强一支队，实现零距离 | core_experience
        一格一员。",
    );
}

#[test]
fn figures_tell_what_was_done() {
    expect(
        "“四个聚焦”防返贫
        青石县农业农村局
        为守牢底线，青石县健全帮扶机制。
        一、聚焦“早”字，抓好动态监测 | core_experience
        先后召开会议23次。
        二、聚焦“准”字，落实精准帮扶 | core_experience
        建成车间18处，带动360户增收。
        三、聚焦“实”字，强化责任落实 | core_experience
        签订责任书480份。",
    );
    // what is to come has figures as well
    expect(
        "青石市打造汽车产业集群
        一、壮大龙头企业 | countermeasures
        到2027年，培育百亿企业3家，整车产能达到60万辆。
        二、补齐零部件短板 | countermeasures
        本地配套率力争达到50%。
        三、建好公共平台 | countermeasures
        投入2亿元，建成检测中心2个。",
    );
    // and what is no act is none
    expect(
        "青石区2020年财政决算
        一、全区收支决算 | -
        总收入41亿元，同比下降6.4%。
        二、区本级收支决算 | -
        总收入22亿元，同比下降1.6%。",
    );
}

#[test]
fn what_secures_the_work_was_done_as_well() {
    expect(
        "关于秋粮收购工作情况的报告
        一、主要做法 | core_experience
        （一）提高政治站位，充分认识重要性 | core_experience
        召开会议12次。
        （二）加强组织领导，凝聚工作合力 | core_experience
        成立领导小组。
        （三）强化资金保障 | core_experience
        落实贷款3亿元。
        二、惠农政策落地落实 | achievements
        发放补贴2亿元。",
    );
    // in a plan it secures the rest
    expect(
        "秋粮收购工作方案
        一、重点任务 | countermeasures
        （一）备足仓容 | countermeasures
        （二）强化资金保障 | safeguards
        二、加强组织领导 | safeguards",
    );
}

#[test]
fn what_deals_with_what_is_amiss_is_a_deed() {
    expect(
        "青石县政务热线工作经验材料
        一、主要做法 | core_experience
        （一）快速响应群众诉求 | core_experience
        （二）即时处置隐患 | core_experience
        （三）科学设定标准，解决“评什么”的问题 | core_experience
        二、专项整治存在的问题 | problems
        还有四成没有办结。
        三、检查发现的问题 | problems
        两处漏水。",
    );
}

#[test]
fn lessons_at_the_end_are_drawn_from_deeds() {
    expect(
        "织好三张网
        青石镇工会
        青石镇有职工八千人。
        （一）织好一张网，让组织全覆盖 | core_experience
        单独建、联合建。
        （二）用好一支队伍，让维权有力 | core_experience
        成立调解室。
        工作启示： | core_experience
        1.贴近职工是生命 | core_experience
        2.改革创新是动力 | core_experience",
    );
}

#[test]
fn types_and_afterthoughts_are_of_what_was_done() {
    expect(
        "青石县村级集体经济调研报告
        一、主要模式 | core_experience
        （一）资源开发型 | core_experience
        （二）服务创收型 | core_experience
        二、面临的困难和挑战 | problems
        三、面临的机遇和挑战 | background",
    );
    expect(
        "青石小学办学案例
        【背景】 | background
        城乡接合部。
        【创新点】 | core_experience
        家长进课堂。
        【社会反响】 | achievements
        来校参观40批。
        【反思】 | core_experience
        课程衔接不紧。",
    );
}

#[test]
fn how_things_stand_is_told_and_wished() {
    expect(
        "青石县2025年教育工作总结
        一、教育事业取得长足进步 | achievements
        二、教师队伍呈现良好态势 | achievements
        三、资源配置更优 | achievements
        四、社会大局和谐稳定 | achievements",
    );
    expect(
        "在全省老龄工作会议上的发言
        我就养老服务工作作简要汇报。
        一、强化设施建设，服务网络更加完善 | achievements
        建成中心56个。
        二、强化队伍建设，服务能力更强 | achievements
        培训护理员1200名。",
    );
    expect(
        "青石县2026年党建工作要点
        一、坚持选贤任能，在强队伍上交出新答卷 | countermeasures
        二、坚持正风肃纪，在抓落实上取得新成效 | countermeasures
        三、聚焦作风转变，推动机关面貌焕然一新 | countermeasures",
    );
}
