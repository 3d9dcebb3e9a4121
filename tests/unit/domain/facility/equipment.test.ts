import { describe, expect, it } from 'vitest';
import type { WorkContext } from '../../../../src-shared/domain/common/context.ts';
import type { DocumentBody } from '../../../../src-shared/domain/common/document.ts';
import type { Outcome } from '../../../../src-shared/domain/common/refusal.ts';
import { deriveEquipment } from '../../../../src-shared/domain/facility/derive-equipment.ts';
import { addEquipmentInput, type Equipment, type EquipmentEvent, reportEquipmentInput, serviceEquipmentInput } from '../../../../src-shared/domain/facility/equipment.schema.ts';
import { planAddEquipment } from '../../../../src-shared/domain/facility/plan-add-equipment.ts';
import { planCorrectEquipment } from '../../../../src-shared/domain/facility/plan-correct-equipment.ts';
import { planEquipmentEvent } from '../../../../src-shared/domain/facility/plan-equipment-event.ts';
import { planUndoEvent } from '../../../../src-shared/domain/facility/plan-undo-event.ts';
import { planRestoreEquipment, planVoidEquipment } from '../../../../src-shared/domain/facility/plan-void-equipment.ts';
import { summarizeEquipment } from '../../../../src-shared/domain/facility/summarize-equipment.ts';
import { validateResourceDocument } from '../../../../src-shared/domain/supply/validate-resource-document.ts';
import { aContext, anId } from '../../../support/builders.ts';
import { aLine, anEvent } from '../../../support/equipment.ts';

/** 22 November 2026. */
const context = aContext();
const codes = (outcome: Outcome<unknown>) => (outcome.ok ? [] : outcome.refusals.map(({ code }) => code));
const add = (with_: object, others: Equipment[] = []) => planAddEquipment(addEquipmentInput.parse({ name: 'Nhiệt kế y học', countUnit: 'cái', quantity: 5, ...with_ }), others, context);
const correct = (line: Equipment, with_: object, events: EquipmentEvent[] = [], others: Equipment[] = []) =>
  planCorrectEquipment({ id: line._id, name: line.name, countUnit: line.countUnit, quantity: line.quantity, ...with_ }, { line, events, others }, context);
const happen = (line: Equipment | undefined, with_: object, events: EquipmentEvent[] = [], at: WorkContext = context) =>
  planEquipmentEvent(reportEquipmentInput.parse({ equipmentId: line?._id ?? anId('equipment'), kind: 'broken', quantity: 1, from: 'working', occurredOn: '2026-11-20', ...with_ }), { line, events }, at);
const value = <T>(outcome: Outcome<T>): T => { if (!outcome.ok) throw new Error(outcome.refusals[0].code); return outcome.value; };
const countsOf = (line: Equipment, events: EquipmentEvent[]) => Object.fromEntries(Object.entries(deriveEquipment(line, events).counts).filter(([, count]) => count > 0));

