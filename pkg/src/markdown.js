// A document as Markdown: headings as #, items and points as lists, clean text. The same as
// `--format markdown` of examples/outline, which the tests compare it with.

import { check, typeError } from "./error.js";

export function toMarkdown(document, text) {
  check(document);
  if (typeof text !== "string") throw typeError("text", "the string that was parsed", text);
  const lines = [];
  for (const piece of document.pieces) writePiece(lines, text, piece);
  return lines.map((line) => `${line}\n\n`).join("");
}

function writePiece(lines, source, piece) {
  const { title, sections, elements, span, text } = piece;
  const titleStart = title?.span.start ?? span.start;
  const firstSection = sections[0]?.span.start ?? span.end;
  const writeElements = (from, to) => {
    for (const element of elements) {
      const { start } = element.span;
      if (from <= start && start < to) paragraphs(lines, element.text, "");
    }
  };
  writeElements(0, titleStart);
  if (title) lines.push(`# ${escape(title.text)}`);
  writeElements(titleStart, firstSection);
  paragraphs(lines, text, "");
  for (const section of sections) writeSection(lines, source, section, 2, "");
  writeElements(firstSection, Infinity);
}

function writeSection(lines, source, section, level, indent) {
  const { kind, text, sections } = section;
  const mark = markOf(section);
  const title = section.title?.text ?? "";
  let below = indent;
  if (kind === "heading") {
    lines.push(`${"#".repeat(Math.min(level, 6))} ${escape(mark + title)}`);
    // the stop that closed a run-in title
    paragraphs(lines, text.replace(/^[。：:；;.]+/, ""), "");
    below = "";
  } else if (kind === "lead") {
    const first = escape(text.split("\n", 1)[0]);
    lines.push(`${indent}**${escape(title)}**${gap(source, section, first)}${first}`);
    paragraphs(lines, text.slice(text.split("\n", 1)[0].length), indent);
  } else {
    const [first, ...rest] = text.split("\n");
    const opening = first.replace(BLANKS_BEFORE, "");
    lines.push(`${indent}- ${escape(mark + title + gap(source, section, opening) + opening)}`);
    below = `${indent}  `;
    for (const line of rest) paragraphs(lines, line, below);
  }
  for (const inner of sections) writeSection(lines, source, inner, level + 1, below);
}

/** The marks that stand off from the text, as numbers without a sign do: `第一条 为了……`. */
const SET_OFF = ["volume", "part", "chapter", "division", "article"];

function markOf({ mark }) {
  if (!mark) return "";
  // 第一个问题： ends in a sign of its own, 01 in none
  const runsIn = /[0-9]$/.test(mark.text) || (SET_OFF.includes(mark.style) && /\p{Alphabetic}$/u.test(mark.text));
  return runsIn ? `${mark.text} ` : mark.text;
}

const STOPS = "。：；，、:;,.";

/**
 * What stands between the title of a section and the text that goes on behind it: the stop that
 * closes the title in the source, and belongs to neither; else a blank.
 */
function gap(source, { title }, text) {
  if (!title) return "";
  const after = source.charAt(title.span.end);
  const stop = after && STOPS.includes(after) ? after : "";
  if (!text) return stop;
  return STOPS.includes(text[0]) ? "" : stop || " ";
}

// What Unicode counts as white space; `trim` takes U+FEFF for one, and not U+0085.
const BLANKS_BEFORE = /^\p{White_Space}+/u;
const BLANKS_AROUND = /^\p{White_Space}+|\p{White_Space}+$/gu;

function paragraphs(lines, text, indent) {
  for (const line of text.split("\n")) {
    const escaped = escape(line);
    if (escaped) lines.push(indent + escaped);
  }
}

/** The text on one line, with a backslash before what Markdown would read as its own. */
function escape(text) {
  return text
    .replace(BLANKS_AROUND, "")
    .replace(/[\\`*_<[\]|]|^[#>+\-=~]|(?<=^\d+)[.)]/g, "\\$&")
    .replace(/\p{Cc}/gu, " ");
}
