import { expect, it } from 'vitest';
import { aSyncWorld, documentsOf } from '../../support/sync-world.ts';

it('[SYN84] takes in what an older program kept because it did not know the collection', () => {
  const world = aSyncWorld();
  try {
    const keep = (database: string, id: string) => world.store.sql.run('INSERT INTO foreign_documents (database, id, rev, body) VALUES (?, ?, ?, ?)', database, id, '1-a', JSON.stringify({ _id: id, _rev: '1-a', name: 'giữ lại' }));
    for (let n = 0; n < 1200; n += 1) keep('reference', `org:${n}`);
    keep('reference', 'colours:red');
    keep('health-25001', 'encounters:1');
    keep('health-25001', 'org:elsewhere');
    world.store.sql.run("INSERT INTO sync_checkpoints (database, since, hub) VALUES ('health-25001', '77-x', 'h'), ('reference', '9-y', 'h')");
    world.reopen();
    expect(documentsOf(world, 'orgUnits').length).toBe(1200);
    expect(documentsOf(world, 'orgUnits')[0]).toMatchObject({ _rev: '1-a', name: 'giữ lại' });
    expect(world.store.sql.all<{ id: string }>('SELECT id FROM foreign_documents ORDER BY id').map(({ id }) => id)).toEqual(['colours:red', 'org:elsewhere']);
    expect(world.store.sql.all('SELECT database, since FROM sync_checkpoints ORDER BY database')).toEqual([{ database: 'health-25001', since: '0' }, { database: 'reference', since: '9-y' }]);
    expect(documentsOf(world, 'encounters')).toEqual([]);
  } finally {
    world.close();
  }
});
