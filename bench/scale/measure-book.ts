import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { createConsoleIndex } from '../../src-hub/review/console-index.ts';
import { createLeafIndex } from '../../src-hub/receipts/leaf-index.ts';
import { initHub } from '../../src-hub/provisioning/init-hub.ts';
import { openWorkPlace } from '../../src-hub/provisioning/open-work-place.ts';
import { encounterBatches } from '../support/encounters.ts';

const BATCH = 500;
const DEVICE = 'pc-0a1b2c3d';
/** What a station has on its shelves. */
const LOTS = 100;

export interface BookFacts {
  encounters: number; dispenses: number; movements: number; others: number;
  /** Of the hub's own file, by what they are spent on. */
  bytesForEncounter: number; bytesForDispense: number; bytesForMovement: number; /** An audit event, a document that is only counted. */ bytesForOther: number;
  /** Bytes of each table and index, the largest first. */
  tables: Record<string, number>;
  indexMicrosecondsForEncounter: number;
}

const minted = (document: Record<string, unknown> & { _id: string }) => ({ ...document, _rev: `1-${createHash('sha256').update(JSON.stringify(document)).digest('hex').slice(0, 32)}` });

/** What the hub's own book grows by for each encounter, for each dispense, for each movement of stock, and for each document that is only counted. */
export async function measureBook(dir: string, count: number): Promise<BookFacts> {
  await initHub({ dir, unit: '769', tier: 'district', port: 0 });
  const place = openWorkPlace(dir);
  const { book, engine } = place;
  const index = createLeafIndex(engine, book, createConsoleIndex(book, place.now));
  const [health, resources] = ['health-25001', 'resources-25001'];
  for (const name of [health, resources]) await engine.create(name);
  const sizes = () => new Map(book.sql.all<{ name: string; bytes: number }>('SELECT name, SUM(pgsize) AS bytes FROM dbstat GROUP BY name').map(({ name, bytes }) => [name, bytes]));
  const sum = (of: Map<string, number>) => [...of.values()].reduce((a, b) => a + b, 0);
  const empty = sum(sizes());
  let cpu = 0;
  for (const batch of encounterBatches({ count, batch: BATCH, unit: '25001', device: DEVICE })) {
    await engine.use(health, (database) => database.write(batch.map((one) => minted({ ...one })), { minted: true }));
    const before = process.cpuUsage();
    await index.catchUp(health);
    const { user, system } = process.cpuUsage(before);
    cpu += user + system;
  }
  const withEncounters = sizes();
  const serial = (prefix: string, n: number) => `${prefix}:019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
  for (let from = 0; from < count; from += BATCH) {
    const dispenses = Array.from({ length: BATCH }, (_, n) => minted({ _id: serial('dispenses', from + n), unit: '25001', device: DEVICE, patientId: serial('patients', (from + n) % Math.ceil(count / 8)), encounterId: serial('encounters', from + n) }));
    await engine.use(health, (database) => database.write(dispenses, { minted: true }));
    await index.catchUp(health);
  }
  const withDispenses = sizes();
  for (let from = 0; from < count; from += BATCH) {
    const movements = Array.from({ length: BATCH }, (_, n) => minted({ _id: serial('stockMovements', from + n), unit: '25001', device: DEVICE, lotId: serial('lots', n % LOTS), medicineId: serial('medicines', n % LOTS), quantityBaseUnits: -10 }));
    await engine.use(resources, (database) => database.write(movements, { minted: true }));
    await index.catchUp(resources);
  }
  const withMovements = sizes();
  for (let from = 0; from < count; from += BATCH) {
    const others = Array.from({ length: BATCH }, (_, n) => minted({ _id: serial('auditEvents', from + n), unit: '25001', device: DEVICE }));
    await engine.use(health, (database) => database.write(others, { minted: true }));
    await index.catchUp(health);
  }
  const withAll = sizes();
  await place.close();
  return {
    encounters: count, dispenses: count, movements: count, others: count, bytesForEncounter: (sum(withEncounters) - empty) / count, bytesForDispense: (sum(withDispenses) - sum(withEncounters)) / count, bytesForMovement: (sum(withMovements) - sum(withDispenses)) / count, bytesForOther: (sum(withAll) - sum(withMovements)) / count,
    tables: Object.fromEntries([...withEncounters].sort((a, b) => b[1] - a[1]).filter(([, bytes]) => bytes / count >= 1)), indexMicrosecondsForEncounter: cpu / count,
  };
}

if (import.meta.main) {
  const { inTemporaryPlace } = await import('../support/temporary-place.ts');
  await inTemporaryPlace(async (place) => { process.stdout.write(`${JSON.stringify(await measureBook(join(place, 'hub'), Number(process.argv[2] ?? 10_000)), null, 2)}\n`); });
}
