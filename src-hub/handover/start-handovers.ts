import { setImmediate as nextRound } from 'node:timers/promises';
import { createHybridClock } from '../../src-shared/domain/common/hybrid-clock.ts';
import { databaseName } from '../../src-shared/domain/collections.ts';
import { handover as handoverSchema, handoverAnswer } from '../../src-shared/domain/handover/handover.schema.ts';
import { todayInUnitZone } from '../../src-shared/domain/common/today-in-unit-zone.ts';
import { SLICE_MS } from '../operations/quiet-time.ts';
import { whoseUnit } from '../organisation/whose-unit.ts';
import { instantOf, type WorkPlace } from '../provisioning/work-place.ts';
import type { Log } from '../public/call.ts';
import type { LeafIndex } from '../receipts/leaf-index.ts';
import { composeAnswered, composeArriving, putTransfer, wasTakenIn } from './compose-transfer.ts';

const QUIET_MS = 300;
const LONGEST_MS = 10_000;
const TRY_AGAIN_MS = 5000;
const CLOCK = 'handoverClock';
/** Rows of what was left to others that are read at once. */
const LEFT_AT_ONCE = 200;
/** Databases not read since the start that are looked into between those that were written to. */
const UNREAD_AT_ONCE = 8;
const isHealth = (database: string): boolean => database.startsWith('health-');
interface Due { kind: 'handover' | 'answer'; unit: string; id: string }
/** In the order of what was left. */
const beforeAll: Due = { kind: 'answer', unit: '', id: '' };

export interface Handovers {
  /** The organisation data were read: who carries what may be another hub now. */
  orgChanged(): void;
  stop(): Promise<void>;
}

/**
 * Carries handovers: what a station says of a person it hands over goes, with the history, into the database of the station they come to, and the answer
 * back. Done by the lowest hub that both stations enter through; what is not for this hub to do (yet: the other station is not known here) is left aside, and looked at
 * again when a station comes, the organisation data change, and each day.
 */
