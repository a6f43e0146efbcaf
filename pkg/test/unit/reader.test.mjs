// The tape's reader knows the shapes that come often by their fields; none of these has gone stale.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import createGlue from "../../../target/npm/glue.js";
import { MAKERS } from "../../src/reader.js";
import { texts } from "../texts.mjs";

test("every shape that the reader has a literal for comes from Rust", () => {
  const glue = createGlue();
  const module = new WebAssembly.Module(readFileSync(new URL("../../dist/gongwen.wasm", import.meta.url)));
  const { exports } = new WebAssembly.Instance(module, { "./gongwen_bg.js": glue });
  glue.__wbg_set_wasm(exports);
  exports.__wbindgen_start?.();
  const shapes = new Set(texts().flatMap(([, text]) => shapesOf(glue.parse(text, 31, ""))));
  assert.deepEqual(Object.keys(MAKERS).filter((shape) => !shapes.has(shape)), []);
});

/** The shapes on a tape, as `Name key,key`: src/wasm/tape.rs says where they stand. */
function shapesOf(tape) {
  const [tapeLength, stringCount, shapesLength, poolBytes] = tape;
  const ends = 4 + tapeLength;
  const first = ends + stringCount;
  const pool = new TextDecoder("utf-8", { ignoreBOM: true }).decode(new Uint8Array(tape.buffer, 4 * (first + shapesLength), poolBytes));
  const string = (index) => pool.slice(index ? tape[ends + index - 1] : 0, tape[ends + index]);
  const shapes = [];
  for (let at = first; at < first + shapesLength; at += 2 + tape[at + 1]) {
    const keys = Array.from(tape.subarray(at + 2, at + 2 + tape[at + 1]), string);
    shapes.push(`${string(tape[at])} ${keys}`);
  }
  return shapes;
}
