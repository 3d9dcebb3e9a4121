import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStationDatabase } from '../../../src-main/station/db/station-database.ts';
import { runOperation } from '../../../src-main/station/operations/run-operation.ts';
import { syncStatus } from '../../../src-main/station/queries/sync-status.ts';
import { aPerson, atEnd, tempDir } from './world.ts';

describe('the count of what is here', () => {
  it('[SYN121] [SYN140] is what a tier has proved and lacks, and that of the tables before any tier is known; to people only what they wrote', async () => {
    const db = openStationDatabase({ file: join(tempDir(), 'station.db'), key: randomBytes(32), identity: { unit: '25001', unitName: 'A', device: 'pc-test', instance: 'a1', practice: false }, now: () => Date.parse('2026-11-22T05:00:00.000Z'), mustExist: false });
    atEnd(() => db.close());
    const sync = { line: () => ({ line: 'idle' }) };
    const status = () => syncStatus({}, { db, sync } as unknown as Parameters<typeof syncStatus>[1]);
    expect(runOperation(db, { account: 'lan', displayName: 'Lan', role: 'head' }, { operation: 'registerPatient', key: 'a', input: aPerson(1) }).ok).toBe(true);
    expect(await status()).toMatchObject({ totalOwn: 2, waiting: 2, records: { here: 1, waiting: 1 } });
    // A note of a conflict and a word of the hub: leaves a tier counts, and no rows of the station's own tables.
    db.journal.proofs = () => [{ unit: '769', tier: 'district', proved: 1, missing: 1, others: 1, othersMissing: 1 }, { unit: '79', tier: 'province', proved: 0, missing: 2, others: 2, othersMissing: 0 }];
    const { totalOwn, tiers } = await status();
    expect(totalOwn).toBe(4);
    for (const { proved, missing, others = 0, othersMissing = 0 } of tiers) expect(proved + missing + others + othersMissing).toBe(totalOwn);
  });

  it('[SCR136] is counted once and follows every record that is written, changed and deleted', async () => {
    const db = openStationDatabase({ file: join(tempDir(), 'station.db'), key: randomBytes(32), identity: { unit: '25001', unitName: 'A', device: 'pc-test', instance: 'a1', practice: false }, now: () => Date.parse('2026-11-22T05:00:00.000Z'), mustExist: false });
    atEnd(() => db.close());
    const sync = { line: () => ({ line: 'idle' }) };
    const here = async () => (await syncStatus({}, { db, sync } as unknown as Parameters<typeof syncStatus>[1])).records.here;
    const lan = { account: 'lan', displayName: 'Lan', role: 'head' } as const;
    const register = (n: number) => runOperation(db, lan, { operation: 'registerPatient', key: `p${n}`, input: aPerson(n) });
    register(1);
    expect(await here()).toBe(1);
    const counted: string[] = [];
    const { count } = db.store;
    db.store.count = (table) => { counted.push(table); return count(table); };
    const second = register(2);
    expect(second.ok && runOperation(db, lan, { operation: 'voidPatient', key: 'v', input: { id: second.result.id, voidReason: 'enteredInError' } }).ok).toBe(true);
    expect(await here()).toBe(2);
    const [stored] = db.store.getMany('patients', [second.ok ? second.result.id : '']);
    if (!stored) throw new Error('not stored');
    db.store.commit({ context: 'test', documents: [{ table: 'patients', document: { ...stored, _deleted: true, _rev: '9-a' }, previousRev: stored._rev }] });
    expect(await here()).toBe(1);
    expect(await here()).toBe(count('patients'));
    expect(counted).toEqual([]);
  });
});
