import { expect, it } from 'vitest';
import { reportDraftsOf } from '../../../src-main/station/monthly/report-drafts.ts';
import { buildEncounter } from '../../../src-shared/domain/encounter/build-encounter.ts';
import { addDays } from '../../../src-shared/domain/common/partial-date.ts';
import { aCheckupInput, aContext, aPatient, anId } from '../../support/builders.ts';
import { anEpisode, aFollowUp, readings } from '../../support/chronic.ts';
import { AT_A_TIME_MS, PEOPLE, stationOfMany, timed, today } from './many.ts';

const MANAGED = 3000;
const FOLLOW_UPS = 10;
const WITHIN_MS = 10_000;

it('[REP7] a month of thirty thousand people is counted within ten seconds, in turns, and what did not change is kept', async () => {
  const { db, commit } = stationOfMany();
  const [person, checkup, episode, control] = [aPatient({ nationalId: undefined, noNationalIdReason: 'notBrought' }, aContext()), buildEncounter('checkup', aCheckupInput(), aContext()), anEpisode(), aFollowUp('2026-11-01', '138/84')];
  commit('patients', Array.from({ length: PEOPLE }, (_, n) => ({ ...person, _id: anId('patients', n), fullName: `Nguyễn Văn ${n}`, bornOn: `${1930 + (n % 97)}-03-01`, village: `Thôn ${n % 20}` })));
  commit('encounters', Array.from({ length: 2 * PEOPLE }, (_, n) => ({ ...checkup, _id: anId('encounters', n), patientId: anId('patients', n % PEOPLE), occurredOn: addDays(today, -(n % 330)), observations: { weightKg: { value: 12 }, heightCm: { value: 90 }, systolicMmHg: { value: 120 }, diastolicMmHg: { value: 80 } } })));
  commit('episodes', Array.from({ length: MANAGED }, (_, n) => ({ ...episode, _id: anId('episodes', n), patientId: anId('patients', n) })));
  commit('followUps', Array.from({ length: MANAGED * FOLLOW_UPS }, (_, n) => ({ ...control, _id: anId('followUps', n), patientId: anId('patients', n % MANAGED), occurredOn: addDays(today, -30 * Math.floor(n / MANAGED) - (n % 40)), bloodPressure: readings('130/80') })));

  const drafts = reportDraftsOf(db);
  const first = await timed(() => drafts.count('2026-10'));
  const again = await timed(() => drafts.count('2026-10'));
  commit('encounters', [{ ...checkup, _id: anId('encounters', 3 * PEOPLE), patientId: anId('patients', 1), occurredOn: '2026-10-10' }]);
  const after = await timed(() => drafts.count('2026-10'));
  for (const [name, { ms, longestMs }] of Object.entries({ first, again, after })) console.log(`${name}: ${Math.round(ms)} ms, at most ${Math.round(longestMs)} ms at a time`);
  const valueOf = (id: string, { answer }: typeof first) => answer.numbers.find((one) => one.id === id)?.value;
  expect(valueOf('people.book', first)).toBe(PEOPLE);
  expect(valueOf('visits.total', first)).toBeGreaterThan(5000);
  expect(valueOf('visits.total', after)).toBe((valueOf('visits.total', first) ?? 0) + 1);
  expect(Math.max(first.longestMs, again.longestMs, after.longestMs)).toBeLessThan(AT_A_TIME_MS);
  expect(Math.max(first.ms, after.ms)).toBeLessThan(WITHIN_MS);
  expect(again.ms).toBeLessThan(200);
}, 300_000);
