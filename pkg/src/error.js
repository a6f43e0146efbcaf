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
  const type = found === null ? "null" : Array.isArray(found) ? "an array" : `a value of type ${typeof found}`;
  const error = new TypeError(`${name} must be ${wanted}, not ${type}`);
  error.code = "invalid_type";
  return error;
}

/** Refuses what is not a document. */
export function check(document) {
  if (!Array.isArray(document?.pieces)) throw typeError("document", "what parse() gives", document);
}
