//! Texts to measure on: official writing put together from a stock of sentences of our own.
#![allow(dead_code, reason = "each bench uses its own part")]

#[path = "../../tests/damage/mod.rs"]
mod damage;

pub use damage::Kind;

use damage::Chance;
use std::fmt::Write;

const SUBJECTS: [&str; 12] = [
    "农村饮水安全",
    "城市公园管护",
    "校车运行",
    "老年食堂",
    "冬季供暖",
    "河道清淤",
    "公共图书馆",
    "职业培训",
    "粮食收购",
    "森林防火",
    "社区卫生服务",
    "小微企业用电",
];
const VERBS: [&str; 8] = ["加强", "规范", "推进", "完善", "落实", "优化", "健全", "改进"];
const OBJECTS: [&str; 8] =
    ["组织领导", "日常管理", "经费保障", "监督检查", "设施建设", "队伍建设", "信息公开", "应急处置"];
const SENTENCES: [&str; 14] = [
    "各地要把这项工作摆上重要位置，明确一名负责同志具体抓，定期研究解决遇到的困难和问题。",
    "截至10月底，全市共排查整改问题3417个，整改率达到96.8%，群众满意度比上年提高5.2个百分点。",
    "按照“谁主管、谁负责”的原则，细化任务清单，逐项明确责任单位和完成时限，做到件件有着落。",
    "县财政每年安排专项资金1200万元，采取先建后补、以奖代补的办法，引导社会力量参与。",
    "要坚持问题导向，对排查出的隐患建立台账，能够立即整改的当场整改，一时难以整改的限期解决。",
    "根据《××省实施办法》第十二条的规定，凡不符合标准的，一律不得投入使用。",
    "近年来，随着人口向城镇集中，原有设施的布局、规模和服务方式已经不能满足群众的需要。",
    "要广泛宣传发动，通过广播、公开栏、微信群等多种形式，让政策家喻户晓、人人皆知。",
    "对工作推进不力、弄虚作假的，要严肃追究有关单位和人员的责任，并在全市范围内通报。",
    "我们先后到9个乡镇、27个村（社区）实地走访，召开座谈会31场，发放问卷4600份。",
    "实践证明，只有把群众的事交给群众商量着办，才能办得好、管得住、用得久。",
    "建立部门联席会议制度，每季度召开一次会议，通报进展情况，协调解决跨部门的事项。",
    "到2026年底，基本建成覆盖城乡、布局合理、运行高效的服务体系，主要指标进入全省前列。",
    "有关单位要于每月25日前报送工作进展，重大情况随时报告，不得迟报、漏报、瞒报。",
];
const HAN: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/// A writer of documents; the same seed writes the same.
pub struct Writer {
    chance: Chance,
    text: String,
}

impl Writer {
    fn new(seed: u64) -> Self {
        Self { chance: Chance(seed), text: String::new() }
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.chance.below(from.len())]
    }

    fn say(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn sentences(&mut self, count: usize) {
        for _ in 0..count {
            let sentence = self.pick(&SENTENCES);
            self.say(sentence);
        }
    }

    fn heading(&mut self) -> String {
        format!("{}{}", self.pick(&VERBS), self.pick(&OBJECTS))
    }

    /// A notice of about four kilobytes.
    fn notice(&mut self) {
        let (subject, number) = (self.pick(&SUBJECTS), 1 + self.chance.below(90));
        let _ = write!(
            self.text,
            "××市人民政府文件\n\n×政发〔2023〕{number}号\n\n关于进一步做好{subject}工作的通知\n\n各县（区）人民政府，市政府各部门：\n\n　　为做好{subject}工作，现就有关事项通知如下。\n"
        );
        self.chapters(3, 2, 1);
        let _ = write!(
            self.text,
            "　　特此通知。\n\n　　附件：{subject}任务清单\n\n××市人民政府\n2023年9月{}日\n\n　　（此件公开发布）\n",
            1 + number % 28
        );
    }

    /// A speech of about `parts` × 4 kilobytes.
    fn speech(&mut self, parts: usize) {
        let subject = self.pick(&SUBJECTS);
        let _ = write!(
            self.text,
            "在全市{subject}工作会议上的讲话\n\n（2023年3月{}日）\n\n同志们：\n\n　　今天我们召开{subject}工作会议，主要任务是总结经验、部署工作。下面，我讲{}点意见。\n\n",
            1 + self.chance.below(28),
            HAN[parts - 1]
        );
        self.chapters(parts, 3, 2);
        self.say("　　同志们，任务已经明确，关键在于落实。让我们共同努力！\n\n　　谢谢大家！\n");
    }

    fn chapters(&mut self, count: usize, sections: usize, items: usize) {
        for chapter in HAN.iter().take(count) {
            let heading = self.heading();
            let _ = writeln!(self.text, "　　{chapter}、{heading}");
            self.say("　　");
            self.sentences(2);
            self.say("\n");
            for section in HAN.iter().take(sections) {
                let heading = self.heading();
                let _ = write!(self.text, "　　（{section}）{heading}。");
                self.sentences(2);
                self.say("\n");
                for item in 1..=items {
                    let heading = self.heading();
                    let _ = write!(self.text, "　　{item}.{heading}。");
                    self.sentences(1);
                    self.say("一是建立责任制度，明确到岗到人；二是完善考核办法，按季度通报；三是加强队伍培训，提高业务能力。\n");
                }
            }
        }
    }
}

/// A notice of about 4 KB.
pub fn notice() -> String {
    let mut writer = Writer::new(4);
    writer.notice();
    writer.text
}

/// A speech of about 20 KB.
pub fn speech() -> String {
    let mut writer = Writer::new(20);
    writer.speech(5);
    writer.text
}

/// A compilation of speeches of about 200 KB.
pub fn compilation() -> String {
    let mut writer = Writer::new(200);
    writer.say("全市重点工作会议讲话材料汇编（10篇）\n\n");
    for number in HAN {
        let _ = write!(writer.text, "【篇{number}】\n\n");
        writer.speech(5);
        writer.say("\n");
    }
    writer.text
}

/// Notices and speeches after one another, at least `bytes` long.
pub fn corpus(bytes: usize) -> String {
    let mut writer = Writer::new(16);
    while writer.text.len() < bytes {
        writer.notice();
        writer.say("\n");
        writer.speech(4);
        writer.say("\n");
    }
    writer.text
}

/// The text as damage of this kind leaves it.
pub fn damaged(text: &str, kind: Kind) -> String {
    damage::damage(text, kind, 1).text
}
