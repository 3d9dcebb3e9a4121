import { Button } from '@mantine/core';
import { IconPencilExclamation } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../../../src-shared/contract/session.ts';
import { useSession } from '../../stores/session-store.ts';
import { hasWords, say } from '../../i18n/say.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { draftToRoute } from '../../ui/draft-route.ts';
import { formatWhen } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { go } from '../../ui/route.ts';
import styles from './TodayPage.module.css';

/** "Two forms unfinished": what was being typed when the power went, or when someone called. */
export function UnfinishedForms() {
  const { t } = useTranslation();
  const client = useSession((s) => s.client);
  const [drafts, setDrafts] = useState<Draft[]>([]);
  const [leaving, setLeaving] = useState<Draft | undefined>();
  useEffect(() => {
    let wanted = true;
    client.drafts.list().then((list) => { if (wanted) setDrafts(list); }, () => undefined);
    return () => { wanted = false; };
  }, [client]);
  if (drafts.length === 0) return null;
  const discard = async ({ key }: Draft) => {
    await client.drafts.discard({ key }).catch(() => undefined);
    setDrafts((before) => before.filter((draft) => draft.key !== key));
    setLeaving(undefined);
  };
  const named = (draft: Draft) => (hasWords(`formNames.${draft.form}`) ? say(t, `formNames.${draft.form}`) : draft.form);
  return (
    <Panel tone="warn" title={<span className={styles.unfinishedTitle}><IconPencilExclamation size={18} aria-hidden />{t('today.unfinished', { count: drafts.length })}</span>} hint={t('today.unfinishedBody')} flush>
      <ul className={styles.rows} data-testid="unfinished">
        {drafts.map((draft) => (
          <li key={draft.key} className={styles.draft}>
            <span className={styles.words}>
              <strong>{typeof draft.content.title === 'string' && draft.content.title ? draft.content.title : named(draft)}</strong>
              <span className={styles.summary}>{t('today.draftOf', { form: named(draft), when: formatWhen(draft.updatedAt, t) })}</span>
            </span>
            <Button size="compact-sm" onClick={() => { go(draftToRoute(draft)); }}>{t('today.continue')}</Button>
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => { setLeaving(draft); }}>{t('today.discard')}</Button>
          </li>
        ))}
      </ul>
      {leaving && (
        <Dialog onClose={() => { setLeaving(undefined); }} title={t('today.discardTitle')}>
          <p>{t('today.discardBody')}</p>
          <div className={styles.buttons}>
            <Button variant="default" data-autofocus onClick={() => { setLeaving(undefined); }}>{t('today.keep')}</Button>
            <Button color="brick" onClick={() => { void discard(leaving); }}>{t('today.discard')}</Button>
          </div>
        </Dialog>
      )}
    </Panel>
  );
}
