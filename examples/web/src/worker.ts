/** Parses beside the page, so that typing never waits. */
import { parse, version, type Document } from "gongwen";
import { exportDocument } from "./exports";
import type { Reply, Request } from "./protocol";
import { Digest } from "./summary";

const scope = self as unknown as DedicatedWorkerGlobalScope;
const reply = (message: Reply): void => scope.postMessage(message);
const encoder = new TextEncoder();
let last: Document | null = null;
let digest: Digest | null = null;
let text = "";
let again: ReturnType<typeof setTimeout>;

scope.onmessage = ({ data }: MessageEvent<Request>) => {
  try {
    if (data.type === "parse") {
      const before = performance.now();
      last = parse(data.text);
      text = data.text;
      const milliseconds = performance.now() - before;
      const bytes = encoder.encode(data.text).length;
      digest = new Digest(last, data.text);
      const parsed = digest.summary(data.piece);
      scope.postMessage({ type: "parsed", id: data.id, parsed, milliseconds, bytes } satisfies Reply, [parsed.rows.numbers.buffer]);
      clearTimeout(again);
      again = setTimeout(() => timeAgain(data.text, bytes), 200);
    } else if (data.type === "piece") {
      reply({ type: "piece", piece: data.piece, view: digest?.view(data.piece) ?? null });
    } else {
      last ??= parse("");
      reply({ type: "exported", id: data.id, content: exportDocument(last, text, data.format, data.language) });
    }
  } catch (error) {
    reply({ type: "failed", id: data.id, message: error instanceof Error ? error.message : String(error) });
  }
};

// The first call compiles the WebAssembly; let it not count as the time of the first text.
parse("预热");
/** One run of a short text is shorter than the browser's clock can tell, and the first runs compile. */
function timeAgain(text: string, bytes: number): void {
  if (bytes > 200_000) return;
  const times: number[] = [];
  const end = performance.now() + 100;
  do {
    const before = performance.now();
    parse(text);
    times.push(performance.now() - before);
  } while (performance.now() < end && times.length < 25);
  times.sort((a, b) => a - b);
  reply({ type: "timed", milliseconds: times[times.length >> 1] ?? 0, bytes });
}

reply({ type: "ready", version });
