// The typed views of a piece: `piece.view`.

import type { DocNumber, Excerpt, IsoDate, Span } from "./types.js";

/** What a piece says, by what such writing is for (要义). */
export interface View {
  /** What kind of document it is (文种); `null` where neither title nor form says so. */
  readonly genre: Genre | null;
  /** Why its matter is of weight (重大意义); `null` where no section says so. */
  readonly significance: Significance | null;
  /** What was learned (核心经验); `null` where no section says so. */
  readonly coreExperience: CoreExperience | null;
  /** What is to be done (对策举措); `null` where no section says so. */
  readonly countermeasures: Countermeasures | null;
  /** The rows of its task table (任务分解表), in the order of the text. */
  readonly tasks: readonly Task[];
  /** What it refers to (引用): works, quotations, its own parts, attachments. */
  readonly references: readonly Reference[];
}

/** What kind of document a piece is (文种), and what says so. */
export interface Genre {
  /** Its name in English. */
  readonly name: GenreName;
  /** Its name in Chinese: 通知 */
  readonly chinese: string;
  /** The words of the title or of an element that say it (依据). */
  readonly words: Excerpt;
}

/**
 * The kinds of documents (文种): the fifteen of the 《党政机关公文处理工作条例》 first, then those that
 * offices write besides.
 */
export type GenreName =
  /** 决议 */
  | "resolution"
  /** 决定 */
  | "decision"
  /** 命令 */
  | "order"
  /** 公报 */
  | "communique"
  /** 公告 */
  | "announcement"
  /** 通告 */
  | "public_notice"
  /** 意见 */
  | "opinion"
  /** 通知 */
  | "notice"
  /** 通报 */
  | "circular"
  /** 报告 */
  | "report"
  /** 请示 */
  | "request"
  /** 批复 */
  | "reply"
  /** 议案 */
  | "motion"
  /** 函 */
  | "letter"
  /** 纪要 */
  | "minutes"
  /** 方案 */
  | "scheme"
  /** 规划 */
  | "plan"
  /** 计划 */
  | "programme"
  /** 办法 */
  | "measures"
  /** 条例 */
  | "regulations"
  /** 规定 */
  | "provisions"
  /** 细则 */
  | "rules"
  /** 讲话 */
  | "speech"
  /** 致辞 */
  | "address"
  /** 发言 */
  | "remarks"
  /** 心得 */
  | "reflections"
  /** 总结 */
  | "summary"
  /** 调研报告 */
  | "research_report"
  /** 政府工作报告 */
  | "government_work_report"
  /** 汇报 */
  | "briefing"
  /** 倡议书 */
  | "appeal"
  /** 公开信 */
  | "open_letter"
  /** 预案 */
  | "contingency_plan"
  /** 制度 */
  | "system"
  /** 章程 */
  | "charter"
  /** 法律 */
  | "law"
  /** 答复 */
  | "answer"
  /** 宣传稿 */
  | "publicity";
/** Why a matter is of weight (重大意义). */
export interface Significance {
  /** What stands before the first reason (总起). */
  readonly lead: Excerpt | null;
  /** The reasons (意义), in the order of the text. */
  readonly reasons: readonly Reason[];
}

/** One reason (意义). */
export interface Reason {
  /** The number that its mark gives, or its place among the reasons, from 1 (序数). */
  readonly ordinal: number;
  /** The reason in short (论点): the title, or the first sentence. */
  readonly thesis: Excerpt | null;
  /** What the text says for it (论述). */
  readonly argument: Excerpt | null;
  /** The citation path of its section (引用路径), for {@link get}. */
  readonly path: string;
  /** The place in the source. */
  readonly span: Span;
}

/** What was learned (核心经验, 主要做法, 启示). */
export interface CoreExperience {
  /** What stands before the first principle (总起). */
  readonly lead: Excerpt | null;
  /** How long it took (历时): 15年来, 2003年以来 */
  readonly period: Period | null;
  /** The stages that the lead tells of (阶段): 先后经历了示范引领、整体推进2个阶段 */
  readonly stages: readonly Stage[];
  /** How many principles the lead announces (预告): 主要有以下七方面经验 */
  readonly announced: Announced | null;
  /** The principles (经验), in the order of the text; of sections that all tell of experience, the sections themselves. */
  readonly principles: readonly Principle[];
}

