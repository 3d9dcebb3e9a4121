import { expect, it } from 'vitest';
import { revisionsOfTree } from '../../../../src-hub/engine/embedded/revision-tree.ts';

it('[HUB5] a revision tree knows every revision of every branch, bodies gone or not', () => {
  const gone = { status: 'missing' } as const, here = { status: 'available' } as const;
  const known = revisionsOfTree([{ pos: 1, ids: ['a', gone, [['b', here, []], ['c', gone, [['d', here, []]]]]] }, { pos: 5, ids: ['z', here, []] }]);
  expect([...known].sort()).toEqual(['1-a', '2-b', '2-c', '3-d', '5-z']);
});
