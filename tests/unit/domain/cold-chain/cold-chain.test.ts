import { describe, expect, it } from 'vitest';
import { decideColdAlarmInput } from '../../../../src-shared/domain/cold-chain/cold-decision.schema.ts';
import { bandOf, coldPlaceKind, isInUseOn, isReadDaily } from '../../../../src-shared/domain/cold-chain/cold-place.ts';
import { deriveColdAlarms } from '../../../../src-shared/domain/cold-chain/derive-cold-alarms.ts';
import { deriveColdMonth } from '../../../../src-shared/domain/cold-chain/derive-cold-month.ts';
import { isLotInQuestion } from '../../../../src-shared/domain/cold-chain/is-lot-in-question.ts';
import { planColdDecision } from '../../../../src-shared/domain/cold-chain/plan-cold-decision.ts';
import { planTemperature } from '../../../../src-shared/domain/cold-chain/plan-temperature.ts';
import { planVoidTemperature } from '../../../../src-shared/domain/cold-chain/plan-void-temperature.ts';
import { recordTemperatureInput, type TemperatureReading } from '../../../../src-shared/domain/cold-chain/temperature-reading.schema.ts';
import type { DocumentBody } from '../../../../src-shared/domain/common/document.ts';
import type { Outcome } from '../../../../src-shared/domain/common/refusal.ts';
import { starterEquipment } from '../../../../src-shared/domain/facility/starter-equipment.ts';
import { vaccines } from '../../../../src-shared/domain/immunization/vaccines.ts';
import { validateResourceDocument } from '../../../../src-shared/domain/supply/validate-resource-document.ts';
import { aContext, aLot, anId } from '../../../support/builders.ts';
import { aColdDecision, aFridge, aReading } from '../../../support/cold-chain.ts';
import { aLine, anEvent } from '../../../support/equipment.ts';

/** 22 November 2026, 10:00. */
const context = aContext();
const now = '2026-11-22T10:00';
const codes = (outcome: Outcome<unknown>) => (outcome.ok ? [] : outcome.refusals.map(({ code }) => code));
const value = <T>(outcome: Outcome<T>): T => { if (!outcome.ok) throw new Error(outcome.refusals[0].code); return outcome.value; };
const fridge = aFridge();
const read = (with_: object = {}, readings: TemperatureReading[] = [], line = fridge) => planTemperature(recordTemperatureInput.parse({ equipmentId: line._id, takenOn: '2026-11-22', shift: 'morning', temperatureC: 5.2, ...with_ }), { line, readings }, context);

describe('places', () => {
  it('[COL1] of the list of names these are cold places', () => {
    const found = starterEquipment.flatMap((one) => { const kind = coldPlaceKind(one); return kind ? [`${one.code} ${kind}`] : []; });
    expect(found).toEqual(['TC-01 fridge', 'TC-02 coldBox', 'DC-06 fridge']);
    // By their names alone too, and a thermometer that writes by itself ("tự động") is no freezer ("tủ đông").
    expect(starterEquipment.flatMap(({ name }) => coldPlaceKind({ name }) ?? [])).toEqual(['fridge', 'coldBox', 'fridge']);
  });

  it.each([['Tủ lạnh Sanyo', 'fridge'], ['Tủ đông Alaska', 'freezer'], ['TỦ LẠNH ÂM SÂU', 'freezer'], ['Thùng lạnh', 'coldBox'], ['Tủ đầu giường', undefined], ['Tủ thuốc có khóa', undefined], ['Phích vắc xin', undefined], ['Tủ bảo quản hồ sơ', undefined]])('[COL1] "%s" is %s', (name, kind) => { expect(coldPlaceKind({ name })).toBe(kind); });

  it('[COL1] bands, and what is read every day', () => {
    expect([bandOf('fridge'), bandOf('coldBox'), bandOf('freezer')]).toEqual([{ low: 2, high: 8 }, { low: 2, high: 8 }, { high: -10 }]);
    expect((['fridge', 'freezer', 'coldBox'] as const).map(isReadDaily)).toEqual([true, true, false]);
  });

  it('[COL1] [COL2] in use while a piece works, from the day it was received', () => {
    const two = aFridge({ quantity: 2, receivedOn: '2026-03' });
    const [first, second] = [anEvent(two, { occurredOn: '2026-11-10' }), anEvent(two, { occurredOn: '2026-11-12' })];
    expect(['2026-02-28', '2026-03-01', '2026-11-11', '2026-11-12'].map((day) => isInUseOn(two, [first, second], day))).toEqual([false, true, true, false]);
    expect(isInUseOn({ ...two, voided: { at: context.now, by: 'hoa', reason: 'enteredInError' } }, [], '2026-11-11')).toBe(false);
  });
});

