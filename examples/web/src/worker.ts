/**
 * Parses beside the page. What the outline and the source are painted from goes back first; what the typed views and
 * the findings say, once nobody types any more, so that a keystroke never waits for them.
 */
import { parse, version, type Document } from "gongwen";
import { exportDocument } from "./exports";
import type { Reply, Request } from "./protocol";
import { Digest } from "./summary";

const scope = self as unknown as DedicatedWorkerGlobalScope;
const reply = (message: Reply, transfer: Transferable[] = []): void => scope.postMessage(message, transfer);
const encoder = new TextEncoder();

/** Views that will take less than this many milliseconds come at once; others wait for a pause of typing. */
const BRIEF = 8;
const PAUSE = 150;
/** What a character took of late; of the first text it is not known, but most are short. */
let each = 0;

/** The newest text, and what has been read of it. */
interface Reading {
  id: number;
  text: string;
  digest: Digest;
  /** The piece that the page shows. */
  piece: number;
  /** The whole of it; null until it was asked for. */
  document: Document | null;
}
let newest: Reading | null = null;
let later: ReturnType<typeof setTimeout>;

scope.onmessage = ({ data }: MessageEvent<Request>) => {
  try {
    if (data.type === "parse") {
      clearTimeout(later);
      newest = readStructure(data.id, data.text, data.piece);
      if (each * data.text.length < BRIEF) readViews(newest);
      else later = setTimeout(readViews, PAUSE, newest);
    } else if (data.type === "piece") {
      if (newest) readViews(newest);
      reply({ type: "piece", piece: data.piece, view: newest?.digest.view(data.piece) ?? null });
    } else {
      const document = newest ? readViews(newest) : parse("");
      reply({ type: "exported", id: data.id, content: exportDocument(document, newest?.text ?? "", data.format, data.language) });
    }
  } catch (error) {
    reply({ type: "failed", id: data.id, message: error instanceof Error ? error.message : String(error) });
  }
};

function readStructure(id: number, text: string, piece: number): Reading {
  const [document, milliseconds] = timed(() => parse(text, { views: false, findings: false }));
  const digest = new Digest(document, text);
  const structure = digest.structure();
  reply({ type: "structure", id, structure, milliseconds, bytes: encoder.encode(text).length }, [structure.rows.numbers.buffer]);
  return { id, text, digest, piece, document: null };
}

/** Reads all the rest, unless that is done, and says it. */
function readViews(reading: Reading): Document {
  if (reading.document) return reading.document;
  clearTimeout(later);
  const { id, text, digest, piece } = reading;
  const [document, milliseconds] = timed(() => parse(text));
  reading.document = document;
  each = milliseconds / (text.length + 1);
  digest.add(document);
  reply({ type: "meaning", id, meaning: digest.meaning(piece), milliseconds });
  later = setTimeout(timeAgain, 200, text);
  return document;
}

function timed<T>(work: () => T): [result: T, milliseconds: number] {
  const before = performance.now();
  const result = work();
  return [result, performance.now() - before];
}

/** One run of a short text is shorter than the browser's clock can tell, and the first runs compile. */
function timeAgain(text: string): void {
  const bytes = encoder.encode(text).length;
  if (bytes > 200_000) return;
  const median = (work: () => void): number => {
    const times: number[] = [];
    const end = performance.now() + 50;
    do times.push(timed(work)[1]);
    while (performance.now() < end && times.length < 25);
    return times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
  };
  const milliseconds = median(() => parse(text, { views: false, findings: false }));
  const withViews = median(() => parse(text));
  each = withViews / (text.length + 1);
  reply({ type: "timed", milliseconds, withViews, bytes });
}

// The first call compiles the WebAssembly; let it not count as the time of the first text.
parse("预热");
reply({ type: "ready", version });
