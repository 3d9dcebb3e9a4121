import { IconBuildingHospital, IconCheck, IconDeviceDesktop } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationProfile, SyncStatus } from '../../../src-shared/contract/queries.ts';
import { formatCount, formatWhen, unitName } from '../../ui/format.ts';
import { missingAt } from '../../ui/missing-at.ts';
import { Panel } from '../../ui/Panel.tsx';
import styles from './TheWay.module.css';

/** The way of the records as a picture: this PC, then every unit above with what it has proved to hold. */
export function TheWay({ status, profile }: { status: SyncStatus; profile: StationProfile | undefined }) {
  const { t, i18n } = useTranslation();
  const proofs = new Map(status.tiers.map((tier) => [tier.unit, tier]));
  const known = profile?.path ?? [];
  const units = [...known.map((unit) => ({ ...unit, ...proofs.get(unit.unit), name: unit.name ?? proofs.get(unit.unit)?.name })), ...status.tiers.filter(({ unit }) => !known.some((k) => k.unit === unit))];
  const count = (n: number) => formatCount(n, i18n.language);
  return (
    <Panel title={t('sync.picture')} hint={t('sync.pictureHint')}>
      <ol className={styles.way} data-testid="the-way">
        <li className={styles.place} data-state="here">
          <span className={styles.icon} aria-hidden><IconDeviceDesktop size={22} /></span>
          <strong>{t('sync.thisDevice')}</strong>
          <span>{t('sync.keptHere', { count: status.records.here })}</span>
          {status.records.waiting > 0 && status.line !== 'notEnrolled' && <span className={styles.waits}>{t('sync.waitsHere', { count: status.records.waiting })}</span>}
        </li>
        {units.length === 0 && (
          <>
            <Road />
            <li className={styles.place} data-state="silent">
              <span className={styles.icon} aria-hidden><IconBuildingHospital size={22} /></span>
              <span>{status.line === 'notEnrolled' ? t('sync.nobodyAbove') : t('sync.noWordYet')}</span>
            </li>
          </>
        )}
        {units.map((unit) => {
          const proof = proofs.get(unit.unit);
          const missing = proof ? missingAt(proof) : 0;
          const whole = proof !== undefined && missing === 0 && proof.publishedAt !== undefined;
          return (
            <Fragment key={unit.unit}>
              <Road whole={whole} />
              <li className={styles.place} data-state={whole ? 'whole' : proof?.publishedAt ? 'part' : 'silent'} data-unit={unit.unit} data-proved={proof?.proved} data-missing={proof?.missing}>
                <span className={styles.icon} aria-hidden>{whole ? <IconCheck size={22} stroke={2.5} /> : <IconBuildingHospital size={22} />}</span>
                <strong>{unitName(unit, t)}</strong>
                {proof?.publishedAt
                  ? <><span>{t(whole ? 'sync.complete' : 'sync.incomplete')}</span>{whole && <span>{t('sync.provedCount', { proved: count(status.records.here) })}</span>}{!whole && proof.provedUpTo !== undefined && !proof.othersMissing && <span>{t('sync.completeUntil', { when: formatWhen(proof.provedUpTo, t) })}</span>}</>
                  : <span>{t('sync.noWordYet')}</span>}
                {proof?.publishedAt && <span className={styles.asOf}>{t('sync.asOf', { when: formatWhen(proof.publishedAt, t) })}</span>}
              </li>
            </Fragment>
          );
        })}
      </ol>
    </Panel>
  );
}

function Road({ whole = false }: { whole?: boolean }) {
  return <li className={styles.road} aria-hidden data-whole={whole || undefined}><svg viewBox="0 0 60 12" preserveAspectRatio="none"><line x1="0" y1="6" x2="60" y2="6" /></svg></li>;
}