describe('readings', () => {
  it('[COL3] has what was read, and nothing else', () => {
    const { value: reading, warnings } = read({ takenAt: '07:40', freezeTag: 'ok', powerCut: true, action: 'generator' }) as { value: TemperatureReading; warnings: unknown[] };
    expect(reading).toMatchObject({ equipmentId: fridge._id, takenOn: '2026-11-22', shift: 'morning', takenAt: '07:40', temperatureC: 5.2, freezeTag: 'ok', powerCut: true, action: 'generator', createdBy: 'hoa' });
    expect(warnings).toEqual([]);
    for (const wrong of [{ temperatureC: 5.25 }, { temperatureC: 61 }, { takenAt: '24:00' }, { shift: 'night' }, { note: 'x' }]) expect(recordTemperatureInput.safeParse({ equipmentId: fridge._id, takenOn: '2026-11-22', shift: 'morning', temperatureC: 5, ...wrong }).success).toBe(false);
    for (const temperatureC of [0.1, 2.3, 7.9, -10.4, 8]) expect(value(read({ temperatureC })).temperatureC).toBe(temperatureC);
  });

  it.each([[{ takenOn: '2026-11-23' }, 'OccurredInFuture'], [{ takenAt: '10:01' }, 'OccurredInFuture'], [{ takenOn: '2019-12-31' }, 'OccurredBeforeReceived']])('[COL3] %j is refused', (with_, code) => { expect(codes(read(with_))).toEqual([code]); });

  it('[COL26] the afternoon is not read before it has begun, whatever time is written beside it', () => {
    for (const with_ of [{ shift: 'afternoon' }, { shift: 'afternoon', takenAt: '09:30' }]) expect(read(with_)).toMatchObject({ ok: false, refusals: [{ code: 'OccurredInFuture', field: 'shift' }] });
    expect(codes(read({ shift: 'afternoon', takenOn: '2026-11-21' }))).toEqual([]);
  });

  it('[COL3] what is no cold place, struck out or not there is refused', () => {
    expect(codes(read({}, [], aLine()))).toEqual(['NotAColdPlace']);
    expect(codes(read({}, [], { ...fridge, voided: { at: context.now, by: 'hoa', reason: 'enteredInError' } }))).toEqual(['EquipmentVoided']);
    expect(codes(planTemperature(recordTemperatureInput.parse({ equipmentId: fridge._id, takenOn: '2026-11-22', shift: 'morning', temperatureC: 5 }), { line: undefined, readings: [] }, context))).toEqual(['EquipmentNotFound']);
    expect(codes(read({}, [], { ...fridge, schemaVersion: 99 }))).toEqual(['RecordNewerThanProgram']);
  });

  it('[COL4] a second one of the shift is written and said; one struck out is no second', () => {
    const first = aReading(fridge, '2026-11-22T07:30');
    expect(read({}, [first])).toMatchObject({ ok: true, warnings: [{ code: 'ReadingThatShift' }] });
    expect(read({}, [aReading(fridge, '2026-11-21T07:30'), aReading(fridge, '2026-11-22T13:30')])).toMatchObject({ warnings: [] });
    expect(read({}, [value(planVoidTemperature({ id: first._id, voidReason: 'enteredTwice' }, first, context))])).toMatchObject({ warnings: [] });
    expect(read({ temperatureC: 1.9 })).toMatchObject({ warnings: [{ code: 'OutsideBand', side: 'low' }] });
    expect(read({ temperatureC: 8.1 })).toMatchObject({ warnings: [{ code: 'OutsideBand', side: 'high' }] });
  });

  it('[COL5] is struck out once, with who and why', () => {
    const reading = aReading(fridge, '2026-11-22T07:30');
    const voided = value(planVoidTemperature({ id: reading._id, voidReason: 'wrongPlace' }, reading, context));
    expect(voided).toMatchObject({ _id: reading._id, temperatureC: 5, voided: { by: 'hoa', reason: 'wrongPlace' } });
    expect(codes(planVoidTemperature({ id: reading._id, voidReason: 'wrongPlace' }, voided, context))).toEqual(['ReadingVoided']);
    expect(codes(planVoidTemperature({ id: reading._id, voidReason: 'wrongPlace' }, undefined, context))).toEqual(['ReadingNotFound']);
    expect(codes(planVoidTemperature({ id: reading._id, voidReason: 'wrongPlace' }, { ...reading, schemaVersion: 99 }, context))).toEqual(['RecordNewerThanProgram']);
  });
});

