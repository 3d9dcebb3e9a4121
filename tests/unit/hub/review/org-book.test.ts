import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Engine } from '../../../../src-hub/engine/engine.ts';
import type { WorkPlace } from '../../../../src-hub/provisioning/work-place.ts';
import { openHubBook } from '../../../../src-hub/provisioning/hub-book.ts';
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

it('[HUB95] a station lies in the unit directly below the reader, by the table of units of the day; without it in the child hub that brings its records', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'tramxa-org-book-'));
  const book = openHubBook(dir, Buffer.alloc(32, 7), Date.now);
  try {
    book.sql.run("INSERT INTO unitOwners (unit, child) VALUES ('25009', 'child.771'), ('25008', '')");
    const unit = (key: string, parents: [string, string, string?][]) => ({
      _id: `org:${key}`, unit: 'vn', device: 'd', createdAt: '2025-07-01T00:00:00.000Z', createdBy: 'a', updatedAt: '2025-07-01T00:00:00.000Z', updatedBy: 'a', version: 'v', schemaVersion: 1, name: `Đơn vị ${key}`, tier: 'station', from: '2025-07-01',
      parents: parents.map(([above, from, to]) => ({ kind: 'professional', unit: above, from, ...(to === undefined ? {} : { to }) })),
    });
    const docs = [unit('vn', []), unit('79', [['vn', '2025-07-01']]), unit('769', [['79', '2025-07-01']]), unit('770', [['79', '2025-07-01']]), unit('25001', [['769', '2025-07-01', '2026-06-30'], ['770', '2026-07-01']]), unit('25002', [['79', '2025-07-01']])];
    const engine = { onUpdate: () => () => undefined, has: () => true, use: () => Promise.resolve({ rows: docs.map((doc) => ({ id: doc._id, doc })) }) } as unknown as Engine;
    const org = createOrgBook({ engine, book, config: { unit: '79' }, now: () => Date.parse('2026-11-22T03:00:00.000Z') } as unknown as WorkPlace, () => []);
    await org.refresh();
    expect(['25001', '25002', '25009', '25008'].map((station) => org.areaOf(station, '79'))).toEqual(['770', undefined, '771', undefined]);
    expect([org.areaOf('25001', 'vn'), org.areaOf('25001', '770'), org.areaOf('25001', '769')]).toEqual(['79', undefined, undefined]);
  } finally {
    book.close();
    rmSync(dir, { recursive: true, force: true });
  }
});
