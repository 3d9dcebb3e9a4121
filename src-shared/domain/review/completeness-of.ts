import { surelyAtLeastYears } from '../common/age-on.ts';
import type { Encounter } from '../encounter/encounter.schema.ts';
import { CLASS_FROM_YEARS } from '../encounter/validate-encounter.ts';
import type { Patient } from '../patient/patient.schema.ts';

/** Groups of the encounter form in its order; a checkup ends in `conclusion`, a visit in `plan`. */
export const formGroups = ['history', 'body', 'vitals', 'diagnosis', 'conclusion', 'plan'] as const;
export type FormGroup = (typeof formGroups)[number];
/** `filled` of the `of` parts that apply are answered. */
export interface GroupCompleteness { group: FormGroup; filled: number; of: number }
type Content = Pick<Encounter, 'kind' | 'occurredOn' | 'reason' | 'symptoms' | 'observations' | 'diagnoses' | 'conclusionClass' | 'treatment' | 'advice'>;

/** Parts of each group by their paths in the record. A next visit is no part: none is an answer. No part of the form depends on sex. */
const parts: Record<FormGroup, readonly string[]> = {
  history: ['reason', 'symptoms'],
  body: ['observations.heightCm', 'observations.weightKg', 'observations.waistCm', 'observations.chestCm'],
  vitals: ['observations.pulsePerMin', 'observations.systolicMmHg', 'observations.diastolicMmHg', 'observations.temperatureC', 'observations.breathsPerMin', 'observations.spo2Percent'],
  diagnosis: ['diagnoses'],
  conclusion: ['conclusionClass', 'treatment', 'advice'],
  plan: ['treatment', 'advice'],
};
const groupsOfKind: Record<Encounter['kind'], readonly FormGroup[]> = { checkup: ['history', 'body', 'vitals', 'diagnosis', 'conclusion'], visit: ['history', 'body', 'vitals', 'diagnosis', 'plan'] };
/** Written in a checkup only where something was found. */
const ofFindings: readonly string[] = ['symptoms', 'diagnoses', 'treatment'];
/** From class III on something lowered the class. Health classes I to V: QĐ 1613/BYT-QĐ of 1997, FROM KNOWLEDGE. */
const classesWithFindings: readonly string[] = ['III', 'IV', 'V'];

/** The group of the form a field stands in. */
export const groupOfField = (field: string, kind: Encounter['kind']): FormGroup | undefined => groupsOfKind[kind].find((group) => parts[group].includes(field));

function isAnswered(content: Content, part: string): boolean {
  const value = part.startsWith('observations.') ? (content.observations as Record<string, unknown>)[part.slice('observations.'.length)] : content[part as keyof Content];
  return Array.isArray(value) ? value.length > 0 : typeof value === 'string' ? value.trim() !== '' : value !== undefined;
}

/** An answered part always applies; an unanswered one where this kind, age and class of health ask for it. */
function applies(content: Content, part: string, patient: Pick<Patient, 'bornOn'> | undefined): boolean {
  if (part === 'conclusionClass') return patient !== undefined && surelyAtLeastYears(patient.bornOn, content.occurredOn, CLASS_FROM_YEARS);
  if (content.kind === 'checkup' && ofFindings.includes(part)) return classesWithFindings.includes(content.conclusionClass ?? '');
  return true;
}

/** Of each group of the form that applies to this record, how many of its parts are answered; a measure that could not be taken, with its reason, is. */
export function completenessOf(content: Content, patient?: Pick<Patient, 'bornOn'>): GroupCompleteness[] {
  return groupsOfKind[content.kind].flatMap((group) => {
    const filled = parts[group].filter((part) => isAnswered(content, part)).length;
    // What is measured at a visit follows the complaint; the form demands nothing.
    const isAsked = filled > 0 || content.kind === 'checkup' || (group !== 'body' && group !== 'vitals');
    const of = isAsked ? parts[group].filter((part) => isAnswered(content, part) || applies(content, part, patient)).length : 0;
    return of === 0 ? [] : [{ group, filled, of }];
  });
}
