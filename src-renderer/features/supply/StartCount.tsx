import { Button, MultiSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../../src-shared/domain/common/refusal.ts';
import { uuidV7 } from '../../../src-shared/domain/common/uuid-v7.ts';
import { useChange } from '../../api/use-change.ts';
import { useLive } from '../../api/use-live.ts';
import { useSession } from '../../stores/session-store.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { foldedFilter } from '../../ui/folded-filter.ts';
import layout from '../../ui/form.module.css';
import { medicineName } from '../../ui/medicine-name.ts';
import { RefusalList } from '../../ui/RefusalList.tsx';
import { go } from '../../ui/route.ts';

/** Everything or some medicines, and whether the book's number is seen while counting. */
export function StartCount({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const medicines = useLive('medicineList', {}).answer ?? [];
  const [scope, setScope] = useState('all');
  const [chosen, setChosen] = useState<string[]>([]);
  const [how, setHow] = useState('open');
  const [tried, setTried] = useState(false);
  const [id] = useState(() => `stocktakes:${uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))}`);
  const starting = useChange();
  const missing = scope === 'some' && chosen.length === 0;
  const start = async () => {
    setTried(true);
    if (missing) return;
    const begun = await starting.attempt<{ ok: true } | { ok: false; refusals: Refusal[] }>(() => useSession.getState().client.counts.start({ id, blind: how === 'blind', ...(scope === 'some' ? { medicineIds: chosen } : {}) }));
    if (begun) go({ page: 'stocktake', id });
  };
  return (
    <Dialog onClose={onClose} title={t('stocktake.start')} size="lg">
      <form className={layout.form} onSubmit={(event) => { event.preventDefault(); void start(); }} noValidate data-testid="start-count">
        <RefusalList refusals={starting.refusals} />
        {starting.fault && <FaultNotice fault={starting.fault} saving />}
        <Choice label={t('stocktake.what')} value={scope} onChange={setScope} data={[{ value: 'all', label: t('stocktake.scopes.all') }, { value: 'some', label: t('stocktake.scopes.some') }]} />
        {scope === 'some' && <MultiSelect label={t('stocktake.which')} withAsterisk searchable filter={foldedFilter} value={chosen} onChange={setChosen} data={medicines.map((m) => ({ value: m._id, label: medicineName(m) }))} error={tried && missing ? t('stocktake.whichNeeded') : undefined} maxDropdownHeight={220} placeholder={chosen.length === 0 ? t('supply.search') : undefined} />}
        <Choice label={t('stocktake.how')} value={how} onChange={setHow} data={[{ value: 'open', label: t('stocktake.openBook') }, { value: 'blind', label: t('stocktake.blind') }]} description={t(how === 'blind' ? 'stocktake.blindHint' : 'stocktake.openHint')} />
        <div className={layout.push}>
          <Button variant="default" onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" loading={starting.running} data-autofocus>{t('stocktake.start')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
