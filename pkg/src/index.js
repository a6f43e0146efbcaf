// The default entry: the WebAssembly stands in this file, compressed and as base64, and is compiled
// at the first call, without `await`, so that it works wherever JavaScript does.

import base64 from "#wasm-base64";
import { provide } from "./instance.js";
import { decompress } from "./lzma.js";

provide(() => {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return new WebAssembly.Module(decompress(bytes));
});

export * from "./core.js";
