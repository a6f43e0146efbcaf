/** The cards of the meaning pane: what a piece says by what such writing is for, and who does what by when. */
import { element } from "./dom";
import type { Part } from "gongwen";
import type {
  Assignment, Card, CountermeasuresCard, ExperienceCard, MeasureView, Point, RoleName, SignificanceCard, TaskView,
} from "./protocol";
import { name, PARTS, ROLES, type Language, WORDS } from "./words";

/** How many lines a list shows; a long document has more. */
export const SHOWN = 100;

/** Makes the buttons that lead into the other panes. */
export interface Links {
  /** To a section. */
  row(row: number, mark: string, title: string): HTMLElement;
  /** To a place in the source. */
  place(place: { start: number; end: number }, text: string): HTMLElement;
}

export function significanceCard(card: SignificanceCard, links: Links, language: Language): HTMLElement {
  return frame("significance", card, card.reasons.length, WORDS[language].reasons, links, language, points(card.reasons, card, links));
}

export function experienceCard(card: ExperienceCard, links: Links, language: Language): HTMLElement {
  const words = WORDS[language];
  const facts = element("dl", { class: "facts" });
  const fact = (label: string, ...what: (HTMLElement | string)[]): void => facts.append(element("dt", {}, label), element("dd", {}, ...what));
  if (card.period) fact(words.period, links.place(card.period, card.period.text));
  if (card.stages.length > 0) {
    fact(words.stages, element("ol", { class: "stages" }, ...card.stages.map((stage) => element("li", {}, links.place(stage, stage.text)))));
  }
  return frame("core_experience", card, card.principles.length, words.principles, links, language,
    facts.childElementCount > 0 && facts, points(card.principles, card, links));
}

export function countermeasuresCard(card: CountermeasuresCard, links: Links, language: Language): HTMLElement {
  const words = WORDS[language];
  const problems = card.problems.length > 0 && element("div", { class: "problems r-problems" },
    element("h5", {}, words.problems(card.problems.length)),
    element("ul", {}, ...card.problems.slice(0, SHOWN).map((problem) => element("li", {}, links.place(problem, problem.text)))));
  return frame("countermeasures", card, card.measures.length, words.measures, links, language, problems,
    measures(card.measures, links, language, "theses"));
}

/** The tasks of a piece as a table. */
export function taskTable(tasks: readonly TaskView[], links: Links, language: Language, save: HTMLElement): HTMLElement {
  const words = WORDS[language];
  const head = [words.taskNumber, words.task, words.unit, words.deadline];
  const lines = tasks.slice(0, SHOWN).map((task, index) => element("tr", {},
    element("td", { class: "number" }, String(index + 1)),
    element("td", {}, links.place(task, task.measure || task.actions[0]?.text || words.untitled), targets(task, links)),
    element("td", {}, units(task, language)),
    element("td", {}, due(task, links))));
  return element("section", { class: "block tasks", id: "tasks" },
    element("div", { class: "block-head" }, element("h4", {}, words.tasks, element("span", { class: "count" }, String(tasks.length))), save),
    element("table", {},
      element("thead", {}, element("tr", {}, ...head.map((text, i) => element("th", { class: i === 0 ? "number" : undefined, scope: "col" }, text)))),
      element("tbody", {}, ...lines)),
    tasks.length > SHOWN && element("p", { class: "quiet" }, words.more(tasks.length - SHOWN)));
}

/** A card with its title and how many parts were found; where the text announces another number, that too. */
function frame(
  role: RoleName, card: Card, found: number, count: (found: number) => string, links: Links, language: Language,
  ...body: (HTMLElement | false)[]
): HTMLElement {
  const { announced, titles: [first, ...more] } = card;
  return element("section", { class: `card r-${role}`, "data-role": role },
    element("div", { class: "card-head" },
      element("h4", {}, name(ROLES, role, language)),
      element("span", { class: "card-count" }, count(found), announced !== null && announced !== found && element("span", { class: "announced" },
        WORDS[language].announced(announced)))),
    first ? element("div", { class: "card-title" }, links.row(first.row, "", first.title)) : null,
    more.length > 0 && element("ul", { class: "card-more" }, ...more.slice(0, 8).map(({ row, title }) => element("li", {}, links.row(row, "", title)))),
    card.lead && element("p", { class: "excerpt", lang: "zh-CN" }, card.lead.text),
    ...body);
}

/** The points of a card; of a section that is not divided, its text alone, as its title stands above. */
function points(list: readonly Point[], card: Card, links: Links): HTMLElement {
  const [only] = list;
  if (only && list.length === 1 && card.titles[0]?.row === only.row) return element("p", { class: "excerpt whole", lang: "zh-CN" }, only.text);
  return element("ol", { class: "theses" }, ...list.slice(0, SHOWN).map((point) => element("li", {},
    links.row(point.row, point.mark, point.thesis),
    point.text !== "" && element("p", { class: "excerpt", lang: "zh-CN" }, point.text))));
}

function measures(list: readonly MeasureView[], links: Links, language: Language, style: string): HTMLElement {
  return element("ol", { class: style }, ...list.slice(0, SHOWN).map((measure) => element("li", {},
    links.row(measure.row, measure.mark, measure.thesis || measure.actions[0]?.text || ""),
    measure.thesis !== "" && measure.actions.length > 0 && element("ul", { class: "actions" },
      ...measure.actions.slice(0, 6).map((action) => element("li", {}, links.place(action, action.text)))),
    assigned(measure, links, language),
    measure.measures.length > 0 && measures(measure.measures, links, language, "parts"))));
}

/** Units and deadline in a row; nothing where neither is given. */
function assigned(from: Assignment, links: Links, language: Language): HTMLElement | null {
  if (from.units.length === 0 && !from.deadline) return null;
  return element("div", { class: "assigned" }, units(from, language), due(from, links, WORDS[language].due));
}

/** Units by what part they have: 牵头 县财政局 配合 县水利局、县审计局 */
function units({ units }: Assignment, language: Language): HTMLElement | null {
  const parts = new Map<Part, string[]>();
  for (const { name: unit, part } of units) parts.set(part, [...(parts.get(part) ?? []), unit]);
  if (parts.size === 0) return null;
  return element("ul", { class: "units" }, ...[...parts].map(([part, names]) =>
    element("li", { class: `part-${part}` },
      element("span", { class: "label" }, name(PARTS, part, language)), element("span", { lang: "zh-CN" }, names.join("、")))));
}

function due({ deadline }: Assignment, links: Links, label: string | null = null): HTMLElement | null {
  if (!deadline) return null;
  const date = deadline.date !== null && element("time", { datetime: deadline.date }, deadline.date);
  return element("span", { class: "due" }, label && element("span", { class: "label" }, label), links.place(deadline, deadline.text), date);
}

function targets({ indicators }: Assignment, links: Links): HTMLElement | null {
  if (indicators.length === 0) return null;
  return element("ul", { class: "targets" }, ...indicators.slice(0, 6).map((each) => element("li", {}, links.place(each, each.text))));
}
