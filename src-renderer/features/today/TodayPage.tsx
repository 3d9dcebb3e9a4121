import { Button } from '@mantine/core';
import { IconClipboardHeart, IconHeartHandshake, IconHelpCircle, IconMoonStars, IconSearch, IconStethoscope, IconUserPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TodayView } from '../../../src-shared/contract/queries.ts';
import { useLive } from '../../api/use-live.ts';
import { useUnitNames } from '../../api/use-unit-names.ts';
import { Answered } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { encounterSummary } from '../../ui/encounter-summary.ts';
import { formatCount, formatDate, formatWhen, today } from '../../ui/format.ts';
import { keepUnits } from '../../../src-shared/domain/common/keep-units.ts';
import { Panel } from '../../ui/Panel.tsx';
import { go, routeToHash } from '../../ui/route.ts';
import { Screen } from '../../ui/Screen.tsx';
import { Badge, StatusBadge } from '../../ui/StatusBadge.tsx';
import { Ticks } from '../../ui/Ticks.tsx';
import styles from './TodayPage.module.css';
import { Arrivals, type Declining } from './Arrivals.tsx';
import { CalibrationDue } from './CalibrationDue.tsx';
import { FridgesDue } from './FridgesDue.tsx';
import { CasesDue } from './CasesDue.tsx';
import { Notices } from './Notices.tsx';
import { OpenRecords } from './OpenRecords.tsx';
import { PracticeCards } from './PracticeCards.tsx';
import { ProfileDue } from './ProfileDue.tsx';
import { RecoveryUnseen } from './RecoveryUnseen.tsx';
import { ReportsWaiting } from './ReportsWaiting.tsx';
import { Requested, Returned } from './Returned.tsx';
import { UnfinishedForms } from './UnfinishedForms.tsx';

const counts = [['encountersToday', 'encounters'], ['newPatientsToday', 'newPeople'], ['dispensesToday', 'dispenses'], ['people', 'people']] as const;

/** The first page of the day: what was left open, what was done, which medicine to look after. */
export function TodayPage({ declining }: { declining?: Declining }) {
  const { t, i18n } = useTranslation();
  const live = useLive('today', {});
  return (
    <Screen
      title={t('today.title')} beside={formatDate(today())}
      actions={
        <>
          <Button variant="subtle" leftSection={<IconHelpCircle size={17} />} onClick={() => { go({ page: 'help' }); }}>{t('help.open')}</Button>
          <Button variant="default" leftSection={<IconMoonStars size={17} />} onClick={() => { go({ page: 'closing' }); }}>{t('closing.open')}</Button>
          <Button variant="default" leftSection={<IconUserPlus size={17} />} onClick={() => { go({ page: 'register' }); }}>{t('today.register')}</Button>
          <Button leftSection={<IconSearch size={17} />} onClick={() => { go({ page: 'people' }); }} title={t('common.f2')}>{t('today.find')}</Button>
        </>
      }
    >
      <div className={styles.page}>
        <RecoveryUnseen />
        <Notices />
        <Arrivals declining={declining} />
        <PracticeCards />
        <UnfinishedForms />
        <FridgesDue />
        <ProfileDue />
        <Answered live={live} lines={6}>
          {(view) => view.people === 0
            ? (
              <Panel>
                <EmptyState icon={<IconHeartHandshake size={24} />} title={t('today.firstTitle')} body={t('today.firstBody')}>
                  <Button onClick={() => { go({ page: 'register' }); }}>{t('today.register')}</Button>
                  <Button variant="light" onClick={() => { go({ page: 'import', kind: 'patients' }); }}>{t('imports.open')}</Button>
                </EmptyState>
              </Panel>
            )
            : (
              <>
                <Returned rows={view.returned} />
                <CasesDue rows={view.casesDue} />
                <ReportsWaiting reportDue={view.reportDue} returnedReports={view.returnedReports} />
                <Requested rows={view.requested} />
                <OpenRecords />
                <dl className={styles.counts}>
                  {counts.map(([field, words]) => <div key={field}><dd className="num">{formatCount(view[field], i18n.language)}</dd><dt>{t(`today.${words}`)}</dt></div>)}
                </dl>
                <div className={styles.columns}>
                  <Recent recent={view.recent} />
                  <div className={styles.beside}><ToLookAfter countDue={view.countDue} runningOut={view.runningOut} lots={view.expiringLots} /><CalibrationDue /></div>
                </div>
              </>
            )}
        </Answered>
      </div>
    </Screen>
  );
}

