import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser } from '../../../src-hub/main.ts';
import type { RunningHub } from '../../../src-hub/main.ts';
import { openHubBook } from '../../../src-hub/provisioning/hub-book.ts';
import { makeConsoleTables } from '../../../src-hub/review/console-tables.ts';
import { listResources } from '../../../src-hub/review/list-resources.ts';
import type { ResourceRow } from '../../../src-shared/contract/hub-api.ts';
import { buildMovement } from '../../../src-shared/domain/supply/build-movement.ts';
import { recordFacilityProfileInput, type FacilityProfile } from '../../../src-shared/domain/facility/facility.schema.ts';
import { planFacility } from '../../../src-shared/domain/facility/plan-facility.ts';
import { addDays } from '../../../src-shared/domain/common/partial-date.ts';
import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import { ask, createHubWorld, engineKinds, minted } from '../../contract/hub/hub-world.ts';
import type { Credential } from '../../contract/hub/hub-world.ts';
import { aContext, aMedicine, anId, aReceivedLot } from '../../support/builders.ts';
import { aLine, anEvent } from '../../support/equipment.ts';
import { readerPassword, signInReader, type ConsoleReader } from './console-client.ts';

const now = Date.now();
const today = todayInUnitZone(now);

/** Every commune of the country. */
const COMMUNES = 3321;
const WITHIN_MS = 1000;

it('[HUB94] lists every commune of the country within a second of computing, without a document read, also on the first look of a day', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'tramxa-resources-'));
  const book = openHubBook(dir, Buffer.alloc(32, 7), () => now);
  makeConsoleTables(book);
  try {
    const units = Array.from({ length: COMMUNES }, (_, n) => String(10_000 + n));
    book.inTransaction((sql) => {
      for (const unit of units) {
        sql.run('INSERT INTO consoleFacility (unit, doctors, nursesMidwives, staff, bedsPlanned, bedsActual, bedsOccupied, confirmedOn) VALUES (?, ?, 4, 9, 5, 5, 1, ?)', unit, Number(unit) % 7, today);
        sql.run(`INSERT INTO consoleStock (unit, day) VALUES (?, '')`, unit);
        for (let m = 0; m < 60; m += 1) {
          sql.run('INSERT INTO consoleMedicines (unit, id) VALUES (?, ?)', unit, anId('medicines', m));
          sql.run('INSERT INTO consoleLots (unit, id, medicineId, expiresOn, isUsable, balance) VALUES (?, ?, ?, ?, 1, ?)', unit, anId('lots', m), anId('medicines', m), addDays(today, 10 * m), m % 10);
        }
      }
    });
    const org = { nameOf: () => undefined, areaOf: () => undefined };
    const times: number[] = [];
    for (const at of [now, now, now + 86_400_000]) {
      const before = process.threadCpuUsage();
      const rows = await listResources({ book, org, root: '1', now: () => at }, units);
      const { user, system } = process.threadCpuUsage(before);
      expect(rows).toHaveLength(COMMUNES);
      expect(rows[0]).toMatchObject({ profile: { doctors: 0 }, medicines: { listed: 60, outOfStock: 6 } });
      times.push((user + system) / 1000);
    }
    console.log(`resources of ${COMMUNES}: ${times.map((ms) => `${Math.round(ms)} ms`).join(', ')}`);
    expect(Math.max(...times)).toBeLessThan(WITHIN_MS);
  } finally {
    book.close();
    rmSync(dir, { recursive: true, force: true });
  }
}, 120_000);

