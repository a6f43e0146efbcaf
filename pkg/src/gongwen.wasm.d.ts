/** What importing the file gives depends on the bundler: its URL, its bytes or the compiled module. */
declare const wasm: unknown;
export default wasm;
