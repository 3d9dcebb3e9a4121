/** The text of a file that is wholly UTF-8, without its byte order mark; `undefined` where it is not: it would be read as garbage. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try { return new TextDecoder('utf-8', { fatal: true }).decode(bytes); } catch { return undefined; }
}
