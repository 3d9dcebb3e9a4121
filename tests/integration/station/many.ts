import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openStationDatabase, type StationDatabase } from '../../../src-main/station/db/station-database.ts';
import type { StoredDocument } from '../../../store/index.ts';
import { atEnd, tempDir } from './world.ts';

/** People of a large commune, and the day it is there. */
export const PEOPLE = 30_000;
export const today = '2026-11-22';
/** Longer than this at a stretch, and a click would wait. */
export const AT_A_TIME_MS = 50;
const stored = (body: object): StoredDocument => ({ ...body, _rev: '1-a', _deleted: false, _meta: { lwt: 1 }, _attachments: {} }) as unknown as StoredDocument;

/** A station to be filled with documents as they are. */
export function stationOfMany(): { db: StationDatabase; commit(table: string, documents: object[]): void } {
  const db = openStationDatabase({ file: join(tempDir(), 'station.db'), key: randomBytes(32), identity: { unit: '25001', unitName: 'A', device: 'pc-test', instance: 'many', practice: false }, now: () => Date.parse(`${today}T05:00:00.000Z`), mustExist: false });
  atEnd(() => db.close());
  return { db, commit: (table, documents) => { for (let at = 0; at < documents.length; at += 2000) db.store.commit({ context: 'many', documents: documents.slice(at, at + 2000).map((body) => ({ table, document: stored(body) })) }); } };
}

/** What this thread computed; what else the machine does is not the question's. */
const ownMs = (): number => { const { user, system } = process.threadCpuUsage(); return (user + system) / 1000; };

/** How long it computes, and how long at a stretch at most. */
export async function timed<T>(ask: () => T | Promise<T>): Promise<{ answer: T; ms: number; longestMs: number }> {
  let [longestMs, isDone] = [0, false];
  const watch = (async () => { for (let last = ownMs(); !isDone; ) { await new Promise(setImmediate); const now = ownMs(); longestMs = Math.max(longestMs, now - last); last = now; } })();
  const begun = ownMs();
  const answer = await ask();
  const ms = ownMs() - begun;
  isDone = true;
  await watch;
  return { answer, ms, longestMs };
}

/** Asks twice: neither holds anybody up, the second time is quick, and the answers are the same. */
export async function askedTwice<T>(name: string, ask: () => T | Promise<T>, againMs: number): Promise<T> {
  const [first, again] = [await timed(ask), await timed(ask)];
  console.log(`${name}: first ${Math.round(first.ms)} ms, at most ${Math.round(first.longestMs)} ms at a time; again ${again.ms.toFixed(1)} ms, at most ${Math.round(again.longestMs)}`);
  expect(Math.max(first.longestMs, again.longestMs), name).toBeLessThan(AT_A_TIME_MS);
  expect(again.ms, name).toBeLessThan(againMs);
  expect(again.answer).toEqual(first.answer);
  return first.answer;
}
