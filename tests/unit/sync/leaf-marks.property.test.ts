import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Digest, encodeDigest, mintRevision } from '../../../sync/index.ts';
import { applyPage } from '../../../sync/replication/apply-page.ts';
import { denyDocument } from '../../../sync/replication/denied-records.ts';
import { partsOf } from '../../../sync/replication/journal.ts';
import { packMark, unpackMark } from '../../../sync/replication/leaf-mark.ts';
import { allWaiting, nextOutgoing, rowsOf, settleRows } from '../../../sync/replication/outbox.ts';
import { aSyncWorld } from '../../support/sync-world.ts';
import type { SyncWorld } from '../../support/sync-world.ts';

const database = 'health-25001';
const client = { request: () => Promise.reject(new Error('nothing is asked')) };
type Step = { kind: 'save' | 'delete' | 'deny' | 'retry' | 'sent' | 'foreign' | 'child' | 'reopen' | 'older'; n: number; text: number };
const steps = fc.array(fc.record({
  kind: fc.constantFrom('save', 'save', 'save', 'delete', 'deny', 'retry', 'sent', 'foreign', 'child', 'reopen', 'older'), n: fc.nat(5), text: fc.nat(1000),
}) as fc.Arbitrary<Step>, { minLength: 1, maxLength: 40 });

/** The file as a program without marks left it: every leaf a row, everything that waits in the outbox. */
function asOlderFile({ store }: SyncWorld): void {
  for (const table of ['patients', 'encounters', 'lots']) {
    for (const { id, rev, lwt, mark } of store.sql.all<{ id: string; rev: string; lwt: number; mark: number }>(`SELECT id, rev, lwt, mark FROM ${table} WHERE mark IS NOT NULL`)) {
      const { bucket, device } = unpackMark(mark);
      store.sql.run('INSERT INTO sync_leaves SELECT ?, ?, ?, device, ?, ?, 1, 1, 0, ?, NULL FROM sync_devices WHERE number = ?', table === 'lots' ? 'resources-25001' : database, id, rev, bucket, lwt, Math.floor(lwt), device);
    }
    store.sql.run(`UPDATE ${table} SET mark = NULL`);
  }
  for (const kind of ['health', 'resources']) {
    store.sql.run(`INSERT INTO sync_outbox (seq, database, tbl, id, rev, savedAt, state) SELECT seq, '${kind}-25001', tbl, id, rev, savedAt, 'waiting' FROM sync_first_${kind}`);
    store.sql.run(`DELETE FROM sync_first_${kind}`);
  }
}

async function pull(world: SyncWorld, id: string, rev: string, body: object): Promise<void> {
  await applyPage({ parts: partsOf(world.journal), client, database, page: { results: [{ id, changes: [{ rev }], doc: { ...body, _rev: rev } as never }], last_seq: '1' } });
}

async function play(world: SyncWorld, { kind, n, text }: Step): Promise<void> {
  const { core } = partsOf(world.journal);
  const id = `${n % 2 === 0 ? 'patients' : 'lots'}:${n}`;
  const its = core.databaseOf(id) ?? '';
  const current = core.current(id);
  if (kind === 'save') world.save(id, { text });
  if (kind === 'delete' && current) world.journal.save({ documents: [{ body: { ...world.body(id), _deleted: true } }], context: 't' });
  if (kind === 'deny') for (const row of rowsOf(core, its, id).filter(({ state }) => state === 'waiting')) denyDocument(core, row, { reason: 'no', deniedBy: 'hub' });
  if (kind === 'retry') world.journal.retryDenied(id);
  if (kind === 'sent') settleRows(core, nextOutgoing(core, its, 0, 1 + (text % 3)).map(({ row }) => row));
  if (kind === 'foreign') await pull(world, `patients:f${n}`, `1-${String(text).padStart(32, '0')}`, { _id: `patients:f${n}`, device: 'pc9', schemaVersion: 1, text }).catch((error: unknown) => { expect(String(error)).toContain('nothing is asked'); });
  if (kind === 'child' && current && id.startsWith('patients') && !current._deleted) {
    const body = { ...world.body(id, { text }), device: 'pc9' };
    await pull(world, id, mintRevision(body, current._rev), body);
  }
  if (kind === 'older') asOlderFile(world);
  if (kind === 'reopen' || kind === 'older') {
    // Also with the clock of the machine set back.
    world.clock.now -= 3_600_000;
    world.reopen();
  }
}

/** What the leaves known here add up to, by device. */
function summed(world: SyncWorld, its: string): Record<string, string> {
  const digests = new Map<string, Digest>();
  for (const page of partsOf(world.journal).core.leaves.all(its)) {
    for (const { id, rev, device } of page) {
      const digest = digests.get(device) ?? new Digest();
      digest.add(id, rev);
      digests.set(device, digest);
    }
  }
  return Object.fromEntries([...digests].map(([device, digest]) => [device, encodeDigest(digest)]));
}

