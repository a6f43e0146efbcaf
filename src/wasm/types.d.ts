/**
 * gongwen reads the structure of Chinese official writing (公文, 讲话稿, 方案, 报告, 法规) out of plain text.
 *
 * Offsets are UTF-16 code units, the end is not included: `text.slice(span.start, span.end)` is the
 * place meant. All objects are plain: they go through `JSON.stringify`, `structuredClone` and
 * `postMessage` as they are. Texts are clean (noise inside them is removed); spans are the places in
 * the source.
 *
 * @packageDocumentation
 */

import type { Task, View } from "./view.js";

export type * from "./view.js";

/**
 * Reads the structure of a text: every string is a document.
 *
 * Options in a variable that may say `views: false` give a document without views, as far as the types know;
 * declare it as `Options & { views?: true }` where it does not.
 *
 * @throws `TypeError` (code `invalid_type`) if `text` is not a string or an option is of a wrong type;
 * {@link GongwenError} with code `lexicon` if the lexicon cannot be read, with code `too_long` if the text has more than
 * 134,217,728 (2²⁷) UTF-16 units.
 */
export function parse(text: string, options?: Options & { readonly views?: true | undefined }): Document;
/** Without the typed views: pieces have no `view`. */
export function parse(text: string, options: Options & { readonly views: false }): Document<BarePiece>;
/** With or without them, as the options say. */
export function parse(text: string, options: Options): Document<Piece | BarePiece>;

/**
 * The innermost section that holds the place `offset` (UTF-16), or `undefined` outside of all sections.
 * The end of the text belongs to what ends there; before the text and behind it there is nothing.
 */
export function at(document: Document<BarePiece>, offset: number): Section | undefined;

/**
 * The section at a citation path (引用路径): `1/二/3`, as `section.path` gives it.
 *
 * A section without a mark is `#` and its number among such siblings: `1/#2`; of several with the same mark, the second is
 * `1/二~2`.
 *
 * @throws {@link GongwenError} with code `no_such_path` and the step that the document does not have.
 */
export function get(document: Document<BarePiece>, path: string): Section;

/**
 * All sections in the order of the text, each with how deep it lies (0 right under its piece) and
 * the piece that it belongs to.
 */
export function outline(document: Document<BarePiece>): readonly OutlineEntry[];

/**
 * The tasks of all pieces, in the order of the text: the rows of a task table (任务分解表).
 *
 * @throws `TypeError` (code `invalid_type`) if the document was parsed without its views.
 */
export function tasks(document: Document): readonly Task[];

/**
 * The clean text as Markdown: titles as `#`, items and points as lists, noise left out.
 *
 * @param text The text that was parsed: the stop after a title (压实责任。) stands only there.
 */
export function toMarkdown(document: Document<BarePiece>, text: string): string;

/** The version of the package, which is that of the Rust crate: `0.1.0`. */
export const version: string;

/** What to look for and what to leave out; all is on unless told. */
export interface Options {
  /** Whether to find points in running text: 一是…；二是… */
  readonly points?: boolean | undefined;
  /** Whether to find leads: the title sentences that parallel paragraphs open with. */
  readonly leads?: boolean | undefined;
  /** Whether to look for noise. Off, every character counts as the document's own. */
  readonly noise?: boolean | undefined;
  /**
   * Whether to give the typed views (`piece.view`): significance, core experience, countermeasures,
   * tasks, references, genre.
   */
  readonly views?: boolean | undefined;
  /** Whether to look for findings. Off, `diagnostics` is empty. */
  readonly findings?: boolean | undefined;
  /**
   * Wording of roles of your own (自定义词表), which goes before the built-in one. A rule a line: a role (one of
   * {@link Role}, a name of your own, or `none` for wording that looks like a cue and is not), a place, and wordings,
   * parted by blanks: `liability end 责任认定 处理意见`. `#` opens a comment.
   *
   * The place is `whole` (a title, or a clause of it, is exactly this), `end` or `start` (it ends or begins so), `in` (it
   * stands anywhere in a title), `last` (as `end`, in the last sections of a document only) or `text` (the text under the
   * title opens with it, or announces a list with it), and may give the confidence in percent: `in:40`.
   */
  readonly lexicon?: string | undefined;
}

