import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EncounterRow } from '../../../src-shared/contract/queries.ts';
import type { Draft } from '../../../src-shared/contract/session.ts';
import { hasWords, say } from '../../i18n/say.ts';
import { draftToRoute } from '../../ui/draft-route.ts';
import { formatDate, formatWhen } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { go } from '../../ui/route.ts';
import { VirtualRows } from '../../ui/VirtualRows.tsx';
import styles from './ClosingPage.module.css';

/** Forms half-written by this person, and records nobody has submitted yet; each a press away. */
export function Unfinished({ drafts, records, known }: { drafts: readonly Draft[]; records: readonly EncounterRow[]; known: boolean }) {
  const { t } = useTranslation();
  const formName = (draft: Draft) => (hasWords(`formNames.${draft.form}`) ? say(t, `formNames.${draft.form}`) : draft.form);
  const title = [drafts.length > 0 && t('closing.drafts', { count: drafts.length }), records.length > 0 && t('closing.draftRecords', { count: records.length })].filter(Boolean).join(' · ');
  const rows = [
    ...drafts.map((draft) => ({ key: draft.key, name: typeof draft.content.title === 'string' && draft.content.title ? draft.content.title : formName(draft), what: t('today.draftOf', { form: formName(draft), when: formatWhen(draft.updatedAt, t) }), route: draftToRoute(draft) })),
    ...records.map((record) => ({ key: record._id, name: record.patientName, what: `${t(`encounters.kinds.${record.kind}`)} · ${formatDate(record.occurredOn)} · ${t('encounters.statuses.draft')}`, route: { page: 'amend', id: record._id } as const })),
  ];
  return (
    <Panel title={title || (known ? t('closing.noDrafts') : t('common.loading'))} tone={title ? 'warn' : 'plain'} flush>
      <VirtualRows rows={rows} keyOf={({ key }) => key} rowPx={55} className={styles.rows} testId="closing-unfinished">
        {({ name, what, route }) => (
          <>
            <span className={styles.words}><strong>{name}</strong><span>{what}</span></span>
            <Button size="compact-sm" variant="light" onClick={() => { go(route); }}>{t('today.continue')}</Button>
          </>
        )}
      </VirtualRows>
    </Panel>
  );
}
