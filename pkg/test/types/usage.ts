// What a user writes must compile, what is wrong must not. Only `tsc` reads this file.

import { at, get, GongwenError, outline, parse, tasks, toMarkdown, version } from "gongwen";
import type { BarePiece, Document, Due, Element, ErrorCode, Options, Role, Section, SectionKind } from "gongwen";
import { init, initSync, parse as slimParse } from "gongwen/slim";

const document: Document = parse("一、重大意义", { points: false, lexicon: "liability end 责任认定" });

export function label(section: Section): string {
  switch (section.kind) {
    case "heading":
    case "item":
      return section.title?.text ?? "";
    case "point":
    case "lead":
      return section.text;
    default: {
      const never: never = section;
      return never;
    }
  }
}

const entry = outline(document)[0];
export const depth: number | undefined = entry?.depth;
export const kind: SectionKind = get(document, "1/一").kind;
export const innermost: Section | undefined = at(document, 3);
export const role: Role | (string & {}) | null = innermost?.role ?? null;
export const text: string = version;
export const refused = (error: unknown): ErrorCode | undefined => (error instanceof GongwenError ? error.code : undefined);
export const parent: Section | null | undefined = entry?.parent;
export const counts: Role | (string & {}) | null = entry?.effectiveRole ?? null;
export const started: Promise<void> = init("gongwen.wasm");
initSync(new Uint8Array(8));
export const same: Document = slimParse("一、重大意义");

export function day(due: Due): string {
  switch (due.kind) {
    case "by":
      return due.date;
    case "by_day":
      return `${due.month}-${due.day}`;
    case "every":
      return due.interval;
    case "within":
      return `${due.count} ${due.unit}`;
    case "ongoing":
    case "other":
      return due.kind;
    default: {
      const never: never = due;
      return never;
    }
  }
}

export function said(element: Element): string | undefined {
  if (element.kind === "date") return element.value?.date;
  if (element.kind === "addressee") return element.value?.names[0]?.text;
  // only words
  if (element.kind === "closing") return element.value ?? element.text;
  return element.kind === "doc_number" ? element.value?.organ.text : undefined;
}

const { view } = document.pieces[0]!;
export const reasons: number = view.significance?.reasons.length ?? 0;
export const units = tasks(document).flatMap((task) => task.responsibility?.units.map((unit): string => unit.name.text) ?? []);
export const bare: Document<BarePiece> = parse("一、重大意义", { views: false, findings: false });
export const markdown: string = toMarkdown(bare, "一、重大意义");
export const outlined: number = outline(bare).length;
const withViews: Options & { views?: true } = { findings: false };
export const viewed: number = tasks(parse("", withViews)).length + tasks(parse("", { views: undefined })).length;
declare const views: boolean;
export const either: Document<BarePiece> = parse("", { views });

// @ts-expect-error: parsed without views
bare.pieces[0]!.view;
// @ts-expect-error: parsed without views
tasks(bare);
// @ts-expect-error: perhaps parsed without views
tasks(parse("", { views }));
// @ts-expect-error: a Markdown text needs the source
toMarkdown(document);
// @ts-expect-error: not a string
parse(1);
// @ts-expect-error: no such option
parse("", { point: true });
// @ts-expect-error: readonly
document.schema = 1;
// @ts-expect-error: readonly
document.pieces.push(document.pieces[0]);
// @ts-expect-error: may be null
document.pieces[0]!.title.text;
// @ts-expect-error: no such kind
if (innermost?.kind === "headline") parse("");