describe('lines of the register', () => {
  it('[EQU1] a name, a quantity and a word are enough; all of them work', () => {
    const line = value(add({}));
    expect(countsOf(line, [])).toEqual({ working: 5 });
    for (const without of ['name', 'countUnit', 'quantity']) expect(addEquipmentInput.safeParse({ name: 'Cân', countUnit: 'cái', quantity: 1, [without]: undefined }).error?.issues).toMatchObject([{ path: [without] }]);
  });

  it('[EQU1] a serial number is of one piece, and of one line', () => {
    expect(codes(add({ serial: 'SN-1' }))).toEqual(['SerialNeedsOnePiece']);
    const there = aLine({ name: 'Máy siêu âm', quantity: 1, serial: 'SN-0042' });
    expect(add({ name: 'máy Siêu Âm', quantity: 1, serial: 'sn 0042' }, [there])).toMatchObject({ ok: false, refusals: [{ code: 'SerialTaken', equipmentId: there._id }] });
    expect(codes(add({ name: 'Máy điện tim', quantity: 1, serial: 'SN-0042' }, [there]))).toEqual([]);
    expect(codes(correct(there, { serial: 'SN-0042', model: 'M7' }, [], [there]))).toEqual([]);
  });

  it.each([
    [{ receivedOn: '2026-11-23' }, 'ReceivedInFuture'], [{ receivedOn: '2027' }, 'ReceivedInFuture'], [{ receivedOn: '2020', yearMade: 2021 }, 'MadeAfterReceived'], [{ yearMade: 2027 }, 'MadeAfterReceived'],
    [{ calibratedOn: '2026-11-23' }, 'OccurredInFuture'], [{ calibratedOn: '2026-05-01', calibrationDueOn: '2026-05-01' }, 'DueNotAfter'],
  ])('[EQU2] %j is refused', (with_, code) => { expect(codes(add(with_))).toEqual([code]); });

  it('[EQU2] the year alone is known, and it is this one', () => { expect(codes(add({ receivedOn: '2026', yearMade: 2026, calibratedOn: '2026-11-22', calibrationDueOn: '2027-11-22' }))).toEqual([]); });

  it('[EQU3] a correction keeps what was said, and takes away what is left out', () => {
    const line = aLine({ priceVnd: 50_000_000, maker: 'Omron' });
    const corrected = value(correct(line, { priceVnd: 5_000_000 }));
    expect(corrected.line).toMatchObject({ _id: line._id, priceVnd: 5_000_000, quantity: 5 });
    expect(corrected.line).not.toHaveProperty('maker');
    expect(corrected.event).toMatchObject({ kind: 'corrected', equipmentId: line._id, before: { priceVnd: 50_000_000, maker: 'Omron' } });
    const added = value(correct(corrected.line, { priceVnd: 5_000_000, model: 'X' }));
    expect(added.event.before).toEqual({ model: null });
    for (const body of [corrected.line, corrected.event, added.event]) expect(validateResourceDocument(body as DocumentBody)).toEqual([]);
  });

  it('[EQU3] no fewer pieces than something was noted of, and no correction that changes nothing', () => {
    const line = aLine();
    expect(correct(line, { quantity: 1 }, [anEvent(line, { quantity: 2 })])).toMatchObject({ ok: false, refusals: [{ code: 'QuantityBelowEvents', least: 2 }] });
    expect(codes(correct(line, { quantity: 2 }, [anEvent(line, { quantity: 2 })]))).toEqual([]);
    expect(codes(correct(line, {}))).toEqual(['NothingChanges']);
  });

  it('[EQU4] a line struck out keeps every word, counts nothing, and can be taken back', () => {
    const line = aLine({ serial: 'A1', quantity: 1 });
    const voided = value(planVoidEquipment(line, { id: line._id, voidReason: 'enteredTwice' }, context));
    expect(voided).toMatchObject({ name: line.name, serial: 'A1', voided: { by: 'hoa', reason: 'enteredTwice' } });
    expect(summarizeEquipment([voided], context.today).total).toBe(0);
    expect(codes(planVoidEquipment(voided, { id: line._id, voidReason: 'enteredTwice' }, context))).toEqual(['EquipmentVoided']);
    expect(codes(planRestoreEquipment(voided, [voided, aLine({ serial: 'A1', quantity: 1 })], context))).toEqual(['SerialTaken']);
    const back = value(planRestoreEquipment(voided, [voided], context));
    expect(back).not.toHaveProperty('voided');
    expect(back.voidings).toMatchObject([{ by: 'hoa', reason: 'enteredTwice', restored: { by: 'hoa' } }]);
    expect(codes(planRestoreEquipment(back, [back], context))).toEqual(['EquipmentNotVoided']);
    for (const body of [voided, back]) expect(validateResourceDocument(body as DocumentBody)).toEqual([]);
  });

  it('[EQU5] nothing is done with a line that is not there, is struck out, or is of a newer program', () => {
    const line = aLine();
    const voided = value(planVoidEquipment(line, { id: line._id, voidReason: 'enteredInError' }, context));
    const newer = { ...line, schemaVersion: 99 };
    for (const [at, code] of [[undefined, 'EquipmentNotFound'], [voided, 'EquipmentVoided'], [newer, 'RecordNewerThanProgram']] as const) {
      expect(codes(happen(at, {}))).toEqual([code]);
      expect(codes(planCorrectEquipment({ id: line._id, name: 'B', countUnit: 'bộ', quantity: 1 }, { line: at, events: [], others: [] }, context))).toEqual([code]);
      expect(codes(planVoidEquipment(at, { id: line._id, voidReason: 'enteredInError' }, context))).toEqual([code]);
      const event = anEvent(line, {});
      expect(codes(planUndoEvent({ eventId: event._id }, { line: at, events: [event] }, context))).toEqual([code]);
    }
    expect(codes(planRestoreEquipment(newer, [], context))).toEqual(['RecordNewerThanProgram']);
  });
});

