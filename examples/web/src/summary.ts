/** Turns a document into what the page draws. Runs in the worker, so that the page only paints. */
import type { Deadline, Document, Element, Excerpt, Indicator, Measure, Piece, Responsibility, Section } from "gongwen";
import type {
  Assignment, Card, ElementView, MeasureView, Parsed, PieceView, Point, RoleName, Row, SectionLink, Words,
} from "./protocol";

/** The roles that have a card of their own. */
const CARDS: readonly RoleName[] = ["significance", "core_experience", "countermeasures"];
/** Long enough for a line of the outline, short enough to send thousands of them. */
const TITLE = 80;
const LEAD = 140;

/** All rows, cards and places of a document. */
export function summarise(document: Document, text: string): Parsed {
  const rows: Row[] = [];
  const byPath = new Map<string, number>();
  const pieces = document.pieces.map((piece, index) => pieceView(rows, byPath, piece, index));
  return {
    length: text.length,
    rows,
    pieces,
    noise: document.noise.map(({ kind, span }) => ({ kind, start: span.start, end: span.end })),
    findings: document.diagnostics.map(({ code, severity, span, message, help }) => ({
      code, severity, start: span.start, end: span.end, message, help,
    })),
  };
}

function pieceView(rows: Row[], byPath: Map<string, number>, piece: Piece, index: number): PieceView {
  const row = rows.length;
  const title = piece.title?.text ?? "";
  rows.push({
    kind: "piece", depth: 0, parent: -1, piece: index, role: null, tint: null, mark: "",
    title: title || opening(piece.text, TITLE), titled: title !== "",
    start: piece.span.start, end: piece.span.end,
    markSpan: null, titleSpan: piece.title?.span ?? null, next: 0,
  });
  const others: PieceView["others"] = [];
  addSections(rows, byPath, piece.sections, { parent: row, depth: 1, tint: null, piece: index }, others);
  rows[row]!.next = rows.length;
  const { genre } = piece.view;
  return {
    row, title, start: piece.span.start, end: piece.span.end,
    genre: genre && { name: genre.name, chinese: genre.chinese },
    elements: piece.elements.map(elementView),
    others,
    ...cards(rows, byPath, piece),
    tasks: piece.view.tasks.map((task) => ({
      measure: opening(task.measure?.text ?? "", TITLE), start: task.span.start, end: task.span.end, ...assignment(task),
    })),
    references: references(piece),
  };
}

interface Place {
  parent: number;
  depth: number;
  tint: RoleName | null;
  piece: number;
}

function addSections(
  rows: Row[], byPath: Map<string, number>, sections: readonly Section[], place: Place, others: PieceView["others"],
): void {
  for (const section of sections) {
    const index = rows.length;
    const { role, path } = section;
    const tint = role ?? place.tint;
    byPath.set(path, index);
    rows.push({
      kind: section.kind, depth: place.depth, parent: place.parent, piece: place.piece, role, tint,
      mark: section.mark?.text ?? "", title: heading(section), titled: section.title !== null,
      start: section.span.start, end: section.span.end,
      markSpan: section.mark?.span ?? null, titleSpan: section.title?.span ?? null, next: 0,
    });
    if (role && role !== place.tint && !CARDS.includes(role)) others.push({ role, row: index, title: heading(section) });
    addSections(rows, byPath, section.sections, { ...place, parent: index, depth: place.depth + 1, tint }, others);
    rows[index]!.next = rows.length;
  }
}

