import { useTranslation } from 'react-i18next';
import type { SubmittedRow } from '../../../src-shared/contract/hub-api.ts';
import { Badge } from '../../ui/StatusBadge.tsx';
import { problemWords } from './problem-words.ts';

const SHOWN = 2;

/** Why a record should be looked at closely: what is wrong, what is doubtful, late, drawn, corrected. */
export function RecordMarks({ row, all = false }: { row: Pick<SubmittedRow, 'problems' | 'late' | 'drawn' | 'corrected'>; all?: boolean }) {
  const { t } = useTranslation();
  const shown = all ? row.problems : row.problems.slice(0, SHOWN);
  return (
    <span style={{ display: 'inline-flex', gap: '0.25rem', flexWrap: 'wrap' }}>
      {shown.map((problem) => <Badge key={`${problem.code} ${problem.field ?? ''}`} tone={problem.severity === 'wrong' ? 'stop' : 'warn'}>{problemWords(problem, t)}</Badge>)}
      {row.problems.length > shown.length && <Badge tone="warn">+{row.problems.length - shown.length}</Badge>}
      {row.corrected && <Badge tone="info">{t('review.marks.corrected')}</Badge>}
      {row.late && <Badge tone="warn">{t('review.marks.late')}</Badge>}
      {row.drawn && <Badge tone="calm">{t('review.marks.drawn')}</Badge>}
    </span>
  );
}
