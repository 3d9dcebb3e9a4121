import type { Page } from '@playwright/test';
import type { QueryAnswer, QueryName } from '../../../src-shared/contract/queries.ts';

type Changes = { [N in QueryName]?: (answer: QueryAnswer<N>) => QueryAnswer<N> };
interface Asked { id?: number; params?: { path?: string; input?: { query?: QueryName } } }
interface Told { id?: number; result?: { type?: string; data?: unknown } }

/** Lets a page opened from now on see a state no test can bring about quickly: what a live query answers is changed on the way to the page. */
export async function changeAnswers(page: Page, changes: Changes): Promise<void> {
  await page.routeWebSocket(/\/trpc/, (socket) => {
    const queries = new Map<number, QueryName>();
    const station = socket.connectToServer();
    socket.onMessage((message) => {
      for (const asked of inMessage<Asked>(message)) if (asked.id !== undefined && asked.params?.input?.query) queries.set(asked.id, asked.params.input.query);
      station.send(message);
    });
    station.onMessage((message) => {
      const told = inMessage<Told>(message).map((one) => {
        const query = one.id === undefined ? undefined : queries.get(one.id);
        const change = query && changes[query] as ((answer: unknown) => unknown) | undefined;
        return change && one.result?.data !== undefined ? { ...one, result: { ...one.result, data: change(one.result.data) } } : one;
      });
      if (told.length === 0) socket.send(message);
      for (const one of told) socket.send(JSON.stringify(one));
    });
  });
}

/** One message or several of them; none where it is no message but a sign of life. */
function inMessage<T>(message: string | Buffer): T[] {
  try {
    const read = JSON.parse(String(message)) as T | T[];
    return Array.isArray(read) ? read : [read];
  } catch { return []; }
}
