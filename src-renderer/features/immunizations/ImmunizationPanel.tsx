import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImmunizationCardView } from '../../../src-shared/contract/queries.ts';
import { surelyAtLeastYears } from '../../../src-shared/domain/common/age-on.ts';
import { FOLLOWED_YEARS } from '../../../src-shared/domain/immunization/immunization-schedule.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { useLive } from '../../api/use-live.ts';
import { Answered } from '../../ui/Answered.tsx';
import { formatDate, today } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { PaperMenu } from '../../ui/PaperMenu.tsx';
import { go } from '../../ui/route.ts';
import { useKey } from '../../ui/use-key.ts';
import { AddReaction } from './AddReaction.tsx';
import { DoseDetail } from './DoseDetail.tsx';
import { DoseGrid } from './DoseGrid.tsx';
import styles from './Immunizations.module.css';
import { OtherDoses } from './OtherDoses.tsx';
import { VoidImmunization } from './VoidImmunization.tsx';

/** What lies over the card. */
export interface OpenDose { what: 'detail' | 'immunizationReaction' | 'voidImmunization'; id: string; draftKey?: string }

/** The vaccinations of one person: the scheduled doses of a child, and every other record. */
export function ImmunizationPanel({ patient, open: opened }: { patient: Patient; /** A dialog to go on with. */ open?: OpenDose }) {
  const { t } = useTranslation();
  const live = useLive('immunizationCard', { patientId: patient._id });
  const [open, setOpen] = useState(opened);
  const closed = patient.voided !== undefined;
  const record = () => { go({ page: 'immunize', patientId: patient._id }); };
  useKey('KeyT', () => { if (!closed) record(); });
  const close = () => { setOpen(undefined); };
  const chosen = live.answer?.records.find(({ _id }) => _id === open?.id);
  return (
    <Panel
      flush title={t('immunizations.title')}
      beside={
        <>
          {live.answer && live.answer.records.length > 0 && <PaperMenu compact variant="subtle" label={t('immunizations.print')} paper={(size) => ({ paper: 'immunizationCard', patientId: patient._id, size })} />}
          {!closed && <Button variant="light" size="compact-sm" title={t('immunizations.recordKey')} leftSection={<IconPlus size={14} />} onClick={record}>{t('immunizations.record')}</Button>}
        </>
      }
      hint={live.answer && <Summary view={live.answer} />}
    >
      <Answered live={live} lines={3}>{(view) => view && <Card view={view} closed={closed} onOpen={(id) => { setOpen({ what: 'detail', id }); }} />}</Answered>
      {open && chosen && open.what === 'detail' && <DoseDetail record={chosen} closed={closed} onClose={close} onReaction={() => { setOpen({ what: 'immunizationReaction', id: open.id }); }} onVoid={() => { setOpen({ what: 'voidImmunization', id: open.id }); }} />}
      {open && chosen && open.what === 'immunizationReaction' && <AddReaction record={chosen} name={patient.fullName} draftKey={open.draftKey} onClose={close} />}
      {open && chosen && open.what === 'voidImmunization' && <VoidImmunization record={chosen} name={patient.fullName} draftKey={open.draftKey} onClose={close} />}
    </Panel>
  );
}

/** A child follows the schedule; of whoever is older it is shown where some of its doses were written down. */
const followsSchedule = ({ bornOn, card }: ImmunizationCardView): boolean => !surelyAtLeastYears(bornOn, today(), FOLLOWED_YEARS) || card.lines.some(({ given }) => given !== undefined);

function Card({ view, closed, onOpen }: { view: ImmunizationCardView; closed: boolean; onOpen(id: string): void }) {
  const { t } = useTranslation();
  const { card, records } = view;
  const hasGrid = followsSchedule(view);
  const others = hasGrid ? records.filter(({ _id, voided }) => voided || card.otherIds.includes(_id)) : records;
  return (
    <>
      {hasGrid && card.isBirthAssumed && <p className={styles.assumed}>{t('immunizations.assumed', { on: formatDate(card.assumedBornOn) })}</p>}
      {hasGrid && <DoseGrid view={view} closed={closed} onOpen={onOpen} />}
      {hasGrid && others.length > 0 && <h3 className={styles.sub}>{t('immunizations.others')}</h3>}
      {others.length > 0 && <OtherDoses records={others} onOpen={onOpen} />}
    </>
  );
}

/** What is late and due in one line; else what comes next. */
function Summary({ view }: { view: ImmunizationCardView }) {
  const { t } = useTranslation();
  const { card: { lines, nextDueOn }, records } = view;
  if (!followsSchedule(view)) return records.length === 0 ? t('immunizations.none') : null;
  const count = (state: 'late' | 'due') => lines.filter((line) => line.state === state).length;
  const [late, due] = [count('late'), count('due')];
  if (late + due === 0) return <span className={styles.summary}>{nextWords(nextDueOn, t)}</span>;
  return (
    <span className={styles.summary}>
      {late > 0 && <strong data-tone="warn">{t('immunizations.summaryLate', { count: late })}</strong>}{late > 0 && due > 0 && ' · '}
      {due > 0 && <strong data-tone="info">{t('immunizations.summaryDue', { count: due })}</strong>}
    </span>
  );
}

const nextWords = (nextDueOn: string | undefined, t: TFunction): string => (nextDueOn === undefined ? t('immunizations.summaryDone') : t('immunizations.summaryNext', { on: formatDate(nextDueOn) }));
