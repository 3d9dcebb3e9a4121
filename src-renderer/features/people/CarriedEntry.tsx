import { Alert, UnstyledButton } from '@mantine/core';
import { IconArrowsTransferDown, IconBan } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../../src-shared/contract/queries.ts';
import { episode as episodeSchema } from '../../../src-shared/domain/chronic/episode.schema.ts';
import { followUp as followUpSchema } from '../../../src-shared/domain/chronic/follow-up.schema.ts';
import { encounter as encounterSchema } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import { immunization as immunizationSchema } from '../../../src-shared/domain/immunization/immunization.schema.ts';
import { antenatalVisit as antenatalSchema } from '../../../src-shared/domain/maternal/antenatal-visit.schema.ts';
import { birth as birthSchema } from '../../../src-shared/domain/maternal/birth.schema.ts';
import { postnatalVisit as postnatalSchema } from '../../../src-shared/domain/maternal/postnatal-visit.schema.ts';
import { pregnancy as pregnancySchema } from '../../../src-shared/domain/maternal/pregnancy.schema.ts';
import { caseReport as caseSchema } from '../../../src-shared/domain/surveillance/case-report.schema.ts';
import { dispense as dispenseSchema } from '../../../src-shared/domain/supply/supply.schema.ts';
import { stands } from '../../../src-shared/domain/handover/stands.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { EncounterContent } from '../../ui/EncounterContent.tsx';
import { encounterSummary } from '../../ui/encounter-summary.ts';
import { formatDate } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { Badge, StatusBadge } from '../../ui/StatusBadge.tsx';
import { VoidedLine } from '../../ui/VoidedLine.tsx';
import { CaseWords } from './CaseWords.tsx';
import { EpisodeWords, FollowUpWords } from './CareWords.tsx';
import { DispenseWords } from './DispenseWords.tsx';
import { MaternalWords, type MaternalEntry } from './MaternalWords.tsx';
import { ImmunizationWords } from './ImmunizationWords.tsx';
import styles from './Timeline.module.css';

/** What a record is called that this version cannot read. */
const formNameOf = { encounter: 'visit', dispense: 'dispense', immunization: 'immunization', episode: 'enrolCondition', followUp: 'followUp', pregnancy: 'pregnancy', antenatalVisit: 'antenatalVisit', birth: 'birth', postnatalVisit: 'postnatalVisit', caseReport: 'caseReport' } as const;

/** What another station wrote of this person before they came: to be read, with the station's name. */
export function CarriedEntry({ entry: { on, record, fromName } }: { entry: Extract<TimelineEntry, { type: 'carried' }> }) {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState(false);
  const body = { _id: record.id, ...record.body };
  const encounter = record.kind === 'encounter' ? encounterSchema.safeParse(body) : undefined;
  const dispense = record.kind === 'dispense' ? dispenseSchema.safeParse(body) : undefined;
  const immunization = record.kind === 'immunization' ? immunizationSchema.safeParse(body) : undefined;
  const episode = record.kind === 'episode' ? episodeSchema.safeParse(body) : undefined;
  const followUp = record.kind === 'followUp' ? followUpSchema.safeParse(body) : undefined;
  const caseReport = record.kind === 'caseReport' ? caseSchema.safeParse(body) : undefined;
  const maternal = maternalEntry(on, record.kind, body);
  const kind = encounter?.success ? t(`encounters.kinds.${encounter.data.kind}`) : t(`formNames.${formNameOf[record.kind]}`);
  const mark = <Badge tone="calm">{t('handover.carried', { unit: fromName })}</Badge>;
  // What does not stand any more is struck out as at the station that wrote it.
  const isVoid = !stands(record) || undefined;
  const words = dispense?.success ? <DispenseWords dispense={dispense.data} mark={mark} /> : immunization?.success ? <ImmunizationWords immunization={immunization.data} mark={mark} />
    : episode?.success ? <EpisodeWords episode={episode.data} mark={mark} /> : followUp?.success ? <FollowUpWords followUp={followUp.data} mark={mark} /> : caseReport?.success ? <CaseWords report={caseReport.data} mark={mark} /> : maternal ? <MaternalWords entry={maternal} mark={mark} /> : (
    <span className={styles.words}>
      <span className={styles.kind}>{kind} {mark} {encounter?.success && encounter.data.status !== 'submitted' && <StatusBadge status={encounter.data.status} />}</span>
      {encounter?.success && <span className={styles.summary}>{encounterSummary(encounter.data, t, i18n.language)}</span>}
      <span className={styles.by}>{encounter?.success && encounter.data.author.displayName}</span>
    </span>
  );
  return (
    <>
      {encounter?.success
        ? <UnstyledButton className={styles.what} onClick={() => { setOpen(true); }} data-testid="carried" data-voided={isVoid}><IconArrowsTransferDown size={18} stroke={1.75} aria-hidden />{words}</UnstyledButton>
        : <div className={styles.what} data-testid="carried" data-voided={isVoid}><IconArrowsTransferDown size={18} stroke={1.75} aria-hidden />{words}</div>}
      {open && encounter?.success && (
        <Dialog title={t('handover.carriedTitle', { kind, date: formatDate(on), unit: fromName })} size="xl" onClose={() => { setOpen(false); }}>
          <div className={layout.form}><p className={layout.note}>{t('handover.carriedBody', { unit: fromName })}</p>{encounter.data.voided && <Alert color="brick" variant="light" icon={<IconBan size={18} />}><VoidedLine voided={encounter.data.voided} /></Alert>}<EncounterContent encounter={encounter.data} /></div>
        </Dialog>
      )}
    </>
  );
}

/** One of maternal care that this version can read. */
function maternalEntry(on: string, kind: string, body: object): MaternalEntry | undefined {
  switch (kind) {
    case 'pregnancy': { const { data: pregnancy } = pregnancySchema.safeParse(body); return pregnancy && { type: kind, on, pregnancy }; }
    case 'antenatalVisit': { const { data: antenatalVisit } = antenatalSchema.safeParse(body); return antenatalVisit && { type: kind, on, antenatalVisit }; }
    case 'birth': { const { data: birth } = birthSchema.safeParse(body); return birth && { type: kind, on, birth }; }
    case 'postnatalVisit': { const { data: postnatalVisit } = postnatalSchema.safeParse(body); return postnatalVisit && { type: kind, on, postnatalVisit }; }
    default: return undefined;
  }
}
