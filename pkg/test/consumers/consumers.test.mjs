// The packed package, installed as a user installs it, runs the README's snippet in every environment.

import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import * as esbuild from "esbuild";
import { Miniflare } from "miniflare";
import webpack from "webpack";
import { close, printedBy, served } from "./browser.mjs";
import { body, commonJs, global, printed, snippet } from "./readme.mjs";

const run = promisify(execFile);
const pkg = fileURLToPath(new URL("../..", import.meta.url));
const tools = fileURLToPath(new URL("../node_modules", import.meta.url));
// outside of the repository, so that nothing is found but what is installed
const work = join(process.env.GONGWEN_CONSUMERS ?? join(tmpdir(), `gongwen-consumers-${process.pid}`));

rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
const npm = (...args) => execFileSync("npm", [...args, "--no-audit", "--no-fund", "--loglevel=error"], { cwd: work, stdio: "pipe" });
npm("pack", pkg, "--pack-destination", work);
const { version } = JSON.parse(readFileSync(join(pkg, "package.json")));
const tarball = join(work, `gongwen-${version}.tgz`);

/** A new consumer: a folder with the package in its node_modules, and these files. */
function consumer(name, files) {
  const folder = join(work, name);
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  write(folder, { "package.json": JSON.stringify({ private: true, dependencies: {} }), ...files });
  execFileSync("tar", ["-xzf", tarball, "-C", join(folder, "node_modules")]);
  cpSync(join(folder, "node_modules/package"), join(folder, "node_modules/gongwen"), { recursive: true });
  rmSync(join(folder, "node_modules/package"), { recursive: true });
  return folder;
}

function write(folder, files) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

/** What a program prints, line by line; whatever it says on stderr is an error. */
async function output(cwd, command, ...args) {
  const { stdout, stderr } = await run(command, args, { cwd, env: { ...process.env, NO_COLOR: "1" } });
  assert.equal(stderr, "");
  return stdout.trim().split("\n");
}

const page = (head) => `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">${head}`;
const opened = (folder, policy) => served(folder, (url) => printedBy(url, printed.length), policy);

after(async () => {
  await close();
  if (!process.env.GONGWEN_CONSUMERS) rmSync(work, { recursive: true, force: true });
});

test("npm install", () => {
  const folder = join(work, "installed");
  mkdirSync(folder);
  write(folder, { "package.json": "{}" });
  execFileSync("npm", ["install", tarball, "--no-audit", "--no-fund", "--loglevel=error", "--offline"], { cwd: folder });
  assert.ok(existsSync(join(folder, "node_modules/gongwen/dist/index.js")));
  assert.ok(!existsSync(join(folder, "node_modules/gongwen/src")), "sources are not in the package");
});

test("Node, ESM", async () => {
  const folder = consumer("node-esm", { "main.mjs": snippet });
  assert.deepEqual(await output(folder, process.execPath, "main.mjs"), printed);
});

test("Node, require", async () => {
  const folder = consumer("node-cjs", { "main.cjs": commonJs });
  assert.deepEqual(await output(folder, process.execPath, "main.cjs"), printed);
});

test("Deno, without permissions", async () => {
  const folder = consumer("deno", { "main.mjs": snippet, "deno.json": '{ "nodeModulesDir": "manual" }' });
  write(folder, { "package.json": JSON.stringify({ dependencies: { gongwen: version } }) });
  const deno = join(tools, ".bin/deno");
  assert.deepEqual(await output(folder, deno, "run", "--no-prompt", "--quiet", "main.mjs"), printed);
});

test("Bun", async () => {
  const folder = consumer("bun", { "main.mjs": snippet, "main.cjs": commonJs });
  assert.deepEqual(await output(folder, join(tools, ".bin/bun"), "main.mjs"), printed);
  assert.deepEqual(await output(folder, join(tools, ".bin/bun"), "main.cjs"), printed);
});

for (const [name, vite] of [
  ["Vite 6", "vite6"],
  ["Vite 8", "vite8"],
]) {
  const html = page('<script type="module" src="/main.js"></script>');
  const load = () => import(pathToFileURL(createRequire(import.meta.url).resolve(vite)).href).then(pick);
  const pick = (module) => (module.build ? module : module.default);

  test(`${name}, dev`, async () => {
    const folder = consumer(`${vite}-dev`, { "index.html": html, "main.js": snippet });
    const { createServer } = await load();
    const server = await createServer({ root: folder, configFile: false, logLevel: "error", server: { port: 0, host: "127.0.0.1" } });
    await server.listen();
    try {
      const { port } = server.httpServer.address();
      assert.deepEqual(await printedBy(`http://127.0.0.1:${port}/`, printed.length), printed);
    } finally {
      await server.close();
    }
  });

  test(`${name}, build`, async () => {
    const folder = consumer(`${vite}-build`, { "index.html": html, "main.js": snippet });
    const { build } = await load();
    await build({ root: folder, configFile: false, logLevel: "error" });
    assert.deepEqual(await opened(join(folder, "dist")), printed);
  });

  test(`${name}, build with gongwen/slim and the URL of the wasm`, async () => {
    const slim = `import { init, parse } from "gongwen/slim";\nimport url from "gongwen/gongwen.wasm?url";\ninit(url).then(() => {\n${body}\n});`;
    const folder = consumer(`${vite}-slim`, { "index.html": html, "main.js": slim });
    const { build } = await load();
    await build({ root: folder, configFile: false, logLevel: "error" });
    assert.deepEqual(await opened(join(folder, "dist")), printed);
  });
}

