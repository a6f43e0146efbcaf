// Every snippet of the README runs, and prints what the README says under it. The first one also runs
// in every environment, in consumers.test.mjs.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { root } from "../texts.mjs";

const readme = readFileSync(join(root, "pkg/README.md"), "utf8");
const snippets = [...readme.matchAll(/```js\n(import [^]*?)```\n(?:\n```text\n([^]*?)```)?/g)];
const folder = join(root, "target/npm/readme");
mkdirSync(folder, { recursive: true });

for (const [index, [, code, printed]] of snippets.entries()) {
  // its URL comes from a bundler
  if (code.includes("gongwen/slim")) continue;
  test(`snippet ${index + 1} of the README prints what it says`, () => {
    assert.equal(run(`snippet${index + 1}`, code), printed?.trim());
  });
}

test("the snippets of the crate's README run", () => {
  const all = [...readFileSync(join(root, "README.md"), "utf8").matchAll(/```js\n(import [^]*?)```/g)];
  assert.equal(all.length, 2, "one in English, one in Chinese");
  for (const [, code] of all) assert.equal(run("crate", code), "保一方平安。\n巡查堤坝 县水利局 6月底前");
});

test("the README has its snippets", () => assert.ok(snippets.length >= 5, `${snippets.length}`));

/** What a snippet prints. */
function run(name, code) {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, code.replace('"gongwen"', JSON.stringify(join(root, "pkg/dist/index.js"))));
  return execFileSync(process.execPath, [path]).toString().trim();
}
