import { Checkbox, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MedicineRow } from '../../../src-shared/contract/queries.ts';
import { foldForSearch } from '../../../src-shared/domain/common/fold-for-search.ts';
import { formatCount, formatDate } from '../../ui/format.ts';
import { keepUnits } from '../../../src-shared/domain/common/keep-units.ts';
import { routeToHash } from '../../ui/route.ts';
import { useSearchText } from '../../ui/use-search-text.ts';
import { VirtualRows } from '../../ui/VirtualRows.tsx';
import styles from './StorePage.module.css';

/** The medicines of the station with what is left of each. */
export function MedicineList({ medicines, chosenId }: { medicines: MedicineRow[]; chosenId: string | undefined }) {
  const { t, i18n } = useTranslation();
  const search = useSearchText();
  const [inStockOnly, setInStockOnly] = useState(false);
  const words = foldForSearch(search.asked).split(' ').filter(Boolean);
  const shown = medicines.filter((m) => {
    const folded = foldForSearch(`${m.inn} ${m.strength ?? ''} ${m.form ?? ''} ${m.code} ${m.group ?? ''}`);
    return words.every((word) => folded.includes(word)) && (!inStockOnly || m.balance !== 0);
  });
  return (
    <div className={styles.list}>
      <div className={styles.listHead}>
        <TextInput value={search.typed} {...search.input} placeholder={t('supply.search')} aria-label={t('supply.search')} leftSection={<IconSearch size={16} />} autoFocus />
        <Checkbox size="xs" label={t('supply.onlyInStock')} checked={inStockOnly} onChange={(event) => { setInStockOnly(event.currentTarget.checked); }} />
      </div>
      <div className={styles.medicines}>
        {shown.length === 0 && <p className={styles.none}>{t('supply.nothingFound')}</p>}
        <VirtualRows rows={shown} keyOf={({ _id }) => _id} rowPx={50} testId="medicine-list">
          {(m) => (
            <a className={styles.medicine} href={routeToHash({ page: 'store', medicineId: m._id })} aria-current={m._id === chosenId || undefined}>
              <span className={styles.medicineName}><strong>{m.inn}</strong><span>{keepUnits([m.strength, m.form].filter(Boolean).join(', '))}</span></span>
              <span className={styles.medicineStock} data-low={m.usableBalance <= 0 || undefined}>
                {m.balance === 0 ? <strong>{t('supply.outOfStock')}</strong> : <span className={styles.amount}><strong className="num">{formatCount(m.balance < 0 ? m.balance : m.usableBalance, i18n.language)}</strong> <span>{m.baseUnit}</span></span>}
                {m.balance !== 0 && <span>{m.expiredBalance > 0 ? t('supply.expiredToo', { count: m.expiredBalance }) : m.nextExpiry && t('supply.expires', { date: formatDate(m.nextExpiry.slice(0, 7)) })}</span>}
              </span>
            </a>
          )}
        </VirtualRows>
      </div>
    </div>
  );
}
