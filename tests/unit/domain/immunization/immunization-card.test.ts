import { describe, expect, it } from 'vitest';
import { addDays, addMonths } from '../../../../src-shared/domain/common/partial-date.ts';
import { deriveImmunizationCard, openDoses, stateOn } from '../../../../src-shared/domain/immunization/derive-immunization-card.ts';
import { doseKey, immunizationSchedule } from '../../../../src-shared/domain/immunization/immunization-schedule.ts';
import type { Immunization } from '../../../../src-shared/domain/immunization/immunization.schema.ts';
import { vaccineCodes, vaccines } from '../../../../src-shared/domain/immunization/vaccines.ts';
import { aContext, NOW_MS } from '../../../support/builders.ts';
import { aDose, fromBook } from '../../../support/immunization.ts';

const bornOn = '2026-01-31';
const cardOf = (today: string, records: readonly Immunization[] = [], born = bornOn) => deriveImmunizationCard({ bornOn: born, records, today });
const lineOf = (dose: string, today: string, records: readonly Immunization[] = [], born = bornOn) => cardOf(today, records, born).lines.find((line) => doseKey(line) === dose)!;
const statesOf = (card: ReturnType<typeof cardOf>, state: string) => card.lines.filter((line) => line.state === state).map(doseKey);

describe('the schedule', () => {
  it('[IMM6] has each vaccine once, each dose of one of them, in the order of its days and after the dose it waits for', () => {
    expect(vaccines.map(({ code }) => code)).toEqual([...vaccineCodes]);
    const keys = immunizationSchedule.map(doseKey);
    expect(new Set(keys).size).toBe(keys.length);
    const unscheduled = new Set(vaccines.filter((one) => one.unscheduled).map(({ code }) => code));
    immunizationSchedule.forEach(({ vaccine, after }, index) => {
      expect(unscheduled.has(vaccine)).toBe(false);
      if (after) expect(keys.indexOf(doseKey(after))).toSatisfy((at: number) => at >= 0 && at < index);
    });
    const days = cardOf('1999-01-01').lines.map(({ vaccine, doseNumber }) => immunizationSchedule.find((one) => one.vaccine === vaccine && one.doseNumber === doseNumber)!).map(({ dueMonths, dueDays = 0 }) => dueMonths * 31 + dueDays);
    expect(days).toEqual([...days].sort((a, b) => a - b));
  });

  it('[IMM1] counts months to the same day or the last of the month, and never before the least age', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2027-12-31', 2)).toBe('2028-02-29');
    expect(addMonths('2026-11-15', 84)).toBe('2033-11-15');
    // Two months after 31 December are 59 days; the vaccine asks for 60.
    expect(lineOf('DPT-VGB-Hib 1', '2026-01-01', [], '2025-12-31')).toMatchObject({ state: 'notYet', dueOn: '2026-03-01' });
    expect(lineOf('MVVAC 1', '2026-02-01')).toMatchObject({ dueOn: '2026-10-31' });
    expect(lineOf('Td 1', '2026-02-01')).toMatchObject({ dueOn: '2033-01-31' });
  });

  it('[IMM1] counts the interval from the dose before where that is later', () => {
    expect(lineOf('DPT-VGB-Hib 2', '2026-05-01', fromBook('DPT-VGB-Hib 1 2026-04-20'))).toMatchObject({ state: 'notYet', dueOn: '2026-05-18' });
    expect(lineOf('DPT-VGB-Hib 2', '2026-05-18', fromBook('DPT-VGB-Hib 1 2026-04-20'))).toMatchObject({ state: 'due', dueOn: '2026-05-18' });
    expect(lineOf('DPT-VGB-Hib 2', '2026-05-18', fromBook('DPT-VGB-Hib 1 2026-04-01'))).toMatchObject({ dueOn: '2026-04-30' });
    // The booster waits for the third dose of the vaccine before it, half a year.
    expect(lineOf('DPT 4', '2027-07-31', fromBook('DPT-VGB-Hib 3 2027-05-01'))).toMatchObject({ state: 'notYet', dueOn: '2027-10-28' });
    expect(lineOf('IPV 2', '2026-11-22', fromBook('IPV 1 2026-08-01'))).toMatchObject({ state: 'notYet', dueOn: '2026-11-29' });
  });
});

