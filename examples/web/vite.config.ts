import { defineConfig, type Plugin } from "vite";

/**
 * The policy of the built page. No `unsafe-inline`, no `unsafe-eval`; nothing can be sent anywhere
 * (`connect-src 'none'`); the only script URL that may be made at run time is the worker's.
 * A host that can send headers should send the same line, so that the worker is bound by it too.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:", // CodeMirror draws squiggles as data: images
  "worker-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types gongwen-worker",
].join("; ");

/** Only in the build: Vite's development server needs inline styles and a socket. */
const contentSecurityPolicy: Plugin = {
  name: "content-security-policy",
  apply: "build",
  transformIndexHtml: () => [
    { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: policy }, injectTo: "head-prepend" },
  ],
};

export default defineConfig({
  base: "./",
  plugins: [contentSecurityPolicy],
  worker: { format: "es" },
  // The samples lie in this folder and one above it; the package two above.
  server: { fs: { allow: ["../.."] } },
  build: { target: "es2022", modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
});
