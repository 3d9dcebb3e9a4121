import { Alert } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../src-shared/domain/common/refusal.ts';
import styles from './notices.module.css';
import { issueWords, refusalWords } from './refusal-words.ts';
import { useBringIntoSight } from './use-bring-into-sight.ts';

interface RefusalListProps { refusals: Refusal[]; /** What was judged: once another is given, the words about the one before go. */ content?: unknown; /** What a refusal speaks of, said before it. */ about?(refusal: Refusal): string | undefined }

/** A rule said no: nothing was saved, and why. */
export function RefusalList({ refusals: given, content, about }: RefusalListProps) {
  const { t } = useTranslation();
  const [judged, setJudged] = useState({ given, content });
  if (judged.given !== given) setJudged({ given, content });
  const refusals = judged.given !== given || judged.content === content ? given : [];
  const ref = useBringIntoSight<HTMLDivElement>(refusals.length > 0 ? refusals : undefined);
  if (refusals.length === 0) return null;
  const sentences = [...new Set(refusals.flatMap((refusal) => {
    const issues = issueWords(refusal, t);
    const named = about?.(refusal);
    return issues.length > 0 ? issues : [`${named === undefined ? '' : `${named}: `}${refusalWords(refusal, t)}`];
  }))];
  return (
    <Alert ref={ref} color="brick" variant="light" icon={<IconHandStop size={18} />} title={t('refusals.intro')} role="alert">
      <ul className={styles.list}>{sentences.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
    </Alert>
  );
}