describe('what happens to things', () => {
  it('[EQU6] an event is a line of its own, and leaves the register\'s line as it is', () => {
    const line = aLine();
    const event = value(happen(line, { quantity: 2, documentNumber: 'BB-01' }));
    expect(event).toMatchObject({ equipmentId: line._id, kind: 'broken', quantity: 2, from: 'working', occurredOn: '2026-11-20', documentNumber: 'BB-01', createdBy: 'hoa' });
    expect(countsOf(line, [event])).toEqual({ working: 3, awaitingRepair: 2 });
  });

  it('[EQU6] not of a day to come, nor before the thing was there', () => {
    expect(codes(happen(aLine(), { occurredOn: '2026-11-23' }))).toEqual(['OccurredInFuture']);
    expect(codes(happen(aLine({ receivedOn: '2026-11' }), { occurredOn: '2026-10-31' }))).toEqual(['OccurredBeforeReceived']);
    expect(codes(happen(aLine({ receivedOn: '2026' }), { occurredOn: '2026-01-01' }))).toEqual([]);
  });

  it('[EQU6] where it was sent is of what was sent away, and a day that is due of a calibration', () => {
    const line = aLine();
    expect(reportEquipmentInput.safeParse({ equipmentId: line._id, kind: 'broken', quantity: 1, from: 'working', occurredOn: '2026-11-20', location: 'Huyện' }).error?.issues).toMatchObject([{ path: ['location'], message: 'UnknownField' }]);
    expect(serviceEquipmentInput.safeParse({ equipmentId: line._id, kind: 'maintained', occurredOn: '2026-11-20', dueOn: '2027-11-20' }).error?.issues).toMatchObject([{ path: ['dueOn'], message: 'UnknownField' }]);
    const calibrated = (dueOn: string) => planEquipmentEvent({ equipmentId: line._id, kind: 'calibrated', occurredOn: '2026-11-20', dueOn }, { line, events: [] }, context);
    expect([codes(calibrated('2026-11-20')), codes(calibrated('2027-11-20'))]).toEqual([['DueNotAfter'], []]);
  });

  it('[EQU7] no more pieces than are in the state it names, and into another one', () => {
    const line = aLine();
    const broken = anEvent(line, { quantity: 2 });
    expect(happen(line, { quantity: 4 }, [broken])).toMatchObject({ ok: false, refusals: [{ code: 'PiecesNotThere', available: 3, wanted: 4 }] });
    expect(codes(happen(line, { kind: 'repaired', from: 'working' }))).toEqual(['NothingChanges']);
    expect(codes(happen(line, { kind: 'writtenOff', from: 'awaitingRepair', quantity: 2 }, [broken]))).toEqual([]);
    const gone = anEvent(line, { kind: 'sentAway', quantity: 5 });
    const moved = planEquipmentEvent({ equipmentId: line._id, kind: 'moved', location: 'Phòng đẻ', occurredOn: '2026-11-22' }, { line, events: [gone] }, context);
    expect(codes(moved)).toEqual(['NothingLeft']);
  });

  it('[EQU8] of what two PCs said of one piece the later word holds, and what has left stays away', () => {
    const line = aLine({ quantity: 1 });
    const at = (nowMs: number, device: string) => aContext({ nowMs, device });
    const [morning, noon, evening] = [1, 2, 3].map((hour) => Date.parse(`2026-11-22T0${String(hour)}:00:00.000Z`)) as [number, number, number];
    const twice = [anEvent(line, {}, at(morning, 'pc1')), anEvent(line, {}, at(noon, 'pc2'))];
    expect(countsOf(line, twice)).toEqual({ awaitingRepair: 1 });
    const writtenOff = anEvent(line, { kind: 'writtenOff' }, at(evening, 'pc2'));
    expect(countsOf(line, [...twice, writtenOff])).toEqual({ writtenOff: 1 });
    expect(countsOf(line, [writtenOff, ...twice].toReversed())).toEqual({ writtenOff: 1 });
    const later = anEvent(line, { kind: 'repaired', from: 'awaitingRepair' }, at(evening + 1000, 'pc1'));
    expect(countsOf(line, [later, writtenOff, ...twice])).toEqual({ writtenOff: 1 });
  });

  it('[EQU8] of one millisecond the one written later comes later, whatever its id', () => {
    const line = aLine();
    const context = aContext();
    for (let n = 0; n < 20; n += 1) {
      const [first, second] = [anEvent(line, { quantity: 2 }, context), anEvent(line, { kind: 'writtenOff', from: 'awaitingRepair' }, context)];
      expect(countsOf(line, [second, first])).toEqual({ working: 3, awaitingRepair: 1, writtenOff: 1 });
    }
  });

  it('[EQU8] a quantity corrected elsewhere below what was noted leaves no state below zero', () => {
    expect(countsOf(aLine({ quantity: 1 }), [anEvent(aLine(), { quantity: 3 })])).toEqual({ awaitingRepair: 1 });
  });

  it('[EQU9] undone once, by a line of its own with the same id at every PC', () => {
    const line = aLine();
    const event = anEvent(line, { quantity: 2 });
    const undo = (events: EquipmentEvent[], eventId = event._id) => planUndoEvent({ eventId }, { line, events }, aContext());
    const [here, there] = [value(undo([event])), value(undo([event]))];
    expect(here).toMatchObject({ kind: 'reversal', reversalOf: event._id, occurredOn: '2026-11-22' });
    expect(there._id).toBe(here._id);
    expect(countsOf(line, [event, here])).toEqual({ working: 5 });
    expect(codes(undo([event, here]))).toEqual(['AlreadyUndone']);
    expect(codes(undo([event, here], here._id))).toEqual(['EventNotUndoable']);
    expect(codes(undo([], event._id))).toEqual(['EventNotFound']);
    const { event: correction } = value(correct(line, { model: 'X' }));
    expect(codes(undo([correction], correction._id))).toEqual(['EventNotUndoable']);
  });

  it('[EQU10] the place, whoever is in charge and the calibration are as the last event says', () => {
    const line = aLine({ location: 'Kho', inCharge: 'pharmacist', calibratedOn: '2025-01-10', calibrationDueOn: '2026-01-10' });
    expect(deriveEquipment(line, [])).toMatchObject({ location: 'Kho', inCharge: 'pharmacist', calibratedOn: '2025-01-10', calibrationDueOn: '2026-01-10' });
    const events = [
      anEvent(line, { kind: 'moved', location: 'Phòng tiêm', occurredOn: '2026-03-01' }), anEvent(line, { kind: 'moved', location: 'Phòng đẻ', inCharge: 'head', occurredOn: '2026-02-01' }),
      anEvent(line, { kind: 'calibrated', occurredOn: '2026-02-01', dueOn: '2027-02-01' }), anEvent(line, { kind: 'calibrated', occurredOn: '2024-02-01', dueOn: '2025-02-01' }), anEvent(line, { kind: 'maintained', occurredOn: '2026-04-01' }),
    ];
    expect(deriveEquipment(line, events)).toMatchObject({ location: 'Phòng tiêm', inCharge: 'head', calibratedOn: '2026-02-01', calibrationDueOn: '2027-02-01', maintainedOn: '2026-04-01' });
  });

  it.each([['2026-11-21', 'overdue'], ['2026-11-22', 'soon'], ['2026-12-22', 'soon'], ['2026-12-23', undefined]])('[EQU10] calibration due on %s is %s', (calibrationDueOn, state) => {
    const line = aLine({ calibrationDueOn });
    const { calibrationOverdue, calibrationSoon } = summarizeEquipment([line], context.today);
    expect({ calibrationOverdue, calibrationSoon }).toEqual({ calibrationOverdue: state === 'overdue' ? 1 : 0, calibrationSoon: state === 'soon' ? 1 : 0 });
    expect(summarizeEquipment([line, anEvent(line, { quantity: 5 })], context.today)).toMatchObject({ calibrationOverdue: 0, calibrationSoon: 0 });
  });

  it('[EQU11] a register in numbers counts pieces, and passes over what it cannot read', () => {
    const [five, one] = [aLine(), aLine({ quantity: 1, calibrationDueOn: '2026-01-01' })];
    const documents = [
      five, one, anEvent(five, { quantity: 2 }), anEvent(five, { kind: 'condemned', from: 'awaitingRepair' }), anEvent(five, { kind: 'writtenOff' }), { ...aLine(), _deleted: true },
      { ...aLine(), quantity: 'many' }, { _id: 'lots:1' }, {}, anEvent(aLine(), {}),
    ];
    expect(summarizeEquipment(documents, context.today)).toEqual({ total: 5, working: 3, broken: 2, awaitingRepair: 1, awaitingDisposal: 1, writtenOff: 1, sentAway: 0, calibrationOverdue: 1, calibrationSoon: 0 });
    expect(summarizeEquipment([], context.today).total).toBe(0);
  });
});