describe('what is expected', () => {
  const today = (at: string, readings: TemperatureReading[] = [aReading(fridge, '2026-11-01T08:00')]) => deriveColdMonth({ line: fridge, events: [], readings }, at.slice(0, 10), at.slice(0, 10), at).days[0]?.shifts;

  it.each([['2026-11-22T06:00', 'due', 'notYet'], ['2026-11-22T12:00', 'due', 'due'], ['2026-11-22T12:01', 'overdue', 'due'], ['2026-11-22T18:01', 'overdue', 'overdue']])('[COL6] at %s the morning is %s and the afternoon %s', (at, morning, afternoon) => {
    expect(today(at)).toEqual({ morning, afternoon });
  });

  it('[COL6] yesterday is missing, Sundays too; late is said', () => {
    const readings = [aReading(fridge, '2026-11-20T08:00'), aReading(fridge, '2026-11-21T13:30', { shift: 'morning' }), aReading(fridge, '2026-11-21T15:00')];
    const month = deriveColdMonth({ line: fridge, events: [], readings }, '2026-11-20', '2026-11-22', now);
    expect(month).toMatchObject({ expected: 4, taken: 3, late: 1, missing: [{ on: '2026-11-20', shift: 'afternoon' }] });
    expect(month.days.at(-1)).toEqual({ on: '2026-11-22', shifts: { morning: 'due', afternoon: 'notYet' } });
    expect(deriveColdMonth({ line: fridge, events: [], readings: [] }, '2026-12-01', '2026-12-31', now).days).toEqual([]);
  });

  it('[COL7] nothing is expected before the first reading, before the line was written, or while it did not work', () => {
    const fresh = aFridge({}, aContext({ nowMs: Date.parse('2026-11-20T06:00:00.000Z') }));
    const of = (events: Parameters<typeof deriveColdMonth>[0]['events'], readings: TemperatureReading[]) => deriveColdMonth({ line: fresh, events, readings }, '2026-11-01', '2026-11-30', now);
    // Written down at 13:00 of the 20th: its morning was over.
    expect(of([], []).missing.map(({ on, shift }) => `${on} ${shift}`)).toEqual(['2026-11-20 afternoon', '2026-11-21 morning', '2026-11-21 afternoon']);
    expect(of([], [aReading(fresh, '2026-11-18T14:00')]).missing[0]).toEqual({ on: '2026-11-19', shift: 'morning' });
    expect(of([anEvent(fresh, { occurredOn: '2026-11-21' })], []).missing).toEqual([{ on: '2026-11-20', shift: 'afternoon' }]);
    const box = aLine({ name: 'Hòm lạnh', code: 'TC-02', quantity: 1 });
    expect(deriveColdMonth({ line: box, events: [], readings: [aReading(box, '2026-11-18T14:00')] }, '2026-11-01', '2026-11-30', now)).toMatchObject({ expected: 0, taken: 0, missing: [] });
  });
});

