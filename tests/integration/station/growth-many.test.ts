import { describe, expect, it } from 'vitest';
import { addMonths } from '../../../src-shared/domain/common/partial-date.ts';
import { nutrition } from '../../../src-main/station/queries/nutrition.ts';
import type { QueryFacts } from '../../../src-main/station/queries/query.ts';
import { aContext, anEncounter, anId, aPatient } from '../../support/builders.ts';
import { askedTwice, PEOPLE, stationOfMany, today } from './many.ts';

/** Of a commune; the others are older. */
const CHILDREN = 2500;
const VISITS = 12;
const AGAIN_MS = 100;

describe('a station of thirty thousand people', () => {
  it('[GRO14] lists how the children grow without holding up others', async () => {
    const { db, commit } = stationOfMany();
    const [person, visit] = [aPatient({ nationalId: undefined, noNationalIdReason: 'notBrought' }, aContext()), anEncounter({ kind: 'visit' })];
    const bornOn = (n: number) => (n < CHILDREN ? addMonths(today, -1 - (n % 58)) : '1980-01-01');
    commit('patients', Array.from({ length: PEOPLE }, (_, n) => ({ ...person, _id: anId('patients', n), fullName: `Nguyễn Văn ${n}`, bornOn: bornOn(n), village: `Thôn ${n % 20}` })));
    commit('encounters', Array.from({ length: CHILDREN * VISITS }, (_, n) => {
      const child = n % CHILDREN;
      const months = Math.floor(((n / CHILDREN) * (1 + (child % 58))) / VISITS);
      return { ...visit, _id: anId('encounters', n), patientId: anId('patients', child), occurredOn: addMonths(bornOn(child), months), observations: { weightKg: { value: 3 + months / 4 }, heightCm: { value: 48 + months } } };
    }));

    const answer = await askedTwice(`${CHILDREN * VISITS} visits`, () => nutrition({ limit: 500 }, { db } as QueryFacts), AGAIN_MS);
    expect(answer).toMatchObject({ children: CHILDREN, total: CHILDREN });
    expect(answer.counts.weightForAge.of).toBeGreaterThan(2000);
  });
});
