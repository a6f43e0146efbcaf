// Takes apart what assemble.mjs has compressed: an LZMA stream with its length in the header and no
// end mark. After gzip the WebAssembly is a third smaller so than as base64 of itself, and this file
// weighs one kilobyte; the decoders on npm weigh three, and are four times slower.

/** The bytes that the stream `data` stands for (literal position bits are 0, as encoders have them). */
export function decompress(data) {
  const view = new DataView(data.buffer, data.byteOffset);
  const contextBits = data[0] % 9;
  const positionMask = (1 << ((data[0] / 45) | 0)) - 1;
  const length = view.getUint32(5, true);
  const out = new Uint8Array(length);
  const odds = new Uint16Array(LITERALS + (768 << contextBits)).fill(1024);
  let at = 18;
  let range = 0xffffffff;
  let code = view.getUint32(14);

  const refill = () => {
    range = (range << 8) >>> 0;
    code = ((code << 8) | data[at++]) >>> 0;
  };
  /** One bit, by the odds at `index`, which learn from it. */
  const bit = (index) => {
    const odd = odds[index];
    const bound = (range >>> 11) * odd;
    const one = code < bound ? 0 : 1;
    if (one) {
      range -= bound;
      code -= bound;
      odds[index] = odd - (odd >> 5);
    } else {
      range = bound;
      odds[index] = odd + ((2048 - odd) >> 5);
    }
    if (range < 0x1000000) refill();
    return one;
  };
  /** A number of so many bits, the highest first. */
  const number = (base, bits) => {
    let value = 1;
    for (let i = 0; i < bits; i++) value = (value << 1) | bit(base + value);
    return value - (1 << bits);
  };
  /** A number of so many bits, the lowest first. */
  const reversed = (base, bits) => {
    let node = 1;
    let value = 0;
    for (let i = 0; i < bits; i++) {
      const one = bit(base + node);
      node = (node << 1) | one;
      value |= one << i;
    }
    return value;
  };
  /** A number of so many bits that are as likely 0 as 1. */
  const even = (bits) => {
    let value = 0;
    for (let i = 0; i < bits; i++) {
      range >>>= 1;
      const one = code >= range ? 1 : 0;
      if (one) code -= range;
      value = (value << 1) | one;
      if (range < 0x1000000) refill();
    }
    return value;
  };
  const matchLength = (base, position) => {
    if (!bit(base)) return 2 + number(base + 2 + (position << 3), 3);
    if (!bit(base + 1)) return 10 + number(base + 130 + (position << 3), 3);
    return 18 + number(base + 258, 8);
  };
  const matchDistance = (matched) => {
    const slot = number(SLOT + (Math.min(matched - 2, 3) << 6), 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const distance = (2 | (slot & 1)) << bits;
    if (slot < 14) return distance + reversed(SPECIAL + distance - slot, bits);
    return distance + even(bits - 4) * 16 + reversed(ALIGN, 4);
  };

  let state = 0;
  // how far back the last four matches lay
  let [first, second, third, fourth] = [0, 0, 0, 0];
  for (let end = 0; end < length; ) {
    const position = end & positionMask;
    if (!bit(IS_MATCH + (state << 4) + position)) {
      const base = LITERALS + 768 * ((end ? out[end - 1] : 0) >> (8 - contextBits));
      let value = 1;
      if (state >= 7) {
        // after a match, the byte that would have gone on with it says much
        for (let likely = out[end - first - 1]; value < 256; likely <<= 1) {
          const expected = (likely >> 7) & 1;
          const found = bit(base + ((1 + expected) << 8) + value);
          value = (value << 1) | found;
          if (found !== expected) break;
        }
      }
      while (value < 256) value = (value << 1) | bit(base + value);
      out[end++] = value;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let matched;
    if (!bit(IS_REPEATED + state)) {
      [second, third, fourth] = [first, second, third];
      matched = matchLength(LENGTH, position);
      first = matchDistance(matched);
      state = state < 7 ? 7 : 10;
    } else {
      let short = false;
      if (!bit(IS_FIRST + state)) short = !bit(IS_LONG + (state << 4) + position);
      else if (!bit(IS_SECOND + state)) [first, second] = [second, first];
      else if (!bit(IS_THIRD + state)) [first, second, third] = [third, first, second];
      else [first, second, third, fourth] = [fourth, first, second, third];
      matched = short ? 1 : matchLength(REPEATED_LENGTH, position);
      state = state < 7 ? (short ? 9 : 8) : 11;
    }
    for (const stop = end + matched; end < stop; end++) out[end] = out[end - first - 1];
  }
  return out;
}

// Where the odds of each kind of bit begin.
const IS_MATCH = 0;
const IS_REPEATED = 192;
const IS_FIRST = 204;
const IS_SECOND = 216;
const IS_THIRD = 228;
const IS_LONG = 240;
const SLOT = 432;
const SPECIAL = 688;
const ALIGN = 802;
const LENGTH = 818;
const REPEATED_LENGTH = LENGTH + 514;
const LITERALS = REPEATED_LENGTH + 514;
