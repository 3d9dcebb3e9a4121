import { Loader } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { HubFrame } from '../features/review/HubFrame.tsx';
import { HubSignIn } from '../features/review/HubSignIn.tsx';
import { useHub } from '../stores/hub-store.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { hubName } from '../ui/format.ts';
import { Providers } from '../ui/Providers.tsx';
import styles from './HubApp.module.css';

/** The review console: sign-in, or the stations and their submitted records. */
export function HubApp() {
  const { t, i18n } = useTranslation();
  const { session, unreachable } = useHub();
  useEffect(() => { document.title = [session && hubName(session, t), t('session.hubTitle'), t('common.product')].filter(Boolean).join(' · '); }, [session, t, i18n.language]);
  return (
    <Providers colorScheme="auto">
      {!session && <div className={styles.start}>{unreachable ? <EmptyState icon={<IconPlugConnectedX size={24} />} title={t('hub.unreachable')} body={t('common.offlineBody')} /> : <Loader aria-label={t('common.loading')} />}</div>}
      {session && (session.signedIn ? <HubFrame session={session} /> : <HubSignIn session={session} />)}
    </Providers>
  );
}
