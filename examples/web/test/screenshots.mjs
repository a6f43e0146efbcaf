/** Renews the pictures of the README: `npm run build && node test/screenshots.mjs`. Needs Chinese fonts. */
import { fileURLToPath } from "node:url";
import { launch, open, serve } from "./page.mjs";

const server = await serve();
const browser = await launch();
const viewport = { width: 1280, height: 760 };

/** A picture of the page once `work` has set it up. */
async function picture(name, options, work) {
  const page = await open(browser, server.url, { ...options, viewport });
  await work(page);
  await page.waitForTimeout(1500); // the short text is timed again
  await page.screenshot({ path: fileURLToPath(new URL(`../screenshots/${name}.png`, import.meta.url)) });
}

await picture("zh-light", { locale: "zh-CN", colorScheme: "light" }, async () => {});
await picture("en-dark", { locale: "en-US", colorScheme: "dark" }, async (page) => {
  await page.selectOption("#sample", "plan");
  await page.locator("#tree [role=treeitem]").filter({ hasText: "拓宽资金渠道" }).first().click();
  await page.evaluate(() => (document.querySelector("#meaning").scrollTop = 800));
});

await browser.close();
server.close();
