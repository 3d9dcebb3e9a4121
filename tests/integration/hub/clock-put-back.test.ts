import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addDevice, initHub, startHub } from '../../../src-hub/main.ts';
import type { RunningHub } from '../../../src-hub/main.ts';
import { decodeDigest } from '../../../sync/index.ts';
import { aPatient, minted, until } from '../../contract/hub/hub-world.ts';

let dir: string, hub: RunningHub, skewMs: number;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'tramxa-clock-'));
  skewMs = 0;
  await initHub({ dir: join(dir, 'hub'), unit: '769', tier: 'district', port: 0, receiptIntervalSeconds: 0.2 });
  hub = await startHub({ dir: join(dir, 'hub'), port: 0, now: () => Date.now() + skewMs });
});
afterEach(async () => {
  await hub.close();
  rmSync(dir, { recursive: true, force: true });
});

it('[RCP30] receipts go on after the clock was put back by two days', async () => {
  const { user, password } = await addDevice({ dir: join(dir, 'hub'), unit: '25001', device: 'pc-aaaaaaaa' });
  const headers = { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`, 'content-type': 'application/json' };
  const push = (n: number) => fetch(`${hub.url}/health-25001/_bulk_docs`, { method: 'POST', headers, body: JSON.stringify({ new_edits: false, docs: [minted(aPatient('25001', n), 1, 'a')] }) });
  const proved = async () => {
    const { devices } = await (await fetch(`${hub.url}/health-25001/receipt:769`, { headers })).json() as { devices?: Record<string, string> };
    return decodeDigest(devices?.['pc-aaaaaaaa'])?.count() ?? 0;
  };
  await push(1);
  expect(await until(proved, (count) => count === 1)).toBe(1);
  skewMs = -48 * 3600_000;
  await push(2);
  expect(await until(proved, (count) => count === 2)).toBe(2);
});
