import { Button } from '@mantine/core';
import { IconFileSpreadsheet, IconPlus, IconStethoscope, IconTool } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EquipmentRow } from '../../../src-shared/contract/queries.ts';
import { piecesHere } from '../../../src-shared/domain/facility/derive-equipment.ts';
import { useLive } from '../../api/use-live.ts';
import { Answered } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PaperMenu } from '../../ui/PaperMenu.tsx';
import { go } from '../../ui/route.ts';
import { Screen } from '../../ui/Screen.tsx';
import { StoreTabs } from '../../ui/StoreTabs.tsx';
import { AddEquipment } from './AddEquipment.tsx';
import { EquipmentDetail } from './EquipmentDetail.tsx';
import { EquipmentList } from './EquipmentList.tsx';
import type { EquipmentDraft } from './equipment-draft.ts';
import styles from './EquipmentPage.module.css';

/** The register of equipment: every line with its state, and beside it the history of one. */
export function EquipmentPage({ id, draft }: { id?: string; /** A half-written dialog to go on with. */ draft?: EquipmentDraft }) {
  const { t } = useTranslation();
  const live = useLive('equipmentList', {});
  const [adding, setAdding] = useState<{ draftKey?: string } | undefined>(draft?.form === 'addEquipment' ? { draftKey: draft.key } : undefined);
  const lines = live.answer ?? [];
  const chosen = lines.find(({ _id }) => _id === id);
  const add = () => { setAdding({}); };
  const takeIn = () => { go({ page: 'import', kind: 'equipment' }); };
  return (
    <Screen
      fixed title={t('equipment.title')} beside={lines.length > 0 && <Sums lines={lines} />} strip={<StoreTabs here="equipment" />}
      actions={
        <>
          {lines.length > 0 && <PaperMenu label={t('equipment.print')} sizes={['A4']} paper={() => ({ paper: 'equipmentRegister', size: 'A4' })} />}
          <Button variant="subtle" leftSection={<IconFileSpreadsheet size={17} />} onClick={takeIn}>{t('imports.open')}</Button>
          <Button leftSection={<IconPlus size={17} />} onClick={add}>{t('equipment.add')}</Button>
        </>
      }
    >
      <Answered live={live} lines={8}>
        {() => lines.length === 0
          ? <EmptyState icon={<IconTool size={24} />} title={t('equipment.empty')} body={t('equipment.emptyBody')}><Button onClick={add}>{t('equipment.add')}</Button><Button variant="default" leftSection={<IconFileSpreadsheet size={17} />} onClick={takeIn}>{t('imports.open')}</Button></EmptyState>
          : (
            <div className={styles.layout}>
              <EquipmentList lines={lines} chosenId={id} />
              {chosen ? <EquipmentDetail key={chosen._id} line={chosen} lines={lines} draft={draft} /> : <div className={styles.detail}><EmptyState icon={<IconStethoscope size={24} />} title={t('equipment.pick')} body={t('equipment.pickBody')} /></div>}
            </div>
          )}
      </Answered>
      {adding && live.answer && <AddEquipment lines={lines} draftKey={adding.draftKey} onClose={() => { setAdding(undefined); }} onSaved={(saved) => { go({ page: 'equipment', id: saved }, true); }} />}
    </Screen>
  );
}

/** Pieces at the station, and what wants looking at. */
function Sums({ lines }: { lines: readonly EquipmentRow[] }) {
  const { t } = useTranslation();
  const standing = lines.filter(({ voided }) => !voided);
  const sum = (of: (line: EquipmentRow) => number) => standing.reduce((total, line) => total + of(line), 0);
  const broken = sum(({ counts }) => counts.awaitingRepair + counts.awaitingDisposal);
  const overdue = sum(({ calibration }) => (calibration === 'overdue' ? 1 : 0));
  return <>{[t('equipment.here', { count: sum(piecesHere) }), broken > 0 && t('equipment.brokenToo', { count: broken }), overdue > 0 && t('equipment.overdueToo', { count: overdue })].filter(Boolean).join(' · ')}</>;
}
