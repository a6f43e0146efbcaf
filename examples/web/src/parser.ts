/** The page's side of the worker: always the newest text, never a queue of old ones. */
import type { ExportFormat, Meaning, PieceView, Reply, Request, Structure } from "./protocol";
import { unpackRows } from "./rows";
import type { Language } from "./words";
import workerUrl from "./worker.ts?worker&url";

/** What the library took for a text. */
export interface Timing {
  bytes: number;
  /** For its structure. */
  milliseconds: number;
  /** For its structure, the views and the findings; null where that is not known yet. */
  withViews: number | null;
}

export class Parser {
  #worker: Worker;
  #next = 1;
  /** The number of the parse that is under way, 0 when none is; and of the last whose structure is here. */
  #running = 0;
  #read = 0;
  #waiting: { text: string; piece: number } | null = null;
  #exports = new Map<number, { resolve: (content: string) => void; reject: (error: Error) => void }>();

  constructor(
    private readonly on: {
      structure(structure: Structure, timing: Timing): void;
      /** What the text of the last structure says, and what all of it took. */
      meaning(meaning: Meaning, milliseconds: number): void;
      timed(timing: Timing): void;
      piece(piece: number, view: PieceView | null): void;
    },
    private readonly onFailed: (message: string) => void,
    private readonly onReady: (version: string) => void,
  ) {
    this.#worker = new Worker(trusted(workerUrl), { type: "module" });
    this.#worker.onmessage = ({ data }: MessageEvent<Reply>) => this.#receive(data);
    this.#worker.onerror = (event) => this.onFailed(event.message);
  }

  /** Parses a text. A text that comes while one is being parsed waits, and only the newest does. */
  parse(text: string, piece: number): void {
    if (this.#running > 0) this.#waiting = { text, piece };
    else this.#send({ text, piece });
  }

  /** Asks for another piece. What is answered belongs to the text that was parsed last. */
  piece(piece: number): void {
    this.#post({ type: "piece", id: this.#next++, piece });
  }

  /** The document of the newest text as a file. */
  export(format: ExportFormat, language: Language): Promise<string> {
    if (this.#waiting !== null) this.#send(this.#waiting);
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#exports.set(id, { resolve, reject });
      this.#post({ type: "export", id, format, language });
    });
  }

  #send(what: { text: string; piece: number }): void {
    this.#running = this.#next++;
    this.#waiting = null;
    this.#post({ type: "parse", id: this.#running, ...what });
  }

  #post(request: Request): void {
    this.#worker.postMessage(request);
  }

  #receive(reply: Reply): void {
    if (reply.type === "ready") return this.onReady(reply.version);
    if (reply.type === "timed") {
      if (this.#running === 0) this.on.timed(reply);
      return;
    }
    if (reply.type === "piece") return this.on.piece(reply.piece, reply.view);
    if (reply.type === "meaning") {
      if (reply.id === this.#read) this.on.meaning(reply.meaning, reply.milliseconds);
      return;
    }
    if (reply.type === "exported") {
      this.#exports.get(reply.id)?.resolve(reply.content);
      this.#exports.delete(reply.id);
      return;
    }
    const waiting = this.#exports.get(reply.id);
    if (reply.type === "failed" && waiting) {
      this.#exports.delete(reply.id);
      return waiting.reject(new Error(reply.message));
    }
    if (reply.id === this.#running) {
      this.#running = 0;
      if (this.#waiting !== null) this.#send(this.#waiting);
    }
    if (reply.type === "failed") return this.onFailed(reply.message);
    this.#read = reply.id;
    const { structure, milliseconds, bytes } = reply;
    this.on.structure({ ...structure, rows: unpackRows(structure.rows) }, { milliseconds, bytes, withViews: null });
  }
}

/** The only place that makes a script URL; the page's policy allows no other. */
function trusted(url: string): string {
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  if (!types) return url;
  return types.createPolicy("gongwen-worker", { createScriptURL: (value) => value }).createScriptURL(url) as unknown as string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(value: string): string }): { createScriptURL(value: string): object };
}