/** A stretch of years (历时). */
export interface Period {
  /** The words of the text (原文). */
  readonly raw: Excerpt;
  /** How many years it lasted, where the text counts them (年数). */
  readonly years: number | null;
  /** The year in which it began, where the text names one (起始年). */
  readonly since: number | null;
}

/** A stage of what was done (阶段). */
export interface Stage {
  /** Its place among the stages, from 1 (序数). */
  readonly ordinal: number;
  /** What it is called (名称). */
  readonly name: Excerpt;
}

/** A number that a lead announces (预告数). */
export interface Announced {
  /** The number (数目). */
  readonly count: number;
  /** The words that announce it (原文). */
  readonly raw: Excerpt;
}

/** One principle of what was learned (经验). */
export interface Principle {
  /** The number that its mark gives, or its place among the principles, from 1 (序数). */
  readonly ordinal: number;
  /** The principle in short (论点): the title, or the first sentence. */
  readonly thesis: Excerpt | null;
  /** How it was put into practice (做法). */
  readonly practice: Excerpt | null;
  /** The citation path of its section (引用路径), for {@link get}. */
  readonly path: string;
  /** The place in the source. */
  readonly span: Span;
}

/** What is to be done (对策举措, 重点任务, 下一步打算). */
export interface Countermeasures {
  /** What stands before the first measure (总起). */
  readonly lead: Excerpt | null;
  /** How many measures the lead announces (预告): 抓好以下四个方面 */
  readonly announced: Announced | null;
  /** The problems that the measures answer (问题). */
  readonly problems: readonly Problem[];
  /** The measures (举措), in the order of the text; what is required or aimed at (总体思路, 主要目标) is none. */
  readonly measures: readonly Measure[];
}

/** A problem that measures answer (问题). */
export interface Problem {
  /** Its number among the problems, from 1 (序数). */
  readonly ordinal: number;
  /** The problem in the words of the text. */
  readonly text: Excerpt | null;
  /** The place in the source. */
  readonly span: Span;
}

/** A measure (举措): what is to be done, by whom, by when. */
export interface Measure {
  /** The number that its mark gives, or its place among the measures, from 1 (序数). */
  readonly ordinal: number;
  /** The measure in short: the title, or the first sentence (举措). */
  readonly thesis: Excerpt | null;
  /** The clauses that say what is to be done, else the sentences of the text, else the thesis (具体行动). */
  readonly actions: readonly Excerpt[];
  /** Who answers for it (责任); `null` where no note of its own says so. */
  readonly responsibility: Responsibility | null;
  /** By when (完成时限). */
  readonly deadline: Deadline | null;
  /** The targets in figures (目标指标). */
  readonly indicators: readonly Indicator[];
  /** The citation path of its section (引用路径), for {@link get}. */
  readonly path: string;
  /** The place in the source. */
  readonly span: Span;
  /** The measures under it, where it is divided further. */
  readonly measures: readonly Measure[];
}

/** One row of a task table (任务): a measure of the text, or a row of a table or a card in it. */
export interface Task {
  /** Its number, where the text gives one (序号). */
  readonly ordinal: number | null;
  /** What is to be done, in short (重点任务). */
  readonly measure: Excerpt | null;
  /** The clauses that say what is to be done (具体举措). */
  readonly actions: readonly Excerpt[];
  /** Who answers for it, by its own note or that of the nearest section above it (责任). */
  readonly responsibility: Responsibility | null;
  /** By when (完成时限). */
  readonly deadline: Deadline | null;
  /** The targets in figures (目标指标). */
  readonly indicators: readonly Indicator[];
  /** The citation path of its section (引用路径), for {@link get}; `null` for a table right under the piece. */
  readonly path: string | null;
  /** The place in the source. */
  readonly span: Span;
}

/** Who answers for a measure (责任分工). */
export interface Responsibility {
  /** The notes as they stand in the text, brackets and all (原文). */
  readonly notes: readonly Excerpt[];
  /** All units and persons, in the order of the text (单位和人员). */
  readonly units: readonly Unit[];
}

