import { useTranslation } from 'react-i18next';
import type { AntenatalVisit } from '../../src-shared/domain/maternal/antenatal-visit.schema.ts';
import type { Baby, Birth } from '../../src-shared/domain/maternal/birth.schema.ts';
import { dueDay } from '../../src-shared/domain/maternal/gestation.ts';
import type { PostnatalVisit } from '../../src-shared/domain/maternal/postnatal-visit.schema.ts';
import type { Pregnancy } from '../../src-shared/domain/maternal/pregnancy.schema.ts';
import { say } from '../i18n/say.ts';
import type { FieldText } from './care-texts.ts';
import { formatDate } from './format.ts';
import { formatNumber } from './format-number.ts';
import { dueDayWords } from './maternal-words.ts';
import { formatPressure } from './parse-typed-pressure.ts';

/** How the values of a record's fields are said. */
function useSaying() {
  const { t, i18n } = useTranslation();
  const field = (name: string, value: string | undefined | false, words = name): FieldText => [name, say(t, `maternal.field.${words}`), value || undefined];
  return {
    t, field,
    measure: (value: number | undefined, unit: string): string | undefined => (value === undefined ? undefined : `${formatNumber(value, i18n.language)}${unit && '\u00a0'}${unit}`),
    one: (group: string, code: string | undefined): string | undefined => code && say(t, `maternal.${group}.${code}`),
    all: (group: string, codes: readonly string[] | undefined): string | undefined => codes?.map((code) => say(t, `maternal.${group}.${code}`)).join(', '),
    day: (on: string | undefined): string | undefined => on && formatDate(on),
    yes: (value: boolean | undefined): string | undefined => (value === undefined ? undefined : t(value ? 'common.yes' : 'common.no')),
    pressure: (readings: AntenatalVisit['bloodPressure']): string | undefined => readings && `${readings.map(formatPressure).join('; ')}\u00a0${t('maternal.unitPressure')}`,
  };
}

/** A pregnancy, as it is read at the station and at the console. */
export function usePregnancyTexts(pregnancy: Pregnancy): FieldText[] {
  const { t, field, measure, one, all, day, yes } = useSaying();
  const { para, ultrasoundDue } = pregnancy;
  const last = pregnancy.statusChanges.at(-1);
  return [
    field('dueOn', dueDayWords(dueDay(pregnancy), t)), field('lastPeriodOn', day(pregnancy.lastPeriodOn)), field('ultrasoundDue', ultrasoundDue && `${formatDate(ultrasoundDue.dueOn)} (${t('maternal.field.ultrasound').toLowerCase()} ${formatDate(ultrasoundDue.seenOn)})`), field('registeredOn', day(pregnancy.registeredOn)),
    field('statusChanges', last && t('maternal.change.line', { status: t(`maternal.statuses.${last.status}`), on: formatDate(last.on) }), 'status'), field('gravida', measure(pregnancy.gravida, '')), field('para', para && [para.term, para.preterm, para.lost, para.living].join('')), field('previousCaesarean', yes(pregnancy.previousCaesarean)),
    field('riskFactors', [all('risks', pregnancy.riskFactors), pregnancy.otherRisks].filter(Boolean).join(', ')), field('heightCm', measure(pregnancy.heightCm, t('maternal.units.cm'))), field('weightBeforeKg', measure(pregnancy.weightBeforeKg, t('maternal.units.kg'))),
    field('bloodGroup', [one('bloodGroups', pregnancy.bloodGroup), one('rhesusFactors', pregnancy.rhesus)].filter(Boolean).join(', ')), field('tetanusDosesBefore', measure(pregnancy.tetanusDosesBefore, t('maternal.units.doses'))),
    field('screenings', pregnancy.screenings.map(({ test, result, on }) => `${t(`maternal.tests.${test}`)}: ${t(`maternal.results.${result}`).toLowerCase()}, ${formatDate(on)}`).join('\n')),
    field('plannedPlace', one('places', pregnancy.plannedPlace)), field('husbandName', [pregnancy.husbandName, pregnancy.husbandPhone].filter(Boolean).join(', ')), field('note', pregnancy.note),
  ];
}

