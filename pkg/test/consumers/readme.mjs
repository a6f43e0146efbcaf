// The README's own first snippet, which every environment runs, and what it must print.

import { readFileSync } from "node:fs";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

/** The snippet as an ES module. */
export const snippet = /```js\n([^]*?)```/.exec(readme)[1];

const [importLine] = snippet.split("\n");
const requireLine = /In CommonJS: `(.*?)`/.exec(readme)[1];

/** The snippet without its import. */
export const body = snippet.replace(importLine, "").trim();

/** The snippet as CommonJS. */
export const commonJs = `${requireLine}\n${body}\n`;

/** The snippet behind the `<script>` that sets `window.gongwen`. */
export const global = `const { parse } = gongwen;\n${body}\n`;

/** What it prints, as the README says. */
export const printed = /```text\n([^]*?)```/.exec(readme)[1].trim().split("\n");