/** A unit or person that answers for a measure (责任单位, 责任人). */
export interface Unit {
  /** The name as the note writes it (名称): 县水利局 */
  readonly name: Excerpt;
  /** What part it has (职责). */
  readonly part: Part;
}

/** What part a unit has in a measure. */
export type Part =
  /** 牵头 主办 */
  | "lead"
  /** 配合 参加 */
  | "partner"
  /** 负责 责任单位 */
  | "owner"
  /** 责任人 分管领导 */
  | "person";

/** By when a measure is to be done (完成时限). */
export interface Deadline {
  /** The words of the text (原文). */
  readonly raw: Excerpt;
  /** The last day; `null` where the task comes again and again, has no end, or the year is not known. */
  readonly date: IsoDate | null;
  /** What the words mean. */
  readonly due: Due;
}

/** What a deadline means. Tell them apart by `kind`. */
export type Due =
  | {
      /** By a day: 2025年底前 */
      readonly kind: "by";
      /** The day: `2025-12-31`. */
      readonly date: IsoDate;
    }
  | {
      /** By a day of a year that is not known: 年底前 */
      readonly kind: "by_day";
      /** The month (月), from 1. */
      readonly month: number;
      /** The day of the month (日), from 1. */
      readonly day: number;
    }
  | {
      /** Again and again: 每季度 */
      readonly kind: "every";
      /** How often (周期). */
      readonly interval: Interval;
    }
  | {
      /** For so many days: 30个工作日内 */
      readonly kind: "within";
      /** How many (数目). */
      readonly count: number;
      /** Of what (单位). */
      readonly unit: Interval;
    }
  | {
      /** Without an end: 长期坚持 */
      readonly kind: "ongoing";
    }
  | {
      /** Where a deadline is asked for and no such words stand: 立行立改 */
      readonly kind: "other";
    };

/** A stretch of time. */
export type Interval =
  /** 日 天 */
  | "day"
  /** 工作日 */
  | "workday"
  /** 周 */
  | "week"
  /** 月 */
  | "month"
  /** 季度 */
  | "quarter"
  /** 半年 */
  | "half_year"
  /** 年 */
  | "year";

/** A target in figures (目标指标): 群众满意度达到95%以上 */
export interface Indicator {
  /** The words from the subject to the unit (原文). */
  readonly raw: Excerpt;
  /** What is measured (指标); `null` where the clause leaves it out. */
  readonly subject: Excerpt | null;
  /** The number (数值), 万 and 亿 counted in: 1.5万 is 15000. */
  readonly value: number;
  /** What it is a number of (计量单位): %, 户, 公里 */
  readonly unit: Excerpt;
  /** Whether the number is the least, the most, or what is aimed at. */
  readonly bound: Bound;
  /** The last day to reach it, where the sentence says (时限). */
  readonly by: IsoDate | null;
}

/** How the number of an indicator is meant. */
export type Bound =
  /** 达到90% */
  | "exactly"
  /** 90%以上 不低于 超过 */
  | "at_least"
  /** 控制在5%以内 不超过 */
  | "at_most"
  /** 90%左右 */
  | "about";

/** Something that the text refers to (引用). */
export interface Reference {
  /** What kind it is. */
  readonly kind: ReferenceKind;
  /** The words, with their marks 《》 or “”. */
  readonly text: string;
  /** The place in the source. */
  readonly span: Span;
  /** The document number after a cited work (发文字号). */
  readonly docNumber: DocNumber | null;
  /** The citation path of the section that is meant (引用路径), for {@link get}. */
  readonly path: string | null;
  /** The place of the piece that is meant, of an attachment. */
  readonly piece: Span | null;
  /** Whether it means a part of the document that the document does not have (引用落空). */
  readonly unresolved: boolean;
}

/** What kind of reference it is. */
export type ReferenceKind =
  /** 《书屋管理办法》（某政发〔2024〕3号） */
  | "work"
  /** “一图一库” */
  | "quotation"
  /** 本办法第八条第（二）项 */
  | "part"
  /** 附件2 */
  | "attachment";