/** An antenatal visit, as it is read at the station and at the console. */
export function useAntenatalTexts(visit: AntenatalVisit): FieldText[] {
  const { t, field, measure, one, all, day, yes, pressure } = useSaying();
  const { glucoseLoad } = visit;
  const load = glucoseLoad && (['fastingMmolL', 'oneHourMmolL', 'twoHourMmolL'] as const).flatMap((name) => (glucoseLoad[name] === undefined ? [] : [`${t(`maternal.field.${name}`).toLowerCase()} ${measure(glucoseLoad[name], t('maternal.units.mmolL')) ?? ''}`]));
  return [
    field('occurredOn', day(visit.occurredOn)), field('dangerSigns', all('dangers', visit.dangerSigns)), field('bloodPressure', pressure(visit.bloodPressure)), field('weightKg', measure(visit.weightKg, t('maternal.units.kg'))), field('oedema', one('oedemas', visit.oedema)),
    field('fundalHeightCm', measure(visit.fundalHeightCm, t('maternal.units.cm'))), field('girthCm', measure(visit.girthCm, t('maternal.units.cm'))), field('fetalHeartPerMin', measure(visit.fetalHeartPerMin, t('maternal.units.perMin'))), field('presentation', one('presentations', visit.presentation)),
    field('haemoglobinGPerL', measure(visit.haemoglobinGPerL, t('maternal.units.gPerL'))), field('urineProtein', one('urines', visit.urineProtein)), field('urineGlucose', one('urines', visit.urineGlucose)), field('glucoseLoad', load?.join('; ')), field('ultrasound', visit.ultrasound),
    field('tetanusDose', measure(visit.tetanusDose, '')), field('ironFolate', yes(visit.ironFolate)), field('calcium', yes(visit.calcium)), field('highRisk', yes(visit.highRisk)), field('advice', all('antenatalAdvice', visit.advice)), field('nextVisitOn', day(visit.nextVisitOn)), field('referredTo', visit.referredTo), field('note', visit.note),
  ];
}

/** A birth, as it is read at the station and at the console; each baby in a line. */
export function useBirthTexts(birth: Birth): FieldText[] {
  const { t, field, measure, one, all, day } = useSaying();
  const babyWords = ({ sex, status, weightG, apgar1, apgar5, ...done }: Baby) => [
    t(`sexes.${sex}`), t(`maternal.babyStatuses.${status}`).toLowerCase(), measure(weightG, t('maternal.units.g')), (apgar1 ?? apgar5) !== undefined && `Apgar ${apgar1 === undefined ? '–' : String(apgar1)}/${apgar5 === undefined ? '–' : String(apgar5)}`,
    ...(['hepB0', 'vitaminK', 'breastfedInFirstHour'] as const).map((name) => done[name] && t(`maternal.field.${name}`).toLowerCase()),
  ].filter(Boolean).join(', ');
  return [
    field('bornOn', [day(birth.bornOn), birth.bornTime].filter(Boolean).join(', ')), field('weeks', measure(birth.weeks, t('maternal.units.weeks'))), field('place', [one('places', birth.place), birth.placeName].filter(Boolean).join(', ')), field('attendant', one('attendants', birth.attendant)), field('mode', one('modes', birth.mode)),
    field('motherStatus', one('motherStatuses', birth.motherStatus)), field('complications', [all('complications', birth.complications), birth.otherComplications].filter(Boolean).join(', ')), field('babies', birth.babies.map(babyWords).join('\n')), field('note', birth.note),
  ];
}

/** A visit after the birth, as it is read at the station and at the console; each baby in a line. */
export function usePostnatalTexts(visit: PostnatalVisit): FieldText[] {
  const { t, field, measure, one, all, day, yes, pressure } = useSaying();
  const babies = (visit.babies ?? []).map(({ weightG, jaundice, cord, feeding }) => [measure(weightG, t('maternal.units.g')), jaundice && `${t('maternal.field.jaundice').toLowerCase()}: ${t(`maternal.jaundices.${jaundice}`).toLowerCase()}`, cord && `${t('maternal.field.cord').toLowerCase()}: ${t(`maternal.cords.${cord}`).toLowerCase()}`, feeding && t(`maternal.feedings.${feeding}`).toLowerCase()].filter(Boolean).join(', '));
  return [
    field('occurredOn', day(visit.occurredOn)), field('place', one('postnatalPlaces', visit.place), 'postnatalPlace'), field('bloodPressure', pressure(visit.bloodPressure)), field('temperatureC', measure(visit.temperatureC, t('maternal.units.celsius'))), field('fever', yes(visit.fever)), field('bleeding', one('bleedings', visit.bleeding)),
    field('breast', one('breasts', visit.breast)), field('mood', one('moods', visit.mood)), field('babies', babies.join('\n')), field('contraception', one('contraceptions', visit.contraception)), field('advice', all('postnatalAdvice', visit.advice)), field('nextVisitOn', day(visit.nextVisitOn)), field('referredTo', visit.referredTo), field('note', visit.note),
  ];
}
