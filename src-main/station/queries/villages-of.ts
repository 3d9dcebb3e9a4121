/** How many of each village, in the order of the people, which is by village. */
export function villagesOf(people: readonly { village?: string }[]): { village?: string; people: number }[] {
  const counts = new Map<string | undefined, number>();
  for (const { village } of people) counts.set(village, (counts.get(village) ?? 0) + 1);
  return [...counts].map(([village, count]) => ({ ...(village === undefined ? {} : { village }), people: count }));
}
