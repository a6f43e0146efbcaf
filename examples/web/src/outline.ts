/** The outline: a tree that draws only the rows in sight, so that ten thousand cost no more than ten. */
import { element } from "./dom";
import type { RoleName, Row } from "./protocol";
import { opensRole } from "./rows";
import { name, ROLES, type Language } from "./words";

const BEYOND = 8;

export class Outline {
  #rows: Row[] = [];
  /** The rows that are not folded away or filtered out, by their place in `#rows`. */
  #shown: number[] = [];
  /** The reverse of `#shown`; -1 where a row is not shown. */
  #place: Int32Array = new Int32Array();
  /** Folded sections by where they start, which survives a keystroke further down. */
  #folded = new Set<number>();
  #roles: ReadonlySet<RoleName> = new Set();
  #active = -1;
  #language: Language = "zh";
  #canvas = element("div", { role: "none", class: "canvas" });
  /** The height of a row, and what of the tree is in sight; to ask while other panes change costs a layout. */
  #height = 32;
  #top = 0;
  #view = 0;

  constructor(private readonly tree: HTMLElement, private readonly on: { pick(row: number): void }) {
    tree.append(this.#canvas);
    tree.addEventListener("scroll", () => {
      this.#top = tree.scrollTop;
      this.#draw();
    }, { passive: true });
    new ResizeObserver(() => {
      this.#height = parseFloat(getComputedStyle(tree).getPropertyValue("--row")) || 32;
      this.#view = tree.clientHeight;
      this.#draw();
    }).observe(tree);
    tree.addEventListener("keydown", (event) => this.#key(event));
    tree.addEventListener("click", (event) => this.#click(event));
    tree.addEventListener("focus", () => {
      // By keyboard only: drawing anew between the press and the release of a button would lose the click.
      if (tree.matches(":focus-visible") && this.#active < 0 && this.#shown.length > 0) this.#setActive(this.#shown[0]!, false);
    });
  }

  show(rows: Row[], language: Language): void {
    this.#rows = rows;
    this.#language = language;
    if (this.#active >= this.#rows.length) this.#active = -1;
    this.#arrange();
  }

  /** Shows only the rows of these roles, with what leads to them; all when there are none. */
  filter(roles: ReadonlySet<RoleName>): void {
    this.#roles = roles;
    this.#arrange();
    this.#reveal(this.#active);
  }

  /** Marks a row as the one that the cursor is in, and brings it into view. */
  activate(row: number): void {
    if (row === this.#active) return;
    for (let up = this.#rows[row]?.parent ?? -1; up >= 0; up = this.#rows[up]!.parent) {
      if (this.#folded.delete(this.#rows[up]!.start * 64 + this.#rows[up]!.depth)) this.#arrange();
    }
    this.#setActive(row, true);
  }

  #setActive(row: number, reveal: boolean): void {
    this.#active = row;
    if (reveal) this.#reveal(row);
    this.#draw();
  }

  #arrange(): void {
    const rows = this.#rows;
    const wanted = this.#roles.size > 0 ? new Uint8Array(rows.length) : null;
    if (wanted) {
      rows.forEach((row, index) => {
        if (!row.tint || !this.#roles.has(row.tint)) return;
        for (let up = index; up >= 0 && !wanted[up]; up = rows[up]!.parent) wanted[up] = 1;
      });
    }
    this.#shown = [];
    this.#place = new Int32Array(rows.length).fill(-1);
    for (let index = 0; index < rows.length; ) {
      const row = rows[index]!;
      if (wanted && !wanted[index]) {
        index = row.next;
        continue;
      }
      this.#place[index] = this.#shown.length;
      this.#shown.push(index);
      index = this.#isFolded(row) ? row.next : index + 1;
    }
    this.#draw();
  }

  #isFolded(row: Row): boolean {
    return this.#folded.has(row.start * 64 + row.depth);
  }

  #fold(index: number, fold: boolean): void {
    const row = this.#rows[index]!;
    const key = row.start * 64 + row.depth;
    if (fold) this.#folded.add(key);
    else this.#folded.delete(key);
    this.#arrange();
  }

  #draw(): void {
    const height = this.#height;
    this.#canvas.style.height = `${this.#shown.length * height}px`;
    const first = Math.max(0, Math.floor(this.#top / height) - BEYOND);
    const last = Math.min(this.#shown.length, Math.ceil((this.#top + this.#view) / height) + BEYOND);
    const drawn: HTMLElement[] = [];
    for (let at = first; at < last; at++) drawn.push(this.#drawRow(this.#shown[at]!, at));
    const place = this.#place[this.#active] ?? -1;
    if (place >= 0 && (place < first || place >= last)) drawn.push(this.#drawRow(this.#active, place));
    this.#canvas.replaceChildren(...drawn);
    if (place >= 0) this.tree.setAttribute("aria-activedescendant", `row-${this.#active}`);
    else this.tree.removeAttribute("aria-activedescendant");
  }

  #drawRow(index: number, at: number): HTMLElement {
    const row = this.#rows[index]!;
    const parent = index + 1 < row.next;
    const folded = this.#isFolded(row);
    const words = this.#language;
    const drawn = element("div", {
      role: "treeitem", id: `row-${index}`, "data-row": String(index),
      "aria-level": String(row.depth + 1), "aria-selected": String(index === this.#active),
      "aria-expanded": parent ? String(!folded) : undefined,
      class: `row k-${row.kind}${row.tint ? ` r-${row.tint}` : ""}${row.titled ? "" : " untitled"}`,
    },
      element("span", { class: `fold${parent ? "" : " none"}`, "aria-hidden": "true" }, parent ? (folded ? "▸" : "▾") : ""),
      row.mark !== "" && element("span", { class: "row-mark", lang: "zh-CN" }, row.mark),
      element("span", { class: "row-title", lang: "zh-CN", title: row.title }, row.title || "—"),
      opensRole(this.#rows, index) && element("span", { class: "tag" }, name(ROLES, row.role ?? "", words)),
      row.kind === "piece" && row.next - index > 1 && element("span", { class: "count", "aria-hidden": "true" }, String(row.next - index - 1)),
    );
    drawn.style.transform = `translateY(${at * this.#height}px)`;
    drawn.style.setProperty("--depth", String(row.depth));
    return drawn;
  }

  #reveal(index: number): void {
    const place = this.#place[index] ?? -1;
    if (place < 0) return;
    const top = place * this.#height;
    if (top < this.#top + this.#height) this.#scroll(top - this.#height * 2);
    else if (top + this.#height * 2 > this.#top + this.#view) this.#scroll(top - this.#view + this.#height * 3);
  }

  #scroll(top: number): void {
    this.tree.scrollTop = Math.max(0, top);
    this.#top = this.tree.scrollTop;
  }

  #click(event: MouseEvent): void {
    // By place, not by element: a keystroke's result may have put a new element under the pointer.
    const at = Math.floor((event.clientY - this.#canvas.getBoundingClientRect().top) / this.#height);
    const index = this.#shown[at];
    const row = index === undefined ? undefined : this.#rows[index];
    if (index === undefined || !row) return;
    const fold = this.#canvas.querySelector(`[data-row="${index}"] .fold:not(.none)`)?.getBoundingClientRect();
    if (fold && event.clientX <= fold.right) this.#fold(index, !this.#isFolded(row));
    else this.#pick(index);
  }

  #pick(index: number): void {
    this.#setActive(index, true);
    this.on.pick(index);
  }

  #key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const at = this.#place[this.#active] ?? -1;
    const row = this.#rows[this.#active];
    const move = (to: number): void => {
      const index = this.#shown[Math.max(0, Math.min(this.#shown.length - 1, to))];
      if (index !== undefined) this.#pick(index);
    };
    const page = Math.max(1, Math.floor(this.tree.clientHeight / this.#height) - 2);
    switch (event.key) {
      case "ArrowDown": move(at + 1); break;
      case "ArrowUp": move(at - 1); break;
      case "PageDown": move(at + page); break;
      case "PageUp": move(at - page); break;
      case "Home": move(0); break;
      case "End": move(this.#shown.length - 1); break;
      case "ArrowRight":
        if (!row || this.#active + 1 >= row.next) break;
        if (this.#isFolded(row)) this.#fold(this.#active, false);
        else move(at + 1);
        break;
      case "ArrowLeft":
        if (!row) break;
        if (this.#active + 1 < row.next && !this.#isFolded(row)) this.#fold(this.#active, true);
        else if (row.parent >= 0) this.#pick(row.parent);
        break;
      case "Enter": case " ":
        if (row) this.#pick(this.#active);
        break;
      default: return;
    }
    event.preventDefault();
  }
}