describe('alarms', () => {
  const kindsOf = (...temperatures: [string, number, Partial<TemperatureReading>?][]) => deriveColdAlarms('fridge', temperatures.map(([at, temperatureC, more]) => aReading(fridge, at, { temperatureC, ...more })), []).map(({ kind, worstC, readings }) => `${kind} ${String(worstC)} ×${String(readings.length)}`);

  it('[COL8] the edges of the band are in it', () => { expect(kindsOf(['2026-11-20T08:00', 2], ['2026-11-20T15:00', 8])).toEqual([]); });

  it.each([
    [1.9, {}, 'cold 1.9 ×1'], [0, {}, 'frozen 0 ×1'], [-3, {}, 'frozen -3 ×1'], [8.1, {}, 'warm 8.1 ×1'], [5, { freezeTag: 'activated' as const }, 'frozen 5 ×1'],
  ])('[COL8] %s °C %j is %s', (temperatureC, more, said) => { expect(kindsOf(['2026-11-20T08:00', temperatureC, more])).toEqual([said]); });

  it('[COL8] readings that follow each other on one side are one alarm; ten hours above the band are long', () => {
    expect(kindsOf(['2026-11-20T08:00', 9], ['2026-11-20T17:59', 10.5])).toEqual(['warm 10.5 ×2']);
    expect(kindsOf(['2026-11-20T18:00', 10.5], ['2026-11-20T08:00', 9])).toEqual(['warmLong 10.5 ×2']);
    expect(kindsOf(['2026-11-20T08:00', 9], ['2026-11-20T15:00', 6], ['2026-11-20T18:00', 9], ['2026-11-21T08:00', 1], ['2026-11-21T15:00', -1])).toEqual(['warm 9 ×1', 'warm 9 ×1', 'frozen -1 ×2']);
    expect(kindsOf(['2026-11-20', 9], ['2026-11-20T18:00', 9])).toEqual(['warmLong 9 ×2']);
  });

  it('[COL8] a freezer is too warm above −10 °C, and never too cold', () => {
    const readings = [-25, -10, -9.9].map((temperatureC, day) => aReading(fridge, `2026-11-2${String(day)}T08:00`, { temperatureC }));
    expect(deriveColdAlarms('freezer', readings, []).map(({ kind, worstC }) => [kind, worstC])).toEqual([['warm', -9.9]]);
  });

  it('[COL9] after freezing the lots that freezing spoils and unknown ones are in question, else every vaccine', () => {
    const asked = (alarm: 'frozen' | 'warm') => vaccines.filter(({ code, name, atc }) => isLotInQuestion({ code, inn: name, atc }, alarm)).map(({ code }) => code);
    expect(asked('frozen')).toEqual(['HEPB0', 'DPT-VGB-Hib', 'IPV', 'ROTA', 'JE', 'DPT', 'Td', 'TT', 'PCV', 'HPV']);
    expect(asked('warm')).toHaveLength(vaccines.length);
    expect(isLotInQuestion({ code: 'VX9', inn: 'Vắc xin mới' }, 'frozen')).toBe(true);
    expect(isLotInQuestion({ code: 'PARA500', inn: 'Paracetamol' }, 'warm')).toBe(false);
  });

  it('[COL10] a decision covers the alarm as it is; lots are put on hold with it, recalled ones stay so', () => {
    const readings = [aReading(fridge, '2026-11-20T08:00', { temperatureC: -1 }), aReading(fridge, '2026-11-20T15:00', { temperatureC: 1 })];
    const lots = [aLot({ id: anId('lots', 1) }), aLot({ id: anId('lots', 2), status: 'recalled' })];
    const decide = (with_: object, given = readings) => planColdDecision(decideColdAlarmInput.parse({ equipmentId: fridge._id, readingIds: given.map(({ _id }) => _id), outcome: 'kept', ...with_ }), { line: fridge, readings, events: [], lotOf: (id) => lots.find(({ _id }) => _id === id) }, context);
    const held = value(decide({ outcome: 'shakeFailed', lotIds: lots.map(({ _id }) => _id), toldDistrict: true }, [...readings].reverse()));
    expect(held.decision).toMatchObject({ outcome: 'shakeFailed', lotIds: lots.map(({ _id }) => _id), toldDistrict: true, createdBy: 'hoa' });
    expect(held.lots).toMatchObject([{ lot: { _id: anId('lots', 1), status: 'onHold' }, previous: { status: 'usable' } }]);
    expect(value(decide({})).lots).toEqual([]);
    expect(codes(decide({}, readings.slice(1)))).toEqual(['AlarmNotThere']);
    expect(codes(decide({ outcome: 'quarantined' }))).toEqual(['LotsMissing']);
    expect(codes(decide({ outcome: 'shakePassed', lotIds: [anId('lots', 1)] }))).toEqual(['LotsNotForThis']);
    expect(codes(decide({ outcome: 'quarantined', lotIds: [anId('lots', 9)] }))).toEqual(['LotNotFound']);
  });

  it('[COL11] open until all of it was decided about; a later decision counts, and a further reading opens it again', () => {
    const [first, second] = [aReading(fridge, '2026-11-20T08:00', { temperatureC: 9 }), aReading(fridge, '2026-11-20T15:00', { temperatureC: 9.5 })];
    const [kept, held] = [aColdDecision([first]), aColdDecision([first], { outcome: 'quarantined' })];
    const of = (readings: TemperatureReading[], decisions = [kept, held]) => deriveColdAlarms('fridge', readings, decisions).map(({ isOpen, decisions: its }) => [isOpen, ...its.map(({ outcome }) => outcome)]);
    expect(of([first], [])).toEqual([[true]]);
    expect(of([first])).toEqual([[false, 'quarantined', 'kept']]);
    expect(of([first, second])).toEqual([[true, 'quarantined', 'kept']]);
    expect(of([first, value(planVoidTemperature({ id: second._id, voidReason: 'enteredInError' }, second, context))])).toEqual([[false, 'quarantined', 'kept']]);
  });
});

