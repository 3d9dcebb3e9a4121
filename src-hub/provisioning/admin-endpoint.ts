import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { nameOfFault } from '../public/name-of-fault.ts';
import type { Log } from '../public/call.ts';
import { ADMIN_PATH } from './ask-hub.ts';
import { isCommand, runCommand } from './commands.ts';
import { HubProblem } from './hub-problem.ts';
import type { WorkPlace } from './work-place.ts';

const MAX_BYTES = 64 * 1024;

function isToken(request: IncomingMessage, token: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function answer(response: ServerResponse, status: number, body: unknown): true {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  return true;
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = '';
  request.setEncoding('utf8');
  for await (const piece of request) {
    text += piece as string;
    if (text.length > MAX_BYTES) throw new HubProblem('BadInput', 'too long');
  }
  return text;
}

/** The way in for `tramxa hub …` while the hub serves: who can read `runtime.json` owns the directory anyway. */
export function adminEndpoint(place: WorkPlace, token: string, log: Log) {
  return async (request: IncomingMessage, response: ServerResponse, path: string): Promise<boolean> => {
    if (path !== ADMIN_PATH) return false;
    if (request.method !== 'POST' || request.headers.origin !== undefined || !isToken(request, token)) return answer(response, 401, { error: 'Unauthorized', reason: 'not for you' });
    let asked: string | undefined;
    try {
      const { command, input } = JSON.parse(await readText(request)) as { command?: unknown; input?: unknown };
      if (!isCommand(command)) throw new HubProblem('NoSuchCommand', 'no such command');
      asked = command;
      return answer(response, 200, { value: await runCommand(place, command, input) });
    } catch (error) {
      if (error instanceof HubProblem) return answer(response, 400, { error: error.code, reason: error.message });
      log('fault', { kind: nameOfFault(error), command: asked });
      return answer(response, 500, { error: 'HubFault', reason: 'something broke' });
    }
  };
}
