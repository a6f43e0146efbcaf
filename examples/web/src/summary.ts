/** Turns a document into what the page draws. Runs in the worker, so that the page only paints. */
import type { BarePiece, Deadline, Document, Element, Excerpt, Indicator, Measure, Piece, Responsibility, Section } from "gongwen";
import type {
  Assignment, Card, ElementView, Meaning, MeasureView, PieceHead, PieceView, Point, RoleName, Row, RowColumns, SectionLink,
  Structure, Words,
} from "./protocol";
import { opensRole, packRows } from "./rows";

/** The roles that have a card of their own. */
const CARDS: readonly RoleName[] = ["significance", "core_experience", "countermeasures"];
/** Long enough for a line of the outline, short enough to send thousands of them. */
const TITLE = 80;
const LEAD = 140;

/** A document as the page draws it. What only the meaning pane shows is made for one piece at a time. */
export class Digest {
  readonly #rows: Row[] = [];
  readonly #heads: PieceHead[] = [];
  /** The same document with its views, once it was added. */
  #document: Document | null = null;

  constructor(private readonly bare: Document<BarePiece>, private readonly text: string) {
    bare.pieces.forEach((piece, index) => this.#addPiece(piece, index));
  }

  structure(): Structure<RowColumns> {
    const { pieces, noise } = this.bare;
    return {
      length: this.text.length,
      rows: packRows(this.#rows),
      parts: pieces.flatMap(({ elements }) => elements.map(({ kind, span }) => ({ kind, start: span.start, end: span.end }))),
      noise: noise.map(({ kind, span }) => ({ kind, start: span.start, end: span.end })),
    };
  }

  /** Adds what the document says: the same one, read with its views and findings. */
  add(document: Document): void {
    this.#document = document;
    document.pieces.forEach(({ view }, index) => {
      const head = this.#heads[index];
      if (!head) return;
      head.hasCard = (view.significance ?? view.coreExperience ?? view.countermeasures) !== null;
      head.tasks = view.tasks.length;
    });
  }

  /** What it says, with the piece that the page shows; -1 for the first that has a card. */
  meaning(piece: number): Meaning {
    const first = piece < 0 ? this.#heads.findIndex(({ hasCard }) => hasCard) : piece;
    const shown = Math.min(Math.max(0, first), Math.max(0, this.#heads.length - 1));
    const findings = this.#document?.diagnostics ?? [];
    return {
      pieces: this.#heads,
      shown,
      view: this.view(shown),
      findings: findings.map(({ code, severity, span, message, help }) => ({
        code, severity, start: span.start, end: span.end, message, help,
      })),
    };
  }

  /** What the meaning pane shows of a piece. */
  view(index: number): PieceView | null {
    const piece = this.#document?.pieces[index];
    const row = this.#heads[index]?.row;
    if (!piece || row === undefined) return null;
    const { genre, tasks } = piece.view;
    return {
      row, title: piece.title?.text ?? "", start: piece.span.start, end: piece.span.end,
      genre: genre && { name: genre.name, chinese: genre.chinese },
      elements: piece.elements.map(elementView),
      others: this.#others(row),
      ...cards(this.#rows, rowsByPath(piece, row), piece),
      tasks: tasks.map((task) => ({
        measure: opening(task.measure?.text ?? "", TITLE), start: task.span.start, end: task.span.end, ...assignment(task),
      })),
      references: references(piece),
    };
  }

  #addPiece(piece: BarePiece, index: number): void {
    const title = piece.title?.text ?? "";
    const row: Row = {
      kind: "piece", depth: 0, parent: -1, piece: index, role: null, tint: null, mark: "",
      title: title || opening(piece.text, TITLE), titled: title !== "",
      start: piece.span.start, end: piece.span.end, markStart: 0, markEnd: 0,
      titleStart: piece.title?.span.start ?? 0, titleEnd: piece.title?.span.end ?? 0, next: 0,
    };
    const at = this.#rows.push(row) - 1;
    this.#heads.push({ row: at, hasCard: false, tasks: 0 });
    this.#addSections(piece.sections, at, row);
    row.next = this.#rows.length;
  }

  #addSections(sections: readonly Section[], parent: number, above: Row): void {
    for (const section of sections) {
      const { kind, role, mark, title, span } = section;
      const row: Row = {
        kind, depth: above.depth + 1, parent, piece: above.piece, role, tint: role ?? above.tint,
        mark: mark?.text ?? "", title: opening(title?.text ?? section.text, TITLE), titled: title !== null,
        start: span.start, end: span.end, markStart: mark?.span.start ?? 0, markEnd: mark?.span.end ?? 0,
        titleStart: title?.span.start ?? 0, titleEnd: title?.span.end ?? 0, next: 0,
      };
      const at = this.#rows.push(row) - 1;
      if (section.sections.length > 0) this.#addSections(section.sections, at, row);
      row.next = this.#rows.length;
    }
  }

  /** The sections of a piece that have a role of their own, and no card. */
  #others(piece: number): PieceView["others"] {
    const others: PieceView["others"] = [];
    for (let row = piece + 1; row < this.#rows[piece]!.next; row++) {
      const { role, title } = this.#rows[row]!;
      if (role && opensRole(this.#rows, row) && !CARDS.includes(role)) others.push({ role, row, title });
    }
    return others;
  }
}

/** The rows of the sections of a piece, which stands in row `row`. */
function rowsByPath(piece: Piece, row: number): Map<string, number> {
  const found = new Map<string, number>();
  const visit = (section: Section): void => {
    found.set(section.path, ++row);
    section.sections.forEach(visit);
  };
  piece.sections.forEach(visit);
  return found;
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

/** The first words of a text on one line, without cutting a surrogate pair. */
function opening(text: string, limit: number): string {
  // most titles are so already
  if (text.length <= limit && !/^[。；，、：:;,.]|\s/.test(text)) return text;
  // The stop that ends a title stands at the front of the text after it.
  const line = text.slice(0, limit * 2).replace(/\s+/g, " ").replace(/^[\s。；，、：:;,.]+/, "").trimEnd();
  if (line.length <= limit) return line;
  const cut = line.slice(0, limit);
  return (/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut) + "…";
}
