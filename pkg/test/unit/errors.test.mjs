import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { at, get, GongwenError, outline, parse, tasks } from "../../dist/index.js";
import * as slim from "../../dist/slim.js";

const TEXT = "一、提高认识\n二、落实责任";
const wasm = readFileSync(new URL("../../dist/gongwen.wasm", import.meta.url));

test("what is not a string is refused with a TypeError", () => {
  for (const wrong of [undefined, null, 1, {}, ["一、"], new String("一、"), Buffer.from("一、")]) {
    assert.throws(() => parse(wrong), { name: "TypeError", code: "invalid_type", message: /^text must be a string, not / });
  }
  const message = "text must be a string, not bytes: decode them with `new TextDecoder().decode(bytes)`";
  assert.throws(() => parse(Buffer.from("一、")), { message });
});

test("a text that is too long is refused with its length", () => {
  assert.throws(() => parse("字".repeat(2 ** 27 + 1)), {
    name: "GongwenError",
    code: "too_long",
    message: "a text may have 134217728 UTF-16 units, this one has 134217729",
  });
});

test("wrong options are refused", () => {
  assert.throws(() => parse(TEXT, null), { name: "TypeError", message: "options must be an object, not null" });
  assert.throws(() => parse(TEXT, { points: 1 }), { message: "options.points must be a boolean, not 1" });
  for (const wrong of [[], new Map([["views", false]])]) {
    assert.throws(() => parse(TEXT, wrong), { code: "invalid_type", message: /^options must be an object, not / });
  }
  assert.throws(() => parse(TEXT, { point: true }), { code: "invalid_type", message: "there is no option `point`" });
});

test("a lexicon that cannot be read is refused with its line, and nothing breaks", () => {
  assert.throws(() => parse(TEXT, { lexicon: "liability end 责任认定\nproblems behind 问题" }), (error) => {
    assert.ok(error instanceof Error);
    const { name, code, message, line } = error;
    assert.deepEqual({ name, code, message, line }, {
      name: "GongwenError",
      code: "lexicon",
      message: "lexicon line 2: the place must be whole, end, start, in, last or text: `problems behind 问题`",
      line: 2,
    });
    return true;
  });
  assert.equal(parse(TEXT).pieces.length, 1);
  assert.throws(() => parse(TEXT, { lexicon: ["a"] }), { name: "TypeError", message: "options.lexicon must be a string, not an array" });
});

test("a path that leads nowhere is refused with its step", () => {
  const document = parse(TEXT);
  assert.throws(() => get(document, "1/七"), {
    code: "no_such_path",
    message: "no section at path `1/七`: the document has nothing at `七`",
  });
  for (const path of ["", "1", "0/一", "2/一", "x", "1/", "/一", "1/一/一"]) {
    assert.throws(() => get(document, path), { code: "no_such_path" }, path);
  }
  assert.throws(() => get(document, "1"), { message: "`1` is a piece, not a section: it is `pieces[0]`" });
  assert.throws(() => get(document, "1/七"), GongwenError);
  assert.throws(() => get(document, 1), { name: "TypeError" });
});

test("what is not a document or an offset is refused", () => {
  assert.throws(() => outline(TEXT), { name: "TypeError", code: "invalid_type" });
  assert.throws(() => at(null, 0), { name: "TypeError", code: "invalid_type" });
  const message = "offset must be an integer, not 0.5";
  assert.throws(() => at(parse(TEXT), 0.5), { name: "TypeError", code: "invalid_type", message });
  assert.throws(() => tasks(parse(TEXT, { views: false })), {
    code: "invalid_type",
    message: "document was parsed with `views: false`: tasks are one of its views",
  });
});

test("slim says that it was not initialised, and works once it is", async () => {
  assert.throws(() => slim.parse(TEXT), { name: "GongwenError", code: "not_initialized" });
  slim.initSync(wasm);
  assert.deepEqual(slim.parse(TEXT), parse(TEXT));
  for (const source of [wasm, wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length), new WebAssembly.Module(wasm), Promise.resolve(wasm), new Response(wasm)]) {
    await slim.init(source);
    assert.deepEqual(slim.parse(TEXT), parse(TEXT));
  }
  await assert.rejects(slim.init(7), { name: "TypeError", code: "invalid_type" });
  const unavailable = (message) => ({ name: "GongwenError", code: "unavailable", message });
  await assert.rejects(slim.init(new Response("", { status: 404 })), unavailable(/404/));
  await assert.rejects(slim.init("nowhere"), unavailable(/^nowhere cannot be fetched: /));
  await assert.rejects(slim.init(new Uint8Array([1, 2, 3])), unavailable(/^WebAssembly cannot be compiled: /));
  assert.throws(() => slim.initSync(new Uint8Array([1, 2, 3])), unavailable(/^WebAssembly cannot be compiled: /));
  const other = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
  assert.throws(() => slim.initSync(other), unavailable("this WebAssembly is not that of gongwen"));
  assert.deepEqual(slim.parse(TEXT), parse(TEXT), "what was there before still works");
});

test("where WebAssembly cannot be compiled, the error says so, and later calls try again", () => {
  slim.initSync(wasm);
  const { Instance } = WebAssembly;
  try {
    WebAssembly.Instance = function refused() {
      throw new WebAssembly.CompileError("blocked by Content Security Policy");
    };
    assert.throws(() => slim.parse(TEXT), (error) => {
      assert.equal(error.code, "unavailable");
      assert.match(error.message, /Content Security Policy/);
      assert.ok(error instanceof Error && error.cause instanceof WebAssembly.CompileError);
      return true;
    });
  } finally {
    WebAssembly.Instance = Instance;
  }
  assert.equal(slim.parse(TEXT).pieces.length, 1);
});

test("after a panic the call says so and the next one works", () => {
  const { Instance } = WebAssembly;
  let instances = 0;
  try {
    WebAssembly.Instance = function broken(...args) {
      instances++;
      const { exports } = new Instance(...args);
      const trap = () => {
        throw new WebAssembly.RuntimeError("unreachable");
      };
      return { exports: instances === 1 ? { ...exports, parse: trap } : exports };
    };
    slim.initSync(wasm);
    assert.throws(() => slim.parse(TEXT), (error) => {
      assert.equal(error.name, "GongwenError");
      assert.equal(error.code, "internal");
      assert.ok(error instanceof Error && error.cause instanceof WebAssembly.RuntimeError);
      return true;
    });
    assert.deepEqual(slim.parse(TEXT), parse(TEXT));
    assert.deepEqual(slim.parse(TEXT), parse(TEXT));
    assert.equal(instances, 2, "one instance broke, one was made afresh and kept");
  } finally {
    WebAssembly.Instance = Instance;
  }
});
