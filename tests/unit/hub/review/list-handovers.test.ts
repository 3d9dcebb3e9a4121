import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { indexHandover, indexHandoverAnswer } from '../../../../src-hub/handover/handover-tables.ts';
import { initHub } from '../../../../src-hub/main.ts';
import { openWorkPlace } from '../../../../src-hub/provisioning/open-work-place.ts';
import { createConsoleIndex } from '../../../../src-hub/review/console-index.ts';
import { listHandovers } from '../../../../src-hub/review/list-handovers.ts';

const uuid = '019a0000-0000-7000-8000-000000000001';
const by = { account: 'lan', displayName: 'Lan', role: 'head' };
const at = '2026-11-22T03:00:00.000Z';
const stamps = { device: 'pc-aaaaaaaa', createdAt: at, createdBy: 'lan', updatedAt: at, updatedBy: 'lan', version: '1', schemaVersion: 1 };

it('[HOV15] one line for each handover, whatever else the other station wrote of it', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'tramxa-list-'));
  await initHub({ dir, unit: '79', tier: 'province', port: 0 });
  const place = openWorkPlace(dir);
  try {
    createConsoleIndex(place.book, place.now);
    const answer = (id: string, decision: string) => ({ _id: id, ...stamps, unit: '25002', transferId: `transfer:${uuid}`, fromUnit: '25001', decision, answeredAt: at, answeredBy: by });
    place.book.inTransaction((sql) => {
      indexHandover(sql, '25001', `handovers:${uuid}`, { _id: `handovers:${uuid}`, ...stamps, unit: '25001', patientId: 'patients:1', patientIds: ['patients:1'], toUnit: '25002', reason: 'movedHome', sentAt: at, sentBy: by, status: 'sent' });
      for (const [id, decision] of [[`answers:${uuid}`, 'accepted'], ['answers:another', 'declined']] as const) indexHandoverAnswer(sql, '25002', id, answer(id, decision));
    });
    const { rows, total } = await listHandovers(place, ['25001', '25002'], () => undefined, {});
    expect([rows.map(({ id, state }) => [id, state]), total]).toEqual([[[`handovers:${uuid}`, 'accepted']], 1]);
  } finally {
    await place.close();
    rmSync(dir, { recursive: true, force: true });
  }
});
