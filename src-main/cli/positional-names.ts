import type { Verb } from './verb.ts';

/** What the usage calls the words that must stand without an option, in their order: `FILE`. */
export function positionalNames({ usage, options }: Pick<Verb, 'usage' | 'options'>): string[] {
  const words = usage.replace(/\[[^[\]]*\]/g, '').split(/\s+/).filter((word) => word !== '');
  return words.filter((word, at) => !word.startsWith('--') && options[words[at - 1]?.replace(/^--/, '') ?? '']?.type !== 'string');
}
