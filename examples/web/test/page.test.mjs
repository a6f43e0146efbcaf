import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import { parse, toMarkdown } from "gongwen";
import { open, settled, site } from "./page.mjs";
import { cards, gap, hostile, pages, plan } from "./texts.mjs";

const its = site();

/** A test on a page of its own, after which neither console nor policy may have complained. */
function page(name, body, options = {}) {
  test(name, async () => {
    const opened = await open(its.browser, its.server.url, options);
    try {
      await body(opened);
      assert.deepEqual(opened.complaints, []);
      assert.deepEqual(await opened.evaluate("globalThis.violations"), []);
    } finally {
      await opened.context().close();
    }
  });
}

const rows = (page) => page.locator("#tree [role=treeitem]");
const row = (page, text) => rows(page).filter({ hasText: text }).first();
const selected = (page) => page.locator("#tree [aria-selected=true]");
const source = (page) => page.locator("#editor .cm-content");

/** Pastes over the whole text, as a newcomer does: focus nowhere. */
async function paste(page, text) {
  await page.evaluate((value) => navigator.clipboard.writeText(value), text);
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press("Control+v");
  await settled(page, text.length);
}

async function download(page, format) {
  const waiting = page.waitForEvent("download");
  await page.locator("#export summary").click();
  await page.locator(`[data-export=${format}]`).click();
  const file = await waiting;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

async function drop(page, name, bytes) {
  await page.evaluate(([fileName, content]) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(content)], fileName));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, [name, [...bytes]]);
}

describe("reading", () => {
  page("opens on a damaged sample, parsed", async (page) => {
    assert.equal(await page.locator("#sample").inputValue(), "damaged");
    assert.ok((await rows(page).count()) > 10);
    assert.ok((await page.locator("#editor .mark").count()) > 5);
    assert.match(await page.locator("#stats").innerText(), /解析 [\d.]+ 毫秒 · [\d.]+ MB\/s/);
    assert.match(await page.locator("#version").innerText(), /^gongwen \d+\.\d+\.\d+/);
  });

  page("every sample is read, the chosen one shown", async (page) => {
    for (const [which, words] of [["plan", "重点任务"], ["rules", "岗位设置"], ["damaged", "始终坚持"]]) {
      await page.selectOption("#sample", which);
      await row(page, words).waitFor();
      assert.equal(await page.locator("#sample").inputValue(), which);
    }
  });

  page("a text pasted anywhere takes the place of the whole", async (page) => {
    await paste(page, plan);
    await row(page, "完善运营机制").waitFor();
    assert.equal(await page.locator("#sample").inputValue(), "");
    assert.ok(await row(page, "加强组织领导").isVisible());
  });

  page("a text pasted into the editor is inserted", async (page) => {
    await paste(page, gap);
    await source(page).click();
    await page.keyboard.press("Control+End");
    await page.evaluate(() => navigator.clipboard.writeText("五、加强值班值守\n"));
    await page.keyboard.press("Control+v");
    await row(page, "加强值班值守").waitFor();
    assert.ok(await row(page, "强化宣传教育").isVisible());
  });

  page("typing is parsed at each keystroke", async (page) => {
    await paste(page, gap);
    await source(page).click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("五、落实");
    await row(page, "落实").waitFor();
    await page.keyboard.type("责任");
    await row(page, "落实责任").waitFor();
  });

  page("clear empties the page and takes the cursor", async (page) => {
    await page.locator("#clear").click();
    await settled(page, 0);
    assert.equal(await page.locator("#editor .cm-placeholder").innerText(), "在此粘贴公文……");
    await page.keyboard.type("一、提高认识\n二、落实责任\n");
    await row(page, "落实责任").waitFor();
  });
});

