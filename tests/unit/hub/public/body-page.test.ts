import { expect, it } from 'vitest';
import { createBodyPage } from '../../../../src-hub/public/handlers/body-page.ts';

const MIB = 1024 * 1024;

it('[HUB89] reads ever more small documents at once, few large ones, and few at first', () => {
  const page = createBodyPage();
  const sizes = [page.size()];
  for (let n = 0; n < 4; n += 1) { page.read(page.size(), page.size() * 1500); sizes.push(page.size()); }
  expect(sizes).toEqual([8, 32, 128, 500, 500]);
  page.read(500, 500 * MIB / 8);
  expect(page.size()).toBe(32);
  page.read(32, 32 * 16 * MIB);
  expect(page.size()).toBe(8);
  page.read(0, 0);
  expect(page.size()).toBe(8);
});
