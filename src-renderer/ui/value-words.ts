import type { TFunction } from 'i18next';
import { vitalSigns, type VitalSignName } from '../../src-shared/domain/encounter/observations.ts';
import { siteWords } from '../../src-shared/domain/facility/facility-lists.ts';
import { communeWords } from '../../src-shared/domain/org/commune-names-2025.ts';
import { hasWords, say } from '../i18n/say.ts';
import { addressWords } from './address-words.ts';
import { formatDate, formatWhen } from './format.ts';
import { formatNumber } from './format-number.ts';

/** Groups of words for the values of a field that has a list of them. */
const lists: Readonly<Record<string, readonly string[]>> = {
  sex: ['sexes'], status: ['encounters.statuses', 'sync.statuses', 'immunizations.statuses', 'chronic.statuses', 'maternal.statuses', 'maternal.babyStatuses'], noNationalIdReason: ['people.noIdReasons'], bornOnPrecision: ['sync.precisions'], kind: ['encounters.kinds', 'supply.kinds', 'equipment.kinds'],
  source: ['supply.sources', 'equipment.sources'], from: ['equipment.states'], coldPlace: ['equipment.cold.kinds'], inCharge: ['roles'], reasonCode: ['supply.reasons', 'stocktake.reasons'], scope: ['stocktake.scopes'], shift: ['coldChain.shifts'], freezeTag: ['coldChain.freezeTags'], action: ['coldChain.actions'], reason: ['encounters.voidReasons', 'voidPerson.reasons', 'supply.undoReasons', 'handover.reasons', 'equipment.strikeReasons', 'coldChain.strikeReasons', 'reports.reasons', 'surveillance.withdrawReasons'], notMeasured: ['encounters.notMeasuredReasons'], vaccine: ['immunizations.vaccines'], place: ['immunizations.places', 'maternal.places'], programme: ['immunizations.programmes'], route: ['immunizations.routes'], site: ['immunizations.sites'],
  outcome: ['coldChain.outcomes', 'immunizations.screenings', 'immunizations.outcomes', 'surveillance.outcomes'], observation: ['immunizations.observations'], notDoneReason: ['immunizations.notDoneReasons'], severity: ['immunizations.severities'], condition: ['chronic.conditions'], foundBy: ['chronic.foundBys'], riskFactors: ['chronic.riskFactors', 'maternal.risks'], complications: ['chronic.complications', 'maternal.complications'], advice: ['chronic.advices', 'maternal.antenatalAdvice', 'maternal.postnatalAdvice'], decision: ['sync.statuses'],
  diseaseId: ['surveillance.diseases'], classification: ['surveillance.classes'], vaccination: ['surveillance.vaccinations'], change: ['surveillance.changes'],
  test: ['maternal.tests'], result: ['maternal.results', 'surveillance.results'], bloodGroup: ['maternal.bloodGroups'], rhesus: ['maternal.rhesusFactors'], plannedPlace: ['maternal.places'], oedema: ['maternal.oedemas'], presentation: ['maternal.presentations'], urineProtein: ['maternal.urines'], urineGlucose: ['maternal.urines'], dangerSigns: ['maternal.dangers'], attendant: ['maternal.attendants'], mode: ['maternal.modes'], motherStatus: ['maternal.motherStatuses'],
  bleeding: ['maternal.bleedings'], breast: ['maternal.breasts'], mood: ['maternal.moods'], jaundice: ['maternal.jaundices'], cord: ['maternal.cords'], feeding: ['maternal.feedings'], contraception: ['maternal.contraceptions'],
  ...Object.fromEntries(Object.keys(siteWords).map((field) => [field, ['facility.words']])),
};
/** Said elsewhere of the record, or of no use to a person. */
const untold: ReadonlySet<string> = new Set(['account', 'role', 'by', 'medicineId', 'lotId', 'equipmentId', 'handoverId', 'before', 'restored', 'answers']);
const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const day = /^\d{4}(-\d{2}){0,2}$/;
const recordId = /^[a-zA-Z]+:[0-9a-f]{8}-/;
const isVitalSign = (name: string): name is VitalSignName => Object.hasOwn(vitalSigns, name);

/** A value of any field of a record as a person reads it; '' where there is none. */
export function valueWords(field: string, value: unknown, t: TFunction, language: string): string {
  const name = field.split('.').at(-1) ?? field;
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no');
  if (typeof value === 'number') return formatNumber(value, language);
  if (typeof value === 'string') return textWords(name, value, t);
  if (Array.isArray(value)) return value.map((item) => valueWords(field, item, t, language)).filter(Boolean).join('; ');
  return partsWords(name, value as Readonly<Record<string, unknown>>, t, language);
}

function textWords(name: string, value: string, t: TFunction): string {
  const group = lists[name]?.find((one) => hasWords(`${one}.${value}`));
  if (group !== undefined) return say(t, `${group}.${value}`);
  if (name === 'communeCode') return communeWords(value) ?? value;
  if (instant.test(value)) return formatWhen(value, t);
  if (recordId.test(value)) return t('sync.otherRecord');
  return day.test(value) && (name.endsWith('On') || name.endsWith('To')) ? formatDate(value) : value;
}

function partsWords(name: string, parts: Readonly<Record<string, unknown>>, t: TFunction, language: string): string {
  const told = (key: string) => valueWords(key, parts[key], t, language);
  if (typeof parts['value'] === 'number') return [told('value'), isVitalSign(name) && t(`encounters.units.${vitalSigns[name].unit}`)].filter(Boolean).join('\u00a0');
  if ('notMeasured' in parts) return `${t('encounters.notMeasured')}: ${told('notMeasured')}`;
  if (typeof parts['headcount'] === 'number') return t('facility.staffValue', { headcount: told('headcount'), atWork: told('atWork') });
  if (typeof parts['planned'] === 'number') return t('facility.bedValue', { planned: told('planned'), actual: told('actual'), occupied: told('occupied') });
  if (typeof parts['systolicMmHg'] === 'number') return `${told('systolicMmHg')}/${told('diastolicMmHg')}`;
  if (typeof parts['systolicBelow'] === 'number') return t('chronic.goalShort', { systolic: told('systolicBelow'), diastolic: told('diastolicBelow') });
  if (typeof parts['term'] === 'number') return [parts['term'], parts['preterm'], parts['lost'], parts['living']].join('');
  if (name === 'address') return addressWords(parts, t);
  if (name === 'diagnoses') return parts['icd10'] === undefined ? told('text') : `${told('text')} (${told('icd10')})`;
  if (typeof parts['displayName'] === 'string') return parts['displayName'];
  return Object.keys(parts).filter((key) => !untold.has(key)).map(told).filter(Boolean).join(', ');
}
