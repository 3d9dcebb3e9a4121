import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { compareVersions } from './compare-versions.ts';
import { manifestSchema, type Manifest } from './manifest.ts';
import { isSigned } from './signature.ts';
import { UpdateProblem } from './update-problem.ts';

export const magic = 'TRAMXA-UPDATE 1\n';
const anyFormat = /^TRAMXA-UPDATE (\d+)\n/;
/** A manifest of a few thousand files takes half a megabyte. */
const mostManifestBytes = 16_000_000;

export interface UpdateFile { manifest: Manifest; /** As signed, byte for byte. */ manifestText: string; signature: string; /** Where the packed contents begin. */ contentsAt: number }
export interface ReadOptions { publicKeys: readonly string[] }

/**
 * Reads an update file and believes nothing of it before its signature: magic line, length of the manifest, manifest, signature,
 * packed contents. Afterwards every byte of it is known to be what was signed.
 * @throws UpdateProblem `NotAnUpdate`, `UpdateFormatNewer`, `NoReleaseKey`, `WrongSignature`, `UpdateDamaged`.
 */
export async function readUpdateFile(file: string, { publicKeys }: ReadOptions): Promise<UpdateFile> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const head = Buffer.alloc(64);
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    const start = head.subarray(0, bytesRead).toString('latin1');
    const format = anyFormat.exec(start)?.[1];
    if (format === undefined) throw new UpdateProblem('NotAnUpdate', 'this is not an update file of this program');
    if (format !== '1') throw new UpdateProblem('UpdateFormatNewer', 'this update file is of a later kind; it needs a newer program first');
    const length = /^\d{1,9}(?=\n)/.exec(start.slice(magic.length))?.[0];
    const manifestAt = magic.length + (length?.length ?? 0) + 1;
    const manifestBytes = Number(length ?? Number.NaN);
    if (!(manifestBytes <= mostManifestBytes) || manifestAt + manifestBytes + 90 > size) throw cut();
    const text = Buffer.alloc(manifestBytes + 90);
    await handle.read(text, 0, text.length, manifestAt);
    const manifestText = text.subarray(0, manifestBytes).toString('utf8');
    const signature = /^\n([A-Za-z0-9+/]{86}==)\n/.exec(text.subarray(manifestBytes).toString('latin1'))?.[1];
    if (signature === undefined) throw cut();
    if (publicKeys.length === 0) throw new UpdateProblem('NoReleaseKey', 'this installation knows no release key, so it takes no update');
    if (!isSigned(Buffer.from(manifestText), signature, publicKeys)) throw new UpdateProblem('WrongSignature', 'this update file is not signed by the key this program trusts; it was not touched');
    const manifest = parseManifest(manifestText);
    const contentsAt = manifestAt + manifestBytes + 90;
    if (size !== contentsAt + manifest.packed.bytes || await hashFrom(file, contentsAt) !== manifest.packed.sha256) throw cut();
    return { manifest, manifestText, signature, contentsAt };
  } finally {
    await handle.close();
  }
}

const cut = (): UpdateProblem => new UpdateProblem('UpdateDamaged', 'this update file is cut or damaged: fetch or copy it again');

/** Of a signed text: one that does not fit was signed by a later program. */
export function parseManifest(text: string): Manifest {
  const parsed = manifestSchema.safeParse(JSON.parse(text));
  if (!parsed.success || Object.values(parsed.data.platforms).flat().some(([, index]) => index >= parsed.data.contents.length)) throw new UpdateProblem('UpdateFormatNewer', 'this update file is of a later kind; it needs a newer program first');
  return parsed.data;
}

async function hashFrom(file: string, start: number): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file, { start }) as AsyncIterable<Buffer>) hash.update(piece);
  return hash.digest('hex');
}

export interface Here { version: string; platform: string; shell: number }

/** Whether a signed version may be put in here. @throws UpdateProblem `NotNewer`, `WrongPlatform`, `NeedsInstaller`. */
export function checkFits({ version, platforms, needsShell }: Manifest, here: Here): void {
  if (compareVersions(version, here.version) <= 0) throw new UpdateProblem('NotNewer', `this file brings version ${version}, and ${here.version} works here already`, { version, current: here.version });
  if (!Object.hasOwn(platforms, here.platform)) throw new UpdateProblem('WrongPlatform', `this file is for ${Object.keys(platforms).join(', ')}, not for ${here.platform}`, { platform: here.platform });
  if (needsShell > here.shell) throw new UpdateProblem('NeedsInstaller', `version ${version} needs the installer: its window is newer than the installed one`, { version });
}
