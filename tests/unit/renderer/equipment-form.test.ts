import { describe, expect, it } from 'vitest';
import type { EquipmentRow } from '../../../src-shared/contract/queries.ts';
import { deriveEquipment } from '../../../src-shared/domain/facility/derive-equipment.ts';
import { correctEquipmentInput, type AddEquipmentInput, type EquipmentEvent } from '../../../src-shared/domain/facility/equipment.schema.ts';
import { linesShown } from '../../../src-renderer/features/equipment/equipment-filters.ts';
import { emptyEquipment, equipmentProblems, fieldsToDescribed, fieldsToLine, lineToFields, namePatch } from '../../../src-renderer/features/equipment/equipment-form.ts';
import { emptyEvent, eventProblems, fieldsToReport, statesFor } from '../../../src-renderer/features/equipment/event-form.ts';
import { aLine, anEvent } from '../../support/equipment.ts';

const today = '2026-11-22';
const aRow = (with_: Partial<AddEquipmentInput> = {}, ...happened: Partial<EquipmentEvent>[]): EquipmentRow => {
  const line = aLine(with_);
  return { ...line, ...deriveEquipment(line, happened.map((event) => anEvent(line, event))) };
};
const thermometers = { ...emptyEquipment, name: 'Nhiệt kế y học', countUnit: 'cái', quantity: '5' };

describe('the form of a thing', () => {
  it('[SCR71] a name of the list brings its code and word, and leaves what somebody typed', () => {
    expect(namePatch('Máy khí dung', emptyEquipment)).toEqual({ name: 'Máy khí dung', code: 'CC-01', countUnit: 'máy' });
    expect(namePatch('Nhiệt kế y học', { ...emptyEquipment, code: 'CC-01', countUnit: 'máy' })).toEqual({ name: 'Nhiệt kế y học', code: 'KCB-05', countUnit: 'cái' });
    expect(namePatch('Máy khí dung', { ...emptyEquipment, code: 'TS-77', countUnit: 'bộ' })).toEqual({ name: 'Máy khí dung', code: 'TS-77', countUnit: 'bộ' });
    expect(namePatch('Máy của trạm', thermometers)).toEqual({ name: 'Máy của trạm' });
  });

  it.each([
    [{ name: '' }, 'name', 'required'], [{ countUnit: ' ' }, 'countUnit', 'required'], [{ quantity: '2,5' }, 'quantity', 'notWhole'], [{ quantity: '0' }, 'quantity', 'outOfRange'], [{ serial: 'A1' }, 'quantity', 'refusals.SerialNeedsOnePiece'],
    [{ location: 'Nhà chị Hoà 0912345678' }, 'location', 'looksPersonal'], [{ serial: 'Nguyễn Hoà', quantity: '1' }, 'serial', 'looksPersonal'], [{ code: 'a b' }, 'code', 'documentFormat'], [{ yearMade: '1066' }, 'yearMade', 'outOfRange'],
    [{ receivedOn: '2027' }, 'receivedOn', 'inFuture'], [{ receivedOn: '2018', yearMade: '2019' }, 'yearMade', 'refusals.MadeAfterReceived'], [{ calibratedOn: '01/05/2026', calibrationDueOn: '01/05/2026' }, 'calibrationDueOn', 'refusals.DueNotAfter'],
  ])('[EQU1] [EQU2] %j is said at its field', (typed, field, code) => { expect(equipmentProblems({ ...thermometers, ...typed }, [], today)).toEqual({ [field]: expect.objectContaining({ code }) as unknown }); });

  it('[EQU1] a serial number that is there is said, but for the line itself', () => {
    const there = aRow({ name: 'Máy siêu âm', quantity: 1, serial: 'M7' });
    const typed = { ...thermometers, name: 'Máy siêu âm', quantity: '1', serial: 'm7' };
    expect(equipmentProblems(typed, [there], today)).toMatchObject({ serial: { code: 'refusals.SerialTaken' } });
    expect(equipmentProblems(typed, [there], today, there._id)).toEqual({});
  });

  it('[EQU3] a line opened for correction and saved as it is says the same', () => {
    const row = aRow({ quantity: 1, serial: 'M7', maker: 'Mindray', yearMade: 2018, receivedOn: '2018-11', source: 'aid', priceVnd: 320_000_000, code: 'KCB-14' });
    const said = fieldsToDescribed(lineToFields(row));
    for (const [field, value] of Object.entries(said)) expect(value, field).toBe(row[field]);
    expect(correctEquipmentInput.safeParse({ id: row._id, ...said }).success).toBe(true);
    expect(fieldsToLine({ ...thermometers, priceVnd: '45.000', receivedOn: '3/2024', inCharge: 'head' })).toMatchObject({ quantity: 5, priceVnd: 45_000, receivedOn: '2024-03', inCharge: 'head' });
  });
});

