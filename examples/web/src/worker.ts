/** Parses beside the page, so that typing never waits. */
import { parse, version, type Document } from "gongwen";
import { exportDocument } from "./exports";
import type { Reply, Request } from "./protocol";
import { summarise } from "./summary";

const scope = self as unknown as DedicatedWorkerGlobalScope;
const reply = (message: Reply): void => scope.postMessage(message);
const encoder = new TextEncoder();
let last: Document | null = null;

scope.onmessage = ({ data }: MessageEvent<Request>) => {
  try {
    if (data.type === "parse") {
      const before = performance.now();
      last = parse(data.text);
      const milliseconds = performance.now() - before;
      reply({
        type: "parsed", id: data.id, parsed: summarise(last, data.text), milliseconds,
        bytes: encoder.encode(data.text).length,
      });
    } else {
      last ??= parse("");
      reply({ type: "exported", id: data.id, content: exportDocument(last, data.format) });
    }
  } catch (error) {
    reply({ type: "failed", id: data.id, message: error instanceof Error ? error.message : String(error) });
  }
};

// The first call compiles the WebAssembly; let it not count as the time of the first text.
parse("预热");
reply({ type: "ready", version });
