// The life of the WebAssembly instance. No input or output here: each entry (index.js, slim.js, …)
// says with `provide` where the compiled module comes from.

import createGlue from "#glue";
import { GongwenError } from "./error.js";

/** An instance that has grown beyond this is dropped: WebAssembly memory never shrinks. */
const LARGEST_KEPT = 256 * 1024 * 1024;

let compile = () => {
  throw new GongwenError("not_initialized", "call init() or initSync() of gongwen/slim first");
};
let running;

/** Tells where the compiled `WebAssembly.Module` comes from; asked at the first call, once. */
export function provide(how) {
  let module;
  compile = () => (module ??= how());
  running = undefined;
}

/** What `work` gives, called with the functions of the Rust side. */
export function call(work) {
  const { glue, memory } = instance();
  try {
    const result = work(glue);
    if (memory.buffer.byteLength > LARGEST_KEPT) running = undefined;
    return result;
  } catch (cause) {
    // What Rust throws is a plain object, and nothing broke.
    if (cause?.refused) throw Object.assign(new GongwenError(cause.refused, cause.message), { line: cause.line });
    // The memory of the instance may be in any state: the next call gets a new one.
    running = undefined;
    throw new GongwenError("internal", `a defect of gongwen, please report it: ${cause?.message}`, cause);
  }
}

function instance() {
  if (running) return running;
  try {
    return (running = start());
  } catch (cause) {
    if (cause instanceof GongwenError) throw cause;
    throw new GongwenError("unavailable", `WebAssembly cannot be started here: ${cause?.message}`, cause);
  }
}

function start() {
  // The glue remembers views of the memory, so each instance has its own.
  const glue = createGlue();
  const { exports } = new WebAssembly.Instance(compile(), { "./gongwen_bg.js": glue });
  glue.__wbg_set_wasm(exports);
  exports.__wbindgen_start?.();
  return { glue, memory: exports.memory };
}
