// Ways to walk a document. They read the plain object, so they work on one that came through
// JSON or `postMessage` as well.

import { typeError } from "./error.js";

export function at(document, offset) {
  check(document);
  if (!Number.isInteger(offset)) throw typeError("offset", "an integer", offset);
  // the end of the text belongs to what ends there
  const place = offset === document.pieces.at(-1)?.span.end ? offset - 1 : offset;
  let found;
  let level = document.pieces;
  for (;;) {
    const inside = level.find(({ span }) => span.start <= place && place < span.end);
    if (!inside) return found;
    if (inside.kind !== undefined) found = inside;
    level = inside.sections;
  }
}

export function outline(document) {
  check(document);
  const entries = [];
  const walk = (sections, depth, piece) => {
    for (const section of sections) {
      entries.push({ section, depth, piece });
      walk(section.sections, depth + 1, piece);
    }
  };
  document.pieces.forEach((piece, index) => walk(piece.sections, 0, index));
  return entries;
}

function check(document) {
  if (!Array.isArray(document?.pieces)) throw typeError("document", "what parse() gives", document);
}
