import { describe, expect, it } from 'vitest';
import { coldPlaceKind, kindOfReadings } from '../../../../src-shared/domain/cold-chain/cold-place.ts';
import { decideColdAlarmInput } from '../../../../src-shared/domain/cold-chain/cold-decision.schema.ts';
import { deriveColdMonth } from '../../../../src-shared/domain/cold-chain/derive-cold-month.ts';
import { planColdDecision } from '../../../../src-shared/domain/cold-chain/plan-cold-decision.ts';
import { planTemperature } from '../../../../src-shared/domain/cold-chain/plan-temperature.ts';
import { proposeColdPlace } from '../../../../src-shared/domain/cold-chain/propose-cold-place.ts';
import { recordTemperatureInput, type TemperatureReading } from '../../../../src-shared/domain/cold-chain/temperature-reading.schema.ts';
import type { DocumentBody } from '../../../../src-shared/domain/common/document.ts';
import { describedOf } from '../../../../src-shared/domain/facility/described-of.ts';
import { addEquipmentInput, coldPlaceAnswers, type Equipment, type EquipmentEvent } from '../../../../src-shared/domain/facility/equipment.schema.ts';
import { planCorrectEquipment } from '../../../../src-shared/domain/facility/plan-correct-equipment.ts';
import { starterEquipment } from '../../../../src-shared/domain/facility/starter-equipment.ts';
import { validateResourceDocument } from '../../../../src-shared/domain/supply/validate-resource-document.ts';
import { aContext } from '../../../support/builders.ts';
import { aFridge, aReading } from '../../../support/cold-chain.ts';
import { aLine } from '../../../support/equipment.ts';

/** What a line says of itself from a moment on, with the event of it. */
function said(line: Equipment, coldPlace: (typeof coldPlaceAnswers)[number] | undefined, at: string, before: readonly EquipmentEvent[] = []): { line: Equipment; events: EquipmentEvent[] } {
  const outcome = planCorrectEquipment({ id: line._id, ...describedOf(line), coldPlace }, { line, events: before, others: [] }, aContext({ nowMs: Date.parse(at) }));
  if (!outcome.ok) throw new Error(outcome.refusals[0].code);
  return { line: outcome.value.line, events: [...before, outcome.value.event] };
}
const old = (name: string) => aLine({ name, quantity: 1 }, aContext({ nowMs: Date.parse('2025-03-01T02:00:00.000Z') }));
const november = ({ line, events }: { line: Equipment; events: readonly EquipmentEvent[] }, readings: readonly TemperatureReading[] = []) => deriveColdMonth({ line, events, readings }, '2026-11-01', '2026-11-30', '2026-11-22T10:00');

describe('what a line says of itself', () => {
  it('[COL19] wins over its code and its name, both ways', () => {
    expect(coldPlaceAnswers.map((coldPlace) => coldPlaceKind({ code: 'TC-01', name: 'Tủ lạnh', coldPlace }))).toEqual(['fridge', 'freezer', 'coldBox', undefined]);
    expect(coldPlaceKind({ name: 'Máy Sanyo', coldPlace: 'fridge' })).toBe('fridge');
    expect(addEquipmentInput.safeParse({ name: 'Tủ', countUnit: 'cái', quantity: 1, coldPlace: 'cupboard' }).success).toBe(false);
  });

  it('[COL19] is a correction: what stood before is in its event, and no other word gets past the door', () => {
    const { line, events } = said(old('Máy Sanyo'), 'fridge', '2026-11-20T02:00:00.000Z');
    expect([line.coldPlace, events[0]?.before]).toEqual(['fridge', { coldPlace: null }]);
    const again = said(line, 'none', '2026-11-21T02:00:00.000Z', events);
    expect(again.events[1]?.before).toEqual({ coldPlace: 'fridge' });
    for (const body of [line, ...again.events]) expect(validateResourceDocument(body as DocumentBody)).toEqual([]);
    expect(validateResourceDocument({ ...line, coldPlace: 'Nguyễn Văn A' } as DocumentBody)).toMatchObject([{ code: 'ValueNotAllowed', field: 'coldPlace' }]);
  });

  it('[COL19] a reading is taken in what says it is a place, and refused in what says it is none', () => {
    const read = (line: Equipment) => planTemperature(recordTemperatureInput.parse({ equipmentId: line._id, takenOn: '2026-11-22', shift: 'morning', temperatureC: 5 }), { line, readings: [] }, aContext());
    expect(read(aLine({ name: 'Máy Sanyo', quantity: 1, coldPlace: 'fridge' }))).toMatchObject({ ok: true, warnings: [] });
    expect(read(aFridge({ coldPlace: 'none' }))).toMatchObject({ ok: false, refusals: [{ code: 'NotAColdPlace' }] });
  });
});

