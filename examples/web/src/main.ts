/** Ties the panes together: every place in one is a place in the others. */
import { byId, element } from "./dom";
import { Editor } from "./editor";
import { openFile } from "./files";
import { MeaningPane } from "./meaning";
import { Outline } from "./outline";
import { Parser, type Timing } from "./parser";
import type { ExportFormat, Meaning, RoleName, Structure } from "./protocol";
import { opensRole, rowAt } from "./rows";
import { sample, type Sample } from "./samples";
import { fromHash, toHash } from "./share";
import { name, ROLES, type Language, WORDS } from "./words";

const SAMPLES = ["damaged", "plan", "rules", "large"] as const satisfies readonly Sample[];

let language: Language = remembered("language") === "en" || remembered("language") === "zh"
  ? (remembered("language") as Language)
  : /^zh\b/i.test(navigator.language) ? "zh" : "en";
let dark = remembered("theme") ? remembered("theme") === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
/** What was read of the newest text, and of the newest one that nobody typed on: usually the same. */
let structure: Structure | null = null;
let meant: { structure: Structure; meaning: Meaning } | null = null;
let timing: Timing | null = null;
let shownSample: Sample | null = null;
let current = -1;
const roles = new Set<RoleName>();

const sampleSelect = byId<HTMLSelectElement>("sample");
const noiseSwitch = byId<HTMLInputElement>("noise");
const filter = byId("filter");
const exportMenu = byId<HTMLDetailsElement>("export");

const parser = new Parser({ structure: received, meaning: understood, timed, piece: (piece, view) => meaning.fill(piece, view) }, (message) => say(WORDS[language].failed(message)), (version) => {
  byId("version").textContent = `gongwen ${version}`;
});
const editor = new Editor(byId("editor"), {
  change(text) {
    if (shownSample && text !== sample(shownSample)) setSample(null);
    parser.parse(text, current < 0 ? -1 : meaning.piece);
  },
  cursor: follow,
});
const outline = new Outline(byId("tree"), { pick });
const meaning = new MeaningPane(byId("meaning"), {
  // the pane may still show what a text before said
  pick: (row) => pick(meant?.structure === structure ? row : rowAt(structure?.rows ?? [], meant?.structure.rows[row]?.start ?? 0)),
  ask: (piece) => parser.piece(piece),
  jump(place) {
    editor.mark(place, true);
    current = structure ? rowAt(structure.rows, place.start) : -1;
    outline.activate(current);
    showPath();
  },
  saveTasks: () => void save("tasks"),
});

/** The structure of the newest text: paint the outline and the source. */
function received(news: Structure, took: Timing): void {
  structure = news;
  // what all of it takes is not known yet; until then the figure before stays, so that nothing flickers
  timing = { ...took, withViews: timing?.withViews ?? null };
  if (news.length === editor.text.length) {
    current = current < 0 && editor.cursor === 0 ? -1 : rowAt(news.rows, editor.cursor);
    editor.show(news, language, noiseSwitch.checked);
  }
  paintStructure();
}

/** What the same text says, which comes a little later: paint the rest. */
function understood(news: Meaning, milliseconds: number): void {
  if (!structure) return;
  meant = { structure, meaning: news };
  if (timing) timing.withViews = milliseconds;
  // A new text opens on the piece that the worker found worth it.
  if (current < 0) meaning.piece = news.shown;
  paintMeaning();
}

/** The worker timed a short text again, several times over: show the better figure. */
function timed(took: Timing): void {
  timing = took;
  showStats();
}

function paintStructure(): void {
  if (!structure) return;
  drawFilter();
  outline.show(structure.rows, language);
  outline.activate(current);
  byId("empty").hidden = structure.rows.some((row) => row.kind !== "piece") || structure.length === 0;
  byId("tree").dataset["length"] = String(structure.length);
  showPath();
  showStats();
}

function paintMeaning(): void {
  if (!meant) return;
  editor.showFindings(meant.meaning.findings, meant.structure.length, language);
  meaning.show(meant.meaning, language);
  showStats();
  byId("stats").dataset["length"] = String(meant.structure.length);
}

