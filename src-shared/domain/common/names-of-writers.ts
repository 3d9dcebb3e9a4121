type Fields = Readonly<Record<string, unknown>>;

/**
 * Display names of those who wrote these records, by account and PC: accounts are each PC's own, so the same account at another PC
 * may be somebody else. A version says its writer by name, or it is the author's, or its last amendment's; else it says nothing.
 */
export function namesOfWriters(records: Iterable<Fields>): (account: string, device: string) => string | undefined {
  const names = new Map<string, string>();
  for (const record of records) {
    const { device, updatedBy } = record;
    const name = typeof updatedBy === 'string' ? nameOfWriter(record, updatedBy) : undefined;
    if (typeof device === 'string' && name !== undefined) names.set(`${device} ${String(updatedBy)}`, name);
  }
  return (account, device) => names.get(`${device} ${account}`);
}

function nameOfWriter({ updatedByName, amendments, author, dispensedBy }: Fields, account: string): string | undefined {
  if (typeof updatedByName === 'string') return updatedByName;
  const last = Array.isArray(amendments) ? (amendments.at(-1) as Fields | undefined)?.['by'] : undefined;
  for (const person of [last, author, dispensedBy] as ({ account?: unknown; displayName?: unknown } | undefined)[]) {
    if (person?.account === account && typeof person.displayName === 'string') return person.displayName;
  }
  return undefined;
}
