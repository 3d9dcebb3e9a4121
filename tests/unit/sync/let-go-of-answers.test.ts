import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { getEventListeners } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createHubClient } from '../../../sync/index.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

it('[DUR10] what a request brought is let go of when it is answered, however long the exchange it belongs to goes on', async () => {
  const answers: WeakRef<Response>[] = [];
  const exchange = new AbortController();
  const client = createHubClient({
    hubUrl: 'http://hub/', user: 'u', password: 'p',
    fetch: async () => {
      const answer = new Response(JSON.stringify({ results: 'x'.repeat(10_000) }));
      answers.push(new WeakRef(answer));
      return answer;
    },
  });
  for (let n = 0; n < 50; n += 1) await client.request('/x', { signal: exchange.signal });
  const kept = () => answers.slice(0, -5).filter((answer) => answer.deref() !== undefined).length;
  for (let tries = 0; kept() > 0 && tries < 20; tries += 1) {
    await nextTurn();
    collectGarbage();
  }
  expect([kept(), getEventListeners(exchange.signal, 'abort').length]).toEqual([0, 0]);
  exchange.abort();
  await expect(client.request('/x', { signal: exchange.signal })).rejects.toThrow();
});
