const QUOTE = 34, COMMA = 44, COLON = 58, BACKSLASH = 92, BRACE = 123, BRACE_END = 125, BRACKET = 91, BRACKET_END = 93;
/** Nested deeper than this nothing is read here. */
const DEEPEST = 60;

/** Where the JSON value that begins at `at` ends; -1 where none does. Exactly what `JSON.parse` takes, but for white space between its parts: nobody who writes for machines sends any. */
export function endOfValue(bytes: Uint8Array, at: number, depth = 0): number {
  switch (bytes[at]) {
    case QUOTE: return endOfText(bytes, at);
    case BRACE: return endOfObject(bytes, at, depth);
    case BRACKET: {
      if (depth > DEEPEST) return -1;
      let next = at + 1;
      if (bytes[next] === BRACKET_END) return next + 1;
      for (;;) {
        next = endOfValue(bytes, next, depth + 1);
        if (next < 0) return -1;
        const after = bytes[next++];
        if (after === BRACKET_END) return next;
        if (after !== COMMA) return -1;
      }
    }
    case 116: return isAt(bytes, at, 'true') ? at + 4 : -1;
    case 102: return isAt(bytes, at, 'false') ? at + 5 : -1;
    case 110: return isAt(bytes, at, 'null') ? at + 4 : -1;
    default: return endOfNumber(bytes, at);
  }
}

/** As `endOfValue`, of an object; tells of each of its members. */
export function endOfObject(bytes: Uint8Array, at: number, depth = 0, tell?: (nameAt: number, nameEnd: number, valueAt: number, valueEnd: number) => void): number {
  if (bytes[at] !== BRACE || depth > DEEPEST) return -1;
  let next = at + 1;
  if (bytes[next] === BRACE_END) return next + 1;
  for (;;) {
    const nameAt = next;
    if (bytes[nameAt] !== QUOTE) return -1;
    const nameEnd = endOfText(bytes, nameAt);
    if (nameEnd < 0 || bytes[nameEnd] !== COLON) return -1;
    next = endOfValue(bytes, nameEnd + 1, depth + 1);
    if (next < 0) return -1;
    tell?.(nameAt, nameEnd, nameEnd + 1, next);
    const after = bytes[next++];
    if (after === BRACE_END) return next;
    if (after !== COMMA) return -1;
  }
}

/** Whether these bytes, of ASCII, stand there. */
export function isAt(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

function endOfText(bytes: Uint8Array, at: number): number {
  for (let next = at + 1; ; next++) {
    const byte = bytes[next];
    if (byte === QUOTE) return next + 1;
    if (byte === undefined || byte < 32) return -1;
    if (byte !== BACKSLASH) continue;
    next++;
    const escaped = bytes[next];
    if (escaped === 117) {
      for (let digit = 0; digit < 4; digit++) if (!isHex(bytes[++next])) return -1;
    } else if (escaped === undefined || !'"\\/bfnrt'.includes(String.fromCharCode(escaped))) return -1;
  }
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57;
const isHex = (byte: number | undefined): boolean => isDigit(byte) || (byte !== undefined && (byte | 32) >= 97 && (byte | 32) <= 102);

/** Where the digits that begin at `from` end; -1 where there are none. */
function endOfDigits(bytes: Uint8Array, from: number): number {
  let next = from;
  while (isDigit(bytes[next])) next++;
  return next === from ? -1 : next;
}

function endOfNumber(bytes: Uint8Array, at: number): number {
  const first = bytes[at] === 45 ? at + 1 : at;
  let next = bytes[first] === 48 ? first + 1 : endOfDigits(bytes, first);
  if (next > 0 && bytes[next] === 46) next = endOfDigits(bytes, next + 1);
  if (next > 0 && ((bytes[next] ?? 0) | 32) === 101) next = endOfDigits(bytes, next + (bytes[next + 1] === 43 || bytes[next + 1] === 45 ? 2 : 1));
  return next;
}
