export class GongwenError extends Error {
  constructor(code, message, cause) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
  get name() {
    return "GongwenError";
  }
}

/** Says that argument `name` should have been `wanted`. */
export function typeError(name, wanted, found) {
  return invalid(`${name} must be ${wanted}, not ${described(found)}`);
}

/** Says what is wrong with an argument. */
export function invalid(message) {
  return Object.assign(new TypeError(message), { code: "invalid_type" });
}

function described(found) {
  if (found === null) return "null";
  if (Array.isArray(found)) return "an array";
  if (typeof found === "number") return String(found);
  // what a file is read as
  if (found instanceof ArrayBuffer || ArrayBuffer.isView(found)) return "bytes: decode them with `new TextDecoder().decode(bytes)`";
  return `a value of type ${typeof found}`;
}

/** Refuses what is not a document. */
export function check(document) {
  if (!Array.isArray(document?.pieces)) throw typeError("document", "what parse() gives", document);
}