describe("three panes, one place", () => {
  page("a click in the outline scrolls to and highlights the source", async (page) => {
    await paste(page, plan);
    await row(page, "严格食品安全").click();
    const active = page.locator("#editor .active").first();
    await active.waitFor();
    const words = (await page.locator("#editor .active").allInnerTexts()).join("");
    assert.ok(words.startsWith("（三）严格食品安全"), words);
    assert.ok(words.includes("四十八小时") && !words.includes("保障措施"), words);
    const [shown, pane] = [await active.boundingBox(), await page.locator("#editor").boundingBox()];
    assert.ok(shown.y >= pane.y && shown.y < pane.y + pane.height, "in sight");
    assert.ok((await page.locator("#editor .cm-scroller").evaluate((scroller) => scroller.scrollTop)) > 100, "scrolled");
    assert.match(await selected(page).innerText(), /严格食品安全/);
  });

  page("the outline follows the cursor", async (page) => {
    await paste(page, plan);
    await page.locator("#editor .cm-line").filter({ hasText: "部分老小区没有食堂" }).click({ position: { x: 60, y: 10 } });
    await selected(page).waitFor();
    assert.match(await selected(page).innerText(), /布点不够均衡/);
    await page.keyboard.press("Control+End");
    await page.waitForFunction(() => document.querySelector("#tree [aria-selected=true]")?.textContent.includes("强化资金保障"));
  });

  page("a click in a card goes to source and outline", async (page) => {
    await paste(page, plan);
    const card = page.locator(".card[data-role=countermeasures]").first();
    await card.getByRole("button", { name: /完善运营机制/ }).click();
    assert.match(await selected(page).innerText(), /完善运营机制/);
    assert.ok((await page.locator("#editor .active").first().innerText()).startsWith("（二）"));
  });

  page("the role filter leaves one role and what leads to it", async (page) => {
    await paste(page, plan);
    const all = await rows(page).count();
    const chip = page.locator("#filter [data-role=countermeasures]");
    await chip.click();
    assert.equal(await chip.getAttribute("aria-pressed"), "true");
    const left = await rows(page).count();
    assert.ok(left > 1 && left < all);
    assert.ok(await row(page, "加快布点建设").isVisible());
    assert.equal(await row(page, "重要意义").count(), 0);
    await page.locator("#filter [data-role='']").click();
    assert.equal(await rows(page).count(), all);
  });

  page("noise is greyed, and a switch removes it", async (page) => {
    await paste(page, pages);
    const noise = page.locator("#editor .noise");
    await noise.first().waitFor();
    assert.match((await noise.allInnerTexts()).join(" "), /- 2 -/);
    await page.locator(".switch").click();
    await noise.first().waitFor({ state: "detached" });
    const clean = await source(page).innerText();
    assert.ok(!clean.includes("- 2 -") && clean.includes("抢抓农时"), clean);
    await page.locator(".switch").click();
    await noise.first().waitFor();
  });

  page("hidden noise leaves no empty line, and each section opens a line", async (page) => {
    await page.locator(".switch").click();
    await page.locator("#editor .noise").first().waitFor({ state: "detached" });
    const lines = (await source(page).innerText()).split("\n");
    assert.notEqual(lines[0].trim(), "");
    assert.ok(lines.some((line) => line.startsWith("一、")), lines.join("|"));
  });

  page("findings are squiggles with help, and a list that jumps", async (page) => {
    await paste(page, gap);
    const squiggle = page.locator("#editor .cm-lintRange").first();
    await squiggle.waitFor();
    // not a background, which the tint of the section inside would cover
    assert.match(await squiggle.evaluate((range) => getComputedStyle(range).textDecoration), /underline.* wavy/);
    const finding = page.locator("#findings li").first();
    const message = await finding.locator("button").innerText();
    assert.ok(message.length > 3);
    await squiggle.hover();
    await page.locator("#editor .cm-tooltip .finding").waitFor();
    assert.ok((await page.locator("#editor .cm-tooltip").innerText()).includes(message));
    await finding.locator("button").click();
    await page.locator("#editor .active").first().waitFor();
    const total = parse(gap).diagnostics.length;
    assert.equal(await page.locator("#findings h4 .count").innerText(), String(total));
  });

  page("a section's citation is copied", async (page) => {
    await paste(page, plan);
    await row(page, "完善运营机制").click();
    await page.locator("#cite").click();
    await page.locator(".toast.shown").waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()),
      "《关于推进社区食堂建设的实施方案》“三、工作举措”之“（二）完善运营机制”");
  });
});

