import { expect, it } from 'vitest';
import { operations } from '../../../../src-shared/contract/operations.ts';
import { deriveMaternal, followedStanding } from '../../../../src-shared/domain/maternal/derive-pregnancy.ts';
import type { AntenatalVisit } from '../../../../src-shared/domain/maternal/antenatal-visit.schema.ts';
import type { Birth } from '../../../../src-shared/domain/maternal/birth.schema.ts';
import { planAntenatalVisit } from '../../../../src-shared/domain/maternal/plan-antenatal-visit.ts';
import { planBirth } from '../../../../src-shared/domain/maternal/plan-birth.ts';
import { planPostnatalVisit } from '../../../../src-shared/domain/maternal/plan-postnatal-visit.ts';
import { planPregnancy } from '../../../../src-shared/domain/maternal/plan-pregnancy.ts';
import type { PostnatalVisit } from '../../../../src-shared/domain/maternal/postnatal-visit.schema.ts';
import type { Pregnancy } from '../../../../src-shared/domain/maternal/pregnancy.schema.ts';
import type { Outcome } from '../../../../src-shared/domain/common/refusal.ts';
import { sampleLines } from '../../../../src-shared/domain/practice/sample-load-lines.ts';
import { aContext } from '../../../support/builders.ts';

const today = '2026-11-22';
const context = aContext();
/** As the practice station has them. */
const options = { people: 120, checkups: 160, movements: 0, doses: true, seed: 2026, today };
const asked: string[] = [];
const saved = <T>(outcome: Outcome<T>): T => { if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals)); asked.push(...outcome.warnings.map(({ code }) => code)); return outcome.value; };

it('[MAT33] women are in each trimester, one past her due day, some unusual or overdue, some gave birth; all of it passes the rules', () => {
  const lines = [...sampleLines(options)];
  expect([...sampleLines(options)]).toEqual(lines);
  const people = new Map<string, { bornOn: string; sex: 'male' | 'female' | 'undetermined' }>();
  const [pregnancies, visits, births, postnatal]: [Pregnancy[], AntenatalVisit[], Birth[], PostnatalVisit[]] = [[], [], [], []];
  const of = <T extends { patientId: string }>(records: readonly T[], patientId: string) => records.filter((one) => one.patientId === patientId);
  const factsOf = ({ patientId, pregnancyId }: { patientId: string; pregnancyId: string }) => ({ patient: people.get(patientId)!, pregnancy: pregnancies.find(({ _id }) => _id === pregnancyId)!, isHers: true, births: of(births, patientId), visits: of(visits, patientId) });
  for (const line of lines) {
    switch (line.operation) {
      case 'registerPatient': people.set(line.input.id ?? '', line.input); break;
      case 'registerPregnancy': pregnancies.push(saved(planPregnancy(operations.registerPregnancy.input.parse(line.input), { patient: people.get(line.input.patientId)!, pregnancies: of(pregnancies, line.input.patientId), births: [] }, context))); break;
      case 'recordAntenatalVisit': visits.push(saved(planAntenatalVisit(operations.recordAntenatalVisit.input.parse(line.input), factsOf(line.input), context))); break;
      case 'recordBirth': births.push(saved(planBirth(operations.recordBirth.input.parse(line.input), factsOf(line.input), context))); break;
      case 'recordPostnatalVisit': postnatal.push(saved(planPostnatalVisit(operations.recordPostnatalVisit.input.parse(line.input), { ...factsOf(line.input), visits: of(postnatal, line.input.patientId) }, context))); break;
      default: break;
    }
  }
  // What is unusual at the one who is, and nothing else.
  expect(new Set(asked)).toEqual(new Set(['PressureHigh', 'ProteinInUrine', 'HaemoglobinLow']));
  const women = [...new Set(pregnancies.map(({ patientId }) => patientId))];
  const standings = women.flatMap((id) => followedStanding(deriveMaternal({ pregnancies: of(pregnancies, id), visits: of(visits, id), births: of(births, id), postnatal: of(postnatal, id) }, people.get(id)!.bornOn, today)) ?? []);
  expect(new Set(standings.flatMap(({ gestation }) => (gestation ? [gestation.weeks <= 12 ? 1 : gestation.weeks <= 27 ? 2 : 3] : [])))).toEqual(new Set([1, 2, 3]));
  expect(new Set(standings.map(({ kind }) => kind))).toEqual(new Set(['antenatal', 'postnatal']));
  for (const state of ['onTime', 'overdue', 'pastDue'] as const) expect(standings.map((one) => one.state)).toContain(state);
  expect(standings.some(({ isHighRisk }) => isHighRisk)).toBe(true);
});

it('[MAT33] without the registers nobody is pregnant, and the lines before them are those of earlier versions', () => {
  const operationsOf = (doses: boolean) => [...sampleLines({ ...options, doses })].map(({ operation }) => operation as string);
  expect(operationsOf(false)).not.toContain('registerPregnancy');
  const withThem = operationsOf(true);
  expect(withThem.indexOf('registerPregnancy')).toBeGreaterThan(withThem.lastIndexOf('recordFollowUp'));
  expect(withThem.filter((operation) => operation === 'registerPatient')).toHaveLength(options.people);
});