describe('the door', () => {
  const reading = aReading(fridge, '2026-11-22T07:30', { freezeTag: 'none', action: 'adjusted' });
  const decision = aColdDecision([reading], { outcome: 'quarantined', lotIds: [anId('lots')], toldDistrict: true });
  const check = (body: object) => validateResourceDocument(body as DocumentBody);

  it('[COL12] readings and decisions as the rules make them may stand there', () => {
    for (const body of [reading, decision, value(planVoidTemperature({ id: reading._id, voidReason: 'wrongPlace' }, reading, context))]) expect(check({ ...body, _rev: '1-a' })).toEqual([]);
  });

  it.each([['note', 'x', 'FieldNotAllowed'], ['action', 'Chị Hoà sửa', 'ValueNotAllowed'], ['takenAt', 'sáng', 'ValueNotAllowed'], ['equipmentId', anId('patients'), 'PersonNamed'], ['voided', { at: reading.createdAt, by: 'hoa', reason: 'Hoà nói' }, 'ValueNotAllowed']])(
    '[COL12] a reading with %s %j is refused', (field, content, code) => { expect(check({ ...reading, [field]: content })).toMatchObject([{ code, field }]); });
  it.each([['by', 'Nguyễn Thị Hoà', 'FieldNotAllowed'], ['outcome', 'bỏ hết', 'ValueNotAllowed'], ['lotIds', ['A123'], 'ValueNotAllowed']])('[COL12] a decision with %s %j is refused', (field, content, code) => { expect(check({ ...decision, [field]: content })).toMatchObject([{ code, field }]); });
});
