import { Button } from '@mantine/core';
import { IconPlus, IconStethoscope } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChronicCareView } from '../../../src-shared/contract/queries.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { useLive } from '../../api/use-live.ts';
import { Answered } from '../../ui/Answered.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { go } from '../../ui/route.ts';
import { useKey } from '../../ui/use-key.ts';
import styles from './CarePanel.module.css';
import { CareStandingLine } from './CareStandingLine.tsx';
import { ChangeStatus } from './ChangeStatus.tsx';
import { ConditionList } from './ConditionList.tsx';
import { CoursePlots } from './CoursePlots.tsx';
import { EnrolCondition } from './EnrolCondition.tsx';
import { EpisodeDetail } from './EpisodeDetail.tsx';
import { FollowUpDetail } from './FollowUpDetail.tsx';
import { FollowUpList } from './FollowUpList.tsx';
import { VoidEpisode, VoidFollowUp } from './VoidCare.tsx';

/** What lies over the panel: enrolling, or one record of the two books. */
export type OpenCare = { draftKey?: string } & (
  | { what: 'enrolCondition'; condition?: string }
  | { what: 'episode' | 'changeEpisodeStatus' | 'voidEpisode'; id: string }
  | { what: 'followUp' | 'voidFollowUp'; id: string });

/** The chronic conditions of one person: which, how they are controlled, when to come again, and how it went. */
export function CarePanel({ patient, open: opened }: { patient: Patient; /** A dialog to go on with. */ open?: OpenCare }) {
  const { t } = useTranslation();
  const live = useLive('chronicCare', { patientId: patient._id });
  const [open, setOpen] = useState(opened);
  const closed = patient.voided !== undefined;
  const followUp = () => { go({ page: 'followUp', patientId: patient._id }); };
  const isFollowed = live.answer?.standing.state !== undefined;
  const enrol = () => { setOpen({ what: 'enrolCondition' }); };
  useKey('KeyM', () => { if (closed || !live.answer) return; if (isFollowed) followUp(); else enrol(); });
  const close = () => { setOpen(undefined); };
  const view = live.answer;
  return (
    <Panel
      flush title={t('chronic.title')}
      beside={!closed &&
        <span className={styles.buttons}>
          <Button variant="subtle" size="compact-sm" title={isFollowed ? undefined : t('chronic.panel.followUpKey')} leftSection={<IconPlus size={14} />} onClick={enrol}>{t('chronic.panel.enrol')}</Button>
          {isFollowed && <Button variant="light" size="compact-sm" title={t('chronic.panel.followUpKey')} leftSection={<IconStethoscope size={14} />} onClick={followUp}>{t('chronic.panel.followUp')}</Button>}
        </span>
      }
      hint={view && view.episodes.length + view.followUps.length === 0 ? t('chronic.panel.none') : undefined}
    >
      <Answered live={live} lines={3}>{(answer) => answer && <Care view={answer} onOpen={setOpen} />}</Answered>
      {view && open && <Over view={view} patient={patient} open={open} setOpen={setOpen} onClose={close} />}
    </Panel>
  );
}

function Care({ view, onOpen }: { view: ChronicCareView; onOpen(open: OpenCare): void }) {
  if (view.episodes.length + view.followUps.length === 0) return null;
  return (
    <div className={styles.care} data-testid="chronic-care">
      <CareStandingLine standing={view.standing} />
      <ConditionList view={view} onOpen={(id) => { onOpen({ what: 'episode', id }); }} />
      <CoursePlots view={view} />
      <FollowUpList followUps={view.followUps} onOpen={(id) => { onOpen({ what: 'followUp', id }); }} />
    </div>
  );
}

interface OverProps { view: ChronicCareView; patient: Patient; open: OpenCare; setOpen(open: OpenCare): void; onClose(): void }

function Over({ view, patient, open, setOpen, onClose }: OverProps) {
  const closed = patient.voided !== undefined;
  const { fullName: name } = patient;
  const { draftKey } = open;
  if (open.what === 'enrolCondition') return <EnrolCondition patient={patient} view={view} condition={open.condition} draftKey={draftKey} onClose={onClose} />;
  if (open.what === 'followUp' || open.what === 'voidFollowUp') {
    const visit = view.followUps.find(({ _id }) => _id === open.id);
    if (!visit) return null;
    return open.what === 'followUp'
      ? <FollowUpDetail visit={visit} closed={closed} onVoid={() => { setOpen({ what: 'voidFollowUp', id: visit._id }); }} onClose={onClose} />
      : <VoidFollowUp visit={visit} name={name} draftKey={draftKey} onClose={onClose} />;
  }
  const episode = view.episodes.find(({ _id }) => _id === open.id);
  if (!episode) return null;
  if (open.what === 'changeEpisodeStatus') return <ChangeStatus episode={episode} name={name} draftKey={draftKey} onClose={onClose} />;
  if (open.what === 'voidEpisode') return <VoidEpisode episode={episode} name={name} draftKey={draftKey} onClose={onClose} />;
  return <EpisodeDetail episode={episode} closed={closed} onChange={() => { setOpen({ what: 'changeEpisodeStatus', id: episode._id }); }} onVoid={() => { setOpen({ what: 'voidEpisode', id: episode._id }); }} onClose={onClose} />;
}
