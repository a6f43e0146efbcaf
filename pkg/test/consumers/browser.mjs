// A folder served over HTTP and opened in headless Chromium; gives what the page printed.

import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { chromium } from "playwright-core";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm" };

let browser;

/** Closes the browser, if one was opened. */
export async function close() {
  await browser?.close();
}

/** What the page at `url` prints until it has printed `lines` lines; errors of the page count as lines. */
export async function printedBy(url, lines) {
  browser ??= await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const page = await browser.newPage();
  const printed = [];
  try {
    const done = new Promise((resolve) => {
      const add = (line) => printed.push(line) >= lines && resolve();
      page.on("console", (message) => {
        const text = message.text();
        // Vite's own chatter
        if (!text.startsWith("[vite]") && !text.includes("favicon")) add(text);
      });
      page.on("pageerror", (error) => (add(`page error: ${error}`), resolve()));
      setTimeout(resolve, 20_000).unref();
    });
    await page.goto(url);
    await done;
  } finally {
    await page.close();
  }
  return printed;
}

/** Serves `folder` while `work` runs with its URL; with a Content-Security-Policy if one is given. */
export async function served(folder, work, policy) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
    const headers = { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream" };
    if (policy) headers["Content-Security-Policy"] = policy;
    createReadStream(file).pipe(response.writeHead(200, headers));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await work(`http://127.0.0.1:${server.address().port}/`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
