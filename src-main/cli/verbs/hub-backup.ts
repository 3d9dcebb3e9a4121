import { resolve } from 'node:path';
import type { Verb } from '../verb.ts';

const toMegabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

export const hubBackup: Verb = {
  name: 'hub backup',
  summary: 'copies a hub into a new folder while it serves; the copy is encrypted and is a hub\'s directory again',
  usage: '--dir D --out FOLDER [--with-key]',
  help: ['--dir D              directory of the hub', '--out FOLDER         the copy; must not exist yet, best on another machine', '--with-key           puts hub.key into the copy: whoever has the folder can then read it'],
  options: { dir: { type: 'string' }, out: { type: 'string' }, 'with-key': { type: 'boolean' } },
  async run(args) {
    const { backUpHub } = await import('../../../src-hub/main.ts');
    const made = await backUpHub({ dir: args.need('dir'), out: resolve(args.need('out')), withKey: args.flag('with-key') });
    args.answer(made, [
      `${made.databases} databases and the hub's book copied to ${made.out}, ${toMegabytes(made.bytes)} MB`,
      ...(made.onCouchdb ? ['the records themselves are on the CouchDB: copy it too (installers/hub/back-up.sh)'] : []),
      ...(made.withKey ? [] : ['hub.key is not in it: without that file nobody can open the copy, so keep it once in another place']),
    ]);
  },
};
