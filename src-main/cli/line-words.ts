import type { RefusedLine } from './load-lines.ts';

/** What is wrong with a line that never came to an operation. */
const words: Readonly<Record<string, string>> = {
  MalformedJson: 'is not one whole JSON object: a quote, comma or bracket is missing, or the object goes on on the next line',
  NotAnObject: 'is JSON, but not an object {"operation":"…","input":{…}}',
  OperationMissing: 'names no operation: "operation" is missing or not a text',
  InputMissing: 'has no "input"',
  InvalidKey: 'has a "key" that is not a text of 1 to 200 characters',
  NotUtf8: 'is not UTF-8 text; save the file as UTF-8',
  LineTooLong: 'is too long',
  UnknownOperation: 'names an operation that does not exist (tramxa station schema lists them)',
};

/** One refused line for whoever reads the terminal: its number, what is wrong, and the code to look it up by. */
export function lineWords({ line, key: _key, operation, code, more, ...facts }: RefusedLine): string {
  const said = words[code] ?? (code === 'UnknownField' && operation === undefined ? 'has a field that is neither key, operation nor input' : `was refused${operation === undefined ? '' : ` (${operation})`}`);
  const told = Object.entries(facts).filter(([, value]) => value !== undefined).map(([name, value]) => `${name} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`);
  const others = Array.isArray(more) && more.length > 0 ? `, and ${more.length} more` : '';
  return `line ${line} ${said}: ${[code, ...told].join(', ')}${others}`;
}
