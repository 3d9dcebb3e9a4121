import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src-shared/domain/common/partial-date.ts';
import { expectedBirths } from '../../../src-main/station/queries/expected-births.ts';
import { maternalDue } from '../../../src-main/station/queries/maternal-due.ts';
import { maternalMonth } from '../../../src-main/station/queries/maternal-month.ts';
import type { QueryFacts } from '../../../src-main/station/queries/query.ts';
import { aContext, anId, aPatient } from '../../support/builders.ts';
import { aBirth, anAntenatalVisit, aPregnancy } from '../../support/mothers.ts';
import { askedTwice, PEOPLE, stationOfMany, today } from './many.ts';

/** Pregnancies of five years, of a commune with some five hundred births a year. */
const PREGNANCIES = 2500;
const VISITS = 6;
const AGAIN_MS = 500;

describe('a station of thirty thousand people', () => {
  it('[MAT27] says who is to come, which births are expected and how a month went without holding up others', async () => {
    const { db, commit } = stationOfMany();
    const pregnancy = aPregnancy();
    const [person, visit, birth] = [aPatient({ sex: 'female', nationalId: undefined, noNationalIdReason: 'notBrought' }, aContext()), anAntenatalVisit(pregnancy, '2026-05-01'), aBirth(pregnancy)];
    commit('patients', Array.from({ length: PEOPLE }, (_, n) => ({ ...person, _id: anId('patients', n), fullName: `Nguyễn Thị ${n}`, bornOn: '1998-03-01', village: `Thôn ${n % 20}` })));
    // The first four hundred go on; the others gave birth, a few of them lately.
    const lastPeriodOn = (n: number) => addDays(today, n < 400 ? -(30 + (n % 255)) : -(281 + ((n - 400) % 1700)));
    commit('pregnancies', Array.from({ length: PREGNANCIES }, (_, n) => ({ ...pregnancy, _id: anId('pregnancies', n), patientId: anId('patients', n), lastPeriodOn: lastPeriodOn(n), registeredOn: addDays(lastPeriodOn(n), 28), statusChanges: pregnancy.statusChanges.map((one) => ({ ...one, on: addDays(lastPeriodOn(n), 28) })) })));
    commit('antenatalVisits', Array.from({ length: PREGNANCIES * VISITS }, (_, at) => { const n = at % PREGNANCIES; return { ...visit, _id: anId('antenatalVisits', at), patientId: anId('patients', n), pregnancyId: anId('pregnancies', n), occurredOn: addDays(lastPeriodOn(n), 28 + 42 * Math.floor(at / PREGNANCIES)), fundalHeightCm: 20 }; }).filter(({ occurredOn }) => occurredOn <= today));
    commit('births', Array.from({ length: PREGNANCIES - 400 }, (_, at) => ({ ...birth, _id: anId('births', at), patientId: anId('patients', at + 400), pregnancyId: anId('pregnancies', at + 400), bornOn: addDays(lastPeriodOn(at + 400), 280) })));

    const facts = { db } as QueryFacts;
    const asked = { due: () => maternalDue({ until: today, limit: 500 }, facts), expected: () => expectedBirths({ limit: 500 }, facts), month: () => maternalMonth({ month: '2026-11' }, facts) };
    const answers: Record<string, unknown> = {};
    for (const [name, ask] of Object.entries(asked)) answers[name] = await askedTwice<unknown>(name, ask, AGAIN_MS);
    expect(answers).toMatchObject({ expected: { total: 400 }, month: { pregnant: 400 } });
    expect((answers['due'] as { total: number }).total).toBeGreaterThan(200);
    expect((answers['month'] as { births: number }).births).toBeGreaterThan(10);
  });
});
