//! The nouns that titles end in: all of them, and those that tell a title by themselves where little else does.

use crate::lexer::words::{Words, words};
use crate::word_list::word_list;

/// What titles end in, by kind of document.
pub(in crate::parser) static NOUN: &Words = words!(word_list!("noun.txt"));

/// Of a piece that stands below others without more ado.
pub(super) static APART: &Words =
    words!("工作计划 工作方案 实施方案 行动方案 活动方案 工作总结 调研提纲 倡议书 公开信");

/// Of the lists that are annexed to a document.
pub(super) static LISTS: &Words = words!("成员名单 人员名单 分工表 分解表 责任清单 一览表 汇总表 明细表 安排表 名单");

/// Of the documents that one file holds with numbers before them.
pub(super) static NUMBERED: &Words = words!(
    "方案 致辞 致词 讲话 发言 慰问信 感谢信 公开信 倡议书 贺信 贺词 主持词 邀请函 总结 通知 报告 决定 汇报 讲稿"
);

/// Of the rules that a collection of rules holds.
pub(super) static RULES: &Words = words!("制度 职责 规定 办法 守则 规范 规则 细则 公约 章程 条例 预案 须知 规程");
