import type { z } from 'zod';
import { countInputs, type CountAnswer, type CountStep } from '../../../src-shared/contract/counts.ts';
import { invalidInput } from '../../../src-shared/domain/common/input-issues.ts';
import { expiryDay } from '../../../src-shared/domain/supply/expiry-day.ts';
import { findLot } from '../../../src-shared/domain/supply/find-lot.ts';
import { movementsUntil } from '../../../src-shared/domain/supply/plan-stocktake.ts';
import type { FoundLot } from '../../../src-shared/domain/supply/stocktake.schema.ts';
import type { Person } from '../accounts/accounts.ts';
import type { CountLine } from '../db/counts.ts';
import { isDiskFull } from '../db/disk-guard.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { setCountPeriod } from './count-period.ts';

type Parsed<S extends CountStep> = z.output<(typeof countInputs)[S]>;
type Step<S extends CountStep> = (input: Parsed<S>, db: StationDatabase, person: Person) => CountAnswer;

const no = (code: string, facts: Record<string, unknown> = {}): CountAnswer => ({ ok: false, refusals: [{ code, ...facts }] });
const done: CountAnswer = { ok: true };

const steps: { readonly [S in Exclude<CountStep, 'witness'>]: Step<S> } = {
  start({ id, blind, medicineIds }, db, person) {
    const missing = medicineIds?.find((medicineId) => !db.stock.medicine(medicineId));
    if (missing !== undefined) return no('MedicineNotFound', { medicineId: missing });
    db.counts.begin({ id, startedAt: db.clock.instant(), startedBy: person.account, blind, medicineIds });
    return done;
  },
  count: ({ id, lotId, counted }, db, person) => keep(id, lotId, counted, undefined, db, person),
  found({ id, lotId, counted, found }, db, person) {
    if (!db.stock.medicine(found.medicineId)) return no('MedicineNotFound', { medicineId: found.medicineId });
    const expiresOn = expiryDay(found.expiresOn);
    if (expiresOn === undefined) return no('ExpiryNotADate', { field: 'expiresOn' });
    const { same, otherExpiry } = findLot({ ...found, expiresOn }, [...db.stock.lots(), ...foundBefore(id, db)]);
    if (otherExpiry) return no('LotExpiryDiffers', { lotId: otherExpiry._id, expiresOn: otherExpiry.expiresOn });
    return keep(id, same?._id ?? lotId, counted, { ...found, expiresOn }, db, person);
  },
  uncount({ id, lotId }, db) {
    db.counts.drop(id, lotId);
    return done;
  },
  explain({ id, lotId, reason }, db) {
    db.counts.explain(id, lotId, reason);
    return done;
  },
  discard({ id }, db) {
    db.counts.remove(id);
    return done;
  },
  period: ({ days }, db, person) => setCountPeriod(db, person, days),
};
const needClock: ReadonlySet<CountStep> = new Set<CountStep>(['start', 'count', 'found']);
/** A count that is gone is no reason to refuse these. */
const needNoCount: ReadonlySet<CountStep> = new Set<CountStep>(['start', 'discard', 'period']);

/** One step of a count under way, in the file when it is answered. The second person's signature is `witness-count.ts`. */
export function countStep(db: StationDatabase, person: Person, step: Exclude<CountStep, 'witness'>, input: unknown): CountAnswer {
  const parsed = countInputs[step].safeParse(input);
  if (!parsed.success) return { ok: false, refusals: [invalidInput(parsed.error)] };
  if (needClock.has(step) && db.clock.isBehind()) return no('ClockBehind');
  if (!needNoCount.has(step) && !('id' in parsed.data && db.counts.get(parsed.data.id))) return no('CountNotFound');
  try {
    // The name and the input belong together; TypeScript cannot follow that through a lookup.
    return (steps[step] as Step<CountStep>)(parsed.data as never, db, person);
  } catch (error) {
    if (isDiskFull(error)) return no('DiskFull');
    throw error;
  }
}

/** The book's number is taken at the moment the count is kept. A reason given for another number is asked for anew. */
function keep(id: string, lotId: string, counted: number, found: FoundLot | undefined, db: StationDatabase, person: Person): CountAnswer {
  const before = db.counts.lines(id).find((line) => line.lotId === lotId);
  const isKnown = db.stock.lot(lotId) !== undefined;
  const stillFound = isKnown ? undefined : before?.found ?? found;
  if (!isKnown && !stillFound) return no('LotNotFound', { lotId });
  const at = db.clock.instant();
  const book = db.stock.balance(lotId);
  const isSame = before?.counted === counted && before.book === book;
  const line: CountLine = { lotId, counted, book, earlier: movementsUntil(at, db.stock.movementsOf([lotId])), at, by: person.account, ...(isSame && before.reason ? { reason: before.reason } : {}), ...(stillFound ? { found: stillFound } : {}) };
  db.counts.keep(id, line);
  return { ok: true, kept: { lotId, counted, at } };
}

const foundBefore = (id: string, db: StationDatabase) => db.counts.lines(id).flatMap(({ lotId, found }) => (found ? [{ ...found, _id: lotId }] : []));
