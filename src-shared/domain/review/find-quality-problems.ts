import { HIGH_PRESSURE } from '../chronic/classify-blood-pressure.ts';
import { surelyAtLeastYears } from '../common/age-on.ts';
import { todayInUnitZone } from '../common/today-in-unit-zone.ts';
import { deriveBmi, measured } from '../encounter/derive-bmi.ts';
import { isImplausibleBmi } from '../encounter/is-implausible-bmi.ts';
import { encounter as encounterSchema, type Encounter } from '../encounter/encounter.schema.ts';
import { CLASS_FROM_YEARS, validateEncounter } from '../encounter/validate-encounter.ts';
import type { Patient } from '../patient/patient.schema.ts';
import { completenessOf, groupOfField, type FormGroup } from './completeness-of.ts';

/** `wrong`: cannot be, or a part is missing. `doubtful`: can be, but somebody should look. `field` of a `GroupEmpty` is the group. */
export interface QualityProblem { code: string; severity: 'wrong' | 'doubtful'; field?: string }

/** Written this many days after the day it speaks of: from memory or from paper. Chosen here. */
const LATE_AFTER_DAYS = 30;
const DAY_MS = 86_400_000;

const wrong = (code: string, field?: string): QualityProblem => ({ code, severity: 'wrong', ...(field === undefined ? {} : { field }) });
const doubtful = (code: string, field?: string): QualityProblem => ({ code, severity: 'doubtful', ...(field === undefined ? {} : { field }) });

function doubtsOf(record: Encounter, patient: Pick<Patient, 'bornOn'> | undefined): QualityProblem[] {
  const found: QualityProblem[] = [];
  const bmi = deriveBmi(record.observations);
  const adult = patient !== undefined && surelyAtLeastYears(patient.bornOn, record.occurredOn, CLASS_FROM_YEARS);
  if (bmi !== undefined && isImplausibleBmi(bmi, adult)) found.push(doubtful('ImplausibleBmi', 'observations.weightKg'));
  const isHigh = (measured(record.observations, 'systolicMmHg') ?? 0) >= HIGH_PRESSURE.systolicMmHg || (measured(record.observations, 'diastolicMmHg') ?? 0) >= HIGH_PRESSURE.diastolicMmHg;
  if (record.conclusionClass === 'I' && isHigh) found.push(doubtful('ClassAgainstPressure', 'conclusionClass'));
  if (record.submittedAt !== undefined && Date.parse(record.submittedAt) - Date.parse(record.occurredOn) > LATE_AFTER_DAYS * DAY_MS) found.push(doubtful('WrittenLate', 'occurredOn'));
  const answers = Object.values(record.observations);
  if (answers.length > 0 && answers.every((answer) => answer !== undefined && 'notMeasured' in answer)) found.push(doubtful('NothingMeasured', 'observations'));
  return found;
}

/** Groups that say nothing at all, but for those where a rule of the form has said already what is missing. */
function emptyGroups(record: Encounter, patient: Pick<Patient, 'bornOn'> | undefined, broken: readonly QualityProblem[]): QualityProblem[] {
  const named = new Set(broken.map(({ field }) => field && groupOfField(field, record.kind)));
  // A next visit is no answer to what was done, but who sees its day would call the mark untrue.
  const saysNothing = (group: FormGroup) => !(record.nextVisitOn !== undefined && ['plan', 'conclusion'].includes(group));
  return completenessOf(record, patient).filter(({ group, filled }) => filled === 0 && !named.has(group) && saysNothing(group)).map(({ group }) => doubtful('GroupEmpty', group));
}

/**
 * What a reviewer should look at in a submitted record: what the rules of the form would refuse (whatever program wrote
 * it), and what can be but seldom is. Voided records have none. `body` is as it came over the wire.
 */
export function findQualityProblems(body: unknown, patient: Pick<Patient, 'bornOn'> | undefined): QualityProblem[] {
  const shape = encounterSchema.safeParse(body);
  // An instant may have the shape of one and be none.
  if (!shape.success || Number.isNaN(Date.parse(shape.data.submittedAt ?? shape.data.updatedAt))) return [wrong('NotReadable')];
  const record = shape.data;
  if (record.status === 'voided' || record.status === 'draft') return [];
  const today = todayInUnitZone(Date.parse(record.submittedAt ?? record.updatedAt));
  const { refusals } = validateEncounter(record.kind, { ...record, status: 'submitted' }, 'submitted', patient, { today, role: 'doctor' });
  const broken = refusals.map(({ code, field }) => wrong(code, typeof field === 'string' ? field : undefined));
  return [...broken, ...doubtsOf(record, patient), ...emptyGroups(record, patient, broken)];
}
