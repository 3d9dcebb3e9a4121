import { useTranslation } from 'react-i18next';
import { say } from '../i18n/say.ts';
import type { CaseReport } from '../../src-shared/domain/surveillance/case-report.schema.ts';
import { formatDate, formatWhen } from './format.ts';

/** What a report of a case says, fact by fact, at its person and in the console. */
export interface CaseTexts { title: string; facts: [name: string, words: string | undefined][]; struck: string | undefined; fieldName(field: string): string }

/** Of what a sample is called in the form. */
const named: Readonly<Record<string, string>> = { sample: 'sampleKind', doses: 'dosesField' };

export function useCaseTexts(report: CaseReport): CaseTexts {
  const { t } = useTranslation();
  const fieldName = (field: string) => say(t, `surveillance.form.${named[field] ?? field}`);
  const day = (on: string | undefined) => on && formatDate(on);
  const { sample, withdrawn } = report;
  const fact = (field: keyof CaseReport & string, words: string | undefined): [string, string | undefined] => [fieldName(field), words];
  return {
    title: t('surveillance.record.title', { disease: t(`surveillance.diseases.${report.diseaseId}`), at: formatWhen(report.reportedAt, t) }), fieldName,
    struck: withdrawn && t('surveillance.record.withdrawn', { reason: [t(`surveillance.withdrawReasons.${withdrawn.reason}`), withdrawn.note].filter(Boolean).join(' · ') }),
    facts: [
      fact('diagnosis', report.diagnosis), fact('classification', t(`surveillance.classes.${report.classification}`)), fact('onsetOn', day(report.onsetOn)), fact('visitOn', day(report.visitOn)), fact('admittedOn', day(report.admittedOn)),
      fact('outcome', [t(`surveillance.outcomes.${report.outcome}`), day(report.outcomeOn)].filter(Boolean).join(', ')), fact('addressAtOnset', report.addressAtOnset), fact('occupation', report.occupation), fact('workplace', report.workplace),
      fact('vaccination', t(`surveillance.vaccinations.${report.vaccination}`)), fact('doses', report.doses === undefined ? undefined : String(report.doses)), fact('exposure', report.exposure),
      fact('sample', sample && [sample.kind, formatDate(sample.takenOn), t(`surveillance.results.${sample.result}`)].join(', ')), fact('action', report.action),
      [t('surveillance.form.detectedOn'), formatWhen(report.detectedAt, t)],
      [t('surveillance.reported.column.state'), report.deadlineAt === undefined ? undefined : `${t(report.late ? 'surveillance.record.late' : 'surveillance.record.inTime')} (${t('surveillance.form.deadline', { at: formatWhen(report.deadlineAt, t) })})`],
    ],
  };
}
