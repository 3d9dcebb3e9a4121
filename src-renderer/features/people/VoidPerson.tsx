import { Alert, Button } from '@mantine/core';
import { IconBan, IconRestore } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { patientVoidReasons, type Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { AskReason } from '../../ui/AskReason.tsx';
import { formatWhen } from '../../ui/format.ts';

/** "Hồ sơ ghi nhầm": strikes out a record that stands for nobody. */
export function VoidPerson({ patient, draftKey }: { patient: Patient; draftKey: string | undefined }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(draftKey !== undefined);
  return (
    <div>
      <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconBan size={15} />} onClick={() => { setAsking(true); }}>{t('voidPerson.open')}</Button>
      {asking && (
        <AskReason
          operation="voidPatient" form="voidPerson" draftKey={draftKey} patientId={patient._id} about={{ title: patient.fullName }} strikes onClose={() => { setAsking(false); }}
          words={{ title: t('voidPerson.title', { name: patient.fullName }), body: t('voidPerson.body'), reason: t('voidPerson.reason'), note: t('voidPerson.note'), confirm: t('voidPerson.confirm'), done: t('voidPerson.done') }}
          reasons={patientVoidReasons.map((value) => ({ value, label: t(`voidPerson.reasons.${value}`) }))} input={({ reason, note }) => ({ id: patient._id, voidReason: reason, note })}
        />
      )}
    </div>
  );
}

/** On a record that is struck out: by whom, when and why, and the way back. */
export function VoidedPerson({ patient, voided, draftKey }: { patient: Patient; voided: NonNullable<Patient['voided']>; draftKey: string | undefined }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(draftKey !== undefined);
  return (
    <Alert color="brick" variant="light" icon={<IconBan size={18} />} data-testid="voided-person">
      <p>{voidedWords(voided)}</p>
      <Button mt={8} size="compact-sm" variant="default" leftSection={<IconRestore size={15} />} onClick={() => { setAsking(true); }}>{t('voidPerson.restore')}</Button>
      {asking && (
        <AskReason
          operation="restorePatient" form="restorePerson" draftKey={draftKey} patientId={patient._id} about={{ title: patient.fullName }} onClose={() => { setAsking(false); }} reasons={[]}
          words={{ title: t('voidPerson.restoreTitle', { name: patient.fullName }), body: t('voidPerson.restoreBody'), reason: t('voidPerson.restoreReason'), confirm: t('voidPerson.restore'), done: t('voidPerson.restored') }}
          input={({ note = '' }) => ({ id: patient._id, restoreReason: note })}
        />
      )}
    </Alert>
  );

  function voidedWords({ reason, by, at, note }: NonNullable<Patient['voided']>): string {
    return [t('voidPerson.voidedBy', { reason: t(`voidPerson.reasons.${reason}`), name: by.displayName, when: formatWhen(at, t) }), note].filter(Boolean).join('. ');
  }
}
