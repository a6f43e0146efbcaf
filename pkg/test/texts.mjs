// The texts of the tests, by name: the crate's fixtures, and what is hard for offsets.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

const PLAN = `关于加快推进书屋建设的实施方案
各县区：
为办好书屋，现制定本方案。
一、重大意义
办好书屋意义重大。一是惠及群众。二是凝聚人心。
二、主要做法
（一）坚持规划先行。县里先后编制规划3个。
（二）坚持建管并重。建好之后管好。
四、存在问题
管护不到位。
五、对策建议
1.落实责任。（责任单位：县文旅局，2025年底前完成）
2.加大投入。
特此通知。
某县人民政府
2024年3月5日
`;

/** Between them they have every member of every view: pkg/test/unit/types.test.mjs sees to it. */
export const PLAN_WITH_ALL_VIEWS = readFileSync(new URL("views.txt", import.meta.url), "utf8");
export const LAW_WITH_REFERENCES = readFileSync(new URL("law.txt", import.meta.url), "utf8");

const HARD = {
  empty: "",
  "one character": "一",
  plan: PLAN,
  "all views": PLAN_WITH_ALL_VIEWS,
  law: LAW_WITH_REFERENCES,
  "no year": "书屋管护方案\n一、主要经验\n2016年以来，全县坚持共建共享。\n二、重点任务\n（一）管好场所。落实专人值守。（责任单位：县文旅局，年底前完成）",
  "CRLF": PLAN.replaceAll("\n", "\r\n"),
  "CR only": PLAN.replaceAll("\n", "\r"),
  "surrogate pairs": PLAN.replaceAll("，", "😀𠀀，").replaceAll("、", "、🏛"),
  "combining marks": PLAN.replaceAll("书", "书\u0301\u{e0100}").replaceAll("县", "e\u0301县"),
  "byte order mark": "\ufeff" + PLAN,
  "byte order marks inside": PLAN.replaceAll("\n", "\n\ufeff").replaceAll("。", "\ufeff。"),
  "NUL and controls": PLAN.replaceAll("一", "\0一\x01"),
  "ideographic spaces": PLAN.replaceAll("\n", "\n\u3000\u3000"),
  "page marks": PLAN.replaceAll("。", "。\n\n- 3 -\n\n"),
  "line breaks lost": PLAN.replaceAll("\n", ""),
  long: Array.from({ length: 300 }, (_, i) => PLAN.replace("实施方案", `实施方案（第${i}号）😀`)).join("\n"),
};

/** Every text as [name, text]. */
export function texts() {
  const fixtures = readdirSync(join(root, "tests"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".txt"))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
    .map((path) => [path.slice(root.length), readFileSync(path, "utf8")]);
  return [...Object.entries(HARD), ...fixtures];
}

/** Every object below `value` that has a span, with that span. */
export function* spans(value) {
  if (value === null || typeof value !== "object") return;
  if (typeof value.span?.start === "number") yield [value, value.span];
  for (const below of Object.values(value)) yield* spans(below);
}
