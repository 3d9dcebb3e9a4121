import type { Refusal } from '../common/refusal.ts';
import { daysBetween } from '../common/partial-date.ts';
import { todayInUnitZone } from '../common/today-in-unit-zone.ts';
import { antenatalVisit } from '../maternal/antenatal-visit.schema.ts';
import { birth } from '../maternal/birth.schema.ts';
import { postnatalVisit } from '../maternal/postnatal-visit.schema.ts';
import { pregnancy } from '../maternal/pregnancy.schema.ts';
import { askAboutAntenatalVisit, validateAntenatalVisit } from '../maternal/validate-antenatal-visit.ts';
import { askAboutBirth, validateBirth } from '../maternal/validate-birth.ts';
import { askAboutPostnatalVisit, validatePostnatalVisit } from '../maternal/validate-postnatal-visit.ts';
import { askAboutPregnancy, validatePregnancy } from '../maternal/validate-pregnancy.ts';
import type { Patient } from '../patient/patient.schema.ts';
import type { QualityProblem } from './find-quality-problems.ts';

/** Written this many days after the day it speaks of: from memory or from paper. Chosen here. */
const LATE_AFTER_DAYS = 30;
/** Said of other records, which are not read here. */
const ofOthers = new Set(['PatientNotFound', 'PatientVoided', 'PregnancyNotFound', 'NotBornYet']);

type Born = Pick<Patient, 'bornOn'> | undefined;

/** What a reviewer should look at in a pregnancy: what the form would refuse, whatever program wrote it, what it asks about, and what was written long after. Voided ones have none. */
export function findPregnancyProblems(body: unknown, patient: Born): QualityProblem[] {
  const shape = pregnancy.safeParse(body);
  return shape.success ? judged(shape.data, 'registeredOn', (today) => ({ wrong: validatePregnancy(shape.data, { patient, pregnancies: [], births: [] }, today), doubtful: askAboutPregnancy(shape.data, { patient, pregnancies: [], births: [] }) })) : notReadable;
}

/** The same of an antenatal visit. What stands in its pregnancy is not read here: the weeks of the visit are not judged. */
export function findAntenatalVisitProblems(body: unknown, patient: Born): QualityProblem[] {
  const shape = antenatalVisit.safeParse(body);
  return shape.success ? judged(shape.data, 'occurredOn', (today) => ({ wrong: validateAntenatalVisit(shape.data, { ...alone, patient }, today), doubtful: askAboutAntenatalVisit(shape.data, { pregnancy: undefined, visits: [] }) })) : notReadable;
}

export function findBirthProblems(body: unknown, patient: Born): QualityProblem[] {
  const shape = birth.safeParse(body);
  return shape.success ? judged(shape.data, 'bornOn', (today) => ({ wrong: validateBirth(shape.data, { ...alone, patient }, today), doubtful: askAboutBirth(shape.data, { pregnancy: undefined, visits: [] }) })) : notReadable;
}

export function findPostnatalVisitProblems(body: unknown, patient: Born): QualityProblem[] {
  const shape = postnatalVisit.safeParse(body);
  return shape.success ? judged(shape.data, 'occurredOn', (today) => ({ wrong: validatePostnatalVisit(shape.data, { ...alone, births: [], patient }, today), doubtful: askAboutPostnatalVisit(shape.data, { births: [], visits: [] }) })) : notReadable;
}

const alone = { pregnancy: undefined, isHers: true, births: [] };
const problem = (severity: QualityProblem['severity'], code: string, field?: string): QualityProblem => ({ code, severity, ...(field === undefined ? {} : { field }) });
const notReadable: QualityProblem[] = [problem('wrong', 'NotReadable')];

function judged<K extends string>(record: { createdAt: string; voided?: unknown } & Record<K, string>, dayField: K, find: (today: string) => { wrong: Refusal[]; doubtful: Refusal[] }): QualityProblem[] {
  if (Number.isNaN(Date.parse(record.createdAt))) return notReadable;
  if (record.voided !== undefined) return [];
  const writtenOn = todayInUnitZone(Date.parse(record.createdAt));
  const { wrong, doubtful } = find(writtenOn);
  return [
    ...ofThis(wrong, 'wrong'), ...ofThis(doubtful, 'doubtful'),
    ...(daysBetween(record[dayField], writtenOn) > LATE_AFTER_DAYS ? [problem('doubtful', 'WrittenLate', dayField)] : []),
  ];
}

/** A reading or a baby is told of as the whole: reviewers remark at fields. */
const ofThis = (found: readonly Refusal[], severity: QualityProblem['severity']): QualityProblem[] =>
  found.filter(({ code }) => !ofOthers.has(code)).map(({ code, field }) => problem(severity, code, typeof field === 'string' && field !== 'patientId' && field !== 'pregnancyId' ? field.replace(/\..*$/, '') : undefined));