/** A row was picked in the outline or the meaning pane: show it in the source. */
function pick(row: number): void {
  const place = structure?.rows[row];
  if (!place) return;
  current = row;
  editor.mark(place, true);
  outline.activate(row);
  meaning.turn(place.piece);
  showPath();
}

/** The cursor moved: the other panes follow. */
function follow(): void {
  if (!structure) return;
  current = rowAt(structure.rows, editor.cursor);
  const row = structure.rows[current];
  editor.markLater(row && row.kind !== "piece" ? row : null);
  outline.activate(current);
  meaning.turn(row?.piece ?? -1);
  showPath();
}

function showPath(): void {
  const row = structure?.rows[current];
  const path = byId("path");
  byId<HTMLButtonElement>("cite").disabled = !row;
  if (!row) {
    path.textContent = WORDS[language].noSelection;
    return;
  }
  const steps = ancestry(current).slice(1).map((index) => {
    const step = structure!.rows[index]!;
    return step.mark || short(step.title, 8);
  });
  path.textContent = [...steps, short(row.title, 24)].slice(row.kind === "piece" ? -1 : -steps.length - 1).join(" › ");
}

/** The rows from the piece down to one. */
function ancestry(row: number): number[] {
  const steps: number[] = [];
  for (let up = row; up >= 0; up = structure!.rows[up]!.parent) steps.unshift(up);
  return steps;
}

/** Where a section stands, as one would write it: 《题》“二、主要做法”之“（一）规划先行” */
function citation(row: number): string {
  const [piece, ...sections] = ancestry(row).map((index) => structure!.rows[index]!);
  const title = piece?.titled ? `《${piece.title.replace(/^《(.*)》$/, "$1")}》` : "";
  return title + sections.map((section) => `“${section.mark}${short(section.title, 60)}”`).join("之");
}

function short(text: string, limit: number): string {
  const characters = [...text];
  return characters.length > limit ? characters.slice(0, limit).join("") + "…" : text;
}

function drawFilter(): void {
  const counts = new Map<RoleName, number>();
  const { rows } = structure!;
  rows.forEach(({ role }, index) => {
    if (role && opensRole(rows, index)) counts.set(role, (counts.get(role) ?? 0) + 1);
  });
  for (const role of roles) if (!counts.has(role)) roles.delete(role);
  const order = Object.keys(ROLES);
  const chips = [...counts.keys()].sort((a, b) => order.indexOf(a) - order.indexOf(b)).map((role) => {
    const chip = element("button", {
      type: "button", class: `chip r-${role}`, "aria-pressed": String(roles.has(role)), "data-role": role,
    }, name(ROLES, role, language), element("span", { class: "count" }, String(counts.get(role))));
    chip.addEventListener("click", () => {
      if (!roles.delete(role)) roles.add(role);
      applyFilter();
    });
    return chip;
  });
  const all = element("button", { type: "button", class: "chip", "aria-pressed": String(roles.size === 0), "data-role": "" },
    WORDS[language].all);
  all.addEventListener("click", () => {
    roles.clear();
    applyFilter();
  });
  // Keep the focus where it was: the chips are made anew at each keystroke.
  const focused = filter.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset["role"] : undefined;
  filter.hidden = chips.length === 0;
  filter.replaceChildren(all, ...chips);
  if (focused !== undefined) filter.querySelector<HTMLElement>(`[data-role="${focused}"]`)?.focus();
}

function applyFilter(): void {
  drawFilter();
  outline.filter(roles);
}

function showStats(): void {
  if (!structure || !timing) return;
  const words = WORDS[language];
  const { milliseconds, bytes, withViews } = timing;
  const speed = milliseconds > 0 ? bytes / 1e6 / (milliseconds / 1e3) : 0;
  const pieces = structure.rows.filter(({ kind }) => kind === "piece").length;
  const stats = byId("stats");
  stats.replaceChildren(
    element("span", { class: "time" }, words.statTime(digits(milliseconds), digits(speed))),
    ...(withViews === null ? [] : [element("span", {}, words.statViews(digits(withViews)))]),
    element("span", { class: "counts" }, words.statCounts(structure.length.toLocaleString("en"), pieces, structure.rows.length - pieces)),
    element("span", {}, words.statNoise(structure.noise.length)),
    ...(meant ? [element("span", {}, words.statFindings(meant.meaning.findings.length))] : []),
  );
  stats.dataset["milliseconds"] = String(milliseconds);
  if (withViews !== null) stats.dataset["withViews"] = String(withViews);
}

