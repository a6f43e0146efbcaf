export * from "./index.js";

/** A compiled `WebAssembly.Module`, of whatever library of types the caller has. */
export type CompiledModule = object;

/**
 * Compiles the WebAssembly; call it once, before anything else of `gongwen/slim`.
 *
 * Takes its URL, a `Response` with it, its bytes or the compiled module, or a promise of one of these.
 */
export function init(wasm: WasmSource | PromiseLike<WasmSource>): Promise<void>;

/** Compiles the WebAssembly from bytes or a compiled module, at once. */
export function initSync(wasm: ArrayBuffer | ArrayBufferView | CompiledModule): void;

/** Where the WebAssembly comes from: a URL, a `Response`, bytes or a compiled module. */
export type WasmSource = string | ArrayBuffer | ArrayBufferView | CompiledModule;