describe("what it means", () => {
  const block = (page, role) => page.locator(`.card[data-role=${role}]`);

  page("three cards tell reasons, principles and measures", async (page) => {
    await paste(page, cards);
    const significance = block(page, "significance");
    assert.match(await significance.innerText(), /充分认识河湖管护的重要意义[^]*河湖连着城乡[^]*守住饮水安全[^]*八成人口/);
    assert.equal(await significance.locator(".theses > li").count(), 2);

    const experience = block(page, "core_experience");
    assert.deepEqual(await experience.locator(".stages li").allInnerTexts(), ["清河", "治岸", "富民"]);
    assert.match(await experience.locator(".facts").innerText(), /8年来/);
    assert.equal(await experience.locator(".announced").innerText(), "文中预告 3", "three announced, two found");
    assert.equal(await experience.locator(".theses > li").count(), 2);

    const countermeasures = block(page, "countermeasures");
    assert.deepEqual(await countermeasures.locator(".problems li").allInnerTexts(), ["责任悬空", "资金不足"]);
    const measure = countermeasures.locator(".theses > li").first();
    assert.match(await measure.locator(".actions").innerText(), /逐段明确河长/);
    assert.deepEqual(await measure.locator(".units li").allInnerTexts(), ["牵头 市水利局", "配合 市财政局、各县（区）"].map((text) => text.replace(" ", "\n")));
    assert.match(await measure.locator(".due").innerText(), /2025年底前[^]*2025-12-31/);
    assert.equal(await countermeasures.locator(".announced").count(), 0);
  });

  page("a problem, an action and a deadline lead to their places", async (page) => {
    await paste(page, cards);
    const countermeasures = block(page, "countermeasures");
    for (const [button, words] of [
      [countermeasures.locator(".problems .link").nth(1), "资金不足"],
      [countermeasures.locator(".actions .link").first(), "逐段明确河长，巡查率达到100%"],
      [countermeasures.locator(".due .link").first(), "2025年底前"],
    ]) {
      await button.click();
      assert.equal((await page.locator("#editor .active").allInnerTexts()).join(""), words);
    }
    assert.match(await selected(page).innerText(), /压实管护责任/);
  });

  page("the task table has tasks, units, deadlines, and is saved as CSV", async (page) => {
    await paste(page, cards);
    const lines = page.locator("#tasks tbody tr");
    assert.equal(await lines.count(), 2);
    assert.match(await lines.first().innerText(), /1\s+压实管护责任[^]*巡查率达到100%[^]*市水利局[^]*2025-12-31/);
    assert.match(await lines.nth(1).innerText(), /市生态环境局[^]*每季度/);
    await lines.nth(1).locator(".link").first().click();
    assert.ok((await page.locator("#editor .active").first().innerText()).startsWith("（二）"));

    for (const [language, head] of [["zh", "序号,文件,重点任务"], ["en", "no,document,task"]]) {
      if (language === "en") await page.locator("#language").click();
      const waiting = page.waitForEvent("download");
      await page.locator("#tasks .small").click();
      const file = await waiting;
      assert.equal(file.suggestedFilename(), "gongwen-tasks.csv");
      const [first, second, third, end] = (await readFile(await file.path(), "utf8")).split("\r\n");
      assert.ok(first.startsWith(`\ufeff${head}`), first);
      assert.match(second, /^1,.*河湖管护.*,压实管护责任,.*,市水利局,,市财政局、各县（区）,,2025年底前,2025-12-31,/);
      assert.match(third, /^2,.*,开展联合检查,.*,,市生态环境局,,,每季度,,/);
      assert.equal(end, "");
    }
  });

  page("the export menu has the tasks too, and says where there are none", async (page) => {
    await paste(page, "一、基本情况\n村里有山塘三口。\n二、主要成效\n水清了。\n");
    assert.equal(await page.locator("#tasks").count(), 0);
    const tasks = await download(page, "tasks");
    assert.equal(tasks.text.trim().split("\r\n").length, 1);
    await page.locator(".toast.shown").filter({ hasText: "没有读出任务" }).waitFor();
  });

  page("elements show what they say, works cited stand below", async (page) => {
    await paste(page, cards);
    const elements = page.locator(".elements");
    assert.deepEqual(await elements.locator(".names").first().locator("li").allInnerTexts(), ["各县（区）人民政府", "市政府各部门"]);
    assert.match(await elements.innerText(), /成文日期\s+2025年3月5日\s*2025-03-05/);
    assert.match(await page.locator(".references").innerText(), /《河湖管理办法》（川政发〔2023〕5号）/);
    assert.equal(await page.locator(".genre").innerText(), "通知");
    await elements.locator(".names .link").nth(1).click();
    assert.equal(await page.locator("#editor .active").first().innerText(), "市政府各部门");
    await page.locator("#language").click();
    assert.equal(await page.locator(".genre").innerText(), "notice");
    assert.match(await block(page, "countermeasures").innerText(), /2 measures[^]*Problems it answers[^]*lead\s+市水利局/);
  });
});

