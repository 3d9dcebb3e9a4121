import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { extractAll } from '@electron/asar';
import { shellMessages } from '../src-shared/contract/shell-messages.ts';
import { createReleaseKey, makeUpdate } from '../updates/index.ts';

/** `npm run release -- key --out NAME` · `npm run release -- update --key FILE --out FILE.tramxa-update [--vi T --en T] platform=FOLDER…` */
const usage = 'usage: npm run release -- key --out NAME          (NAME.private.pem stays secret; NAME.public.json goes to installers/release-keys.json)\n'
  + '       npm run release -- update --key NAME.private.pem --out F.tramxa-update --vi "Có gì mới" --en "What is new" linux-x64=release/linux-unpacked win32-x64=release/win-unpacked';
const readWords = () => {
  try {
    return parseArgs({ allowPositionals: true, options: { help: { type: 'boolean', short: 'h' }, out: { type: 'string' }, key: { type: 'string' }, vi: { type: 'string' }, en: { type: 'string' } } });
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    process.exit(2);
  }
};
const { values, positionals } = readWords();
const [what, ...folders] = positionals;

if (values.help) {
  console.log(usage);
} else if (what === 'key' && values.out) {
  const { publicKey, privateKey } = createReleaseKey();
  writeFileSync(`${values.out}.private.pem`, privateKey, { mode: 0o600, flag: 'wx' });
  writeFileSync(`${values.out}.public.json`, `${JSON.stringify([{ name: values.out, publicKey }], undefined, 2)}\n`, { flag: 'wx' });
  console.log(`${values.out}.private.pem: keep it on a stick in a safe, two copies; who has it can change every station's program\n${values.out}.public.json: put its line into installers/release-keys.json before "npm run dist"`);
} else if (what === 'update' && values.out && values.key && folders.length > 0) {
  const place = mkdtempSync(join(tmpdir(), 'tramxa-release-'));
  try {
    const apps: Record<string, string> = {};
    let version = '';
    for (const folder of folders) {
      const [platform = '', unpacked = ''] = folder.split('=');
      const archive = join(unpacked, 'resources/app.asar');
      if (unpacked === '') throw new Error(`${folder}: give the platform and its folder, e.g. linux-x64=release/linux-unpacked`);
      if (!existsSync(archive)) throw new Error(`${archive} is not there: "npm run dist" makes it`);
      apps[platform] = join(place, platform);
      extractAll(archive, apps[platform]);
      const found = (JSON.parse(readFileSync(join(apps[platform], 'package.json'), 'utf8')) as { version: string }).version;
      if (version !== '' && found !== version) throw new Error(`these are different versions: ${version} and ${found}`);
      version = found;
    }
    const { bytes } = makeUpdate(values.out, { version, needsShell: shellMessages, madeAt: new Date().toISOString(), notes: { vi: values.vi ?? '', en: values.en ?? '' }, folders: apps, privateKey: readFileSync(values.key, 'utf8') });
    console.log(`${values.out}: version ${version} for ${Object.keys(apps).join(', ')}, ${(bytes / 1_000_000).toFixed(1)} MB`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
} else {
  console.error(usage);
  process.exit(2);
}
