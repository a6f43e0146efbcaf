// The types against what they describe: real output has every member, Rust has every name. That output
// has no member which the types lack is for `tsc` to find, in types/output.mjs.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { outline, parse } from "../../dist/index.js";
import { root, texts } from "../texts.mjs";

const types = ["types.d.ts", "view.d.ts"].map((name) => readFileSync(join(root, "src/wasm", name), "utf8")).join("\n");

/** What `export interface` says, by name: its members, those of the interfaces it extends too. */
const interfaces = new Map(
  [...types.matchAll(/^export interface (\w+)(?:<.*?>)?(?: extends (\w+))? \{\n([^]*?)^\}/gm)].map(([, name, above, body]) => [
    name,
    { above, own: [...body.matchAll(/^  readonly (\w+)\??:/gm)].map((member) => member[1]) },
  ]),
);
const all = (name) => (interfaces.has(name) ? [...all(interfaces.get(name).above), ...interfaces.get(name).own] : []);
const members = (name) => all(name).sort().join();

/** Not in a document: what goes in, and what functions give beside it. */
const APART = ["Options", "OutlineEntry", "GongwenError", "ElementBase", "ElementValues", "SectionBase"];

test("every interface is in real output, with all its members", () => {
  const seen = new Map();
  const look = (value) => {
    if (value === null || typeof value !== "object") return;
    if (!Array.isArray(value)) {
      const key = Object.keys(value).sort().join();
      if (!seen.has(key)) seen.set(key, new Set());
      for (const [name, below] of Object.entries(value)) if (below !== null) seen.get(key).add(name);
    }
    Object.values(value).forEach(look);
  };
  for (const [, text] of texts()) look(parse(text));
  for (const [, text] of texts()) look(parse(text, { views: false }));
  for (const name of interfaces.keys()) {
    if (APART.includes(name)) continue;
    const found = seen.get(members(name));
    assert.ok(found, `no object has the members of ${name}: ${members(name)}`);
    assert.deepEqual([...found].sort().join(), members(name), `a member of ${name} is always null`);
  }
});

test("every kind of deadline, reference and element value is in real output", () => {
  const kinds = { due: new Set(), reference: new Set(), value: new Set() };
  for (const [, text] of texts()) {
    for (const { elements, view } of parse(text).pieces) {
      for (const { kind, value } of elements) if (value) kinds.value.add(kind);
      for (const { kind } of view.references) kinds.reference.add(kind);
      for (const { deadline } of view.tasks) if (deadline) kinds.due.add(deadline.due.kind);
    }
  }
  assert.deepEqual([...kinds.due].sort(), ["by", "by_day", "every", "ongoing", "within"]);
  assert.deepEqual([...kinds.reference].sort(), ["attachment", "part", "quotation", "work"]);
  const valued = /interface ElementValues \{\n([^]*?)^\}/m.exec(types)[1];
  assert.deepEqual([...kinds.value].sort(), [...valued.matchAll(/^  readonly (\w+):/gm)].map((member) => member[1]).sort());
});

test("a union of names has the names that Rust gives", () => {
  const unions = new Map(
    [...types.matchAll(/^export type (\w+) =\n([^]*?);\n/gm)].map(([, name, body]) => [name, names(body, /\| "(\w+)"/g)]),
  );
  const folder = join(root, "src");
  let compared = 0;
  for (const path of readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".rs"))) {
    const rust = readFileSync(join(folder, path), "utf8");
    for (const [, name, variants] of rust.matchAll(/^    pub enum (\w+) \{\n([^]*?)^    \}/gm)) {
      if (!unions.has(name)) continue;
      compared++;
      assert.deepEqual(unions.get(name), names(variants, /^        \w+ = "(\w+)"/gm), name);
    }
  }
  assert.ok(compared >= 8, `only ${compared} enums were found`);
  const genres = readFileSync(join(folder, "document/genre.rs"), "utf8");
  assert.deepEqual(unions.get("GenreName"), names(genres, /^    \w+ "(\w+)" "/gm));
});

function names(text, pattern) {
  return [...text.matchAll(pattern)].map((match) => match[1]).sort();
}
