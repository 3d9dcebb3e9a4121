import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../../src-shared/contract/queries.ts';
import { antenatalSummary, birthSummary, postnatalSummary, pregnancySummary } from '../../ui/maternal-words.ts';
import { Badge } from '../../ui/StatusBadge.tsx';
import styles from './Timeline.module.css';

/** What was written of a pregnancy, of a visit before the birth, of the birth, of a visit after it. */
export type MaternalEntry = Extract<TimelineEntry, { type: 'pregnancy' | 'antenatalVisit' | 'birth' | 'postnatalVisit' }>;

const recordOf = (entry: MaternalEntry) => {
  switch (entry.type) {
    case 'pregnancy': return entry.pregnancy;
    case 'antenatalVisit': return entry.antenatalVisit;
    case 'birth': return entry.birth;
    case 'postnatalVisit': return entry.postnatalVisit;
  }
};

export const isStruck = (entry: MaternalEntry): boolean => recordOf(entry).voided !== undefined;

/** A record of maternal care, in the timeline. */
export function MaternalWords({ entry, mark }: { entry: MaternalEntry; mark?: ReactNode }) {
  const { t, i18n } = useTranslation();
  const words = (): [kind: string, summary: string] => {
    switch (entry.type) {
      case 'pregnancy': return [t('maternal.timeline.pregnancy'), pregnancySummary(entry.pregnancy, t)];
      case 'antenatalVisit': return [t('maternal.timeline.visit'), antenatalSummary(entry.antenatalVisit, t, i18n.language)];
      case 'birth': return [t('maternal.timeline.birth'), birthSummary(entry.birth, t, i18n.language)];
      case 'postnatalVisit': return [t('maternal.timeline.postnatal'), postnatalSummary(entry.postnatalVisit, t, i18n.language)];
    }
  };
  const [kind, summary] = words();
  return (
    <span className={styles.words}>
      <span className={styles.kind}>{kind} {mark} {isStruck(entry) && <Badge tone="stop">{t('maternal.panel.voided')}</Badge>}</span>
      <span className={styles.summary}>{summary}</span>
      <span className={styles.by}>{recordOf(entry).author.displayName}</span>
    </span>
  );
}
