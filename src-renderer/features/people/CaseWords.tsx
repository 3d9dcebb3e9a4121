import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseReport } from '../../../src-shared/domain/surveillance/case-report.schema.ts';
import { Badge } from '../../ui/StatusBadge.tsx';
import styles from './Timeline.module.css';

/** A report of a case in the history of its person, as the case stands. */
export function CaseWords({ report, mark }: { report: CaseReport; mark?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <span className={styles.words}>
      <span className={styles.kind}>{t('encounters.kinds.caseReport')} {mark} {report.withdrawn && <Badge tone="stop">{t('surveillance.reported.withdrawn')}</Badge>}</span>
      <span className={styles.summary}>{[t(`surveillance.diseases.${report.diseaseId}`), t(`surveillance.classes.${report.classification}`), t(`surveillance.outcomes.${report.outcome}`)].join(' · ')}</span>
      <span className={styles.by}>{report.author.displayName}</span>
    </span>
  );
}
