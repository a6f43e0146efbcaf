import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "./page.mjs";

test("the page without a build step runs straight from the file", async () => {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const complaints = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto("file://" + fileURLToPath(new URL("../../web-minimal/index.html", import.meta.url)));
    await page.locator("#outline li").first().waitFor();
    assert.match(await page.locator("#outline").innerText(), /落实责任/);
    const indent = (text) => page.locator("#outline li", { hasText: text }).evaluate((line) => line.style.paddingLeft);
    assert.deepEqual([await indent("落实责任"), await indent("包保到人")], ["0em", "2em"]);
    const marked = await page.evaluate(() => [...CSS.highlights.get("mark")].map(String));
    assert.ok(marked.includes("一、") && marked.includes("三、"), marked.join(" "));
    await page.locator("#text").fill("一、<img src=x onerror=alert(1)>\n二、压实责任\n");
    assert.match(await page.locator("#outline").innerText(), /压实责任/);
    assert.equal(await page.locator("img").count(), 0);
    assert.deepEqual(complaints, []);
  } finally {
    await browser.close();
  }
});
