import { expect, it } from 'vitest';
import { ownRound } from '../../../../src-hub/operations/own-round.ts';

it('[HSP10] what comes at one moment has each a round of its own', async () => {
  let round = 0;
  let isOver = false;
  const count = () => { round += 1; if (!isOver) setImmediate(count); };
  setImmediate(count);
  const rounds = await Promise.all(Array.from({ length: 5 }, async () => { await ownRound(); return round; }));
  isOver = true;
  expect(new Set(rounds).size).toBe(5);
});
