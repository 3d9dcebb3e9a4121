import { Button } from '@mantine/core';
import { IconPlus, IconTemperature } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColdAlarmRow, ColdChainNow, ColdMonthView, ColdPlaceNow } from '../../../src-shared/contract/cold-chain.ts';
import { readingVoidReasons, type TemperatureReading } from '../../../src-shared/domain/cold-chain/temperature-reading.schema.ts';
import type { Equipment } from '../../../src-shared/domain/facility/equipment.schema.ts';
import { useLive } from '../../api/use-live.ts';
import { Answered } from '../../ui/Answered.tsx';
import { AskColdPlace } from '../../ui/AskColdPlace.tsx';
import { AskReason } from '../../ui/AskReason.tsx';
import { degrees } from '../../ui/cold-words.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { formatDate, today } from '../../ui/format.ts';
import { MonthPick } from '../../ui/MonthPick.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { PaperMenu } from '../../ui/PaperMenu.tsx';
import { go, routeToHash } from '../../ui/route.ts';
import type { ColdForm } from '../../ui/route-hash.ts';
import { Screen } from '../../ui/Screen.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
import { StoreTabs } from '../../ui/StoreTabs.tsx';
import { ColdAlarms } from './ColdAlarms.tsx';
import styles from './ColdChain.module.css';
import { ColdPlot } from './ColdPlot.tsx';
import { DecideAlarm } from './DecideAlarm.tsx';
import { ReadingList } from './ReadingList.tsx';
import { TakeReading } from './TakeReading.tsx';

interface Open { form: ColdForm; draftKey: string | undefined; readingId: string | undefined; shift: string | undefined }

/** What a fridge read in a month, and what is to be done about it. */
export function ColdChainPage({ equipmentId, month = today().slice(0, 7), open: asked }: { equipmentId: string | undefined; month: string | undefined; /** A dialog to begin or to go on with. */ open: Open | undefined }) {
  const { t } = useTranslation();
  const live = useLive('coldChain', {});
  const [open, setOpen] = useState(asked);
  const places = live.answer?.places ?? [];
  const place = places.find((one) => one.equipmentId === equipmentId) ?? places[0];
  const shown = useLive('coldMonth', { equipmentId: place?.equipmentId ?? '', month }, place !== undefined);
  const show = (id: string, its: string) => { go({ page: 'coldChain', equipmentId: id, month: its }, true); };
  const close = () => { setOpen(undefined); if (asked) go({ page: 'coldChain', equipmentId: place?.equipmentId, month }, true); };
  return (
    <Screen
      title={t('coldChain.title')} beside={formatDate(month)} strip={<StoreTabs here="coldChain" />}
      actions={place && (
        <>
          <PaperMenu label={t('coldChain.print')} sizes={['A4']} paper={() => ({ paper: 'temperatureSheet', equipmentId: place.equipmentId, month, size: 'A4' })} />
          {!place.isNoLonger && <Button leftSection={<IconPlus size={17} />} onClick={() => { setOpen({ form: 'coldReading', draftKey: undefined, readingId: undefined, shift: undefined }); }}>{t('coldChain.write')}</Button>}
        </>
      )}
    >
      <Answered live={live} lines={8}>
        {(now) => place === undefined
          ? <>{now.undecided.length > 0 && <Undecided lines={now.undecided} />}<EmptyState icon={<IconTemperature size={24} />} title={t('coldChain.empty')} body={t('coldChain.emptyBody')}><Button onClick={() => { go({ page: 'equipment' }); }}>{t('coldChain.toEquipment')}</Button></EmptyState></>
          : (
            <div className={styles.page}>
              <Places places={places} chosen={place.equipmentId} month={month} />
              <Answered live={shown} lines={6}>
                {(view) => view && (
                  <div className={styles.main}>
                    {now.undecided.length > 0 && <Undecided lines={now.undecided} />}
                    <Month view={view} onMonth={(its) => { show(place.equipmentId, its); }} />
                    <ColdAlarms alarms={view.alarms} onDecide={(alarm) => { setOpen({ form: 'coldDecision', draftKey: undefined, readingId: alarm.readingIds[0], shift: undefined }); }} />
                    <ReadingList view={view} onStrike={(reading) => { setOpen({ form: 'voidReading', draftKey: undefined, readingId: reading._id, shift: undefined }); }} />
                    {open && <Dialogs open={open} now={now} view={view} place={place} onClose={close} />}
                  </div>
                )}
              </Answered>
            </div>
          )}
      </Answered>
    </Screen>
  );
}

