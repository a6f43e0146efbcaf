import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import test from "node:test";
import * as esm from "../../dist/index.js";
import * as slim from "../../dist/slim.js";
import { root } from "../texts.mjs";

const require = createRequire(import.meta.url);
const read = (path) => readFileSync(join(root, path), "utf8");

test("the version is that of the crate", () => {
  const crate = /^version = "(.*)"$/m.exec(read("Cargo.toml"))[1];
  assert.equal(JSON.parse(read("pkg/package.json")).version, crate);
  assert.equal(esm.version, crate);
});

test("every entry exports what types.d.ts declares", () => {
  const names = [...read("src/wasm/types.d.ts").matchAll(/^export (?:function|const|class) (\w+)/gm)].map((m) => m[1]);
  const declared = [...new Set(names)].sort();
  assert.deepEqual(Object.keys(esm).sort(), declared);
  assert.deepEqual(Object.keys(require("../../dist/index.cjs")).sort(), declared);
  assert.deepEqual(Object.keys(slim).sort(), [...declared, "init", "initSync"].sort());
  assert.deepEqual(Object.keys(require("../../dist/slim.cjs")).sort(), [...declared, "init", "initSync"].sort());
});

test("importing does nothing: it compiles and reads nothing", () => {
  // Workers refuse random numbers, timers and compilation while a module is loaded.
  for (const file of ["workerd.js", "edge-light.js", "index.js", "slim.js"]) {
    assert.doesNotMatch(read(`pkg/dist/${file}`), /\bnode:|\brequire\(|import\.meta|^await\b/m, file);
  }
});
