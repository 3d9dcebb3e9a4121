import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openHubBook } from '../../../../src-hub/provisioning/hub-book.ts';
import type { HubBook } from '../../../../src-hub/provisioning/hub-book.ts';
import { createSignIn } from '../../../../src-hub/public/sign-in.ts';

let dir: string, book: HubBook;
beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'tramxa-contact-')); book = openHubBook(dir, Buffer.alloc(32, 7), Date.now); });
afterEach(() => { book.close(); rmSync(dir, { recursive: true, force: true }); });

it('[REV62] what a station says of itself is kept once a while, and at once when nothing waits there any more', () => {
  let at = 1_800_000_000_000;
  const { contact } = createSignIn(book, () => at);
  const say = (waiting: number) => contact({ kind: 'device', user: '25001.pc1', unit: '25001', device: 'pc1' }, `1.2.3; waiting=${waiting}`);
  const kept = () => book.sql.get<{ waiting: number }>('SELECT waiting FROM stationWords WHERE user = ?', '25001.pc1')?.waiting;
  say(24);
  expect(kept()).toBe(24);
  say(12);
  expect(kept()).toBe(24);
  say(0);
  expect(kept()).toBe(0);
  at -= 48 * 3600_000;
  say(3);
  expect(kept()).toBe(3);
});
