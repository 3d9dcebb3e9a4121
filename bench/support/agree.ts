/** Every subject must have found the same: whoever does less work is no peer. */
export function agree(what: string, found: Readonly<Record<string, number>>): void {
  if (new Set(Object.values(found)).size > 1) throw new Error(`${what}: the answers differ: ${JSON.stringify(found)}`);
}
