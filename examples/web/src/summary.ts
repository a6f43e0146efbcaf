/** Turns a document into what the page draws. Runs in the worker, so that the page only paints. */
import type { Document, Piece, Section } from "gongwen";
import type { Card, Parsed, PieceView, RoleName, Row, Thesis } from "./protocol";

const CARDS: readonly RoleName[] = ["significance", "core_experience", "countermeasures"];
/** Long enough for a line of the outline, short enough to send thousands of them. */
const TITLE = 80;
const LEAD = 140;

/** All rows, cards and places of a document. */
export function summarise(document: Document, text: string): Parsed {
  const rows: Row[] = [];
  const pieces = document.pieces.map((piece, index) => pieceView(rows, piece, index));
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

function pieceView(rows: Row[], piece: Piece, index: number): PieceView {
  const row = rows.length;
  const title = piece.title?.text ?? "";
  rows.push({
    kind: "piece", depth: 0, parent: -1, piece: index, role: null, tint: null, mark: "",
    title: title || opening(piece.text, TITLE), titled: title !== "",
    start: piece.span.start, end: piece.span.end,
    markSpan: null, titleSpan: piece.title?.span ?? null, next: 0,
  });
  const view: PieceView = {
    row, title, start: piece.span.start, end: piece.span.end,
    elements: piece.elements.map(({ kind, text, span }) => ({
      kind, text: opening(text, 240), start: span.start, end: span.end,
    })),
    cards: [],
    others: [],
  };
  addSections(rows, piece.sections, { parent: row, depth: 1, tint: null }, index, view);
  rows[row]!.next = rows.length;
  return view;
}

interface Place {
  parent: number;
  depth: number;
  tint: RoleName | null;
}

function addSections(rows: Row[], sections: readonly Section[], place: Place, piece: number, view: PieceView): void {
  for (const section of sections) {
    const index = rows.length;
    const tint = section.role ?? place.tint;
    rows.push({
      kind: section.kind, depth: place.depth, parent: place.parent, piece, role: section.role, tint,
      mark: section.mark?.text ?? "", title: heading(section), titled: section.title !== null,
      start: section.span.start, end: section.span.end,
      markSpan: section.mark?.span ?? null, titleSpan: section.title?.span ?? null, next: 0,
    });
    const card = addMeaning(section, index, place.tint, view);
    addSections(rows, section.sections, { parent: index, depth: place.depth + 1, tint }, piece, view);
    rows[index]!.next = rows.length;
    if (card) card.theses = theses(rows, section.sections, index);
  }
}

/** A section that opens a role (not one inside a section of the same role) becomes a card or a line. */
function addMeaning(section: Section, row: number, above: RoleName | null, view: PieceView): Card | null {
  const role = section.role;
  if (!role || role === above) return null;
  if (!CARDS.includes(role)) {
    view.others.push({ role, row, title: heading(section) });
    return null;
  }
  const card: Card = { role, row, title: heading(section), lead: section.title ? opening(section.text, LEAD) : "", theses: [] };
  view.cards.push(card);
  return card;
}

function theses(rows: readonly Row[], sections: readonly Section[], parent: number): Thesis[] {
  let row = parent + 1;
  return sections.map((section) => {
    const thesis: Thesis = {
      row, mark: section.mark?.text ?? "", title: heading(section),
      text: section.title ? opening(section.text, LEAD) : "", parts: [],
    };
    let under = row + 1;
    for (const part of section.sections) {
      thesis.parts.push({ row: under, mark: part.mark?.text ?? "", title: heading(part) });
      under = rows[under]!.next;
    }
    row = rows[row]!.next;
    return thesis;
  });
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
