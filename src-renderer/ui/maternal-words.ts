import type { TFunction } from 'i18next';
import { meanPressure } from '../../src-shared/domain/chronic/classify-blood-pressure.ts';
import type { AntenatalVisit } from '../../src-shared/domain/maternal/antenatal-visit.schema.ts';
import type { Birth } from '../../src-shared/domain/maternal/birth.schema.ts';
import { dueDay, type DueDay, type Gestation } from '../../src-shared/domain/maternal/gestation.ts';
import type { MaternalAlert } from '../../src-shared/domain/maternal/maternal-alerts.ts';
import type { PostnatalVisit } from '../../src-shared/domain/maternal/postnatal-visit.schema.ts';
import type { Pregnancy } from '../../src-shared/domain/maternal/pregnancy.schema.ts';
import { hasWords, say } from '../i18n/say.ts';
import { formatDate } from './format.ts';
import { formatNumber } from './format-number.ts';
import { formatPressure } from './parse-typed-pressure.ts';

/** `24 tuần 3 ngày`. */
export const gestationWords = ({ weeks, days }: Gestation, t: TFunction): string => (days === 0 ? t('maternal.week', { weeks }) : t('maternal.weekDay', { weeks, days }));

/** `09/08/2026, theo siêu âm`. */
export const dueDayWords = (due: DueDay | undefined, t: TFunction): string => (due ? `${formatDate(due.dueOn)}, ${t(`maternal.dueBy.${due.by}`)}` : t('maternal.dueUnknown'));

const listed = (group: string, codes: unknown, t: TFunction): string => (Array.isArray(codes) ? codes.map((code) => say(t, `maternal.${group}.${String(code)}`)).join(', ') : '');

/** What is unusual, in a few words with its number; of a newer version that it is something. */
export function alertWords({ code, field: _field, isUrgent: _isUrgent, ...facts }: MaternalAlert, t: TFunction, language: string): string {
  const key = `maternal.alerts.${code === 'Fever' && facts['value'] !== undefined ? 'FeverMeasured' : code}`;
  if (!hasWords(key)) return t('maternal.alerts.another');
  const grade = String(facts['grade'] ?? '');
  return say(t, key, {
    ...facts, ...(typeof facts['value'] === 'number' ? { value: formatNumber(facts['value'], language) } : {}), signs: listed('dangers', facts['signs'], t), risks: listed('risks', facts['risks'], t),
    grade: hasWords(`maternal.urines.${grade}`) ? say(t, `maternal.urines.${grade}`) : say(t, `maternal.bleedings.${grade}`).toLowerCase(),
  });
}

const joined = (parts: readonly (string | false | undefined)[], otherwise: string): string => parts.filter(Boolean).join(' · ') || otherwise;
const measure = (value: number | undefined, unit: string, language: string): string | undefined => (value === undefined ? undefined : `${formatNumber(value, language)}\u00a0${unit}`);
const pressureOf = (readings: AntenatalVisit['bloodPressure'], t: TFunction): string | undefined => { const mean = meanPressure(readings ?? []); return mean && `${formatPressure(mean)}\u00a0${t('maternal.unitPressure')}`; };

/** A pregnancy in one line: how many it is, when it is due. */
export const pregnancySummary = (pregnancy: Pregnancy, t: TFunction): string => joined([pregnancy.gravida !== undefined && t('maternal.panel.gravida', { count: pregnancy.gravida }), dueDay(pregnancy) && `${t('maternal.field.dueOn')} ${dueDayWords(dueDay(pregnancy), t)}`], t('maternal.dueUnknown'));

/** What an antenatal visit measured and found, in one line. */
export function antenatalSummary(visit: AntenatalVisit, t: TFunction, language: string): string {
  const urine = (name: 'urineProtein' | 'urineGlucose') => visit[name] !== undefined && visit[name] !== 'negative' && `${t(`maternal.field.${name}`)} ${t(`maternal.urines.${visit[name]}`)}`;
  return joined([
    listed('dangers', visit.dangerSigns, t), pressureOf(visit.bloodPressure, t), measure(visit.weightKg, t('maternal.units.kg'), language), measure(visit.fundalHeightCm, t('maternal.units.cm'), language), measure(visit.fetalHeartPerMin, t('maternal.units.perMin'), language),
    visit.presentation && t(`maternal.presentations.${visit.presentation}`), visit.haemoglobinGPerL !== undefined && `Hb\u00a0${formatNumber(visit.haemoglobinGPerL, language)}`, urine('urineProtein'), urine('urineGlucose'), visit.referredTo && t('maternal.visit.referred', { to: visit.referredTo }), visit.note,
  ], t('maternal.visit.said'));
}

/** A birth in one line: how, where, the babies. */
export function birthSummary({ mode, place, placeName, babies, complications, motherStatus }: Birth, t: TFunction, language: string): string {
  return joined([
    t(`maternal.modes.${mode}`), placeName ?? t(`maternal.places.${place}`), ...babies.map(({ sex, weightG, status }) => [t(`sexes.${sex}`), measure(weightG, t('maternal.units.g'), language), status !== 'live' && t(`maternal.babyStatuses.${status}`).toLowerCase()].filter(Boolean).join(' ')),
    listed('complications', complications, t), motherStatus !== 'well' && `${t('maternal.birth.mother')}: ${t(`maternal.motherStatuses.${motherStatus}`).toLowerCase()}`,
  ], '');
}

/** A visit after the birth in one line. */
export function postnatalSummary(visit: PostnatalVisit, t: TFunction, language: string): string {
  return joined([
    t(`maternal.postnatalPlaces.${visit.place}`), pressureOf(visit.bloodPressure, t), measure(visit.temperatureC, t('maternal.units.celsius'), language), visit.fever && t('maternal.field.fever'), visit.bleeding && `${t('maternal.field.bleeding')}: ${t(`maternal.bleedings.${visit.bleeding}`).toLowerCase()}`,
    ...(visit.babies ?? []).flatMap(({ weightG }) => measure(weightG, t('maternal.units.g'), language) ?? []), visit.referredTo && t('maternal.visit.referred', { to: visit.referredTo }), visit.note,
  ], t('maternal.visit.said'));
}
