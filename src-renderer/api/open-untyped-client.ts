import { createTRPCUntypedClient, httpLink, splitLink, wsLink, type TRPCWebSocketClient } from '@trpc/client';
import type { AnyTRPCRouter } from '@trpc/server';
import { answerWithinMs } from './answer-within-ms.ts';
import { Fault, errorToFault } from './fault.ts';

export interface UntypedClient {
  query(path: string, input?: unknown): Promise<unknown>;
  mutation(path: string, input?: unknown): Promise<unknown>;
  subscription(path: string, input: unknown, on: { onData(data: unknown): void; onError(error: unknown): void }): { unsubscribe(): void };
}

/** A tRPC client that knows no router: the station's and the hub's own interfaces are put around it. */
export function openUntypedClient(url: string, socket?: TRPCWebSocketClient, headers: () => Record<string, string> = () => ({})): UntypedClient {
  const http = httpLink<AnyTRPCRouter>({ url, fetch: fetchInTime, headers });
  const client = createTRPCUntypedClient<AnyTRPCRouter>({
    links: [socket ? splitLink({ condition: (op) => op.type === 'subscription', true: wsLink<AnyTRPCRouter>({ client: socket }), false: http }) : http],
  });
  const orFault = (answer: Promise<unknown>) => answer.catch((error: unknown): never => { throw errorToFault(error); });
  return {
    query: (path, input) => orFault(client.query(path, input)),
    mutation: (path, input) => orFault(client.mutation(path, input)),
    subscription: (path, input, on) => client.subscription(path, input, on),
  };
}

async function fetchInTime(input: RequestInfo | URL | string, init?: RequestInit): Promise<Response> {
  const late = AbortSignal.timeout(answerWithinMs(input instanceof Request ? input.url : String(input)));
  const signal = init?.signal ? AbortSignal.any([init.signal, late]) : late;
  try {
    return await fetch(input, { ...init, signal, credentials: 'same-origin' });
  } catch {
    throw new Fault('unreachable');
  }
}
