/** The source pane: the text, tinted by role, noise greyed or hidden, findings as squiggles. */
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { setDiagnostics, type Diagnostic } from "@codemirror/lint";
import { Annotation, Compartment, EditorState, StateEffect, StateField, type Range } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, keymap, placeholder, WidgetType } from "@codemirror/view";
import { element } from "./dom";
import styles from "./editor.css?inline";
import type { Finding, Structure } from "./protocol";
import { ELEMENTS, name, NOISE, type Language, WORDS } from "./words";

interface Painting {
  structure: Structure | null;
  hideNoise: boolean;
  language: Language;
}

const paint = StateEffect.define<Painting>();
const highlight = StateEffect.define<{ from: number; to: number } | null>();
const fromOutline = Annotation.define<boolean>();

/** A line break that is not in the text, before a section that the source runs on. */
class BreakWidget extends WidgetType {
  override eq(): boolean {
    return true;
  }
  override toDOM(): HTMLElement {
    return element("span", { class: "break", "aria-hidden": "true" }, "\n");
  }
  override ignoreEvent(): boolean {
    return false;
  }
}
const sectionBreak = Decoration.widget({ widget: new BreakWidget(), side: -1 });
const hidden = Decoration.replace({});

const painted = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(decorations, transaction) {
    decorations = decorations.map(transaction.changes);
    for (const effect of transaction.effects) if (effect.is(paint)) decorations = decorate(transaction.state, effect.value);
    return decorations;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const active = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(decorations, transaction) {
    decorations = decorations.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(highlight)) continue;
      decorations = effect.value && effect.value.to > effect.value.from
        ? Decoration.set(Decoration.mark({ class: "active" }).range(effect.value.from, effect.value.to))
        : Decoration.none;
    }
    return decorations;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function decorate(state: EditorState, { structure, hideNoise, language }: Painting): DecorationSet {
  if (!structure || structure.length !== state.doc.length) return Decoration.none;
  const ranges: Range<Decoration>[] = [];
  const marked = (from: number, to: number, style: Decoration): void => {
    if (to > from) ranges.push(style.range(from, to));
  };
  const tinted = new Map<string, Decoration>();
  const tint = (role: string): Decoration => {
    let made = tinted.get(role);
    if (!made) tinted.set(role, (made = Decoration.mark({ class: `tint r-${role}` })));
    return made;
  };
  const mark = Decoration.mark({ class: "mark" });
  const title = Decoration.mark({ class: "title" });
  const pieceTitle = Decoration.mark({ class: "piece-title" });
  const noiseBefore = new Map(structure.noise.map(({ start, end }) => [end, start]));
  /** Whether, noise apart, nothing stands before a place on its line. */
  const opensLine = (place: number): boolean => {
    let at = place;
    for (let back = noiseBefore.get(at); back !== undefined && back < at; back = noiseBefore.get(at)) at = back;
    return state.doc.lineAt(at).from === at;
  };
  for (const row of structure.rows) {
    // One tint for each stretch of one role; what lies inside with the same role adds nothing.
    const above = row.parent < 0 ? null : structure.rows[row.parent]!.tint;
    if (row.tint && row.tint !== above) marked(row.start, row.end, tint(row.tint));
    marked(row.markStart, row.markEnd, mark);
    marked(row.titleStart, row.titleEnd, row.kind === "piece" ? pieceTitle : title);
    if (hideNoise && !opensLine(row.start)) ranges.push(sectionBreak.range(row.start));
  }
  for (const { kind, start, end } of structure.parts) {
    marked(start, end, Decoration.mark({ class: "element", attributes: { title: name(ELEMENTS, kind, language) } }));
  }
  for (const { kind, start, end } of structure.noise) {
    if (hideNoise) {
      // A line that is nothing but noise goes with its line break.
      const wholeLine = state.doc.lineAt(start).from === start && state.doc.lineAt(end).to === end && end < state.doc.length;
      marked(start, wholeLine ? end + 1 : end, hidden);
    } else marked(start, end, Decoration.mark({ class: "noise", attributes: { title: name(NOISE, kind, language) } }));
  }
  return Decoration.set(ranges, true);
}

