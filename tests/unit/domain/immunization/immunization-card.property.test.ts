import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateBounds } from '../../../../src-shared/domain/common/partial-date.ts';
import { deriveImmunizationCard, lastDayOf, openDoses, stateOn, type CardRecord } from '../../../../src-shared/domain/immunization/derive-immunization-card.ts';
import { doseKey, immunizationSchedule } from '../../../../src-shared/domain/immunization/immunization-schedule.ts';
import { vaccineCodes } from '../../../../src-shared/domain/immunization/vaccines.ts';
import { anId } from '../../../support/builders.ts';

const day = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2020-01-01', n));
const partial = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([on, length]) => on.slice(0, length));
const record = fc.record({
  vaccine: fc.constantFrom(...vaccineCodes), doseNumber: fc.integer({ min: 1, max: 5 }), status: fc.constantFrom('completed' as const, 'notDone' as const), occurredOn: partial,
  place: fc.constantFrom('here' as const, 'elsewhere' as const), isVoided: fc.boolean(), createdOn: day,
});
const records = fc.array(record, { maxLength: 25 }).map((some) => some.map(({ isVoided, createdOn, ...one }, n): CardRecord => ({
  ...one, _id: anId('immunizations', n), createdAt: `${createdOn}T03:00:00.000Z`, ...(isVoided ? { voided: { at: `${createdOn}T03:00:00.000Z`, by: { account: 'a', displayName: 'A', role: 'head' }, reason: 'duplicate' as const } } : {}),
})));

describe('any card', () => {
  it('[IMM2] [IMM4] [IMM5] has each record in force once, and says of each line what its days say', () => {
    fc.assert(fc.property(partial, records, day, (bornOn, known, today) => {
      const card = deriveImmunizationCard({ bornOn, records: known, today });
      expect(card.lines.map(doseKey)).toEqual(immunizationSchedule.map(doseKey));
      const shown = [...card.lines.flatMap(({ given, notDone }) => [given?.id, notDone?.id]).filter((id) => id !== undefined), ...card.otherIds];
      expect(shown.sort()).toEqual(known.filter(({ voided }) => voided === undefined).map(({ _id }) => _id).sort());
      const given = new Map(card.lines.flatMap((line) => (line.given ? [[doseKey(line), known.find(({ _id }) => _id === line.given?.id)!] as const] : [])));
      card.lines.forEach((line, index) => {
        const { after, minIntervalDays = 0, latestAgeDays } = immunizationSchedule[index]!;
        if (line.state === 'given') return;
        expect(line.dueOn >= dateBounds(bornOn).latest).toBe(true);
        if (line.state === 'due' || line.state === 'late') {
          expect(line.dueOn <= today && (line.latestOn ?? today) >= today).toBe(true);
          if (after) expect(line.dueOn >= addDays(lastDayOf(given.get(doseKey(after))!), minIntervalDays)).toBe(true);
        }
        if (line.state === 'tooOld') expect(latestAgeDays).toBeDefined();
        if (line.waitsFor) expect(given.has(doseKey(line.waitsFor))).toBe(false);
      });
      const due = openDoses({ bornOn, records: known }).open.filter((dose) => ['due', 'late'].includes(stateOn(dose, today))).map(doseKey);
      expect(card.lines.filter(({ state }) => state === 'due' || state === 'late').map(doseKey)).toEqual(due);
    }));
  });

  it('[IMM3] a birth date known to the day is never due later than one known to its month or year', () => {
    fc.assert(fc.property(day, records, day, (bornOn, known, today) => {
      const ofDay = deriveImmunizationCard({ bornOn, records: known, today });
      for (const length of [4, 7]) deriveImmunizationCard({ bornOn: bornOn.slice(0, length), records: known, today }).lines.forEach(({ dueOn }, n) => { expect(dueOn >= ofDay.lines[n]!.dueOn).toBe(true); });
    }));
  });
});
