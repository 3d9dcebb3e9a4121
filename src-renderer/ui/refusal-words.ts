import type { TFunction } from 'i18next';
import type { Refusal } from '../../src-shared/domain/common/refusal.ts';
import { hasWords, say } from '../i18n/say.ts';
import { formatDate } from './format.ts';
import { doseName } from './vaccine-words.ts';

/** Words among the refusals that belong to no code. */
const notCodes = ['fallback', 'intro', 'field', 'unfit'];

/** A refusal in words of this language; one without words is said to be unknown here, and that nothing was saved. Its code stands in the station's log (DAY5). */
export function refusalWords(refusal: Refusal, t: TFunction): string {
  const key = `refusals.${refusal.code}`;
  return hasWords(key) && !notCodes.includes(refusal.code) ? say(t, key, { ...refusal, ...namesOf(refusal, t) }) : t('refusals.fallback');
}

/** A warning in words; one without words is left out, since the save went through. */
export function warningWords(warning: Refusal, t: TFunction): string | undefined {
  const key = `warnings.${warning.code}`;
  return hasWords(key) ? say(t, key, { ...warning, ...namesOf(warning, t) }) : undefined;
}

/** Facts that are themselves names of things on the screen. */
function namesOf(facts: Refusal, t: TFunction): Record<string, string> {
  const place = typeof facts.field === 'string' ? `facility.names.${facts.field.split('.').at(-1) ?? ''}` : '';
  if (hasWords(place)) return { name: say(t, place) };
  if (typeof facts.vaccine === 'string' && typeof facts.doseNumber === 'number') return { ...daysOf(facts), dose: doseName({ vaccine: facts.vaccine, doseNumber: facts.doseNumber }, t) };
  const { grade, signs } = facts;
  if (typeof grade === 'string' && hasWords(`maternal.urines.${grade}`)) return { grade: say(t, `maternal.urines.${grade}`) };
  if (Array.isArray(signs)) return { signs: signs.map((sign) => say(t, `maternal.dangers.${String(sign)}`).toLowerCase()).join(', ') };
  return typeof facts.vitalSign === 'string' && hasWords(`encounters.vitals.${facts.vitalSign}`) ? { vitalSign: say(t, `encounters.vitals.${facts.vitalSign}`) } : daysOf(facts);
}

/** Days, as they are written. */
const daysOf = (facts: Refusal): Record<string, string> => Object.fromEntries(Object.entries(facts).flatMap(([fact, value]) => (typeof value === 'string' && /^\d{4}(-\d{2}){0,2}$/.test(value) && /^(from|on)$|On$/.test(fact) ? [[fact, formatDate(value)]] : [])));

/** Groups of words in which a field of some form has its name. */
const fieldGroups = ['people.field', 'encounters.field', 'encounters.vitals', 'supply.field', 'equipment.field', 'coldChain.field', 'immunizations.field', 'chronic.field', 'maternal.field', 'sync.fields', 'facility.names'];

/** A path of an input by the name of its field on the screen: `items.0.quantityBaseUnits` by its last known part; one without a name is some field. */
function pathWords(path: string, t: TFunction): string {
  for (const part of path.split('.').reverse()) {
    const group = fieldGroups.find((g) => part !== '' && hasWords(`${g}.${part}`));
    if (group !== undefined) return say(t, `${group}.${part}`);
  }
  return t('refusals.field');
}

/** Each field of an input that does not fit: `Ngày sinh: không phải ngày có thật`. */
export function issueWords(refusal: Refusal, t: TFunction): string[] {
  if (!Array.isArray(refusal.issues)) return [];
  return (refusal.issues as { path?: unknown; code?: unknown }[]).map(({ path, code }) => {
    const at = pathWords(Array.isArray(path) ? path.join('.') : String(path ?? ''), t);
    const key = `issues.${String(code)}`;
    return `${at}: ${hasWords(key) ? say(t, key) : t('refusals.unfit')}`;
  });
}

/** Where on the form a refusal belongs: its `field`, or the paths of an input that does not fit. */
export function refusedPaths(refusal: Refusal): string[] {
  if (typeof refusal.field === 'string') return [refusal.field];
  if (!Array.isArray(refusal.issues)) return [];
  return (refusal.issues as { path?: unknown }[]).map(({ path }) => (Array.isArray(path) ? path.join('.') : String(path ?? '')));
}