export function startHandovers(place: WorkPlace, index: Pick<LeafIndex, 'catchUp'>, log: Log): Handovers {
  const { engine, book, config, now } = place;
  const last = book.setting(CLOCK);
  const clock = createHybridClock({ now, device: `hub-${config.unit}`, ...(last === undefined ? {} : { last }) });
  const touched = new Set<string>();
  // What came before this start may not have been read yet.
  const unread = new Set(engine.databases().filter(isHealth));
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  /** All that was left aside is looked at again where this is not today. */
  let lookedOn = '';
  const came = new Set<string>();

  /** The child hub both enter through does it, where there is one. */
  const isOurs = (a: string, b: string): boolean => {
    const today = todayInUnitZone(now());
    const [one, other] = [a, b].map((unit) => whoseUnit(book, config.unit, unit, today).children);
    return one !== undefined && other !== undefined && !one.some((child) => other.includes(child));
  };
  const done = ({ kind, unit, id }: Due) => { book.inTransaction((sql) => { for (const table of ['handoverDue', 'handoverLeft']) sql.run(`DELETE FROM ${table} WHERE kind = ? AND unit = ? AND id = ?`, kind, unit, id); }); };
  function leave({ kind, unit, id }: Due, other: string): void {
    // Mostly it was left before, and is not due: each day all of it is looked at.
    if (book.sql.get('SELECT 1 AS yes FROM handoverDue WHERE kind = ? AND unit = ? AND id = ?', kind, unit, id) === undefined) return;
    book.inTransaction((sql) => {
      sql.run('DELETE FROM handoverDue WHERE kind = ? AND unit = ? AND id = ?', kind, unit, id);
      sql.run('INSERT INTO handoverLeft (kind, unit, id, other) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET other = excluded.other', kind, unit, id, other);
    });
  }

  async function carry(due: Due): Promise<void> {
    const table = due.kind === 'handover' ? 'consoleHandovers' : 'consoleHandoverAnswers';
    const row = book.sql.get<{ body: string }>(`SELECT body FROM ${table} WHERE unit = ? AND id = ?`, due.unit, due.id);
    if (!row) { done(due); return; }
    const body: unknown = JSON.parse(row.body);
    const stamp = { at: instantOf(now()), version: () => { const version = clock.next(); book.setSetting(CLOCK, clock.last()); return version; } };
    if (due.kind === 'handover') {
      const handover = handoverSchema.parse(body);
      if (!engine.has(databaseName('health', handover.toUnit)) || !isOurs(due.unit, handover.toUnit)) { leave(due, handover.toUnit); return; }
      // Taken off the list first: what comes meanwhile puts it there again.
      done(due);
      await putTransfer(place, handover.toUnit, await composeArriving(place, due.unit, handover), stamp, wasTakenIn(book.sql, handover)).catch((error: unknown) => { again(due); throw error; });
      return;
    }
    const answer = handoverAnswer.parse(body);
    const asked = book.sql.get<{ toUnit: string }>('SELECT toUnit FROM consoleHandovers WHERE unit = ? AND id = ?', answer.fromUnit, answer.transferId.replace(/^transfer:/, 'handovers:'));
    // Nobody was asked yet, as far as is known here; or somebody else was.
    if (!asked) { leave(due, answer.fromUnit); return; }
    if (asked.toUnit !== due.unit) { done(due); return; }
    if (!engine.has(databaseName('health', answer.fromUnit)) || !isOurs(due.unit, answer.fromUnit)) { leave(due, answer.fromUnit); return; }
    done(due);
    await putTransfer(place, answer.fromUnit, composeAnswered(due.unit, answer), stamp).catch((error: unknown) => { again(due); throw error; });
  }
  const again = ({ kind, unit, id }: Due) => { book.sql.run('INSERT INTO handoverDue (kind, unit, id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', kind, unit, id); };

  /** What was left aside, in its order; only what concerns the given units. */
  const leftAfter = (last: Due, units?: readonly string[]): Due[] => book.sql.all<Due>(
    `SELECT kind, unit, id FROM handoverLeft WHERE (kind, unit, id) > (?, ?, ?) ${units ? 'AND (other IN (SELECT value FROM json_each(?)) OR unit IN (SELECT value FROM json_each(?)))' : ''} ORDER BY kind, unit, id LIMIT ?`,
    last.kind, last.unit, last.id, ...(units ? [JSON.stringify(units), JSON.stringify(units)] : []), LEFT_AT_ONCE);

  async function work(): Promise<void> {
    const databases = new Set([...touched, ...[...unread].slice(0, UNREAD_AT_ONCE)]);
    touched.clear();
    for (const database of databases) unread.delete(database);
    let failed = false;
    const tried = async (step: () => Promise<void>) => { try { await step(); } catch (error) { failed = true; log('handover fault', { kind: error instanceof Error ? error.name : typeof error }); } };
    for (const database of databases) await tried(() => index.catchUp(database, { canWait: true }).catch((error: unknown) => { touched.add(database); throw error; }));
    const today = todayInUnitZone(now());
    const all = lookedOn !== today;
    const units = [...came];
    lookedOn = today;
    came.clear();
    let from = performance.now();
    const carryAll = async (found: readonly Due[]) => {
      for (const due of found) {
        if (stopped) return;
        await tried(() => carry(due));
        if (performance.now() - from > SLICE_MS) { await nextRound(); from = performance.now(); }
      }
    };
    await carryAll(book.sql.all<Due>('SELECT kind, unit, id FROM handoverDue ORDER BY kind DESC, id'));
    const which = all ? undefined : units;
    for (let last: Due | undefined = beforeAll; last && (all || units.length > 0);) {
      const found = leftAfter(last, which);
      await carryAll(found);
      last = stopped ? undefined : found.at(-1);
    }
    if (failed) schedule(TRY_AGAIN_MS);
    else if (unread.size > 0) schedule(QUIET_MS);
  }
  let askedAt: number | undefined;
  /** After a quiet moment, as receipts are: reading along with a stream of writes would halve it. A steady stream does not put it off for longer than `LONGEST_MS`. */
  function schedule(ms: number): void {
    if (stopped) return;
    const at = performance.now();
    askedAt ??= at;
    clearTimeout(timer);
    timer = setTimeout(() => { timer = undefined; askedAt = undefined; running = running.then(work); }, Math.max(0, Math.min(ms, askedAt + LONGEST_MS - at)));
  }

  const unlisten = engine.onUpdate(({ database, type }) => {
    if (!isHealth(database) || type === 'deleted') return;
    touched.add(database);
    if (type === 'created') came.add(database.slice('health-'.length));
    schedule(QUIET_MS);
  });
  schedule(QUIET_MS);
  return {
    orgChanged() { lookedOn = ''; schedule(QUIET_MS); },
    async stop() {
      stopped = true;
      unlisten();
      clearTimeout(timer);
      await running;
    },
  };
}
