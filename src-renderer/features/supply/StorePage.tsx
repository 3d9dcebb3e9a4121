import { Button } from '@mantine/core';
import { IconBuildingWarehouse, IconClipboardCheck, IconFileSpreadsheet, IconPackageImport, IconPill, IconScale } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../api/use-live.ts';
import { Answered } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { go } from '../../ui/route.ts';
import { Screen } from '../../ui/Screen.tsx';
import { StoreTabs } from '../../ui/StoreTabs.tsx';
import { MedicineDetail } from './MedicineDetail.tsx';
import { MedicineList } from './MedicineList.tsx';
import { StockIn } from './StockIn.tsx';
import type { StoreDraft } from './store-draft.ts';
import styles from './StorePage.module.css';

/** The store room: every medicine with what is left, and beside it the lots and the card of one. */
export function StorePage({ medicineId, draft }: { medicineId?: string; /** A half-written dialog to go on with. */ draft?: StoreDraft }) {
  const { t } = useTranslation();
  const live = useLive('medicineList', {});
  const [opened, setOpened] = useState<'receive' | 'opening' | undefined>(draft && draft.form !== 'adjust' ? draft.form : undefined);
  const [goesOn, setGoesOn] = useState(draft);
  const medicines = live.answer ?? [];
  const chosen = medicines.find(({ _id }) => _id === medicineId);
  return (
    <Screen
      fixed strip={<StoreTabs here="store" />} title={t('supply.title')} beside={live.answer && live.answer.length > 0 && t('supply.medicines', { count: live.answer.length })}
      actions={
        <>
          <Button variant="subtle" leftSection={<IconFileSpreadsheet size={17} />} onClick={() => { go({ page: 'import', kind: 'stock' }); }}>{t('imports.open')}</Button>
          <Button variant="subtle" leftSection={<IconClipboardCheck size={17} />} onClick={() => { go({ page: 'stocktakes' }); }}>{t('stocktake.open')}</Button>
          <Button variant="default" leftSection={<IconScale size={17} />} onClick={() => { setOpened('opening'); }}>{t('supply.opening')}</Button>
          <Button variant="light" leftSection={<IconPackageImport size={17} />} onClick={() => { setOpened('receive'); }}>{t('supply.receive')}</Button>
          <Button leftSection={<IconPill size={17} />} onClick={() => { go({ page: 'dispense' }); }}>{t('supply.dispense')}</Button>
        </>
      }
    >
      <Answered live={live} lines={8}>
        {() => medicines.length === 0
          ? (
            <EmptyState icon={<IconBuildingWarehouse size={24} />} title={t('supply.empty')} body={t('supply.emptyBody')}>
              <Button onClick={() => { setOpened('opening'); }}>{t('supply.opening')}</Button>
              <Button variant="light" onClick={() => { setOpened('receive'); }}>{t('supply.receive')}</Button>
            </EmptyState>
          )
          : (
            <div className={styles.layout}>
              <MedicineList medicines={medicines} chosenId={medicineId} />
              {chosen ? <MedicineDetail key={chosen._id} medicine={chosen} adjusting={goesOn?.form === 'adjust' ? goesOn : undefined} /> : <div className={styles.detail}><EmptyState icon={<IconPill size={24} />} title={t('supply.pick')} body={t('supply.pickBody')} /></div>}
            </div>
          )}
      </Answered>
      {opened && <StockIn key={opened} kind={opened} medicines={medicines} medicineId={chosen?._id} draftKey={goesOn?.form === opened ? goesOn.key : undefined} onClose={() => { setOpened(undefined); setGoesOn(undefined); }} onSaved={(id) => { go({ page: 'store', medicineId: id }, true); }} />}
    </Screen>
  );
}
