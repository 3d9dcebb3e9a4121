import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../stores/session-store.ts';
import { Panel } from '../../ui/Panel.tsx';
import { go } from '../../ui/route.ts';

/** The power went before the recovery code of the first start was on paper: the head makes another one. */
export function RecoveryUnseen() {
  const { t } = useTranslation();
  const unseen = useSession((s) => s.session?.recoveryUnseen);
  if (!unseen) return null;
  return (
    <Panel tone="warn" title={t('accounts.recoveryUnseen')} beside={<Button size="xs" onClick={() => { go({ page: 'accounts' }); }}>{t('accounts.renewRecovery')}</Button>}>
      <p>{t('accounts.recoveryUnseenWhy')}</p>
    </Panel>
  );
}
