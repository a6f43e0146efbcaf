/** What the page and its worker say to each other. Numbers are UTF-16 offsets into the text parsed. */
import type {
  Bilingual, DiagnosticCode, ElementKind, NoiseKind, Section, SectionKind, Severity, Span,
} from "gongwen";

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
  markSpan: Span | null;
  titleSpan: Span | null;
  /** The row after the last one under this one. */
  next: number;
}

/** A line of a card: a reason, a principle, a measure. */
export interface Thesis {
  row: number;
  mark: string;
  title: string;
  /** The opening of its text, for a glance. */
  text: string;
  /** The titles right under it. */
  parts: { row: number; mark: string; title: string }[];
}

/** A section with one of the roles that a card is made for. */
export interface Card {
  role: RoleName;
  row: number;
  title: string;
  lead: string;
  theses: Thesis[];
}

/** What the meaning pane shows for one piece. */
export interface PieceView {
  row: number;
  title: string;
  start: number;
  end: number;
  elements: { kind: ElementKind; text: string; start: number; end: number }[];
  cards: Card[];
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

/** Everything that the page draws for one text. */
export interface Parsed {
  /** How long the text was when it was parsed. */
  length: number;
  rows: Row[];
  pieces: PieceView[];
  noise: NoiseSpan[];
  findings: Finding[];
}

export type ExportFormat = "json" | "markdown" | "csv";

export type Request =
  | { type: "parse"; id: number; text: string }
  | { type: "export"; id: number; format: ExportFormat };

export type Reply =
  | { type: "ready"; version: string }
  | { type: "parsed"; id: number; parsed: Parsed; milliseconds: number; bytes: number }
  /** The same text timed again, once the engine is warm: the median of several runs. */
  | { type: "timed"; milliseconds: number; bytes: number }
  | { type: "exported"; id: number; content: string }
  | { type: "failed"; id: number; message: string };
