import { Alert } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../src-shared/domain/common/refusal.ts';
import styles from './notices.module.css';
import { refusalWords, refusedPaths } from './refusal-words.ts';

/** A rule said no: nothing was saved, and why. */
export function RefusalList({ refusals }: { refusals: Refusal[] }) {
  const { t } = useTranslation();
  if (refusals.length === 0) return null;
  const sentences = [...new Set(refusals.map((refusal) => {
    const paths = refusal.code === 'InvalidInput' ? refusedPaths(refusal).filter(Boolean) : [];
    return refusalWords(refusal, t) + (paths.length > 0 ? ` (${paths.join(', ')})` : '');
  }))];
  return (
    <Alert color="brick" variant="light" icon={<IconHandStop size={18} />} title={t('refusals.intro')} role="alert">
      <ul className={styles.list}>{sentences.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
    </Alert>
  );
}
