/**
 * Display names of those who wrote these visits and dispenses, by account and PC: accounts are each PC's own, so the same account at another PC
 * may be somebody else. A record that another person changed since says nothing of its author's PC.
 */
export function namesOfWriters(records: Iterable<Readonly<Record<string, unknown>>>): (account: string, device: string) => string | undefined {
  const names = new Map<string, string>();
  for (const { device, updatedBy, author, dispensedBy } of records) {
    const person = (author ?? dispensedBy) as { account?: unknown; displayName?: unknown } | undefined;
    if (typeof device !== 'string' || typeof person?.account !== 'string' || typeof person.displayName !== 'string' || person.account !== updatedBy) continue;
    names.set(`${device} ${person.account}`, person.displayName);
  }
  return (account, device) => names.get(`${device} ${account}`);
}
