/** The files that a reader can take away: JSON, Markdown, and tables of the sections and the tasks as CSV. */
import { toMarkdown, type Document, type Part, type Section } from "gongwen";
import type { ExportFormat } from "./protocol";
import { type Language, WORDS } from "./words";

/** A document as a file of the format asked for. */
export function exportDocument(document: Document, text: string, format: ExportFormat, language: Language): string {
  switch (format) {
    case "json":
      return JSON.stringify(document, null, 2) + "\n";
    case "markdown":
      return toMarkdown(document, text);
    case "sections":
      return csv(sectionLines(document));
    case "tasks":
      return csv(taskLines(document, language));
  }
}

function sectionLines(document: Document): string[][] {
  const lines = [["piece", "piece_title", "path", "kind", "role", "mark", "title", "text", "start", "end"]];
  document.pieces.forEach((piece, index) => {
    const visit = (section: Section): void => {
      lines.push([
        String(index + 1), piece.title?.text ?? "", section.path, section.kind, section.role ?? "", section.mark?.text ?? "",
        section.title?.text ?? "", section.text, String(section.span.start), String(section.span.end),
      ]);
      section.sections.forEach(visit);
    };
    piece.sections.forEach(visit);
  });
  return lines;
}

/** The task table as offices pass it round. */
function taskLines(document: Document, language: Language): string[][] {
  const lines = [[...WORDS[language].taskColumns]];
  for (const piece of document.pieces) {
    for (const task of piece.view.tasks) {
      const units = (of: Part): string =>
        task.responsibility?.units.filter(({ part }) => part === of).map(({ name }) => name.text).join("、") ?? "";
      lines.push([
        String(lines.length), piece.title?.text ?? "", task.measure?.text ?? "",
        task.actions.map(({ text }) => text).join("\n"),
        units("lead"), units("owner"), units("partner"), units("person"),
        task.deadline?.raw.text ?? "", task.deadline?.date ?? "",
        task.indicators.map(({ raw }) => raw.text).join("；"),
      ]);
    }
  }
  return lines;
}

function csv(lines: string[][]): string {
  // The mark at the front tells spreadsheet programs that the file is UTF-8.
  return "\ufeff" + lines.map((line) => line.map(cell).join(",")).join("\r\n") + "\r\n";
}

/** A cell that begins like a formula is made text, so that a spreadsheet program does not run it. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