describe('the door', () => {
  const line = aLine({ serial: '0912345678', quantity: 1, location: 'Phòng khám', inCharge: 'head', receivedOn: '2019', source: 'aid', priceVnd: 1 });
  const event = anEvent(line, { kind: 'moved', location: 'Phòng đẻ', documentNumber: 'BB-01' });
  const check = (body: object) => validateResourceDocument(body as DocumentBody);

  it('[EQU12] lines and events as the rules make them may stand there', () => {
    for (const body of [line, event]) expect(check({ ...body, _rev: '1-a' })).toEqual([]);
  });

  it.each([
    ['note', 'x', 'FieldNotAllowed'], ['inCharge', 'Nguyễn Thị Hoà', 'ValueNotAllowed'], ['location', 'Nhà chị Hoà 0912345678', 'ValueNotAllowed'], ['name', 'Cân 001185012345', 'ValueNotAllowed'], ['serial', 'Nguyễn Thị Hoà', 'ValueNotAllowed'],
    ['voided', { at: '2026-11-22T03:00:00.000Z', by: 'hoa', reason: 'Bà Hoà nói' }, 'ValueNotAllowed'], ['voided', { at: '2026-11-22T03:00:00.000Z', by: 'hoa', reason: 'enteredTwice', displayName: 'Hoà' }, 'ValueNotAllowed'], ['location', anId('patients'), 'PersonNamed'],
  ])('[EQU12] a line with %s %j is refused', (field, content, code) => { expect(check({ ...line, serial: undefined, [field]: content })).toMatchObject([{ code, field }]); });

  it.each([['kind', 'Hoà làm rơi', 'ValueNotAllowed'], ['before', { owner: 'Hoà' }, 'ValueNotAllowed'], ['before', { name: 'Hoà 0912345678' }, 'ValueNotAllowed'], ['documentNumber', '0912345678', 'ValueNotAllowed'], ['note', 'x', 'FieldNotAllowed']])(
    '[EQU12] an event with %s %j is refused', (field, content, code) => { expect(check({ ...event, [field]: content })).toMatchObject([{ code, field }]); });
});
