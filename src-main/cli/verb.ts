import type { ParseArgsOptionsConfig } from 'node:util';

export interface Arguments {
  /** Options by name; `text` and `flag` read them typed. */
  text(name: string): string | undefined;
  /** @throws UsageError when missing. */
  need(name: string): string;
  flag(name: string): boolean;
  positionals: readonly string[];
  /** Prints the one answer: an object with `--json`, lines of text without. */
  answer(json: unknown, lines: readonly string[]): void;
  /** Messages for people; never on stdout. */
  say(message: string): void;
  json: boolean;
}

/** One verb of the command: `tramxa NOUN VERB`. */
export interface Verb {
  readonly name: string;
  readonly summary: string;
  /** Everything after `tramxa NOUN VERB`. */
  readonly usage: string;
  /** One line per option, shown by `--help`. */
  readonly help: readonly string[];
  readonly options: ParseArgsOptionsConfig;
  readonly positionals?: { min: number; max: number };
  /** Answers the exit code where it is not 0. */
  run(args: Arguments): Promise<number | void>;
}

/** The command was called wrongly: exit 2. */
export class UsageError extends Error {}
