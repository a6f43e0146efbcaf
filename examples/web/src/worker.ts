/**
 * Parses beside the page. What the outline and the source are painted from goes back first; what the typed views and
 * the findings say, in a pause of typing, so that keys struck in a row do not wait for them.
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
const PAUSE = 250;
/** From so many characters on, to read a text takes longer than a key that is struck meanwhile should wait. */
const LONG = 50_000;
/** What a character took of late; nothing is known at first, but most texts are short. */
let perCharacter = 0;

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
      if (perCharacter * data.text.length < BRIEF) readViews(newest);
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
  perCharacter = milliseconds / (text.length + 1);
  digest.add(document);
  reply({ type: "meaning", id, meaning: digest.meaning(piece), milliseconds });
  // a long text once, not whenever its writer pauses
  if (text.length < LONG || piece < 0) later = setTimeout(timeAgain, 200, text);
  return document;
}

function timed<T>(work: () => T): [result: T, milliseconds: number] {
  const before = performance.now();
  const result = work();
  return [result, performance.now() - before];
}

/**
 * Times a text again while nobody types, since the first runs compile, and one run of a short text is shorter than the
 * browser's clock can tell. One run at a time, so that a keystroke waits for no more than that.
 */
function timeAgain(text: string, structure: number[] = [], all: number[] = []): void {
  structure.push(timed(() => parse(text, { views: false, findings: false }))[1]);
  all.push(timed(() => parse(text))[1]);
  const took = all.reduce((sum, each) => sum + each);
  if (all.length < 5 || (all.length < 40 && took < 50)) {
    later = setTimeout(timeAgain, 0, text, structure, all);
    return;
  }
  const withViews = typical(all);
  perCharacter = withViews / (text.length + 1);
  reply({ type: "timed", milliseconds: typical(structure), withViews, bytes: encoder.encode(text).length });
}

/** The mean of the middle half: finer than the median, where the clock is coarse. */
function typical(times: number[]): number {
  const quarter = times.length >> 2;
  const middle = times.sort((a, b) => a - b).slice(quarter, times.length - quarter);
  return middle.reduce((sum, each) => sum + each, 0) / middle.length;
}

// The first call compiles the WebAssembly; let it not count as the time of the first text.
parse("预热");
reply({ type: "ready", version });
