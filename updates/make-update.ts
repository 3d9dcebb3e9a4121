import { createHash, createPrivateKey } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { manifestSchema, type Manifest } from './manifest.ts';
import { magic } from './read-update-file.ts';
import { signManifest } from './signature.ts';

export interface NewUpdate { version: string; needsShell: number; madeAt: string; notes: Manifest['notes']; /** Folder of the program by platform: `package.json`, `dist`, `node_modules`. */ folders: Readonly<Record<string, string>>; /** PEM. */ privateKey: string }

/** Makes a signed update file of one or more platforms; what they share is in it once. Answers its size in bytes. */
export function makeUpdate(out: string, { version, needsShell, madeAt, notes, folders, privateKey }: NewUpdate): { bytes: number; manifest: Manifest } {
  const contents: Manifest['contents'] = [];
  const pieces: Buffer[] = [];
  const known = new Map<string, number>();
  const indexOf = (bytes: Buffer): number => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const found = known.get(sha256);
    if (found !== undefined) return found;
    known.set(sha256, contents.length);
    pieces.push(bytes);
    return contents.push({ bytes: bytes.length, sha256 }) - 1;
  };
  const platforms: Manifest['platforms'] = {};
  for (const [platform, folder] of Object.entries(folders)) platforms[platform] = filesIn(folder).map((path) => [path, indexOf(readFileSync(join(folder, path)))]);
  const packed = gzipSync(Buffer.concat(pieces), { level: 9 });
  const manifest = manifestSchema.parse({ format: 'tramxa-update', formatVersion: 1, version, madeAt, needsShell, notes, packed: { bytes: packed.length, sha256: createHash('sha256').update(packed).digest('hex') }, contents, platforms });
  const text = Buffer.from(JSON.stringify(manifest));
  const file = Buffer.concat([Buffer.from(`${magic}${text.length}\n`), text, Buffer.from(`\n${signManifest(text, createPrivateKey(privateKey))}\n`), packed]);
  writeFileSync(out, file);
  return { bytes: file.length, manifest };
}

const filesIn = (folder: string): string[] => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/')).sort();
