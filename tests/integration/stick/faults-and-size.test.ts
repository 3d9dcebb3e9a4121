import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDevice, receiveBundle, writeAnswer } from '../../../src-hub/main.ts';
import { writeBundleFile } from '../../../sync/index.ts';
import { aCarrier, aClosedHub, proved } from './stick-world.ts';
import type { Carrier } from './stick-world.ts';

/** A hub nobody serves: the commands open its directory themselves. */
describe('a stick and a hub that does not serve', () => {
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
    await receiveBundle({ dir, file, answer });
    return pc.stick().receive(answer);
  };

  it('[BUN24] a hub put back from an old copy is noticed by the next answer; what it lost goes with the next stick', async () => {
    pc.save('patients:1');
    await roundTrip();
    const copy = `${dir}-copy`;
    cpSync(dir, copy, { recursive: true });
    for (let n = 2; n < 20; n++) pc.save(`patients:${n}`);
    await roundTrip();
    expect(proved(pc)['769']).toEqual([19, 0]);
    rmSync(dir, { recursive: true });
    cpSync(copy, dir, { recursive: true });
    expect(await roundTrip()).toMatchObject({ already: false });
    expect(proved(pc)['769']?.[0]).toBeLessThan(19);
    expect(pc.journal.waiting().count).toBeGreaterThanOrEqual(18);
    await roundTrip();
    expect(proved(pc)['769']).toEqual([19, 0]);
    expect(pc.journal.waiting().count).toBe(0);
  });

  it('[BUN8] a stick that fails while it is written leaves what was there, and nothing counts as carried', async () => {
    pc.save('patients:1');
    const target = pc.file('up.tramxa');
    writeFileSync(target, 'what was there');
    const { bytes } = await pc.stick().make();
    const breaking = async function* () { yield (await bytes.next()).value as Uint8Array; throw Object.assign(new Error('the stick was pulled'), { code: 'EIO' }); };
    await expect(writeBundleFile(breaking(), target)).rejects.toThrow('pulled');
    expect(readFileSync(target, 'utf8')).toBe('what was there');
    expect(readdirSync(dirname(target)).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(pc.stick().bundles()).toEqual([]);
    expect((await pc.bundle({ goOn: true })).header.documents).toBe(1);
    await expect(pc.stick().make().then(({ bytes: all }) => writeBundleFile(all, join(dir, 'nowhere', 'x')))).rejects.toMatchObject({ code: 'ENOENT' });
    expect(existsSync(join(dir, 'nowhere'))).toBe(false);
  });

  it('[BUN8] a document edited while the bundle is written goes with its newer version on the next', async () => {
    pc.save('patients:1', { note: 'cũ' });
    pc.save('patients:2');
    const { bytes } = await pc.stick().make();
    pc.save('patients:1', { note: 'mới' });
    const file = pc.file('up');
    await writeBundleFile(bytes, file);
    const answer = pc.file('down');
    expect(await receiveBundle({ dir, file, answer })).toMatchObject({ documents: 1 });
    expect(await pc.stick().receive(answer)).toMatchObject({ settled: 1, waiting: 1 });
    await roundTrip();
    expect(proved(pc)['769']).toEqual([2, 0]);
  });

  it('[BUN30] ten thousand documents up, and down to a second PC, as streams', async () => {
    const many = 10_000;
    const documents = Array.from({ length: many }, (_, n) => ({ body: pc.body(`patients:${n}`, { fullName: `Nguyễn Văn ${n}`, address: `ấp ${n % 17}, xã An Bình`, phone: `09${String(n).padStart(8, '0')}` }) }));
    for (let at = 0; at < many; at += 1000) pc.journal.save({ documents: documents.slice(at, at + 1000), context: 'test' });
    let read = 0;
    let readAtFirstBytes = many;
    const { bytes, header } = await pc.stick().make({ onProgress: (done) => { read = done; } });
    const watched = async function* () { let size = 0; for await (const piece of bytes) { size += piece.length; if (size > 100_000) readAtFirstBytes = Math.min(readAtFirstBytes, read); yield piece; } };
    const file = pc.file('up');
    const size = await writeBundleFile(watched(), file);
    if (process.env['TRAMXA_MEASURE']) console.log('ten thousand documents, bytes as JSON', JSON.stringify(documents).length, 'on the stick', size);
    expect(header.documents).toBe(many);
    expect(readAtFirstBytes).toBeLessThan(many / 2);
    expect(size).toBeLessThan(JSON.stringify(documents).length / 4);
    const answer = pc.file('down');
    expect(await receiveBundle({ dir, file, answer })).toMatchObject({ documents: many, stored: many });
    expect(await pc.stick().receive(answer)).toMatchObject({ settled: many, waiting: 0 });
    expect(proved(pc)['769']).toEqual([many, 0]);
    const second = await addDevice({ dir, unit: '25001', device: 'pc2' });
    const other = aCarrier(second, 'pc2');
    ends.push(() => other.close());
    const up = await other.bundle();
    await receiveBundle({ dir, file: up.file });
    const { file: down } = await writeAnswer({ dir, user: second.user, out: other.file('down') });
    expect(await other.stick().receive(down)).toMatchObject({ pulled: many });
  });
});