function Places({ places, chosen, month }: { places: readonly ColdPlaceNow[]; chosen: string; month: string }) {
  const { t, i18n } = useTranslation();
  return (
    <nav className={styles.places} aria-label={t('coldChain.places')} data-testid="cold-places">
      <h2>{t('coldChain.places')}</h2>
      {places.map(({ equipmentId, name, serial, location, kind, isAsked, isNoLonger, last, openAlarms }) => (
        <a key={equipmentId} href={routeToHash({ page: 'coldChain', equipmentId, month })} aria-current={equipmentId === chosen ? 'page' : undefined}>
          <strong>{name}</strong>
          <span>{[serial, location, t(`coldChain.kinds.${kind}`), isNoLonger ? t('equipment.cold.noLonger') : !isAsked && t('coldChain.notAsked')].filter(Boolean).join(' · ')}</span>
          {last && <span>{`${t('coldChain.degrees', { value: degrees(last.temperatureC, i18n.language) })} · ${formatDate(last.takenOn)} ${t(`coldChain.shifts.${last.shift}`)}`}</span>}
          {openAlarms > 0 && <span><Badge tone="stop">{t('coldChain.open')}</Badge></span>}
        </a>
      ))}
    </nav>
  );
}

/** Asked at a time; the register has them all. */
const AT_ONCE = 4;

function Undecided({ lines }: { lines: readonly Equipment[] }) {
  const { t } = useTranslation();
  const rest = lines.length - AT_ONCE;
  return (
    <Panel title={t('equipment.cold.title')} hint={t('equipment.cold.hint')} flush>
      {lines.slice(0, AT_ONCE).map((line) => <AskColdPlace key={line._id} line={line} named />)}
      {rest > 0 && <p className={styles.rest}><a href={routeToHash({ page: 'equipment' })}>{t('equipment.cold.more', { count: rest })}</a></p>}
    </Panel>
  );
}

function Month({ view, onMonth }: { view: ColdMonthView; onMonth(month: string): void }) {
  const { t } = useTranslation();
  const { month, expected, taken, late, missing } = view;
  return (
    <Panel title={view.place.name}>
      <div className={styles.over}>
        <MonthPick key={month} month={month} onChange={onMonth} words={{ pick: t('coldChain.pickMonth'), previous: t('coldChain.previous'), next: t('coldChain.next'), badMonth: t('coldChain.badMonth') }} />
        <p className={styles.sums} data-testid="cold-sums">
          <strong>{t('coldChain.sums', { taken, expected })}</strong>
          {missing.length > 0 && <Badge tone="warn">{t('coldChain.missing', { count: missing.length })}</Badge>}
          {late > 0 && <span>{t('coldChain.lateCount', { count: late })}</span>}
        </p>
      </div>
      <ColdPlot view={view} />
      <p className={styles.faint}>{t('coldChain.severalPieces')} <a href={routeToHash({ page: 'equipment', id: view.place.equipmentId })}>{t('equipment.cold.change')}</a></p>
    </Panel>
  );
}

function Dialogs({ open: { form, draftKey, readingId, shift }, now, view, place, onClose }: { open: Open; now: ColdChainNow; view: ColdMonthView; place: ColdPlaceNow; onClose(): void }) {
  const { t, i18n } = useTranslation();
  if (form === 'coldReading') return <TakeReading places={now.places.filter(({ isNoLonger }) => !isNoLonger)} equipmentId={place.equipmentId} shift={shift} draftKey={draftKey} onClose={onClose} />;
  const has = (alarm: ColdAlarmRow) => alarm.readingIds.some((id) => id === readingId);
  const alarm = now.alarms.find(has) ?? view.alarms.find(has);
  if (form === 'coldDecision') return alarm ? <DecideAlarm alarm={alarm} draftKey={draftKey} onClose={onClose} /> : null;
  const reading = view.readings.find(({ _id }) => _id === readingId);
  const said = (one: TemperatureReading) => t('coldChain.pointSaid', { on: formatDate(one.takenOn), shift: t(`coldChain.shifts.${one.shift}`), value: degrees(one.temperatureC, i18n.language) });
  return reading ? (
    <AskReason operation="voidTemperature" form="voidReading" draftKey={draftKey} about={{ title: `${t('coldChain.strike')} · ${view.place.name}`, equipmentId: place.equipmentId, readingId: reading._id, month: view.month }} strikes onClose={onClose}
      words={{ title: t('coldChain.strikeTitle'), body: t('coldChain.strikeBody', { said: said(reading) }), reason: t('coldChain.field.voidReason'), confirm: t('coldChain.strike'), done: t('coldChain.strikeDone') }}
      reasons={readingVoidReasons.map((value) => ({ value, label: t(`coldChain.strikeReasons.${value}`) }))} input={({ reason }) => ({ id: reading._id, voidReason: reason })} />
  ) : null;
}
