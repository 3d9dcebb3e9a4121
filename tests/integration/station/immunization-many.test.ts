import { describe, expect, it } from 'vitest';
import { addMonths } from '../../../src-shared/domain/common/partial-date.ts';
import { immunizationSchedule } from '../../../src-shared/domain/immunization/immunization-schedule.ts';
import { immunizationsDue } from '../../../src-main/station/queries/immunizations-due.ts';
import type { QueryFacts } from '../../../src-main/station/queries/query.ts';
import { aContext, aPatient, anId } from '../../support/builders.ts';
import { aDose } from '../../support/immunization.ts';
import { askedTwice, PEOPLE, stationOfMany, today } from './many.ts';

/** Of a commune; the others are older. */
const CHILDREN = 4000;
const AGAIN_MS = 100;

describe('a station of thirty thousand people', () => {
  it('[IMM18] lists the children with doses due without holding up others', async () => {
    const { db, commit } = stationOfMany();
    const [person, dose] = [aPatient({ nationalId: undefined, noNationalIdReason: 'notBrought' }, aContext()), aDose()];
    const bornOn = (n: number) => (n < CHILDREN ? addMonths(today, -1 - (n % 95)) : '1980-01-01');
    commit('patients', Array.from({ length: PEOPLE }, (_, n) => ({ ...person, _id: anId('patients', n), fullName: `Nguyễn Văn ${n}`, bornOn: bornOn(n), village: `Thôn ${n % 20}` })));
    // Every dose but the last ones a child may have.
    let count = 0;
    commit('immunizations', Array.from({ length: CHILDREN }, (_, n) => immunizationSchedule.map(({ vaccine, doseNumber, dueMonths }) => ({ ...dose, _id: anId('immunizations', (count += 1)), patientId: anId('patients', n), vaccine, doseNumber, occurredOn: addMonths(bornOn(n), dueMonths) }))
      .flat().filter(({ occurredOn }, index) => occurredOn < today && (index + n) % 7 !== 0)).flat());

    const ask = () => immunizationsDue({ until: today, limit: 500 }, { db } as QueryFacts);
    const answer = await askedTwice(`${count} doses`, ask, AGAIN_MS);
    expect(answer).toMatchObject({ children: CHILDREN });
    expect(answer.total).toBeGreaterThan(1000);
  });
});
