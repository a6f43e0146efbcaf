// The crate as Rust runs it, to compare the package with; pkg/test/native is the program.

import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./texts.mjs";

const work = join(root, "target/npm/texts");
let program;

/** What the program prints for a text. */
export function native(command, text, ...args) {
  program ??= built("--release", "--manifest-path", "pkg/test/native/Cargo.toml", "--target-dir", "target/npm/native");
  return execFileSync(program, [command, file(text), ...args], { maxBuffer: 1 << 28 }).toString();
}

let example;

/** What the example `outline` prints for a text. */
export function outlineExample(format, text) {
  example ??= built("--example", "outline");
  return execFileSync(example, ["--format", format, file(text)], { maxBuffer: 1 << 28 }).toString();
}

function built(...args) {
  const cargo = ["build", "--quiet", "--message-format", "json-render-diagnostics", ...args];
  const messages = execFileSync("cargo", cargo, { cwd: root, maxBuffer: 1 << 28 }).toString().trim().split("\n");
  return messages.map((line) => JSON.parse(line)).findLast((message) => message.executable).executable;
}

function file(text) {
  mkdirSync(work, { recursive: true });
  const path = join(work, "text.txt");
  writeFileSync(path, text);
  return path;
}
