// Vercel's edge runtime: as workerd.js, with its own way to ask for a compiled module.

import module from "./gongwen.wasm?module";
import { provide } from "./instance.js";

provide(() => module);

export * from "./core.js";
