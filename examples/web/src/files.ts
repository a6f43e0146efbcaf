/** Reads files that people drop: text in UTF-8, UTF-16 or GB18030. */

const LIMIT = 20 * 1024 * 1024;

/** Why a file was not read. */
export type Refusal = "html" | "docx" | "type" | "size" | "binary";

export type Opened = { text: string; encoding: string } | { refused: Refusal };

/** The text of a file, or why it was refused. */
export async function openFile(file: File): Promise<Opened> {
  const extension = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? "";
  if (extension === "html" || extension === "htm") return { refused: "html" };
  if (extension === "docx" || extension === "doc" || extension === "wps") return { refused: "docx" };
  if (!["", "txt", "md", "markdown", "text"].includes(extension)) return { refused: "type" };
  if (file.size > LIMIT) return { refused: "size" };
  return decode(new Uint8Array(await file.arrayBuffer()));
}

function decode(bytes: Uint8Array): Opened {
  const encoding = byteOrderMark(bytes);
  if (!encoding && bytes.includes(0)) return { refused: "binary" };
  if (encoding) return { text: new TextDecoder(encoding).decode(bytes), encoding };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    // What is not UTF-8 is, in these documents, the national standard GB18030 (or GBK within it).
    return { text: new TextDecoder("gb18030").decode(bytes), encoding: "gb18030" };
  }
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}
