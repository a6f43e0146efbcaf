// WebAssembly against native on the same text: `node pkg/test/speed.mjs`. Prints times and ratios.
//
// The goal: wasm alone 2 × native, with the crossing and the plain objects 2.5 ×. With --check it exits 1 above
// 3 × and 3.5 ×: a guard that a noisy machine does not trip.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import createGlue from "../../target/npm/glue.js";
import { outline, parse } from "../dist/index.js";
import { root, texts } from "./texts.mjs";

const RUNS = 15;
const work = join(root, "target/npm/speed");
mkdirSync(work, { recursive: true });

const plan = texts().find(([name]) => name === "plan")[1];
let text = "";
for (let i = 1; Buffer.byteLength(text) < 1 << 20; i++) text += plan.replace("实施方案", `实施方案之${i}`);
const path = join(work, "text.txt");
writeFileSync(path, text);

const cargo = ["run", "--quiet", "--release", "--manifest-path", "pkg/test/native/Cargo.toml", "--target-dir", "target/npm/native"];
const native = Number(execFileSync("cargo", [...cargo, "--", path, `${RUNS}`], { cwd: root }));

const glue = createGlue();
const module = new WebAssembly.Module(readFileSync(new URL("../dist/gongwen.wasm", import.meta.url)));
const { exports } = new WebAssembly.Instance(module, { "./gongwen_bg.js": glue });
glue.__wbg_set_wasm(exports);
exports.__wbindgen_start?.();

const wasm = median(() => glue.parse(text, 7, ""));
const whole = median(() => parse(text));
const json = median(() => JSON.parse(JSON.stringify(parse(text)))) - whole;
const sections = outline(parse(text)).length;

const line = (name, ms) => console.log(name.padEnd(44), `${ms.toFixed(2)} ms`.padStart(10), `${(ms / native).toFixed(2)} ×`.padStart(8));
console.log(`${(Buffer.byteLength(text) / 1e6).toFixed(2)} MB, ${sections} sections, median of ${RUNS}`);
line("native: parse, and all of it as JSON", native);
line("wasm: text in, parse, all of it on the tape", wasm);
line("wasm with plain objects: parse()", whole);
line("for comparison, JSON there and back alone", json);
if (process.argv.includes("--check") && (wasm > 3 * native || whole > 3.5 * native)) process.exit(1);

function median(work) {
  const times = [];
  for (let i = 0; i < RUNS; i++) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[RUNS >> 1];
}
