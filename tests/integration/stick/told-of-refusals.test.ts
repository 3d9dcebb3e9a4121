import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { receiveBundle } from '../../../src-hub/main.ts';
import { writeBundleFile } from '../../../sync/index.ts';
import { createCouchStandIn } from '../../support/couch-stand-in.ts';
import { aReplicator } from '../../support/sync-world.ts';
import { aClosedHub, proved } from './stick-world.ts';
import type { Carrier } from './stick-world.ts';

describe('a stick and what the hub says of it', () => {
  let pc: Carrier, dir: string;
  beforeEach(async () => {
    const world = await aClosedHub();
    ({ pc, dir } = world);
    ends.push(() => { world.close(); });
  });
  const ends: (() => void)[] = [];
  afterEach(() => { for (const end of ends.splice(0)) end(); });

  const roundTrip = async () => {
    const { file } = await pc.bundle();
    const answer = pc.file('down');
    const { refused } = await receiveBundle({ dir, file, answer });
    return { refused, ...await pc.stick().receive(answer) };
  };

  it('[BUN56] [BUN20] what the hub\'s engine refuses is set aside too, not taken for stored', async () => {
    const elsewhere = createCouchStandIn({ databases: ['health-25001', 'resources-25001'] });
    elsewhere.database('health-25001').edit({ _id: 'patients:1', unit: '25001', device: 'pc9', schemaVersion: 1, _attachments: { anh: { stub: true, digest: `md5-${'A'.repeat(22)}==`, content_type: 'image/png', length: 3, revpos: 1 } } });
    await aReplicator(pc, { fetch: elsewhere.fetch }).exchange();
    pc.save('patients:1', { fullName: 'Hoa' });
    pc.save('patients:2', { fullName: 'Mai' });
    expect(await roundTrip()).toMatchObject({ refused: [{ id: 'patients:1', rev: expect.stringMatching(/^2-/) as string, reason: expect.stringContaining('attachment') as string }], settled: 1, denied: 1 });
    expect(pc.journal.denied()).toMatchObject([{ id: 'patients:1', reason: expect.stringContaining('attachment') as string }]);
  });

  it('[BUN57] [BUN25] a station restored on a PC whose clock is years behind gets its answers all the same', async () => {
    pc.save('patients:1');
    await roundTrip();
    pc.reopen('pc1-again');
    pc.save('patients:2');
    const behind = Date.now() - 3 * 365 * 24 * 3600_000;
    const { bytes } = await pc.stick(() => behind).make();
    const file = pc.file('up.tramxa');
    await writeBundleFile(bytes, file);
    const answer = pc.file('down');
    await receiveBundle({ dir, file, answer });
    expect(await pc.stick().receive(answer)).toMatchObject({ already: false, waiting: 0 });
    expect(proved(pc)['769']).toEqual([2, 0]);
  });
});
