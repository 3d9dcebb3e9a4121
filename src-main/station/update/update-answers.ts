import { createWriteStream, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { UpdateAnswer } from '../../../src-shared/contract/updates.ts';
import type { Person } from '../accounts/accounts.ts';
import { isFull } from '../backup/backup-problem.ts';
import type { Desk } from '../server/desk.ts';
import { plainHeaders } from '../server/page-headers.ts';
import type { OpenStation } from '../station.ts';
import { StationProblem } from '../station-problem.ts';
import type { UpdateWorker } from './create-update-worker.ts';

/** A program is nowhere near so large. */
const mostBytes = 1_000_000_000;
/** Of a copy of the data that was not made. */
const ofCopies = new Set(['DiskFull', 'NotWritable', 'NoSuchDirectory', 'Corrupt']);

/** How versions stand after the work; why it was not done is a refusal. The head alone. */
export async function updateAnswer({ updates }: Pick<OpenStation, 'updates'>, person: Person, work: (updates: UpdateWorker) => unknown): Promise<UpdateAnswer> {
  try {
    if (person.role !== 'head') throw new StationProblem('RoleNotAllowed', 'only the head of the station brings a new version');
    await work(updates);
    return { ok: true, status: updates.status() };
  } catch (error) {
    if (isFull(error)) return { ok: false, refusals: [{ code: 'UpdateDiskFull' }] };
    if (!(error instanceof StationProblem)) throw error;
    return { ok: false, refusals: [{ code: ofCopies.has(error.code) ? `Backup${error.code}` : error.code, ...error.facts }] };
  }
}

/** `POST /update/file`: an update file from a stick, looked at as soon as it is whole. */
export async function takeUpdateFile(desk: Desk, request: IncomingMessage, response: ServerResponse, pass: string | undefined): Promise<void> {
  const person = pass === undefined ? undefined : desk.sessions.person(pass);
  const open = desk.station.open();
  const say = (status: number, content: UpdateAnswer): void => { response.writeHead(status, { ...plainHeaders, 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(content)); };
  if (!person || !open) { say(401, { ok: false, refusals: [{ code: 'SignedOut' }] }); return; }
  say(200, await updateAnswer(open, person, async (updates) => {
    const file = updates.incomingFile();
    let bytes = 0;
    try {
      await pipeline(request, async function* (source: AsyncIterable<Buffer>) {
        for await (const piece of source) {
          bytes += piece.length;
          if (bytes > mostBytes) throw new StationProblem('NotAnUpdate', 'this file is too large to be an update');
          yield piece;
        }
      }, createWriteStream(file, { mode: 0o600 }));
    } catch (error) {
      rmSync(file, { force: true });
      throw error;
    }
    await updates.offer(file);
  }));
}
