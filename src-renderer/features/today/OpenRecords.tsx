import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconClipboardHeart, IconSearch, IconStethoscope } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftRecordRow } from '../../../src-shared/contract/queries.ts';
import { foldForSearch } from '../../../src-shared/domain/common/fold-for-search.ts';
import { mayConclude } from '../../../src-shared/domain/encounter/may-conclude.ts';
import { useLive } from '../../api/use-live.ts';
import { useSession } from '../../stores/session-store.ts';
import { encounterSummary } from '../../ui/encounter-summary.ts';
import { formatAge, formatCount, formatDate, formatWhen } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { go } from '../../ui/route.ts';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import { VirtualRows } from '../../ui/VirtualRows.tsx';
import styles from './OpenRecords.module.css';

/** From so many on a list is looked through by name or village. */
const searchedFrom = 6;
const kinds = ['conclusion', 'unfinished'] as const;

/** Checkups that wait for a doctor or y sĩ, first come first; and records begun and not submitted, whoever began them. */
export function OpenRecords() {
  const { t, i18n } = useTranslation();
  const role = useSession((s) => s.session?.role);
  const records = useLive('draftRecords', {}).answer ?? [];
  const [chosen, setChosen] = useState<(typeof kinds)[number]>('conclusion');
  const [typed, setTyped] = useState('');
  if (records.length === 0) return null;
  const rowsOf = { conclusion: records.filter((row) => row.awaitsConclusion).sort((a, b) => (a.updatedAt < b.updatedAt ? -1 : 1)), unfinished: records.filter((row) => !row.awaitsConclusion) };
  const shown = rowsOf[chosen].length > 0 ? chosen : rowsOf.conclusion.length > 0 ? 'conclusion' : 'unfinished';
  const words = foldForSearch(typed).split(' ').filter(Boolean);
  const rows = rowsOf[shown].filter(({ patientName, patient }) => { const folded = foldForSearch(`${patientName} ${patient?.village ?? ''}`); return words.every((word) => folded.includes(word)); });
  const concludes = role !== undefined && mayConclude(role);
  return (
    <Panel
      flush title={t(`today.open.${shown}`, { count: rowsOf[shown].length })} hint={shown === 'conclusion' && !concludes ? t('today.open.othersConclude') : undefined}
      beside={
        <div className={styles.beside}>
          {rowsOf[shown].length >= searchedFrom && <TextInput size="xs" value={typed} onChange={(event) => { setTyped(event.currentTarget.value); }} placeholder={t('today.open.search')} aria-label={t('today.open.search')} leftSection={<IconSearch size={14} />} autoComplete="off" spellCheck={false} />}
          {rowsOf.conclusion.length > 0 && rowsOf.unfinished.length > 0 && <SegmentedControl size="xs" aria-label={t('today.open.filter')} value={shown} onChange={(value) => { setChosen(kinds.find((kind) => kind === value) ?? 'conclusion'); setTyped(''); }} data={kinds.map((kind) => ({ value: kind, label: `${t(`today.open.kinds.${kind}`)} (${formatCount(rowsOf[kind].length, i18n.language)})` }))} />}
        </div>
      }
    >
      <div data-testid={`open-${shown}`} className={styles.rows}>
        {rows.length === 0 && <p className={styles.none}>{t('today.open.nobody')}</p>}
        <VirtualRows rows={rows} keyOf={(row) => row._id} rowPx={55}>{(row) => <Row row={row} concludes={concludes} />}</VirtualRows>
      </div>
    </Panel>
  );
}

function Row({ row, concludes }: { row: DraftRecordRow; concludes: boolean }) {
  const { t, i18n } = useTranslation();
  const { patient } = row;
  const Icon = row.kind === 'checkup' ? IconClipboardHeart : IconStethoscope;
  const conclude = row.awaitsConclusion && concludes;
  return (
    <div className={styles.row}>
      <Icon size={18} stroke={1.75} aria-hidden />
      <span className={styles.words}>
        <span><strong>{row.patientName}</strong> {patient && <span className={styles.who}>{[t(`sexes.${patient.sex}`), formatAge(patient.bornOn, t), patient.village].filter(Boolean).join(' · ')}</span>} {!row.awaitsConclusion && <StatusBadge status={row.status} />}</span>
        <span className={styles.summary}>{[encounterSummary(row, t, i18n.language) || t(`encounters.kinds.${row.kind}`), formatDate(row.occurredOn)].join(' · ')}</span>
      </span>
      <span className={styles.by}>{t('today.open.preparedBy', { name: row.author.displayName, when: formatWhen(row.updatedAt, t) })}</span>
      <Button size="compact-sm" variant={conclude ? 'filled' : 'default'} onClick={() => { go({ page: 'amend', id: row._id }); }}>{conclude ? t('today.open.conclude') : t('today.continue')}</Button>
    </div>
  );
}
