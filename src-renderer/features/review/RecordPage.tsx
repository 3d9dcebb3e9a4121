import { Alert } from '@mantine/core';
import { IconArrowsDiff, IconBan, IconFileOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubmittedRecord } from '../../../src-shared/contract/hub-api.ts';
import { episode as episodeSchema } from '../../../src-shared/domain/chronic/episode.schema.ts';
import { followUp as followUpSchema } from '../../../src-shared/domain/chronic/follow-up.schema.ts';
import { caseReport as caseSchema } from '../../../src-shared/domain/surveillance/case-report.schema.ts';
import { encounter as encounterSchema, type Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import { immunization as immunizationSchema } from '../../../src-shared/domain/immunization/immunization.schema.ts';
import { patient as patientSchema, type Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { completenessOf } from '../../../src-shared/domain/review/completeness-of.ts';
import { useHubAnswer } from '../../api/use-hub-answer.ts';
import { useHub } from '../../stores/hub-store.ts';
import { LoadingLines } from '../../ui/Answered.tsx';
import { AmendmentHistory } from '../../ui/AmendmentHistory.tsx';
import { conditionName } from '../../ui/care-words.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { EncounterContent } from '../../ui/EncounterContent.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { formatDate, formatWhen, stationName } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { Panel } from '../../ui/Panel.tsx';
import { AllergyLine, PersonLine } from '../../ui/PersonHeader.tsx';
import { ReviewTrail } from '../../ui/ReviewTrail.tsx';
import note from '../../ui/Review.module.css';
import { Screen } from '../../ui/Screen.tsx';
import { ReviewBadge, StatusBadge } from '../../ui/StatusBadge.tsx';
import { useFormKeys } from '../../ui/use-form-keys.ts';
import { doseName } from '../../ui/vaccine-words.ts';
import { valueWords } from '../../ui/value-words.ts';
import { CompletenessBars } from './CompletenessBars.tsx';
import { EpisodeRecord, FollowUpRecord } from './CareRecord.tsx';
import { ComparedPanel } from './ComparedPanel.tsx';
import { DecideRecord } from './DecideRecord.tsx';
import { DispensesPanel } from './DispensesPanel.tsx';
import { DoseRecord } from './DoseRecord.tsx';
import { FieldRemark } from './FieldRemark.tsx';
import { queueHash } from './hub-route.ts';
import { CaseRecord } from './CaseRecord.tsx';
import { MaternalRecord, readMaternal, useMaternalTitle } from './MaternalRecord.tsx';
import { PurposePanel } from './PurposePanel.tsx';
import { RecordMarks } from './RecordMarks.tsx';
import { useClaim } from './use-claim.ts';

/** One submitted record to be decided on; first, once, what the piece of work is. Then back to the list it was opened from. */
export function RecordPage({ unit, recordId, queue }: { unit: string; recordId: string; queue: string | undefined }) {
  const { t } = useTranslation();
  const purpose = useHub((s) => s.session?.purpose);
  const toQueue = () => { location.hash = queueHash(queue); };
  useFormKeys({ submit: () => undefined, back: toQueue });
  if (purpose === undefined) return <Screen title={t('hub.record')} onBack={toQueue}><PurposePanel /></Screen>;
  return <OpenedRecord unit={unit} recordId={recordId} toQueue={toQueue} beside={t('review.purpose.now', { purpose: t(`review.purpose.purposes.${purpose.purpose}`) })} />;
}

function OpenedRecord({ unit, recordId, toQueue, beside }: { unit: string; recordId: string; toQueue(): void; beside: string }) {
  const { t } = useTranslation();
  const asked = useHubAnswer(`${unit} ${recordId}`, (client) => client.record({ unit, recordId }));
  const shape = asked.answer && encounterSchema.safeParse(asked.answer.record);
  const dose = asked.answer && immunizationSchema.safeParse(asked.answer.record);
  const episode = asked.answer?.row.kind === 'episode' ? episodeSchema.safeParse(asked.answer.record).data : undefined;
  const followUp = asked.answer?.row.kind === 'followUp' ? followUpSchema.safeParse(asked.answer.record).data : undefined;
  const maternal = asked.answer && readMaternal(asked.answer);
  const caseReport = asked.answer?.row.kind === 'caseReport' ? caseSchema.safeParse(asked.answer.record).data : undefined;
  const maternalTitle = useMaternalTitle();
  const person = asked.answer && patientSchema.safeParse(asked.answer.patient);
  const titleOf = () => {
    if (shape?.success) return `${t(`encounters.kinds.${shape.data.kind}`)} ${formatDate(shape.data.occurredOn)}`;
    if (dose?.success) return `${doseName(dose.data, t)} · ${formatDate(dose.data.occurredOn)}`;
    if (episode) return `${conditionName(episode.condition, t)} · ${formatDate(episode.enrolledOn)}`;
    if (maternal) return maternalTitle(maternal, formatDate);
    if (caseReport) return t('surveillance.record.title', { disease: t(`surveillance.diseases.${caseReport.diseaseId}`), at: formatWhen(caseReport.reportedAt, t) });
    return followUp ? t('chronic.visit.title', { on: formatDate(followUp.occurredOn) }) : t('hub.record');
  };
  const isRead = shape?.success || dose?.success || episode !== undefined || followUp !== undefined || maternal !== undefined || caseReport !== undefined;
  return (
    <Screen
      title={titleOf()} beside={`${beside} · ${t('hub.access')}`} onBack={toQueue}
      strip={person?.success && <div className={layout.form}><PersonLine patient={person.data} /><AllergyLine allergies={person.data.allergies} /></div>}
    >
      {asked.fault && <FaultNotice fault={asked.fault} onRetry={asked.again} />}
      {!asked.current && !asked.fault && <LoadingLines lines={8} />}
      {asked.current && !asked.answer && !asked.fault && <EmptyState icon={<IconFileOff size={24} />} title={t('hub.recordMissing')} />}
      {asked.answer && shape?.success && <Content answer={asked.answer} encounter={shape.data} patient={person?.data} toQueue={toQueue} />}
      {asked.answer && dose?.success && <DoseRecord answer={asked.answer} dose={dose.data} toQueue={toQueue} />}
      {asked.answer && episode && <EpisodeRecord answer={asked.answer} episode={episode} toQueue={toQueue} />}
      {asked.answer && followUp && <FollowUpRecord answer={asked.answer} followUp={followUp} toQueue={toQueue} />}
      {asked.answer && maternal && <MaternalRecord answer={asked.answer} read={maternal} toQueue={toQueue} />}
      {asked.answer && caseReport && <CaseRecord answer={asked.answer} report={caseReport} toQueue={toQueue} />}
      {asked.answer && !isRead && <Panel title={t('hub.content')} beside={<RecordMarks row={asked.answer.row} all />}><pre>{JSON.stringify(asked.answer.record, null, 2)}</pre></Panel>}
    </Screen>
  );
}

function Content({ answer, encounter, patient, toQueue }: { answer: SubmittedRecord; encounter: Encounter; patient: Patient | undefined; toQueue(): void }) {
  const { t, i18n } = useTranslation();
  const session = useHub((s) => s.session);
  const mine = answer.reviewedBy === session?.unit;
  const claim = useClaim(answer.unit, answer.row.recordId, mine);
  const [comments, setComments] = useState<Record<string, string>>({});
  const { compared } = answer;
  const stations = useHubAnswer('stations', (client) => client.stations()).answer;
  const station = stations && stationName(encounter.unit, stations.find(({ unit }) => unit === encounter.unit)?.name, t);
  const was = new Map((compared?.differences ?? []).map(({ field, before }) => [field, valueWords(field, before, t, i18n.language)]));
  const under = (field: string) => {
    const before = was.get(field);
    return (
      <>
        {before !== undefined && <span className={note.was} data-testid="was">{before === '' ? t('review.wasEmpty') : t('review.was', { value: before })}</span>}
        {mine && <FieldRemark field={field} text={comments[field] ?? ''} onChange={(text) => { setComments((all) => ({ ...all, [field]: text })); }} />}
      </>
    );
  };
  return (
    <div className={layout.form} data-testid="hub-record">
      {encounter.voided && <Alert color="brick" variant="light" icon={<IconBan size={18} />}>{t('encounters.voidedBy', { reason: t(`encounters.voidReasons.${encounter.voided.reason}`), name: encounter.voided.by.displayName, when: formatWhen(encounter.voided.at, t) })}</Alert>}
      {compared && (
        <Alert color="slate" variant="light" icon={<IconArrowsDiff size={18} />}>
          <strong>{compared.differences.length === 0 ? t('review.comparedNone') : t('review.comparedTitle', { count: compared.differences.length })}</strong>
          <br />{t('review.comparedWhy', { reason: compared.review.comment ?? t('review.noReason'), reply: answer.trail.find(({ review }) => review._id === compared.review._id)?.correction?.reason ?? '–' })}
        </Alert>
      )}
      <div className={compared ? layout.two : undefined}>
        <Panel title={<><ReviewBadge status={answer.row.review} /> {encounter.status !== 'submitted' && <StatusBadge status={encounter.status} />} <RecordMarks row={answer.row} all /></>} beside={[encounter.author.displayName, station, encounter.submittedAt && formatWhen(encounter.submittedAt, t)].filter(Boolean).join(' · ')}>
          <CompletenessBars groups={completenessOf(encounter, patient)} />
          <EncounterContent encounter={encounter} note={under} />
        </Panel>
        {compared && <ComparedPanel compared={compared} />}
      </div>
      <DecideRecord key={answer.row.version} answer={answer} comments={comments} claim={claim} onDone={toQueue} />
      <DispensesPanel dispenses={answer.dispenses} medicines={answer.medicines} />
      <Panel title={t('review.trail')}><ReviewTrail trail={answer.trail} /></Panel>
      <Panel title={t('hub.versions')} beside={[answer.receivedAt && t('hub.receivedAt', { when: formatWhen(answer.receivedAt, t) }), t('hub.revision', { rev: Number.parseInt(answer.rev, 10) })].filter(Boolean).join(' · ')}>
        {encounter.amendments.length === 0 ? <p className={layout.note}>{t('hub.versionsNone')}</p> : <AmendmentHistory amendments={encounter.amendments} />}
      </Panel>
    </div>
  );
}
