import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser, type RunningHub } from '../../../src-hub/main.ts';
import { openHubBook } from '../../../src-hub/provisioning/hub-book.ts';
import { makeConsoleTables } from '../../../src-hub/review/console-tables.ts';
import { listResources } from '../../../src-hub/review/list-resources.ts';
import type { ResourceRow } from '../../../src-shared/contract/hub-api.ts';
import { addDays } from '../../../src-shared/domain/common/partial-date.ts';
import { describedOf } from '../../../src-shared/domain/facility/described-of.ts';
import { planCorrectEquipment } from '../../../src-shared/domain/facility/plan-correct-equipment.ts';
import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import { ask, createHubWorld, engineKinds, minted, type Credential } from '../../contract/hub/hub-world.ts';
import { aContext } from '../../support/builders.ts';
import { aColdDecision, aFridge, aReading } from '../../support/cold-chain.ts';
import { anEvent } from '../../support/equipment.ts';
import { readerPassword, signInReader, type ConsoleReader } from './console-client.ts';

/** At noon of the last day of a month, so that its days lie behind. */
const now = Date.parse('2026-11-30T05:00:00.000Z');
const COMMUNES = 3321;
/** First look of a day, when every station is counted; others are heard between. */
const WITHIN_MS = 5_000;
const AGAIN_WITHIN_MS = 1000;

it('[COL18] counts the fridges of every commune once a day, and lists them within a second after that', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'tramxa-cold-'));
  const book = openHubBook(dir, Buffer.alloc(32, 7), () => now);
  makeConsoleTables(book);
  try {
    const units = Array.from({ length: COMMUNES }, (_, n) => String(10_000 + n));
    const line = aFridge({}, aContext({ nowMs: Date.parse('2026-01-01T00:00:00.000Z') }));
    const readings = Array.from({ length: 58 }, (_, n) => aReading(line, `2026-11-${String(1 + Math.floor(n / 2)).padStart(2, '0')}T${n % 2 === 0 ? '08:00' : '15:00'}`, { temperatureC: n === 40 ? 9 : 5 })).slice(2);
    book.inTransaction((sql) => {
      for (const unit of units) {
        sql.run(`INSERT INTO consoleCold (unit, day) VALUES (?, '')`, unit);
        sql.run(`INSERT INTO consoleColdPlaces (unit, id, line, events) VALUES (?, ?, ?, '[]')`, unit, line._id, JSON.stringify(line));
        for (const reading of readings) sql.run('INSERT INTO consoleReadings (unit, id, equipmentId, takenOn, body) VALUES (?, ?, ?, ?, ?)', unit, reading._id, line._id, reading.takenOn, JSON.stringify(reading));
      }
    });
    const old = ['2026-05-01', '2026-05-02', '2026-07-01'].map((day) => aReading(line, `${day}T08:00`, { temperatureC: 9 }));
    for (const reading of old) book.sql.run('INSERT INTO consoleReadings (unit, id, equipmentId, takenOn, body) VALUES (?, ?, ?, ?, ?)', units[0] ?? '', reading._id, line._id, reading.takenOn, JSON.stringify(reading));
    const times: number[] = [];
    for (const _ of ['first', 'again']) {
      const before = process.threadCpuUsage();
      const rows = await listResources({ book, org: { nameOf: () => undefined, areaOf: () => undefined }, root: '1', now: () => now }, units);
      const { user, system } = process.threadCpuUsage(before);
      expect(rows).toHaveLength(COMMUNES);
      expect(rows[0]).toMatchObject({ cold: { expected: 58, taken: 56, openAlarms: 1 }, lacks: ['profile', 'coldAlarms', 'coldReadings'] });
      times.push((user + system) / 1000);
    }
    // Of what lies farther back only the first one is kept, which tells since when the fridge is read.
    expect(book.sql.all<{ takenOn: string }>('SELECT takenOn FROM consoleReadings WHERE unit = ? AND takenOn < ? ORDER BY takenOn', units[0] ?? '', '2026-11-01').map(({ takenOn }) => takenOn)).toEqual(['2026-05-01']);
    console.log(`fridges of ${String(COMMUNES)}: ${times.map((ms) => `${String(Math.round(ms))} ms`).join(', ')}`);
    expect(times[0]).toBeLessThan(WITHIN_MS);
    expect(times[1]).toBeLessThan(AGAIN_WITHIN_MS);
  } finally {
    book.close();
    rmSync(dir, { recursive: true, force: true });
  }
}, 120_000);

