/** The meaning pane: what the sections of a piece are for, the parts of its form, and the findings. */
import { element } from "./dom";
import type { Card, Finding, Parsed, PieceView, RoleName } from "./protocol";
import { ELEMENTS, name, ROLES, type Language, type Words, WORDS } from "./words";

const SHOWN = 100;

export class Meaning {
  #parsed: Parsed | null = null;
  #piece = 0;
  #language: Language = "zh";

  constructor(
    private readonly host: HTMLElement,
    private readonly on: { pick(row: number): void; jump(place: { start: number; end: number }): void },
  ) {}

  show(parsed: Parsed, language: Language): void {
    this.#parsed = parsed;
    this.#language = language;
    this.#piece = Math.min(this.#piece, Math.max(0, parsed.pieces.length - 1));
    this.#draw();
  }

  /** Turns to the piece that the cursor is in. */
  turn(piece: number): void {
    if (piece === this.#piece || piece < 0) return;
    this.#piece = piece;
    this.#draw();
    this.host.scrollTop = 0;
  }

  #draw(): void {
    const parsed = this.#parsed;
    if (!parsed) return;
    const words = WORDS[this.#language];
    const piece = parsed.pieces[this.#piece];
    const parts: (HTMLElement | null)[] = [];
    if (piece) {
      parts.push(this.#header(piece, parsed, words));
      const cards = piece.cards.map((card) => this.#card(card, words));
      parts.push(...(cards.length > 0 ? cards : [element("p", { class: "quiet" }, words.meaningEmpty)]));
      parts.push(this.#others(piece, words), this.#elements(piece, words));
    }
    parts.push(this.#findings(parsed.findings, words));
    const top = this.host.scrollTop;
    this.host.replaceChildren(...parts.filter((part) => part !== null));
    this.host.scrollTop = top;
  }

  #header(piece: PieceView, parsed: Parsed, words: Words): HTMLElement {
    const many = parsed.pieces.length > 1;
    const step = (by: number, label: string, sign: string): HTMLElement => {
      const button = element("button", { type: "button", class: "step", "aria-label": label, title: label }, sign);
      const target = parsed.pieces[this.#piece + by];
      button.disabled = !target;
      button.addEventListener("click", () => target && this.on.pick(target.row));
      return button;
    };
    return element("header", { class: "piece-header" },
      many && element("div", { class: "steps" },
        step(-1, words.previous, "‹"),
        element("span", {}, words.pieceOf(this.#piece + 1, parsed.pieces.length)),
        step(1, words.next, "›")),
      element("h3", { class: "piece-name", lang: "zh-CN" }, piece.title || words.untitled));
  }

  #card(card: Card, words: Words): HTMLElement {
    const list = element("ol", { class: "theses" });
    for (const thesis of card.theses.slice(0, SHOWN)) {
      const line = element("li", {}, this.#link(thesis.row, thesis.mark, thesis.title));
      if (thesis.text) line.append(element("p", { class: "excerpt", lang: "zh-CN" }, thesis.text));
      if (thesis.parts.length > 0) {
        line.append(element("ul", { class: "parts" },
          ...thesis.parts.slice(0, 12).map((part) => element("li", {}, this.#link(part.row, part.mark, part.title)))));
      }
      list.append(line);
    }
    return element("section", { class: `card r-${card.role}`, "data-role": card.role },
      element("div", { class: "card-head" },
        element("h4", {}, name(ROLES, card.role, this.#language)),
        card.theses.length > 0 && element("span", { class: "card-count" }, words.parts(card.theses.length))),
      element("div", { class: "card-title" }, this.#link(card.row, "", card.title)),
      card.lead !== "" && element("p", { class: "excerpt", lang: "zh-CN" }, card.lead),
      card.theses.length > 0 && list);
  }

  #others(piece: PieceView, words: Words): HTMLElement | null {
    if (piece.others.length === 0) return null;
    return element("section", { class: "block" },
      element("h4", {}, words.other),
      element("ul", { class: "others" }, ...piece.others.slice(0, SHOWN).map(({ role, row, title }) =>
        element("li", { class: `r-${role}` }, tag(role, this.#language), this.#link(row, "", title)))));
  }

  #elements(piece: PieceView, words: Words): HTMLElement | null {
    if (piece.elements.length === 0) return null;
    const list = element("dl", { class: "elements" });
    for (const part of piece.elements.slice(0, SHOWN)) {
      const link = this.#jump(part, part.text);
      list.append(element("dt", {}, name(ELEMENTS, part.kind, this.#language)), element("dd", {}, link));
    }
    return element("section", { class: "block" }, element("h4", {}, words.elements), list);
  }

  #findings(findings: readonly Finding[], words: Words): HTMLElement {
    const list = element("ul", { class: "findings" });
    for (const finding of findings.slice(0, SHOWN)) {
      const button = this.#jump(finding, finding.message[this.#language]);
      list.append(element("li", { class: finding.severity },
        element("span", { class: "severity" }, words[finding.severity]),
        element("div", {}, button, finding.help && element("p", { class: "help" }, finding.help[this.#language]))));
    }
    return element("section", { class: "block", id: "findings" },
      element("h4", {}, words.findings, element("span", { class: "count" }, String(findings.length))),
      findings.length > 0 ? list : element("p", { class: "quiet" }, words.findingsNone),
      findings.length > SHOWN && element("p", { class: "quiet" }, words.more(findings.length - SHOWN)));
  }

  #link(row: number, mark: string, title: string): HTMLElement {
    const button = element("button", { type: "button", class: "link", lang: "zh-CN", "data-row": String(row) },
      mark !== "" && element("span", { class: "link-mark" }, mark), title);
    button.addEventListener("click", () => this.on.pick(row));
    return button;
  }

  #jump(place: { start: number; end: number }, text: string): HTMLElement {
    const button = element("button", { type: "button", class: "link" }, text);
    button.addEventListener("click", () => this.on.jump(place));
    return button;
  }
}

function tag(role: RoleName, language: Language): HTMLElement {
  return element("span", { class: "tag" }, name(ROLES, role, language));
}
