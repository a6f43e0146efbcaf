// Makes plain objects of the tape that src/wasm/tape.rs writes; its head comment gives the format.

const CONSTANTS = [null, false, true, ""];

// What is being read. Module-level, because closures over local variables are slower here.
let source = "";
let words = new Uint32Array(0);
let at = 0;
let strings = [""];
let makers = [() => null];

/** The value that the tape holds; `text` is the string that was parsed. */
export function read(tape, text) {
  try {
    return begin(tape, text);
  } finally {
    source = "";
    words = new Uint32Array(0);
    strings = [];
    makers = [];
  }
}

function begin(tape, text) {
  const [tapeLength, stringCount, shapesLength, poolBytes] = tape;
  const ends = 4 + tapeLength;
  const shapes = ends + stringCount;
  // ignoreBOM: a U+FEFF is a character of the text like any other
  const pool = new TextDecoder("utf-8", { ignoreBOM: true }).decode(
    new Uint8Array(tape.buffer, tape.byteOffset + 4 * (shapes + shapesLength), poolBytes),
  );
  source = text;
  words = tape;
  strings = [];
  for (let i = ends, start = 0; i < shapes; i++) {
    strings.push(pool.slice(start, tape[i]));
    start = tape[i];
  }
  makers = [];
  for (let i = shapes; i < shapes + shapesLength; ) {
    const name = strings[tape[i++]];
    const keys = Array.from(tape.subarray(i + 1, i + 1 + tape[i]), (index) => strings[index]);
    i += 1 + keys.length;
    makers.push(MAKERS[`${name} ${keys}`] ?? maker(keys));
  }
  at = 4;
  return value();
}

function value() {
  const word = words[at++];
  const payload = word >>> 3;
  switch (word & 7) {
    case 0:
      return CONSTANTS[payload];
    case 1:
      return payload;
    case 2:
      return payload ? float32(words[at++]) : float64(words[at++], words[at++]);
    case 3:
      return source.slice(payload, words[at++]);
    case 4:
      return strings[payload];
    case 5: {
      const list = [];
      for (let left = payload; left > 0; left--) list.push(value());
      return list;
    }
    case 6:
      return makers[payload]();
    default: {
      const map = {};
      for (let left = payload; left > 0; left--) define(map, value(), value());
      return map;
    }
  }
}

const span = () => ({ start: words[at++], end: words[at++] });
const excerpt = () => ({ text: value(), span: value() });

/**
 * Objects of the shapes that come by the thousand, as literals: several times faster than `maker`.
 * Named by their fields as the Rust side sends them; a test finds one that has changed there.
 */
export const MAKERS = {
  "Span start,end": span,
  "Section kind,role,role_evidence,mark,title,text,span,path,sections": () => ({
    kind: value(),
    role: value(),
    roleEvidence: value(),
    mark: value(),
    title: value(),
    text: value(),
    span: value(),
    path: value(),
    sections: value(),
  }),
  "RoleEvidence cue,basis,confidence,span": () => ({
    cue: value(),
    basis: value(),
    confidence: value(),
    span: value(),
  }),
  "Mark text,style,ordinal,span": () => ({ text: value(), style: value(), ordinal: value(), span: value() }),
  "Title text,span": excerpt,
  "Excerpt text,span": excerpt,
  "Element kind,text,span,value": () => ({ kind: value(), text: value(), span: value(), value: value() }),
  "Noise kind,span": () => ({ kind: value(), span: value() }),
  "Measure ordinal,thesis,actions,responsibility,deadline,indicators,path,span,measures": () => ({
    ordinal: value(),
    thesis: value(),
    actions: value(),
    responsibility: value(),
    deadline: value(),
    indicators: value(),
    path: value(),
    span: value(),
    measures: value(),
  }),
  "Task ordinal,measure,actions,responsibility,deadline,indicators,path,span": () => ({
    ordinal: value(),
    measure: value(),
    actions: value(),
    responsibility: value(),
    deadline: value(),
    indicators: value(),
    path: value(),
    span: value(),
  }),
  "Responsibility notes,units": () => ({ notes: value(), units: value() }),
  "Unit name,part": () => ({ name: value(), part: value() }),
  "Deadline raw,date,due": () => ({ raw: value(), date: value(), due: value() }),
};

function maker(keys) {
  const names = keys.map(camelCase);
  return () => {
    const object = {};
    for (const name of names) object[name] = value();
    return object;
  };
}

/** Like `map[key] = value`, also where the key is `__proto__`. */
function define(map, key, value) {
  Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
}

function camelCase(name) {
  return name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
}

const float = new DataView(new ArrayBuffer(8));

function float64(low, high) {
  float.setUint32(0, high);
  float.setUint32(4, low);
  return float.getFloat64(0);
}

/** The shortest decimal that stands for the same single-precision number: 0.9, not 0.8999999761581421. */
function float32(bits) {
  const known = shortest.get(bits);
  if (known !== undefined) return known;
  float.setUint32(0, bits);
  const single = float.getFloat32(0);
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(single.toPrecision(digits));
    if (Math.fround(short) !== single) continue;
    // how sure a role is: a few values come again and again
    if (shortest.size < 256) shortest.set(bits, short);
    return short;
  }
  return single;
}

const shortest = new Map();