describe.each(engineKinds)('what fridges read, at a hub (%s)', (engine) => {
  const world = createHubWorld(engine);
  const present = Date.now();
  const on = (ago: number) => addDays(todayInUnitZone(present), -ago);
  let hub: RunningHub & { dir: string }, pc: Credential, reader: ConsoleReader;
  const post = async (docs: { _id: string }[]) => (await ask(hub.url, 'POST', '/resources-25001/_bulk_docs', { as: pc, body: { new_edits: false, docs } })).body;
  const cold = async () => (await reader.query<ResourceRow[]>('resources')).find(({ unit }) => unit === '25001');

  beforeAll(async () => {
    hub = await world.hub({ unit: '769', tier: 'district' });
    pc = await world.device(hub, '25001');
    await addUser({ dir: hub.dir, account: 'hoa', role: 'administrator', password: readerPassword, unit: '769', passwordOnly: true });
    reader = await signInReader(hub.url, 'hoa');
  }, 120_000);
  afterAll(() => world.end());

  it('[COL12] [COL18] [COL21] takes readings and decisions through the door, and says what was missed and what is open', async () => {
    const line = aFridge({}, aContext({ nowMs: present - 5 * 86_400_000 }));
    const [good, warm] = [aReading(line, on(2)), aReading(line, on(1), { temperatureC: 9 })];
    // Readings before their fridge.
    expect(await post([good, warm].map((one) => minted(one, 1, 'a')))).toEqual([]);
    expect((await cold())?.cold).toBeUndefined();
    expect(await post([minted(line, 1, 'a')])).toEqual([]);
    const asked = await cold();
    expect(asked?.cold?.openAlarms).toBe(1);
    expect(asked?.lacks).toContain('coldAlarms');
    const { expected = 0, taken = 0 } = asked?.cold ?? {};
    expect(expected - taken).toBe(asked?.lacks.includes('coldReadings') ? expected - taken : 0);
    // Said to keep vaccines no more it owes nothing from then on, and its alarm stays.
    const asNone = planCorrectEquipment({ id: line._id, ...describedOf(line), coldPlace: 'none' }, { line, events: [], others: [] }, aContext({ nowMs: present - 4 * 86_400_000 }));
    if (!asNone.ok) throw new Error(asNone.refusals[0].code);
    expect(await post([minted(asNone.value.line, 2, 'n', ['a']), minted(asNone.value.event, 1, 'n')])).toEqual([]);
    expect((await cold())?.cold).toMatchObject({ openAlarms: 1 });
    expect((await cold())?.cold?.expected).toBeLessThanOrEqual(2);
    expect(await post([minted(line, 3, 'm', ['n', 'a'])])).toEqual([]);
    expect(await post([minted(aColdDecision([warm]), 1, 'a')])).toEqual([]);
    expect((await cold())?.cold).toEqual({ expected, taken, openAlarms: 0 });
    // Struck out it is no reading; what does not work is not expected to be read.
    const struck = { ...warm, voided: { at: warm.createdAt, by: 'hoa', reason: 'enteredInError' }, version: `${warm.version}x` };
    expect(await post([minted(struck, 2, 'b', ['a'])])).toEqual([]);
    expect((await cold())?.cold?.taken).toBe(on(1).slice(0, 7) === on(0).slice(0, 7) ? taken - 1 : taken);
    expect(await post([minted(anEvent(line, { occurredOn: on(40) }, aContext({ nowMs: present })), 1, 'a')])).toEqual([]);
    expect((await cold())?.cold).toEqual({ expected: 0, taken: 0, openAlarms: 0 });
    expect(await post([minted({ ...good, _id: good._id.replace(/.$/, '0'), note: 'Chị Hoà' } as { _id: string }, 1, 'a')])).toMatchObject([{ error: 'forbidden' }]);
  });
});
