import { Button } from '@mantine/core';
import { IconPencil, IconVirusOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonCase } from '../../../src-shared/contract/queries.ts';
import { withdrawReasons } from '../../../src-shared/domain/surveillance/case-report-lists.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { useLive } from '../../api/use-live.ts';
import { AskReason } from '../../ui/AskReason.tsx';
import { DeadlineBadge } from '../../ui/DeadlineBadge.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { formatDate, formatWhen } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { Panel } from '../../ui/Panel.tsx';
import { PaperMenu } from '../../ui/PaperMenu.tsx';
import { go } from '../../ui/route.ts';
import { Badge } from '../../ui/StatusBadge.tsx';
import { CaseDetail } from './CaseDetail.tsx';
import styles from './Cases.module.css';

/** What of a case lies over the page of its person. */
export interface OpenCase { id: string; withdrawing?: { draftKey: string } }

/** A person's notifiable diseases: what is to be reported, and what was. Nothing of somebody who has none. */
export function CasePanel({ patient, open }: { patient: Patient; open: OpenCase | undefined }) {
  const { t } = useTranslation();
  const { answer } = useLive('personCases', { patientId: patient._id });
  const [shown, setShown] = useState(open?.id);
  const [withdrawing, setWithdrawing] = useState(open?.withdrawing);
  if (!answer) return null;
  const due = answer.seen.filter(({ toReport }) => toReport);
  if (due.length === 0 && answer.cases.length === 0) return null;
  const over = answer.cases.find(({ versions }) => versions.some(({ _id }) => _id === shown));
  const nameOf = ({ current }: PersonCase) => t(`surveillance.diseases.${current.diseaseId}`);
  const close = () => { setShown(undefined); setWithdrawing(undefined); };
  return (
    <Panel title={t('surveillance.panel.title')} tone={due.length > 0 ? 'warn' : 'plain'}>
      <ul className={styles.people} data-testid="person-cases">
        {due.map(({ encounterId, diseaseId, on, hoursLeft }) => (
          <li key={`${encounterId} ${diseaseId}`} className={styles.bar}>
            <span><strong>{t(`surveillance.diseases.${diseaseId}`)}</strong> · {t('surveillance.panel.seen', { on: formatDate(on) })} {hoursLeft !== undefined && <DeadlineBadge hoursLeft={hoursLeft} />}</span>
            <Button size="compact-sm" onClick={() => { go({ page: 'caseReport', patientId: patient._id, encounterId }); }}>{t('surveillance.panel.report')}</Button>
          </li>
        ))}
        {answer.cases.map((one) => (
          <li key={one.current._id}>
            <Button variant="subtle" size="compact-sm" onClick={() => { setShown(one.current._id); }}>{nameOf(one)}</Button> {formatWhen(one.current.reportedAt, t)} {one.current.withdrawn ? <Badge tone="stop">{t('surveillance.reported.withdrawn')}</Badge> : <Badge tone="calm">{t(`surveillance.classes.${one.current.classification}`)}</Badge>} {one.carriedFrom !== undefined && <Badge tone="calm">{t('handover.carried', { unit: one.carriedFrom })}</Badge>}
          </li>
        ))}
      </ul>
      {over && !withdrawing && (
        <Dialog title={t('surveillance.record.title', { disease: nameOf(over), at: formatWhen(over.current.reportedAt, t) })} size="lg" onClose={close}>
          <div className={layout.form}>
            <CaseDetail of={over} />
            {over.carriedFrom === undefined && (
              <div className={layout.push}>
                <PaperMenu label={t('surveillance.record.print')} sizes={['A4']} paper={() => ({ paper: 'caseReport', size: 'A4', id: over.current._id })} />
                {!over.current.withdrawn && <Button variant="default" leftSection={<IconVirusOff size={16} />} onClick={() => { setWithdrawing({ draftKey: '' }); }}>{t('surveillance.record.withdraw')}</Button>}
                {!over.current.withdrawn && <Button leftSection={<IconPencil size={16} />} onClick={() => { go({ page: 'caseReport', patientId: patient._id, id: over.current._id }); }}>{t('surveillance.record.revise')}</Button>}
              </div>
            )}
          </div>
        </Dialog>
      )}
      {over && withdrawing && (
        <AskReason
          operation="withdrawCaseReport" form="withdrawCaseReport" draftKey={withdrawing.draftKey} patientId={patient._id} about={{ title: patient.fullName, caseReportId: over.current._id }} strikes onClose={close}
          words={{ title: t('surveillance.record.withdrawTitle', { disease: nameOf(over) }), body: t('surveillance.record.withdrawBody'), reason: t('surveillance.record.withdrawReason'), note: t('surveillance.record.withdrawNote'), confirm: t('surveillance.record.withdraw'), done: t('surveillance.record.withdrawDone') }}
          reasons={withdrawReasons.map((value) => ({ value, label: t(`surveillance.withdrawReasons.${value}`) }))} input={({ reason, note }) => ({ reportId: over.current._id, reason, note })}
        />
      )}
    </Panel>
  );
}