/** A place in the source, in UTF-16 code units: from `start` up to, not including, `end`. */
export interface Span {
  /** The first unit. */
  readonly start: number;
  /** The unit after the last. */
  readonly end: number;
}

/**
 * A text and its structure.
 *
 * @typeParam P {@link BarePiece} where it was parsed with `views: false`.
 */
export interface Document<P extends BarePiece = Piece> {
  /** The version of this schema. */
  readonly schema: 1;
  /** The documents or speeches of the file (篇), in order. A file with one document has one. */
  readonly pieces: readonly P[];
  /** What is in the source but not in the document: page marks, site furniture (噪声). */
  readonly noise: readonly Noise[];
  /** What a reader of the draft should look at (问题提示), in the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
}

/** One document or speech of the file (篇). */
export interface Piece extends BarePiece {
  /** What it says, by what such writing is for (要义): the typed views. */
  readonly view: View;
}

/** One document or speech of the file (篇), without the typed views. */
export interface BarePiece {
  /** The place in the source. */
  readonly span: Span;
  /** Its title (标题); `null` where the source has none. */
  readonly title: Title | null;
  /** The parts of its form (公文要素), in the order of the text. */
  readonly elements: readonly Element[];
  /** The text that stands under none of its sections, elements or titles; paragraphs separated by `\n`. */
  readonly text: string;
  /** Its first level of sections (层次). */
  readonly sections: readonly Section[];
}

/** The title of a piece or section (标题), without its mark. */
export interface Title {
  /** The title on one line, without noise. */
  readonly text: string;
  /** The place in the source. */
  readonly span: Span;
}

/**
 * A section of a piece (层次): headings, items, points and leads, nested as the author meant them.
 * Tell them apart by `kind`.
 */
export type Section = Heading | Item | Point | Lead;

/** What every section has, whatever its kind. */
export interface SectionBase {
  /** What the section is for in the document (作用); `null` where nothing says so. */
  readonly role: Role | CustomRole | null;
  /** What says that it has its role (依据); `null` where it has none. */
  readonly roleEvidence: RoleEvidence | null;
  /** The mark that opens it (序号): 一、 （一） 1. 第三条 一是 首先; `null` where it has none. */
  readonly mark: Mark | null;
  /** Its title (标题); `null` where it is a paragraph without one. */
  readonly title: Title | null;
  /** Its own text, without its mark, its title and the sections under it; paragraphs separated by `\n`. */
  readonly text: string;
  /** The place in the source, from its mark to the end of all that is under it. */
  readonly span: Span;
  /** Its citation path (引用路径), for {@link get}: `1/二/3` is 3. under 二、 of the first piece. */
  readonly path: string;
  /** The sections right under it. */
  readonly sections: readonly Section[];
}

/** A title that opens a section, numbered or not (标题): 二、主要做法 */
export interface Heading extends SectionBase {
  readonly kind: "heading";
}

/** A numbered paragraph or article (条款): 第一条 为了…… */
export interface Item extends SectionBase {
  readonly kind: "item";
}

/** A point of an enumeration in running text (段内列举): 一是……；二是…… */
export interface Point extends SectionBase {
  readonly kind: "point";
}

/** The title sentence or label of one of several parallel paragraphs (段首句): 组织保障：…… */
export interface Lead extends SectionBase {
  readonly kind: "lead";
}

/** What a section is. */
export type SectionKind = Section["kind"];

/** What a section is for in its document. */
export type Role =
  /** 背景 形势 基本情况 */
  | "background"
  /** 重大意义 重要性 必要性 */
  | "significance"
  /** 成效 成绩 贡献 */
  | "achievements"
  /** 核心经验 做法 启示 体会 */
  | "core_experience"
  /** 问题 短板 困难 */
  | "problems"
  /** 原因 */
  | "causes"
  /** 总体要求 指导思想 基本原则 */
  | "requirements"
  /** 目标 */
  | "goals"
  /** 对策 举措 措施 建议 重点任务 下一步工作 */
  | "countermeasures"
  /** 保障措施 组织实施 加强组织领导 */
  | "safeguards"
  /** 结语 */
  | "conclusion";

/** The name of a role of one's own, from `options.lexicon`. */
export type CustomRole = string & Record<never, never>;

/** What says that a section has its role (依据). */
export interface RoleEvidence {
  /** The words that say it, without noise. */
  readonly cue: string;
  /** What kind of evidence it is. */
  readonly basis: RoleBasis;
  /** How sure it is, from 0 to 1: a judgement, not a measured frequency. */
  readonly confidence: number;
  /** Where the words stand in the source; it may be in the title of another section. */
  readonly span: Span;
}

/** What kind of thing a role was told by, from the plainest to the faintest. */
export type RoleBasis =
  /** The wording of its title (标题用语). */
  | "title"
  /** The form of its title in writing of this kind (标题句式): 加快建设…… in a plan */
  | "form"
  /** The wording of the text under the title (正文用语). */
  | "text"
  /** The titles of the sections under it (下级标题). */
  | "children"
  /** The words that announce the list it is in (总起句): 主要做法如下： */
  | "announced"
  /** The title of the section that it stands under (上级标题). */
  | "parent"
  /** The roles of the sections before and after it (前后标题). */
  | "neighbours";

/** The mark that opens a section (序号). */
export interface Mark {
  /** The mark as it stands in the source, misreadings and all. */
  readonly text: string;
  /** How it is written. */
  readonly style: MarkStyle;
  /** The number it gives, from 1; `null` where it gives none: 最后 */
  readonly ordinal: number | null;
  /** The place in the source. */
  readonly span: Span;
}

/** How a mark is written. */
export type MarkStyle =
  /** 第一编 第一篇 */
  | "volume"
  /** 第一部分, 第一分编, and on a line of its own 第一个问题： */
  | "part"
  /** 第一章 */
  | "chapter"
  /** 第一节 */
  | "division"
  /** 第一条 */
  | "article"
  /** 一、 */
  | "han"
  /** （一） */
  | "paren_han"
  /** 1. 1． 1、, and 01 or PART 01 beside a title or above it */
  | "arabic"
  /** 1.1 1.1.1; the ordinal is the last number */
  | "decimal"
  /** （1） */
  | "paren_arabic"
  /** 1） */
  | "half_paren_arabic"
  /** ① ⑴ ㈠ */
  | "circled"
  /** Ⅰ. */
  | "roman"
  /** A. a) */
  | "letter"
  /** 第一， */
  | "nth"
  /** 一是 */
  | "is"
  /** 一要 */
  | "must"
  /** 首先 其次 再次 最后 */
  | "first_next"
  /** 其一 */
  | "of_them";

/**
 * A part of the document form (公文要素, GB/T 9704-2012, and the form of speeches).
 * Tell them apart by `kind`, which says what `value` is.
 */
export type Element = {
  readonly [K in ElementKind]: ElementBase & {
    /** Which part it is. */
    readonly kind: K;
    /** What it says, read; `null` where it cannot be read, or where its words are all there is. */
    readonly value: K extends keyof ElementValues ? ElementValues[K] | null : null;
  };
}[ElementKind];

/** What every element has, whatever its kind. */
export interface ElementBase {
  /** Its text, without noise. */
  readonly text: string;
  /** The place in the source. */
  readonly span: Span;
}

/** What the elements say, by kind; those left out are only words. */
export interface ElementValues {
  /** 发文字号 */
  readonly doc_number: DocNumber;
  /** 成文日期 */
  readonly date: { /** The day: 二〇二三年六月五日 is `2023-06-05`. */ readonly date: IsoDate };
  /** 密级和保密期限 */
  readonly secrecy: {
    /** 密级 */
    readonly level: SecrecyLevel;
    /** 保密期限, in the words of the text; `null` where none is given. */
    readonly term: Excerpt | null;
  };
  /** 紧急程度 */
  readonly urgency: { /** 紧急程度 */ readonly level: UrgencyLevel };
  /** 主送机关 */
  readonly addressee: Names;
  /** 抄送机关 */
  readonly copy_to: Names;
  /** 称谓 */
  readonly salutation: Names;
  /** 签发人 */
  readonly signer: Names;
  /** 署名 */
  readonly author: Names;
  /** 发文机关署名 */
  readonly signature: Names;
  /** 发文机关标志 */
  readonly issuing_mark: Names;
  /** 附件说明 */
  readonly attachment_note: { /** What is attached (附件), in order. */ readonly attachments: readonly Attachment[] };
  /** 印发机关和印发日期 */
  readonly print_info: {
    /** 印发机关 */
    readonly organ: Excerpt | null;
    /** 印发日期 */
    readonly date: IsoDate | null;
  };
}

/** What an element says. */
export type ElementValue = ElementValues[keyof ElementValues];

/** How secret a document is (密级). */
export type SecrecyLevel =
  /** 秘密 */
  | "secret"
  /** 机密 */
  | "confidential"
  /** 绝密 */
  | "top_secret";

/** How urgent a document is (紧急程度). */
export type UrgencyLevel =
  /** 平急, of telegrams */
  | "ordinary"
  /** 加急 急件 */
  | "urgent"
  /** 特急 */
  | "extra_urgent"
  /** 特提, of telegrams */
  | "immediate";

/** Names that stand in a list (名单): 各乡镇人民政府，县直各部门 */
export interface Names {
  /** Each by itself, in order. */
  readonly names: readonly Excerpt[];
}

/** A document number (发文字号), read: 国发〔2024〕3号 */
export interface DocNumber {
  /** 机关代字: 国发 */
  readonly organ: Excerpt;
  /** 年份; `null` where it is masked or left out. */
  readonly year: number | null;
  /** 发文顺序号; `null` where it is masked. */
  readonly number: number | null;
}

/** Something that a document lists as attached (附件). */
export interface Attachment {
  /** Its number (顺序号), from 1. */
  readonly ordinal: number;
  /** Its title as the note gives it (附件名称). */
  readonly title: Excerpt;
  /** The place of the piece that it is; `null` where none with this title follows. */
  readonly piece: Span | null;
}

/** A date in ISO 8601: `2025-12-31`; where the text names no day or month, `2025-12` or `2025`. */
export type IsoDate = string;

/** A stretch of the document: its text without noise, and its place in the source. */
export interface Excerpt {
  /** The text on its own; paragraphs separated by `\n`. */
  readonly text: string;
  /** The place in the source. */
  readonly span: Span;
}

/** Which part of the document form it is. */
export type ElementKind =
  /** The title of a compilation: ……发言材料汇编（5篇） */
  | "collection_title"
  /** 发文机关标志: ××市人民政府文件 */
  | "issuing_mark"
  /** 发文字号: 国发〔2024〕3号 */
  | "doc_number"
  /** 密级和保密期限: 机密★1年 */
  | "secrecy"
  /** 紧急程度: 特急 */
  | "urgency"
  /** 签发人 */
  | "signer"
  /** 主送机关: 各省、自治区、直辖市人民政府： */
  | "addressee"
  /** 称谓: 同志们： */
  | "salutation"
  /** 署名, or the speaker under the title */
  | "author"
  /** 发文机关署名, at the end */
  | "signature"
  /** 成文日期, or the date under the title */
  | "date"
  /** 附件说明: 附件：1.…… */
  | "attachment_note"
  /** 附注: （此件公开发布） */
  | "note"
  /** 抄送机关 */
  | "copy_to"
  /** 印发机关和印发日期 */
  | "print_info"
  /** 结束语: 特此通知。 谢谢大家！ */
  | "closing";

/** A stretch of the source that is not the document (噪声). */
export interface Noise {
  /** What kind of noise it is. */
  readonly kind: NoiseKind;
  /** The place in the source. */
  readonly span: Span;
}

/** What kind of noise it is. */
export type NoiseKind =
  /** A page mark that a sharing site put into the text (页码标记): `12、` */
  | "page_mark"
  /** A page number (页码): `- 3 -` 第3页 共9页 */
  | "page_number"
  /** A line repeated at the head or foot of the pages (页眉页脚). */
  | "running_head"
  /** What a site puts around a document (网站附加内容): notices, menus, keywords, links. */
  | "boilerplate"
  /** A table of contents (目录). */
  | "contents"
  /** A line break in the middle of a sentence (断行). */
  | "hard_wrap"
  /** A blank between the characters of a word (多余空格). */
  | "stray_blank";

/** A finding (问题提示): something in the writing that a person should look at. */
export interface Diagnostic {
  /** What kind of finding it is. */
  readonly code: DiagnosticCode;
  /** How much it matters. */
  readonly severity: Severity;
  /** The place that it is mainly about. */
  readonly span: Span;
  /** One sentence that says what was found. */
  readonly message: Bilingual;
  /** What the writer could do, where there is something to say. */
  readonly help: Bilingual | null;
  /** The places that it points at, the main one first. */
  readonly labels: readonly Label[];
}

/** How much a finding matters. */
export type Severity =
  /** Good to know: nothing is wrong with the writing (提示). */
  | "information"
  /** Probably a slip of the writer or of the machine that read the page (警告). */
  | "warning";

/** What kind of finding it is. */
export type DiagnosticCode =
  /** A number is left out (缺号): 三 follows 一. */
  | "numbering_gap"
  /** A number comes twice (重号): 二 follows 二. */
  | "numbering_repeat"
  /** A list begins with another number than one (起号不对). */
  | "numbering_start"
  /** A list goes back (乱序): 二 follows 四. */
  | "numbering_disorder"
  /** A level is skipped or stands above its own (跳级、颠倒): （一） under 1. */
  | "level_jump"
  /** Marks of one list are written in different ways (序号混用): 1. and 2、. */
  | "mixed_styles"
  /** A count that the text announces is not the count found (数目不符): 七方面经验. */
  | "count_mismatch"
  /** A quotation mark or bracket without its partner (括号不配对). */
  | "unbalanced"
  /** A mark or numeral was probably misread, or a document's number is written otherwise than GB/T 9704 has it (误识、误写): 2O19, —、, 青政发[2024]05号 */
  | "misreading"
  /** The text ends in the middle of a sentence (文末截断). */
  | "cut_off"
  /** Noise was found and set aside (已去噪声). */
  | "noise_removed"
  /** A reference to a part that the document does not have (引用落空): 本办法第八条 */
  | "unresolved_reference"
  /** A day that no calendar has, or with another day of the week (日期有误): 2月30日 */
  | "impossible_date"
  /** Two marks of punctuation where one stands (标点重复): ，， */
  | "punctuation";

/** A place that a finding points at, with a few words on its part in the matter. */
export interface Label {
  /** The place in the source. */
  readonly span: Span;
  /** The words; may be empty. */
  readonly message: Bilingual;
}

/** The same words in English and Chinese (中英文). */
export interface Bilingual {
  /** English. */
  readonly en: string;
  /** 简体中文. */
  readonly zh: string;
}

/** A section as the outline lists it (提纲). */
export interface OutlineEntry {
  /** The section itself. */
  readonly section: Section;
  /** The section that it stands under; `null` right under its piece. */
  readonly parent: Section | null;
  /** How deep it lies: 0 right under its piece. */
  readonly depth: number;
  /** The place of its piece in `document.pieces`, from 0. */
  readonly piece: number;
  /** Its role, or that of the nearest section above it that has one; `null` where none has. */
  readonly effectiveRole: Role | CustomRole | null;
}

/**
 * What the functions throw. Only a wrong type of argument throws a `TypeError`, whose `code` is `invalid_type`.
 */
export class GongwenError extends Error {
  private constructor();
  /** Why the call was refused. */
  readonly code: ErrorCode;
  /** Code `lexicon`: the line of `options.lexicon` that cannot be read, from 1. */
  readonly line?: number;
}

/** Why a call was refused. */
export type ErrorCode =
  /** An argument is not of the type asked for. */
  | "invalid_type"
  /** `options.lexicon` cannot be read; `line` says where. */
  | "lexicon"
  /** {@link get}: the document has no such section. */
  | "no_such_path"
  /** {@link parse}: the text is longer than WebAssembly has memory for. */
  | "too_long"
  /** The WebAssembly could not be fetched, compiled or started here. */
  | "unavailable"
  /** `gongwen/slim` was used before `init` or `initSync`. */
  | "not_initialized"
  /** A defect of the library: please report it. The next call starts afresh. */
  | "internal";
