import fc from 'fast-check';
import { it } from 'vitest';
import { addDays } from '../../../../src-shared/domain/common/partial-date.ts';
import { chronicConditions, episodeStatuses } from '../../../../src-shared/domain/chronic/chronic-lists.ts';
import { classifyBloodPressure, pressureGrades } from '../../../../src-shared/domain/chronic/classify-blood-pressure.ts';
import { deriveCareState, type CareRecords } from '../../../../src-shared/domain/chronic/derive-care-state.ts';
import { newestOf } from '../../../../src-shared/domain/chronic/newest-of.ts';
import { anEpisode, aFollowUp } from '../../../support/chronic.ts';

const first = '2025-01-01';
const today = '2026-11-22';
/** Some lie after today: what a PC with a wrong clock wrote. */
const day = fc.integer({ min: 0, max: 720 }).map((days) => addDays(first, days));
const pressure = fc.record({ systolicMmHg: fc.integer({ min: 90, max: 200 }), diastolicMmHg: fc.integer({ min: 50, max: 89 }) });
const [blankEpisode, blankFollowUp] = [anEpisode(), aFollowUp('2026-11-01')];
const isVoided = fc.boolean().map((yes) => (yes ? { voided: { at: `${today}T03:00:00.000Z`, by: blankEpisode.author, reason: 'duplicate' as const } } : {}));
const change = fc.record({ on: day, status: fc.constantFrom(...episodeStatuses), at: fc.integer({ min: 0, max: 99 }).map((n) => `2026-11-22T03:00:00.0${String(n).padStart(2, '0')}Z`), by: fc.constant(blankEpisode.author) });
const episode = fc.record({ condition: fc.constantFrom(...chronicConditions.slice(0, 4)), enrolledOn: day, statusChanges: fc.array(change, { maxLength: 3 }), isCarried: fc.boolean(), more: isVoided, id: fc.uuid() })
  .map(({ more, id, ...one }) => ({ ...blankEpisode, ...one, ...more, _id: `episodes:${id}` }));
const followUp = fc.record({ occurredOn: day, bloodPressure: fc.option(fc.array(pressure, { minLength: 1, maxLength: 2 }), { nil: undefined }), fastingGlucoseMmolL: fc.option(fc.integer({ min: 3, max: 20 }), { nil: undefined }), hba1cPercent: fc.option(fc.integer({ min: 4, max: 12 }), { nil: undefined }), randomGlucoseMmolL: fc.option(fc.integer({ min: 3, max: 20 }), { nil: undefined }), nextVisitOn: fc.option(day, { nil: undefined }), more: isVoided, id: fc.uuid() })
  .map(({ more, id, ...one }) => ({ ...blankFollowUp, ...one, ...more, _id: `followUps:${id}` }));
const encounter = fc.record({ on: day, id: fc.uuid(), pressure: fc.option(pressure, { nil: undefined }) }).map(({ pressure: measured, on, id }) => ({ id: `encounters:${id}`, on, at: `${on}T03:00:00.000Z`, ...(measured ? { pressure: measured } : {}) }));
const records: fc.Arbitrary<CareRecords> = fc.record({ episodes: fc.array(episode, { maxLength: 4 }), followUps: fc.array(followUp, { maxLength: 6 }), encounters: fc.array(encounter, { maxLength: 5 }) });

it('[CHR8] stands on any day from today on as all records say', () => {
  fc.assert(fc.property(records, fc.integer({ min: 0, max: 200 }), (all, days) => {
    const on = addDays(today, days);
    const [whole, kept] = [deriveCareState(all, '1948', on), deriveCareState(newestOf(all, today), '1948', on)];
    return JSON.stringify(whole) === JSON.stringify(kept);
  }), { numRuns: 500 });
});

it('[CHR1] a higher pressure never has a lower class', () => {
  const rank = (one: { systolicMmHg: number; diastolicMmHg: number }) => pressureGrades.indexOf(classifyBloodPressure(one).grade);
  fc.assert(fc.property(pressure, fc.nat(40), fc.nat(40), (one, up, more) => rank(one) <= rank({ systolicMmHg: one.systolicMmHg + up, diastolicMmHg: one.diastolicMmHg + more })));
});
