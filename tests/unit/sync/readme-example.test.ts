import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createCouchStandIn } from '../../support/couch-stand-in.ts';
import { writeNote } from './readme-example.ts';

it('[SYN93] the example of the README is a program that runs: two places of one unit, one hub', async () => {
  const readme = readFileSync(join(import.meta.dirname, '../../../sync/README.md'), 'utf8');
  const example = readFileSync(join(import.meta.dirname, 'readme-example.ts'), 'utf8').replaceAll('../../../', '../');
  expect(readme).toContain(`\`\`\`ts\n${example}\`\`\``);

  const dir = mkdtempSync(join(tmpdir(), 'tramxa-readme-'));
  const standIn = createCouchStandIn({ path: [{ unit: '769', tier: 'district' }] });
  const hub = {
    hubUrl: 'http://stand-in', user: 'u', password: 'p',
    // A hub says what it holds as soon as it holds it.
    fetch: (async (...args) => { const answer = await standIn.fetch(...args); standIn.publishReceipts(); return answer; }) as typeof fetch,
  };
  const place = (device: string) => ({ file: join(dir, `${device}.db`), key: randomBytes(32), unit: '25001', device });
  expect(await writeNote(place('pc1'), hub, 'one')).toMatchObject({ pushed: 1, pulled: 0, denied: 0, notes: ['one'], proved: [{ unit: '769', tier: 'district', proved: true }] });
  const second = await writeNote(place('pc2'), hub, 'two');
  expect(second).toMatchObject({ pushed: 1, pulled: 1, denied: 0 });
  expect(second.notes.sort()).toEqual(['one', 'two']);
  rmSync(dir, { recursive: true, force: true });
});
