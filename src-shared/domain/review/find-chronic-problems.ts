import { askAboutFollowUp } from '../chronic/ask-about-follow-up.ts';
import { episode as episodeSchema } from '../chronic/episode.schema.ts';
import { followUp as followUpSchema } from '../chronic/follow-up.schema.ts';
import { validateEpisode } from '../chronic/validate-episode.ts';
import { validateFollowUp } from '../chronic/validate-follow-up.ts';
import { daysBetween } from '../common/partial-date.ts';
import type { Refusal } from '../common/refusal.ts';
import { todayInUnitZone } from '../common/today-in-unit-zone.ts';
import type { Patient } from '../patient/patient.schema.ts';
import type { QualityProblem } from './find-quality-problems.ts';

/** Written this many days after the day it speaks of: from memory or from paper. Chosen here. */
const LATE_AFTER_DAYS = 30;
/** Said of other records, which are not read here. */
const ofOthers = new Set(['PatientNotFound', 'PatientVoided', 'NothingRecorded']);

/** What a reviewer should look at in a condition under management: what the form would refuse, whatever program wrote it, and what was written long after. Voided ones have none. */
export function findEpisodeProblems(body: unknown, patient: Pick<Patient, 'bornOn'> | undefined): QualityProblem[] {
  const shape = episodeSchema.safeParse(body);
  if (!shape.success || Number.isNaN(Date.parse(shape.data.createdAt))) return [problem('wrong', 'NotReadable')];
  if (shape.data.voided) return [];
  const writtenOn = todayInUnitZone(Date.parse(shape.data.createdAt));
  return [...ofThis(validateEpisode(shape.data, { patient, episodes: [] }, writtenOn), 'wrong'), ...late(shape.data.enrolledOn, writtenOn, 'enrolledOn')];
}

/** The same of a follow-up; moreover what its form asks about. That it says nothing may be so: a visit of that day may have the blood pressure. */
export function findFollowUpProblems(body: unknown, patient: Pick<Patient, 'bornOn'> | undefined): QualityProblem[] {
  const shape = followUpSchema.safeParse(body);
  if (!shape.success || Number.isNaN(Date.parse(shape.data.createdAt))) return [problem('wrong', 'NotReadable')];
  const record = shape.data;
  if (record.voided) return [];
  const writtenOn = todayInUnitZone(Date.parse(record.createdAt));
  return [
    ...ofThis(validateFollowUp(record, { patient, hasPressureThatDay: true }, writtenOn), 'wrong'),
    ...ofThis(askAboutFollowUp(record, { underManagement: true, followUps: [] }), 'doubtful'), ...late(record.occurredOn, writtenOn, 'occurredOn'),
  ];
}

/** A reading is told of as the whole: reviewers remark at fields. */
const ofThis = (found: readonly Refusal[], severity: QualityProblem['severity']): QualityProblem[] =>
  found.filter(({ code }) => !ofOthers.has(code)).map(({ code, field }) => problem(severity, code, typeof field === 'string' ? field.replace(/\.\d.*$/, '') : undefined));
const late = (on: string, writtenOn: string, field: string): QualityProblem[] => (daysBetween(on, writtenOn) > LATE_AFTER_DAYS ? [problem('doubtful', 'WrittenLate', field)] : []);
const problem = (severity: QualityProblem['severity'], code: string, field?: string): QualityProblem => ({ code, severity, ...(field === undefined ? {} : { field }) });
