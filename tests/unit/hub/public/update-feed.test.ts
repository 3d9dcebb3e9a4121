import { expect, it } from 'vitest';
import type { Engine, EngineUpdate } from '../../../../src-hub/engine/engine.ts';
import { createUpdateFeed } from '../../../../src-hub/public/update-feed.ts';

it('[UPL8] that a database was made or put back is told also where it was written since', () => {
  let tell: (update: EngineUpdate) => void = () => undefined;
  const feed = createUpdateFeed({ onUpdate(listener: typeof tell) { tell = listener; return () => undefined; } } as unknown as Engine);
  const before = feed.sequence();
  for (const [database, type] of [['a', 'created'], ['b', 'updated'], ['a', 'updated'], ['c', 'created'], ['c', 'deleted'], ['a', 'updated'], ['d', 'created'], ['d', 'deleted'], ['d', 'updated']] as const) tell({ database, type });
  expect(feed.after(before)?.updates).toEqual([{ database: 'b', type: 'updated' }, { database: 'c', type: 'deleted' }, { database: 'a', type: 'created' }, { database: 'd', type: 'updated' }]);
});
