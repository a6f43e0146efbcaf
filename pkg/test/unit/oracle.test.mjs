// What JavaScript gets is what serde gives natively: same names in camelCase, offsets in UTF-16.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { before } from "node:test";
import { parse } from "../../dist/index.js";
import { root, texts } from "../texts.mjs";

const work = join(root, "target/npm/oracle");
let outline;

before(() => {
  mkdirSync(work, { recursive: true });
  const built = execFileSync(
    "cargo",
    ["build", "--quiet", "--example", "outline", "--message-format", "json-render-diagnostics"],
    { cwd: root, maxBuffer: 1 << 28 },
  );
  const messages = built.toString().trim().split("\n").map((line) => JSON.parse(line));
  outline = messages.find((message) => message.executable && message.target.name === "outline").executable;
});

for (const [name, text] of texts()) {
  test(`the same as native: ${name}`, () => {
    const path = join(work, "text.txt");
    writeFileSync(path, text);
    const native = execFileSync(outline, ["--format", "json", path], { maxBuffer: 1 << 28 });
    assert.deepEqual(parse(text), translated(JSON.parse(native), utf16Offsets(text)));
  });
}

/** The UTF-16 offset of each UTF-8 offset. */
function utf16Offsets(text) {
  const offsets = new Uint32Array(Buffer.byteLength(text) + 1);
  let byte = 0;
  let unit = 0;
  for (const character of text) {
    byte += Buffer.byteLength(character);
    unit += character.length;
    offsets[byte] = unit;
  }
  return offsets;
}

function translated(value, offsets) {
  if (Array.isArray(value)) return value.map((below) => translated(below, offsets));
  if (value === null || typeof value !== "object") return value;
  const keys = Object.keys(value);
  if (keys.join() === "start,end") return { start: offsets[value.start], end: offsets[value.end] };
  const camelCase = (key) => key.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
  return Object.fromEntries(keys.map((key) => [camelCase(key), translated(value[key], offsets)]));
}
