import { Button, TextInput } from '@mantine/core';
import { IconMessage } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationReport } from '../../../src-shared/contract/hub-reports.ts';
import { communeFormOf, diseaseOfLine, reportForms, reportLines } from '../../../src-shared/domain/report/report-lines.ts';
import { useHub } from '../../stores/hub-store.ts';
import { formatCount, formatDate } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { reportLineName, reportNumberWords, reportShareWords } from '../../ui/report-words.ts';
import table from '../../ui/table.module.css';

interface ReportLinesProps { report: StationReport; comments: Readonly<Record<string, string>>; onComment(id: string, text: string): void }

/** Every number beside that of the month before, part by part, with room for words about a line. */
export function ReportLines({ report: { period, versions, before, reviewedBy }, comments, onComment }: ReportLinesProps) {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const isTheirs = useHub((s) => s.session?.may?.includes('decideReport') === true && s.session.unit === reviewedBy);
  const current = versions[0];
  const [now, then] = [new Map(current?.lines.map((number) => [number.id, number])), new Map(before?.lines.map((number) => [number.id, number]))];
  const said = new Map((current?.review?.decision === 'returned' ? current.review.comments ?? [] : []).map(({ field, text }) => [field, text]));
  return (
    <Panel flush>
      <table className={table.table} data-testid="report-lines">
        <thead><tr><th>{t('reports.column.line')}</th><th className={table.number}>{t('reports.hub.now', { month: formatDate(period) })}</th><th className={table.number}>%</th><th className={table.number}>{before ? t('reports.hub.before', { month: formatDate(before.period) }) : ''}</th><th className={table.number}>{before ? t('reports.hub.change') : ''}</th><th /></tr></thead>
        {reportForms.filter((form) => reportLines.some((line) => line.form === form && (now.has(line.id) || then.has(line.id)))).map((form) => (
          <tbody key={form}>
            <tr><th colSpan={6} scope="rowgroup">{t(`reports.forms.${form}`)} · {t('reports.communeForm', { form: communeFormOf[form] })}</th></tr>
            {reportLines.filter((line) => line.form === form).map(({ id }) => {
              const [number, old] = [now.get(id), then.get(id)];
              const difference = number && old ? number.value - old.value : 0;
              const name = reportLineName(id, t);
              return (number === undefined && old === undefined) || (diseaseOfLine(id) && (number?.value ?? 0) + (old?.value ?? 0) === 0) ? null : (
                <tr key={id} data-line={id}>
                  <td>{name}{said.has(id) && <span className={table.under}>{said.get(id)}</span>}</td>
                  <td className={`${table.number ?? ''} ${table.strong ?? ''}`}>{number ? reportNumberWords(number, i18n.language) : '–'}</td>
                  <td className={table.number}>{number && reportShareWords(number, i18n.language, t)}</td>
                  <td className={table.number}>{old ? reportNumberWords(old, i18n.language) : ''}</td>
                  <td className={table.number}>{difference === 0 ? '' : `${difference > 0 ? '+' : '−'}${formatCount(Math.abs(difference), i18n.language)}`}</td>
                  <td>
                    {isTheirs && (open.has(id)
                      ? <TextInput size="xs" maxLength={1000} autoFocus aria-label={t('reports.hub.commentFor', { line: name })} value={comments[id] ?? ''} onChange={(event) => { onComment(id, event.currentTarget.value); }} />
                      : <Button size="compact-xs" variant="subtle" leftSection={<IconMessage size={14} />} aria-label={t('reports.hub.commentFor', { line: name })} onClick={() => { setOpen(new Set([...open, id])); }}>{t('reports.hub.comment')}</Button>)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
    </Panel>
  );
}