/** The three views of a piece as cards. */
function cards(
  rows: readonly Row[], byPath: ReadonlyMap<string, number>, { view }: Piece,
): Pick<PieceView, "significance" | "experience" | "countermeasures"> {
  const row = (path: string): number => byPath.get(path) ?? -1;
  /** The sections that the parts of a view are read from: the highest over them with its role. */
  const titles = (role: RoleName, parts: readonly { path: string }[]): SectionLink[] => {
    const found = new Set<number>();
    for (const { path } of parts) {
      let top = row(path);
      for (let up = top; up >= 0; up = rows[up]!.parent) if (rows[up]!.role === role) top = up;
      found.add(top);
    }
    return [...found].filter((top) => top >= 0).map((top) => ({ row: top, title: rows[top]!.title }));
  };
  const card = (role: RoleName, lead: Excerpt | null, parts: readonly { path: string }[]): Card => ({
    titles: titles(role, parts), lead: words(lead, LEAD), announced: null,
  });
  const point = (path: string, thesis: Excerpt | null, text: Excerpt | null): Point => {
    const at = row(path);
    return { row: at, mark: rows[at]?.mark ?? "", thesis: opening(thesis?.text ?? "", TITLE), text: opening(text?.text ?? "", LEAD) };
  };
  const measure = (each: Measure): MeasureView => ({
    ...point(each.path, each.thesis, null), ...assignment(each), measures: each.measures.map(measure),
  });
  const { significance, coreExperience: experience, countermeasures } = view;
  return {
    significance: significance && {
      ...card("significance", significance.lead, significance.reasons),
      reasons: significance.reasons.map(({ path, thesis, argument }) => point(path, thesis, argument)),
    },
    experience: experience && {
      ...card("core_experience", experience.lead, experience.principles),
      announced: experience.announced?.count ?? null,
      period: words(experience.period?.raw ?? null),
      stages: experience.stages.flatMap(({ name }) => words(name) ?? []),
      principles: experience.principles.map(({ path, thesis, practice }) => point(path, thesis, practice)),
    },
    countermeasures: countermeasures && {
      ...card("countermeasures", countermeasures.lead, countermeasures.measures),
      announced: countermeasures.announced?.count ?? null,
      problems: countermeasures.problems.flatMap(({ text }) => words(text) ?? []),
      measures: countermeasures.measures.map(measure),
    },
  };
}

function assignment(from: {
  actions: readonly Excerpt[];
  responsibility: Responsibility | null;
  deadline: Deadline | null;
  indicators: readonly Indicator[];
  thesis?: Excerpt | null;
  measure?: Excerpt | null;
}): Assignment {
  const short = (from.thesis ?? from.measure)?.text;
  return {
    // where the title says all, it is the only action
    actions: from.actions.filter(({ text }) => text !== short).flatMap((action) => words(action, LEAD) ?? []),
    units: from.responsibility?.units.map(({ name, part }) => ({ name: name.text, part })) ?? [],
    deadline: from.deadline && { ...words(from.deadline.raw)!, date: from.deadline.date },
    indicators: from.indicators.flatMap(({ raw }) => words(raw) ?? []),
  };
}

function elementView({ kind, text, span, value }: Element): ElementView {
  return { kind, text: opening(text, 240), start: span.start, end: span.end, value };
}

/** Each work and quotation once, and every part that the text means and does not have. */
function references({ view }: Piece): PieceView["references"] {
  const seen = new Set<string>();
  return view.references
    .filter(({ kind, unresolved }) => kind === "work" || unresolved)
    .filter(({ text }) => !seen.has(text) && seen.add(text))
    .map(({ text, span, docNumber, unresolved }) => ({
      text: opening(text + (docNumber?.year && docNumber.number ? `（${docNumber.organ.text}〔${docNumber.year}〕${docNumber.number}号）` : ""), TITLE),
      start: span.start, end: span.end, unresolved,
    }));
}

function words(excerpt: Excerpt | null, limit = 240): Words | null {
  return excerpt && { text: opening(excerpt.text, limit), start: excerpt.span.start, end: excerpt.span.end };
}

function heading(section: Section): string {
  return opening(section.title?.text ?? section.text, TITLE);
}

/** The first words of a text on one line, without cutting a surrogate pair. */
function opening(text: string, limit: number): string {
  // The stop that ends a title stands at the front of the text after it.
  const line = text.slice(0, limit * 2).replace(/\s+/g, " ").replace(/^[\s。；，、：:;,.]+/, "").trimEnd();
  if (line.length <= limit) return line;
  const cut = line.slice(0, limit);
  return (/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut) + "…";
}
