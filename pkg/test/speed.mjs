// WebAssembly against native on the same text: `node pkg/test/speed.mjs`. Prints times and ratios.
//
// The goal: wasm alone 2 × native, with the crossing and the plain objects 2.5 ×. With --check it exits 1 above
// 3 × and 3.5 ×: a guard that a noisy machine does not trip.

import { readFileSync } from "node:fs";
import createGlue from "../../target/npm/glue.js";
import { outline, parse } from "../dist/index.js";
import { native } from "./native.mjs";
import { texts } from "./texts.mjs";

const ROUNDS = 6;
const RUNS = 4;
const plan = texts().find(([name]) => name === "plan")[1];
let text = "";
for (let i = 1; Buffer.byteLength(text) < 1 << 20; i++) text += plan.replace("实施方案", `实施方案之${i}`);

const glue = createGlue();
const module = new WebAssembly.Module(readFileSync(new URL("../dist/gongwen.wasm", import.meta.url)));
const { exports } = new WebAssembly.Instance(module, { "./gongwen_bg.js": glue });
glue.__wbg_set_wasm(exports);
exports.__wbindgen_start?.();

const ms = (milliseconds) => `${milliseconds.toFixed(2)} ms`.padStart(11);
const ratio = (a, b) => `${(a / b).toFixed(2)} ×`.padStart(8);
console.log(`${(Buffer.byteLength(text) / 1e6).toFixed(2)} MB, ${outline(parse(text)).length} sections, fastest of ${ROUNDS * RUNS}, which noise disturbs least`);
let slow = false;
for (const [name, command, switches, options] of [
  ["without views", "time-bare", 23, { views: false }],
  ["with views", "time", 31, {}],
]) {
  let [rust, wasm, whole] = [Infinity, Infinity, Infinity];
  // by turns, so that a busy stretch of the machine is no one's alone
  for (let round = 0; round < ROUNDS; round++) {
    rust = Math.min(rust, Number(native(command, text, RUNS)));
    wasm = Math.min(wasm, fastest(() => glue.parse(text, switches, "")));
    whole = Math.min(whole, fastest(() => parse(text, options)));
  }
  console.log(`${name}
  native: parse, and all of it as JSON       ${ms(rust)}
  wasm: text in, parse, all of it on the tape${ms(wasm)}${ratio(wasm, rust)}
  wasm with plain objects: parse()           ${ms(whole)}${ratio(whole, rust)}`);
  slow ||= wasm > 3 * rust || whole > 3.5 * rust;
}
const document = parse(text);
const json = fastest(() => JSON.parse(JSON.stringify(document)));
console.log(`for comparison, JSON there and back alone    ${ms(json)}`);
if (process.argv.includes("--check") && slow) process.exit(1);

function fastest(work) {
  const times = [];
  for (let i = 0; i < RUNS; i++) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return Math.min(...times);
}
