import { describe, expect, it } from 'vitest';
import type { ColdMonthView } from '../../../src-shared/contract/cold-chain.ts';
import { drawColdMonth } from '../../../src-renderer/features/cold-chain/cold-plot.ts';
import { emptyReading, fieldsToReading, readingProblems } from '../../../src-renderer/features/cold-chain/reading-form.ts';
import { degrees, parseTypedTemperature } from '../../../src-renderer/ui/cold-words.ts';
import { recordTemperatureInput } from '../../../src-shared/domain/cold-chain/temperature-reading.schema.ts';
import { aFridge, aReading } from '../../support/cold-chain.ts';

const now = '2026-11-22T14:05';
const fridge = aFridge();

describe('typing a temperature', () => {
  it.each([['5,2', 5.2], ['5.2', 5.2], ['-1,5', -1.5], ['−1,5', -1.5], ['–20', -20], [' 8 ', 8]])('[SCR114] "%s" is %s °C', (typed, value) => { expect(parseTypedTemperature(typed)).toEqual({ value }); });
  it.each([['5,25', 'tooManyDecimals'], ['ấm', 'notANumber'], ['61', 'outOfRange'], ['5.2.1', 'notANumber']])('[SCR114] "%s" is none: %s', (typed, problem) => { expect(parseTypedTemperature(typed)).toEqual({ problem }); });
  it('[SCR114] is shown with its own minus and the sign of the language', () => { expect([degrees(-1.5, 'vi'), degrees(-1.5, 'en'), degrees(8, 'vi')]).toEqual(['−1,5', '−1.5', '8,0']); });
});

describe('the form of a reading', () => {
  it('[SCR116] begins with the shift one is in and its time; of another shift no time is proposed', () => {
    expect(emptyReading(fridge._id, now, undefined)).toMatchObject({ takenOn: '22/11/2026', shift: 'afternoon', takenAt: '14:05' });
    expect(emptyReading(fridge._id, now, 'morning')).toMatchObject({ shift: 'morning', takenAt: '' });
  });

  it('[SCR116] what cannot be is said at its field', () => {
    const fields = { ...emptyReading(fridge._id, now, undefined), temperatureC: '5,2' };
    const of = (with_: object) => Object.entries(readingProblems({ ...fields, ...with_ }, now)).map(([field, problem]) => `${field} ${String(problem?.code)}`);
    expect(of({})).toEqual([]);
    expect(of({ temperatureC: '' })).toEqual(['temperatureC required']);
    expect(of({ temperatureC: '5,25' })).toEqual(['temperatureC tooManyDecimals']);
    expect(of({ temperatureC: '99' })).toEqual(['temperatureC outOfRange']);
    expect(of({ takenOn: '' })).toEqual(['takenOn required']);
    expect(of({ takenOn: '23/11/2026' })).toEqual(['takenOn inFuture']);
    expect(of({ takenAt: '25' })).toEqual(['takenAt notATime']);
    expect(of({ takenAt: '14h06' })).toEqual(['takenAt refusals.OccurredInFuture']);
    expect(of({ takenAt: '' })).toEqual([]);
    const inTheMorning = (with_: object) => Object.keys(readingProblems({ ...fields, takenAt: '', ...with_ }, '2026-11-22T11:59'));
    expect([inTheMorning({}), inTheMorning({ shift: 'morning' }), inTheMorning({ takenOn: '21/11/2026' })]).toEqual([['takenAt'], [], []]);
  });

  it('[SCR116] gives the operation what was typed, and nothing for what was left open', () => {
    const fields = { ...emptyReading(fridge._id, now, undefined), temperatureC: '−1,5', takenAt: '7h30', freezeTag: 'activated', powerCut: true, action: 'adjusted' };
    const input = { equipmentId: fridge._id, takenOn: '2026-11-22', shift: 'afternoon', takenAt: '07:30', temperatureC: -1.5, freezeTag: 'activated', powerCut: true, action: 'adjusted' };
    expect(recordTemperatureInput.parse(fieldsToReading(fields))).toEqual(input);
    expect(recordTemperatureInput.parse(fieldsToReading({ ...fields, takenAt: '', freezeTag: '', powerCut: false, action: '' }))).toEqual({ equipmentId: fridge._id, takenOn: '2026-11-22', shift: 'afternoon', temperatureC: -1.5 });
  });
});

describe('the plot of a month', () => {
  const frame = { width: 860, height: 260, left: 34, right: 12, top: 10, bottom: 34 };
  const draw = (readings: ColdMonthView['readings'], missing: ColdMonthView['missing'] = []) => drawColdMonth({ month: '2026-11', place: { equipmentId: fridge._id, name: fridge.name, kind: 'fridge', isAsked: true }, readings, missing }, 30, frame);

  it('[SCR115] draws readings in their order over the band, those outside told by their side', () => {
    const { points, band, lines } = draw([aReading(fridge, '2026-11-02T15:00', { temperatureC: 9 }), aReading(fridge, '2026-11-02T08:00', { temperatureC: 1 }), aReading(fridge, '2026-11-01T08:00', { temperatureC: 8 })]);
    expect(points.map(({ side }) => side)).toEqual([undefined, 'low', 'high']);
    expect(points.map(({ x }) => x)).toEqual(points.map(({ x }) => x).toSorted((a, b) => a - b));
    expect(points[0]?.y).toBe(band.top);
    expect(points[1]?.y).toBeGreaterThan(band.top + band.height);
    expect(lines).toHaveLength(1);
  });

  it('[SCR115] a line breaks where a reading is missing; one struck out is not drawn', () => {
    const { lines, missing, points } = draw([aReading(fridge, '2026-11-01T08:00'), aReading(fridge, '2026-11-03T08:00'), { ...aReading(fridge, '2026-11-02T08:00'), voided: { at: fridge.createdAt, by: 'hoa', reason: 'enteredInError' } }], [{ on: '2026-11-02', shift: 'morning' }]);
    expect(points).toHaveLength(2);
    expect(lines.map((line) => line.length)).toEqual([1, 1]);
    expect(missing[0]?.x).toBeGreaterThan(points[0]?.x ?? Infinity);
  });

  it('[SCR115] nothing leaves the picture, however warm it was', () => {
    const { points, rows } = draw([aReading(fridge, '2026-11-01T08:00', { temperatureC: -30 }), aReading(fridge, '2026-11-30T23:00', { temperatureC: 40 })]);
    for (const { x, y } of points) { expect(x).toBeGreaterThan(frame.left); expect(x).toBeLessThan(frame.width - frame.right); expect(y).toBeGreaterThanOrEqual(frame.top); expect(y).toBeLessThanOrEqual(frame.height - frame.bottom); }
    expect(rows.length).toBeLessThan(16);
  });
});
