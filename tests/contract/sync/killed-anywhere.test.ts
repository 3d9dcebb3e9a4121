import { expect, it } from 'vitest';
import { createCouchStandIn } from '../../support/couch-stand-in.ts';
import type { CouchStandIn } from '../../support/couch-stand-in.ts';
import { aReplicator, aSyncWorld, documentsOf } from '../../support/sync-world.ts';
import type { SyncWorld } from '../../support/sync-world.ts';

/** More than one batch up and one page down. */
const [OWN, FOREIGN] = [130, 520];
const DATABASE = 'health-25001';
type Moment = 'before' | 'after';
type Step = 'request' | 'write';
const until = async (holds: () => boolean) => { for (let n = 0; !holds() && n < 2000; n += 1) await new Promise((resolve) => { setTimeout(resolve, 1); }); };

/** What waits and what is new on both sides: records, an edit, a deletion, a branch, a refusal, another PC's records. */
async function aDayWithout(): Promise<{ world: SyncWorld; hub: CouchStandIn }> {
  const [world, hub] = [aSyncWorld(), createCouchStandIn({ path: [{ unit: '769', tier: 'district' }] })];
  hub.refuse = ({ _id }) => (_id === 'patients:refused' ? 'not this one' : undefined);
  const save = (documents: [string, Record<string, unknown>][]) => world.journal.save({ documents: documents.map(([id, fields]) => ({ body: world.body(id, fields) })), context: 'test' });
  save(['patients:edited', 'patients:branched', 'lots:deleted'].map((id) => [id, { name: 'a', phone: '1' }]));
  await aReplicator(world, { fetch: hub.fetch }).exchange();
  const branched = hub.database(DATABASE).winner('patients:branched');
  if (!branched) throw new Error('it was pushed');
  hub.database(DATABASE).edit({ ...branched, device: 'pc9', phone: '9', name: 'theirs', version: '2026-11-22T04:00:00.000Z-pc9' });
  for (let n = 0; n < FOREIGN; n += 1) hub.database(DATABASE).edit({ _id: `encounters:theirs-${n}`, unit: '25001', device: 'pc9', n });
  save([
    ['patients:edited', { name: 'b' }], ['patients:branched', { name: 'ours', phone: '1' }], ['lots:deleted', { _deleted: true }], ['patients:refused', { name: 'whole' }],
    ...Array.from({ length: OWN }, (_, n): [string, Record<string, unknown>] => [`encounters:ours-${n}`, { n }]),
  ]);
  return { world, hub };
}

/** The process dies at this step, counted from 1: nothing of it is sent or written any more. Answers how many steps it came to. */
async function exchangeAndDie({ world, hub }: { world: SyncWorld; hub: CouchStandIn }, step: Step, at: number, moment: Moment): Promise<Record<Step, number>> {
  const count: Record<Step, number> = { request: 0, write: 0 };
  let [isDead, isCommitting] = [false, false];
  const { store } = world;
  const { sql } = store;
  const [commit, run] = [store.commit.bind(store), sql.run.bind(sql)];
  const killed = () => { isDead = true; return new Error('killed'); };
  const aWrite = <T>(write: () => T): T => {
    if (isDead) throw killed();
    const isHere = ++count.write === at && step === 'write';
    if (isHere && moment === 'before') throw killed();
    const result = write();
    if (isHere) throw killed();
    return result;
  };
  store.commit = (...its) => aWrite(() => {
    isCommitting = true;
    try { return commit(...its); } finally { isCommitting = false; }
  });
  sql.run = (...its) => (isCommitting ? run(...its) : aWrite(() => run(...its)));
  const send: typeof fetch = async (input, init) => {
    if (isDead) throw killed();
    const isHere = ++count.request === at && step === 'request';
    if (isHere && moment === 'before') throw killed();
    const answer = await hub.fetch(input, init);
    if (isHere) throw killed();
    return answer;
  };
  await aReplicator(world, { fetch: send }).exchange().catch(() => undefined);
  // Pages asked for ahead.
  await until(() => true);
  Object.assign(store, { commit });
  Object.assign(sql, { run });
  return count;
}

/** What is where in the end; revisions tell of contents. */
function ends({ world, hub }: { world: SyncWorld; hub: CouchStandIn }) {
  const leaves = [...hub.databases].flatMap(([name, db]) => [...db.entries.keys()].sort().map((id) => `${name} ${id} ${db.leaves(id).join(' ')}`));
  const here = ['patients', 'encounters', 'lots', 'conflicts'].flatMap((table) => documentsOf(world, table).map(({ _id, _rev }) => `${_id} ${_rev}`).sort());
  const denied = world.journal.denied().map(({ id, reason, document }) => `${id} ${reason} ${String(document['name'])}`);
  return { leaves, here, denied, waiting: world.journal.waiting().count };
}

const sentOf = (hub: CouchStandIn) => hub.calls.filter(({ path }) => path.endsWith('/_bulk_docs')).map(({ body }) => (body as { docs: { _id: string; _rev: string }[] }).docs.map(({ _id, _rev }) => `${_id} ${_rev}`));

it('[SYN130] killed before or after any request or any write, an exchange resumes: nothing lost, nothing doubled, at most one batch sent again', { timeout: 240_000 }, async () => {
  const whole = await aDayWithout();
  const before = sentOf(whole.hub).length;
  const steps = await exchangeAndDie(whole, 'request', 0, 'before');
  const wanted = ends(whole);
  const once = sentOf(whole.hub).slice(before).flat().length;
  whole.world.close();
  expect(wanted).toMatchObject({ waiting: 0, denied: ['patients:refused forbidden: not this one whole'] });
  expect(wanted.leaves.length).toBeGreaterThan(OWN + FOREIGN);
  expect(steps.request).toBeGreaterThan(8);
  expect(steps.write).toBeGreaterThan(8);
  for (const step of ['request', 'write'] as const) {
    for (let at = 1; at <= steps[step]; at += 1) {
      for (const moment of ['before', 'after'] as const) {
        const day = await aDayWithout();
        const [name, from] = [`${moment} ${step} ${at}`, sentOf(day.hub).length];
        await exchangeAndDie(day, step, at, moment);
        day.world.reopen();
        await aReplicator(day.world, { fetch: day.hub.fetch }).exchange();
        expect(ends(day), name).toEqual(wanted);
        const batches = sentOf(day.hub).slice(from);
        // One batch of each database may be under way.
        const largest = Math.max(...batches.map(({ length }) => length)) + 3;
        expect(batches.flat().length - once, name).toBeLessThanOrEqual(largest);
        const { pushed, pulled, conflicts } = await aReplicator(day.world, { fetch: day.hub.fetch }).exchange();
        expect({ pushed, pulled, conflicts }, name).toEqual({ pushed: 0, pulled: 0, conflicts: 0 });
        day.world.close();
      }
    }
  }
});
