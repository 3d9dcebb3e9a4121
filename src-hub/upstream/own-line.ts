import { Agent as PlainAgent, request as askPlainly } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { Agent as TlsAgent, request as askByTls } from 'node:https';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { createLineLoad } from './line-load.ts';
import type { LineLoad, Transfer } from './line-load.ts';

const unpack = promisify(gunzip);

/** Connections to the parent that are this hub's own to cut. */
export interface OwnLine {
  /** As the platform's, for what `createParentClient` asks of it. */
  fetch: typeof fetch;
  /** Ends every connection, idle ones too: where one fell silent the others are no better, and each would be found out in its turn. */
  cut(): void;
  readonly load: LineLoad;
}

interface Asked { method?: string; headers?: Record<string, string>; body?: Uint8Array; signal?: AbortSignal }

/** Behind a proxy where the environment asks Node to use it, as `fetch` would be. */
const options = () => ({ keepAlive: true, ...(process.env['NODE_USE_ENV_PROXY'] === '1' ? { proxyEnv: process.env } : {}) });

async function toResponse(answer: IncomingMessage, { heard }: Transfer): Promise<Response> {
  heard();
  const { statusCode: status = 500 } = answer;
  if (status >= 300 && status < 400 && status !== 304) { answer.destroy(); throw new Error(`sent elsewhere (${status})`); }
  const pieces: Buffer[] = [];
  for await (const piece of answer) {
    heard();
    pieces.push(piece as Buffer);
  }
  const bytes = Buffer.concat(pieces);
  const headers = new Headers();
  for (const [name, values] of Object.entries(answer.headersDistinct)) for (const value of values ?? []) headers.append(name, value);
  const text = headers.get('content-encoding') === 'gzip' ? await unpack(bytes) : bytes;
  return new Response(text.length ? new Uint8Array(text) : null, { status, headers });
}

export function createOwnLine(): OwnLine {
  const load = createLineLoad();
  let agents = { 'http:': new PlainAgent(options()), 'https:': new TlsAgent(options()) };

  function open(url: URL, { method, headers, body, signal }: Asked): Promise<{ answer: IncomingMessage } | { broken: Error; wasReused: boolean }> {
    return new Promise((resolve) => {
      const asked = { method, headers: { ...headers, 'accept-encoding': 'gzip', ...(body ? { 'content-length': body.length } : {}) }, ...(signal ? { signal } : {}) };
      const request: ClientRequest = url.protocol === 'https:' ? askByTls(url, { ...asked, agent: agents['https:'] }) : askPlainly(url, { ...asked, agent: agents['http:'] });
      request.once('response', (answer) => { resolve({ answer }); });
      request.on('error', (broken) => { resolve({ broken, wasReused: request.reusedSocket }); });
      request.end(body);
    });
  }

  async function ask(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
    const asked = init as Asked;
    const url = new URL(String(input));
    const transfer = load.begin(asked.body?.length ?? 0);
    try {
      let opened = await open(url, asked);
      // The parent closed a kept connection at this very moment: it has not heard the question.
      if ('broken' in opened && opened.wasReused && asked.signal?.aborted !== true) opened = await open(url, asked);
      if ('broken' in opened) throw opened.broken;
      return await toResponse(opened.answer, transfer);
    } catch (error) {
      throw asked.signal?.aborted === true ? asked.signal.reason : error;
    } finally {
      transfer.end();
    }
  }

  return {
    fetch: ask, load,
    cut() {
      for (const agent of Object.values(agents)) agent.destroy();
      agents = { 'http:': new PlainAgent(options()), 'https:': new TlsAgent(options()) };
    },
  };
}
