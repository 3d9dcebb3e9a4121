import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mintRevision } from '../../../sync/index.ts';
import { partsOf } from '../../../sync/replication/journal.ts';
import { aSyncWorld } from '../../support/sync-world.ts';
import type { SyncWorld } from '../../support/sync-world.ts';

describe('openJournal', () => {
  let world: SyncWorld;
  beforeEach(() => { world = aSyncWorld(); });
  afterEach(() => { world.close(); });

  it('[SYN1] a save mints the revision of the canonical body and its parent, and keeps the ancestors', () => {
    const first = world.body('patients:1', { fullName: 'Đỗ Thị Ánh' });
    const [one] = world.journal.save({ documents: [{ body: first }], context: 't' });
    expect(one?._rev).toBe(mintRevision(first));
    const second = world.body('patients:1', { fullName: 'Đỗ Thị Ảnh' });
    const [two] = world.journal.save({ documents: [{ body: second }], context: 't' });
    expect(two?._rev).toBe(mintRevision(second, one?._rev));
    expect(two?._meta.revs).toEqual([one?._rev.slice(2)]);
    expect(world.store.get('patients', 'patients:1')?._rev).toBe(two?._rev);
  });

  it('[SYN1] what is stored is what was saved, edits and deletions alike', () => {
    const base = world.body('patients:1', { fullName: 'Đỗ Thị Ánh', note: undefined, tags: ['\ud800', { z: 1, a: [null] }] });
    for (const body of [base, { ...base, fullName: 'Đỗ Thị Ảnh' }, { ...base, _deleted: true }, base]) {
      const [saved] = world.journal.save({ documents: [{ body }], context: 't' });
      const stored = world.store.get('patients', 'patients:1');
      expect(stored).toEqual(JSON.parse(JSON.stringify(saved)));
      expect(stored?._deleted).toBe(body._deleted === true);
      expect(stored && mintRevision(stored, saved?._meta.revs?.[0] === undefined ? undefined : `${Number.parseInt(saved._rev, 10) - 1}-${saved._meta.revs[0]}`)).toBe(saved?._rev);
      expect(world.store.sql.get("SELECT json_extract(body, '$._deleted') AS deleted, deleted AS column FROM patients")).toEqual({ deleted: Number(stored?._deleted), column: Number(stored?._deleted) });
    }
  });

  it('[SYN2] document, outbox row, digest and the caller\'s SQL are one commit: a throw leaves none of them', () => {
    world.store.sql.run('CREATE TABLE keys (k TEXT)');
    const save = (fail: boolean) => world.journal.save({
      documents: [{ body: world.body('patients:1', { n: 1 }) }], context: 't', note: fail ? 'first' : 'second',
      sql: (sql) => {
        sql.run("INSERT INTO keys VALUES ('a')");
        if (fail) throw new Error('disk full');
      },
    });
    expect(() => save(true)).toThrow('disk full');
    expect([world.journal.waiting(), world.journal.note()]).toEqual([{ count: 0, ofTable: 0 }, undefined]);
    expect(world.store.get('patients', 'patients:1')).toBeUndefined();
    expect(partsOf(world.journal).core.digests.digest('health-25001', 'pc1').count()).toBe(0);
    save(false);
    expect(world.journal.waiting().count).toBe(1);
    expect(partsOf(world.journal).core.digests.digest('health-25001', 'pc1').count()).toBe(1);
    world.reopen();
    expect(world.journal.note()).toBe('second');
    expect(partsOf(world.journal).core.digests.digest('health-25001', 'pc1').count()).toBe(1);
    expect(world.journal.waiting().count).toBe(1);
  });

  it('[SYN3] refuses a save on another version than the expected one with StoreConflict, and writes nothing', () => {
    const rev = world.save('patients:1', { n: 1 });
    expect(() => world.journal.save({ documents: [{ body: world.body('patients:1', { n: 2 }), expectedRev: null }], context: 't' })).toThrow(expect.objectContaining({ name: 'StoreConflict' }));
    expect(world.store.get('patients', 'patients:1')?._rev).toBe(rev);
    world.journal.save({ documents: [{ body: world.body('patients:1', { n: 2 }), expectedRev: rev }], context: 't' });
    expect(world.store.get('patients', 'patients:1')?.['n']).toBe(2);
  });

  it('[SYN4] a document edited twice before it left waits once, with the bodies it was based on', () => {
    const one = world.save('patients:1', { n: 1 });
    world.save('patients:1', { n: 2 });
    expect(world.journal.waiting().count).toBe(1);
    const rows = world.store.sql.all<{ state: string; baseRev: string | null; baseBody: string | null }>('SELECT state, baseRev, baseBody FROM sync_outbox ORDER BY seq');
    expect(rows.map((r) => [r.state, r.baseRev])).toEqual([['older', null], ['waiting', one]]);
    expect(JSON.parse(rows[1]?.baseBody ?? '')).toMatchObject({ n: 1 });
  });

  it('[SYN5] a version of a newer schema is read-only here', () => {
    world.store.commit({ documents: [{ table: 'patients', document: { ...world.body('patients:9', { schemaVersion: 2 }), _rev: '1-a', _deleted: false, _meta: { lwt: 0 }, _attachments: {} } }], context: 't' });
    expect(() => world.save('patients:9', { n: 1 })).toThrow(expect.objectContaining({ name: 'NewerSchemaError' }));
  });
});
