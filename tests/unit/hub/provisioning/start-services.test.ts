import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { initHub } from '../../../../src-hub/main.ts';
import { createQuietTime } from '../../../../src-hub/operations/quiet-time.ts';
import { openWorkPlace } from '../../../../src-hub/provisioning/open-work-place.ts';
import { startServices } from '../../../../src-hub/provisioning/start-services.ts';

const DOCUMENTS = 3000;
const NAME = 'health-25001';

it('[HSP1] [HSP2] a hub that ends does not wait for the index, and says nothing of what was read by half', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'tramxa-services-'));
  await initHub({ dir, unit: '769', tier: 'district', port: 0, receiptIntervalSeconds: 0.05 });
  const place = openWorkPlace(dir);
  try {
    await place.engine.create(NAME);
    await place.engine.use(NAME, (database) => database.write(Array.from({ length: DOCUMENTS }, (_, n) => ({ _id: `patients:${n}`, _rev: '1-a', device: 'pc1' })), { minted: true }));
    const quiet = createQuietTime();
    // Somebody asks all the while, so that the index makes way.
    quiet.asked();
    const services = startServices(place, () => undefined, undefined, quiet);
    const read = () => Number.parseInt(place.book.sql.get<{ sequence: string }>('SELECT sequence FROM feedPlaces WHERE database = ?', NAME)?.sequence ?? '0', 10);
    while (read() === 0) await pause(1);
    await services.stop();
    expect(read()).toBeLessThan(DOCUMENTS);
    expect(await place.engine.use(NAME, (database) => database.read('receipt:769'))).toBeUndefined();
  } finally {
    await place.close();
    rmSync(dir, { recursive: true, force: true });
  }
});
