import { daysBetween, dateBounds } from '../common/partial-date.ts';
import type { Refusal } from '../common/refusal.ts';
import { todayInUnitZone } from '../common/today-in-unit-zone.ts';
import { askAboutImmunization } from '../immunization/ask-about-immunization.ts';
import { immunization as immunizationSchema } from '../immunization/immunization.schema.ts';
import { validateImmunization } from '../immunization/validate-immunization.ts';
import type { Patient } from '../patient/patient.schema.ts';
import type { QualityProblem } from './find-quality-problems.ts';

/** Written this many days after the day it speaks of: from memory or from paper. Chosen here. */
const LATE_AFTER_DAYS = 30;
/** Said of other records, which are not read here. */
const ofOthers = new Set(['PatientNotFound', 'PatientVoided', 'PreviousDoseMissing', 'TooEarlyAfterDose']);

/**
 * What a reviewer should look at in a dose: what the form would refuse, whatever program wrote it, and what it asks about; a serious reaction;
 * a dose given here that was written long after. Voided ones have none. `body` is as it came over the wire.
 */
export function findImmunizationProblems(body: unknown, patient: Pick<Patient, 'bornOn'> | undefined): QualityProblem[] {
  const shape = immunizationSchema.safeParse(body);
  if (!shape.success || Number.isNaN(Date.parse(shape.data.createdAt))) return [problem('wrong', 'NotReadable')];
  const record = shape.data;
  if (record.voided) return [];
  const writtenOn = todayInUnitZone(Date.parse(record.createdAt));
  // Number and expiry stand beside the lot in a record, never in a form.
  const { lotId: _lotId, ...input } = record;
  const ofThis = (found: readonly Refusal[], severity: QualityProblem['severity']) => found.filter(({ code }) => !ofOthers.has(code)).map(({ code, field }) => problem(severity, code, field));
  const isLate = record.place === 'here' && daysBetween(dateBounds(record.occurredOn).latest, writtenOn) > LATE_AFTER_DAYS;
  return [
    ...ofThis(validateImmunization(input, { patient, records: [] }, writtenOn), 'wrong'),
    ...(patient ? ofThis(askAboutImmunization(input, { bornOn: patient.bornOn, records: [] }), 'doubtful') : []),
    ...(record.reactions.some(({ severity }) => severity === 'serious') ? [problem('doubtful', 'SeriousReaction', 'reactions')] : []),
    ...(isLate ? [problem('doubtful', 'WrittenLate', 'occurredOn')] : []),
  ];
}

const problem = (severity: QualityProblem['severity'], code: string, field?: unknown): QualityProblem => ({ code, severity, ...(typeof field === 'string' ? { field } : {}) });
