import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src-shared/domain/common/partial-date.ts';
import { careDue } from '../../../src-main/station/queries/care-due.ts';
import { careMonth } from '../../../src-main/station/queries/care-month.ts';
import type { QueryFacts } from '../../../src-main/station/queries/query.ts';
import { suspects } from '../../../src-main/station/queries/suspects.ts';
import { aCheckupInput, aContext, aPatient, anId } from '../../support/builders.ts';
import { buildEncounter } from '../../../src-shared/domain/encounter/build-encounter.ts';
import { anEpisode, aFollowUp, readings } from '../../support/chronic.ts';
import { askedTwice, PEOPLE, stationOfMany, today } from './many.ts';

/** Of a commune: one in ten. */
const MANAGED = 3000;
const FOLLOW_UPS = 10;
const AGAIN_MS = 500;

describe('a station of thirty thousand people', () => {
  it('[CHR20] says who is to come, who may be ill and how many are controlled without holding up others', async () => {
    const { db, commit } = stationOfMany();
    const [person, checkup, episode, control] = [aPatient({ nationalId: undefined, noNationalIdReason: 'notBrought' }, aContext()), buildEncounter('checkup', aCheckupInput(), aContext()), anEpisode(), aFollowUp('2026-11-01', '138/84')];
    commit('patients', Array.from({ length: PEOPLE }, (_, n) => ({ ...person, _id: anId('patients', n), fullName: `Nguyễn Văn ${n}`, bornOn: `${1930 + (n % 90)}-03-01`, village: `Thôn ${n % 20}` })));
    // Everybody once this year, one in eight of them high.
    commit('encounters', Array.from({ length: PEOPLE }, (_, n) => ({ ...checkup, _id: anId('encounters', n), patientId: anId('patients', n), occurredOn: addDays(today, -(n % 300)), observations: { systolicMmHg: { value: n % 8 === 0 ? 150 : 120 }, diastolicMmHg: { value: 80 } } })));
    commit('episodes', Array.from({ length: MANAGED }, (_, n) => ({ ...episode, _id: anId('episodes', n), patientId: anId('patients', n) })));
    commit('followUps', Array.from({ length: MANAGED * FOLLOW_UPS }, (_, n) => ({ ...control, _id: anId('followUps', n), patientId: anId('patients', n % MANAGED), occurredOn: addDays(today, -30 * Math.floor(n / MANAGED) - (n % 40)), bloodPressure: readings(n % 3 === 0 ? '150/90' : '130/80') })));

    const facts = { db } as QueryFacts;
    const asked = {
      due: () => careDue({ until: today, limit: 500 }, facts), suspects: () => suspects({ limit: 500 }, facts), month: () => careMonth({ month: '2026-11' }, facts),
    };
    const answers: Record<string, unknown> = {};
    for (const [name, ask] of Object.entries(asked)) answers[name] = await askedTwice<unknown>(name, ask, AGAIN_MS);
    expect(answers).toMatchObject({ due: { people: MANAGED }, month: { people: MANAGED, conditions: [{ condition: 'hypertension', active: MANAGED }] } });
    expect((answers['due'] as { total: number }).total).toBeGreaterThan(500);
    expect((answers['suspects'] as { total: number }).total).toBeGreaterThan(2000);
  });
});
