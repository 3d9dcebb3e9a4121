import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nouns } from '../../../src-main/cli/nouns.ts';
import type { Verb } from '../../../src-main/cli/verb.ts';

const root = join(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const runbooks = readdirSync(join(root, 'docs/runbooks')).map((name) => `docs/runbooks/${name}`);
const files = ['README.md', 'docs/scale.md', ...runbooks, ...['compose.yml', 'back-up.sh', 'tramxa-hub.service'].map((name) => `installers/hub/${name}`)];

/** Everything after `tramxa` (or the path of the command) up to the end of the line, of the code, or of this command. */
const writtenIn = (text: string): string[] => [...text.matchAll(/(?:\btramxa(?:\.js)?\}?) +((?:hub|station|demo|bench)\b[^`\n#;|]*)/g)].map(([, command = '']) => command.trim().replace(/ &.*$/, ''));
/** As in a `command: [...]` of the compose file. */
const listedIn = (text: string): string[] => [...text.matchAll(/command: (\[.*\])$/gm)].map(([, list = '[]']) => JSON.parse(list) as string[]).filter(([first]) => first === 'hub').map((words) => words.join(' '));
const verbOf = (command: string): Verb | undefined => nouns.filter(({ name }) => `${command} `.startsWith(`${name} `)).sort((a, b) => b.name.length - a.name.length)[0];

describe('commands that are written down', () => {
  it('[TOO41] in the README, the runbooks and the files of a hub name verbs and options that there are', () => {
    let count = 0;
    for (const file of files) {
      for (const command of [...writtenIn(read(file)), ...listedIn(read(file))]) {
        count += 1;
        const verb = verbOf(command);
        expect(verb?.name, `${file}: ${command}`).toBeDefined();
        const known = new Set([...Object.keys(verb?.options ?? {}), 'json', 'help']);
        for (const [, option = ''] of command.matchAll(/(?:^|\s)--([a-z][a-z-]*)/g)) expect(known, `${file}: ${command}`).toContain(option);
      }
    }
    // Fewer would mean that they are no longer found.
    expect(count).toBeGreaterThan(60);
  });

  it('[TOO41] a verb or an option that is not there is found', () => {
    expect(writtenIn('`npx tramxa hub serve --dir D`, then `sudo npx tramxa hub device add --dir D & x`')).toEqual(['hub serve --dir D', 'hub device add --dir D']);
    expect([verbOf('hub swerve --dir D'), verbOf('hub device add --dir D')?.name, Object.keys(verbOf('hub backup')?.options ?? {}).includes('with-key')]).toEqual([undefined, 'hub device add', true]);
  });
});
