import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { addDevice, initHub } from '../../../src-hub/main.ts';
import { Digest, encodeDigest } from '../../../sync/index.ts';
import { aPatient, ask, minted, until } from '../../contract/hub/hub-world.ts';

const dir = mkdtempSync(join(tmpdir(), 'tramxa-kill-'));
let served: ChildProcess | undefined;
afterEach(() => { served?.kill('SIGKILL'); rmSync(dir, { recursive: true, force: true }); });

async function serve(hubDir: string): Promise<string> {
  served = spawn(process.execPath, [join(import.meta.dirname, 'serve-for-kill.ts'), hubDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(served.stdout as NodeJS.ReadableStream, 'data') as [Buffer];
  return line.toString().trim();
}

it('[HUB33] what was answered as stored is there after kill -9, and the receipt counts exactly what is there', async () => {
  const hubDir = join(dir, 'hub');
  await initHub({ dir: hubDir, unit: '769', tier: 'district', port: 0, receiptIntervalSeconds: 0.05 });
  const pc = await addDevice({ dir: hubDir, unit: '25001', device: 'pc1' });
  const stored: { _id: string; _rev: string }[] = [];
  let url = '', next = 0;
  for (let round = 0; round < 3; round += 1) {
    url = await serve(hubDir);
    // From the first batch on: a busy machine may take long to get there.
    let kill: NodeJS.Timeout | undefined;
    for (let open = true; open;) {
      const docs = Array.from({ length: 20 }, () => minted(aPatient('25001', next++), 1, 'a'));
      try {
        const { status, body } = await ask(url, 'POST', '/health-25001/_bulk_docs', { as: pc, body: { new_edits: false, docs } });
        expect([status, body]).toEqual([201, []]);
        stored.push(...docs);
        kill ??= setTimeout(() => served?.kill('SIGKILL'), 100 + round * 170);
      } catch { open = false; }
    }
    clearTimeout(kill);
  }
  url = await serve(hubDir);
  expect(stored.length).toBeGreaterThan(0);
  const { rows } = (await ask(url, 'GET', '/health-25001/_all_docs', { as: pc })).body as { rows: { id: string; value: { rev: string } }[] };
  const there = new Map(rows.filter((row) => row.id.startsWith('patients:')).map((row) => [row.id, row.value.rev]));
  expect(stored.filter((doc) => there.get(doc._id) !== doc._rev)).toEqual([]);
  const digest = new Digest();
  for (const [id, rev] of there) digest.add(id, rev);
  await until(async () => (await ask(url, 'GET', '/health-25001/receipt:769', { as: pc })).body as { devices?: Record<string, string> }, (receipt) => receipt.devices?.['pc-aaaaaaaa'] === encodeDigest(digest));
});
