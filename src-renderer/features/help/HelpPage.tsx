import { Button, Kbd } from '@mantine/core';
import { IconDownload, IconListDetails } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogLine } from '../../../src-shared/contract/support.ts';
import { errorToFault, type Fault } from '../../api/fault.ts';
import { readStationLog, saveSupportFile } from '../../api/get-file.ts';
import { hasWords, say } from '../../i18n/say.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { formatWhen } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { go, type Route } from '../../ui/route.ts';
import { Screen } from '../../ui/Screen.tsx';
import styles from './HelpPage.module.css';

/** Where each job begins. */
const journeys = { visit: { page: 'people' }, register: { page: 'register' }, checkup: { page: 'people' }, dispense: { page: 'dispense' }, store: { page: 'store' }, immunization: { page: 'immunizations' }, growth: { page: 'nutrition' }, chronic: { page: 'chronic' }, maternal: { page: 'mothers' }, cases: { page: 'cases' }, report: { page: 'reports' }, equipment: { page: 'equipment' }, fridge: { page: 'coldChain' }, facility: { page: 'facility' }, wrong: { page: 'today' }, sync: { page: 'sync' }, closing: { page: 'closing' } } as const satisfies Record<string, Route>;
type Journey = keyof typeof journeys;

/** Help in place: a page for each job with its keys, and what to send to somebody who can help. */
export function HelpPage() {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Journey>('visit');
  const steps = t(`help.journeys.${open}.steps`, { returnObjects: true });
  const keys = t(`help.journeys.${open}.keys`, { returnObjects: true });
  return (
    <Screen title={t('help.title')} beside={t('help.intro')} onBack={() => { history.back(); }}>
      <div className={styles.page}>
        <nav className={styles.list} aria-label={t('help.title')}>
          {(Object.keys(journeys) as Journey[]).map((journey) => <button key={journey} type="button" aria-current={journey === open || undefined} onClick={() => { setOpen(journey); }}>{t(`help.journeys.${journey}.title`)}</button>)}
        </nav>
        <div className={styles.side}>
          <Panel title={t(`help.journeys.${open}.title`)} beside={<Button size="compact-sm" variant="light" onClick={() => { go(journeys[open]); }}>{t('help.go')}</Button>}>
            <ol className={styles.steps} data-testid="help-steps">{steps.map((step) => <li key={step}>{step}</li>)}</ol>
            <p className={styles.keys}><span>{t('help.keys')}</span>{keys.map((key) => <Kbd key={key}>{key}</Kbd>)}</p>
          </Panel>
          <Support />
        </div>
      </div>
    </Screen>
  );
}

function Support() {
  const { t } = useTranslation();
  const [log, setLog] = useState<LogLine[] | undefined>();
  const [fault, setFault] = useState<Fault | undefined>();
  const attempt = (work: Promise<unknown>) => { setFault(undefined); work.catch((error: unknown) => { setFault(errorToFault(error)); }); };
  const words = ({ event, faultId }: LogLine) => (faultId !== undefined ? t('help.fault', { id: faultId }) : hasWords(`help.events.${event}`) ? say(t, `help.events.${event}`) : t('help.events.other'));
  return (
    <Panel title={t('help.support')} hint={t('help.supportBody')}>
      {fault && <FaultNotice fault={fault} />}
      <div className={styles.buttons}>
        <Button variant="default" leftSection={<IconDownload size={16} />} onClick={() => { attempt(saveSupportFile()); }}>{t('help.supportSave')}</Button>
        <Button variant="subtle" leftSection={<IconListDetails size={16} />} onClick={() => { attempt(readStationLog().then(setLog)); }}>{t('help.logShow')}</Button>
      </div>
      {log && (
        <ul className={styles.log} data-testid="station-log" tabIndex={0} aria-label={t('help.log')}>
          {log.length === 0 && <li>{t('help.logEmpty')}</li>}
          {log.map((line, index) => <li key={index}><span className="num">{formatWhen(line.at, t)}</span> {words(line)}</li>)}
        </ul>
      )}
    </Panel>
  );
}
