import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { StickAnswer } from '../../../src-shared/contract/stick.ts';
import type { Desk } from '../server/desk.ts';
import { plainHeaders } from '../server/page-headers.ts';
import { isFull } from '../backup/backup-problem.ts';
import { StationProblem } from '../station-problem.ts';
import { openStick, receiveAnswerFile } from './station-stick.ts';

/** A file from a stick larger than this is none of ours. */
const mostBytes = 4_000_000_000;

/** The page's way to a stick: a bundle as a download, an answer as an upload; of a signed-in person only. */
export interface StickDoor { handle(path: string, request: IncomingMessage, response: ServerResponse, pass: string | undefined): Promise<void> }

export function createStickDoor(desk: Desk): StickDoor {
  let counter = 0;
  const json = (response: ServerResponse, status: number, content: StickAnswer): void => {
    response.writeHead(status, { ...plainHeaders, 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(content));
  };

  async function download(response: ServerResponse): Promise<void> {
    const { db } = desk.station.needOpen();
    const { header, bytes } = await openStick(db).make();
    response.writeHead(200, {
      ...plainHeaders, 'content-type': 'application/octet-stream', 'cache-control': 'no-store', 'x-tramxa-documents': String(header.documents),
      'content-disposition': `attachment; filename="${bundleName(header.from.user, db.clock.today())}"`,
    });
    await pipeline(Readable.from(bytes), response);
  }

  async function upload(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { db } = desk.station.needOpen();
    const file = join(desk.station.dir, `incoming-${process.pid}-${counter += 1}.tramxa`);
    try {
      await pipeline(request, atMost(mostBytes), createWriteStream(file, { mode: 0o600 }));
      const { already, madeAt, from, settled, denied, pulled, conflicts, waiting } = await receiveAnswerFile(db, file);
      json(response, 200, { ok: true, answer: { already, madeAt, from, settled, denied, pulled, conflicts, waiting } });
    } finally {
      await rm(file, { force: true });
    }
  }

  return {
    async handle(path, request, response, pass) {
      if (pass === undefined || !desk.sessions.person(pass) || !desk.station.open()) { json(response, 401, { ok: false, refusals: [{ code: 'SignedOut' }] }); return; }
      if (request.method !== 'POST') { json(response, 405, { ok: false, refusals: [{ code: 'NotAllowed' }] }); return; }
      try {
        if (path === '/stick/bundle') await download(response);
        else if (path === '/stick/answer') await upload(request, response);
        else json(response, 404, { ok: false, refusals: [{ code: 'NotFound' }] });
      } catch (error) {
        // The page went away, or the browser's disk is full: the bundle does not count as made.
        if (response.headersSent) { response.destroy(); return; }
        const code = error instanceof StationProblem ? error.code : isFull(error) ? 'DiskFull' : undefined;
        if (code === undefined) throw error;
        json(response, 409, { ok: false, refusals: [{ code }] });
      }
    },
  };
}

/** `tramxa-25001-pc1-2026-11-22.tramxa`: told apart on a stick of several stations. */
const bundleName = (user: string, today: string): string => `tramxa-${user.replaceAll(/[^a-z0-9]+/gi, '-')}-${today}.tramxa`;

function atMost(bytes: number): Transform {
  let size = 0;
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      size += piece.length;
      if (size > bytes) done(new StationProblem('BundleForeign', 'this file is too large to be a bundle'));
      else done(null, piece);
    },
  });
}
