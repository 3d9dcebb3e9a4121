import { randomBytes } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { CountStep } from '../../../src-shared/contract/counts.ts';
import type { StocktakeCount } from '../../../src-shared/contract/queries.ts';
import { countMovementId } from '../../../src-shared/domain/supply/plan-stocktake.ts';
import type { Accounts, Person } from '../../../src-main/station/accounts/accounts.ts';
import { countStep } from '../../../src-main/station/counting/count-step.ts';
import { witnessCount } from '../../../src-main/station/counting/witness-count.ts';
import { openStationDatabase, type StationDatabase } from '../../../src-main/station/db/station-database.ts';
import { runOperation } from '../../../src-main/station/operations/run-operation.ts';
import { finishedStocktake } from '../../../src-main/station/queries/stocktake.ts';
import { stocktakeCount } from '../../../src-main/station/queries/stocktake-count.ts';
import { stocktakes } from '../../../src-main/station/queries/stocktakes.ts';
import type { QueryFacts } from '../../../src-main/station/queries/query.ts';
import { makePaper } from '../../../src-main/station/reports/make-paper.ts';
import { verifyStation } from '../../../src-main/station/verify/verify-station.ts';
import { pdfText } from '../../support/pdf-text.ts';
import { atEnd, tempDir } from './world.ts';

