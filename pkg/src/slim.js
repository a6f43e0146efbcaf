// The entry without the WebAssembly: the caller brings it.

import { provide } from "./instance.js";
import { GongwenError, typeError } from "./error.js";

export * from "./core.js";

/** From a URL, a Response, bytes or a compiled module. */
export async function init(wasm) {
  initSync(await compiled(await wasm));
}

/** From bytes or a compiled module. */
export function initSync(wasm) {
  let module = wasm;
  if (!(wasm instanceof WebAssembly.Module)) {
    const bytes = bytesOf(wasm);
    try {
      module = new WebAssembly.Module(bytes);
    } catch (cause) {
      throw unavailable(cause);
    }
  }
  if (!WebAssembly.Module.exports(module).some(({ name }) => name === "parse")) {
    throw new GongwenError("unavailable", "this WebAssembly is not that of gongwen");
  }
  provide(() => module);
}

async function compiled(wasm) {
  if (wasm instanceof WebAssembly.Module) return wasm;
  if (typeof wasm === "string" || wasm instanceof URL) {
    const url = wasm;
    wasm = await fetch(url).catch((cause) => {
      throw new GongwenError("unavailable", `${url} cannot be fetched: ${cause?.message}`, cause);
    });
  }
  if (typeof Response !== "undefined" && wasm instanceof Response) {
    if (!wasm.ok) throw new GongwenError("unavailable", `${wasm.url || "the response"}: ${wasm.status} ${wasm.statusText}`);
    // not compileStreaming: it refuses servers that do not know the type application/wasm
    wasm = await wasm.arrayBuffer();
  }
  return WebAssembly.compile(bytesOf(wasm)).catch((cause) => {
    throw unavailable(cause);
  });
}

const unavailable = (cause) => new GongwenError("unavailable", `WebAssembly cannot be compiled: ${cause?.message}`, cause);

function bytesOf(wasm) {
  if (wasm instanceof ArrayBuffer || ArrayBuffer.isView(wasm)) return wasm;
  throw typeError("wasm", "a URL, a Response, bytes or a WebAssembly.Module", wasm);
}
