import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The mark electron-builder looks for before it sets fuses, then version 1, eight fuses, all as delivered. */
const fuseWire = Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 9]), Buffer.from('101100110')]);

/** A folder that stands in for Electron's binary distribution: enough to be packaged, not to be run. */
export function makeElectronStandIn(dir: string, electronFolder: string): string {
  mkdirSync(join(dir, 'locales'), { recursive: true });
  mkdirSync(join(dir, 'resources'), { recursive: true });
  const { version } = JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8')) as { version: string };
  writeFileSync(join(dir, 'version'), version);
  writeFileSync(join(dir, 'LICENSE'), 'stand-in');
  writeFileSync(join(dir, 'LICENSES.chromium.html'), 'stand-in');
  for (const language of ['vi', 'en-US', 'fr']) writeFileSync(join(dir, 'locales', `${language}.pak`), '');
  writeFileSync(join(dir, 'electron'), Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n# '), fuseWire, Buffer.from('\n')]));
  chmodSync(join(dir, 'electron'), 0o755);
  return dir;
}
