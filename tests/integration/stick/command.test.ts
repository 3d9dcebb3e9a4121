import { join } from 'node:path';
import { expect, it } from 'vitest';
import { addChild, addDevice, initHub, startHub } from '../../../src-hub/main.ts';
import { serveStation } from '../../../src-main/station/server/serve-station.ts';
import { aStation, atEnd, tempDir, tramxa } from '../station/world.ts';

const json = ({ stdout }: { stdout: string }) => JSON.parse(stdout) as Record<string, unknown>;

it('[BUN40] [BUN41] [BUN50] by the command: on directories, then through the processes that serve them', async () => {
  const dir = tempDir();
  const hub = join(dir, 'hub');
  await initHub({ dir: hub, unit: '769', tier: 'district', port: 0 });
  const credential = await addDevice({ dir: hub, unit: '25001', device: 'pc1' });
  const station = await aStation({ hub: { url: 'http://127.0.0.1:9', ...credential } });
  const at = ['--dir', station.dir, '--account', 'lan', '--json'];
  const [up, down] = [join(dir, 'up.tramxa'), join(dir, 'down.tramxa')];

  const made = await tramxa(['station', 'bundle', ...at, '--out', up]);
  expect([made.code, json(made)]).toEqual([0, expect.objectContaining({ ok: true, file: up, documents: expect.any(Number), left: 0 })]);
  const { documents } = json(made) as { documents: number };
  const taken = await tramxa(['hub', 'receive', '--dir', hub, up, '--answer', down, '--json']);
  expect([taken.code, json(taken)]).toEqual([0, expect.objectContaining({ ok: true, already: false, documents, stored: documents, refused: [] })]);
  const received = await tramxa(['station', 'receive', ...at, down]);
  expect([received.code, json(received)]).toEqual([0, expect.objectContaining({ ok: true, settled: documents, waiting: 0, receipts: [{ unit: '769', tier: 'district', proved: documents, missing: 0 }] })]);
  const wrong = await tramxa(['station', 'receive', ...at, up]);
  expect([wrong.code, json(wrong)]).toEqual([1, { error: expect.objectContaining({ code: 'BundleWrongWay' }) }]);
  expect((await tramxa(['hub', 'receive', '--dir', hub])).code).toBe(2);
  // Brought to the tier above, it is taken in for the home hub that its label names by now.
  const above = join(dir, 'above');
  await initHub({ dir: above, unit: '79', tier: 'province', port: 0 });
  await addChild({ dir: above, unit: '769' });
  expect((await tramxa(['station', 'bundle', ...at, '--out', up])).code).toBe(0);
  const kept = await tramxa(['hub', 'receive', '--dir', above, up]);
  expect([kept.code, kept.stdout]).toEqual([0, expect.stringContaining('Đã nhận hộ, sẽ chuyển đến 769.')]);

  const served = await serveStation({ dir: station.dir, port: 0, now: Date.now });
  atEnd(() => served.close());
  const knock = async (path: string) => (await fetch(served.address + path, { method: 'POST', headers: { origin: served.address }, body: '{}' })).status;
  expect([await knock('/stick/bundle'), await knock('/stick/answer'), await knock('/lan')]).toEqual([401, 401, 401]);
  expect((await fetch(`${served.address}/stick/bundle`, { method: 'POST', headers: { origin: 'http://elsewhere' } })).status).toBe(403);
  const serving = await startHub({ dir: hub });
  atEnd(() => serving.close());
  expect(json(await tramxa(['station', 'bundle', ...at, '--out', up]))).toMatchObject({ ok: true });
  expect(json(await tramxa(['hub', 'receive', '--dir', hub, up, '--json']))).toMatchObject({ ok: true, already: false });
  expect(json(await tramxa(['hub', 'answer', '--dir', hub, '--user', credential.user, '--out', down, '--json']))).toMatchObject({ ok: true, file: down });
  expect(json(await tramxa(['station', 'receive', ...at, down]))).toMatchObject({ ok: true, already: false, waiting: 0 });
});
