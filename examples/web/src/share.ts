/** The text in the link: `#t=` + deflate + base64url. The part after `#` is never sent to a server. */

/** Longer links break in chats and mail. About 17,000 characters of Chinese. */
const LINK_LIMIT = 32_000;
/** A short link can unfold to very much text; stop there. */
const TEXT_LIMIT = 4_000_000;

/** The hash for a text, or `null` where the link would be too long. */
export async function toHash(text: string): Promise<string | null> {
  const packed = await collect(new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw")), LINK_LIMIT);
  if (!packed) return null;
  let binary = "";
  for (const byte of packed) binary += String.fromCharCode(byte);
  const hash = "#t=" + btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  return hash.length <= LINK_LIMIT ? hash : null;
}

/** The text in a hash; `null` where there is none, an error where it is damaged or too large. */
export async function fromHash(hash: string): Promise<string | null> {
  const match = /^#t=([A-Za-z0-9_-]*)$/.exec(hash);
  if (!match) {
    if (hash.startsWith("#t=")) throw new Error("damaged link");
    return null;
  }
  if (hash.length > LINK_LIMIT * 2) throw new Error("link too long");
  const binary = atob(match[1]!.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
  const text = await collect(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")), TEXT_LIMIT);
  if (!text) throw new Error("text too long");
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(text);
}

/** All bytes of a stream, or `null` as soon as they are more than the limit. */
async function collect(stream: ReadableStream<Uint8Array<ArrayBuffer>>, limit: number): Promise<Uint8Array | null> {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > limit) {
      await reader.cancel();
      return null;
    }
    parts.push(value);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
