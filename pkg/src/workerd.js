// Cloudflare Workers: compiling bytes is forbidden there, importing a compiled module is the way.

import module from "./gongwen.wasm";
import { provide } from "./instance.js";

provide(() => module);

export * from "./core.js";