function Recent({ recent }: { recent: TodayView['recent'] }) {
  const { t, i18n } = useTranslation();
  const ids = recent.map(({ _id }) => _id);
  const ticks = useLive('recordTicks', { ids }, ids.length > 0);
  const ticksById = new Map((ticks.answer ?? []).map((tick) => [tick.id, tick]));
  const names = useUnitNames();
  return (
    <Panel title={t('today.recent')} flush>
      {recent.length === 0 && <EmptyState icon={<IconStethoscope size={22} />} title={t('today.recentEmpty')} body={t('today.recentEmptyBody')} compact />}
      <ul className={styles.rows}>
        {recent.map((encounter) => (
          <li key={encounter._id}>
            <a className={styles.row} href={routeToHash({ page: 'encounter', id: encounter._id })}>
              {encounter.kind === 'checkup' ? <IconClipboardHeart size={18} stroke={1.75} aria-hidden /> : <IconStethoscope size={18} stroke={1.75} aria-hidden />}
              <span className={styles.words}>
                <span><strong>{encounter.patientName}</strong> {encounter.status !== 'submitted' && <StatusBadge status={encounter.status} />}</span>
                <span className={styles.summary}>{encounterSummary(encounter, t, i18n.language)}</span>
              </span>
              <span className={styles.when}>{formatWhen(encounter.updatedAt, t)}<Ticks ticks={ticksById.get(encounter._id)} names={names} /></span>
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Lots to be counted, medicine that will not last a month, then lots near or past their expiry. */
function ToLookAfter({ countDue, runningOut, lots }: { countDue: TodayView['countDue']; runningOut: TodayView['runningOut']; lots: TodayView['expiringLots'] }) {
  const { t, i18n } = useTranslation();
  return (
    <Panel title={t('today.expiring')} flush>
      {!countDue && runningOut.length + lots.length === 0 && <p className={styles.none}>{t('today.expiringEmpty')}</p>}
      <ul className={styles.rows}>
        {countDue && (
          <li>
            <a className={styles.row} href={routeToHash({ page: 'stocktakes' })}>
              <span className={styles.words}><strong>{t('stocktake.title')}</strong><span className={styles.summary}>{t('stocktake.dueBody', { since: formatDate(countDue.since) })}</span></span>
              <span className={styles.when}><Badge tone="warn">{t('stocktake.due', { count: countDue.lots })}</Badge></span>
            </a>
          </li>
        )}
        {runningOut.map(({ _id, inn, strength, usableBalance, baseUnit, daysLeft = 0 }) => (
          <MedicineLine key={_id} medicineId={_id} name={[inn, strength].filter(Boolean).join(' ')} what={t('supply.usableOf', { usable: `${formatCount(usableBalance, i18n.language)} ${baseUnit}` })}>
            <Badge tone={usableBalance <= 0 ? 'stop' : 'warn'}>{usableBalance <= 0 ? t('supply.outOfStock') : t('supply.lasts', { count: daysLeft })}</Badge>
          </MedicineLine>
        ))}
        {lots.map((lot) => (
          <MedicineLine key={lot._id} medicineId={lot.medicineId} name={lot.medicineName} what={`${lot.lotNumber} · ${formatCount(lot.balance, i18n.language)} ${lot.baseUnit}`}>
            <Badge tone={lot.state === 'expired' || lot.state === 'recalled' ? 'stop' : 'warn'}>{lot.state === 'expiringSoon' ? t('supply.expires', { date: formatDate(lot.expiresOn) }) : t(`supply.states.${lot.state}`)}</Badge>
          </MedicineLine>
        ))}
      </ul>
    </Panel>
  );
}

function MedicineLine({ medicineId, name, what, children }: { medicineId: string; name: string; what: string; children: ReactNode }) {
  return (
    <li>
      <a className={styles.row} href={routeToHash({ page: 'store', medicineId })}>
        <span className={styles.words}><strong>{keepUnits(name)}</strong><span className={styles.summary}>{what}</span></span>
        <span className={styles.when}>{children}</span>
      </a>
    </li>
  );
}
