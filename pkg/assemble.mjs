// Last step of build.sh: from the WebAssembly, the glue and pkg/src to pkg/dist; prints the sizes.

import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build, transform } from "esbuild";
import { compress } from "lzma1";

/** What the package may weigh at most, in bytes after gzip: a guard, a little above what it weighs. */
const LIMITS = { "gongwen.wasm": 396 * 1024, "index.js": 328 * 1024 };
/** What it is to weigh; not reached yet. */
const GOALS = { "gongwen.wasm": 80 * 1024, "index.js": 110 * 1024 };

const pkg = dirname(fileURLToPath(import.meta.url));
const made = resolve(process.argv[2]);
const dist = join(pkg, "dist");
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);

const wasm = readFileSync(join(made, "gongwen.wasm"));
copyFileSync(join(made, "gongwen.wasm"), join(dist, "gongwen.wasm"));

// The glue keeps its state in module variables. As a function that makes a glue, a new instance
// gets a new state.
const glue = readFileSync(join(made, "glue/gongwen_bg.js"), "utf8");
const { code } = await transform(glue, { format: "cjs", target: "es2020" });
writeFileSync(
  join(made, "glue.js"),
  `export default function createGlue() {\nconst module = { exports: {} };\n${code}\nreturn module.exports;\n}\n`,
);
const compressed = Buffer.from(compress(wasm, 9)).toString("base64");
writeFileSync(join(made, "wasm-base64.js"), `export default ${JSON.stringify(compressed)};\n`);

const { version } = JSON.parse(readFileSync(join(pkg, "package.json"), "utf8"));
const common = {
  bundle: true,
  target: "es2020",
  charset: "utf8",
  legalComments: "none",
  define: { VERSION: JSON.stringify(version) },
  alias: { "#glue": join(made, "glue.js"), "#wasm-base64": join(made, "wasm-base64.js") },
  external: ["./gongwen.wasm", "./gongwen.wasm?module"],
  logLevel: "warning",
};
const entry = (name, options) => build({ ...common, entryPoints: [join(pkg, "src", `${name}.js`)], ...options });
const to = (name) => ({ outfile: join(dist, name) });
await Promise.all([
  entry("index", { format: "esm", ...to("index.js") }),
  entry("index", { format: "cjs", ...to("index.cjs") }),
  entry("index", { format: "iife", globalName: "gongwen", minify: true, ...to("gongwen.iife.min.js") }),
  entry("slim", { format: "esm", ...to("slim.js") }),
  entry("slim", { format: "cjs", ...to("slim.cjs") }),
  entry("workerd", { format: "esm", ...to("workerd.js") }),
  entry("edge-light", { format: "esm", ...to("edge-light.js") }),
]);

// types.d.ts is index.d.ts here; each kind of module names its neighbours in its own way.
for (const [name, path] of Object.entries({
  index: "../src/wasm/types.d.ts",
  view: "../src/wasm/view.d.ts",
  slim: "src/slim.d.ts",
})) {
  const types = readFileSync(join(pkg, path), "utf8");
  for (const kind of ["", "c"]) {
    const there = (_, neighbour) => `"./${neighbour === "types" ? "index" : neighbour}.${kind}js"`;
    writeFileSync(join(dist, `${name}.d.${kind}ts`), types.replace(/"\.\/(\w+)\.js"/g, there));
  }
}
cpSync(join(pkg, "src/gongwen.wasm.d.ts"), join(dist, "gongwen.wasm.d.ts"));
for (const name of ["LICENSE-APACHE", "LICENSE-MIT"]) copyFileSync(join(pkg, "..", name), join(pkg, name));

let heavy = false;
const kb = (bytes) => `${(bytes / 1024).toFixed(1)} KB`.padStart(9);
console.log("                          raw      gzip    brotli");
for (const name of ["gongwen.wasm", "index.js", "index.cjs", "slim.js", "workerd.js", "gongwen.iife.min.js"]) {
  const bytes = readFileSync(join(dist, name));
  const gzip = gzipSync(bytes, { level: 9 }).length;
  console.log(name.padEnd(20), kb(bytes.length), kb(gzip), kb(brotliCompressSync(bytes).length));
  if (gzip > (GOALS[name] ?? Infinity)) console.log(`${" ".repeat(20)} the goal is ${kb(GOALS[name]).trim()} after gzip`);
  if (gzip > (LIMITS[name] ?? Infinity)) {
    console.error(`${name} is heavier than ${kb(LIMITS[name]).trim()} after gzip`);
    heavy = true;
  }
}
if (heavy) process.exit(1);
