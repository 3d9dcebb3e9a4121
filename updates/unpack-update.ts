import { createHash } from 'node:crypto';
import { createReadStream, statfsSync } from 'node:fs';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { UpdateFile } from './read-update-file.ts';
import { UpdateProblem } from './update-problem.ts';

/** An update must not be what fills the disk the station writes to. */
const roomToLeave = 64_000_000;

/**
 * Writes the files of one platform into `target` (made whole beside it and renamed at the end), each checked against the signed
 * manifest as it is written. `onShare` 0 to 1.
 * @throws UpdateProblem `UpdateDamaged`, `DiskFull`; nothing of it is left then.
 */
export async function unpackUpdate(file: string, { manifest, manifestText, signature, contentsAt }: UpdateFile, platform: string, target: string, onShare: (share: number) => void = () => undefined): Promise<void> {
  const unfinished = `${target}.unfinished`;
  const places = new Map<number, string[]>();
  for (const [path, index] of manifest.platforms[platform] ?? []) places.set(index, [...places.get(index) ?? [], join(unfinished, 'app', ...path.split('/'))]);
  const total = manifest.contents.reduce((sum, { bytes }) => sum + bytes, 0);
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(join(unfinished, 'app'), { recursive: true, mode: 0o700 });
  try {
    const { bavail, bsize } = statfsSync(unfinished);
    if (bavail * bsize < total + roomToLeave) throw new UpdateProblem('DiskFull', 'there is no room for the new version; nothing was changed', { neededBytes: total });
    const folders = new Set([...places.values()].flat().map(dirname));
    for (const folder of folders) await mkdir(folder, { recursive: true });
    let index = 0;
    let done = 0;
    let pending: Buffer[] = [];
    let held = 0;
    /** Contents follow one another without a mark: their lengths are in the manifest. */
    const take = async (): Promise<void> => {
      for (let content = manifest.contents[index]; content && held >= content.bytes; content = manifest.contents[index]) {
        const all = pending.length === 1 && pending[0] ? pending[0] : Buffer.concat(pending);
        const bytes = all.subarray(0, content.bytes);
        pending = [all.subarray(content.bytes)];
        held -= content.bytes;
        if (createHash('sha256').update(bytes).digest('hex') !== content.sha256) throw new UpdateProblem('UpdateDamaged', 'this update file is damaged: fetch or copy it again');
        for (const path of places.get(index) ?? []) await writeFile(path, bytes, { flag: 'wx' });
        done += content.bytes;
        index += 1;
        onShare(total === 0 ? 1 : done / total);
      }
    };
    await pipeline(createReadStream(file, { start: contentsAt }), createGunzip(), async (source: AsyncIterable<Buffer>) => {
      for await (const piece of source) {
        pending.push(piece);
        held += piece.length;
        if (held >= (manifest.contents[index]?.bytes ?? 0)) await take();
      }
      await take();
      if (index !== manifest.contents.length || held > 0) throw new UpdateProblem('UpdateDamaged', 'this update file is damaged: fetch or copy it again');
    });
    await writeFile(join(unfinished, 'update.json'), manifestText);
    await writeFile(join(unfinished, 'update.sig'), signature);
    await syncFile(join(unfinished, 'update.sig'));
    await rm(target, { recursive: true, force: true });
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw new UpdateProblem('DiskFull', 'there is no room for the new version; nothing was changed');
    if (['Z_DATA_ERROR', 'Z_BUF_ERROR', 'ERR_STREAM_PREMATURE_CLOSE'].includes((error as NodeJS.ErrnoException).code ?? '')) throw new UpdateProblem('UpdateDamaged', 'this update file is damaged: fetch or copy it again');
    throw error;
  }
}

/** What a power cut leaves of the other files is found by their hashes when the version is started. */
async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try { await handle.sync(); } finally { await handle.close(); }
}