describe('the form of what happened', () => {
  it('[EQU7] offers the states pieces are in, the likeliest first, and no more pieces than there are', () => {
    const row = aRow({}, { quantity: 2 }, { kind: 'condemned', from: 'awaitingRepair' });
    expect([statesFor('broken', row), statesFor('writtenOff', row), statesFor('repaired', row), statesFor('moved', row)]).toEqual([['working'], ['awaitingDisposal', 'awaitingRepair', 'working'], ['awaitingRepair', 'awaitingDisposal'], []]);
    const fields = { ...emptyEvent('broken', row, today), quantity: '4' };
    expect(eventProblems('broken', fields, row, today)).toEqual({ quantity: { code: 'refusals.PiecesNotThere', available: 3 } });
    expect(eventProblems('broken', { ...fields, quantity: '3' }, row, today)).toEqual({});
    expect(fieldsToReport('broken', { ...fields, quantity: '3' }, row._id)).toMatchObject({ kind: 'broken', quantity: 3, from: 'working', occurredOn: today });
    expect(eventProblems('serviced', { ...fields, dueOn: '22/11/2026' }, row, today)).toEqual({ dueOn: { code: 'refusals.DueNotAfter' } });
    expect(eventProblems('moved', fields, row, today)).toEqual({ location: { code: 'required' } });
  });
});

it('[SCR119] lines to be asked about are found, and the form says what was said', () => {
  const [store, told, box] = [aRow({ name: 'Kho lạnh', quantity: 1 }), aRow({ name: 'Phích vắc xin', quantity: 1, coldPlace: 'coldBox' }), aRow({ name: 'Tủ lạnh', quantity: 1 })];
  const sentAway = aRow({ name: 'Kho lạnh', quantity: 1 }, { kind: 'sentAway' });
  expect(linesShown([store, told, box, sentAway], 'cold', '')).toEqual([store]);
  expect([store, told].map((row) => lineToFields(row).coldPlace)).toEqual(['', 'coldBox']);
  expect([store, told].map((row) => fieldsToDescribed(lineToFields(row)).coldPlace)).toEqual([undefined, 'coldBox']);
});

it('[SCR70] lines are found without marks, by state, and those struck out apart', () => {
  const [five, gone] = [aRow({ location: 'Phòng đẻ' }, { quantity: 1 }), aRow({ name: 'Tủ sấy', quantity: 1 }, { kind: 'writtenOff' })];
  const struckOut: EquipmentRow = { ...aRow(), voided: { at: '2026-11-22T03:00:00.000Z', by: 'hoa', reason: 'enteredTwice' } };
  const rows = [five, gone, struckOut];
  expect(linesShown(rows, 'here', 'phong de nhiet')).toEqual([five]);
  expect(linesShown(rows, 'here', 'tu say')).toEqual([]);
  expect([linesShown(rows, 'gone', ''), linesShown(rows, 'awaitingRepair', ''), linesShown(rows, 'awaitingDisposal', ''), linesShown(rows, 'voided', '')]).toEqual([[gone], [five], [], [struckOut]]);
});
