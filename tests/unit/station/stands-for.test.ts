import { expect, it } from 'vitest';
import { standsFor } from '../../../src-main/station/db/stands-for.ts';

/** `b>c` is a record marked as another, `b!` one that is struck out. */
const mains = (...records: string[]) => {
  const written = new Map(records.map((said) => { const [, id = '', voided, sameAs] = /^(\w)(!?)(?:>(\w))?$/.exec(said) ?? []; return [id, { ...(sameAs ? { sameAs } : {}), ...(voided ? { voided: true as const } : {}) }]; }));
  return [...written.keys()].map((id) => `${id}${standsFor(id, (one) => written.get(one))}`).join(' ');
};

it('[PAT34] over several links the last record stands, in a circle the smallest id', () => {
  expect(mains('a', 'b>a', 'c>a')).toBe('aa ba ca');
  expect(mains('a>b', 'b>c', 'c')).toBe('ac bc cc');
  expect(mains('b>a', 'a>b')).toBe('ba aa');
  expect(mains('c>a', 'a>b', 'b>c', 'd>c')).toBe('ca aa ba da');
});

it('[PAT34] before a record that is struck out the last one that is not, and one that has not come yet stands', () => {
  expect(mains('a>b', 'b!')).toBe('aa bb');
  expect(mains('a>b', 'b>c', 'c!')).toBe('ab bb cc');
  expect(mains('a!>b', 'b>a')).toBe('ab bb');
  expect(mains('a!>b', 'b!>a')).toBe('aa ba');
  expect(mains('a>z')).toBe('az');
});