function digits(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** Writes all words of the page in the language chosen. */
function speak(): void {
  const words = WORDS[language] as unknown as Record<string, string>;
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = words["title"]!;
  for (const node of document.querySelectorAll<HTMLElement>("[data-word]")) node.textContent = words[node.dataset["word"]!]!;
  for (const node of document.querySelectorAll<HTMLElement>("[data-title]")) node.title = words[node.dataset["title"]!]!;
  for (const node of document.querySelectorAll<HTMLElement>("[data-label]")) node.setAttribute("aria-label", words[node.dataset["label"]!]!);
  byId("tabs").setAttribute("aria-label", words["panes"]!);
  filter.setAttribute("aria-label", words["filter"]!);
  setSample(shownSample);
  wear();
  if (structure) {
    editor.show(structure, language, noiseSwitch.checked);
    paintStructure();
    paintMeaning();
  } else byId("stats").textContent = words["loading"]!;
}

/** Puts on the colours chosen. */
function wear(): void {
  document.documentElement.dataset["theme"] = dark ? "dark" : "light";
  const label = dark ? WORDS[language].themeLight : WORDS[language].themeDark;
  byId("theme").title = label;
  byId("theme").setAttribute("aria-label", label);
  editor.dress(language, dark);
}

function setSample(which: Sample | null): void {
  const words = WORDS[language];
  const names: Record<Sample, string> = {
    damaged: words.sampleDamaged, plan: words.samplePlan, rules: words.sampleRules, large: words.sampleLarge,
  };
  shownSample = which;
  const option = (value: string, text: string): HTMLOptionElement => {
    const made = element("option", {}, text);
    made.value = value;
    return made;
  };
  sampleSelect.replaceChildren(
    ...(which ? [] : [option("", words.sampleOwn)]),
    ...SAMPLES.map((each) => option(each, names[each])));
  sampleSelect.value = which ?? "";
}

function openSample(which: Sample): void {
  setSample(null);
  load(sample(which));
  setSample(which);
}

/** Puts a text on the page, from its start. */
function load(text: string): void {
  current = -1;
  roles.clear();
  editor.replace(text);
}

async function openOne(file: File): Promise<void> {
  const words = WORDS[language];
  const opened = await openFile(file);
  if ("refused" in opened) return say(words.refused[opened.refused]);
  load(opened.text);
  say(words.opened(file.name, opened.encoding));
}

async function share(): Promise<void> {
  const words = WORDS[language];
  const hash = await toHash(editor.text);
  if (hash === null) return say(words.linkTooLong);
  history.replaceState(null, "", hash);
  await copy(location.href, words.linkCopied);
}

async function restore(): Promise<boolean> {
  try {
    const text = await fromHash(location.hash);
    if (text === null) return false;
    load(text);
    return true;
  } catch {
    say(WORDS[language].linkDamaged);
    return false;
  }
}

/** What each export is called and what it is. */
const FILES: Record<ExportFormat, [name: string, type: string]> = {
  json: ["gongwen.json", "application/json"],
  markdown: ["gongwen.md", "text/markdown"],
  sections: ["gongwen-sections.csv", "text/csv"],
  tasks: ["gongwen-tasks.csv", "text/csv"],
};

async function save(format: ExportFormat): Promise<void> {
  exportMenu.open = false;
  try {
    const content = await parser.export(format, language);
    const [fileName, type] = FILES[format];
    const url = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
    const link = element("a");
    link.href = url;
    link.download = fileName;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
    if (format === "tasks" && meant?.meaning.pieces.every((piece) => piece.tasks === 0)) say(WORDS[language].noTasks);
  } catch (error) {
    say(WORDS[language].failed(error instanceof Error ? error.message : String(error)));
  }
}

async function copy(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(done);
  } catch {
    say(WORDS[language].copyFailed);
  }
}