describe('the card', () => {
  it('[IMM2] says what is due, late, not yet and too old on a day', () => {
    const card = cardOf('2026-02-01');
    expect(card.lines.map(doseKey)).toEqual(immunizationSchedule.map(doseKey));
    expect(statesOf(card, 'due')).toEqual(['HEPB0 1', 'BCG 1']);
    expect(card.nextDueOn).toBe('2026-01-31');
    expect(lineOf('HEPB0 1', '2026-02-07').state).toBe('due');
    expect(lineOf('HEPB0 1', '2026-02-08').state).toBe('tooOld');
    expect([lineOf('BCG 1', '2026-02-27').state, lineOf('BCG 1', '2026-02-28').state, lineOf('BCG 1', '2027-01-31').state, lineOf('BCG 1', '2027-02-01').state]).toEqual(['due', 'late', 'late', 'tooOld']);
    expect(lineOf('BCG 1', '2026-02-28', fromBook('BCG 1 2026-02-01'))).toMatchObject({ state: 'given', given: { on: '2026-02-01', place: 'elsewhere' } });
  });

  it('[IMM2] lets a dose wait for the one before; what waits is never late', () => {
    const card = cardOf('2026-09-01');
    expect(statesOf(card, 'late')).toEqual(['BCG 1', 'DPT-VGB-Hib 1', 'bOPV 1', 'IPV 1']);
    expect(lineOf('DPT-VGB-Hib 2', '2026-09-01')).toMatchObject({ state: 'notYet', waitsFor: { vaccine: 'DPT-VGB-Hib', doseNumber: 1 }, dueOn: '2026-09-29' });
    expect(lineOf('DPT-VGB-Hib 3', '2026-09-01')).toMatchObject({ state: 'notYet', dueOn: '2026-10-27' });
  });

  it('[IMM2] has no second dose of what the first can no longer be given in time', () => {
    expect([lineOf('ROTA 1', '2026-07-05').state, lineOf('ROTA 2', '2026-07-05').state]).toEqual(['late', 'notYet']);
    expect([lineOf('ROTA 1', '2026-07-06').state, lineOf('ROTA 2', '2026-07-06').state]).toEqual(['tooOld', 'tooOld']);
    expect(lineOf('ROTA 2', '2026-08-02', fromBook('ROTA 1 2026-07-05')).state).toBe('due');
    expect(lineOf('ROTA 2', '2026-08-03', fromBook('ROTA 1 2026-07-05')).state).toBe('tooOld');
    expect(lineOf('ROTA 2', '2026-07-20', fromBook('ROTA 1 2026-07-06')).state).toBe('tooOld');
  });

  it('[IMM3] takes a birth date not known to the day as the latest it may be, and says so', () => {
    const card = cardOf('2026-03-31', [], '2026-01');
    expect(card).toMatchObject({ assumedBornOn: '2026-01-31', isBirthAssumed: true });
    expect(lineOf('DPT-VGB-Hib 1', '2026-03-31', [], '2026-01').state).toBe('notYet');
    expect(lineOf('DPT-VGB-Hib 1', '2026-04-01', [], '2026-01').state).toBe('due');
    expect(cardOf('2026-03-31', [], '2025').assumedBornOn).toBe('2025-12-31');
    expect(cardOf('2026-03-31').isBirthAssumed).toBe(false);
  });

  it('[IMM3] takes a dose of a month or year as given on its latest day, not after it was entered', () => {
    const entered = aContext({ nowMs: NOW_MS });
    const dose = (occurredOn: string) => [aDose({ vaccine: 'DPT-VGB-Hib', doseNumber: 1, occurredOn, place: 'elsewhere' }, entered)];
    expect(lineOf('DPT-VGB-Hib 2', '2026-11-22', dose('2026-05')).dueOn).toBe('2026-06-28');
    expect(lineOf('DPT-VGB-Hib 2', '2026-11-22', dose('2026')).dueOn).toBe('2026-12-20');
    // The day at the station: in Greenwich it was still the 21st.
    const early = [{ ...dose('2026')[0]!, createdAt: '2026-11-21T23:30:00.000Z' }];
    expect(lineOf('DPT-VGB-Hib 2', '2026-11-22', early).dueOn).toBe('2026-12-20');
  });

  it('[IMM4] lets the earliest of two fill the line and shows the other beside it, with what is in no schedule', () => {
    const [later, first, tetanus, fourth] = fromBook('BCG 1 2026-03-01', 'BCG 1 2026-02-01', 'TT 1 2026-03-01', 'IPV 4 2026-03-01') as [Immunization, Immunization, Immunization, Immunization];
    const card = cardOf('2026-03-02', [later, first, tetanus, fourth]);
    expect(card.lines.find(({ vaccine }) => vaccine === 'BCG')?.given?.id).toBe(first._id);
    expect(card.otherIds).toEqual([later._id, tetanus._id, fourth._id]);
    const voided = { ...first, voided: { at: first.createdAt, by: first.author, reason: 'duplicate' as const } };
    const after = cardOf('2026-03-02', [later, voided]);
    expect(after.lines.find(({ vaccine }) => vaccine === 'BCG')?.given?.id).toBe(later._id);
    expect(after.otherIds).toEqual([]);
  });

  it('[IMM4] says at the line that a dose was not given, the last time, until it is given', () => {
    const missed = (occurredOn: string, notDoneReason: 'ill' | 'outOfStock') => aDose({ status: 'notDone', occurredOn, notDoneReason, lotNumber: undefined, expiresOn: undefined });
    const [first, second] = [missed('2026-02-10', 'ill'), missed('2026-02-20', 'outOfStock')];
    expect(lineOf('BCG 1', '2026-02-21', [second, first])).toMatchObject({ state: 'due', notDone: { id: second._id, on: '2026-02-20', reason: 'outOfStock' } });
    expect(cardOf('2026-02-21', [second, first]).otherIds).toEqual([first._id]);
    expect(lineOf('BCG 1', '2026-02-22', [second, first, ...fromBook('BCG 1 2026-02-22')])).toMatchObject({ state: 'given', given: { on: '2026-02-22' } });
  });

  it('[IMM5] says the same as the doses open on any day', () => {
    const histories = [[], fromBook('BCG 1 2026-02-03', 'DPT-VGB-Hib 1 2026-04-10', 'ROTA 1 2026-04-10'), fromBook('DPT-VGB-Hib 1 2026', 'DPT-VGB-Hib 2 2026-07', 'DPT-VGB-Hib 3 2026-08-01', 'JE 1 2027-02-01', 'IPV 1 2026-07-01')];
    for (const born of [bornOn, '2026-02', '2025']) {
      for (const records of histories) {
        const { open } = openDoses({ bornOn: born, records });
        for (let day = '2026-02-28'; day < '2034-01-01'; day = addDays(day, 13)) {
          const due = open.filter((dose) => ['due', 'late'].includes(stateOn(dose, day))).map((dose) => `${doseKey(dose)} ${stateOn(dose, day)} ${dose.dueOn}`);
          expect(cardOf(day, records, born).lines.filter(({ state }) => state === 'due' || state === 'late').map((line) => `${doseKey(line)} ${line.state} ${line.dueOn}`)).toEqual(due);
        }
      }
    }
  });

  it('[IMM2] a child with every dose has nothing to come', () => {
    const all = fromBook(...immunizationSchedule.map(({ vaccine, doseNumber, dueMonths }) => `${vaccine} ${doseNumber} ${addMonths(bornOn, dueMonths)}`));
    expect(statesOf(cardOf('2033-06-01', all), 'given')).toHaveLength(immunizationSchedule.length);
    expect(cardOf('2033-06-01', all).nextDueOn).toBeUndefined();
    expect(cardOf('2033-06-01', all.slice(0, -1)).nextDueOn).toBe('2033-01-31');
  });
});
