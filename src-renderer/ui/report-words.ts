import type { TFunction } from 'i18next';
import { immunizationSchedule } from '../../src-shared/domain/immunization/immunization-schedule.ts';
import { diseaseOfLine, doseLine, reportLine, type ReportLineId, type ReportNumber } from '../../src-shared/domain/report/report-lines.ts';
import { hasWords, say } from '../i18n/say.ts';
import { formatCount } from './format.ts';
import { formatNumber } from './format-number.ts';
import { doseName } from './vaccine-words.ts';

const doses = new Map(immunizationSchedule.map((dose) => [doseLine(dose), dose]));

/** Name of a line of a report; one of a newer version by its id. */
export function reportLineName(id: ReportLineId, t: TFunction): string {
  const dose = doses.get(id);
  if (dose) return doseName(dose, t);
  const ofDisease = diseaseOfLine(id);
  if (ofDisease) return t(ofDisease.isOfDeaths ? 'reports.deathsOf' : 'reports.casesOf', { disease: t(`surveillance.diseases.${ofDisease.diseaseId}`) });
  if (id === 'doses.other') return t('reports.otherDose');
  const name = id.replace('.', '_');
  return hasWords(`reports.line.${name}`) ? say(t, `reports.line.${name}`) : id;
}

/** `60 / 120`, or the number alone where it is of nothing. */
export function reportNumberWords({ value, of }: Pick<ReportNumber, 'value' | 'of'>, language: string): string {
  return of === undefined ? formatCount(value, language) : `${formatCount(value, language)}\u00a0/\u00a0${formatCount(of, language)}`;
}

/** `50 %`, of visits how many a person; nothing where it is of nobody. */
export function reportShareWords({ id, value, of }: Pick<ReportNumber, 'id' | 'value' | 'of'>, language: string, t: TFunction): string {
  if (of === undefined || of === 0) return '';
  return reportLine(id)?.unit === 'perPerson' ? t('reports.perPerson', { times: formatNumber(Math.round((value / of) * 100) / 100, language) }) : `${formatNumber(Math.round((value / of) * 1000) / 10, language)}\u00a0%`;
}