describe.each(engineKinds)('what stations have (%s)', (engine) => {
  const world = createHubWorld(engine);
  let hub: RunningHub & { dir: string }, pcs: Record<string, Credential>, reader: ConsoleReader;
  const send = async (unit: string, docs: { _id: string }[]) => {
    const reply = await ask(hub.url, 'POST', `/resources-${unit}/_bulk_docs`, { as: pcs[unit], body: { new_edits: false, docs } });
    expect(reply.body).toEqual([]);
  };
  const context = (unit: string) => aContext({ unit, role: 'head', nowMs: now });
  const profile = (unit: string, doctors: number, previous?: FacilityProfile) => {
    const outcome = planFacility(recordFacilityProfileInput.parse({ staff: { doctor: { headcount: doctors, atWork: doctors }, nurse: { headcount: 3, atWork: 3 } }, beds: { stay: { planned: 5, actual: 4, occupied: 1 } } }), previous, context(unit));
    if (!outcome.ok) throw new Error('refused');
    return outcome.value.profile;
  };
  const rows = async (as = reader) => await as.query<ResourceRow[]>('resources');
  const rowOf = async (unit: string) => (await rows()).find((row) => row.unit === unit);

  beforeAll(async () => {
    hub = await world.hub({ unit: '769', tier: 'district' });
    pcs = Object.fromEntries(await Promise.all(['25001', '25002', '25003'].map(async (unit) => [unit, await world.device(hub, unit)] as const)));
    await addUser({ dir: hub.dir, account: 'hoa', role: 'administrator', password: readerPassword, unit: '769', passwordOnly: true });
    await addUser({ dir: hub.dir, account: 'lan', role: 'reviewer', password: readerPassword, unit: '25002', passwordOnly: true });
    await send('25001', [minted(profile('25001', 5), 1, 'a')]);
    await send('25002', [minted(profile('25002', 1), 1, 'a')]);
    await send('25003', [minted(aMedicine({}, context('25003')), 1, 'a')]);
    reader = await signInReader(hub.url, 'hoa');
  }, 120_000);
  afterAll(() => world.end());

  it('[HUB91] names what each station has, the one that lacks most first; a reader of a part sees that part', async () => {
    const all = await rows();
    expect(all.map(({ unit, lacks }) => [unit, ...lacks])).toEqual([['25002', 'doctors'], ['25003', 'profile', 'medicines'], ['25001']]);
    expect(all[0]?.profile).toEqual({ doctors: 1, nursesMidwives: 3, staff: 4, bedsPlanned: 5, bedsActual: 4, bedsOccupied: 1, confirmedOn: today });
    expect((await rows(await signInReader(hub.url, 'lan'))).map(({ unit }) => unit)).toEqual(['25002']);
  });

  it('[HUB91] follows a profile that changes, and forgets one that is deleted', async () => {
    const first = profile('25003', 2);
    await send('25003', [minted(first, 1, 'a')]);
    expect((await rowOf('25003'))?.profile).toMatchObject({ doctors: 2 });
    await send('25003', [minted(profile('25003', 6, first), 2, 'b', ['a'])]);
    expect(await rowOf('25003')).toMatchObject({ profile: { doctors: 6 }, lacks: ['medicines'] });
    await send('25003', [{ ...minted({ _id: first._id }, 3, 'c', ['b', 'a']), _deleted: true } as { _id: string }]);
    expect((await rowOf('25003'))?.profile).toBeUndefined();
  });

  it('[HUB92] counts medicines without usable stock and lots that expire, whatever comes first, each movement once', async () => {
    const at = context('25001');
    const medicines = [1, 2, 3].map((n) => aMedicine({ id: anId('medicines', n), code: `M${n}` }, at));
    const goods = medicines.slice(0, 2).map((medicine, n) => aReceivedLot({ medicineId: medicine._id, lotNumber: `L${n}`, quantityBaseUnits: 100, expiresOn: addDays(today, n === 0 ? 30 : 900), occurredOn: today }, at));
    // Movements before their lots.
    await send('25001', goods.map(({ movement }) => minted(movement, 1, 'a')));
    await send('25001', [...medicines, ...goods.map(({ lot }) => lot)].map((body) => minted(body, 1, 'a')));
    expect((await rowOf('25001'))?.medicines).toEqual({ listed: 3, outOfStock: 1, expiring: 1 });
    const { lot } = goods[1] ?? {};
    const out = buildMovement({ kind: 'adjust', lotId: lot?._id ?? '', medicineId: lot?.medicineId ?? '', quantityBaseUnits: -100, occurredOn: today, reasonCode: 'wastage' }, at);
    await send('25001', [minted(out, 1, 'a')]);
    expect((await rowOf('25001'))?.medicines).toEqual({ listed: 3, outOfStock: 2, expiring: 1 });
    // The same movement in another version is no second one.
    await send('25001', [minted({ ...out, version: `${out.version}x` }, 2, 'b', ['a'])]);
    await send('25001', [minted(buildMovement({ kind: 'adjust', lotId: out.lotId, medicineId: out.medicineId, quantityBaseUnits: 1, occurredOn: today, reasonCode: 'countSurplus' }, at), 1, 'a')]);
    expect((await rowOf('25001'))?.medicines).toEqual({ listed: 3, outOfStock: 1, expiring: 1 });
    await send('25001', [minted({ ...lot, status: 'recalled' } as { _id: string }, 2, 'b', ['a'])]);
    expect((await rowOf('25001'))?.medicines).toEqual({ listed: 3, outOfStock: 2, expiring: 1 });
  });

  it('[HUB93] knows of the equipment how much works, also where an event comes before its line', async () => {
    const at = context('25002');
    const line = aLine({}, at);
    await send('25002', [minted(anEvent(line, {}, at), 1, 'a')]);
    expect((await rowOf('25002'))?.equipment).toBeUndefined();
    await send('25002', [minted(line, 1, 'a')]);
    expect((await rowOf('25002'))?.equipment).toEqual({ total: 5, working: 4 });
    await send('25002', [minted(anEvent(line, { quantity: 2 }, at), 1, 'a')]);
    expect((await rowOf('25002'))?.equipment).toEqual({ total: 5, working: 2 });
  });
});
