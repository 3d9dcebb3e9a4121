import { expect, it } from 'vitest';
import { createTurnstile } from '../../../../src-hub/public/turnstile.ts';

const settle = () => new Promise((resolve) => { setImmediate(resolve); });

it('[HSP5] lets so many in at once, each in turn, and whoever brings much stands behind those who bring little', async () => {
  const turnstile = createTurnstile(2);
  const entered: string[] = [];
  const leaves: (() => void)[] = [];
  const bring = (who: string) => { void turnstile.enter(who).then((leave) => { entered.push(who); leaves.push(leave); }); };
  for (const who of ['a', 'a', 'a', 'a', 'a', 'b', 'c', 'b']) bring(who);
  await settle();
  expect(entered).toEqual(['a', 'a']);
  for (let n = 0; n < 8; n += 1) { leaves[n]?.(); leaves[n]?.(); await settle(); }
  expect(entered).toEqual(['a', 'a', 'a', 'b', 'c', 'a', 'b', 'a']);
  bring('d');
  bring('e');
  bring('f');
  await settle();
  expect(entered.slice(8)).toEqual(['d', 'e']);
});
