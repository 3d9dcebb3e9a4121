import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EncounterRow } from '../../../src-shared/contract/queries.ts';
import type { Draft } from '../../../src-shared/contract/session.ts';
import { hasWords, say } from '../../i18n/say.ts';
import { draftToRoute } from '../../ui/draft-route.ts';
import { formatDate, formatWhen } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { go } from '../../ui/route.ts';
import styles from './ClosingPage.module.css';

/** Forms half-written by this person, and records nobody has submitted yet; each a press away. */
export function Unfinished({ drafts, records, known }: { drafts: readonly Draft[]; records: readonly EncounterRow[]; known: boolean }) {
  const { t } = useTranslation();
  const formName = (draft: Draft) => (hasWords(`formNames.${draft.form}`) ? say(t, `formNames.${draft.form}`) : draft.form);
  const title = [drafts.length > 0 && t('closing.drafts', { count: drafts.length }), records.length > 0 && t('closing.draftRecords', { count: records.length })].filter(Boolean).join(' · ');
  return (
    <Panel title={title || (known ? t('closing.noDrafts') : t('common.loading'))} tone={title ? 'warn' : 'plain'} flush>
      <ul className={styles.rows} data-testid="closing-unfinished">
        {drafts.map((draft) => (
          <li key={draft.key}>
            <span className={styles.words}><strong>{typeof draft.content.title === 'string' && draft.content.title ? draft.content.title : formName(draft)}</strong><span>{t('today.draftOf', { form: formName(draft), when: formatWhen(draft.updatedAt, t) })}</span></span>
            <Button size="compact-sm" variant="light" onClick={() => { go(draftToRoute(draft)); }}>{t('today.continue')}</Button>
          </li>
        ))}
        {records.map((record) => (
          <li key={record._id}>
            <span className={styles.words}><strong>{record.patientName}</strong><span>{t(`encounters.kinds.${record.kind}`)} · {formatDate(record.occurredOn)} · {t('encounters.statuses.draft')}</span></span>
            <Button size="compact-sm" variant="light" onClick={() => { go({ page: 'amend', id: record._id }); }}>{t('today.continue')}</Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