let toastTimer = 0;
function say(message: string): void {
  const toast = byId("toast");
  toast.textContent = message;
  toast.classList.add("shown");
  clearTimeout(toastTimer);
  toastTimer = window.setTimeout(() => toast.classList.remove("shown"), 6000);
}

function setPane(pane: string): void {
  document.body.dataset["pane"] = pane;
  for (const tab of byId("tabs").querySelectorAll("button")) {
    tab.setAttribute("aria-pressed", String(tab.dataset["pane"] === pane));
  }
}

function remembered(key: string): string | null {
  try {
    return localStorage.getItem(`gongwen.${key}`);
  } catch {
    return null;
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`gongwen.${key}`, value);
  } catch {
    // Private windows may refuse to store; the page works without.
  }
}

sampleSelect.addEventListener("change", () => {
  if (sampleSelect.value) openSample(sampleSelect.value as Sample);
});
byId("open").addEventListener("click", () => byId<HTMLInputElement>("file").click());
byId<HTMLInputElement>("file").addEventListener("change", ({ target }) => {
  const input = target as HTMLInputElement;
  if (input.files?.[0]) void openOne(input.files[0]);
  input.value = "";
});
byId("clear").addEventListener("click", () => {
  load("");
  setSample(null);
  setPane(matchMedia("(max-width: 719px)").matches ? "source" : document.body.dataset["pane"]!);
  editor.focus();
});
byId("share").addEventListener("click", () => void share());
exportMenu.addEventListener("click", (event) => {
  const format = (event.target as HTMLElement).dataset["export"];
  if (format) void save(format as ExportFormat);
});
document.addEventListener("click", (event) => {
  if (!exportMenu.contains(event.target as Node)) exportMenu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && exportMenu.open) {
    exportMenu.open = false;
    exportMenu.querySelector("summary")?.focus();
  }
});
byId("language").addEventListener("click", () => {
  language = language === "zh" ? "en" : "zh";
  remember("language", language);
  speak();
});
byId("theme").addEventListener("click", () => {
  dark = !dark;
  remember("theme", dark ? "dark" : "light");
  wear();
});
noiseSwitch.addEventListener("change", () => {
  if (structure) editor.show(structure, language, noiseSwitch.checked);
});
byId("cite").addEventListener("click", () => void copy(citation(current), WORDS[language].copied));
byId("tabs").addEventListener("click", (event) => {
  const pane = (event.target as HTMLElement).dataset["pane"];
  if (pane) setPane(pane);
});
byId("skip").addEventListener("click", (event) => {
  event.preventDefault();
  byId("tree").focus();
});
window.addEventListener("hashchange", () => void restore());

// A text pasted anywhere but into a field takes the place of the whole.
document.addEventListener("paste", (event) => {
  const inField = event.composedPath().some((node) => node instanceof HTMLElement && (node.isContentEditable || node.matches("input, select, textarea")));
  if (inField) return;
  const file = event.clipboardData?.files[0];
  const text = event.clipboardData?.getData("text/plain");
  if (text) load(text);
  else if (file) void openOne(file);
});
let dragged = 0;
document.addEventListener("dragenter", (event) => {
  if (!event.dataTransfer?.types.includes("Files")) return;
  dragged++;
  byId("drop").hidden = false;
});
document.addEventListener("dragleave", () => {
  dragged = Math.max(0, dragged - 1);
  if (dragged === 0) byId("drop").hidden = true;
});
document.addEventListener("dragover", (event) => {
  if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
}, true);
document.addEventListener("drop", (event) => {
  dragged = 0;
  byId("drop").hidden = true;
  const file = event.dataTransfer?.files[0];
  if (!file) return;
  event.preventDefault();
  event.stopPropagation();
  void openOne(file);
}, true);

speak();
setPane("outline");
if (!(await restore())) openSample("damaged");