const [lan, mai]: Person[] = [{ account: 'lan', displayName: 'Lan', role: 'head' }, { account: 'mai', displayName: 'Mai', role: 'healthWorker' }];
const noon = Date.parse('2026-11-22T05:00:00.000Z');
const idOf = (prefix: string, n: number) => `${prefix}:019a0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const count = idOf('stocktakes', 1);
const [box, other] = [idOf('lots', 1), idOf('lots', 2)];

function aStore() {
  let now = noon;
  let file = join(tempDir(), 'station.db');
  const key = randomBytes(32);
  const identity = { unit: '25001', unitName: 'A', device: 'pc-test', instance: randomBytes(4).toString('hex'), practice: true };
  const open = (mustExist: boolean): StationDatabase => { const opened = openStationDatabase({ file, key: Buffer.from(key), identity, now: () => (now += 1000), mustExist }); atEnd(() => opened.close()); return opened; };
  const world = { db: open(false), later(ms: number) { now += ms; }, /** Opens what a killed process leaves: the file and its log as they lie on the disk. */ killed() {
    const copy = join(tempDir(), 'station.db');
    for (const part of ['', '-wal']) copyFileSync(`${file}${part}`, `${copy}${part}`);
    file = copy;
    world.db = open(true);
  } };
  world.db.settings.set('identity', identity);
  run(world.db, 'addMedicine', { id: idOf('medicines', 1), code: 'PARA', inn: 'Paracetamol', strength: '500 mg', baseUnit: 'viên' });
  run(world.db, 'registerPatient', { id: idOf('patients', 1), fullName: 'Lê Thị Tư', sex: 'female', bornOn: '1985', noNationalIdReason: 'notBrought' });
  for (let n = 1; n <= 2; n += 1) run(world.db, 'recordOpeningStock', { medicineId: idOf('medicines', 1), lotId: idOf('lots', n), lotNumber: `A${n}`, expiresOn: '2028-01', quantityBaseUnits: 100, occurredOn: '2026-11-22' });
  return world;
}
let keys = 0;
function run(db: StationDatabase, operation: string, input: unknown, key = `k${(keys += 1)}`, person = lan!) {
  const answer = runOperation(db, person, { operation, key, input });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  return answer.result;
}
const step = (db: StationDatabase, of: Exclude<CountStep, 'witness'>, input: object, person = lan!) => countStep(db, person, of, { id: count, ...input });
const refusal = (answer: { ok: boolean; refusals?: { code: string }[] }) => answer.refusals?.[0]?.code;
const facts = (db: StationDatabase) => ({ db }) as QueryFacts;
const rows = (db: StationDatabase, review = false) => (stocktakeCount({ id: count, review }, facts(db)) as StocktakeCount | null)?.rows ?? [];
/** A movement another PC wrote at this instant, arriving now. */
const arrives = (db: StationDatabase, n: number, quantityBaseUnits: number, createdAt: string) => db.store.commit({ context: 'pull', documents: [{ table: 'stockMovements', document: {
  ...db.stock.movementsOf([box])[0], _id: idOf('stockMovements', n), kind: 'adjust', source: undefined, quantityBaseUnits, createdAt, device: 'pc-two', _rev: '1-a', _deleted: false, _meta: { lwt: 0 }, _attachments: {} } }] });

it('[STK20] [STK8] a counted line outlives a kill and whoever counted it; finishing is one commit and takes the draft with it', () => {
  const world = aStore();
  expect(step(world.db, 'start', { blind: false })).toEqual({ ok: true });
  expect(step(world.db, 'count', { lotId: box, counted: 94 })).toMatchObject({ ok: true, kept: { lotId: box, counted: 94 } });
  world.killed();
  const { db } = world;
  expect(rows(db)).toMatchObject([{ lotId: box, counted: 94, book: 100, by: 'lan' }, { lotId: other, book: 100 }]);
  expect(step(db, 'count', { lotId: other, counted: 100 }, mai)).toMatchObject({ ok: true });
  const before = { audit: db.store.count('auditEvents'), movements: db.store.count('stockMovements') };
  expect(runOperation(db, lan!, { operation: 'finishStocktake', key: 'f', input: { id: count } })).toMatchObject({ ok: false, refusals: [{ code: 'VarianceReasonMissing', lotId: box }] });
  expect({ audit: db.store.count('auditEvents'), movements: db.store.count('stockMovements'), drafts: db.counts.list().length }).toEqual({ ...before, drafts: 1 });
  step(db, 'explain', { lotId: box, reason: 'wastage' });
  const commits: string[][] = [];
  db.store.changes.subscribe(({ changes }) => commits.push(changes.map(({ table }) => table)));
  const result = run(db, 'finishStocktake', { id: count }, 'f');
  expect(result).toMatchObject({ id: count, ids: [count, countMovementId(count, box)] });
  expect(commits).toEqual([['stocktakes', 'stockMovements', 'auditEvents']]);
  expect([db.stock.balance(box), db.stock.balance(other), db.counts.list(), db.counts.lines(count)]).toEqual([94, 100, [], []]);
  expect(run(db, 'finishStocktake', { id: count }, 'f').already).toBe(true);
  expect(finishedStocktake(db, count)).toMatchObject({ countedBy: ['lan', 'mai'], scope: 'all', rows: [{ lotId: box, countedBaseUnits: 94, lot: { lotNumber: 'A1' } }, { lotId: other }], notCounted: [] });
  run(db, 'reverseStock', { movementId: countMovementId(count, box) });
  expect(finishedStocktake(db, count)?.rows[0]).toMatchObject({ undone: true });
  expect(verifyStation(db).problems).toEqual([]);
});

it('[STK8] a finish that fails in the middle leaves the draft and the ledger as they were', () => {
  const { db } = aStore();
  step(db, 'start', { blind: false });
  step(db, 'count', { lotId: box, counted: 90 });
  step(db, 'explain', { lotId: box, reason: 'unknown' });
  const real = db.doneKeys.remember;
  db.doneKeys.remember = () => { throw new Error('planted: power'); };
  expect(() => run(db, 'finishStocktake', { id: count })).toThrow('planted');
  db.doneKeys.remember = real;
  expect([db.stock.balance(box), db.store.count('stocktakes'), rows(db)[0]?.counted]).toEqual([100, 0, 90]);
});

it('[STK3] [STK4] what is given out while counting stays given out; what another PC wrote before asks for the lot again', () => {
  const { db } = aStore();
  step(db, 'start', { blind: false });
  step(db, 'count', { lotId: box, counted: 94 });
  step(db, 'explain', { lotId: box, reason: 'unknown' });
  const kept = rows(db)[0]?.at ?? '';
  run(db, 'dispenseMedicine', { patientId: idOf('patients', 1), occurredOn: '2026-11-22', items: [{ medicineId: idOf('medicines', 1), lotId: box, quantityBaseUnits: 10 }] });
  expect(rows(db)[0]).toMatchObject({ book: 100, movedSince: -10 });
  expect(rows(db)[0]).not.toHaveProperty('again');
  arrives(db, 900, -6, new Date(Date.parse(kept) - 60_000).toISOString());
  expect(rows(db)[0]).toMatchObject({ again: true });
  expect(refusal(runOperation(db, lan!, { operation: 'finishStocktake', key: 'late', input: { id: count } }) as { ok: boolean; refusals: { code: string }[] })).toBe('CountAgain');
  step(db, 'count', { lotId: box, counted: 84 });
  expect(rows(db)[0]).toMatchObject({ book: 84, counted: 84 });
  run(db, 'finishStocktake', { id: count });
  expect(db.stock.balance(box)).toBe(84);
});

it('[STK7] [STK21] a lot found is entered beside the others; giving the count up leaves nothing', () => {
  const { db } = aStore();
  const found = { medicineId: idOf('medicines', 1), lotNumber: 'NEW9', expiresOn: '2027-05' };
  expect(refusal(step(db, 'count', { lotId: box, counted: 1 }))).toBe('CountNotFound');
  step(db, 'start', { blind: false, medicineIds: [idOf('medicines', 1)] });
  expect(refusal(step(db, 'count', { lotId: idOf('lots', 80), counted: 1 }))).toBe('LotNotFound');
  expect(step(db, 'found', { lotId: idOf('lots', 80), counted: 7, found })).toMatchObject({ ok: true, kept: { lotId: idOf('lots', 80) } });
  expect(step(db, 'found', { lotId: idOf('lots', 81), counted: 8, found: { ...found, lotNumber: 'new 9' } })).toMatchObject({ ok: true, kept: { lotId: idOf('lots', 80), counted: 8 } });
  expect(step(db, 'found', { lotId: idOf('lots', 82), counted: 3, found: { ...found, lotNumber: 'a1', expiresOn: '2028-01' } })).toMatchObject({ kept: { lotId: box } });
  expect(refusal(step(db, 'found', { lotId: idOf('lots', 82), counted: 3, found: { ...found, lotNumber: 'A1' } }))).toBe('LotExpiryDiffers');
  expect(refusal(step(db, 'found', { lotId: idOf('lots', 82), counted: 3, found: { ...found, lotNumber: 'Bà Hoà' } }))).toBe('InvalidInput');
  expect(rows(db).map(({ lotNumber, counted, found: isNew }) => [lotNumber, counted, isNew])).toEqual([['NEW9', 8, true], ['A1', 3, undefined], ['A2', undefined, undefined]]);
  step(db, 'uncount', { lotId: idOf('lots', 80) });
  expect(rows(db).map(({ lotNumber }) => lotNumber)).toEqual(['A1', 'A2']);
  step(db, 'discard', {});
  expect([db.stock.balance(box), db.store.count('lots'), db.store.count('stocktakes'), db.counts.list()]).toEqual([100, 2, 0, []]);
  expect(refusal(step(db, 'count', { lotId: box, counted: 1 }))).toBe('CountNotFound');
});

it('[STK22] [STK23] a blind count keeps the book to itself; two counts of one lot each find their own book', () => {
  const { db } = aStore();
  step(db, 'start', { blind: true });
  step(db, 'count', { lotId: box, counted: 90 });
  expect(JSON.stringify(rows(db))).not.toMatch(/"book"|movedSince/);
  expect(rows(db, true)).toMatchObject([{ book: 100, counted: 90 }, { book: 100 }]);
  const second = idOf('stocktakes', 2);
  step(db, 'start', { id: second, blind: false });
  step(db, 'count', { id: second, lotId: box, counted: 80 });
  for (const id of [count, second]) { step(db, 'explain', { id, lotId: box, reason: 'unknown' }); run(db, 'finishStocktake', { id }); }
  expect(db.stock.balance(box)).toBe(70);
  expect(verifyStation(db).problems).toEqual([]);
});

it('[STK11] the list says what is due and what is under way; a whole count settles it', () => {
  const world = aStore();
  const { db } = world;
  const list = () => stocktakes({}, facts(db)) as Awaited<ReturnType<typeof stocktakes>>;
  expect(list()).toMatchObject({ counts: [], finished: [], everyDays: 31, due: undefined });
  world.later(40 * 86_400_000);
  expect(list()).toMatchObject({ due: { lots: 2, since: '2026-11-22' } });
  expect(refusal(step(db, 'period', { id: undefined, days: 92 } as object, mai))).toBe('InvalidInput');
  expect(refusal(countStep(db, mai!, 'period', { days: 92 }))).toBe('RoleNotAllowed');
  expect(countStep(db, lan!, 'period', { days: 92 })).toEqual({ ok: true });
  expect(list()).toMatchObject({ everyDays: 92, due: undefined });
  countStep(db, lan!, 'period', { days: 31 });
  step(db, 'start', { blind: false });
  step(db, 'count', { lotId: box, counted: 100 });
  expect(list()).toMatchObject({ counts: [{ id: count, counted: 1, total: 2, startedBy: 'lan' }] });
  run(db, 'finishStocktake', { id: count });
  expect(list()).toMatchObject({ counts: [], due: { lots: 1 }, finished: [{ _id: count, lines: 1, over: 0, short: 0, notCounted: 1 }] });
});

it('[STK24] two thousand lots are answered at once, and a line is kept at once', () => {
  const { db } = aStore();
  const [lot, movement, stored] = [db.stock.lot(box), db.stock.movementsOf([box])[0], { _rev: '1-a', _deleted: false, _meta: { lwt: 0 }, _attachments: {} }];
  db.store.commit({ context: 'pull', documents: Array.from({ length: 1998 }, (_, n) => n + 3).flatMap((n) => [
    { table: 'lots', document: { ...lot, _id: idOf('lots', n), lotNumber: `A${n}`, ...stored } }, { table: 'stockMovements', document: { ...movement, _id: idOf('stockMovements', n), lotId: idOf('lots', n), ...stored } }]) });
  step(db, 'start', { blind: false });
  const took = (work: () => void) => { const from = performance.now(); work(); return performance.now() - from; };
  expect(rows(db)).toHaveLength(2000);
  // The slowest machine this runs on is many times slower than a station's.
  expect(Math.min(...[1, 2, 3].map(() => took(() => rows(db))))).toBeLessThan(1000);
  expect(Math.min(...[1, 2, 3, 4, 5].map((n) => took(() => step(db, 'count', { lotId: idOf('lots', n), counted: 100 }))))).toBeLessThan(100);
}, 60_000);

it('[STK25] nothing is counted while the clock is behind', () => {
  const world = aStore();
  step(world.db, 'start', { blind: false });
  world.later(-400 * 86_400_000);
  expect(refusal(step(world.db, 'count', { lotId: box, counted: 1 }))).toBe('ClockBehind');
  expect(refusal(runOperation(world.db, lan!, { operation: 'finishStocktake', key: 'c', input: { id: count } }) as { ok: boolean; refusals: { code: string }[] })).toBe('ClockBehind');
});

it.each(['A4', 'A5'] as const)('[STK30] the record on %s names station, day, number, people and every lot, what was left out and what is past its expiry, with three places to sign', async (size) => {
  const { db } = aStore();
  run(db, 'recordOpeningStock', { medicineId: idOf('medicines', 1), lotId: idOf('lots', 3), lotNumber: 'OLD9', expiresOn: '2025-01', quantityBaseUnits: 1500, occurredOn: '2026-11-22' });
  step(db, 'start', { blind: true });
  step(db, 'count', { lotId: box, counted: 94 });
  step(db, 'count', { lotId: idOf('lots', 3), counted: 1500 });
  step(db, 'explain', { lotId: box, reason: 'broken' });
  db.counts.witness(count, 'mai');
  run(db, 'finishStocktake', { id: count });
  const paper = await makePaper(db, { paper: 'stocktake', id: count, size }, (account) => ({ lan: 'Nguyễn Thị Lan', mai: 'Trần Thị Mai' })[account] ?? account);
  if (!paper.ok) throw new Error(paper.refusal.code);
  const { text } = pdfText(paper.bytes);
  for (const said of ['BIÊN BẢN KIỂM KÊ', '22/11/2026', 'KK-20261122-0001', 'Người đếm: Nguyễn Thị Lan', 'Trần Thị Mai', 'cả kho', 'không thấy số sổ', 'Paracetamol', 'A1', '31/01/2028', '100', '94', '-6', 'hỏng, vỡ', '1.500', 'Trưởng trạm', '(Ký, ghi rõ họ tên)']) expect(text.replace(/\s+/g, ' ')).toContain(said);
  expect(text.replace(/\s+/g, ' ')).toMatch(/Chưa đếm \(1 lô\): Paracetamol 500 mg lô A2/);
  expect(text.replace(/\s+/g, ' ')).toMatch(/Hết hạn còn trên kệ \(1 lô\): Paracetamol 500 mg lô OLD9/);
  expect(paper.fileName).toBe('bien-ban-kiem-ke-kk-20261122-0001.pdf');
  expect(await makePaper(db, { paper: 'stocktake', id: idOf('stocktakes', 7), size })).toEqual({ ok: false, refusal: { code: 'StocktakeNotFound' } });
});

it('[STK10] [STK2] the second person signs with her own password for these numbers; another number takes signature and reason away', async () => {
  const { db } = aStore();
  const key = Buffer.alloc(32, 7);
  let meanwhile = () => {};
  const accounts = { unlock: (account: string, password: string) => { meanwhile(); return Promise.resolve(password === 'đúng' ? { ok: true, key, person: account === 'lan' ? lan : mai } : { ok: false, refusal: { code: 'WrongPassword' } }); } } as unknown as Accounts;
  const sign = (account: string, password: string) => witnessCount(db, accounts, lan!, { id: count, account, password });
  expect(refusal(await sign('mai', 'đúng'))).toBe('CountNotFound');
  step(db, 'start', { blind: false });
  step(db, 'count', { lotId: box, counted: 94 });
  step(db, 'explain', { lotId: box, reason: 'broken' });
  expect(refusal(await sign('mai', 'sai'))).toBe('WrongPassword');
  expect(refusal(await sign('lan', 'đúng'))).toBe('WitnessIsCounter');
  meanwhile = () => { step(db, 'count', { lotId: other, counted: 100 }); };
  expect(refusal(await sign('mai', 'đúng'))).toBe('ChangedMeanwhile');
  meanwhile = () => {};
  expect(db.counts.get(count)).not.toHaveProperty('witness');
  expect(await sign('mai', 'đúng')).toEqual({ ok: true });
  expect([...key]).toEqual(Array(32).fill(0));
  expect(db.counts.get(count)).toMatchObject({ witness: 'mai' });
  step(db, 'count', { lotId: box, counted: 93 });
  expect([db.counts.get(count)?.witness, rows(db)[0]?.reason]).toEqual([undefined, undefined]);
  step(db, 'explain', { lotId: box, reason: 'broken' });
  await sign('mai', 'đúng');
  expect(refusal(runOperation(db, mai!, { operation: 'finishStocktake', key: 'w', input: { id: count } }) as { ok: boolean; refusals: { code: string }[] })).toBe('WitnessIsCounter');
  run(db, 'finishStocktake', { id: count });
  expect(finishedStocktake(db, count)).toMatchObject({ witnessedBy: 'mai', countedBy: ['lan'] });
});
