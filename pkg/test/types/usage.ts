// What a user writes must compile, what is wrong must not. Only `tsc` reads this file.

import { at, get, outline, parse, version } from "gongwen";
import type { Document, ErrorCode, GongwenError, Role, Section, SectionKind } from "gongwen";
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
export const refused = (error: GongwenError): ErrorCode => error.code;
export const started: Promise<void> = init("gongwen.wasm");
initSync(new Uint8Array(8));
export const same: Document = slimParse("一、重大意义");

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
