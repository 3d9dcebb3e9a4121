import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser, publishOrg } from '../../../src-hub/main.ts';
import type { RunningHub } from '../../../src-hub/main.ts';
import type { HubReviewAnswer } from '../../../src-shared/contract/hub-api.ts';
import type { ReportStationRow, ReportSums, StationReport } from '../../../src-shared/contract/hub-reports.ts';
import type { Report } from '../../../src-shared/domain/report/report.schema.ts';
import { addDays, addMonths } from '../../../src-shared/domain/common/partial-date.ts';
import { monthBefore } from '../../../src-shared/domain/report/report-due.ts';
import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import { ask, createHubWorld, engineKinds, minted } from '../../contract/hub/hub-world.ts';
import type { Credential } from '../../contract/hub/hub-world.ts';
import { aContext, anId } from '../../support/builders.ts';
import { aReport } from '../../support/reports.ts';
import { readerPassword, signInReader, type ConsoleReader } from './console-client.ts';

const now = Date.now();
/** Two months back: whatever the day, its report is due. */
const last = monthBefore(addMonths(todayInUnitZone(now), -1));
const before = monthBefore(`${last}-01`);
const uuid = (n: number) => anId('x', n).slice(2);

describe.each(engineKinds)('what stations report (%s)', (engine) => {
  const world = createHubWorld(engine);
  let hub: RunningHub & { dir: string }, pcs: Record<string, Credential>, reader: ConsoleReader;
  const send = async (unit: string, docs: { _id: string }[]) => {
    const reply = await ask(hub.url, 'POST', `/resources-${unit}/_bulk_docs`, { as: pcs[unit], body: { new_edits: false, docs } });
    expect(reply.body).toEqual([]);
  };
  const locked = (unit: string, period: string, options: Parameters<typeof aReport>[1] = {}, at = now) => aReport(period, options, aContext({ unit, role: 'head', nowMs: at }));
  const rows = (period = last, as = reader) => as.query<ReportStationRow[]>('reports', { period });
  const open = (unit: string, period = last) => reader.query<StationReport | null>('report', { unit, period });
  const decide = (input: object, as = reader) => as.tell<HubReviewAnswer>('decideReport', input);
  let sent: Report;

  beforeAll(async () => {
    hub = await world.hub({ unit: '769', tier: 'district' });
    pcs = Object.fromEntries(await Promise.all(['25001', '25002', '25003'].map(async (unit) => [unit, await world.device(hub, unit)] as const)));
    for (const [account, role, unit] of [['hoa', 'reviewer', '769'], ['minh', 'administrator', '769'], ['lan', 'reviewer', '25002']] as const) await addUser({ dir: hub.dir, account, role, password: readerPassword, unit, passwordOnly: true });
    sent = locked('25001', last);
    await send('25001', [minted(locked('25001', before, { numbers: [{ id: 'visits.total', value: 25 }] }), 1, 'a'), minted(sent, 1, 'a')]);
    await send('25002', [minted(locked('25002', last, { numbers: [{ id: 'people.book', value: 80 }, { id: 'visits.total', value: 9 }] }), 1, 'a')]);
    await send('25003', [minted(locked('25003', before), 1, 'a')]);
    reader = await signInReader(hub.url, 'hoa', { purpose: null });
  }, 120_000);
  afterAll(() => world.end());

  it('[REP16] shows each station of a month: missing first, then what was sent; a reader of a part sees that part', async () => {
    expect((await rows()).map(({ unit, state, number, late }) => [unit, state, number, late])).toEqual([['25003', 'missing', undefined, undefined], ['25001', 'sent', 1, true], ['25002', 'sent', 1, true]]);
    expect((await rows(todayInUnitZone(now).slice(0, 7))).map(({ state }) => state)).toEqual(['notYet', 'notYet', 'notYet']);
    expect((await rows(last, await signInReader(hub.url, 'lan'))).map(({ unit }) => unit)).toEqual(['25002']);
    expect(await (await signInReader(hub.url, 'lan')).query('report', { unit: '25001', period: last })).toBeNull();
    expect(await open('25001')).toMatchObject({ unit: '25001', versions: [{ reportId: sent._id, standing: 'current', records: 9 }], before: { period: before, lines: [{ id: 'visits.total', value: 25 }] } });
    expect(await open('25003')).toBeNull();
  });

  it('[REP16] sums what counts, and says of how many stations', async () => {
    const sums = await reader.query<ReportSums>('reportSums', { period: last });
    expect(sums).toMatchObject({ stations: 3, reported: 2 });
    expect(sums.sums.find(({ id }) => id === 'visits.total')).toEqual({ id: 'visits.total', value: 40, stations: 2, ofStations: 0 });
    expect(sums.sums.find(({ id }) => id === 'people.book')).toEqual({ id: 'people.book', value: 200, stations: 2, ofStations: 1 });
  });

  it('[REP17] returns what counts with words for a line, accepts a further version, and says neither of an older one', async () => {
    const word = { unit: '25001', period: last, version: sent.version };
    expect(await (await signInReader(hub.url, 'minh')).raw('POST', 'decideReport', { ...word, key: uuid(1), decision: 'accepted' })).toMatchObject({ status: 403 });
    expect(await decide({ ...word, key: uuid(2), decision: 'returned' })).toMatchObject({ ok: false, refusals: [{ code: 'ReasonMissing' }] });
    expect(await decide({ ...word, unit: '25003', key: uuid(3), decision: 'accepted' })).toMatchObject({ ok: false, refusals: [{ code: 'RecordNotFound' }] });
    const returned = { ...word, key: uuid(4), decision: 'returned', comments: [{ field: 'visits.total', text: 'Ít hơn sổ A1' }] };
    expect(await decide(returned)).toEqual({ ok: true, count: 1 });
    expect(await decide(returned)).toEqual({ ok: true, count: 0 });
    expect((await rows()).find(({ unit }) => unit === '25001')?.state).toBe('returned');
    expect((await open('25001'))?.versions[0]?.review).toMatchObject({ decision: 'returned', comments: [{ field: 'visits.total', text: 'Ít hơn sổ A1' }] });
    const further = locked('25001', last, { numbers: [{ id: 'visits.total', value: 34 }], versions: [sent], reason: 'returned' }, now + 1000);
    await send('25001', [minted(further, 1, 'a')]);
    expect((await rows()).find(({ unit }) => unit === '25001')).toMatchObject({ state: 'sent', number: 2 });
    expect(await decide({ ...word, key: uuid(5), decision: 'accepted' })).toMatchObject({ ok: false, refusals: [{ code: 'ChangedMeanwhile' }] });
    expect(await decide({ ...word, version: further.version, key: uuid(6), decision: 'accepted' })).toEqual({ ok: true, count: 1 });
    expect((await open('25001'))?.versions.map(({ number, standing, review }) => [number, standing, review?.decision])).toEqual([[2, 'current', 'accepted'], [1, 'replaced', 'returned']]);
    expect((await reader.query<ReportSums>('reportSums', { period: last })).sums.find(({ id }) => id === 'visits.total')?.value).toBe(43);
  });

  it('[REP16] of two versions locked apart the later counts, and the other one is told', async () => {
    const [one, two] = [locked('25003', last, {}, now), locked('25003', last, { numbers: [{ id: 'visits.total', value: 3 }] }, now + 5000)];
    await send('25003', [two, one].map((body) => minted(body, 1, 'a')));
    expect((await rows()).find(({ unit }) => unit === '25003')).toMatchObject({ state: 'sent', reportId: two._id, rivals: 1 });
    expect((await open('25003'))?.versions.map(({ standing }) => standing)).toEqual(['current', 'rival']);
  });

  it('[REP18] what a unit reported is read on when its PCs may no longer come', async () => {
    await (await signInReader(hub.url, 'minh')).tell('credentials.revoke', { user: pcs['25002']?.user });
    expect((await rows()).find(({ unit }) => unit === '25002')).toMatchObject({ state: 'sent' });
    expect(await open('25002')).toMatchObject({ versions: [{ lines: [{ id: 'people.book', value: 80 }, { id: 'visits.total', value: 9 }] }] });
  });

  it('[REP18] [REP23] what a unit reported by an older list is read on after it was merged into another one, as it was sent', async () => {
    const old = { ...locked('25002', before, { numbers: [{ id: 'visits.total', value: 7 }] }), formVersion: 1 };
    pcs['25002'] = await world.device(hub, '25002', 'pc9');
    await send('25002', [minted(old, 1, 'a')]);
    const unitOf = (unit: string, tier: string, more: object = {}) => ({ unit, name: `Đơn vị ${unit}`, tier, adminCodes: [], from: '2020-01-01', ...more });
    const below = (from: string) => ({ parents: [{ unit: '769', kind: 'professional', from }] });
    const today = todayInUnitZone(now);
    writeFileSync(`${hub.dir}/org.json`, JSON.stringify([unitOf('769', 'district'), ...['25001', '25003'].map((unit) => unitOf(unit, 'station', below('2020-01-01'))), unitOf('25002', 'station', { ...below('2020-01-01'), to: addDays(today, -1), successors: [{ unit: '25001', from: today }] })]));
    await publishOrg({ dir: hub.dir, file: `${hub.dir}/org.json` });
    expect(await open('25002', before)).toMatchObject({ versions: [{ reportId: old._id, lines: [{ id: 'visits.total', value: 7 }], completeness: old.completeness, standing: 'current' }] });
    expect((await rows(before)).find(({ unit }) => unit === '25002')).toMatchObject({ state: 'sent', completeness: old.completeness });
    const sums = await reader.query<ReportSums>('reportSums', { period: before });
    expect(sums.sums.find(({ id }) => id === 'visits.total')?.value).toBe(25 + 7 + 31);
    expect(sums.sums.some(({ id }) => id.startsWith('cases.'))).toBe(false);
  });

  it('[REP14] what is not in the list is refused at the door', async () => {
    const reply = await ask(hub.url, 'POST', '/resources-25003/_bulk_docs', { as: pcs['25003'], body: { new_edits: false, docs: [minted({ ...locked('25003', before), note: 'Bà Lan' }, 1, 'a')] } });
    expect(JSON.stringify(reply.body)).toContain('FieldNotAllowed');
  });
});
