/** What the page can open on. */
import damaged from "../../sample.txt?raw";
import plan from "../samples/plan.txt?raw";
import rules from "../samples/rules.txt?raw";

export type Sample = "damaged" | "plan" | "rules" | "large";

export function sample(which: Sample): string {
  switch (which) {
    case "damaged":
      return damaged;
    case "plan":
      return plan;
    case "rules":
      return rules;
    case "large":
      return large();
  }
}

/** One megabyte (in UTF-8) of the samples, one after the other. */
function large(): string {
  const parts: string[] = [];
  const all = [plan, rules, damaged];
  const encoder = new TextEncoder();
  const sizes = all.map((text) => encoder.encode(text).length);
  for (let size = 0, i = 0; size < 1_000_000; i++) {
    parts.push(all[i % all.length]!);
    size += sizes[i % all.length]!;
  }
  return parts.join("\n\n");
}