test("webpack 5", async () => {
  const folder = consumer("webpack", { "main.js": snippet });
  const stats = await promisify(webpack)({
    mode: "production",
    context: folder,
    entry: "./main.js",
    output: { path: join(folder, "dist"), filename: "main.js" },
    performance: false,
  });
  assert.deepEqual(stats.toJson().errors.concat(stats.toJson().warnings), []);
  write(join(folder, "dist"), { "index.html": page('<script defer src="main.js"></script>') });
  assert.deepEqual(await opened(join(folder, "dist")), printed);
});

test("esbuild, for the web", async () => {
  const folder = consumer("esbuild-web", { "main.js": snippet });
  const { warnings } = await esbuild.build({
    absWorkingDir: folder,
    entryPoints: ["main.js"],
    bundle: true,
    minify: true,
    outfile: "dist/main.js",
    logLevel: "silent",
  });
  assert.deepEqual(warnings, []);
  write(join(folder, "dist"), { "index.html": page('<script defer src="main.js"></script>') });
  assert.deepEqual(await opened(join(folder, "dist")), printed);
});

for (const format of ["cjs", "esm"]) {
  test(`esbuild, for Node as ${format}, run from another folder`, async () => {
    const folder = consumer(`esbuild-node-${format}`, { "main.mjs": snippet });
    const elsewhere = join(work, `esbuild-node-${format}-moved`);
    mkdirSync(elsewhere);
    const outfile = join(elsewhere, format === "cjs" ? "main.cjs" : "main.mjs");
    await esbuild.build({
      absWorkingDir: folder,
      entryPoints: ["main.mjs"],
      bundle: true,
      platform: "node",
      format,
      outfile,
      logLevel: "silent",
    });
    assert.deepEqual(await output(elsewhere, process.execPath, outfile), printed);
  });
}

test("a page with <script type=module> and an import map", async () => {
  const map = { imports: { gongwen: "/node_modules/gongwen/dist/index.js" } };
  const html = page(`<script type="importmap">${JSON.stringify(map)}</script><script type="module">${snippet}</script>`);
  assert.deepEqual(await opened(consumer("raw", { "index.html": html })), printed);
});

const IIFE = (code) => page(`<script src="/node_modules/gongwen/dist/gongwen.iife.min.js"></script>${code}`);

test("a page with a classic <script>", async () => {
  const folder = consumer("iife", { "index.html": IIFE(`<script>${global}</script>`) });
  assert.deepEqual(await opened(folder), printed);
});

test("a page with a strict Content-Security-Policy", async () => {
  const folder = consumer("csp", { "index.html": IIFE('<script src="main.js"></script>'), "main.js": global });
  const policy = "default-src 'none'; img-src data:; script-src 'self'";
  assert.deepEqual(await opened(folder, `${policy} 'wasm-unsafe-eval'`), printed);
  const refused = await opened(folder, policy);
  assert.match(refused.join("\n"), /GongwenError: WebAssembly cannot be started here/);
});

test("a web worker", async () => {
  const worker = `importScripts("/node_modules/gongwen/dist/gongwen.iife.min.js");\n${global.replaceAll("console.log(", "print(")}`;
  const folder = consumer("worker", {
    "index.html": page("<script>new Worker('worker.js').onmessage = (e) => console.log(e.data)</script>"),
    "worker.js": `const print = (...values) => postMessage(values.join(" "));\n${worker}`,
  });
  assert.deepEqual(await opened(folder), printed);
});

test("workerd (Cloudflare Workers)", async () => {
  const code = `import { parse } from "gongwen";
export default {
  fetch() {
    const lines = [];
    const console = { log: (...values) => lines.push(values.join(" ")) };
    ${body}
    return new Response(lines.join("\\n"));
  },
};`;
  const folder = consumer("workerd", { "main.js": code });
  await esbuild.build({
    absWorkingDir: folder,
    entryPoints: ["main.js"],
    bundle: true,
    format: "esm",
    conditions: ["workerd", "worker", "browser"],
    external: ["*.wasm"],
    outfile: "dist/main.js",
    logLevel: "silent",
  });
  const bundle = readFileSync(join(folder, "dist/main.js"), "utf8");
  assert.match(bundle, /from "\.\/gongwen\.wasm"/, "the entry for workerd was taken");
  const miniflare = new Miniflare({
    compatibilityDate: "2025-01-01",
    modules: [
      { type: "ESModule", path: "main.js", contents: bundle },
      { type: "CompiledWasm", path: "gongwen.wasm", contents: readFileSync(join(folder, "node_modules/gongwen/dist/gongwen.wasm")) },
    ],
  });
  try {
    const response = await miniflare.dispatchFetch("http://localhost/");
    assert.deepEqual((await response.text()).split("\n"), printed);
  } finally {
    await miniflare.dispose();
  }
});

test("publint has nothing to say", async () => {
  const { publint } = await import("publint");
  const { messages } = await publint({ pkgDir: join(consumer("publint", {}), "node_modules/gongwen") });
  assert.deepEqual(messages, []);
});

test("attw has nothing to say", async () => {
  // node10 knows no exports map; the wasm is no JavaScript
  const args = [tarball, "--profile", "node16", "--exclude-entrypoints", "gongwen.wasm", "--format", "ascii", "--no-color"];
  const { stdout } = await run(join(tools, ".bin/attw"), args);
  assert.match(stdout, /No problems found|ignored/i);
});
