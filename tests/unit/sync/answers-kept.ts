import { getEventListeners } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createHubClient } from '../../../sync/index.ts';

/** Run with `--expose-gc`: says how many of 45 answers, and how many listeners of the exchange, are still there after the garbage was collected. */
const collectGarbage = (globalThis as { gc?: () => void }).gc;
if (!collectGarbage) throw new Error('run with --expose-gc');
const answers: WeakRef<Response>[] = [];
const exchange = new AbortController();
const client = createHubClient({
  hubUrl: 'http://hub/', user: 'u', password: 'p',
  fetch: async () => {
    const answer = new Response(JSON.stringify({ results: 'x'.repeat(10_000) }), { headers: { 'set-cookie': 'AuthSession=x' } });
    answers.push(new WeakRef(answer));
    return answer;
  },
});
for (let n = 0; n < 50; n += 1) await client.request('/x', { signal: exchange.signal });
// The last ones may still be on the stack.
const kept = () => answers.slice(0, -5).filter((answer) => answer.deref() !== undefined).length;
for (let tries = 0; kept() > 0 && tries < 20; tries += 1) {
  await nextTurn();
  collectGarbage();
}
const listeners = getEventListeners(exchange.signal, 'abort').length;
exchange.abort();
const after = await client.request('/x', { signal: exchange.signal }).then(() => 'answered', () => 'refused');
process.stdout.write(JSON.stringify({ asked: answers.length >= 50, kept: kept(), listeners, after }));
