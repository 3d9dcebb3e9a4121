import { describe, expect, it } from 'vitest';
import type { ConflictRow, EquipmentEventRow, EquipmentRow } from '../../../src-shared/contract/queries.ts';
import { addEquipmentInput } from '../../../src-shared/domain/facility/equipment.schema.ts';
import { starterEquipment } from '../../../src-shared/domain/facility/starter-equipment.ts';
import type { StationDatabase } from '../../../src-main/station/db/station-database.ts';
import { runOperation } from '../../../src-main/station/operations/run-operation.ts';
import { makePaper } from '../../../src-main/station/reports/make-paper.ts';
import { verifyStation } from '../../../src-main/station/verify/verify-station.ts';
import { anId } from '../../support/builders.ts';
import { pdfText } from '../../support/pdf-text.ts';
import { aDatabase, lan } from './one-pc.ts';
import { until } from './world.ts';
import { ask, did, exchange, twoPcs } from './two-pcs.ts';

const [thermometers, machine, wrong] = [1, 2, 3].map((n) => anId('equipment', n)) as [string, string, string];
const occurredOn = '2026-03-01';

describe('the register at two PCs', () => {
  it('[EQU13] both show the same after an exchange, with both histories whole, and all of it is proved', async () => {
    const [one, two] = await twoPcs();
    await did(one, 'addEquipment', { id: thermometers, name: 'Nhiệt kế y học', countUnit: 'cái', quantity: 5, location: 'Kho' });
    await did(one, 'addEquipment', { id: machine, name: 'Máy siêu âm', countUnit: 'máy', quantity: 1, serial: 'M7-42' });
    const broken = await did(one, 'reportEquipment', { equipmentId: thermometers, kind: 'broken', quantity: 2, from: 'working', occurredOn });
    await exchange(one, two);

    // Apart from each other.
    await did(one, 'undoEquipmentEvent', { eventId: broken });
    await did(two, 'undoEquipmentEvent', { eventId: broken });
    await did(one, 'reportEquipment', { equipmentId: machine, kind: 'broken', quantity: 1, from: 'working', occurredOn });
    await did(two, 'reportEquipment', { equipmentId: machine, kind: 'writtenOff', quantity: 1, from: 'working', occurredOn: '2026-03-02', documentNumber: 'BB-7' });
    await did(one, 'correctEquipment', { id: thermometers, name: 'Nhiệt kế y học', countUnit: 'cái', quantity: 5, priceVnd: 45_000 });
    await did(two, 'moveEquipment', { equipmentId: thermometers, location: 'Phòng khám', occurredOn });
    await did(one, 'correctEquipment', { id: machine, name: 'Máy siêu âm', countUnit: 'máy', quantity: 1, serial: 'M7-42', maker: 'Mindray' });
    await did(two, 'correctEquipment', { id: machine, name: 'Máy siêu âm', countUnit: 'máy', quantity: 1, serial: 'M7-42', maker: 'GE' });
    await exchange(one, two);

    const lists = await Promise.all([one, two].map((work) => ask<EquipmentRow[]>(work, 'equipmentList')));
    expect(lists[1]).toEqual(lists[0]);
    expect(lists[0]).toMatchObject([
      { _id: machine, counts: { working: 0, awaitingRepair: 0, writtenOff: 1 } },
      { _id: thermometers, counts: { working: 5, awaitingRepair: 0 }, priceVnd: 45_000, location: 'Phòng khám' },
    ]);
    const histories = await Promise.all([one, two].map((work) => ask<EquipmentEventRow[]>(work, 'equipmentHistory', { id: machine })));
    expect(histories[1]).toEqual(histories[0]);
    expect(histories[0]?.map(({ kind }) => kind).sort()).toEqual(['broken', 'corrected', 'corrected', 'writtenOff']);
    expect((await ask<EquipmentEventRow[]>(one, 'equipmentHistory', { id: thermometers })).map(({ kind, undone }) => `${kind}${undone ? ', undone' : ''}`).sort()).toEqual(['broken, undone', 'corrected', 'moved', 'reversal']);
    const inboxes = await Promise.all([one, two].map((work) => ask<ConflictRow[]>(work, 'conflictInbox')));
    for (const inbox of inboxes) expect(inbox).toMatchObject([{ recordId: machine, collection: 'equipment', fields: [{ field: 'maker' }] }]);
    for (const work of [one, two]) {
      expect(await work.verify()).toMatchObject({ ok: true, documents: { equipment: 2, equipmentEvents: 8 } });
      await until(async () => (await work.exchange({})).receipts.every(({ missing }) => missing === 0));
    }
  });
});

