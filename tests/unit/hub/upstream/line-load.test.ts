import { expect, it } from 'vitest';
import { createLineLoad } from '../../../../src-hub/upstream/line-load.ts';
import { createParentClient } from '../../../../src-hub/upstream/parent-client.ts';

function aLoad() {
  const clock = { now: 0 };
  return { clock, load: createLineLoad(() => clock.now) };
}

it('[UPL7] on an idle line nobody is waited for longer; while a body goes up, for as long as it takes', () => {
  const { clock, load } = aLoad();
  expect(load.leftMs(0, 8000)).toBe(8000);
  clock.now = 9000;
  expect(load.leftMs(0, 8000)).toBe(-1000);
  // Of a line not known yet 4 KiB a second are assumed.
  const upload = load.begin(40_960);
  expect(load.leftMs(0, 8000)).toBe(9000);
  clock.now = 29_000;
  upload.heard();
  upload.end();
  expect(load.leftMs(0, 8000)).toBe(-21_000);
  // Twenty seconds for it: no less than the least is believed of the line.
  const next = load.begin(4096);
  expect(load.leftMs(29_000, 8000)).toBe(9000);
  next.end();
  expect(load.leftMs(29_000, 8000)).toBe(8000);
});

it('[UPL7] on a quick line a large body is not waited for much longer; an answer that keeps coming is; nothing for ever', () => {
  const { clock, load } = aLoad();
  const first = load.begin(100_000);
  clock.now = 100;
  first.heard();
  first.end();
  load.begin(1_000_000);
  expect(load.leftMs(100, 8000)).toBe(9000);
  const answer = load.begin(0);
  clock.now = 7000;
  answer.heard();
  expect(load.leftMs(100, 8000)).toBe(9000);
  answer.end();
  expect(load.leftMs(100, 8000)).toBe(2100);
  load.begin(100_000_000_000);
  clock.now = 600_100;
  expect(load.leftMs(100, 8000)).toBe(0);
});

it('[UPL7] a poll behind an upload is not given up, and one on an idle line is', async () => {
  const load = createLineLoad();
  const upload = load.begin(1024 * 1024);
  const ended: string[] = [];
  const send: typeof fetch = (_, init) => new Promise((_resolve, reject) => { init?.signal?.addEventListener('abort', () => { ended.push('given up'); reject(init.signal?.reason as Error); }); });
  const ask = createParentClient({ url: 'http://parent', user: 'u', password: 'p' }, (input, init) => (String(input).endsWith('_session') ? Promise.resolve(new Response('{}', { headers: { 'set-cookie': 'AuthSession=x' } })) : send(input, init)), load);
  const polled = ask('GET', '/_db_updates', { signal: new AbortController().signal, timeoutMs: 100 }).catch((error: unknown) => error);
  await new Promise((resolve) => { setTimeout(resolve, 400); });
  expect(ended).toEqual([]);
  upload.end();
  expect(await polled).toMatchObject({ kind: 'away', message: 'no answer in time' });
  expect(ended).toEqual(['given up']);
});