export class Editor {
  #view: EditorView;
  #words = new Compartment();
  #theme = new Compartment();
  #painting: Painting = { structure: null, hideNoise: false, language: "zh" };

  /**
   * CodeMirror writes its style sheets at run time. In a shadow root it does so through
   * `adoptedStyleSheets`, which a policy without `unsafe-inline` allows.
   */
  constructor(host: HTMLElement, private readonly on: { change(text: string): void; cursor(): void }) {
    const root = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    this.#view = new EditorView({
      parent: root,
      root,
      state: EditorState.create({
        extensions: [
          history(),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          EditorView.lineWrapping,
          painted,
          active,
          this.#words.of([]),
          this.#theme.of([]),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) this.on.change(update.state.doc.toString());
            const own = update.transactions.some((transaction) => transaction.annotation(fromOutline));
            if (!own && update.selectionSet && !update.docChanged) this.on.cursor();
          }),
        ],
      }),
    });
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }

  get text(): string {
    return this.#view.state.doc.toString();
  }

  /** Where the cursor is; on blanks and empty lines, the end of what stands before them. */
  get cursor(): number {
    const at = this.#view.state.selection.main.head;
    const before = this.#view.state.doc.sliceString(Math.max(0, at - 64), at);
    return at - (before.length - before.trimEnd().length);
  }

  focus(): void {
    this.#view.focus();
  }

  /** Puts another text in the place of the whole; one undo brings the old one back. */
  replace(text: string): void {
    this.#view.dispatch({
      changes: { from: 0, to: this.#view.state.doc.length, insert: text },
      selection: { anchor: 0 },
      effects: [highlight.of(null), EditorView.scrollIntoView(0, { y: "start" })],
    });
  }

  /** Shows what was read out of the text. A reading of an older text is left out. */
  show(structure: Structure, language: Language, hideNoise: boolean): void {
    this.#painting = { structure, language, hideNoise };
    if (structure.length !== this.#view.state.doc.length) return;
    this.#view.dispatch({ effects: paint.of(this.#painting) });
  }

  /** Shows the findings in a text that was so long. */
  showFindings(findings: readonly Finding[], length: number, language: Language): void {
    if (length !== this.#view.state.doc.length) return;
    this.#view.dispatch(setDiagnostics(this.#view.state, // Noise is greyed already.
      findings.filter(({ code }) => code !== "noise_removed").map((finding): Diagnostic => ({
      from: finding.start,
      to: finding.end,
      severity: finding.severity === "warning" ? "warning" : "info",
      message: finding.message[language],
      renderMessage: () => element("div", { class: "finding" },
        element("strong", {}, finding.message[language]),
        finding.help && element("p", {}, finding.help[language])),
    }))));
  }

  /** Highlights a place, and brings it into view when asked. */
  mark(span: { start: number; end: number } | null, reveal = false): void {
    const length = this.#view.state.doc.length;
    const place = span && { from: Math.min(span.start, length), to: Math.min(span.end, length) };
    if (!place || !reveal) return this.#view.dispatch({ effects: highlight.of(place) });
    this.#view.dispatch({
      selection: { anchor: place.from },
      effects: [highlight.of(place), EditorView.scrollIntoView(place.from, { y: "start", yMargin: 48 })],
      annotations: fromOutline.of(true),
    });
  }

  /** Highlights a place once the update that is under way is through. */
  markLater(span: { start: number; end: number } | null): void {
    queueMicrotask(() => this.mark(span));
  }

  /** Sets the language of what the editor says, and its colours. */
  dress(language: Language, dark: boolean): void {
    const words = WORDS[language];
    this.#view.dispatch({
      effects: [
        this.#words.reconfigure([
          placeholder(words.placeholder),
          EditorView.contentAttributes.of({ "aria-label": words.sourceLabel, tabindex: "0", lang: "zh-CN", spellcheck: "false" }),
        ]),
        this.#theme.reconfigure(EditorView.theme({}, { dark })),
      ],
    });
  }
}
