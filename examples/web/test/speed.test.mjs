import assert from "node:assert/strict";
import { test } from "node:test";
import { open, settled, site } from "./page.mjs";

const its = site();

/** The sample of one megabyte, read, on a page of its own; the cursor stands in its first lines. */
async function openLarge() {
  const page = await open(its.browser, its.server.url);
  await page.selectOption("#sample", "large");
  await page.waitForFunction(() => Number(document.querySelector("#stats").dataset.length) > 300_000, null, { timeout: 60_000 });
  await page.locator("#editor .cm-content").click({ position: { x: 200, y: 200 } });
  return { page, length: Number(await page.locator("#stats").getAttribute("data-length")) };
}

test("one megabyte stays fluid", async () => {
  const { page, length } = await openLarge();
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const busy = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  };
  const before = await busy();
  const keys = 10;
  const [structure, all] = [[], []];
  for (let i = 1; i <= keys; i++) {
    await page.keyboard.type("稳");
    await settled(page, length + i);
    structure.push(Number(await page.locator("#stats").getAttribute("data-milliseconds")));
    all.push(Number(await page.locator("#stats").getAttribute("data-with-views")));
  }
  const each = (await busy()) - before;
  const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];
  console.log(`# ${length} characters: ${median(structure).toFixed(0)} ms in the worker until the structure, ` +
    `${median(all).toFixed(0)} ms for all; ${(each / keys).toFixed(0)} ms of the main thread for a keystroke, painting and all`);
  // Generous: machines that test are slow and shared. The ratio is of the same run, and of what noise disturbs least.
  assert.ok(each / keys < 250, `main thread ${each / keys} ms`);
  assert.ok(median(all) < 1500, `worker ${all}`);
  assert.ok(Math.min(...structure) < 0.9 * Math.min(...all), `structure ${structure}, all ${all}`);
  assert.ok((await page.locator("#tree [role=treeitem]").count()) < 120, "only the rows in sight are drawn");
  // The far end is reached at once.
  await page.locator("#tree").focus();
  await page.keyboard.press("End");
  await page.locator("#editor .active").first().waitFor();
  assert.deepEqual(page.complaints, []);
});

test("typing does not wait for the views, and what is typed over is not read for them", async () => {
  const { page, length } = await openLarge();
  const keys = 8;
  // each key as soon as the outline shows the one before
  const painted = await page.evaluate(async ([from, count]) => {
    const [tree, stats] = ["#tree", "#stats"].map((id) => document.querySelector(id));
    const order = [];
    for (const [pane, of] of [[tree, "structure"], [stats, "views"]]) {
      new MutationObserver(() => order.push([of, pane.dataset.length - from])).observe(pane, { attributeFilter: ["data-length"] });
    }
    const reached = (pane, wanted) => new Promise((resolve) => {
      const look = () => (pane.dataset.length === String(wanted) ? resolve() : setTimeout(look));
      look();
    });
    for (let key = 1; key <= count; key++) {
      document.execCommand("insertText", false, "稳");
      await reached(tree, from + key);
    }
    await reached(stats, from + count);
    return order;
  }, [length, keys]);
  const views = painted.filter(([of, key]) => of === "views" && key > 0).map(([, key]) => key);
  assert.equal(views.at(-1), keys);
  assert.ok(views.length < keys, `views of ${views}`);
  assert.deepEqual(painted.at(-1)[0], "views", "what comes last");
  assert.ok(painted.some(([of, key]) => of === "structure" && key === keys));
  assert.deepEqual(page.complaints, []);
});
