// The entry without the WebAssembly: the caller brings it.

import { provide } from "./instance.js";
import { typeError } from "./error.js";

export * from "./core.js";

/** From a URL, a Response, bytes or a compiled module. */
export async function init(wasm) {
  initSync(await compiled(await wasm));
}

/** From bytes or a compiled module. */
export function initSync(wasm) {
  const module = wasm instanceof WebAssembly.Module ? wasm : new WebAssembly.Module(bytesOf(wasm));
  provide(() => module);
}

async function compiled(wasm) {
  if (wasm instanceof WebAssembly.Module) return wasm;
  if (typeof wasm === "string" || wasm instanceof URL) wasm = await fetch(wasm);
  if (typeof Response !== "undefined" && wasm instanceof Response) {
    if (!wasm.ok) throw new Error(`${wasm.url}: ${wasm.status} ${wasm.statusText}`);
    // not compileStreaming: it refuses servers that do not know the type application/wasm
    wasm = await wasm.arrayBuffer();
  }
  return WebAssembly.compile(bytesOf(wasm));
}

function bytesOf(wasm) {
  if (wasm instanceof ArrayBuffer || ArrayBuffer.isView(wasm)) return wasm;
  throw typeError("wasm", "a URL, a Response, bytes or a WebAssembly.Module", wasm);
}
