import { Alert } from '@mantine/core';
import { IconBan, IconFileOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SubmittedRecord } from '../../../src-shared/contract/hub-api.ts';
import { encounter as encounterSchema, type Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import { patient as patientSchema } from '../../../src-shared/domain/patient/patient.schema.ts';
import { dispense as dispenseSchema } from '../../../src-shared/domain/supply/supply.schema.ts';
import { useHubAnswer } from '../../api/use-hub-answer.ts';
import { LoadingLines } from '../../ui/Answered.tsx';
import { AmendmentHistory } from '../../ui/AmendmentHistory.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { EncounterContent } from '../../ui/EncounterContent.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { formatDate, formatWhen } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { Panel } from '../../ui/Panel.tsx';
import { AllergyLine, PersonLine } from '../../ui/PersonHeader.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Badge, StatusBadge } from '../../ui/StatusBadge.tsx';
import table from '../../ui/table.module.css';
import { hubRouteToHash } from './hub-route.ts';

/** One submitted record as the station wrote it: the person, what it says, how it was changed, what was given. */
export function RecordPage({ unit, recordId }: { unit: string; recordId: string }) {
  const { t } = useTranslation();
  const asked = useHubAnswer(`${unit} ${recordId}`, (client) => client.record({ unit, recordId }));
  const back = () => { location.hash = hubRouteToHash({ page: 'records' }); };
  const shape = asked.answer && encounterSchema.safeParse(asked.answer.record);
  return (
    <Screen
      title={shape?.success ? `${t(`encounters.kinds.${shape.data.kind}`)} ${formatDate(shape.data.occurredOn)}` : t('hub.record')} beside={t('hub.access')} onBack={back}
      strip={asked.answer && <Person answer={asked.answer} />}
    >
      {asked.fault && <FaultNotice fault={asked.fault} onRetry={asked.again} />}
      {!asked.current && !asked.fault && <LoadingLines lines={8} />}
      {asked.current && !asked.answer && !asked.fault && <EmptyState icon={<IconFileOff size={24} />} title={t('hub.recordMissing')} />}
      {asked.answer && shape?.success && <Content answer={asked.answer} encounter={shape.data} />}
      {asked.answer && shape && !shape.success && <Panel title={t('hub.content')}><pre>{JSON.stringify(asked.answer.record, null, 2)}</pre></Panel>}
    </Screen>
  );
}

function Person({ answer }: { answer: SubmittedRecord }) {
  const shape = patientSchema.safeParse(answer.patient);
  return shape.success ? <div className={layout.form}><PersonLine patient={shape.data} /><AllergyLine allergies={shape.data.allergies} /></div> : null;
}

function Content({ answer, encounter }: { answer: SubmittedRecord; encounter: Encounter }) {
  const { t } = useTranslation();
  const dispenses = answer.dispenses.flatMap((body) => { const shape = dispenseSchema.safeParse(body); return shape.success ? [shape.data] : []; });
  return (
    <div className={layout.form} data-testid="hub-record">
      {encounter.voided && <Alert color="brick" variant="light" icon={<IconBan size={18} />}>{t('encounters.voidedBy', { reason: t(`encounters.voidReasons.${encounter.voided.reason}`), name: encounter.voided.by.displayName, when: formatWhen(encounter.voided.at, t) })}</Alert>}
      <Panel title={<StatusBadge status={encounter.status} />} beside={[`${encounter.author.displayName} (${encounter.unit})`, encounter.submittedAt && formatWhen(encounter.submittedAt, t), answer.receivedAt && t('hub.receivedAt', { when: formatWhen(answer.receivedAt, t) })].filter(Boolean).join(' · ')}>
        <EncounterContent encounter={encounter} />
      </Panel>
      <Panel title={t('hub.dispenses')} flush={dispenses.length > 0}>
        {dispenses.length === 0 && <p className={layout.note}>{t('hub.dispensesNone')}</p>}
        {dispenses.length > 0 && (
          <table className={table.table}>
            <tbody>
              {dispenses.flatMap((given) => given.items.map((item) => (
                <tr key={item.movementId}>
                  <td className="num">{formatDate(given.dispensedOn)}</td><td className={table.strong}>{item.medicineName || answer.medicines[item.medicineId]}</td><td className={table.number}>{item.quantityBaseUnits}</td><td>{item.dosage}</td>
                  <td>{given.dispensedBy.displayName} {given.status === 'reversed' && <Badge tone="stop">{t('supply.reversed')}</Badge>}</td>
                </tr>
              )))}
            </tbody>
          </table>
        )}
      </Panel>
      <Panel title={t('hub.versions')} beside={t('hub.revision', { rev: answer.rev.slice(0, 12) })}>
        {encounter.amendments.length === 0 ? <p className={layout.note}>{t('hub.versionsNone')}</p> : <AmendmentHistory amendments={encounter.amendments} />}
      </Panel>
    </div>
  );
}
