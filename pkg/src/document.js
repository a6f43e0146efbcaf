// Ways to walk a document. They read the plain object, so they work on one that came through
// JSON or `postMessage` as well.

import { check, GongwenError, invalid, typeError } from "./error.js";

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

export function get(document, path) {
  check(document);
  if (typeof path !== "string") throw typeError("path", "a string", path);
  const refuse = (step) =>
    new GongwenError("no_such_path", `no section at path \`${path}\`: the document has nothing at \`${step}\``);
  const [first, ...steps] = path.split("/");
  let found = /^\d+$/.test(first) ? document.pieces[Number(first) - 1] : undefined;
  if (!found) throw refuse(first);
  if (steps.length === 0) {
    throw new GongwenError("no_such_path", `\`${path}\` is a piece, not a section: it is \`pieces[${Number(first) - 1}]\``);
  }
  let here = String(Number(first));
  for (const step of steps) {
    here += `/${step}`;
    found = found.sections.find((section) => section.path === here);
    if (!found) throw refuse(step);
  }
  return found;
}

export function outline(document) {
  check(document);
  const entries = [];
  const walk = (sections, depth, piece, parent, role) => {
    for (const section of sections) {
      const effectiveRole = section.role ?? role;
      entries.push({ section, parent, depth, piece, effectiveRole });
      walk(section.sections, depth + 1, piece, section, effectiveRole);
    }
  };
  document.pieces.forEach((piece, index) => walk(piece.sections, 0, index, null, null));
  return entries;
}

export function tasks(document) {
  check(document);
  return document.pieces.flatMap(({ view }) => {
    if (view) return view.tasks;
    throw invalid("document was parsed with `views: false`: tasks are one of its views");
  });
}
