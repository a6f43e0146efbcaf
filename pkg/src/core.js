// The functions of the package; `types.d.ts` describes them.

import { typeError } from "./error.js";
import { call } from "./instance.js";
import { read } from "./reader.js";

export { at, outline } from "./document.js";

export const version = VERSION;

/** As in src/wasm/mod.rs. */
const SWITCHES = { points: 1, leads: 2, noise: 4 };
const ALL_ON = 7;

export function parse(text, options) {
  if (typeof text !== "string") throw typeError("text", "a string", text);
  const switches = switchesOf(options);
  return call((rust) => read(rust.parse(text, switches), text));
}

function switchesOf(options) {
  if (options === undefined) return ALL_ON;
  if (options === null || typeof options !== "object") throw typeError("options", "an object", options);
  let switches = ALL_ON;
  for (const [name, bit] of Object.entries(SWITCHES)) {
    const on = options[name];
    if (on === undefined) continue;
    if (typeof on !== "boolean") throw typeError(`options.${name}`, "a boolean", on);
    switches = on ? switches | bit : switches & ~bit;
  }
  for (const name of Object.keys(options)) {
    if (!Object.hasOwn(SWITCHES, name)) throw typeError("options", `without the unknown \`${name}\``, options);
  }
  return switches;
}
