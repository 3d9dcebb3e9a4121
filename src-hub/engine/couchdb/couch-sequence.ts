import type { Sequence } from '../engine.ts';

/**
 * A sequence of CouchDB (`<n>-<opaque>`) as the hub's: `<n>-<founding>~<opaque>`. The founding tells a database from one made
 * anew under its name; the number is CouchDB's own sum over its shards, for people and for comparing a database with a copy of itself.
 */
export function toSequence(couchs: string | number, founding: string): Sequence {
  const [number = '0', ...opaque] = String(couchs).split('-');
  return `${number}-${founding}${opaque.length ? `~${opaque.join('-')}` : ''}`;
}

/** What CouchDB is to be asked with; `undefined` where the sequence is of another founding. */
export function fromSequence(sequence: Sequence, founding: string): string | undefined {
  if (sequence === '' || sequence === '0') return '0';
  const match = /^(\d{1,15})-([^~]*)(?:~(.*))?$/.exec(sequence);
  if (!match || match[2] !== founding) return undefined;
  return match[3] === undefined ? match[1] : `${match[1]}-${match[3]}`;
}