describe("files and links", () => {
  page("exports hold what the library reads", async (page) => {
    await paste(page, plan);
    const json = await download(page, "json");
    assert.equal(json.name, "gongwen.json");
    assert.deepEqual(JSON.parse(json.text), JSON.parse(JSON.stringify(parse(plan))));

    const markdown = await download(page, "markdown");
    assert.equal(markdown.name, "gongwen.md");
    assert.equal(markdown.text, toMarkdown(parse(plan), plan));
    assert.ok(markdown.text.startsWith("# 关于推进社区食堂建设的实施方案\n\n"));
    assert.match(markdown.text, /^## 三、工作举措$/m);

    const csv = await download(page, "sections");
    assert.equal(csv.name, "gongwen-sections.csv");
    assert.ok(csv.text.startsWith("\ufeffpiece,piece_title,path,kind,role,mark,title,text,start,end\r\n"));
    const line = csv.text.split("\r\n").find((each) => each.includes("完善运营机制"));
    const [start, end] = line.split(",").slice(-2).map(Number);
    assert.ok(plan.slice(start, end).startsWith("（二）完善运营机制"));
  });

  page("an export right after a keystroke holds the newest text", async (page) => {
    await paste(page, gap);
    await source(page).click();
    await page.keyboard.press("Control+End");
    await page.keyboard.insertText("五、按时报送情况\n");
    const json = await download(page, "json");
    assert.ok(json.text.includes("按时报送情况"));
  });

  page("files in GB18030, UTF-8 and UTF-16 are read", async (page) => {
    for (const [encoding, bytes] of [
      ["GB18030", gb18030(gap)],
      ["UTF-8", new TextEncoder().encode("\ufeff" + pages)],
      ["UTF-16LE", new Uint8Array(new Uint16Array([..."\ufeff" + plan].map((char) => char.charCodeAt(0))).buffer)],
    ]) {
      await drop(page, "通知.txt", bytes);
      await page.locator(".toast.shown").filter({ hasText: encoding }).waitFor();
      const text = { GB18030: gap, "UTF-8": pages, "UTF-16LE": plan }[encoding];
      await settled(page, text.length);
      assert.ok((await source(page).innerText()).startsWith(text.slice(0, 10)));
    }
  });

  page("the file dialogue opens a file too", async (page) => {
    await page.locator("#file").setInputFiles({ name: "a.md", mimeType: "text/markdown", buffer: Buffer.from(plan) });
    await settled(page, plan.length);
  });

  page("what cannot be read is refused with a reason, and the text stays", async (page) => {
    await paste(page, gap);
    for (const [name, words] of [["a.docx", /Word/], ["a.html", /\.html/], ["a.pdf", /\.txt/]]) {
      await drop(page, name, new Uint8Array([1, 2, 3]));
      await page.locator(".toast.shown").filter({ hasText: words }).waitFor();
    }
    await drop(page, "a.txt", new Uint8Array([80, 75, 0, 4]));
    await page.locator(".toast.shown").filter({ hasText: "不是文本" }).waitFor();
    assert.equal(await page.locator("#stats").getAttribute("data-length"), String(gap.length));
  });

  page("a share link brings the text back", async (page) => {
    await paste(page, plan);
    await page.locator("#share").click();
    await page.locator(".toast.shown").waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(link, /#t=[A-Za-z0-9_-]+$/);
    assert.ok(link.length < 4000, `${link.length}`);
    const other = await open(its.browser, link);
    await settled(other, plan.length);
    const json = await download(other, "json");
    assert.deepEqual(JSON.parse(json.text), JSON.parse(JSON.stringify(parse(plan))));
    await other.context().close();
  });

  page("a text too long for a link is not shared", async (page) => {
    let noise = "";
    let seed = 7;
    for (let i = 0; i < 40_000; i++) noise += String.fromCharCode(0x4e00 + ((seed = (seed * 48271) % 0x7fffffff) % 20_000));
    await paste(page, noise);
    await page.locator("#share").click();
    await page.locator(".toast.shown").filter({ hasText: "太长" }).waitFor();
    assert.ok(!page.url().includes("#"));
  });

  for (const hash of ["#t=%%%", "#t=AAAA", "#t=" + "A".repeat(70_000)]) {
    page(`a damaged link (${hash.slice(0, 8)}…) opens the sample`, async (page) => {
      await page.locator(".toast.shown").filter({ hasText: "链接" }).waitFor();
      assert.equal(await page.locator("#sample").inputValue(), "damaged");
    }, { hash });
  }
});

describe("safety", () => {
  test("the policy allows no inline code, no eval, no connection", () => {
    assert.ok(its.server.policy);
    assert.doesNotMatch(its.server.policy, /unsafe-inline|'unsafe-eval'|https?:|\*/);
    for (const part of ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "connect-src 'none'"]) {
      assert.ok(its.server.policy.split("; ").includes(part), part);
    }
  });

  page("a document full of HTML stays text", async (page) => {
    await paste(page, hostile);
    await page.locator(".switch").click();
    await rows(page).nth(1).click();
    await page.locator("#language").click();
    await page.waitForTimeout(200);
    assert.equal(await page.evaluate("globalThis.hacked"), undefined);
    const found = await page.evaluate(() => {
      const roots = [document, document.querySelector("#editor").shadowRoot];
      return roots.flatMap((root) => [...root.querySelectorAll("body img, iframe, svg[onload], a[href^=javascript], body script, body style")])
        .filter((each) => !each.classList.contains("cm-widgetBuffer")).map((each) => each.outerHTML);
    });
    assert.deepEqual(found, []);
    assert.ok((await source(page).innerText()).includes("<img src=x onerror="));
    const csv = await download(page, "sections");
    assert.doesNotMatch(csv.text, /(^|,)=cmd/m);
  });

  test("the page itself cannot insert HTML or run text", async () => {
    const opened = await open(its.browser, its.server.url);
    const refused = await opened.evaluate(async () => {
      await new Promise((resolve) => setTimeout(resolve, 0)); // what the debugger runs at first may eval
      const tries = [
        () => { document.body.innerHTML = "<b>x</b>"; },
        () => (0, eval)("1"),
        () => new Function("return 1")(),
      ];
      return tries.map((each) => { try { each(); return "done"; } catch (error) { return error.name; } });
    });
    assert.deepEqual(refused.filter((each) => each === "done"), []);
    await opened.context().close();
  });

  test("nothing leaves the browser", async () => {
    const opened = await open(its.browser, its.server.url);
    const requests = [];
    opened.on("request", (request) => requests.push(request.url()));
    await paste(opened, plan);
    await download(opened, "json");
    await opened.locator("#share").click();
    await opened.locator(".toast.shown").waitFor();
    assert.deepEqual(requests.filter((url) => !url.startsWith("blob:") && !url.endsWith("/favicon.svg")), []);
    await opened.context().close();
  });
});

describe("for everyone", () => {
  page("by keyboard alone", async (page) => {
    await paste(page, plan);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter"); // the skip link
    assert.equal(await page.evaluate(() => document.activeElement.id), "tree");
    await page.keyboard.press("Home");
    const all = await rows(page).count();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    assert.match(await selected(page).innerText(), /存在问题/);
    assert.equal(await page.locator("#tree").getAttribute("aria-activedescendant"), await selected(page).getAttribute("id"));
    await page.keyboard.press("ArrowLeft");
    assert.equal(await selected(page).getAttribute("aria-expanded"), "false");
    assert.equal(await rows(page).count(), all - 2);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    assert.match(await selected(page).innerText(), /布点不够均衡/);
    await page.keyboard.press("End");
    assert.match(await selected(page).innerText(), /强化资金保障/);
    assert.ok((await page.locator("#editor .active").first().innerText()).startsWith("（二）强化资金保障"));
    // On to the citation, the meaning pane, and back to the editor.
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.id), "cite");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.id), "meaning");
    await page.locator("#tree").focus();
    for (let i = 0; i < 20 && !(await page.evaluate(() => document.activeElement.id === "editor")); i++) await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("〇");
    await settled(page, plan.length + 1);
  });

  for (const [locale, colorScheme] of [["zh-CN", "light"], ["en-US", "dark"]]) {
    for (const [width, height] of [[1440, 900], [900, 900], [360, 740]]) {
      test(`axe finds nothing serious (${locale}, ${colorScheme}, ${width} px)`, async () => {
        // bypassCSP: the policy would refuse the checker itself
        const opened = await open(its.browser, its.server.url, { locale, colorScheme, viewport: { width, height }, bypassCSP: true });
        await paste(opened, gap + cards);
        await rows(opened).nth(4).click();
        const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
        await opened.evaluate(axe);
        for (const pane of width < 1140 ? ["outline", "meaning"] : ["outline"]) {
          if (width < 1140) await opened.locator(`#tabs [data-pane=${pane}]`).click();
          const { violations } = await opened.evaluate(() => globalThis.axe.run());
          const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
          assert.deepEqual(serious.map(({ id, nodes }) => [id, ...nodes.slice(0, 4).map(({ html, failureSummary }) => html.slice(0, 160) + failureSummary)]), []);
        }
        await opened.context().close();
      });
    }
  }

  page("speaks Chinese and English, and remembers which", async (page) => {
    assert.equal(await page.getAttribute("html", "lang"), "zh-CN");
    await page.locator("#language").click();
    assert.equal(await page.getAttribute("html", "lang"), "en");
    assert.match(await page.locator(".tagline").innerText(), /structure/);
    await paste(page, gap);
    const left = await page.locator("button:visible, h2:visible, h4:visible, .status").evaluateAll((nodes) => nodes
      .filter((node) => !node.closest("[lang=zh-CN]") && node.id !== "language").map((node) => node.innerText).filter((text) => /\p{Script=Han}/u.test(text) && !/["“]/.test(text)));
    assert.deepEqual(left.filter((text) => !/[A-Za-z]/.test(text)), []);
    await page.reload();
    await page.locator("#stats[data-length]").waitFor();
    assert.equal(await page.getAttribute("html", "lang"), "en");
  });

  page("English where the browser is English", async (page) => {
    assert.equal(await page.locator("h2").first().innerText(), "Source");
    assert.match(await page.locator("#stats").innerText(), /parsed in [\d.]+ ms/);
  }, { locale: "en-GB" });

  page("dark where the system is dark; the button turns it", async (page) => {
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const before = await paper();
    await page.locator("#theme").click();
    assert.notEqual(await paper(), before);
    assert.equal(await page.getAttribute("html", "data-theme"), "light");
  }, { colorScheme: "dark" });

  page("fits a phone", async (page) => {
    await paste(page, plan);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok((await overflow()) <= 0);
    for (const pane of ["source", "meaning", "outline"]) {
      await page.locator(`#tabs [data-pane=${pane}]`).tap();
      assert.ok((await overflow()) <= 0, pane);
      assert.ok(await page.locator(`.${pane}-pane`).isVisible(), pane);
    }
    await row(page, "加快布点建设").tap();
    await page.locator("#editor .active").first().waitFor();
    const [shown, pane] = [await page.locator("#editor .active").first().boundingBox(), await page.locator("#editor").boundingBox()];
    assert.ok(shown.y >= pane.y && shown.y < pane.y + pane.height, "the source is in sight above the outline");
  }, { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
});

/** Text in GB18030 (its two-byte part), by turning the decoder round. */
function gb18030(text) {
  const decoder = new TextDecoder("gb18030");
  const bytes = new Map();
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      if (low !== 0x7f) bytes.set(decoder.decode(new Uint8Array([high, low])), [high, low]);
    }
  }
  return new Uint8Array([...text].flatMap((char) => (char < "\x80" ? char.charCodeAt(0) : bytes.get(char))));
}