it('[SYN100] whatever happens to documents, the leaves known here are those in the digests, each once, and turns only grow', async () => {
  await fc.assert(fc.asyncProperty(steps, async (all) => {
    const world = aSyncWorld();
    try {
      let lastTurn = 0;
      const seqs = new Map<number, string>();
      for (const step of all) {
        await play(world, step);
        const { core } = partsOf(world.journal);
        for (const its of [database, 'resources-25001']) {
          const known = summed(world, its);
          for (const device of new Set([...Object.keys(known), ...core.digests.devices(its)])) expect(known[device] ?? encodeDigest(new Digest())).toBe(encodeDigest(core.digests.digest(its, device)));
          // The order of joining names each leaf once too.
          const inOrder = core.leaves.inOrder(its, { after: -1, limit: 1000, except: '' });
          expect(inOrder.map(({ id }) => id).sort()).toEqual([...core.leaves.all(its)].flat().map(({ id }) => id).sort());
        }
        expect(core.digests.lastTurn()).toBeGreaterThanOrEqual(lastTurn);
        lastTurn = core.digests.lastTurn();
        for (const { seq, id, rev } of allWaiting(core)) {
          expect(seqs.get(seq) ?? `${id} ${rev}`).toBe(`${id} ${rev}`);
          seqs.set(seq, `${id} ${rev}`);
        }
        expect(world.journal.waiting().count).toBe(allWaiting(core).length);
      }
    } finally { world.close(); }
  }), { numRuns: Number(process.env['MARK_RUNS'] ?? 40) });
}, 120_000);

it('[SYN100] after a restart with the clock set back no turn is given that a commit without a document had', () => {
  const world = aSyncWorld();
  try {
    world.save('patients:1', { n: 1 });
    const { core } = partsOf(world.journal);
    world.clock.now += 5000;
    for (const row of rowsOf(core, database, 'patients:1')) denyDocument(core, row, { reason: 'no', deniedBy: 'hub' });
    const before = core.digests.lastTurn();
    world.clock.now -= 3_600_000;
    world.reopen();
    world.save('patients:2', { n: 2 });
    expect(partsOf(world.journal).core.digests.lastTurn()).toBeGreaterThan(before);
    expect(world.store.sql.get<{ lwt: number }>("SELECT lwt FROM patients WHERE id = 'patients:2'")?.lwt).toBeGreaterThan(before);
  } finally { world.close(); }
});

it('[SYN100] a mark holds bucket, device and number, or says that it cannot', () => {
  fc.assert(fc.property(fc.nat(255), fc.nat(4095), fc.nat(2 ** 31 - 1), (bucket, device, low) => {
    for (const seq of [low, low + 2 ** 32]) expect(unpackMark(packMark({ bucket, device, seq }) ?? Number.NaN)).toEqual({ bucket, device, seq });
  }));
  expect([packMark({ bucket: 1, device: 4096, seq: 0 }), packMark({ bucket: 1, device: 1, seq: 2 ** 33 })]).toEqual([undefined, undefined]);
  expect(Number.isSafeInteger(packMark({ bucket: 255, device: 4095, seq: 2 ** 33 - 1 }))).toBe(true);
});

it('[SYN101] a new document waits in the order of its commit among all others, also after an edit or a refusal', () => {
  const world = aSyncWorld();
  try {
    for (const n of [1, 2, 3]) world.save(`patients:${n}`, { n });
    world.save('patients:1', { n: 4 });
    const { core } = partsOf(world.journal);
    const order = () => nextOutgoing(core, database, 0, 10).map(({ row: { id, baseRev } }) => [id, baseRev === null]);
    expect(order()).toEqual([['patients:2', true], ['patients:3', true], ['patients:1', false]]);
    expect(rowsOf(core, database, 'patients:1').map(({ state }) => state)).toEqual(['older', 'waiting']);
    const [second] = rowsOf(core, database, 'patients:2');
    if (second) denyDocument(core, second, { reason: 'no', deniedBy: 'hub' });
    expect([order(), world.journal.denied().map(({ id }) => id), world.journal.waiting().count]).toEqual([[['patients:3', true], ['patients:1', false]], ['patients:2'], 2]);
    world.reopen();
    world.journal.retryDenied('patients:2');
    expect(nextOutgoing(partsOf(world.journal).core, database, 0, 10).map(({ row: { id } }) => id)).toEqual(['patients:3', 'patients:1', 'patients:2']);
    expect(world.store.sql.get('SELECT COUNT(*) AS n FROM sync_leaves WHERE counted = 1')).toEqual({ n: 1 });
  } finally { world.close(); }
});
