import { Loader } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { HubFrame } from '../features/review/HubFrame.tsx';
import { HubSignIn } from '../features/review/HubSignIn.tsx';
import { useHub } from '../stores/hub-store.ts';
import { Drawn } from '../ui/Drawn.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { hubName } from '../ui/format.ts';
import { Providers } from '../ui/Providers.tsx';
import { useHash } from '../ui/route.ts';
import styles from './HubApp.module.css';

/** The review console: sign-in, or the stations and their submitted records. */
export function HubApp() {
  const { t, i18n } = useTranslation();
  const hash = useHash();
  const { session, unreachable } = useHub();
  useEffect(() => { document.title = [session && hubName(session, t), t('session.hubTitle'), t('common.product')].filter(Boolean).join(' · '); }, [session, t, i18n.language]);
  return (
    <Providers colorScheme="auto">
      {!session && <div className={styles.start}>{unreachable ? <EmptyState icon={<IconPlugConnectedX size={24} />} title={t('hub.unreachable')} body={t('common.offlineBody')} /> : <Loader aria-label={t('common.loading')} />}</div>}
      {session && <Drawn at={hash}>{session.signedIn ? <HubFrame session={session} /> : <HubSignIn session={session} />}</Drawn>}
    </Providers>
  );
}
