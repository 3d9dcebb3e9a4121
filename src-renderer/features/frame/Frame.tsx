import { IconArrowsExchange, IconBabyCarriage, IconBuildingWarehouse, IconCalendarHeart, IconHeartbeat, IconMoodKid, IconReportAnalytics, IconUsers, IconVirus } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../../src-shared/contract/session.ts';
import { useLive } from '../../api/use-live.ts';
import { useSession } from '../../stores/session-store.ts';
import { BrandMark } from '../../ui/BrandMark.tsx';
import { go, routeToHash, type Route } from '../../ui/route.ts';
import styles from './Frame.module.css';
import { PracticeStrip } from './PracticeStrip.tsx';
import { TruthLine } from './TruthLine.tsx';
import { UserMenu } from './UserMenu.tsx';

const pages = [
  { page: 'today', icon: IconCalendarHeart, key: '1', holds: ['today', 'closing'] },
  { page: 'people', icon: IconUsers, key: '2', holds: ['people', 'register', 'person', 'editPerson', 'checkup', 'visit', 'encounter', 'amend'] },
  { page: 'store', icon: IconBuildingWarehouse, key: '3', holds: ['store', 'order', 'dispense', 'equipment', 'coldChain', 'stocktakes', 'stocktake'] },
  { page: 'sync', icon: IconArrowsExchange, key: '4', holds: ['sync'] },
  { page: 'immunizations', icon: IconMoodKid, key: '5', holds: ['immunizations', 'immunizationsMonth', 'vaccineSession', 'immunize', 'nutrition'] },
  { page: 'chronic', icon: IconHeartbeat, key: '6', holds: ['chronic', 'suspects', 'chronicMonth', 'followUp'] },
  { page: 'mothers', icon: IconBabyCarriage, key: '7', holds: ['mothers', 'motherBirths', 'motherMonth', 'pregnancy', 'antenatal', 'birth', 'postnatal'] },
  { page: 'reports', icon: IconReportAnalytics, key: '8', holds: ['reports'] },
  { page: 'cases', icon: IconVirus, key: '9', holds: ['cases', 'casesReported', 'casesCounted', 'outbreaks', 'caseReport'] },
] as const;

/** What stays on the screen whatever page is open: where to go, how the records stand, who is working. */
export function Frame({ session, route, children }: { session: SessionState; route: Route; children: ReactNode }) {
  const { t } = useTranslation();
  const status = useLive('syncStatus', {});
  const profile = useLive('stationProfile', {});
  const unreachable = useSession((s) => s.unreachable);
  useShortcuts();
  const station = profile.answer;
  return (
    <div className={styles.frame}>
      <nav className={styles.rail} aria-label={t('frame.navigation')}>
        <div className={styles.brand}>
          <BrandMark size={30} />
          <span className={styles.brandWords}><strong>{t('common.product')}</strong><span>{session.unitName}</span></span>
        </div>
        <ul className={styles.links}>
          {pages.map(({ page, icon: Icon, key, holds }) => {
            const here = route.page === 'import' ? page === (route.kind === 'patients' ? 'people' : 'store') : (holds as readonly string[]).includes(route.page);
            return (
              <li key={page}>
                <a className={styles.link} href={routeToHash({ page })} aria-current={here ? 'page' : undefined} title={t('frame.altKey', { key })}>
                  <Icon size={19} stroke={1.75} aria-hidden />
                  <span>{t(`frame.${page}`)}</span>
                  {page === 'sync' && (status.answer?.denied ?? 0) + (status.answer?.conflicts ?? 0) > 0 && <span className={styles.mark}>{(status.answer?.denied ?? 0) + (status.answer?.conflicts ?? 0)}</span>}
                </a>
              </li>
            );
          })}
        </ul>
        <div className={styles.below}>
          <TruthLine status={status.answer} unreachable={unreachable} />
          <UserMenu session={session} versionLine={station ? t('frame.version', { version: station.version }) : ''} />
        </div>
      </nav>
      <main className={styles.main} id="main">
        {session.practice && <p className={styles.banner}>{t('common.practice')}</p>}
        {session.practice && <PracticeStrip />}
        {station?.fileDamaged && <p className={styles.banner} data-tone="stop" role="alert">{t('common.fileDamaged')}</p>}
        {station?.diskFull && <p className={styles.banner} data-tone="stop" role="alert">{t('common.diskFull')}</p>}
        {station?.clockBehind && <p className={styles.banner} data-tone="stop" role="alert">{t('common.clockBehind')}</p>}
        <div className={styles.page}>{children}</div>
      </main>
    </div>
  );
}

/** Alt+1…9 and F2: keys that no Vietnamese typing program uses. */
function useShortcuts() {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      const chosen = event.altKey && !event.ctrlKey && !event.shiftKey ? pages.find(({ key }) => event.code === `Digit${key}`) : undefined;
      if (chosen) { event.preventDefault(); go({ page: chosen.page }); }
      if (event.key === 'F2') { event.preventDefault(); go({ page: 'people' }); }
    };
    window.addEventListener('keydown', pressed);
    return () => { window.removeEventListener('keydown', pressed); };
  }, []);
}
