import { createConsoleIndex } from '../review/console-index.ts';
import { createLeafIndex } from '../receipts/leaf-index.ts';
import { publishReceipt } from '../receipts/publish-receipt.ts';
import { createRefusedAbove } from '../upstream/refused-above.ts';
import type { PathEntry } from '../public/call.ts';
import { instantOf } from '../provisioning/work-place.ts';
import type { WorkPlace } from '../provisioning/work-place.ts';

/** This hub first, then the units above as last learned. */
export function pathOf({ config, book, serving }: WorkPlace): PathEntry[] {
  if (serving) return serving.path();
  const above = JSON.parse(book.setting('parentPath') ?? '[]') as PathEntry[];
  return [{ unit: config.unit, tier: config.tier, ...(config.name === undefined ? {} : { name: config.name }) }, ...above.filter(({ unit }) => unit !== config.unit)];
}

/** Publishes this hub's receipt in these databases at once: an answer must speak of what was just stored. */
export async function publishReceiptsNow(place: WorkPlace, databases: readonly string[]): Promise<void> {
  const { engine, book, config, now } = place;
  const index = place.serving?.index ?? createLeafIndex(engine, book, createConsoleIndex(book, now));
  const refused = createRefusedAbove(book, now, () => undefined);
  const parent = pathOf(place)[1]?.unit;
  for (const database of databases.filter((name) => engine.has(name))) {
    await index.catchUp(database);
    await publishReceipt(engine, {
      database, unit: config.unit, tier: config.tier, digests: index.digests(database), at: instantOf(now()),
      refusedAbove: parent === undefined ? undefined : { unit: parent, records: refused.of(database) },
    });
  }
}
