import { useTranslation } from 'react-i18next';
import type { EquipmentRow } from '../../../src-shared/contract/queries.ts';
import { equipmentStates } from '../../../src-shared/domain/facility/equipment.schema.ts';
import { Badge } from '../../ui/StatusBadge.tsx';

const tones = { working: 'good', awaitingRepair: 'warn', awaitingDisposal: 'stop', writtenOff: 'calm', sentAway: 'calm' } as const;

/** The states pieces of a line are in, each with how many where there is more than one. What works is not said in a list, nor is what is as it should be. */
export function EquipmentMarks({ line, quiet = false }: { line: EquipmentRow; quiet?: boolean }) {
  const { t } = useTranslation();
  const states = equipmentStates.filter((state) => line.counts[state] > 0 && !(quiet && state === 'working'));
  return (
    <>
      {states.map((state) => <Badge key={state} tone={tones[state]}>{line.quantity === 1 ? t(`equipment.states.${state}`) : t('equipment.piecesIn', { count: line.counts[state], state: t(`equipment.states.${state}`).toLowerCase() })}</Badge>)}
      {line.calibration && <Badge tone={line.calibration === 'overdue' ? 'stop' : 'warn'}>{t(`equipment.calibration.${line.calibration}`)}</Badge>}
    </>
  );
}
