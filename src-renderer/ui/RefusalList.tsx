import { Alert } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../src-shared/domain/common/refusal.ts';
import styles from './notices.module.css';
import { issueWords, refusalWords } from './refusal-words.ts';
import { useBringIntoSight } from './use-bring-into-sight.ts';

/** A rule said no: nothing was saved, and why. */
export function RefusalList({ refusals }: { refusals: Refusal[] }) {
  const { t } = useTranslation();
  const ref = useBringIntoSight<HTMLDivElement>(refusals.length > 0 ? refusals : undefined);
  if (refusals.length === 0) return null;
  const sentences = [...new Set(refusals.flatMap((refusal) => {
    const issues = issueWords(refusal, t);
    return issues.length > 0 ? issues : [refusalWords(refusal, t)];
  }))];
  return (
    <Alert ref={ref} color="brick" variant="light" icon={<IconHandStop size={18} />} title={t('refusals.intro')} role="alert">
      <ul className={styles.list}>{sentences.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
    </Alert>
  );
}