describe('what is asked about', () => {
  it.each([
    ['Kho lạnh', 'fridge'], ['Nhiệt kế tủ lạnh', 'fridge'], ['TU BAO QUAN ho so', 'fridge'], ['Hitachi refrigerator', 'fridge'], ['Máy fridge-tag', 'fridge'], ['Sanyo tủ đông', 'freezer'], ['Chest freezer', 'freezer'],
    ['Phích vắc xin', 'coldBox'], ['phich 5 lit', 'coldBox'], ['2 hòm lạnh', 'coldBox'], ['Vaccine carrier', 'coldBox'],
    ['Máy huyết học tự động', undefined], ['Nồi hấp TỰ ĐỘNG', undefined], ['Phích nước', undefined], ['Tủ sấy', undefined], ['Tủ thuốc có khóa', undefined], ['Tủ lạnh Sanyo', undefined],
  ])('[COL20] "%s" is proposed as %s', (name, kind) => { expect(proposeColdPlace({ name: name.normalize('NFD') })).toBe(kind); });

  it('[COL20] nothing that has answered, and of the list of names the flask alone', () => {
    for (const coldPlace of coldPlaceAnswers) expect(proposeColdPlace({ name: 'Kho lạnh', coldPlace })).toBeUndefined();
    expect(starterEquipment.filter(proposeColdPlace).map(({ code }) => code)).toEqual(['TC-03']);
  });
});

describe('from when on it holds', () => {
  it('[COL21] an old line that says yes owes nothing of the time before', () => {
    // At 13:00 of the 20th: its morning was over.
    const now = said(old('Kho lạnh'), 'fridge', '2026-11-20T06:00:00.000Z');
    expect(november(now).missing.map(({ on, shift }) => `${on} ${shift}`)).toEqual(['2026-11-20 afternoon', '2026-11-21 morning', '2026-11-21 afternoon']);
    // One that was a place by its name goes on owing.
    expect(november(said(aFridge(), 'fridge', '2026-11-20T06:00:00.000Z'), [aReading(aFridge(), '2026-11-18T08:00')]).missing).toHaveLength(7);
  });

  it('[COL21] one that keeps vaccines no more owes what it owed until then; one never read owes nothing', () => {
    const fridge = aFridge({}, aContext({ nowMs: Date.parse('2026-01-05T02:00:00.000Z') }));
    const gone = said(fridge, 'none', '2026-11-12T02:00:00.000Z');
    expect(november(gone, [aReading(fridge, '2026-11-10T08:00')])).toMatchObject({ expected: 22, taken: 1 });
    expect(november(gone, [aReading(fridge, '2026-11-10T08:00')]).days.at(11)).toEqual({ on: '2026-11-12', shifts: { morning: 'notAsked', afternoon: 'notAsked' } });
    expect(november(gone)).toMatchObject({ expected: 0, missing: [] });
  });

  it('[COL21] its alarms are decided about by the band they were read by', () => {
    const freezer = aLine({ name: 'Tủ đông', quantity: 1 });
    const reading = aReading(freezer, '2026-11-20T08:00', { temperatureC: -4 });
    const gone = said(freezer, 'none', '2026-11-21T02:00:00.000Z');
    expect(kindOfReadings(gone.line, gone.events)).toBe('freezer');
    const outcome = planColdDecision(decideColdAlarmInput.parse({ equipmentId: freezer._id, readingIds: [reading._id], outcome: 'empty' }), { ...gone, readings: [reading], lotOf: () => undefined }, aContext());
    expect(outcome).toMatchObject({ ok: true, value: { decision: { outcome: 'empty' } } });
  });
});
