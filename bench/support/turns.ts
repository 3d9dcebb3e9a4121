/**
 * Who goes when in one run: everybody once, beginning with another one each time, so that what the machine does meanwhile
 * (warming up, other work, a fuller disk) falls on all alike.
 */
export function turnsOf<T>(subjects: readonly T[], run: number): T[] {
  const first = subjects.length === 0 ? 0 : run % subjects.length;
  return [...subjects.slice(first), ...subjects.slice(0, first)];
}
