/** `from` and a count as `first-last`; `undefined` for what are no whole numbers or no seed at all. */
export function seedRange(from: string, count: string): string | undefined {
  const [first, seeds] = [Number(from), Number(count)];
  if (!/^\d+$/.test(from) || !/^\d+$/.test(count) || seeds < 1) return undefined;
  return `${first}-${first + seeds - 1}`;
}
