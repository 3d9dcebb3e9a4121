import { parseArgs } from 'node:util';
import { expect, it } from 'vitest';
import { parseProblem, withNegativeNumbers } from '../../../src-main/cli/parse-problem.ts';

const verb = { options: { wait: { type: 'string' }, live: { type: 'boolean' } } } as const;
const read = (...args: string[]) => parseArgs({ args: withNegativeNumbers(args, verb), options: verb.options, allowPositionals: true, strict: true });
const said = (...args: string[]): string => { try { read(...args); return ''; } catch (error) { return parseProblem(error); } };

it('[CLI15] a number below nothing is a value, not an option', () => {
  expect(read('--wait', '-5').values).toEqual({ wait: '-5' });
  expect(read('--wait', '-0.5', 'file').positionals).toEqual(['file']);
});

it.each([
  [['--wait', '--live'], '--wait wants a value'], [['--wait', '-x'], '--wait wants a value'], [['--wait'], '--wait wants a value'], [['--live=5'], '--live takes no value'], [['--wat', '5'], 'there is no option --wat'], [['-z'], 'there is no option -z'],
])('[CLI15] %j is told in a sentence of ours', (args, sentence) => { expect(said(...args)).toBe(sentence); });
