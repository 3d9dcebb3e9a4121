import { useTranslation } from 'react-i18next';
import type { SubmittedRow } from '../../../src-shared/contract/hub-api.ts';
import type { QualityProblem } from '../../../src-shared/domain/review/find-quality-problems.ts';
import { Badge } from '../../ui/StatusBadge.tsx';
import { problemWords } from './problem-words.ts';

/** Problems of one kind together: a checkup without measures lacks five of them. */
function grouped(problems: readonly QualityProblem[]): { problem: QualityProblem; count: number }[] {
  const groups = new Map<string, { problem: QualityProblem; count: number }>();
  for (const problem of problems) {
    const group = groups.get(problem.code);
    if (group) group.count += 1; else groups.set(problem.code, { problem, count: 1 });
  }
  return [...groups.values()];
}

/** Why a record should be looked at closely: what is wrong, what is doubtful, late, drawn, corrected. `all`: each measure by its name. */
export function RecordMarks({ row, all = false }: { row: Pick<SubmittedRow, 'problems' | 'late' | 'drawn' | 'corrected'>; all?: boolean }) {
  const { t } = useTranslation();
  const shown = all ? row.problems.map((problem) => ({ problem, count: 1 })) : grouped(row.problems);
  return (
    <span style={{ display: 'inline-flex', gap: '0.25rem', flexWrap: 'wrap' }}>
      {shown.map(({ problem, count }) => <Badge key={`${problem.code} ${problem.field ?? ''}`} tone={problem.severity === 'wrong' ? 'stop' : 'warn'}>{problemWords(count > 1 ? { ...problem, field: undefined } : problem, t)}{count > 1 && ` (${String(count)})`}</Badge>)}
      {row.corrected && <Badge tone="info">{t('review.marks.corrected')}</Badge>}
      {row.late && <Badge tone="warn">{t('review.marks.late')}</Badge>}
      {row.drawn && <Badge tone="calm">{t('review.marks.drawn')}</Badge>}
    </span>
  );
}
