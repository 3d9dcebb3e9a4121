import { Accordion } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Encounter } from '../../src-shared/domain/encounter/encounter.schema.ts';
import { EncounterContent, type EncounterContentFields } from './EncounterContent.tsx';
import { formatWhen } from './format.ts';
import { VoidedLine } from './VoidedLine.tsx';

/** Earlier versions, newest first: who changed it, when, why, and what stood there before. */
export function AmendmentHistory({ amendments }: { amendments: Encounter['amendments'] }) {
  const { t } = useTranslation();
  return (
    <Accordion variant="contained" transitionDuration={0}>
      {amendments.map(({ at, by, reason, before }, index) => ({ at, by, reason, before, index })).reverse().map(({ at, by, reason, before, index }) => (
        <Accordion.Item key={index} value={String(index)}>
          <Accordion.Control>{t('encounters.historyLine', { name: by.displayName, when: formatWhen(at, t) })}: {reason || t('encounters.noReason')}</Accordion.Control>
          <Accordion.Panel>{isVoided(before) ? <VoidedLine voided={before.voided} /> : <EncounterContent encounter={before as EncounterContentFields} />}</Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}

/** It stood voided, and was taken back. */
const isVoided = (before: Record<string, unknown>): before is { voided: NonNullable<Encounter['voided']> } => before.status === 'voided' && typeof before.voided === 'object';
