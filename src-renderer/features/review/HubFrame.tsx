import { Button } from '@mantine/core';
import { IconArrowsTransferUp, IconBook2, IconBuildingHospital, IconCalendarMonth, IconClipboardList, IconEye, IconLogout, IconReportAnalytics, IconReportMedical, IconUsers, IconVirus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { HubSession } from '../../../src-shared/contract/hub-api.ts';
import { hubFault, useHub } from '../../stores/hub-store.ts';
import { BrandMark } from '../../ui/BrandMark.tsx';
import { hubName, unitName } from '../../ui/format.ts';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { rememberLanguage } from '../../ui/remembered-language.ts';
import { useHash } from '../../ui/route.ts';
import styles from './HubFrame.module.css';
import { AccessPage } from './AccessPage.tsx';
import { CasesPage } from './CasesPage.tsx';
import { CataloguesPage } from './CataloguesPage.tsx';
import { ConflictsPage } from './ConflictsPage.tsx';
import { HubAccountsPage } from './HubAccountsPage.tsx';
import { HandoversPage } from './HandoversPage.tsx';
import { hashToHubRoute, hubRouteToHash } from './hub-route.ts';
import { MonthsPage } from './MonthsPage.tsx';
import { NotYourPage } from './NotYourPage.tsx';
import { pageRights } from './page-rights.ts';
import { RecordPage } from './RecordPage.tsx';
import { RecordsPage } from './RecordsPage.tsx';
import { ReportPage } from './ReportPage.tsx';
import { ReportsPage } from './ReportsPage.tsx';
import { ResourcesPage } from './ResourcesPage.tsx';
import { StationsPage } from './StationsPage.tsx';

const pages = [
  { page: 'stations', icon: IconBuildingHospital, words: 'hub.stations' },
  { page: 'resources', icon: IconReportMedical, words: 'resources.title' },
  { page: 'records', icon: IconClipboardList, words: 'hub.records' },
  { page: 'reports', icon: IconReportAnalytics, words: 'reports.hub.title' },
  { page: 'cases', icon: IconVirus, words: 'surveillance.page' },
  { page: 'months', icon: IconCalendarMonth, words: 'review.months.title' },
  { page: 'handovers', icon: IconArrowsTransferUp, words: 'handovers.title' },
  { page: 'catalogues', icon: IconBook2, words: 'reference.title' },
  { page: 'access', icon: IconEye, words: 'review.access.title' },
  { page: 'accounts', icon: IconUsers, words: 'hubAccounts.title' },
] as const;

/** The console around its pages: which hub, what lies above it, who reads. */
export function HubFrame({ session }: { session: HubSession }) {
  const { t } = useTranslation();
  const route = hashToHubRoute(useHash());
  const { client, take } = useHub();
  const may = session.may ?? [];
  const listed = pages.find(({ page }) => page === route.page);
  const isTheirs = may.includes(pageRights[route.page].needs);
  const above = session.path.filter(({ unit }) => unit !== session.unit);
  return (
    <div className={styles.frame}>
      <header>
        <div className={styles.bar}>
          <BrandMark size={28} />
          <span className={styles.unit}><strong>{hubName(session, t)}</strong><span>{above.length > 0 ? `${t('hub.path')}: ${above.map((unit) => unitName(unit, t)).join(' → ')}` : t('hub.top')}</span></span>
          <span className={styles.who}><strong>{session.displayName ?? session.account}</strong><span>{session.role && t(`hub.roles.${session.role}`)}</span></span>
          <LanguageSwitch onChange={rememberLanguage} />
          <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconLogout size={16} />} onClick={() => { client.session.signOut().then(take, hubFault); }}>{t('hub.signOut')}</Button>
        </div>
        <nav className={styles.links} aria-label={t('frame.navigation')}>
          {pages.map(({ page, icon: Icon, words }) => may.includes(pageRights[page].needs) && (
            <a key={page} href={hubRouteToHash({ page })} aria-current={route.page === page || (page === 'records' && route.page === 'record') || (page === 'reports' && route.page === 'report') ? 'page' : undefined}><Icon size={16} aria-hidden />{t(words)}</a>
          ))}
        </nav>
      </header>
      <main className={styles.main}>
        {!isTheirs && <NotYourPage page={route.page} title={listed ? t(listed.words) : t(route.page === 'conflicts' ? 'sync.conflictsTitle' : route.page === 'report' ? 'reports.hub.title' : 'hub.record')} />}
        {isTheirs && route.page === 'stations' && <StationsPage />}
        {isTheirs && route.page === 'resources' && <ResourcesPage />}
        {isTheirs && route.page === 'records' && <RecordsPage place={route} />}
        {isTheirs && route.page === 'months' && <MonthsPage />}
        {isTheirs && route.page === 'reports' && <ReportsPage key={route.month ?? ''} month={route.month} />}
        {isTheirs && route.page === 'cases' && <CasesPage month={route.month} disease={route.disease} />}
        {isTheirs && route.page === 'report' && <ReportPage key={`${route.unit} ${route.period}`} unit={route.unit} period={route.period} />}
        {isTheirs && route.page === 'accounts' && <HubAccountsPage />}
        {isTheirs && route.page === 'conflicts' && <ConflictsPage />}
        {isTheirs && route.page === 'handovers' && <HandoversPage />}
        {isTheirs && route.page === 'catalogues' && <CataloguesPage />}
        {isTheirs && route.page === 'access' && <AccessPage />}
        {isTheirs && route.page === 'record' && <RecordPage key={route.recordId} unit={route.unit} recordId={route.recordId} queue={route.queue} />}
      </main>
    </div>
  );
}
