import { Button } from '@mantine/core';
import { IconArrowBackUp, IconClipboardHeart, IconClipboardText, IconHeartbeat, IconHeartPlus, IconMoodKid, IconPill, IconStethoscope, IconVaccine, IconVirus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../../src-shared/contract/queries.ts';
import type { Dispense } from '../../../src-shared/domain/supply/supply.schema.ts';
import { useLive, type Live } from '../../api/use-live.ts';
import { useUnitNames } from '../../api/use-unit-names.ts';
import { Answered } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { encounterSummary } from '../../ui/encounter-summary.ts';
import { formatDate } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { routeToHash } from '../../ui/route.ts';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import { Ticks } from '../../ui/Ticks.tsx';
import { CarriedEntry } from './CarriedEntry.tsx';
import { CaseWords } from './CaseWords.tsx';
import { EpisodeWords, FollowUpWords } from './CareWords.tsx';
import { DispenseWords } from './DispenseWords.tsx';
import { isStruck, MaternalWords } from './MaternalWords.tsx';
import { ImmunizationWords } from './ImmunizationWords.tsx';
import { UndoDispense } from './UndoDispense.tsx';
import { VirtualRows } from '../../ui/VirtualRows.tsx';
import styles from './Timeline.module.css';

const TICKED = 200;

/** Undoing a dispense that was left half-written. */
interface Undoing { dispenseId?: string; draftKey: string }

/** Everything done for a person, newest first, each with where it has been proved to be. */
export function Timeline({ live, undoing, closed = false }: { live: Live<'encounterTimeline'>; undoing?: Undoing; /** Nothing more can be written for this person. */ closed?: boolean }) {
  const { t } = useTranslation();
  const ids = (live.answer ?? []).filter(({ type }) => type !== 'carried').map(entryId).slice(0, TICKED);
  const ticks = useLive('recordTicks', { ids }, ids.length > 0);
  const ticksById = new Map((ticks.answer ?? []).map((tick) => [tick.id, tick]));
  const names = useUnitNames();
  return (
    <Panel title={t('people.person.timeline')} flush>
      <Answered live={live}>
        {(entries) => entries.length === 0
          ? <EmptyState icon={<IconClipboardText size={24} />} title={t('people.person.timelineEmpty')} body={closed ? undefined : t('people.person.timelineEmptyBody')} />
          : (
            <VirtualRows ordered rows={entries} keyOf={entryId} rowPx={79} rowClassName={styles.entry} testId="timeline">
              {(entry) => (
                <>
                  <span className={`${styles.on ?? ''} num`}>{formatDate(entry.on)}</span>
                  <Entry entry={entry} undoing={undoing} />
                  <span className={styles.ticks}>{entry.type !== 'carried' && <Ticks ticks={ticksById.get(entryId(entry))} names={names} />}</span>
                </>
              )}
            </VirtualRows>
          )}
      </Answered>
    </Panel>
  );
}

function entryId(entry: TimelineEntry): string {
  switch (entry.type) {
    case 'encounter': return entry.encounter._id;
    case 'dispense': return entry.dispense._id;
    case 'immunization': return entry.immunization._id;
    case 'episode': return entry.episode._id;
    case 'followUp': return entry.followUp._id;
    case 'pregnancy': return entry.pregnancy._id;
    case 'antenatalVisit': return entry.antenatalVisit._id;
    case 'birth': return entry.birth._id;
    case 'postnatalVisit': return entry.postnatalVisit._id;
    case 'caseReport': return entry.caseReport._id;
    case 'carried': return entry.record.id;
  }
}

function Entry({ entry, undoing }: { entry: TimelineEntry; undoing: Undoing | undefined }) {
  const { t, i18n } = useTranslation();
  if (entry.type === 'carried') return <CarriedEntry entry={entry} />;
  if (entry.type === 'dispense') return <DispenseEntry dispense={entry.dispense} draftKey={undoing?.dispenseId === entry.dispense._id ? undoing.draftKey : undefined} />;
  if (entry.type === 'immunization') return <div className={styles.what} data-voided={entry.immunization.voided ? true : undefined}><IconVaccine size={18} stroke={1.75} aria-hidden /><ImmunizationWords immunization={entry.immunization} /></div>;
  if (entry.type === 'episode') return <div className={styles.what} data-voided={entry.episode.voided ? true : undefined}><IconHeartPlus size={18} stroke={1.75} aria-hidden /><EpisodeWords episode={entry.episode} /></div>;
  if (entry.type === 'followUp') return <div className={styles.what} data-voided={entry.followUp.voided ? true : undefined}><IconHeartbeat size={18} stroke={1.75} aria-hidden /><FollowUpWords followUp={entry.followUp} /></div>;
  if (entry.type === 'caseReport') return <a className={styles.what} href={routeToHash({ page: 'person', id: entry.caseReport.patientId, caseReportId: entry.caseReport._id })} data-voided={entry.caseReport.withdrawn ? true : undefined}><IconVirus size={18} stroke={1.75} aria-hidden /><CaseWords report={entry.caseReport} /></a>;
  if (entry.type !== 'encounter') return <div className={styles.what} data-voided={isStruck(entry) || undefined}><IconMoodKid size={18} stroke={1.75} aria-hidden /><MaternalWords entry={entry} /></div>;
  const { encounter } = entry;
  const Icon = encounter.kind === 'checkup' ? IconClipboardHeart : IconStethoscope;
  return (
    <a className={styles.what} href={routeToHash({ page: 'encounter', id: encounter._id })} data-voided={encounter.status === 'voided' || undefined}>
      <Icon size={18} stroke={1.75} aria-hidden />
      <span className={styles.words}>
        <span className={styles.kind}>{t(`encounters.kinds.${encounter.kind}`)} {encounter.status !== 'submitted' && <StatusBadge status={encounter.status} />}</span>
        <span className={styles.summary}>{encounterSummary(encounter, t, i18n.language)}</span>
        <span className={styles.by}>{encounter.author.displayName}</span>
      </span>
    </a>
  );
}

function DispenseEntry({ dispense, draftKey }: { dispense: Dispense; draftKey: string | undefined }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(draftKey !== undefined);
  const reversed = dispense.status === 'reversed';
  return (
    <div className={styles.what} data-voided={reversed || undefined}>
      <IconPill size={18} stroke={1.75} aria-hidden />
      <DispenseWords dispense={dispense} />
      {!reversed && <Button variant="subtle" color="gray" size="compact-xs" leftSection={<IconArrowBackUp size={14} />} onClick={() => { setAsking(true); }}>{t('common.undo')}</Button>}
      {asking && <UndoDispense dispense={dispense} draftKey={draftKey} onClose={() => { setAsking(false); }} />}
    </div>
  );
}
