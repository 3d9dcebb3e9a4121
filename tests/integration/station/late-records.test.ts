import { join } from 'node:path';
import { expect, it } from 'vitest';
import { addDevice, initHub, startHub } from '../../../src-hub/main.ts';
import { aPerson, aStation, aVisit, atEnd, openWork, password, personId, run, tempDir } from './world.ts';

it('[SYN76] what the highest unit has not proved after a day is named, oldest first, and neither what is younger nor what it has proved', async () => {
  const hubDir = join(tempDir(), 'hub');
  await initHub({ dir: hubDir, unit: '769', tier: 'district', port: 0, receiptIntervalSeconds: 1 });
  const hub = await startHub({ dir: hubDir, port: 0 });
  atEnd(() => hub.close());
  let clock = Date.now();
  const now = () => clock;
  const { dir } = await aStation({ now, hub: { url: hub.url, ...await addDevice({ dir: hubDir, unit: '25001', device: 'pc1' }) } });
  const work = await openWork(dir, 'lan', password, now);
  const late = async () => {
    const asked = await work.ask('lateRecords', {});
    return asked.ok ? (asked.answer as { collection: string; patientName?: string; savedAt: string }[]).map(({ collection, patientName }) => `${collection} ${patientName ?? ''}`) : [];
  };
  const day = new Date(clock).toISOString().slice(0, 10);
  await run(work, 'registerPatient', aPerson(1, { fullName: 'Đã Tới Nơi' }));
  await work.exchange({ waitForProofMs: 30_000 });
  await run(work, 'registerPatient', aPerson(2, { fullName: 'Vũ Thị Chờ' }));
  await run(work, 'recordVisit', aVisit(2, { occurredOn: day, patientId: personId(2) }));
  expect(await late()).toEqual([]);
  clock += 25 * 3_600_000;
  await run(work, 'registerPatient', aPerson(3, { fullName: 'Mới Hôm Nay' }));
  expect(await late()).toEqual(['patients Vũ Thị Chờ', 'encounters Vũ Thị Chờ']);
  await work.exchange({ waitForProofMs: 30_000 });
  expect(await late()).toEqual([]);
});
