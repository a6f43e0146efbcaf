/** What the page and its worker say to each other. Numbers are UTF-16 offsets into the text parsed. */
import type {
  Bilingual, DiagnosticCode, ElementKind, ElementValue, GenreName, NoiseKind, Part as UnitPart, Section, SectionKind, Severity,
} from "gongwen";
import type { Language } from "./words";

/** The name of a role: one of the library's, or one that a newer library knows. */
export type RoleName = NonNullable<Section["role"]>;

/** One line of the outline: a piece, or a section of it. */
export interface Row {
  /** Which it is; a piece holds sections. */
  kind: SectionKind | "piece";
  /** 0 for a piece. */
  depth: number;
  /** The row above it in the tree, -1 for a piece. */
  parent: number;
  /** The piece it belongs to. */
  piece: number;
  /** The section's own role. */
  role: RoleName | null;
  /** Its own role, or else that of the nearest section above it that has one. */
  tint: RoleName | null;
  mark: string;
  /** Its title, or the opening words of its text. */
  title: string;
  /** Whether `title` is a title of the document. */
  titled: boolean;
  start: number;
  end: number;
  /** Where the mark and the title of the document stand; both ends 0 where there is none. */
  markStart: number;
  markEnd: number;
  titleStart: number;
  titleEnd: number;
  /** The row after the last one under this one. */
  next: number;
}

/** The rows by column: thousands of objects take long to send, a few arrays do not. */
export interface RowColumns {
  /** Of each row the numbers of `packRows`, one row after the other. */
  numbers: Int32Array;
  marks: string[];
  titles: string[];
  /** The kinds and roles that `numbers` means. */
  names: string[];
}

/** Words of the text, perhaps shortened, and where they stand. */
export interface Words {
  text: string;
  start: number;
  end: number;
}

/** A section as a link. */
export interface SectionLink {
  row: number;
  title: string;
}

/** What the three cards have in common. */
export interface Card {
  /** The sections that it is read from. */
  titles: SectionLink[];
  lead: Words | null;
  /** The number of its parts that the text announces. */
  announced: number | null;
}

/** A reason or a principle: what it says in short, and the opening of what is said for it. */
export interface Point {
  row: number;
  mark: string;
  thesis: string;
  text: string;
}

export interface SignificanceCard extends Card {
  reasons: Point[];
}

export interface ExperienceCard extends Card {
  period: Words | null;
  stages: Words[];
  principles: Point[];
}

export interface CountermeasuresCard extends Card {
  problems: Words[];
  measures: MeasureView[];
}

/** Who does a thing by when, and how much of it. */
export interface Assignment {
  actions: Words[];
  units: { name: string; part: UnitPart }[];
  deadline: (Words & { date: string | null }) | null;
  indicators: Words[];
}

export interface MeasureView extends Assignment {
  row: number;
  mark: string;
  thesis: string;
  measures: MeasureView[];
}

/** A row of the task table. */
export interface TaskView extends Assignment {
  measure: string;
  start: number;
  end: number;
}

/** A part of the document form: its words, and what they say where that was read. */
export interface ElementView extends Words {
  kind: ElementKind;
  value: ElementValue | null;
}

/** What the meaning pane shows for one piece. */
export interface PieceView {
  row: number;
  title: string;
  genre: { name: GenreName; chinese: string } | null;
  start: number;
  end: number;
  elements: ElementView[];
  significance: SignificanceCard | null;
  experience: ExperienceCard | null;
  countermeasures: CountermeasuresCard | null;
  tasks: TaskView[];
  /** What it cites, each once, the works before the quotations; and the parts it lacks. */
  references: (Words & { unresolved: boolean })[];
  /** The other sections with a role, for a short list. */
  others: { role: RoleName; row: number; title: string }[];
}

export interface NoiseSpan {
  kind: NoiseKind;
  start: number;
  end: number;
}

export interface Finding {
  code: DiagnosticCode;
  severity: Severity;
  start: number;
  end: number;
  message: Bilingual;
  help: Bilingual | null;
}

/** A part of the document form, as the source pane marks it. */
export interface Part {
  kind: ElementKind;
  start: number;
  end: number;
}

/** A piece that is not in the meaning pane. */
export interface PieceHead {
  row: number;
  /** Whether it has one of the three cards. */
  hasCard: boolean;
  tasks: number;
}

/** What the outline and the source are painted from: it comes first. */
export interface Structure<Rows = Row[]> {
  /** How long the text was when it was parsed. */
  length: number;
  rows: Rows;
  parts: Part[];
  noise: NoiseSpan[];
}

/** What the meaning pane is painted from, and the squiggles of the source: it comes once nobody types. */
export interface Meaning {
  pieces: PieceHead[];
  /** The piece that the meaning pane shows, and which one it is. */
  shown: number;
  view: PieceView | null;
  findings: Finding[];
}

export type ExportFormat = "json" | "markdown" | "sections" | "tasks";

export type Request =
  /** `piece` is the one that the meaning pane shows, -1 for the first one that has a card. */
  | { type: "parse"; id: number; text: string; piece: number }
  /** Asks for another piece of the text that was parsed last. */
  | { type: "piece"; id: number; piece: number }
  | { type: "export"; id: number; format: ExportFormat; language: Language };

export type Reply =
  | { type: "ready"; version: string }
  /** `milliseconds` is what `parse` took for it, without the views. */
  | { type: "structure"; id: number; structure: Structure<RowColumns>; milliseconds: number; bytes: number }
  /** Of the same text, unless a newer one has come; `milliseconds` is what `parse` took for all of it. */
  | { type: "meaning"; id: number; meaning: Meaning; milliseconds: number }
  /** The same text timed again, once the engine is warm: what several runs took as a rule. */
  | { type: "timed"; milliseconds: number; withViews: number; bytes: number }
  | { type: "piece"; piece: number; view: PieceView | null }
  | { type: "exported"; id: number; content: string }
  | { type: "failed"; id: number; message: string };
