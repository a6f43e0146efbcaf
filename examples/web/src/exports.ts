/** The files that a reader can take away: JSON, Markdown, CSV. */
import type { Document, Section } from "gongwen";
import type { ExportFormat } from "./protocol";

/** A document as a file of the format asked for. */
export function exportDocument(document: Document, format: ExportFormat): string {
  switch (format) {
    case "json":
      return JSON.stringify(document, null, 2) + "\n";
    case "markdown":
      return markdown(document);
    case "csv":
      return csv(document);
  }
}

function markdown(document: Document): string {
  const out: string[] = [];
  for (const piece of document.pieces) {
    if (piece.title) out.push(`# ${escapeMarkdown(piece.title.text)}`);
    if (piece.text) out.push(...paragraphs(piece.text));
    for (const section of piece.sections) markdownSection(out, section, 2);
  }
  return out.join("\n\n") + "\n";
}

function markdownSection(out: string[], section: Section, level: number): void {
  const mark = escapeMarkdown(section.mark?.text ?? "");
  if (section.title && section.kind === "heading") {
    out.push(`${"#".repeat(Math.min(level, 6))} ${mark}${escapeMarkdown(section.title.text)}`);
    out.push(...paragraphs(section.text));
  } else {
    const title = section.title ? `**${mark}${escapeMarkdown(section.title.text)}** ` : mark;
    const [first = "", ...rest] = paragraphs(section.text);
    const opening = (title + first).trim();
    if (opening) out.push(opening);
    out.push(...rest);
  }
  for (const inner of section.sections) markdownSection(out, inner, level + 1);
}

function paragraphs(text: string): string[] {
  return text.split("\n").filter((line) => line.trim() !== "").map(escapeMarkdown);
}

/** Marks that Markdown or HTML would read as its own; `1.` at the start of a line stays a mark of the text. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>&#|~]/g, "\\$&").replace(/^(\s*)([-+]|\d+(?=[.)]))/, (_, blank: string, mark: string) =>
    /\d/.test(mark) ? `${blank}${mark}\u200b` : `${blank}\\${mark}`).replace(/\u200b([.)])/, "\\$1");
}

function csv(document: Document): string {
  const lines = [["piece", "piece_title", "path", "kind", "role", "mark", "title", "text", "start", "end"]];
  document.pieces.forEach((piece, index) => {
    const visit = (section: Section, path: string): void => {
      lines.push([
        String(index + 1), piece.title?.text ?? "", path, section.kind, section.role ?? "", section.mark?.text ?? "",
        section.title?.text ?? "", section.text, String(section.span.start), String(section.span.end),
      ]);
      section.sections.forEach((inner, i) => visit(inner, `${path}/${i + 1}`));
    };
    piece.sections.forEach((section, i) => visit(section, `${index + 1}/${i + 1}`));
  });
  // The mark at the front tells spreadsheet programs that the file is UTF-8.
  return "\ufeff" + lines.map((line) => line.map(cell).join(",")).join("\r\n") + "\r\n";
}

/** A cell that begins like a formula is made text, so that a spreadsheet program does not run it. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
