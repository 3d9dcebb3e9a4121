import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LanAnswer, LanCommand } from '../../../src-shared/contract/lan.ts';
import type { Person } from '../accounts/accounts.ts';
import type { Desk } from '../server/desk.ts';
import { plainHeaders } from '../server/page-headers.ts';
import { readJsonBody } from '../server/read-json-body.ts';
import type { LanWorker } from './create-lan-worker.ts';
import { readLanCommand } from './read-lan-command.ts';

const mostBytes = 10_000;

/** Only the head decides which PCs belong together. */
export const runLanCommand = async (lan: LanWorker, person: Person, command: LanCommand): Promise<LanAnswer> =>
  person.role === 'head' ? lan.run(command) : { ok: false, refusals: [{ code: 'RoleNotAllowed' }] };

/** `POST /lan` of the page: one command, of a signed-in head. */
export async function handleLan(desk: Desk, request: IncomingMessage, response: ServerResponse, pass: string | undefined): Promise<void> {
  const answer = (status: number, content: LanAnswer) => { response.writeHead(status, { ...plainHeaders, 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(content)); };
  const person = pass === undefined ? undefined : desk.sessions.person(pass);
  const open = desk.station.open();
  if (!person || !open) { answer(401, { ok: false, refusals: [{ code: 'SignedOut' }] }); return; }
  const command = readLanCommand(request.method === 'POST' ? await readJsonBody(request, mostBytes) : undefined);
  if (!command.ok) { answer(400, command); return; }
  answer(200, await runLanCommand(open.lan, person, command.command));
}
