import { expect, it } from 'vitest';
import type { Engine } from '../../../../src-hub/engine/engine.ts';
import type { WorkPlace } from '../../../../src-hub/provisioning/work-place.ts';
import { createOrgBook } from '../../../../src-hub/review/org-book.ts';

it('[REV48] a look at the organisation that failed once is tried again by the next who wants to know', async () => {
  let looks = 0;
  const engine = {
    onUpdate: () => () => undefined, has: () => true,
    use: () => { looks += 1; return looks === 1 ? Promise.reject(new Error('away')) : Promise.resolve({ rows: [] }); },
  } as unknown as Engine;
  const org = createOrgBook({ engine } as unknown as WorkPlace, () => []);
  await expect(org.refresh()).rejects.toThrow('away');
  await org.refresh();
  await org.refresh();
  expect(looks).toBe(2);
});
