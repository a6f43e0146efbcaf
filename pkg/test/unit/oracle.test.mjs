// What JavaScript gets is what Rust gives: serde's JSON, its names in camelCase and its offsets in
// UTF-16, and the Markdown of examples/outline.

import assert from "node:assert/strict";
import test from "node:test";
import { parse, tasks, toMarkdown } from "../../dist/index.js";
import { native, outlineExample } from "../native.mjs";
import { texts } from "../texts.mjs";

for (const [name, text] of texts()) {
  test(`the same as native: ${name}`, () => {
    const offsets = utf16Offsets(text);
    const document = parse(text);
    const wanted = translated(JSON.parse(native("json", text)), offsets);
    assert.deepEqual(document, wanted);
    assert.deepEqual(tasks(document), wanted.pieces.flatMap(({ view }) => view.tasks));
    const bare = parse(text, { views: false });
    assert.deepEqual(bare, translated(JSON.parse(outlineExample("json", text)), offsets));
    assert.equal(toMarkdown(bare, text), outlineExample("markdown", text));
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
