import assert from "node:assert/strict";
import test from "node:test";
import { at, get, outline, parse } from "../../dist/index.js";
import { spans, texts } from "../texts.mjs";

const TEXT = "关于书屋😀管理的通知\r\n一、提高认识\r\n一是重视。二是支持。\r\n二、落实责任\r\n三、加强领导";

test("reads pieces, sections, marks and titles", () => {
  const document = parse(TEXT);
  assert.equal(document.schema, 1);
  assert.equal(document.pieces.length, 1);
  const [piece] = document.pieces;
  assert.equal(piece.title.text, "关于书屋😀管理的通知");
  assert.deepEqual(
    piece.sections.map((section) => [section.kind, section.mark.text, section.mark.ordinal, section.title.text]),
    [
      ["heading", "一、", 1, "提高认识"],
      ["heading", "二、", 2, "落实责任"],
      ["heading", "三、", 3, "加强领导"],
    ],
  );
  assert.deepEqual(piece.sections[0].sections.map(({ kind, mark }) => kind + mark.text), ["point一是", "point二是"]);
});

test("spans are slices of the caller's string, in UTF-16", () => {
  for (const { section } of outline(parse(TEXT))) {
    const { mark, title, span } = section;
    assert.equal(TEXT.slice(mark.span.start, mark.span.end), mark.text);
    if (title) assert.equal(TEXT.slice(title.span.start, title.span.end), title.text);
    assert.ok(TEXT.slice(span.start, span.end).startsWith(mark.text));
  }
});

for (const [name, text] of texts()) {
  test(`spans lie in the source, on characters, in one another: ${name}`, () => {
    const document = parse(text);
    let seen = 0;
    for (const [, { start, end }] of spans(document)) {
      seen++;
      assert.ok(0 <= start && start <= end && end <= text.length, `${start}..${end} of ${text.length}`);
      for (const offset of [start, end]) assert.ok(!splitsPair(text, offset), `${offset} splits a surrogate pair`);
    }
    assert.ok(seen > 0 || text.length < 2, "no spans at all");
    for (const [{ span, sections = [] }] of spans(document)) {
      for (const { span: below } of sections) assert.ok(span.start <= below.start && below.end <= span.end);
    }
  });
}

function splitsPair(text, offset) {
  return /[\ud800-\udbff]/.test(text[offset - 1] ?? "") && /[\udc00-\udfff]/.test(text[offset] ?? "");
}

test("lone surrogates keep all offsets", () => {
  const whole = "关于书屋口管理的通知\n一、提高口认识\n二、落实责任";
  const broken = whole.replace("口", "\ud83d").replace("口", "\ude00");
  const expected = [...spans(parse(whole))].map(([, span]) => span);
  assert.deepEqual([...spans(parse(broken))].map(([, span]) => span), expected);
  assert.equal(parse(broken).pieces[0].title.text, "关于书屋\ud83d管理的通知");
});

test("documents are plain: JSON and structuredClone give the same back", () => {
  const document = parse(TEXT);
  assert.deepEqual(JSON.parse(JSON.stringify(document)), document);
  assert.deepEqual(structuredClone(document), document);
});

test("the same text gives the same document, also after others", () => {
  const first = parse(TEXT);
  parse("二、".repeat(10000));
  assert.deepEqual(parse(TEXT), first);
});

test("options leave things out", () => {
  assert.deepEqual(parse(TEXT, {}), parse(TEXT));
  assert.deepEqual(parse(TEXT, { points: true, leads: undefined }), parse(TEXT));
  const kinds = outline(parse(TEXT, { points: false })).map(({ section }) => section.kind);
  assert.deepEqual(kinds, ["heading", "heading", "heading"]);
  const gap = "通知\n一、修剪\n三、清运";
  assert.equal(parse(gap).diagnostics.length, 1);
  assert.deepEqual(parse(gap, { findings: false }), { ...parse(gap), diagnostics: [] });
});

test("at finds the innermost section", () => {
  const document = parse(TEXT);
  assert.equal(at(document, 0), undefined);
  assert.equal(at(document, TEXT.indexOf("认识")).mark.text, "一、");
  assert.equal(at(document, TEXT.indexOf("支持")).mark.text, "二是");
  assert.equal(at(document, TEXT.indexOf("领导")).mark.text, "三、");
  assert.equal(at(document, TEXT.length).mark.text, "三、", "the end belongs to what ends there");
  assert.equal(at(document, TEXT.length + 1), undefined);
});

test("roles, and what says so", () => {
  const text = "推进会上的发言😀\n一、主要做法\n二、当前存在的主要问题";
  const [, problems] = parse(text).pieces[0].sections;
  assert.equal(problems.role, "problems");
  const { cue, basis, confidence, span } = problems.roleEvidence;
  assert.deepEqual([cue, basis, text.slice(span.start, span.end)], ["存在的主要问题", "title", "存在的主要问题"]);
  assert.ok(confidence > 0.9 && confidence <= 1 && String(confidence).length <= 4, `${confidence}`);
});

test("a lexicon gives roles of one's own", () => {
  const lexicon = "liability end 责任认定\n";
  const [section] = parse("事故调查报告\n一、事故责任认定", { lexicon }).pieces[0].sections;
  assert.equal(section.role, "liability");
});

test("get finds each section by its path", () => {
  for (const [, text] of texts()) {
    const document = parse(text);
    const paths = new Set();
    for (const { section } of outline(document).slice(0, 2000)) {
      assert.ok(!paths.has(section.path), section.path);
      paths.add(section.path);
      assert.equal(get(document, section.path), section);
    }
  }
});

test("outline gives the parent, and the role that counts", () => {
  const entries = outline(parse("工作总结\n一、存在问题\n（一）责任不清。无人巡查。\n（二）台账不全。账上无数。"));
  const [problems, first, second] = entries;
  assert.equal(problems.parent, null);
  assert.ok(first.parent === problems.section && second.parent === problems.section);
  for (const { effectiveRole } of entries) assert.equal(effectiveRole, "problems");
});

test("outline lists sections with depth and piece", () => {
  assert.deepEqual(
    outline(parse(TEXT)).map(({ section, depth, piece }) => [section.mark.text, depth, piece]),
    [
      ["一、", 0, 0],
      ["一是", 1, 0],
      ["二是", 1, 0],
      ["二、", 0, 0],
      ["三、", 0, 0],
    ],
  );
});
