const shape = /^(\d{1,5})\.(\d{1,5})\.(\d{1,5})$/;

/** Three whole numbers, `1.4.0`; nothing else is a version of the program. */
export const isVersion = (text: string): boolean => shape.test(text);

/** Above 0: `a` is newer. Both are versions. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (const index of [0, 1, 2]) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
