// Writes output.ts: what `parse` really gives, as literals, so that `tsc` finds a field that
// types.d.ts lacks, lacks wrongly, or types wrongly.

import { writeFileSync } from "node:fs";
import { outline, parse } from "../../dist/index.js";
import { texts } from "../texts.mjs";

const documents = texts()
  .map(([, text]) => text)
  .filter((text) => text.length < 5000)
  .map((text) => parse(text));
const bare = texts().filter(([, text]) => text.length < 1000).map(([, text]) => parse(text, { views: false }));
const sections = documents.flatMap((document) => outline(document).map(({ section }) => section));
const roles = [...new Set(sections.map(({ role }) => role).filter((role) => role !== null))];

writeFileSync(
  new URL("output.ts", import.meta.url),
  `import type { BarePiece, Document, Role } from "gongwen";
${documents.map((document, i) => `export const document${i}: Document = ${JSON.stringify(document)};`).join("\n")}
${bare.map((document, i) => `export const bare${i}: Document<BarePiece> = ${JSON.stringify(document)};`).join("\n")}
export const roles: Role[] = ${JSON.stringify(roles)};
`,
);
