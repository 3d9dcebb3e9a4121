import type { Verb } from './verb.ts';

/** `--wait -5` as `--wait=-5`: a number below nothing is for the verb to refuse, not an option of its own. */
export function withNegativeNumbers(words: readonly string[], { options }: Pick<Verb, 'options'>): string[] {
  return words.flatMap((word, at) => {
    const takesNext = (option: string | undefined) => option?.startsWith('--') === true && options[option.slice(2)]?.type === 'string';
    if (takesNext(word) && isNegativeNumber(words[at + 1])) return [`${word}=${words[at + 1] ?? ''}`];
    return isNegativeNumber(word) && takesNext(words[at - 1]) ? [] : [word];
  });
}

const isNegativeNumber = (word: string | undefined): boolean => word !== undefined && /^-\d/.test(word);

/** What Node's reader of arguments found wrong, in a sentence of ours. */
export function parseProblem(error: unknown): string {
  const { code, message } = error instanceof Error ? error as Error & { code?: unknown } : { code: undefined, message: String(error) };
  const option = /'(?:-\w, )?(--?[^\s'=<]+)/.exec(message)?.[1];
  if (option === undefined) return message;
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION': return `there is no option ${option}`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE': return /does not take/.test(message) ? `${option} takes no value` : `${option} wants a value`;
    default: return message;
  }
}
