import { useTranslation } from 'react-i18next';
import { IconDoor, IconPlugConnectedX } from '@tabler/icons-react';
import { Loader } from '@mantine/core';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { FirstStart } from '../features/first-start/FirstStart.tsx';
import { Frame } from '../features/frame/Frame.tsx';
import { SignIn } from '../features/session/SignIn.tsx';
import { useSession } from '../stores/session-store.ts';
import { draftOfEntry } from '../api/draft-of-entry.ts';
import { dialogToRoute, liesUnderDialogs } from '../ui/draft-route.ts';
import { Drawn } from '../ui/Drawn.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Providers } from '../ui/Providers.tsx';
import { go, hashToRoute, useHash, type Route } from '../ui/route.ts';
import { withoutForm } from '../ui/without-form.ts';
import { Page } from './Page.tsx';
import styles from './StationApp.module.css';

/** The station's page: sign-in, or the frame with a page in it; sign-in covers work that is under way. */
export function StationApp() {
  const { t, i18n } = useTranslation();
  const { session, workingAs, unreachable, noPass } = useSession();
  const hash = useHash();
  const route = hashToRoute(hash);
  useEffect(() => { document.title = [session?.unitName, t('common.product')].filter(Boolean).join(' · '); }, [session?.unitName, t, i18n.language]);
  const signedIn = session?.state === 'signedIn';
  const working = workingAs !== undefined && session !== undefined && (signedIn ? session.account === workingAs : true);
  useFocusComesBack(!signedIn);
  useDialogOfEntry(signedIn, route);
  useNoFormOfAnother(signedIn ? session.account : undefined, route);
  return (
    <Providers colorScheme={session?.colorScheme ?? 'auto'}>
      {!session && (
        <div className={styles.start}>
          {noPass && <EmptyState icon={<IconDoor size={24} />} title={t('common.noPassTitle')} body={t('common.noPassBody')} />}
          {unreachable && <EmptyState icon={<IconPlugConnectedX size={24} />} title={t('common.offlineTitle')} body={t('common.offlineBody')} />}
          {!noPass && !unreachable && <Loader aria-label={t('common.loading')} />}
        </div>
      )}
      {working && (
        <div className={styles.work} inert={!signedIn} data-covered={!signedIn || undefined} key={workingAs}>
          <Drawn at={hash}><Frame session={session} route={route}><Drawn at={hash}><Page route={route} /></Drawn></Frame></Drawn>
        </div>
      )}
      {session?.state === 'new' && <div className={styles.work}><FirstStart /></div>}
      {session && session.state !== 'new' && !signedIn && <div className={styles.cover}><SignIn key={session.state} session={session} covering={workingAs} /></div>}
    </Providers>
  );
}

/** Who signs in after somebody else does not land in their form. */
function useNoFormOfAnother(account: string | undefined, route: Route) {
  const before = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    if (account === undefined || account === before.current) return;
    if (before.current !== undefined) go(withoutForm(route), true);
    before.current = account;
  }, [account, route]);
}

/** A dialog half-written opens again when the page is loaded again; one that is done, whose address still names it, does not. */
function useDialogOfEntry(signedIn: boolean, route: Route) {
  const looked = useRef(false);
  useEffect(() => {
    if (!signedIn || looked.current) return;
    looked.current = true;
    const ofAddress = 'draft' in route ? route.draft : undefined;
    const key = ofAddress ?? draftOfEntry();
    if (key === undefined) return;
    const address = location.hash;
    useSession.getState().client.drafts.list().then((drafts) => {
      if (location.hash !== address) return;
      const draft = drafts.find((one) => one.key === key);
      const dialog = draft && dialogToRoute(draft, route);
      if (ofAddress === undefined && dialog) go(dialog, true);
      if (ofAddress !== undefined && !draft && liesUnderDialogs(route)) go(withoutForm(route), true);
    }, () => undefined);
  }, [signedIn, route]);
}

/** After a sign-in in the middle of work the cursor is where it was. */
function useFocusComesBack(covered: boolean) {
  const last = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (covered) return;
    if (last.current?.isConnected) last.current.focus();
    const remember = (event: FocusEvent) => { if (event.target instanceof HTMLElement && event.target.closest('main')) last.current = event.target; };
    document.addEventListener('focusin', remember);
    return () => { document.removeEventListener('focusin', remember); };
  }, [covered]);
}
