import { expect, it } from 'vitest';
import type { StationDatabase } from '../../../src-main/station/db/station-database.ts';
import { createImportDesk } from '../../../src-main/station/import/import-desk.ts';

const lan = { account: 'lan', displayName: 'Lan', role: 'head' } as const;
/** The file is read in a thread, which takes its time to start on a loaded machine. */
const patienceMs = 60_000;
const turn = () => new Promise((resolve) => { setImmediate(resolve); });

function aDesk({ bad = 0 } = {}) {
  const rows = [...Array.from({ length: 300 }, (_, n) => `Nguyễn Thị ${n};15/03/1985;Nữ`), ...Array.from({ length: bad }, (_, n) => `Trần Văn ${n};31/02/1985;Nam`)];
  const list = ['Họ tên;Ngày sinh;Giới', ...rows].join('\n');
  const db = { people: {}, settings: { get: () => undefined, set: () => undefined }, doneKeys: { find: () => ({}) }, store: { together: (work: () => void) => { work(); } } } as unknown as StationDatabase;
  const desk = createImportDesk(() => undefined);
  return { db, desk, open: () => desk.open(db, lan, 'patients', 'list.csv', Buffer.from(list)) };
}

it('[IMP10] a trial that gives way to another choice of columns does not stop the one that follows it', async () => {
  const { db, desk, open } = aDesk();
  const opened = await open();
  if (!opened.ok) throw new Error('not opened');
  const { columns, headerRow } = opened.state;
  const steps = new Set<string>();
  const choosing = desk.choose(db, lan, opened.id, columns, headerRow);
  for (let turns = 0; turns < 5000 && desk.state(lan, opened.id)?.step !== 'tried'; turns += 1) {
    steps.add(desk.state(lan, opened.id)?.step ?? '');
    await turn();
  }
  await choosing;
  expect([...steps]).toEqual(['trying']);
  expect(desk.state(lan, opened.id)).toMatchObject({ step: 'tried', already: 300, finished: 300 });
}, patienceMs);

it('[IMP10] columns chosen twice at once are tried once, as chosen last', async () => {
  const { db, desk, open } = aDesk();
  const opened = await open();
  if (!opened.ok) throw new Error('not opened');
  const { columns, headerRow } = opened.state;
  await Promise.all([desk.choose(db, lan, opened.id, {}, headerRow), desk.choose(db, lan, opened.id, columns, headerRow), desk.choose(db, lan, opened.id, columns, headerRow)]);
  for (let turns = 0; turns < 5000 && desk.state(lan, opened.id)?.step !== 'tried'; turns += 1) await turn();
  for (let turns = 0; turns < 50; turns += 1) await turn();
  expect(desk.state(lan, opened.id)).toMatchObject({ step: 'tried', already: 300, finished: 300 });
}, patienceMs);

it('[IMP21] every row that is not taken in is named once the list is tried, the first of them meanwhile', async () => {
  const { desk, open } = aDesk({ bad: 700 });
  const opened = await open();
  if (!opened.ok) throw new Error('not opened');
  expect([opened.state.step, opened.state.refused, opened.state.notTaken.length]).toEqual(['trying', 700, 500]);
  for (let turns = 0; turns < 5000 && desk.state(lan, opened.id)?.step !== 'tried'; turns += 1) await turn();
  const { notTaken = [], refused } = desk.state(lan, opened.id) ?? {};
  expect(refused).toBe(700);
  expect(notTaken.map(({ row }) => row)).toEqual(Array.from({ length: 700 }, (_, n) => n + 302));
}, patienceMs);
