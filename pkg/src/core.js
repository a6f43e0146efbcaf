// The functions of the package; `types.d.ts` describes them.

import { GongwenError, invalid, typeError } from "./error.js";
import { call } from "./instance.js";
import { read } from "./reader.js";

export { at, get, outline, tasks } from "./document.js";
export { GongwenError } from "./error.js";
export { toMarkdown } from "./markdown.js";

export const version = VERSION;

/** WebAssembly has 4 GiB of memory, and a text of so many units with its tree may take all of it. */
const LONGEST = 2 ** 27;

export function parse(text, options) {
  if (typeof text !== "string") throw typeError("text", "a string", text);
  if (text.length > LONGEST) {
    throw new GongwenError("too_long", `a text may have ${LONGEST} UTF-16 units, this one has ${text.length}`);
  }
  const { switches, lexicon } = settings(options);
  return call((rust) => read(rust.parse(text, switches, lexicon), text));
}

/** As in src/wasm/mod.rs. */
const SWITCHES = { points: 1, leads: 2, noise: 4, views: 8, findings: 16 };

/** The options as Rust wants them. */
function settings(options = {}) {
  if (options === null || typeof options !== "object" || Symbol.iterator in options) {
    throw typeError("options", "an object", options);
  }
  let switches = 31;
  let lexicon = "";
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    if (name === "lexicon") {
      if (typeof value !== "string") throw typeError("options.lexicon", "a string", value);
      lexicon = value;
    } else if (Object.hasOwn(SWITCHES, name)) {
      if (typeof value !== "boolean") throw typeError(`options.${name}`, "a boolean", value);
      if (!value) switches &= ~SWITCHES[name];
    } else {
      throw invalid(`there is no option \`${name}\``);
    }
  }
  return { switches, lexicon };
}
