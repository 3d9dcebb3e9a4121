import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runAndKill } from './child.ts';
import { openPouch } from './encrypted-pouch.ts';
import { aDirectory } from './temp-dir.ts';

it('[STO41] PouchDB puts, replicates in, follows changes, sees conflicts, and finds all of it after reopening', async () => {
  const path = join(aDirectory(), 'health-25001');
  const first = openPouch(path);
  await first.put({ _id: 'patients:1', name: 'Nguyễn Văn Secret' });
  const replicated = (rev: string, name: string, parents: string[]) => ({ _id: 'patients:2', _rev: `2-${rev}`, name, _revisions: { start: 2, ids: [rev, ...parents] } });
  await first.bulkDocs([replicated('bb', 'B', ['aa']), replicated('cc', 'C', ['aa'])], { new_edits: false });
  await first.close();

  const second = openPouch(path);
  const winner = await second.get('patients:2', { conflicts: true });
  expect([winner._rev, winner._conflicts]).toEqual(['2-cc', ['2-bb']]);
  expect((await second.get('patients:2', { rev: '2-bb' })).name).toBe('B');
  const { results } = await second.changes({ since: 0, include_docs: true, style: 'all_docs' });
  expect(results.map(({ id }) => id)).toEqual(['patients:1', 'patients:2']);
  expect(results[1]?.changes.map(({ rev }) => rev).sort()).toEqual(['2-bb', '2-cc']);
  const all = await second.allDocs();
  expect(all.total_rows).toBe(2);
  await second.remove(await second.get('patients:1'));
  expect((await second.info()).doc_count).toBe(1);
  await second.close();
  expect(readFileSync(`${path}.db`).includes('Secret')).toBe(false);
});

it('[STO41] changes read while documents are written neither repeat nor skip', async () => {
  const database = openPouch(join(aDirectory(), 'busy'));
  const documents = (from: number) => Array.from({ length: 400 }, (_, n) => ({ _id: `d:${from + n}`, name: 'x'.repeat(200) }));
  await database.bulkDocs(documents(0));
  const [{ results }] = await Promise.all([database.changes({ since: 0, include_docs: true }), database.bulkDocs(documents(400))]);
  expect(results.slice(0, 400).map(({ seq }) => seq)).toEqual(Array.from({ length: 400 }, (_, n) => n + 1));
  expect((await database.changes({ since: 0 })).results).toHaveLength(800);
  await database.close();
});

it('[STO42] every put answered before kill -9 is there afterwards', async () => {
  const path = join(aDirectory(), 'killed');
  const acknowledged: string[] = [];
  for (const [run, lines] of [3, 20, 41].entries()) acknowledged.push(...await runAndKill('./pouch-writer.ts', [path, `run${run}`], lines));
  const database = openPouch(path);
  const { rows } = await database.allDocs({ keys: acknowledged });
  expect(rows.filter((row) => 'error' in row)).toEqual([]);
  const everything = await database.allDocs();
  const { results } = await database.changes({ since: 0 });
  expect(results).toHaveLength(everything.rows.length);
  expect((await database.info()).doc_count).toBe(everything.rows.length);
  await database.close();
  expect(readFileSync(`${path}.db`).includes('Secret')).toBe(false);
});
