import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DocumentBody } from '../../../../src-shared/domain/common/document.ts';
import { openEmbeddedEngine } from '../../../../src-hub/engine/embedded/open-embedded-engine.ts';
import { encryptedLevelDown } from '../../../../src-hub/engine/encrypted-files.ts';
import type { Engine } from '../../../../src-hub/engine/engine.ts';
import type { AskParent } from '../../../../src-hub/upstream/parent-client.ts';
import { createPullCheckpoint } from '../../../../src-hub/upstream/checkpoints.ts';
import { pullDatabase } from '../../../../src-hub/upstream/pull-database.ts';

const name = 'health-25001';
const id = 'receipt:vn';
const versions = ['a', 'b', 'c', 'd'];

/** Says of the publisher's receipt what it has heard: its `generation`-th version. */
function aParent(generation: number): AskParent {
  const rev = `${generation}-${versions[generation - 1]}`;
  const body = { _id: id, _rev: rev, says: generation, _revisions: { start: generation, ids: versions.slice(0, generation).reverse() } };
  return (async (_method: string, path: string) => ({
    status: 200, body: path.includes('_changes') ? { results: [{ id, changes: [{ rev }] }], last_seq: `${generation}-of-this-parent` } : { results: [{ id, docs: [{ ok: body }] }] },
  })) as unknown as AskParent;
}

let dir: string, child: Engine;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'tramxa-revive-'));
  child = openEmbeddedEngine({ dir, openLevelDown: encryptedLevelDown(Buffer.alloc(32, 7)) });
  await child.create(name);
});
afterEach(async () => { await child.close(); rmSync(dir, { recursive: true, force: true }); });

const pull = (parent: AskParent) => pullDatabase(child, name, createPullCheckpoint(child, parent, 'hub'), parent, new AbortController().signal);
const living = () => child.use(name, async (database) => (await database.openRevisions(id, 'all')).flatMap((one) => ('ok' in one && one.ok._deleted !== true ? [one.ok as DocumentBody & { says: number }] : [])));

it('[UPL6] [UPL2] a receipt ended under a parent that had heard less stands again under the one that says it again', async () => {
  const ahead = aParent(3);
  await pull(ahead);
  expect((await living()).map(({ says }) => says)).toEqual([3]);
  expect(await pull(aParent(1))).toEqual([id]);
  expect((await living()).map(({ says }) => says)).toEqual([1]);
  expect(await pull(ahead)).toEqual([id]);
  expect((await living()).map(({ says }) => says)).toEqual([3]);
  // Said once more as it stands there, as when the feed is read from its beginning.
  await pull(ahead);
  expect((await living()).map(({ says }) => says)).toEqual([3]);
  await pull(aParent(4));
  expect((await living()).map(({ says, _rev }) => [says, _rev])).toEqual([[4, '4-d']]);
});