function aRegister(): StationDatabase {
  const db = aDatabase();
  const lines: [string, object][] = [
    ['addEquipment', { id: thermometers, name: 'Nhiệt kế y học', countUnit: 'cái', quantity: 5, location: 'Phòng khám' }],
    ['addEquipment', { id: machine, name: 'Tủ lạnh bảo quản vắc xin', code: 'TC-01', countUnit: 'cái', quantity: 1, serial: 'TCW-118', maker: 'B Medical', yearMade: 2019, receivedOn: '2020-03', source: 'programme', priceVnd: 98_500_000, calibratedOn: '2025-12-01', calibrationDueOn: '2026-12-01', inCharge: 'pharmacist' }],
    ['addEquipment', { id: wrong, name: 'Ghi nhầm', countUnit: 'cái', quantity: 1 }],
    ['voidEquipment', { id: wrong, voidReason: 'enteredInError' }],
    ['reportEquipment', { equipmentId: thermometers, kind: 'broken', quantity: 2, from: 'working', occurredOn }],
    ['reportEquipment', { equipmentId: thermometers, kind: 'writtenOff', quantity: 1, from: 'awaitingRepair', occurredOn }],
  ];
  for (const [index, [operation, input]] of lines.entries()) {
    const answer = runOperation(db, lan, { operation, key: `k${String(index)}`, input });
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  }
  return db;
}

describe('the register of one PC', () => {
  it('[EQU13] every step stands in the audit, and done twice is done once', () => {
    const db = aRegister();
    const operations = [...db.store.iterate('auditEvents')].map(({ operation, chainIndex }) => ({ operation, chainIndex: Number(chainIndex) })).sort((a, b) => a.chainIndex - b.chainIndex).map(({ operation }) => operation);
    expect(operations).toEqual(['addEquipment', 'addEquipment', 'addEquipment', 'voidEquipment', 'reportEquipment', 'reportEquipment']);
    expect(runOperation(db, lan, { operation: 'voidEquipment', key: 'k3', input: { id: wrong, voidReason: 'enteredInError' } })).toMatchObject({ ok: true, result: { already: true } });
    expect(db.store.count('equipmentEvents')).toBe(2);
    expect(verifyStation(db).ok).toBe(true);
  });

  it('[EQU14] an event without its line and a reversal of nothing are named', () => {
    const db = aRegister();
    expect(verifyStation(db).problems).toEqual([]);
    const event = [...db.store.iterate('equipmentEvents')][0];
    if (!event) throw new Error('no event');
    db.store.commit({ context: 'damage', documents: [
      { table: 'equipmentEvents', document: { ...event, _id: anId('equipmentEvents', 8), equipmentId: anId('equipment', 9) } },
      { table: 'equipmentEvents', document: { ...event, _id: anId('equipmentEvents', 9), kind: 'reversal', reversalOf: anId('equipmentEvents', 7) } },
    ] });
    expect(verifyStation(db).problems.filter(({ check }) => check === 'ledger').map(({ problem, id }) => ({ problem, id }))).toEqual([{ problem: 'equipmentMissing', id: anId('equipmentEvents', 8) }, { problem: 'undoneEventMissing', id: anId('equipmentEvents', 9) }]);
  });

  it('[EQU15] the register on paper has every line as it stands, those struck out left out', async () => {
    const paper = await makePaper(aRegister(), { paper: 'equipmentRegister', size: 'A4' });
    if (!paper.ok) throw new Error(paper.refusal.code);
    const text = pdfText(paper.bytes).text.replace(/\s+/g, ' ');
    for (const said of ['SỔ TRANG THIẾT BỊ', 'TRẠM Y TẾ AN BÌNH', 'Nhiệt kế y học', 'TCW-118', '98.500.000', '03/2020', 'Tổng số: 2 dòng; 4 tốt, 1 hỏng chờ sửa, 1 đã thanh lý', '01/12/2026', 'Dược sĩ']) expect(text).toContain(said);
    expect(text).not.toContain('Ghi nhầm');
    expect(paper.fileName).toBe('so-trang-thiet-bi-2026-11-22.pdf');
  });

  it('[EQU16] the list of names has codes of its own and no number of how many there should be', () => {
    expect(new Set(starterEquipment.map(({ code }) => code)).size).toBe(starterEquipment.length);
    for (const one of starterEquipment) {
      expect(addEquipmentInput.safeParse({ ...one, quantity: 1 }).error?.issues).toBeUndefined();
      expect(Object.keys(one)).toEqual(['code', 'name', 'countUnit']);
    }
  });
});
