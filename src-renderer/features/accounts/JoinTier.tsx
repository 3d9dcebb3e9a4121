import { useTranslation } from 'react-i18next';
import { useSession } from '../../stores/session-store.ts';
import { EnrolmentFile } from '../../ui/EnrolmentFile.tsx';
import { notifySaved } from '../../ui/notify.ts';
import { Panel } from '../../ui/Panel.tsx';

/** Joins the station to the tier above, or to another one, with the file and PIN it was given. */
export function JoinTier() {
  const { t } = useTranslation();
  const client = useSession((s) => s.client);
  return (
    <Panel title={t('accounts.tier')} hint={t('accounts.tierHint')}>
      <EnrolmentFile open={client.accounts.joinTier} onOpened={({ summary }) => { notifySaved(t('accounts.tierJoined', { hub: summary.hubName }), [], t); }} />
    </Panel>
  );
}
