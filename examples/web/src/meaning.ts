/** The meaning pane: what the sections of a piece are for, the parts of its form, and the findings. */
import { countermeasuresCard, experienceCard, type Links, significanceCard, SHOWN, taskTable } from "./cards";
import { element } from "./dom";
import type { ElementView, Finding, Meaning, PieceView, RoleName } from "./protocol";
import { ELEMENTS, LEVELS, name, ROLES, type Language, type Words, WORDS } from "./words";

export class MeaningPane {
  #meaning: Meaning | null = null;
  /** Which piece is shown. */
  piece = 0;
  #view: PieceView | null = null;
  #language: Language = "zh";

  constructor(
    private readonly host: HTMLElement,
    private readonly on: {
      pick(row: number): void;
      /** Another piece is wanted; `fill` brings it. */
      ask(piece: number): void;
      jump(place: { start: number; end: number }): void;
      saveTasks(): void;
    },
  ) {}

  readonly #links: Links = {
    row: (row, mark, title) => {
      const button = element("button", { type: "button", class: "link", lang: "zh-CN", "data-row": String(row) },
        mark !== "" && element("span", { class: "link-mark" }, mark), title);
      button.addEventListener("click", () => this.on.pick(row));
      return button;
    },
    place: (place, text) => {
      const button = element("button", { type: "button", class: "link", lang: "zh-CN" }, text);
      button.addEventListener("click", () => this.on.jump(place));
      return button;
    },
  };

  show(meaning: Meaning, language: Language): void {
    this.#meaning = meaning;
    this.#language = language;
    this.piece = Math.min(this.piece, Math.max(0, meaning.pieces.length - 1));
    if (meaning.shown === this.piece) this.#view = meaning.view;
    else this.on.ask(this.piece);
    this.#draw();
  }

  /** Turns to the piece that the cursor is in. */
  turn(piece: number): void {
    if (piece === this.piece || piece < 0) return;
    this.piece = piece;
    this.on.ask(piece);
  }

  /** Shows the piece that was asked for, if it is still the one wanted. */
  fill(piece: number, view: PieceView | null): void {
    if (piece !== this.piece || !this.#meaning) return;
    Object.assign(this.#meaning, { shown: piece, view });
    this.#view = view;
    this.#draw();
    this.host.scrollTop = 0;
  }

  #draw(): void {
    const meaning = this.#meaning;
    if (!meaning) return;
    const words = WORDS[this.#language];
    const piece = this.#view;
    const parts: (HTMLElement | null)[] = [];
    if (piece) {
      parts.push(this.#header(piece, meaning, words));
      const cards = [
        piece.significance && significanceCard(piece.significance, this.#links, this.#language),
        piece.experience && experienceCard(piece.experience, this.#links, this.#language),
        piece.countermeasures && countermeasuresCard(piece.countermeasures, this.#links, this.#language),
      ].filter((card) => card !== null);
      parts.push(...(cards.length > 0 ? cards : [element("p", { class: "quiet" }, words.meaningEmpty)]));
      parts.push(this.#tasks(piece, words), this.#others(piece, words), this.#elements(piece, words), this.#references(piece, words));
    }
    parts.push(this.#findings(meaning.findings, words));
    // In one step, without a layout in between: the pane stays scrolled as it was.
    this.host.replaceChildren(...parts.filter((part) => part !== null));
  }

  #header(piece: PieceView, { pieces }: Meaning, words: Words): HTMLElement {
    const many = pieces.length > 1;
    const step = (by: number, label: string, sign: string): HTMLElement => {
      const button = element("button", { type: "button", class: "step", "aria-label": label, title: label }, sign);
      const target = pieces[this.piece + by];
      button.disabled = !target;
      button.addEventListener("click", () => target && this.on.pick(target.row));
      return button;
    };
    return element("header", { class: "piece-header" },
      many && element("div", { class: "steps" },
        step(-1, words.previous, "‹"),
        element("span", {}, words.pieceOf(this.piece + 1, pieces.length)),
        step(1, words.next, "›")),
      element("h3", { class: "piece-name", lang: "zh-CN" }, piece.title || words.untitled,
        piece.genre && element("span", { class: "genre", title: words.genre }, words.genreName(piece.genre))));
  }

  #tasks(piece: PieceView, words: Words): HTMLElement | null {
    if (piece.tasks.length === 0) return null;
    const save = element("button", { type: "button", class: "small", title: words.saveTasksTitle }, words.saveTasks);
    save.addEventListener("click", () => this.on.saveTasks());
    return taskTable(piece.tasks, this.#links, this.#language, save);
  }

  #others(piece: PieceView, words: Words): HTMLElement | null {
    if (piece.others.length === 0) return null;
    return element("section", { class: "block" },
      element("h4", {}, words.other),
      element("ul", { class: "others" }, ...piece.others.slice(0, SHOWN).map(({ role, row, title }) =>
        element("li", { class: `r-${role}` }, tag(role, this.#language), this.#links.row(row, "", title)))));
  }

  #elements(piece: PieceView, words: Words): HTMLElement | null {
    if (piece.elements.length === 0) return null;
    const list = element("dl", { class: "elements" });
    for (const part of piece.elements.slice(0, SHOWN)) {
      list.append(element("dt", {}, name(ELEMENTS, part.kind, this.#language)), element("dd", {}, ...this.#value(part)));
    }
    return element("section", { class: "block" }, element("h4", {}, words.elements), list);
  }

  /** The words of an element, or where it lists names each of them, and what they say where that is not the same. */
  #value(part: ElementView): HTMLElement[] {
    const { value } = part;
    const whole = this.#links.place(part, part.text);
    if (!value) return [whole];
    if ("names" in value && value.names.length > 0) {
      return [element("ul", { class: "names", lang: "zh-CN" },
        ...value.names.slice(0, SHOWN).map(({ text, span }) => element("li", {}, this.#links.place(span, text))))];
    }
    if ("attachments" in value && value.attachments.length > 0) {
      return [element("ol", { class: "attachments", lang: "zh-CN" },
        ...value.attachments.map(({ title, piece }) => element("li", { class: piece ? "here" : "away" }, this.#links.place(piece ?? title.span, title.text))))];
    }
    const read = "level" in value ? name(LEVELS, value.level, this.#language) : "date" in value ? value.date : null;
    return read === null || read === part.text ? [whole] : [whole, element("span", { class: "read" }, read)];
  }

  #references(piece: PieceView, words: Words): HTMLElement | null {
    if (piece.references.length === 0) return null;
    return element("section", { class: "block" }, element("h4", {}, words.references),
      element("ul", { class: "references" }, ...piece.references.slice(0, SHOWN).map((reference) =>
        element("li", {}, this.#links.place(reference, reference.text), reference.unresolved && element("span", { class: "read" }, words.unresolved)))));
  }

  #findings(findings: readonly Finding[], words: Words): HTMLElement {
    const list = element("ul", { class: "findings" });
    for (const finding of findings.slice(0, SHOWN)) {
      const button = this.#links.place(finding, finding.message[this.#language]);
      button.removeAttribute("lang"); // the page speaks, not the document
      list.append(element("li", { class: finding.severity },
        element("span", { class: "severity" }, words[finding.severity]),
        element("div", {}, button, finding.help && element("p", { class: "help" }, finding.help[this.#language]))));
    }
    return element("section", { class: "block", id: "findings" },
      element("h4", {}, words.findings, element("span", { class: "count" }, String(findings.length))),
      findings.length > 0 ? list : element("p", { class: "quiet" }, words.findingsNone),
      findings.length > SHOWN && element("p", { class: "quiet" }, words.more(findings.length - SHOWN)));
  }
}

function tag(role: RoleName, language: Language): HTMLElement {
  return element("span", { class: "tag" }, name(ROLES, role, language));
}
