// The functions of the package; `types.d.ts` describes them.

import { typeError } from "./error.js";
import { call } from "./instance.js";
import { read } from "./reader.js";

export { at, get, outline, tasks } from "./document.js";
export { toMarkdown } from "./markdown.js";

export const version = VERSION;

export function parse(text, options) {
  if (typeof text !== "string") throw typeError("text", "a string", text);
  const { switches, lexicon } = settings(options);
  return call((rust) => read(rust.parse(text, switches, lexicon), text));
}

/** As in src/wasm/mod.rs. */
const SWITCHES = { points: 1, leads: 2, noise: 4, views: 8, findings: 16 };

/** The options as Rust wants them. */
function settings(options = {}) {
  if (options === null || typeof options !== "object") throw typeError("options", "an object", options);
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
      const error = new TypeError(`there is no option \`${name}\``);
      error.code = "invalid_type";
      throw error;
    }
  }
  return { switches, lexicon };
}
