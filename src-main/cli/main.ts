import { parseArgs } from 'node:util';
import { explain } from './explain.ts';
import { nearestName } from './nearest-name.ts';
import { nouns } from './nouns.ts';
import { parseProblem, withNegativeNumbers } from './parse-problem.ts';
import { positionalNames } from './positional-names.ts';
import { UsageError, type Arguments, type Verb } from './verb.ts';

/** Exit codes: 0 done, 1 failed (says why, nothing half-way), 2 wrong usage. */
export async function main(argv: readonly string[]): Promise<number> {
  const json = argv.includes('--json');
  let found: Found | undefined;
  try {
    found = findVerb(argv);
    if (!found) {
      const wantsHelp = argv.some((word) => word === '--help' || word === '-h');
      if (json && !wantsHelp) throw new UsageError(unknownVerb(argv)?.said ?? 'a verb is missing; --help lists them');
      (wantsHelp ? process.stdout : process.stderr).write(overview(argv));
      return wantsHelp ? 0 : 2;
    }
    const { verb, path, rest } = found;
    if (rest.includes('--help') || rest.includes('-h')) {
      process.stdout.write(verbHelp(path, verb));
      return 0;
    }
    return (await verb.run(parse(verb, rest))) ?? 0;
  } catch (error) {
    const { code, message, exit, facts } = explain(error);
    if (json) process.stdout.write(`${JSON.stringify({ error: { code, message, ...facts } })}\n`);
    process.stderr.write(`tramxa: ${message}\n`);
    if (exit === 2 && found) process.stderr.write(`usage: tramxa ${found.path} ${found.verb.usage}\n`);
    return exit;
  }
}

interface Found { verb: Verb; /** `station account add`. */ path: string; rest: string[] }

function findVerb(argv: readonly string[]): Found | undefined {
  for (const words of [3, 2, 1]) {
    const path = argv.slice(0, words).join(' ');
    const verb = nouns.find((candidate) => candidate.name === path);
    if (verb) return { verb, path, rest: argv.slice(words) };
  }
  return undefined;
}

function parse(verb: Verb, rest: string[]): Arguments {
  let parsed;
  try {
    parsed = parseArgs({ args: withNegativeNumbers(rest, verb), options: { ...verb.options, json: { type: 'boolean' } }, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(parseProblem(error));
  }
  const positionals = parsed.positionals;
  const values: Readonly<Record<string, unknown>> = parsed.values;
  const { min, max } = verb.positionals ?? { min: 0, max: 0 };
  if (positionals.length < min) throw new UsageError(`${positionalNames(verb)[positionals.length] ?? 'an argument'} is missing`);
  if (positionals.length > max) throw new UsageError(`too many arguments: ${positionals[max]}`);
  const json = values.json === true;
  const text = (name: string) => { const value = values[name]; return typeof value === 'string' ? value : undefined; };
  return {
    text,
    need(name) {
      const value = text(name);
      if (value === undefined || value === '') throw new UsageError(`--${name} is missing`);
      return value;
    },
    flag: (name) => values[name] === true,
    positionals, json,
    answer(object, lines) {
      process.stdout.write(json ? `${JSON.stringify(object)}\n` : lines.map((line) => `${line}\n`).join(''));
    },
    say: (message) => { process.stderr.write(`${message}\n`); },
  };
}

/** The words before the first option, as far as they may name a verb. */
function namingWords(argv: readonly string[]): readonly string[] {
  const options = argv.findIndex((word) => word.startsWith('-'));
  return argv.slice(0, options < 0 ? 3 : Math.min(options, 3));
}

/** What is said of a noun or a verb there is not; the words whose --help lists what there is. */
function unknownVerb(argv: readonly string[]): { said: string; above: string } | undefined {
  const words = namingWords(argv);
  // Up to the first word that leads nowhere; what follows it may be anything.
  const unknown = words.map((_, index) => words.slice(0, index + 1).join(' ')).find((path) => !nouns.some(({ name }) => isOrBegins(name, path)));
  if (unknown === undefined) return undefined;
  const [noun = ''] = words;
  const near = nearestName(words, nouns.map(({ name }) => name));
  const what = unknown === noun ? JSON.stringify(noun) : `verb ${JSON.stringify(unknown.slice(noun.length + 1))} of ${noun}`;
  return { said: `there is no ${what}${near === undefined ? '' : `; "tramxa ${near}" may be meant`}`, above: unknown === noun ? '' : ` ${noun}` };
}

function overview(argv: readonly string[]): string {
  const words = namingWords(argv);
  const usage = 'usage: tramxa NOUN VERB [options]      (--help after a verb says more)\n';
  const unknown = unknownVerb(argv);
  // Few lines: a list would push the reason out of the window.
  if (unknown) return `tramxa: ${unknown.said}\n${usage}"tramxa${unknown.above} --help" lists what there is\n`;
  const listed = nouns.filter(({ name }) => words.length === 0 || isOrBegins(name, words.join(' ')));
  const width = Math.max(...listed.map(({ name }) => name.length));
  return `${usage}\n${listed.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}\n`).join('')}`;
}

const isOrBegins = (name: string, path: string): boolean => name === path || name.startsWith(`${path} `);

const verbHelp = (path: string, verb: Verb): string =>
  `tramxa ${path} ${verb.usage}\n\n${verb.summary}\n${verb.help.length > 0 ? `\n${verb.help.map((line) => `  ${line}\n`).join('')}` : ''}  --json   print one JSON object on stdout\n`;
