import { useTranslation } from 'react-i18next';
import { say } from '../i18n/say.ts';
import type { CaseReport } from '../../src-shared/domain/surveillance/case-report.schema.ts';
import type { FieldText } from './care-texts.ts';
import { formatDate, formatWhen } from './format.ts';

/** What a report of a case says, field by field, at its person and in the console. */
export function useCaseTexts(report: CaseReport): FieldText[] {
  const { t } = useTranslation();
  const field = (name: keyof CaseReport & string, words: string | undefined): FieldText => [name, say(t, `surveillance.field.${name}`), words];
  const day = (on: string | undefined) => on && formatDate(on);
  const { sample, withdrawn } = report;
  return [
    field('withdrawn', withdrawn && [t(`surveillance.withdrawReasons.${withdrawn.reason}`), withdrawn.note].filter(Boolean).join(' · ')), field('diseaseId', t(`surveillance.diseases.${report.diseaseId}`)),
    field('diagnosis', report.diagnosis), field('classification', t(`surveillance.classes.${report.classification}`)), field('onsetOn', day(report.onsetOn)), field('visitOn', day(report.visitOn)), field('admittedOn', day(report.admittedOn)),
    field('outcome', [t(`surveillance.outcomes.${report.outcome}`), day(report.outcomeOn)].filter(Boolean).join(', ')), field('addressAtOnset', report.addressAtOnset), field('occupation', report.occupation), field('workplace', report.workplace),
    field('vaccination', t(`surveillance.vaccinations.${report.vaccination}`)), field('doses', report.doses === undefined ? undefined : String(report.doses)), field('exposure', report.exposure),
    field('sample', sample && [sample.kind, formatDate(sample.takenOn), t(`surveillance.results.${sample.result}`)].join(', ')), field('action', report.action), field('detectedAt', formatWhen(report.detectedAt, t)),
    field('deadlineAt', report.deadlineAt === undefined ? undefined : `${formatWhen(report.deadlineAt, t)} · ${t(report.late ? 'surveillance.record.late' : 'surveillance.record.inTime')}`),
  ];
}
